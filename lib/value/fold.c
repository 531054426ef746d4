#include "base/base.h"

#include "base/mem.h"
#include "value/fold.h"
#include "value/utf8.h"

#include <utf8proc.h>

/* NFKC with full case folding. STABLE keeps results equal across Unicode versions. */
#define KEY_FORM                                                                                   \
    (UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD)

/* Code points that fold_key handles without the heap: longer than nearly every name and header. */
#define KEY_ON_STACK 256

#define HALF_VOICED 0xFF9E      /* ﾞ */
#define HALF_SEMI_VOICED 0xFF9F /* ﾟ */

static bool is_blank(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || (code >= 0x2000 && code <= 0x200B) || code == 0x2028 ||
           code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

static struct str from(struct str s, size_t at)
{
    return str_slice(s, at, s.n);
}

/* The code point that ends before `at` (> 0); *start gets where it begins. */
static uint32_t before(struct str s, size_t at, size_t *start)
{
    size_t length;
    do {
        at--;
    } while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
    *start = at;
    return utf8_decode(from(s, at), &length);
}

/* Whether a blank other than ASCII's may begin with the byte: C2, E1, E2, E3 and EF lead to one. */
static bool may_lead_blank(unsigned char lead)
{
    return lead <= ' ' || lead == 0xC2 || (lead >= 0xE1 && lead <= 0xE3) || lead == 0xEF;
}

static bool may_have_blanks(struct str s)
{
    if (s.n < 3) {
        return true;
    }
    const char *last = s.p + s.n - 1;
    return may_lead_blank((unsigned char)s.p[0]) || (unsigned char)*last <= ' ' ||
           (unsigned char)last[-1] == 0xC2 || may_lead_blank((unsigned char)last[-2]);
}

static struct str trim(struct str s)
{
    if (!may_have_blanks(s)) {
        return s;
    }
    size_t length;
    while (s.n > 0 && is_blank(utf8_decode(s, &length))) {
        s = from(s, length);
    }
    size_t start;
    while (s.n > 0 && is_blank(before(s, s.n, &start))) {
        s.n = start;
    }
    return s;
}

/* Han, kana, bopomofo, hangul, and the punctuation that is only ever written among them. */
static bool is_cjk(uint32_t code)
{
    return (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0x3001 && code <= 0x9FFF) ||
           (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
           (code >= 0xFF61 && code <= 0xFF9F) || (code >= 0x20000 && code <= 0x323AF);
}

static bool is_round_bracket(uint32_t code)
{
    return code == 0xFF08 || code == 0xFF09;
}

/* ，；：！？（）: Chinese punctuation among Chinese text, ASCII typed in the wrong mode elsewhere. */
static bool is_mark(uint32_t code)
{
    return code == 0xFF0C || code == 0xFF1B || code == 0xFF1A || code == 0xFF01 ||
           code == 0xFF1F || is_round_bracket(code);
}

/* A run of marks has one fate, that of its neighbours, so that "好！！" keeps both. */
struct run {
    size_t start, end;
    bool stays;
};

static struct run run_at(struct str s, size_t at)
{
    struct run run = {at, at, false};
    size_t other;
    while (run.start > 0) {
        uint32_t code = before(s, run.start, &other);
        if (!is_mark(code)) {
            run.stays = is_cjk(code);
            break;
        }
        run.start = other;
    }
    while (run.end < s.n) {
        uint32_t code = utf8_decode(from(s, run.end), &other);
        if (!is_mark(code)) {
            run.stays = run.stays || is_cjk(code);
            break;
        }
        run.end += other;
    }
    return run;
}

/*
 * Whether the other bracket of the pair stays, for then this one does too: "客户（VIP）". The search
 * ends at the next round bracket of any kind, which keeps the whole text linear.
 */
static bool partner_stays(struct str s, size_t at, uint32_t bracket)
{
    size_t length = 3;
    if (bracket == 0xFF08) {
        for (size_t i = at + length; i < s.n; i += length) {
            uint32_t code = utf8_decode(from(s, i), &length);
            if (is_round_bracket(code)) {
                return code == 0xFF09 && run_at(s, i).stays;
            }
        }
        return false;
    }
    size_t start = at;
    while (start > 0) {
        uint32_t code = before(s, start, &start);
        if (is_round_bracket(code)) {
            return code == 0xFF08 && run_at(s, start).stays;
        }
    }
    return false;
}

/* The other width of one code point; 0 where it has none that is wanted. */
static uint32_t other_width(uint32_t code)
{
    /* ￠￡￢￣￤￥￦ */
    static const uint16_t signs[] = {0xA2, 0xA3, 0xAC, 0xAF, 0xA6, 0xA5, 0x20A9};
    if (code == 0x3000) {
        return ' ';
    }
    if (code >= 0xFF01 && code <= 0xFF5E) {
        return code - 0xFF01 + '!';
    }
    if (code >= 0xFFE0 && code <= 0xFFE6) {
        return signs[code - 0xFFE0];
    }
    if (code == 0xFF5F || code == 0xFF60) {
        return code - 0xFF5F + 0x2985;
    }
    if (code >= 0xFF61 && code <= HALF_SEMI_VOICED) {
        utf8proc_int32_t full = 0;
        int boundary = UTF8PROC_BOUNDCLASS_START;
        utf8proc_decompose_char((utf8proc_int32_t)code, &full, 1,
                                UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
        return (uint32_t)full;
    }
    return 0;
}

/* All code points with another width begin with these bytes. */
static bool has_other_width(struct str s)
{
    for (size_t i = 0; i + 2 < s.n; i++) {
        if ((unsigned char)s.p[i] < 0xE3) {
            continue;
        }
        unsigned char lead = (unsigned char)s.p[i];
        unsigned char second = (unsigned char)s.p[i + 1];
        if ((lead == 0xEF && second >= 0xBC) ||
            (lead == 0xE3 && second == 0x80 && (unsigned char)s.p[i + 2] == 0x80)) {
            return true;
        }
    }
    return false;
}

/* Joins a voice mark that follows in half width to its kana: ｶﾞ is two code points, ガ one. */
static uint32_t join_voice(uint32_t code, struct str rest, size_t *length)
{
    if (rest.n == 0) {
        return code;
    }
    size_t mark_length;
    uint32_t mark = utf8_decode(rest, &mark_length);
    if (mark != HALF_VOICED && mark != HALF_SEMI_VOICED) {
        return code;
    }
    utf8proc_int32_t pair[2] = {(utf8proc_int32_t)code, (utf8proc_int32_t)other_width(mark)};
    if (utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) != 1) {
        return code;
    }
    *length += mark_length;
    return (uint32_t)pair[0];
}

struct str fold_width(struct arena *arena, struct str s)
{
    if (fold_is_plain(s)) {
        return s;
    }
    s = trim(s);
    if (!has_other_width(s)) {
        return s;
    }
    /* No form is longer in bytes than the one it replaces. */
    char *to = arena_alloc(arena, s.n);
    size_t n = 0;
    struct run run = {0, 0, false};
    size_t length;
    for (size_t i = 0; i < s.n; i += length) {
        uint32_t code = utf8_decode(from(s, i), &length);
        bool stays = false;
        if (is_mark(code)) {
            if (i >= run.end) {
                run = run_at(s, i);
            }
            stays = run.stays || (is_round_bracket(code) && partner_stays(s, i, code));
        }
        uint32_t other = stays ? 0 : other_width(code);
        code = join_voice(other ? other : code, from(s, i + length), &length);
        n += utf8_encode(code, to + n);
    }
    return (struct str){to, n};
}

/* For text of ASCII alone: lower case, single spaces; the input itself where it is so already. */
static struct str ascii_key(struct arena *arena, struct str s)
{
    s = trim(s);
    bool ready = true;
    for (size_t i = 0; i < s.n && ready; i++) {
        char c = s.p[i];
        /* Trimmed, so a space has a byte after it. */
        ready = !(c >= 'A' && c <= 'Z') && !(c >= '\t' && c <= '\r') &&
                !(c == ' ' && is_blank((unsigned char)s.p[i + 1]));
    }
    if (ready) {
        return s;
    }
    char *to = arena_alloc(arena, s.n);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (!is_blank((unsigned char)c)) {
            to[n++] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
        } else if (to[n - 1] != ' ') {
            to[n++] = ' ';
        }
    }
    return (struct str){to, n};
}

/* Writes code points as UTF-8 with single spaces and none at the ends. */
static struct str write_key(struct arena *arena, const utf8proc_int32_t *codes, size_t count)
{
    char *to = arena_alloc(arena, mem_mul(count, 4));
    size_t n = 0;
    bool blank = false;
    for (size_t i = 0; i < count; i++) {
        uint32_t code = (uint32_t)codes[i];
        if (is_blank(code)) {
            blank = n > 0;
            continue;
        }
        if (blank) {
            to[n++] = ' ';
            blank = false;
        }
        n += utf8_encode(code, to + n);
    }
    return (struct str){to, n};
}

struct str fold_key(struct arena *arena, struct str s)
{
    if (fold_is_ascii(s)) {
        return ascii_key(arena, s);
    }
    utf8proc_int32_t on_stack[KEY_ON_STACK];
    utf8proc_int32_t *codes = on_stack;
    utf8proc_int32_t *on_heap = NULL;
    const utf8proc_uint8_t *text = (const utf8proc_uint8_t *)s.p;
    utf8proc_ssize_t room = KEY_ON_STACK;
    utf8proc_ssize_t count = utf8proc_decompose(text, (utf8proc_ssize_t)s.n, codes, room, KEY_FORM);
    if (count > room) {
        room = count;
        codes = on_heap = mem_grow(NULL, (size_t)room, sizeof *on_heap);
        count = utf8proc_decompose(text, (utf8proc_ssize_t)s.n, codes, room, KEY_FORM);
    }
    if (count > 0) {
        count = utf8proc_normalize_utf32(codes, count, KEY_FORM);
    }
    /* Negative only for invalid UTF-8, which the contract keeps out. */
    struct str key = count < 0 ? s : write_key(arena, codes, (size_t)count);
    free(on_heap);
    return key;
}

enum letter { LETTER_NONE, LETTER_LOWER, LETTER_UPPER, LETTER_DIGIT };

/* The class of the first code point; *length gets its bytes (0 at the end). */
static enum letter letter_at(struct str s, size_t *length)
{
    if (s.n == 0) {
        *length = 0;
        return LETTER_NONE;
    }
    switch (utf8proc_category((utf8proc_int32_t)utf8_decode(s, length))) {
    case UTF8PROC_CATEGORY_LL:
        return LETTER_LOWER;
    case UTF8PROC_CATEGORY_LU:
        return LETTER_UPPER;
    case UTF8PROC_CATEGORY_ND:
        return LETTER_DIGIT;
    default:
        return LETTER_NONE;
    }
}

/*
 * Whether a word begins at s, whose class is `here`: customer|ID, SKU|Code, address1|Line. The s of
 * a plural (SKUs, CustomerIDs) begins none.
 */
static bool word_begins(enum letter last, enum letter here, struct str after)
{
    if (here != LETTER_UPPER || last == LETTER_NONE) {
        return false;
    }
    if (last == LETTER_LOWER) {
        return true;
    }
    size_t length, ignored;
    if (letter_at(after, &length) != LETTER_LOWER) {
        return false;
    }
    enum letter beyond = letter_at(from(after, length), &ignored);
    return !(after.p[0] == 's' && beyond != LETTER_LOWER && beyond != LETTER_UPPER);
}

static struct str open_camel(struct arena *arena, struct str s)
{
    char *to = NULL;
    size_t n = 0;
    size_t length;
    enum letter last = LETTER_NONE;
    for (size_t i = 0; i < s.n; i += length) {
        enum letter here = letter_at(from(s, i), &length);
        if (word_begins(last, here, from(s, i + length))) {
            if (!to) {
                to = arena_alloc(arena, mem_mul(s.n, 2));
                memcpy(to, s.p, i);
                n = i;
            }
            to[n++] = ' ';
        }
        if (to) {
            memcpy(to + n, s.p + i, length);
            n += length;
        }
        last = here;
    }
    return to ? (struct str){to, n} : s;
}

/* Both kinds, as they stand after NFKC; 3008 to 301B are 〈〉《》「」『』【】 and 〔〕 to 〛 with 〒〓. */
static bool is_bracket(uint32_t code)
{
    return code == '(' || code == ')' || code == '[' || code == ']' || code == '{' ||
           code == '}' || (code >= 0x3008 && code <= 0x3011) || (code >= 0x3014 && code <= 0x301B);
}

static bool separates(uint32_t code)
{
    return code == ' ' || code == '_' || code == '-' || code == '.' || code == '*' || code == '/' ||
           code == ':' || is_bracket(code);
}

/* Bytes that follow an opening bracket up to and with the closing one if 元 alone is between. */
static size_t yuan_in_brackets(struct str s)
{
    static const struct str yuan = {"元", sizeof "元" - 1};
    size_t at = 0;
    while (at < s.n && s.p[at] == ' ') {
        at++;
    }
    if (!str_starts(from(s, at), yuan)) {
        return 0;
    }
    at += yuan.n;
    while (at < s.n && s.p[at] == ' ') {
        at++;
    }
    size_t length;
    return at < s.n && is_bracket(utf8_decode(from(s, at), &length)) ? at + length : 0;
}

struct str fold_header(struct arena *arena, struct str s)
{
    struct str key = fold_key(arena, open_camel(arena, fold_width(arena, s)));
    char *to = NULL;
    size_t n = 0;
    size_t length;
    bool blank = false;
    for (size_t i = 0; i < key.n; i += length) {
        uint32_t code = utf8_decode(from(key, i), &length);
        bool cut = separates(code);
        if (cut && code != ' ' && !to) {
            to = arena_alloc(arena, key.n);
            memcpy(to, key.p, i);
            n = i;
            blank = n > 0 && to[n - 1] == ' ';
            n -= blank;
        }
        if (!to) {
            continue;
        }
        if (cut) {
            blank = n > 0;
            length += is_bracket(code) ? yuan_in_brackets(from(key, i + length)) : 0;
            continue;
        }
        if (blank) {
            to[n++] = ' ';
            blank = false;
        }
        memcpy(to + n, key.p + i, length);
        n += length;
    }
    return to ? (struct str){to, n} : key;
}
