/*
 * odds.h - a table of two by two: the odds ratio, and whether rows and columns have to do with each
 * other.
 *
 *               outcome   none
 *     with         a        b          odds ratio  a d / (b c)
 *     without      c        d
 *
 * The interval is Woolf's (1955), exp(ln ratio +- 1.96 sqrt(1/a + 1/b + 1/c + 1/d)). Where a cell
 * is 0, and only there, 0.5 is added to all four (Haldane 1956, Anscombe 1956), for the ratio and
 * its interval.
 */
#ifndef CRM_ODDS_H
#define CRM_ODDS_H

#include "base/base.h"

struct odds {
    double ratio, low, high; /* 95 % */
};

struct odds odds_ratio(uint64_t a, uint64_t b, uint64_t c, uint64_t d);

/* Fisher's exact test, two-sided: the probability of all tables of these margins that are no
 * likelier than this one (by a relative 1e-7, as R has it). Exact sums of the hypergeometric
 * distribution for any size; 1 where a margin is 0. */
double odds_fisher(uint64_t a, uint64_t b, uint64_t c, uint64_t d);

#endif
