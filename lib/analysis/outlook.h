/*
 * outlook.h - what scored customers are expected to bring: the columns of crm-score --clv, read and
 * added up exactly.
 *
 *     outlook_begin(&outlook, input)
 *     outlook_read(&outlook, row, &cells)      false after a complaint about the row
 *     outlook_keep(&outlook, &cells)           one customer after the other
 *     outlook_count(&outlook, i, revenue, &sum of a group)
 *     outlook_settle(&outlook)
 *
 * Estimates are written with 6 significant digits. They are held in fixed point, value and clv to
 * 1/10000 as money is, orders to 1/1000000, so that a sum does not depend on the order of rows.
 */
#ifndef CRM_OUTLOOK_H
#define CRM_OUTLOOK_H

#include "flow/row.h"

#define OUTLOOK_ORDERS 1000000 /* units of expected orders in 1 */
#define OUTLOOK_LEAVING 0.5    /* a chance of being alive below it: rather gone than not */
#define OUTLOOK_CURVE 200      /* points of the Lorenz curve */

struct outlook_cells {
    double alive;       /* NaN: no forecast, as of prospects */
    int64_t orders, value, clv;
};

struct outlook_sum {
    uint64_t customers; /* with a forecast */
    int64_t orders, value, clv;
    int64_t revenue;    /* of these customers, to date */
    uint64_t leaving;   /* of them rather gone than not */
    int64_t leaving_clv, leaving_value, leaving_revenue;
};

/* How clv is spread over customers; those below 0 hold nothing. */
struct outlook_spread {
    double top[5]; /* share of the best 1, 5, 10, 20, 50 %, rounded up to whole customers; NaN */
    double gini;
    double mark;   /* share of the customers below the best 20 % */
    double curve[OUTLOOK_CURVE + 1];
};

struct outlook {
    bool there;   /* the input has all columns that a sum needs; else there is nothing to do */
    struct outlook_cells *cells; /* by customer, in the order in which they were kept */
    size_t count, room;
    struct outlook_sum all;      /* of those that were counted */
    struct outlook_spread spread;
};

void outlook_begin(struct outlook *outlook, const struct input *input);
bool outlook_read(const struct outlook *outlook, const struct row *row, struct outlook_cells *cells);
void outlook_keep(struct outlook *outlook, const struct outlook_cells *cells);
/* Adds to a group's sum who has a forecast; a sum that does not fit ends the run. */
void outlook_add(struct outlook_sum *sum, const struct outlook_cells *cells, int64_t revenue);
/* The same of customer i, to the sum of all as well. */
void outlook_count(struct outlook *outlook, size_t i, int64_t revenue, struct outlook_sum *group);
void outlook_settle(struct outlook *outlook);

#endif
