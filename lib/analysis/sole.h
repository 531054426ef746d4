/*
 * sole.h - a value that has to be the same in every row: the currency of a sum.
 *
 * A state keeps the first two different values it meets and where; states merge; at the end the
 * second one of all, if there is one, is what is wrong, at the same row however the rows were
 * split.
 */
#ifndef CRM_SOLE_H
#define CRM_SOLE_H

#include "flow/row.h"

struct sole_value {
    struct str text; /* in the run's arena */
    uint64_t number; /* of the row, over all inputs */
    struct place place;
};

struct sole {
    struct sole_value value[2]; /* by number, ascending; different texts */
    size_t count;
};

/* Whether a row with this value would change nothing, rows coming in order. */
bool sole_knows(const struct sole *sole, struct str text);
/* The row has this value in the canonical column; the text is copied into the arena. */
void sole_see(struct sole *sole, const struct row *row, int column, struct str text,
              struct arena *arena);
void sole_merge(struct sole *into, const struct sole *from, struct arena *arena);

#endif
