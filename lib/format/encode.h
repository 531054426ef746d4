/*
 * encode.h - rows as bytes, in one normal form for each output format.
 *
 *     csv, tsv   quoted only where needed (separator, quote, CR, LF; a lone empty cell), LF
 *     jsonl      one object a line; an empty cell is null; a cell of a number column is a JSON number
 *                if it is written as one, else a string
 *     table, md  cells apart by US, rows by RS (control characters of cells become blanks):
 *                writer.h aligns them
 *
 * Encoding needs no state, so workers do it; reading back what was encoded gives the same cells.
 */
#ifndef CRM_ENCODE_H
#define CRM_ENCODE_H

#include "base/buf.h"

enum encode_kind { ENCODE_CSV, ENCODE_TSV, ENCODE_JSONL, ENCODE_TABLE, ENCODE_MD };

enum encode_type {
    ENCODE_TEXT,
    ENCODE_NUMBER,
    /* The same as we write them ourselves: no such cell ever needs quotes. */
    ENCODE_DATE,   /* a text */
    ENCODE_FIGURE, /* a number */
};

static inline bool encode_is_number(enum encode_type type)
{
    return type == ENCODE_NUMBER || type == ENCODE_FIGURE;
}

struct encode_column {
    struct str name;
    enum encode_type type;
};

struct encode_format {
    enum encode_kind kind;
    /* Text cells that a spreadsheet would take as a formula (= + - @ TAB CR LF first) get a '
     * before them, unless they are plain numbers. OWASP, "CSV Injection". */
    bool formula_guard;
    const struct encode_column *column;
    size_t count;
};

#define ENCODE_CELL_END '\x1f'
#define ENCODE_ROW_END '\x1e'

/* Appends the header line; nothing for jsonl. */
void encode_header(const struct encode_format *format, struct buf *out);
/* Appends one row of format->count cells. */
void encode_row(const struct encode_format *format, const struct str *cell, struct buf *out);
/* Appends a JSON string literal with its quotes. */
void encode_json_string(struct str s, struct buf *out);

#endif
