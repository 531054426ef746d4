#include "base/base.h"

#include "base/mem.h"
#include "base/sort.h"
#include "stats/quantile.h"
#include "stats/score.h"

bool score_has_cuts(enum score_method method)
{
    return method != SCORE_RANK && method != SCORE_NTILE;
}

static void quantile_cuts(const double *sorted, size_t count, unsigned bins, double add,
                          struct score_cuts *cuts)
{
    for (unsigned i = 1; i < bins && count > 0; i++) {
        cuts->cut[cuts->count++] = quantile_at(sorted, count, i, bins) + add;
    }
}

void score_make_cuts(enum score_method method, bool smallest_apart, const double *values,
                     size_t count, unsigned bins, struct score_cuts *cuts)
{
    double *sorted = mem_grow(NULL, count, sizeof *sorted);
    if (count > 0) {
        memcpy(sorted, values, count * sizeof *sorted);
    }
    quantile_sort(sorted, count);
    cuts->count = 0;
    cuts->at_or_below = method == SCORE_RFM;
    size_t smallest = 0;
    while (smallest < count && !(sorted[smallest] > sorted[0])) {
        smallest++;
    }
    if (method == SCORE_AUTO && smallest_apart && smallest > count / bins && bins > 1) {
        cuts->cut[cuts->count++] = count > 0 ? sorted[0] : 0;
        quantile_cuts(sorted + smallest, count - smallest, bins - 1, 0, cuts);
    } else {
        quantile_cuts(sorted, count, bins, method == SCORE_RFM ? 1 : 0, cuts);
    }
    free(sorted);
}

unsigned score_by_cuts(double value, const struct score_cuts *cuts)
{
    unsigned score = 1;
    for (size_t i = 0; i < cuts->count; i++) {
        score += cuts->at_or_below ? cuts->cut[i] <= value : cuts->cut[i] < value;
    }
    return score;
}

/* Interval of rank r (from 0) among n when the ranks themselves are cut at their quantiles: the
 * cuts lie at (n-1)i/bins, and the score counts those strictly below r. */
static unsigned rank_score(uint64_t r, uint64_t n, unsigned bins)
{
    unsigned score = 1;
    for (uint64_t i = 1; i < bins; i++) {
        score += (n - 1) * i < r * bins;
    }
    return score;
}

static unsigned ntile_score(size_t r, size_t n, unsigned bins)
{
    size_t small = n / bins;
    size_t larger_groups = n % bins;
    size_t in_larger = larger_groups * (small + 1);
    size_t group = r < in_larger ? r / (small + 1) : larger_groups + (r - in_larger) / small;
    return (unsigned)group + 1;
}

static void score_ranks(enum score_method method, const double *values, size_t count, unsigned bins,
                        uint8_t *scores)
{
    struct sort_pair *ranked = mem_grow(NULL, count, sizeof *ranked);
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (struct sort_pair){sort_key(values[i] == 0 ? 0 : values[i]), i}; /* -0 is 0 */
    }
    sort_pairs(ranked, count); /* equal ones by position */
    for (size_t r = 0; r < count; r++) {
        unsigned score = method == SCORE_RANK ? rank_score(r, count, bins)
                                              : ntile_score(r, count, bins);
        scores[ranked[r].value] = (uint8_t)score;
    }
    free(ranked);
}

void score_all(enum score_method method, bool smallest_apart, const double *values, size_t count,
               unsigned bins, uint8_t *scores)
{
    if (!score_has_cuts(method)) {
        score_ranks(method, values, count, bins, scores);
        return;
    }
    struct score_cuts cuts;
    score_make_cuts(method, smallest_apart, values, count, bins, &cuts);
    for (size_t i = 0; i < count; i++) {
        scores[i] = (uint8_t)score_by_cuts(values[i], &cuts);
    }
}
