#include "base/base.h"

#include <jansson.h>

#if defined(__SSE2__) && !defined(CRM_PORTABLE)
#include <emmintrin.h>
#endif

#include "format/jsonl.h"
#include "value/utf8.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static const char *skip_space(const char *p)
{
    while (is_space(*p)) {
        p++;
    }
    return p;
}

/* The functions below walk text that Jansson has accepted: every string ends, every bracket
 * matches. */

static const char *skip_string(const char *p)
{
    for (p++; *p != '"'; p++) {
        p += *p == '\\';
    }
    return p + 1;
}

static const char *skip_nested(const char *p)
{
    int depth = 0;
    do {
        if (*p == '"') {
            p = skip_string(p);
            continue;
        }
        depth += (*p == '{' || *p == '[') - (*p == '}' || *p == ']');
        p++;
    } while (depth > 0);
    return p;
}

static uint32_t hex4(const char *p)
{
    uint32_t code = 0;
    for (int i = 0; i < 4; i++) {
        char c = p[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0') : (uint32_t)((c | 0x20) - 'a' + 10);
        code = code << 4 | digit;
    }
    return code;
}

/* Decodes the escape behind a backslash at *p and moves *p behind it. */
static size_t decode_escape(const char **p, char out[4])
{
    char c = *(*p)++;
    switch (c) {
    case 'b':
        out[0] = '\b';
        return 1;
    case 'f':
        out[0] = '\f';
        return 1;
    case 'n':
        out[0] = '\n';
        return 1;
    case 'r':
        out[0] = '\r';
        return 1;
    case 't':
        out[0] = '\t';
        return 1;
    case 'u': {
        uint32_t code = hex4(*p);
        *p += 4;
        if (code >= 0xD800 && code < 0xDC00) {
            code = 0x10000 + ((code - 0xD800) << 10) + (hex4(*p + 2) - 0xDC00);
            *p += 6;
        }
        return utf8_encode(code, out);
    }
    default: /* quote, backslash, slash stand for themselves */
        out[0] = c;
        return 1;
    }
}

/* The text of a string literal (with its quotes): a slice of the line where it has no escape. */
static struct str decode_string(struct arena *arena, const char *p, const char *end)
{
    struct str inner = {p + 1, (size_t)(end - p) - 2};
    if (inner.n == 0 || !memchr(inner.p, '\\', inner.n)) {
        return inner;
    }
    char *out = arena_alloc(arena, inner.n); /* an escape is never shorter than what it stands for */
    size_t n = 0;
    for (const char *c = inner.p; c < inner.p + inner.n;) {
        if (*c == '\\') {
            c++;
            n += decode_escape(&c, out + n);
        } else {
            out[n++] = *c++;
        }
    }
    return (struct str){out, n};
}

/* Nested text without the blanks between its tokens. */
static struct str compact(struct arena *arena, const char *p, const char *end)
{
    char *out = arena_alloc(arena, (size_t)(end - p));
    size_t n = 0;
    while (p < end) {
        if (*p == '"') {
            const char *after = skip_string(p);
            memcpy(out + n, p, (size_t)(after - p));
            n += (size_t)(after - p);
            p = after;
        } else {
            if (!is_space(*p)) {
                out[n++] = *p;
            }
            p++;
        }
    }
    return (struct str){out, n};
}

static const char *read_value(struct arena *arena, const char *p, struct jsonl_member *member)
{
    const char *end = p;
    member->at = p;
    switch (*p) {
    case '"':
        end = skip_string(p);
        member->type = JSONL_STRING;
        member->value = decode_string(arena, p, end);
        break;
    case '{':
    case '[':
        end = skip_nested(p);
        member->type = JSONL_NESTED;
        member->value = compact(arena, p, end);
        break;
    case 'n':
        end = p + 4;
        member->type = JSONL_NULL;
        member->value = (struct str){"", 0};
        break;
    case 't':
    case 'f':
        end = p + (*p == 't' ? 4 : 5);
        member->type = JSONL_BOOLEAN;
        member->value = (struct str){p, (size_t)(end - p)};
        break;
    default:
        while (!is_space(*end) && *end != ',' && *end != '}') {
            end++;
        }
        member->type = JSONL_NUMBER;
        member->value = (struct str){p, (size_t)(end - p)};
    }
    return end;
}

static void read_members(struct arena *arena, const char *p, size_t count,
                         struct jsonl_object *object)
{
    object->member = arena_alloc(arena, (count + 1) * sizeof *object->member);
    object->count = 0;
    p = skip_space(p + 1);
    while (*p != '}') {
        struct jsonl_member *member = &object->member[object->count++];
        const char *end = skip_string(p);
        member->name = decode_string(arena, p, end);
        p = skip_space(skip_space(end) + 1); /* over the colon */
        p = skip_space(read_value(arena, p, member));
        if (*p == ',') {
            p = skip_space(p + 1);
        }
    }
}

/* Deepest nesting of brackets outside strings; on text that may still be invalid. */
static const char *too_deep(struct str line, uint64_t max_depth)
{
    uint64_t depth = 0;
    bool inside = false;
    for (size_t i = 0; i < line.n; i++) {
        char c = line.p[i];
        if (inside) {
            i += c == '\\';
            inside = c != '"';
        } else if (c == '"') {
            inside = true;
        } else if (c == '{' || c == '[') {
            if (++depth > max_depth) {
                return line.p + i;
            }
        } else if ((c == '}' || c == ']') && depth > 0) {
            depth--;
        }
    }
    return NULL;
}

#define PLAIN_MEMBERS 32
#define PLAIN_DIGITS 40 /* of a number; Jansson refuses what no double holds */

/* The string at p without its quotes; NULL where it has an escape or does not end. */
static const char *plain_string(const char *p, const char *end, struct str *text)
{
    if (p == end || *p != '"') {
        return NULL;
    }
    const char *from = ++p;
    unsigned char high = 0;
    while (p < end && *p != '"' && *p != '\\' && (unsigned char)*p >= ' ') {
        high |= (unsigned char)*p++;
    }
    if (p == end || *p != '"') {
        return NULL;
    }
    *text = (struct str){from, (size_t)(p - from)};
    return high < 0x80 || utf8_invalid(*text) == text->n ? p + 1 : NULL;
}

static const char *digits(const char *p, const char *end)
{
    while (p < end && *p >= '0' && *p <= '9') {
        p++;
    }
    return p;
}

static const char *plain_number(const char *p, const char *end)
{
    const char *from = p;
    p += *p == '-';
    const char *whole = p;
    p = digits(p, end);
    if (p == whole || (*whole == '0' && p - whole > 1)) {
        return NULL;
    }
    if (p < end && *p == '.') {
        const char *fraction = p + 1;
        p = digits(fraction, end);
        if (p == fraction) {
            return NULL;
        }
    }
    bool ends = p < end && (*p == ',' || *p == '}' || is_space(*p));
    return ends && p - from <= PLAIN_DIGITS ? p : NULL;
}

static const char *plain_word(const char *p, const char *end, struct jsonl_member *member)
{
    static const struct str words[] = {{"null", 4}, {"true", 4}, {"false", 5}};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (str_starts((struct str){p, (size_t)(end - p)}, words[i])) {
            member->type = i == 0 ? JSONL_NULL : JSONL_BOOLEAN;
            member->value = i == 0 ? (struct str){"", 0} : (struct str){p, words[i].n};
            return p + words[i].n;
        }
    }
    return NULL;
}

static const char *plain_value(const char *p, const char *end, struct jsonl_member *member)
{
    if (p == end) {
        return NULL;
    }
    member->at = p;
    if (*p == '"') {
        member->type = JSONL_STRING;
        return plain_string(p, end, &member->value);
    }
    if (*p == '-' || (*p >= '0' && *p <= '9')) {
        const char *after = plain_number(p, end);
        member->type = JSONL_NUMBER;
        member->value = (struct str){p, after ? (size_t)(after - p) : 0};
        return after;
    }
    return plain_word(p, end, member);
}

static const char *plain_space(const char *p, const char *end)
{
    while (p < end && is_space(*p)) {
        p++;
    }
    return p;
}

static bool is_new_name(const struct jsonl_object *object, struct str name)
{
    for (size_t i = 0; i < object->count; i++) {
        if (str_eq(object->member[i].name, name)) {
            return false;
        }
    }
    return true;
}

bool jsonl_plain(struct arena *arena, struct str line, struct jsonl_object *object)
{
    const char *end = line.p + line.n;
    const char *p = plain_space(line.p, end);
    *object = (struct jsonl_object){arena_alloc(arena, PLAIN_MEMBERS * sizeof *object->member), 0};
    char closing = ',';
    if (p == end || *p++ != '{') {
        return false;
    }
    p = plain_space(p, end);
    if (p < end && *p == '}') {
        closing = '}';
        p++;
    }
    while (closing == ',') {
        struct jsonl_member *member = &object->member[object->count];
        p = plain_string(plain_space(p, end), end, &member->name);
        p = p ? plain_space(p, end) : NULL;
        if (!p || p == end || *p != ':' || !is_new_name(object, member->name)) {
            return false;
        }
        p = plain_value(plain_space(p + 1, end), end, member);
        p = p ? plain_space(p, end) : NULL;
        if (!p || p == end || (*p != ',' && *p != '}')) {
            return false;
        }
        closing = *p++;
        object->count++;
        if (closing == ',' && object->count == PLAIN_MEMBERS) {
            return false;
        }
    }
    return plain_space(p, end) == end;
}

/* Behind the string that begins at p, its text in *text; as plain_string, 16 bytes at a time. */
static inline const char *quick_string(const char *p, const char *end, struct str *text)
{
#if defined(__SSE2__) && !defined(CRM_PORTABLE)
    const char *from = p + 1;
    if (p < end && *p == '"') {
        int high = 0;
        for (p = from; end - p >= 16; p += 16) {
            __m128i v = _mm_loadu_si128((const __m128i *)(const void *)p);
            __m128i low = _mm_cmpeq_epi8(_mm_min_epu8(v, _mm_set1_epi8(0x1f)), v);
            __m128i special = _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('"')),
                                           _mm_cmpeq_epi8(v, _mm_set1_epi8('\\')));
            int stop = _mm_movemask_epi8(_mm_or_si128(low, special));
            int over = _mm_movemask_epi8(v);
            if (stop == 0) {
                high |= over;
                continue;
            }
            int at = __builtin_ctz((unsigned)stop);
            high |= over & ((1 << at) - 1);
            *text = (struct str){from, (size_t)(p + at - from)};
            return p[at] == '"' && (!high || utf8_invalid(*text) == text->n) ? p + at + 1 : NULL;
        }
        p = from - 1;
    }
#endif
    return plain_string(p, end, text);
}

/* Behind the value at p; NULL where it is not plain. */
static inline const char *quick_value(const char *p, const char *end, struct str *value)
{
    struct jsonl_member member;
    if (p == end) {
        return NULL;
    }
    if (*p == '"') {
        return quick_string(p, end, value);
    }
    if (*p == '-' || (*p >= '0' && *p <= '9')) {
        const char *after = plain_number(p, end);
        *value = (struct str){p, after ? (size_t)(after - p) : 0};
        return after;
    }
    const char *after = plain_word(p, end, &member);
    *value = after && member.type == JSONL_NULL ? (struct str){p, 0} : (struct str){p, (size_t)(after ? after - p : 0)};
    return after;
}

/* A name with its quotes stands at p. */
static inline bool has_name(const char *p, const char *end, struct str name)
{
    return (size_t)(end - p) > name.n + 3 && p[0] == '"' && p[name.n + 1] == '"' &&
           p[name.n + 2] == ':' && memcmp(p + 1, name.p, name.n) == 0;
}

size_t jsonl_plain_line(struct str bytes, size_t at, const struct str *names, size_t count,
                        uint32_t *pair)
{
    const char *p = bytes.p + at, *end = bytes.p + bytes.n;
    pair[0] = (uint32_t)at;
    if (p == end || *p != '{') {
        return 0;
    }
    for (size_t i = 0; i < count; i++) {
        struct str value;
        p++; /* over the brace or the comma */
        p += i > 0 && p < end && *p == ' ';
        if (!has_name(p, end, names[i])) {
            return 0;
        }
        p += names[i].n + 3;
        p += p < end && *p == ' ';
        p = quick_value(p, end, &value);
        if (!p || p == end || *p != (i + 1 < count ? ',' : '}')) {
            return 0;
        }
        pair[2 * i + 2] = (uint32_t)(value.p - bytes.p);
        pair[2 * i + 3] = pair[2 * i + 2] + (uint32_t)value.n;
    }
    p++;
    pair[1] = (uint32_t)(p - bytes.p);
    p += p < end && *p == '\r';
    return p < end && *p == '\n' && count > 0 ? (size_t)(p - bytes.p) + 1 : 0;
}

const char *jsonl_parse(struct arena *arena, struct str line, uint64_t max_depth,
                        struct jsonl_object *object, const char **error_at)
{
    if (max_depth > 0 && jsonl_plain(arena, line, object)) {
        return NULL;
    }
    *error_at = too_deep(line, max_depth);
    if (*error_at) {
        return "JSON is nested too deep (raise it with --limit depth=N)";
    }
    json_error_t error;
    /* Integers of any length pass, for the text is what is kept. */
    json_t *root = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL,
                              &error);
    if (!root) {
        size_t position = error.position > 0 ? (size_t)error.position - 1 : 0;
        *error_at = line.p + (position < line.n ? position : line.n);
        /* What Jansson quotes behind "near" may be a person's data. */
        struct str text = str_of(error.text);
        text = str_slice(text, 0, str_find(text, S(" near ")));
        return arena_cstr(arena, arena_printf(arena, "is not JSON: %.*s", STRF(text)));
    }
    const char *reason = NULL;
    if (json_is_object(root)) {
        read_members(arena, skip_space(line.p), json_object_size(root), object);
    } else {
        *error_at = line.p;
        reason = "is not a JSON object";
    }
    json_decref(root);
    return reason;
}
