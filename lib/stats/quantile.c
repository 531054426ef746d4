#include "base/base.h"

#include "base/sort.h"
#include "stats/quantile.h"

void quantile_sort(double *values, size_t count)
{
    sort_doubles(values, count);
}

double quantile_at(const double *sorted, size_t count, uint64_t part, uint64_t parts)
{
    unsigned __int128 rank = (unsigned __int128)(count - 1) * part;
    size_t below = (size_t)(rank / parts);
    uint64_t rest = (uint64_t)(rank % parts);
    if (rest == 0 || below + 1 >= count) {
        return sorted[below];
    }
    double weight = (double)rest / (double)parts;
    return sorted[below] + (sorted[below + 1] - sorted[below]) * weight;
}
