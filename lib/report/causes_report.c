#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/causes_report.h"
#include "report/measure_charts.h"

#define BARS 20 /* causes of the chart, at most */
#define MOST 0.8 /* of the tickets: what the first causes make up */

static double number(const struct figure_table_row *row, int column)
{
    return row->cell[column].number;
}

static struct str name_of(const struct report *r, const struct figure_table_row *row)
{
    return row->group.n > 0 ? row->group : str_of(report_word(r, "(none)"));
}

static uint64_t tickets_of(const struct figure_table_row *row)
{
    return (uint64_t)llround(number(row, CAUSES_TICKETS));
}

static void brief(struct report *r, const struct figure_table *t)
{
    size_t n = 0;
    while (n < t->count && number(&t->row[n], CAUSES_CUMULATIVE_SHARE) < MOST) {
        n++;
    }
    if (n >= t->count) {
        return;
    }
    struct str first = name_of(r, &t->row[0]);
    struct str share = report_share(r, number(&t->row[0], CAUSES_SHARE));
    struct str sum = report_share(r, number(&t->row[n], CAUSES_CUMULATIVE_SHARE));
    doc_sentence(r->doc, arena_printf(r->doc->arena,
                                      report_word(r, "The most frequent cause, %.*s, makes up %.*s of the "
                                                     "tickets; %zu of %zu causes make up %.*s."),
                                      STRF(first), STRF(share), n + 1, t->count, STRF(sum)));
}

static void draw(struct report *r, const struct figure_table *t, struct doc_section *s)
{
    size_t n = t->count < BARS ? t->count : BARS;
    struct str *label = arena_alloc(r->doc->arena, 2 * n * sizeof *label), *text = label + n;
    double *share = arena_alloc(r->doc->arena, 2 * n * sizeof *share), *sum = share + n;
    struct str what = str_of(report_word(r, "Causes, the most frequent first, with the sum of their shares:"));
    struct buf script;
    for (size_t i = 0; i < n; i++) {
        const struct figure_table_row *row = &t->row[i];
        share[i] = number(row, CAUSES_SHARE);
        sum[i] = number(row, CAUSES_CUMULATIVE_SHARE);
        label[i] = name_of(r, row);
        text[i] = report_count(r, tickets_of(row));
        struct str so_far = report_share(r, sum[i]);
        what = arena_printf(r->doc->arena, "%.*s%s %.*s %.*s (%.*s)", STRF(what), i > 0 ? ";" : "",
                            STRF(label[i]), STRF(text[i]), STRF(so_far));
    }
    const struct chart_pareto chart = {
        .label = label, .text = text, .share = share, .sum = sum, .count = n,
        .title = report_word(r, "Share of tickets (bars), and of these causes together (line)")};
    buf_init(&script, BUF_UNBOUNDED);
    chart_pareto(&chart, &script);
    report_chart(r, s, 640, chart_pareto_height(n), &script, what);
}

void causes_report_add(struct report *r, const void *read)
{
    static const struct doc_column own[] = {
        {"cause", "Cause", false},
        {"tickets", "Tickets", true},
        {"share", "Share", true},
        {"cumulative_share", "Together", true},
        {"open", "Open", true},
        {"repeat_rate", "Come again", true},
        {"resolution_km_p50", "Median until resolved", true},
        {"resolution_breach_rate", "In breach", true},
        {"per_1000_orders", "Per 1,000 orders", true},
    };
    const struct figure_table *t = read;
    if (t->count == 0) {
        return;
    }
    bool orders = t->has[CAUSES_PER_1000_ORDERS];
    brief(r, t);
    struct doc_section *s = doc_section(r->doc, "causes", "Causes");
    doc_table(r->doc, s, own, COUNT_OF(own) - !orders, t->count);
    for (size_t i = 0; i < t->count; i++) {
        const struct figure_table_row *row = &t->row[i];
        *doc_cell(s, i, 0) = doc_text(name_of(r, row));
        *doc_cell(s, i, 1) = doc_count(tickets_of(row));
        *doc_cell(s, i, 2) = doc_share(number(row, CAUSES_SHARE));
        *doc_cell(s, i, 3) = doc_share(number(row, CAUSES_CUMULATIVE_SHARE));
        *doc_cell(s, i, 4) = doc_number(number(row, CAUSES_OPEN));
        *doc_cell(s, i, 5) = doc_share(number(row, CAUSES_REPEAT_RATE));
        *doc_cell(s, i, 6) = doc_rounded(doc_number(number(row, CAUSES_RESOLUTION_KM_P50)), 1);
        *doc_cell(s, i, 7) = doc_share(number(row, CAUSES_RESOLUTION_BREACH_RATE));
        if (orders) {
            *doc_cell(s, i, 8) = doc_rounded(doc_number(number(row, CAUSES_PER_1000_ORDERS)), 1);
        }
    }
    s->note = str_of(report_word(r, "Together: the share of this cause and those above it. Come again: "
                                    "tickets that followed another one of the same customer. Times in the "
                                    "unit and by the clock that crm-ticket was asked for, hours as a rule."));
    draw(r, t, s);
}

void *causes_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct figure_table *table = arena_alloc(r->doc->arena, sizeof *table);
    figure_table_read(table, run, input, &figure_specs_causes);
    return table;
}
