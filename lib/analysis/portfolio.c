#include "base/base.h"

#include <limits.h>
#include <math.h>

#include "analysis/portfolio.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"
#include "stats/concentration.h"
#include "stats/quantile.h"

double portfolio_share(int64_t units, int64_t of)
{
    return of > 0 ? (double)units / (double)of : NAN;
}

struct portfolio_cell *portfolio_moved(const struct portfolio *p, size_t from, size_t to,
                                       enum movement_kind move)
{
    return &p->matrix[(from * p->tiers.count + to) * MOVEMENT_KINDS + move];
}

static void add_money(int64_t *sum, int64_t units)
{
    if (!money_add(sum, units)) {
        die(STATUS_DATA, "the net revenue of all customers does not fit in 64 bits");
    }
}

/* The row of a group, made where its name is new. */
static size_t group_of(struct portfolio *p, struct portfolio_groups *groups, struct str name,
                       int rank)
{
    bool fresh;
    uint32_t *index = map_put(&groups->index, name, &fresh);
    if (fresh && groups->count == PORTFOLIO_GROUPS_MAX) {
        die(STATUS_DATA, "more than %d different tiers or segments: is it the right column?",
            PORTFOLIO_GROUPS_MAX);
    }
    if (fresh) {
        *index = (uint32_t)groups->count;
        groups->group = mem_grow(groups->group, groups->count + 1, sizeof *groups->group);
        groups->group[groups->count++] = (struct portfolio_group){
            .name = arena_str(&p->arena, name), .rank = INT_MAX, .median_recency = NAN};
    }
    struct portfolio_group *group = &groups->group[*index];
    group->rank = rank < group->rank ? rank : group->rank;
    return *index;
}

static int stage_named(struct str name)
{
    for (int i = 0; i < LIFECYCLE_STAGES; i++) {
        if (str_eq(name, str_of(lifecycle_name((enum lifecycle_stage)i)))) {
            return i;
        }
    }
    return -1;
}

static enum movement_kind move_named(struct str name)
{
    for (int i = 0; i < MOVEMENT_KINDS; i++) {
        if (str_eq(name, str_of(movement_name((enum movement_kind)i)))) {
            return (enum movement_kind)i;
        }
    }
    return MOVEMENT_NONE;
}

static bool count_cell(const struct row *row, int column, int64_t none, int64_t *value)
{
    uint64_t number;
    enum row_found found = row_integer(row, column, &number);
    *value = found == ROW_VALUE && number < INT64_MAX ? (int64_t)number : none;
    return found != ROW_BAD;
}

/* Whether the row is of the currency that is reported; a prospect has none, and belongs to all. */
static bool is_of_currency(struct portfolio *p, const struct row *row, struct str wanted)
{
    struct str own = row_text(row, SCORES_CURRENCY);
    bool prospect = own.n == 0 && row_text(row, SCORES_MONETARY).n == 0;
    if (wanted.n > 0) {
        p->currency = wanted;
        return prospect || str_eq(own, wanted);
    }
    if (!prospect && (own.n == 0 ? p->currency.n > 0 : p->unsaid)) {
        row_fatal(row, SCORES_CURRENCY, STATUS_DATA,
                  "rows with and without a currency: whose are the others' amounts? Choose one "
                  "currency with --currency");
        return false;
    }
    p->unsaid |= !prospect && own.n == 0;
    if (own.n > 0 && p->currency.n > 0 && !str_eq(own, p->currency)) {
        row_fatal(row, SCORES_CURRENCY, STATUS_DATA,
                  "%.*s after %.*s: amounts of two currencies are not added up: choose one with "
                  "--currency", STRF(own), STRF(p->currency));
        return false;
    }
    if (own.n > 0 && p->currency.n == 0) {
        p->currency = arena_str(&p->arena, own);
    }
    return true;
}

static bool take_as_of(struct portfolio *p, const struct row *row)
{
    int32_t day;
    enum row_found found = row_day(row, SCORES_AS_OF, &day);
    if (found == ROW_VALUE && p->as_of != DATE_NONE && day != p->as_of) {
        char before[DATE_ROOM];
        date_format(p->as_of, before);
        row_fatal(row, SCORES_AS_OF, STATUS_DATA,
                  "differs from %s in the rows before: one day, one report", before);
        return false;
    }
    p->as_of = found == ROW_VALUE ? day : p->as_of;
    return found != ROW_BAD;
}

static void take(struct portfolio *p, const struct row *row,
                 const struct portfolio_settings *settings)
{
    struct portfolio_customer c = {.recency = -1};
    struct money monetary = {0};
    struct outlook_cells outlook;
    int64_t orders, rank, r, f;
    struct str id;
    if (!is_of_currency(p, row, settings->currency)) {
        if (!row->worker->row_bad) {
            account_exclude(&row->worker->account, ACCOUNT_OTHER_CURRENCY);
        }
        return;
    }
    int counted = input_column(row->input, SCORES_ORDERS) >= 0 ? SCORES_ORDERS : SCORES_FREQUENCY;
    if (!take_as_of(p, row) || row_customer(row, &id) == ROW_BAD ||
        row_money(row, SCORES_MONETARY, &monetary) == ROW_BAD ||
        !count_cell(row, SCORES_RECENCY_DAYS, -1, &c.recency) ||
        !count_cell(row, counted, 0, &orders) || !count_cell(row, SCORES_R, 0, &r) ||
        !count_cell(row, SCORES_F, 0, &f) || !count_cell(row, SCORES_TIER_RANK, INT_MAX, &rank) ||
        !outlook_read(&p->outlook, row, &outlook)) {
        return;
    }
    if (seen_before(&p->seen, id)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, SCORES_CUSTOMER_ID, "%s stands twice", say_word(id, shown));
        return;
    }
    c.id = arena_str(&p->arena, id);
    c.name = arena_str(&p->arena, row_text(row, SCORES_NAME));
    c.monetary = monetary.units;
    c.orders = (uint64_t)orders;
    c.score[0] = (unsigned)(r > 1000 ? 1000 : r);
    c.score[1] = (unsigned)(f > 1000 ? 1000 : f);
    c.tier = group_of(p, &p->tiers, settings->english(row_text(row, SCORES_TIER)), (int)rank);
    c.previous =
        group_of(p, &p->tiers, settings->english(row_text(row, SCORES_PREVIOUS_TIER)), INT_MAX);
    c.stage = stage_named(settings->english(row_text(row, SCORES_LIFECYCLE)));
    c.move = move_named(settings->english(row_text(row, SCORES_MOVE)));
    struct str segment = settings->english(row_text(row, SCORES_SEGMENT));
    size_t at = group_of(p, &p->segments, segment, INT_MAX);
    struct portfolio_group *of = &p->segments.group[at];
    of->customers++;
    add_money(&of->revenue, c.monetary);
    outlook_add(&of->outlook, &outlook, c.monetary);
    outlook_keep(&p->outlook, &outlook);
    if (p->count == p->room) {
        p->room = mem_capacity(p->room, p->count + 1);
        p->customer = mem_grow(p->customer, p->room, sizeof *p->customer);
    }
    p->customer[p->count++] = c;
    row->worker->account.merged++;
}

void portfolio_read(struct portfolio *p, struct flow_run *run, struct input *input,
                    const struct portfolio_settings *settings)
{
    static const int needed[] = {SCORES_CUSTOMER_ID, SCORES_MONETARY, SCORES_TIER};
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        input_expect(input, needed[i], "run crm-segment first");
    }
    *p = (struct portfolio){
        .as_of = DATE_NONE,
        .latest = DATE_NONE,
        .has_lifecycle = input_column(input, SCORES_LIFECYCLE) >= 0,
        .has_moves = input_column(input, SCORES_MOVE) >= 0 &&
                     input_column(input, SCORES_PREVIOUS_TIER) >= 0,
        .has_segments = input_column(input, SCORES_SEGMENT) >= 0,
    };
    outlook_begin(&p->outlook, input);
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        take(p, cursor_row(cursor), settings);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    if (p->count == 0 && run->account.excluded[ACCOUNT_OTHER_CURRENCY] > 0) {
        die(STATUS_DATA, "--currency %.*s: no row has it", STRF(settings->currency));
    }
}

static int by_rank(const void *a, const void *b)
{
    const struct portfolio_group *x = a;
    const struct portfolio_group *y = b;
    if ((x->name.n == 0) != (y->name.n == 0)) {
        return x->name.n == 0 ? 1 : -1;
    }
    if (x->rank != y->rank) {
        return x->rank < y->rank ? -1 : 1;
    }
    return str_cmp(x->name, y->name);
}

static int by_revenue(const void *a, const void *b)
{
    const struct portfolio_group *x = a;
    const struct portfolio_group *y = b;
    if ((x->name.n == 0) != (y->name.n == 0)) {
        return x->name.n == 0 ? 1 : -1;
    }
    if (x->revenue != y->revenue) {
        return x->revenue > y->revenue ? -1 : 1;
    }
    return str_cmp(x->name, y->name);
}

/* Tiers in the order of their rank; customers follow their row. */
static void sort_tiers(struct portfolio *p)
{
    struct portfolio_groups *tiers = &p->tiers;
    size_t *moved = mem_new(tiers->count, sizeof *moved);
    struct str *before = mem_new(tiers->count, sizeof *before);
    for (size_t i = 0; i < tiers->count; i++) {
        before[i] = tiers->group[i].name;
    }
    if (tiers->count > 0) {
        qsort(tiers->group, tiers->count, sizeof *tiers->group, by_rank);
    }
    for (size_t i = 0; i < tiers->count; i++) {
        for (size_t k = 0; k < tiers->count; k++) {
            moved[i] = str_eq(tiers->group[k].name, before[i]) ? k : moved[i];
        }
    }
    for (size_t i = 0; i < p->count; i++) {
        p->customer[i].tier = moved[p->customer[i].tier];
        p->customer[i].previous = moved[p->customer[i].previous];
    }
    free(moved);
    free(before);
}

static bool is_slipping(const struct portfolio_customer *c)
{
    return c->stage == LIFECYCLE_AT_RISK || c->stage == LIFECYCLE_LAPSED;
}

static void add_to(struct portfolio_group *group, const struct portfolio_customer *c)
{
    group->customers++;
    add_money(&group->revenue, c->monetary);
    if (is_slipping(c)) {
        group->slipping++;
        add_money(&group->slipping_revenue, c->monetary);
    }
}

static void add_up(struct portfolio *p)
{
    p->matrix = mem_new(mem_mul(mem_mul(p->tiers.count, p->tiers.count), MOVEMENT_KINDS),
                        sizeof *p->matrix);
    for (size_t i = 0; i < p->count; i++) {
        const struct portfolio_customer *c = &p->customer[i];
        p->buyers += c->orders > 0;
        if (p->as_of != DATE_NONE && c->recency >= 0 && p->as_of - c->recency > p->latest) {
            p->latest = p->as_of - (int32_t)c->recency;
        }
        p->orders += c->orders;
        add_money(&p->revenue, c->monetary);
        add_to(&p->tiers.group[c->tier], c);
        outlook_count(&p->outlook, i, c->monetary, &p->tiers.group[c->tier].outlook);
        if (c->stage >= 0) {
            add_to(&p->stages[c->stage], c);
        }
        for (size_t d = 0; d < 2; d++) {
            p->top_score = c->score[d] > p->top_score ? c->score[d] : p->top_score;
        }
        struct portfolio_cell *cell = portfolio_moved(p, c->previous, c->tier, c->move);
        cell->customers++;
        add_money(&cell->revenue, c->monetary);
        p->moves[c->move].customers++;
        add_money(&p->moves[c->move].revenue, c->monetary);
    }
}

static void fill_grid(struct portfolio *p)
{
    if (p->top_score > PORTFOLIO_SCORES) {
        p->top_score = 0;
    }
    for (size_t i = 0; i < p->count && p->top_score > 0; i++) {
        const struct portfolio_customer *c = &p->customer[i];
        if (c->score[0] > 0 && c->score[1] > 0) {
            struct portfolio_cell *cell = &p->grid[c->score[0] - 1][c->score[1] - 1];
            cell->customers++;
            add_money(&cell->revenue, c->monetary);
        }
    }
}

static void median_recencies(struct portfolio *p)
{
    double *days = mem_new(p->count, sizeof *days);
    for (size_t t = 0; t < p->tiers.count; t++) {
        size_t n = 0;
        for (size_t i = 0; i < p->count; i++) {
            if (p->customer[i].tier == t && p->customer[i].recency >= 0) {
                days[n++] = (double)p->customer[i].recency;
            }
        }
        quantile_sort(days, n);
        p->tiers.group[t].median_recency = n > 0 ? quantile_at(days, n, 1, 2) : NAN;
    }
    free(days);
}

static void concentrate(struct portfolio *p)
{
    static const uint64_t percent[] = {1, 5, 10, 20};
    int64_t *revenue = mem_new(p->buyers, sizeof *revenue);
    size_t n = 0;
    for (size_t i = 0; i < p->count; i++) {
        if (p->customer[i].orders > 0) {
            revenue[n++] = p->customer[i].monetary;
        }
    }
    concentration_sort(revenue, n);
    for (size_t i = 0; i < COUNT_OF(percent); i++) {
        p->top[i] = concentration_top(revenue, n, percent[i], 100);
    }
    p->gini = concentration_gini(revenue, n);
    p->mark = n > 0 ? 1 - (double)((n + 4) / 5) / (double)n : NAN;
    concentration_curve(revenue, n, PORTFOLIO_CURVE, p->curve);
    free(revenue);
}

static bool is_larger(const struct portfolio_customer *a, const struct portfolio_customer *b)
{
    return a->monetary != b->monetary ? a->monetary > b->monetary : str_cmp(a->id, b->id) < 0;
}

/* Who is at risk now, or has come down since the last time: the largest of them. */
static void list_slipping(struct portfolio *p)
{
    for (size_t i = 0; i < p->count; i++) {
        const struct portfolio_customer *c = &p->customer[i];
        bool slips = (c->stage == LIFECYCLE_AT_RISK || c->move == MOVEMENT_DOWN) && c->monetary > 0;
        size_t k = p->slipping_count;
        if (!slips || (k == PORTFOLIO_SLIPPING && !is_larger(c, p->slipping[k - 1]))) {
            continue;
        }
        for (k = k < PORTFOLIO_SLIPPING ? p->slipping_count++ : k - 1;
             k > 0 && is_larger(c, p->slipping[k - 1]); k--) {
            p->slipping[k] = p->slipping[k - 1];
        }
        p->slipping[k] = c;
    }
}

void portfolio_settle(struct portfolio *p)
{
    for (int i = 0; i < LIFECYCLE_STAGES; i++) {
        p->stages[i].name = str_of(lifecycle_name((enum lifecycle_stage)i));
    }
    sort_tiers(p);
    if (p->segments.count > 0) {
        qsort(p->segments.group, p->segments.count, sizeof *p->segments.group, by_revenue);
    }
    add_up(p);
    fill_grid(p);
    median_recencies(p);
    concentrate(p);
    outlook_settle(&p->outlook);
    list_slipping(p);
}
