/*
 * lifecycle.h - the stage of a customer's life, told by days of purchase alone.
 *
 *   prospect     no purchase yet
 *   lapsed       silent for longer than g2
 *   reactivated  back after a silence longer than g2, with one purchase day since
 *   new          one purchase day
 *   at risk      silent for longer than g1
 *   loyal        silent for at most g1, loyal_days purchase days in the last loyal_window days, and
 *                never silent for longer than g2
 *   active       silent for at most g1
 *
 * in this order: the first that fits. g1 and g2 are the median and the 95th percentile (type 7) of
 * the repeat customers' mean gaps between purchase days, or given. Stages after the daily states of
 * event analytics (new, current, reactivated, at risk, dormant), with the 7 and 30 days of those
 * tools replaced by the customers' own rhythm.
 */
#ifndef CRM_LIFECYCLE_H
#define CRM_LIFECYCLE_H

#include "base/base.h"

enum lifecycle_stage {
    LIFECYCLE_PROSPECT,
    LIFECYCLE_NEW,
    LIFECYCLE_ACTIVE,
    LIFECYCLE_LOYAL,
    LIFECYCLE_AT_RISK,
    LIFECYCLE_LAPSED,
    LIFECYCLE_REACTIVATED,
    LIFECYCLE_STAGES,
};

/* What is known of a customer; days as day numbers, DATE_NONE where there is none. */
struct lifecycle_days {
    int32_t first, last, prev, prev2; /* the last three, latest first, and the first */
    uint64_t days;                    /* distinct purchase days */
    uint64_t gap_max;                 /* days */
};

struct lifecycle_cuts {
    double g1, g2;        /* days, g1 <= g2 */
    unsigned loyal_days;  /* 1 to LIFECYCLE_DAYS_KNOWN */
    int32_t loyal_window; /* days */
};

#define LIFECYCLE_DAYS_KNOWN 3 /* purchase days that are known by date */

enum lifecycle_stage lifecycle_stage(const struct lifecycle_days *customer, int32_t as_of,
                                     const struct lifecycle_cuts *cuts);
/* g1 and g2, where they are negative, from the mean gaps of n repeat customers (sorted in place);
 * without any, 90 and 365 days. One that is given bounds the other. */
void lifecycle_cuts_from(struct lifecycle_cuts *cuts, double *gaps, size_t n);
/* The mean gap in days; NaN for a customer with fewer than two purchase days. */
double lifecycle_gap(const struct lifecycle_days *customer);
/* "at risk" */
const char *lifecycle_name(enum lifecycle_stage stage);

#endif
