/*
 * concentration.h - how unevenly a total is spread.
 *
 * Negative values count as 0: who cost more than he brought in holds no share.
 *
 *   share of the top p   sum of the ceil(p n) largest values / sum of all
 *   Gini coefficient     G = sum (2 i - n - 1) x(i) / (n sum x(i)), x ascending, i from 1
 *                        (Gini 1912; 0 = all alike, (n - 1) / n = one has all)
 */
#ifndef CRM_CONCENTRATION_H
#define CRM_CONCENTRATION_H

#include "base/base.h"

/* Sorts descending, as the others want it. */
void concentration_sort(int64_t *values, size_t count);
/* Share that the largest ceil(part/parts n) values hold; NaN where the total is 0. */
double concentration_top(const int64_t *sorted, size_t count, uint64_t part, uint64_t parts);
/* The Lorenz curve: the share that the smallest part/parts of all hold, between whole customers by
 * a straight line; NaN where the total is 0. */
double concentration_lorenz(const int64_t *sorted, size_t count, uint64_t part, uint64_t parts);
/* Of all parts from 0 to `parts`, in one pass; curve has room for parts + 1. */
void concentration_curve(const int64_t *sorted, size_t count, uint64_t parts, double *curve);
/* NaN where the total is 0. */
double concentration_gini(const int64_t *sorted, size_t count);

#endif
