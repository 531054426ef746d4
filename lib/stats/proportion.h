/*
 * proportion.h - shares of counts, with 95 % intervals.
 *
 *   Wilson (1927)          of one share
 *   Newcombe (1998)        of the difference of two, by his method 10 from their Wilson limits
 */
#ifndef CRM_PROPORTION_H
#define CRM_PROPORTION_H

#include "base/base.h"

struct proportion {
    double share, low, high; /* NaN where n is 0 */
};

struct proportion proportion_wilson(double hits, double n);
/* Of a less b. */
struct proportion proportion_difference(double hits_a, double n_a, double hits_b, double n_b);

#endif
