/*
 * cadence.h - a customer's rhythm: gaps between purchases on the log scale, shrunk towards the
 * population's.
 *
 * Of customer i, n gaps with mean m and variance v of their logs. The population: within-variance W
 * pooled over customers, between-variance B of the customers' true means (one-way random effects,
 * method of moments). k = W / B is how many gaps of one's own weigh as much as the population:
 *
 *     mean      (n m + k M) / (n + k)
 *     variance  ((n - 1) v + k W) / (n - 1 + k),     n >= 2; W below
 *     P(next gap > t) = 1 - Phi((ln t - mean) / sqrt(variance (1 + 1 / (n + k))))
 *
 * Without gaps of one's own the variance is W + B. Where customers do not differ (B = 0), all have
 * the population's rhythm.
 */
#ifndef CRM_CADENCE_H
#define CRM_CADENCE_H

#include "base/base.h"

/* Sums of the logs of one customer's gaps. */
struct cadence {
    uint64_t gaps;
    double sum, squares;
};

struct cadence_population {
    double mean, within, between; /* of logs of days */
    double k;                     /* INFINITY where customers do not differ */
    uint64_t customers, gaps;
};

void cadence_add(struct cadence *cadence, double gap);
/* False where there are fewer than 10 gaps, or no customer has two: no rhythm to learn. */
bool cadence_population(const struct cadence *customers, size_t count,
                        struct cadence_population *population);
/* The typical gap: exp of the mean. */
double cadence_typical(const struct cadence *cadence, const struct cadence_population *population);
/* P(a gap is longer than this silence). */
double cadence_tail(const struct cadence *cadence, const struct cadence_population *population,
                    double silence);

#endif
