/*
 * Maxima of functions whose maxima are known, and what is said where there is none.
 */
#include "unit.h"

#include <math.h>

#include "stats/maximise.h"


static bool close_to(double got, double want, double distance)
{
    bool ok = fabs(got - want) <= distance;
    if (!ok) {
        printf("    got %.15g, want %.15g\n", got, want);
    }
    return ok;
}

/* -(x - 1)^2 - (x - 1)(y + 2) - 2 (y + 2)^2: minus the second derivatives are 2 1 1 4, their inverse
 * is 4 -1 -1 2, over 7. One step is enough. */
static double parabola(const void *context, const double *at, double *gradient, double *hessian)
{
    double x = at[0] - 1, y = at[1] + 2;
    (void)context;
    gradient[0] = -2 * x - y;
    gradient[1] = -x - 4 * y;
    hessian[0] = -2;
    hessian[1] = hessian[2] = -1;
    hessian[3] = -4;
    return -x * x - x * y - 2 * y * y;
}

static void test_parabola(void)
{
    static const double start[] = {0.5, -1.5};
    struct maximise problem = {2, parabola, NULL, 1};
    struct maximise_result result;
    maximise(&problem, start, &result);
    CHECK(!result.fault);
    CHECK(close_to(result.logs[0], 1, 1e-12) && close_to(result.logs[1], -2, 1e-12));
    CHECK(close_to(result.value, 0, 1e-20));
    CHECK(close_to(result.covariance[0], 4 / 7., 1e-12));
    CHECK(close_to(result.covariance[1], -1 / 7., 1e-12));
    CHECK(close_to(result.covariance[2], -1 / 7., 1e-12));
    CHECK(close_to(result.covariance[3], 2 / 7., 1e-12));
    CHECK(result.evaluations <= 3);
}

/* A curved ridge, -(1 - x)^2 - 100 (y - x^2)^2 (Rosenbrock): maximum 0 at 1, 1. Where y is above x^2
 * the curvature turns the other way. */
static double ridge(const void *context, const double *at, double *gradient, double *hessian)
{
    double x = at[0], y = at[1], off = y - x * x;
    (void)context;
    gradient[0] = 2 * (1 - x) + 400 * x * off;
    gradient[1] = -200 * off;
    hessian[0] = -2 + 400 * off - 800 * x * x;
    hessian[1] = hessian[2] = 400 * x;
    hessian[3] = -200;
    return -(1 - x) * (1 - x) - 100 * off * off;
}

static void test_ridge(void)
{
    static const double starts[][2] = {{-1.2, 1}, {0, 4}, {3, -3}, {-2, 8}, {0, 1}};
    struct maximise problem = {2, ridge, NULL, 1};
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        struct maximise_result result;
        maximise(&problem, starts[i], &result);
        CHECK(!result.fault);
        CHECK(close_to(result.logs[0], 1, 1e-9) && close_to(result.logs[1], 1, 1e-9));
        CHECK(result.evaluations < 60);
        /* Minus the second derivatives at 1, 1: 802 -400 -400 200; determinant 400. */
        CHECK(close_to(result.covariance[0], 0.5, 1e-6));
        CHECK(close_to(result.covariance[3], 802 / 400., 1e-5));
    }
}

/* -x^4 / 4 + x^2 / 2 - y^2 / 2: a saddle at 0, maxima of 1/4 at -1 and 1. Near the saddle Newton's own
 * step would go into it. */
static double saddle(const void *context, const double *at, double *gradient, double *hessian)
{
    double x = at[0], y = at[1];
    (void)context;
    gradient[0] = x - x * x * x;
    gradient[1] = -y;
    hessian[0] = 1 - 3 * x * x;
    hessian[1] = hessian[2] = 0;
    hessian[3] = -1;
    return -x * x * x * x / 4 + x * x / 2 - y * y / 2;
}

static void test_saddle(void)
{
    static const double start[] = {-0.01, 2}, on_it[] = {0, 0};
    struct maximise problem = {2, saddle, NULL, 1};
    struct maximise_result result;
    maximise(&problem, start, &result);
    CHECK(!result.fault);
    CHECK(close_to(result.logs[0], -1, 1e-9) && close_to(result.value, 0.25, 1e-12));
    maximise(&problem, on_it, &result); /* nothing rises there, but it is no maximum */
    CHECK(result.fault && strstr(result.fault, "curvature"));
}

/* x - e^-x: rises without end. */
static double slope(const void *context, const double *at, double *gradient, double *hessian)
{
    (void)context;
    *gradient = 1 + exp(-at[0]);
    *hessian = -exp(-at[0]);
    return at[0] - exp(-at[0]);
}

/* Out of reach above 3, below where it has its maximum. */
static double edge(const void *context, const double *at, double *gradient, double *hessian)
{
    (void)context;
    *gradient = 2 * (4 - at[0]);
    *hessian = -2;
    return at[0] > 3 ? NAN : -(4 - at[0]) * (4 - at[0]);
}

static void test_none(void)
{
    static const double start[] = {0}, beyond[] = {5};
    struct maximise problem = {1, slope, NULL, 1};
    struct maximise_result result;
    maximise(&problem, start, &result);
    CHECK(result.fault && strstr(result.fault, "runs away"));
    CHECK(result.evaluations < 40);
    problem.value = edge;
    maximise(&problem, start, &result);
    CHECK(result.fault && strstr(result.fault, "still rises"));
    CHECK(result.logs[0] <= 3 && result.logs[0] > 2.9);
    maximise(&problem, beyond, &result);
    CHECK(result.fault && strstr(result.fault, "within reach"));
}

/* The best of several starts; one that is out of reach is passed over. */
static void test_starts(void)
{
    static const double starts[] = {5, 0.5, 2.5};
    struct maximise problem = {1, edge, NULL, 1};
    struct maximise_result result;
    maximise_roughly(&problem, starts, 3, &result);
    CHECK(result.logs[0] <= 3 && result.logs[0] > 2.9);
    CHECK(result.value > -1.3 && result.value <= -1);
    maximise_roughly(&problem, starts, 1, &result);
    CHECK(result.value < 0 && isinf(result.value));
}

int main(void)
{
    test_parabola();
    test_ridge();
    test_saddle();
    test_none();
    test_starts();
    return unit_end();
}
