/*
 * elapsed.h - how long things took, in whole seconds, when some are not over yet.
 *
 *     struct elapsed e = elapsed_of(done, done_count, open, open_count);
 *
 *   naive           mean and quantiles of type 7 (Hyndman & Fan 1996) of what is over: too short,
 * as what takes long is still open Kaplan-Meier    quantiles of the curve in which what is open
 * counts as at risk until now; limits of the median by log-log intervals of S (survival.h has the
 * formulas, and gives the same figures; here the seconds are sorted by their digits, and no curve
 * is kept)
 *
 * The sum is taken in integers: nothing depends on the order of the values.
 */
#ifndef CRM_ELAPSED_H
#define CRM_ELAPSED_H

#include "base/base.h"

/* NaN where there is nothing to tell it from. Seconds. */
struct elapsed {
    size_t n; /* that are over */
    double mean, p50, p90;
    double km_p50, km_p50_low, km_p50_high, km_p90; /* NaN where the curve does not come so far */
};

/* Sorts both arrays. */
struct elapsed elapsed_of(uint32_t *done, size_t done_count, uint32_t *open, size_t open_count);
/* Ascending, by the digits. */
void elapsed_sort(uint32_t *seconds, size_t count);
/* Type 7 at part/parts of ascending seconds; NaN of none. */
double elapsed_quantile(const uint32_t *sorted, size_t count, uint64_t part, uint64_t parts);

#endif
