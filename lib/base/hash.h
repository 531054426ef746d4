/*
 * hash.h - keyed hashing (SipHash), so that no input can be built to collide.
 *
 * Source: Aumasson & Bernstein, "SipHash: a fast short-input PRF", 2012, and its 128-bit variant.
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
/* SipHash-1-3, for tables in memory whose slots are compared by the whole key. */
uint64_t hash_quick(struct hash_key key, struct str s);
/* Two different texts have the same 128 bits with a chance of 2^-128 a pair: taken as equality. */
struct hash_128 hash_wide(struct hash_key key, struct str s);

#endif
