/*
 * clv.h - customer lifetime value: how likely each customer is still there, what is to come, and
 * what it is worth.
 *
 *     struct clv clv;
 *     clv_init(&clv, &settings);
 *     clv_take(&clv, row);                     for each customer of a rollup by all
 *     clv_begin(&clv, as_of);
 *     clv_fit(&clv, message);                  or a model that was loaded, and clv_prepare(&clv)
 *     clv_predict(&clv, customer, &prediction);
 *
 * A customer's history is made of purchase days: x = days - 1 repeats, t_x = last - first, T = as_of
 * - first, in the time unit. What an order is worth is the mean over the repeat days: (amount -
 * first_amount - refund_amount) / x, so that the first order, which brought the customer in, does
 * not count.
 *
 *   p_alive          P(still a customer on as_of)
 *   expected_orders  purchase days expected within the horizon
 *   p_no_order       P(no order within the horizon)
 *   order_value      expected mean of an order (gamma-gamma)
 *   expected_value   expected_orders x order_value
 *   clv              the same, each month's part discounted to as_of by its real length
 */
#ifndef CRM_CLV_H
#define CRM_CLV_H

#include "analysis/rollup_row.h"
#include "stats/fit.h"

enum clv_choice { CLV_MBG, CLV_BG, CLV_PARETO, CLV_AUTO };

struct clv_settings {
    enum clv_choice model;
    double unit; /* days */
    struct date_span horizon;
    double discount; /* a year: 0.1 is 10 % */
    bool ignore_refunds;
};

struct clv_customer {
    uint32_t x;
    int32_t first, last;
    double spend; /* sum over the repeat days, in currency units */
    uint32_t prospect; /* once the model is there: of all with this x and first day */
};

/* What is to come of a customer who is still there: depends on x and T alone, which many share. */
struct clv_prospect {
    double orders, present; /* within the horizon; the same discounted, month by month */
    double some;            /* P(at least one) */
};

struct clv_model {
    struct fit_lifetime lifetime;
    const char *cause; /* what in the data kept the likelihood from telling the model; NULL: nothing */
    struct fit_spend spend;
    bool has_spend; /* a spend model could be fitted */
    const char *spend_fault; /* why not, or NULL */
    uint64_t customers, repeaters, spenders; /* that it was fitted to */
    double unit; /* days */
};

#define CLV_MONTHS_MAX 600

struct clv {
    struct clv_settings settings;
    struct clv_customer *customer;
    size_t count, room;
    int32_t as_of;
    struct clv_model model;
    struct str loaded; /* the model's file, where it was not fitted */
    double held_out[3]; /* CLV_AUTO: log-likelihood of the customers held out, by model; else NaN */
    /* The horizon's months: their ends in time units, and the factors of discount. */
    size_t months;
    double end[CLV_MONTHS_MAX], factor[CLV_MONTHS_MAX];
    struct clv_prospect *prospect;
    double *alive; /* by customer, of those in the model: P(alive) */
};

struct clv_prediction {
    double alive, orders, silent;
    double order_value, value, clv; /* NaN without a spend model */
};

void clv_init(struct clv *clv, const struct clv_settings *settings);
/* A customer without a counted order is not in the model. */
void clv_take(struct clv *clv, const struct rollup_row *row);
/* Months and factors. */
void clv_begin(struct clv *clv, int32_t as_of);
/* Where a model was loaded, and not fitted: what clv_predict looks up. */
void clv_prepare(struct clv *clv);
#define CLV_MESSAGE 512
/* False with what in the data is in the way. */
bool clv_fit(struct clv *clv, char message[CLV_MESSAGE]);
/* False for a customer without a purchase until as_of. */
bool clv_predict(const struct clv *clv, const struct clv_customer *customer,
                 struct clv_prediction *prediction);
/* The same of customer i, whose P(alive) was made ready with the model that was fitted or loaded. */
bool clv_predict_prepared(const struct clv *clv, size_t i, struct clv_prediction *prediction);
/* Half-widths of 95 % intervals of the logs of orders and clv (delta method over the parameters;
 * how a customer's own luck turns out is not in it); NaN where there are none. */
void clv_intervals(const struct clv *clv, const struct clv_customer *customer, double *orders,
                   double *value);
/* All histories on as_of, those that are alike as one; the caller frees them. */
struct lifetime_history *clv_histories(const struct clv *clv, size_t *count);
void clv_free(struct clv *clv);

#endif
