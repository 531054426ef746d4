/*
 * calendar.h - business time: how long a company was open between two instants, and when so many
 * open hours or working days will have gone by.
 *
 *     static const struct calendar_span office[] = {{9 * 3600, 12 * 3600}, {13 * 3600, 18 * 3600}};
 *     struct calendar_plan plan = {.zone = zone, .week = {[0] = {office, 2}}};   Mondays only
 *     struct calendar *cal = calendar_new(&plan, &arena);
 *     int64_t worked = calendar_between(cal, opened, closed);
 *     int64_t due = calendar_add(cal, opened, 4 * 3600);
 *
 * Instants are seconds since 1970 UTC; days are those of date.h, on the wall clock of the plan's
 * zone. An instant is open if the wall clock then shows a day and a time within one of the day's
 * spans. What is measured is time that goes by, not what the hands move: in the night of a change
 * the span 01:00 to 05:00 has 3 hours or 5.
 *
 * What a day's spans are, the first that applies:
 *   - a make-up day has its own; without any, those of its weekday; where that is closed, those of
 *     the first open weekday from Monday on
 *   - a holiday has none
 *   - its weekday's, perhaps none
 *
 * The calendar knows the instants from 0 to CALENDAR_END, the years 1970 to 2099 in UTC: beyond
 * them are typing errors and 9999-12-31. calendar_instant() refuses these, so that what is asked
 * later lies within. Open time is summed up once (1 to 4 ms, at most 12 bytes a span and day, and 4
 * a day for the offset from UTC that holds on it), so that calendar_between takes no longer for years
 * than for minutes.
 *
 * A calendar lives in the arena it was made in, and refers to the plan's zone and spans, which must
 * outlive it. It is read-only and may be shared by threads.
 */
#ifndef CRM_CALENDAR_H
#define CRM_CALENDAR_H

#include "base/arena.h"
#include "value/date.h"
#include "value/moment.h"
#include "value/zone.h"

#define CALENDAR_FIRST_DAY 0                               /* 1970-01-01 */
#define CALENDAR_LAST_DAY 47481                            /* 2099-12-31 */
#define CALENDAR_END ((CALENDAR_LAST_DAY + 1) * INT64_C(86400)) /* 2100-01-01T00:00:00Z */
#define CALENDAR_NEVER INT64_MAX

/* Open from one second of the day until another: 0 <= from < until <= 86400. */
struct calendar_span {
    int32_t from, until;
};

/* The spans of a day, ascending; one may begin where the one before ends, but not earlier. */
struct calendar_hours {
    const struct calendar_span *span;
    size_t count; /* 0: closed */
};

/* Holidays, both ends included. */
struct calendar_holidays {
    int32_t first, last;
};

/* A make-up day (调休): a day that is open although its weekday or a holiday says no. */
struct calendar_makeup {
    int32_t day;
    struct calendar_hours hours; /* count 0: see above */
};

struct calendar_plan {
    const struct zone *zone;
    struct calendar_hours week[7]; /* Monday first */
    const struct calendar_holidays *holidays; /* in any order; they may overlap */
    size_t holiday_count;
    const struct calendar_makeup *makeups; /* in any order; no day twice */
    size_t makeup_count;
};

struct calendar;

struct calendar *calendar_new(const struct calendar_plan *plan, struct arena *arena);
/* Open around the clock on every day: business time is time, and every day a working day. */
struct calendar *calendar_always(const struct zone *zone, struct arena *arena);

/* Whether the day, of any year, has hours. */
bool calendar_is_working_day(const struct calendar *cal, int32_t day);
/* Open seconds in [start, end); 0 where end is not behind start, -1 where one of them lies outside
 * 0 to CALENDAR_END. */
int64_t calendar_between(const struct calendar *cal, int64_t start, int64_t end);

/*
 * Those below give CALENDAR_NEVER where the answer would lie behind CALENDAR_END, as in a calendar
 * that is never open, and where the start lies outside.
 */

/* The instant itself if it is open, else the next opening. */
int64_t calendar_next_open(const struct calendar *cal, int64_t instant);
/* The earliest instant t with calendar_between(start, t) = seconds: outside the hours the clock
 * starts at the next opening, and what is full at closing is due at closing. Not above 0 seconds:
 * start. */
int64_t calendar_add(const struct calendar *cal, int64_t start, int64_t seconds);
/*
 * Counts working days, as GLPI does: from the day of the start, or if that is no working day from
 * the opening of the next one, `days` working days on; due at the same time of that day. Where that
 * time is outside the day's hours it is moved to the next opening on this day, or if there is none
 * to its closing: 06:00 becomes 09:00, 12:30 in a break 13:30, 20:00 becomes 18:00. (GLPI moves
 * the last of them only.) Not above 0 days: on the first of these days, so moved. CALENDAR_NEVER
 * also where that day ends behind CALENDAR_END.
 */
int64_t calendar_add_days(const struct calendar *cal, int64_t start, int64_t days);

/*
 * The instant of a stamp: by its offset if it has one, else as the wall clock of the calendar's
 * zone (zone_offset_of_local says what holds in the night of a change). A date without a time is
 * its 00:00; parts of a second are dropped. Returns NULL, or what is wrong, to follow the quoted
 * text: "is not in the years 1970 to 2099".
 */
const char *calendar_instant(const struct calendar *cal, const struct stamp *stamp,
                             int64_t *instant);
/*
 * The same of a time that moment_read() gave; false where it is not in these years. For those who read
 * very many: the offset from UTC that holds on a whole day of the wall clock is looked up in
 * calendar_offsets(), by day.
 */
bool calendar_odd_moment(const struct calendar *cal, const struct moment *moment, int64_t *instant);
const int32_t *calendar_offsets(const struct calendar *cal);
#define CALENDAR_UNSETTLED INT32_MIN /* more than one holds, or not all times are in these years */
static inline bool calendar_moment(const struct calendar *cal, const int32_t *offsets,
                                   const struct moment *moment, int64_t *instant)
{
    bool known = (uint32_t)moment->day <= CALENDAR_LAST_DAY;
    int32_t offset = known ? offsets[moment->day] : CALENDAR_UNSETTLED;
    if (offset == CALENDAR_UNSETTLED) {
        return calendar_odd_moment(cal, moment, instant);
    }
    *instant = moment->day * INT64_C(86400) + moment->second - offset;
    return true;
}
/* Back, for writing: the zone's wall clock with a time, and its offset if `zoned`, which is for
 * data whose stamps had one. CALENDAR_NEVER gives DATE_NONE, which is written as nothing. */
struct stamp calendar_stamp(const struct calendar *cal, int64_t instant, bool zoned);

#endif
