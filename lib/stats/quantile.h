/*
 * quantile.h - quantiles of type 7 (Hyndman & Fan 1996): linear between the order statistics, as R,
 * NumPy and spreadsheets compute them by default.
 */
#ifndef CRM_QUANTILE_H
#define CRM_QUANTILE_H

#include "base/base.h"

/* Sorts ascending; no NaN. */
void quantile_sort(double *values, size_t count);
/* The quantile at part/parts (0 <= part <= parts) of ascending values, count > 0. The rank is
 * computed in integers, so that a quantile which falls on a value is that value. */
double quantile_at(const double *sorted, size_t count, uint64_t part, uint64_t parts);

#endif
