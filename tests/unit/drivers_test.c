/*
 * Shares of R^2: by the formula for two predictors, and for more against the mean over all orders of
 * entry, each R^2 solved by itself (Gauss & Jordan).
 */
#include "unit.h"

#include <math.h>

#include "base/mem.h"
#include "simulate.h"
#include "stats/drivers.h"

static bool near(double got, double want, double tolerance)
{
    if (fabs(got - want) <= tolerance) {
        return true;
    }
    printf("    got %.12g, want %.12g\n", got, want);
    return false;
}

static const struct drivers_effort exact = {0, 0, 1};

static struct drivers share(const double *correlation, size_t p)
{
    struct drivers d;
    drivers_share(correlation, p, &exact, &d);
    return d;
}

static double sum_of(const struct drivers *d, size_t p)
{
    double sum = 0;
    for (size_t j = 0; j < p; j++) {
        sum += d->driver[j].lmg;
    }
    return sum;
}

/*
 * r1y .6, r2y .5, r12 .4: R^2 = (.36 + .25 - 2 x .6 x .5 x .4) / (1 - .16) = .37 / .84
 *   last  .37 / .84 - .25 = .190476, .37 / .84 - .36 = .080476
 *   LMG   (.36 + .190476) / 2, (.25 + .080476) / 2
 *   beta  (.6 - .4 x .5) / .84, (.5 - .4 x .6) / .84
 */
static void test_golden(void)
{
    static const double c[] = {1, 0.4, 0.6, 0.4, 1, 0.5, 0.6, 0.5, 1};
    struct drivers d = share(c, 2);
    CHECK(near(d.r2, 0.440476, 5e-7));
    CHECK(near(d.driver[0].lmg, 0.275238, 5e-7));
    CHECK(near(d.driver[1].lmg, 0.165238, 5e-7));
    CHECK(near(d.driver[0].first, 0.36, 1e-12) && near(d.driver[1].first, 0.25, 1e-12));
    CHECK(near(d.driver[0].last, 0.190476, 5e-7) && near(d.driver[1].last, 0.080476, 5e-7));
    CHECK(near(d.driver[0].beta, 0.4 / 0.84, 1e-12) && near(d.driver[1].beta, 0.26 / 0.84, 1e-12));
    CHECK(d.driver[0].error == 0 && d.orders == 0);
    free(d.driver);
}

/* Close to each other is not the same: with r12 .9999, (.36 + .3721 - 2 x .6 x .61 x .9999) / .00019999
 * = .866043, less .3721 and .36 for the lasts. */
static void test_close(void)
{
    static const double c[] = {1, 0.9999, 0.6, 0.9999, 1, 0.61, 0.6, 0.61, 1};
    struct drivers d = share(c, 2);
    CHECK(near(d.r2, 0.866043, 5e-7));
    CHECK(near(d.driver[0].last, 0.493943, 5e-7) && near(d.driver[1].last, 0.506043, 5e-7));
    CHECK(near(d.driver[0].lmg, 0.426972, 1e-6) && near(d.driver[1].lmg, 0.439072, 1e-6));
    CHECK(!isnan(d.driver[1].beta));
    free(d.driver);
}

/* One: all of it. None: nothing. */
static void test_one_and_none(void)
{
    static const double one[] = {1, -0.5, -0.5, 1}, none[] = {1};
    struct drivers d = share(one, 1);
    CHECK(d.r2 == 0.25 && d.driver[0].lmg == 0.25 && d.driver[0].first == 0.25);
    CHECK(d.driver[0].last == 0.25 && d.driver[0].beta == -0.5);
    free(d.driver);
    d = share(none, 0);
    CHECK(d.r2 == 0);
    free(d.driver);
}

/* Predictors with something in common, of different weight for the target, its last column. */
static double *rows_of(size_t count, size_t p, uint64_t seed)
{
    struct simulate random = {seed};
    double *rows = mem_new(count * (p + 1), sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        double *row = rows + i * (p + 1), common = simulate_normal(&random);
        for (size_t k = 0; k < p; k++) {
            row[k] = 3 + (double)(k % 3) * common + simulate_normal(&random);
            row[p] += ((double)k - 1.5) * row[k];
        }
        row[p] += 4 * simulate_normal(&random);
    }
    return rows;
}

/* b' c, b the solution of R b = c for the predictors in `set`. */
static double r2_of(const double *correlation, size_t p, const bool *set)
{
    double a[6][7], r2 = 0;
    size_t of[6], n = 0;
    for (size_t i = 0; i < p; i++) {
        if (set[i]) {
            of[n++] = i;
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n; k++) {
            a[i][k] = correlation[of[i] * (p + 1) + of[k]];
        }
        a[i][n] = correlation[of[i] * (p + 1) + p];
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t m = 0; m < n; m++) {
            double part = a[m][i] / a[i][i];
            for (size_t k = 0; k <= n && m != i; k++) {
                a[m][k] -= part * a[i][k];
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        r2 += a[i][n] / a[i][i] * correlation[of[i] * (p + 1) + p];
    }
    return r2;
}

/* Every order of those not in `set` yet: what each adds, summed up. Returns the number of orders. */
static double every_order(const double *correlation, size_t p, bool *set, double r2, double *sum)
{
    double orders = 0;
    for (size_t j = 0; j < p; j++) {
        if (!set[j]) {
            set[j] = true;
            double now = r2_of(correlation, p, set);
            double later = every_order(correlation, p, set, now, sum);
            sum[j] += later * (now - r2);
            orders += later;
            set[j] = false;
        }
    }
    return orders > 0 ? orders : 1;
}

static void test_every_order(void)
{
    for (size_t p = 2; p <= 6; p++) {
        for (uint64_t seed = 1; seed <= 5; seed++) {
            double *rows = rows_of(40, p, seed * 100 + p), correlation[49], sum[6] = {0};
            struct drivers_data data = {rows, NULL, 40, p};
            bool set[6] = {0};
            drivers_correlate(&data, NULL, correlation, NULL, NULL);
            struct drivers d = share(correlation, p);
            double orders = every_order(correlation, p, set, 0, sum);
            memset(set, true, sizeof set);
            double r2 = r2_of(correlation, p, set);
            CHECK(near(d.r2, r2, 1e-12));
            CHECK(near(sum_of(&d, p), r2, 1e-12));
            for (size_t j = 0; j < p; j++) {
                set[j] = false;
                CHECK(near(d.driver[j].lmg, sum[j] / orders, 1e-12));
                CHECK(near(d.driver[j].last, r2 - r2_of(correlation, p, set), 1e-12));
                set[j] = true;
            }
            free(d.driver);
            free(rows);
        }
    }
}

/* Betas solve R b = c: put in, the correlations with the target come out. */
static void test_betas(void)
{
    double *rows = rows_of(60, 6, 9), correlation[49];
    struct drivers_data data = {rows, NULL, 60, 6};
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    struct drivers d = share(correlation, 6);
    for (size_t i = 0; i < 6; i++) {
        double sum = 0;
        for (size_t k = 0; k < 6; k++) {
            sum += correlation[i * 7 + k] * d.driver[k].beta;
        }
        CHECK(near(sum, correlation[i * 7 + 6], 1e-12));
    }
    free(d.driver);
    free(rows);
}

/*
 * x 1 2 3 4, y 1 3 2 6 (target): deviations -1.5 -.5 .5 1.5 and -2 0 -1 3; products 3 + 0 - .5 + 4.5
 * = 7, squares 5 and 14. Weights or times of 2 0 1 1 are rows 1, 1, 3, 4: x means 2.25, y 2.5,
 * products 1.25 x 1.5 x 2 - .75 x .5 + 1.75 x 3.5 = 9.5, squares 6.75 and 17.
 */
static void test_correlation(void)
{
    static const double rows[] = {1, 1, 2, 3, 3, 2, 4, 6}, weights[] = {2, 0, 1, 1};
    static const uint32_t times[] = {2, 0, 1, 1};
    double c[4], mean[2], sd[2];
    struct drivers_data data = {rows, NULL, 4, 1}, weighted = {rows, weights, 4, 1};
    drivers_correlate(&data, NULL, c, mean, sd);
    CHECK(near(c[1], 7 / sqrt(5 * 14), 1e-15) && c[2] == c[1] && c[0] == 1 && c[3] == 1);
    CHECK(mean[0] == 2.5 && mean[1] == 3);
    CHECK(near(sd[0], sqrt(5.0 / 3), 1e-15) && near(sd[1], sqrt(14.0 / 3), 1e-15));
    drivers_correlate(&data, times, c, mean, sd);
    CHECK(near(c[1], 9.5 / sqrt(6.75 * 17), 1e-15));
    CHECK(mean[0] == 2.25 && mean[1] == 2.5);
    CHECK(near(sd[0], sqrt(6.75 / 3), 1e-15)); /* of four rows */
    drivers_correlate(&weighted, NULL, c, mean, sd);
    CHECK(near(c[1], 9.5 / sqrt(6.75 * 17), 1e-15));
    CHECK(near(sd[1], sqrt(17.0 / 4 * 3 / 2), 1e-15)); /* three rows with a weight */
}

/* One predictor twice: each gets half, neither adds anything last, the second has no beta. */
static void test_twins(void)
{
    static const double c[] = {1, 1, 0.6, 1, 1, 0.6, 0.6, 0.6, 1};
    struct drivers d = share(c, 2);
    CHECK(near(d.r2, 0.36, 1e-15));
    CHECK(near(d.driver[0].lmg, 0.18, 1e-15) && near(d.driver[1].lmg, 0.18, 1e-15));
    CHECK(d.driver[0].last == 0 && d.driver[1].last == 0);
    CHECK(near(d.driver[0].beta, 0.6, 1e-15) && isnan(d.driver[1].beta));
    free(d.driver);
}

/* A third that is the sum of two others, up to rounding: R^2 stays that of the two, no share is
 * negative, and of the three none adds anything last. A fourth stands for itself. */
static void test_collinear(void)
{
    double *rows = rows_of(50, 4, 3), two[25], correlation[25];
    for (size_t i = 0; i < 50; i++) {
        double *row = rows + i * 5;
        row[2] = row[3];
    }
    struct drivers_data data = {rows, NULL, 50, 4};
    drivers_correlate(&data, NULL, two, NULL, NULL); /* the third is the fourth: R^2 of three */
    for (size_t i = 0; i < 50; i++) {
        double *row = rows + i * 5;
        row[2] = row[0] + row[1];
    }
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    struct drivers d = share(correlation, 4), e = share(two, 4);
    CHECK(near(d.r2, e.r2, 1e-9));
    CHECK(near(sum_of(&d, 4), d.r2, 1e-9));
    for (size_t j = 0; j < 3; j++) {
        CHECK(d.driver[j].lmg > 0 && d.driver[j].lmg < 1);
        CHECK(d.driver[j].last == 0);
    }
    CHECK(isnan(d.driver[2].beta) && !isnan(d.driver[1].beta));
    CHECK(d.driver[3].last > 0.01);
    free(d.driver);
    free(e.driver);
    free(rows);
}

/* .1 has no exact mean; it does not vary all the same. */
static void test_constants(void)
{
    double rows[90], correlation[9];
    struct simulate random = {5};
    struct drivers_data data = {rows, NULL, 30, 2};
    for (size_t i = 0; i < 30; i++) {
        rows[i * 3] = 0.1;
        rows[i * 3 + 1] = simulate_normal(&random);
        rows[i * 3 + 2] = rows[i * 3 + 1] + simulate_normal(&random);
    }
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    CHECK(correlation[0] == 1 && correlation[1] == 0 && correlation[2] == 0);
    struct drivers d = share(correlation, 2);
    CHECK(d.driver[0].lmg == 0 && d.driver[0].last == 0 && d.driver[0].beta == 0);
    CHECK(near(d.driver[1].lmg, d.r2, 1e-15) && d.r2 > 0.2);
    free(d.driver);
    for (size_t i = 0; i < 30; i++) {
        rows[i * 3 + 2] = 0.1;
    }
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    d = share(correlation, 2);
    CHECK(isnan(d.r2) && isnan(d.driver[1].lmg) && isnan(d.driver[1].beta));
    free(d.driver);
}

/* Orders by chance: near the exact shares by the error that is told; over 40 seeds and 6 predictors
 * the squares of (share - exact) / error have a mean of 1, give or take .3. */
static void test_orders_by_chance(void)
{
    double *rows = rows_of(80, 6, 4), correlation[49], squares = 0, before = 0;
    struct drivers_data data = {rows, NULL, 80, 6};
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    struct drivers want = share(correlation, 6), d;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct drivers_effort effort = {999, 0, seed};
        drivers_share(correlation, 6, &effort, &d);
        CHECK_INT(d.orders, 1000); /* pairs of them */
        CHECK(near(sum_of(&d, 6), want.r2, 1e-12));
        CHECK(d.driver[1].lmg != before);
        before = d.driver[1].lmg;
        for (size_t j = 0; j < 6; j++) {
            double off = (d.driver[j].lmg - want.driver[j].lmg) / d.driver[j].error;
            squares += off * off / 240;
            CHECK(fabs(off) < 4.5 && d.driver[j].error > 0 && d.driver[j].error < 0.01);
            CHECK(d.driver[j].last == want.driver[j].last);
        }
        free(d.driver);
    }
    CHECK(near(squares, 1, 0.3));
    free(want.driver);
    free(rows);
}

/* 25, of which none has to do with another: each has its r^2, in any order. */
static void test_many(void)
{
    enum { P = 25, Q = P + 1 };
    double correlation[Q * Q] = {0}, r2 = 0;
    struct drivers d;
    for (size_t i = 0; i < Q; i++) {
        correlation[i * Q + i] = 1;
        if (i < P) {
            correlation[i * Q + P] = correlation[P * Q + i] = 0.01 * (double)i;
            r2 += 0.0001 * (double)(i * i);
        }
    }
    drivers_share(correlation, P, &exact, &d);
    CHECK_INT(d.orders, DRIVERS_ORDERS);
    CHECK(near(d.r2, r2, 1e-12));
    for (size_t i = 0; i < P; i++) {
        CHECK(near(d.driver[i].lmg, 0.0001 * (double)(i * i), 1e-12));
    }
    free(d.driver);
}

/* At the limit of the exact: 20 sum to R^2, and predictors that are alike have shares alike. */
static void test_twenty(void)
{
    enum { P = 20, Q = P + 1 };
    double correlation[Q * Q];
    for (size_t i = 0; i < Q; i++) {
        for (size_t k = 0; k < Q; k++) {
            bool target = i == P || k == P;
            size_t other = i < k ? i : k;
            correlation[i * Q + k] = i == k ? 1 : !target ? 0.3 : other < 10 ? 0.4 : 0.2;
        }
    }
    struct drivers d = share(correlation, P);
    CHECK_INT(d.orders, 0);
    CHECK(near(sum_of(&d, P), d.r2, 1e-10));
    for (size_t i = 1; i < P; i++) {
        CHECK(near(d.driver[i].lmg, d.driver[i < 10 ? 0 : 10].lmg, 1e-12));
    }
    CHECK(d.driver[0].lmg > d.driver[10].lmg);
    free(d.driver);
}

/* r .6 of one predictor in 2,000 rows: r^2 has the standard error 2 r (1 - r^2) / sqrt(n) = .01717 in
 * large samples of normal values, its interval the width 3.92 x that = .0673. */
static void test_bootstrap(void)
{
    enum { N = 2000 };
    double *rows = mem_new(N * 2, sizeof *rows), correlation[4];
    struct simulate random = {11};
    struct drivers_data data = {rows, NULL, N, 1};
    struct drivers_effort effort = {0, 2000, 7}, other = {0, 2000, 8};
    struct drivers_interval v, w;
    for (size_t i = 0; i < N; i++) {
        rows[i * 2] = simulate_normal(&random);
        rows[i * 2 + 1] = 0.6 * rows[i * 2] + 0.8 * simulate_normal(&random);
    }
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    double r2 = correlation[1] * correlation[1];
    CHECK_INT(drivers_bootstrap(&data, &effort, &v), 2000);
    CHECK(near(v.high - v.low, 0.0673, 0.007));
    CHECK(near((v.high + v.low) / 2, r2, 0.004));
    CHECK(near(v.part_low, 1, 1e-12) && near(v.part_high, 1, 1e-12));
    drivers_bootstrap(&data, &effort, &w);
    CHECK(memcmp(&v, &w, sizeof v) == 0);
    drivers_bootstrap(&data, &other, &w);
    CHECK(v.low != w.low && near(v.low, w.low, 0.005));
    free(rows);
}

/* Rows without weight are not there: those that say the contrary move nothing. Parts of R^2 sum to 1
 * in each replicate, so of two predictors one's limits mirror the other's. */
static void test_bootstrap_weighted(void)
{
    enum { N = 600 };
    double *rows = rows_of(N, 2, 12), *weights = mem_new(N, sizeof *weights), correlation[9];
    struct drivers_data data = {rows, weights, N, 2};
    struct drivers_effort effort = {0, 400, 3};
    struct drivers_interval v[2];
    for (size_t i = 0; i < N; i++) {
        weights[i] = i % 2 == 0 ? 1 : i % 3 == 0 ? -1 : 0;
        rows[i * 3 + 2] *= weights[i] > 0 ? 1 : -1;
    }
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    struct drivers d = share(correlation, 2);
    CHECK_INT(drivers_bootstrap(&data, &effort, v), 400);
    for (size_t j = 0; j < 2; j++) {
        CHECK(v[j].low < d.driver[j].lmg && d.driver[j].lmg < v[j].high);
        CHECK(v[j].high - v[j].low < 0.2);
        CHECK(v[j].part_low < d.driver[j].lmg / d.r2 && d.driver[j].lmg / d.r2 < v[j].part_high);
    }
    CHECK(d.r2 > 0.05);
    CHECK(near(v[0].part_low, 1 - v[1].part_high, 1e-12));
    CHECK(near(v[0].part_high, 1 - v[1].part_low, 1e-12));
    free(d.driver);
    free(rows);
    free(weights);
}

/* Of predictors that have much in common the interval is about LMG, not about r^2. */
static void test_bootstrap_of_several(void)
{
    double *rows = rows_of(1000, 5, 31), correlation[36];
    struct drivers_data data = {rows, NULL, 1000, 5};
    struct drivers_effort effort = {0, 400, 3};
    struct drivers_interval v[5];
    drivers_correlate(&data, NULL, correlation, NULL, NULL);
    struct drivers d = share(correlation, 5);
    CHECK_INT(drivers_bootstrap(&data, &effort, v), 400);
    CHECK(fabs(d.driver[4].lmg - d.driver[4].first) > 0.1);
    for (size_t j = 0; j < 5; j++) {
        CHECK(near((v[j].low + v[j].high) / 2, d.driver[j].lmg, 0.01));
        CHECK(near((v[j].part_low + v[j].part_high) / 2, d.driver[j].lmg / d.r2, 0.01));
        CHECK(v[j].high > v[j].low && v[j].part_high > v[j].part_low);
    }
    free(d.driver);
    free(rows);
}

/* A single row has nothing that varies; nor have no rows. */
static void test_bootstrap_of_nothing(void)
{
    static const double row[] = {1, 2};
    struct drivers_effort effort = {0, 20, 1};
    struct drivers_data one = {row, NULL, 1, 1}, none = {row, NULL, 0, 1};
    struct drivers_interval v = {0, 0, 0, 0};
    CHECK_INT(drivers_bootstrap(&one, &effort, &v), 0);
    CHECK(isnan(v.low) && isnan(v.high) && isnan(v.part_low) && isnan(v.part_high));
    CHECK_INT(drivers_bootstrap(&none, &effort, &v), 0);
    CHECK(isnan(v.low));
}

int main(void)
{
    test_golden();
    test_close();
    test_one_and_none();
    test_every_order();
    test_betas();
    test_correlation();
    test_twins();
    test_collinear();
    test_constants();
    test_orders_by_chance();
    test_many();
    test_twenty();
    test_bootstrap();
    test_bootstrap_weighted();
    test_bootstrap_of_several();
    test_bootstrap_of_nothing();
    return unit_end();
}
