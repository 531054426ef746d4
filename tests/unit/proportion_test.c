/*
 * Published intervals, to their four digits: of one share, R. G. Newcombe, Statistics in Medicine 17
 * (1998) 857-872, table I, method 3; of a difference, 873-890, table II, method 10.
 */
#include "unit.h"

#include <math.h>

#include "stats/proportion.h"

static bool is(struct proportion p, double share, double low, double high)
{
    bool ok = fabs(p.share - share) < 1e-9 && fabs(p.low - low) < 5.1e-5 &&
              fabs(p.high - high) < 5.1e-5;
    if (!ok) {
        printf("    got %.6f, %.6f to %.6f\n", p.share, p.low, p.high);
    }
    return ok;
}

static void test_wilson(void)
{
    CHECK(is(proportion_wilson(42, 50), 0.84, 0.7149, 0.9166));
    CHECK(is(proportion_wilson(81, 263), 81.0 / 263, 0.2553, 0.3662));
    CHECK(is(proportion_wilson(15, 148), 15.0 / 148, 0.0624, 0.1605));
    CHECK(is(proportion_wilson(0, 20), 0, 0, 0.1611));
    CHECK(is(proportion_wilson(1, 29), 1.0 / 29, 0.0061, 0.1718));
    /* The other outcome has the mirrored interval. */
    CHECK(is(proportion_wilson(8, 50), 0.16, 1 - 0.9166, 1 - 0.7149));
    CHECK(is(proportion_wilson(20, 20), 1, 1 - 0.1611, 1));
    CHECK(proportion_wilson(0, 20).low == 0);
    CHECK(proportion_wilson(20, 20).high == 1);
}

static void test_wilson_of_nobody(void)
{
    struct proportion p = proportion_wilson(0, 0);
    CHECK(isnan(p.share) && isnan(p.low) && isnan(p.high));
}

static void test_newcombe(void)
{
    CHECK(is(proportion_difference(56, 70, 48, 80), 0.2, 0.0524, 0.3339));
    CHECK(is(proportion_difference(9, 10, 3, 10), 0.6, 0.1705, 0.8090));
    CHECK(is(proportion_difference(6, 7, 2, 7), 4.0 / 7, 0.0582, 0.8062));
    CHECK(is(proportion_difference(5, 56, 0, 29), 5.0 / 56, -0.0381, 0.1926));
    CHECK(is(proportion_difference(0, 10, 0, 20), 0, -0.1611, 0.2775));
    CHECK(is(proportion_difference(0, 10, 0, 10), 0, -0.2775, 0.2775));
    CHECK(is(proportion_difference(10, 10, 0, 20), 1, 0.6791, 1));
    CHECK(is(proportion_difference(10, 10, 0, 10), 1, 0.6075, 1));
    /* The other way round it is mirrored. */
    CHECK(is(proportion_difference(48, 80, 56, 70), -0.2, -0.3339, -0.0524));
}

static void test_newcombe_without_a_group(void)
{
    struct proportion p = proportion_difference(3, 10, 0, 0);
    CHECK(isnan(p.share) && isnan(p.low) && isnan(p.high));
    p = proportion_difference(0, 0, 3, 10);
    CHECK(isnan(p.share) && isnan(p.low) && isnan(p.high));
}

int main(void)
{
    test_wilson();
    test_wilson_of_nobody();
    test_newcombe();
    test_newcombe_without_a_group();
    return unit_end();
}
