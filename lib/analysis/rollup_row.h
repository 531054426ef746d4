/*
 * rollup_row.h - one row of a rollup: what is known of one customer's orders (in one currency, in
 * one period), in sums that merge.
 *
 * Days are distinct purchase days; gaps are the whole days between consecutive ones. Of dates the
 * first two and the last three are kept. Joining two rows is exact where the dates of one all lie
 * before the dates of the other:
 *
 *     gap_sq = gap_sq(a) + gap_sq(b) + (first(b) - last(a))^2,  days = days(a) + days(b)
 *
 * and is refused otherwise, since a day may then stand in both.
 */
#ifndef CRM_ROLLUP_ROW_H
#define CRM_ROLLUP_ROW_H

#include "flow/row.h"
#include "format/encode.h"

struct rollup_row {
    struct str customer;
    struct str currency;
    enum date_period grain;
    int32_t period; /* first day of it; 0 for DATE_ALL */
    int32_t first, second, last, prev, prev2; /* DATE_NONE where there is none */
    uint64_t rows, orders, days;
    int64_t amount, first_amount; /* 1/10000; first_amount: of the rows on the first day */
    uint64_t gap_sq;              /* days squared */
    uint64_t gap_max;             /* days */
    uint64_t refunds;             /* rows */
    int64_t refund_amount;
    int64_t *sum;                 /* by --sum column */
    struct str *keep;             /* by --keep column */
    int64_t *keep_when;           /* day of the row that a kept value is from; INT64_MIN: none */
    const char *origin;           /* name of the input, for messages */
};

#define ROLLUP_SUMS_MAX 64

/* What the rows of a run carry besides. */
struct rollup_extras {
    const struct str *sum; /* names, without "sum_" */
    size_t sum_count; /* at most ROLLUP_SUMS_MAX */
    const struct str *keep;
    size_t keep_count;
};

#define ROLLUP_ROW_MESSAGE 512

/* Adds `from` to `into`, which both are of one customer, currency and period. False with a message
 * where their dates interleave, share a day, or a sum overflows. */
bool rollup_row_join(struct rollup_row *into, const struct rollup_row *from,
                     const struct rollup_extras *extras, char message[ROLLUP_ROW_MESSAGE]);

/* A copy with all that it points to. */
struct rollup_row rollup_row_copy(const struct rollup_row *row, const struct rollup_extras *extras,
                                  struct arena *arena);

/* Reads a row of a rollup stream; slices and arrays in `arena`. `sum_column` and `keep_column` are
 * positions in the header, -1 for none. False after a complaint. */
bool rollup_row_read(const struct row *row, const struct rollup_extras *extras,
                     const ptrdiff_t *sum_column, const ptrdiff_t *keep_column,
                     struct arena *arena, struct rollup_row *out);

/* The columns of a rollup: customer_id, [currency], [period], first_date, ..., sum_X, kept ones. */
size_t rollup_row_columns(const struct rollup_extras *extras, bool currency, bool period,
                          struct arena *arena, struct encode_column **columns);
/* The cells of those columns, in `arena`. */
void rollup_row_cells(const struct rollup_row *row, const struct rollup_extras *extras,
                      bool currency, bool period, struct arena *arena, struct str *cells);

#endif
