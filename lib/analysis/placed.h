/*
 * placed.h - the rows that scored customers become: their own cells, and where each was placed.
 *
 *     struct placed placed = {.book = &book, .tiers = ..., ...};
 *     placed_columns(&placed, arena);                 placed.columns is the output's header
 *     ... book_read, tiers_settle, placed.cuts ...
 *     for (i = 0; i < book.count; i++) placed_cells(&placed, i, scratch, cells, &move);
 *     placed_gone(&placed, ...)
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
    /* Made: */
    struct columns columns;
    struct {
        size_t *join;
        size_t segment, tier, rank, distance, lifecycle, screening, rule, previous, held, move;
    } at;
    uint64_t moved[MOVEMENT_KINDS];
    uint64_t held_back; /* customers who kept a tier by hysteresis */
};

void placed_columns(struct placed *placed, struct arena *arena);
/* The cells of one customer, in `scratch` or as long-lived as the book. `move` gets the row of its
 * move; returns whether there was one other than "same". Ends the run where a condition fails. */
bool placed_cells(struct placed *placed, size_t row, struct arena *scratch, struct str *cells,
                  struct str move[PLACED_MOVE_COLUMNS]);
/* The move of an entry of the last time that nobody met; false for one that was met, or was no
 * customer. */
bool placed_gone(struct placed *placed, const struct movement_entry *entry,
                 struct str move[PLACED_MOVE_COLUMNS]);
/* An amount in 1/10000 as a tier's figure is written: with the currency's decimals where it is
 * money. Empty for NaN. */
struct str placed_figure(const struct placed *placed, int tier, double units, struct str currency,
                         struct arena *arena);

#endif
