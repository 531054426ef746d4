/*
 * Type 7 by hand: the quantile p of n ascending values stands at rank (n - 1) p, from 0, and a rank
 * between two values takes its part of the way between them.
 */
#include "unit.h"

#include "stats/quantile.h"

static bool near(double got, double want)
{
    double off = got - want;
    return off < 1e-12 && off > -1e-12;
}

/* R: quantile(1:10, c(.2, .4, .6, .8)) = 2.8 4.6 6.4 8.2. Ranks 1.8, 3.6, 5.4, 7.2. */
static void test_ten(void)
{
    const double v[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    CHECK(near(quantile_at(v, 10, 1, 5), 2.8));
    CHECK(near(quantile_at(v, 10, 2, 5), 4.6));
    CHECK(near(quantile_at(v, 10, 3, 5), 6.4));
    CHECK(near(quantile_at(v, 10, 4, 5), 8.2));
    CHECK(near(quantile_at(v, 10, 1, 2), 5.5));
    CHECK(near(quantile_at(v, 10, 95, 100), 9.55)); /* rank 8.55 */
}

static void test_uneven(void)
{
    const double v[] = {-3, 0, 0.5, 10, 100};
    /* n - 1 = 4: quarters fall on values. */
    CHECK(near(quantile_at(v, 5, 1, 4), 0));
    CHECK(near(quantile_at(v, 5, 2, 4), 0.5));
    CHECK(near(quantile_at(v, 5, 3, 4), 10));
    CHECK(near(quantile_at(v, 5, 1, 5), -0.6)); /* rank 0.8: -3 + 0.8 x 3 */
    CHECK(near(quantile_at(v, 5, 4, 5), 28));   /* rank 3.2: 10 + 0.2 x 90 */
    CHECK(near(quantile_at(v, 5, 9, 10), 64));  /* rank 3.6: 10 + 0.6 x 90 */
}

static void test_ends(void)
{
    const double v[] = {2, 3, 5, 8};
    CHECK(near(quantile_at(v, 4, 0, 5), 2));
    CHECK(near(quantile_at(v, 4, 5, 5), 8));
    CHECK(near(quantile_at(v, 1, 0, 1), 2));
    CHECK(near(quantile_at(v, 1, 1, 2), 2));
    CHECK(near(quantile_at(v, 1, 1, 1), 2));
    CHECK(near(quantile_at(v, 2, 1, 4), 2.25));
}

static void test_ties(void)
{
    const double v[] = {1, 1, 1, 1, 7};
    CHECK(near(quantile_at(v, 5, 1, 2), 1));
    CHECK(near(quantile_at(v, 5, 3, 4), 1));
    CHECK(near(quantile_at(v, 5, 4, 5), 2.2)); /* rank 3.2: 1 + 0.2 x 6 */
}

/* 0.29 x 100 is 28.999999999999996 in floating point; rank 29 is value 29, to the bit. Between
 * equal neighbours no rounding may leave their value either. */
static void test_exact(void)
{
    double v[101];
    for (int i = 0; i <= 100; i++) {
        v[i] = i * 0.1;
    }
    bool exact = true;
    for (uint64_t part = 0; part <= 100; part++) {
        double q = quantile_at(v, 101, part, 100);
        exact &= memcmp(&q, &v[part], sizeof q) == 0;
    }
    CHECK(exact);
    for (int i = 0; i <= 100; i++) {
        v[i] = 0.1;
    }
    for (uint64_t part = 0; part <= 97; part++) {
        double q = quantile_at(v, 101, part, 97);
        exact &= memcmp(&q, &v[0], sizeof q) == 0;
    }
    CHECK(exact);
}

static void test_sort(void)
{
    double v[] = {3, -1, 2.5, -1, 0, 1e300, -1e300};
    const double want[] = {-1e300, -1, -1, 0, 2.5, 3, 1e300};
    quantile_sort(v, COUNT_OF(v));
    CHECK(memcmp(v, want, sizeof v) == 0);
    quantile_sort(v, 0);
    quantile_sort(v, 1);
    CHECK(memcmp(v, want, sizeof v) == 0);
}

int main(void)
{
    test_ten();
    test_uneven();
    test_ends();
    test_ties();
    test_exact();
    test_sort();
    return unit_end();
}
