#include "unit.h"

#include "analysis/asof.h"

static struct asof_days seen(const int32_t *day, size_t count)
{
    struct asof_days days = {0};
    for (size_t i = 0; i < count; i++) {
        asof_see(&days, day[i]);
    }
    return days;
}

#define SEEN(...) seen((const int32_t[]){__VA_ARGS__}, COUNT_OF(((const int32_t[]){__VA_ARGS__})))

static void test_latest(void)
{
    struct asof_days days = {0};
    struct asof_alone alone;
    CHECK_INT(asof_latest(&days), DATE_NONE);
    CHECK(!asof_stands_alone(&days, &alone));
    asof_see(&days, DATE_NONE); /* passed over */
    CHECK_INT(asof_latest(&days), DATE_NONE);
    asof_see(&days, 100);
    CHECK_INT(asof_latest(&days), 100);
    asof_see(&days, 50);
    asof_see(&days, DATE_NONE);
    CHECK_INT(asof_latest(&days), 100);
    asof_see(&days, 101);
    CHECK_INT(asof_latest(&days), 101);
    asof_free(&days);
    CHECK_INT(asof_latest(&days), DATE_NONE);
    days = SEEN(-5, -100); /* before 1970 */
    CHECK_INT(asof_latest(&days), -5);
    asof_free(&days);
}

/* The first and the last day of the calendar, and their neighbours outside. */
static void test_calendar_ends(void)
{
    int32_t first = date_from_civil(1, 1, 1);
    int32_t last = date_from_civil(9999, 12, 31);
    struct asof_days days = SEEN(first - 1, last + 1, INT32_MAX);
    CHECK_INT(asof_latest(&days), DATE_NONE);
    asof_see(&days, first);
    CHECK_INT(asof_latest(&days), first);
    asof_see(&days, last);
    CHECK_INT(asof_latest(&days), last);
    struct asof_alone alone;
    CHECK(!asof_stands_alone(&days, &alone)); /* of two days nothing is usual */
    asof_free(&days);
}

static void alone_is(struct asof_days days, bool want, int32_t before, double usual)
{
    struct asof_alone alone = {0};
    CHECK(asof_stands_alone(&days, &alone) == want);
    if (want) {
        CHECK_INT(alone.last, asof_latest(&days));
        CHECK_INT(alone.before, before);
        CHECK(alone.usual - usual < 1e-12 && usual - alone.usual < 1e-12);
    }
    asof_free(&days);
}

/* More than 31 days: with a day between days, 31 are still usual, 32 are not. */
static void test_31_days(void)
{
    alone_is(SEEN(0, 1, 2, 3, 3 + 31), false, 0, 0);
    alone_is(SEEN(0, 1, 2, 3, 3 + 32), true, 3, 1);
    alone_is(SEEN(0, 1, 2, 3, 3 + 4000), true, 3, 1);
}

/* More than 10 times: every 5 days, 50 is not, 51 is. */
static void test_10_times(void)
{
    alone_is(SEEN(0, 5, 10, 15, 15 + 50), false, 0, 0);
    alone_is(SEEN(0, 5, 10, 15, 15 + 51), true, 15, 5);
    /* The mean of 1 and 29 is 15: 150 is not, 151 is. */
    alone_is(SEEN(0, 1, 30, 30 + 150), false, 0, 0);
    alone_is(SEEN(0, 1, 30, 30 + 151), true, 30, 15);
}

/* Two days before have one spacing; one alone has none to compare with. */
static void test_few_days(void)
{
    alone_is(SEEN(5), false, 0, 0);
    alone_is(SEEN(5, 5000), false, 0, 0);
    alone_is(SEEN(5, 6, 6 + 32), true, 6, 1);
    alone_is(SEEN(5, 5, 5, 5000), false, 0, 0); /* days count once */
}

/* Neither the order nor repetition of the days matters; only the last gap does. */
static void test_order(void)
{
    alone_is(SEEN(400, 3, 0, 2, 1, 3, 400, 0), true, 3, 1);
    alone_is(SEEN(0, 1, 2, 500, 501, 502), false, 0, 0);
    /* Two late days keep each other company. */
    alone_is(SEEN(0, 1, 2, 3, 400, 401), false, 0, 0);
}

static void test_before_1970(void)
{
    alone_is(SEEN(-1000, -999, -998, -500), true, -998, 1);
    alone_is(SEEN(-3, -2, -1, 0), false, 0, 0);
}

int main(void)
{
    test_latest();
    test_calendar_ends();
    test_31_days();
    test_10_times();
    test_few_days();
    test_order();
    test_before_1970();
    return unit_end();
}
