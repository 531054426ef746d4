/*
 * order_totals.h - the money of orders that are paid by their total: however many rows repeat it, it
 * counts once an order, for the entry of the order's earliest day.
 *
 *     struct order_totals_money said = {total, refund, counted};
 *     if (!order_totals_put(&totals, order, owner, own_refund, entry, day, &said)) ... rows disagree
 *     for (at = 0; order_totals_next(&totals, &at, &one);) ...
 *
 * An order is (owner, order_key). A refund of its own that bears the order's id says a total of its
 * own. A zeroed struct is empty.
 */
#ifndef CRM_ORDER_TOTALS_H
#define CRM_ORDER_TOTALS_H

#include "analysis/order_key.h"

/* What the rows of an order say; 1/10000. */
struct order_totals_money {
    int64_t total, refund;
    bool counted; /* false: a refund of its own */
};

struct order_totals_slot;

struct order_totals {
    struct order_totals_slot *slot;
    size_t count, room;
};

/* A row of the order. False where an earlier row says another total: *said is then replaced by what
 * that one says, and nothing is changed. */
bool order_totals_put(struct order_totals *totals, struct order_key order, uint32_t owner,
                      bool own_refund, uint32_t entry, int32_t day,
                      struct order_totals_money *said);

struct order_totals_order {
    uint32_t entry;
    int32_t day; /* the earliest */
    struct order_totals_money money;
};

/* Walks the orders in no order that may leave a trace; *at starts at 0. False at the end. */
bool order_totals_next(const struct order_totals *totals, size_t *at,
                       struct order_totals_order *order);
void order_totals_free(struct order_totals *totals);

#endif
