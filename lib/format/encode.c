#include "base/base.h"

#if defined(__SSE2__) && !defined(CRM_PORTABLE)
#include <emmintrin.h>
#endif

#include "base/mem.h"
#include "format/encode.h"
#include "value/utf8.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t digits_at(struct str s, size_t i)
{
    size_t n = 0;
    while (i + n < s.n && is_digit(s.p[i + n])) {
        n++;
    }
    return n;
}

/* RFC 8259, section 6, with an exponent only as number_format() writes it: -12.50 and 1.5e-07, but not
 * 007, .5, 5. or 1e3. */
static bool is_json_number(struct str s)
{
    size_t i = s.n > 0 && s.p[0] == '-';
    size_t whole = digits_at(s, i);
    if (whole == 0 || (whole > 1 && s.p[i] == '0')) {
        return false;
    }
    i += whole;
    if (i < s.n && s.p[i] == '.') {
        size_t fraction = digits_at(s, i + 1);
        if (fraction == 0) {
            return false;
        }
        i += 1 + fraction;
    }
    if (i < s.n && s.p[i] == 'e') {
        size_t sign = i + 1 < s.n && (s.p[i + 1] == '-' || s.p[i + 1] == '+');
        size_t exponent = digits_at(s, i + 1 + sign);
        if (sign == 0 || exponent < 2) {
            return false;
        }
        i += 1 + sign + exponent;
    }
    return i == s.n;
}

/* What nobody would call a formula: an optional sign and digits with separators. */
static bool is_plain_number(struct str s)
{
    size_t i = s.n > 0 && (s.p[0] == '-' || s.p[0] == '+');
    if (i == s.n || !is_digit(s.p[i])) {
        return false;
    }
    for (; i < s.n; i++) {
        if (!is_digit(s.p[i]) && s.p[i] != '.' && s.p[i] != ',') {
            return false;
        }
    }
    return true;
}

static bool is_formula(struct str s)
{
    return s.n > 0 && memchr("=+-@\t\r\n", s.p[0], 7) && !is_plain_number(s);
}

static void quoted(struct str s, bool guard, struct buf *out)
{
    buf_byte(out, '"');
    if (guard) {
        buf_byte(out, '\'');
    }
    while (s.n > 0) {
        const char *quote = memchr(s.p, '"', s.n);
        size_t n = quote ? (size_t)(quote - s.p) + 1 : s.n;
        buf_bytes(out, s.p, n);
        if (quote) {
            buf_byte(out, '"');
        }
        s = str_slice(s, n, s.n);
    }
    buf_byte(out, '"');
}

void encode_json_string(struct str s, struct buf *out)
{
    buf_byte(out, '"');
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        buf_bytes(out, s.p + from, i - from);
        from = i + 1;
        switch (c) {
        case '"':
        case '\\':
            buf_byte(out, '\\');
            buf_byte(out, (char)c);
            break;
        case '\n':
            buf_str(out, S("\\n"));
            break;
        case '\r':
            buf_str(out, S("\\r"));
            break;
        case '\t':
            buf_str(out, S("\\t"));
            break;
        default:
            buf_printf(out, "\\u%04x", c);
        }
    }
    buf_bytes(out, s.p + from, s.n - from);
    buf_byte(out, '"');
}

static void json_row(const struct encode_format *format, const struct str *cell, struct buf *out)
{
    for (size_t i = 0; i < format->count; i++) {
        buf_byte(out, i == 0 ? '{' : ',');
        encode_json_string(format->column[i].name, out);
        buf_byte(out, ':');
        if (cell[i].n == 0) {
            buf_str(out, S("null"));
        } else if (encode_is_number(format->column[i].type) && is_json_number(cell[i])) {
            buf_str(out, cell[i]);
        } else {
            encode_json_string(cell[i], out);
        }
    }
    buf_str(out, S("}\n"));
}

static void bare_cell(struct str s, struct buf *out)
{
    while (s.n > 0) {
        size_t control = utf8_control(s);
        buf_byte(out, control > 0 ? ' ' : s.p[0]);
        s = str_slice(s, control > 0 ? control : 1, s.n);
    }
}

#if defined(__SSE2__) && !defined(CRM_PORTABLE)

#define STEP 16 /* bytes that are looked at together */

/* The bytes that ask for quotes, each in all of a register. */
struct specials {
    __m128i separator, quote, lf, cr;
};

static inline struct specials specials_of(char separator)
{
    return (struct specials){_mm_set1_epi8(separator), _mm_set1_epi8('"'), _mm_set1_epi8('\n'),
                             _mm_set1_epi8('\r')};
}

static inline bool is_plain(__m128i v, const struct specials *s)
{
    __m128i a = _mm_or_si128(_mm_cmpeq_epi8(v, s->separator), _mm_cmpeq_epi8(v, s->quote));
    __m128i b = _mm_or_si128(_mm_cmpeq_epi8(v, s->lf), _mm_cmpeq_epi8(v, s->cr));
    return _mm_movemask_epi8(_mm_or_si128(a, b)) == 0;
}

/* Copies a short text without a call: two halves that overlap. */
static inline void put_bytes(char *to, const char *p, size_t n)
{
    if (n > STEP) {
        memcpy(to, p, n);
    } else if (n >= 8) {
        memcpy(to, p, 8);
        memcpy(to + n - 8, p + n - 8, 8);
    } else if (n >= 4) {
        memcpy(to, p, 4);
        memcpy(to + n - 4, p + n - 4, 4);
    } else if (n > 0) {
        to[0] = p[0];
        to[n / 2] = p[n / 2];
        to[n - 1] = p[n - 1];
    }
}

static inline bool put_step(char *to, const char *p, const struct specials *specials)
{
    __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
    _mm_storeu_si128((__m128i *)(void *)to, v);
    return is_plain(v, specials);
}

/* Copies a cell, and tells whether it needs no quotes: from the registers that it is copied through.
 * The two halves of a short one overlap. */
static inline bool put_plain(char *to, struct str cell, const struct specials *specials)
{
    const char *p = cell.p;
    size_t n = cell.n;
    uint64_t low = 0, high = 0;
    if (n > STEP) {
        bool plain = true;
        for (size_t i = 0; i + STEP < n; i += STEP) {
            plain &= put_step(to + i, p + i, specials);
        }
        plain &= put_step(to + n - STEP, p + n - STEP, specials); /* the last overlaps */
        return plain;
    }
    if (n >= 8) {
        memcpy(&low, p, 8);
        memcpy(&high, p + n - 8, 8);
        memcpy(to, &low, 8);
        memcpy(to + n - 8, &high, 8);
    } else if (n >= 4) {
        uint32_t first, last;
        memcpy(&first, p, 4);
        memcpy(&last, p + n - 4, 4);
        memcpy(to, &first, 4);
        memcpy(to + n - 4, &last, 4);
        low = first | (uint64_t)last << 32;
    } else {
        for (size_t i = 0; i < n; i++) {
            to[i] = p[i];
            low = low << 8 | (unsigned char)p[i];
        }
    }
    return is_plain(_mm_set_epi64x((long long)high, (long long)low), specials);
}

#else

struct specials {
    char separator;
};

static inline void put_bytes(char *to, const char *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        to[i] = p[i];
    }
}

static inline struct specials specials_of(char separator)
{
    return (struct specials){separator};
}

static inline bool put_plain(char *to, struct str cell, const struct specials *specials)
{
    for (size_t i = 0; i < cell.n; i++) {
        char c = cell.p[i];
        if (c == specials->separator || c == '"' || c == '\n' || c == '\r') {
            return false;
        }
        to[i] = c;
    }
    return true;
}

#endif

/* Cells apart by the separator; room for all of them, as long as none is quoted, is there at once. */
static void separated_row(const struct encode_format *format, const struct str *cell,
                          char separator, struct buf *out)
{
    const struct specials specials = specials_of(separator);
    size_t most = format->count;
    for (size_t i = 0; i < format->count; i++) {
        most += cell[i].n;
    }
    char *at = buf_reserve(out, most);
    for (size_t i = 0; i < format->count; i++) {
        if (i > 0) {
            *at++ = separator;
        }
        if (format->column[i].type >= ENCODE_DATE && format->count > 1) {
            put_bytes(at, cell[i].p, cell[i].n);
            at += cell[i].n;
            continue;
        }
        bool guard = format->formula_guard && is_formula(cell[i]);
        if (!guard && (format->count > 1 || cell[i].n > 0) && put_plain(at, cell[i], &specials)) {
            at += cell[i].n;
            continue;
        }
        out->n = (size_t)(at - out->p);
        quoted(cell[i], guard, out);
        at = buf_reserve(out, most); /* the rest needs no more than all of them */
    }
    *at++ = '\n';
    out->n = (size_t)(at - out->p);
}

void encode_row(const struct encode_format *format, const struct str *cell, struct buf *out)
{
    switch (format->kind) {
    case ENCODE_CSV:
        separated_row(format, cell, ',', out);
        return;
    case ENCODE_TSV:
        separated_row(format, cell, '\t', out);
        return;
    case ENCODE_JSONL:
        json_row(format, cell, out);
        return;
    default:
        break;
    }
    for (size_t i = 0; i < format->count; i++) {
        if (i > 0) {
            buf_byte(out, ENCODE_CELL_END);
        }
        bare_cell(cell[i], out);
    }
    buf_byte(out, ENCODE_ROW_END);
}

void encode_header(const struct encode_format *format, struct buf *out)
{
    if (format->kind == ENCODE_JSONL) {
        return;
    }
    struct str *names = mem_new(format->count, sizeof *names);
    for (size_t i = 0; i < format->count; i++) {
        names[i] = format->column[i].name;
    }
    encode_row(format, names, out);
    free(names);
}
