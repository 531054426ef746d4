/*
 * clean_parts.h - what the files of clean.h share: clean.c plans the columns, clean_row.c fills them.
 */
#ifndef CRM_CLEAN_PARTS_H
#define CRM_CLEAN_PARTS_H

#include "analysis/clean.h"

/* Where a cell of the output comes from. */
enum origin { FROM_CELL, FROM_KEY, FROM_AMOUNT, FROM_REFUNDED, FROM_STATE };

struct column {
    enum origin origin;
    enum schema_type type;
    int canonical;       /* in the kind; -1: not known */
    bool judged; /* of a transaction: read_normal() has looked at it */
    bool text;   /* ASCII without blanks at its ends stays as it is... */
    bool id;     /* ... as it does in an id, unless it begins as a spreadsheet's text does */
    ptrdiff_t *position; /* by input: in its header; NULL for an added column */
};

struct clean {
    const struct schema_kind *kind;
    const struct orders_words *words; /* transactions only */
    int32_t as_of;
    uint32_t as_of_number; /* 20240105; UINT32_MAX: none */
    struct encode_column *out;
    struct column *column;
    size_t count;
    const struct header *first;
    struct arena *arena;
    bool keyed;    /* the customer comes from a key of other columns */
    bool *aligned; /* by input: its columns stand as those of the first */
    struct str state_name[ORDER_UNKNOWN];
};

#endif
