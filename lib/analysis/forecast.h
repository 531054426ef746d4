/*
 * forecast.h - orders and revenue of the present customers, week by week, from a lifetime model.
 *
 *     struct forecast *forecast = forecast_new(&clv, span);      after clv_fit
 *     forecast->week[i].orders ...
 *     forecast_free(forecast);
 *
 * Of customer i, e = E[orders in the week] (stats/lifetime.h), k = (r + x + 1) / (alpha + T), v the
 * expected value of an order and c^2 the squared coefficient of variation of one:
 *
 *     variance of orders    sum of e + e k w - e^2        Poisson noise; that the rate is not known,
 *                                                         E[rate^2] / E[rate] = k of who is alive; w
 *                                                         the week's length
 *     variance of revenue   sum of v^2 (e + e k w - e^2 + e c^2)
 *     c^2                   (1 + 1 / p) (q + p x - 1) / (q + p x - 2) - 1 (gamma-gamma); where that does
 *                           not exist, of the customers' means among each other
 *
 * To both comes the uncertainty of the parameters, g' C g with the gradient g of the sum by their
 * logarithms and the fit's covariance C, where the fit has one. The 95 % intervals are the quantiles of
 * the negative binomial (orders; Poisson where the variance is the mean) and of the gamma
 * distribution (revenue) that have this mean and variance. New customers are in none of it.
 */
#ifndef CRM_FORECAST_H
#define CRM_FORECAST_H

#include "analysis/clv.h"

struct forecast_figure {
    double mean, low, high; /* NaN without a spend model */
};

struct forecast_week {
    int32_t from, to; /* days, both inclusive */
    struct forecast_figure orders, revenue;
};

struct forecast {
    struct forecast_week *week;
    size_t count;
    struct forecast_week all;
    bool parameters; /* their uncertainty is in the intervals */
};

#define FORECAST_WEEKS_MAX 520

/* At most FORECAST_WEEKS_MAX weeks; the last may be shorter. */
struct forecast *forecast_new(const struct clv *clv, struct date_span span);
void forecast_free(struct forecast *forecast);

#endif
