/* crm-survey --drivers: what an answer hangs on, and how well that is done. */
#include "base/base.h"

#include <math.h>

#include "analysis/voice_cases.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "stats/drivers.h"
#include "value/number.h"

#define BOOTSTRAP_EXACT 15 /* predictors; more are bootstrapped over drawn orders */
#define BOOTSTRAP_ORDERS 200

struct table {
    struct survey *survey;
    size_t target;       /* question */
    size_t *predictor;   /* questions */
    size_t count;        /* of predictors */
    struct voice_cases *cases;
    size_t n;
    double *rows, *weights;
    double *correlation, *mean, *sd;
    struct drivers drivers;
    struct drivers_interval *interval;
    struct proportion *performance;
};

static size_t question_named(const struct survey *s, struct str name)
{
    for (size_t i = 0; i < s->reading.questions; i++) {
        if (str_eq(s->question[i].name, name)) {
            return i;
        }
    }
    return SIZE_MAX;
}

static void choose(struct table *t)
{
    struct survey *s = t->survey;
    size_t count;
    const struct str *names = options_list(s->typed->predictors, &s->cli->arena, &count);
    t->target = question_named(s, str_of(s->typed->drivers));
    t->predictor = arena_alloc(&s->cli->arena, (s->reading.questions + 1) * sizeof *t->predictor);
    if (t->target == SIZE_MAX) {
        die(STATUS_USAGE, "--drivers %s: say what it is, too: --nps, --csat or --ces %s",
            s->typed->drivers, s->typed->drivers);
    }
    for (size_t i = 0; i < count; i++) {
        t->predictor[t->count++] = question_named(s, names[i]);
    }
    for (size_t i = 0; i < s->reading.questions && count == 0; i++) {
        if (i != t->target && s->question[i].measure == VOICE_CSAT) {
            t->predictor[t->count++] = i;
        }
    }
    for (size_t i = 0; i < t->count; i++) {
        if (t->predictor[i] == t->target) {
            die(STATUS_USAGE, "--predictors: %s is what they are to predict", s->typed->drivers);
        }
    }
    if (t->count == 0) {
        die(STATUS_USAGE, "--drivers needs columns that it may hang on: --predictors, or --csat");
    }
}

static void fill(struct table *t)
{
    size_t width = t->count + 1;
    t->rows = mem_new(mem_mul(t->n, width), sizeof *t->rows);
    t->weights = mem_new(t->n, sizeof *t->weights);
    for (size_t i = 0; i < t->n; i++) {
        const int32_t *answer = voice_cases_row(t->cases, i);
        for (size_t k = 0; k < width; k++) {
            size_t q = k < t->count ? t->predictor[k] : t->target;
            t->rows[i * width + k] = (double)answer[q] / VOICE_ONE;
        }
        t->weights[i] = voice_cases_weight(t->cases, i);
    }
}

/* How well a driver is done by, of the complete cases: share of the best answers, or the mean's place
 * on the scale. */
static struct proportion performance_of(const struct table *t, size_t predictor)
{
    const struct voice_question *q = &t->survey->question[t->predictor[predictor]];
    struct mean_sums sums = {0};
    double weight = 0, squares = 0, hits = 0;
    for (size_t i = 0; i < t->n; i++) {
        double x = t->rows[i * (t->count + 1) + predictor], w = t->weights[i];
        mean_add(&sums, voice_position(q, x), w);
        weight += w;
        squares += w * w;
        hits += voice_is_favourable(q, (int32_t)llround(x * VOICE_ONE)) ? w : 0;
    }
    if (q->measure == VOICE_CSAT) {
        double effective = squares > 0 ? weight * weight / squares : 0;
        return proportion_wilson(weight > 0 ? hits / weight * effective : 0, effective);
    }
    struct mean m = mean_of(&sums);
    return (struct proportion){m.mean, m.low, m.high};
}

static void analyse(struct table *t)
{
    const struct settings *typed = t->survey->typed;
    const struct drivers_data data = {t->rows, t->weights, t->n, t->count};
    struct drivers_effort effort = {.seed = typed->seed == SURVEY_NO_NUMBER ? 1 : typed->seed};
    size_t width = t->count + 1;
    t->correlation = mem_new(mem_mul(width, width), sizeof *t->correlation);
    t->mean = mem_new(width, sizeof *t->mean);
    t->sd = mem_new(width, sizeof *t->sd);
    t->interval = mem_new(t->count, sizeof *t->interval);
    t->performance = mem_new(t->count, sizeof *t->performance);
    drivers_correlate(&data, NULL, t->correlation, t->mean, t->sd);
    drivers_share(t->correlation, t->count, &effort, &t->drivers);
    effort.replicates = typed->replicates == SURVEY_NO_NUMBER ? 1000 : (size_t)typed->replicates;
    effort.orders = t->count > BOOTSTRAP_EXACT ? BOOTSTRAP_ORDERS : 0;
    for (size_t i = 0; i < t->count; i++) {
        t->interval[i] = (struct drivers_interval){NAN, NAN, NAN, NAN};
        t->performance[i] = performance_of(t, i);
    }
    if (effort.replicates > 0 && t->n > 0) {
        drivers_bootstrap(&data, &effort, t->interval);
    }
}

static double importance(const struct table *t, size_t i)
{
    return t->drivers.r2 > 0 ? t->drivers.driver[i].lmg / t->drivers.r2 : NAN;
}

/* Split at the means of all drivers. */
static struct str quadrant(const struct table *t, size_t i)
{
    double important = 0, done = 0, n = (double)t->count;
    for (size_t k = 0; k < t->count; k++) {
        important += importance(t, k) / n;
        done += t->performance[k].share / n;
    }
    bool weighs = importance(t, i) >= important, well = t->performance[i].share >= done;
    return isnan(important) || isnan(done) ? S("")
           : weighs                        ? (well ? S("keep up") : S("concentrate"))
           : well                          ? S("possible overkill")
                                           : S("low priority");
}

static void put_driver(struct table *t, struct arena *scratch, size_t i)
{
    size_t width = t->count + 1;
    const struct driver *d = &t->drivers.driver[i];
    double r = t->correlation[i * width + t->count];
    const double values[] = {t->drivers.r2,
                             d->lmg,
                             importance(t, i),
                             t->interval[i].part_low,
                             t->interval[i].part_high,
                             d->first,
                             d->last,
                             d->beta * t->sd[t->count] / t->sd[i],
                             t->sd[i] > 0 ? d->beta : NAN,
                             r,
                             t->performance[i].share,
                             t->performance[i].low,
                             t->performance[i].high};
    struct str cells[COUNT_OF(values) + 3];
    cells[0] = t->survey->question[t->predictor[i]].name;
    cells[1] = number_count(scratch, t->n);
    for (size_t k = 0; k < COUNT_OF(values); k++) {
        cells[2 + k] = number_cell(scratch, values[k]);
    }
    cells[COUNT_OF(cells) - 1] = quadrant(t, i);
    cli_put(t->survey->cli, cells);
}

static void say_doubts(const struct table *t)
{
    const struct survey *s = t->survey;
    if (t->cases->count > t->n) {
        say_notice("%zu of %zu responses have all answers; the others do not count", t->n,
                   t->cases->count);
    }
    if (isnan(t->drivers.r2)) {
        say_warning("all answers to %s are alike: nothing explains them", s->typed->drivers);
        return;
    }
    if (t->n < 5 * (t->count + 1)) {
        say_warning("%zu complete response%s for %zu driver%s: too few to believe it", t->n,
                    survey_plural(t->n), t->count, survey_plural(t->count));
    }
    for (size_t i = 0; i < t->count; i++) {
        bool varies = t->sd[i] > 0;
        if (!varies || isnan(t->drivers.driver[i].beta)) {
            say_warning("%.*s: %s", STRF(s->question[t->predictor[i]].name),
                        varies ? "redundant: the drivers before it say as much"
                               : "says nothing: all answers are alike");
        }
    }
    if (t->drivers.orders > 0) {
        say_notice("importance by %zu orders of entry, drawn by chance", t->drivers.orders);
    }
}

static const struct encode_column columns[] = {
    {{"driver", 6}, ENCODE_TEXT},           {{"n", 1}, ENCODE_NUMBER},
    {{"r2", 2}, ENCODE_NUMBER},             {{"lmg", 3}, ENCODE_NUMBER},
    {{"importance", 10}, ENCODE_NUMBER},    {{"low", 3}, ENCODE_NUMBER},
    {{"high", 4}, ENCODE_NUMBER},           {{"first", 5}, ENCODE_NUMBER},
    {{"last", 4}, ENCODE_NUMBER},           {{"beta", 4}, ENCODE_NUMBER},
    {{"std_beta", 8}, ENCODE_NUMBER},       {{"correlation", 11}, ENCODE_NUMBER},
    {{"performance", 11}, ENCODE_NUMBER},   {{"performance_low", 15}, ENCODE_NUMBER},
    {{"performance_high", 16}, ENCODE_NUMBER}, {{"quadrant", 8}, ENCODE_TEXT},
};

static void free_table(struct table *t)
{
    voice_cases_free(t->cases);
    free(t->rows);
    free(t->weights);
    free(t->correlation);
    free(t->mean);
    free(t->sd);
    free(t->interval);
    free(t->performance);
    free(t->drivers.driver);
}

int drivers_put(struct survey *s)
{
    struct table t = {.survey = s};
    struct arena scratch = {0};
    choose(&t);
    s->reading.ids = s->reading.respondents = true;
    survey_bind(s, NULL, 0);
    t.cases = flow_fold(&s->cli->run, s->cli->inputs, s->cli->input_count, &voice_cases_fold,
                        &s->reading);
    survey_settle(s, &t.cases->scratch);
    t.n = voice_cases_finish(t.cases);
    cli_output(s->cli, columns, COUNT_OF(columns));
    if (t.n > 0) {
        fill(&t);
        analyse(&t);
        for (size_t i = 0; i < t.count; i++) {
            put_driver(&t, &scratch, i);
            arena_reset(&scratch);
        }
        say_doubts(&t);
    } else {
        say_warning("no response has an answer to all questions");
    }
    arena_free(&scratch);
    free_table(&t);
    return cli_end(s->cli);
}
