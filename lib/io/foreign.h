/*
 * foreign.h - files that are neither CSV nor JSON Lines, told by their first bytes, each with one
 * line that says what it is and how to turn it into something that can be read.
 *
 *     char text[FOREIGN_ROOM];
 *     if (foreign_recognise(head, "orders.xlsx", text)) {
 *         die(STATUS_DATA, "orders.xlsx: %s", text);
 *
 * "is an Excel workbook (.xlsx): save it as CSV UTF-8, or run: libreoffice ... orders.xlsx"
 *
 * gzip, UTF-16 and a leading `{` are not foreign. A leading `[` is a JSON array only if `{`, `[` or
 * `]` follows: "[id],[name]" is how SQL Server heads its columns.
 */
#ifndef CRM_FOREIGN_H
#define CRM_FOREIGN_H

#include "base/str.h"

#define FOREIGN_ROOM 512

/* `name` is the file's, and is quoted for the shell in the command that converts it; "stdin" stands
 * for a file whose name is not known. The more of the file `head` has (64 KiB is plenty), the
 * closer the answer. False leaves `text` alone. */
bool foreign_recognise(struct str head, const char *name, char text[FOREIGN_ROOM]);

#endif
