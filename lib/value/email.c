#include "base/base.h"

#include "value/email.h"
#include "value/fold.h"
#include "value/utf8.h"

#include <utf8proc.h>

#define LONGEST_ADDRESS 254 /* RFC 5321, 4.5.3.1.3, less the angle brackets; erratum 1690 */
#define LONGEST_LABEL 63    /* RFC 1035, 2.3.4 */

static bool is_blank(uint32_t code)
{
    return code <= ' ' || code == 0xA0 || code == 0x200B || code == 0x3000 || code == 0xFEFF;
}

enum sign { PLAIN, BLANK, AT, FORBIDDEN };

/* Forbidden are signs that in practice mean a list, a comment or a broken cell, never one address. */
static const uint8_t sign_of_ascii[128] = {
    [0 ... ' '] = BLANK, ['@'] = AT,         ['"'] = FORBIDDEN, ['('] = FORBIDDEN, [')'] = FORBIDDEN,
    [','] = FORBIDDEN,   [':'] = FORBIDDEN,  [';'] = FORBIDDEN, ['<'] = FORBIDDEN, ['>'] = FORBIDDEN,
    ['['] = FORBIDDEN,   ['\\'] = FORBIDDEN, [']'] = FORBIDDEN, [0x7F] = FORBIDDEN,
};

static enum sign sign_of(uint32_t code)
{
    return code < 128 ? (enum sign)sign_of_ascii[code] : is_blank(code) ? BLANK : PLAIN;
}

/* Takes the address out of "Anna Li <anna@example.com>", and "mailto:" from before it. */
static struct str unwrap(struct str s)
{
    static const struct str scheme = {"mailto:", 7};
    if (str_ends(s, S(">"))) {
        size_t open = str_find(s, S("<"));
        struct str inside = str_slice(s, open + 1, s.n - 1);
        /* Two pairs are two addresses: left as they are, the brackets get them refused. */
        if (open < s.n && str_find(inside, S("<")) == inside.n) {
            s = str_trim(inside);
        }
    }
    if (str_eq_nocase(str_slice(s, 0, scheme.n), scheme)) {
        s = str_trim(str_slice(s, scheme.n, s.n));
    }
    return s;
}

/* The simple lower case of each code point: ß and other letters that would grow stay. */
static struct str lower(struct arena *arena, struct str s)
{
    bool ready = true;
    for (size_t i = 0; i < s.n && ready; i++) {
        ready = !(s.p[i] & 0x80) && !(s.p[i] >= 'A' && s.p[i] <= 'Z');
    }
    if (ready) {
        return s;
    }
    /* No lower case has more than twice the bytes of its capital (Ⱥ has 2, ⱥ 3). */
    char *to = arena_alloc(arena, 2 * s.n);
    size_t n = 0;
    size_t length;
    for (size_t i = 0; i < s.n; i += length) {
        uint32_t code = utf8_decode(str_slice(s, i, s.n), &length);
        n += utf8_encode((uint32_t)utf8proc_tolower((utf8proc_int32_t)code), to + n);
    }
    return (struct str){to, n};
}

static const char *check_signs(struct str s)
{
    size_t length;
    size_t ats = 0;
    bool forbidden = false;
    for (size_t i = 0; i < s.n; i += length) {
        uint32_t code = utf8_decode(str_slice(s, i, s.n), &length);
        enum sign sign = sign_of(code);
        if (sign == BLANK) {
            return "has a blank";
        }
        ats += sign == AT;
        forbidden = forbidden || sign == FORBIDDEN;
    }
    if (ats != 1) {
        return ats == 0 ? "has no @" : "has more than one @";
    }
    return forbidden ? "has a sign that no address has" : NULL;
}

/* A label of ASCII has letters, digits and inner hyphens; other scripts (IDN) are left alone. */
static const char *check_label(struct str label)
{
    if (label.n == 0) {
        return "has an empty label in the domain";
    }
    if (label.n > LONGEST_LABEL) {
        return "has more than 63 bytes between two dots of the domain";
    }
    if (label.p[0] == '-' || label.p[label.n - 1] == '-') {
        return "has a hyphen at the edge of a domain label";
    }
    for (size_t i = 0; i < label.n; i++) {
        char c = label.p[i];
        bool fits = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (c & 0x80);
        if (!fits) {
            return "has a sign that no domain has";
        }
    }
    return NULL;
}

static const char *check_domain(struct str domain)
{
    if (domain.n == 0) {
        return "has nothing after the @";
    }
    if (str_find(domain, S(".")) == domain.n) {
        return "has no dot in the domain";
    }
    /* p is NULL once the last label has been cut: a dot at the end leaves one more, empty. */
    while (domain.p) {
        const char *wrong = check_label(str_cut(&domain, '.'));
        if (wrong) {
            return wrong;
        }
    }
    return NULL;
}

const char *email_normal(struct arena *arena, struct str text, struct str *out)
{
    struct str s = unwrap(fold_width(arena, text));
    if (s.n == 0) {
        return "is empty";
    }
    if (s.n > LONGEST_ADDRESS) {
        return "is longer than 254 bytes";
    }
    const char *wrong = check_signs(s);
    if (wrong) {
        return wrong;
    }
    s = lower(arena, s);
    if (s.n > LONGEST_ADDRESS) {
        return "is longer than 254 bytes";
    }
    struct str domain = s;
    struct str local = str_cut(&domain, '@');
    if (local.n == 0) {
        return "has nothing before the @";
    }
    wrong = check_domain(domain);
    if (wrong) {
        return wrong;
    }
    *out = s;
    return NULL;
}
