/*
 * lifetime_pareto.h - Pareto/NBD, for lifetime.c. p: r, alpha, s, beta.
 */
#ifndef CRM_LIFETIME_PARETO_H
#define CRM_LIFETIME_PARETO_H

#include "stats/lifetime_data.h"

/* For lifetime_data_likelihood: the histories from .. to - 1, without what the other one adds: the
 * terms that x alone has, and those of all. */
void lifetime_pareto_fit_part(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                              size_t from, size_t to, struct lifetime_data_sums *sums);
void lifetime_pareto_fit_rest(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                              struct lifetime_data_sums *sums);
double lifetime_pareto_alive(const double p[LIFETIME_PARAMETERS],
                             const struct lifetime_history *h);
/* Of who is alive at T. */
double lifetime_pareto_expected(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, double t);
/* P(at least one order in (T, T + t] | alive at T). */
double lifetime_pareto_some(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                            double t);
double lifetime_pareto_expected_new(const double p[LIFETIME_PARAMETERS], double t);
double lifetime_pareto_residual(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, double rate);

/* lifetime_pareto_alive and _some of many, by the integral of lifetime_integral.h. */
void lifetime_pareto_many_alive(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, size_t count, double *values);
void lifetime_pareto_many_some(const double p[LIFETIME_PARAMETERS],
                               const struct lifetime_history *h, size_t count, double t,
                               double *values);

#endif
