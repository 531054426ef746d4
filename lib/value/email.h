/*
 * email.h - e-mail addresses: one normal form, so that they can serve as keys.
 *
 * Not a full RFC 5322 parser: it accepts what shops and CRMs accept and refuses what cannot be
 * delivered (no or two @, blanks, no dot in the domain, empty labels, over 254 bytes).
 */
#ifndef CRM_EMAIL_H
#define CRM_EMAIL_H

#include "base/arena.h"

/* Width folded, blanks and "mailto:" off, <...> opened, lower case (also in the local part, as
 * every large provider treats it). NULL and *out set, or what is wrong, to follow a description of
 * the text ("has no @"). *out lives in the arena or is `text` itself. */
const char *email_normal(struct arena *arena, struct str text, struct str *out);

#endif
