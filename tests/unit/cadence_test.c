/*
 * One-way analysis of variance by hand. Logs of gaps:
 *
 *             logs          n   sum   mean   squares about it
 *   a         1  1  3  3    4   8     2      4
 *   b         3  3  5  5    4   16    4      4
 *   c         2  4          2   6     3      2
 *   d                       0
 *
 *   N = 10 gaps of G = 3 customers; M = 30 / 10 = 3
 *   W = (4 + 4 + 2) / (10 - 3) = 10/7
 *   between: 4 (2 - 3)^2 + 4 (4 - 3)^2 + 2 (3 - 3)^2 = 8;  N - sum n^2 / N = 10 - 36/10 = 6.4
 *   B = (8 - 2 x 10/7) / 6.4 = (36/7) / 6.4 = 45/56
 *   k = (10/7) / (45/56) = 16/9
 */
#include "unit.h"

#include <math.h>

#include "stats/cadence.h"

static bool near(double got, double want)
{
    if (fabs(got - want) < 1e-9) {
        return true;
    }
    printf("    got %.12g, want %.12g\n", got, want);
    return false;
}

static struct cadence of_logs(const double *logs, size_t n)
{
    struct cadence c = {0};
    for (size_t i = 0; i < n; i++) {
        cadence_add(&c, exp(logs[i]));
    }
    return c;
}

static struct cadence four[4];

static bool make_population(struct cadence_population *population)
{
    four[0] = of_logs((const double[]){1, 1, 3, 3}, 4);
    four[1] = of_logs((const double[]){3, 5, 3, 5}, 4);
    four[2] = of_logs((const double[]){4, 2}, 2);
    four[3] = (struct cadence){0};
    return cadence_population(four, 4, population);
}

static void test_population(void)
{
    struct cadence_population p;
    CHECK(make_population(&p));
    CHECK_INT(p.gaps, 10);
    CHECK_INT(p.customers, 3);
    CHECK(near(p.mean, 3));
    CHECK(near(p.within, 10.0 / 7));
    CHECK(near(p.between, 45.0 / 56));
    CHECK(near(p.k, 16.0 / 9));
}

/* The tail is .5 at the typical gap and .025 at 1.959964 standard deviations above, on the log
 * scale; .975 as far below. */
static void check_rhythm(const struct cadence *c, const struct cadence_population *p, double mean,
                         double variance)
{
    double off = 1.959963984540054 * sqrt(variance);
    CHECK(near(cadence_typical(c, p), exp(mean)));
    CHECK(near(cadence_tail(c, p, exp(mean)), 0.5));
    CHECK(near(cadence_tail(c, p, exp(mean + off)), 0.025));
    CHECK(near(cadence_tail(c, p, exp(mean - off)), 0.975));
}

/*
 *   a: mean (8 + 16/9 x 3) / (4 + 16/9) = 30/13
 *      variance (4 + 16/9 x 10/7) / (3 + 16/9) x (1 + 1 / (4 + 16/9)) = 412/301 x 61/52
 *   d: no gap: M and W + B = 80/56 + 45/56
 *   one gap, of log 5: mean (5 + 16/9 x 3) / (1 + 16/9) = 93/25
 *      variance 10/7 x (1 + 1 / (1 + 16/9)) = 10/7 x 34/25
 */
static void test_shrinkage(void)
{
    struct cadence_population p;
    make_population(&p);
    const struct cadence one = of_logs((const double[]){5}, 1);
    check_rhythm(&four[0], &p, 30.0 / 13, 412.0 / 301 * 61 / 52);
    check_rhythm(&four[3], &p, 3, 125.0 / 56);
    check_rhythm(&one, &p, 93.0 / 25, 10.0 / 7 * 34 / 25);
}

static void test_no_silence(void)
{
    struct cadence_population p;
    make_population(&p);
    CHECK(cadence_tail(&four[0], &p, 0) == 1);
    CHECK(cadence_tail(&four[3], &p, 0) == 1);
}

/* Five customers of logs 1 and 3 each: all means are 2, so that B = (0 - 4 x 2) / .. is below 0, and
 * is taken as 0: W = 10 / 5 = 2 is everybody's, and the own gaps do not matter. */
static void test_all_alike(void)
{
    struct cadence five[5];
    struct cadence_population p;
    const struct cadence none = {0}, other = of_logs((const double[]){7, 7, 7}, 3);
    for (size_t i = 0; i < 5; i++) {
        five[i] = of_logs((const double[]){1, 3}, 2);
    }
    CHECK(cadence_population(five, 5, &p));
    CHECK(near(p.within, 2));
    CHECK(p.between == 0);
    CHECK(isinf(p.k) && p.k > 0);
    check_rhythm(&five[0], &p, 2, 2);
    check_rhythm(&none, &p, 2, 2);
    check_rhythm(&other, &p, 2, 2);
}

/* Nine gaps are too few; ten of ten customers do not tell how one's own gaps differ. */
static void test_too_little(void)
{
    struct cadence c[10];
    struct cadence_population p;
    c[0] = of_logs((const double[]){1, 2, 3, 1, 2, 3, 1, 2, 3}, 9);
    CHECK(!cadence_population(c, 1, &p));
    cadence_add(&c[0], 10);
    CHECK(cadence_population(c, 1, &p));
    for (size_t i = 0; i < 10; i++) {
        c[i] = of_logs((const double[]){(double)i}, 1);
    }
    CHECK(!cadence_population(c, 10, &p));
    cadence_add(&c[9], 10);
    CHECK(cadence_population(c, 10, &p));
    CHECK(!cadence_population(c, 0, &p));
}

/*
 * Regular to the day: 4 gaps of 1 day, 4 of 2, 4 of 4, and one who has one gap, of 2. W is 0, k is 0:
 * the next gap is the own one, and a longer silence is impossible.
 */
static void test_no_spread(void)
{
    struct cadence c[4] = {{0}};
    struct cadence_population p;
    for (size_t i = 0; i < 4; i++) {
        cadence_add(&c[0], 1);
        cadence_add(&c[1], 2);
        cadence_add(&c[2], 4);
    }
    cadence_add(&c[3], 2);
    CHECK(cadence_population(c, 4, &p));
    CHECK(p.within == 0 && p.between > 0 && p.k == 0);
    CHECK(near(cadence_typical(&c[1], &p), 2));
    CHECK(cadence_tail(&c[1], &p, 3) == 0);
    CHECK(cadence_tail(&c[1], &p, 1) == 1);
    CHECK(cadence_tail(&c[3], &p, 3) == 0);
    CHECK(cadence_tail(&c[3], &p, 1) == 1);
    CHECK(!isnan(cadence_tail(&c[1], &p, 2)));
}

int main(void)
{
    test_population();
    test_shrinkage();
    test_no_silence();
    test_all_alike();
    test_too_little();
    test_no_spread();
    return unit_end();
}
