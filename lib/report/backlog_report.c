#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/backlog_report.h"
#include "report/measure_charts.h"

static double number(const struct figure_table_row *row, int column)
{
    return row->cell[column].number;
}

static struct str period_of(const struct figure_table_row *row)
{
    return row->cell[BACKLOG_PERIOD].text;
}

static bool is_open(const struct figure_table_row *row)
{
    return number(row, BACKLOG_COMPLETE) == 0;
}

/* Of the last period that had ended. */
static void brief(struct report *r, const struct figure_table *t)
{
    size_t last = t->count - 1;
    while (last > 0 && is_open(&t->row[last])) {
        last--;
    }
    const struct figure_table_row *row = &t->row[last];
    struct str period = period_of(row);
    struct str opened = report_count(r, (uint64_t)llround(number(row, BACKLOG_OPENED)));
    struct str resolved = report_count(r, (uint64_t)llround(number(row, BACKLOG_RESOLVED)));
    struct str open = report_count(r, (uint64_t)llround(number(row, BACKLOG_OPEN)));
    doc_sentence(r->doc, arena_printf(r->doc->arena,
                                      report_word(r, "In %.*s %.*s tickets were opened and %.*s resolved; "
                                                     "%.*s were open at its end."),
                                      STRF(period), STRF(opened), STRF(resolved), STRF(open)));
}

static struct chart_line line_of(struct report *r, const struct figure_table *t, const char *label,
                                 int column)
{
    double *x = arena_alloc(r->doc->arena, mem_mul(2 * t->count, sizeof *x)), *y = x + t->count;
    for (size_t i = 0; i < t->count; i++) {
        x[i] = (double)i + 0.5;
        y[i] = number(&t->row[i], column);
    }
    return (struct chart_line){.label = str_of(report_word(r, label)), .count = t->count,
                               .x = x, .y = y, .dots = t->count <= 60};
}

static void draw(struct report *r, const struct figure_table *t, struct doc_section *s)
{
    const struct chart_line line[] = {line_of(r, t, "Opened", BACKLOG_OPENED),
                                      line_of(r, t, "Resolved", BACKLOG_RESOLVED),
                                      line_of(r, t, "Open at the end", BACKLOG_OPEN)};
    struct str *period = arena_alloc(r->doc->arena, mem_mul(t->count, sizeof *period));
    struct chart_tick x[MEASURE_TICKS];
    struct measure_axis axis;
    struct buf script;
    double most = 1;
    for (size_t i = 0; i < t->count; i++) {
        period[i] = period_of(&t->row[i]);
        for (size_t k = 0; k < COUNT_OF(line); k++) {
            most = fmax(most, line[k].y[i]);
        }
    }
    measure_axis(r, MEASURE_COUNT, 0, most, &axis);
    const struct chart_lines chart = {.line = line, .count = COUNT_OF(line),
                                      .x_most = (double)t->count, .y_most = axis.most,
                                      .x_tick = x, .y_tick = axis.tick,
                                      .x_ticks = measure_periods(period, t->count, x),
                                      .y_ticks = axis.ticks, .x_title = report_word(r, "Period"),
                                      .y_title = report_word(r, "Tickets")};
    buf_init(&script, BUF_UNBOUNDED);
    chart_lines(&chart, &script);
    report_chart(r, s, CHART_LINES_WIDTH, chart_lines_height(&chart), &script,
                 arena_printf(r->doc->arena,
                              report_word(r, "Tickets opened, resolved and open at the end, by period, %.*s "
                                             "to %.*s; the table has the numbers."),
                              STRF(period[0]), STRF(period[t->count - 1])));
}

void backlog_report_add(struct report *r, const void *read)
{
    static const struct doc_column columns[] = {
        {"period", "Period", false},          {"opened", "Opened", true},
        {"resolved", "Resolved", true},       {"open", "Open at the end", true},
        {"age_p50", "Median of their ages", true}, {"age_p90", "Nine of ten younger than", true},
    };
    const struct figure_table *t = read;
    bool open = false;
    if (t->count == 0) {
        return;
    }
    brief(r, t);
    struct doc_section *s = doc_section(r->doc, "backlog", "Backlog");
    doc_table(r->doc, s, columns, COUNT_OF(columns), t->count);
    for (size_t i = 0; i < t->count; i++) {
        const struct figure_table_row *row = &t->row[i];
        *doc_cell(s, i, 0) = doc_text(period_of(row));
        for (int k = 0; k < 3; k++) {
            struct doc_cell *cell = doc_cell(s, i, 1 + (size_t)k);
            *cell = doc_count((uint64_t)llround(number(row, BACKLOG_OPENED + k)));
            cell->open = is_open(row);
        }
        *doc_cell(s, i, 4) = doc_rounded(doc_number(number(row, BACKLOG_AGE_P50)), 1);
        *doc_cell(s, i, 5) = doc_rounded(doc_number(number(row, BACKLOG_AGE_P90)), 1);
        open |= is_open(row);
    }
    s->note = str_of(report_word(r, "Ages of the open tickets in the unit and by the clock that crm-ticket was "
                                    "asked for, hours as a rule."));
    if (open) {
        s->note = arena_printf(r->doc->arena, "%.*s%s%s", STRF(s->note),
                               r->doc->language == WORDS_ZH ? "" : " ",
                               report_word(r, "*: the period had not ended, the figure still grows."));
    }
    draw(r, t, s);
}

void *backlog_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct figure_table *table = arena_alloc(r->doc->arena, sizeof *table);
    figure_table_read(table, run, input, &figure_specs_backlog);
    return table;
}
