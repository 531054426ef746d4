/*
 * where.h - --where: a condition on the rows that are read, over the canonical columns of each
 * input and its own.
 *
 *     struct where *where = where_new(inputs, count, "amount > 100");
 *     run->keep = where_keeps; run->keep_context = where;
 *
 * A column is known by its canonical name and by the name in its header. Money, numbers and dates
 * are compared as such, in their normal form; see rules/expr.h for the rest.
 */
#ifndef CRM_WHERE_H
#define CRM_WHERE_H

#include "flow/row.h"

struct where;

/* A condition that does not compile for every input is a usage error. Rows of another kind than
 * `only` are all kept; KIND_UNKNOWN: the condition is for every input. */
struct where *where_new(struct input *const *inputs, size_t count, enum kind only,
                        const char *text);
/* False where the row is to be left out, or is bad (complained about). */
bool where_keeps(void *where, const struct row *row);

#endif
