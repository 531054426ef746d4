/*
 * query.h - SQL over streams: each input is a table, under a name of its own.
 *
 *     struct query *query = query_new(run, tables, count, sql, message);
 *     query_begin(query);
 *     for (i = 0; i < query_columns(query); i++) query_column(query, i, &column);
 *     while (query_next(query, cells)) ...
 *     query_free(query);
 *
 * An input that the statement reads once is read as a stream, in constant memory. Where any input
 * is read twice, or several are joined, those that the statement names are first copied into
 * temporary tables: SQLite builds no automatic index on a virtual table, and a stream cannot be
 * read again.
 */
#ifndef CRM_QUERY_H
#define CRM_QUERY_H

#include "flow/flow.h"
#include "format/encode.h"

struct query_table {
    const char *name;
    struct input *input;
};

struct query;

/* NULL with a message where the statement is wrong. Tables must outlive the query. */
struct query *query_new(struct flow_run *run, const struct query_table *tables, size_t count,
                        struct str sql, char *message, size_t message_room);
size_t query_columns(const struct query *query);
/* Makes the first row, which tells what kind of values a computed column holds. */
void query_begin(struct query *query);
/* After query_begin: a column's name (in the arena) and whether it holds numbers. */
void query_column(const struct query *query, size_t column, struct arena *arena,
                  struct encode_column *out);
/* The next row's cells, which live until the next call; false at the end. What goes wrong while the
 * rows are made ends the run. */
bool query_next(struct query *query, struct str *cells);
void query_free(struct query *query);

#endif
