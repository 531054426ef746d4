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

#if !defined(__SSE2__) || defined(CRM_PORTABLE)

static bool needs_quotes(struct str s, char separator)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (c == separator || c == '"' || c == '\n' || c == '\r') {
            return true;
        }
    }
    return false;
}

#endif

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
        } else if (format->column[i].type == ENCODE_NUMBER && is_json_number(cell[i])) {
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

#define STEP 16 /* bytes that are looked at together */

/* Short texts without a call. */
static inline void copy(char *to, const char *from, size_t n)
{
    if (n >= 8 && n <= 16) {
        memcpy(to, from, 8);
        memcpy(to + n - 8, from + n - 8, 8);
    } else if (n >= 4 && n < 8) {
        memcpy(to, from, 4);
        memcpy(to + n - 4, from + n - 4, 4);
    } else if (n < 4) {
        for (size_t i = 0; i < n; i++) {
            to[i] = from[i];
        }
    } else {
        memcpy(to, from, n);
    }
}

/* Copies a cell behind the others, where it needs no quotes; STEP more bytes are there, too. */
static inline bool put_plain(char *to, struct str cell, char separator)
{
    copy(to, cell.p, cell.n);
#if defined(__SSE2__) && !defined(CRM_PORTABLE)
    const __m128i a = _mm_set1_epi8(separator), b = _mm_set1_epi8('"');
    const __m128i c = _mm_set1_epi8('\n'), d = _mm_set1_epi8('\r');
    for (size_t i = 0; i < cell.n; i += STEP) {
        __m128i v = _mm_loadu_si128((const __m128i *)(const void *)(to + i));
        __m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, a), _mm_cmpeq_epi8(v, b)),
                                   _mm_or_si128(_mm_cmpeq_epi8(v, c), _mm_cmpeq_epi8(v, d)));
        unsigned mask = (unsigned)_mm_movemask_epi8(hit);
        size_t left = cell.n - i;
        if (mask & (left < STEP ? (1u << left) - 1 : 0xffff)) {
            return false;
        }
    }
    return true;
#else
    return !needs_quotes(cell, separator);
#endif
}

/* Cells apart by the separator; room for all of them, as long as none is quoted, is there at once. */
static void separated_row(const struct encode_format *format, const struct str *cell,
                          char separator, struct buf *out)
{
    size_t most = format->count + STEP;
    for (size_t i = 0; i < format->count; i++) {
        most += cell[i].n;
    }
    char *at = buf_reserve(out, most);
    for (size_t i = 0; i < format->count; i++) {
        bool guard = format->formula_guard && is_formula(cell[i]);
        if (i > 0) {
            *at++ = separator;
        }
        if (!guard && (format->count > 1 || cell[i].n > 0) && put_plain(at, cell[i], separator)) {
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
