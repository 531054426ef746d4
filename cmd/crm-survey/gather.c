/* crm-survey: answers gathered, and the cells that its tables share. */
#include "base/base.h"

#include "base/die.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "value/money.h"

const char *survey_plural(uint64_t n)
{
    return n == 1 ? "" : "s";
}

void survey_bind(struct survey *s, const struct str *join, size_t join_count)
{
    struct voice_reading *r = &s->reading;
    struct cli *cli = s->cli;
    struct str *all = arena_alloc(&cli->arena, (r->by_count + join_count + 1) * sizeof *all);
    for (size_t i = 0; i < r->by_count + join_count; i++) {
        all[i] = i < r->by_count ? r->by[i] : join[i - r->by_count];
    }
    if (s->customers) {
        s->roster = roster_open_present(s->customers, all, r->by_count + join_count);
        r->respondents = true;
    }
    voice_bind(r, cli->inputs, cli->input_count, s->roster, &cli->arena);
    if (s->roster) {
        roster_read(s->roster, &cli->run, NULL);
    }
}

/* Surveys come in waves: that the last day stands alone says nothing, and no figure looks back. */
void survey_settle(struct survey *s, const struct voice_scratch *scratch)
{
    survey_check_scales(s, scratch);
    cli_as_of_latest(s->cli, voice_latest(scratch));
}

/* ---- the tally ---- */

static bool have_customers(const struct survey *s)
{
    for (size_t i = 0; i < s->cli->input_count; i++) {
        if (s->cli->inputs[i]->key_count > 0) {
            return true;
        }
    }
    return false;
}

static void say_repeats(const struct survey *s, const struct voice_repeats_told *told)
{
    static const char *const how[] = {"each answer counts, see --repeats", "the last answer counts",
                                      "the first answer counts", "their mean counts"};
    if (told->repeats > 0) {
        say_notice("customers who answered the same more than once%s: %s%" PRIu64 ": %s",
                   s->reading.per == VOICE_ALL_TIME ? "" : " in a period",
                   told->estimated ? "about " : "", told->repeats, how[s->repeats]);
    }
}

struct voice_tally *survey_tally(struct survey *s)
{
    struct cli *cli = s->cli;
    const struct voice_gathering gathering = {&s->reading, s->repeats, cli->options.quiet};
    struct voice_repeats_told told = {0};
    struct voice_tally *tally;
    s->reading.respondents |= have_customers(s);
    if (s->repeats != VOICE_REPEATS_ALL && !have_customers(s)) {
        die(STATUS_DATA, "%s: no customer_id column, needed for --repeats: name it with --map "
                         "customer_id=HEADER, or say --key email", cli->inputs[0]->name);
    }
    void *state = flow_fold(&cli->run, cli->inputs, cli->input_count, &voice_repeats_fold,
                            (void *)(uintptr_t)&gathering);
    tally = voice_repeats_tally(&gathering, state, &cli->run.account, &told);
    voice_tally_finish(tally, &s->reading);
    survey_settle(s, &tally->scratch);
    say_repeats(s, &told);
    return tally;
}

/* ---- cells that tables share ---- */

size_t survey_lead(const struct survey *s, struct encode_column *columns)
{
    size_t n = 0;
    columns[n++] = (struct encode_column){S("measure"), ENCODE_TEXT};
    columns[n++] = (struct encode_column){S("question"), ENCODE_TEXT};
    for (size_t i = 0; i < s->reading.by_count; i++) {
        columns[n++] = (struct encode_column){s->reading.by[i], ENCODE_TEXT};
    }
    if (s->reading.per != VOICE_ALL_TIME) {
        columns[n++] = (struct encode_column){S("period"), ENCODE_TEXT};
    }
    return n;
}

void survey_group_cells(const struct survey *s, const struct voice_group *group, struct str *cells)
{
    struct str rest = group->name;
    for (size_t i = 0; i < s->reading.by_count; i++) {
        bool last = i + 1 == s->reading.by_count;
        cells[i] = group->all ? S("") : last ? rest : str_cut(&rest, VOICE_BETWEEN);
    }
}

struct str survey_period_cell(const struct survey *s, struct arena *scratch, int32_t start)
{
    char text[DATE_ROOM];
    return arena_str(scratch, (struct str){text, voice_period_format(start, s->reading.per, text)});
}

size_t survey_lead_cells(const struct survey *s, struct arena *scratch, size_t question,
                         const struct voice_group *group, struct str *cells)
{
    size_t n = 2;
    if (question == s->reading.questions) {
        cells[0] = cells[1] = S("");
    } else {
        cells[0] = str_of(voice_measure_name(s->question[question].measure));
        cells[1] = s->question[question].name;
    }
    survey_group_cells(s, group, cells + n);
    n += s->reading.by_count;
    if (s->reading.per != VOICE_ALL_TIME) {
        cells[n++] = survey_period_cell(s, scratch, group->period);
    }
    return n;
}

struct str survey_answer_cell(struct arena *scratch, int32_t answer)
{
    char text[MONEY_ROOM]; /* answers have as many decimals as money */
    return arena_str(scratch, (struct str){text, money_format(answer, 0, text)});
}
