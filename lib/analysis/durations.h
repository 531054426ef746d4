/*
 * durations.h - how long customers have been customers, for survival analysis: from orders, where
 * leaving is seen by silence alone, or from a table that says start and end.
 *
 *     orders        from the first purchase to the last, an event where the customer has been silent
 *                   for longer than `silence` days on as_of; else censored on as_of
 *     second        from the first purchase day to the second, censored on as_of
 *     start, end    of a contract: an event on the day of its end, censored on as_of
 *     time, event   durations as they stand, an event where a column has a value
 */
#ifndef CRM_DURATIONS_H
#define CRM_DURATIONS_H

#include "analysis/rollup_row.h"
#include "base/map.h"
#include "flow/flow.h"
#include "stats/survival.h"

/* What a customer's orders tell; kept until as_of and the silence are known. */
struct durations_orders {
    int32_t first, second, last;
    uint64_t days;
    size_t group;
};

struct durations {
    struct survival_subject *subject;
    size_t count, room;
    struct durations_orders *orders;
    size_t order_count, order_room;
    struct map index;      /* groups by name */
    struct str *group;     /* their names */
    size_t groups;
    bool grouped;          /* the kept column of a rollup row is the group */
    struct arena arena;
};

/* For rollup_run, by all. */
void durations_take(void *context, const struct rollup_row *row);
/* The median silence that a repeat customer of these orders never reaches in 95 of 100 cases: P95
 * of the mean gaps (type 7); NaN where nobody bought twice. */
double durations_silence(const struct durations *durations);
/* Turns the orders into subjects. Customers whose first purchase is before `seen_from` (DATE_NONE:
 * nobody) enter late. */
void durations_lapse(struct durations *durations, int32_t as_of, double silence,
                     int32_t seen_from);
void durations_second(struct durations *durations, int32_t as_of);

/* Columns of a table, as its user names them; NULL where not given. */
struct durations_columns {
    const char *start, *end;         /* dates */
    const char *time, *event;        /* a number; "COLUMN=VALUE" */
    const char *entry;               /* a number, with time */
    const char *by;
};
/* A column that is not there ends the run. Rows without a start or time are excluded. */
void durations_read(struct durations *durations, struct flow_run *run, struct input *input,
                    const struct durations_columns *columns, int32_t as_of, int32_t seen_from);
/* Sorts the groups by name. */
void durations_sort(struct durations *durations);
void durations_free(struct durations *durations);

#endif
