/*
 * vtable.h - rows of ours as a read-only table of SQLite, read from the first to the last.
 *
 *     struct vtable table = {.column = columns, .count = n, .first = ..., .context = ...};
 *     vtable_register(&table, db, "row");       the struct must outlive the database
 *
 * Columns and types are those of rules/expr.h; an amount that is too large to be exact is an error
 * of the statement.
 */
#ifndef CRM_VTABLE_H
#define CRM_VTABLE_H

#include <sqlite3.h>

#include "rules/expr.h"

struct vtable {
    const struct expr_column *column;
    size_t count;
    double rows; /* about how many there are */
    /* Go to the first row, or the next; false at the end. `first` may refuse with *error set. */
    bool (*first)(void *context, const char **error);
    bool (*next)(void *context);
    /* The value of a column in the row at hand; its text lives until the next row. */
    const struct expr_value *(*value)(void *context, size_t column);
    /* SQLite will read these columns: bit i is column i, and bit 63 all from the 63rd on. NULL
     * where nobody wants to know. */
    void (*used)(void *context, uint64_t columns);
    void *context;
    bool declaring; /* SQLite asks leave to declare our own table: for authorizers */
};

void vtable_register(struct vtable *table, sqlite3 *db, const char *name);

#endif
