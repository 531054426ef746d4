#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/sort.h"
#include "stats/elapsed.h"

#define NORMAL_95 1.959963984540054

void elapsed_sort(uint32_t *seconds, size_t count)
{
    uint64_t *wide = mem_grow(NULL, count + 1, sizeof *wide);
    for (size_t i = 0; i < count; i++) {
        wide[i] = seconds[i];
    }
    sort_u64(wide, count);
    for (size_t i = 0; i < count; i++) {
        seconds[i] = (uint32_t)wide[i];
    }
    free(wide);
}

double elapsed_quantile(const uint32_t *sorted, size_t count, uint64_t part, uint64_t parts)
{
    if (count == 0) {
        return NAN;
    }
    uint64_t rank = (uint64_t)(count - 1) * part;
    size_t at = (size_t)(rank / parts);
    uint64_t rest = rank % parts;
    double low = sorted[at];
    return rest == 0 ? low : low + ((double)sorted[at + 1] - low) * (double)rest / (double)parts;
}

/* The curve as it stands after an event. */
struct curve {
    double survival, hazard; /* hazard: Greenwood's sum d / (n (n - d)) */
};

static void fall(struct curve *c, double events, double risk)
{
    c->survival *= 1 - events / risk;
    c->hazard += events / (risk * (risk - events));
    if (c->survival < 1e-15) {
        c->survival = 0;
    }
}

static void first(double *quantile, bool there, double time)
{
    if (there && isnan(*quantile)) {
        *quantile = time;
    }
}

/* As survival_quantile does: limits where the limits of S come so far. */
static void note(struct elapsed *e, const struct curve *c, double time)
{
    const double half = 0.5 + 1e-12, tenth = 0.1 + 1e-12; /* what rounding leaves is no survival */
    double low = NAN, high = NAN;
    if (isfinite(c->hazard) && c->survival > 0) {
        double width = NORMAL_95 * sqrt(c->hazard) / log(c->survival);
        low = pow(c->survival, exp(-width));
        high = pow(c->survival, exp(width));
    }
    first(&e->km_p50, c->survival <= half, time);
    first(&e->km_p90, c->survival <= tenth, time);
    first(&e->km_p50_low, low <= half || c->survival == 0, time);
    first(&e->km_p50_high, high <= half, time);
}

static void kaplan_meier(struct elapsed *e, const uint32_t *done, size_t done_count,
                         const uint32_t *open, size_t open_count)
{
    struct curve c = {1, 0};
    size_t gone = 0; /* of those open */
    for (size_t i = 0, end; i < done_count; i = end) {
        for (end = i; end < done_count && done[end] == done[i]; end++) {
        }
        while (gone < open_count && open[gone] < done[i]) {
            gone++;
        }
        fall(&c, (double)(end - i), (double)(done_count - i + open_count - gone));
        note(e, &c, done[i]);
        if (!isnan(e->km_p90) && !isnan(e->km_p50_high)) {
            return;
        }
    }
}

struct elapsed elapsed_of(uint32_t *done, size_t done_count, uint32_t *open, size_t open_count)
{
    struct elapsed e = {done_count, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    uint64_t sum = 0; /* 2^32 times 2^32 at most */
    elapsed_sort(done, done_count);
    elapsed_sort(open, open_count);
    for (size_t i = 0; i < done_count; i++) {
        sum += done[i];
    }
    if (done_count > 0) {
        e.mean = (double)sum / (double)done_count;
    }
    e.p50 = elapsed_quantile(done, done_count, 1, 2);
    e.p90 = elapsed_quantile(done, done_count, 9, 10);
    kaplan_meier(&e, done, done_count, open, open_count);
    return e;
}
