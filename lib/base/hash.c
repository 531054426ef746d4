#include "base/base.h"

#include <sys/random.h>

#include "base/die.h"
#include "base/hash.h"

struct hash_key hash_run_key(void)
{
    static struct hash_key key;
    static bool drawn;
    if (!drawn) {
        if (getrandom(&key, sizeof key, 0) != (ssize_t)sizeof key) {
            die(STATUS_SYSTEM, "cannot draw random bytes: %s", strerror(errno));
        }
        drawn = true;
    }
    return key;
}

struct sip {
    uint64_t v0, v1, v2, v3;
};

static inline uint64_t rotate(uint64_t x, int bits)
{
    return x << bits | x >> (64 - bits);
}

static inline __attribute__((always_inline)) void sip_rounds(struct sip *s, int rounds)
{
    for (int i = 0; i < rounds; i++) {
        s->v0 += s->v1;
        s->v2 += s->v3;
        s->v1 = rotate(s->v1, 13) ^ s->v0;
        s->v3 = rotate(s->v3, 16) ^ s->v2;
        s->v0 = rotate(s->v0, 32);
        s->v2 += s->v1;
        s->v0 += s->v3;
        s->v1 = rotate(s->v1, 17) ^ s->v2;
        s->v3 = rotate(s->v3, 21) ^ s->v0;
        s->v2 = rotate(s->v2, 32);
    }
}

static inline void sip_word(struct sip *s, uint64_t word)
{
    s->v3 ^= word;
    sip_rounds(s, 2);
    s->v0 ^= word;
}

/* The constants spell "somepseudorandomlygeneratedbytes". */
static inline struct sip sip_absorb(struct hash_key key, struct str text, uint64_t wide)
{
    struct sip s = {key.k0 ^ 0x736f6d6570736575, key.k1 ^ 0x646f72616e646f6d ^ wide,
                    key.k0 ^ 0x6c7967656e657261, key.k1 ^ 0x7465646279746573};
    size_t i = 0;
    for (; i + 8 <= text.n; i += 8) {
        sip_word(&s, str_load(text.p + i));
    }
    uint64_t last = i < text.n ? str_tail((struct str){text.p + i, text.n - i}) : 0;
    sip_word(&s, last | (uint64_t)text.n << 56);
    return s;
}

uint64_t hash_64(struct hash_key key, struct str text)
{
    struct sip s = sip_absorb(key, text, 0);
    s.v2 ^= 0xff;
    sip_rounds(&s, 4);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}

uint64_t hash_quick_long(struct hash_key key, struct str text)
{
    struct hash_key chained = key;
    uint64_t word[2];
    for (size_t at = 0; at < text.n; at += sizeof word) {
        str_words(str_slice(text, at, at + sizeof word), word);
        chained.k0 = hash_quick_words(chained, word, text.n - at) ^ key.k0;
    }
    return chained.k0 ^ key.k0;
}

struct hash_128 hash_wide(struct hash_key key, struct str text)
{
    struct sip s = sip_absorb(key, text, 0xee);
    s.v2 ^= 0xee;
    sip_rounds(&s, 4);
    uint64_t lo = s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
    s.v1 ^= 0xdd;
    sip_rounds(&s, 4);
    return (struct hash_128){lo, s.v0 ^ s.v1 ^ s.v2 ^ s.v3};
}
