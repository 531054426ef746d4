/*
 * normal.h - whether a number is written already as we would write it, and what it says: much cheaper
 * than to read it (money.h), write it again and compare. Of dates date_plain() tells.
 *
 *     if (normal_number(cell, 2, &units)) ...          the cell may be copied as it is
 *
 * False promises nothing: the cell may still say the same in another form.
 */
#ifndef CRM_NORMAL_H
#define CRM_NORMAL_H

#include "base/str.h"

/* What money_format(units, decimals) writes, up to 14 digits before the point: "-12.50" with 2
 * decimals, but not "12.5", "12.500", "012.50" or "-0.00". *units gets it in 1/10000. */
bool normal_number(struct str text, int decimals, int64_t *units);

#endif
