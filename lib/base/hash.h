/*
 * hash.h - keyed hashing, so that no input can be built to collide.
 *
 * Source: Aumasson & Bernstein, "SipHash: a fast short-input PRF", 2012, and its 128-bit variant;
 * hash_quick folds products as wyhash (Wang Yi, 2019) does.
 * The key is drawn from the system once a run; nothing that is written may depend on it.
 */
#ifndef CRM_HASH_H
#define CRM_HASH_H

#include "base/str.h"

struct hash_key {
    uint64_t k0, k1;
};

struct hash_128 {
    uint64_t lo, hi;
};

/* This run's key, the same at every call. */
struct hash_key hash_run_key(void);
uint64_t hash_64(struct hash_key key, struct str s);
/* Two different texts have the same 128 bits with a chance of 2^-128 a pair: taken as equality. */
struct hash_128 hash_wide(struct hash_key key, struct str s);

/* Both halves of a product, folded. */
static inline uint64_t hash_fold(uint64_t a, uint64_t b)
{
    __extension__ unsigned __int128 product = (unsigned __int128)a * b;
    return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Of more than 16 bytes. */
uint64_t hash_quick_long(struct hash_key key, struct str s);

/*
 * A tenth of the work, for tables in memory whose slots are compared by the whole key: what a
 * collision costs is time. At most 16 bytes are given as words, as str_words makes them.
 */
static inline uint64_t hash_quick_words(struct hash_key key, const uint64_t word[2], size_t length)
{
    uint64_t folded = hash_fold(word[0] ^ key.k0, word[1] ^ key.k1);
    return hash_fold(folded ^ length ^ UINT64_C(0x9e3779b97f4a7c15), (key.k0 + key.k1) | 1);
}

static inline uint64_t hash_quick(struct hash_key key, struct str s)
{
    uint64_t word[2];
    if (s.n > sizeof word) {
        return hash_quick_long(key, s);
    }
    str_words(s, word);
    return hash_quick_words(key, word, s.n);
}

#endif
