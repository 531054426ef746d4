/*
 * roster.h - a file of customers, held whole to be joined to scored rows by customer.
 *
 *     struct roster *roster = roster_open(input, join, join_count);
 *     ... conditions are compiled ...
 *     roster_read(roster, run, population);
 *     const struct roster_entry *entry = roster_meet(roster, id);
 *     for (i = 0; i < roster->count; i++) if (!roster->entry[i].met) ... a prospect
 *
 * Two rows of one customer are one: what the first leaves empty the second fills.
 */
#ifndef CRM_ROSTER_H
#define CRM_ROSTER_H

#include "base/map.h"
#include "flow/flow.h"
#include "rules/population.h"

struct roster_entry {
    struct str id;
    struct str *cell;         /* by joined column */
    struct expr_value *value; /* what conditions need */
    bool met;
};

struct roster {
    struct input *input;
    ptrdiff_t *column; /* of the joined cells: position in the header */
    size_t width;
    struct map index;
    struct roster_entry *entry;
    size_t count, room;
    struct arena arena;
};

/* A joined column that the input lacks ends the run. */
struct roster *roster_open(struct input *input, const struct str *join, size_t join_count);
/* The same, but a column that the input lacks stays empty. */
struct roster *roster_open_present(struct input *input, const struct str *join, size_t join_count);
/* A row without a customer is excluded. `population` NULL: no conditions need values. */
void roster_read(struct roster *roster, struct flow_run *run, const struct population *population);
/* The customer's entry, marked as met; NULL where there is none. */
const struct roster_entry *roster_meet(struct roster *roster, struct str id);

#endif
