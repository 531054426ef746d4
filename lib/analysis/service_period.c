#include "base/base.h"

#include "analysis/service_period.h"

static enum date_period calendar_period(enum service_period per)
{
    return per == SERVICE_PER_YEAR      ? DATE_YEAR
           : per == SERVICE_PER_QUARTER ? DATE_QUARTER
                                        : DATE_MONTH;
}

int32_t service_period_start(int32_t day, enum service_period per)
{
    switch (per) {
    case SERVICE_PER_NONE:
        return 0;
    case SERVICE_PER_WEEK:
        return day - (date_weekday(day) - 1);
    default:
        return date_period_start(day, calendar_period(per));
    }
}

int32_t service_period_next(int32_t start, enum service_period per)
{
    return per == SERVICE_PER_WEEK ? start + 7 : date_period_end(start, calendar_period(per)) + 1;
}

size_t service_period_format(int32_t start, enum service_period per, char text[DATE_ROOM])
{
    int year, month, day;
    if (per == SERVICE_PER_NONE) {
        text[0] = '\0';
        return 0;
    }
    if (per != SERVICE_PER_WEEK) {
        return date_period_format(start, calendar_period(per), text);
    }
    date_to_civil(start + 3, &year, &month, &day);
    int week = (start + 3 - date_from_civil(year, 1, 1)) / 7 + 1;
    return (size_t)snprintf(text, DATE_ROOM, "%04d-W%02d", year, week);
}

int32_t service_period_day(const struct calendar *calendar, int64_t instant)
{
    return calendar_stamp(calendar, instant, false).day;
}
