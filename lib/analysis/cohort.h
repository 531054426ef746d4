/*
 * cohort.h - customers by the period of their first purchase, and what became of them period by
 * period.
 *
 *     struct cohorts cohorts = {.by = DATE_MONTH};
 *     rollup_run(..., cohort_take, &cohorts, ...)       by the same period
 *     cohort_rows(&cohorts, as_of, ...)
 *
 *   active              customers of the cohort with a purchase in the period
 *   retention           active / customers of the cohort
 *   revenue_retention   net revenue of the period / that of the cohort's first period
 *   complete            1 where the period had ended by as_of
 *
 * Customers older than the data are taken for new in the first periods: cut those off, or say so.
 */
#ifndef CRM_COHORT_H
#define CRM_COHORT_H

#include "analysis/rollup_row.h"

struct cohort_cell {
    uint64_t active, orders;
    int64_t revenue; /* 1/10000 */
};

struct cohort {
    int32_t start; /* first day of its period */
    uint64_t customers;
    struct cohort_cell *cell; /* by age */
    size_t ages;
};

struct cohorts {
    enum date_period by; /* year, quarter, month */
    bool ignore_refunds;
    struct cohort *cohort; /* as they came; sorted by cohort_settle */
    size_t count;
    struct str last_id;    /* of the rows at hand */
    size_t of;             /* its cohort; count where it has none yet */
    bool placed;
    struct arena arena;
};

enum cohort_figure {
    COHORT_RETENTION,
    COHORT_ACTIVE,
    COHORT_ORDERS,
    COHORT_REVENUE,
    COHORT_REVENUE_RETENTION,
};

void cohort_take(void *context, const struct rollup_row *row);
/* Sorts the cohorts, and gives each all ages until as_of. */
void cohort_settle(struct cohorts *cohorts, int32_t as_of);
/* Periods from the start of one to the start of another. */
int32_t cohort_age(enum date_period by, int32_t from, int32_t to);
/* The first day of the period that is `age` after one. */
int32_t cohort_period(enum date_period by, int32_t start, int32_t age);
void cohort_free(struct cohorts *cohorts);

#endif
