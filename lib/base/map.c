#include "base/base.h"

#include "base/hash.h"
#include "base/map.h"
#include "base/mem.h"

struct map_slot {
    const char *key; /* NULL: free */
    uint32_t length;
    uint32_t value;
    uint64_t hash;
};

/* The slot of `key`, or the free one where it would go. */
static struct map_slot *probe(const struct map *map, struct str key, uint64_t hash)
{
    size_t mask = map->room - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct map_slot *slot = &map->slots[i];
        if (!slot->key || (slot->hash == hash && slot->length == key.n &&
                           memcmp(slot->key, key.p ? key.p : "", key.n) == 0)) {
            return slot;
        }
    }
}

static void grow(struct map *map)
{
    struct map old = *map;
    map->room = old.room ? mem_mul(old.room, 2) : 64;
    map->slots = mem_new(map->room, sizeof *map->slots);
    for (size_t i = 0; i < old.room; i++) {
        if (old.slots[i].key) {
            size_t at = old.slots[i].hash & (map->room - 1);
            while (map->slots[at].key) {
                at = (at + 1) & (map->room - 1);
            }
            map->slots[at] = old.slots[i];
        }
    }
    free(old.slots);
}

uint32_t *map_find(const struct map *map, struct str key)
{
    if (map->room == 0) {
        return NULL;
    }
    struct map_slot *slot = probe(map, key, hash_quick(hash_run_key(), key));
    return slot->key ? &slot->value : NULL;
}

uint32_t *map_put(struct map *map, struct str key, bool *fresh)
{
    if (map->count + map->count / 2 >= map->room) {
        grow(map);
    }
    uint64_t hash = hash_quick(hash_run_key(), key);
    struct map_slot *slot = probe(map, key, hash);
    *fresh = !slot->key;
    if (*fresh) {
        struct str copy = arena_str(&map->keys, key);
        *slot = (struct map_slot){copy.p, (uint32_t)copy.n, 0, hash};
        map->count++;
    }
    return &slot->value;
}

struct str map_key(const struct map *map, struct str key)
{
    if (map->room == 0) {
        return (struct str){NULL, 0};
    }
    struct map_slot *slot = probe(map, key, hash_quick(hash_run_key(), key));
    return (struct str){slot->key, slot->key ? slot->length : 0};
}

void map_free(struct map *map)
{
    free(map->slots);
    arena_free(&map->keys);
    *map = (struct map){0};
}
