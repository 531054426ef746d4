/*
 * layout.h - exports of known products, told by their headers.
 *
 * A layout has rules of its own (order fields only on an order's first line, minor units, three
 * header lines), so that reading it as a plain table would be wrong. It is recognised where at
 * least 60 % of its marker columns are present.
 */
#ifndef CRM_LAYOUT_H
#define CRM_LAYOUT_H

#include "format/header.h"

/* What the header is an export of ("a Shopify orders export"), or NULL; *share gets the part of the
 * markers present. */
const char *layout_recognise(const struct header *header, double *share);

#endif
