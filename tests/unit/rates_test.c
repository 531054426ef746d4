/* Of x + y events, at most x fall into s of s + t: the binomial distribution, term by term. */
#include "unit.h"

#include <math.h>

#include "stats/rates.h"

static bool near(double got, double want)
{
    return fabs(got - want) <= 1e-12 * want;
}

/* Halves: 5 events before and none since, 1/32, is significant; 4, 1/16, is not. */
static void test_halves(void)
{
    CHECK(near(rates_lower(0, 180, 5, 180), 1.0 / 32));
    CHECK(near(rates_lower(0, 180, 4, 180), 1.0 / 16));
    CHECK(near(rates_lower(1, 180, 5, 180), 7.0 / 64));   /* (1 + 6) / 2^6 */
    CHECK(near(rates_lower(2, 180, 2, 180), 11.0 / 16));  /* (1 + 4 + 6) / 2^4 */
    CHECK(near(rates_lower(0, 1, 1000, 1), pow(2, -1000)));
}

/* A quarter of the time: 1 of 4 is what is expected; (3/4)^4 + 4 x 1/4 x (3/4)^3 = 189/256. */
static void test_quarter(void)
{
    CHECK(near(rates_lower(1, 90, 3, 270), 189.0 / 256));
    CHECK(near(rates_lower(1, 1, 3, 3), 189.0 / 256)); /* the unit does not matter */
    CHECK(near(rates_lower(3, 270, 1, 90), 175.0 / 256)); /* 1 - (3/4)^4 */
}

static void test_ends(void)
{
    CHECK(rates_lower(7, 10, 0, 20) == 1); /* all in s: no fewer than all */
    CHECK(rates_lower(0, 10, 0, 20) == 1);
    CHECK(rates_lower(0, 0, 3, 20) == 1);
    CHECK(rates_lower(3, 10, 0, 0) == 1);
    CHECK(rates_lower(0, 10, 3, -1) == 1);
}

int main(void)
{
    test_halves();
    test_quarter();
    test_ends();
    return unit_end();
}
