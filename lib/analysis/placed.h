/*
 * placed.h - the rows that scored customers become: their own cells, and where each was placed.
 *
 *     struct placed placed = {.book = &book, .tiers = ..., ...};
 *     placed_columns(&placed, arena);                 placed.columns is the output's header
 *     ... book_read, tiers_settle, placed.cuts ...
 *     several = placed_settle(&placed, &format);      whether several threads may place
 *     placed_worker_init(&worker, &placed);           one a thread
 *     book_walk_begin(&worker.walk, block);
 *     while (book_walk_next(&worker.walk)) placed_scored(&placed, &worker);
 *     for (i = book.scored; i < book.count; i++) placed_prospect(&placed, &worker, i);
 *     ... worker.out, worker.moved; then placed_gone(&placed, ...)
 *
 * Added: the joined columns, segment, tier, tier_rank, to_next_tier, lifecycle, screening,
 * screening_rule, previous_tier, tier_held, move; those of what is not asked for are left out.
 */
#ifndef CRM_PLACED_H
#define CRM_PLACED_H

#include "analysis/book.h"
#include "analysis/movement.h"
#include "analysis/screening.h"
#include "analysis/segments.h"
#include "flow/columns.h"

/* Columns of a table of moves. */
#define PLACED_MOVE_COLUMNS 8
extern const struct encode_column placed_move_columns[PLACED_MOVE_COLUMNS];

struct placed {
    const struct book *book;
    const struct tiers *tiers;
    struct segments *segments;
    const struct screening *screening;
    struct movement *movement; /* NULL: no last time */
    const struct str *join;    /* columns of the roster */
    size_t join_count;
    struct lifecycle_cuts cuts;
    struct str (*label)(struct str english); /* NULL: English */
    bool own_tiers, own_segments; /* the policy's names: they stay as they are */
    const struct encode_format *moves; /* NULL: moves are not written down */
    /* Made: */
    struct columns columns;
    bool replaces; /* a column of the input */
    struct encode_format format, added; /* of the output; of the columns that are added */
    bool lines; /* a row may be copied as it stands, before what is added */
    struct {
        size_t *join;
        size_t segment, tier, rank, distance, lifecycle, screening, rule, previous, held, move;
    } at;
};

/* What came of moves. */
struct placed_counts {
    uint64_t moved[MOVEMENT_KINDS];
    uint64_t held_back; /* customers who kept a tier by hysteresis */
};

/* What a thread needs of its own, and what it has made: whoever writes that empties it. */
struct placed_worker {
    struct book_walk walk;
    struct arena scratch; /* of a row */
    struct str *cells;
    struct buf out, moves; /* rows */
    uint64_t rows;         /* of out */
    struct placed_counts counts;
};

void placed_columns(struct placed *placed, struct arena *arena);
/* Once all is known, and the output's format. True where several threads may place rows at a time:
 * else conditions are tried by SQLite, may fail on a row, and are for one at a time. */
bool placed_settle(struct placed *placed, const struct encode_format *format);
void placed_worker_init(struct placed_worker *worker, const struct placed *placed);
/* Adds the row that worker->walk is at. Ends the run where a condition fails. */
void placed_scored(const struct placed *placed, struct placed_worker *worker);
/* The same of a customer without a row. */
void placed_prospect(const struct placed *placed, struct placed_worker *worker, size_t customer);
/* The move of an entry of the last time that nobody met, for one who was a customer. */
void placed_gone(const struct placed *placed, struct placed_worker *worker,
                 const struct movement_entry *entry);
void placed_worker_free(struct placed_worker *worker);
/* An amount in 1/10000 as a tier's figure is written: with the currency's decimals where it is
 * money. Empty for NaN. */
struct str placed_figure(const struct placed *placed, int tier, double units, struct str currency,
                         struct arena *arena);

#endif
