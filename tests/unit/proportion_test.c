/*
 * Published intervals, to their four digits: of one share, R. G. Newcombe, Statistics in Medicine 17
 * (1998) 857-872, table I, methods 1 and 3 to 5; of a difference, 873-890, table II, method 10. Tests of
 * two shares: a public survey (San Francisco airport 2017), as R's prop.test computes them.
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

static void test_wald(void)
{
    CHECK(is(proportion_of(81, 263, PROPORTION_WALD), 81.0 / 263, 0.2522, 0.3638));
    CHECK(is(proportion_of(15, 148, PROPORTION_WALD), 15.0 / 148, 0.0527, 0.1500));
    CHECK(is(proportion_of(0, 20, PROPORTION_WALD), 0, 0, 0));
    CHECK(is(proportion_of(1, 29, PROPORTION_WALD), 1.0 / 29, 0, 0.1009)); /* cut off */
    CHECK(is(proportion_of(28, 29, PROPORTION_WALD), 28.0 / 29, 1 - 0.1009, 1));
}

static void test_wilson_corrected(void)
{
    CHECK(is(proportion_of(81, 263, PROPORTION_WILSON_CORRECTED), 81.0 / 263, 0.2535, 0.3682));
    CHECK(is(proportion_of(15, 148, PROPORTION_WILSON_CORRECTED), 15.0 / 148, 0.0598, 0.1644));
    CHECK(is(proportion_of(0, 20, PROPORTION_WILSON_CORRECTED), 0, 0, 0.2005));
    CHECK(is(proportion_of(1, 29, PROPORTION_WILSON_CORRECTED), 1.0 / 29, 0.0018, 0.1963));
    CHECK(is(proportion_of(20, 20, PROPORTION_WILSON_CORRECTED), 1, 1 - 0.2005, 1));
    CHECK(proportion_of(0, 20, PROPORTION_WILSON_CORRECTED).low == 0);
    CHECK(is(proportion_of(0.4, 0.6, PROPORTION_WILSON_CORRECTED), 2.0 / 3, 0, 1));
}

/* Of no hits the upper limit is 1 - .025^(1/n), whatever n. */
static void test_exact(void)
{
    CHECK(is(proportion_of(81, 263, PROPORTION_EXACT), 81.0 / 263, 0.2527, 0.3676));
    CHECK(is(proportion_of(15, 148, PROPORTION_EXACT), 15.0 / 148, 0.0578, 0.1617));
    CHECK(is(proportion_of(0, 20, PROPORTION_EXACT), 0, 0, 0.1684));
    CHECK(is(proportion_of(1, 29, PROPORTION_EXACT), 1.0 / 29, 0.0009, 0.1776));
    CHECK(is(proportion_of(20, 20, PROPORTION_EXACT), 1, 1 - 0.1684, 1));
    CHECK(is(proportion_of(0, 2.5, PROPORTION_EXACT), 0, 0, 1 - pow(0.025, 1 / 2.5)));
    CHECK(is(proportion_of(0, 1e6, PROPORTION_EXACT), 0, 0, 0));
    CHECK(fabs(proportion_of(0, 1e6, PROPORTION_EXACT).high / (1 - pow(0.025, 1e-6)) - 1) < 1e-9);
}

/* 42 of 50: 43.920729 of 53.841459, .8157418 -+ 1.959964 sqrt(.8157418 x .1842582 / 53.841459) */
static void test_agresti_coull(void)
{
    CHECK(is(proportion_of(42, 50, PROPORTION_AGRESTI_COULL), 0.84, 0.7122, 0.9193));
    CHECK(is(proportion_of(9, 9, PROPORTION_AGRESTI_COULL), 1, 0.6554, 1)); /* cut off */
}

static void test_other_intervals_of_nobody(void)
{
    struct proportion p = proportion_of(42, 50, PROPORTION_WILSON);
    CHECK(is(p, 0.84, 0.7149, 0.9166));
    for (int i = PROPORTION_WILSON; i <= PROPORTION_AGRESTI_COULL; i++) {
        p = proportion_of(0, 0, (enum proportion_interval)i);
        CHECK(isnan(p.share) && isnan(p.low) && isnan(p.high));
    }
}

static bool near(double got, double want)
{
    return fabs(got / want - 1) < 1e-12;
}

static void test_two(void)
{
    struct proportion_test t = proportion_compare(752, 1332, 618, 1295, false);
    CHECK(near(t.z * t.z, 20.0747072876655) && t.z > 0);
    CHECK(near(t.p, 7.4475115090733e-06));
    t = proportion_compare(618, 1295, 752, 1332, true);
    CHECK(near(t.z * t.z, 19.7262074686241) && t.z < 0);
    CHECK(near(t.p, 8.93673656122928e-06));
    struct proportion d = proportion_difference_wald(752, 1332, 618, 1295, false);
    CHECK(near(d.share, 0.0873444873444874));
    CHECK(near(d.low, 0.0492783940170919) && near(d.high, 0.125410580671883));
    d = proportion_difference_wald(752, 1332, 618, 1295, true);
    CHECK(near(d.low, 0.0485169182556161) && near(d.high, 0.126172056433359));
}

/* .4 against .5: the correction, half of 1/5 + 1/4, is more than they differ by. */
static void test_two_edges(void)
{
    struct proportion_test t = proportion_compare(2, 5, 2, 4, true);
    CHECK(t.z == 0 && t.p == 1);
    CHECK(proportion_compare(2, 5, 2, 4, false).z < 0);
    t = proportion_compare(5, 5, 4, 4, false);
    CHECK(isnan(t.z) && isnan(t.p));
    t = proportion_compare(0, 0, 3, 4, false);
    CHECK(isnan(t.z) && isnan(t.p));
    struct proportion d = proportion_difference_wald(0, 0, 3, 4, false);
    CHECK(isnan(d.share) && isnan(d.low) && isnan(d.high));
    d = proportion_difference_wald(9, 10, 1, 10, true); /* .8 -+ .263 + .1 */
    CHECK(d.high == 1 && d.low > 0.43 && d.low < 0.44);
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
    test_wald();
    test_wilson_corrected();
    test_exact();
    test_agresti_coull();
    test_other_intervals_of_nobody();
    test_two();
    test_two_edges();
    test_newcombe();
    test_newcombe_without_a_group();
    return unit_end();
}
