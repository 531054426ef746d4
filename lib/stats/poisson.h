/*
 * poisson.h - a count against what was expected, with an exact 95 % interval.
 *
 *   ratio   observed / expected
 *   low     the mean at which so many or more have a chance of 2.5 %, over expected; 0 for none
 *   high    the mean at which so many or fewer have a chance of 2.5 %, over expected
 *
 * Garwood (1936): half the quantiles of chi-square, .025 with 2 x and .975 with 2 x + 2 degrees.
 * The expected count is taken as known.
 */
#ifndef CRM_POISSON_H
#define CRM_POISSON_H

#include "base/base.h"

struct poisson {
    double ratio, low, high; /* NaN where nothing was expected */
};

struct poisson poisson_ratio(uint64_t observed, double expected);

/* Where P(gamma of this shape and scale 1 <= it) = share: right to 1e-23 of the shape or so. */
double poisson_gamma_quantile(double shape, double share);

#endif
