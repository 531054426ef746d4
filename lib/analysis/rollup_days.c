#include "base/base.h"

#include "analysis/rollup_parts.h"
#include "base/mem.h"
#include "base/sort.h"

/* What is put in order here, from one customer to the next. */
struct work {
    struct rollup_state *state;
    struct purchases_sheet sheet;
    uint64_t *day; /* day + 2^31, so that days before 1970 sort first */
    size_t room;
    struct sort_pair *chain; /* entries of the customer by period */
    size_t chain_count, chain_room;
};

#define BIAS ((int64_t)1 << 31)
#define FEW 64 /* that are looked at one by one */

/* The distinct days of the pairs, ascending, in w->day; returns how many. */
static size_t distinct_days(struct work *w, const struct purchase *p, size_t count)
{
    if (count > w->room) {
        w->room = mem_capacity(w->room, count);
        w->day = mem_grow(w->day, w->room, sizeof *w->day);
    }
    for (size_t i = 0; i < count; i++) {
        w->day[i] = (uint64_t)(p[i].day + BIAS);
    }
    sort_u64(w->day, count);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || w->day[i] != w->day[kept - 1]) {
            w->day[kept++] = w->day[i];
        }
    }
    return kept;
}

static void add_day(struct rollup_days *days, int32_t day)
{
    if (days->days > 0) {
        uint64_t gap = (uint64_t)((int64_t)day - days->last);
        days->gap_sq += gap * gap;
        days->gap_max = gap > days->gap_max ? gap : days->gap_max;
    }
    days->days++;
    days->prev2 = days->prev;
    days->prev = days->last;
    days->last = day;
    days->second = days->days == 2 ? day : days->second;
}

static void note_two_moneys(struct rollup_state *s, uint32_t e)
{
    if (s->two_moneys == 0 || rollup_parts_compare(s, e, s, s->two_moneys - 1) < 0) {
        s->two_moneys = e + 1;
    }
}

/* Distinct orders of a few pairs. A bit of the key tells most apart; orders with several days go to
 * *split. */
static uint32_t count_few(const struct purchase *p, size_t count, uint64_t *split)
{
    uint64_t seen[FEW / 8] = {0};
    bool again[FEW] = {false}, counted_split[FEW] = {false};
    uint32_t orders = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t key = order_key_low(p[i].order) ^ (uint64_t)p[i].order.word[2] << 32;
        uint64_t place = key * UINT64_C(0x9e3779b97f4a7c15) >> 55; /* 512 of them */
        uint64_t *word = &seen[place / 64], bit = (uint64_t)1 << place % 64;
        for (size_t k = 0; (*word & bit) && k < i && !again[i]; k++) {
            if (!again[k] && order_key_eq(p[k].order, p[i].order)) {
                again[i] = true;
                *split += p[k].day != p[i].day && !counted_split[k];
                counted_split[k] |= p[k].day != p[i].day;
            }
        }
        *word |= bit;
        orders += !again[i];
    }
    return orders;
}

/* The entry of the customer at hand whose period holds the day. */
static uint32_t entry_of(const struct work *w, int32_t day)
{
    int32_t period = date_period_start(day, w->state->settings->by);
    uint64_t key = (uint64_t)(period + BIAS);
    size_t from = 0, to = w->chain_count;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (w->chain[middle].key <= key) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return (uint32_t)w->chain[from].value;
}

static void read_chain(struct work *w, uint32_t owner)
{
    const struct rollup_state *s = w->state;
    w->chain_count = 0;
    for (uint32_t next = owner + 1; next;) {
        uint32_t e = next - 1;
        if (w->chain_count == w->chain_room) {
            w->chain_room = mem_capacity(w->chain_room, w->chain_count + 1);
            w->chain = mem_grow(w->chain, w->chain_room, sizeof *w->chain);
        }
        w->chain[w->chain_count++] =
            (struct sort_pair){(uint64_t)(s->entry[e].period + BIAS), e};
        next = s->chain ? s->chain[e].next : 0;
    }
    sort_pairs(w->chain, w->chain_count);
}

/* An order belongs to the entry of its earliest day. */
static void count_orders(struct work *w, struct purchase *p, size_t count)
{
    struct rollup_state *s = w->state;
    for (size_t i = 0; i < count; i++) { /* the owner is known: from here on its place tells this */
        p[i].owner = (p[i].order.word[2] & ROLLUP_PARTS_BY_TOTAL) != 0;
        p[i].order.word[2] &= ~ROLLUP_PARTS_BY_TOTAL;
    }
    purchases_sort(p, count);
    for (size_t from = 0, to; from < count; from = to) {
        uint32_t e = entry_of(w, p[from].day);
        bool two_moneys = false;
        for (to = from + 1; to < count && order_key_eq(p[from].order, p[to].order); to++) {
            two_moneys |= p[to].owner != p[from].owner;
        }
        s->days[e].orders++;
        s->split_orders += p[to - 1].day != p[from].day;
        if (two_moneys) {
            note_two_moneys(s, e);
        }
    }
}

static void finish_owner(struct work *w, uint32_t owner, struct purchase *p, size_t count)
{
    struct rollup_state *s = w->state;
    size_t days = distinct_days(w, p, count);
    if (!s->chain && count <= FEW && s->totals.count == 0) {
        struct rollup_days *one = &s->days[owner];
        for (size_t i = 0; i < days; i++) {
            add_day(one, (int32_t)((int64_t)w->day[i] - BIAS));
        }
        one->orders = count_few(p, count, &s->split_orders);
        return;
    }
    read_chain(w, owner);
    for (size_t i = 0; i < days; i++) {
        int32_t day = (int32_t)((int64_t)w->day[i] - BIAS);
        add_day(&s->days[entry_of(w, day)], day);
    }
    count_orders(w, p, count);
}

void rollup_days_finish(struct rollup_state *s)
{
    struct work w = {.state = s};
    if (s->entry_count == 0 || s->settings->totals) {
        return;
    }
    s->days = mem_table(NULL, 0, mem_mul(s->entry_room, sizeof *s->days));
    for (size_t page = 0; page < s->purchases.page_count; page++) {
        purchases_take(&s->purchases, page, &w.sheet);
        for (size_t i = 0; i < PURCHASES_PAGE; i++) {
            size_t from = w.sheet.from[i], to = w.sheet.from[i + 1];
            if (to > from) {
                finish_owner(&w, (uint32_t)(page * PURCHASES_PAGE + i), w.sheet.purchase + from,
                             to - from);
            }
        }
    }
    purchases_free(&s->purchases);
    free(w.sheet.purchase);
    free(w.day);
    free(w.chain);
}
