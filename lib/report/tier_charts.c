#include "base/base.h"

#include "base/mem.h"
#include "report/chart.h"
#include "report/tier_charts.h"

#define CELLS (PORTFOLIO_SCORES * PORTFOLIO_SCORES)

void tier_charts_tiers(struct report *r, const struct portfolio *p, struct doc_section *s)
{
    struct chart_bar *bars = mem_new(p->tiers.count, sizeof *bars);
    struct buf script;
    struct str text = str_of(report_word(r, "Share of customers and of net revenue by tier:"));
    size_t n = 0;
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < p->tiers.count; i++) {
        const struct portfolio_group *g = &p->tiers.group[i];
        if (g->customers == 0) {
            continue;
        }
        double customers = report_part(g->customers, p->count);
        double revenue = portfolio_share(g->revenue, p->revenue);
        bars[n++] =
            (struct chart_bar){.label = report_named(r, g->name, "no tier"),
                               .value = {revenue, customers},
                               .text = {report_share(r, revenue), report_share(r, customers)}};
        text = arena_printf(r->doc->arena, "%.*s %.*s %.*s, %.*s;", STRF(text),
                            STRF(bars[n - 1].label), STRF(bars[n - 1].text[1]),
                            STRF(bars[n - 1].text[0]));
    }
    const char *const series[2] = {report_word(r, "Share of net revenue"),
                                   report_word(r, "Share of customers")};
    chart_bars(bars, n, series, &script);
    text.n -= n > 0; /* the last ; */
    report_chart(r, s, 640, chart_bars_height(n, true), &script, text);
    free(bars);
}

void tier_charts_movement(struct report *r, const struct portfolio *p, struct doc_section *s)
{
    static const enum movement_kind kinds[] = {MOVEMENT_UP, MOVEMENT_NEW, MOVEMENT_BACK,
                                               MOVEMENT_DOWN};
    struct chart_bar bars[COUNT_OF(kinds)];
    struct buf script;
    struct str text = str_of(report_word(r, "Net revenue of those who moved:"));
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const struct portfolio_cell *cell = &p->moves[kinds[i]];
        struct str sum = report_money(r, cell->revenue), n = report_count(r, cell->customers);
        bars[i] = (struct chart_bar){
            .label = report_named(r, str_of(movement_name(kinds[i])), ""),
            .value = {cell->revenue > 0 ? (double)cell->revenue / MONEY_SCALE : 0},
            .text = {arena_printf(r->doc->arena, "%.*s (%.*s)", STRF(sum), STRF(n))}};
        text = arena_printf(r->doc->arena, "%.*s %.*s %.*s;", STRF(text), STRF(bars[i].label),
                            STRF(bars[i].text[0]));
    }
    chart_bars(bars, COUNT_OF(kinds), NULL, &script);
    text.n--; /* the last ; */
    report_chart(r, s, 640, chart_bars_height(COUNT_OF(kinds), false), &script, text);
}

const struct portfolio_cell *tier_charts_cell(const struct portfolio *p, size_t row, size_t column)
{
    return &p->grid[column][p->top_score - 1 - row];
}

void tier_charts_grid(struct report *r, const struct portfolio *p, struct doc_section *s)
{
    size_t n = p->top_score;
    struct arena *arena = r->doc->arena;
    struct str x[PORTFOLIO_SCORES], y[PORTFOLIO_SCORES], text[CELLS], below[CELLS];
    int heat[CELLS];
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < n; i++) {
        x[i] = arena_printf(arena, "%zu", i + 1);
        y[i] = arena_printf(arena, "%zu", n - i);
    }
    for (size_t i = 0; i < n * n; i++) {
        const struct portfolio_cell *cell = tier_charts_cell(p, i / n, i % n);
        text[i] = report_count(r, cell->customers);
        below[i] = cell->customers > 0 ? report_share(r, portfolio_share(cell->revenue, p->revenue))
                                       : S("");
        heat[i] = doc_cell(s, i / n, 1 + i % n)->heat;
    }
    const struct chart_heat chart = {
        .columns = n,
        .rows = n,
        .column_label = x,
        .row_label = y,
        .text = text,
        .below = n > 5 ? NULL : below,
        .heat = heat,
        .x_title = report_word(r, "Recency score"),
        .y_title = report_word(r, "Frequency score"),
    };
    chart_heat(&chart, &script);
    report_chart(
        r, s, 480, 420, &script,
        str_of(report_word(
            r, "Customers by recency and frequency score, with their share of net revenue; "
               "the tables have the numbers.")));
}

void tier_charts_concentration(struct report *r, const struct portfolio *p, struct doc_section *s)
{
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    struct str top = report_share(r, p->top[3]);
    const struct chart_curve chart = {
        .y = p->curve,
        .count = PORTFOLIO_CURVE,
        .mark_x = p->mark,
        .mark_y = 1 - p->top[3],
        .mark = arena_printf(r->doc->arena, report_word(r, "the best 20%% bring %.*s"), STRF(top)),
        .x_title = report_word(r, "Share of buyers, the smallest first"),
        .y_title = report_word(r, "Share of net revenue"),
        .diagonal = report_word(r, "all alike"),
    };
    chart_curve(&chart, &script);
    report_chart(
        r, s, 480, 400, &script,
        arena_printf(r->doc->arena,
                     report_word(r,
                                 "Lorenz curve of net revenue: the best 20%% of buyers bring %.*s; "
                                 "Gini coefficient %.3f."),
                     STRF(top), p->gini));
}
