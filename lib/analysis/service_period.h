/*
 * service_period.h - weeks, months, quarters and years of days. Weeks are those of ISO 8601: from
 * Monday to Sunday, numbered in the year that has their Thursday.
 */
#ifndef CRM_SERVICE_PERIOD_H
#define CRM_SERVICE_PERIOD_H

#include "analysis/service.h"

enum service_period {
    SERVICE_PER_NONE,
    SERVICE_PER_WEEK,
    SERVICE_PER_MONTH,
    SERVICE_PER_QUARTER,
    SERVICE_PER_YEAR,
};

/* The first day of the period that holds the day; 0 of SERVICE_PER_NONE. */
int32_t service_period_start(int32_t day, enum service_period per);
int32_t service_period_next(int32_t start, enum service_period per);
/* "2024-W05", "2024-01", "2024-Q1", "2024"; nothing for none. Returns the length. */
size_t service_period_format(int32_t start, enum service_period per, char text[DATE_ROOM]);
/* The day of an instant on the calendar's clock. */
int32_t service_period_day(const struct calendar *calendar, int64_t instant);

#endif
