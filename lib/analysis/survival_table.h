/*
 * survival_table.h - what crm-cohort --survival wrote, read back: the points of curves (--curve), or
 * their summary.
 *
 *     struct survival_table table;
 *     survival_table_read(&table, run, input);
 *     table.group[i].median, .point[k]
 *     survival_table_at(&table.group[i], time, &at)
 *
 * Quantiles of curves are taken from their points (stats/survival.h); a summary has them. What a
 * summary does not know, such as a point, is not there: `curves` is false.
 */
#ifndef CRM_SURVIVAL_TABLE_H
#define CRM_SURVIVAL_TABLE_H

#include "base/map.h"
#include "flow/flow.h"
#include "stats/survival.h"

#define SURVIVAL_TABLE_GROUPS 1000

struct survival_table_group {
    struct str name; /* may be empty */
    struct survival_point *point; /* by time */
    size_t points, room;
    double customers, events, censored;
    double q25, median, median_low, median_high, q75; /* NaN: the curve does not come to it */
};

struct survival_table {
    struct survival_table_group *group; /* as they came */
    size_t count;
    bool curves;
    double longest;       /* the latest time of all points */
    double chi_square, p; /* of a summary of several groups; else NaN */
    struct map index;
    struct arena arena;
};

void survival_table_read(struct survival_table *table, struct flow_run *run, struct input *input);
/* The curve at a time: survival and its limits there, 1 before the first point; at_risk those who
 * were seen at the next time at which somebody left, 0 behind the last. */
void survival_table_at(const struct survival_table_group *group, double time,
                       struct survival_point *at);
/* The groups with the most customers, at most `most` of them, in the order of the table. Returns how
 * many; `chosen` gets their places. */
size_t survival_table_largest(const struct survival_table *table, size_t most, size_t *chosen);

#endif
