/*
 * book_row.h - what one row says of a scored customer, for the book's own files: from its cells,
 * with a complaint where something is wrong with them, or from where it stands (format/plain.h).
 */
#ifndef CRM_BOOK_ROW_H
#define CRM_BOOK_ROW_H

#include "analysis/book.h"

extern const struct lifecycle_days book_row_no_days;

/* False after a complaint about the row. */
bool book_row_day(const struct row *row, int column, int32_t *day); /* DATE_NONE: empty */
bool book_row_days(const struct book *book, const struct row *row, struct lifecycle_days *days);
bool book_row_scores(const struct book *book, const struct row *row, unsigned score[3]);

/* Whether rows may be read from where they stand. */
bool book_row_is_plain(const struct book *book);
/* Scores and days; false leaves the row, and what is wrong with it, to the functions above. */
bool book_row_plain(const struct book *book, const struct plain_row *row,
                    struct book_customer *customer);

static inline struct str book_row_cell(const struct book *book, const struct plain_row *row,
                                       int column)
{
    ptrdiff_t at = input_column(book->scores, column);
    return at < 0 ? (struct str){0} : plain_cell(row, (size_t)at);
}

static inline bool book_row_plain_day(const struct book *book, const struct plain_row *row,
                                      int column, int32_t *day)
{
    struct str cell = book_row_cell(book, row, column);
    *day = DATE_NONE;
    return cell.n == 0 || date_plain(cell, day);
}

#endif
