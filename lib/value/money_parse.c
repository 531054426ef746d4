#include "base/base.h"

#include "value/money.h"
#include "value/utf8.h"

#define DECIMALS 4
#define TEXT_MAX 128 /* bytes of a text that has to be narrowed first; no amount is that long */

static const char not_a_number[] = "is not a decimal number";
static const char too_large[] = "is too large";
static const char too_fine[] = "has more than 4 decimals";
static const char bad_group[] = "has a group separator out of place";

/* What stands beside an amount instead of an ISO code. A sign that several currencies use stays a
 * sign: kr and Rs are in nobody's interest to guess. */
static const struct {
    const char *text;
    const char *symbol;
} signs[] = {
    {"$", "$"},       {"¥", "¥"},       {"￥", "¥"},      {"€", "EUR"},     {"£", "GBP"},
    {"￡", "GBP"},    {"元", "CNY"},    {"RMB", "CNY"},   {"人民币", "CNY"}, {"CN¥", "CNY"},
    {"US$", "USD"},   {"HK$", "HKD"},   {"NT$", "TWD"},   {"CA$", "CAD"},   {"A$", "AUD"},
    {"AU$", "AUD"},   {"NZ$", "NZD"},   {"S$", "SGD"},    {"MX$", "MXN"},   {"R$", "BRL"},
    {"JP¥", "JPY"},   {"円", "JPY"},    {"日元", "JPY"},  {"美元", "USD"},  {"欧元", "EUR"},
    {"英镑", "GBP"},  {"港币", "HKD"},  {"港元", "HKD"},  {"新台币", "TWD"}, {"韩元", "KRW"},
    {"₩", "KRW"},     {"￦", "KRW"},    {"₹", "INR"},     {"₽", "RUB"},     {"₫", "VND"},
    {"₴", "UAH"},     {"₺", "TRY"},     {"₪", "ILS"},     {"฿", "THB"},     {"₱", "PHP"},
    {"₦", "NGN"},     {"₸", "KZT"},     {"₮", "MNT"},     {"₭", "LAK"},     {"₡", "CRC"},
    {"₲", "PYG"},     {"zł", "PLN"},    {"Kč", "CZK"},
};

/* Codes that a sign may stand for, where both are written: "$5.00 USD". */
static const char dollars[] = "ARS AUD BBD BMD BND BSD BZD CAD CLP COP DOP FJD GYD HKD JMD KYD LRD "
                              "MXN NAD NZD SBD SGD SRD TTD TWD USD UYU XCD";
static const char yens[] = "CNY JPY";

/* An amount as far as it has been read. */
struct reading {
    struct str rest;
    struct money_style style;
    int sign_count; /* minus, plus or brackets */
    bool negative;
    bool opened, closed; /* the brackets of (12.50) */
    char symbol[4];
    uint64_t whole;   /* before the point; meaningless once `large` */
    uint32_t decimal; /* 4 decimals, as units */
    int next_digit;   /* the fifth decimal */
    bool more;        /* a digit other than 0 behind that */
    bool large;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static char head(struct str s)
{
    return s.n > 0 ? s.p[0] : '\0';
}

static void skip(struct reading *r, size_t count)
{
    r->rest = str_slice(r->rest, count, r->rest.n);
}

static bool sign_stands_for(const char *sign, const char *code)
{
    const char *codes = strcmp(sign, "$") == 0 ? dollars : strcmp(sign, "¥") == 0 ? yens : "";
    return strlen(code) == 3 && strstr(codes, code) != NULL;
}

static const char *note_symbol(struct reading *r, const char *symbol)
{
    if (r->symbol[0] == '\0' || sign_stands_for(r->symbol, symbol)) {
        memcpy(r->symbol, symbol, strlen(symbol) + 1);
        return NULL;
    }
    bool same = strcmp(r->symbol, symbol) == 0 || sign_stands_for(symbol, r->symbol);
    return same ? NULL : "has two currencies";
}

/* The sign or code at the head of the rest; false where there is none. */
static bool take_symbol(struct reading *r, const char **error)
{
    size_t letters = 0;
    while (letters < r->rest.n && is_letter(r->rest.p[letters])) {
        letters++;
    }
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        struct str sign = str_of(signs[i].text);
        /* A sign of letters alone must be the whole word. */
        if (letters <= sign.n && str_eq_nocase(str_slice(r->rest, 0, sign.n), sign)) {
            *error = note_symbol(r, signs[i].symbol);
            skip(r, sign.n);
            return true;
        }
    }
    /* Upper case only: "5 all" and "3 top" are words, not lek and pa'anga. */
    if (letters != 3 || !money_is_currency(str_slice(r->rest, 0, 3))) {
        return false;
    }
    char code[4] = {0};
    memcpy(code, r->rest.p, 3);
    *error = note_symbol(r, code);
    skip(r, 3);
    return true;
}

/* Signs, brackets and currency on one side of the number, in any order. */
static const char *read_side(struct reading *r, bool before)
{
    const char *error = NULL;
    while (!error && r->rest.n > 0) {
        char c = r->rest.p[0];
        if (c == '-' || (c == '+' && before) || (c == '(' && before)) {
            r->sign_count++;
            r->negative = c != '+';
            r->opened |= c == '(';
            skip(r, 1);
        } else if (c == ')' && r->opened && !r->closed && !before) {
            r->closed = true;
            skip(r, 1);
        } else if (c == ' ') {
            skip(r, 1);
        } else if (is_digit(c) || !take_symbol(r, &error)) {
            break;
        }
    }
    return error;
}

static void add_whole_digit(struct reading *r, char digit)
{
    r->whole = r->whole * 10 + (uint64_t)(digit - '0');
    r->large |= r->whole > INT64_MAX / MONEY_SCALE;
    if (r->large) {
        r->whole = 0;
    }
}

/* The digits before the point, in groups of three or in one piece. */
static const char *read_whole(struct reading *r, size_t *digits)
{
    char style_group = r->style.decimal_comma ? '.' : ',';
    char group = '\0';
    size_t run = 0; /* digits since the last separator */
    bool zero_first = head(r->rest) == '0';
    *digits = 0;
    for (; r->rest.n > 0; skip(r, 1)) {
        char c = r->rest.p[0];
        if (is_digit(c)) {
            add_whole_digit(r, c);
            run++;
            (*digits)++;
            continue;
        }
        bool separator = c == style_group || c == '\'' ||
                         (c == ' ' && r->rest.n > 1 && is_digit(r->rest.p[1]));
        if (!separator || *digits == 0) {
            break;
        }
        if (group ? c != group || run != 3 : run > 3) {
            return bad_group;
        }
        group = c;
        run = 0;
    }
    /* "0,123" has its groups in order, but is the 0.123 of somebody who writes a decimal comma. */
    return group && (run != 3 || zero_first) ? bad_group : NULL;
}

/* The digits behind the point. */
static void read_decimals(struct reading *r, size_t *digits)
{
    size_t count = 0;
    for (; is_digit(head(r->rest)); skip(r, 1)) {
        int digit = r->rest.p[0] - '0';
        if (count < DECIMALS) {
            r->decimal = r->decimal * 10 + (uint32_t)digit;
        } else if (count == DECIMALS) {
            r->next_digit = digit;
        } else {
            r->more |= digit != 0;
        }
        count++;
    }
    *digits += count;
    for (; count < DECIMALS; count++) {
        r->decimal *= 10;
    }
}

static const char *read_number(struct reading *r)
{
    size_t digits;
    const char *error = read_whole(r, &digits);
    if (error) {
        return error;
    }
    if (head(r->rest) == (r->style.decimal_comma ? ',' : '.')) {
        skip(r, 1);
        read_decimals(r, &digits);
    }
    if (digits == 0) {
        return not_a_number;
    }
    char next = head(r->rest);
    return next == ',' || next == '.' || next == '\'' ? bad_group : NULL;
}

/* Puts together what was read. */
static const char *settle_units(const struct reading *r, int64_t *units)
{
    bool exact = r->next_digit == 0 && !r->more;
    if (!exact && !r->style.round_half_even) {
        return too_fine;
    }
    if (r->large) {
        return too_large;
    }
    uint64_t size = r->whole * MONEY_SCALE + r->decimal;
    bool odd = size % 2 != 0;
    size += r->next_digit > 5 || (r->next_digit == 5 && (r->more || odd));
    if (size > INT64_MAX) {
        return too_large;
    }
    *units = r->negative ? -(int64_t)size : (int64_t)size;
    return NULL;
}

/* Full-width forms, odd blanks and curly apostrophes to ASCII; false where the text is too long. */
static bool narrow(struct str text, char bytes[TEXT_MAX], struct str *narrowed)
{
    size_t n = 0;
    for (size_t i = 0, length; i < text.n; i += length) {
        uint32_t code = utf8_narrow(utf8_decode(str_slice(text, i, text.n), &length));
        if (n + 4 > TEXT_MAX) {
            return false;
        }
        n += utf8_encode(code == 0x2019 ? '\'' : code, bytes + n);
    }
    *narrowed = (struct str){bytes, n};
    return true;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.n; i++) {
        if ((unsigned char)text.p[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

bool money_plain_any(struct str text, int64_t *units)
{
    size_t at = head(text) == '-';
    size_t start = at;
    int64_t value = 0;
    while (at < text.n && is_digit(text.p[at])) {
        value = value * 10 + (text.p[at++] - '0');
        if (at - start > 14) {
            return false;
        }
    }
    if (at == start) {
        return false;
    }
    size_t decimals = 0;
    if (at < text.n && text.p[at] == '.') {
        for (at++; at < text.n && decimals < DECIMALS && is_digit(text.p[at]); decimals++) {
            value = value * 10 + (text.p[at++] - '0');
        }
    }
    for (; decimals < DECIMALS; decimals++) {
        value *= 10;
    }
    *units = start ? -value : value;
    return at == text.n;
}

const char *money_parse(struct str text, struct money_style style, struct money *money)
{
    int64_t units;
    if (!style.decimal_comma && money_plain(text, &units)) {
        *money = (struct money){.units = units};
        return NULL;
    }
    char bytes[TEXT_MAX];
    struct reading r = {.rest = str_trim(text), .style = style};
    if (!is_ascii(r.rest) && !narrow(r.rest, bytes, &r.rest)) {
        return not_a_number;
    }
    r.rest = str_trim(r.rest);
    if (r.rest.n == 0) {
        return "is empty";
    }
    const char *error = read_side(&r, true);
    if (!error) {
        error = read_number(&r);
    }
    if (!error) {
        error = read_side(&r, false);
    }
    if (!error && (r.rest.n > 0 || r.opened != r.closed)) {
        error = not_a_number;
    }
    if (!error && r.sign_count > 1) {
        error = "has two signs";
    }
    if (!error) {
        error = settle_units(&r, &units);
    }
    if (error) {
        return error;
    }
    *money = (struct money){.units = units};
    memcpy(money->symbol, r.symbol, sizeof(money->symbol));
    return NULL;
}
