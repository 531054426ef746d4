/*
 * standing.h - where each of many values stands among them.
 *
 *   pct   share of the values that are at most one's own: the largest has 1, equals stand alike
 *   top   share of the positive total that strictly larger values hold: the largest has 0
 *
 *     values   40 30 20 10 -5
 *     pct      1  .8 .6 .4 .2
 *     top      0  .4 .7 .9  1
 *
 * so that `top < 0.5` are the fewest customers who bring half of the revenue.
 */
#ifndef CRM_STANDING_H
#define CRM_STANDING_H

#include "base/base.h"

/*
 * NaN is no value: it is not counted and has no standing. Without a positive value nobody has a
 * top. `pct` and `top` may be NULL. Sums are exact where the values are whole numbers and their sum
 * is below 2^64; pass money in 1/10000.
 */
void standing(const double *values, size_t count, double *pct, double *top);

#endif
