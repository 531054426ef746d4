/*
 * service_orders.h - how many orders there were, in all and of each product: what complaints are to
 * be compared with.
 *
 *     struct service_orders *orders = service_orders_read(run, input, &settings);
 *     orders->all, service_orders_of(orders, product)
 *
 * Counted orders, as crm-formats(5) has them: of a customer, by order_id, else a purchase day. An
 * order counts once for each item, and each sku, that it has a row of. Of a rollup only the orders
 * in all are known.
 */
#ifndef CRM_SERVICE_ORDERS_H
#define CRM_SERVICE_ORDERS_H

#include "analysis/rollup.h"

struct service_orders_settings {
    int32_t since, until; /* days; orders outside do not count. A rollup is taken whole */
    const struct orders_words *words;
};

struct service_orders {
    uint64_t all;
    bool has_products;
    struct map index; /* by folded product */
    uint64_t *of;
    size_t room;
};

struct service_orders *service_orders_read(struct flow_run *run, struct input *input,
                                           const struct service_orders_settings *settings,
                                           struct arena *arena);
/* 0 of one that nobody ordered. */
uint64_t service_orders_of(const struct service_orders *orders, struct str product);

#endif
