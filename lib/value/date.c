#include "base/base.h"

#include "value/date.h"
#include "value/number.h"

#define DAYS_TO_1970 719162 /* from 0001-01-01 to 1970-01-01 */
#define DAY_FIRST (-DAYS_TO_1970)
#define DAY_LAST 2932896 /* 9999-12-31 */
#define DAYS_FROM_MARCH 719468 /* from 0000-03-01 to 1970-01-01 */
#define DAYS_IN_400_YEARS 146097
#define DAYS_IN_4_YEARS 1461

/* Days of a common year before each month, and of the whole year. */
static const int16_t days_before_month[] = {0,   31,  59,  90,  120, 151, 181,
                                            212, 243, 273, 304, 334, 365};

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in_month(int year, int month)
{
    int days = days_before_month[month] - days_before_month[month - 1];
    return days + (month == 2 && is_leap(year));
}

/* For years from 1 on and a day that the month has. */
static int32_t day_number(int year, int month, int day)
{
    int past = year - 1;
    int32_t before_year = past * 365 + past / 4 - past / 100 + past / 400;
    int32_t before_month = days_before_month[month - 1] + (month > 2 && is_leap(year));
    return before_year + before_month + (day - 1) - DAYS_TO_1970;
}

int32_t date_from_civil(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > days_in_month(year, month)) {
        return DATE_NONE;
    }
    return day_number(year, month, day);
}

/*
 * Years are counted from March, so that the leap day is a year's last; 5 months from March or August
 * have 153 days, which a line of slope 153/5 follows.
 */
void date_to_civil(int32_t day, int *year, int *month, int *day_of_month)
{
    /* From 0000-03-01, moved up by whole cycles of 400 years so that nothing is negative. */
    int64_t cycle = ((int64_t)day + DAYS_FROM_MARCH) / DAYS_IN_400_YEARS;
    cycle -= (int64_t)day + DAYS_FROM_MARCH < cycle * DAYS_IN_400_YEARS;
    uint32_t rest = (uint32_t)((int64_t)day + DAYS_FROM_MARCH - cycle * DAYS_IN_400_YEARS);
    uint32_t century = (4 * rest + 3) / DAYS_IN_400_YEARS;
    uint32_t of_century = rest - century * DAYS_IN_400_YEARS / 4;
    uint32_t year_of_century = (4 * of_century + 3) / DAYS_IN_4_YEARS;
    uint32_t of_year = of_century - year_of_century * DAYS_IN_4_YEARS / 4;
    uint32_t from_march = (5 * of_year + 2) / 153;
    *day_of_month = (int)(of_year - (153 * from_march + 2) / 5) + 1;
    *month = (int)from_march + (from_march < 10 ? 3 : -9);
    *year = (int)(cycle * 400) + (int)(century * 100 + year_of_century) + (from_march >= 10);
}

int date_weekday(int32_t day)
{
    /* Day 0 was a Thursday. */
    int since_monday = (int)(((int64_t)day + 3) % 7);
    return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

/* Writes two digits and returns where they end. */
static inline char *put_two(char *at, int number)
{
    memcpy(at, number_pairs + number * 2, 2);
    return at + 2;
}

/* The same of `count` digits. */
static char *put_digits(char *at, int number, int count)
{
    for (int i = count - 1; i >= 0; i--) {
        at[i] = (char)('0' + number % 10);
        number /= 10;
    }
    return at + count;
}

size_t date_format(int32_t day, char text[DATE_ROOM])
{
    char *at = text;
    if (day >= DAY_FIRST && day <= DAY_LAST) {
        int year, month, day_of_month;
        date_to_civil(day, &year, &month, &day_of_month);
        at = put_two(put_two(at, year / 100), year % 100);
        *at++ = '-';
        at = put_two(at, month);
        *at++ = '-';
        at = put_two(at, day_of_month);
    }
    *at = '\0';
    return (size_t)(at - text);
}

/* Seconds are written only where an offset has them (local mean times of the 19th century). */
static char *put_offset(char *at, int32_t offset)
{
    if (offset == 0) {
        *at++ = 'Z';
        return at;
    }
    *at++ = offset < 0 ? '-' : '+';
    int seconds = offset < 0 ? -offset : offset;
    at = put_digits(at, seconds / 3600, 2);
    *at++ = ':';
    at = put_digits(at, seconds / 60 % 60, 2);
    if (seconds % 60 != 0) {
        *at++ = ':';
        at = put_digits(at, seconds % 60, 2);
    }
    return at;
}

size_t date_format_stamp(const struct stamp *stamp, char text[DATE_ROOM])
{
    static const int ms_of_last_digit[] = {1000, 100, 10, 1};
    size_t length = date_format(stamp->day, text);
    if (length == 0 || !stamp->has_time) {
        return length;
    }
    char *at = text + length;
    int seconds = stamp->ms / 1000;
    *at++ = 'T';
    at = put_digits(at, seconds / 3600, 2);
    *at++ = ':';
    at = put_digits(at, seconds / 60 % 60, 2);
    *at++ = ':';
    at = put_digits(at, seconds % 60, 2);
    if (stamp->decimals > 0) {
        int decimals = stamp->decimals < 3 ? stamp->decimals : 3;
        *at++ = '.';
        at = put_digits(at, stamp->ms % 1000 / ms_of_last_digit[decimals], decimals);
    }
    if (stamp->has_zone) {
        at = put_offset(at, stamp->offset);
    }
    *at = '\0';
    return (size_t)(at - text);
}

int32_t date_period_start(int32_t day, enum date_period period)
{
    if (period == DATE_ALL) {
        return 0;
    }
    if (period == DATE_DAY || day < DAY_FIRST || day > DAY_LAST) {
        return day;
    }
    int year, month, day_of_month;
    date_to_civil(day, &year, &month, &day_of_month);
    if (period == DATE_YEAR) {
        month = 1;
    } else if (period == DATE_QUARTER) {
        month -= (month - 1) % 3;
    }
    return day_number(year, month, 1);
}

int32_t date_period_end(int32_t start, enum date_period period)
{
    static const int months[] = {[DATE_YEAR] = 12, [DATE_QUARTER] = 3, [DATE_MONTH] = 1};
    if (period == DATE_ALL) {
        return INT32_MAX;
    }
    if (period == DATE_DAY) {
        return start;
    }
    int32_t next = date_add(start, (struct date_span){months[period], 'm'}, 1);
    return next == DATE_NONE ? INT32_MAX : next - 1; /* past the year 9999 */
}

size_t date_period_format(int32_t start, enum date_period period, char text[DATE_ROOM])
{
    size_t length = date_format(start, text);
    if (length == 0 || period == DATE_ALL) {
        text[0] = '\0';
        return 0;
    }
    if (period == DATE_QUARTER) {
        int month = (text[5] - '0') * 10 + (text[6] - '0');
        text[5] = 'Q';
        text[6] = (char)('1' + (month - 1) / 3);
    }
    static const size_t lengths[] = {
        [DATE_YEAR] = 4, [DATE_QUARTER] = 7, [DATE_MONTH] = 7, [DATE_DAY] = 10};
    text[lengths[period]] = '\0';
    return lengths[period];
}

/* Reads all of `text` as a number of `count` digits; -1 where it is none. */
static int all_digits(struct str text, size_t count)
{
    uint64_t number;
    return text.n == count && str_to_u64(text, &number) ? (int)number : -1;
}

bool date_period_parse(struct str text, enum date_period *period, int32_t *start)
{
    int year = all_digits(str_slice(text, 0, 4), 4);
    int month = 1;
    int day = 1;
    enum date_period found = DATE_YEAR;
    if (text.n > 4 && text.p[4] != '-') {
        return false;
    }
    if (text.n == 7 && text.p[5] == 'Q') {
        if (text.p[6] < '1' || text.p[6] > '4') {
            return false;
        }
        found = DATE_QUARTER;
        month = (text.p[6] - '1') * 3 + 1;
    } else if (text.n == 7) {
        found = DATE_MONTH;
        month = all_digits(str_slice(text, 5, 7), 2);
    } else if (text.n == 10 && text.p[7] == '-') {
        found = DATE_DAY;
        month = all_digits(str_slice(text, 5, 7), 2);
        day = all_digits(str_slice(text, 8, 10), 2);
    } else if (text.n != 4) {
        return false;
    }
    int32_t first = date_from_civil(year, month, day);
    if (first == DATE_NONE) {
        return false;
    }
    *period = found;
    *start = first;
    return true;
}

bool date_span_parse(struct str text, struct date_span *span)
{
    uint64_t count;
    if (text.n < 2 || !str_to_u64(str_slice(text, 0, text.n - 1), &count)) {
        return false;
    }
    char unit = text.p[text.n - 1];
    bool known = unit == 'd' || unit == 'w' || unit == 'm' || unit == 'y';
    /* Longer than the calendar means nothing, whatever the unit. */
    if (!known || count > DAY_LAST - DAY_FIRST) {
        return false;
    }
    *span = (struct date_span){(int32_t)count, unit};
    return true;
}

/* `day` moved by months, held at the last day of a shorter month. */
static int32_t add_months(int32_t day, int64_t months)
{
    int year, month, day_of_month;
    date_to_civil(day, &year, &month, &day_of_month);
    int64_t total = (int64_t)year * 12 + (month - 1) + months;
    if (total < 12 || total >= 10000 * 12) {
        return DATE_NONE;
    }
    year = (int)(total / 12);
    month = (int)(total % 12) + 1;
    int last = days_in_month(year, month);
    return day_number(year, month, day_of_month < last ? day_of_month : last);
}

int32_t date_add(int32_t day, struct date_span span, int sign)
{
    if (day < DAY_FIRST || day > DAY_LAST) {
        return DATE_NONE;
    }
    int64_t count = sign < 0 ? -(int64_t)span.count : span.count;
    if (span.unit == 'm' || span.unit == 'y') {
        return add_months(day, span.unit == 'y' ? count * 12 : count);
    }
    int64_t moved = day + (span.unit == 'w' ? count * 7 : count);
    return moved < DAY_FIRST || moved > DAY_LAST ? DATE_NONE : (int32_t)moved;
}
