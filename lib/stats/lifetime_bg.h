/*
 * lifetime_bg.h - BG/NBD and its modified form, for lifetime.c. p: r, alpha, a, b.
 *
 * The modified form lets a customer leave after the first purchase, too: it counts x + 1 chances
 * to leave where the other counts x.
 */
#ifndef CRM_LIFETIME_BG_H
#define CRM_LIFETIME_BG_H

#include "stats/lifetime.h"

double lifetime_bg_likelihood(const double p[LIFETIME_PARAMETERS], bool modified,
                              const struct lifetime_history *histories, size_t count,
                              double *gradient);
double lifetime_bg_alive(const double p[LIFETIME_PARAMETERS], bool modified,
                         const struct lifetime_history *h);
double lifetime_bg_expected(const double p[LIFETIME_PARAMETERS], bool modified,
                            const struct lifetime_history *h, double t);
/* P(at least one order in (T, T + t] | alive at T). */
double lifetime_bg_some(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                        double t);
double lifetime_bg_expected_new(const double p[LIFETIME_PARAMETERS], bool modified, double t);
double lifetime_bg_count_new(const double p[LIFETIME_PARAMETERS], uint32_t x, double t);

#endif
