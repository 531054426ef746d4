/*
 * cohort_table.h - what crm-cohort wrote, read back: cohorts by age, and all of them together.
 *
 *     struct cohort_table table;
 *     cohort_table_read(&table, run, input);
 *     table.line[i].cell[age], table.all[age]
 *
 * Rows may stand in any order. Lines are sorted by name, which for periods is by time. Shares are
 * made of active and customers, which are exact. An age that a cohort has no row for is not there.
 */
#ifndef CRM_COHORT_TABLE_H
#define CRM_COHORT_TABLE_H

#include "base/map.h"
#include "flow/flow.h"

#define COHORT_TABLE_MOST 1200 /* cohorts, and ages: a century of months */

struct cohort_table_cell {
    bool there;
    bool complete;            /* the period had ended; true where no column says it */
    uint64_t active;
    int64_t revenue;          /* 1/10000 */
    double revenue_retention; /* NaN: none */
};

struct cohort_table_line {
    struct str name;
    uint64_t customers;
    struct cohort_table_cell *cell; /* by age */
    size_t ages;
};

/* Of the cohorts whose period of an age is there and had ended. */
struct cohort_table_sum {
    uint64_t customers, active;
    int64_t first_revenue, revenue; /* of age 0, of this age */
};

struct cohort_table {
    struct cohort_table_line *line;
    size_t count;
    size_t ages;            /* the most that a line has */
    bool has_revenue;       /* revenue and revenue_retention are there */
    enum date_period by;    /* DATE_ALL where the names tell none, or several */
    struct cohort_table_sum *all; /* by age */
    struct map index;
    struct arena arena;
};

/* A column that is missing ends the run; bad rows are complained about as everywhere. */
void cohort_table_read(struct cohort_table *table, struct flow_run *run, struct input *input);
/* active / customers; NaN where the age is not there. */
double cohort_table_share(const struct cohort_table_line *line, size_t age);

#endif
