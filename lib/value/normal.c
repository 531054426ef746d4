#include "base/base.h"

#include "value/normal.h"

#include <endian.h>

#define DECIMALS 4      /* that an amount is kept with */
#define MOST_DIGITS 14  /* before the point: far from what 64 bits hold with 4 decimals */

/* Of the eight bytes of "2024-01-", the first lowest: which are digits, less '0' each. */
#define DATE_SIGNS UINT64_C(0x2D30302D30303030)
/* Added to what is left without the signs, a digit above 9 and all but a hyphen reach the high half. */
#define DATE_LIMIT UINT64_C(0x0F06060F06060606)
#define HIGH_HALVES UINT64_C(0xF0F0F0F0F0F0F0F0)

static unsigned days_in_month(unsigned year, unsigned month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap ? 1u : 0u);
}

static unsigned byte_of(uint64_t word, unsigned at)
{
    return (unsigned)(word >> (8 * at)) & 0xFF;
}

bool normal_date(struct str text, uint32_t *number)
{
    if (text.n != 10) {
        return false;
    }
    uint64_t word;
    memcpy(&word, text.p, sizeof word);
    word = le64toh(word) ^ DATE_SIGNS;
    unsigned tens = (unsigned)(text.p[8] - '0'), ones = (unsigned)(text.p[9] - '0');
    if (((word | (word + DATE_LIMIT)) & HIGH_HALVES) != 0 || tens > 9 || ones > 9) {
        return false;
    }
    unsigned year = byte_of(word, 0) * 1000 + byte_of(word, 1) * 100 + byte_of(word, 2) * 10 +
                    byte_of(word, 3);
    unsigned month = byte_of(word, 5) * 10 + byte_of(word, 6);
    unsigned day = tens * 10 + ones;
    if (year == 0 || month - 1 > 11 || day == 0 ||
        (day > 28 && day > days_in_month(year, month))) {
        return false;
    }
    *number = year * 10000 + month * 100 + day;
    return true;
}

bool normal_number(struct str text, int decimals, int64_t *units)
{
    static const int64_t scale[DECIMALS + 1] = {10000, 1000, 100, 10, 1};
    bool minus = text.n > 0 && text.p[0] == '-';
    size_t start = minus, at = start;
    int64_t value = 0;
    unsigned digit;
    while (at < text.n && (digit = (unsigned)(text.p[at] - '0')) <= 9 && at - start <= MOST_DIGITS) {
        value = value * 10 + digit;
        at++;
    }
    size_t whole = at - start, shown = 0;
    if (whole == 0 || whole > MOST_DIGITS || (whole > 1 && text.p[start] == '0')) {
        return false;
    }
    if (at < text.n) {
        shown = text.n - at - 1;
        if (text.p[at] != '.' || shown == 0 || shown > DECIMALS) {
            return false;
        }
        for (at++; at < text.n; at++) {
            digit = (unsigned)(text.p[at] - '0');
            if (digit > 9) {
                return false;
            }
            value = value * 10 + digit;
        }
    }
    /* Digits beyond the currency's are written only as far as they say something. */
    bool fits = shown == (size_t)decimals ||
                (shown > (size_t)decimals && text.p[text.n - 1] != '0');
    if (!fits || (minus && value == 0)) {
        return false;
    }
    value *= scale[shown];
    *units = minus ? -value : value;
    return true;
}
