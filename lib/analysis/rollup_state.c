#include "base/base.h"

#include "analysis/rollup_parts.h"
#include "base/mem.h"
#include "base/say.h"

static void *start(void *context)
{
    struct rollup_state *s = mem_new(1, sizeof *s);
    s->settings = context;
    s->plain = s->settings->extras.sum_count == 0 && s->settings->extras.keep_count == 0;
    return s;
}

/* ---- what a row comes to, by any worker ---- */

struct item {
    uint64_t id[2]; /* rollup_id_of */
    uint64_t hash;  /* of the customer */
    int64_t amount, refund;
    struct order_key order;
    int32_t day, ms;
    uint32_t id_length;
    char currency[4], symbol[4]; /* "" where there is none */
    uint8_t state;               /* enum order_state */
    bool by_total, has_refund;
    bool plain; /* a counted order with its own amount and nothing besides */
};

static bool is_excluded(const struct rollup_settings *set, const struct row *row,
                        const struct order_facts *facts)
{
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

static bool read_row(void *context, struct row *row, void *out, uint64_t *meet)
{
    const struct rollup_settings *set = context;
    struct item *item = out;
    struct order_facts facts;
    if (!order_read(row, set->words, &facts) || is_excluded(set, row, &facts)) {
        return false;
    }
    *item = (struct item){.hash = hash_quick(hash_run_key(), facts.customer),
                          .amount = facts.amount,
                          .refund = facts.refund,
                          .order = order_key_of(facts.order_id, facts.stamp.day),
                          .day = facts.stamp.day,
                          .ms = facts.stamp.ms,
                          .id_length = (uint32_t)facts.customer.n,
                          .state = (uint8_t)facts.state,
                          .by_total = facts.by_total,
                          .has_refund = facts.has_refund};
    rollup_id_of(facts.customer, item->id);
    memcpy(item->currency, facts.currency.p, facts.currency.n);
    memcpy(item->symbol, facts.symbol, sizeof item->symbol);
    *meet = item->hash;
    return true;
}

/* Plain orders that nothing excludes come to their items in one pass. */
static size_t quick_read(void *context, const struct input *input, const struct plain_rows *rows,
                         size_t from, uint64_t number, struct flow_items *items)
{
    const struct rollup_settings *set = context;
    const struct order_plan plan = set->plan[input->number];
    const struct hash_key key = hash_run_key();
    const int32_t first = set->since;
    int32_t last = set->as_of == DATE_NONE ? INT32_MAX : set->as_of;
    last = set->until == DATE_NONE || last < set->until ? last : set->until;
    size_t r = from;
    for (; r < rows->count; r++) {
        struct plain_row row = plain_row_at(rows, r);
        struct order_plain order;
        if (!order_plain_read(&plan, &row, &order) || order.day < first || order.day > last ||
            (set->currency.n > 0 && !str_eq(set->currency, order.currency))) {
            break;
        }
        struct item *item = flow_items_next(items);
        rollup_id_of(order.customer, item->id);
        item->hash = order.customer.n > ROLLUP_PARTS_ID
                         ? hash_quick_long(key, order.customer)
                         : hash_quick_words(key, item->id, order.customer.n);
        item->amount = order.amount;
        item->refund = 0;
        item->order = order_key_of(order.order_id, order.day);
        item->day = order.day;
        item->ms = order.ms;
        item->id_length = (uint32_t)order.customer.n;
        memset(item->currency, 0, sizeof item->currency);
        if (order.currency.n > 0) {
            memcpy(item->currency, order.currency.p, 3);
        }
        memset(item->symbol, 0, sizeof item->symbol);
        item->state = ORDER_COUNTED;
        item->by_total = item->has_refund = false;
        item->plain = true;
        flow_items_add(items, item->hash,
                       (struct flow_head){row.from, plain_length(rows, &row), number + r - from});
    }
    return r - from;
}

/* ---- into a state ---- */

static struct str code_of(const char code[4])
{
    return (struct str){code, code[0] ? strlen(code) : 0};
}

/* An item's row, parsed again where it is needed. */
struct origin {
    struct flow_batch *batch;
    size_t i;
    struct row *row; /* NULL: not looked up yet */
};

static struct row *row_of(struct origin *origin)
{
    if (!origin->row) {
        origin->row = flow_batch_row(origin->batch, origin->i);
    }
    return origin->row;
}

/* The days of an entry that show without a list of all. Before it becomes the first one. */
static void note_day(struct rollup_entry *entry, int32_t day)
{
    struct rollup_near *near = &entry->near;
    if (day == entry->last_day) {
        return;
    }
    if (day > entry->last_day) {
        near->prev2 = near->prev;
        near->prev = entry->last_day;
        entry->last_day = day;
    } else if (day > near->prev) {
        near->prev2 = near->prev;
        near->prev = day;
    } else if (day < near->prev && day > near->prev2) {
        near->prev2 = day;
    }
    if (entry->first != DATE_NONE && day < entry->first) {
        near->second = entry->first;
    } else if (day > entry->first && entry->first != DATE_NONE &&
               (near->second == DATE_NONE || day < near->second)) {
        near->second = day;
    }
}

/* The order and its day, unless the row before said the same. Before the entry's first day is seen. */
static void list_purchase(struct rollup_state *s, uint32_t e, const struct item *item)
{
    struct rollup_entry *entry = &s->entry[e];
    struct order_key order = item->order;
    if (s->settings->totals) {
        note_day(entry, item->day);
        return;
    }
    if (item->by_total) {
        order.word[2] |= ROLLUP_PARTS_BY_TOTAL;
    }
    if (entry->last_day != item->day || !order_key_eq(entry->last_order, order)) {
        entry->last_day = item->day;
        entry->last_order = order;
        purchases_add(&s->purchases, rollup_parts_owner(s, e), order, item->day);
    }
}

static void see_first(struct rollup_entry *entry, int32_t day, int64_t amount, bool *fits)
{
    if (entry->first == DATE_NONE || day < entry->first) {
        entry->first = day;
        entry->first_amount = amount;
    } else if (day == entry->first) {
        *fits &= money_add(&entry->first_amount, amount);
    }
}

/* False after a complaint: the rows of an order must agree on its total. */
static bool take_total(struct rollup_state *s, const struct item *item, uint32_t e,
                       struct origin *origin)
{
    struct order_totals_money here = {item->amount, item->refund, item->state == ORDER_COUNTED};
    struct order_totals_money there = here;
    /* A refund of its own under the same id says another total: it is told apart. */
    if (order_totals_put(&s->totals, item->order, rollup_parts_owner(s, e),
                         item->state == ORDER_REFUND, e, item->day, &there)) {
        return true;
    }
    char says[MONEY_ROOM];
    char said[MONEY_ROOM];
    bool totals = here.total != there.total;
    money_format(totals ? here.total : here.refund, 2, says);
    money_format(totals ? there.total : there.refund, 2, said);
    row_bad(row_of(origin), totals ? TRANSACTION_ORDER_TOTAL : TRANSACTION_REFUNDED,
            "%s here, but %s in an earlier row of the same order", says, said);
    return false;
}

/* Two currencies never stand in one sum: rollup_state_finish says so, when all rows are seen. */
static inline void see_currency(struct rollup_state *s, const struct item *item, struct origin *origin)
{
    if (s->settings->by_currency || s->settings->currency.n > 0) {
        return;
    }
    if (item->symbol[0] == '\0' && s->sole_known && memcmp(s->sole, item->currency, 4) == 0) {
        return; /* as the row before */
    }
    struct str currency = code_of(item->currency);
    if (!sole_knows(&s->currency_seen, currency)) {
        sole_see(&s->currency_seen, row_of(origin), TRANSACTION_CURRENCY, currency, &s->memory);
    }
    struct str symbol = code_of(item->symbol);
    if (currency.n == 0 && symbol.n > 0 && !sole_knows(&s->symbol_seen, symbol)) {
        sole_see(&s->symbol_seen, row_of(origin), TRANSACTION_AMOUNT, symbol, &s->memory);
    }
    memcpy(s->sole, item->currency, sizeof s->sole);
    s->sole_known = true;
}

/* Into the room of the value before, where it fits: a customer's many rows do not pile up. */
static void keep_text(struct rollup_state *s, struct rollup_kept *kept, struct str cell)
{
    if (cell.n > kept->room) {
        kept->room = cell.n + cell.n / 2 + 8;
        kept->text = arena_alloc(&s->memory, kept->room);
    }
    memcpy(kept->text, cell.p, cell.n);
    kept->value = (struct str){kept->text, cell.n};
}

static void take_kept(struct rollup_state *s, const struct item *item, uint32_t e,
                      struct origin *origin)
{
    const struct rollup_extras *extras = &s->settings->extras;
    int64_t when = (int64_t)item->day * 86400000 + item->ms;
    for (size_t i = 0; i < extras->keep_count; i++) {
        const struct row *row = row_of(origin);
        ptrdiff_t position = input_named(row->input, extras->keep[i]);
        struct str cell = position >= 0 ? row->record.cell[position] : (struct str){"", 0};
        struct rollup_kept *kept = &s->kept[e * extras->keep_count + i];
        bool later = when > kept->when || (when == kept->when && row->number >= kept->number);
        if (cell.n > 0 && later) {
            keep_text(s, kept, cell);
            kept->when = when;
            kept->number = row->number;
        }
    }
}

/* Reads the row's summed columns before anything is changed: a row counts whole or not at all. */
static bool read_sums(const struct rollup_state *s, struct origin *origin, int64_t *units)
{
    const struct rollup_extras *extras = &s->settings->extras;
    for (size_t i = 0; i < extras->sum_count; i++) {
        const struct row *row = row_of(origin);
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

static bool does_not_fit(struct origin *origin)
{
    row_fatal(row_of(origin), -1, STATUS_DATA, "the row makes a sum that does not fit in 64 bits");
    return false;
}

static bool take_counted(struct rollup_state *s, const struct item *item, uint32_t e,
                         struct origin *origin)
{
    size_t sum_count = s->settings->extras.sum_count;
    int64_t units[ROLLUP_SUMS_MAX];
    struct rollup_entry *entry = &s->entry[e];
    bool fits = true;
    if (!read_sums(s, origin, units)) {
        return false;
    }
    if (item->by_total && !take_total(s, item, e, origin)) {
        return false;
    }
    list_purchase(s, e, item);
    if (item->by_total) {
        see_first(entry, item->day, 0, &fits);
    } else {
        see_first(entry, item->day, item->amount, &fits);
        fits &= money_add(&entry->amount, item->amount);
    }
    for (size_t i = 0; i < sum_count; i++) {
        fits &= money_add(&s->sum[e * sum_count + i], units[i]);
    }
    fits &= ++entry->rows > 0; /* else it went round */
    return fits || does_not_fit(origin);
}

static bool take_refund(struct rollup_state *s, const struct item *item, uint32_t e,
                        struct origin *origin)
{
    struct rollup_refunds *refunds = rollup_index_refunds(s, e);
    bool own = item->state == ORDER_REFUND;
    if (item->by_total && own && !take_total(s, item, e, origin)) {
        return false;
    }
    refunds->count++;
    if (item->by_total) {
        return true; /* the order carries the money, once */
    }
    bool fits = money_add(&refunds->amount, item->refund) &&
                (!own || money_add(&s->entry[e].amount, item->amount));
    return fits || does_not_fit(origin);
}

/* A row of a counted order with its own amount, where nothing else is kept of it: most are. */
static inline bool take_plain(struct rollup_state *s, const struct item *item, uint32_t e)
{
    struct rollup_entry *entry = &s->entry[e];
    int64_t amount = entry->amount, first_amount = 0;
    if (entry->first == item->day) {
        first_amount = entry->first_amount;
    }
    if (__builtin_add_overflow(amount, item->amount, &amount) ||
        __builtin_add_overflow(first_amount, item->amount, &first_amount) ||
        entry->rows == UINT32_MAX) {
        return false;
    }
    list_purchase(s, e, item);
    entry->amount = amount;
    if (entry->first == DATE_NONE || item->day <= entry->first) {
        entry->first = item->day;
        entry->first_amount = first_amount;
    }
    entry->rows++;
    return true;
}

static void take_item(struct rollup_state *s, const struct item *item, struct origin *origin)
{
    if (s->currency_count == 0 || memcmp(s->code_last, item->currency, sizeof s->code_last) != 0) {
        s->currency_last = rollup_index_currency(s, code_of(item->currency));
        memcpy(s->code_last, item->currency, sizeof s->code_last);
    }
    uint32_t currency = s->currency_last;
    uint32_t e = rollup_index_put(s, item->id, item->id_length, currency, item->hash,
                                  date_period_start(item->day, s->settings->by));
    if (item->plain && s->plain && take_plain(s, item, e)) {
        see_currency(s, item, origin);
        return;
    }
    if (item->state == ORDER_COUNTED && !take_counted(s, item, e, origin)) {
        return;
    }
    if (item->has_refund && !take_refund(s, item, e, origin)) {
        return;
    }
    see_currency(s, item, origin);
    if (item->state == ORDER_COUNTED) {
        take_kept(s, item, e, origin); /* a date that the rollup keeps: merging stays exact */
    }
}

/* How many items ahead memory is asked for, which each item finds in another place. */
#define AHEAD 16

static void take_batch(void *context, void *state, struct flow_batch *batch)
{
    struct rollup_state *s = state;
    enum date_period by = s->settings->by;
    size_t count = flow_batch_count(batch);
    (void)context;
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count) {
            const struct item *next = flow_batch_item(batch, i + AHEAD);
            rollup_index_expect(s, next->hash, date_period_start(next->day, by));
        }
        if (i + AHEAD / 2 < count) {
            const struct item *next = flow_batch_item(batch, i + AHEAD / 2);
            rollup_index_expect_entry(s, next->hash, date_period_start(next->day, by));
        }
        struct origin origin = {batch, i, NULL};
        take_item(s, flow_batch_item(batch, i), &origin);
    }
}

/* The row at once: for a fold beside another one. */
static void take_row(void *context, void *state, struct row *row)
{
    struct item item;
    uint64_t meet;
    if (read_row(context, row, &item, &meet)) {
        struct origin origin = {NULL, 0, row};
        take_item(state, &item, &origin);
    }
}

/* States have no customer in common: they stay beside each other. */
static void merge(void *context, void *into_state, void *from_state)
{
    struct rollup_state *into = into_state;
    (void)context;
    while (into->next) {
        into = into->next;
    }
    into->next = from_state;
}

const struct flow_fold rollup_state_fold = {
    .start = start,
    .row = take_row,
    .merge = merge,
    .item_size = sizeof(struct item),
    .read = read_row,
    .quick_read = quick_read,
    .take = take_batch,
};

void rollup_state_free(struct rollup_state *s)
{
    while (s) {
        struct rollup_state *next = s->next;
        size_t room = s->entry_room;
        rollup_index_free(s);
        mem_table_free(s->entry, room * sizeof *s->entry);
        mem_table_free(s->refunds, s->refunds ? room * sizeof *s->refunds : 0);
        mem_table_free(s->chain, s->chain ? room * sizeof *s->chain : 0);
        mem_table_free(s->days, s->days ? room * sizeof *s->days : 0);
        purchases_free(&s->purchases);
        order_totals_free(&s->totals);
        arena_free(&s->memory);
        free(s->currency);
        free(s->kept);
        free(s->sum);
        free(s->rows);
        free(s->head);
        free(s);
        s = next;
    }
}
