#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/mem.h"
#include "stats/ranks.h"

struct ranked {
    double value;
    size_t group;
};

static int by_value(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    return x->value < y->value ? -1 : x->value > y->value;
}

/* Adds the ranks of each group to sums; returns sum (t^3 - t) of the ties. Sorts. */
static double rank_sums(struct ranked *ranked, size_t count, double *sums)
{
    double ties = 0;
    qsort(ranked, count, sizeof *ranked, by_value);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && ranked[end].value == ranked[i].value; end++) {
        }
        double t = (double)(end - i);
        ties += t * t * t - t;
        for (size_t k = i; k < end; k++) {
            sums[ranked[k].group] += ((double)(i + end) + 1) / 2; /* from 1 */
        }
    }
    return ties;
}

/* From the sums of ranks of groups of n each, and sum (t^3 - t) of the ties. */
static struct ranks_test kruskal(const double *sums, const double *n, size_t groups, double ties)
{
    struct ranks_test r = {NAN, NAN, 0};
    double all = 0, h = 0;
    size_t filled = 0;
    for (size_t g = 0; g < groups; g++) {
        all += n[g];
    }
    for (size_t g = 0; g < groups; g++) {
        if (n[g] > 0) {
            /* About the mean rank, or large sums would take each other's digits. */
            double off = sums[g] / n[g] - (all + 1) / 2;
            h += n[g] * off * off;
            filled++;
        }
    }
    double rest = 1 - ties / (all * all * all - all);
    r.freedom = filled > 0 ? filled - 1 : 0;
    if (filled > 1 && ties < all * all * all - all) {
        r.statistic = 12 / (all * (all + 1)) * h / rest;
        r.p = gsl_cdf_chisq_Q(r.statistic, (double)r.freedom);
    }
    return r;
}

struct ranks_test ranks_kruskal(const double *values, const size_t *group, size_t count,
                                size_t groups)
{
    struct ranked *ranked = mem_new(count, sizeof *ranked);
    double *sums = mem_new(groups, sizeof *sums);
    double *n = mem_new(groups, sizeof *n);
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (struct ranked){values[i], group[i]};
        n[group[i]]++;
    }
    double ties = rank_sums(ranked, count, sums);
    struct ranks_test r = kruskal(sums, n, groups, ties);
    free(ranked);
    free(sums);
    free(n);
    return r;
}

struct ranks_test ranks_kruskal_table(const double *counts, size_t groups, size_t values)
{
    double *sums = mem_new(groups, sizeof *sums);
    double *n = mem_new(groups, sizeof *n);
    double below = 0, ties = 0;
    for (size_t v = 0; v < values; v++) {
        double t = 0;
        for (size_t g = 0; g < groups; g++) {
            t += counts[g * values + v];
        }
        for (size_t g = 0; g < groups; g++) {
            sums[g] += counts[g * values + v] * (below + (t + 1) / 2);
            n[g] += counts[g * values + v];
        }
        below += t;
        ties += t * t * t - t;
    }
    struct ranks_test r = kruskal(sums, n, groups, ties);
    free(sums);
    free(n);
    return r;
}

struct ranks_wilcoxon ranks_wilcoxon(const double *a, size_t n_a, const double *b, size_t n_b)
{
    struct ranks_wilcoxon r = {NAN, NAN, NAN};
    double sums[2] = {0};
    double x = (double)n_a, y = (double)n_b, all = x + y;
    struct ranked *ranked = mem_new(mem_add(n_a, n_b), sizeof *ranked);
    for (size_t i = 0; i < n_a + n_b; i++) {
        ranked[i] = i < n_a ? (struct ranked){a[i], 0} : (struct ranked){b[i - n_a], 1};
    }
    double ties = rank_sums(ranked, n_a + n_b, sums);
    if (n_a > 0 && n_b > 0) {
        r.w = sums[0] - x * (x + 1) / 2;
        double off = r.w - x * y / 2;
        double variance = x * y / 12 * (all + 1 - ties / (all * (all - 1)));
        if (ties < all * all * all - all) {
            double drawn = fabs(off) < 0.5 ? 0 : fabs(off) - 0.5;
            r.z = copysign(drawn, off) / sqrt(variance);
            r.p = 2 * gsl_cdf_ugaussian_Q(fabs(r.z));
        }
    }
    free(ranked);
    return r;
}

struct ranks_table ranks_chi_square(const double *counts, size_t rows, size_t columns)
{
    struct ranks_table r = {NAN, NAN, 0, NAN};
    double *row = mem_new(rows, sizeof *row);
    double *column = mem_new(columns, sizeof *column);
    double all = 0, sum = 0, least = INFINITY;
    size_t filled_rows = 0, filled_columns = 0;
    for (size_t i = 0; i < rows * columns; i++) {
        row[i / columns] += counts[i];
        column[i % columns] += counts[i];
        all += counts[i];
    }
    for (size_t i = 0; i < rows; i++) {
        filled_rows += row[i] > 0;
    }
    for (size_t i = 0; i < columns; i++) {
        filled_columns += column[i] > 0;
    }
    for (size_t i = 0; i < rows * columns; i++) {
        double expected = row[i / columns] * column[i % columns] / all;
        if (expected > 0) {
            double off = counts[i] - expected;
            sum += off * off / expected;
            least = expected < least ? expected : least;
        }
    }
    if (filled_rows > 1 && filled_columns > 1) {
        r.freedom = (filled_rows - 1) * (filled_columns - 1);
        r.chi_square = sum;
        r.p = gsl_cdf_chisq_Q(sum, (double)r.freedom);
        r.least = least;
    }
    free(row);
    free(column);
    return r;
}
