/*
 * date.h - calendar dates and timestamps as exports write them.
 *
 * Days are counted from 1970-01-01 (day 0) in the proleptic Gregorian calendar; years 1 to 9999.
 *
 * Accepted dates: 2024-01-05, 2024/1/5, 2024.1.5, 20240105, 2024年1月5日, and the forms with the year
 * last, whose order of day and month only the data or the user can tell: 5/1/2024, 5-1-2024. With
 * dots (5.1.2024) the day comes first. Full-width digits and signs are read as their narrow forms.
 * Two-digit years are refused. A time may follow after a space or T: HH:MM, HH:MM:SS, a fraction
 * (up to 9 digits; kept as milliseconds where at most 3 are not 0, else refused), AM/PM, 上午/下午
 * before the hour, 时分秒; then a zone: Z, UTC, +HH:MM, +HHMM, +HH, with or without a space before.
 * 24:00 is refused, second 60 is refused. +HH:MM:SS is read and written where an offset has
 * seconds.
 */
#ifndef CRM_DATE_H
#define CRM_DATE_H

#include "base/str.h"
#include "value/moment.h"

/* Which of two numbers before a year is the day. */
enum date_order {
    DATE_ORDER_UNKNOWN,
    DATE_ORDER_DMY,
    DATE_ORDER_MDY,
};

/* How a text's order of day and month came out. */
enum date_form {
    DATE_FORM_FIXED,     /* year first, or dots: no question */
    DATE_FORM_AMBIGUOUS, /* year last, both numbers at most 12 and different */
    DATE_FORM_EQUAL,     /* year last, day and month the same number: no evidence */
    DATE_FORM_DMY,       /* year last, the first number is above 12 */
    DATE_FORM_MDY,       /* year last, the second number is above 12 */
};

struct stamp {
    int32_t day;        /* day number of the wall-clock date as written */
    int32_t ms;         /* milliseconds since midnight, 0 to 86,399,999 */
    int32_t offset;     /* seconds east of UTC; meaningful if has_zone */
    uint8_t decimals;   /* of the seconds as written: 0, or 1 to 3 */
    bool has_time;      /* a time was written */
    bool has_zone;
    enum date_form form;
};

#define DATE_NONE INT32_MIN /* no date */
#define DATE_ROOM 48        /* bytes that the writers need, NUL included */

/* The day of "YYYY-MM-DD", as most cells have it (moment.h); false leaves the text, and what is wrong
 * with it, to date_parse. */
static inline bool date_plain(struct str text, int32_t *day)
{
    struct moment at;
    bool plain = text.n == 10 && moment_read(text, &at);
    if (plain) {
        *day = at.day;
    }
    return plain;
}
int32_t date_from_civil(int year, int month, int day); /* DATE_NONE where there is no such day */
void date_to_civil(int32_t day, int *year, int *month, int *day_of_month);
/* 1 = Monday ... 7 = Sunday (ISO 8601). */
int date_weekday(int32_t day);

/*
 * Reads a date with or without time. With DATE_ORDER_UNKNOWN an ambiguous text is read as D/M/Y and
 * stamp->form says AMBIGUOUS, so that the caller can ask. With an order given, a text that
 * contradicts it (13 as a month) is refused. Returns NULL, or what is wrong, to follow the quoted
 * text: "is not a date", "has a month 13; ...".
 */
const char *date_parse(struct str text, enum date_order order, struct stamp *stamp);

/* "2024-01-05"; returns the length. DATE_NONE writes nothing. */
size_t date_format(int32_t day, char text[DATE_ROOM]);
/* "2024-01-05", "2024-01-05T10:30:00", "2024-01-05T10:30:00.250+08:00"; Z for offset 0. */
size_t date_format_stamp(const struct stamp *stamp, char text[DATE_ROOM]);

/* Periods that a day can fall in, from coarse to fine. */
enum date_period { DATE_ALL, DATE_YEAR, DATE_QUARTER, DATE_MONTH, DATE_DAY };

/* The first day of the period that holds `day`; DATE_ALL gives 0. */
int32_t date_period_start(int32_t day, enum date_period period);
/* The last day of the period that begins on `start`; DATE_ALL gives INT32_MAX. */
int32_t date_period_end(int32_t start, enum date_period period);
/* "2024", "2024-Q1", "2024-01", "2024-01-05"; within a period they sort by time, bytewise. DATE_ALL
 * writes nothing. */
size_t date_period_format(int32_t start, enum date_period period, char text[DATE_ROOM]);
/* Reads what date_period_format writes; false for anything else. */
bool date_period_parse(struct str text, enum date_period *period, int32_t *start);

/* A span such as 2d, 3w, 12m, 1y (days, weeks, months, years): number and unit. False if not. */
struct date_span {
    int32_t count;
    char unit; /* 'd', 'w', 'm', 'y' */
};
bool date_span_parse(struct str text, struct date_span *span);
/* `day` moved by the span, back if negative; a day that the month lacks becomes its last. */
int32_t date_add(int32_t day, struct date_span span, int sign);

#endif
