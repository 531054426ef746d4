/*
 * engine.h - SQLite as we use it: what is switched off, and how our cells become its values.
 *
 * Double-quoted strings, extensions, ATTACH, PRAGMA and functions that ask the clock or a die are
 * off: the same data give the same answer, and SQL cannot reach beyond its inputs.
 */
#ifndef CRM_ENGINE_H
#define CRM_ENGINE_H

#include <sqlite3.h>

#include "base/buf.h"
#include "rules/expr.h"

/* An empty database in memory. Ends the run where there is no memory. */
sqlite3 *engine_open(void);
/* Whether an action that SQLite asks leave for is one that only reads; for authorizers. */
bool engine_allows(int action, const char *second);
/* Appends "CREATE TABLE name(...)" with the columns and their affinities, NUL-terminated. */
void engine_declaration(const char *name, const struct expr_column *columns, size_t count,
                        struct buf *out);
/* Hands a cell to SQLite; text must live until the next row. False for an amount that is too large
 * to be exact. */
bool engine_result(sqlite3_context *context, enum expr_type type, const struct expr_value *value);
/* The same as a bound parameter; text is copied. */
bool engine_bind(sqlite3_stmt *statement, int at, enum expr_type type,
                 const struct expr_value *value);

#define ENGINE_TOO_LARGE "an amount above 200,000,000,000 cannot be computed with exactly"

#endif
