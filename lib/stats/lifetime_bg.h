/*
 * lifetime_bg.h - BG/NBD and its modified form, for lifetime.c. p: r, alpha, a, b.
 *
 * The modified form lets a customer leave after the first purchase, too: it counts x + 1 chances
 * to leave where the other counts x.
 */
#ifndef CRM_LIFETIME_BG_H
#define CRM_LIFETIME_BG_H

#include "stats/lifetime_data.h"

/* Tables of what many histories share, for one set of parameters; freed by the other call. */
struct lifetime_bg_tables {
    double *rate, *rate_r;          /* by x: sum of ln(r + k), k < x; its derivative by r */
    double *stay, *stay_a, *stay_b; /* by n: sum of ln(b + k) - ln(a + b + k), k < n */
    double *log_leave;              /* by n: ln(a / (b + n - 1)) */
    double *log_time, *inverse;     /* by time: ln(alpha + t), 1 / (alpha + t) */
};
void lifetime_bg_tabulate(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                          struct lifetime_bg_tables *tables);
void lifetime_bg_forget(struct lifetime_bg_tables *tables);
/* The histories from .. to - 1; adds the derivatives by the parameters (not their logs). */
double lifetime_bg_part(const double p[LIFETIME_PARAMETERS], bool modified,
                        const struct lifetime_data *data, const struct lifetime_bg_tables *tables,
                        size_t from, size_t to, double d[LIFETIME_PARAMETERS]);
double lifetime_bg_alive(const double p[LIFETIME_PARAMETERS], bool modified,
                         const struct lifetime_history *h);
/* Of who is alive at T. */
double lifetime_bg_expected(const double p[LIFETIME_PARAMETERS], bool modified,
                            const struct lifetime_history *h, double t);
/* P(at least one order in (T, T + t] | alive at T). */
double lifetime_bg_some(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                        double t);
double lifetime_bg_expected_new(const double p[LIFETIME_PARAMETERS], bool modified, double t);
double lifetime_bg_count_new(const double p[LIFETIME_PARAMETERS], uint32_t x, double t);

#endif
