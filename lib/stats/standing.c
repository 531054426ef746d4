#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/standing.h"

struct ranked {
    double value;
    size_t at;
};

static int descending(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    return x->value < y->value ? 1 : x->value > y->value ? -1 : 0;
}

void standing(const double *values, size_t count, double *pct, double *top)
{
    struct ranked *ranked = mem_new(count, sizeof *ranked);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (pct) {
            pct[i] = NAN;
        }
        if (top) {
            top[i] = NAN;
        }
        if (!isnan(values[i])) {
            ranked[n++] = (struct ranked){values[i], i};
        }
    }
    qsort(ranked, n, sizeof *ranked, descending);
    long double total = 0;
    for (size_t i = 0; i < n && ranked[i].value > 0; i++) {
        total += ranked[i].value;
    }
    long double larger = 0;
    for (size_t i = 0, end; i < n; i = end) {
        long double own = 0;
        for (end = i; end < n && ranked[end].value == ranked[i].value; end++) {
            own += ranked[end].value > 0 ? ranked[end].value : 0;
        }
        for (size_t k = i; k < end; k++) {
            if (pct) {
                pct[ranked[k].at] = (double)(n - i) / (double)n;
            }
            if (top && total > 0) {
                top[ranked[k].at] = (double)(larger / total);
            }
        }
        larger += own;
    }
    free(ranked);
}
