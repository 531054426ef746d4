/*
 * phone_country.h - how each country writes its telephone numbers.
 *
 *     const struct phone_country *c = phone_country_of(S("CN"));
 *     const struct phone_country *c = phone_country_called(S("8613812345678"));
 *
 * Sources: ITU-T E.164 (list of assigned country codes), E.123, and the national numbering plans as
 * filed with the ITU. Rows live for ever; all texts are NUL-terminated.
 */
#ifndef CRM_PHONE_COUNTRY_H
#define CRM_PHONE_COUNTRY_H

#include "base/str.h"

struct phone_country {
    char id[3];                /* ISO 3166 alpha-2; empty for codes that belong to no country */
    const char *code;          /* E.164 country code, 1 to 3 digits */
    const char *trunk;         /* prefixes of national calls, separated by a space; may be empty */
    const char *international; /* prefix of calls abroad besides 00, which is understood anywhere */
    bool keeps_zero;           /* numbers begin with a 0 that is dialled from abroad too */
    uint8_t shortest, longest; /* digits of a full national number without trunk; 0: not known */
};

/* NULL where the table has no such country. Case does not matter. */
const struct phone_country *phone_country_of(struct str id);
/* The country whose code the digits begin with; of several that share a code the one that the plan
 * is kept by (US for 1, RU for 7, GB for 44). NULL where the code is not assigned. */
const struct phone_country *phone_country_called(struct str digits);

#endif
