/* crm-survey --themes: what comments are about, and how those score who say so. */
#include "base/base.h"

#include <math.h>

#include "analysis/voice_compare.h"
#include "analysis/voice_themes.h"
#include "base/die.h"
#include "base/mem.h"
#include "crm-survey/survey.h"
#include "stats/multiple.h"
#include "value/number.h"

#define OWN 14

struct theme_row {
    size_t group, cell; /* of the tally */
    struct voice_difference d;
    double q;
};

struct themes {
    struct survey *survey;
    struct voice_topics topics;
    struct voice_tally *tally;
    struct theme_row *row;
    size_t count;
};

static uint64_t all_of(const struct voice_answers *a)
{
    return a->n + a->missing;
}

/* The question that gives the scores: the first, or none. */
static const struct voice_question *scored(const struct themes *t)
{
    return t->survey->reading.questions > 0 ? t->survey->question : NULL;
}

static double value_of(const struct themes *t, const struct voice_answers *a)
{
    struct voice_figures f = {.value = NAN};
    if (scored(t)) {
        voice_figures_of(scored(t), a, VOICE_DEFAULT, &f);
    }
    return f.value;
}

static void compare(struct themes *t, struct theme_row *row)
{
    const struct voice_answers *of = t->tally->group[row->group].of;
    struct voice_answers rest;
    row->d = (struct voice_difference){NAN, NAN, NAN, NAN, NAN, NAN};
    row->q = NAN;
    if (!scored(t) || row->cell == VOICE_SILENT(t->topics.count)) {
        return;
    }
    voice_themes_rest(&of[VOICE_COMMENTS(t->topics.count)], &of[row->cell], &rest);
    row->d = voice_compare(scored(t), &of[row->cell], &rest, VOICE_DEFAULT);
    free(rest.bar);
}

static void adjust(struct themes *t)
{
    double *p = mem_new(t->count, sizeof *p);
    size_t n = 0, k = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (!isnan(t->row[i].d.p)) {
            p[n++] = t->row[i].d.p;
        }
    }
    multiple_bh(p, n, p);
    for (size_t i = 0; i < t->count; i++) {
        if (!isnan(t->row[i].d.p)) {
            t->row[i].q = p[k++];
        }
    }
    free(p);
}

static struct str theme_name(const struct themes *t, size_t cell)
{
    return cell < t->topics.count                   ? t->topics.theme[cell].name
           : cell == VOICE_OTHER(t->topics.count) ? S("(other)")
                                                    : S("(no comment)");
}

/* The share of comments; of rows without one, the share of rows. */
static struct proportion share_of(const struct themes *t, const struct theme_row *row)
{
    const struct voice_answers *of = t->tally->group[row->group].of;
    uint64_t comments = all_of(&of[VOICE_COMMENTS(t->topics.count)]);
    uint64_t silent = all_of(&of[VOICE_SILENT(t->topics.count)]);
    bool is_silent = row->cell == VOICE_SILENT(t->topics.count);
    return proportion_wilson((double)all_of(&of[row->cell]),
                             (double)(is_silent ? comments + silent : comments));
}

static void put(const struct themes *t, const struct theme_row *row, struct arena *scratch,
                struct str *cells)
{
    struct survey *s = t->survey;
    const struct voice_group *group = &t->tally->group[row->group];
    const struct voice_answers *a = &group->of[row->cell];
    struct voice_answers rest;
    struct proportion share = share_of(t, row);
    size_t n = survey_lead_cells(s, scratch, 0, group, cells);
    voice_themes_rest(&group->of[VOICE_COMMENTS(t->topics.count)], &group->of[row->cell], &rest);
    bool silent = row->cell == VOICE_SILENT(t->topics.count);
    const double values[] = {share.share, share.low, share.high};
    const double scores[] = {value_of(t, a), silent ? NAN : value_of(t, &rest), row->d.difference,
                             row->d.low, row->d.high, row->d.p, row->q};
    free(rest.bar);
    cells[n++] = theme_name(t, row->cell);
    cells[n++] = number_count(scratch, all_of(a));
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        cells[n++] = number_cell(scratch, values[i]);
    }
    cells[n++] = scored(t) ? number_count(scratch, a->n) : S("");
    for (size_t i = 0; i < COUNT_OF(scores); i++) {
        cells[n++] = number_cell(scratch, scores[i]);
    }
    cli_put(s->cli, cells);
}

static void lay_out(const struct themes *t, struct encode_column *columns)
{
    static const char *const own[] = {"theme", "comments", "share", "low", "high", "n", "value",
                                      "rest_value", "difference", "difference_low",
                                      "difference_high", "p", "q"};
    size_t n = survey_lead(t->survey, columns);
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        columns[n++] = (struct encode_column){str_of(own[i]), i > 0 ? ENCODE_NUMBER : ENCODE_TEXT};
    }
    cli_output(t->survey->cli, columns, n);
}

static void read_themes(struct themes *t)
{
    struct survey *s = t->survey;
    if (!s->typed->policy) {
        die(STATUS_USAGE, "--themes needs --policy: the words of the themes");
    }
    const struct policy *policy = policy_read(s->typed->policy, &s->cli->arena);
    if (policy->themes.count == 0) {
        die(STATUS_DATA, "%s: no themes: the section \"themes\" is needed", s->typed->policy);
    }
    t->topics = (struct voice_topics){&s->reading, policy->themes.theme, policy->themes.count};
    if (s->reading.questions > 1) {
        die(STATUS_USAGE, "--themes takes one question, for the scores beside comments");
    }
    s->reading.comments = true;
}

static void bind(struct themes *t)
{
    struct survey *s = t->survey;
    survey_bind(s, NULL, 0);
    for (size_t i = 0; i < s->cli->input_count; i++) {
        if (s->reading.of[i].comment < 0) {
            die(STATUS_DATA, "%s: no comment column, needed for --themes: name it with --map "
                             "comment=HEADER", s->cli->inputs[i]->name);
        }
    }
}

int themes_put(struct survey *s)
{
    struct themes t = {.survey = s};
    struct arena scratch = {0};
    size_t width = s->reading.by_count + SURVEY_LEAD + OWN;
    struct encode_column *columns = arena_alloc(&s->cli->arena, width * sizeof *columns);
    struct str *cells = arena_alloc(&s->cli->arena, width * sizeof *cells);
    read_themes(&t);
    bind(&t);
    t.tally = flow_fold(&s->cli->run, s->cli->inputs, s->cli->input_count, &voice_themes_fold,
                        &t.topics);
    voice_tally_finish(t.tally, &s->reading);
    survey_settle(s, &t.tally->scratch);
    size_t rows = t.topics.count + 2; /* (other), (no comment) */
    t.row = mem_new(mem_mul(t.tally->count, rows), sizeof *t.row);
    for (size_t i = 0; i < t.tally->count * rows; i++) {
        t.row[t.count] = (struct theme_row){.group = i / rows, .cell = i % rows};
        compare(&t, &t.row[t.count++]);
    }
    adjust(&t);
    lay_out(&t, columns);
    for (size_t i = 0; i < t.count; i++) {
        put(&t, &t.row[i], &scratch, cells);
        arena_reset(&scratch);
    }
    free(t.row);
    arena_free(&scratch);
    voice_tally_free(t.tally);
    return cli_end(s->cli);
}
