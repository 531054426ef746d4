/*
 * Shares by hand. Exactness is wanted where the sums are whole numbers: a tier begins at exactly
 * half of the revenue or it does not.
 */
#include "unit.h"

#include <math.h>

#include "stats/standing.h"

#define MOST 64

static double pct[MOST], top[MOST];

static bool is(double got, double want)
{
    return isnan(want) ? isnan(got) : got <= want && got >= want;
}

static void check(const double *values, size_t n, const double *want_pct, const double *want_top,
                  int line)
{
    standing(values, n, pct, top);
    for (size_t i = 0; i < n; i++) {
        if (!unit_check(is(pct[i], want_pct[i]) && is(top[i], want_top[i]), __FILE__, line,
                        "standing differs")) {
            printf("    value %g: got pct %.17g top %.17g, want %.17g %.17g\n", values[i], pct[i],
                   top[i], want_pct[i], want_top[i]);
        }
    }
}

#define LIST(...) ((const double[]){__VA_ARGS__})
#define CHECK_STANDING(values, pcts, tops)                                                         \
    check(values, sizeof(values) / sizeof(double), pcts, tops, __LINE__)

/* The header's example: the positive total is 40 + 30 + 20 + 10 = 100. */
static void test_example(void)
{
    CHECK_STANDING(LIST(40, 30, 20, 10, -5), LIST(1, .8, .6, .4, .2), LIST(0, .4, .7, .9, 1));
}

/* Order of the values plays no part. */
static void test_order(void)
{
    CHECK_STANDING(LIST(-5, 20, 40, 10, 30), LIST(.2, .6, 1, .4, .8), LIST(1, .7, 0, .9, .4));
}

/*
 * Equals stand alike: of 50, 30, 30, 20 (total 130) three of four are at most 30, and 50 of 130 is
 * held by what is strictly larger than 30; 110 of 130 by what is larger than 20.
 */
static void test_ties(void)
{
    CHECK_STANDING(LIST(30, 50, 20, 30), LIST(.75, 1, .25, .75),
                   LIST(50. / 130, 0, 110. / 130, 50. / 130));
    CHECK_STANDING(LIST(7, 7, 7), LIST(1, 1, 1), LIST(0, 0, 0));
    CHECK_STANDING(LIST(0, -0.0, 4), LIST(2. / 3, 2. / 3, 1), LIST(1, 1, 0)); /* both zeros are 0 */
}

/* 50 of 100 is one half to the bit, and 1 + 1 + 1 + 1 of 5 is not above 0.8. */
static void test_boundaries(void)
{
    CHECK_STANDING(LIST(50, 25, 25), LIST(1, 2. / 3, 2. / 3), LIST(0, .5, .5));
    CHECK_STANDING(LIST(5, 4, 3, 2, 1), LIST(1, .8, .6, .4, .2),
                   LIST(0, 5. / 15, 9. / 15, 12. / 15, 14. / 15));
    CHECK_STANDING(LIST(80, 20), LIST(1, .5), LIST(0, .8));
}

/* Without a positive value there is no total of which somebody could hold a share. */
static void test_nobody_positive(void)
{
    CHECK_STANDING(LIST(0, -1, -2, 0), LIST(1, .5, .25, 1), LIST(NAN, NAN, NAN, NAN));
    CHECK_STANDING(LIST(-3), LIST(1), LIST(NAN));
}

static void test_one(void)
{
    CHECK_STANDING(LIST(12.5), LIST(1), LIST(0));
}

/* NaN is nobody: of 10, 30 the half is at most 10, and 30 of 40 is larger. */
static void test_missing(void)
{
    CHECK_STANDING(LIST(NAN, 10, NAN, 30), LIST(NAN, .5, NAN, 1), LIST(NAN, .75, NAN, 0));
    CHECK_STANDING(LIST(NAN, NAN), LIST(NAN, NAN), LIST(NAN, NAN));
}

static void test_outputs(void)
{
    const double values[] = {3, 1};
    pct[0] = pct[1] = top[0] = top[1] = -1;
    standing(values, 2, pct, NULL);
    CHECK(is(pct[0], 1) && is(pct[1], .5) && is(top[0], -1));
    standing(values, 2, NULL, top);
    CHECK(is(top[0], 0) && is(top[1], .75));
    standing(values, 2, NULL, NULL);
    standing(values, 0, pct, top);
    CHECK(is(pct[0], 1) && is(top[0], 0));
}

/*
 * Sums below 2^64 are exact. Three odd values near 2^53, no sum of which a double holds, add up to
 * 27021597764222967, and so do the four below them: what stands at the first of the four is one
 * half to the bit.
 */
static void test_exact(void)
{
    const double values[] = {9007199254740991, 9007199254740989, 9007199254740987, 6755399441055742,
                             6755399441055742, 6755399441055742, 6755399441055741};
    standing(values, COUNT_OF(values), NULL, top);
    CHECK(is(top[3], .5) && is(top[4], .5) && is(top[5], .5));
    CHECK(is(top[0], 0));
    CHECK(top[6] > .87 && top[6] < .88); /* 7/8, nearly: one quarter of the second half is left */
}

/* Whatever the values, what the definition says word for word. */
static void test_definition(void)
{
    uint64_t x = 88172645463325252;
    bool same = true;
    for (int round = 0; round < 2000; round++) {
        double values[MOST];
        size_t n = 1 + (size_t)round % MOST;
        for (size_t i = 0; i < n; i++) {
            x ^= x << 13, x ^= x >> 7, x ^= x << 17;
            values[i] = x % 11 == 0 ? NAN : (double)(int64_t)(x % 41) - 12;
        }
        standing(values, n, pct, top);
        for (size_t i = 0; i < n; i++) {
            double count = 0, at_most = 0, total = 0, larger = 0;
            for (size_t k = 0; k < n; k++) {
                count += !isnan(values[k]);
                at_most += values[k] <= values[i];
                total += values[k] > 0 ? values[k] : 0;
                larger += values[k] > 0 && values[k] > values[i] ? values[k] : 0;
            }
            double want_pct = isnan(values[i]) ? NAN : at_most / count;
            double want_top = isnan(values[i]) || total <= 0 ? NAN : larger / total;
            same &= is(pct[i], want_pct) && is(top[i], want_top);
        }
    }
    CHECK(same);
}

int main(void)
{
    test_example();
    test_order();
    test_ties();
    test_boundaries();
    test_nobody_positive();
    test_one();
    test_missing();
    test_outputs();
    test_exact();
    test_definition();
    return unit_end();
}
