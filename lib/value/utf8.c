#include "base/base.h"

#include <utf8proc.h>

#if defined(__SSE2__) && !defined(CRM_PORTABLE)
#include <emmintrin.h>
#endif

#include "value/utf8.h"

/* Bytes of the sequence that `lead` opens by RFC 3629, section 4; 0 where no sequence opens so: C0,
 * C1 (always overlong), F5 to FF (above U+10FFFF) and continuation bytes. */
static size_t sequence_length(unsigned char lead)
{
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
        return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Whether `byte` may stand at `position` (from 1) behind `lead`. The second byte alone decides over
 * overlong forms (E0, F0), surrogates (ED) and what lies above U+10FFFF (F4). */
static bool may_follow(unsigned char lead, size_t position, unsigned char byte)
{
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (position == 1) {
        low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : low;
        high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : high;
    }
    return byte >= low && byte <= high;
}

/* How many bytes at `from` are a sequence or begin one; *whole gets the bytes it should have. */
static size_t sequence_fit(struct str s, size_t from, size_t *whole)
{
    unsigned char lead = (unsigned char)s.p[from];
    *whole = sequence_length(lead);
    if (*whole == 0) {
        return 0;
    }
    size_t fit = 1;
    while (fit < *whole && from + fit < s.n &&
           may_follow(lead, fit, (unsigned char)s.p[from + fit])) {
        fit++;
    }
    return fit;
}

/* Position of the first byte from `from` on that is not ASCII, or s.n; many bytes at a time. */
static size_t ascii_end(struct str s, size_t from)
{
#if defined(__SSE2__) && !defined(CRM_PORTABLE)
    for (; s.n - from >= 64; from += 64) {
        const __m128i *p = (const __m128i *)(const void *)(s.p + from);
        __m128i first = _mm_or_si128(_mm_loadu_si128(p), _mm_loadu_si128(p + 1));
        __m128i last = _mm_or_si128(_mm_loadu_si128(p + 2), _mm_loadu_si128(p + 3));
        if (_mm_movemask_epi8(_mm_or_si128(first, last))) {
            break;
        }
    }
#endif
    while (s.n - from >= 32) {
        uint64_t word[4];
        memcpy(word, s.p + from, sizeof word);
        if ((word[0] | word[1] | word[2] | word[3]) & UINT64_C(0x8080808080808080)) {
            break;
        }
        from += 32;
    }
    while (s.n - from >= 8) {
        uint64_t word;
        memcpy(&word, s.p + from, sizeof(word));
        if (word & UINT64_C(0x8080808080808080)) {
            break;
        }
        from += 8;
    }
    while (from < s.n && (unsigned char)s.p[from] < 0x80) {
        from++;
    }
    return from;
}

/* Three bytes of which the first alone decides nothing about the second: nearly all of Chinese. */
static bool is_plain_three(const unsigned char *p)
{
    return p[0] >= 0xE1 && p[0] <= 0xEF && p[0] != 0xED && (p[1] & 0xC0) == 0x80 &&
           (p[2] & 0xC0) == 0x80;
}

size_t utf8_invalid(struct str s)
{
    const unsigned char *p = (const unsigned char *)s.p;
    size_t at = ascii_end(s, 0);
    while (at < s.n) {
        size_t whole;
        if (p[at] < 0x80) {
            at = ascii_end(s, at);
        } else if (s.n - at >= 3 && is_plain_three(p + at)) {
            at += 3;
        } else if (sequence_fit(s, at, &whole) == whole && whole > 0) {
            at += whole;
        } else {
            return at;
        }
    }
    return s.n;
}

size_t utf8_cut_off(struct str s)
{
    for (size_t back = 1; back <= 3 && back <= s.n; back++) {
        unsigned char byte = (unsigned char)s.p[s.n - back];
        if (byte >= 0x80 && byte < 0xC0) {
            continue; /* a continuation: the lead stands further left */
        }
        size_t whole;
        size_t fit = sequence_fit(s, s.n - back, &whole);
        return fit == back && fit < whole ? back : 0;
    }
    return 0;
}

uint32_t utf8_decode_long(struct str s, size_t *length)
{
    const unsigned char *p = (const unsigned char *)s.p;
    if (s.n >= 3 && is_plain_three(p)) {
        *length = 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    size_t whole;
    size_t fit = sequence_fit(s, 0, &whole);
    if (whole == 0 || fit < whole) {
        /* Outside the contract, but nothing may be read behind the slice. */
        *length = 1;
        return 0xFFFD;
    }
    *length = whole;
    unsigned char lead = (unsigned char)s.p[0];
    uint32_t code = whole == 1 ? lead : lead & (0x7Fu >> whole);
    for (size_t i = 1; i < whole; i++) {
        code = code << 6 | ((unsigned char)s.p[i] & 0x3Fu);
    }
    return code;
}

size_t utf8_encode(uint32_t code, char bytes[4])
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        code = 0xFFFD; /* what is no character must not become invalid text */
    }
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    /* The lead has as many high bits set as the sequence has bytes: C0, E0, F0. */
    bytes[0] = (char)((0xF00u >> length & 0xFF) | code);
    return length;
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.n; i++) {
        count += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    }
    return count;
}

size_t utf8_width(struct str s)
{
    size_t width = 0;
    for (size_t at = 0; at < s.n;) {
        unsigned char byte = (unsigned char)s.p[at];
        if (byte < 0x80) {
            width += byte >= 0x20 && byte < 0x7F;
            at++;
            continue;
        }
        size_t length;
        uint32_t code = utf8_decode(str_slice(s, at, s.n), &length);
        int columns = utf8proc_charwidth((utf8proc_int32_t)code);
        width += columns > 0 ? (size_t)columns : 0;
        at += length;
    }
    return width;
}

uint32_t utf8_narrow(uint32_t code)
{
    if (code >= 0xFF01 && code <= 0xFF5E) {
        return code - 0xFF01 + '!'; /* the block has ASCII's order */
    }
    switch (code) {
    case 0x00A0: /* no-break space */
    case 0x2007: /* figure space */
    case 0x2009: /* thin space */
    case 0x202F: /* narrow no-break space */
    case 0x3000: /* ideographic space */
        return ' ';
    case 0x2212: /* minus sign */
        return '-';
    default:
        return code;
    }
}

size_t utf8_control(struct str s)
{
    unsigned char c[3] = {0};
    for (size_t i = 0; i < 3 && i < s.n; i++) {
        c[i] = (unsigned char)s.p[i];
    }
    if (s.n > 0 && (c[0] < 0x20 || c[0] == 0x7F)) {
        return 1;
    }
    if (c[0] == 0xC2 && c[1] >= 0x80 && c[1] <= 0x9F) {
        return 2;
    }
    bool marks = c[1] == 0x80 && (c[2] == 0x8E || c[2] == 0x8F || (c[2] >= 0xAA && c[2] <= 0xAE));
    bool isolates = c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9;
    return c[0] == 0xE2 && (marks || isolates) ? 3 : 0;
}
