/*
 * order_key.h - what tells a customer's orders apart, in 12 bytes: the order's id, or, where there is
 * none, its day.
 *
 * An id of at most 11 bytes stands as it is, a longer one as 88 bits of its keyed hash: two ids of one
 * customer meet with a chance of 2^-88 a pair, taken as equality.
 */
#ifndef CRM_ORDER_KEY_H
#define CRM_ORDER_KEY_H

#include "base/hash.h"

struct order_key {
    uint32_t word[3]; /* the last byte: length of the id, 0 for a day, ORDER_KEY_HASHED */
};

#define ORDER_KEY_WHOLE 11 /* bytes of an id that fit */
#define ORDER_KEY_HASHED 12

static inline struct order_key order_key_of(struct str order_id, int32_t day)
{
    uint64_t bytes[2] = {(uint32_t)day, 0};
    size_t kind = order_id.n;
    if (order_id.n > ORDER_KEY_WHOLE) {
        struct hash_128 hash = hash_wide(hash_run_key(), order_id);
        bytes[0] = hash.lo;
        bytes[1] = hash.hi & 0xffffff;
        kind = ORDER_KEY_HASHED;
    } else if (order_id.n > 0) {
        str_words(order_id, bytes);
    }
    return (struct order_key){{(uint32_t)bytes[0], (uint32_t)(bytes[0] >> 32),
                               (uint32_t)bytes[1] | (uint32_t)kind << 24}};
}

static inline uint64_t order_key_low(struct order_key key)
{
    return key.word[0] | (uint64_t)key.word[1] << 32;
}

static inline bool order_key_eq(struct order_key a, struct order_key b)
{
    return ((order_key_low(a) ^ order_key_low(b)) | (a.word[2] ^ b.word[2])) == 0;
}

#endif
