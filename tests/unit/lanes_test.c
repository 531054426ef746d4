/*
 * Four doubles at once: exp, expm1 and log against the C library's in long double, each lane by
 * itself, and the same bits from both compilations.
 */
#include "unit.h"

#include <math.h>

#include "simulate.h"
#include "stats/lanes.h"

enum { EXP, EXPM1, LOG, FUNCTIONS };

LANES_INLINE lanes apply(int function, lanes x)
{
    return function == EXP ? lanes_exp(x) : function == EXPM1 ? lanes_expm1(x) : lanes_log(x);
}

static void plain(int function, const double *x, double *y)
{
    lanes_store(y, apply(function, lanes_load(x)));
}

LANES_WIDE static void wide(int function, const double *x, double *y)
{
    lanes_store(y, apply(function, lanes_load(x)));
}

static long double right(int function, double x)
{
    return function == EXP ? expl(x) : function == EXPM1 ? expm1l(x) : logl(x);
}

/* The largest error over many numbers, in parts of the value, or of 1 for logarithms below it. */
static double worst(int function, double from, double to, bool by_power)
{
    struct simulate random = {17};
    double most = 0;
    bool same = true;
    for (int i = 0; i < 50000; i++) {
        double x[LANES], y[LANES], z[LANES];
        for (int k = 0; k < LANES; k++) {
            x[k] = from + (to - from) * simulate_uniform(&random);
            x[k] = by_power ? exp2(x[k]) : x[k];
        }
        plain(function, x, y);
        (lanes_wide() ? wide : plain)(function, x, z);
        same &= memcmp(y, z, sizeof y) == 0;
        for (int k = 0; k < LANES; k++) {
            long double want = right(function, x[k]), size = fabsl(want);
            size = function == LOG && size < 1 ? 1 : size;
            double off = size > 0 ? (double)(fabsl(y[k] - want) / size) : 0;
            most = off > most ? off : most;
        }
    }
    CHECK(same);
    return most;
}

static void check_worst(int function, double from, double to, bool by_power)
{
    double most = worst(function, from, to, by_power);
    if (!CHECK(most < 6e-16)) {
        printf("    function %d from %g to %g: off by %g\n", function, from, to, most);
    }
}

static void test_functions(void)
{
    check_worst(EXP, -708, 709, false);
    check_worst(EXP, -1, 1, false);
    check_worst(EXPM1, -1, 1, false);
    check_worst(EXPM1, -40, 0.5, true); /* 1e-12 to 1.4 */
    check_worst(EXPM1, -30, 700, false);
    check_worst(LOG, 0.4, 3, false);
    check_worst(LOG, -1022, 1023, true);
}

/* What is in one lane does not reach the others. */
static void test_apart(void)
{
    static const double x[LANES] = {0, 1, -1, 700};
    double y[LANES];
    plain(EXP, x, y);
    CHECK(y[0] == 1);
    for (int i = 0; i < LANES; i++) {
        double same[LANES] = {x[i], x[i], x[i], x[i]}, all[LANES];
        plain(EXP, same, all);
        CHECK(memcmp(&all[0], &y[i], sizeof y[i]) == 0);
        CHECK(memcmp(&all[3], &y[i], sizeof y[i]) == 0);
    }
    static const double low[LANES] = {-1e300, -800, -708, -709};
    plain(EXP, low, y);
    CHECK(y[0] == y[2] && y[1] == y[2] && y[3] == y[2] && y[2] > 0 && y[2] < 1e-307);
    static const double one[LANES] = {1, 2, 0.5, 4};
    plain(LOG, one, y);
    CHECK(y[0] == 0);
    CHECK(y[1] == -y[2] && fabs(y[3] - 2 * y[1]) < 1e-15);
    static const double none[LANES] = {0, 0, 0, 0};
    plain(EXPM1, none, y);
    CHECK(y[0] == 0 && y[3] == 0);
}

static void test_choice(void)
{
    lanes a = {1, 5, -2, 0}, b = {3, 4, -3, 0};
    lanes low = lanes_min(a, b), high = lanes_max(a, b), chosen = lanes_if(a < b, a, lanes_all(9));
    static const double want[][LANES] = {{1, 4, -3, 0}, {3, 5, -2, 0}, {1, 9, 9, 9}};
    for (int i = 0; i < LANES; i++) {
        CHECK(low[i] == want[0][i] && high[i] == want[1][i] && chosen[i] == want[2][i]);
    }
    CHECK(lanes_sum(a) == 4);
    CHECK(lanes_most(a) == 5 && lanes_most(-a) == 2);
}

int main(void)
{
    test_functions();
    test_apart();
    test_choice();
    return unit_end();
}
