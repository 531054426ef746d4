/*
 * mix.h - what customers' orders were made of: which categories and channels each has bought, and
 * whether at a discount.
 *
 *     struct mix_settings settings = {cut, as_of, currency, words};
 *     rollup.beside = &mix_fold; rollup.beside_context = &settings;    (or flow_fold)
 *     ... rollup_run ...
 *     mix = rollup.beside_state;  mix_finish(mix);
 *     const uint32_t *level = mix_of(mix, id, &count);                 of mix->level
 *     mix_free(mix);
 *
 * Counted rows only (analysis/order.h), up to the day asked for. A cell as it stands is a level; an
 * empty one is none, but of the discount: there it says that there was none, and so does a cell
 * without a digit other than 0.
 *
 * Memory: 8 bytes for each level of each customer, twice as much while it grows.
 */
#ifndef CRM_MIX_H
#define CRM_MIX_H

#include "base/map.h"
#include "flow/flow.h"
#include "schema/orders.h"

enum mix_column { MIX_CATEGORY, MIX_CHANNEL, MIX_DISCOUNT, MIX_COLUMNS };

struct mix_settings {
    int32_t until;       /* last day that counts; DATE_NONE: all do */
    struct str currency; /* only this one; empty: all */
    const struct orders_words *words;
};

struct mix_level {
    enum mix_column column;
    struct str name; /* of a discount "yes" or "no" */
};

struct mix {
    struct map customers, levels; /* indexes, by order of appearance */
    struct str *id; /* of the customers */
    size_t id_room;
    struct mix_level *level;
    size_t level_count, level_room;
    uint64_t *pair; /* customer << 32 | level */
    size_t pairs, pair_room;
    size_t *first; /* by customer: where its pairs begin; one more than customers */
    uint32_t *of;  /* the levels of the pairs */
    struct buf key;
    struct arena arena;
};

extern const struct flow_fold mix_fold; /* context: struct mix_settings */

/* After the last row. */
void mix_finish(struct mix *mix);
/* The levels of a customer, ascending; NULL where it has none. */
const uint32_t *mix_of(const struct mix *mix, struct str customer, size_t *count);
void mix_free(struct mix *mix);

#endif
