#include "base/base.h"

#if defined(__SSE2__) && !defined(CRM_PORTABLE)
#include <immintrin.h>
#endif

#include "base/str.h"

struct str str_of(const char *text)
{
    return (struct str){text, text ? strlen(text) : 0};
}

int str_cmp(struct str a, struct str b)
{
    size_t shorter = a.n < b.n ? a.n : b.n;
    int order = shorter ? memcmp(a.p, b.p, shorter) : 0;
    if (order != 0) {
        return order;
    }
    return (a.n > b.n) - (a.n < b.n);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool str_eq_nocase(struct str a, struct str b)
{
    if (a.n != b.n) {
        return false;
    }
    for (size_t i = 0; i < a.n; i++) {
        if (lower(a.p[i]) != lower(b.p[i])) {
            return false;
        }
    }
    return true;
}

bool str_starts(struct str s, struct str prefix)
{
    return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.n >= suffix.n && str_eq(str_slice(s, s.n - suffix.n, s.n), suffix);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

struct str str_trim_blanks(struct str s)
{
    while (s.n > 0 && is_blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n > 0 && is_blank(s.p[s.n - 1])) {
        s.n--;
    }
    return s;
}

size_t str_find(struct str s, struct str needle)
{
    if (needle.n == 0) {
        return 0;
    }
    if (s.n == 0) {
        return 0;
    }
    const char *at = memmem(s.p, s.n, needle.p, needle.n);
    return at ? (size_t)(at - s.p) : s.n;
}

#if defined(__SSE2__) && !defined(CRM_PORTABLE)

/* Each of 16 lanes counts up to 255, then the lanes are added up. */
static size_t count_from(struct str s, char c, size_t i)
{
    const __m128i wanted = _mm_set1_epi8(c), zero = _mm_setzero_si128();
    size_t count = 0;
    while (s.n - i >= 16) {
        size_t steps = (s.n - i) / 16;
        __m128i lanes = zero;
        for (size_t end = i + 16 * (steps < 255 ? steps : 255); i < end; i += 16) {
            __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(s.p + i));
            lanes = _mm_sub_epi8(lanes, _mm_cmpeq_epi8(v, wanted));
        }
        __m128i sums = _mm_sad_epu8(lanes, zero);
        count += (size_t)_mm_cvtsi128_si64(sums) +
                 (size_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(sums, sums));
    }
    for (; i < s.n; i++) {
        count += s.p[i] == c;
    }
    return count;
}

#ifndef CRM_SSE2

/* The same of 32 lanes, twice side by side; *at is where it ended. */
__attribute__((target("avx2"))) static size_t count_wide(struct str s, char c, size_t *at)
{
    const __m256i wanted = _mm256_set1_epi8(c), zero = _mm256_setzero_si256();
    __m256i sums = zero;
    size_t i = 0;
    while (s.n - i >= 64) {
        size_t steps = (s.n - i) / 64;
        __m256i even = zero, odd = zero;
        for (size_t end = i + 64 * (steps < 255 ? steps : 255); i < end; i += 64) {
            const __m256i *p = (const __m256i *)(const void *)(s.p + i);
            even = _mm256_sub_epi8(even, _mm256_cmpeq_epi8(_mm256_loadu_si256(p), wanted));
            odd = _mm256_sub_epi8(odd, _mm256_cmpeq_epi8(_mm256_loadu_si256(p + 1), wanted));
        }
        sums = _mm256_add_epi64(sums, _mm256_sad_epu8(even, zero));
        sums = _mm256_add_epi64(sums, _mm256_sad_epu8(odd, zero));
    }
    *at = i;
    return (size_t)_mm256_extract_epi64(sums, 0) + (size_t)_mm256_extract_epi64(sums, 1) +
           (size_t)_mm256_extract_epi64(sums, 2) + (size_t)_mm256_extract_epi64(sums, 3);
}

#else

static size_t count_wide(struct str s, char c, size_t *at)
{
    (void)s, (void)c, (void)at;
    return 0;
}

#endif

size_t str_count(struct str s, char c)
{
    size_t at = 0;
    size_t count = __builtin_cpu_supports("avx2") ? count_wide(s, c, &at) : 0;
    return count + count_from(s, c, at);
}

#else

size_t str_count(struct str s, char c)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) {
        count += s.p[i] == c;
    }
    return count;
}

#endif

struct str str_cut(struct str *rest, char separator)
{
    struct str whole = *rest;
    const char *at = whole.n ? memchr(whole.p, separator, whole.n) : NULL;
    if (!at) {
        *rest = (struct str){NULL, 0};
        return whole;
    }
    size_t before = (size_t)(at - whole.p);
    *rest = (struct str){at + 1, whole.n - before - 1};
    return (struct str){whole.p, before};
}

bool str_to_u64(struct str s, uint64_t *value)
{
    if (s.n == 0 || s.n > 18) {
        return false;
    }
    uint64_t sum = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') {
            return false;
        }
        sum = sum * 10 + (uint64_t)(s.p[i] - '0');
    }
    *value = sum;
    return true;
}
