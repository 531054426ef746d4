/*
 * rollup_merge.h - sorted rollup rows of several streams to one, for rollup.c: files that are rollups
 * already, and transactions that were folded.
 *
 *     struct rollup_merge m = {.run = run, .settings = settings, .emit = emit, ...};
 *     rollup_merge_folded(&m, &rows);  rollup_merge_file(&m, input);  ...
 *     rollup_merge_run(&m);                    side by side, in constant memory
 *     rollup_merge_free(&m);
 */
#ifndef CRM_ROLLUP_MERGE_H
#define CRM_ROLLUP_MERGE_H

#include "analysis/rollup.h"
#include "flow/cursor.h"

/* A sorted stream of rollup rows: a file's, or the folded transactions. */
struct rollup_stream {
    struct input *input;   /* NULL: the folded ones */
    struct cursor *cursor; /* of a file beside others */
    struct rollup_state_rows *folded;
    struct rollup_row row; /* the next of the folded ones */
    bool has_row;
    ptrdiff_t *sum_column, *keep_column;
    struct buf key; /* of the folded row at hand */
};

struct rollup_merge {
    struct flow_run *run;
    struct rollup_settings *settings;
    struct rollup_stream *stream; /* room for all, by the caller */
    size_t stream_count;
    struct arena group; /* rows of the customer at hand */
    struct rollup_row *part;
    size_t part_count, part_room;
    size_t held; /* parts that are in `group` with all they point to */
    struct buf key; /* of the customer at hand */
    bool has_currency;
    struct str currency;
    struct arena memory;
    void (*emit)(void *context, const struct rollup_row *row);
    void *context;
    struct rollup_result *result;
};

/* Position of "sum_quantity" in a rollup's header, or -1. */
ptrdiff_t rollup_merge_sum(const struct input *input, struct str name);
void rollup_merge_folded(struct rollup_merge *m, struct rollup_state_rows *rows);
void rollup_merge_file(struct rollup_merge *m, struct input *input);
/* All rows to `emit`. */
void rollup_merge_run(struct rollup_merge *m);
/* The same where there is one file, which the team reads, alone or beside the folded rows. */
void rollup_alone_run(struct rollup_merge *m);
void rollup_merge_free(struct rollup_merge *m);

/* For rollup_alone.c. */
/* Reads a row for the merge. False where it is excluded (counted) or bad (complained about). */
bool rollup_merge_read(const struct rollup_merge *m, const struct rollup_stream *stream,
                       struct row *row, struct arena *arena, struct rollup_row *part);
/* A row of the customer at hand; slices must live until it is emitted. */
void rollup_merge_add(struct rollup_merge *m, const struct rollup_row *part);
/* The folded row at hand joins the customer's; the next one is then at hand. */
void rollup_merge_take_folded(struct rollup_merge *m, struct rollup_stream *stream);
/* So many rows as they stand in their file, the first of which is given. */
void rollup_merge_pass(struct rollup_merge *m, const struct rollup_row *first, struct str lines,
                       uint64_t count);
/* Joins the rows of the customer at hand and emits them. */
void rollup_merge_emit(struct rollup_merge *m);

#define ROLLUP_MERGE_UNSORTED                                                                      \
    "rows are not sorted by customer_id, bytewise: sort the rows below the header with LC_ALL=C "  \
    "sort -t, -k1,1"

#endif
