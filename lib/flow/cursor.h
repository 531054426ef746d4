/*
 * cursor.h - the rows of a sorted input, one at a time, in constant memory: for merging inputs side
 * by side.
 *
 *     struct cursor *cursor = cursor_open(run, input, key, context);
 *     while (cursor_key(cursor, &key)) {          false at the end
 *         use(cursor_row(cursor));                dead after cursor_next
 *         cursor_next(cursor);
 *     }
 *     cursor_close(cursor);
 *
 * Keys are bytes that sort as memcmp says. A row whose key is smaller than the one before it ends
 * the run.
 */
#ifndef CRM_CURSOR_H
#define CRM_CURSOR_H

#include "flow/flow.h"

struct cursor;

/* `key` may be NULL: the rows come as they are. Else it appends a row's key to `out`; false after a
 * complaint about the row. */
struct cursor *cursor_open(struct flow_run *run, struct input *input,
                           bool (*key)(void *context, const struct row *row, struct buf *out),
                           void *context);
bool cursor_key(struct cursor *cursor, struct str *key);
struct row *cursor_row(struct cursor *cursor);
/* The row at hand turned out bad after cursor_key: takes its complaint, as flow does. True if
 * so. */
bool cursor_rejected(struct cursor *cursor);
void cursor_next(struct cursor *cursor);
void cursor_close(struct cursor *cursor);

#endif
