/*
 * columns.h - the columns of an output that adds to those of its input: the input's own, in their
 * order, and the added ones behind them. One that is there already is replaced in place, with a
 * notice.
 *
 *     struct columns columns;
 *     columns_begin(&columns, input, &arena);
 *     size_t tier = columns_add(&columns, S("tier"), ENCODE_TEXT);     where its cell goes
 *     cli_output(cli, columns.column, columns.count);
 */
#ifndef CRM_COLUMNS_H
#define CRM_COLUMNS_H

#include "flow/input.h"
#include "format/encode.h"

struct columns {
    const struct input *input;
    struct encode_column *column;
    size_t count;
    size_t own; /* of the input */
};

#define COLUMNS_ADDED_MAX 64

void columns_begin(struct columns *columns, const struct input *input, struct arena *arena);
size_t columns_add(struct columns *columns, struct str name, enum encode_type type);
/* The same for one that keeps the cells that the input has: no notice. */
size_t columns_share(struct columns *columns, struct str name, enum encode_type type);

#endif
