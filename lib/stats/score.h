/*
 * score.h - values to scores 1..bins, larger values to larger scores.
 *
 * Rules (definitions in crm-score(1)):
 *   quantile  cuts at the type-7 quantiles 1/bins ... ; score = 1 + cuts strictly below the value, so
 *             that ties share a score (as pandas.qcut and R's cut with include.lowest)
 *   rfm       the same cuts plus 1; score = 1 + cuts at or below the value (R package rfm 0.3.0)
 *   rank      equal-frequency intervals of the ranks, ties broken by position (pandas.qcut of
 *             rank(method="first"))
 *   ntile     SQL NTILE: sorted by value, then position; the first n mod bins groups hold one more
 *   auto      as quantile; but where more than 1/bins of the values are the smallest one, these score
 *             1 and the cuts are quantiles of the rest, in bins - 1 parts
 */
#ifndef CRM_SCORE_H
#define CRM_SCORE_H

#include "base/base.h"

enum score_method { SCORE_AUTO, SCORE_QUANTILE, SCORE_RANK, SCORE_NTILE, SCORE_RFM };

#define SCORE_BINS_MAX 100

/* Cut points, ascending; a score is 1 + the number of cuts below (or at) the value. */
struct score_cuts {
    double cut[SCORE_BINS_MAX];
    size_t count;
    bool at_or_below; /* a value equal to a cut is above it */
};

/* Whether the rule scores by cut points, and not by rank. */
bool score_has_cuts(enum score_method method);
/* `smallest_apart`: the special case of SCORE_AUTO is allowed. values need not be sorted. */
void score_make_cuts(enum score_method method, bool smallest_apart, const double *values,
                     size_t count, unsigned bins, struct score_cuts *cuts);
unsigned score_by_cuts(double value, const struct score_cuts *cuts);
/* Scores of all values by any rule. */
void score_all(enum score_method method, bool smallest_apart, const double *values, size_t count,
               unsigned bins, uint8_t *scores);

#endif
