#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/chart.h"
#include "report/clv_report.h"

static struct doc_cell orders_cell(int64_t orders)
{
    return doc_rounded(doc_number((double)orders / OUTLOOK_ORDERS), 1);
}

static void figures(struct report *r, const struct outlook_sum *all)
{
    doc_figure(r->doc, "expected_orders", "Expected orders", orders_cell(all->orders));
    doc_figure(r->doc, "expected_value", "Expected value", report_estimate(r, all->value));
    doc_figure(r->doc, "clv", "Lifetime value", report_estimate(r, all->clv));
    doc_figure(r->doc, "leaving", "Rather gone than not", doc_count(all->leaving));
}

static void brief(struct report *r, const struct outlook *outlook)
{
    const struct outlook_sum *all = &outlook->all;
    const struct doc_cell estimate = report_estimate(r, all->clv);
    const struct doc_cell leaving = report_estimate(r, all->leaving_clv);
    struct str orders = report_number(r, (double)all->orders / OUTLOOK_ORDERS, 1);
    struct str clv = doc_shown(r->doc, &estimate), n = report_count(r, all->customers);
    struct str top = report_share(r, outlook->spread.top[3]);
    doc_sentence(r->doc, arena_printf(r->doc->arena,
                                      report_word(r, "Expected of %.*s customers: %.*s orders, a "
                                                     "lifetime value of %.*s; the best 20%% hold "
                                                     "%.*s of it."),
                                      STRF(n), STRF(orders), STRF(clv), STRF(top)));
    struct str gone = report_count(r, all->leaving), left = doc_shown(r->doc, &leaving);
    struct str brought = report_money(r, all->leaving_revenue);
    doc_sentence(r->doc, arena_printf(r->doc->arena,
                                      report_word(r, "Rather gone than not: %.*s customers, who "
                                                     "brought %.*s and stand for %.*s of lifetime "
                                                     "value."),
                                      STRF(gone), STRF(brought), STRF(left)));
}

static void clv_chart(struct report *r, const struct portfolio *p, struct doc_section *s)
{
    const struct outlook_sum *all = &p->outlook.all;
    struct chart_bar *bars = mem_new(p->tiers.count, sizeof *bars);
    struct str text = str_of(report_word(r, "Share of lifetime value and of revenue to date by tier:"));
    struct buf script;
    size_t n = 0;
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < p->tiers.count; i++) {
        const struct outlook_sum *sum = &p->tiers.group[i].outlook;
        if (sum->customers == 0) {
            continue;
        }
        double clv = portfolio_share(sum->clv, all->clv);
        double revenue = portfolio_share(sum->revenue, all->revenue);
        bars[n++] = (struct chart_bar){.label = report_named(r, p->tiers.group[i].name, "no tier"),
                                       .value = {clv, revenue},
                                       .text = {report_share(r, clv), report_share(r, revenue)}};
        text = arena_printf(r->doc->arena, "%.*s %.*s %.*s, %.*s;", STRF(text),
                            STRF(bars[n - 1].label), STRF(bars[n - 1].text[0]),
                            STRF(bars[n - 1].text[1]));
    }
    const char *const series[2] = {report_word(r, "Share of lifetime value"),
                                   report_word(r, "Share of revenue to date")};
    chart_bars(bars, n, series, &script);
    text.n -= n > 0; /* the last ; */
    report_chart(r, s, 640, chart_bars_height(n, true), &script, text);
    free(bars);
}

/* A row of the sums of a group. */
static void put_sum(struct report *r, struct doc_section *s, size_t row, struct str name,
                    const struct outlook_sum *sum, const struct outlook_sum *all)
{
    *doc_cell(s, row, 0) = doc_text(name);
    *doc_cell(s, row, 1) = doc_count(sum->customers);
    *doc_cell(s, row, 2) = doc_money(sum->revenue);
    *doc_cell(s, row, 3) = orders_cell(sum->orders);
    *doc_cell(s, row, 4) = report_estimate(r, sum->value);
    *doc_cell(s, row, 5) = report_estimate(r, sum->clv);
    *doc_cell(s, row, 6) = doc_share(portfolio_share(sum->clv, all->clv));
    *doc_cell(s, row, 7) = doc_share(portfolio_share(sum->clv, sum->revenue));
}

/* A table of tiers, or of segments, and of all of them. */
static struct doc_section *by_group(struct report *r, const struct outlook_sum *all,
                                    const struct portfolio_groups *groups, const char *section,
                                    const char *title, const char *key, const char *label,
                                    const char *none)
{
    struct doc_column *columns = arena_alloc(r->doc->arena, 8 * sizeof *columns);
    size_t rows = 1;
    const struct doc_column own[] = {
        {key, label, false},
        {"customers", "Customers", true},
        {"revenue", "Revenue to date", true},
        {"expected_orders", "Expected orders", true},
        {"expected_value", "Expected value", true},
        {"clv", "Lifetime value", true},
        {"clv_share", "Share of lifetime value", true},
        {"clv_to_revenue", "Of revenue to date", true},
    };
    memcpy(columns, own, sizeof own);
    for (size_t i = 0; i < groups->count; i++) {
        rows += groups->group[i].outlook.customers > 0;
    }
    struct doc_section *s = doc_section(r->doc, section, title);
    doc_table(r->doc, s, columns, COUNT_OF(own), rows);
    for (size_t i = 0, row = 0; i < groups->count; i++) {
        const struct portfolio_group *g = &groups->group[i];
        if (g->outlook.customers > 0) {
            put_sum(r, s, row++, report_named(r, g->name, none), &g->outlook, all);
        }
    }
    put_sum(r, s, rows - 1, str_of(report_word(r, "All")), all, all);
    return s;
}

static void by_tier(struct report *r, const struct portfolio *p)
{
    struct doc_section *s = by_group(r, &p->outlook.all, &p->tiers, "clv", "Lifetime value by tier",
                                     "tier", "Tier", "no tier");
    s->note = str_of(report_word(r, "Customers with a forecast of crm-score --clv, over its horizon. "
                                    "Lifetime value is the expected value, discounted; revenue, not "
                                    "profit, and without new customers. The last column is lifetime "
                                    "value against revenue to date."));
    clv_chart(r, p, s);
}

static void put_leaving(struct report *r, struct doc_section *s, size_t row, struct str name,
                        const struct outlook_sum *sum)
{
    *doc_cell(s, row, 0) = doc_text(name);
    *doc_cell(s, row, 1) = doc_count(sum->customers);
    *doc_cell(s, row, 2) = doc_count(sum->leaving);
    *doc_cell(s, row, 3) = doc_share(report_part(sum->leaving, sum->customers));
    *doc_cell(s, row, 4) = report_estimate(r, sum->leaving_clv);
    *doc_cell(s, row, 5) = doc_share(portfolio_share(sum->leaving_clv, sum->clv));
    *doc_cell(s, row, 6) = doc_money(sum->leaving_revenue);
    *doc_cell(s, row, 7) = doc_share(portfolio_share(sum->leaving_revenue, sum->revenue));
}

static void leaving(struct report *r, const struct portfolio *p)
{
    static const struct doc_column columns[] = {
        {"tier", "Tier", false},
        {"customers", "Customers", true},
        {"leaving", "Rather gone than not", true},
        {"leaving_share", "Share of customers", true},
        {"leaving_clv", "Their lifetime value", true},
        {"leaving_clv_share", "Share of lifetime value", true},
        {"leaving_revenue", "Their revenue to date", true},
        {"leaving_revenue_share", "Share of revenue to date", true},
    };
    size_t rows = 1;
    for (size_t i = 0; i < p->tiers.count; i++) {
        rows += p->tiers.group[i].outlook.customers > 0;
    }
    struct doc_section *s = doc_section(r->doc, "clv_leaving", "Value at risk of leaving");
    doc_table(r->doc, s, columns, COUNT_OF(columns), rows);
    for (size_t i = 0, row = 0; i < p->tiers.count; i++) {
        const struct portfolio_group *g = &p->tiers.group[i];
        if (g->outlook.customers > 0) {
            put_leaving(r, s, row++, report_named(r, g->name, "no tier"), &g->outlook);
        }
    }
    put_leaving(r, s, rows - 1, str_of(report_word(r, "All")), &p->outlook.all);
    s->note = str_of(report_word(r, "Customers whose chance of still being one, p_alive, is below "
                                    "50%. Shares are of the tier's own. Their lifetime value is what "
                                    "is still expected of them; their revenue to date is what they "
                                    "brought."));
}

static void concentration_chart(struct report *r, const struct outlook_spread *spread,
                                struct doc_section *s)
{
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    struct str top = report_share(r, spread->top[3]);
    const struct chart_curve chart = {
        .y = spread->curve,
        .count = OUTLOOK_CURVE,
        .mark_x = spread->mark,
        .mark_y = 1 - spread->top[3],
        .mark = arena_printf(r->doc->arena, report_word(r, "the best 20%% hold %.*s"), STRF(top)),
        .x_title = report_word(r, "Share of customers, the smallest first"),
        .y_title = report_word(r, "Share of lifetime value"),
        .diagonal = report_word(r, "all alike"),
    };
    chart_curve(&chart, &script);
    report_chart(r, s, 480, 400, &script,
                 arena_printf(r->doc->arena,
                              report_word(r, "Lorenz curve of lifetime value: the best 20%% of "
                                             "customers hold %.*s; Gini coefficient %.3f."),
                              STRF(top), spread->gini));
}

static void concentration(struct report *r, const struct outlook_spread *spread)
{
    static const struct doc_column columns[] = {
        {"part", "Customers", false}, {"clv_share", "Share of lifetime value", true}};
    static const char *const parts[] = {"best 1%", "best 5%", "best 10%", "best 20%", "best 50%"};
    if (isnan(spread->gini)) {
        return;
    }
    struct doc_section *s =
        doc_section(r->doc, "clv_concentration", "Concentration of lifetime value");
    doc_table(r->doc, s, columns, COUNT_OF(columns), COUNT_OF(parts));
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        *doc_cell(s, i, 0) = doc_text(str_of(report_word(r, parts[i])));
        *doc_cell(s, i, 1) = doc_share(spread->top[i]);
    }
    s->note = arena_printf(r->doc->arena,
                           report_word(r, "Of the customers with a forecast, by their lifetime value; "
                                          "parts are rounded up to whole customers. Gini coefficient "
                                          "%.3f."),
                           spread->gini);
    concentration_chart(r, spread, s);
}

void clv_report(struct report *r, const struct portfolio *p)
{
    const struct outlook *outlook = &p->outlook;
    if (!outlook->there || outlook->all.customers == 0) {
        return;
    }
    figures(r, &outlook->all);
    brief(r, outlook);
    by_tier(r, p);
    if (p->has_segments) {
        by_group(r, &outlook->all, &p->segments, "clv_segments", "Lifetime value by segment",
                 "segment", "Segment", "no orders");
    }
    leaving(r, p);
    concentration(r, &outlook->spread);
}
