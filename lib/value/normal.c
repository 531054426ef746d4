#include "base/base.h"

#include "value/normal.h"

#define DECIMALS 4      /* that an amount is kept with */
#define MOST_DIGITS 14  /* before the point: far from what 64 bits hold with 4 decimals */

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
