/*
 * multiple.h - p values of many tests at once, adjusted.
 *
 *   BH     Benjamini & Hochberg (1995): q of the i-th smallest of m is the least of p(j) m / j over
 *          j >= i, at most 1. Of the tests with q below x, at most the share x is false on average
 *          (tests that are independent, or depend positively).
 *   Holm   (1979): the largest of p(j) (m - j + 1) over j <= i, at most 1. The chance that any test
 *          below x is false is at most x, however they depend.
 *
 * No NaN. `adjusted` may be `p`.
 */
#ifndef CRM_MULTIPLE_H
#define CRM_MULTIPLE_H

#include "base/base.h"

void multiple_bh(const double *p, size_t count, double *adjusted);
void multiple_holm(const double *p, size_t count, double *adjusted);

#endif
