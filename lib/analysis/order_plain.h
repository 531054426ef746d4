/*
 * order_plain.h - the short way to what order_read (order.h) makes of a row: for the many rows that
 * are counted orders, written the plain way.
 *
 *     struct order_plan plan = order_plan(input, words);        once an input
 *     struct order_plain order;
 *     if (order_plain_read(&plan, &row, &order)) ...
 *     else ...                                      order_read knows what it is, or what is wrong
 *
 * A plain row has an id of the customer, a date YYYY-MM-DD with or without HH:MM:SS, an amount of
 * digits and a point, of no sign; nothing says that it was not paid, or paid back in part.
 */
#ifndef CRM_ORDER_PLAIN_H
#define CRM_ORDER_PLAIN_H

#include "analysis/order.h"
#include "format/plain.h"

/* Where the columns stand; -1: there is none. */
struct order_plan {
    bool usable; /* else no row of the input is plain */
    ptrdiff_t customer, order_id, date, amount, currency;
    ptrdiff_t status, order_state, paid_at, refunded;
    bool states; /* there is one of those four */
    const struct orders_words *words;
};

struct order_plain {
    struct str customer, order_id; /* of no order id: empty */
    struct str currency;           /* empty: none */
    int64_t amount;                /* 1/10000 */
    int32_t day, ms;
};

struct order_plan order_plan(const struct input *input, const struct orders_words *words);

/* Whether the cells that may say otherwise leave the row a counted order. */
bool order_plain_counts(const struct order_plan *plan, const struct plain_row *row);

static inline bool order_plain_read(const struct order_plan *plan, const struct plain_row *row,
                                    struct order_plain *order)
{
    if (!plan->usable) {
        return false;
    }
    struct moment at;
    if (!moment_read(plain_cell(row, (size_t)plan->date), &at)) {
        return false;
    }
    order->day = at.day;
    order->ms = at.second * 1000;
    struct str amount = plain_cell(row, (size_t)plan->amount);
    if (!money_plain(amount, &order->amount) || amount.p[0] == '-') {
        return false;
    }
    order->customer = plain_cell(row, (size_t)plan->customer);
    order->order_id = plan->order_id < 0 ? S("") : plain_cell(row, (size_t)plan->order_id);
    order->currency = plan->currency < 0 ? S("") : plain_cell(row, (size_t)plan->currency);
    return order->customer.n > 0 &&
           (order->currency.n == 0 || money_is_currency(order->currency)) &&
           (!plan->states || order_plain_counts(plan, row));
}

#endif
