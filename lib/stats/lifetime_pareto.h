/*
 * lifetime_pareto.h - Pareto/NBD, for lifetime.c. p: r, alpha, s, beta.
 */
#ifndef CRM_LIFETIME_PARETO_H
#define CRM_LIFETIME_PARETO_H

#include "stats/lifetime.h"

double lifetime_pareto_likelihood(const double p[LIFETIME_PARAMETERS],
                                  const struct lifetime_history *histories, size_t count,
                                  double *gradient);
double lifetime_pareto_alive(const double p[LIFETIME_PARAMETERS],
                             const struct lifetime_history *h);
double lifetime_pareto_expected(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, double t);
/* P(at least one order in (T, T + t] | alive at T). */
double lifetime_pareto_some(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                            double t);
double lifetime_pareto_expected_new(const double p[LIFETIME_PARAMETERS], double t);
double lifetime_pareto_residual(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, double rate);

#endif
