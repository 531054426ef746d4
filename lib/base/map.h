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

#endif
