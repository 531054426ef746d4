/*
 * clock.h - today's date, for --as-of today: the only place where the time of day enters.
 */
#ifndef CRM_CLOCK_H
#define CRM_CLOCK_H

#include "value/zone.h"

/* The date now, in `zone`; NULL: the zone of $TZ, else of /etc/localtime, else UTC. */
int32_t clock_today(const struct zone *zone);
/* Seconds of a clock that only runs forward, for timing. */
double clock_seconds(void);

#endif
