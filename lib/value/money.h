/*
 * money.h - decimal amounts, exact: 64-bit fixed point with 4 decimals (1 = 0.0001).
 *
 * Range: -922,337,203,685,477.5807 to 922,337,203,685,477.5807. No floating point anywhere.
 *
 * Accepted: 1234.5, 1,234.50, ¥1,234.56, 1,234.56元, US$ 5, EUR 12.50, 12.50 EUR, (12.50), -5, 5-,
 * +3, full-width digits and signs, U+2212 minus; with decimal comma: 1.234,56, and 1 234,56 or
 * 1'234.56 with (no-break) spaces or apostrophes. A group separator must stand before every third
 * digit of the whole part. ".5" and "5." are read. Refused: empty text, 1e3, NaN, inf, two signs,
 * more than 4 decimals (trailing zeros do not count) unless rounding is asked for.
 */
#ifndef CRM_MONEY_H
#define CRM_MONEY_H

#include "base/str.h"

#define MONEY_SCALE 10000 /* units in 1 */
#define MONEY_ROOM 32     /* bytes that money_format needs, NUL included */

struct money_style {
    bool decimal_comma;   /* "1.234,56" instead of "1,234.56" */
    bool round_half_even; /* more than 4 decimals are rounded, half to even */
};

struct money {
    int64_t units;   /* 1/10000 */
    char symbol[4];  /* the sign or ISO code that stood beside it, as an ISO 4217 code where one
                        code fits: EUR for €, GBP for £, CNY for 元 and RMB; "$" and "¥" as such
                        (the yen sign has two bytes); empty where none stood. NUL-terminated. */
};

/* "-?digits.digits" with a point, as most cells have it; false leaves the text, and what is wrong with
 * it, to money_parse. */
static inline bool money_plain(struct str text, int64_t *units);
/* Returns NULL, or what is wrong, to follow the quoted text ("is not a decimal number"). */
const char *money_parse(struct str text, struct money_style style, struct money *money);

/*
 * Decimal text with at least `decimals` (0 to 4) and as many more, up to 4, as the value needs:
 * 12.5 with 2 is "12.50", with 0 "12.5". Returns the length.
 */
size_t money_format(int64_t units, int decimals, char text[MONEY_ROOM]);

/* Decimals of an ISO 4217 currency (JPY 0, KWD 3, CLF 4); 2 where the code is unknown or empty. */
int money_decimals(struct str currency);
/* Whether the text is an ISO 4217 code in upper case. */
bool money_is_currency(struct str currency);

/* sum / count (above 0), rounded to so many decimals, half away from 0. */
int64_t money_mean(int64_t sum, uint64_t count, int decimals);
/* False, with *sum untouched, where the result does not fit. */
bool money_add(int64_t *sum, int64_t units);
bool money_sub(int64_t *sum, int64_t units);
/* quantity x price, exactly; NULL, or what is wrong (too large, more than 4 decimals). */
const char *money_multiply(int64_t quantity, int64_t price, struct money_style style,
                           int64_t *product);

/* At most eight bytes without a sign, all at once: the point taken out, zeros put before. */
static inline bool money_short(struct str text, int64_t *units)
{
    static const uint64_t scale[] = {MONEY_SCALE, 1000, 100, 10, 1};
    uint64_t word = text.n == 8 ? str_load(text.p) : str_tail(text);
    uint64_t points = word ^ STR_EACH('.');
    points = (points - STR_EACH(0x01)) & ~points & STR_EACH(0x80);
    size_t digits = text.n, decimals = 0;
    if (points) {
        unsigned bits = (unsigned)__builtin_ctzll(points) & ~7U; /* before the first point */
        uint64_t before = word & (((uint64_t)1 << bits) - 1);
        word = before | (word >> bits >> 8) << bits;
        decimals = text.n - bits / 8 - 1;
        digits--;
    }
    if (digits == decimals || decimals > 4) {
        return false;
    }
    if (digits < 8) {
        word = word << (64 - 8 * digits) | STR_EACH('0') >> (8 * digits);
    }
    *units = (int64_t)(str_eight_digits(word) * scale[decimals]);
    return str_are_digits(word);
}

/* Of any length. */
bool money_plain_any(struct str text, int64_t *units);

static inline bool money_plain(struct str text, int64_t *units)
{
    return (text.n - 1 < 8 && money_short(text, units)) || money_plain_any(text, units);
}

#endif
