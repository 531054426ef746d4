/*
 * seen.h - a set of texts by keyed 128-bit hash, 16 bytes each: has this row stood before?
 */
#ifndef CRM_SEEN_H
#define CRM_SEEN_H

#include "base/hash.h"

struct seen {
    struct hash_128 *slot; /* open addressing; {0, 0}: free */
    size_t room, count;
};

/* Puts the text in; true if it was there. A zeroed struct is an empty set. */
bool seen_before(struct seen *seen, struct str text);
/* The same in steps, for many texts: their hashes, then a look ahead at each, then the answers. */
struct hash_128 seen_hash(struct str text);
void seen_fetch(const struct seen *seen, struct hash_128 hash);
bool seen_hash_before(struct seen *seen, struct hash_128 hash);
void seen_free(struct seen *seen);

#endif
