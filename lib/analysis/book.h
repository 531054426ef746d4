/*
 * book.h - all scored customers, with those who have not bought yet: read once for what must be
 * known of all, and a second time for each by itself.
 *
 *     struct book book = {.scores = input, .roster = roster, .population = population};
 *     book_check(&book);                      before the first row
 *     book_read(&book, run);
 *     for (i = 0; i < book.again.count; i++)  blocks of rows, in any order, by any thread
 *         again_block(&book.again, i, ...), book_walk_begin, book_walk_next ...
 *
 * What is held of each customer: what conditions compare (rules/population.h), scores and days, the
 * mean gap of one who has come back, its entry in the roster if there is one. Its row is read again
 * (flow/again.h).
 *
 * Every row must look back from the same day; nobody stands twice. Customers of the roster whom the
 * scores do not know follow as prospects.
 */
#ifndef CRM_BOOK_H
#define CRM_BOOK_H

#include "analysis/lifecycle.h"
#include "analysis/roster.h"
#include "analysis/segments.h"
#include "base/seen.h"
#include "flow/again.h"

/* What a row says of its customer. */
struct book_customer {
    struct lifecycle_days days;
    unsigned score[3]; /* r, f, m; 0: none */
};

/* The same, as it is held. */
struct book_kept {
    int32_t last, prev, prev2;
    uint32_t gap_max;  /* larger ones are cut: no bound is as large */
    uint16_t score[3];
    uint16_t days;     /* 0, 1, or several */
};

/* Neither a prospect nor gone: there, but not told of. */
struct book_skipped {
    struct str id, currency;
};

struct book {
    struct input *scores;
    struct roster *roster; /* NULL: none */
    struct population *population;
    unsigned top_score;    /* larger scores are bad rows; 0: any may be */
    bool has_lifecycle;    /* the columns that a lifecycle is told by are there */
    struct again again;    /* the rows, without prospects */
    struct book_block {
        size_t first; /* customers before it */
        bool bare;    /* its rows stand as they would be written, a line each; all are taken */
    } *block;
    size_t block_room;
    uint64_t *left_out;    /* records of blocks that are no customers, ascending: book_walk */
    size_t left_out_count, left_out_room;
    const struct roster_entry **entry; /* by customer; NULL without a roster */
    struct book_kept *kept; /* by customer */
    size_t count, room;
    double *gap;           /* in days, of those who have bought on several */
    size_t gaps, gap_room;
    bool met[SEGMENTS_MEMO][SEGMENTS_MEMO][SEGMENTS_MEMO]; /* scores: [r - 1][f - 1][m - 1] */
    bool met_beyond;       /* and larger ones */
    size_t scored;         /* customers before the prospects */
    struct map groups;     /* of the population, by currency; prospects are one of their own */
    size_t currencies;     /* groups without the prospects */
    struct str currency;   /* the latest new one */
    struct str *group_name;
    struct str last_currency; /* of the row before, and its group */
    uint32_t last_group;
    uint64_t as_of_word[2]; /* as str_words makes them of the plain date that as_of stands as */
    struct book_skipped *skipped; /* who stands in rows that were rejected or excluded */
    size_t skipped_count, skipped_room;
    int32_t as_of;         /* of the rows; DATE_NONE where no column says it */
    int32_t latest;        /* purchase day of all, or DATE_NONE */
    struct seen seen;
    struct arena arena;
};

/* Ends the run where a column is missing that nothing works without. */
void book_check(struct book *book);
void book_read(struct book *book, struct flow_run *run);

/* The rows of a block once more, one after another. */
struct book_walk {
    const struct book *book;
    struct parser *parser;
    struct block block;
    struct row_worker worker;
    struct plain_rows plain; /* the block's rows as they stand, where all are so simple */
    size_t at;               /* of plain */
    bool lines;              /* where a block is bare, rows are taken as lines, not parsed */
    struct str rest;         /* those to come; NULL: they are parsed */
    struct str line;
    bool is_plain;           /* the row at hand is plain_row, and not yet in `row` */
    struct plain_row plain_row;
    struct row row;
    uint64_t record;         /* the next one's number */
    size_t left_out;         /* the next in book->left_out */
    struct buf bytes;
    /* Of the row at hand: */
    size_t customer;         /* its number in the book */
    struct book_customer found; /* of a line without the first day */
};

/* `lines`: rows that stand as they would be written may come as walk->line, without cells. */
void book_walk_init(struct book_walk *walk, const struct book *book, bool lines);
void book_walk_begin(struct book_walk *walk, size_t block);
/* False at the end of the block. */
bool book_walk_next(struct book_walk *walk);
/* The cells of the row at hand, which is no line, as many as the header has columns; they live until
 * the next block. */
void book_walk_cells(struct book_walk *walk, struct str *cells);
void book_walk_free(struct book_walk *walk);

/* The cell of a canonical column among the cells of a row. */
struct str book_cell(const struct book *book, const struct str *cells, int column);

/* g1 and g2 from the customers' own gaps, for those of `cuts` that are negative; returns how many
 * repeat customers told them. Without any, 90 and 365 days. */
size_t book_cuts(struct book *book, struct lifecycle_cuts *cuts);

#endif
