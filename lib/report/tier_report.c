#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/chart.h"
#include "report/tier_report.h"
#include "value/number.h"

/* A report in the making. */
struct making {
    const struct portfolio *p;
    struct doc *doc;
    struct plot *plot; /* NULL: no charts */
    struct doc_section *drawn[PLOT_CHARTS]; /* by chart */
    size_t charts;
};

static const char *word(const struct making *m, const char *english)
{
    return words(m->doc->language, english);
}

/* A label of the data in the doc's language; what has none is `none`. */
static struct str named(const struct making *m, struct str english, const char *none)
{
    if (english.n == 0) {
        return str_of(word(m, none));
    }
    return m->doc->language == WORDS_ZH ? words_chinese(english) : english;
}

static struct str money(const struct making *m, int64_t units)
{
    struct doc_cell cell = doc_money(units);
    return doc_shown(m->doc, &cell);
}

static struct str share(const struct making *m, double value)
{
    struct doc_cell cell = doc_share(value);
    return isnan(value) ? S("\xE2\x80\x93") : doc_shown(m->doc, &cell);
}

static struct str count(const struct making *m, uint64_t value)
{
    struct doc_cell cell = doc_count(value);
    return doc_shown(m->doc, &cell);
}

static double part(uint64_t n, uint64_t of)
{
    return of > 0 ? (double)n / (double)of : NAN;
}

static void draw(struct making *m, struct doc_section *section, int width, int height,
                 struct buf *script, struct str text)
{
    if (m->plot) {
        plot_add(m->plot, width, height, buf_view(script));
        m->drawn[m->charts++] = section;
    }
    section->chart_text = text;
    buf_free(script);
}

/* Shades by share of the largest: 0 stays pale. */
static int heat_of(double value, double most)
{
    if (!(value > 0) || !(most > 0)) {
        return 1;
    }
    int heat = 1 + (int)ceil(value / most * (DOC_HEAT - 1));
    return heat > DOC_HEAT ? DOC_HEAT : heat;
}

static void head(struct making *m)
{
    const struct portfolio *p = m->p;
    struct doc *doc = m->doc;
    char day[DATE_ROOM];
    size_t n = date_format(p->as_of, day);
    doc->as_of = arena_str(doc->arena, (struct str){day, n});
    doc->currency = p->currency;
    if (doc->title.n == 0) {
        doc->title = str_of(word(m, "Customer tiers"));
    }
    struct str as_of = n > 0 ? arena_printf(doc->arena, word(m, "As of %.*s"), STRF(doc->as_of))
                             : (struct str){0};
    struct str amounts =
        p->currency.n > 0
            ? arena_printf(doc->arena, word(m, "amounts in %.*s, net of refunds"), STRF(p->currency))
            : str_of(word(m, "amounts net of refunds"));
    doc->subtitle = arena_printf(doc->arena, "%.*s%s%.*s", STRF(as_of), n > 0 ? " \xC2\xB7 " : "",
                                 STRF(amounts));
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

static void brief(struct making *m)
{
    const struct portfolio *p = m->p;
    struct arena *arena = m->doc->arena;
    if (p->tiers.count > 0 && p->revenue > 0) {
        const struct portfolio_group *best = &p->tiers.group[0];
        struct str name = named(m, best->name, "no tier");
        struct str n = count(m, best->customers), of = share(m, part(best->customers, p->count));
        struct str brings = share(m, portfolio_share(best->revenue, p->revenue));
        doc_sentence(m->doc, arena_printf(arena,
                                          word(m, "%.*s: %.*s customers (%.*s) bring %.*s of the "
                                                  "net revenue."),
                                          STRF(name), STRF(n), STRF(of), STRF(brings)));
    }
    if (p->has_lifecycle && p->revenue > 0) {
        const struct portfolio_group *risk = &p->stages[LIFECYCLE_AT_RISK];
        const struct portfolio_group *lapsed = &p->stages[LIFECYCLE_LAPSED];
        struct str n = count(m, risk->customers), sum = money(m, risk->revenue);
        struct str s = share(m, portfolio_share(risk->revenue, p->revenue));
        struct str gone = share(m, portfolio_share(lapsed->revenue, p->revenue));
        doc_sentence(m->doc, arena_printf(arena,
                                          word(m, "Customers at risk: %.*s, who brought %.*s (%.*s of "
                                                  "the net revenue); the lapsed brought %.*s."),
                                          STRF(n), STRF(sum), STRF(s), STRF(gone)));
    }
    if (!isnan(p->top[3])) {
        struct str top = share(m, p->top[3]);
        doc_sentence(m->doc, arena_printf(arena,
                                          word(m, "The best 20%% of the buyers bring %.*s of what "
                                                  "buyers bring; Gini coefficient %.2f."),
                                          STRF(top), p->gini));
    }
    if (p->has_moves) {
        struct str up = count(m, p->moves[MOVEMENT_UP].customers);
        struct str down = count(m, p->moves[MOVEMENT_DOWN].customers);
        struct str fresh = count(m, p->moves[MOVEMENT_NEW].customers);
        struct str carry = money(m, p->moves[MOVEMENT_DOWN].revenue);
        doc_sentence(m->doc, arena_printf(arena,
                                          word(m, "Since the last report: %.*s up, %.*s down (net "
                                                  "revenue %.*s), %.*s new."),
                                          STRF(up), STRF(down), STRF(carry), STRF(fresh)));
    }
}

static void tiers_chart(struct making *m, struct doc_section *s)
{
    const struct portfolio *p = m->p;
    struct chart_bar *bars = mem_new(p->tiers.count, sizeof *bars);
    struct buf script;
    struct str text = str_of(word(m, "Share of customers and of net revenue by tier:"));
    size_t n = 0;
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < p->tiers.count; i++) {
        const struct portfolio_group *g = &p->tiers.group[i];
        if (g->customers == 0) {
            continue;
        }
        double customers = part(g->customers, p->count);
        double revenue = portfolio_share(g->revenue, p->revenue);
        bars[n++] = (struct chart_bar){
            .label = named(m, g->name, "no tier"),
            .value = {revenue, customers},
            .text = {share(m, revenue), share(m, customers)}};
        text = arena_printf(m->doc->arena, "%.*s %.*s %.*s, %.*s;", STRF(text),
                            STRF(bars[n - 1].label), STRF(bars[n - 1].text[1]),
                            STRF(bars[n - 1].text[0]));
    }
    const char *const series[2] = {word(m, "Share of net revenue"),
                                   word(m, "Share of customers")};
    chart_bars(bars, n, series, &script);
    text.n -= n > 0; /* the last ; */
    draw(m, s, 640, chart_bars_height(n, true), &script, text);
    free(bars);
}

static void tiers(struct making *m)
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
    const struct portfolio *p = m->p;
    size_t rows = 0;
    for (size_t i = 0; i < p->tiers.count; i++) {
        rows += p->tiers.group[i].customers > 0;
    }
    struct doc_section *s = doc_section(m->doc, "tiers", "Tiers");
    doc_table(m->doc, s, columns, COUNT_OF(columns) - (p->has_lifecycle ? 0 : 2), rows);
    for (size_t i = 0, row = 0; i < p->tiers.count; i++) {
        const struct portfolio_group *g = &p->tiers.group[i];
        if (g->customers == 0) {
            continue;
        }
        *doc_cell(s, row, 0) = doc_text(named(m, g->name, "no tier"));
        *doc_cell(s, row, 1) = doc_count(g->customers);
        *doc_cell(s, row, 2) = doc_share(part(g->customers, p->count));
        *doc_cell(s, row, 3) = doc_money(g->revenue);
        *doc_cell(s, row, 4) = doc_share(portfolio_share(g->revenue, p->revenue));
        *doc_cell(s, row, 5) = doc_number(g->median_recency);
        if (p->has_lifecycle) {
            *doc_cell(s, row, 6) = doc_count(g->slipping);
            *doc_cell(s, row, 7) = doc_money(g->slipping_revenue);
        }
        row++;
    }
    tiers_chart(m, s);
}

/* Columns that the data fill: others would stand empty. */
static size_t slipping_columns(const struct portfolio *p, struct doc_column *columns, int *what)
{
    static const struct doc_column all[] = {
        {"customer_id", "Customer", false}, {"name", "Name", false},
        {"tier", "Tier", false},            {"previous_tier", "Previous tier", false},
        {"lifecycle", "Lifecycle", false},  {"recency_days", "Days since last order", true},
        {"orders", "Orders", true},         {"revenue", "Net revenue", true},
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

static struct doc_cell slipping_cell(const struct making *m, const struct portfolio_customer *c,
                                     int what)
{
    const struct portfolio_group *tiers = m->p->tiers.group;
    switch (what) {
    case 0:
        return doc_text(c->id);
    case 1:
        return doc_text(c->name);
    case 2:
        return doc_text(named(m, tiers[c->tier].name, "no tier"));
    case 3:
        return doc_text(named(m, tiers[c->previous].name, "not there"));
    case 4:
        return doc_text(c->stage < 0
                            ? S("")
                            : named(m, str_of(lifecycle_name((enum lifecycle_stage)c->stage)), ""));
    case 5:
        return c->recency < 0 ? (struct doc_cell){0} : doc_count((uint64_t)c->recency);
    case 6:
        return doc_count(c->orders);
    default:
        return doc_money(c->monetary);
    }
}

static void slipping(struct making *m)
{
    const struct portfolio *p = m->p;
    if (!p->has_lifecycle && !p->has_moves) {
        return;
    }
    struct doc_column *columns = arena_alloc(m->doc->arena, 8 * sizeof *columns);
    int what[8];
    size_t n = slipping_columns(p, columns, what);
    struct doc_section *s = doc_section(m->doc, "slipping", "The largest that are slipping");
    doc_table(m->doc, s, columns, n, p->slipping_count);
    for (size_t i = 0; i < p->slipping_count; i++) {
        for (size_t k = 0; k < n; k++) {
            *doc_cell(s, i, k) = slipping_cell(m, p->slipping[i], what[k]);
        }
    }
    s->note = str_of(p->slipping_count > 0
                         ? word(m, "Customers at risk, and those who came down a tier since the last "
                                   "report, by net revenue.")
                         : word(m, "Nobody is at risk, and nobody came down a tier."));
}

static void movement_chart(struct making *m, struct doc_section *s)
{
    static const enum movement_kind kinds[] = {MOVEMENT_UP, MOVEMENT_NEW, MOVEMENT_BACK,
                                               MOVEMENT_DOWN};
    const struct portfolio *p = m->p;
    struct chart_bar bars[COUNT_OF(kinds)];
    struct buf script;
    struct str text = str_of(word(m, "Net revenue of those who moved:"));
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        const struct portfolio_cell *cell = &p->moves[kinds[i]];
        struct str sum = money(m, cell->revenue), n = count(m, cell->customers);
        bars[i] = (struct chart_bar){
            .label = named(m, str_of(movement_name(kinds[i])), ""),
            .value = {cell->revenue > 0 ? (double)cell->revenue / MONEY_SCALE : 0},
            .text = {arena_printf(m->doc->arena, "%.*s (%.*s)", STRF(sum), STRF(n))}};
        text = arena_printf(m->doc->arena, "%.*s %.*s %.*s;", STRF(text), STRF(bars[i].label),
                            STRF(bars[i].text[0]));
    }
    chart_bars(bars, COUNT_OF(kinds), NULL, &script);
    text.n--; /* the last ; */
    draw(m, s, 640, chart_bars_height(COUNT_OF(kinds), false), &script, text);
}

/* Somebody moved so, or stayed; who was no customer then and is none now did neither. */
static bool is_movement(const struct portfolio *p, size_t i)
{
    size_t from = i / MOVEMENT_KINDS / p->tiers.count, to = i / MOVEMENT_KINDS % p->tiers.count;
    bool nobody = p->tiers.group[from].name.n == 0 && p->tiers.group[to].name.n == 0;
    return p->matrix[i].customers > 0 && !nobody;
}

/* From which tier to which: customers, and the revenue that they carry. */
static void movement(struct making *m)
{
    static const struct doc_column columns[] = {
        {"previous_tier", "From", false}, {"tier", "To", false},     {"move", "Move", false},
        {"customers", "Customers", true}, {"revenue", "Net revenue", true},
    };
    const struct portfolio *p = m->p;
    size_t width = p->tiers.count, rows = 0;
    if (!p->has_moves) {
        return;
    }
    struct doc_section *s = doc_section(m->doc, "movement", "Movement between tiers");
    for (size_t i = 0; i < width * width * MOVEMENT_KINDS; i++) {
        rows += is_movement(p, i);
    }
    doc_table(m->doc, s, columns, COUNT_OF(columns), rows);
    for (size_t i = 0, row = 0; i < width * width * MOVEMENT_KINDS; i++) {
        enum movement_kind move = (enum movement_kind)(i % MOVEMENT_KINDS);
        const struct portfolio_group *from = &p->tiers.group[i / MOVEMENT_KINDS / width];
        const struct portfolio_group *to = &p->tiers.group[i / MOVEMENT_KINDS % width];
        if (!is_movement(p, i)) {
            continue;
        }
        *doc_cell(s, row, 0) = doc_text(named(m, from->name, "not there"));
        *doc_cell(s, row, 1) = doc_text(named(m, to->name, "no tier"));
        *doc_cell(s, row, 2) = doc_text(named(m, str_of(movement_name(move)), ""));
        *doc_cell(s, row, 3) = doc_count(p->matrix[i].customers);
        *doc_cell(s, row, 4) = doc_money(p->matrix[i].revenue);
        row++;
    }
    s->note = str_of(word(m, "Tiers of the last time against those of today; net revenue as it "
                             "stands today."));
    movement_chart(m, s);
}

#define CELLS (PORTFOLIO_SCORES * PORTFOLIO_SCORES)

/* The cell of the grid at a place of the picture: the best frequency at the top. */
static const struct portfolio_cell *grid_cell(const struct portfolio *p, size_t row, size_t column)
{
    return &p->grid[column][p->top_score - 1 - row];
}

static void grid_chart(struct making *m, struct doc_section *s)
{
    const struct portfolio *p = m->p;
    size_t n = p->top_score;
    struct arena *arena = m->doc->arena;
    struct str x[PORTFOLIO_SCORES], y[PORTFOLIO_SCORES], text[CELLS], below[CELLS];
    int heat[CELLS];
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < n; i++) {
        x[i] = arena_printf(arena, "%zu", i + 1);
        y[i] = arena_printf(arena, "%zu", n - i);
    }
    for (size_t i = 0; i < n * n; i++) {
        const struct portfolio_cell *cell = grid_cell(p, i / n, i % n);
        text[i] = count(m, cell->customers);
        below[i] = cell->customers > 0 ? share(m, portfolio_share(cell->revenue, p->revenue)) : S("");
        heat[i] = doc_cell(s, i / n, 1 + i % n)->heat;
    }
    const struct chart_heat chart = {
        n, n, x, y, text, n > 5 ? NULL : below, heat, word(m, "Recency score"),
        word(m, "Frequency score")};
    chart_heat(&chart, &script);
    draw(m, s, 480, 420, &script,
         str_of(word(m, "Customers by recency and frequency score, with their share of net revenue; "
                        "the tables have the numbers.")));
}

/* One table of the grid: rows by frequency, columns by recency. */
static struct doc_section *grid_table(struct making *m, const char *key, const char *title,
                                      bool revenue)
{
    static const char *const keys[PORTFOLIO_SCORES] = {"r1", "r2", "r3", "r4", "r5",
                                                       "r6", "r7", "r8", "r9", "r10"};
    static const char *const labels[PORTFOLIO_SCORES] = {"R 1", "R 2", "R 3", "R 4", "R 5",
                                                         "R 6", "R 7", "R 8", "R 9", "R 10"};
    const struct portfolio *p = m->p;
    size_t n = p->top_score;
    double most = 0;
    struct doc_column *columns = arena_alloc(m->doc->arena, (n + 1) * sizeof *columns);
    columns[0] = (struct doc_column){"f", "Frequency score", false};
    for (size_t i = 0; i < n; i++) {
        columns[1 + i] = (struct doc_column){keys[i], labels[i], true};
    }
    struct doc_section *s = doc_section(m->doc, key, title);
    doc_table(m->doc, s, columns, n + 1, n);
    for (size_t i = 0; i < n * n; i++) {
        const struct portfolio_cell *cell = grid_cell(p, i / n, i % n);
        double value = revenue ? (double)cell->revenue : (double)cell->customers;
        most = value > most ? value : most;
    }
    for (size_t i = 0; i < n * n; i++) {
        const struct portfolio_cell *cell = grid_cell(p, i / n, i % n);
        struct doc_cell *out = doc_cell(s, i / n, 1 + i % n);
        *doc_cell(s, i / n, 0) = doc_count(n - i / n);
        *out = revenue ? doc_money(cell->revenue) : doc_count(cell->customers);
        out->heat = heat_of(revenue ? (double)cell->revenue : (double)cell->customers, most);
    }
    return s;
}

static void grid(struct making *m)
{
    if (m->p->top_score == 0) {
        return;
    }
    struct doc_section *s = grid_table(m, "grid", "Recency by frequency: customers", false);
    s->note = str_of(word(m, "The highest score is the best: bought last, bought most often."));
    grid_chart(m, s);
    grid_table(m, "grid_revenue", "Recency by frequency: net revenue", true);
}

/* A table of groups: of segments, or of stages. */
static void groups(struct making *m, const char *section, const char *title, const char *key,
                   const char *label,
                   const struct portfolio_group *list, size_t n, const char *note)
{
    struct doc_column *columns = arena_alloc(m->doc->arena, 5 * sizeof *columns);
    columns[0] = (struct doc_column){key, label, false};
    columns[1] = (struct doc_column){"customers", "Customers", true};
    columns[2] = (struct doc_column){"customers_share", "Share of customers", true};
    columns[3] = (struct doc_column){"revenue", "Net revenue", true};
    columns[4] = (struct doc_column){"revenue_share", "Share of net revenue", true};
    size_t rows = 0;
    for (size_t i = 0; i < n; i++) {
        rows += list[i].customers > 0;
    }
    struct doc_section *s = doc_section(m->doc, section, title);
    doc_table(m->doc, s, columns, 5, rows);
    for (size_t i = 0, row = 0; i < n; i++) {
        if (list[i].customers == 0) {
            continue;
        }
        *doc_cell(s, row, 0) = doc_text(named(m, list[i].name, "no orders"));
        *doc_cell(s, row, 1) = doc_count(list[i].customers);
        *doc_cell(s, row, 2) = doc_share(part(list[i].customers, m->p->count));
        *doc_cell(s, row, 3) = doc_money(list[i].revenue);
        *doc_cell(s, row, 4) = doc_share(portfolio_share(list[i].revenue, m->p->revenue));
        row++;
    }
    s->note = str_of(word(m, note));
}

static void concentration_chart(struct making *m, struct doc_section *s)
{
    const struct portfolio *p = m->p;
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    struct str top = share(m, p->top[3]);
    const struct chart_curve chart = {
        .y = p->curve,
        .count = PORTFOLIO_CURVE,
        .mark_x = p->mark,
        .mark_y = 1 - p->top[3],
        .mark = arena_printf(m->doc->arena, word(m, "the best 20%% bring %.*s"), STRF(top)),
        .x_title = word(m, "Share of buyers, the smallest first"),
        .y_title = word(m, "Share of net revenue"),
        .diagonal = word(m, "all alike"),
    };
    chart_curve(&chart, &script);
    draw(m, s, 480, 400, &script,
         arena_printf(m->doc->arena,
                      word(m, "Lorenz curve of net revenue: the best 20%% of buyers bring %.*s; "
                              "Gini coefficient %.3f."),
                      STRF(top), p->gini));
}

static void concentration(struct making *m)
{
    static const struct doc_column columns[] = {{"part", "Buyers", false},
                                                {"revenue_share", "Share of net revenue", true}};
    static const char *const parts[] = {"best 1%", "best 5%", "best 10%", "best 20%"};
    const struct portfolio *p = m->p;
    if (isnan(p->gini)) {
        return;
    }
    struct doc_section *s = doc_section(m->doc, "concentration", "Concentration");
    doc_table(m->doc, s, columns, COUNT_OF(columns), COUNT_OF(parts));
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        *doc_cell(s, i, 0) = doc_text(str_of(word(m, parts[i])));
        *doc_cell(s, i, 1) = doc_share(p->top[i]);
    }
    s->note = str_of(word(m, "Of the buyers' net revenue; a net below 0 counts as 0, parts are "
                             "rounded up to whole customers. Gini coefficient: sum of (2i - n - 1) "
                             "x(i) over n times the sum of x, x ascending; 0 is all alike, 1 one "
                             "customer has all."));
    concentration_chart(m, s);
}

bool tier_report(const struct portfolio *p, struct doc *doc, struct plot *plot)
{
    struct making m = {.p = p, .doc = doc, .plot = plot};
    struct str svg[PLOT_CHARTS] = {{0}};
    head(&m);
    brief(&m);
    tiers(&m);
    slipping(&m);
    movement(&m);
    grid(&m);
    if (p->has_segments) {
        groups(&m, "segments", "Segments", "segment", "Segment", p->segments.group, p->segments.count, "");
    }
    if (p->has_lifecycle) {
        groups(&m, "lifecycle", "Lifecycle", "lifecycle", "Stage", p->stages, LIFECYCLE_STAGES,
               "At risk: silent for longer than half of the repeat customers are between two "
               "purchases; lapsed: longer than 95% of them, unless days were given (crm-segment says "
               "them).");
    }
    concentration(&m);
    if (!plot) {
        return true;
    }
    bool ok = plot_run(plot, doc->arena, svg);
    for (size_t i = 0; i < m.charts && ok; i++) {
        m.drawn[i]->chart = svg[i];
    }
    return ok;
}
