/*
 * spend.h - the gamma-gamma model of spend (Fader & Hardie, "The gamma-gamma model of monetary
 * value", note 025): what an order of a customer is worth on average.
 *
 * A customer's orders have mean m over x orders; p, q and gamma are positive. Assumed: how much a
 * customer spends an order does not depend on how often he buys; the correlation says how far that
 * holds.
 *
 *     E[M | x, m] = p (gamma + x m) / (p x + q - 1),     population mean p gamma / (q - 1)
 *
 * With q <= 1 the population mean does not exist; expectations then shrink towards the mean of the
 * observed means instead, as if q were fitted with that mean (see spend_expected). Where the data do
 * not tell the model at all, such as under fixed prices, a customer's own mean stands.
 */
#ifndef CRM_SPEND_H
#define CRM_SPEND_H

#include "base/base.h"

#define SPEND_PARAMETERS 3

struct spend_parameters {
    double p, q, gamma;
    double mean; /* the population's: p gamma / (q - 1), or of the observed means where q <= 1 */
    bool shrunken; /* q <= 1 */
    bool plain;    /* the data do not tell the model: a customer's own mean is taken as it is */
};

struct spend_history {
    uint32_t x; /* orders that the mean is over, at least 1 */
    double m;   /* their mean, above 0 */
    double weight;
};

const char *spend_parameter_name(size_t parameter);
/* The log-likelihood; the gradient by the logs of p, q, gamma may be NULL. */
double spend_likelihood(const double parameters[SPEND_PARAMETERS],
                        const struct spend_history *histories, size_t count, double *gradient);
/* The same for many parameters over the same histories (by ascending x), laid out once; done by the
 * team (base/team.h). `hessian`: the second derivatives by the logs, all of the matrix; NULL with the
 * gradient, or alone. */
struct spend_data;
struct spend_data *spend_data_new(const struct spend_history *histories, size_t count);
double spend_data_likelihood(const double parameters[SPEND_PARAMETERS],
                             const struct spend_data *data, double *gradient, double *hessian);
void spend_data_free(struct spend_data *data);
/* x = 0: the population's mean. */
double spend_expected(const struct spend_parameters *parameters, uint32_t x, double m);
/* Pearson's, of m and x; NaN where one of them does not vary. */
double spend_correlation(const struct spend_history *histories, size_t count);

#endif
