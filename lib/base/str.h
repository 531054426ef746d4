/*
 * str.h - a text slice: pointer and length, owned by somebody else, not NUL-terminated.
 *
 *     struct str name = S("amount");
 *     printf("%.*s", STRF(name));
 *
 * A slice never owns its bytes; whoever made it says how long they live (a block, an arena, a
 * literal). Comparison is bytewise, so sorting by it needs no locale. p may be NULL only if n is 0.
 */
#ifndef CRM_STR_H
#define CRM_STR_H

#include "base/base.h"

struct str {
    const char *p;
    size_t n;
};

#define S(literal) ((struct str){(literal), sizeof(literal) - 1})
/* For printf's "%.*s". */
#define STRF(s) (int)((s).n), ((s).p ? (s).p : "")

/* The slice of a NUL-terminated string; NULL gives the empty slice. */
struct str str_of(const char *text);

static inline bool str_eq(struct str a, struct str b)
{
    return a.n == b.n && (a.n == 0 || (a.p[0] == b.p[0] && memcmp(a.p, b.p, a.n) == 0));
}
/* As strcmp, by bytes as unsigned char; a prefix sorts before the longer text. */
int str_cmp(struct str a, struct str b);
/* Equal but for the case of ASCII letters. */
bool str_eq_nocase(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* Without the ASCII blanks (space, tab, CR, LF) at both ends. */
struct str str_trim_blanks(struct str s);
static inline struct str str_trim(struct str s)
{
    bool plain = s.n == 0 || ((unsigned char)s.p[0] > ' ' && (unsigned char)s.p[s.n - 1] > ' ');
    return plain ? s : str_trim_blanks(s);
}
/* Position of the first `needle`, or s.n where there is none. */
size_t str_find(struct str s, struct str needle);
/* How often the byte stands in it; many bytes at a time. */
size_t str_count(struct str s, char c);
/* The bytes from `from` up to, not including, `to`; both are clipped to the slice. */
static inline struct str str_slice(struct str s, size_t from, size_t to)
{
    to = to > s.n ? s.n : to;
    from = from > to ? to : from;
    return (struct str){s.p ? s.p + from : NULL, to - from};
}
/* Cuts *rest at the first `separator`: returns what stands before it and leaves what follows. At
 * the end *rest becomes the empty slice with p NULL. */
struct str str_cut(struct str *rest, char separator);
/* Digits only, at most 18 of them, as a number; false for anything else. */
bool str_to_u64(struct str s, uint64_t *value);

/* Eight bytes as a number, the first one lowest. */
static inline uint64_t str_load(const char *p)
{
    uint64_t word;
    memcpy(&word, p, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The first s.n < 8 bytes as a number, the first byte lowest. Reads nothing else. */
static inline uint64_t str_tail(struct str s)
{
    uint64_t word = 0;
    if (s.n >= 4) {
        /* Two halves that overlap: where they do, they agree. */
        const unsigned char *p = (const unsigned char *)s.p, *q = p + s.n - 4;
        uint64_t low = p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 | (uint64_t)p[3] << 24;
        uint64_t high = q[0] | (uint64_t)q[1] << 8 | (uint64_t)q[2] << 16 | (uint64_t)q[3] << 24;
        return low | high << (8 * (s.n - 4));
    }
    for (size_t i = 0; i < s.n; i++) {
        word |= (uint64_t)(unsigned char)s.p[i] << (8 * i);
    }
    return word;
}

#define STR_EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/* Whether all eight bytes of str_load are ASCII digits. */
static inline bool str_are_digits(uint64_t word)
{
    return (((word & STR_EACH(0xf0)) ^ STR_EACH(0x30)) |
            (((word + STR_EACH(0x06)) & STR_EACH(0xf0)) ^ STR_EACH(0x30))) == 0;
}

/* Eight digits as a number: pairs, then fours, then all, side by side in one word. */
static inline uint32_t str_eight_digits(uint64_t word)
{
    word -= STR_EACH(0x30);
    word = word * 10 + (word >> 8);
    return (uint32_t)(((word & UINT64_C(0x000000ff000000ff)) * UINT64_C(0x000f424000000064) +
                       (word >> 16 & UINT64_C(0x000000ff000000ff)) * UINT64_C(0x0000271000000001)) >>
                      32);
}

/* At most 16 bytes as two numbers, the first byte lowest, the rest 0. */
static inline void str_words(struct str s, uint64_t word[2])
{
    if (s.n < 8) {
        word[0] = str_tail(s);
        word[1] = 0;
        return;
    }
    word[0] = str_load(s.p);
    word[1] = s.n == 8 ? 0 : str_load(s.p + s.n - 8) >> (8 * (16 - s.n));
}

#endif
