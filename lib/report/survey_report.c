#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/measure_charts.h"
#include "report/survey_report.h"

#define BARS 30      /* groups of a chart, at most */
#define SENTENCES 4  /* questions that are spoken of, at most */
#define QUESTIONS CHART_LINES

/* What of a table is looked at: rows of one measure, of groups or of all together, of one period. */
struct view {
    struct str measure; /* empty: any */
    bool groups;
    struct str period;  /* empty: any */
};

static bool is_seen(const struct figure_table_row *row, const struct view *view)
{
    return (view->measure.n == 0 || str_eq(row->cell[FIGURES_MEASURE].text, view->measure)) &&
           (row->group.n > 0) == view->groups &&
           (view->period.n == 0 || str_eq(row->cell[FIGURES_PERIOD].text, view->period));
}

/* The rows of a view, in the arena. */
static const struct figure_table_row **rows_of(struct report *r, const struct figure_table *t,
                                               const struct view *view, size_t *count)
{
    const struct figure_table_row **rows =
        arena_alloc(r->doc->arena, mem_mul(t->count + 1, sizeof(struct figure_table_row *)));
    *count = 0;
    for (size_t i = 0; i < t->count; i++) {
        if (is_seen(&t->row[i], view)) {
            rows[(*count)++] = &t->row[i];
        }
    }
    return rows;
}

static double number(const struct figure_table_row *row, int column)
{
    return row->cell[column].number;
}

static struct str text(const struct figure_table_row *row, int column)
{
    return row->cell[column].text;
}

static enum measure_unit unit_of(const struct figure_table_row *row)
{
    return measure_unit_of(text(row, FIGURES_MEASURE));
}

static struct str with_limits(const struct report *r, const struct figure_table_row *row)
{
    return measure_with_limits(r, unit_of(row), number(row, FIGURES_VALUE), number(row, FIGURES_LOW),
                               number(row, FIGURES_HIGH));
}

/* Columns of a table: the lead differs, the figures do not. */
enum { LEAD_MEASURE = 1, LEAD_GROUP = 2, LEAD_PERIOD = 4 };

static void put_table(struct report *r, struct doc_section *s, const struct figure_table_row **rows,
                      size_t count, int lead)
{
    static const struct doc_column leads[] = {
        {"measure", "Measure", false},
        {"question", "Question", false},
        {"group", "Group", false},
        {"period", "Period", false},
    };
    static const struct doc_column figures[] = {
        {"n", "Answers", true},
        {"value", "Value", true},
        {"low", "Lower limit", true},
        {"high", "Upper limit", true},
        {"top", "Favourable", true},
        {"mean", "Mean", true},
    };
    const bool shown[] = {lead & LEAD_MEASURE, true, lead & LEAD_GROUP, lead & LEAD_PERIOD};
    struct doc_column *columns = arena_alloc(r->doc->arena, sizeof leads + sizeof figures);
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(leads); i++) {
        if (shown[i]) {
            columns[n++] = leads[i];
        }
    }
    memcpy(columns + n, figures, sizeof figures);
    doc_table(r->doc, s, columns, n + COUNT_OF(figures), count);
    for (size_t i = 0; i < count; i++) {
        const struct figure_table_row *row = rows[i];
        const struct doc_cell cells[] = {
            doc_text(measure_name(r, text(row, FIGURES_MEASURE))),
            doc_text(text(row, FIGURES_QUESTION)),
            doc_text(row->group),
            doc_text(text(row, FIGURES_PERIOD)),
        };
        size_t at = 0;
        for (size_t k = 0; k < COUNT_OF(cells); k++) {
            if (shown[k]) {
                *doc_cell(s, i, at++) = cells[k];
            }
        }
        enum measure_unit unit = unit_of(row);
        *doc_cell(s, i, at++) = doc_count((uint64_t)llround(number(row, FIGURES_N)));
        *doc_cell(s, i, at++) = measure_cell(unit, number(row, FIGURES_VALUE));
        *doc_cell(s, i, at++) = measure_cell(unit, number(row, FIGURES_LOW));
        *doc_cell(s, i, at++) = measure_cell(unit, number(row, FIGURES_HIGH));
        *doc_cell(s, i, at++) = doc_share(number(row, FIGURES_TOP));
        *doc_cell(s, i, at++) = doc_rounded(doc_number(number(row, FIGURES_MEAN)), 2);
    }
}

/* ---- all together, now ---- */

static void brief(struct report *r, const struct figure_table_row **rows, size_t count)
{
    for (size_t i = 0; i < count && i < SENTENCES; i++) {
        struct str name = measure_name(r, text(rows[i], FIGURES_MEASURE));
        struct str question = text(rows[i], FIGURES_QUESTION), period = text(rows[i], FIGURES_PERIOD);
        struct str value = with_limits(r, rows[i]);
        struct str n = report_count(r, (uint64_t)llround(number(rows[i], FIGURES_N)));
        doc_sentence(r->doc,
                     period.n > 0
                         ? arena_printf(r->doc->arena,
                                        report_word(r, "%.*s of %.*s in %.*s: %.*s, of %.*s answers."),
                                        STRF(name), STRF(question), STRF(period), STRF(value), STRF(n))
                         : arena_printf(r->doc->arena,
                                        report_word(r, "%.*s of %.*s: %.*s, of %.*s answers."),
                                        STRF(name), STRF(question), STRF(value), STRF(n)));
    }
}

static void measures(struct report *r, const struct figure_table *t, struct str latest)
{
    const struct view view = {.period = latest};
    size_t count;
    const struct figure_table_row **rows = rows_of(r, t, &view, &count);
    if (count == 0) {
        return;
    }
    brief(r, rows, count);
    struct doc_section *s = doc_section(r->doc, "survey", "Satisfaction and loyalty");
    put_table(r, s, rows, count, LEAD_MEASURE | (latest.n > 0 ? LEAD_PERIOD : 0));
    s->note = str_of(report_word(r, "NPS: promoters (9, 10) less detractors (0 to 6), in points; CSAT: "
                                    "the share of favourable answers; CES: the mean answer. Limits are "
                                    "those of 95% intervals. Favourable: of NPS the promoters."));
}

/* ---- period by period ---- */

/* The periods of all rows of a view, in their order, each once. */
static size_t periods_of(const struct figure_table_row **rows, size_t count, struct str *period)
{
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        struct str p = text(rows[i], FIGURES_PERIOD);
        size_t at = n;
        while (at > 0 && str_cmp(period[at - 1], p) > 0) {
            at--;
        }
        if (at == 0 || !str_eq(period[at - 1], p)) {
            memmove(period + at + 1, period + at, (n - at) * sizeof *period);
            period[at] = p;
            n++;
        }
    }
    return n;
}

/* A line of one question; what a period does not know is a gap. */
static struct chart_line line_of(struct report *r, const struct figure_table_row **rows, size_t count,
                                 struct str question, const struct str *period, size_t periods)
{
    double *cells = arena_alloc(r->doc->arena, mem_mul(4 * periods, sizeof *cells));
    double *x = cells, *y = cells + periods, *low = y + periods, *high = low + periods;
    for (size_t p = 0; p < periods; p++) {
        x[p] = (double)p + 0.5;
        y[p] = low[p] = high[p] = NAN;
        for (size_t i = 0; i < count; i++) {
            if (str_eq(text(rows[i], FIGURES_QUESTION), question) &&
                str_eq(text(rows[i], FIGURES_PERIOD), period[p])) {
                y[p] = number(rows[i], FIGURES_VALUE);
                low[p] = number(rows[i], FIGURES_LOW);
                high[p] = number(rows[i], FIGURES_HIGH);
            }
        }
    }
    return (struct chart_line){.label = question, .count = periods, .x = x, .y = y,
                               .low = low, .high = high, .dots = true};
}

static void trend_chart(struct report *r, const struct figure_table_row **rows, size_t count,
                        struct str name, struct doc_section *s)
{
    struct str *period = arena_alloc(r->doc->arena, mem_mul(count + 1, sizeof *period));
    struct chart_line line[QUESTIONS];
    struct chart_tick x[MEASURE_TICKS];
    struct measure_axis axis;
    struct buf script;
    size_t periods = periods_of(rows, count, period), lines = 0;
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        struct str question = text(rows[i], FIGURES_QUESTION);
        bool known = false;
        for (size_t k = 0; k < lines; k++) {
            known |= str_eq(line[k].label, question);
        }
        if (!known && lines < QUESTIONS) {
            line[lines++] = line_of(r, rows, count, question, period, periods);
        }
        low = fmin(low, fmin(number(rows[i], FIGURES_VALUE), number(rows[i], FIGURES_LOW)));
        high = fmax(high, fmax(number(rows[i], FIGURES_VALUE), number(rows[i], FIGURES_HIGH)));
    }
    measure_axis(r, unit_of(rows[0]), isfinite(low) ? low : 0, isfinite(high) ? high : 1, &axis);
    const struct chart_lines chart = {.line = line, .count = lines, .x_most = (double)periods,
                                      .y_least = axis.least, .y_most = axis.most,
                                      .x_tick = x, .y_tick = axis.tick,
                                      .x_ticks = measure_periods(period, periods, x),
                                      .y_ticks = axis.ticks, .x_title = report_word(r, "Period"),
                                      .y_title = arena_cstr(r->doc->arena, name)};
    buf_init(&script, BUF_UNBOUNDED);
    chart_lines(&chart, &script);
    report_chart(r, s, CHART_LINES_WIDTH, chart_lines_height(&chart), &script,
                 arena_printf(r->doc->arena,
                              report_word(r, "%.*s by period, with its intervals, %.*s to %.*s; the table "
                                             "has the numbers."),
                              STRF(name), STRF(period[0]), STRF(period[periods - 1])));
}

static void trend(struct report *r, const struct figure_table *t, struct str measure, const char *key)
{
    const struct view view = {.measure = measure};
    size_t count;
    const struct figure_table_row **rows = rows_of(r, t, &view, &count);
    if (count == 0) {
        return;
    }
    struct str name = measure_name(r, measure);
    struct doc_section *s = doc_section(r->doc, key, "");
    s->title = arena_printf(r->doc->arena, report_word(r, "%.*s by period"), STRF(name));
    put_table(r, s, rows, count, LEAD_PERIOD);
    s->note = str_of(report_word(r, "The bands are 95% intervals: where they overlap by much, periods do "
                                    "not differ by more than chance."));
    trend_chart(r, rows, count, name, s);
}

/* ---- group by group ---- */

static void groups_chart(struct report *r, const struct figure_table_row **rows, size_t count,
                         struct str name, struct doc_section *s)
{
    struct chart_range *bar = arena_alloc(r->doc->arena, BARS * sizeof *bar);
    struct str what = arena_printf(r->doc->arena, report_word(r, "%.*s by group:"), STRF(name));
    struct buf script;
    size_t bars = count < BARS ? count : BARS;
    bool several = false;
    for (size_t i = 0; i < count; i++) {
        several |= !str_eq(text(rows[i], FIGURES_QUESTION), text(rows[0], FIGURES_QUESTION));
    }
    for (size_t i = 0; i < bars; i++) {
        struct str question = text(rows[i], FIGURES_QUESTION);
        bar[i] = (struct chart_range){
            .label = several ? arena_printf(r->doc->arena, "%.*s: %.*s", STRF(question),
                                            STRF(rows[i]->group))
                             : rows[i]->group,
            .value = number(rows[i], FIGURES_VALUE),
            .low = number(rows[i], FIGURES_LOW),
            .high = number(rows[i], FIGURES_HIGH),
            .text = measure_text(r, unit_of(rows[i]), number(rows[i], FIGURES_VALUE))};
        what = arena_printf(r->doc->arena, "%.*s %.*s %.*s%s", STRF(what), STRF(bar[i].label),
                            STRF(bar[i].text), i + 1 < bars ? ";" : "");
    }
    const struct chart_ranges chart = {.range = bar, .count = bars, .reference = NAN};
    buf_init(&script, BUF_UNBOUNDED);
    chart_ranges(&chart, &script);
    report_chart(r, s, 640, chart_ranges_height(bars), &script, what);
}

static void groups(struct report *r, const struct figure_table *t, struct str measure,
                   const char *key, struct str latest)
{
    const struct view view = {.measure = measure, .groups = true, .period = latest};
    size_t count;
    const struct figure_table_row **rows = rows_of(r, t, &view, &count);
    if (count == 0) {
        return;
    }
    struct str name = measure_name(r, measure);
    struct doc_section *s = doc_section(r->doc, key, "");
    s->title = arena_printf(r->doc->arena, report_word(r, "%.*s by %.*s"), STRF(name),
                            STRF(t->grouped_by));
    put_table(r, s, rows, count, LEAD_GROUP | (latest.n > 0 ? LEAD_PERIOD : 0));
    s->note = str_of(latest.n > 0
                         ? report_word(r, "Groups in the last period, with 95% intervals.")
                         : report_word(r, "Groups with 95% intervals."));
    groups_chart(r, rows, count, name, s);
}

void *survey_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct figure_table *table = arena_alloc(r->doc->arena, sizeof *table);
    figure_table_read(table, run, input, &figure_specs_survey);
    return table;
}

void survey_report_add(struct report *r, const void *read)
{
    static const struct {
        const char *measure, *trend, *groups;
    } known[] = {{"nps", "nps_trend", "nps_groups"},
                 {"csat", "csat_trend", "csat_groups"},
                 {"ces", "ces_trend", "ces_groups"}};
    const struct figure_table *t = read;
    struct str latest = figure_table_latest(t, FIGURES_PERIOD);
    measures(r, t, latest);
    for (size_t i = 0; i < COUNT_OF(known) && latest.n > 0; i++) {
        trend(r, t, str_of(known[i].measure), known[i].trend);
    }
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        groups(r, t, str_of(known[i].measure), known[i].groups, latest);
    }
}
