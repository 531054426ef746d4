/*
 * sniff.h - the format and the separator of a text, told by its first bytes.
 */
#ifndef CRM_SNIFF_H
#define CRM_SNIFF_H

#include "base/str.h"

/* Whether the text looks like JSON Lines: its first character is `{`. */
bool sniff_is_json(struct str head);
/* The separator among , ; tab | that cuts the first records into equally many fields, most of them;
 * a comma where none does. */
char sniff_delimiter(struct str head);

#endif
