/*
 * guard.h - the one place where SQL text is changed before SQLite sees it: a column whose cells may
 * hold anything, standing beside a number.
 *
 * SQLite sorts every text above every number, so that `spend > 3` is true of "n/a". NUMERIC
 * affinity does not help: it leaves "n/a" a text. Here `spend > 3` becomes `number_or_null(spend) >
 * 3`, and so for arithmetic, BETWEEN and IN, wherever an unknown column stands directly beside an
 * operator whose other side begins with a number or a column of numbers. Beside a string literal it
 * becomes `text_or_null(code) = '12'`: what it is compared with says as what. Anything less direct
 * (an alias, a subquery) is left as it is.
 */
#ifndef CRM_GUARD_H
#define CRM_GUARD_H

#include "base/buf.h"

#define GUARD_NUMBER "number_or_null"
#define GUARD_TEXT "text_or_null"

/* What a name (unquoted) is. */
enum guard_column {
    GUARD_NONE,    /* no column, or one that holds text */
    GUARD_NUMERIC, /* a column that holds numbers */
    GUARD_UNKNOWN, /* a column that may hold anything */
};

/* Appends the changed text. */
void guard_sql(struct str sql, enum guard_column (*column)(void *context, struct str name),
               void *context, struct buf *out);
/* Appends a text of guard_sql as it was before, for names of columns. */
void guard_undo(struct str sql, struct buf *out);

#endif
