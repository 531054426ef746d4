#include "base/base.h"

#include "analysis/rollup_parts.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/sort.h"
#include "base/team.h"

/* The first 8 bytes of the id, so that they sort as numbers. */
static uint64_t id_head(struct str id)
{
    return __builtin_bswap64(id.n < 8 ? str_tail(id) : str_load(id.p));
}

int rollup_parts_compare(const struct rollup_state *s, uint32_t a, const struct rollup_state *t,
                         uint32_t b)
{
    const struct rollup_entry *x = &s->entry[a];
    const struct rollup_entry *y = &t->entry[b];
    int order = str_cmp(rollup_parts_id(x), rollup_parts_id(y));
    order = order ? order : str_cmp(s->currency[x->currency], t->currency[y->currency]);
    return order ? order : (x->period > y->period) - (x->period < y->period);
}

/* An entry's sums of its orders' totals. Orders come in no order that may leave a trace: what they add
 * up to on the way may not fit where all of it does. */
struct totals {
    __int128 amount, first_amount, refund;
};

static bool fits(__int128 sum)
{
    return sum >= INT64_MIN && sum <= INT64_MAX;
}

static void add_totals(struct rollup_state *s, struct totals *totals)
{
    for (uint32_t e = 0; e < s->entry_count; e++) {
        struct rollup_entry *entry = &s->entry[e];
        struct rollup_refunds *refunds = rollup_index_refunds(s, e);
        struct totals *t = &totals[e];
        t->amount += entry->amount;
        t->first_amount += entry->first_amount;
        t->refund += refunds->amount;
        if (fits(t->amount) && fits(t->first_amount) && fits(t->refund)) {
            entry->amount = (int64_t)t->amount;
            entry->first_amount = (int64_t)t->first_amount;
            refunds->amount = (int64_t)t->refund;
        } else if (s->too_large == 0 || rollup_parts_compare(s, e, s, s->too_large - 1) < 0) {
            s->too_large = e + 1;
        }
    }
}

static void finish_totals(struct rollup_state *s)
{
    struct order_totals_order order;
    if (s->totals.count == 0) {
        return;
    }
    struct totals *totals = mem_new(s->entry_count, sizeof *totals);
    for (size_t at = 0; order_totals_next(&s->totals, &at, &order);) {
        struct totals *t = &totals[order.entry];
        bool first = order.money.counted && order.day == s->entry[order.entry].first;
        t->amount += order.money.total;
        t->first_amount += first ? order.money.total : 0;
        t->refund += order.money.refund;
    }
    add_totals(s, totals);
    free(totals);
    order_totals_free(&s->totals);
}

static int by_key(const void *a, const void *b, void *context)
{
    return rollup_parts_compare(context, *(const uint32_t *)a, context, *(const uint32_t *)b);
}

/* Sorted by the heads of the ids, then, where several have the same, by all of the key. */
static void sort_rows(struct rollup_state *s)
{
    struct sort_pair *pairs = mem_grow(NULL, s->entry_count, sizeof *pairs);
    size_t count = 0;
    for (size_t e = 0; e < s->entry_count; e++) {
        if (rollup_parts_used(s, (uint32_t)e)) {
            pairs[count++] = (struct sort_pair){id_head(rollup_parts_id(&s->entry[e])), e};
        }
    }
    sort_pairs(pairs, count);
    s->rows = mem_grow(NULL, count, sizeof *s->rows);
    s->head = mem_grow(NULL, count, sizeof *s->head);
    s->row_count = count;
    for (size_t i = 0; i < count; i++) {
        s->rows[i] = (uint32_t)pairs[i].value;
        s->head[i] = pairs[i].key;
    }
    for (size_t from = 0; from < count;) {
        size_t to = from + 1;
        while (to < count && pairs[to].key == pairs[from].key) {
            to++;
        }
        if (to - from > 1) {
            qsort_r(s->rows + from, to - from, sizeof *s->rows, by_key, s);
        }
        from = to;
    }
    free(pairs);
}

/* The values seen in any of the states. */
static void check_currency(struct rollup_state *all)
{
    struct sole *currencies = &all->currency_seen, *symbols = &all->symbol_seen;
    for (const struct rollup_state *s = all->next; s; s = s->next) {
        sole_merge(currencies, &s->currency_seen, &all->memory);
        sole_merge(symbols, &s->symbol_seen, &all->memory);
    }
    const struct sole_value *currency = currencies->value;
    const struct sole_value *symbol = symbols->value;
    if (currencies->count > 1) {
        struct str advice = currency[0].text.n ? currency[0].text : currency[1].text;
        die_at(STATUS_DATA, &currency[1].place,
               "two currencies, \"%.*s\" and \"%.*s\": say --currency %.*s%s",
               STRF(currency[0].text), STRF(currency[1].text), STRF(advice),
               all->settings->one_currency ? "" : " or --by-currency");
    }
    if (symbols->count > 1) {
        die_at(STATUS_DATA, &symbol[1].place,
               "an amount in %.*s, but earlier ones are in %.*s: two currencies need a currency "
               "column", STRF(symbol[1].text), STRF(symbol[0].text));
    }
}

/* The first customer of all that something is wrong with: states know only of their own. The place in
 * a state says which: entry + 1, or 0. */
static void check_customers(const struct rollup_state_rows *rows,
                            uint32_t (*wrong)(const struct rollup_state *s), const char *what)
{
    const struct rollup_state *first = NULL;
    for (size_t i = 0; i < rows->states; i++) {
        const struct rollup_state *s = rows->state[i];
        if (wrong(s) > 0 &&
            (!first || rollup_parts_compare(s, wrong(s) - 1, first, wrong(first) - 1) < 0)) {
            first = s;
        }
    }
    if (first) {
        char shown[SAY_VALUE_ROOM];
        die(STATUS_DATA, "customer %s: %s",
            say_word(rollup_parts_id(&first->entry[wrong(first) - 1]), shown), what);
    }
}

static uint32_t too_large(const struct rollup_state *s)
{
    return s->too_large;
}

static uint32_t two_moneys(const struct rollup_state *s)
{
    return s->two_moneys;
}

static void finish_one(void *context, size_t item)
{
    struct rollup_state *s = ((struct rollup_state **)context)[item];
    rollup_index_free(s);
    rollup_days_finish(s);
    finish_totals(s);
    sort_rows(s);
}

struct rollup_state_rows rollup_state_finish(struct rollup_state *all)
{
    struct rollup_state_rows rows = {.state = NULL};
    check_currency(all);
    for (struct rollup_state *s = all; s; s = s->next) {
        rows.states++;
    }
    rows.state = mem_new(rows.states, sizeof *rows.state);
    rows.next = mem_new(rows.states, sizeof *rows.next);
    size_t n = 0;
    for (struct rollup_state *s = all; s; s = s->next) {
        rows.state[n++] = s;
    }
    team_run(n, finish_one, rows.state);
    check_customers(&rows, two_moneys,
                    "an order has rows with an amount and rows with an order_total: its money is not "
                    "known");
    check_customers(&rows, too_large, "a sum does not fit in 64 bits");
    for (size_t i = 0; i < n; i++) {
        rows.split_orders += rows.state[i]->split_orders;
        rows.count += rows.state[i]->row_count;
    }
    const struct rollup_extras *extras = &all->settings->extras;
    rows.keep = mem_new(extras->keep_count, sizeof *rows.keep);
    rows.keep_when = mem_new(extras->keep_count, sizeof *rows.keep_when);
    return rows;
}

static void fill_extras(const struct rollup_state *s, struct rollup_state_rows *rows, uint32_t e,
                        struct rollup_row *row)
{
    const struct rollup_extras *extras = &s->settings->extras;
    row->sum = extras->sum_count > 0 ? s->sum + e * extras->sum_count : NULL;
    row->keep = rows->keep;
    row->keep_when = rows->keep_when;
    for (size_t i = 0; i < extras->keep_count; i++) {
        const struct rollup_kept *kept = &s->kept[e * extras->keep_count + i];
        row->keep[i] = kept->value;
        /* In days, as rows of a rollup have them. */
        row->keep_when[i] = kept->when == INT64_MIN ? INT64_MIN
                                                    : (kept->when - (kept->when < 0 ? 86399999 : 0)) /
                                                          86400000;
    }
}

static bool comes_first(const struct rollup_state *s, size_t i, const struct rollup_state *t, size_t k)
{
    return s->head[i] != t->head[k] ? s->head[i] < t->head[k]
                                    : rollup_parts_compare(s, s->rows[i], t, t->rows[k]) < 0;
}

/* The state whose next row comes first, or NULL. */
static struct rollup_state *next_state(const struct rollup_state_rows *rows, size_t *which)
{
    struct rollup_state *best = NULL;
    for (size_t i = 0; i < rows->states; i++) {
        struct rollup_state *s = rows->state[i];
        if (rows->next[i] < s->row_count &&
            (!best || comes_first(s, rows->next[i], best, rows->next[*which]))) {
            best = s;
            *which = i;
        }
    }
    return best;
}

/* Rows are taken by customer, but lie as they came: memory is asked for ahead. */
static void expect(const struct rollup_state *s, size_t next)
{
    const size_t ahead = 16;
    if (next + ahead < s->row_count) {
        __builtin_prefetch(&s->entry[s->rows[next + ahead]]);
        if (s->days) {
            __builtin_prefetch(&s->days[s->rows[next + ahead]]);
        }
    }
}

/* What is known of the days of an entry where they were not listed. */
static void show_near(const struct rollup_entry *entry, struct rollup_row *row)
{
    row->second = entry->near.second;
    row->prev2 = entry->near.prev2;
    row->prev = entry->near.prev;
    row->last = entry->last_day;
}

bool rollup_state_next(struct rollup_state_rows *rows, struct rollup_row *row)
{
    size_t which = 0;
    const struct rollup_state *s = next_state(rows, &which);
    if (!s) {
        return false;
    }
    uint32_t e = s->rows[rows->next[which]++];
    expect(s, rows->next[which]);
    const struct rollup_entry *entry = &s->entry[e];
    static const struct rollup_days untold;
    const struct rollup_days *days = s->days ? &s->days[e] : &untold;
    *row = (struct rollup_row){.customer = rollup_parts_id(entry),
                               .currency = s->currency[entry->currency],
                               .grain = s->settings->by,
                               .period = entry->period,
                               .first = entry->first,
                               .second = days->days >= 2 ? days->second : DATE_NONE,
                               .last = days->days >= 1 ? days->last : DATE_NONE,
                               .prev = days->days >= 2 ? days->prev : DATE_NONE,
                               .prev2 = days->days >= 3 ? days->prev2 : DATE_NONE,
                               .rows = entry->rows,
                               .orders = days->orders,
                               .days = days->days,
                               .amount = entry->amount,
                               .first_amount = entry->first_amount,
                               .gap_sq = days->gap_sq,
                               .gap_max = days->gap_max,
                               .origin = "the transactions"};
    if (!s->days) {
        show_near(entry, row);
    }
    if (s->refunds) {
        row->refunds = s->refunds[e].count;
        row->refund_amount = s->refunds[e].amount;
    }
    fill_extras(s, rows, e, row);
    return true;
}

void rollup_state_rows_free(struct rollup_state_rows *rows)
{
    free(rows->state);
    free(rows->next);
    free(rows->keep);
    free(rows->keep_when);
}
