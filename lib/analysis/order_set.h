/*
 * order_set.h - orders told apart, in any row order: a set of keyed 128-bit hashes.
 *
 *     struct hash_128 order = order_set_hash(customer, currency, order_id, day, refund);
 *     order_set_put(&set, order, entry, day);
 *
 * An order belongs to the entry of its earliest day. Orders that are paid by their total keep it
 * here, so that it counts once however many rows repeat it. A zeroed struct is an empty set.
 */
#ifndef CRM_ORDER_SET_H
#define CRM_ORDER_SET_H

#include "base/buf.h"
#include "base/hash.h"

struct order_slot;

/* What the rows of an order that is paid by its total say; 1/10000. */
struct order_set_money {
    int64_t total, refund;
    bool counted; /* false: a refund of its own */
};

struct order_set {
    struct order_slot *slot;
    struct order_set_money *money; /* beside slot; NULL while no order has a total */
    size_t count, room;
};

/* An order is (customer, order id), the customer by its 128-bit hash; without id, the customer's
 * purchase day. */
struct hash_128 order_set_hash(struct hash_128 customer, struct str currency, struct str order_id,
                               int32_t day, bool refund);
/* Asks for the memory that a put will look at. */
void order_set_expect(const struct order_set *set, struct hash_128 order);
/* A row of a counted order. */
void order_set_put(struct order_set *set, struct hash_128 order, uint32_t entry, int32_t day);
/* A row of an order that is paid by its total. False where an earlier row says another total: *said
 * is then replaced by what that one says. */
bool order_set_put_total(struct order_set *set, struct hash_128 order, uint32_t entry, int32_t day,
                         struct order_set_money *said);
struct order_set_order {
    uint32_t entry;
    int32_t day;
    bool several_days;
    bool counted;
    int64_t total, refund; /* 0 where rows carry the money */
};

/* Walks the orders in no order that may leave a trace; *at starts at 0. False at the end. */
bool order_set_next(const struct order_set *set, size_t *at, struct order_set_order *order);
void order_set_free(struct order_set *set);

#endif
