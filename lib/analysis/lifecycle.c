#include "base/base.h"

#include <math.h>

#include "analysis/lifecycle.h"
#include "stats/quantile.h"
#include "value/date.h"

double lifecycle_gap(const struct lifecycle_days *c)
{
    return c->days < 2 ? NAN : (double)((int64_t)c->last - c->first) / (double)(c->days - 1);
}

void lifecycle_cuts_from(struct lifecycle_cuts *cuts, double *gaps, size_t n)
{
    quantile_sort(gaps, n);
    double g1 = n > 0 ? quantile_at(gaps, n, 50, 100) : 90;
    double g2 = n > 0 ? quantile_at(gaps, n, 95, 100) : 365;
    if (cuts->g1 < 0) {
        cuts->g1 = cuts->g2 >= 0 && cuts->g2 < g1 ? cuts->g2 : g1;
    }
    if (cuts->g2 < 0) {
        cuts->g2 = cuts->g1 > g2 ? cuts->g1 : g2;
    }
}

static bool is_loyal(const struct lifecycle_days *c, int32_t as_of,
                     const struct lifecycle_cuts *cuts)
{
    const int32_t latest[LIFECYCLE_DAYS_KNOWN] = {c->last, c->prev, c->prev2};
    int32_t needed = latest[cuts->loyal_days - 1];
    return needed != DATE_NONE && as_of - needed < cuts->loyal_window &&
           (double)c->gap_max <= cuts->g2;
}

enum lifecycle_stage lifecycle_stage(const struct lifecycle_days *c, int32_t as_of,
                                     const struct lifecycle_cuts *cuts)
{
    if (c->days == 0 || c->last == DATE_NONE) {
        return LIFECYCLE_PROSPECT;
    }
    double silence = as_of - c->last;
    if (silence > cuts->g2) {
        return LIFECYCLE_LAPSED;
    }
    if (c->days == 1) {
        return LIFECYCLE_NEW;
    }
    if (c->prev != DATE_NONE && c->last - c->prev > cuts->g2) {
        return LIFECYCLE_REACTIVATED;
    }
    if (silence > cuts->g1) {
        return LIFECYCLE_AT_RISK;
    }
    return is_loyal(c, as_of, cuts) ? LIFECYCLE_LOYAL : LIFECYCLE_ACTIVE;
}

const char *lifecycle_name(enum lifecycle_stage stage)
{
    static const char *const names[LIFECYCLE_STAGES] = {
        "prospect", "new", "active", "loyal", "at risk", "lapsed", "reactivated"};
    return names[stage];
}
