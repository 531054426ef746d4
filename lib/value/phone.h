/*
 * phone.h - telephone numbers in E.164 form: +8613812345678.
 *
 * Source of the form: ITU-T E.164 (at most 15 digits with the country code). Country codes and
 * trunk prefixes: one table of ISO 3166 alpha-2 codes. What is not known to be international (+ or
 * 00, or the country's own international prefix) is national and needs the country.
 */
#ifndef CRM_PHONE_H
#define CRM_PHONE_H

#include "base/arena.h"

/* Whether the table knows the country ("CN", "de"). */
bool phone_country(struct str country);

/*
 * Separators, width, a leading apostrophe, "tel:", a spreadsheet's ".0" at the end, "(0)" or a
 * trunk 0 after a country code, and extensions (x12, ext. 12, 转12, 分机12, #12: kept as ";ext=12")
 * are seen to. With country empty, a national number is given as its digits.
 * A number has 7 to 15 digits in all, and as many as its country's numbers have where the table
 * says so: one without its area code is refused. One that is longer than the country's numbers and
 * begins with its code (8613812345678 with CN) has only lost its +.
 * NULL and *out in the arena, or what is wrong ("has too few digits").
 */
const char *phone_normal(struct arena *arena, struct str text, struct str country, struct str *out);

#endif
