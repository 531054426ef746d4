/*
 * Kaplan-Meier, its intervals and quantiles, and the log-rank test, each worked out by hand beside it.
 * z is 1.959964.
 */
#include "unit.h"

#include <math.h>
#include <stdlib.h>

#include "stats/survival.h"

#define EVENT(t) {.time = (t), .entry = -1, .event = true}
#define CENSORED(t) {.time = (t), .entry = -1}
#define EVENT_OF(g, t) {.time = (t), .entry = -1, .event = true, .group = (g)}
#define CENSORED_OF(g, t) {.time = (t), .entry = -1, .group = (g)}

static bool near(double got, double want)
{
    if (fabs(got - want) < 1e-6) {
        return true;
    }
    printf("    got %.9g, want %.9g\n", got, want);
    return false;
}

static bool is_point(const struct survival_point *p, double time, double at_risk, double events,
                     double censored)
{
    return p->time == time && p->at_risk == at_risk && p->events == events &&
           p->censored == censored;
}

static const struct survival_subject six[] = {EVENT(5),    CENSORED(2), EVENT(3),
                                              CENSORED(4), EVENT(1),    EVENT(3)};

/*
 * Events at 1, 3, 3 and 5, censored at 2 and 4.
 *
 *   S(1) = 5/6; sum of d / (n (n - d)) = 1/30, its root .182574
 *   S(3) = 5/6 x 2/4 = 5/12, of the 4 that are left; 1/30 + 2/8 = .283333, root .532291
 *   S(5) = 0, of the last one
 */
static void test_golden(void)
{
    struct survival_point p[6];
    size_t n = survival_curve(six, 6, 0, SURVIVAL_LOG_LOG, p);
    CHECK_INT(n, 3);
    CHECK(is_point(&p[0], 1, 6, 1, 0));
    CHECK(is_point(&p[1], 3, 4, 2, 1));
    CHECK(is_point(&p[2], 5, 1, 1, 1));
    CHECK(near(p[0].survival, 5.0 / 6));
    CHECK(near(p[0].error, 0.1521452)); /* 5/6 x .1825742 */
    CHECK(near(p[0].low, 0.273123));
    CHECK(near(p[0].high, 0.974712));
    CHECK(near(p[1].survival, 5.0 / 12));
    CHECK(near(p[1].error, 0.2217878)); /* 5/12 x .5322906 */
    CHECK(near(p[1].low, 0.055992));
    CHECK(near(p[1].high, 0.766522));
    CHECK(p[2].survival == 0);
    CHECK(isnan(p[2].low) && isnan(p[2].high));
}

/*
 *   log    S(1): 5/6 exp(-+1.959964 x .1825742) = .582655, 1.19 cut off at 1
 *          S(3): 5/12 exp(-+1.959964 x .5322906) = .146793, 1.18 cut off at 1
 *   plain  S(1): 5/6 -+ 1.959964 x .1521452 = .535134, 1.13 cut off at 1
 *          S(3): 5/12 -+ 1.959964 x .2217878 = -.02 cut off at 0, .851363
 */
static void test_other_intervals(void)
{
    struct survival_point p[6];
    survival_curve(six, 6, 0, SURVIVAL_LOG, p);
    CHECK(near(p[0].low, 0.582655));
    CHECK(p[0].high == 1);
    CHECK(near(p[1].low, 0.146792));
    CHECK(p[1].high == 1);
    CHECK(isnan(p[2].low) && isnan(p[2].high));
    survival_curve(six, 6, 0, SURVIVAL_PLAIN, p);
    CHECK(near(p[0].low, 0.535134));
    CHECK(p[0].high == 1);
    CHECK(p[1].low == 0);
    CHECK(near(p[1].high, 0.851363));
}

/* A quarter has left at 3 (.417 <= .75), half too, three quarters at 5. The lower limit is at most
 * .5 at 1 already; the upper one never. */
static void test_quantiles(void)
{
    struct survival_point p[6];
    double time, low, high;
    size_t n = survival_curve(six, 6, 0, SURVIVAL_LOG_LOG, p);
    survival_quantile(p, n, 0.25, &time, &low, &high);
    CHECK(time == 3);
    survival_quantile(p, n, 0.5, &time, &low, &high);
    CHECK(time == 3);
    CHECK(low == 1);
    CHECK(isnan(high));
    survival_quantile(p, n, 0.75, &time, &low, &high);
    CHECK(time == 5);
    survival_quantile(p, 1, 0.5, &time, &low, &high); /* as far as 1: .83 is left */
    CHECK(isnan(time));
}

/* Ten who leave one by one: S(5) is one half, whatever the product rounds to; S(2) .8, S(3) .7. */
static void test_quantile_met_exactly(void)
{
    struct survival_subject ten[10];
    struct survival_point p[10];
    double time, low, high;
    for (int i = 0; i < 10; i++) {
        ten[i] = (struct survival_subject)EVENT(10 - i);
    }
    size_t n = survival_curve(ten, 10, 0, SURVIVAL_LOG_LOG, p);
    CHECK_INT(n, 10);
    for (int i = 0; i < 9; i++) {
        CHECK(near(p[i].survival, 0.9 - 0.1 * i));
    }
    CHECK(p[9].survival == 0);
    survival_quantile(p, n, 0.5, &time, &low, &high);
    CHECK(time == 5);
    survival_quantile(p, n, 0.2, &time, &low, &high);
    CHECK(time == 2);
    survival_quantile(p, n, 0.25, &time, &low, &high);
    CHECK(time == 3);
}

/* Who is censored when another leaves is at risk still: of three at 2, one leaves; 2/3. */
static void test_ties(void)
{
    static const struct survival_subject tied[] = {CENSORED(2), EVENT(2), CENSORED(2)};
    struct survival_point p[3];
    CHECK_INT(survival_curve(tied, 3, 0, SURVIVAL_LOG_LOG, p), 1);
    CHECK(is_point(&p[0], 2, 3, 1, 2));
    CHECK(near(p[0].survival, 2.0 / 3));
}

/* The last time is a point though nobody leaves at it. */
static void test_all_censored(void)
{
    static const struct survival_subject all[] = {CENSORED(7), CENSORED(3), CENSORED(7)};
    struct survival_point p[3];
    double time, low, high;
    struct survival_test test;
    size_t n = survival_curve(all, 3, 0, SURVIVAL_LOG_LOG, p);
    CHECK_INT(n, 1);
    CHECK(is_point(&p[0], 7, 2, 0, 3));
    CHECK(p[0].survival == 1 && p[0].error == 0);
    CHECK(p[0].low == 1 && p[0].high == 1);
    survival_quantile(p, n, 0.25, &time, &low, &high);
    CHECK(isnan(time) && isnan(low) && isnan(high));
    survival_log_rank(all, 3, 1, &test);
    CHECK(test.observed[0] == 0 && test.expected[0] == 0);
    CHECK(isnan(test.chi_square) && isnan(test.p));
    free(test.observed);
    free(test.expected);
}

static void test_nobody(void)
{
    struct survival_point p[1];
    CHECK_INT(survival_curve(six, 6, 1, SURVIVAL_LOG_LOG, p), 0); /* a group without subjects */
    CHECK_INT(survival_curve(NULL, 0, 0, SURVIVAL_LOG_LOG, p), 0);
}

/*
 * Seen from 2 on: b; from 1 on: c.
 *
 *   2   a leaves, of a, c and d: b's entry is not before 2      2/3
 *   5   b leaves, of b and d; c went at 4                       2/3 x 1/2 = 1/3
 *   6   d leaves                                                0
 *
 * Were all taken as seen from the start, 3 of 4 would be left at 2.
 */
static void test_left_truncation(void)
{
    static const struct survival_subject late[] = {
        EVENT(2),
        {.time = 5, .entry = 2, .event = true},
        {.time = 4, .entry = 1},
        EVENT(6),
    };
    static const struct survival_subject early[] = {EVENT(2), EVENT(5), CENSORED(4), EVENT(6)};
    struct survival_point p[4];
    CHECK_INT(survival_curve(late, 4, 0, SURVIVAL_LOG_LOG, p), 3);
    CHECK(is_point(&p[0], 2, 3, 1, 0));
    CHECK(is_point(&p[1], 5, 2, 1, 1));
    CHECK(is_point(&p[2], 6, 1, 1, 0));
    CHECK(near(p[0].survival, 2.0 / 3));
    CHECK(near(p[1].survival, 1.0 / 3));
    CHECK(p[2].survival == 0);
    survival_curve(early, 4, 0, SURVIVAL_LOG_LOG, p);
    CHECK(near(p[0].survival, 0.75));
}

static void check_test(const struct survival_subject *subjects, size_t count, double observed,
                       double expected, double chi_square)
{
    struct survival_test test;
    double all = 0;
    survival_log_rank(subjects, count, 2, &test);
    for (size_t i = 0; i < count; i++) {
        all += subjects[i].event;
    }
    CHECK(test.observed[0] == observed);
    CHECK(test.observed[1] == all - observed);
    CHECK(near(test.expected[0], expected));
    CHECK(near(test.expected[1], all - expected)); /* they share out the same events */
    CHECK(near(test.chi_square, chi_square));
    CHECK(near(test.p, erfc(sqrt(chi_square / 2)))); /* one degree of freedom */
    CHECK_INT(test.freedom, 1);
    free(test.observed);
    free(test.expected);
}

/*
 * First group: leave at 1 and 3; second: leaves at 2, censored at 4.
 *
 *   time  at risk  of the first  expected  variance
 *   1     4        2             1/2       1/4
 *   2     3        1             1/3       2/9
 *   3     2        1             1/2       1/4
 *                                4/3       13/18
 *
 * (2 - 4/3)^2 / (13/18) = 8/13
 */
static void test_log_rank(void)
{
    static const struct survival_subject two[] = {EVENT_OF(1, 2), EVENT_OF(0, 3), CENSORED_OF(1, 4),
                                                  EVENT_OF(0, 1)};
    check_test(two, 4, 2, 4.0 / 3, 8.0 / 13);
}

/*
 * First group: leave at 1 and 1, censored at 2; second: leave at 1 and 3, censored at 3.
 * At 1, three of six leave, half of whom are of the first group: expected 3/2, variance
 * 3 (6 - 3) / (6 - 1) x 1/4 = .45. At 3 the first group is gone. (2 - 3/2)^2 / .45 = 5/9
 */
static void test_log_rank_ties(void)
{
    static const struct survival_subject two[] = {EVENT_OF(0, 1), EVENT_OF(0, 1), CENSORED_OF(0, 2),
                                                  EVENT_OF(1, 1), EVENT_OF(1, 3), CENSORED_OF(1, 3)};
    check_test(two, 6, 2, 1.5, 5.0 / 9);
}

/*
 * First group: leave at 1 and 4; second: leaves at 3, seen from 2 on; censored at 5.
 *
 *   1   2 of 3   expected 2/3   variance 2/9
 *   3   1 of 3            1/3            2/9
 *   4   1 of 2            1/2            1/4
 *
 * (2 - 3/2)^2 / (25/36) = .36
 */
static void test_log_rank_late(void)
{
    static const struct survival_subject two[] = {
        EVENT_OF(0, 1),
        EVENT_OF(0, 4),
        {.time = 3, .entry = 2, .event = true, .group = 1},
        CENSORED_OF(1, 5),
    };
    check_test(two, 4, 2, 1.5, 0.36);
}

/* A third group that was gone before anybody left says nothing: the other two are compared as they
 * are without it, wherever it stands among them (R's survdiff leaves it out, too). */
static void test_log_rank_idle_group(void)
{
    for (size_t idle = 0; idle < 3; idle++) {
        size_t a = idle == 0, b = idle == 2 ? 1 : 2;
        const struct survival_subject three[] = {EVENT_OF(b, 2), EVENT_OF(a, 3), CENSORED_OF(b, 4),
                                                 EVENT_OF(a, 1), CENSORED_OF(idle, 0.5)};
        struct survival_test test;
        survival_log_rank(three, 5, 3, &test);
        CHECK(test.observed[idle] == 0 && test.expected[idle] == 0);
        CHECK(near(test.expected[a], 4.0 / 3));
        CHECK(near(test.chi_square, 8.0 / 13));
        CHECK_INT(test.freedom, 1);
        CHECK(near(test.p, erfc(sqrt(4.0 / 13))));
        free(test.observed);
        free(test.expected);
    }
}

int main(void)
{
    test_golden();
    test_other_intervals();
    test_quantiles();
    test_quantile_met_exactly();
    test_ties();
    test_all_censored();
    test_nobody();
    test_left_truncation();
    test_log_rank();
    test_log_rank_ties();
    test_log_rank_late();
    test_log_rank_idle_group();
    return unit_end();
}
