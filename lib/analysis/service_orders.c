#include "base/base.h"

#include "analysis/service_orders.h"
#include "base/mem.h"
#include "base/seen.h"
#include "flow/cursor.h"
#include "value/fold.h"

struct counting {
    struct service_orders *orders;
    struct seen seen;
    struct buf key;
};

/* The order in the key, which stands there up to `order`, has a row of this product. */
static void count_product(struct counting *c, struct str product, size_t order, struct arena *arena)
{
    struct service_orders *o = c->orders;
    struct str folded = fold_key(arena, product);
    bool fresh;
    if (folded.n == 0) {
        return;
    }
    c->key.n = order;
    buf_str(&c->key, folded);
    if (seen_before(&c->seen, buf_view(&c->key))) {
        return;
    }
    uint32_t *at = map_put(&o->index, folded, &fresh);
    if (fresh) {
        *at = (uint32_t)(o->index.count - 1);
        if (*at >= o->room) {
            o->room = mem_capacity(o->room, (size_t)*at + 1);
            o->of = mem_grow(o->of, o->room, sizeof *o->of);
        }
        o->of[*at] = 0;
    }
    o->of[*at]++;
}

static void count_row(struct counting *c, const struct row *row,
                      const struct service_orders_settings *settings)
{
    struct order_facts facts;
    struct row_worker *worker = row->worker;
    if (!order_read(row, settings->words, &facts)) {
        return;
    }
    if (facts.customer.n == 0 || facts.state != ORDER_COUNTED) {
        account_exclude(&worker->account, facts.customer.n == 0       ? ACCOUNT_NO_CUSTOMER
                                          : facts.state == ORDER_OPEN ? ACCOUNT_OPEN
                                                                      : ACCOUNT_NOT_COUNTED);
        return;
    }
    if (facts.stamp.day > settings->until) {
        account_exclude(&worker->account, ACCOUNT_AFTER_AS_OF);
        return;
    }
    worker->account.merged++;
    if (facts.stamp.day < settings->since) {
        return;
    }
    buf_clear(&c->key);
    buf_str(&c->key, facts.customer);
    buf_byte(&c->key, '\0');
    if (facts.order_id.n > 0) {
        buf_str(&c->key, facts.order_id);
    } else {
        buf_printf(&c->key, "%" PRId32, facts.stamp.day);
    }
    buf_byte(&c->key, '\0');
    size_t order = c->key.n;
    c->orders->all += !seen_before(&c->seen, buf_view(&c->key));
    struct str item = row_text(row, TRANSACTION_ITEM), sku = row_text(row, TRANSACTION_SKU);
    count_product(c, item, order, &worker->arena);
    if (!str_eq(item, sku)) {
        count_product(c, sku, order, &worker->arena);
    }
}

static void take_rollup(void *context, const struct rollup_row *row)
{
    ((struct service_orders *)context)->all += row->orders;
}

static void read_rollup(struct service_orders *orders, struct flow_run *run, struct input *input,
                        const struct service_orders_settings *settings, struct arena *arena)
{
    struct rollup_settings rollup = {.by = DATE_ALL,
                                     .by_currency = true,
                                     .since = DATE_NONE,
                                     .until = DATE_NONE,
                                     .as_of = DATE_NONE,
                                     .words = settings->words};
    struct rollup_result result;
    rollup_prepare(&input, 1, &rollup, arena);
    uint64_t written = run->account.written;
    rollup_run(run, &input, 1, &rollup, take_rollup, orders, &result);
    run->account.merged += run->account.written - written;
    run->account.written = written;
}

struct service_orders *service_orders_read(struct flow_run *run, struct input *input,
                                           const struct service_orders_settings *settings,
                                           struct arena *arena)
{
    struct service_orders *orders = mem_new(1, sizeof *orders);
    struct counting c = {.orders = orders};
    struct str none;
    if (input->binding.kind->kind == KIND_ROLLUP) {
        read_rollup(orders, run, input, settings, arena);
        return orders;
    }
    order_need_columns(input);
    orders->has_products =
        input_column(input, TRANSACTION_ITEM) >= 0 || input_column(input, TRANSACTION_SKU) >= 0;
    buf_init(&c.key, BUF_UNBOUNDED);
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        count_row(&c, cursor_row(cursor), settings);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    seen_free(&c.seen);
    buf_free(&c.key);
    return orders;
}

uint64_t service_orders_of(const struct service_orders *orders, struct str product)
{
    struct arena scratch = {0};
    const uint32_t *at = map_find(&orders->index, fold_key(&scratch, product));
    arena_free(&scratch);
    return at ? orders->of[*at] : 0;
}
