/*
 * cells.h - an input's cells as SQL sees them: which columns there are, of what type, and the value
 * of each in a row.
 *
 * A column is known by its canonical name and by the name in its header (SQL does not tell A from
 * a: the second of two becomes a_2). Money and numbers come as numbers, dates in their normal form,
 * ids as text, unknown columns as they stand.
 */
#ifndef CRM_CELLS_H
#define CRM_CELLS_H

#include "flow/row.h"
#include "rules/expr.h"

struct cells {
    struct expr_column *column;
    ptrdiff_t *position; /* in the header, by column */
    int *canonical;      /* in the kind, or -1 */
    struct arena names;  /* those that had to be made */
    size_t count;
    size_t own; /* columns of the header itself, each once; the names behind are other names of them */
};

struct cells *cells_new(const struct input *input);
/* The columns of a kind where there is no input: for checking conditions without data. */
struct cells *cells_of_kind(const struct schema_kind *kind);
/* False after a complaint about the row. Text lives as long as the row's block. */
bool cells_read(const struct cells *cells, const struct row *row, size_t column,
                struct expr_value *value);
/* Whether a column's cells can be read from plain rows (format/plain.h), and one of them; false leaves
 * the cell to cells_read. Text lives as long as the rows. */
bool cells_are_plain(const struct cells *cells, const struct input *input, size_t column);
bool cells_read_plain(const struct cells *cells, const struct plain_row *row, size_t column,
                      struct expr_value *value);
void cells_free(struct cells *cells);

#endif
