/* p values of many tests, by hand. */
#include "unit.h"

#include <math.h>

#include "stats/multiple.h"

static bool are(const double *got, const double *want, size_t count)
{
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        if (fabs(got[i] - want[i]) > 1e-12) {
            printf("    %zu: got %.15g, want %.15g\n", i, got[i], want[i]);
            ok = false;
        }
    }
    return ok;
}

/*
 * Sorted .01 .02 .03 .04 .05, m = 5: p m / rank is .05 each, whatever the order they come in.
 * Holm: .05, .08, .09, then .08 and .05, which may not fall below .09.
 */
static void test_even(void)
{
    const double p[] = {.03, .01, .05, .02, .04};
    double q[5];
    multiple_bh(p, 5, q);
    CHECK(are(q, (double[]){.05, .05, .05, .05, .05}, 5));
    multiple_holm(p, 5, q);
    CHECK(are(q, (double[]){.09, .05, .09, .08, .09}, 5));
}

/*
 * Sorted .001 .025 .2 .9, m = 4:
 *   BH    .004, .05, .26667, .9
 *   Holm  .004, .075, .4, .9
 */
static void test_uneven(void)
{
    const double p[] = {.9, .001, .2, .025};
    double q[4];
    multiple_bh(p, 4, q);
    CHECK(are(q, (double[]){.9, .004, .8 / 3, .05}, 4));
    multiple_holm(p, 4, q);
    CHECK(are(q, (double[]){.9, .004, .4, .075}, 4));
}

/* A smaller q behind pulls those before it down: .04 4/2 = .08, but .045 4/3 = .06 stands behind.
 * Sorted .01 .04 .045 .5: .04, .06, .06, .5. Holm: .04, .12, .12 (.045 2 = .09), .5. */
static void test_pull(void)
{
    const double p[] = {.01, .04, .045, .5};
    double q[4];
    multiple_bh(p, 4, q);
    CHECK(are(q, (double[]){.04, .06, .06, .5}, 4));
    multiple_holm(p, 4, q);
    CHECK(are(q, (double[]){.04, .12, .12, .5}, 4));
}

/* At most 1; ties share; one test alone stays as it is; none is no harm; in place. */
static void test_ends(void)
{
    double p[] = {.8, .8, .9};
    multiple_holm(p, 3, p);
    CHECK(are(p, (double[]){1, 1, 1}, 3));
    double tied[] = {.02, .02};
    multiple_bh(tied, 2, tied);
    CHECK(are(tied, (double[]){.02, .02}, 2));
    double one[] = {.3};
    multiple_bh(one, 1, one);
    CHECK(one[0] == .3);
    multiple_holm(one, 1, one);
    CHECK(one[0] == .3);
    multiple_bh(one, 0, one);
    multiple_holm(one, 0, one);
    CHECK(one[0] == .3);
}

/* Benjamini & Hochberg 1995, section 3.2, 15 tests: at .05 the first four are found, Bonferroni and
 * Holm find three. */
static void test_published(void)
{
    const double p[] = {.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344,
                        .0459, .3240, .4262, .5719, .6528, .7590, 1.0000};
    double q[15];
    multiple_bh(p, 15, q);
    CHECK(q[3] < .05 && q[4] > .05);
    CHECK(fabs(q[3] - .0095 * 15 / 4) < 1e-12);
    multiple_holm(p, 15, q);
    CHECK(q[2] < .05 && q[3] > .05);
}

int main(void)
{
    test_even();
    test_uneven();
    test_pull();
    test_ends();
    test_published();
    return unit_end();
}
