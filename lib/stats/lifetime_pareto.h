/*
 * lifetime_pareto.h - Pareto/NBD, for lifetime.c. p: r, alpha, s, beta.
 */
#ifndef CRM_LIFETIME_PARETO_H
#define CRM_LIFETIME_PARETO_H

#include "stats/lifetime_data.h"

/* By x, up to the largest: ln G(r + x) / G(r), and its derivative by r. */
struct lifetime_pareto_tables {
    double *rate, *rate_r;
};
void lifetime_pareto_tabulate(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                              struct lifetime_pareto_tables *tables);
void lifetime_pareto_forget(struct lifetime_pareto_tables *tables);
/* The histories from .. to - 1; adds the derivatives by the parameters (not their logs). */
double lifetime_pareto_part(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                            const struct lifetime_pareto_tables *tables, size_t from, size_t to,
                            double d[LIFETIME_PARAMETERS]);
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

#endif
