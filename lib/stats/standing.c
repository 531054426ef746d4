#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/sort.h"
#include "stats/standing.h"

void standing(const double *values, size_t count, double *pct, double *top)
{
    struct sort_pair *ranked = mem_new(count, sizeof *ranked); /* the largest first */
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (pct) {
            pct[i] = NAN;
        }
        if (top) {
            top[i] = NAN;
        }
        if (!isnan(values[i])) {
            ranked[n++] = (struct sort_pair){~sort_key(values[i]), i};
        }
    }
    sort_pairs(ranked, n);
    long double total = 0;
    for (size_t i = 0; i < n && values[ranked[i].value] > 0; i++) {
        total += values[ranked[i].value];
    }
    long double larger = 0;
    for (size_t i = 0, end; i < n; i = end) {
        long double own = 0;
        double value = values[ranked[i].value];
        for (end = i; end < n && values[ranked[end].value] == value; end++) {
            own += value > 0 ? value : 0;
        }
        for (size_t k = i; k < end; k++) {
            if (pct) {
                pct[ranked[k].value] = (double)(n - i) / (double)n;
            }
            if (top && total > 0) {
                top[ranked[k].value] = (double)(larger / total);
            }
        }
        larger += own;
    }
    free(ranked);
}
