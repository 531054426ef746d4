/*
 * Net promoter scores: goldens worked out beside them, z is 1.959964; and two groups of a public survey
 * (San Francisco airport 2017), as R computes them.
 */
#include "unit.h"

#include <math.h>

#include "stats/mean.h"
#include "stats/nps.h"

static bool near(double got, double want, double tolerance)
{
    if (fabs(got - want) <= tolerance) {
        return true;
    }
    printf("    got %.9g, want %.9g\n", got, want);
    return false;
}

static bool is(struct nps_counts counts, enum nps_interval interval, double score, double low,
               double high)
{
    struct nps r = nps_of(&counts, interval);
    return near(r.score, score, 5.1e-7) && near(r.low, low, 5.1e-7) && near(r.high, high, 5.1e-7);
}

/*
 * 50/30/20: score .3, variance .7 - .09 = .61
 *   Wald      .3 -+ 1.959964 sqrt(.61 / 100) = .3 -+ .1530781
 *   adjusted  103 answers: score 30 / 103 = .2912621, variance 71.5 / 103 - .0848336 = .6093411,
 *             -+ 1.959964 sqrt(.6093411 / 103) = -+ .1507507
 *   t         .3 -+ 1.984217 sqrt(.61 / 99) = -+ .1557531
 */
static void test_intervals(void)
{
    struct nps_counts c = {50, 30, 20, 0};
    CHECK(is(c, NPS_WALD, 0.3, 0.1469219, 0.4530781));
    CHECK(is(c, NPS_ADJUSTED, 0.3, 0.1405113, 0.4420128));
    CHECK(is(c, NPS_T, 0.3, 0.1442470, 0.4557530));
    CHECK(near(nps_of(&c, NPS_WALD).error, 0.0781025, 5e-8)); /* sqrt(.0061) */
    CHECK(near(nps_of(&c, NPS_ADJUSTED).error, 0.0781025, 5e-8));
    CHECK(near(nps_of(&c, NPS_T).error, 0.0784960, 5e-8)); /* sqrt(.61 / 99) */
    /* The other way round it is mirrored. */
    CHECK(is((struct nps_counts){20, 30, 50, 0}, NPS_ADJUSTED, -0.3, -0.4420128, -0.1405113));
    CHECK(is((struct nps_counts){20, 30, 50, 0}, NPS_T, -0.3, -0.4557530, -0.1442470));
}

/*
 * 19/10/7: 12 / 36 = .3333333, variance 26 / 36 - 1 / 9 = .6111111
 *   Wald      -+ 1.959964 sqrt(.6111111 / 36) = -+ .2553620
 *   adjusted  39 answers: 12 / 39 = .3076923, variance 27.5 / 39 - .0946746 = .6104537,
 *             -+ 1.959964 sqrt(.6104537 / 39) = -+ .2452123
 */
static void test_small(void)
{
    struct nps_counts c = {19, 10, 7, 0};
    CHECK(is(c, NPS_WALD, 1.0 / 3, 0.0779714, 0.5886953));
    CHECK(is(c, NPS_ADJUSTED, 1.0 / 3, 0.0624800, 0.5529046));
}

/* Five promoters: Wald is certain of them; adjusted, 8 answers, 5 / 8, variance 6.5 / 8 - .390625 =
 * .421875: .625 -+ 1.959964 sqrt(.421875 / 8) = -+ .4500854, cut off at 1. */
static void test_all_alike(void)
{
    CHECK(is((struct nps_counts){5, 0, 0, 0}, NPS_WALD, 1, 1, 1));
    CHECK(is((struct nps_counts){5, 0, 0, 0}, NPS_ADJUSTED, 1, 0.1749146, 1));
    CHECK(is((struct nps_counts){0, 0, 5, 0}, NPS_ADJUSTED, -1, -1, -0.1749146));
    CHECK(is((struct nps_counts){0, 5, 0, 0}, NPS_WALD, 0, 0, 0));
    CHECK(is((struct nps_counts){0.7, 0, 0, 3}, NPS_WALD, 1, 1, 1));
}

/* Wald and t are cut off, too: 9/1/0, .9 -+ 1.959964 sqrt(.09 / 10) = -+ .1859385; t(9) 2.262157
 * sqrt(.09 / 9) = -+ .2262157 */
static void test_cut_off(void)
{
    CHECK(is((struct nps_counts){9, 1, 0, 0}, NPS_WALD, 0.9, 0.7140615, 1));
    CHECK(is((struct nps_counts){9, 1, 0, 0}, NPS_T, 0.9, 0.6737843, 1));
    CHECK(is((struct nps_counts){0, 1, 9, 0}, NPS_WALD, -0.9, -1, -0.7140615));
}

static void test_too_few(void)
{
    struct nps_counts none = {0, 0, 0, 0}, one = {1, 0, 0, 0}, two = {2, 1, 1, 0};
    struct nps r = nps_of(&none, NPS_ADJUSTED);
    CHECK(isnan(r.score) && isnan(r.low) && isnan(r.high) && isnan(r.error));
    r = nps_of(&one, NPS_T);
    CHECK(r.score == 1 && isnan(r.low) && isnan(r.high) && isnan(r.error));
    struct nps_difference d = nps_compare(&two, &none, NPS_WALD);
    CHECK(isnan(d.difference) && isnan(d.error) && isnan(d.z) && isnan(d.p) && isnan(d.low));
    d = nps_compare(&two, &one, NPS_T);
    CHECK(d.difference == -0.75 && isnan(d.error) && isnan(d.p) && isnan(d.low));
}

/* Weights by 1/5 and an effective n of 100 are 100 answers; of 25, the error is sqrt(.61 / 25). */
static void test_weighted(void)
{
    CHECK(is((struct nps_counts){10, 6, 4, 100}, NPS_WALD, 0.3, 0.1469219, 0.4530781));
    CHECK(is((struct nps_counts){10, 6, 4, 100}, NPS_ADJUSTED, 0.3, 0.1405113, 0.4420128));
    CHECK(is((struct nps_counts){10, 6, 4, 100}, NPS_T, 0.3, 0.1442470, 0.4557530));
    struct nps_counts c = {50, 30, 20, 25};
    CHECK(near(nps_of(&c, NPS_WALD).error, 0.1562050, 5e-8));
}

/* Promoters of weights 1 and 3, a detractor of 2: score 2 / 6; 1^2 + 3^2 times (2/3)^2 and 2^2 times
 * (4/3)^2 make 104 / 9; its root over 6. */
static void test_linearised(void)
{
    struct nps_counts c = {4, 0, 2, 0}, squares = {10, 0, 4, 0}, plain = {50, 30, 20, 0};
    CHECK(near(nps_linearised(&c, &squares), 0.5665577, 5e-8));
    CHECK(near(nps_linearised(&plain, &plain), nps_of(&plain, NPS_WALD).error, 1e-15));
    struct nps_counts passive = {1, 2, 0, 0}, its = {1, 4, 0, 0}; /* 1 (2/3)^2 + 4 (1/3)^2 = 8/9 */
    CHECK(near(nps_linearised(&passive, &its), sqrt(8.0 / 9) / 3, 1e-15));
}

static const struct nps_counts women = {752, 426, 154, 0}, men = {618, 508, 169, 0};

static void test_difference(void)
{
    struct nps_difference d = nps_compare(&women, &men, NPS_WALD);
    CHECK(near(d.difference, 0.102230802230802, 1e-14));
    CHECK(near(d.error, 0.0271253121810739, 1e-14));
    CHECK(near(d.z, 3.76883412616101, 1e-12));
    CHECK(near(d.p, 0.000164011830557071, 1e-15));
    CHECK(near(d.low, 0.0490661672864918, 1e-14));
    CHECK(near(d.high, 0.155395437175113, 1e-14));
    struct nps_difference other = nps_compare(&men, &women, NPS_WALD);
    CHECK(near(other.z, -d.z, 1e-12) && near(other.p, d.p, 1e-15) &&
          near(other.low, -d.high, 1e-15));
}

/* 999 of 1,000 against 1 of 1,000: 1.996 -+ 1.959964 sqrt(2 x .003996 / 1000), beyond 2. */
static void test_difference_cut_off(void)
{
    struct nps_counts a = {999, 0, 1, 0}, b = {1, 0, 999, 0};
    CHECK(nps_compare(&a, &b, NPS_WALD).high == 2);
    CHECK(nps_compare(&b, &a, NPS_WALD).low == -2);
    CHECK(nps_compare(&b, &a, NPS_WALD).high < -1.99);
}

/* All alike in both: Wald has no error to go by. Adjusted: .625 and -.625, each with the error
 * sqrt(.421875 / 8) = .2296397; together .3247595. */
static void test_difference_all_alike(void)
{
    struct nps_counts a = {5, 0, 0, 0}, b = {0, 0, 5, 0};
    struct nps_difference d = nps_compare(&a, &b, NPS_WALD);
    CHECK(d.difference == 2 && d.error == 0 && isnan(d.z) && isnan(d.p));
    d = nps_compare(&a, &b, NPS_ADJUSTED);
    CHECK(d.difference == 2);
    CHECK(near(d.error, 0.3247595, 5e-8));
    CHECK(near(d.z, 3.849002, 5e-7)); /* 1.25 / .3247595 */
    CHECK(near(d.p, erfc(3.849002 / sqrt(2)), 1e-9));
    CHECK(near(d.low, 0.6134830, 5e-7));
    CHECK(near(d.high, 1.8865170, 5e-7));
}

/* With t it is Welch's test of answers that count 1, 0 and -1. */
static void test_difference_is_welch(void)
{
    const struct nps_counts *counts[2] = {&women, &men};
    struct mean m[2];
    for (int g = 0; g < 2; g++) {
        struct mean_sums sums = {0};
        for (int i = 0; i < (int)counts[g]->promoters; i++) {
            mean_add(&sums, 1, 1);
        }
        for (int i = 0; i < (int)counts[g]->passives; i++) {
            mean_add(&sums, 0, 1);
        }
        for (int i = 0; i < (int)counts[g]->detractors; i++) {
            mean_add(&sums, -1, 1);
        }
        m[g] = mean_of(&sums);
    }
    struct mean_test t = mean_welch(&m[0], &m[1]);
    struct nps_difference d = nps_compare(&women, &men, NPS_T);
    CHECK(near(d.difference, t.difference, 1e-12));
    CHECK(near(d.z, t.t, 1e-9));
    CHECK(near(d.p, t.p, 1e-12));
    CHECK(near(d.low, t.low, 1e-12) && near(d.high, t.high, 1e-12));
    CHECK(d.z < nps_compare(&women, &men, NPS_WALD).z); /* errors with n - 1 are larger */
}

int main(void)
{
    test_intervals();
    test_small();
    test_all_alike();
    test_cut_off();
    test_too_few();
    test_weighted();
    test_linearised();
    test_difference();
    test_difference_cut_off();
    test_difference_all_alike();
    test_difference_is_welch();
    return unit_end();
}
