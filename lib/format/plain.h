/*
 * plain.h - records whose cells stand in the block as they are, for those who read few of them and
 * want no more done: every record has the header's fields in their order, no field has an escape, none
 * can be too long.
 *
 *     parser_plain(parser, &rows);                        parser.h
 *     for (size_t r = 0; r < rows.count; r++) {
 *         struct plain_row row = plain_row_at(&rows, r);
 *         struct str amount = plain_cell(&row, 3);
 */
#ifndef CRM_PLAIN_H
#define CRM_PLAIN_H

#include "base/str.h"

enum plain_form {
    PLAIN_BARE,   /* CSV without quotes */
    PLAIN_QUOTED, /* CSV, fields may stand in quotes */
    PLAIN_PAIRS,  /* JSON Lines */
};

struct plain_rows {
    const char *bytes;
    /* CSV: where each field ends, as csvscan.h finds them. PLAIN_PAIRS: of each record where it begins
     * and ends, then the same of each field. */
    const uint32_t *end;
    size_t columns, count;
    enum plain_form form;
    bool returns; /* lines may end with CR and LF */
};

struct plain_row {
    const char *bytes;
    const uint32_t *end; /* of its own fields */
    uint32_t from;       /* where it begins */
    enum plain_form form;
};

static inline struct plain_row plain_row_at(const struct plain_rows *rows, size_t r)
{
    if (rows->form == PLAIN_PAIRS) {
        const uint32_t *pair = rows->end + r * (rows->columns + 1) * 2;
        return (struct plain_row){rows->bytes, pair + 2, pair[0], PLAIN_PAIRS};
    }
    const uint32_t *end = rows->end + r * rows->columns;
    return (struct plain_row){rows->bytes, end, r > 0 ? end[-1] + 1 : 0, rows->form};
}

/* Its length without the end of the line. */
static inline uint32_t plain_length(const struct plain_rows *rows, const struct plain_row *row)
{
    if (row->form == PLAIN_PAIRS) {
        return row->end[-1] - row->from;
    }
    uint32_t end = row->end[rows->columns - 1];
    return end - row->from - (rows->returns && end > row->from && row->bytes[end - 1] == '\r');
}

/* A field that may need its quotes taken off. */
static inline struct str plain_dressed_cell(const struct plain_row *row, struct str cell, size_t column)
{
    if (row->form == PLAIN_PAIRS) {
        const uint32_t *pair = row->end + 2 * column;
        return (struct str){row->bytes + pair[0], pair[1] - pair[0]};
    }
    if (cell.n > 0 && cell.p[0] == '"') {
        cell.n -= cell.p[cell.n - 1] == '\r'; /* behind the last field of a record */
        return (struct str){cell.p + 1, cell.n - 2};
    }
    return cell;
}

/* Without quotes and without the blanks around. */
static inline struct str plain_cell(const struct plain_row *row, size_t column)
{
    uint32_t from = column > 0 ? row->end[column - 1] + 1 : row->from;
    struct str cell = {row->bytes + from, row->end[column] - from};
    return str_trim(row->form == PLAIN_BARE ? cell : plain_dressed_cell(row, cell, column));
}

#endif
