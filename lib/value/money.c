#include "base/base.h"

#include "value/money.h"
#include "value/number.h"

#define DECIMALS 4

__extension__ typedef __int128 int128;

/*
 * ISO 4217 list one as of 2026-01-01 with its minor units, and the codes that left it from 2021 on,
 * which old orders still bear: ANG, BGN, CUC, HRK, SLL, ZWL. Codes without minor units (metals,
 * bond units, XXX) have 2, as unknown ones do. Sorted.
 */
static const struct {
    char code[4];
    int8_t decimals;
} currencies[] = {
    {"AED", 2}, {"AFN", 2}, {"ALL", 2}, {"AMD", 2}, {"ANG", 2}, {"AOA", 2}, {"ARS", 2}, {"AUD", 2},
    {"AWG", 2}, {"AZN", 2}, {"BAM", 2}, {"BBD", 2}, {"BDT", 2}, {"BGN", 2}, {"BHD", 3}, {"BIF", 0},
    {"BMD", 2}, {"BND", 2}, {"BOB", 2}, {"BOV", 2}, {"BRL", 2}, {"BSD", 2}, {"BTN", 2}, {"BWP", 2},
    {"BYN", 2}, {"BZD", 2}, {"CAD", 2}, {"CDF", 2}, {"CHE", 2}, {"CHF", 2}, {"CHW", 2}, {"CLF", 4},
    {"CLP", 0}, {"CNY", 2}, {"COP", 2}, {"COU", 2}, {"CRC", 2}, {"CUC", 2}, {"CUP", 2}, {"CVE", 2},
    {"CZK", 2}, {"DJF", 0}, {"DKK", 2}, {"DOP", 2}, {"DZD", 2}, {"EGP", 2}, {"ERN", 2}, {"ETB", 2},
    {"EUR", 2}, {"FJD", 2}, {"FKP", 2}, {"GBP", 2}, {"GEL", 2}, {"GHS", 2}, {"GIP", 2}, {"GMD", 2},
    {"GNF", 0}, {"GTQ", 2}, {"GYD", 2}, {"HKD", 2}, {"HNL", 2}, {"HRK", 2}, {"HTG", 2}, {"HUF", 2},
    {"IDR", 2}, {"ILS", 2}, {"INR", 2}, {"IQD", 3}, {"IRR", 2}, {"ISK", 0}, {"JMD", 2}, {"JOD", 3},
    {"JPY", 0}, {"KES", 2}, {"KGS", 2}, {"KHR", 2}, {"KMF", 0}, {"KPW", 2}, {"KRW", 0}, {"KWD", 3},
    {"KYD", 2}, {"KZT", 2}, {"LAK", 2}, {"LBP", 2}, {"LKR", 2}, {"LRD", 2}, {"LSL", 2}, {"LYD", 3},
    {"MAD", 2}, {"MDL", 2}, {"MGA", 2}, {"MKD", 2}, {"MMK", 2}, {"MNT", 2}, {"MOP", 2}, {"MRU", 2},
    {"MUR", 2}, {"MVR", 2}, {"MWK", 2}, {"MXN", 2}, {"MXV", 2}, {"MYR", 2}, {"MZN", 2}, {"NAD", 2},
    {"NGN", 2}, {"NIO", 2}, {"NOK", 2}, {"NPR", 2}, {"NZD", 2}, {"OMR", 3}, {"PAB", 2}, {"PEN", 2},
    {"PGK", 2}, {"PHP", 2}, {"PKR", 2}, {"PLN", 2}, {"PYG", 0}, {"QAR", 2}, {"RON", 2}, {"RSD", 2},
    {"RUB", 2}, {"RWF", 0}, {"SAR", 2}, {"SBD", 2}, {"SCR", 2}, {"SDG", 2}, {"SEK", 2}, {"SGD", 2},
    {"SHP", 2}, {"SLE", 2}, {"SLL", 2}, {"SOS", 2}, {"SRD", 2}, {"SSP", 2}, {"STN", 2}, {"SVC", 2},
    {"SYP", 2}, {"SZL", 2}, {"THB", 2}, {"TJS", 2}, {"TMT", 2}, {"TND", 3}, {"TOP", 2}, {"TRY", 2},
    {"TTD", 2}, {"TWD", 2}, {"TZS", 2}, {"UAH", 2}, {"UGX", 0}, {"USD", 2}, {"USN", 2}, {"UYI", 0},
    {"UYU", 2}, {"UYW", 4}, {"UZS", 2}, {"VED", 2}, {"VES", 2}, {"VND", 0}, {"VUV", 0}, {"WST", 2},
    {"XAD", 2}, {"XAF", 0}, {"XAG", 2}, {"XAU", 2}, {"XBA", 2}, {"XBB", 2}, {"XBC", 2}, {"XBD", 2},
    {"XCD", 2}, {"XCG", 2}, {"XDR", 2}, {"XOF", 0}, {"XPD", 2}, {"XPF", 0}, {"XPT", 2}, {"XSU", 2},
    {"XTS", 2}, {"XUA", 2}, {"XXX", 2}, {"YER", 2}, {"ZAR", 2}, {"ZMW", 2}, {"ZWG", 2}, {"ZWL", 2},
};

static uint32_t packed(const char *code)
{
    return (uint32_t)(unsigned char)code[0] << 16 | (uint32_t)(unsigned char)code[1] << 8 |
           (unsigned char)code[2];
}

/* Row of the code in the table, or -1. */
static int find_currency(struct str code)
{
    size_t from = 0;
    size_t to = code.n == 3 ? COUNT_OF(currencies) : 0;
    uint32_t wanted = to > 0 ? packed(code.p) : 0;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        uint32_t found = packed(currencies[middle].code);
        if (found == wanted) {
            return (int)middle;
        }
        if (wanted < found) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    return -1;
}

/* Rows mostly have the currency of the row before. */
int money_decimals(struct str currency)
{
    static _Thread_local struct {
        uint32_t code;
        int decimals;
    } last = {0, 2};
    uint32_t code = currency.n == 3 ? packed(currency.p) : 0;
    if (code != last.code) {
        int row = find_currency(currency);
        last.decimals = row < 0 ? 2 : currencies[row].decimals;
        last.code = code;
    }
    return last.decimals;
}

/* Rows mostly have the currency of the row before. */
bool money_is_currency(struct str currency)
{
    static _Thread_local uint32_t last;
    uint32_t code = currency.n == 3 ? packed(currency.p) : 0;
    if (code == 0 || (code != last && find_currency(currency) < 0)) {
        return false;
    }
    last = code;
    return true;
}

size_t money_format(int64_t units, int decimals, char text[MONEY_ROOM])
{
    uint64_t size = units < 0 ? 0 - (uint64_t)units : (uint64_t)units;
    uint32_t fraction = (uint32_t)(size % MONEY_SCALE);
    char *at = text;
    if (units < 0) {
        *at++ = '-';
    }
    at += number_count_format(size / MONEY_SCALE, at);
    char digits[DECIMALS];
    memcpy(digits, number_pairs + fraction / 100 * 2, 2);
    memcpy(digits + 2, number_pairs + fraction % 100 * 2, 2);
    int shown = DECIMALS;
    while (shown > 0 && shown > decimals && digits[shown - 1] == '0') {
        shown--;
    }
    if (shown > 0) {
        *at++ = '.';
        memcpy(at, digits, DECIMALS);
        at += shown;
    }
    *at = '\0';
    return (size_t)(at - text);
}

/* The range is symmetrical, so that every amount has its negative. */
static bool put_sum(int64_t *sum, int64_t result, bool overflow)
{
    if (overflow || result == INT64_MIN) {
        return false;
    }
    *sum = result;
    return true;
}

bool money_add(int64_t *sum, int64_t units)
{
    int64_t result;
    bool overflow = __builtin_add_overflow(*sum, units, &result);
    return put_sum(sum, result, overflow);
}

bool money_sub(int64_t *sum, int64_t units)
{
    int64_t result;
    bool overflow = __builtin_sub_overflow(*sum, units, &result);
    return put_sum(sum, result, overflow);
}

const char *money_multiply(int64_t quantity, int64_t price, struct money_style style,
                           int64_t *product)
{
    /* Both factors are scaled, so the exact product is scaled twice: 127 bits hold it. */
    int128 exact = (int128)quantity * price;
    bool negative = exact < 0;
    int128 size = negative ? -exact : exact;
    int128 rest = size % MONEY_SCALE;
    size /= MONEY_SCALE;
    if (rest != 0 && !style.round_half_even) {
        return "has more than 4 decimals";
    }
    size += rest * 2 > MONEY_SCALE || (rest * 2 == MONEY_SCALE && size % 2 != 0);
    if (size > INT64_MAX) {
        return "is too large";
    }
    *product = negative ? -(int64_t)size : (int64_t)size;
    return NULL;
}

int64_t money_mean(int64_t sum, uint64_t count, int decimals)
{
    __int128 step = 1;
    for (int i = decimals; i < 4; i++) {
        step *= 10;
    }
    __int128 whole = (__int128)count * step;
    __int128 twice = 2 * (__int128)sum;
    return (int64_t)((twice + (sum < 0 ? -whole : whole)) / (2 * whole) * step);
}
