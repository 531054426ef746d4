#include "base/base.h"

#include <math.h>

#include "stats/concentration.h"

static int descending(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a;
    int64_t y = *(const int64_t *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

void concentration_sort(int64_t *values, size_t count)
{
    qsort(values, count, sizeof *values, descending);
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

double concentration_lorenz(const int64_t *sorted, size_t count, uint64_t part, uint64_t parts)
{
    __int128 all = sum_of(sorted, count);
    if (all == 0) {
        return NAN;
    }
    /* The largest that do not belong to the part: so many, and a fraction of the next. */
    unsigned __int128 rank = (unsigned __int128)count * (parts - part);
    size_t whole = (size_t)(rank / parts);
    double fraction = (double)(rank % parts) / (double)parts;
    double next = whole < count && sorted[whole] > 0 ? (double)sorted[whole] : 0;
    return 1 - ((double)sum_of(sorted, whole) + fraction * next) / (double)all;
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
