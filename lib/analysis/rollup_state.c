#include "base/base.h"

#include "analysis/day_list.h"
#include "analysis/order_set.h"
#include "analysis/rollup_state.h"
#include "analysis/sole.h"
#include "base/die.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/sort.h"

/* A kept value and how late its row is: by time, then by position in the input. */
struct kept {
    struct str value;
    char *text;     /* where it stands, of `room` bytes */
    size_t room;
    int64_t when;   /* milliseconds since 1970 of the wall clock; INT64_MIN: none yet */
    uint64_t number;
};

struct entry {
    struct rollup_row row; /* first, last, sums; days and gaps only when finished */
    int32_t last_day;      /* day that was listed last, not to list it again */
};

struct rollup_state {
    const struct rollup_settings *settings;
    struct arena memory;
    struct map index; /* customer, currency, period to entry */
    struct entry *entry;
    size_t entry_count, entry_room;
    struct kept *kept; /* keep_count for each entry */
    int64_t *sum;      /* sum_count for each entry */
    struct order_set orders;
    struct day_list days;
    struct buf key;
    struct sole currency; /* of counted rows and refunds, where there must be one */
    struct sole symbol;   /* beside amounts that no column gives a currency */
    struct rollup_row *rows;
};

static void *start(void *context)
{
    struct rollup_state *s = mem_new(1, sizeof *s);
    s->settings = context;
    buf_init(&s->key, BUF_UNBOUNDED);
    return s;
}

/* ---- entries ---- */

static void grow_entries(struct rollup_state *s)
{
    const struct rollup_extras *extras = &s->settings->extras;
    if (s->entry_count < s->entry_room) {
        return;
    }
    s->entry_room = mem_capacity(s->entry_room, s->entry_count + 1);
    s->entry = mem_grow(s->entry, s->entry_room, sizeof *s->entry);
    s->kept = mem_grow(s->kept, mem_mul(s->entry_room, extras->keep_count), sizeof *s->kept);
    s->sum = mem_grow(s->sum, mem_mul(s->entry_room, extras->sum_count), sizeof *s->sum);
}

static void new_entry(struct rollup_state *s, uint32_t e, struct str customer, struct str currency,
                      int32_t period)
{
    const struct rollup_extras *extras = &s->settings->extras;
    s->entry[e] = (struct entry){
        .row = {.customer = arena_str(&s->memory, customer),
                .currency = arena_str(&s->memory, currency),
                .grain = s->settings->by,
                .period = period,
                .first = DATE_NONE, .second = DATE_NONE, .last = DATE_NONE,
                .prev = DATE_NONE, .prev2 = DATE_NONE},
        .last_day = DATE_NONE,
    };
    for (size_t i = 0; i < extras->keep_count; i++) {
        s->kept[e * extras->keep_count + i] = (struct kept){{"", 0}, NULL, 0, INT64_MIN, 0};
    }
    for (size_t i = 0; i < extras->sum_count; i++) {
        s->sum[e * extras->sum_count + i] = 0;
    }
}

/* The id alone where nothing else tells rows apart; else its parts, NUL between: NUL is in no
 * cell. */
static uint32_t entry_of(struct rollup_state *s, struct str customer, struct str currency,
                         int32_t period)
{
    struct str key = customer;
    bool by_currency = s->settings->by_currency && currency.n > 0;
    if (by_currency || s->settings->by != DATE_ALL) {
        buf_clear(&s->key);
        buf_str(&s->key, customer);
        buf_byte(&s->key, '\0');
        buf_str(&s->key, by_currency ? currency : S(""));
        buf_byte(&s->key, '\0');
        buf_bytes(&s->key, (const char *)&period, sizeof period);
        key = buf_view(&s->key);
    }
    bool fresh;
    uint32_t *slot = map_put(&s->index, key, &fresh);
    if (fresh) {
        grow_entries(s);
        *slot = (uint32_t)s->entry_count++;
        new_entry(s, *slot, customer, currency, period);
    }
    return *slot;
}

/* ---- days ---- */

static void list_day(struct rollup_state *s, uint32_t e, int32_t day)
{
    if (s->entry[e].last_day != day) {
        s->entry[e].last_day = day;
        day_list_add(&s->days, e, day);
    }
}

static void see_first(struct rollup_row *row, int32_t day, int64_t amount, bool *fits)
{
    if (row->first == DATE_NONE || day < row->first) {
        row->first = day;
        row->first_amount = amount;
    } else if (day == row->first) {
        *fits &= money_add(&row->first_amount, amount);
    }
}

/* ---- orders ---- */

static struct hash_128 order_hash(struct rollup_state *s, const struct order_facts *facts)
{
    struct str currency = s->settings->by_currency ? facts->currency : S("");
    /* A refund of its own under the same id says another total: it is told apart. */
    bool refund = facts->state == ORDER_REFUND;
    return order_set_hash(&s->key, facts->customer, currency, facts->order_id, facts->stamp.day,
                          refund);
}

/* False after a complaint: the rows of an order must agree on its total. */
static bool take_total(struct rollup_state *s, const struct row *row,
                       const struct order_facts *facts, uint32_t e)
{
    struct order_set_money here = {facts->amount, facts->refund, facts->state == ORDER_COUNTED};
    struct order_set_money there = here;
    if (order_set_put_total(&s->orders, order_hash(s, facts), e, facts->stamp.day, &there)) {
        return true;
    }
    char says[MONEY_ROOM];
    char said[MONEY_ROOM];
    bool totals = here.total != there.total;
    money_format(totals ? here.total : here.refund, 2, says);
    money_format(totals ? there.total : there.refund, 2, said);
    row_bad(row, totals ? TRANSACTION_ORDER_TOTAL : TRANSACTION_REFUNDED,
            "%s here, but %s in an earlier row of the same order", says, said);
    return false;
}

/* ---- rows ---- */

/* Two currencies never stand in one sum: rollup_state_finish says so, when all rows are seen. */
static void see_currency(struct rollup_state *s, const struct row *row,
                         const struct order_facts *facts)
{
    if (s->settings->by_currency || s->settings->currency.n > 0) {
        return;
    }
    sole_see(&s->currency, row, TRANSACTION_CURRENCY, facts->currency, &s->memory);
    if (facts->currency.n == 0 && facts->symbol[0]) {
        sole_see(&s->symbol, row, TRANSACTION_AMOUNT, str_of(facts->symbol), &s->memory);
    }
}

static bool is_excluded(const struct rollup_state *s, const struct row *row,
                        const struct order_facts *facts)
{
    const struct rollup_settings *set = s->settings;
    struct account *account = &row->worker->account;
    int32_t day = facts->stamp.day;
    enum account_reason reason;
    if (set->as_of != DATE_NONE && day > set->as_of) {
        reason = ACCOUNT_AFTER_AS_OF;
    } else if ((set->since != DATE_NONE && day < set->since) ||
               (set->until != DATE_NONE && day > set->until)) {
        reason = ACCOUNT_OUTSIDE;
    } else if (facts->state == ORDER_OPEN) {
        reason = ACCOUNT_OPEN;
    } else if (facts->state == ORDER_NOT_COUNTED) {
        reason = ACCOUNT_NOT_COUNTED;
    } else if (facts->customer.n == 0) {
        reason = ACCOUNT_NO_CUSTOMER;
    } else if (set->currency.n > 0 && !str_eq(set->currency, facts->currency)) {
        reason = ACCOUNT_OTHER_CURRENCY;
    } else {
        return false;
    }
    if (facts->by_total) {
        account_exclude(account, reason); /* its other rows say the same total again */
    } else {
        account_exclude_amount(account, reason, order_revenue(facts), facts->currency);
    }
    return true;
}

/* Into the room of the value before, where it fits: a customer's many rows do not pile up. */
static void keep_text(struct rollup_state *s, struct kept *kept, struct str cell)
{
    if (cell.n > kept->room) {
        kept->room = cell.n + cell.n / 2 + 8;
        kept->text = arena_alloc(&s->memory, kept->room);
    }
    memcpy(kept->text, cell.p, cell.n);
    kept->value = (struct str){kept->text, cell.n};
}

static void take_kept(struct rollup_state *s, const struct row *row,
                      const struct order_facts *facts, uint32_t e)
{
    const struct rollup_extras *extras = &s->settings->extras;
    int64_t when = (int64_t)facts->stamp.day * 86400000 + facts->stamp.ms;
    for (size_t i = 0; i < extras->keep_count; i++) {
        ptrdiff_t position = input_named(row->input, extras->keep[i]);
        struct str cell = position >= 0 ? row->record.cell[position] : (struct str){"", 0};
        struct kept *kept = &s->kept[e * extras->keep_count + i];
        bool later = when > kept->when || (when == kept->when && row->number >= kept->number);
        if (cell.n > 0 && later) {
            keep_text(s, kept, cell);
            kept->when = when;
            kept->number = row->number;
        }
    }
}

/* Reads the row's summed columns before anything is changed: a row counts whole or not at all. */
static bool read_sums(const struct rollup_state *s, const struct row *row, int64_t *units)
{
    const struct rollup_extras *extras = &s->settings->extras;
    for (size_t i = 0; i < extras->sum_count; i++) {
        ptrdiff_t position = input_named(row->input, extras->sum[i]);
        struct str cell = str_trim(row->record.cell[position]);
        struct money money = {0};
        const char *reason =
            cell.n ? money_parse(cell, row->input->settings->money, &money) : NULL;
        if (reason) {
            char shown[SAY_VALUE_ROOM];
            row_bad_at(row, position, "%s %s", say_value(cell, shown), reason);
            return false;
        }
        units[i] = money.units;
    }
    return true;
}

static bool does_not_fit(const struct row *row)
{
    row_fatal(row, -1, STATUS_DATA, "the row makes a sum that does not fit in 64 bits");
    return false;
}

static bool take_counted(struct rollup_state *s, const struct row *row,
                         const struct order_facts *facts, uint32_t e)
{
    size_t sum_count = s->settings->extras.sum_count;
    int64_t units[ROLLUP_SUMS_MAX];
    bool fits = true;
    if (!read_sums(s, row, units)) {
        return false;
    }
    if (facts->by_total) {
        if (!take_total(s, row, facts, e)) {
            return false;
        }
        see_first(&s->entry[e].row, facts->stamp.day, 0, &fits);
    } else {
        order_set_put(&s->orders, order_hash(s, facts), e, facts->stamp.day);
        see_first(&s->entry[e].row, facts->stamp.day, facts->amount, &fits);
        fits &= money_add(&s->entry[e].row.amount, facts->amount);
    }
    for (size_t i = 0; i < sum_count; i++) {
        fits &= money_add(&s->sum[e * sum_count + i], units[i]);
    }
    s->entry[e].row.rows++;
    list_day(s, e, facts->stamp.day);
    return fits || does_not_fit(row);
}

static bool take_refund(struct rollup_state *s, const struct row *row,
                        const struct order_facts *facts, uint32_t e)
{
    struct rollup_row *sums = &s->entry[e].row;
    bool own = facts->state == ORDER_REFUND;
    if (facts->by_total && own && !take_total(s, row, facts, e)) {
        return false;
    }
    sums->refunds++;
    if (facts->by_total) {
        return true; /* the order carries the money, once */
    }
    bool fits = money_add(&sums->refund_amount, facts->refund) &&
                (!own || money_add(&sums->amount, facts->amount));
    return fits || does_not_fit(row);
}

static void take_row(void *context, void *state, struct row *row)
{
    struct rollup_state *s = state;
    (void)context;
    struct order_facts facts;
    if (!order_read(row, s->settings->words, &facts) || is_excluded(s, row, &facts)) {
        return;
    }
    int32_t period = date_period_start(facts.stamp.day, s->settings->by);
    uint32_t e = entry_of(s, facts.customer, facts.currency, period);
    if (facts.state == ORDER_COUNTED && !take_counted(s, row, &facts, e)) {
        return;
    }
    if (facts.has_refund && !take_refund(s, row, &facts, e)) {
        return;
    }
    see_currency(s, row, &facts);
    if (facts.state == ORDER_COUNTED) {
        take_kept(s, row, &facts, e); /* a date that the rollup keeps: merging stays exact */
    }
}

/* ---- merging two states ---- */

static void overflow(struct str customer)
{
    char shown[SAY_VALUE_ROOM];
    die(STATUS_DATA, "customer %s: a sum does not fit in 64 bits", say_word(customer, shown));
}

static void merge_entry(struct rollup_state *into, uint32_t e, const struct rollup_state *from,
                        uint32_t f)
{
    const struct rollup_extras *extras = &into->settings->extras;
    struct rollup_row *a = &into->entry[e].row;
    const struct rollup_row *b = &from->entry[f].row;
    bool fits = true;
    if (b->first != DATE_NONE) {
        see_first(a, b->first, b->first_amount, &fits);
    }
    a->rows += b->rows;
    a->refunds += b->refunds;
    fits &= money_add(&a->amount, b->amount) && money_add(&a->refund_amount, b->refund_amount);
    for (size_t i = 0; i < extras->sum_count; i++) {
        fits &= money_add(&into->sum[e * extras->sum_count + i],
                          from->sum[f * extras->sum_count + i]);
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        struct kept *x = &into->kept[e * extras->keep_count + i];
        const struct kept *y = &from->kept[f * extras->keep_count + i];
        if (y->when > x->when || (y->when == x->when && y->number > x->number)) {
            keep_text(into, x, y->value);
            x->when = y->when;
            x->number = y->number;
        }
    }
    if (!fits) {
        overflow(a->customer);
    }
}

static void merge(void *context, void *into_state, void *from_state)
{
    (void)context;
    struct rollup_state *into = into_state;
    struct rollup_state *from = from_state;
    sole_merge(&into->currency, &from->currency, &into->memory);
    sole_merge(&into->symbol, &from->symbol, &into->memory);
    uint32_t *renumbered = mem_grow(NULL, from->entry_count, sizeof *renumbered);
    for (size_t f = 0; f < from->entry_count; f++) {
        const struct rollup_row *row = &from->entry[f].row;
        renumbered[f] = entry_of(into, row->customer, row->currency, row->period);
        merge_entry(into, renumbered[f], from, (uint32_t)f);
    }
    if (!order_set_merge(&into->orders, &from->orders, renumbered)) {
        die(STATUS_DATA, "order_total: the rows of an order disagree");
    }
    for (size_t i = 0; i < from->days.count; i++) {
        list_day(into, renumbered[day_list_entry(&from->days, i)], day_list_day(&from->days, i));
    }
    free(renumbered);
    rollup_state_free(from);
}

const struct flow_fold rollup_state_fold = {start, take_row, merge};

/* ---- the finished rows ---- */

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

static void finish_days(struct rollup_state *s)
{
    day_list_sort(&s->days);
    for (size_t i = 0; i < s->days.count; i++) {
        add_day(&s->entry[day_list_entry(&s->days, i)].row, day_list_day(&s->days, i));
    }
}

/* Returns how many orders have rows on several days. */
static uint64_t finish_orders(struct rollup_state *s)
{
    uint64_t split = 0;
    struct order_set_order order;
    for (size_t at = 0; order_set_next(&s->orders, &at, &order);) {
        struct rollup_row *row = &s->entry[order.entry].row;
        row->orders += order.counted;
        split += order.several_days;
        bool fits = money_add(&row->amount, order.total) &&
                    money_add(&row->refund_amount, order.refund);
        if (order.counted && order.day == row->first) {
            fits &= money_add(&row->first_amount, order.total);
        }
        if (!fits) {
            overflow(row->customer);
        }
    }
    return split;
}

static int by_key(const void *a, const void *b)
{
    const struct rollup_row *x = a;
    const struct rollup_row *y = b;
    int order = str_cmp(x->customer, y->customer);
    order = order ? order : str_cmp(x->currency, y->currency);
    return order ? order : (x->period > y->period) - (x->period < y->period);
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

/* Sorted by the heads of the ids, then, where several have the same, by all of the key. */
static void sort_rows(struct rollup_row *rows, size_t count)
{
    struct sort_pair *pairs = mem_grow(NULL, count, sizeof *pairs);
    struct rollup_row *sorted = mem_grow(NULL, count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        pairs[i] = (struct sort_pair){id_head(rows[i].customer), i};
    }
    sort_pairs(pairs, count);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = rows[pairs[i].value];
    }
    for (size_t from = 0; from < count;) {
        size_t to = from + 1;
        while (to < count && pairs[to].key == pairs[from].key) {
            to++;
        }
        if (to - from > 1) {
            qsort(sorted + from, to - from, sizeof *sorted, by_key);
        }
        from = to;
    }
    if (count > 0) {
        memcpy(rows, sorted, mem_mul(count, sizeof *rows));
    }
    free(sorted);
    free(pairs);
}

static void finish_extras(struct rollup_state *s, struct rollup_row *row, size_t e)
{
    const struct rollup_extras *extras = &s->settings->extras;
    row->sum = s->sum + e * extras->sum_count;
    row->keep = arena_alloc(&s->memory, (extras->keep_count + 1) * sizeof *row->keep);
    row->keep_when = arena_alloc(&s->memory, (extras->keep_count + 1) * sizeof *row->keep_when);
    for (size_t i = 0; i < extras->keep_count; i++) {
        const struct kept *kept = &s->kept[e * extras->keep_count + i];
        row->keep[i] = kept->value;
        /* In days, as rows of a rollup have them. */
        row->keep_when[i] = kept->when == INT64_MIN ? INT64_MIN
                                                    : (kept->when - (kept->when < 0 ? 86399999 : 0)) /
                                                          86400000;
    }
}

static void check_currency(const struct rollup_state *s)
{
    const struct sole_value *currency = s->currency.value;
    const struct sole_value *symbol = s->symbol.value;
    if (s->currency.count > 1) {
        struct str advice = currency[0].text.n ? currency[0].text : currency[1].text;
        die_at(STATUS_DATA, &currency[1].place,
               "two currencies, \"%.*s\" and \"%.*s\": say --currency %.*s%s",
               STRF(currency[0].text), STRF(currency[1].text), STRF(advice),
               s->settings->one_currency ? "" : " or --by-currency");
    }
    if (s->symbol.count > 1) {
        die_at(STATUS_DATA, &symbol[1].place,
               "an amount in %.*s, but earlier ones are in %.*s: two currencies need a currency "
               "column", STRF(symbol[1].text), STRF(symbol[0].text));
    }
}

struct rollup_state_rows rollup_state_finish(struct rollup_state *s)
{
    check_currency(s);
    finish_days(s);
    uint64_t split = finish_orders(s);
    s->rows = mem_grow(NULL, s->entry_count, sizeof *s->rows);
    size_t count = 0;
    for (size_t e = 0; e < s->entry_count; e++) {
        const struct rollup_row *row = &s->entry[e].row;
        if (row->rows + row->refunds == 0) {
            continue; /* its only row was rejected */
        }
        s->rows[count] = *row;
        s->rows[count].origin = "the transactions";
        finish_extras(s, &s->rows[count++], e);
    }
    sort_rows(s->rows, count);
    return (struct rollup_state_rows){s->rows, count, split};
}

void rollup_state_free(struct rollup_state *s)
{
    arena_free(&s->memory);
    map_free(&s->index);
    buf_free(&s->key);
    free(s->entry);
    free(s->kept);
    free(s->sum);
    order_set_free(&s->orders);
    day_list_free(&s->days);
    free(s->rows);
    free(s);
}
