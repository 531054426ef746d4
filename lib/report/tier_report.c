#include "base/base.h"

#include <math.h>

#include "report/clv_report.h"
#include "report/tier_charts.h"
#include "report/tier_report.h"

static void figures(struct report *r, const struct portfolio *p)
{
    struct doc *doc = r->doc;
    doc_figure(doc, "customers", "Customers", doc_count(p->count));
    doc_figure(doc, "buyers", "Buyers", doc_count(p->buyers));
    doc_figure(doc, "orders", "Orders", doc_count(p->orders));
    doc_figure(doc, "revenue", "Net revenue", doc_money(p->revenue));
    struct doc_cell average = {0};
    if (p->orders > 0) { /* rounded to the currency's decimals, half away from 0 */
        average = doc_money(money_mean(p->revenue, p->orders, money_decimals(p->currency)));
    }
    doc_figure(doc, "average_order", "Average order", average);
    if (!isnan(p->gini)) {
        doc_figure(doc, "gini", "Gini coefficient", doc_number(round(p->gini * 1000) / 1000));
    }
}

static void brief(struct report *r, const struct portfolio *p)
{
    struct arena *arena = r->doc->arena;
    if (p->tiers.count > 0 && p->revenue > 0) {
        const struct portfolio_group *best = &p->tiers.group[0];
        struct str name = report_named(r, best->name, "no tier");
        struct str n = report_count(r, best->customers),
                   of = report_share(r, report_part(best->customers, p->count));
        struct str brings = report_share(r, portfolio_share(best->revenue, p->revenue));
        doc_sentence(r->doc,
                     arena_printf(arena,
                                  report_word(r, "%.*s: %.*s customers (%.*s) bring %.*s of the "
                                                 "net revenue."),
                                  STRF(name), STRF(n), STRF(of), STRF(brings)));
    }
    if (p->has_lifecycle && p->revenue > 0) {
        const struct portfolio_group *risk = &p->stages[LIFECYCLE_AT_RISK];
        const struct portfolio_group *lapsed = &p->stages[LIFECYCLE_LAPSED];
        struct str n = report_count(r, risk->customers), sum = report_money(r, risk->revenue);
        struct str s = report_share(r, portfolio_share(risk->revenue, p->revenue));
        struct str gone = report_share(r, portfolio_share(lapsed->revenue, p->revenue));
        doc_sentence(
            r->doc,
            arena_printf(arena,
                         report_word(r, "Customers at risk: %.*s, who brought %.*s (%.*s of "
                                        "the net revenue); the lapsed brought %.*s."),
                         STRF(n), STRF(sum), STRF(s), STRF(gone)));
    }
    if (!isnan(p->top[3])) {
        struct str top = report_share(r, p->top[3]);
        doc_sentence(r->doc,
                     arena_printf(arena,
                                  report_word(r, "The best 20%% of the buyers bring %.*s of what "
                                                 "buyers bring; Gini coefficient %.2f."),
                                  STRF(top), p->gini));
    }
    if (p->has_moves) {
        struct str up = report_count(r, p->moves[MOVEMENT_UP].customers);
        struct str down = report_count(r, p->moves[MOVEMENT_DOWN].customers);
        struct str fresh = report_count(r, p->moves[MOVEMENT_NEW].customers);
        struct str carry = report_money(r, p->moves[MOVEMENT_DOWN].revenue);
        doc_sentence(r->doc,
                     arena_printf(arena,
                                  report_word(r, "Since the last report: %.*s up, %.*s down (net "
                                                 "revenue %.*s), %.*s new."),
                                  STRF(up), STRF(down), STRF(carry), STRF(fresh)));
    }
}

static void tiers(struct report *r, const struct portfolio *p)
{
    static const struct doc_column columns[] = {
        {"tier", "Tier", false},
        {"customers", "Customers", true},
        {"customers_share", "Share of customers", true},
        {"revenue", "Net revenue", true},
        {"revenue_share", "Share of net revenue", true},
        {"median_recency_days", "Median recency, days", true},
        {"slipping", "At risk or lapsed", true},
        {"slipping_revenue", "Their net revenue", true},
    };
    size_t rows = 0;
    for (size_t i = 0; i < p->tiers.count; i++) {
        rows += p->tiers.group[i].customers > 0;
    }
    struct doc_section *s = doc_section(r->doc, "tiers", "Tiers");
    doc_table(r->doc, s, columns, COUNT_OF(columns) - (p->has_lifecycle ? 0 : 2), rows);
    for (size_t i = 0, row = 0; i < p->tiers.count; i++) {
        const struct portfolio_group *g = &p->tiers.group[i];
        if (g->customers == 0) {
            continue;
        }
        *doc_cell(s, row, 0) = doc_text(report_named(r, g->name, "no tier"));
        *doc_cell(s, row, 1) = doc_count(g->customers);
        *doc_cell(s, row, 2) = doc_share(report_part(g->customers, p->count));
        *doc_cell(s, row, 3) = doc_money(g->revenue);
        *doc_cell(s, row, 4) = doc_share(portfolio_share(g->revenue, p->revenue));
        *doc_cell(s, row, 5) = doc_number(g->median_recency);
        if (p->has_lifecycle) {
            *doc_cell(s, row, 6) = doc_count(g->slipping);
            *doc_cell(s, row, 7) = doc_money(g->slipping_revenue);
        }
        row++;
    }
    tier_charts_tiers(r, p, s);
}

/* Columns that the data fill: others would stand empty. */
static size_t slipping_columns(const struct portfolio *p, struct doc_column *columns, int *what)
{
    static const struct doc_column all[] = {
        {"customer_id", "Customer", false},
        {"name", "Name", false},
        {"tier", "Tier", false},
        {"previous_tier", "Previous tier", false},
        {"lifecycle", "Lifecycle", false},
        {"recency_days", "Days since last order", true},
        {"orders", "Orders", true},
        {"revenue", "Net revenue", true},
    };
    bool names = false;
    for (size_t i = 0; i < p->slipping_count; i++) {
        names |= p->slipping[i]->name.n > 0;
    }
    const bool filled[COUNT_OF(all)] = {true, names, true, p->has_moves, p->has_lifecycle,
                                        true, true,  true};
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        if (filled[i]) {
            columns[n] = all[i];
            what[n++] = (int)i;
        }
    }
    return n;
}

static struct doc_cell slipping_cell(const struct report *r, const struct portfolio *p,
                                     const struct portfolio_customer *c, int what)
{
    const struct portfolio_group *tiers = p->tiers.group;
    switch (what) {
    case 0:
        return doc_text(c->id);
    case 1:
        return doc_text(c->name);
    case 2:
        return doc_text(report_named(r, tiers[c->tier].name, "no tier"));
    case 3:
        return doc_text(report_named(r, tiers[c->previous].name, "not there"));
    case 4:
        return doc_text(
            c->stage < 0
                ? S("")
                : report_named(r, str_of(lifecycle_name((enum lifecycle_stage)c->stage)), ""));
    case 5:
        return c->recency < 0 ? (struct doc_cell){0} : doc_count((uint64_t)c->recency);
    case 6:
        return doc_count(c->orders);
    default:
        return doc_money(c->monetary);
    }
}

static void slipping(struct report *r, const struct portfolio *p)
{
    if (!p->has_lifecycle && !p->has_moves) {
        return;
    }
    struct doc_column *columns = arena_alloc(r->doc->arena, 8 * sizeof *columns);
    int what[8];
    size_t n = slipping_columns(p, columns, what);
    struct doc_section *s = doc_section(r->doc, "slipping", "The largest that are slipping");
    doc_table(r->doc, s, columns, n, p->slipping_count);
    for (size_t i = 0; i < p->slipping_count; i++) {
        for (size_t k = 0; k < n; k++) {
            *doc_cell(s, i, k) = slipping_cell(r, p, p->slipping[i], what[k]);
        }
    }
    s->note = str_of(
        p->slipping_count > 0
            ? report_word(r, "Customers at risk, and those who came down a tier since the last "
                             "report, by net revenue.")
            : report_word(r, "Nobody is at risk, and nobody came down a tier."));
}

/* Somebody moved so, or stayed; who was no customer then and is none now did neither. */
static bool is_movement(const struct portfolio *p, size_t i)
{
    size_t from = i / MOVEMENT_KINDS / p->tiers.count, to = i / MOVEMENT_KINDS % p->tiers.count;
    bool nobody = p->tiers.group[from].name.n == 0 && p->tiers.group[to].name.n == 0;
    return p->matrix[i].customers > 0 && !nobody;
}

/* From which tier to which: customers, and the revenue that they carry. */
static void movement(struct report *r, const struct portfolio *p)
{
    static const struct doc_column columns[] = {
        {"previous_tier", "From", false}, {"tier", "To", false},
        {"move", "Move", false},          {"customers", "Customers", true},
        {"revenue", "Net revenue", true},
    };
    size_t width = p->tiers.count, rows = 0;
    if (!p->has_moves) {
        return;
    }
    struct doc_section *s = doc_section(r->doc, "movement", "Movement between tiers");
    for (size_t i = 0; i < width * width * MOVEMENT_KINDS; i++) {
        rows += is_movement(p, i);
    }
    doc_table(r->doc, s, columns, COUNT_OF(columns), rows);
    for (size_t i = 0, row = 0; i < width * width * MOVEMENT_KINDS; i++) {
        enum movement_kind move = (enum movement_kind)(i % MOVEMENT_KINDS);
        const struct portfolio_group *from = &p->tiers.group[i / MOVEMENT_KINDS / width];
        const struct portfolio_group *to = &p->tiers.group[i / MOVEMENT_KINDS % width];
        if (!is_movement(p, i)) {
            continue;
        }
        *doc_cell(s, row, 0) = doc_text(report_named(r, from->name, "not there"));
        *doc_cell(s, row, 1) = doc_text(report_named(r, to->name, "no tier"));
        *doc_cell(s, row, 2) = doc_text(report_named(r, str_of(movement_name(move)), ""));
        *doc_cell(s, row, 3) = doc_count(p->matrix[i].customers);
        *doc_cell(s, row, 4) = doc_money(p->matrix[i].revenue);
        row++;
    }
    s->note =
        str_of(report_word(r, "Tiers of the last time against those of today; net revenue as it "
                              "stands today."));
    tier_charts_movement(r, p, s);
}

/* One table of the grid: rows by frequency, columns by recency. */
static struct doc_section *grid_table(struct report *r, const struct portfolio *p, const char *key,
                                      const char *title, bool revenue)
{
    static const char *const keys[PORTFOLIO_SCORES] = {"r1", "r2", "r3", "r4", "r5",
                                                       "r6", "r7", "r8", "r9", "r10"};
    static const char *const labels[PORTFOLIO_SCORES] = {"R 1", "R 2", "R 3", "R 4", "R 5",
                                                         "R 6", "R 7", "R 8", "R 9", "R 10"};
    size_t n = p->top_score;
    double most = 0;
    struct doc_column *columns = arena_alloc(r->doc->arena, (n + 1) * sizeof *columns);
    columns[0] = (struct doc_column){"f", "Frequency score", false};
    for (size_t i = 0; i < n; i++) {
        columns[1 + i] = (struct doc_column){keys[i], labels[i], true};
    }
    struct doc_section *s = doc_section(r->doc, key, title);
    doc_table(r->doc, s, columns, n + 1, n);
    for (size_t i = 0; i < n * n; i++) {
        const struct portfolio_cell *cell = tier_charts_cell(p, i / n, i % n);
        double value = revenue ? (double)cell->revenue : (double)cell->customers;
        most = value > most ? value : most;
    }
    for (size_t i = 0; i < n * n; i++) {
        const struct portfolio_cell *cell = tier_charts_cell(p, i / n, i % n);
        struct doc_cell *out = doc_cell(s, i / n, 1 + i % n);
        *doc_cell(s, i / n, 0) = doc_count(n - i / n);
        *out = revenue ? doc_money(cell->revenue) : doc_count(cell->customers);
        out->heat = report_heat(revenue ? (double)cell->revenue : (double)cell->customers, most);
    }
    return s;
}

static void grid(struct report *r, const struct portfolio *p)
{
    if (p->top_score == 0) {
        return;
    }
    struct doc_section *s = grid_table(r, p, "grid", "Recency by frequency: customers", false);
    s->note =
        str_of(report_word(r, "The highest score is the best: bought last, bought most often."));
    tier_charts_grid(r, p, s);
    grid_table(r, p, "grid_revenue", "Recency by frequency: net revenue", true);
}

/* A table of groups: of segments, or of stages. */
static void groups(struct report *r, const struct portfolio *p, const char *section,
                   const char *title, const char *key, const char *label,
                   const struct portfolio_group *list, size_t n, const char *note)
{
    struct doc_column *columns = arena_alloc(r->doc->arena, 5 * sizeof *columns);
    columns[0] = (struct doc_column){key, label, false};
    columns[1] = (struct doc_column){"customers", "Customers", true};
    columns[2] = (struct doc_column){"customers_share", "Share of customers", true};
    columns[3] = (struct doc_column){"revenue", "Net revenue", true};
    columns[4] = (struct doc_column){"revenue_share", "Share of net revenue", true};
    size_t rows = 0;
    for (size_t i = 0; i < n; i++) {
        rows += list[i].customers > 0;
    }
    struct doc_section *s = doc_section(r->doc, section, title);
    doc_table(r->doc, s, columns, 5, rows);
    for (size_t i = 0, row = 0; i < n; i++) {
        if (list[i].customers == 0) {
            continue;
        }
        *doc_cell(s, row, 0) = doc_text(report_named(r, list[i].name, "no orders"));
        *doc_cell(s, row, 1) = doc_count(list[i].customers);
        *doc_cell(s, row, 2) = doc_share(report_part(list[i].customers, p->count));
        *doc_cell(s, row, 3) = doc_money(list[i].revenue);
        *doc_cell(s, row, 4) = doc_share(portfolio_share(list[i].revenue, p->revenue));
        row++;
    }
    s->note = str_of(report_word(r, note));
}

static void concentration(struct report *r, const struct portfolio *p)
{
    static const struct doc_column columns[] = {{"part", "Buyers", false},
                                                {"revenue_share", "Share of net revenue", true}};
    static const char *const parts[] = {"best 1%", "best 5%", "best 10%", "best 20%"};
    if (isnan(p->gini)) {
        return;
    }
    struct doc_section *s = doc_section(r->doc, "concentration", "Concentration");
    doc_table(r->doc, s, columns, COUNT_OF(columns), COUNT_OF(parts));
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        *doc_cell(s, i, 0) = doc_text(str_of(report_word(r, parts[i])));
        *doc_cell(s, i, 1) = doc_share(p->top[i]);
    }
    s->note = str_of(
        report_word(r, "Of the buyers' net revenue; a net below 0 counts as 0, parts are "
                       "rounded up to whole customers. Gini coefficient: sum of (2i - n - 1) "
                       "x(i) over n times the sum of x, x ascending; 0 is all alike, 1 one "
                       "customer has all."));
    tier_charts_concentration(r, p, s);
}

void *tier_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct portfolio *p = arena_alloc(r->doc->arena, sizeof *p);
    const struct portfolio_settings settings = {r->currency, words_english};
    portfolio_read(p, run, input, &settings);
    portfolio_settle(p);
    r->currency = p->currency;
    r->as_of = p->as_of;
    r->latest = p->latest;
    r->net = true;
    return p;
}

void tier_report_add(struct report *r, const void *read)
{
    const struct portfolio *p = read;
    figures(r, p);
    brief(r, p);
    tiers(r, p);
    slipping(r, p);
    movement(r, p);
    grid(r, p);
    if (p->has_segments) {
        groups(r, p, "segments", "Segments", "segment", "Segment", p->segments.group,
               p->segments.count, "");
    }
    if (p->has_lifecycle) {
        groups(
            r, p, "lifecycle", "Lifecycle", "lifecycle", "Stage", p->stages, LIFECYCLE_STAGES,
            "At risk: silent for longer than half of the repeat customers are between two "
            "purchases; lapsed: longer than 95% of them, unless days were given (crm-segment says "
            "them).");
    }
    concentration(r, p);
    clv_report(r, p);
}
