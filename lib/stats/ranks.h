/*
 * ranks.h - do groups differ? Tests that ask nothing of the shape of the values.
 *
 *   Kruskal-Wallis (1952)   H = 12 / (N (N + 1)) sum R_g^2 / n_g - 3 (N + 1), R_g the sum of ranks of
 *                           a group, over 1 - sum (t^3 - t) / (N^3 - N) for t values that are tied;
 *                           chi-square with one degree less than groups. Rough below 5 in a group
 *   Wilcoxon (1945)         W = R - n_a (n_a + 1) / 2, in how many pairs a is the greater, ties half;
 *                           normal with mean n_a n_b / 2 and variance
 *                           n_a n_b / 12 (N + 1 - sum (t^3 - t) / (N (N - 1))), drawn towards the
 *                           mean by 1/2 (as R's wilcox.test with exact = FALSE)
 *   chi-square              sum (O - E)^2 / E over a table, E = row x column / all (Pearson 1900),
 *                           (rows - 1)(columns - 1) degrees. Rough where an E is below 5
 *
 * Values have no NaN. Tied values have the mean of their ranks.
 */
#ifndef CRM_RANKS_H
#define CRM_RANKS_H

#include "base/base.h"

struct ranks_test {
    double statistic; /* NaN, as p, where there are not two groups, or all values are alike */
    double p;
    size_t freedom;
};

/* group[i] < groups; groups that nobody is in do not count. */
struct ranks_test ranks_kruskal(const double *values, const size_t *group, size_t count,
                                size_t groups);

/* The same of values that repeat: counts row by row, a row a group, a column a value, ascending. */
struct ranks_test ranks_kruskal_table(const double *counts, size_t groups, size_t values);

struct ranks_wilcoxon {
    double w, z, p; /* p of both sides; z and p NaN as above */
};
struct ranks_wilcoxon ranks_wilcoxon(const double *a, size_t n_a, const double *b, size_t n_b);

struct ranks_table {
    double chi_square, p; /* NaN where fewer than two rows or columns have counts */
    size_t freedom;
    double least; /* the least expected count */
};
/* Counts row by row; rows and columns without counts do not count. */
struct ranks_table ranks_chi_square(const double *counts, size_t rows, size_t columns);

#endif
