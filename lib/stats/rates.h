/*
 * rates.h - two Poisson rates compared, exactly.
 *
 * Of n = x + y events in exposures s and t, x is binomial with n and s / (s + t) where the rates
 * are alike (Przyborowski & Wilenski 1940).
 */
#ifndef CRM_RATES_H
#define CRM_RATES_H

#include "base/base.h"

/* P(at most x of the x + y events fall into exposure s, of s + t): small where the rate in s is the
 * lower. 1 without events or exposure. */
double rates_lower(uint64_t x, double s, uint64_t y, double t);

#endif
