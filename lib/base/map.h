/*
 * map.h - a hash map from text to a number the caller chooses, usually an index into its own array.
 *
 *     struct map map = {0};
 *     bool fresh;
 *     uint32_t *index = map_put(&map, id, &fresh);
 *     if (fresh) { *index = count++; ... }
 *
 * A zeroed struct is an empty map. Keys are copied. Hashing is keyed, and there is no way to walk
 * the map, so no order of it can leak into an output: the caller's array has the order.
 */
#ifndef CRM_MAP_H
#define CRM_MAP_H

#include "base/arena.h"

struct map_slot;

struct map {
    struct map_slot *slots; /* open addressing, a power of two of them */
    size_t room;
    size_t count;
    struct arena keys;
};

/* The value of `key`, or NULL. Dead after the next map_put. */
uint32_t *map_find(const struct map *map, struct str key);
/* The value of `key`, added as 0 where it is new (then *fresh is true). Dead after the next put. */
uint32_t *map_put(struct map *map, struct str key, bool *fresh);
/* The map's own copy of a key that was put; lives as long as the map. */
struct str map_key(const struct map *map, struct str key);
void map_free(struct map *map);

/*
 * What was found last, for texts that come again and again, such as the names of groups in rows: most
 * rows need no hash of the map, and no walk.
 *
 *     struct map_near near = {0};
 *     uint32_t group;
 *     if (!map_near_find(&near, name, &group)) {
 *         group = ...                                 by the map
 *         map_near_keep(&near, map_key(&map, name), group);
 *     }
 *
 * A text is told by its length, its first and its last bytes, of up to 16 bytes completely; of those
 * that fall on the same pair of places the last two stay. So nobody can make it slow: a stranger costs
 * a look.
 * Keys are not copied: they must live as long as they are sought.
 */
#define MAP_NEAR 128

struct map_near {
    struct map_near_slot {
        uint64_t head, tail;
        const char *key; /* NULL: free */
        uint32_t length, value;
    } slot[MAP_NEAR];
};

struct map_near_ends {
    uint64_t head, tail;
};

static inline struct map_near_ends map_near_ends(struct str s)
{
    struct map_near_ends ends = {0, 0};
    uint32_t head, tail;
    if (s.n >= 8) {
        memcpy(&ends.head, s.p, 8);
        memcpy(&ends.tail, s.p + s.n - 8, 8);
    } else if (s.n >= 4) {
        memcpy(&head, s.p, 4);
        memcpy(&tail, s.p + s.n - 4, 4);
        ends = (struct map_near_ends){head, tail};
    } else if (s.n > 0) {
        ends.head = (uint64_t)(unsigned char)s.p[0] << 16 | (uint64_t)(unsigned char)s.p[s.n / 2] << 8 |
                    (unsigned char)s.p[s.n - 1];
    }
    return ends;
}

/* The first place of its pair. */
static inline size_t map_near_at(struct map_near_ends ends, size_t n)
{
    uint64_t mixed = (ends.head ^ (ends.tail << 32 | ends.tail >> 32) ^ n) *
                     UINT64_C(0x9e3779b97f4a7c15); /* 2^64 by the golden ratio */
    return mixed >> 57 & ~(uint64_t)1; /* 7 bits: MAP_NEAR */
}

static inline bool map_near_is(const struct map_near_slot *slot, struct map_near_ends ends,
                               struct str key)
{
    return slot->head == ends.head && slot->tail == ends.tail && slot->length == key.n &&
           slot->key && (key.n <= 16 || memcmp(slot->key + 8, key.p + 8, key.n - 16) == 0);
}

static inline bool map_near_find(const struct map_near *near, struct str key, uint32_t *value)
{
    struct map_near_ends ends = map_near_ends(key);
    const struct map_near_slot *slot = &near->slot[map_near_at(ends, key.n)];
    if (!map_near_is(slot, ends, key) && !map_near_is(++slot, ends, key)) {
        return false;
    }
    *value = slot->value;
    return true;
}

static inline void map_near_keep(struct map_near *near, struct str key, uint32_t value)
{
    struct map_near_ends ends = map_near_ends(key);
    struct map_near_slot *slot = &near->slot[map_near_at(ends, key.n)];
    if (!map_near_is(slot, ends, key)) {
        slot[1] = slot[0];
    }
    slot[0] = (struct map_near_slot){ends.head, ends.tail, key.p ? key.p : "", (uint32_t)key.n,
                                     value};
}

#endif
