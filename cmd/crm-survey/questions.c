/* crm-survey: questions, their scales and missing codes, as the command line says them. */
#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "value/fold.h"

static struct voice_question *named(const struct survey *s, struct str name)
{
    for (size_t i = 0; i < s->reading.questions; i++) {
        if (str_eq(s->question[i].name, name)) {
            return &s->question[i];
        }
    }
    return NULL;
}

static void add(struct survey *s, struct str name, enum voice_measure measure)
{
    if (name.n == 0 || named(s, name)) {
        die(STATUS_USAGE, "--%s %.*s: %s", voice_measure_name(measure), STRF(name),
            name.n == 0 ? "a column is needed" : "this column stood before");
    }
    s->question[s->reading.questions++] = voice_question(name, measure);
}

static void add_all(struct survey *s, const struct opt_list *list, enum voice_measure measure)
{
    for (size_t i = 0; i < list->count; i++) {
        add(s, str_of(list->items[i]), measure);
    }
}

/* Predictors that no option calls anything are satisfaction. */
static void add_predictors(struct survey *s, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!named(s, names[i])) {
            add(s, names[i], VOICE_CSAT);
        }
    }
}

/* "COLUMN=VALUE" or "VALUE": the question, NULL for one that was not named; *value what is left. The
 * last = counts, as columns may have one. */
static struct voice_question *addressed(const struct survey *s, const char *option, const char *text,
                                        struct str *value)
{
    const char *equals = strrchr(text, '=');
    *value = str_of(equals ? equals + 1 : text);
    if (!equals) {
        return NULL;
    }
    struct str name = {text, (size_t)(equals - text)};
    struct voice_question *q = named(s, name);
    if (!q) {
        die(STATUS_USAGE, "%s %s: %.*s is none of --nps, --csat, --ces", option, text, STRF(name));
    }
    return q;
}

/* Without a name: the only question there is. */
static struct voice_question *only(const struct survey *s, const char *option, const char *text)
{
    if (s->reading.questions != 1) {
        die(STATUS_USAGE, "%s %s: of which question? Write COLUMN=%s", option, text, text);
    }
    return s->question;
}

static void declare(struct voice_question *q, const char *text, int32_t low, int32_t high)
{
    if (q->measure == VOICE_NPS && (low != 0 || high != 10)) {
        die(STATUS_USAGE, "--scale %s: NPS is defined on 0-10 alone; of another scale take --csat",
            text);
    }
    q->low = low;
    q->high = high;
    q->declared = true;
}

static void read_scales(struct survey *s)
{
    for (size_t i = 0; i < s->typed->scale.count; i++) {
        const char *text = s->typed->scale.items[i];
        int32_t low, high;
        struct str value;
        struct voice_question *q = addressed(s, "--scale", text, &value);
        if (str_eq(value, S("thumbs"))) {
            value = S("0-1");
        }
        if (!voice_scale(value, &low, &high)) {
            die(STATUS_USAGE, "--scale %s: a scale such as 0-10, 1-5 or thumbs is needed", text);
        }
        bool all_nps = !q && s->typed->nps.count > 0 && low == 0 && high == 10;
        for (size_t k = 0; all_nps && k < s->typed->nps.count; k++) {
            declare(&s->question[k], text, low, high);
        }
        if (!all_nps) {
            declare(q ? q : only(s, "--scale", text), text, low, high);
        }
    }
}

static void read_directions(struct survey *s)
{
    for (size_t i = 0; i < s->typed->direction.count; i++) {
        const char *text = s->typed->direction.items[i];
        struct str value;
        struct voice_question *q = addressed(s, "--direction", text, &value);
        q = q ? q : only(s, "--direction", text);
        bool low = str_eq(value, S("low"));
        if (!low && !str_eq(value, S("high"))) {
            die(STATUS_USAGE, "--direction %s: low or high, whichever is good", text);
        }
        if (q->measure == VOICE_NPS) {
            die(STATUS_USAGE, "--direction %s: of NPS, high is good", text);
        }
        q->low_is_good = low;
        q->directed = true;
    }
}

static void read_tops(struct survey *s)
{
    for (size_t i = 0; i < s->typed->top.count; i++) {
        const char *text = s->typed->top.items[i];
        struct str value;
        uint64_t top;
        struct voice_question *q = addressed(s, "--top", text, &value);
        if (!str_to_u64(value, &top) || top == 0 || top > 100) {
            die(STATUS_USAGE, "--top %s: how many of the best answers count", text);
        }
        for (size_t k = 0; k < s->reading.questions; k++) {
            struct voice_question *one = &s->question[k];
            if (one != q && (q || one->measure != VOICE_CSAT)) {
                continue;
            }
            if (one->measure == VOICE_NPS || (int32_t)top > one->high - one->low) {
                die(STATUS_USAGE, "--top %s: %s", text,
                    one->measure == VOICE_NPS ? "promoters are 9 and 10" : "the scale has no more");
            }
            one->top = (int32_t)top;
        }
    }
}

static void add_code(struct survey *s, struct voice_question *q, struct str text)
{
    struct voice_code *codes = arena_alloc(&s->cli->arena, (q->missing_count + 1) * sizeof *codes);
    if (q->missing_count > 0) {
        memcpy(codes, q->missing, q->missing_count * sizeof *codes);
    }
    codes[q->missing_count++] = (struct voice_code){
        text, voice_number(text, s->cli->reading.money.decimal_comma)};
    q->missing = codes;
}

/* A code for all is none where it is an answer: the 0 of a scale of 1 to 5 is the worst of NPS. */
static void add_to_all(struct survey *s, struct str text)
{
    int32_t number = voice_number(text, s->cli->reading.money.decimal_comma);
    for (size_t k = 0; k < s->reading.questions; k++) {
        struct voice_question *q = &s->question[k];
        if (number != VOICE_NO_NUMBER && number >= q->low * VOICE_ONE &&
            number <= q->high * VOICE_ONE) {
            say_warning("--missing %.*s: an answer to %.*s, on %d-%d, and taken for one: say --missing "
                        "%.*s=%.*s if it is none", STRF(text), STRF(q->name), q->low, q->high,
                        STRF(q->name), STRF(text));
        } else {
            add_code(s, q, text);
        }
    }
}

static void read_codes(struct survey *s)
{
    for (size_t i = 0; i < s->typed->missing.count; i++) {
        const char *text = s->typed->missing.items[i];
        struct str value;
        size_t count;
        struct voice_question *q = addressed(s, "--missing", text, &value);
        struct str *codes = options_list(value.p, &s->cli->arena, &count);
        if (count == 0) {
            die(STATUS_USAGE, "--missing %s: a code is needed; an empty cell is missing anyway", text);
        }
        for (size_t k = 0; k < count; k++) {
            if (q) {
                add_code(s, q, codes[k]);
            } else {
                add_to_all(s, codes[k]);
            }
        }
    }
}

static void check_effort(const struct voice_question *q)
{
    bool seven = q->low == 1 && q->high == 7;
    if (q->measure == VOICE_CES && q->declared && !seven && !q->directed) {
        die(STATUS_USAGE, "--ces %.*s on %d-%d: on such a scale the older question has 1 for the least "
                          "effort, others the reverse: say --direction %.*s=low or high, whichever is "
                          "good", STRF(q->name), q->low, q->high, STRF(q->name));
    }
}

void survey_questions(struct survey *s)
{
    const struct settings *t = s->typed;
    size_t predictors;
    const struct str *names = options_list(t->predictors, &s->cli->arena, &predictors);
    size_t most = t->nps.count + t->csat.count + t->ces.count + predictors;
    s->question = arena_alloc(&s->cli->arena, (most + 1) * sizeof *s->question);
    add_all(s, &t->nps, VOICE_NPS);
    add_all(s, &t->csat, VOICE_CSAT);
    add_all(s, &t->ces, VOICE_CES);
    add_predictors(s, names, predictors);
    if (s->reading.questions == 0 && !t->response && !t->themes) {
        die(STATUS_USAGE, "say which columns are to be measured: --nps, --csat, --ces COLUMN");
    }
    read_scales(s);
    read_directions(s);
    read_tops(s);
    for (size_t i = 0; i < s->reading.questions; i++) {
        check_effort(&s->question[i]);
        voice_settle(&s->question[i]);
    }
    read_codes(s);
    s->reading.question = s->question;
}

void survey_check_scales(const struct survey *s, const struct voice_scratch *scratch)
{
    for (size_t i = 0; i < scratch->questions; i++) {
        const struct voice_question *q = &s->question[i];
        const struct voice_range *range = &scratch->range[i];
        const char *wrong = range->n > 0 ? voice_proof(q, range->low, range->high) : NULL;
        if (wrong) {
            bool nps = q->measure == VOICE_NPS;
            die(STATUS_DATA, "--%s %.*s: of %" PRIu64 " answer%s none is %s: say --scale %.*s=%s if "
                             "that was the scale asked%s", voice_measure_name(q->measure),
                STRF(q->name), range->n, survey_plural(range->n), wrong, STRF(q->name),
                nps ? "0-10" : "1-7", nps ? "" : ", else 1-5 and --direction");
        }
    }
}
