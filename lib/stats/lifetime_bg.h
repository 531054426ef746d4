/*
 * lifetime_bg.h - BG/NBD and its modified form, for lifetime.c. p: r, alpha, a, b.
 *
 * The modified form lets a customer leave after the first purchase, too: it counts x + 1 chances
 * to leave where the other counts x.
 */
#ifndef CRM_LIFETIME_BG_H
#define CRM_LIFETIME_BG_H

#include "stats/lifetime_data.h"

/* For lifetime_data_likelihood: the histories from .. to - 1, without what the other one adds: the
 * terms that x alone has, and those of all. */
void lifetime_bg_fit_part(const double p[LIFETIME_PARAMETERS], bool modified,
                          const struct lifetime_data *data, size_t from, size_t to,
                          struct lifetime_data_sums *sums);
void lifetime_bg_fit_rest(const double p[LIFETIME_PARAMETERS], bool modified,
                          const struct lifetime_data *data, struct lifetime_data_sums *sums);
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
