/*
 * order.h - a row of transactions as facts: whose, when, how much, and whether it counts. The one
 * place that says what an order, a refund and a customer are.
 *
 *   counted     status counted, paid_at filled where that column exists, amount >= 0
 *   refund      amount < 0, or a refund status: adds to refunds, never to orders, days or dates
 *   refunded    what that column says was paid back on a counted row, as a refund of its own
 *   reversed    the order's status says that all of it was paid back: its amount came in and went
 *               out again, and no order remains
 *   open        not paid yet
 *   not counted cancelled, failed, test
 *
 * A column order_state, as crm-import writes it, is taken as settled. The amount of a row is its
 * amount; where there is none, quantity x unit_price, exactly; where there is neither column,
 * order_total, which counts once an order (the caller keeps the orders); on a row without order id
 * it is the row's own.
 */
#ifndef CRM_ORDER_H
#define CRM_ORDER_H

#include "flow/row.h"
#include "schema/orders.h"

struct order_facts {
    enum order_state state; /* COUNTED, REFUND, OPEN or NOT_COUNTED */
    struct str customer;    /* empty: not known */
    struct str order_id;    /* empty: none */
    struct stamp stamp;     /* of the date; stamp.day is the purchase day */
    bool by_total;          /* amount is the order's total, on each of its rows */
    int64_t amount;         /* came in, >= 0; 0 on a pure refund; 1/10000 */
    int64_t refund;         /* went back, >= 0 */
    bool has_refund;        /* the row is, or carries, a refund */
    bool reversed;          /* the status says that the whole order was paid back */
    int64_t refunded;       /* what that column says, whatever the state; >= 0 */
    int64_t signed_amount;  /* the row's amount as written, with its sign */
    struct str currency;    /* upper case; empty where there is no such column or value */
    char symbol[4];         /* that stood beside the amount */
};

/* What the row would bring in: net where it counts, else the amount as written. */
int64_t order_revenue(const struct order_facts *facts);
/* Columns that orders are read from; ends the run where date, amount or customer are missing. */
void order_need_columns(const struct input *input);
/* False after a complaint about the row. Slices live as long as the row's block. */
bool order_read(const struct row *row, const struct orders_words *words,
                struct order_facts *facts);

#endif
