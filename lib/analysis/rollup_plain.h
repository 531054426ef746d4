/*
 * rollup_plain.h - the short way to what rollup_row_read makes of a row: of a rollup that was written
 * by us, with no sums and kept columns that the run asks for.
 */
#ifndef CRM_ROLLUP_PLAIN_H
#define CRM_ROLLUP_PLAIN_H

#include "analysis/rollup_row.h"
#include "format/plain.h"

struct rollup_plan {
    bool usable;                  /* else no row of the input is plain */
    ptrdiff_t at[ROLLUP_COLUMNS]; /* position in the header, -1: none */
    const char *origin;
};

struct rollup_plan rollup_plan(const struct input *input, const struct rollup_extras *extras);
/* False leaves the row, and what is wrong with it, to rollup_row_read. Slices are the block's. */
bool rollup_plain_read(const struct rollup_plan *plan, const struct plain_row *row,
                       struct rollup_row *out);

#endif
