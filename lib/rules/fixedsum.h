/*
 * fixedsum.h - sum(), avg() and total() that add money exactly, also as window functions.
 *
 * SQLite adds REAL values in floating point: ten million times 0.10 gives 999999.9998. Here values
 * with at most 4 decimals are added in 64-bit fixed point and whole numbers as whole numbers; an
 * overflow is an error. Values that are no decimals of 4 places (a product of two amounts, say) are
 * rounded to 4 first when they are added, which is said in crm-query(1).
 */
#ifndef CRM_FIXEDSUM_H
#define CRM_FIXEDSUM_H

#include <sqlite3.h>

/* Replaces the three functions in a database. */
void fixedsum_register(sqlite3 *db);

#endif
