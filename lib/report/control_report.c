#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/control_report.h"
#include "report/measure_charts.h"

#define FIGURES 6  /* charts, at most */
#define NAMED 3    /* signals in a sentence, at most */
#define CENTRE 6   /* colours of the chart */
#define LIMITS 8

/* One chart: the rows of a figure, of a question and group if there are such. */
struct chart {
    const struct figure_table_row **row;
    size_t count;
    struct str name, title;
    enum measure_unit unit;
};

static struct str text(const struct figure_table_row *row, int column)
{
    return row->cell[column].text;
}

static double number(const struct figure_table_row *row, int column)
{
    return row->cell[column].number;
}

/* crm-survey says measure, crm-ticket says figure. */
static struct str measure_of(const struct figure_table_row *row)
{
    struct str measure = text(row, CONTROLS_MEASURE);
    return measure.n > 0 ? measure : text(row, CONTROLS_FIGURE);
}

static bool is_same(const struct figure_table_row *a, const struct figure_table_row *b)
{
    return str_eq(measure_of(a), measure_of(b)) &&
           str_eq(text(a, CONTROLS_QUESTION), text(b, CONTROLS_QUESTION)) &&
           str_eq(a->group, b->group);
}

static bool is_open(const struct figure_table_row *row)
{
    return str_eq(text(row, CONTROLS_COMPLETE), S("0"));
}

static struct str title_of(const struct report *r, const struct figure_table_row *row)
{
    struct str name = measure_name(r, measure_of(row)), question = text(row, CONTROLS_QUESTION);
    return arena_printf(r->doc->arena, "%.*s%s%.*s%s%.*s", STRF(name), question.n > 0 ? " \xC2\xB7 " : "",
                        STRF(question), row->group.n > 0 ? " \xC2\xB7 " : "", STRF(row->group));
}

/* The charts of a table in the order of their first rows; returns how many there are in all. */
static size_t charts_of(struct report *r, const struct figure_table *t, struct chart chart[FIGURES])
{
    size_t all = 0;
    for (size_t i = 0; i < t->count; i++) {
        bool first = true;
        for (size_t k = 0; k < i && first; k++) {
            first = !is_same(&t->row[k], &t->row[i]);
        }
        if (!first || all++ >= FIGURES) {
            continue;
        }
        struct chart *c = &chart[all - 1];
        *c = (struct chart){.name = measure_name(r, measure_of(&t->row[i])),
                            .title = title_of(r, &t->row[i]),
                            .unit = measure_unit_of(measure_of(&t->row[i]))};
        c->row = arena_alloc(r->doc->arena,
                             mem_mul(t->count, sizeof(struct figure_table_row *)));
        for (size_t k = i; k < t->count; k++) {
            if (is_same(&t->row[k], &t->row[i])) {
                c->row[c->count++] = &t->row[k];
            }
        }
    }
    return all;
}

/* What a signal says in words. */
static const char *signal_words(const struct report *r, const struct figure_table_row *row)
{
    struct str signal = text(row, CONTROLS_SIGNAL);
    bool above = number(row, CONTROLS_VALUE) > number(row, CONTROLS_CENTRE);
    if (str_eq(signal, S("beyond"))) {
        return report_word(r, above ? "above the upper limit" : "below the lower limit");
    }
    if (str_eq(signal, S("run"))) {
        return report_word(r, above ? "eight or more in a row above the centre"
                                    : "eight or more in a row below the centre");
    }
    return report_word(r, above ? "above the upper limit, in a row of eight or more"
                                : "below the lower limit, in a row of eight or more");
}

static bool is_signal(const struct figure_table_row *row)
{
    return text(row, CONTROLS_SIGNAL).n > 0;
}

/* ---- signals of all charts ---- */

static void brief(struct report *r, const struct figure_table *t, size_t signals)
{
    struct str named = {0};
    size_t n = 0;
    for (size_t i = 0; i < t->count && n < NAMED; i++) {
        const struct figure_table_row *row = &t->row[i];
        if (is_signal(row)) {
            struct str title = title_of(r, row), period = text(row, CONTROLS_PERIOD);
            struct str value = measure_text(r, measure_unit_of(measure_of(row)),
                                            number(row, CONTROLS_VALUE));
            named = arena_printf(r->doc->arena, "%.*s%s%.*s %.*s %.*s", STRF(named), n++ > 0 ? "; " : "",
                                 STRF(title), STRF(period), STRF(value));
        }
    }
    struct str count = report_count(r, signals);
    doc_sentence(r->doc,
                 signals == 0
                     ? str_of(report_word(r, "No period is unlike the others: chance alone explains how "
                                             "they differ."))
                     : arena_printf(r->doc->arena,
                                    report_word(r, signals > NAMED
                                                       ? "Periods unlike the others: %.*s, such as %.*s."
                                                       : "Periods unlike the others: %.*s (%.*s)."),
                                    STRF(count), STRF(named)));
}

static void signals(struct report *r, const struct figure_table *t)
{
    static const struct doc_column columns[] = {
        {"figure", "Figure", false},     {"period", "Period", false},
        {"value", "Value", true},        {"low", "Lower limit", true},
        {"high", "Upper limit", true},   {"signal", "Signal", false},
    };
    size_t count = 0, at = 0;
    for (size_t i = 0; i < t->count; i++) {
        count += is_signal(&t->row[i]);
    }
    brief(r, t, count);
    if (count == 0) {
        return;
    }
    struct doc_section *s = doc_section(r->doc, "signals", "Periods unlike the others");
    doc_table(r->doc, s, columns, COUNT_OF(columns), count);
    for (size_t i = 0; i < t->count; i++) {
        const struct figure_table_row *row = &t->row[i];
        if (is_signal(row)) {
            enum measure_unit unit = measure_unit_of(measure_of(row));
            *doc_cell(s, at, 0) = doc_text(title_of(r, row));
            *doc_cell(s, at, 1) = doc_text(text(row, CONTROLS_PERIOD));
            *doc_cell(s, at, 2) = measure_cell(unit, number(row, CONTROLS_VALUE));
            *doc_cell(s, at, 3) = measure_cell(unit, number(row, CONTROLS_LOW));
            *doc_cell(s, at, 4) = measure_cell(unit, number(row, CONTROLS_HIGH));
            *doc_cell(s, at++, 5) = doc_text(str_of(signal_words(r, row)));
        }
    }
}

/* ---- a chart ---- */

/* A column over the periods; a limit is a step as wide as its period. */
static struct chart_line line_of(struct report *r, const struct chart *c, int column)
{
    bool limit = column != CONTROLS_VALUE;
    size_t n = c->count + limit;
    double *x = arena_alloc(r->doc->arena, mem_mul(2 * n, sizeof *x)), *y = x + n;
    bool *mark = arena_alloc(r->doc->arena, n * sizeof *mark);
    for (size_t i = 0; i < n; i++) {
        const struct figure_table_row *row = c->row[i < c->count ? i : i - 1];
        x[i] = (double)i + (limit ? 0 : 0.5);
        y[i] = is_open(row) ? NAN : number(row, column);
        mark[i] = is_signal(row);
    }
    return (struct chart_line){.count = n, .x = x, .y = y, .steps = limit, .dots = !limit,
                               .mark = limit ? NULL : mark, .dashed = column == CONTROLS_LOW ||
                                                                      column == CONTROLS_HIGH};
}

static void ends_of(const struct chart_line *line, size_t count, double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < line[i].count; k++) {
            *low = fmin(*low, line[i].y[k]);
            *high = fmax(*high, line[i].y[k]);
        }
    }
    *low = isfinite(*low) ? *low : 0;
    *high = isfinite(*high) ? *high : 1;
}

static void draw(struct report *r, const struct chart *c, struct doc_section *s)
{
    struct chart_line line[] = {line_of(r, c, CONTROLS_VALUE), line_of(r, c, CONTROLS_CENTRE),
                                line_of(r, c, CONTROLS_LOW), line_of(r, c, CONTROLS_HIGH)};
    struct chart_tick x[MEASURE_TICKS];
    struct measure_axis axis;
    struct buf script;
    double low, high;
    struct str *period = arena_alloc(r->doc->arena, c->count * sizeof *period);
    struct str marked = {0};
    for (size_t i = 0; i < c->count; i++) {
        period[i] = text(c->row[i], CONTROLS_PERIOD);
        if (is_signal(c->row[i])) {
            marked = arena_printf(r->doc->arena, "%.*s %.*s", STRF(marked), STRF(period[i]));
        }
    }
    line[0].label = c->name;
    line[1].label = str_of(report_word(r, "Centre"));
    line[2].label = str_of(report_word(r, "Control limits"));
    line[1].colour = CENTRE;
    line[2].colour = line[3].colour = LIMITS;
    ends_of(line, COUNT_OF(line), &low, &high);
    measure_axis(r, c->unit, low, high, &axis);
    const struct chart_lines chart = {.line = line, .count = COUNT_OF(line),
                                      .x_most = (double)c->count, .y_least = axis.least,
                                      .y_most = axis.most, .x_tick = x, .y_tick = axis.tick,
                                      .x_ticks = measure_periods(period, c->count, x),
                                      .y_ticks = axis.ticks, .x_title = report_word(r, "Period"),
                                      .y_title = arena_cstr(r->doc->arena, c->name)};
    buf_init(&script, BUF_UNBOUNDED);
    chart_lines(&chart, &script);
    struct str what = arena_printf(r->doc->arena, report_word(r, "Control chart of %.*s; signals:"),
                                   STRF(c->title));
    struct str none = marked.n > 0 ? marked : arena_printf(r->doc->arena, " %s", report_word(r, "none"));
    report_chart(r, s, CHART_LINES_WIDTH, chart_lines_height(&chart), &script,
                 arena_printf(r->doc->arena, "%.*s%.*s", STRF(what), STRF(none)));
}

static struct doc_section *put_chart(struct report *r, const struct chart *c)
{
    static const struct doc_column columns[] = {
        {"figure", "Figure", false}, {"period", "Period", false},    {"n", "Number", true},
        {"value", "Value", true},    {"centre", "Centre", true},     {"low", "Lower limit", true},
        {"high", "Upper limit", true}, {"signal", "Signal", false},
    };
    struct doc_section *s = doc_section(r->doc, "control", "");
    s->title = arena_printf(r->doc->arena, report_word(r, "Control chart: %.*s"), STRF(c->title));
    doc_table(r->doc, s, columns, COUNT_OF(columns), c->count);
    for (size_t i = 0; i < c->count; i++) {
        const struct figure_table_row *row = c->row[i];
        const int values[] = {CONTROLS_VALUE, CONTROLS_CENTRE, CONTROLS_LOW, CONTROLS_HIGH};
        *doc_cell(s, i, 0) = doc_text(c->title);
        *doc_cell(s, i, 1) = doc_text(text(row, CONTROLS_PERIOD));
        *doc_cell(s, i, 2) = doc_number(number(row, CONTROLS_N));
        for (size_t k = 0; k < COUNT_OF(values); k++) {
            *doc_cell(s, i, 3 + k) = measure_cell(c->unit, number(row, values[k]));
        }
        doc_cell(s, i, 3)->open = is_open(row) && doc_cell(s, i, 3)->type != DOC_EMPTY;
        *doc_cell(s, i, 7) = is_signal(row) ? doc_text(str_of(signal_words(r, row)))
                                            : (struct doc_cell){0};
    }
    draw(r, c, s);
    return s;
}

static bool has_open(const struct figure_table *t)
{
    for (size_t i = 0; i < t->count; i++) {
        if (is_open(&t->row[i])) {
            return true;
        }
    }
    return false;
}

static void explain(struct report *r, const struct figure_table *t, struct doc_section *s, size_t all)
{
    const char *between = r->doc->language == WORDS_ZH ? "" : " ";
    s->note = str_of(report_word(r, "Limits are 3 standard deviations from the centre: within them chance "
                                    "alone may keep a period. A signal is a period beyond a limit, or the "
                                    "eighth in a row on one side of the centre and those that follow "
                                    "there."));
    if (has_open(t)) {
        s->note = arena_printf(r->doc->arena, "%.*s%s%s", STRF(s->note), between,
                               report_word(r, "*: the period had not ended, the figure still grows."));
    }
    if (all > FIGURES) {
        struct str more = arena_printf(r->doc->arena,
                                       report_word(r, "The report has %d of %zu control charts; signals "
                                                      "are of all."),
                                       FIGURES, all);
        s->note = arena_printf(r->doc->arena, "%.*s%s%.*s", STRF(s->note), between, STRF(more));
    }
}

void *control_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct figure_table *table = arena_alloc(r->doc->arena, sizeof *table);
    figure_table_read(table, run, input, &figure_specs_control);
    return table;
}

void control_report_add(struct report *r, const void *read)
{
    const struct figure_table *t = read;
    struct chart chart[FIGURES];
    struct doc_section *s = NULL;
    if (t->count > 0) {
        signals(r, t);
    }
    size_t all = charts_of(r, t, chart);
    for (size_t i = 0; i < all && i < FIGURES; i++) {
        s = put_chart(r, &chart[i]);
    }
    if (s) {
        explain(r, t, s, all);
    }
}
