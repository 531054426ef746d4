#include "base/base.h"

#include "base/mem.h"
#include "base/seen.h"

static struct hash_128 *probe(const struct seen *seen, struct hash_128 hash)
{
    size_t i = hash.lo & (seen->room - 1);
    while (seen->slot[i].hi && (seen->slot[i].lo != hash.lo || seen->slot[i].hi != hash.hi)) {
        i = (i + 1) & (seen->room - 1);
    }
    return &seen->slot[i];
}

static void grow(struct seen *seen)
{
    struct seen old = *seen;
    seen->room = old.room ? mem_mul(old.room, 2) : 1024;
    seen->slot = mem_new(seen->room, sizeof *seen->slot);
    for (size_t i = 0; i < old.room; i++) {
        if (old.slot[i].hi) {
            *probe(seen, old.slot[i]) = old.slot[i];
        }
    }
    free(old.slot);
}

struct hash_128 seen_hash(struct str text)
{
    struct hash_128 hash = hash_wide(hash_run_key(), text);
    hash.hi |= 1; /* a free slot has 0 there */
    return hash;
}

void seen_fetch(const struct seen *seen, struct hash_128 hash)
{
    if (seen->room > 0) {
        __builtin_prefetch(&seen->slot[hash.lo & (seen->room - 1)]);
    }
}

bool seen_before(struct seen *seen, struct str text)
{
    return seen_hash_before(seen, seen_hash(text));
}

bool seen_hash_before(struct seen *seen, struct hash_128 hash)
{
    if (seen->count + seen->count / 2 >= seen->room) {
        grow(seen);
    }
    struct hash_128 *slot = probe(seen, hash);
    if (slot->hi) {
        return true;
    }
    *slot = hash;
    seen->count++;
    return false;
}

void seen_free(struct seen *seen)
{
    free(seen->slot);
    *seen = (struct seen){0};
}
