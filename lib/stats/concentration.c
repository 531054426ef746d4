#include "base/base.h"

#include <math.h>

#include "base/sort.h"
#include "stats/concentration.h"

/* As an unsigned number that sorts the other way round, and back. */
static int64_t turned(int64_t value)
{
    return (int64_t)(~(uint64_t)value ^ (uint64_t)1 << 63);
}

void concentration_sort(int64_t *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        values[i] = turned(values[i]);
    }
    sort_u64((uint64_t *)values, count);
    for (size_t i = 0; i < count; i++) {
        values[i] = turned(values[i]);
    }
}

static __int128 sum_of(const int64_t *sorted, size_t count)
{
    __int128 sum = 0;
    for (size_t i = 0; i < count && sorted[i] > 0; i++) {
        sum += sorted[i];
    }
    return sum;
}

double concentration_top(const int64_t *sorted, size_t count, uint64_t part, uint64_t parts)
{
    __int128 all = sum_of(sorted, count);
    size_t n = (size_t)(((unsigned __int128)count * part + parts - 1) / parts);
    return all == 0 ? NAN : (double)sum_of(sorted, n) / (double)all;
}

/* The largest that do not belong to the part: so many, and a fraction of the next. */
struct rank {
    size_t whole;
    double fraction;
};

static struct rank rank_of(size_t count, uint64_t part, uint64_t parts)
{
    unsigned __int128 rank = (unsigned __int128)count * (parts - part);
    return (struct rank){(size_t)(rank / parts), (double)(rank % parts) / (double)parts};
}

/* `before` is the sum of the rank's whole values. */
static double share_below(const int64_t *sorted, size_t count, struct rank rank, __int128 before,
                          __int128 all)
{
    double next = rank.whole < count && sorted[rank.whole] > 0 ? (double)sorted[rank.whole] : 0;
    return all == 0 ? NAN : 1 - ((double)before + rank.fraction * next) / (double)all;
}

double concentration_lorenz(const int64_t *sorted, size_t count, uint64_t part, uint64_t parts)
{
    struct rank rank = rank_of(count, part, parts);
    return share_below(sorted, count, rank, sum_of(sorted, rank.whole), sum_of(sorted, count));
}

void concentration_curve(const int64_t *sorted, size_t count, uint64_t parts, double *curve)
{
    __int128 all = sum_of(sorted, count), before = 0;
    size_t summed = 0;
    for (uint64_t part = parts + 1; part-- > 0;) {
        struct rank rank = rank_of(count, part, parts);
        for (; summed < rank.whole && sorted[summed] > 0; summed++) {
            before += sorted[summed];
        }
        curve[part] = share_below(sorted, count, rank, before, all);
    }
}

double concentration_gini(const int64_t *sorted, size_t count)
{
    __int128 all = sum_of(sorted, count);
    __int128 weighted = 0;
    for (size_t i = 0; i < count && sorted[i] > 0; i++) {
        /* Ascending, it is the one of rank n - i: 2 (n - i) - n - 1. */
        weighted += ((__int128)count - 2 * (__int128)i - 1) * sorted[i];
    }
    return all == 0 ? NAN : (double)weighted / ((double)count * (double)all);
}
