/*
 * movement.h - who stood where the last time: yesterday's tiers beside today's.
 *
 *     struct movement *movement = movement_read(input, tiers, english);
 *     struct movement_entry *was = movement_find(movement, id, currency);     marks it as met
 *     enum movement move = movement_of(movement, was, tier, first, last);
 *     those that were not met are gone
 *
 *   up, down, same   between tiers
 *   new              not there before
 *   back             not there before, and yet with purchases both before and after that day
 *   gone             there before and no more
 */
#ifndef CRM_MOVEMENT_H
#define CRM_MOVEMENT_H

#include "analysis/tiers.h"
#include "base/map.h"
#include "flow/flow.h"

enum movement_kind {
    MOVEMENT_NONE,
    MOVEMENT_UP,
    MOVEMENT_DOWN,
    MOVEMENT_SAME,
    MOVEMENT_NEW,
    MOVEMENT_BACK,
    MOVEMENT_GONE,
    MOVEMENT_KINDS,
};

struct movement_entry {
    struct str id, currency, name;
    struct str tier; /* as written then, in English; empty for a prospect */
    struct str monetary; /* as written then */
    int rank;        /* among the tiers of today, else by the rank written then; TIER_NONE */
    bool met;
};

struct movement {
    struct map index;
    struct movement_entry *entry;
    size_t count, room;
    int32_t as_of; /* of the last time; DATE_NONE where there is no such column */
    struct flow_run run;
    struct arena arena;
};

/* `english` turns a label into its English, or NULL. Rows are counted in movement->run. */
struct movement *movement_read(struct input *input, const struct tiers *tiers,
                               struct str (*english)(struct str label));
/* NULL where the customer was not there. */
struct movement_entry *movement_find(struct movement *movement, struct str id, struct str currency);
/* `tier` TIER_NONE: a prospect today. */
enum movement_kind movement_of(const struct movement *movement, const struct movement_entry *was,
                               int tier, int32_t first, int32_t last);
/* "up"; "" for none. */
const char *movement_name(enum movement_kind kind);

#endif
