/*
 * import.h - the parts of crm-import: rows (crm-import.c), the report of what is in the columns,
 * and what a run says of itself.
 */
#ifndef CRM_IMPORT_PARTS_H
#define CRM_IMPORT_PARTS_H

#include "analysis/melt.h"
#include "analysis/profile.h"
#include "analysis/responses.h"
#include "base/seen.h"
#include "cli/cli.h"

/* Of a block. */
struct state {
    struct clean_counts counts;
    size_t before_symbol; /* bytes of the output before the row with the first sign */
    struct responses_counts responses;
    uint64_t repeated;    /* rows that repeat the one before, or (with a set) any before */
    struct buf raw, last; /* rows as bytes: of the set; the last one of the input so far */
    /* Rows as they came, as slices of their block: this one, the one before, and the first, whose
     * neighbour stands in another block. */
    struct str *here, *before, *first;
    size_t raw_count;
    bool any; /* there was a row */
    struct str *cells;
    struct str *molten; /* a row of the output, where it is another */
};

struct import {
    struct cli *cli;
    struct clean *clean;
    struct responses *responses; /* NULL but for surveys */
    struct melt *melt;           /* NULL without --melt */
    const struct encode_column *out;
    size_t columns, out_columns; /* of a clean row, and of the output */
    bool drop, all_duplicates;
    struct seen seen;
    struct profile *profile; /* NULL without --report; of the output's columns */
    int32_t latest;          /* day of the latest counted order; DATE_NONE: none */
    struct state totals;     /* totals.last: the last row of the input so far */
};

/* Where the report is to go, opened; NULL where none is asked for ("" is standard error). */
struct sink *import_report_open(struct import *import, const char *path);
void import_report_row(struct import *import, const struct str *cells);
void import_report_write(struct import *import, struct sink *sink, const char *path);

/* What the inputs were read as. */
void import_say_inputs(const struct cli *cli);
void import_say_counts(const struct import *import);

#endif
