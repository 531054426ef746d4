#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/measure_charts.h"
#include "report/service_report.h"

#define BARS 30 /* of a chart, at most */

/* The columns of a measure, by their place behind its first one. */
enum { N, P50 = 2, KM_P50 = 4, KM_LOW, KM_HIGH, BREACH_RATE = 11, BREACH_LOW, BREACH_HIGH };

static const struct measure {
    const char *key, *title, *done;
    int first;
} measures[] = {
    {"first_response", "First response", "Answered", SERVICE_FIRST_RESPONSE_N},
    {"resolution", "Resolution", "Resolved", SERVICE_RESOLUTION_N},
};

static double number(const struct figure_table_row *row, int column)
{
    return row->cell[column].number;
}

static struct str period_of(const struct figure_table_row *row)
{
    return row->cell[SERVICE_PERIOD].text;
}

static struct str name_of(const struct report *r, const struct figure_table_row *row)
{
    return figure_table_is_all(row) ? str_of(report_word(r, "All")) : row->group;
}

/* The row of all of the last period, or of all periods. */
static const struct figure_table_row *total_of(const struct figure_table *t, struct str latest)
{
    for (size_t i = 0; i < t->count; i++) {
        if (figure_table_is_all(&t->row[i]) && str_eq(period_of(&t->row[i]), latest)) {
            return &t->row[i];
        }
    }
    return NULL;
}

static void brief(struct report *r, const struct figure_table *t, struct str latest)
{
    const struct figure_table_row *row = total_of(t, latest);
    if (!row) {
        return;
    }
    struct str tickets = report_count(r, (uint64_t)llround(number(row, SERVICE_TICKETS)));
    struct str open = report_count(r, (uint64_t)llround(number(row, SERVICE_OPEN)));
    struct str breach[COUNT_OF(measures)];
    for (size_t i = 0; i < COUNT_OF(measures); i++) {
        int first = measures[i].first;
        breach[i] = measure_with_limits(r, MEASURE_SHARE, number(row, first + BREACH_RATE),
                                        number(row, first + BREACH_LOW),
                                        number(row, first + BREACH_HIGH));
    }
    struct str head =
        latest.n > 0
            ? arena_printf(r->doc->arena, report_word(r, "Tickets of %.*s: %.*s, of which %.*s are open."),
                           STRF(latest), STRF(tickets), STRF(open))
            : arena_printf(r->doc->arena, report_word(r, "Tickets: %.*s, of which %.*s are open."),
                           STRF(tickets), STRF(open));
    doc_sentence(r->doc, head);
    if (!isnan(number(row, SERVICE_FIRST_RESPONSE_BREACH_RATE)) ||
        !isnan(number(row, SERVICE_RESOLUTION_BREACH_RATE))) {
        doc_sentence(r->doc, arena_printf(r->doc->arena,
                                          report_word(r, "In breach of the targets: first response %.*s, "
                                                         "resolution %.*s."),
                                          STRF(breach[0]), STRF(breach[1])));
    }
}

/* Bars of the groups of the last period; without groups, of the periods. */
static void draw(struct report *r, const struct figure_table *t, const struct measure *m,
                 struct str latest, struct doc_section *s)
{
    struct chart_range *bar = arena_alloc(r->doc->arena, BARS * sizeof *bar);
    struct str what = arena_printf(r->doc->arena, report_word(r, "Share in breach, %s:"),
                                   report_word(r, m->title));
    struct buf script;
    size_t n = 0;
    double reference = NAN;
    for (size_t i = 0; i < t->count; i++) {
        const struct figure_table_row *row = &t->row[i];
        double rate = number(row, m->first + BREACH_RATE);
        bool here = t->grouped_by.n == 0 || str_eq(period_of(row), latest);
        if (!here || isnan(rate) || n == BARS) {
            continue;
        }
        if (t->grouped_by.n > 0 && figure_table_is_all(row)) {
            reference = rate;
            continue;
        }
        bar[n] = (struct chart_range){
            .label = t->grouped_by.n > 0 ? row->group
                     : period_of(row).n > 0 ? period_of(row)
                                            : name_of(r, row),
            .value = rate, .low = number(row, m->first + BREACH_LOW),
            .high = number(row, m->first + BREACH_HIGH), .text = report_share(r, rate)};
        what = arena_printf(r->doc->arena, "%.*s%s %.*s %.*s", STRF(what), n > 0 ? ";" : "",
                            STRF(bar[n].label), STRF(bar[n].text));
        n++;
    }
    if (n > 0) {
        const struct chart_ranges chart = {.range = bar, .count = n, .reference = reference};
        buf_init(&script, BUF_UNBOUNDED);
        chart_ranges(&chart, &script);
        report_chart(r, s, 640, chart_ranges_height(n), &script, what);
    }
}

static void put_row(struct report *r, const struct figure_table_row *row, int first, bool periods,
                    struct doc_section *s, size_t i)
{
    static const int times[] = {P50, KM_P50, KM_LOW, KM_HIGH};
    static const int shares[] = {BREACH_RATE, BREACH_LOW, BREACH_HIGH};
    size_t at = 0;
    *doc_cell(s, i, at++) = doc_text(name_of(r, row));
    if (periods) {
        *doc_cell(s, i, at++) = doc_text(period_of(row));
    }
    *doc_cell(s, i, at++) = doc_count((uint64_t)llround(number(row, SERVICE_TICKETS)));
    *doc_cell(s, i, at++) = doc_count((uint64_t)llround(number(row, SERVICE_OPEN)));
    *doc_cell(s, i, at++) = doc_number(number(row, first + N));
    for (size_t k = 0; k < COUNT_OF(times); k++) {
        *doc_cell(s, i, at++) = doc_rounded(doc_number(number(row, first + times[k])), 1);
    }
    for (size_t k = 0; k < COUNT_OF(shares); k++) {
        *doc_cell(s, i, at++) = doc_share(number(row, first + shares[k]));
    }
}

static void measure(struct report *r, const struct figure_table *t, const struct measure *m,
                    struct str latest)
{
    const struct doc_column own[] = {
        {"group", "Group", false},           {"period", "Period", false},
        {"tickets", "Tickets", true},        {"open", "Open", true},
        {"n", m->done, true},                {"p50", "Median of those", true},
        {"km_p50", "Median of all", true},   {"km_low", "Lower limit", true},
        {"km_high", "Upper limit", true},    {"breach_rate", "In breach", true},
        {"breach_low", "Lower limit", true}, {"breach_high", "Upper limit", true},
    };
    bool periods = latest.n > 0;
    struct doc_column *columns = arena_alloc(r->doc->arena, sizeof own);
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(own); i++) {
        if (i != 1 || periods) {
            columns[n++] = own[i];
        }
    }
    struct doc_section *s = doc_section(r->doc, m->key, m->title);
    doc_table(r->doc, s, columns, n, t->count);
    for (size_t i = 0; i < t->count; i++) {
        put_row(r, &t->row[i], m->first, periods, s, i);
    }
    s->note = str_of(report_word(r, "Times in the unit and by the clock that crm-ticket was asked for, hours "
                                    "as a rule. The median of those that are done leaves out who still "
                                    "waits; the median of all, of Kaplan and Meier, does not. Limits are "
                                    "those of 95% intervals. The dashed line of the chart is the share of "
                                    "all; with periods, its bars are of the last one."));
    draw(r, t, m, latest, s);
}

void *service_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct figure_table *table = arena_alloc(r->doc->arena, sizeof *table);
    figure_table_read(table, run, input, &figure_specs_service);
    return table;
}

void service_report_add(struct report *r, const void *read)
{
    const struct figure_table *t = read;
    struct str latest = figure_table_latest(t, SERVICE_PERIOD);
    if (t->count == 0) {
        return;
    }
    brief(r, t, latest);
    for (size_t i = 0; i < COUNT_OF(measures); i++) {
        measure(r, t, &measures[i], latest);
    }
}
