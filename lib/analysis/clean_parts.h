/*
 * clean_parts.h - what the files of clean.h share: clean.c plans the columns, clean_row.c fills them,
 * clean_normal.c does so where a row is clean as it comes.
 */
#ifndef CRM_CLEAN_PARTS_H
#define CRM_CLEAN_PARTS_H

#include "analysis/clean.h"
#include "value/fold.h"

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
    struct encode_column *out;
    struct column *column;
    size_t count;
    const struct header *first;
    struct arena *arena;
    bool keyed;    /* the customer comes from a key of other columns */
    bool *aligned; /* by input: its columns stand as those of the first */
    struct str state_name[ORDER_UNKNOWN];
};

/* A transaction as far as its cells need it. */
struct clean_reading {
    bool normal;              /* all that it rests on is written in the normal form already */
    enum order_state state;
    int32_t day;
    struct str customer;
    int decimals;             /* of its currency */
    struct order_facts facts; /* unless normal */
};

/* An id that stays: neither blanks nor widths, and nothing that a spreadsheet put before it. */
static inline bool clean_is_plain_id(struct str id)
{
    return id.p[0] != '\'' && id.p[0] != '=' && fold_is_plain(id);
}

/* One cell by the type of its column; false after a complaint. */
bool clean_cell(const struct row *row, const struct column *column, int decimals,
                struct clean_counts *counts, struct str *cell);

/* Whether a transaction is clean in all that order_read() looks at: then `reading` is filled in. */
bool clean_normal_read(const struct clean *clean, const struct row *row,
                       struct clean_counts *counts, struct clean_reading *reading);
/* All cells of such a row; false after a complaint. */
bool clean_normal_cells(const struct clean *clean, const struct row *row,
                        const struct clean_reading *reading, struct clean_counts *counts,
                        struct str *cells);

#endif
