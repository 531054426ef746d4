/*
 * number.h - decimal text to a double: what unknown columns, policies and options hold. Money is
 * read by money.h, exactly.
 *
 * Accepted: -12.5, +3, .5, 5., 1e-05; nothing around them, no separators, no NaN or infinity. With
 * at most 15 digits and an exponent within 22 the result is the nearest double; beyond that it is
 * within 2 units of the last place.
 */
#ifndef CRM_NUMBER_H
#define CRM_NUMBER_H

#include "base/arena.h"

/* The number times 10^scale, rounded once; false, with *value untouched, where the text is no
 * number or does not fit. */
bool number_parse(struct str text, int scale, double *value);

#define NUMBER_ROOM 40

/* With 6 significant digits, as short as that is: 0.0123457, 1.5e-07, 12; large numbers without an
 * exponent, up to 10^15: 1234570. Returns the length. */
size_t number_format(double value, char text[NUMBER_ROOM]);
/* The same as a cell, in the arena; empty for NaN. */
struct str number_cell(struct arena *arena, double value);
/* "00" to "99", one behind the other. */
extern const char number_pairs[201];
/* A count, at most 20 digits and NUL; returns the length. */
size_t number_count_format(uint64_t value, char *text);
/* The same as a cell. */
struct str number_count(struct arena *arena, uint64_t value);

#endif
