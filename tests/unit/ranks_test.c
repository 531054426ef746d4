/*
 * Tests by ranks and of tables against published results, and by hand.
 */
#include "unit.h"

#include <math.h>

#include "stats/ranks.h"

static bool near(double got, double want, double tolerance)
{
    if (fabs(got - want) <= tolerance) {
        return true;
    }
    printf("    got %.12g, want %.12g\n", got, want);
    return false;
}

/* Clearance of dust from lungs, Hollander & Wolfe (1973), p. 116: H = .7714. With 2 degrees of freedom
 * p is exp(-H / 2). */
static void test_kruskal(void)
{
    static const double values[] = {2.9, 3.0, 2.5, 2.6, 3.2, 3.8, 2.7,
                                    4.0, 2.4, 2.8, 3.4, 3.7, 2.2, 2.0};
    static const size_t group[] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2};
    static const size_t spread[] = {4, 4, 4, 4, 4, 0, 0, 0, 0, 2, 2, 2, 2, 2};
    struct ranks_test t = ranks_kruskal(values, group, 14, 3);
    CHECK(near(t.statistic, 0.7714286, 5e-8));
    CHECK(near(t.p, exp(-0.7714286 / 2), 5e-8));
    CHECK_INT(t.freedom, 2);
    t = ranks_kruskal(values, spread, 14, 6); /* groups that nobody is in */
    CHECK(near(t.statistic, 0.7714286, 5e-8));
    CHECK_INT(t.freedom, 2);
}

/* Insects left after six sprays (Beall 1942), with many ties: R's InsectSprays, H = 54.691,
 * p = 1.511e-10. */
static void test_kruskal_ties(void)
{
    static const double values[] = {
        10, 7,  20, 14, 14, 12, 10, 23, 17, 20, 14, 13, 11, 17, 21, 11, 16, 14,
        17, 17, 19, 21, 7,  13, 0,  1,  7,  2,  3,  1,  2,  1,  3,  0,  1,  4,
        3,  5,  12, 6,  4,  3,  5,  5,  5,  5,  2,  4,  3,  5,  3,  5,  3,  6,
        1,  1,  3,  2,  6,  4,  11, 9,  15, 22, 15, 16, 13, 10, 26, 26, 24, 13,
    };
    size_t group[72];
    for (size_t i = 0; i < 72; i++) {
        group[i] = i / 12;
    }
    struct ranks_test t = ranks_kruskal(values, group, 72, 6);
    CHECK(near(t.statistic, 54.691, 5e-4));
    CHECK(near(t.p, 1.511e-10, 5e-14));
    CHECK_INT(t.freedom, 5);
    double counts[6 * 27] = {0}; /* the same as a table: values 0 to 26 */
    for (size_t i = 0; i < 72; i++) {
        counts[group[i] * 27 + (size_t)values[i]]++;
    }
    struct ranks_test table = ranks_kruskal_table(counts, 6, 27);
    CHECK(near(table.statistic, t.statistic, 1e-9) && near(table.p, t.p, 1e-18));
    CHECK_INT(table.freedom, 5);
}

/* 1 and 2 against 2 and 3: ranks 1, 2.5 and 2.5, 4; means .75 off 2.5. H = 12 / 20 (2 x .5625 x 2) =
 * 1.35, over 1 - 6 / 60: 1.5. */
static void test_kruskal_by_hand(void)
{
    static const double values[] = {2, 3, 1, 2};
    static const size_t group[] = {1, 1, 0, 0};
    struct ranks_test t = ranks_kruskal(values, group, 4, 2);
    CHECK(near(t.statistic, 1.5, 1e-12));
    CHECK(near(t.p, erfc(sqrt(0.75)), 1e-12));
}

static void test_kruskal_undefined(void)
{
    static const double values[] = {5, 5, 5, 5}, differ[] = {5, 6, 7, 8};
    static const size_t two[] = {0, 0, 1, 1}, one[] = {1, 1, 1, 1};
    struct ranks_test t = ranks_kruskal(values, two, 4, 2);
    CHECK(isnan(t.statistic) && isnan(t.p));
    t = ranks_kruskal(differ, one, 4, 2);
    CHECK(isnan(t.statistic) && isnan(t.p));
    t = ranks_kruskal(NULL, NULL, 0, 2);
    CHECK(isnan(t.statistic) && isnan(t.p));
    CHECK_INT(t.freedom, 0);
}

/* Student's sleep data (1908): R's wilcox.test gives W = 25.5, p = .06933, and warns of ties. */
static void test_wilcoxon(void)
{
    static const double a[] = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    static const double b[] = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    struct ranks_wilcoxon t = ranks_wilcoxon(a, 10, b, 10);
    CHECK(t.w == 25.5);
    CHECK(near(t.p, 0.06933, 5e-6));
    CHECK(t.z < 0);
    struct ranks_wilcoxon other = ranks_wilcoxon(b, 10, a, 10);
    CHECK(other.w == 74.5); /* of 100 pairs */
    CHECK(near(other.z, -t.z, 1e-12) && near(other.p, t.p, 1e-12));
}

/*
 * 1, 2 against 2, 3, 4: of 6 pairs a is the greater in none and as great in one: .5. The mean is 3,
 * the variance 6 / 12 (6 - 6 / 20) = 2.85; z = -(2.5 - .5) / sqrt(2.85).
 * 1, 4 against 2, 3: 2 of 4, the mean: z 0, p 1.  2, 3 against 1, 2, 4: 3.5, off by the 1/2: z 0.
 */
static void test_wilcoxon_by_hand(void)
{
    static const double a[] = {2, 1}, b[] = {3, 2, 4};
    static const double c[] = {1, 4}, d[] = {2, 3}, e[] = {1, 2, 4};
    struct ranks_wilcoxon t = ranks_wilcoxon(a, 2, b, 3);
    CHECK(t.w == 0.5);
    CHECK(near(t.z, -2 / sqrt(2.85), 1e-12));
    CHECK(near(t.p, erfc(2 / sqrt(2 * 2.85)), 1e-12));
    t = ranks_wilcoxon(c, 2, d, 2);
    CHECK(t.w == 2 && t.z == 0 && t.p == 1);
    t = ranks_wilcoxon(d, 2, e, 3);
    CHECK(t.w == 3.5 && t.z == 0 && t.p == 1);
}

static void test_wilcoxon_undefined(void)
{
    static const double alike[] = {1, 1};
    struct ranks_wilcoxon t = ranks_wilcoxon(alike, 2, alike, 2);
    CHECK(t.w == 2 && isnan(t.z) && isnan(t.p));
    t = ranks_wilcoxon(alike, 2, NULL, 0);
    CHECK(isnan(t.w) && isnan(t.z) && isnan(t.p));
}

/* Gender and party, Agresti (2007), p. 39: 30.07 with 2 degrees of freedom; the least expected count
 * is 1200 x 566 / 2757. */
static void test_chi_square(void)
{
    static const double counts[] = {762, 327, 468, 484, 239, 477};
    static const double padded[] = {762, 0, 327, 468, 0, 0, 0, 0, 484, 0, 239, 477};
    static const double turned[] = {762, 484, 327, 239, 468, 477};
    struct ranks_table t = ranks_chi_square(counts, 2, 3);
    CHECK(near(t.chi_square, 30.0701491, 5e-8));
    CHECK(near(t.p, exp(-30.0701491 / 2), 1e-14));
    CHECK_INT(t.freedom, 2);
    CHECK(near(t.least, 246.3547334, 5e-8));
    t = ranks_chi_square(padded, 3, 4);
    CHECK(near(t.chi_square, 30.0701491, 5e-8));
    CHECK_INT(t.freedom, 2);
    CHECK(near(t.least, 246.3547334, 5e-8));
    t = ranks_chi_square(turned, 3, 2);
    CHECK(near(t.chi_square, 30.0701491, 5e-8));
}

static void test_chi_square_undefined(void)
{
    static const double row[] = {3, 4, 0, 0}, none[] = {0, 0, 0, 0};
    struct ranks_table t = ranks_chi_square(row, 2, 2);
    CHECK(isnan(t.chi_square) && isnan(t.p) && isnan(t.least));
    CHECK_INT(t.freedom, 0);
    t = ranks_chi_square(none, 2, 2);
    CHECK(isnan(t.chi_square) && isnan(t.p));
}

int main(void)
{
    test_kruskal();
    test_kruskal_ties();
    test_kruskal_by_hand();
    test_kruskal_undefined();
    test_wilcoxon();
    test_wilcoxon_by_hand();
    test_wilcoxon_undefined();
    test_chi_square();
    test_chi_square_undefined();
    return unit_end();
}
