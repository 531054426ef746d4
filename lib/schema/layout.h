/*
 * layout.h - exports of known products, told by their headers.
 *
 * A layout has rules of its own (order fields only on an order's first line, minor units, three
 * header lines), so that reading it as a plain table would be wrong. It is recognised where at
 * least 60 % of its marker columns are present. A table that crm-import has cleaned is none, though
 * it still has most of them.
 *
 * Some are known by name only (LAYOUT_REFUSED). Of those that are understood, this file says which
 * kind they hold and which columns are canonical; flow/input_layout.h reads them, and
 * analysis/responses.h says which of their rows count.
 */
#ifndef CRM_LAYOUT_H
#define CRM_LAYOUT_H

#include "schema/schema.h"

enum layout_id { LAYOUT_REFUSED, LAYOUT_QUALTRICS, LAYOUT_LIMESURVEY };

struct layout {
    const char *what;    /* "a Shopify orders export" */
    const char *markers; /* folded names that the product writes and a plain table hardly has
                          * together, apart by `|` */
    enum layout_id id;
    enum kind kind;      /* what it holds, where it is understood */
    /* Then also its canonical columns: "canonical=name|name", the best name first, apart by `;`.
     * One without names is none of the columns, whatever they are called. */
    const char *columns;
};

/* What the header is an export of, or NULL; *share gets the part of the markers present. */
const struct layout *layout_recognise(const struct header *header, double *share);

#define LAYOUT_MAPS 12

/* The canonical columns of a layout that the header has, as maps; returns how many. Slices are
 * literals or the header's. */
size_t layout_maps(const struct layout *layout, const struct header *header,
                   struct schema_map maps[LAYOUT_MAPS]);

/* Position of the column whose folded name is one of "name|name", the best name first; -1: none. */
ptrdiff_t layout_column(const struct header *header, struct str names);

/* The code in a head that LimeSurvey writes with code and text, "G01Q02[SQ001]" of "G01Q02[SQ001].
 * How likely ..."; any other head as it stands. */
struct str layout_code(struct str head);

#endif
