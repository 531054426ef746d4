#include "base/base.h"

#include "unit.h"
#include "value/date.h"

static void test_calendar(void)
{
    CHECK_INT(date_from_civil(1970, 1, 1), 0);
    CHECK_INT(date_from_civil(1969, 12, 31), -1);
    CHECK_INT(date_from_civil(2000, 2, 29), 11016); /* 30 * 365 + 7 + 59 */
    CHECK_INT(date_from_civil(1, 1, 1), -719162);   /* Python: date(1970, 1, 1).toordinal() - 1 */
    CHECK_INT(date_from_civil(9999, 12, 31), 2932896);
    static const int absent[][3] = {
        {0, 1, 1},     {10000, 1, 1}, {-4, 1, 1},    {2024, 0, 1},  {2024, 13, 1}, {2024, 1, 0},
        {2024, 1, 32}, {2023, 2, 29}, {1900, 2, 29}, {2024, 4, 31}, {2024, 2, 30}, {2024, 6, -1},
    };
    for (size_t i = 0; i < COUNT_OF(absent); i++) {
        CHECK(date_from_civil(absent[i][0], absent[i][1], absent[i][2]) == DATE_NONE);
    }

    /* Every day there is, counted on like a wall calendar. 0001-01-01 was a Monday. */
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int32_t day = -719162;
    int weekday = 1;
    unsigned long wrong = 0;
    for (int year = 1; year <= 9999; year++) {
        bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap);
            for (int of_month = 1; of_month <= length; of_month++) {
                int y, m, d;
                date_to_civil(day, &y, &m, &d);
                wrong += y != year || m != month || d != of_month;
                wrong += date_from_civil(year, month, of_month) != day;
                wrong += date_weekday(day) != weekday;
                day++;
                weekday = weekday % 7 + 1;
            }
            wrong += date_from_civil(year, month, length + 1) != DATE_NONE;
        }
    }
    CHECK_INT(wrong, 0);
    CHECK_INT(day, 2932897);
    CHECK_INT(date_weekday(date_from_civil(2024, 2, 29)), 4); /* a Thursday */
    int y, m, d;
    date_to_civil(-719163, &y, &m, &d); /* the day before 0001-01-01 */
    CHECK(y == 0 && m == 12 && d == 31);
    date_to_civil(DATE_NONE, &y, &m, &d);
    date_to_civil(INT32_MAX, &y, &m, &d);
    CHECK(date_weekday(INT32_MIN) >= 1 && date_weekday(INT32_MAX) <= 7);
}

/* How date_parse reads `text`, in date_format_stamp's form. */
static void expect_order(const char *text, enum date_order order, const char *want,
                         enum date_form form, int line)
{
    struct stamp stamp;
    char got[DATE_ROOM];
    const char *error = date_parse(str_of(text), order, &stamp);
    if (!unit_check(error == NULL, __FILE__, line, text)) {
        printf("    %s\n", error);
        return;
    }
    size_t n = date_format_stamp(&stamp, got);
    unit_check_str((struct str){got, n}, str_of(want), __FILE__, line);
    unit_check_int(stamp.form, form, __FILE__, line);
}

#define EXPECT(text, want)                                                                         \
    expect_order((text), DATE_ORDER_UNKNOWN, (want), DATE_FORM_FIXED, __LINE__)

static void expect_error(const char *text, enum date_order order, const char *want, int line)
{
    struct stamp stamp = {.day = 4711};
    const char *error = date_parse(str_of(text), order, &stamp);
    if (!unit_check(error != NULL, __FILE__, line, text)) {
        return;
    }
    unit_check_str(str_of(error), str_of(want), __FILE__, line);
    unit_check(stamp.day == 4711, __FILE__, line, "a refused text leaves the stamp alone");
}

#define REFUSE(text, want) expect_error((text), DATE_ORDER_UNKNOWN, (want), __LINE__)

static void test_dates(void)
{
    static const char *const forms[] = {
        "2024-01-05",   "2024/1/5",      "2024.1.5",     "20240105",       "2024年1月5日",
        "2024年01月05日", "5.1.2024",     "05.01.2024",   "  2024-01-05\t", "2024-1-5",
        "２０２４－０１－０５", "２０２４／１／５", "２０２４年１月５日", "　2024-01-05　", "2024/01/05",
        "\xC2\xA0" "2024-01-05", "2024\xE2\x88\x92" "01\xE2\x88\x92" "05",
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        EXPECT(forms[i], "2024-01-05");
        struct stamp stamp;
        CHECK(!date_parse(str_of(forms[i]), DATE_ORDER_MDY, &stamp) && stamp.day == 19727);
        CHECK(!stamp.has_time && !stamp.has_zone && stamp.ms == 0 && stamp.decimals == 0);
    }
    EXPECT("0001-01-01", "0001-01-01");
    EXPECT("9999-12-31", "9999-12-31");
    EXPECT("2024-02-29", "2024-02-29");
    static const char *const none[] = {
        "",           "   ",         "x",           "2024",        "2024-01",     "2024-01-",
        "2024-01/05", "2024/01-05",  "-2024-01-05", "2024-001-05", "2024-01-005", "202401050",
        "2024010",    "2024年1月5",  "2024年1-5",   "2024-1月5日", "2024 01 05",  "1/5",
        "1/5/",       "1/5-2024",    "1/5/20245",   "1/5/202",     "123/5/2024",  "2024-01-05x",
        "45296",      "Jan 5, 2024", "2024-01-05-", "2024-01-0５x", "二〇二四年",  "2024-01-05Z",
        "2024-01-05+08:00", "12345-01-01", "2024-01-05\x01", "2024\x01" "1\x02" "5\x03", "\xFF",
        "2024-01-05\xE5", "0x7E0-1-5", "2024--01-05", "1704412800",
    };
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        REFUSE(none[i], "is not a date");
    }
    struct stamp stamp;
    CHECK(date_parse((struct str){NULL, 0}, DATE_ORDER_DMY, &stamp) != NULL);
    CHECK(date_parse((struct str){"2024-01-05\0", 11}, DATE_ORDER_DMY, &stamp) != NULL);
    CHECK(date_parse((struct str){"2024\0001-05", 10}, DATE_ORDER_DMY, &stamp) != NULL);
    char longest[80];
    memset(longest, '1', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = '\0';
    REFUSE(longest, "is not a date");
    /* 63 characters, blanks included, then 65: one more than there is room for. */
    memcpy(longest, "2024-01-05 ", 11);
    memset(longest + 11, ' ', sizeof(longest) - 12);
    memcpy(longest + 58, "10:30", 6);
    EXPECT(longest, "2024-01-05T10:30:00");
    memset(longest + 58, ' ', 10);
    memcpy(longest + 60, "10:30", 6);
    REFUSE(longest, "is not a date");
}

static void test_date_errors(void)
{
    REFUSE("24-01-05", "has a two-digit year");
    REFUSE("5/1/24", "has a two-digit year");
    REFUSE("05.01.24", "has a two-digit year");
    REFUSE("5/1/4", "has a two-digit year");
    REFUSE("24年1月5日", "has a two-digit year");
    REFUSE("0000-01-01", "has a year 0");
    REFUSE("1/1/0000", "has a year 0");
    REFUSE("2024-13-05", "has a month that is not 1 to 12");
    REFUSE("2024-00-05", "has a month that is not 1 to 12");
    REFUSE("20241301", "has a month that is not 1 to 12");
    REFUSE("5.13.2024", "has a month that is not 1 to 12");
    REFUSE("2023-02-29", "has a day that its month does not have");
    REFUSE("2024-04-31", "has a day that its month does not have");
    REFUSE("2024-01-00", "has a day that its month does not have");
    REFUSE("20240132", "has a day that its month does not have");
    REFUSE("32.1.2024", "has a day that its month does not have");
}

static void test_order(void)
{
    const enum date_order unknown = DATE_ORDER_UNKNOWN, dmy = DATE_ORDER_DMY, mdy = DATE_ORDER_MDY;
    expect_order("5/1/2024", unknown, "2024-01-05", DATE_FORM_AMBIGUOUS, __LINE__);
    expect_order("5/1/2024", dmy, "2024-01-05", DATE_FORM_AMBIGUOUS, __LINE__);
    expect_order("5/1/2024", mdy, "2024-05-01", DATE_FORM_AMBIGUOUS, __LINE__);
    expect_order("5-1-2024", mdy, "2024-05-01", DATE_FORM_AMBIGUOUS, __LINE__);
    expect_order("12/11/2024", unknown, "2024-11-12", DATE_FORM_AMBIGUOUS, __LINE__);
    expect_order("5/5/2024", unknown, "2024-05-05", DATE_FORM_EQUAL, __LINE__);
    expect_order("05/5/2024", mdy, "2024-05-05", DATE_FORM_EQUAL, __LINE__);
    expect_order("13/1/2024", unknown, "2024-01-13", DATE_FORM_DMY, __LINE__);
    expect_order("31/12/2024", dmy, "2024-12-31", DATE_FORM_DMY, __LINE__);
    expect_order("1/13/2024", unknown, "2024-01-13", DATE_FORM_MDY, __LINE__);
    expect_order("12-31-2024", mdy, "2024-12-31", DATE_FORM_MDY, __LINE__);
    expect_order("5/1/2024 3:05 PM", mdy, "2024-05-01T15:05:00", DATE_FORM_AMBIGUOUS, __LINE__);
    expect_error("13/1/2024", mdy,
                 "has a month 13; its day and month stand the other way round", __LINE__);
    expect_error("1/31/2024", dmy,
                 "has a month 31; its day and month stand the other way round", __LINE__);
    expect_error("1-22-2024", dmy,
                 "has a month 22; its day and month stand the other way round", __LINE__);
    expect_error("32/1/2024", mdy, "has a month that is not 1 to 12", __LINE__);
    expect_error("13/13/2024", unknown, "has a month that is not 1 to 12", __LINE__);
    expect_error("13/14/2024", unknown, "has a month that is not 1 to 12", __LINE__);
    expect_error("0/5/2024", mdy, "has a month that is not 1 to 12", __LINE__);
    expect_error("0/5/2024", unknown, "has a day that its month does not have", __LINE__);
    expect_error("32/1/2024", unknown, "has a day that its month does not have", __LINE__);
    expect_error("31/4/2024", unknown, "has a day that its month does not have", __LINE__);
}

static void test_times(void)
{
    static const char *const pairs[][2] = {
        {"2024-01-05 10:30", "T10:30:00"},
        {"2024-01-05T10:30:15", "T10:30:15"},
        {"2024-01-05t9:05", "T09:05:00"},
        {"2024-01-05   10:30:00", "T10:30:00"},
        {"20240105 00:00", "T00:00:00"},
        {"2024/1/5 23:59:59", "T23:59:59"},
        {"2024-01-05 10:30:00.5", "T10:30:00.5"},
        {"2024-01-05 10:30:00.25", "T10:30:00.25"},
        {"2024-01-05 10:30:00.250", "T10:30:00.250"},
        {"2024-01-05 10:30:00.250000000", "T10:30:00.250"},
        {"2024-01-05 10:30:00.000000", "T10:30:00.000"},
        {"2024-01-05 12:00 AM", "T00:00:00"},
        {"2024-01-05 12:00am", "T00:00:00"},
        {"2024-01-05 12:30 pm", "T12:30:00"},
        {"2024-01-05 1:05:09.125 PM", "T13:05:09.125"},
        {"2024-01-05 11:59PM", "T23:59:00"},
        {"2024/1/5 上午10:30", "T10:30:00"},
        {"2024/1/5 下午 3:05:00", "T15:05:00"},
        {"2024年1月5日10时30分15秒", "T10:30:15"},
        {"2024年1月5日 下午3时5分", "T15:05:00"},
        {"2024年1月5日上午9时", "T09:00:00"},
        {"2024年1月5日T10:30", "T10:30:00"},
        {"2024年1月5日10:30", "T10:30:00"},
        {"２０２４－０１－０５　１０：３０", "T10:30:00"},
        {"2024-01-05 3:05\xE2\x80\xAFPM", "T15:05:00"}, /* U+202F, as browsers write it */
        {"2024-01-05T10:30:00Z", "T10:30:00Z"},
        {"2024-01-05T10:30Z", "T10:30:00Z"},
        {"2024-01-05 10:30:00 UTC", "T10:30:00Z"},
        {"2024-01-05 10:30:00UTC", "T10:30:00Z"},
        {"2024-01-05 10:30:00 +00:00", "T10:30:00Z"},
        {"2024-01-05T10:30:00.250+08:00", "T10:30:00.250+08:00"},
        {"2024-01-05 10:30:00 +0200", "T10:30:00+02:00"},
        {"2024-01-05 10:30:00+08", "T10:30:00+08:00"},
        {"2024-01-05 10:30:00-03:30", "T10:30:00-03:30"},
        {"2024-01-05 10:30:00 \xE2\x88\x92" "05", "T10:30:00-05:00"},
        {"2024-01-05 3:05 PM -0800", "T15:05:00-08:00"},
        {"2024-01-05 10:30:00+08:05:43", "T10:30:00+08:05:43"},
        {"2024-01-05 10:30:00+23:59", "T10:30:00+23:59"},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        char want[DATE_ROOM];
        snprintf(want, sizeof(want), "2024-01-05%s", pairs[i][1]);
        EXPECT(pairs[i][0], want);
        EXPECT(want, want); /* what is written can be read */
    }
    struct stamp stamp;
    CHECK(!date_parse(S("2024-01-05 10:30:00.250000 -0330"), DATE_ORDER_UNKNOWN, &stamp));
    CHECK(stamp.has_time && stamp.has_zone && stamp.decimals == 3 && stamp.offset == -12600);
    CHECK_INT(stamp.ms, ((10 * 60 + 30) * 60) * 1000 + 250);
}

static void test_time_errors(void)
{
    struct stamp stamp;
    static const char *const unreadable[] = {
        "2024-01-05 x",           "2024-01-05 10",        "2024-01-05 10:3",   "2024-01-05T",
        "2024-01-05 10:30:5",     "2024-01-05 10:30:",    "2024-01-05 10:300", "2024-01-05 100:30",
        "2024-01-05 10:30:00.",   "2024-01-05 10:30 x",   "2024-01-05 3 PM",
          "2024-01-05 10:30 +8",
        "2024-01-05 10:30 +08:",  "2024-01-05 10:30 +080", "2024-01-05 10:30 +08:0",
        "2024-01-05 10:30 Z Z",   "2024-01-05 10:30 +08:00:0", "2024-01-05 10:30 PST",
        "2024-01-05 上午3:00 PM", "2024-01-05 10时30",    "2024-01-05 10时30分5",
        "2024-01-05 10时5秒",     "2024-01-05 上10:30",   "2024-01-05 10:30.5",
        "2024-01-05 +08:00",      "2024-01-05 10:30 AMM", "2024-01-05 10:30-",
        "2024-01-05 10:30:00+0800:00", "2024-01-05T10:30:00 +08:00 x",
    };
    for (size_t i = 0; i < COUNT_OF(unreadable); i++) {
        const char *error = date_parse(str_of(unreadable[i]), DATE_ORDER_UNKNOWN, &stamp);
        /* 上 alone has no place in the alphabet at all. */
        bool other = error && strcmp(error, "is not a date") == 0;
        bool alone = strstr(unreadable[i], "上1") != NULL;
        if (!CHECK(error && (alone ? other
                                   : strcmp(error, "has a time that cannot be read") == 0))) {
            printf("    %s: %s\n", unreadable[i], error ? error : "accepted");
        }
    }
    REFUSE("2024-01-05 24:00", "has an hour 24; midnight is 00:00 of the next day");
    REFUSE("2024-01-05 25:00", "has an hour above 23");
    REFUSE("2024-01-05 10:60", "has a minute above 59");
    REFUSE("2024-01-05 23:59:60", "has a second above 59");
    REFUSE("2024-01-05 13:00 PM", "has an hour that is not 1 to 12 before or after noon");
    REFUSE("2024-01-05 0:30 AM", "has an hour that is not 1 to 12 before or after noon");
    REFUSE("2024-01-05 下午15:00", "has an hour that is not 1 to 12 before or after noon");
    REFUSE("2024-01-05 10:30:00.0001", "has a time finer than milliseconds");
    REFUSE("2024-01-05 10:30:00.000000001", "has a time finer than milliseconds");
    REFUSE("2024-01-05 10:30:00.0000000000", "has more than 9 decimals of a second");
    REFUSE("2024-01-05 10:30 +24:00", "has a zone offset that is not -23:59 to +23:59");
    REFUSE("2024-01-05 10:30 -08:60", "has a zone offset that is not -23:59 to +23:59");
    REFUSE("2024-02-30 10:30", "has a day that its month does not have");
}

static void test_writers(void)
{
    char text[DATE_ROOM] = "x";
    CHECK_INT(date_format(DATE_NONE, text), 0);
    CHECK(text[0] == '\0');
    CHECK_INT(date_format(2932897, text), 0);
    CHECK_INT(date_format(-719163, text), 0);
    struct stamp none = {.day = DATE_NONE, .has_time = true};
    CHECK_INT(date_format_stamp(&none, text), 0);
    /* A zone without a time says nothing about a day. */
    struct stamp day = {.day = 0, .offset = 3600, .has_zone = true};
    CHECK_INT(date_format_stamp(&day, text), 10);
    CHECK_STR(str_of(text), S("1970-01-01"));
    struct stamp full = {2932896, 86399999, -86340, 3, true, true, DATE_FORM_FIXED};
    CHECK_INT(date_format_stamp(&full, text), 29);
    CHECK_STR(str_of(text), S("9999-12-31T23:59:59.999-23:59"));
}

static void test_periods(void)
{
    static const struct {
        const char *day, *year, *quarter, *month;
    } rows[] = {
        {"2024-01-01", "2024", "2024-Q1", "2024-01"}, {"2024-03-31", "2024", "2024-Q1", "2024-03"},
        {"2024-04-01", "2024", "2024-Q2", "2024-04"}, {"2024-09-30", "2024", "2024-Q3", "2024-09"},
        {"2024-12-31", "2024", "2024-Q4", "2024-12"}, {"0001-02-03", "0001", "0001-Q1", "0001-02"},
        {"1969-10-10", "1969", "1969-Q4", "1969-10"}, {"9999-12-31", "9999", "9999-Q4", "9999-12"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *want[] = {"", rows[i].year, rows[i].quarter, rows[i].month, rows[i].day};
        struct stamp stamp;
        CHECK(!date_parse(str_of(rows[i].day), DATE_ORDER_UNKNOWN, &stamp));
        for (int p = DATE_ALL; p <= DATE_DAY; p++) {
            enum date_period period = (enum date_period)p, found;
            char text[DATE_ROOM];
            int32_t first, start = date_period_start(stamp.day, period);
            CHECK_INT(date_period_format(start, period, text), strlen(want[p]));
            CHECK_STR(str_of(text), str_of(want[p]));
            if (period == DATE_ALL) {
                CHECK_INT(start, 0);
                continue;
            }
            CHECK(start <= stamp.day && date_period_start(start, period) == start);
            CHECK(date_period_parse(str_of(text), &found, &first));
            CHECK(found == period && first == start);
        }
    }
    static const char *const bad[] = {
        "",        "202",     "20245",   "2024-",      "2024-1",     "2024-Q0",    "2024-Q5",
        "2024-q1", "2024-13", "2024-00", "2024-01-32", "2024/01/01", "2024-Q11",   "2024Q1",
        "2024 01", "0000",    "202x",    "2024-0x",    "2024-01-1",  "2024-01-0x", "2024-01-01 ",
        " 2024",   "2024-01/01", "2023-02-29", "2024-1-01-", "2024.01.01",
    };
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        enum date_period period;
        int32_t start;
        if (!CHECK(!date_period_parse(str_of(bad[i]), &period, &start))) {
            printf("    %s\n", bad[i]);
        }
    }
    enum date_period period;
    int32_t start;
    CHECK(!date_period_parse((struct str){NULL, 0}, &period, &start));
    char text[DATE_ROOM];
    CHECK_INT(date_period_format(DATE_NONE, DATE_MONTH, text), 0);
    CHECK_INT(date_period_start(DATE_NONE, DATE_MONTH), DATE_NONE);
}

static void expect_moved(const char *from, const char *span_text, int sign, const char *want,
                         int line)
{
    struct stamp stamp;
    struct date_span span = {0};
    char text[DATE_ROOM];
    unit_check(!date_parse(str_of(from), DATE_ORDER_UNKNOWN, &stamp), __FILE__, line, from);
    unit_check(date_span_parse(str_of(span_text), &span), __FILE__, line, span_text);
    size_t n = date_format(date_add(stamp.day, span, sign), text);
    unit_check_str((struct str){text, n}, str_of(want), __FILE__, line);
}

static void test_spans(void)
{
    expect_moved("2024-01-05", "2d", 1, "2024-01-07", __LINE__);
    expect_moved("2024-03-01", "1d", -1, "2024-02-29", __LINE__);
    expect_moved("2024-01-05", "3w", 1, "2024-01-26", __LINE__);
    expect_moved("2024-01-31", "1m", 1, "2024-02-29", __LINE__);
    expect_moved("2023-01-31", "1m", 1, "2023-02-28", __LINE__);
    expect_moved("2024-03-31", "1m", -1, "2024-02-29", __LINE__);
    expect_moved("2024-03-31", "4m", -1, "2023-11-30", __LINE__);
    expect_moved("2024-12-15", "12m", 1, "2025-12-15", __LINE__);
    expect_moved("2024-02-29", "1y", 1, "2025-02-28", __LINE__);
    expect_moved("2024-02-29", "4y", -1, "2020-02-29", __LINE__);
    expect_moved("2024-01-05", "0d", 1, "2024-01-05", __LINE__);
    expect_moved("2024-01-05", "0m", -1, "2024-01-05", __LINE__);
    /* Off the calendar: no date. */
    expect_moved("9999-12-31", "1d", 1, "", __LINE__);
    expect_moved("0001-01-01", "1d", -1, "", __LINE__);
    expect_moved("0001-01-31", "1m", -1, "", __LINE__);
    expect_moved("9999-12-01", "1m", 1, "", __LINE__);
    expect_moved("2024-01-05", "3652058y", 1, "", __LINE__);
    expect_moved("2024-01-05", "3652058w", -1, "", __LINE__);
    expect_moved("0001-01-01", "3652058d", 1, "9999-12-31", __LINE__);
    CHECK(date_add(DATE_NONE, (struct date_span){1, 'd'}, 1) == DATE_NONE);
    static const char *const bad[] = {"",   "d",  "2",   "2x",  "2D",       "-2d",
                                      "+2d", "2 d", "d2", "2.5d", "3652059d",
                                      "99999999999999999999d"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct date_span span;
        CHECK(!date_span_parse(str_of(bad[i]), &span));
    }
}

/* Every day from 1895 to 2104, and the days that months lack: those of 1901 to 2099 are read. */
static void test_plain(void)
{
    for (int year = 1895; year <= 2104; year++) {
        for (int month = 0; month <= 13; month++) {
            for (int day = 0; day <= 32; day++) {
                char text[48];
                int32_t found = DATE_NONE;
                snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
                bool plain = date_plain(str_of(text), &found);
                int32_t want = date_from_civil(year, month, day);
                bool ours = want != DATE_NONE && year >= 1901 && year <= 2099;
                CHECK(plain == ours && found == (ours ? want : DATE_NONE));
            }
        }
    }
    const char *const others[] = {"2024-1-05", "2024/01/05", "2024-01/05", "2024-0:-05", "2024-01-0:",
                                  "-024-01-05", "2024-01-05 ", "20240-1-05", "0000-01-01"};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        int32_t found;
        CHECK(!date_plain(str_of(others[i]), &found));
    }
}

int main(void)
{
    test_plain();
    test_calendar();
    test_dates();
    test_date_errors();
    test_order();
    test_times();
    test_time_errors();
    test_writers();
    test_periods();
    test_spans();
    return unit_end();
}
