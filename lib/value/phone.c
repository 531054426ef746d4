#include "base/base.h"

#include "value/fold.h"
#include "value/phone.h"
#include "value/phone_country.h"
#include "value/utf8.h"

#define FEWEST_DIGITS 7 /* in all; the shortest numbers in use are +290 2xxxx and +683 4xxx */
#define MOST_DIGITS 15  /* E.164, 6.1 */
#define MOST_EXTENSION 11

/* Digits read so far. Room for prefixes besides the number; more than this is too many anyway. */
struct digits {
    char p[32];
    size_t n;
    bool overflow;
};

struct parts {
    struct digits number;
    struct digits extension;
    bool plus;
};

static void add_digit(struct digits *digits, char c)
{
    if (digits->n < sizeof digits->p) {
        digits->p[digits->n++] = c;
    } else {
        digits->overflow = true;
    }
}

static struct str view(const struct digits *digits)
{
    return (struct str){digits->p, digits->n};
}

static void drop(struct digits *digits, size_t count)
{
    digits->n -= count;
    memmove(digits->p, digits->p + count, digits->n);
}

static struct str from(struct str s, size_t at)
{
    return str_slice(s, at, s.n);
}

/* What people put between digits; spaces and hyphens come in many kinds, （） stay beside Chinese. */
static bool is_separator(uint32_t code)
{
    return code == ' ' || (code >= '\t' && code <= '\r') || code == '-' || code == '.' ||
           code == '/' || code == '(' || code == ')' || code == 0xFF08 || code == 0xFF09 ||
           code == 0xA0 || code == 0xB7 || code == 0x2212 || code == 0x3000 ||
           (code >= 0x2000 && code <= 0x2015) || code == 0x202F;
}

/* Marks without width, which phones' address books wrap around numbers; 200B to 200F are above. */
static bool is_invisible(uint32_t code)
{
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2060 && code <= 0x2069) ||
           code == 0xFEFF;
}

/* Length of the words that announce an extension where s begins with one, else 0. */
static size_t extension_mark(struct str s)
{
    static const struct str marks[] = {
        {";ext=", 5}, {"extension", 9}, {"ext", 3},       {"x", 1},         {"#", 1},
        {"转", 3},    {"轉", 3},        {"分机", 6}, {"分機", 6}, {"内線", 6},
    };
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (str_eq_nocase(str_slice(s, 0, marks[i].n), marks[i])) {
            return marks[i].n;
        }
    }
    return 0;
}

static const char *read_extension(struct str s, struct digits *extension)
{
    size_t length;
    for (size_t i = 0; i < s.n; i += length) {
        uint32_t code = utf8_decode(from(s, i), &length);
        if (code >= '0' && code <= '9') {
            add_digit(extension, (char)code);
        } else if (!is_separator(code) && !is_invisible(code) && code != ':' && code != 0xFF1A) {
            return "has an extension that is not a number";
        }
    }
    if (extension->n == 0) {
        return "has an extension without digits";
    }
    return extension->n > MOST_EXTENSION ? "has an extension of too many digits" : NULL;
}

/* Sorts the text into +, digits and extension. */
static const char *read_parts(struct str s, struct parts *parts)
{
    size_t length;
    for (size_t i = 0; i < s.n; i += length) {
        uint32_t code = utf8_decode(from(s, i), &length);
        if (code >= '0' && code <= '9') {
            add_digit(&parts->number, (char)code);
        } else if (code == '+') {
            if (parts->plus || parts->number.n > 0) {
                return "has a + that is not at its beginning";
            }
            parts->plus = true;
        } else if (!is_separator(code) && !is_invisible(code)) {
            size_t mark = parts->number.n > 0 ? extension_mark(from(s, i)) : 0;
            return mark ? read_extension(from(s, i + mark), &parts->extension)
                        : "has a sign that no phone number has";
        }
    }
    return NULL;
}

/* Apostrophes keep spreadsheets from making numbers of texts. */
static struct str strip_lead(struct str s)
{
    static const struct str leads[] = {{"'", 1}, {"‘", 3}, {"’", 3}, {"tel:", 4}};
    for (size_t i = 0; i < COUNT_OF(leads); i++) {
        if (str_eq_nocase(str_slice(s, 0, leads[i].n), leads[i])) {
            s = str_trim(from(s, leads[i].n));
        }
    }
    return s;
}

/* 13812345678.0: a spreadsheet took the number for a decimal. Nobody writes a phone number so. */
static struct str strip_decimal(struct str s)
{
    size_t dot = str_find(s, S("."));
    bool decimal = dot >= FEWEST_DIGITS && str_eq(from(s, dot), S(".0"));
    for (size_t i = 0; i < dot && decimal; i++) {
        decimal = s.p[i] >= '0' && s.p[i] <= '9';
    }
    return decimal ? str_slice(s, 0, dot) : s;
}

/* Bytes of the prefix of international calls: 00 or the country's own, the longer if both fit. */
static size_t international_prefix(struct str digits, const struct phone_country *country)
{
    struct str own = str_of(country ? country->international : "");
    size_t common = str_starts(digits, S("00")) ? 2 : 0;
    size_t prefix = str_starts(digits, own) ? own.n : 0;
    return prefix > common ? prefix : common;
}

/* 8 812 ... has a trunk prefix, 812 ... begins with the same digit and has none. */
static bool strip_trunk(struct digits *national, const struct phone_country *country)
{
    struct str rest = str_of(country->trunk);
    while (rest.n > 0) {
        struct str trunk = str_cut(&rest, ' ');
        bool certain = trunk.p[0] == '0' || (country->longest && national->n > country->longest);
        if (certain && str_starts(view(national), trunk)) {
            drop(national, trunk.n);
            return true;
        }
    }
    return false;
}

static const char *check_length(size_t fewest, size_t digits, size_t most)
{
    if (digits < fewest) {
        return "has too few digits";
    }
    return digits > most ? "has too many digits" : NULL;
}

/*
 * The national part of a number of `country`, trunk prefix off. `abroad` numbers stand after a
 * country code, where a 0 is a mistake for "(0)" in all countries but those that keep it.
 */
static const char *normalise(struct digits *national, const struct phone_country *country,
                             bool abroad)
{
    bool stripped = strip_trunk(national, country);
    bool zero = !country->keeps_zero && str_starts(view(national), S("0"));
    if (zero && abroad && !stripped) {
        drop(national, 1);
        zero = str_starts(view(national), S("0"));
    }
    if (zero) {
        return "begins with a 0 that its country does not use";
    }
    size_t code = strlen(country->code);
    size_t fewest = country->shortest;
    size_t most = country->longest ? country->longest : MOST_DIGITS - code;
    if (fewest + code < FEWEST_DIGITS) {
        fewest = FEWEST_DIGITS - code;
    }
    return check_length(fewest, national->n, most);
}

/* 8613812345678 under CN is longer than any number of the country: it has lost its +. */
static bool lost_plus(const struct digits *number, const struct phone_country *country)
{
    size_t code = strlen(country->code);
    return country->longest && number->n > country->longest &&
           number->n - code <= country->longest && number->n - code >= country->shortest &&
           str_starts(view(number), str_of(country->code));
}

static struct str write_number(struct arena *arena, const char *code, const struct parts *parts)
{
    struct str pieces[] = {*code ? S("+") : S(""), str_of(code), view(&parts->number),
                           parts->extension.n ? S(";ext=") : S(""), view(&parts->extension)};
    char text[sizeof parts->number.p + sizeof parts->extension.p + 16];
    size_t n = 0;
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        memcpy(text + n, pieces[i].p, pieces[i].n);
        n += pieces[i].n;
    }
    return arena_str(arena, (struct str){text, n});
}

bool phone_country(struct str country)
{
    return phone_country_of(country) != NULL;
}

const char *phone_normal(struct arena *arena, struct str text, struct str country, struct str *out)
{
    struct parts parts = {0};
    struct digits *number = &parts.number;
    struct str s = strip_decimal(strip_lead(fold_width(arena, text)));
    const struct phone_country *home = phone_country_of(country);
    if (country.n > 0 && !home) {
        return "has a country that is not in the table";
    }
    if (s.n == 0) {
        return "is empty";
    }
    const char *wrong = read_parts(s, &parts);
    if (wrong) {
        return wrong;
    }
    size_t prefix = parts.plus ? 0 : international_prefix(view(number), home);
    bool abroad = parts.plus || prefix > 0 || (home && lost_plus(number, home));
    drop(number, prefix);
    if (number->overflow) {
        return "has too many digits";
    }
    if (abroad) {
        home = phone_country_called(view(number));
        if (!home) {
            return number->n < FEWEST_DIGITS ? "has too few digits" : "has an unknown country code";
        }
        drop(number, strlen(home->code));
    }
    wrong = home ? normalise(number, home, abroad)
                 : check_length(FEWEST_DIGITS, number->n, MOST_DIGITS);
    if (wrong) {
        return wrong;
    }
    *out = write_number(arena, home ? home->code : "", &parts);
    return NULL;
}
