/*
 * stream.h - an input as a read-only virtual table of SQLite, read once, from its first row to its
 * last.
 */
#ifndef CRM_STREAM_H
#define CRM_STREAM_H

#include "flow/flow.h"
#include "rules/cells.h"
#include "rules/engine.h"

struct stream;

struct stream *stream_new(struct flow_run *run, struct input *input);
const struct cells *stream_cells(const struct stream *stream);
/* Declares the table in a database, under its name. */
void stream_register(struct stream *stream, sqlite3 *db, const char *name);
/* Whether SQLite asks leave to declare one of our tables: for authorizers. */
bool stream_is_declaring(const struct stream *stream);
/* Copies all rows into a table CREATEd before with these columns. */
void stream_copy(struct stream *stream, sqlite3 *db, const char *table);
void stream_free(struct stream *stream);

#endif
