#include "base/base.h"

#include "base/mem.h"
#include "unit.h"
#include "value/calendar.h"

#define HOUR 3600
#define DAY_SECONDS 86400

static struct arena arena;

static struct zone *zone_named(const char *name)
{
    const char *error;
    struct zone *zone = zone_open(name, &error);
    if (!zone) {
        printf("not ok: %s: %s\n", name, error);
        exit(1);
    }
    return zone;
}

static int32_t day_of(const char *text)
{
    struct stamp stamp = {.day = DATE_NONE};
    CHECK(date_parse(str_of(text), DATE_ORDER_UNKNOWN, &stamp) == NULL);
    return stamp.day;
}

static int64_t at(const struct calendar *cal, const char *text)
{
    struct stamp stamp;
    int64_t instant = -1;
    CHECK(date_parse(str_of(text), DATE_ORDER_UNKNOWN, &stamp) == NULL);
    CHECK(calendar_instant(cal, &stamp, &instant) == NULL);
    return instant;
}

static void expect_at(const struct calendar *cal, int64_t instant, const char *want, int line)
{
    char text[DATE_ROOM];
    struct stamp stamp = calendar_stamp(cal, instant, false);
    struct str got = {text, date_format_stamp(&stamp, text)};
    unit_check_str(got, str_of(want), __FILE__, line);
}

#define DUE(cal, from, seconds, want)                                                              \
    expect_at((cal), calendar_add((cal), at((cal), (from)), (seconds)), (want), __LINE__)
#define DUE_DAYS(cal, from, days, want)                                                            \
    expect_at((cal), calendar_add_days((cal), at((cal), (from)), (days)), (want), __LINE__)
#define BETWEEN(cal, from, to, want)                                                               \
    CHECK_INT(calendar_between((cal), at((cal), (from)), at((cal), (to))), (want))

/* The same hours from Monday to Friday, or on all seven days. */
static void fill_week(struct calendar_plan *plan, const struct calendar_span *span, size_t count,
                      size_t days)
{
    for (size_t i = 0; i < days; i++) {
        plan->week[i] = (struct calendar_hours){span, count};
    }
}

static struct calendar *office(const struct zone *zone, int from, int until, size_t days)
{
    struct calendar_span *span = arena_alloc(&arena, sizeof *span);
    *span = (struct calendar_span){from * HOUR, until * HOUR};
    struct calendar_plan plan = {.zone = zone};
    fill_week(&plan, span, 1, days);
    return calendar_new(&plan, &arena);
}

/* What helpdesks publish of their own clocks. 2026-01-05 is a Monday. */
static void test_published(void)
{
    struct zone *utc = zone_named("UTC");
    /* GLPI: hours 8 to 18, 4 hours, opened at 16:00: 2 h until 18:00, 2 h from 8:00. */
    struct calendar *glpi = office(utc, 8, 18, 5);
    DUE(glpi, "2026-01-05 16:00", 4 * HOUR, "2026-01-06T10:00:00");
    /* Chatwoot PR 13392: Friday 16:30 and 1 h: 30 min until 17:00, 30 min from Monday 9:00. */
    struct calendar *nine = office(utc, 9, 17, 5);
    DUE(nine, "2026-01-09 16:30", HOUR, "2026-01-12T09:30:00");
    BETWEEN(nine, "2026-01-09 16:30", "2026-01-12 09:30", HOUR);
    /* FreeScout 3756: 16:00 and 4 h: 1 h until 17:00, 3 h from 9:00. */
    DUE(nine, "2026-01-05 16:00", 4 * HOUR, "2026-01-06T12:00:00");
    /* Zammad's documentation: days of 8 h make 16 h two business days. Full at closing is due at
     * closing, and never at the opening behind it. */
    DUE(nine, "2026-01-05 09:00", 16 * HOUR, "2026-01-06T17:00:00");
    DUE(nine, "2026-01-05 11:00", 16 * HOUR, "2026-01-07T11:00:00");
    DUE(nine, "2026-01-09 11:00", 16 * HOUR, "2026-01-13T11:00:00");
    /* Zammad 390: 9 to 21 on every day, 48 h from Wednesday 23:00: 4 days of 12 h, Thursday 10 to
     * Sunday 13; with the feed's holidays on 11 and 13 two more, to Tuesday 15. */
    struct calendar *shop = office(utc, 9, 21, 7);
    DUE(shop, "2016-11-09 23:00", 48 * HOUR, "2016-11-13T21:00:00");
    static const struct calendar_span hours = {9 * HOUR, 21 * HOUR};
    struct calendar_holidays feed[] = {{day_of("2016-11-13"), day_of("2016-11-13")},
                                       {day_of("2016-11-11"), day_of("2016-11-11")}};
    struct calendar_plan plan = {.zone = utc, .holidays = feed, .holiday_count = 2};
    fill_week(&plan, &hours, 1, 7);
    struct calendar *festive = calendar_new(&plan, &arena);
    DUE(festive, "2016-11-09 23:00", 48 * HOUR, "2016-11-15T21:00:00");
    zone_close(utc);
}

static void test_edges(void)
{
    struct zone *utc = zone_named("UTC");
    struct calendar *cal = office(utc, 9, 17, 5);
    /* Monday: before, at opening, inside, at closing, behind. */
    static const struct {
        const char *from, *next;
    } openings[] = {
        {"2026-01-05 00:00", "2026-01-05T09:00:00"}, {"2026-01-05 08:59:59", "2026-01-05T09:00:00"},
        {"2026-01-05 09:00", "2026-01-05T09:00:00"}, {"2026-01-05 16:59:59", "2026-01-05T16:59:59"},
        {"2026-01-05 17:00", "2026-01-06T09:00:00"}, {"2026-01-09 17:00", "2026-01-12T09:00:00"},
    };
    for (size_t i = 0; i < COUNT_OF(openings); i++) {
        expect_at(cal, calendar_next_open(cal, at(cal, openings[i].from)), openings[i].next,
                  __LINE__);
    }
    BETWEEN(cal, "2026-01-05 08:00", "2026-01-05 09:00", 0);
    BETWEEN(cal, "2026-01-05 08:00", "2026-01-05 09:00:01", 1);
    BETWEEN(cal, "2026-01-05 16:59:59", "2026-01-06 09:00:01", 2);
    BETWEEN(cal, "2026-01-05 00:00", "2026-01-12 00:00", 5 * 8 * HOUR);
    BETWEEN(cal, "2026-01-10 00:00", "2026-01-12 00:00", 0);
    BETWEEN(cal, "2026-01-05 12:00", "2026-01-05 12:00", 0);
    BETWEEN(cal, "2026-01-06 12:00", "2026-01-05 12:00", 0);
    /* Nothing to wait for is due at once, also outside the hours. */
    DUE(cal, "2026-01-10 12:00", 0, "2026-01-10T12:00:00");
    DUE(cal, "2026-01-10 12:00", -5, "2026-01-10T12:00:00");
    DUE(cal, "2026-01-10 12:00", 1, "2026-01-12T09:00:01");
    /* 365 days of 2026 from a Thursday: 261 weekdays, 8 h each. */
    BETWEEN(cal, "2026-01-01", "2027-01-01", 261 * 8 * HOUR);
    /* All that the calendar knows: 1970 to 2099 are 47,482 days from a Thursday: 6,783 weeks and
     * the day of Thursday 2099-12-31. */
    CHECK_INT(calendar_between(cal, 0, CALENDAR_END), (6783 * INT64_C(5) + 1) * 8 * HOUR);
    CHECK_INT(calendar_add(cal, 0, (6783 * INT64_C(5) + 1) * 8 * HOUR), CALENDAR_END - 7 * HOUR);
    CHECK_INT(calendar_add(cal, 0, (6783 * INT64_C(5) + 1) * 8 * HOUR + 1), CALENDAR_NEVER);
    CHECK_INT(calendar_next_open(cal, CALENDAR_END - 7 * HOUR - 1), CALENDAR_END - 7 * HOUR - 1);
    CHECK_INT(calendar_next_open(cal, CALENDAR_END - 7 * HOUR), CALENDAR_NEVER);
    CHECK_INT(calendar_next_open(cal, CALENDAR_END), CALENDAR_NEVER);
    CHECK_INT(calendar_add(cal, CALENDAR_END, 1), CALENDAR_NEVER);
    CHECK_INT(calendar_add(cal, 0, INT64_MAX), CALENDAR_NEVER);
    CHECK_INT(calendar_add_days(cal, 0, INT64_MAX), CALENDAR_NEVER);
    /* Outside: refused. */
    CHECK_INT(calendar_between(cal, -1, 5), -1);
    CHECK_INT(calendar_between(cal, 5, -1), -1);
    CHECK_INT(calendar_between(cal, 5, CALENDAR_END + 1), -1);
    CHECK_INT(calendar_between(cal, CALENDAR_END + 1, 5), -1);
    static const int64_t outside[] = {-1, CALENDAR_END + 1, INT64_MIN, INT64_MAX};
    for (size_t i = 0; i < COUNT_OF(outside); i++) {
        CHECK_INT(calendar_next_open(cal, outside[i]), CALENDAR_NEVER);
        CHECK_INT(calendar_add(cal, outside[i], 1), CALENDAR_NEVER);
        CHECK_INT(calendar_add_days(cal, outside[i], 1), CALENDAR_NEVER);
    }
    /* 1970-01-03 was a Saturday. */
    CHECK_INT(calendar_add_days(cal, 2 * DAY_SECONDS, INT64_MAX), CALENDAR_NEVER);
    zone_close(utc);
}

/* Days that the calendar's ends cut: 1970-01-01, a Thursday, began at 16:00 UTC of the day before in
 * Shanghai; 2099-12-31, a Thursday, ends at 05:00 UTC of the day behind it in New York. */
static void test_cut_days(void)
{
    struct zone *east = zone_named("Asia/Shanghai");
    struct calendar *cal = office(east, 9, 17, 5);
    CHECK_INT(calendar_next_open(cal, 0), HOUR);
    CHECK_INT(calendar_add_days(cal, 0, 0), HOUR);
    CHECK_INT(calendar_add_days(cal, 0, 1), DAY_SECONDS + HOUR);
    zone_close(east);
    struct zone *west = zone_named("America/New_York");
    struct calendar *always = calendar_always(west, &arena);
    CHECK_INT(calendar_between(always, 0, CALENDAR_END), CALENDAR_END);
    expect_at(always, 0, "1969-12-31T19:00:00", __LINE__);
    CHECK_INT(calendar_add_days(always, 0, 1), DAY_SECONDS);
    cal = office(west, 9, 17, 5);
    /* Wednesday 1969-12-31 had closed. */
    CHECK_INT(calendar_next_open(cal, 0), (9 + 5) * HOUR);
    CHECK_INT(calendar_between(cal, CALENDAR_END - 19 * HOUR, CALENDAR_END), 8 * HOUR);
    DUE_DAYS(cal, "2099-12-29 10:00", 1, "2099-12-30T10:00:00");
    DUE_DAYS(cal, "2099-12-29 10:00", 2, "");
    zone_close(west);
}

/* Both ends of the calendar as days: the constants of the header. */
static void test_range(void)
{
    CHECK_INT(date_from_civil(1970, 1, 1), CALENDAR_FIRST_DAY);
    CHECK_INT(date_from_civil(2099, 12, 31), CALENDAR_LAST_DAY);
    CHECK_INT(CALENDAR_END, (int64_t)date_from_civil(2100, 1, 1) * DAY_SECONDS);
}

static void test_never_and_always(void)
{
    struct zone *berlin = zone_named("Europe/Berlin");
    struct calendar_plan plan = {.zone = berlin};
    struct calendar *closed = calendar_new(&plan, &arena);
    CHECK_INT(calendar_between(closed, 0, CALENDAR_END), 0);
    CHECK_INT(calendar_next_open(closed, 5), CALENDAR_NEVER);
    CHECK_INT(calendar_add(closed, 5, 1), CALENDAR_NEVER);
    CHECK_INT(calendar_add(closed, 5, 0), 5);
    CHECK_INT(calendar_add_days(closed, 5, 0), CALENDAR_NEVER);
    CHECK_INT(calendar_add_days(closed, 5, 1), CALENDAR_NEVER);
    CHECK(!calendar_is_working_day(closed, 20000));
    expect_at(closed, CALENDAR_NEVER, "", __LINE__);
    /* A make-up day opens even this one, if it says when; else it stays closed. */
    static const struct calendar_span morning = {9 * HOUR, 12 * HOUR};
    struct calendar_makeup makeup = {day_of("2026-01-10"), {&morning, 1}};
    plan.makeups = &makeup;
    plan.makeup_count = 1;
    struct calendar *once = calendar_new(&plan, &arena);
    CHECK_INT(calendar_between(once, 0, CALENDAR_END), 3 * HOUR);
    DUE(once, "2000-01-01", 3 * HOUR, "2026-01-10T12:00:00");
    DUE_DAYS(once, "2000-01-01", 0, "2026-01-10T09:00:00");
    makeup.hours.count = 0;
    CHECK_INT(calendar_between(calendar_new(&plan, &arena), 0, CALENDAR_END), 0);

    struct calendar *always = calendar_always(berlin, &arena);
    CHECK_INT(calendar_between(always, 0, CALENDAR_END), CALENDAR_END);
    CHECK_INT(calendar_between(always, 12345, 1790000000), 1790000000 - 12345);
    CHECK_INT(calendar_add(always, 12345, 1790000000 - 12345), 1790000000);
    CHECK_INT(calendar_add(always, 0, CALENDAR_END), CALENDAR_END);
    CHECK_INT(calendar_add(always, 0, CALENDAR_END + 1), CALENDAR_NEVER);
    CHECK_INT(calendar_next_open(always, 1790000000), 1790000000);
    DUE_DAYS(always, "2026-02-27 13:45:59", 2, "2026-03-01T13:45:59");
    /* A day as a day of the calendar may have 23 hours: Sunday 2026-03-29. */
    CHECK_INT(calendar_add_days(always, at(always, "2026-03-28 12:00"), 1) -
                  at(always, "2026-03-28 12:00"),
              23 * HOUR);
    zone_close(berlin);
}

/* China's October of 2026: holidays 1 to 7, Saturday 10 a make-up day; here Sunday 11 too. */
static void test_holidays(void)
{
    struct zone *zone = zone_named("Asia/Shanghai");
    static const struct calendar_span split[] = {{9 * HOUR, 12 * HOUR},
                                                 {13 * HOUR + 1800, 18 * HOUR}};
    static const struct calendar_span short_day = {9 * HOUR, 12 * HOUR};
    static const struct calendar_span own = {10 * HOUR, 15 * HOUR};
    struct calendar_holidays holidays[] = {
        {day_of("2026-10-05"), day_of("2026-10-07")},
        {day_of("2026-10-01"), day_of("2026-10-06")},
        {day_of("2026-10-02"), day_of("2026-10-02")},
        {day_of("2026-12-25"), day_of("2026-12-25")},
    };
    struct calendar_makeup makeups[] = {{day_of("2026-10-11"), {&own, 1}},
                                        {day_of("2026-10-10"), {0}},
                                        {day_of("2026-10-02"), {0}}};
    struct calendar_plan plan = {.zone = zone,
                                 .holidays = holidays,
                                 .holiday_count = 4,
                                 .makeups = makeups,
                                 .makeup_count = 2};
    /* Monday closed, Tuesday to Thursday 7.5 h, Friday 3 h. */
    fill_week(&plan, split, 2, 4);
    plan.week[0].count = 0;
    plan.week[4] = (struct calendar_hours){&short_day, 1};
    struct calendar *cal = calendar_new(&plan, &arena);
    /* Wednesday 30 September, then Thursday 8. */
    DUE(cal, "2026-09-30 17:00", 2 * HOUR, "2026-10-08T10:00:00");
    BETWEEN(cal, "2026-10-01", "2026-10-08", 0);
    BETWEEN(cal, "2026-10-08", "2026-10-09", 7 * HOUR + 1800);
    BETWEEN(cal, "2026-10-09", "2026-10-10", 3 * HOUR);
    /* Saturday 10 has the hours of Tuesday, the first open weekday; Sunday 11 its own. */
    BETWEEN(cal, "2026-10-10", "2026-10-11", 7 * HOUR + 1800);
    BETWEEN(cal, "2026-10-10 11:00", "2026-10-10 14:00", HOUR + 1800);
    BETWEEN(cal, "2026-10-11", "2026-10-12", 5 * HOUR);
    DUE(cal, "2026-10-11 10:00", 5 * HOUR, "2026-10-11T15:00:00");
    CHECK(!calendar_is_working_day(cal, day_of("2026-10-07")));
    CHECK(calendar_is_working_day(cal, day_of("2026-10-08")));
    CHECK(calendar_is_working_day(cal, day_of("2026-10-10")));
    CHECK(!calendar_is_working_day(cal, day_of("2026-10-12")));
    CHECK(!calendar_is_working_day(cal, day_of("2026-12-25")));
    CHECK(calendar_is_working_day(cal, day_of("2126-10-09")));
    /* A make-up day wins over a holiday, with its weekday's hours where that is open: Friday 2. */
    plan.makeup_count = 3;
    cal = calendar_new(&plan, &arena);
    CHECK(calendar_is_working_day(cal, day_of("2026-10-02")));
    CHECK(!calendar_is_working_day(cal, day_of("2026-10-01")));
    CHECK(!calendar_is_working_day(cal, day_of("2026-10-03")));
    BETWEEN(cal, "2026-10-01", "2026-10-08", 3 * HOUR);
    zone_close(zone);
}

static void test_days(void)
{
    struct zone *zone = zone_named("Asia/Shanghai");
    static const struct calendar_span split[] = {{9 * HOUR, 12 * HOUR},
                                                 {13 * HOUR + 1800, 18 * HOUR}};
    static const struct calendar_span half = {9 * HOUR, 12 * HOUR};
    struct calendar_holidays holiday = {day_of("2026-01-07"), day_of("2026-01-07")};
    struct calendar_plan plan = {.zone = zone, .holidays = &holiday, .holiday_count = 1};
    fill_week(&plan, split, 2, 5);
    plan.week[4] = (struct calendar_hours){&half, 1};
    struct calendar *cal = calendar_new(&plan, &arena);
    /* Monday 5, Tuesday 6, (Wednesday 7), Thursday 8, Friday 9 until noon. */
    DUE_DAYS(cal, "2026-01-05 10:30:15", 1, "2026-01-06T10:30:15");
    DUE_DAYS(cal, "2026-01-05 10:30", 2, "2026-01-08T10:30:00");
    DUE_DAYS(cal, "2026-01-05 10:30", 4, "2026-01-12T10:30:00");
    DUE_DAYS(cal, "2026-01-05 10:30", 0, "2026-01-05T10:30:00");
    DUE_DAYS(cal, "2026-01-05 10:30", -3, "2026-01-05T10:30:00");
    /* Outside the hours of the day that it is due on. */
    DUE_DAYS(cal, "2026-01-05 06:00", 1, "2026-01-06T09:00:00");
    DUE_DAYS(cal, "2026-01-05 12:00", 1, "2026-01-06T12:00:00");
    DUE_DAYS(cal, "2026-01-05 12:00:01", 1, "2026-01-06T13:30:00");
    DUE_DAYS(cal, "2026-01-05 18:00", 1, "2026-01-06T18:00:00");
    DUE_DAYS(cal, "2026-01-05 20:00", 1, "2026-01-06T18:00:00");
    DUE_DAYS(cal, "2026-01-05 20:00", 0, "2026-01-05T18:00:00");
    DUE_DAYS(cal, "2026-01-08 15:00", 1, "2026-01-09T12:00:00");
    /* Begun on a day that is none: from the opening of the next. */
    DUE_DAYS(cal, "2026-01-07 15:00", 0, "2026-01-08T09:00:00");
    DUE_DAYS(cal, "2026-01-07 15:00", 1, "2026-01-09T09:00:00");
    DUE_DAYS(cal, "2026-01-10 23:00", 2, "2026-01-14T09:00:00");
    /* The last working day that there is, and none behind it. */
    DUE_DAYS(cal, "2099-12-30 10:00", 1, "2099-12-31T10:00:00");
    DUE_DAYS(cal, "2099-12-30 10:00", 2, "");
    zone_close(zone);
}

/* Nights of a change: Berlin 2026-03-29 (02:00 to 03:00) and 2026-10-25 (03:00 to 02:00); Lord Howe
 * 2026-10-04 (02:00 to 02:30) and 2026-04-05 (02:00 to 01:30). All are Sundays. */
static void test_changes(void)
{
    static const struct calendar_span night = {HOUR, 5 * HOUR};
    static const struct calendar_span gap = {2 * HOUR, 2 * HOUR + 1800};
    struct zone *berlin = zone_named("Europe/Berlin");
    struct calendar_plan plan = {.zone = berlin};
    fill_week(&plan, &night, 1, 7);
    struct calendar *cal = calendar_new(&plan, &arena);
    BETWEEN(cal, "2026-03-28", "2026-03-29", 4 * HOUR);
    BETWEEN(cal, "2026-03-29", "2026-03-30", 3 * HOUR);
    BETWEEN(cal, "2026-10-25", "2026-10-26", 5 * HOUR);
    DUE(cal, "2026-03-29 01:30", HOUR, "2026-03-29T03:30:00");
    DUE(cal, "2026-10-25 01:30", HOUR, "2026-10-25T02:30:00");
    DUE(cal, "2026-10-25 01:30", 2 * HOUR, "2026-10-25T02:30:00");
    DUE(cal, "2026-10-25 01:00", 5 * HOUR, "2026-10-25T05:00:00");
    /* The time of day that Sunday lacks: as long behind the change as it would be; twice: first. */
    DUE_DAYS(cal, "2026-03-28 02:30", 1, "2026-03-29T03:30:00");
    CHECK_INT(calendar_add_days(cal, at(cal, "2026-10-24 02:30"), 1), at(cal, "2026-10-25T00:30Z"));
    /* Begun in the second 02:30, due on the same day: not before it began. */
    int64_t second = at(cal, "2026-10-25T01:30Z");
    CHECK_INT(calendar_add_days(cal, second, 0), second);
    /* Hours that the change leaves nothing of. */
    fill_week(&plan, &gap, 1, 7);
    cal = calendar_new(&plan, &arena);
    BETWEEN(cal, "2026-03-29", "2026-03-30", 0);
    BETWEEN(cal, "2026-10-25", "2026-10-26", HOUR);
    CHECK(calendar_is_working_day(cal, day_of("2026-03-29")));
    DUE(cal, "2026-03-29", 1, "2026-03-30T02:00:01");
    DUE_DAYS(cal, "2026-03-28 02:15", 1, "2026-03-29T03:15:00");
    zone_close(berlin);
    struct zone *howe = zone_named("Australia/Lord_Howe");
    plan.zone = howe;
    fill_week(&plan, &night, 1, 7);
    cal = calendar_new(&plan, &arena);
    BETWEEN(cal, "2026-10-04", "2026-10-05", 3 * HOUR + 1800);
    BETWEEN(cal, "2026-04-05", "2026-04-06", 4 * HOUR + 1800);
    zone_close(howe);
}

static void expect_instant(const struct calendar *cal, const char *text, int64_t want, int line)
{
    struct stamp stamp;
    int64_t instant = -7;
    date_parse(str_of(text), DATE_ORDER_UNKNOWN, &stamp);
    const char *error = calendar_instant(cal, &stamp, &instant);
    unit_check_int(instant, want, __FILE__, line);
    if (want == -7) {
        unit_check_str(str_of(error), S("is not in the years 1970 to 2099"), __FILE__, line);
    } else {
        unit_check(error == NULL, __FILE__, line, text);
    }
}

static void test_stamps(void)
{
    struct zone *zone = zone_named("Asia/Shanghai");
    struct calendar *cal = calendar_always(zone, &arena);
    int64_t noon = day_of("2026-01-05") * INT64_C(86400) + 12 * HOUR; /* UTC */
    expect_instant(cal, "2026-01-05T12:00:00Z", noon, __LINE__);
    expect_instant(cal, "2026-01-05 20:00", noon, __LINE__);
    expect_instant(cal, "2026-01-05 13:00:00.999+01:00", noon, __LINE__);
    expect_instant(cal, "2026-01-06", noon + 4 * HOUR, __LINE__);
    expect_instant(cal, "1970-01-01 08:00", 0, __LINE__);
    expect_instant(cal, "1970-01-01 07:59:59", -7, __LINE__);
    expect_instant(cal, "2100-01-01T00:00:00Z", CALENDAR_END, __LINE__);
    expect_instant(cal, "2100-01-01T00:00:01Z", -7, __LINE__);
    expect_instant(cal, "0001-01-01", -7, __LINE__);
    expect_instant(cal, "9999-12-31", -7, __LINE__);
    struct stamp none = {.day = DATE_NONE};
    int64_t instant;
    CHECK(calendar_instant(cal, &none, &instant) != NULL);

    char text[DATE_ROOM];
    struct stamp stamp = calendar_stamp(cal, noon + 1, true);
    CHECK_STR(((struct str){text, date_format_stamp(&stamp, text)}),
              S("2026-01-05T20:00:01+08:00"));
    stamp = calendar_stamp(cal, noon + 4 * HOUR, false);
    CHECK_STR(((struct str){text, date_format_stamp(&stamp, text)}), S("2026-01-06T00:00:00"));
    CHECK(calendar_stamp(cal, -1, true).day == DATE_NONE);
    zone_close(zone);
}

/*
 * The oracle: a window of time is walked minute by minute, the wall clock of each minute asked of
 * the zone, and its day and time looked up in the raw lists. Spans are whole minutes, and so are
 * the offsets of these zones since 1970, so that a minute is open or closed as a whole. Nothing of
 * the calendar is used.
 */
#define WINDOW_DAYS 430
#define WINDOW_MINUTES (WINDOW_DAYS * 1440)

struct window {
    int64_t begin;   /* a whole minute */
    bool *open;      /* by minute */
    int32_t *before; /* open minutes before this one; WINDOW_MINUTES + 1 of them */
};

static uint64_t state = 20260105; /* splitmix64 */

static uint64_t draw(uint64_t below)
{
    uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (z ^ (z >> 31)) % below;
}

static bool raw_working_day(const struct calendar_plan *plan, int32_t day,
                            struct calendar_hours *hours)
{
    *hours = plan->week[((day + 3) % 7 + 7) % 7]; /* day 0 was a Thursday */
    for (size_t i = 0; i < plan->makeup_count; i++) {
        if (plan->makeups[i].day == day) {
            for (size_t k = 0; k < 7 && hours->count == 0; k++) {
                *hours = plan->week[k];
            }
            *hours = plan->makeups[i].hours.count > 0 ? plan->makeups[i].hours : *hours;
            return hours->count > 0;
        }
    }
    for (size_t i = 0; i < plan->holiday_count; i++) {
        if (day >= plan->holidays[i].first && day <= plan->holidays[i].last) {
            hours->count = 0;
        }
    }
    return hours->count > 0;
}

static void walk(struct window *w, const struct calendar_plan *plan)
{
    struct calendar_hours hours = {0};
    int32_t known = INT32_MIN;
    w->before[0] = 0;
    for (int64_t i = 0; i < WINDOW_MINUTES; i++) {
        int64_t utc = w->begin + i * 60;
        int64_t local = utc + zone_offset_at(plan->zone, utc);
        int32_t day = (int32_t)(local / DAY_SECONDS); /* not before 1971 */
        int32_t second = (int32_t)(local % DAY_SECONDS);
        if (day != known) {
            raw_working_day(plan, day, &hours);
            known = day;
        }
        w->open[i] = false;
        for (size_t k = 0; k < hours.count; k++) {
            w->open[i] |= second >= hours.span[k].from && second < hours.span[k].until;
        }
        w->before[i + 1] = w->before[i] + w->open[i];
    }
}

/* Open seconds from the window's begin until the instant. */
static int64_t walked(const struct window *w, int64_t instant)
{
    int64_t past = instant - w->begin;
    return w->before[past / 60] * INT64_C(60) + (past % 60) * w->open[past / 60];
}

static struct calendar_hours draw_hours(size_t most)
{
    /* Ascending minutes of the day, two a span; now and then up to 24:00, or all of it. */
    struct calendar_hours hours = {NULL, (size_t)draw(most + 1)};
    struct calendar_span *span = arena_alloc(&arena, (most + 1) * sizeof *span);
    int32_t minute = (int32_t)draw(2) * (int32_t)draw(600);
    for (size_t i = 0; i < hours.count; i++) {
        span[i].from = minute * 60;
        minute += 1 + (int32_t)draw(180);
        span[i].until = minute * 60;                    /* at most 599 + 3 * 180 + 2 * 148 = 1435 */
        minute += (int32_t)draw(3) * (int32_t)draw(75); /* often none: spans that meet */
    }
    if (hours.count > 0 && draw(3) == 0) {
        span[hours.count - 1].until = DAY_SECONDS;
        span[0].from = hours.count == 1 && draw(2) ? 0 : span[0].from;
    }
    hours.span = span;
    return hours;
}

static void draw_plan(struct calendar_plan *plan, const struct zone *zone, int32_t first)
{
    struct calendar_holidays *holidays = arena_alloc(&arena, 30 * sizeof *holidays);
    struct calendar_makeup *makeups = arena_alloc(&arena, 30 * sizeof *makeups);
    *plan = (struct calendar_plan){.zone = zone, .holidays = holidays, .makeups = makeups};
    struct calendar_hours usual = draw_hours(3);
    for (size_t i = 0; i < 7; i++) {
        plan->week[i] = draw(4) == 0 ? draw_hours(3) : i < 5 ? usual : (struct calendar_hours){0};
    }
    plan->holiday_count = (size_t)draw(30);
    for (size_t i = 0; i < plan->holiday_count; i++) {
        holidays[i].first = first + (int32_t)draw(WINDOW_DAYS);
        holidays[i].last = holidays[i].first + (int32_t)(draw(3) * draw(4));
    }
    int32_t day = first;
    plan->makeup_count = (size_t)draw(30);
    for (size_t i = 0; i < plan->makeup_count; i++) {
        day += 1 + (int32_t)draw(25);
        makeups[i] = (struct calendar_makeup){day, draw_hours(2)};
    }
    /* Downwards, so that the order of the lists is of no matter. */
    for (size_t i = 0; i < plan->makeup_count / 2; i++) {
        struct calendar_makeup other = makeups[plan->makeup_count - 1 - i];
        makeups[plan->makeup_count - 1 - i] = makeups[i];
        makeups[i] = other;
    }
}

/* One interval: mostly of days, some of weeks or minutes. False where something is wrong. */
static bool try_interval(const struct calendar *cal, const struct window *w)
{
    uint64_t kind = draw(10);
    int64_t longest = kind == 0 ? 60 * DAY_SECONDS : kind < 3 ? 2 * HOUR : 6 * DAY_SECONDS;
    int64_t span = WINDOW_MINUTES * INT64_C(60);
    int64_t start = w->begin + (int64_t)draw((uint64_t)(span - longest));
    int64_t end = start + (int64_t)draw((uint64_t)longest);
    int64_t want = walked(w, end) - walked(w, start);
    bool ok = CHECK(calendar_between(cal, start, end) == want);

    /* The earliest instant with `want` seconds behind the start: before it there is one less. */
    int64_t due = calendar_add(cal, start, want);
    ok &= CHECK(due >= start && due <= end && walked(w, due) - walked(w, start) == want);
    ok &= CHECK(due == start || walked(w, due - 1) - walked(w, start) == want - 1);
    int64_t next = calendar_next_open(cal, start);
    bool opens = next >= start && next < w->begin + span;
    if (opens) {
        ok &= CHECK(walked(w, next) == walked(w, start) && w->open[(next - w->begin) / 60]);
    } else {
        ok &= CHECK(walked(w, start) == walked(w, w->begin + span - 60));
    }
    return ok;
}

/* Working days counted one by one, and the minutes of the day it is due on searched. */
static bool try_days(const struct calendar *cal, const struct calendar_plan *plan,
                     const struct window *w)
{
    struct calendar_hours hours;
    int64_t days = (int64_t)draw(6);
    int64_t start = w->begin + (int64_t)draw(300) * DAY_SECONDS + (int64_t)draw(DAY_SECONDS);
    int64_t local = start + zone_offset_at(plan->zone, start);
    int32_t day = (int32_t)(local / DAY_SECONDS);
    int32_t second = (int32_t)(local % DAY_SECONDS);
    int32_t limit = day + 100;
    for (; !raw_working_day(plan, day, &hours) && day < limit; second = 0) {
        day++;
    }
    for (int64_t left = days; left > 0 && day < limit; left -= raw_working_day(plan, day, &hours)) {
        day++;
    }
    if (day >= limit) {
        return true; /* hardly ever open: nothing to compare within the window */
    }
    raw_working_day(plan, day, &hours);
    int32_t want = -1;
    for (size_t i = 0; i < hours.count && want < 0; i++) {
        want = second <= hours.span[i].until
                   ? (second > hours.span[i].from ? second : hours.span[i].from)
                   : -1;
    }
    want = want < 0 ? hours.span[hours.count - 1].until : want;
    int64_t due = calendar_add_days(cal, start, days);
    int64_t wall = due + zone_offset_at(plan->zone, due);
    if (zone_offset_at(plan->zone, due - 2 * DAY_SECONDS) !=
        zone_offset_at(plan->zone, due + 2 * DAY_SECONDS)) {
        return true; /* days of a change are in test_changes */
    }
    return CHECK(wall == day * INT64_C(86400) + want);
}

static void test_against_walk(void)
{
    static const char *const names[] = {
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Shanghai", "UTC",
        "+05:45"};
    struct window w = {.open = mem_new(WINDOW_MINUTES + 1, sizeof(bool)),
                       .before = mem_new(WINDOW_MINUTES + 1, sizeof(int32_t))};
    int64_t worked = 0;
    for (size_t round = 0; round < 8; round++) {
        for (size_t i = 0; i < COUNT_OF(names); i++) {
            /* Years before, within and behind the tables of the zones' files. */
            int32_t first = date_from_civil(1972 + (int)(round * 16 + draw(12)), 1, 1);
            struct zone *zone = zone_named(names[i]);
            struct calendar_plan plan;
            draw_plan(&plan, zone, first);
            struct calendar *cal = calendar_new(&plan, &arena);
            w.begin = (int64_t)first * DAY_SECONDS;
            walk(&w, &plan);
            worked += w.before[WINDOW_MINUTES];
            bool ok = true;
            for (int k = 0; k < 2100 && ok; k++) {
                ok = try_interval(cal, &w);
            }
            for (int k = 0; k < 300 && ok; k++) {
                ok = try_days(cal, &plan, &w);
            }
            if (!ok) {
                printf("    %s, calendar %zu\n", names[i], round);
            }
            zone_close(zone);
        }
    }
    CHECK(worked > 48 * INT64_C(20000)); /* the drawn calendars are worth the walk */
    free(w.open);
    free(w.before);
}

/* Plain times are what their stamps are: each day's first and last second and one between, in zones
 * that changed at midnight, by a whole day, twice a year at the wrong end, and around a month. */
static void test_moments(void)
{
    static const char *const names[] = {
        "Europe/Berlin",      "America/New_York",  "Australia/Lord_Howe", "Pacific/Apia",
        "Africa/Casablanca",  "America/Sao_Paulo", "Africa/Monrovia",     "Asia/Pyongyang",
        "Antarctica/Troll",   "Asia/Manila",       "+14:00",              "-11:30"};
    static const int32_t seconds[] = {0, 5400, 43200, 86399};
    size_t wrong = 0, read = 0;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct zone *zone = zone_named(names[i]);
        struct arena own = {0};
        struct calendar *cal = calendar_always(zone, &own);
        const int32_t *offsets = calendar_offsets(cal);
        for (int32_t day = MOMENT_FIRST_DAY; day <= CALENDAR_LAST_DAY; day++) {
            for (size_t k = 0; k < COUNT_OF(seconds); k++) {
                const struct moment moment = {day, seconds[k], true};
                const struct stamp stamp = {.day = day, .ms = seconds[k] * 1000, .has_time = true};
                int64_t found = -1, want = -1;
                bool within = calendar_moment(cal, offsets, &moment, &found);
                wrong += within != !calendar_instant(cal, &stamp, &want) || found != want;
                read += within;
            }
        }
        arena_free(&own);
        zone_close(zone);
    }
    CHECK_INT(wrong, 0);
    CHECK(read > COUNT_OF(names) * COUNT_OF(seconds) * INT64_C(36524)); /* but a few hours of 2100 */
}

int main(void)
{
    test_published();
    test_edges();
    test_cut_days();
    test_range();
    test_never_and_always();
    test_holidays();
    test_days();
    test_changes();
    test_stamps();
    test_moments();
    test_against_walk();
    arena_free(&arena);
    return unit_end();
}
