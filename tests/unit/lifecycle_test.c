/*
 * Each stage at its boundary, one day to either side. Days are counted back from the day that is
 * looked back from: {silence, days between the last two, days between the two before}.
 */
#include "unit.h"

#include <math.h>

#include "analysis/lifecycle.h"
#include "value/date.h"

#define AS_OF 20000

/* At risk after 30 days, lapsed after 90. */
static const struct lifecycle_cuts cuts = {30, 90, 3, 365};

static void stage(int line, const struct lifecycle_cuts *with, struct lifecycle_days customer,
                  enum lifecycle_stage want)
{
    enum lifecycle_stage got = lifecycle_stage(&customer, AS_OF, with);
    unit_check_str(str_of(lifecycle_name(got)), str_of(lifecycle_name(want)), __FILE__, line);
}

/* One purchase day. */
static struct lifecycle_days once(int silence)
{
    int32_t last = AS_OF - silence;
    return (struct lifecycle_days){last, last, DATE_NONE, DATE_NONE, 1, 0};
}

static struct lifecycle_days twice(int silence, int gap)
{
    int32_t last = AS_OF - silence;
    return (struct lifecycle_days){last - gap, last, last - gap, DATE_NONE, 2, (uint64_t)gap};
}

/* Five purchase days; the first two stand as far apart as gap_max says. */
static struct lifecycle_days often(int silence, int gap, int before, int gap_max)
{
    int32_t last = AS_OF - silence;
    int32_t prev2 = last - gap - before;
    return (struct lifecycle_days){prev2 - 1 - gap_max, last, last - gap, prev2, 5,
                                   (uint64_t)gap_max};
}

#define STAGE(customer, want) stage(__LINE__, &cuts, customer, LIFECYCLE_##want)
#define STAGE_WITH(with, customer, want) stage(__LINE__, &(with), customer, LIFECYCLE_##want)

static void test_prospect(void)
{
    STAGE(((struct lifecycle_days){DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 0, 0}), PROSPECT);
    STAGE(((struct lifecycle_days){DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 2, 9}), PROSPECT);
}

/* New for as long as silence is no more than g2: one purchase day tells no rhythm. */
static void test_new(void)
{
    STAGE(once(0), NEW);
    STAGE(once(30), NEW);
    STAGE(once(31), NEW);
    STAGE(once(90), NEW);
    STAGE(once(91), LAPSED);
}

static void test_silence(void)
{
    STAGE(twice(0, 20), ACTIVE);
    STAGE(twice(29, 20), ACTIVE);
    STAGE(twice(30, 20), ACTIVE);
    STAGE(twice(31, 20), AT_RISK);
    STAGE(twice(90, 20), AT_RISK);
    STAGE(twice(91, 20), LAPSED);
    STAGE(twice(9000, 20), LAPSED);
}

/* Back after more than g2, and only once since: whatever the silence, until that is too long. */
static void test_reactivated(void)
{
    STAGE(twice(0, 91), REACTIVATED);
    STAGE(twice(0, 90), ACTIVE);
    STAGE(twice(30, 91), REACTIVATED);
    STAGE(twice(31, 91), REACTIVATED);
    STAGE(twice(90, 91), REACTIVATED);
    STAGE(twice(91, 91), LAPSED);
    STAGE(twice(31, 90), AT_RISK);
    STAGE(often(5, 91, 10, 91), REACTIVATED);
    STAGE(often(5, 10, 91, 91), ACTIVE); /* twice since: back for good, but not loyal */
}

/* Three purchase days in the year, at most g1 of silence, never a silence of more than g2. */
static void test_loyal(void)
{
    STAGE(often(0, 10, 10, 10), LOYAL);
    STAGE(often(30, 10, 10, 10), LOYAL);
    STAGE(often(31, 10, 10, 10), AT_RISK);
    STAGE(often(91, 10, 10, 10), LAPSED);
    STAGE(often(30, 10, 10, 90), LOYAL);
    STAGE(often(30, 10, 10, 91), ACTIVE);
    STAGE(twice(0, 10), ACTIVE); /* two days are not three */
}

/* The last 365 days begin 364 days ago: the third last purchase day is in them or is not. */
static void test_window(void)
{
    const struct lifecycle_cuts wide = {30, 400, 3, 365};
    STAGE_WITH(wide, often(4, 180, 180, 180), LOYAL);  /* 364 days ago */
    STAGE_WITH(wide, often(4, 180, 181, 181), ACTIVE); /* 365 days ago */
    const struct lifecycle_cuts week = {30, 400, 3, 7};
    STAGE_WITH(week, often(0, 3, 3, 3), LOYAL);  /* 6 days ago */
    STAGE_WITH(week, often(0, 3, 4, 4), ACTIVE); /* 7 days ago */
    const struct lifecycle_cuts day = {30, 400, 1, 1};
    STAGE_WITH(day, twice(0, 30), LOYAL);
    STAGE_WITH(day, twice(1, 30), ACTIVE);
}

static void test_loyal_days(void)
{
    struct lifecycle_cuts with = {30, 400, 2, 100};
    STAGE_WITH(with, twice(9, 90), LOYAL);   /* the second last is 99 days ago */
    STAGE_WITH(with, twice(10, 90), ACTIVE); /* 100 */
    with.loyal_days = 1;
    STAGE_WITH(with, twice(10, 90), LOYAL);
    STAGE_WITH(with, once(10), NEW); /* one day is new, however little loyalty asks for */
    with.loyal_days = 3;
    STAGE_WITH(with, twice(9, 9), ACTIVE);
}

/* Quantiles fall between days. */
static void test_fractions(void)
{
    const struct lifecycle_cuts with = {30.5, 89.9, 3, 365};
    STAGE_WITH(with, twice(30, 20), ACTIVE);
    STAGE_WITH(with, twice(31, 20), AT_RISK);
    STAGE_WITH(with, twice(89, 20), AT_RISK);
    STAGE_WITH(with, twice(90, 20), LAPSED);
    STAGE_WITH(with, twice(0, 89), ACTIVE);
    STAGE_WITH(with, twice(0, 90), REACTIVATED);
    STAGE_WITH(with, often(0, 10, 10, 89), LOYAL);
    STAGE_WITH(with, often(0, 10, 10, 90), ACTIVE);
}

static void test_narrow(void)
{
    const struct lifecycle_cuts same = {60, 60, 3, 365}; /* nobody is at risk */
    STAGE_WITH(same, twice(60, 20), ACTIVE);
    STAGE_WITH(same, twice(61, 20), LAPSED);
    const struct lifecycle_cuts none = {0, 0, 3, 365};
    STAGE_WITH(none, once(0), NEW);
    STAGE_WITH(none, once(1), LAPSED);
    STAGE_WITH(none, twice(0, 1), REACTIVATED);
}

/* (last - first) / (days - 1): four days from day 0 to day 90 are 30 apart. */
static void test_gap(void)
{
    struct lifecycle_days c = {100, 190, 180, 150, 4, 50};
    CHECK(lifecycle_gap(&c) >= 30 && lifecycle_gap(&c) <= 30);
    c.days = 3;
    CHECK(lifecycle_gap(&c) >= 45 && lifecycle_gap(&c) <= 45);
    c.days = 8;
    CHECK(fabs(lifecycle_gap(&c) - 90. / 7) < 1e-12);
    c = once(5);
    CHECK(isnan(lifecycle_gap(&c)));
    c.days = 0;
    CHECK(isnan(lifecycle_gap(&c)));
}

static void cuts_from(double g1, double g2, size_t n, double want1, double want2, int line)
{
    double gaps[] = {40, 10, 20, 15.5};
    struct lifecycle_cuts c = {g1, g2, 3, 365};
    lifecycle_cuts_from(&c, gaps, n);
    if (!unit_check(fabs(c.g1 - want1) < 1e-12 && fabs(c.g2 - want2) < 1e-12, __FILE__, line,
                    "cuts differ")) {
        printf("    got %.17g %.17g\n", c.g1, c.g2);
    }
}

/*
 * Type 7 of 10 15.5 20 40: the median at rank 1.5 is 17.75, the 95th percentile at rank 2.85 is 20
 * + 0.85 x 20 = 37. One that is given stays, and moves the other out of its way.
 */
static void test_cuts(void)
{
    cuts_from(-1, -1, 4, 17.75, 37, __LINE__);
    cuts_from(12, -1, 4, 12, 37, __LINE__);
    cuts_from(-1, 30, 4, 17.75, 30, __LINE__);
    cuts_from(50, -1, 4, 50, 50, __LINE__);
    cuts_from(-1, 12, 4, 12, 12, __LINE__);
    cuts_from(0, -1, 4, 0, 37, __LINE__);
    cuts_from(-1, 0, 4, 0, 0, __LINE__);
    cuts_from(3, 4, 4, 3, 4, __LINE__);
    cuts_from(-1, -1, 1, 40, 40, __LINE__);
    cuts_from(-1, -1, 0, 90, 365, __LINE__);
    cuts_from(400, -1, 0, 400, 400, __LINE__);
    cuts_from(-1, 60, 0, 60, 60, __LINE__);
}

static void test_names(void)
{
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_PROSPECT)), S("prospect"));
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_NEW)), S("new"));
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_ACTIVE)), S("active"));
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_LOYAL)), S("loyal"));
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_AT_RISK)), S("at risk"));
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_LAPSED)), S("lapsed"));
    CHECK_STR(str_of(lifecycle_name(LIFECYCLE_REACTIVATED)), S("reactivated"));
}

int main(void)
{
    test_prospect();
    test_new();
    test_silence();
    test_reactivated();
    test_loyal();
    test_window();
    test_loyal_days();
    test_fractions();
    test_narrow();
    test_gap();
    test_cuts();
    test_names();
    return unit_end();
}
