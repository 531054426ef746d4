/* crm-survey --control: is a period unlike the others, or is it chance? */
#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "stats/control.h"
#include "value/number.h"

/* NPS as the mean of answers that count 1, 0 and -1, with their sd (n - 1). */
static struct control_period nps_period(const struct voice_answers *a)
{
    struct nps_counts c = voice_nps_counts(a);
    struct nps nps = nps_of(&c, NPS_WALD);
    double n = c.effective;
    double variance = nps.error * nps.error * n; /* of one answer, over n */
    return (struct control_period){nps.score, n, n > 1 ? sqrt(variance * n / (n - 1)) : NAN};
}

static struct control_period period_of(const struct voice_question *q,
                                       const struct voice_answers *a)
{
    if (q->measure == VOICE_NPS) {
        return nps_period(a);
    }
    if (q->measure == VOICE_CSAT) {
        return (struct control_period){voice_favourable(q, a) / voice_weight(a), voice_effective(a),
                                       NAN};
    }
    struct mean_sums sums = voice_mean_sums(a);
    struct mean m = mean_of(&sums);
    return (struct control_period){m.mean, m.effective, m.sd};
}

static struct str signal_cell(unsigned signals)
{
    return signals == (CONTROL_BEYOND | CONTROL_RUN) ? S("beyond+run")
           : signals & CONTROL_BEYOND                ? S("beyond")
           : signals & CONTROL_RUN                   ? S("run")
                                                     : S("");
}

struct chart {
    struct survey *survey;
    const struct voice_tally *tally;
    size_t *group; /* of the tally, by period */
    size_t count;
    uint64_t signals;
};

/* Limits are widened where periods differ by more than the chance of single answers: Laney. */
static struct control draw(const struct chart *c, const struct voice_question *q,
                           const struct control_period *periods, struct control_point *points)
{
    uint64_t baseline = c->survey->typed->baseline;
    struct control_options options = {
        .kind = q->measure == VOICE_CSAT ? CONTROL_P : CONTROL_MEAN,
        .baseline = baseline == SURVEY_NO_NUMBER ? 0 : (size_t)baseline,
    };
    struct control control = control_chart(periods, c->count, &options, points);
    if (control.sigma_z > 1) {
        options.laney = true;
        control = control_chart(periods, c->count, &options, points);
    }
    return control;
}

/* A limit, cut off at what a period can come to. */
static double possible(const struct voice_question *q, double limit)
{
    double low = q->measure == VOICE_NPS ? -1 : q->measure == VOICE_CSAT ? 0 : q->low;
    double high = q->measure == VOICE_CES ? q->high : 1;
    return limit < low ? low : limit > high ? high : limit;
}

static void put_chart(struct chart *c, size_t question)
{
    struct survey *s = c->survey;
    const struct voice_question *q = &s->question[question];
    if (c->count == 0) {
        return;
    }
    struct control_period *periods = mem_new(c->count, sizeof *periods);
    struct control_point *points = mem_new(c->count, sizeof *points);
    struct arena scratch = {0};
    double unit = q->measure == VOICE_NPS ? 100 : 1;
    struct str *cells =
        arena_alloc(&s->cli->arena, (s->reading.by_count + SURVEY_LEAD + 8) * sizeof *cells);
    for (size_t i = 0; i < c->count; i++) {
        periods[i] = period_of(q, &c->tally->group[c->group[i]].of[question]);
    }
    struct control control = draw(c, q, periods, points);
    for (size_t i = 0; i < c->count; i++) {
        const struct voice_group *g = &c->tally->group[c->group[i]];
        size_t n = survey_lead_cells(s, &scratch, question, g, cells);
        cells[n++] = number_count(&scratch, g->of[question].n);
        cells[n++] = number_cell(&scratch, unit * periods[i].value);
        cells[n++] = number_cell(&scratch, unit * control.centre);
        cells[n++] = number_cell(&scratch, unit * possible(q, points[i].low));
        cells[n++] = number_cell(&scratch, unit * possible(q, points[i].high));
        cells[n++] = signal_cell(points[i].signals);
        cells[n++] = number_cell(&scratch, control.sigma_z);
        cli_put(s->cli, cells);
        c->signals += points[i].signals != 0;
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    free(periods);
    free(points);
}

/* The periods of each group, of those with answers enough. */
static void put_charts(struct chart *c, size_t question)
{
    const struct voice_tally *tally = c->tally;
    for (size_t i = 0; i < tally->count; i++) {
        const struct voice_group *g = &tally->group[i];
        const struct voice_group *before = i > 0 ? &tally->group[i - 1] : NULL;
        if (before && (before->all != g->all || !str_eq(before->name, g->name))) {
            put_chart(c, question);
            c->count = 0;
        }
        uint64_t n = g->of[question].n;
        if (n > 0 && n >= c->survey->least) {
            c->group[c->count++] = i;
        }
    }
    put_chart(c, question);
    c->count = 0;
}

int control_put(struct survey *s)
{
    static const char *const own[] = {"n", "value", "centre", "low", "high", "signal", "sigma_z"};
    size_t width = s->reading.by_count + SURVEY_LEAD + COUNT_OF(own);
    struct encode_column *columns = arena_alloc(&s->cli->arena, width * sizeof *columns);
    survey_bind(s, NULL, 0);
    struct voice_tally *tally = survey_tally(s);
    struct chart chart = {.survey = s, .tally = tally,
                          .group = mem_new(tally->count, sizeof *chart.group)};
    size_t n = survey_lead(s, columns);
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        bool text = strcmp(own[i], "signal") == 0;
        columns[n++] = (struct encode_column){str_of(own[i]), text ? ENCODE_TEXT : ENCODE_NUMBER};
    }
    cli_output(s->cli, columns, n);
    for (size_t q = 0; q < s->reading.questions; q++) {
        put_charts(&chart, q);
    }
    if (chart.signals > 0) {
        say_notice("%" PRIu64 " period%s unlike the others: see signal", chart.signals,
                   survey_plural(chart.signals));
    }
    free(chart.group);
    voice_tally_free(tally);
    return cli_end(s->cli);
}
