/*
 * Odds ratios and Fisher's exact test: published tables, tables by hand, and every table of small
 * margins against the definition.
 */
#include "unit.h"

#include <math.h>

#include "stats/odds.h"

static bool near(double got, double want, double within)
{
    bool ok = fabs(got - want) <= within * fabs(want);
    if (!ok) {
        printf("    got %.15g, want %.15g\n", got, want);
    }
    return ok;
}

/* R. A. Fisher, The Design of Experiments (1935), the lady who tasted tea: 3 of 4 right. C(8, 4) = 70
 * tables; 1, 16, 36, 16, 1 of them have 0 ... 4 right; 34/70 are no likelier than 16. */
static void test_tea(void)
{
    CHECK(near(odds_fisher(3, 1, 1, 3), 34.0 / 70, 1e-12));
    CHECK(near(odds_fisher(4, 0, 0, 4), 2.0 / 70, 1e-12));
    CHECK(odds_fisher(2, 2, 2, 2) == 1);
}

/* Fisher, twins of convicts (1934): 10 of 13 monozygotic, 2 of 17 dizygotic; R's fisher.test gives
 * 0.0005367241. */
static void test_convicts(void)
{
    CHECK(near(odds_fisher(2, 15, 10, 3), 0.0005367241, 1e-7));
    CHECK(near(odds_fisher(10, 3, 2, 15), 0.0005367241, 1e-7));
    CHECK(near(odds_fisher(15, 2, 3, 10), 0.0005367241, 1e-7));
}

static double choose(unsigned n, unsigned k)
{
    double c = 1;
    for (unsigned i = 1; i <= k; i++) {
        c = c * (n - k + i) / i;
    }
    return c;
}

/* The definition, with binomial coefficients that doubles hold exactly. */
static double plainly(unsigned a, unsigned b, unsigned c, unsigned d)
{
    unsigned with = a + b, without = c + d, outcome = a + c;
    double here = choose(with, a) * choose(without, c), sum = 0;
    for (unsigned x = 0; x <= with && x <= outcome; x++) {
        if (outcome - x <= without) {
            double ways = choose(with, x) * choose(without, outcome - x);
            sum += ways <= here * (1 + 1e-7) ? ways : 0;
        }
    }
    return sum / choose(with + without, outcome);
}

static void test_definition(void)
{
    unsigned long wrong = 0, tables = 0;
    for (unsigned a = 0; a <= 9; a++) {
        for (unsigned b = 0; b <= 9; b++) {
            for (unsigned c = 0; c <= 9; c++) {
                for (unsigned d = 0; d <= 9; d++) {
                    tables++;
                    wrong += fabs(odds_fisher(a, b, c, d) - plainly(a, b, c, d)) > 1e-10;
                }
            }
        }
    }
    CHECK_INT(tables, 10000);
    CHECK_INT(wrong, 0);
}

/* Large tables: the two-sided p nears that of the chi square test. 500 of 1,000 against 400 of 1,000:
 * phi^2 n = (500 600 - 500 400)^2 2000 / (1000 1000 900 1100) = 20.202; P(chi2 > 20.202) = 7e-6, and
 * with Yates' correction (100,000 - 1,000)^2 ...: 19.800, 8.6e-6. And it does not take long. */
static void test_large(void)
{
    double p = odds_fisher(500, 500, 400, 600);
    CHECK(p > 6.9e-6 && p < 9e-6);
    p = odds_fisher(50100, 49900, 50000, 50000); /* chi square .2: erfc(sqrt(.2 / 2)) */
    CHECK(near(p, erfc(sqrt(0.2 / 2)), 0.02));
    CHECK(near(odds_fisher(50000, 50000, 50100, 49900), p, 1e-9));
    CHECK(odds_fisher(1000000, 1000000, 1000000, 1000000) == 1);
    CHECK(odds_fisher(100000, 0, 0, 100000) == 0); /* 10^-60203 */
}

static void test_margins_of_nobody(void)
{
    CHECK(odds_fisher(0, 0, 3, 4) == 1);
    CHECK(odds_fisher(3, 4, 0, 0) == 1);
    CHECK(odds_fisher(0, 3, 0, 4) == 1);
    CHECK(odds_fisher(3, 0, 4, 0) == 1);
    CHECK(odds_fisher(0, 0, 0, 0) == 1);
}

/*
 * Doll & Hill (1950), lung cancer and smoking, men: 647 smokers and 2 non-smokers of the cases, 622 and
 * 27 of the controls. 647 27 / (2 622) = 14.0426; 1.959964 sqrt(1/647 + 1/622 + 1/2 + 1/27) = 1.440528:
 * 14.0426 e^-+1.440528 = 3.3253 to 59.301.
 */
static void test_ratio(void)
{
    struct odds o = odds_ratio(647, 622, 2, 27);
    CHECK(near(o.ratio, 647.0 * 27 / (2 * 622), 1e-12));
    CHECK(near(o.low, 3.3253, 1e-4));
    CHECK(near(o.high, 59.301, 1e-4));
    /* The other way round it is the reciprocal. */
    struct odds r = odds_ratio(2, 27, 647, 622);
    CHECK(near(r.ratio, 1 / o.ratio, 1e-12));
    CHECK(near(r.low, 1 / o.high, 1e-12));
    CHECK(near(r.high, 1 / o.low, 1e-12));
    /* e^(1.96 sqrt 4) = 50.40 for a table of ones. */
    o = odds_ratio(1, 1, 1, 1);
    CHECK(o.ratio == 1 && near(o.high, 50.397, 1e-4) && near(o.low, 1 / 50.397, 1e-4));
}

/* 5 0 / 2 3: 5.5 3.5 / (.5 2.5) = 15.4, width 1.959964 sqrt(1/5.5 + 1/.5 + 1/2.5 + 1/3.5) =
 * 1.959964 sqrt(2.867532) = 3.318962. */
static void test_zero_cell(void)
{
    struct odds o = odds_ratio(5, 0, 2, 3);
    CHECK(near(o.ratio, 15.4, 1e-12));
    CHECK(near(o.low, 15.4 * exp(-3.318962), 1e-5));
    CHECK(near(o.high, 15.4 * exp(3.318962), 1e-5));
}

int main(void)
{
    test_tea();
    test_convicts();
    test_definition();
    test_large();
    test_margins_of_nobody();
    test_ratio();
    test_zero_cell();
    return unit_end();
}
