/* crm-survey: the table of figures, and --distribution. */
#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "value/number.h"

#define OWN 20 /* columns behind the lead, at most */

static struct encode_column number(const char *name)
{
    return (struct encode_column){str_of(name), ENCODE_NUMBER};
}

static size_t figure_columns(const struct survey *s, struct encode_column *columns)
{
    static const char *const weighted[] = {"n_effective", "design_effect"};
    static const char *const rest[] = {"value", "low", "high", "promoters", "passives", "detractors",
                                       "top", "top_low", "top_high", "mean", "mean_low", "mean_high",
                                       "sd", "median"};
    size_t n = survey_lead(s, columns);
    columns[n++] = number("n");
    columns[n++] = number("missing");
    for (size_t i = 0; i < COUNT_OF(weighted) && s->reading.weight.n > 0; i++) {
        columns[n++] = number(weighted[i]);
    }
    for (size_t i = 0; i < COUNT_OF(rest); i++) {
        columns[n++] = number(rest[i]);
    }
    return n;
}

static void figure_cells(const struct survey *s, struct arena *scratch,
                         const struct voice_figures *f, struct str *cells)
{
    const double values[] = {f->value, f->low, f->high, f->promoters, f->passives, f->detractors,
                             f->top.share, f->top.low, f->top.high, f->mean.mean, f->mean.low,
                             f->mean.high, f->mean.sd, f->median};
    *cells++ = number_count(scratch, f->n);
    *cells++ = number_count(scratch, f->missing);
    if (s->reading.weight.n > 0) {
        *cells++ = number_cell(scratch, f->effective);
        *cells++ = number_cell(scratch, f->design_effect);
    }
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        *cells++ = number_cell(scratch, values[i]);
    }
}

static void say_left_out(const struct survey *s, uint64_t left_out)
{
    if (left_out > 0) {
        say_notice("left out: %" PRIu64 " row%s of fewer than %" PRIu64 " answer%s", left_out,
                   survey_plural(left_out), s->least, survey_plural(s->least));
    }
}

/* Calls `put` for each question and group that has answers enough. */
static void each(struct survey *s, const struct voice_tally *tally,
                 void (*put)(struct survey *s, const struct voice_tally *tally, size_t group,
                             size_t question, struct arena *scratch, struct str *cells))
{
    struct arena scratch = {0};
    uint64_t left_out = 0;
    size_t width = s->reading.by_count + SURVEY_LEAD + OWN;
    struct str *cells = arena_alloc(&s->cli->arena, width * sizeof *cells);
    for (size_t q = 0; q < s->reading.questions; q++) {
        for (size_t i = 0; i < tally->count; i++) {
            const struct voice_answers *a = &tally->group[i].of[q];
            if (a->n < s->least) {
                left_out += a->n + a->missing > 0; /* else it was not asked */
                continue;
            }
            put(s, tally, i, q, &scratch, cells);
            arena_reset(&scratch);
        }
    }
    arena_free(&scratch);
    say_left_out(s, left_out);
}

static void put_figures(struct survey *s, const struct voice_tally *tally, size_t group, size_t q,
                        struct arena *scratch, struct str *cells)
{
    struct voice_figures f;
    const struct voice_group *g = &tally->group[group];
    const struct voice_question *question = &s->question[q];
    bool suits = voice_interval_suits(question->measure, s->interval);
    voice_figures_of(question, &g->of[q], suits ? s->interval : VOICE_DEFAULT, &f);
    size_t n = survey_lead_cells(s, scratch, q, g, cells);
    figure_cells(s, scratch, &f, cells + n);
    cli_put(s->cli, cells);
}

int figures_put(struct survey *s)
{
    size_t width = s->reading.by_count + SURVEY_LEAD + OWN;
    struct encode_column *columns = arena_alloc(&s->cli->arena, width * sizeof *columns);
    survey_bind(s, NULL, 0);
    struct voice_tally *tally = survey_tally(s);
    cli_output(s->cli, columns, figure_columns(s, columns));
    each(s, tally, put_figures);
    voice_tally_free(tally);
    return cli_end(s->cli);
}

/* ---- distribution ---- */

static void put_answer(struct survey *s, struct arena *scratch, const struct voice_answers *a,
                       int32_t answer, const struct voice_bar *bar, struct str *cells, size_t n)
{
    double effective = voice_effective(a);
    double share = bar ? voice_bar_weight(bar) / voice_weight(a) : 0;
    struct proportion p = proportion_wilson(share * effective, effective);
    cells[n++] = survey_answer_cell(scratch, answer);
    cells[n++] = number_count(scratch, bar ? bar->n : 0);
    cells[n++] = number_cell(scratch, p.share);
    cells[n++] = number_cell(scratch, p.low);
    cells[n++] = number_cell(scratch, p.high);
    cli_put(s->cli, cells);
}

/* All whole answers of the scale, and what was answered between them. */
static void put_distribution(struct survey *s, const struct voice_tally *tally, size_t group,
                             size_t q, struct arena *scratch, struct str *cells)
{
    const struct voice_group *g = &tally->group[group];
    const struct voice_question *question = &s->question[q];
    const struct voice_answers *a = &g->of[q];
    size_t n = survey_lead_cells(s, scratch, q, g, cells), next = 0;
    for (int32_t whole = question->low; whole <= question->high; whole++) {
        for (; next < a->count && a->bar[next].answer < whole * VOICE_ONE; next++) {
            put_answer(s, scratch, a, a->bar[next].answer, &a->bar[next], cells, n);
        }
        bool given = next < a->count && a->bar[next].answer == whole * VOICE_ONE;
        put_answer(s, scratch, a, whole * VOICE_ONE, given ? &a->bar[next] : NULL, cells, n);
        next += given;
    }
}

int distribution_put(struct survey *s)
{
    static const char *const own[] = {"answer", "n", "share", "low", "high"};
    size_t width = s->reading.by_count + SURVEY_LEAD + OWN;
    struct encode_column *columns = arena_alloc(&s->cli->arena, width * sizeof *columns);
    survey_bind(s, NULL, 0);
    struct voice_tally *tally = survey_tally(s);
    size_t n = survey_lead(s, columns);
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        columns[n++] = number(own[i]);
    }
    cli_output(s->cli, columns, n);
    each(s, tally, put_distribution);
    voice_tally_free(tally);
    return cli_end(s->cli);
}
