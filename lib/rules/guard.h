/*
 * guard.h - the one place where SQL text is changed before SQLite sees it: a column whose cells may
 * hold anything, standing beside a number.
 *
 * SQLite sorts every text above every number, so that `spend > 3` is true of "n/a". NUMERIC affinity
 * does not help: it leaves "n/a" a text. Here `spend > 3` becomes `number_or_null("spend") > 3`, and
 * so for arithmetic and BETWEEN, wherever an unknown column stands directly beside an operator whose
 * other side is a number literal. Text compared with text stays as it is.
 */
#ifndef CRM_GUARD_H
#define CRM_GUARD_H

#include "base/buf.h"

#define GUARD_FUNCTION "number_or_null"

/* Appends the changed text. `unknown` says whether a name (unquoted) is such a column. */
void guard_numbers(struct str sql, bool (*unknown)(void *context, struct str name), void *context,
                   struct buf *out);

#endif
