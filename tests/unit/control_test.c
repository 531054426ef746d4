/*
 * Control charts: the examples of the NIST/SEMATECH e-Handbook (6.3.2.2, 6.3.3.1, 6.3.3.2; the shares
 * are Montgomery's cans of orange juice), and others worked out beside them.
 */
#include "unit.h"

#include <math.h>

#include "base/mem.h"
#include "simulate.h"
#include "stats/control.h"

static bool near(double got, double want, double tolerance)
{
    if (fabs(got - want) <= tolerance) {
        return true;
    }
    printf("    got %.9g, want %.9g\n", got, want);
    return false;
}

static const struct control_options p_chart = {CONTROL_P, 0, false};

/* 30 samples of 50, 347 bad in all: .2313; limits .0524 and .4102. Samples 15 and 23 are beyond; the
 * first eight and the like are no row. */
static void test_p_chart(void)
{
    static const int bad[] = {12, 15, 8, 10, 4,  7,  16, 9,  14, 10, 5,  6, 17, 12, 22,
                              8,  10, 5, 13, 11, 20, 18, 24, 15, 9,  12, 7, 13, 9,  6};
    struct control_period period[30];
    struct control_point point[30];
    for (size_t i = 0; i < 30; i++) {
        period[i] = (struct control_period){bad[i] / 50.0, 50, NAN};
    }
    struct control c = control_chart(period, 30, &p_chart, point);
    CHECK(near(c.centre, 0.2313, 5e-5));
    CHECK(isnan(c.sd));
    CHECK_INT(c.values, 30);
    for (size_t i = 0; i < 30; i++) {
        CHECK(near(point[i].low, 0.0524, 5e-5) && near(point[i].high, 0.4102, 5e-5));
        CHECK_INT(point[i].signals, i == 14 || i == 22 ? CONTROL_BEYOND : 0);
    }
    CHECK(near(point[14].z, 3.5, 0.01)); /* (.44 - .2313) / .05964 */
}

/* Defects of 25 wafers, 400 in all: centre 16, limits 4 and 28. 31 is beyond, 28 is not. */
static void test_u_chart(void)
{
    static const int defects[] = {16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14,
                                  16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13};
    struct control_options u = {CONTROL_U, 0, false};
    struct control_period period[25];
    struct control_point point[25];
    for (size_t i = 0; i < 25; i++) {
        period[i] = (struct control_period){defects[i], 1, NAN};
    }
    struct control c = control_chart(period, 25, &u, point);
    CHECK(c.centre == 16);
    for (size_t i = 0; i < 25; i++) {
        CHECK(point[i].low == 4 && point[i].high == 28 && point[i].sd == 4);
        CHECK_INT(point[i].signals, i == 23 ? CONTROL_BEYOND : 0);
    }
    /* The same of two wafers each: 200 rates of half; limits 8 -+ 3 sqrt(8 / 2). */
    for (size_t i = 0; i < 25; i++) {
        period[i] = (struct control_period){defects[i] / 2.0, 2, NAN};
    }
    control_chart(period, 25, &u, point);
    CHECK(point[0].low == 2 && point[0].high == 14);
    CHECK_INT(point[23].signals, CONTROL_BEYOND);
}

/* Ten flow rates: mean 50.81, moving ranges sum to 16.9. Limits 50.81 -+ 2.66 x 16.9 / 9 = -+ 4.9949;
 * the handbook, with 3 / 1.128, has 45.8159 and 55.8041. */
static void test_individuals(void)
{
    static const double rates[] = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
    struct control_options individuals = {CONTROL_INDIVIDUALS, 0, true}; /* no Laney here */
    struct control_period period[10];
    struct control_point point[10];
    for (size_t i = 0; i < 10; i++) {
        period[i] = (struct control_period){rates[i], 1 + (double)i, NAN}; /* whatever n says */
    }
    struct control c = control_chart(period, 10, &individuals, point);
    CHECK(near(c.centre, 50.81, 1e-9));
    CHECK(near(c.sd, 2.66 / 3 * 16.9 / 9, 1e-9));
    CHECK(isnan(c.sigma_z));
    for (size_t i = 0; i < 10; i++) {
        CHECK(near(point[i].low, 45.8159, 1e-3) && near(point[i].high, 55.8041, 1e-3));
        CHECK_INT(point[i].signals, 0);
    }
}

/*
 * Means 10, 12 and 11 of 4, 9 and 16, within sd 2, 3 and 1: centre (40 + 108 + 176) / 29 = 11.172414,
 * pooled sd sqrt((3 x 4 + 8 x 9 + 15 x 1) / 26) = 1.951331, over 2, 3 and 4 .975665, .650444, .487833;
 * z -1.201656, 1.272342, -.353429; ranges 2.473998 and 1.625771, their mean over 1.128 1.817273.
 */
static void test_means(void)
{
    static const struct control_period period[] = {{10, 4, 2}, {12, 9, 3}, {11, 16, 1}};
    struct control_options means = {CONTROL_MEAN, 0, false};
    struct control_point point[3];
    struct control c = control_chart(period, 3, &means, point);
    CHECK(near(c.centre, 11.172414, 5e-7));
    CHECK(near(c.sd, 1.951331, 5e-7));
    CHECK(near(c.sigma_z, 1.817273, 2e-6));
    CHECK(near(point[0].sd, 0.975665, 5e-7) && near(point[2].sd, 0.487833, 5e-7));
    CHECK(near(point[0].low, 8.245419, 2e-6) && near(point[0].high, 14.099409, 2e-6));
    CHECK(near(point[1].z, 1.272342, 2e-6));
}

/* A mean of one value has no sd within: the others' is taken. Where none has, there are no limits. */
static void test_means_of_one(void)
{
    static const struct control_period some[] = {{10, 4, 2}, {30, 1, NAN}, {12, 4, 2}, {11, 1, 0}};
    static const struct control_period none[] = {{10, 1, NAN}, {30, 1, NAN}};
    struct control_options means = {CONTROL_MEAN, 0, false};
    struct control_point point[4];
    struct control c = control_chart(some, 4, &means, point);
    CHECK(c.sd == 2);
    CHECK(near(c.centre, 12.9, 1e-12)); /* (40 + 30 + 48 + 11) / 10 */
    CHECK(point[1].sd == 2);
    CHECK_INT(point[1].signals, CONTROL_BEYOND); /* 17.1 off, and 3 sd are 6 */
    c = control_chart(none, 2, &means, point);
    CHECK(c.centre == 20 && isnan(c.sd) && isnan(c.sigma_z));
    CHECK(isnan(point[0].low) && isnan(point[0].high) && isnan(point[0].z) && !point[0].signals);
}

/*
 * Shares .10, .12, .09, .13 of 10,000: centre .11, sd sqrt(.11 x .89 / 10000) = .0031288976. z is
 * -+3.196013 and -+6.392026; ranges 6.392026, 9.588039 and 12.784052, their mean 9.588039; over 1.128,
 * sigma_z 8.500035. All are beyond .1006 and .1194; none beyond .11 -+ 3 x .0031288976 x 8.500035 =
 * .0302124 and .1897876.
 */
static void test_laney(void)
{
    static const struct control_period period[] = {
        {0.10, 1e4, NAN}, {0.12, 1e4, NAN}, {0.09, 1e4, NAN}, {0.13, 1e4, NAN}};
    struct control_options laney = {CONTROL_P, 0, true};
    struct control_point point[4];
    struct control c = control_chart(period, 4, &p_chart, point);
    CHECK(near(c.sigma_z, 8.500035, 2e-6));
    for (size_t i = 0; i < 4; i++) {
        CHECK_INT(point[i].signals, CONTROL_BEYOND);
        CHECK(near(point[i].low, 0.1006133, 5e-8) && near(point[i].high, 0.1193867, 5e-8));
    }
    c = control_chart(period, 4, &laney, point);
    CHECK(near(c.sigma_z, 8.500035, 2e-6));
    for (size_t i = 0; i < 4; i++) {
        CHECK_INT(point[i].signals, 0);
        CHECK(near(point[i].low, 0.0302124, 5e-7) && near(point[i].high, 0.1897876, 5e-7));
    }
    CHECK(near(point[0].z, -3.196013 / 8.500035, 1e-6));
}

/* Shares that differ by chance alone, of n that change: sigma_z is about 1, and about 1 of 370 is
 * beyond a limit: 5.4 of 2,000. */
static void test_by_chance(void)
{
    enum { N = 2000 };
    struct simulate random = {21};
    struct control_period *period = mem_new(N, sizeof *period);
    struct control_point *point = mem_new(N, sizeof *point);
    int beyond = 0, begins = 0;
    for (size_t i = 0; i < N; i++) {
        int n = 300 + (int)(i % 5) * 50, hits = 0;
        for (int k = 0; k < n; k++) {
            hits += simulate_uniform(&random) < 0.4;
        }
        period[i] = (struct control_period){(double)hits / n, n, NAN};
    }
    struct control c = control_chart(period, N, &p_chart, point);
    CHECK(near(c.centre, 0.4, 0.003));
    CHECK(near(c.sigma_z, 1, 0.06));
    for (size_t i = 0; i < N; i++) {
        beyond += (point[i].signals & CONTROL_BEYOND) != 0;
        begins += point[i].run == 8;
    }
    CHECK(beyond >= 1 && beyond <= 13);
    CHECK(begins >= 2 && begins <= 18); /* 1 of 256: 7.8 */
    free(period);
    free(point);
}

/* Alternating, then above from 4 on: the eighth there is at 11; a value on the centre ends the row. */
static void test_run(void)
{
    static const double values[] = {4, 6, 4, 6, 4, 6, 6, 6, 6, 6, 6, 6,
                                    6, 6, 5, 4, 4, 4, 4, 4, 4, 4, 4};
    static const size_t run[] = {1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 7,
                                 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8};
    struct control_options means = {CONTROL_MEAN, 4, false}; /* centre 5 by the first four */
    struct control_period period[23];
    struct control_point point[23];
    for (size_t i = 0; i < 23; i++) {
        period[i] = (struct control_period){values[i], 4, 5};
    }
    struct control c = control_chart(period, 23, &means, point);
    CHECK(c.centre == 5 && c.sd == 5);
    CHECK_INT(c.values, 4);
    for (size_t i = 0; i < 23; i++) {
        CHECK_INT(point[i].run, run[i]);
        CHECK_INT(point[i].signals, run[i] >= 8 ? CONTROL_RUN : 0);
    }
    CHECK(point[5].z > 0 && point[15].z < 0 && point[14].z == 0);
}

/* Eight periods about .5 of 100, then .695: (.695 - .5) / .05 = 3.9 beyond by the baseline. Among all,
 * they move the centre: (8 x .5 + 4 x .695) / 12 = .565, limits .565 -+ 3 x .04958 = .416 and .714. */
static void test_baseline(void)
{
    struct control_options first = {CONTROL_P, 8, false}, longer = {CONTROL_P, 99, false};
    struct control_period period[12];
    struct control_point point[12];
    for (size_t i = 0; i < 12; i++) {
        double value = i >= 8 ? 0.695 : i % 2 ? 0.52 : 0.48;
        period[i] = (struct control_period){value, 100, NAN};
    }
    struct control c = control_chart(period, 12, &first, point);
    CHECK(near(c.centre, 0.5, 1e-15));
    CHECK(near(c.sigma_z, 0.8 / 1.128, 1e-9)); /* ranges of .04 / .05 */
    CHECK_INT(c.values, 8);
    CHECK_INT(point[7].signals, 0);
    CHECK_INT(point[8].signals, CONTROL_BEYOND);
    CHECK(near(point[11].z, 3.9, 1e-9));
    for (size_t i = 0; i < 2; i++) {
        c = control_chart(period, 12, i ? &p_chart : &longer, point);
        CHECK(near(c.centre, 0.565, 1e-15));
        CHECK_INT(point[8].signals | point[11].signals, 0);
    }
}

/* Limits do not leave what can be: .05 of 20 has 3 sd of .146, .95 too; .4 events a unit 1.9. */
static void test_cut_off(void)
{
    static const struct control_period low[] = {{0, 20, NAN}, {0.1, 20, NAN}};
    static const struct control_period high[] = {{1, 20, NAN}, {0.9, 20, NAN}};
    static const struct control_period mean[] = {{0, 4, 1}, {0.1, 4, 1}};
    struct control_options u = {CONTROL_U, 0, false}, means = {CONTROL_MEAN, 0, false};
    struct control_point point[2];
    control_chart(low, 2, &p_chart, point);
    CHECK(point[0].low == 0 && near(point[0].high, 0.1962, 5e-5));
    control_chart(high, 2, &p_chart, point);
    CHECK(point[0].high == 1 && near(point[0].low, 0.8038, 5e-5));
    control_chart(low, 2, &u, point);
    CHECK(point[0].low == 0 && near(point[0].high, 0.2, 1e-15)); /* .05 + 3 sqrt(.05 / 20) */
    control_chart(mean, 2, &means, point);
    CHECK(near(point[0].low, -1.45, 1e-15));
}

/* Periods without a value have no point, end no row, and the moving range steps over them. */
static void test_gaps(void)
{
    static const double values[] = {2, NAN, 4, 1, NAN, NAN, 3};
    struct control_options individuals = {CONTROL_INDIVIDUALS, 0, false};
    struct control_options means = {CONTROL_MEAN, 2, false};
    struct control_period period[12];
    struct control_point point[12];
    for (size_t i = 0; i < 7; i++) {
        period[i] = (struct control_period){values[i], 1, NAN};
    }
    struct control c = control_chart(period, 7, &individuals, point);
    CHECK(c.centre == 2.5);
    CHECK(near(c.sd, 2.66 / 3 * 7 / 3, 1e-12)); /* 2, 3 and 2 */
    CHECK_INT(c.values, 4);
    CHECK(isnan(point[1].low) && isnan(point[1].z) && point[1].run == 0 && !point[1].signals);
    for (size_t i = 0; i < 12; i++) {
        double n = i == 4 || i == 7 ? 0 : 4;
        period[i] = (struct control_period){i == 0 ? 4 : 6, n, 5};
    }
    c = control_chart(period, 12, &means, point);
    CHECK(c.centre == 5);
    CHECK_INT(point[3].run, 3);
    CHECK_INT(point[5].run, 4);
    CHECK_INT(point[10].signals, CONTROL_RUN); /* 1 2 3 5 6 8 9 10: the eighth */
    CHECK_INT(point[9].signals, 0);
}

/* A centre that rounds beside values which are all alike makes no row of them. */
static void test_all_alike(void)
{
    struct control_options kinds[] = {{CONTROL_P, 0, false},
                                      {CONTROL_U, 0, false},
                                      {CONTROL_MEAN, 0, false},
                                      {CONTROL_INDIVIDUALS, 0, false}};
    struct control_period period[20];
    struct control_point point[20];
    for (size_t k = 0; k < COUNT_OF(kinds); k++) {
        for (size_t i = 0; i < 20; i++) {
            period[i] = (struct control_period){0.1, 7 + (double)(i % 3), 0};
        }
        control_chart(period, 20, &kinds[k], point);
        for (size_t i = 0; i < 20; i++) {
            CHECK(point[i].run == 0 && point[i].signals == 0 && point[i].z == 0);
        }
    }
    for (size_t i = 0; i < 20; i++) { /* no complaint at all: no sd, and nothing beyond */
        period[i].value = 0;
    }
    struct control c = control_chart(period, 20, &p_chart, point);
    CHECK(c.centre == 0 && isnan(c.sigma_z));
    CHECK(point[19].low == 0 && point[19].high == 0 && point[19].signals == 0);
}

static void test_nothing(void)
{
    static const struct control_period empty[] = {{NAN, 0, NAN}, {0.5, 0, NAN}, {0.5, 10, NAN}};
    struct control_options first = {CONTROL_P, 2, false};
    struct control_point point[3];
    struct control c = control_chart(empty, 0, &p_chart, point);
    CHECK(isnan(c.centre) && c.values == 0);
    c = control_chart(empty, 3, &first, point); /* nothing in the baseline */
    CHECK(isnan(c.centre) && isnan(c.sigma_z) && isnan(point[2].low) && point[2].signals == 0);
    CHECK(point[2].run == 0);
    c = control_chart(empty, 3, &p_chart, point); /* one value: no range */
    CHECK(c.centre == 0.5 && isnan(c.sigma_z) && near(point[2].high, 0.9743416, 5e-8));
}

int main(void)
{
    test_p_chart();
    test_u_chart();
    test_individuals();
    test_means();
    test_means_of_one();
    test_laney();
    test_by_chance();
    test_run();
    test_baseline();
    test_cut_off();
    test_gaps();
    test_all_alike();
    test_nothing();
    return unit_end();
}
