/*
 * row.h - a record as a command sees it: cells by canonical column, read as what they are.
 *
 *     int32_t day;
 *     switch (row_day(row, TRANSACTION_DATE, &day)) {
 *     case ROW_BAD:   return;           said already; the row is rejected
 *     case ROW_EMPTY: ...
 *     case ROW_VALUE: ...
 *     }
 *
 * A row that is bad in one thing is rejected whole; the first complaint is kept. Slices live until
 * the block is done (row_keep copies into the block's arena).
 */
#ifndef CRM_ROW_H
#define CRM_ROW_H

#include "flow/account.h"
#include "flow/input.h"

/* A complaint about a record, to be reported in input order. */
struct row_problem {
    struct place place;
    struct str reason;
    struct str raw;
    uint64_t number; /* of the row: complaints are taken in its order */
    enum status status;
    bool fatal; /* not for the rejects */
};

/* What a worker has of its own. */
struct row_worker {
    struct arena arena; /* until the block is done */
    struct account account;
    struct row_problem *problem;
    size_t problem_count;
    bool row_bad; /* the row at hand has a complaint */
};

struct row {
    const struct input *input;
    const struct block *block;
    struct record record;
    struct row_worker *worker;
    uint64_t number; /* of the record, counted over all inputs, from 0: later is larger */
};

enum row_found { ROW_EMPTY, ROW_VALUE, ROW_BAD };

/* The cell of a canonical column without blanks around; empty where there is no such column. */
static inline struct str row_text(const struct row *row, int column)
{
    ptrdiff_t position = input_column(row->input, column);
    return position < 0 ? (struct str){"", 0} : str_trim(row->record.cell[position]);
}
/* Where all ids of the column end in ".0": without it. */
enum row_found row_id_settled(const struct row *row, int column, struct str *id);
/* An id: text, but for a settled ".0". */
static inline enum row_found row_id(const struct row *row, int column, struct str *id)
{
    *id = row_text(row, column);
    return id->n == 0                                ? ROW_EMPTY
           : row->input->strip_decimal[column] ? row_id_settled(row, column, id)
                                               : ROW_VALUE;
}
/* Any form of date or time. */
enum row_found row_stamp_parse(const struct row *row, int column, struct str cell,
                               struct stamp *stamp);
/* Moved to --tz where one is given. */
static inline enum row_found row_stamp(const struct row *row, int column, struct stamp *stamp)
{
    struct str cell = row_text(row, column);
    int32_t day;
    if (date_plain(cell, &day)) {
        *stamp = (struct stamp){.day = day};
        return ROW_VALUE;
    }
    return cell.n == 0 ? ROW_EMPTY : row_stamp_parse(row, column, cell, stamp);
}
enum row_found row_day(const struct row *row, int column, int32_t *day);
/* Any form of amount. */
enum row_found row_money_parse(const struct row *row, int column, struct str cell,
                               struct money *money);
static inline enum row_found row_money(const struct row *row, int column, struct money *money)
{
    struct str cell = row_text(row, column);
    *money = (struct money){0};
    return cell.n == 0                                     ? ROW_EMPTY
           : !row->input->settings->money.decimal_comma &&
                   money_plain(cell, &money->units) ? ROW_VALUE
                                                    : row_money_parse(row, column, cell, money);
}
/* Digits only. */
enum row_found row_integer(const struct row *row, int column, uint64_t *value);
/* As value/number.h writes it; NaN where the cell is empty. */
enum row_found row_number(const struct row *row, int column, double *value);
/* By several columns, or by one that is no id. */
enum row_found row_customer_by_key(const struct row *row, struct str *id);
/* The customer, by the columns of the key; ROW_EMPTY where none is filled. */
static inline enum row_found row_customer(const struct row *row, struct str *id)
{
    const struct input *input = row->input;
    return input->key_is_id ? row_id(row, (int)input->key[0], id) : row_customer_by_key(row, id);
}

/* Rejects the row for a canonical column, or for the whole record (-1). */
__attribute__((format(printf, 3, 4))) void row_bad(const struct row *row, int column,
                                                  const char *format, ...);
/* The same for a position in the header. */
__attribute__((format(printf, 3, 4))) void row_bad_at(const struct row *row, ptrdiff_t position,
                                                     const char *format, ...);
/* Ends the run at this row, in its turn, even with --rejects. */
__attribute__((format(printf, 4, 5))) void row_fatal(const struct row *row, int column,
                                                    enum status status, const char *format, ...);
struct str row_keep(const struct row *row, struct str s);
/* Where a cell stands, or the record (-1). */
struct place row_place(const struct row *row, int column);
/* Ends the run at a row that has passed, in its turn. */
__attribute__((format(printf, 5, 6))) void row_fatal_at(struct row_worker *worker,
                                                       const struct place *place, uint64_t number,
                                                       enum status status, const char *format, ...);

#endif
