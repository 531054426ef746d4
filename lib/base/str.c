#include "base/base.h"

#if defined(__SSE2__) && !defined(CRM_PORTABLE)
#include <emmintrin.h>
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
size_t str_count(struct str s, char c)
{
    const __m128i wanted = _mm_set1_epi8(c), zero = _mm_setzero_si128();
    size_t count = 0, i = 0;
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
