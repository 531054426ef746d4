#include "base/base.h"

#if defined(__SSE2__) && !defined(CRM_PORTABLE)
#include <immintrin.h>
#endif

#include "base/mem.h"
#include "format/csvscan.h"

#define GROUP 64

struct masks {
    uint64_t quote, separator, lf, cr, nul;
};

#if defined(__SSE2__) && !defined(CRM_PORTABLE)

static inline uint64_t equal_mask(const __m128i v[4], char c)
{
    __m128i wanted = _mm_set1_epi8(c);
    uint64_t mask = 0;
    for (int i = 0; i < 4; i++) {
        uint64_t bits = (uint16_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v[i], wanted));
        mask |= bits << (16 * i);
    }
    return mask;
}

static inline struct masks masks_of(const char *p, char separator)
{
    __m128i v[4];
    for (int i = 0; i < 4; i++) {
        v[i] = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
    }
    return (struct masks){equal_mask(v, '"'), equal_mask(v, separator), equal_mask(v, '\n'),
                          equal_mask(v, '\r'), equal_mask(v, '\0')};
}

#endif

#if defined(__SSE2__) && !defined(CRM_PORTABLE) && !defined(CRM_SSE2)

/* The same for processors that take 32 bytes at a time. */
#define WIDE __attribute__((target("avx2,bmi,popcnt")))

WIDE static inline uint64_t equal_mask_wide(const __m256i v[2], char c)
{
    __m256i wanted = _mm256_set1_epi8(c);
    uint64_t low = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v[0], wanted));
    uint64_t high = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(v[1], wanted));
    return low | high << 32;
}

WIDE static inline struct masks masks_of_wide(const char *p, char separator)
{
    __m256i v[2] = {_mm256_loadu_si256((const __m256i *)(const void *)p),
                    _mm256_loadu_si256((const __m256i *)(const void *)(p + 32))};
    return (struct masks){equal_mask_wide(v, '"'), equal_mask_wide(v, separator),
                          equal_mask_wide(v, '\n'), equal_mask_wide(v, '\r'),
                          equal_mask_wide(v, '\0')};
}

#endif

#if !defined(__SSE2__) || defined(CRM_PORTABLE)

static inline struct masks masks_of(const char *p, char separator)
{
    struct masks m = {0};
    for (int i = 0; i < GROUP; i++) {
        uint64_t bit = (uint64_t)1 << i;
        m.quote |= p[i] == '"' ? bit : 0;
        m.separator |= p[i] == separator ? bit : 0;
        m.lf |= p[i] == '\n' ? bit : 0;
        m.cr |= p[i] == '\r' ? bit : 0;
        m.nul |= p[i] == '\0' ? bit : 0;
    }
    return m;
}

#endif

/* Bit i of the result is the parity of bits 0..i. */
static inline uint64_t prefix_xor(uint64_t x)
{
    for (int shift = 1; shift < GROUP; shift *= 2) {
        x ^= x << shift;
    }
    return x;
}

static inline uint64_t sign_extend(uint64_t m)
{
    return (uint64_t)((int64_t)m >> 63);
}

/* The masks of a last group that is shorter than 64 bytes; the padding matches nothing. */
static struct masks masks_of_tail(const char *p, size_t n, char separator)
{
    char padded[GROUP] = {0};
    memcpy(padded, p, n);
    return masks_of(padded, separator);
}

/* What one group hands to the next. */
struct carry {
    uint64_t inside;    /* 0 or all ones */
    uint64_t separator; /* bit 0: the byte before ended a field */
    uint64_t quote;     /* bit 0: the byte before was a quote */
    uint64_t close;     /* bit 0: ... a closing quote */
    uint64_t cr;        /* bit 0: ... a CR outside quotes */
};

struct group {
    uint64_t ends;
    uint64_t lines, escaped, cr;
    uint64_t bad_open, bad_close, bad_cr;
};

static inline struct group index_group(struct masks k, uint64_t live, struct carry *carry)
{
    uint64_t m = k.quote ? prefix_xor(k.quote) ^ carry->inside : carry->inside;
    uint64_t ends = (k.separator | k.lf) & ~m;
    uint64_t cr = k.cr & ~m;
    uint64_t open = k.quote & m;
    uint64_t close = k.quote & ~m;
    struct group g = {
        .ends = ends,
        .lines = k.lf & ~m,
        .escaped = open & (close << 1 | carry->close),
        .cr = cr,
        .bad_open = open & ~((ends << 1 | carry->separator) | (k.quote << 1 | carry->quote)),
        .bad_close = (close << 1 | carry->close) & ~(ends | cr | k.quote) & live,
        .bad_cr = (cr << 1 | carry->cr) & ~(k.lf & ~m) & live,
    };
    *carry = (struct carry){sign_extend(m), ends >> 63, k.quote >> 63, close >> 63, cr >> 63};
    return g;
}

static inline void add_ends(struct csvscan_index *index, uint64_t ends, size_t base)
{
    if (index->count + GROUP > index->room) {
        index->room = mem_capacity(index->room, index->count + GROUP);
        index->at = mem_grow(index->at, index->room, sizeof *index->at);
    }
    uint32_t *at = index->at + index->count;
    size_t count = (size_t)__builtin_popcountll(ends);
    index->count += count;
    /* Eight at a time, whether there are so many or not: a loop that ends anywhere would be guessed
     * wrong. Behind the last one the top bit stands in, and what is written does not count. */
    for (size_t done = 0; done < count; done += 8) {
#pragma GCC unroll 8
        for (size_t i = 0; i < 8; i++) {
            at[done + i] = (uint32_t)base + (uint32_t)__builtin_ctzll(ends | (uint64_t)1 << 63);
            ends &= ends - 1;
        }
    }
}

/* Fills in the first fault of a group and keeps the ends before it. */
static void stop_at_fault(struct csvscan_index *index, const struct group *g, size_t base)
{
    uint64_t bad = g->bad_open | g->bad_close | g->bad_cr;
    uint64_t bit = bad & (~bad + 1);
    size_t at = base + (size_t)__builtin_ctzll(bad);
    if (bit & g->bad_cr) { /* before the others: a quote behind a bare CR is the CR's fault */
        index->bad = CSVSCAN_BARE_CR;
        at--;
    } else if (bit & g->bad_close) {
        index->bad = CSVSCAN_AFTER_QUOTE;
    } else {
        index->bad = CSVSCAN_QUOTE_INSIDE;
    }
    index->bad_at = at;
    add_ends(index, g->ends & (bit - 1), base);
}

/* The quote that was never closed: quotes after the last end are one opening quote and pairs. */
static size_t opening_quote(struct str bytes, const struct csvscan_index *index)
{
    size_t from = index->count ? index->at[index->count - 1] + 1 : 0;
    struct str rest = str_slice(bytes, from, bytes.n);
    return from + str_find(rest, S("\""));
}

/* Up to the first fault; written once, compiled for each way to make masks. */
static inline __attribute__((always_inline)) struct carry
index_with(struct masks (*masks)(const char *p, char separator), struct str bytes, char separator,
           struct csvscan_index *index)
{
    struct carry carry = {.separator = 1};
    uint64_t quotes = 0, escaped = 0, returns = 0, nuls = 0;
    for (size_t base = 0; base < bytes.n; base += GROUP) {
        size_t n = bytes.n - base;
        struct masks k = n >= GROUP ? masks(bytes.p + base, separator)
                                    : masks_of_tail(bytes.p + base, n, separator);
        uint64_t live = n >= GROUP ? ~(uint64_t)0 : ((uint64_t)1 << n) - 1;
        nuls |= k.nul & live;
        if (!(k.quote | k.cr | carry.inside | carry.quote | carry.close | carry.cr)) {
            uint64_t ends = k.separator | k.lf; /* as most groups are: no quote near */
            index->lines += (size_t)__builtin_popcountll(k.lf);
            carry.separator = ends >> 63;
            add_ends(index, ends, base);
            continue;
        }
        struct group g = index_group(k, live, &carry);
        if (g.bad_open | g.bad_close | g.bad_cr) {
            stop_at_fault(index, &g, base);
            break;
        }
        quotes |= k.quote;
        escaped |= g.escaped;
        returns |= g.cr;
        index->lines += (size_t)__builtin_popcountll(g.lines);
        add_ends(index, g.ends, base);
    }
    index->nul = nuls != 0;
    index->quoted = quotes != 0 || index->bad != CSVSCAN_FINE;
    index->escaped = escaped != 0 || index->bad != CSVSCAN_FINE;
    index->returns = returns != 0 || index->bad != CSVSCAN_FINE;
    return carry;
}

#ifdef WIDE

WIDE static struct carry index_wide(struct str bytes, char separator, struct csvscan_index *index)
{
    return index_with(masks_of_wide, bytes, separator, index);
}

static struct carry index_bytes(struct str bytes, char separator, struct csvscan_index *index)
{
    bool wide = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                __builtin_cpu_supports("popcnt");
    return wide ? index_wide(bytes, separator, index)
                : index_with(masks_of, bytes, separator, index);
}

#else

static struct carry index_bytes(struct str bytes, char separator, struct csvscan_index *index)
{
    return index_with(masks_of, bytes, separator, index);
}

#endif

void csvscan_index(struct str bytes, char separator, bool complete, struct csvscan_index *index)
{
    index->count = index->lines = 0;
    index->bad = CSVSCAN_FINE;
    struct carry carry = index_bytes(bytes, separator, index);
    if (index->bad != CSVSCAN_FINE) {
        return;
    }
    if (complete && carry.inside) {
        index->bad = CSVSCAN_NOT_CLOSED;
        index->bad_at = opening_quote(bytes, index);
    } else if (complete && bytes.n > 0 && bytes.p[bytes.n - 1] == '\r') {
        index->bad = CSVSCAN_BARE_CR;
        index->bad_at = bytes.n - 1;
    }
}

size_t csvscan_last_end(struct csvscan_split *split, struct str bytes)
{
    size_t last = 0;
    if (!split->inside && (bytes.n == 0 || !memchr(bytes.p, '"', bytes.n))) {
        const char *at = bytes.n ? memrchr(bytes.p, '\n', bytes.n) : NULL;
        return at ? (size_t)(at - bytes.p) + 1 : 0;
    }
    for (size_t base = 0; base < bytes.n; base += GROUP) {
        size_t n = bytes.n - base;
        struct masks k = n >= GROUP ? masks_of(bytes.p + base, '\n')
                                    : masks_of_tail(bytes.p + base, n, '\n');
        uint64_t m = k.quote ? prefix_xor(k.quote) ^ split->inside : split->inside;
        uint64_t ends = k.lf & ~m;
        if (ends) {
            last = base + 64 - (size_t)__builtin_clzll(ends);
        }
        split->inside = sign_extend(m);
    }
    return last;
}
