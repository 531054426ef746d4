/*
 * Decimal text to a double. The compiler reads the same decimals to the nearest double, and for up
 * to 15 digits and an exponent within 22 the nearest double is told by whole numbers of 128 bits.
 */
#include "unit.h"

#include <math.h>

#include "value/number.h"

static bool same(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0;
}

static double parse(struct str text, int scale)
{
    double value = -12345;
    if (!number_parse(text, scale, &value)) {
        return NAN;
    }
    return value;
}

#define CHECK_NEAREST(number)                                                                      \
    if (!CHECK(same(parse(S(#number), 0), number))) {                                              \
        printf("    %s: got %.17g\n", #number, parse(S(#number), 0));                              \
    }

static void test_forms(void)
{
    CHECK_NEAREST(0.0);
    CHECK_NEAREST(12.0);
    CHECK_NEAREST(-12.5);
    CHECK_NEAREST(+3.0);
    CHECK_NEAREST(.5);
    CHECK_NEAREST(5.);
    CHECK_NEAREST(1e-05);
    CHECK_NEAREST(1E+05);
    CHECK_NEAREST(1e5);
    CHECK(same(parse(S("007"), 0), 7));
    CHECK(same(parse(S("-.5"), 0), -.5));
    CHECK(same(parse(S("5.e2"), 0), 500));
}

static void test_nearest(void)
{
    CHECK_NEAREST(0.1);
    CHECK_NEAREST(0.3);
    CHECK_NEAREST(1.1);
    CHECK_NEAREST(123456789012345.0);
    CHECK_NEAREST(0.00000123456789012345);
    CHECK_NEAREST(9007199254740991.0);
    CHECK_NEAREST(1e22);
    CHECK_NEAREST(1e-22);
    CHECK_NEAREST(4.35);
}

/* What is no number leaves the value alone. */
static void test_refused(void)
{
    static const char *const texts[] = {
        "",     "-",   "+",    ".",        "-.",     "e5",     "1e",
        "1e+",  "1e-", " 1",   "1 ",       "1,5",    "1_0",    "nan",
        "NaN",  "inf", "-inf", "infinity", "0x10",   "1.2.3",  "--1",
        "+-1",  "1-",  "1e5e", "1e5.0",    "\t1",    "1\n",    "\357\274\221",
        "1e 5", "$1",  "1%",   "1e309",    "-1e309", "1e1000", "1e99999999999999999999",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        double value = 7;
        if (!CHECK(!number_parse(str_of(texts[i]), 0, &value) && same(value, 7))) {
            printf("    \"%s\" gave %g\n", texts[i], value);
        }
    }
    double value = 7;
    CHECK(!number_parse((struct str){"1\0002", 3}, 0, &value)); /* a NUL is no end */
    CHECK(!number_parse((struct str){NULL, 0}, 0, &value) && same(value, 7));
    /* The end of the slice is one. */
    CHECK(number_parse((struct str){"12x", 2}, 0, &value) && same(value, 12));
}

/* The scale is ten to the power of it, without an error of its own: 0.29 is 2900 units. */
static void test_scale(void)
{
    CHECK(same(parse(S("0.29"), 4), 2900));
    CHECK(same(parse(S("1.0001"), 4), 10001));
    CHECK(same(parse(S("-4.35"), 2), -435));
    CHECK(same(parse(S("0.00001"), 4), 0.1));
    CHECK(same(parse(S("1e-4"), 4), 1));
    CHECK(same(parse(S("12.5"), -1), 1.25));
    CHECK(same(parse(S("922337203685477.5807"), 4), 9223372036854775807.0));
    /* The number fits, times ten to the fourth it does not. */
    CHECK(same(parse(S("1e305"), 0), 1e305));
    CHECK(isnan(parse(S("1e305"), 4)));
}

static void test_ends(void)
{
    char text[512];
    CHECK(same(parse(S("1e-400"), 0), 0)); /* too small to tell from nothing */
    CHECK(same(parse(S("0e99999999999999999999"), 0), 0));
    CHECK(same(parse(S("1e-99999999999999999999"), 0), 0));
    CHECK(same(parse(S("1e-1000"), 0), 0));
    CHECK(parse(S("1.7976931348623157e308"), 0) > 1.797693134862315e308);
    memset(text, '0', sizeof text); /* 0.000...01 with 400 places, and back by the exponent */
    memcpy(text, "0.", 2);
    memcpy(text + 401, "1e400", 5);
    CHECK(same(parse((struct str){text, 406}, 0), 1));
    memset(text, '9', sizeof text);
    CHECK(isnan(parse((struct str){text, 400}, 0))); /* 10^400 */
    double large = parse((struct str){text, 300}, 0);
    CHECK(large > 0.9999999999999e300 && large < 1.0000000000001e300);
    memset(text, '0', 300); /* zeros in front are no digits */
    memcpy(text + 300, "12.5", 4);
    CHECK(same(parse((struct str){text, 304}, 0), 12.5));
}

static unsigned __int128 power(unsigned __int128 base, int exponent)
{
    unsigned __int128 result = 1;
    while (exponent-- > 0) {
        result *= base;
    }
    return result;
}

/*
 * Whether `value` is the double nearest to digits x 10^exponent: with value = f x 2^q, f whole and
 * below 2^53, the difference is at most half of 2^q. All is whole below 2^127 when multiplied by
 * the powers that would divide.
 */
static bool is_nearest(uint64_t digits, int exponent, double value)
{
    int q;
    double fraction = frexp(value, &q);
    unsigned __int128 f = (unsigned __int128)ldexp(fraction, 53);
    unsigned __int128 want = digits;
    unsigned __int128 unit = 1; /* 2^q in the measure of both sides */
    q -= 53;
    if (exponent >= 0) {
        want *= power(10, exponent);
    } else {
        f *= power(10, -exponent);
        unit = power(10, -exponent);
    }
    if (q >= 0) {
        f <<= q;
        unit <<= q;
    } else {
        /* Only as far as both stay below 2^127: beyond, f has zeros to lose. */
        for (; q < 0 && f % 2 == 0 && unit % 2 == 0; q++) {
            f /= 2, unit /= 2;
        }
        want <<= -q;
    }
    unsigned __int128 off = want > f ? want - f : f - want;
    return 2 * off <= unit;
}

/* As the header has it: with at most 15 digits and an exponent within 22, the nearest double. */
static void test_random(void)
{
    uint64_t x = 88172645463325252;
    unsigned long wrong = 0;
    char first[64] = "";
    for (int i = 0; i < 300000; i++) {
        char text[64];
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        int length = 1 + (int)(x % 15);
        uint64_t digits = (x >> 8) % (uint64_t)power(10, length);
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        int exponent = (int)(x % 45) - 22;
        if (digits == 0) {
            continue;
        }
        snprintf(text, sizeof text, "%" PRIu64 "e%d", digits, exponent);
        if (!is_nearest(digits, exponent, parse(str_of(text), 0)) && wrong++ == 0) {
            snprintf(first, sizeof first, "%s", text);
        }
    }
    if (!CHECK(wrong == 0)) {
        printf("    %lu of 300000 are not the nearest double, first %s\n", wrong, first);
    }
}

/* 17 digits name a double; what they are read as is off by at most 2 units of its last place. */
static void test_seventeen(void)
{
    uint64_t x = 362436069;
    bool near = true;
    for (int i = 0; i < 100000; i++) {
        char text[64];
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        double value = ldexp((double)(x >> 11), (int)(x % 600) - 350);
        snprintf(text, sizeof text, "%.17g", value);
        double got = parse(str_of(text), 0);
        double up = nextafter(nextafter(value, INFINITY), INFINITY);
        double down = nextafter(nextafter(value, 0), 0);
        near &= got >= down && got <= up;
    }
    CHECK(near);
}

static void check_format(double value, struct str want, int line)
{
    char text[NUMBER_ROOM];
    size_t n = number_format(value, text);
    unit_check_str((struct str){text, n}, want, __FILE__, line);
}

#define CHECK_FORMAT(value, want) check_format((value), S(want), __LINE__)

static void test_format(void)
{
    CHECK_FORMAT(0.0123456789, "0.0123457");
    CHECK_FORMAT(0.00000015, "1.5e-07");
    CHECK_FORMAT(12.0, "12");
    CHECK_FORMAT(-0.0, "0");
    CHECK_FORMAT(-2.5, "-2.5");
    CHECK_FORMAT(999999, "999999");
    CHECK_FORMAT(1234567, "1234570");
    CHECK_FORMAT(1. / 3, "0.333333");
    CHECK_FORMAT(-1.7976931348623157e308, "-1.79769e+308");
}

/* What is written without printf is what printf writes: values of all sizes, six and seven digits
 * with a 5 at the end among them, where the sixth digit hangs on the rounding. */
static void test_like_printf(void)
{
    uint64_t state = 1;
    for (int i = 0; i < 1000000; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        double power = pow(10, (int)(state >> 59) - 20);
        double value = (double)(state >> 20 & 0xffffffff) / 4294967296.0 * power;
        if (i % 3 == 0) {
            value = (double)(state >> 20 & 0xfffff) * power / 1e6;
        } else if (i % 3 == 1) {
            value = ((double)(state >> 20 & 0xfffff) + 0.5) * power / 1e6;
        }
        value = i % 2 ? -value : value;
        if (fabs(value) >= 999999.5) {
            continue;
        }
        char got[NUMBER_ROOM], want[64];
        size_t length = number_format(value, got);
        int n = snprintf(want, sizeof want, "%.6g", value == 0 ? 0 : value);
        if (n < 0 || length != (size_t)n || memcmp(got, want, length + 1) != 0) {
            printf("    got %s want %s\n", got, want);
            CHECK(!"like printf");
        }
    }
    CHECK(state != 1);
}

static void test_counts(void)
{
    struct arena arena = {0};
    CHECK_STR(number_count(&arena, 0), S("0"));
    CHECK_STR(number_count(&arena, 1000200), S("1000200"));
    CHECK_STR(number_count(&arena, UINT64_MAX), S("18446744073709551615"));
    /* Around every power of ten, and numbers of every length. */
    uint64_t power = 1;
    for (int digits = 1; digits <= 20; digits++, power *= 10) {
        const uint64_t values[] = {power - 1, power, power + 1, power / 7 * 9, power + power / 3};
        for (size_t i = 0; i < COUNT_OF(values); i++) {
            CHECK_STR(number_count(&arena, values[i]), arena_printf(&arena, "%" PRIu64, values[i]));
        }
    }
    arena_free(&arena);
}

int main(void)
{
    test_like_printf();
    test_counts();
    test_forms();
    test_nearest();
    test_refused();
    test_scale();
    test_ends();
    test_random();
    test_seventeen();
    test_format();
    return unit_end();
}
