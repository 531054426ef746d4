#include "base/base.h"

#include <math.h>

#include "value/number.h"

/* More digits than this are dropped, with their place kept: a double holds 17. */
#define DIGITS_MAX 19

/* Those that a double holds exactly. */
static const double tens[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                              1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

struct decimal {
    uint64_t digits;
    int exponent;
    bool negative;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits and a point from position *i on; false where there is no digit. */
static bool read_digits(struct str s, size_t *i, struct decimal *d)
{
    int kept = 0;
    bool any = false;
    bool point = false;
    for (; *i < s.n && (is_digit(s.p[*i]) || (s.p[*i] == '.' && !point)); ++*i) {
        if (s.p[*i] == '.') {
            point = true;
            continue;
        }
        any = true;
        if (kept < DIGITS_MAX) {
            d->digits = d->digits * 10 + (uint64_t)(s.p[*i] - '0');
            kept += d->digits > 0;
            d->exponent -= point;
        } else {
            d->exponent += !point;
        }
    }
    return any;
}

static bool read_exponent(struct str s, size_t *i, struct decimal *d)
{
    if (*i == s.n || (s.p[*i] != 'e' && s.p[*i] != 'E')) {
        return true;
    }
    ++*i;
    bool negative = *i < s.n && s.p[*i] == '-';
    *i += *i < s.n && (s.p[*i] == '-' || s.p[*i] == '+');
    int exponent = 0;
    size_t first = *i;
    for (; *i < s.n && is_digit(s.p[*i]); ++*i) {
        exponent = exponent < 10000 ? exponent * 10 + (s.p[*i] - '0') : exponent;
    }
    d->exponent += negative ? -exponent : exponent;
    return *i > first;
}

bool number_parse(struct str text, int scale, double *value)
{
    struct decimal d = {0};
    size_t i = text.n > 0 && (text.p[0] == '-' || text.p[0] == '+');
    d.negative = i > 0 && text.p[0] == '-';
    if (!read_digits(text, &i, &d) || !read_exponent(text, &i, &d) || i < text.n) {
        return false;
    }
    int exponent = d.exponent + scale;
    if (d.digits < UINT64_C(1) << 53 && exponent >= -22 && exponent <= 22) {
        /* Both are whole numbers that a double holds exactly: one rounding. */
        double near = exponent < 0 ? (double)d.digits / tens[-exponent]
                                   : (double)d.digits * tens[exponent];
        *value = d.negative ? -near : near;
        return true;
    }
    /* Powers of ten to 27 are exact in a long double, so that there is one rounding to it and one
     * to double. */
    long double result = (long double)d.digits;
    for (; exponent > 0 && isfinite(result) && d.digits > 0; exponent -= exponent > 27 ? 27 : exponent) {
        result *= powl(10, exponent > 27 ? 27 : exponent);
    }
    for (; exponent < 0 && result > 0; exponent += exponent < -27 ? 27 : -exponent) {
        result /= powl(10, exponent < -27 ? 27 : -exponent);
    }
    double rounded = (double)result;
    if (!isfinite(rounded)) {
        return false;
    }
    *value = d.negative ? -rounded : rounded;
    return true;
}

/*
 * The 6 digits of a size from 1e-17 to below 999,999.5, and the power of ten of the first, without
 * printf. The product with an exact power of ten is off by one rounding; where the part behind the
 * sixth digit is so near to a half that this may matter, false.
 */
static bool six_digits(double size, uint32_t *digits, int *power)
{
    if (!(size >= 1e-17) || size >= 999999.5) {
        return false;
    }
    int p = 5;
    double scaled = size;
    if (size < 1e5) {
        /* size < 2^exponent: the power is exponent x ln 2 / ln 10, rounded down, or one less. 1233/4096
         * is that factor, near enough for such exponents. */
        uint64_t bits;
        memcpy(&bits, &size, sizeof bits);
        int exponent = (int)(bits >> 52) - 1022;
        p = exponent >= 0 ? exponent * 1233 / 4096 : -((-exponent * 1233 + 4095) / 4096);
        scaled = size * tens[5 - p];
        if (scaled < 100000) {
            p--;
            scaled = size * tens[5 - p];
        }
    }
    uint32_t whole = (uint32_t)scaled;
    double rest = scaled - whole;
    if (fabs(rest - 0.5) < 1e-9) {
        return false;
    }
    *digits = whole + (rest > 0.5);
    if (*digits == 1000000) {
        *digits = 100000;
        p++;
    }
    *power = p;
    return p < 6;
}

/* Six digits as text. */
static void spell(uint32_t digits, char digit[6])
{
    for (int i = 4; i >= 0; i -= 2) {
        uint32_t pair = digits % 100;
        digit[i] = (char)('0' + pair / 10);
        digit[i + 1] = (char)('0' + pair % 10);
        digits /= 100;
    }
}

/* As %g writes them: with an exponent below 1e-4. */
static size_t put_digits(char text[NUMBER_ROOM], bool negative, uint32_t digits, int power)
{
    char *at = text;
    char digit[6];
    int n = 6;
    spell(digits, digit);
    while (n > 1 && digit[n - 1] == '0') {
        n--;
    }
    int whole = power < -4 ? 1 : power + 1; /* digits before the point; 0 or less: zeros behind it */
    if (negative) {
        *at++ = '-';
    }
    /* All six digits are written each time, and what is too much is left behind the end. */
    if (whole <= 0) {
        memcpy(at, "0.0000", 6);
        at += 2 - whole;
        memcpy(at, digit, 6);
        at += n;
    } else if (n <= whole) {
        memcpy(at, digit, 6);
        at += whole;
    } else {
        memcpy(at, digit, 6);
        at[whole] = '.';
        memcpy(at + whole + 1, digit + whole, (size_t)(6 - whole));
        at += n + 1;
    }
    if (power < -4) {
        *at++ = 'e';
        *at++ = '-';
        *at++ = (char)('0' + -power / 10);
        *at++ = (char)('0' + -power % 10);
    }
    *at = '\0';
    return (size_t)(at - text);
}

size_t number_format(double value, char text[NUMBER_ROOM])
{
    double size = fabs(value);
    uint32_t digits;
    int power;
    if (six_digits(size, &digits, &power)) {
        return put_digits(text, value < 0, digits, power);
    }
    int n = snprintf(text, NUMBER_ROOM, "%.6g", value == 0 ? 0 : value);
    if (size >= 999999.5 && size < 1e15) {
        double unit = pow(10, floor(log10(size)) - 5);
        n = snprintf(text, NUMBER_ROOM, "%.0f", round(value / unit) * unit);
    }
    return n < 0 ? 0 : (size_t)n;
}

const char number_pairs[201] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
    "49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
    "9899";

size_t number_count_format(uint64_t value, char *text)
{
    if (value < 10) {
        text[0] = (char)('0' + value);
        text[1] = '\0';
        return 1;
    }
    size_t n = 2;
    for (uint64_t more = value / 100; more > 0; more /= 10) {
        n++;
    }
    char *at = text + n;
    *at = '\0';
    for (; value >= 10; value /= 100) {
        at -= 2;
        memcpy(at, number_pairs + value % 100 * 2, 2);
    }
    if (at > text) {
        at[-1] = (char)('0' + value);
    }
    return n;
}

struct str number_count(struct arena *arena, uint64_t value)
{
    char text[21];
    return arena_str(arena, (struct str){text, number_count_format(value, text)});
}

struct str number_cell(struct arena *arena, double value)
{
    char text[NUMBER_ROOM];
    if (isnan(value)) {
        return (struct str){0};
    }
    return arena_str(arena, (struct str){text, number_format(value, text)});
}
