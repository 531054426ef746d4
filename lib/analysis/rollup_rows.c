#include "base/base.h"

#include "analysis/rollup_parts.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/sort.h"
#include "base/team.h"

static void finish_days(struct rollup_state *s)
{
    day_list_sort(&s->days);
    s->day_at = mem_new(s->entry_count + 1, sizeof *s->day_at);
    for (size_t i = 0; i < s->days.count; i++) {
        s->day_at[day_list_entry(&s->days, i) + (size_t)1]++;
    }
    for (size_t e = 0; e < s->entry_count; e++) {
        s->day_at[e + 1] += s->day_at[e];
    }
}

/* The first 8 bytes of the id, so that they sort as numbers. */
static uint64_t id_head(struct str id)
{
    uint64_t head = 0;
    for (size_t i = 0; i < 8; i++) {
        head = head << 8 | (i < id.n ? (unsigned char)id.p[i] : 0);
    }
    return head;
}

static int compare(const struct rollup_state *s, uint32_t a, const struct rollup_state *t, uint32_t b)
{
    const struct rollup_entry *x = &s->entry[a];
    const struct rollup_entry *y = &t->entry[b];
    int order = str_cmp(rollup_parts_id(x), rollup_parts_id(y));
    order = order ? order : str_cmp(s->currency[x->currency], t->currency[y->currency]);
    return order ? order : (x->period > y->period) - (x->period < y->period);
}

/* An entry's sums of its orders' money. Orders come in no order that may leave a trace: what they add
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
        struct totals *t = &totals[e];
        t->amount += entry->amount;
        t->first_amount += entry->first_amount;
        t->refund += entry->refund_amount;
        if (fits(t->amount) && fits(t->first_amount) && fits(t->refund)) {
            entry->amount = (int64_t)t->amount;
            entry->first_amount = (int64_t)t->first_amount;
            entry->refund_amount = (int64_t)t->refund;
        } else if (s->too_large == 0 || compare(s, e, s, s->too_large - 1) < 0) {
            s->too_large = e + 1;
        }
    }
}

static void finish_orders(struct rollup_state *s)
{
    struct order_set_order order;
    struct totals *totals = s->orders.money ? mem_new(s->entry_count, sizeof *totals) : NULL;
    s->order_count = mem_new(s->entry_count + 1, sizeof *s->order_count);
    for (size_t at = 0; order_set_next(&s->orders, &at, &order);) {
        s->order_count[order.entry] += order.counted;
        s->split_orders += order.several_days;
        if (totals) {
            struct totals *t = &totals[order.entry];
            bool first = order.counted && order.day == s->entry[order.entry].first;
            t->amount += order.total;
            t->first_amount += first ? order.total : 0;
            t->refund += order.refund;
        }
    }
    if (totals) {
        add_totals(s, totals);
        free(totals);
    }
}

static int by_key(const void *a, const void *b, void *context)
{
    return compare(context, *(const uint32_t *)a, context, *(const uint32_t *)b);
}

/* Sorted by the heads of the ids, then, where several have the same, by all of the key. */
static void sort_rows(struct rollup_state *s)
{
    struct sort_pair *pairs = mem_grow(NULL, s->entry_count, sizeof *pairs);
    size_t count = 0;
    for (size_t e = 0; e < s->entry_count; e++) {
        if (s->entry[e].rows + s->entry[e].refunds > 0) { /* else its only row was rejected */
            pairs[count++] = (struct sort_pair){id_head(rollup_parts_id(&s->entry[e])), e};
        }
    }
    sort_pairs(pairs, count);
    s->rows = mem_grow(NULL, count, sizeof *s->rows);
    s->row_count = count;
    for (size_t i = 0; i < count; i++) {
        s->rows[i] = (uint32_t)pairs[i].value;
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

/* The first customer of all whose orders come to too much: states know only of their own. */
static void check_totals(const struct rollup_state_rows *rows)
{
    const struct rollup_state *first = NULL;
    for (size_t i = 0; i < rows->states; i++) {
        const struct rollup_state *s = rows->state[i];
        if (s->too_large > 0 &&
            (!first || compare(s, s->too_large - 1, first, first->too_large - 1) < 0)) {
            first = s;
        }
    }
    if (first) {
        char shown[SAY_VALUE_ROOM];
        die(STATUS_DATA, "customer %s: a sum does not fit in 64 bits",
            say_word(rollup_parts_id(&first->entry[first->too_large - 1]), shown));
    }
}

static void finish_one(void *context, size_t item)
{
    struct rollup_state *s = ((struct rollup_state **)context)[item];
    finish_days(s);
    finish_orders(s);
    order_set_free(&s->orders);
    free(s->index.slot);
    s->index.slot = NULL;
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
    check_totals(&rows);
    for (size_t i = 0; i < n; i++) {
        rows.split_orders += rows.state[i]->split_orders;
        rows.count += rows.state[i]->row_count;
    }
    const struct rollup_extras *extras = &all->settings->extras;
    rows.keep = mem_new(extras->keep_count, sizeof *rows.keep);
    rows.keep_when = mem_new(extras->keep_count, sizeof *rows.keep_when);
    return rows;
}

static void add_day(struct rollup_row *row, int32_t day)
{
    if (row->days > 0) {
        uint64_t gap = (uint64_t)(day - row->last);
        row->gap_sq += gap * gap;
        row->gap_max = gap > row->gap_max ? gap : row->gap_max;
    }
    row->days++;
    row->prev2 = row->prev;
    row->prev = row->days > 1 ? row->last : DATE_NONE;
    row->last = day;
    row->second = row->days == 2 ? day : row->second;
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

/* The state whose next row comes first, or NULL. */
static struct rollup_state *next_state(const struct rollup_state_rows *rows, size_t *which)
{
    struct rollup_state *best = NULL;
    for (size_t i = 0; i < rows->states; i++) {
        struct rollup_state *s = rows->state[i];
        if (rows->next[i] == s->row_count) {
            continue;
        }
        if (!best || compare(s, s->rows[rows->next[i]], best, best->rows[rows->next[*which]]) < 0) {
            best = s;
            *which = i;
        }
    }
    return best;
}

bool rollup_state_next(struct rollup_state_rows *rows, struct rollup_row *row)
{
    size_t which = 0;
    const struct rollup_state *s = next_state(rows, &which);
    if (!s) {
        return false;
    }
    uint32_t e = s->rows[rows->next[which]++];
    const struct rollup_entry *entry = &s->entry[e];
    *row = (struct rollup_row){.customer = rollup_parts_id(entry),
                               .currency = s->currency[entry->currency],
                               .grain = s->settings->by,
                               .period = entry->period,
                               .first = entry->first,
                               .second = DATE_NONE,
                               .last = DATE_NONE,
                               .prev = DATE_NONE,
                               .prev2 = DATE_NONE,
                               .rows = entry->rows,
                               .orders = s->order_count[e],
                               .amount = entry->amount,
                               .first_amount = entry->first_amount,
                               .refunds = entry->refunds,
                               .refund_amount = entry->refund_amount,
                               .origin = "the transactions"};
    for (size_t i = s->day_at[e]; i < s->day_at[e + 1]; i++) {
        add_day(row, day_list_day(&s->days, i));
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
