/*
 * clean.h - a row of any kind to the canonical row of its kind: names, dates, money, e-mail, phone.
 *
 *     struct clean *clean = clean_new(inputs, count, kind, words, arena);
 *     columns = clean_columns(clean, &n);
 *     if (clean_row(clean, row, cells)) ...        cells live as long as the row's block
 *
 * Known columns get their canonical names in place, others stay under their own. Added behind,
 * where they are not there: customer_id (from the key), amount (where it has to be computed),
 * refunded (where a status says that an order was paid back), order_state. Text loses blanks at the
 * ends and full-width forms; ids also a leading apostrophe and ="...", in which spreadsheets wrap
 * them. An e-mail or phone that is none is kept as it stands and counted.
 */
#ifndef CRM_CLEAN_H
#define CRM_CLEAN_H

#include "analysis/order.h"
#include "format/encode.h"

struct clean;

/* Of the sign here and the earlier one. */
#define CLEAN_TWO_SYMBOLS                                                                          \
    "an amount in %s, but an earlier one is in %s: two currencies need a currency column"

/* What a worker counts, and what it remembers of rows before. */
struct clean_counts {
    uint64_t not_email, not_phone;
    char symbol[4];            /* first sign beside an amount, where there is no currency column */
    struct place symbol_place; /* its place and row */
    uint64_t symbol_number;
    int32_t latest;            /* day of the latest counted order; DATE_NONE: none yet */
    char currency[4];          /* of the row before, and its decimals */
    int decimals;
};

/* All inputs must have the columns of the first, in any order; other columns end the run. */
struct clean *clean_new(struct input *const *inputs, size_t count,
                        const struct orders_words *words, int32_t as_of, struct arena *arena);
const struct encode_column *clean_columns(const struct clean *clean, size_t *count);
/* Name in the first input's header of an output column; empty for an added one. */
struct str clean_source(const struct clean *clean, size_t column);
/* Whether the added columns hold nothing but amounts and states, which no format has to quote. */
bool clean_adds_words(const struct clean *clean);
/* The canonical column that it is, in its kind; -1: not known. */
int clean_canonical(const struct clean *clean, size_t column);
enum schema_type clean_type(const struct clean *clean, size_t column);
/* False where the row is excluded (counted) or bad (complained about). */
bool clean_row(const struct clean *clean, const struct row *row, struct clean_counts *counts,
               struct str *cells);
/* The row's cells as they came, in the order of the first input's columns: what tells an exact
 * duplicate, whatever the order of columns in its file. Returns how many; slices live as long as the
 * row's block. */
size_t clean_raw(const struct clean *clean, const struct row *row, struct str *cells);
/* How many of the cells, from the first on, are those of the row's record and stand in it as they
 * are, without quotes and apart by one delimiter; returns the bytes that they take there. */
struct str clean_untouched(const struct row *row, const struct str *cells, size_t count,
                           size_t *untouched);

#endif
