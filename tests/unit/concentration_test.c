#include "unit.h"

#include <math.h>

#include "stats/concentration.h"

#define NEAR(got, want) CHECK(fabs((got) - (want)) < 1e-12)

static void test_hand(void)
{
    /* 1 2 3 4 ascending, n = 4, sum 10: weights 2i - 5 are -3 -1 1 3, so -3 - 2 + 3 + 12 = 10, and
     * the Gini coefficient is 10 / (4 x 10). */
    int64_t four[] = {3, 1, 4, 2};
    concentration_sort(four, 4);
    CHECK(four[0] == 4 && four[1] == 3 && four[2] == 2 && four[3] == 1);
    NEAR(concentration_gini(four, 4), 0.25);
    NEAR(concentration_top(four, 4, 1, 100), 0.4);  /* ceil 0.04: one customer, 4 of 10 */
    NEAR(concentration_top(four, 4, 25, 100), 0.4); /* exactly one */
    NEAR(concentration_top(four, 4, 26, 100), 0.7); /* ceil 1.04: two, 7 of 10 */
    NEAR(concentration_top(four, 4, 50, 100), 0.7); /* exactly two */
    NEAR(concentration_top(four, 4, 51, 100), 0.9); /* ceil 2.04: three */
    NEAR(concentration_top(four, 4, 100, 100), 1);
    NEAR(concentration_top(four, 4, 0, 100), 0); /* nobody */

    /* Ten values with the sum 100: 28 + 20 + 15 + 10 + 8 + 7 + 5 + 4 + 2 + 1. Ascending with the
     * weights -9 -7 -5 -3 -1 1 3 5 7 9: -9 - 14 - 20 - 15 - 7 + 8 + 30 + 75 + 140 + 252 = 440. */
    int64_t ten[] = {1, 28, 2, 20, 4, 15, 5, 10, 7, 8};
    concentration_sort(ten, 10);
    NEAR(concentration_gini(ten, 10), 0.44);
    NEAR(concentration_top(ten, 10, 1, 100), 0.28);
    NEAR(concentration_top(ten, 10, 10, 100), 0.28);
    NEAR(concentration_top(ten, 10, 11, 100), 0.48);
    NEAR(concentration_top(ten, 10, 20, 100), 0.48);
}

/* Where p n is a whole number, ceil adds nobody: 100 and 20 customers of 1 each, but for the first.
 */
static void test_whole_parts(void)
{
    static const uint64_t percent[] = {1, 5, 10, 20};
    int64_t values[100];
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        values[i] = 1;
    }
    for (size_t i = 0; i < COUNT_OF(percent); i++) {
        NEAR(concentration_top(values, 100, percent[i], 100), (double)percent[i] / 100);
    }
    NEAR(concentration_top(values, 20, 5, 100), 1.0 / 20);
    NEAR(concentration_top(values, 20, 10, 100), 2.0 / 20);
    NEAR(concentration_top(values, 20, 20, 100), 4.0 / 20);
    NEAR(concentration_top(values, 21, 5, 100), 2.0 / 21);
}

static void test_ends(void)
{
    const int64_t alike[] = {7, 7, 7, 7, 7};
    const int64_t one_has_all[] = {9, 0, 0, 0, 0};
    const int64_t single[] = {3};
    const int64_t zeros[] = {0, 0, 0};
    const int64_t negative[] = {-1, -2};
    NEAR(concentration_gini(alike, 5), 0);
    NEAR(concentration_gini(one_has_all, 5), 0.8); /* (n - 1) / n */
    NEAR(concentration_top(one_has_all, 5, 1, 100), 1);
    NEAR(concentration_lorenz(one_has_all, 5, 80, 100), 0);
    NEAR(concentration_lorenz(one_has_all, 5, 90, 100), 0.5); /* half of the richest */

    NEAR(concentration_gini(single, 1), 0);
    NEAR(concentration_top(single, 1, 1, 100), 1);
    NEAR(concentration_lorenz(single, 1, 1, 4), 0.25);

    CHECK(isnan(concentration_gini(zeros, 3)) && isnan(concentration_top(zeros, 3, 20, 100)) &&
          isnan(concentration_lorenz(zeros, 3, 1, 2)));
    CHECK(isnan(concentration_gini(negative, 2)) &&
          isnan(concentration_top(negative, 2, 20, 100)) &&
          isnan(concentration_lorenz(negative, 2, 1, 2)));
    CHECK(isnan(concentration_gini(zeros, 0)) && isnan(concentration_top(zeros, 0, 20, 100)) &&
          isnan(concentration_lorenz(zeros, 0, 1, 2)));
}

/* A negative value is a 0 that still counts as one of n. */
static void test_negative(void)
{
    /* As 0 0 10: weights -2 0 2, 20 / (3 x 10). */
    int64_t mixed[] = {-5, 10, 0};
    concentration_sort(mixed, 3);
    CHECK(mixed[0] == 10 && mixed[1] == 0 && mixed[2] == -5);
    NEAR(concentration_gini(mixed, 3), 2.0 / 3);
    NEAR(concentration_top(mixed, 3, 1, 100), 1);
    NEAR(concentration_top(mixed, 3, 100, 100), 1);
    /* As 0 5 5: a third holds nothing, half holds half of the second, two thirds hold 5 of 10. */
    int64_t two[] = {5, INT64_MIN, 5};
    concentration_sort(two, 3);
    CHECK(two[2] == INT64_MIN);
    NEAR(concentration_lorenz(two, 3, 1, 3), 0);
    NEAR(concentration_lorenz(two, 3, 1, 2), 0.25);
    NEAR(concentration_lorenz(two, 3, 2, 3), 0.5);
    NEAR(concentration_lorenz(two, 3, 1, 1), 1);
}

static void test_lorenz(void)
{
    /* Of 1 2 3 4: 0, 1, 3, 6, 10 tenths at whole customers, straight between. */
    const int64_t four[] = {4, 3, 2, 1};
    const double quarters[] = {0, 0.1, 0.3, 0.6, 1};
    for (uint64_t i = 0; i <= 4; i++) {
        NEAR(concentration_lorenz(four, 4, i, 4), quarters[i]);
        NEAR(concentration_lorenz(four, 4, 50 * i, 200), quarters[i]);
    }
    NEAR(concentration_lorenz(four, 4, 1, 8), 0.05);
    NEAR(concentration_lorenz(four, 4, 3, 8), 0.2);
    NEAR(concentration_lorenz(four, 4, 7, 8), 0.8);
    NEAR(concentration_lorenz(four, 4, 80, 100), 0.68); /* 3.2 customers: 0.6 + 0.2 x 0.4 */
}

/* No sum and no product runs over. */
static void test_large(void)
{
    int64_t large[] = {INT64_MAX, INT64_MAX, INT64_MAX};
    NEAR(concentration_gini(large, 3), 0);
    NEAR(concentration_top(large, 3, 20, 100), 1.0 / 3);
    NEAR(concentration_lorenz(large, 3, 1, 2), 0.5);
    large[1] = large[2] = 0;
    NEAR(concentration_gini(large, 3), 2.0 / 3);
}

/* Another way to each figure: mean difference over all pairs, sums from the bottom. */
static double gini_by_pairs(const int64_t *values, size_t count)
{
    double sum = 0;
    double difference = 0;
    for (size_t i = 0; i < count; i++) {
        double x = values[i] > 0 ? (double)values[i] : 0;
        sum += x;
        for (size_t k = 0; k < count; k++) {
            difference += fabs(x - (values[k] > 0 ? (double)values[k] : 0));
        }
    }
    return difference / (2 * (double)count * sum);
}

static double sum_of_first(const int64_t *ascending, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += ascending[i] > 0 ? (double)ascending[i] : 0;
    }
    return sum;
}

static double lorenz_from_below(const int64_t *ascending, size_t count, unsigned part,
                                unsigned parts)
{
    double place = (double)count * part / parts;
    size_t whole = (size_t)(count * part / parts);
    double next = whole < count && ascending[whole] > 0 ? (double)ascending[whole] : 0;
    return (sum_of_first(ascending, whole) + (place - (double)whole) * next) /
           sum_of_first(ascending, count);
}

static uint32_t state = 12345;

static uint32_t chance(void)
{
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

static bool is_near(double got, double want, const char *what, size_t count)
{
    if (fabs(got - want) < 1e-9) {
        return true;
    }
    printf("    %s of %zu values: got %.12g, want %.12g\n", what, count, got, want);
    return false;
}

/* Many ties, many zeros, some negative; the curve rises, sags, and its area is the coefficient:
 * G = 1 - (1/n) sum (L(i-1) + L(i)). */
static bool holds(size_t count)
{
    int64_t values[64], ascending[64];
    for (size_t i = 0; i < count; i++) {
        uint32_t kind = chance() % 8;
        values[i] = kind == 0   ? 0
                    : kind == 1 ? -(int64_t)(chance() % 1000)
                                : (int64_t)(chance() % 50);
        values[i] *= kind == 2 ? 1000003 : 1;
    }
    values[0] = 17; /* there is something to share */
    double pairs = gini_by_pairs(values, count);
    concentration_sort(values, count);
    for (size_t i = 0; i < count; i++) {
        ascending[i] = values[count - 1 - i];
    }
    double gini = concentration_gini(values, count);
    bool ok = is_near(gini, pairs, "Gini", count);
    double area = 0;
    double before = 0, step = 0;
    for (size_t i = 1; i <= count; i++) {
        double at = concentration_lorenz(values, count, i, count);
        ok &= is_near(at, lorenz_from_below(ascending, count, (unsigned)i, (unsigned)count),
                      "curve", count);
        ok &= at - before > step - 1e-12 && step > -1e-12;
        step = at - before;
        area += before + at;
        before = at;
    }
    ok &= is_near(gini, 1 - area / (double)count, "area", count);
    for (unsigned part = 0; part <= 200; part++) {
        ok &= is_near(concentration_lorenz(values, count, part, 200),
                      lorenz_from_below(ascending, count, part, 200), "fine curve", count);
    }
    for (unsigned part = 1; part <= 100; part++) {
        size_t best = (count * part + 99) / 100;
        double want = 1 - sum_of_first(ascending, count - best) / sum_of_first(ascending, count);
        ok &= is_near(concentration_top(values, count, part, 100), want, "top", count);
    }
    return ok;
}

int main(void)
{
    test_hand();
    test_whole_parts();
    test_ends();
    test_negative();
    test_lorenz();
    test_large();
    for (size_t count = 1; count <= 64; count++) {
        CHECK(holds(count));
        CHECK(holds(count));
    }
    return unit_end();
}
