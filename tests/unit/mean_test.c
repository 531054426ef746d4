/*
 * Means, plain and weighted, worked out beside them; Welch's test of Student's sleep data (Biometrika 6,
 * 1908), as R prints it in its manual of t.test.
 */
#include "unit.h"

#include <math.h>

#include "stats/mean.h"

static bool near(double got, double want, double tolerance)
{
    if (fabs(got - want) <= tolerance) {
        return true;
    }
    printf("    got %.12g, want %.12g\n", got, want);
    return false;
}

static struct mean of(const double *values, const double *weights, size_t count)
{
    struct mean_sums sums = {0};
    for (size_t i = 0; i < count; i++) {
        mean_add(&sums, values[i], weights ? weights[i] : 1);
    }
    return mean_of(&sums);
}

/* Mean 5, squares 9 + 1 + 1 + 1 + 0 + 0 + 4 + 16 = 32: sd sqrt(32 / 7), error sd / sqrt(8), t(7)
 * 2.364624. */
static void check_eight(struct mean m)
{
    CHECK(m.n == 8 && m.effective == 8);
    CHECK(near(m.mean, 5, 1e-12));
    CHECK(near(m.sd, 2.1380899, 5e-8));
    CHECK(near(m.error, 0.7559289, 5e-8));
    CHECK(near(m.kish_error, 0.7559289, 5e-8));
    CHECK(near(m.low, 5 - 1.7874879, 1e-6));
    CHECK(near(m.high, 5 + 1.7874879, 1e-6));
}

static void test_plain(void)
{
    static const double values[] = {2, 4, 4, 4, 5, 5, 7, 9};
    struct mean_sums sums = mean_from_sums(8, 0, 40, 232); /* 4+16+16+16+25+25+49+81 */
    check_eight(of(values, NULL, 8));
    check_eight(mean_of(&sums));
    sums = mean_from_sums(8, 4, 8, 40); /* less 4: -2 0 0 0 1 1 3 5, squares 4+1+1+9+25 */
    check_eight(mean_of(&sums));
    for (int n = 2; n < 50; n++) { /* all alike: rounding leaves no root of a negative number */
        sums = mean_from_sums(n, 0, 0.1 * n, 0.1 * 0.1 * n);
        CHECK(near(mean_of(&sums).sd, 0, 1e-7));
    }
}

/* 4, 7, 13 and 16 beside 10^9: variance 90 / 3. Squares of such values have no digits for it. */
static void test_large_values(void)
{
    static const double values[] = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
    struct mean m = of(values, NULL, 4);
    CHECK(m.mean == 1e9 + 10);
    CHECK(near(m.sd * m.sd, 30, 1e-9));
    CHECK(near(m.error, sqrt(7.5), 1e-9));
}

static void test_few(void)
{
    static const double values[] = {3, 3};
    struct mean m = of(values, NULL, 0);
    CHECK(m.n == 0 && m.effective == 0 && isnan(m.mean) && isnan(m.sd) && isnan(m.low));
    m = of(values, NULL, 1);
    CHECK(m.n == 1 && m.mean == 3 && isnan(m.sd) && isnan(m.error) && isnan(m.high));
    m = of(values, NULL, 2);
    CHECK(m.sd == 0 && m.error == 0 && m.low == 3 && m.high == 3);
    struct mean_sums none = mean_from_sums(0, 0, 0, 0);
    CHECK(isnan(mean_of(&none).mean));
}

/*
 * 1, 1 and -1 with weights 1, 3 and 2: mean 2 / 6; off it by 2/3, 2/3 and -4/3
 *   sd           3/2 (1 x 4/9 + 3 x 4/9 + 2 x 16/9) / 6 = 4 / 3, its root 1.1547005
 *   effective    36 / 14
 *   linearised   3/2 (1 x 4/9 + 9 x 4/9 + 4 x 16/9) = 17.333333, its root over 6: .6938887
 *   Kish         1.1547005 / sqrt(36 / 14) = .7200823
 *   interval     1/3 -+ t(2) 4.3026527 x .6938887 = -+ 2.9855621
 */
static void test_weighted(void)
{
    static const double values[] = {1, 1, -1}, weights[] = {1, 3, 2}, tenfold[] = {10, 30, 20};
    for (int i = 0; i < 2; i++) {
        struct mean m = of(values, i ? tenfold : weights, 3);
        CHECK(m.n == 3);
        CHECK(near(m.mean, 1.0 / 3, 1e-15));
        CHECK(near(m.sd, 1.1547005, 5e-8));
        CHECK(near(m.effective, 36.0 / 14, 1e-12));
        CHECK(near(m.error, 0.6938887, 5e-8));
        CHECK(near(m.kish_error, 0.7200823, 5e-8));
        CHECK(near(m.low, 1.0 / 3 - 2.9855621, 5e-7));
        CHECK(near(m.high, 1.0 / 3 + 2.9855621, 5e-7));
    }
}

static void test_no_weight(void)
{
    static const double values[] = {2, 100, 4, 4, 4, -7, 5, 5, 7, 9, 50};
    static const double weights[] = {1, 0, 1, 1, 1, -2, 1, 1, 1, 1, NAN};
    check_eight(of(values, weights, 11));
}

static const double sleep_a[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
static const double sleep_b[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

static void test_welch(void)
{
    struct mean a = of(sleep_a, NULL, 10), b = of(sleep_b, NULL, 10);
    struct mean_test t = mean_welch(&a, &b);
    CHECK(near(a.mean, 0.75, 1e-12) && near(b.mean, 2.33, 1e-12));
    CHECK(near(t.difference, -1.58, 1e-12));
    CHECK(near(t.t, -1.8608, 5e-5));
    CHECK(near(t.freedom, 17.776, 5e-4));
    CHECK(near(t.p, 0.07939, 5e-6));
    CHECK(near(t.low, -3.3654832, 5e-8));
    CHECK(near(t.high, 0.2054832, 5e-8));
    struct mean_test other = mean_welch(&b, &a);
    CHECK(near(other.t, -t.t, 1e-12) && near(other.p, t.p, 1e-12));
    CHECK(near(other.low, -t.high, 1e-12));
}

static void test_welch_without_errors(void)
{
    static const double alike[] = {2, 2, 2};
    struct mean a = of(alike, NULL, 3), b = of(alike, NULL, 1), c = of(sleep_a, NULL, 10);
    struct mean_test t = mean_welch(&a, &a);
    CHECK(t.difference == 0 && isnan(t.t) && isnan(t.p) && isnan(t.low));
    static const double other[] = {3, 3, 3};
    struct mean d = of(other, NULL, 3);
    t = mean_welch(&a, &d);
    CHECK(t.difference == -1 && isnan(t.t) && isnan(t.p) && isnan(t.low));
    t = mean_welch(&c, &b);
    CHECK(near(t.difference, -1.25, 1e-12) && isnan(t.error) && isnan(t.t) && isnan(t.p));
    t = mean_welch(&c, &a); /* one of them varies: its own degrees of freedom */
    CHECK(near(t.freedom, 9, 1e-9));
    CHECK(near(t.t, -1.25 / c.error, 1e-12));
}

/* Printed tables: 12.706, 2.228, 1.980; and the normal one. */
static void test_t(void)
{
    CHECK(near(mean_t95(1), 12.706, 5e-4));
    CHECK(near(mean_t95(10), 2.228, 5e-4));
    CHECK(near(mean_t95(120), 1.980, 5e-4));
    CHECK(near(mean_t95(1e9), 1.959964, 5e-7));
}

int main(void)
{
    test_plain();
    test_large_values();
    test_few();
    test_weighted();
    test_no_weight();
    test_welch();
    test_welch_without_errors();
    test_t();
    return unit_end();
}
