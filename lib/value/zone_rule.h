/*
 * zone_rule.h - the rule at the end of a TZif file, for the time after its table: a POSIX TZ string
 * (POSIX.1-2017, chapter 8.3, with the hours up to 167 and signs of RFC 8536, section 3.3.1).
 *
 *     struct zone_rule rule;
 *     if (zone_rule_parse(S("CET-1CEST,M3.5.0,M10.5.0/3"), &rule)) { ... }
 *     int32_t offset = zone_rule_offset(&rule, utc_seconds);
 *
 * A plain struct without memory of its own.
 */
#ifndef CRM_ZONE_RULE_H
#define CRM_ZONE_RULE_H

#include "base/str.h"

/* A day of every year and the wall-clock time on it. */
struct zone_rule_day {
    char kind;   /* 'M': weekday of a week of a month; 'J': day 1 to 365, 29 February never counted;
                    '0': day 0 to 365, 29 February counted */
    int month;   /* 1 to 12 */
    int week;    /* 1 to 5; 5 is the last of the month */
    int day;     /* of the week, 0 = Sunday; or of the year */
    int32_t time; /* seconds from midnight, possibly before it or days later */
};

struct zone_rule {
    int32_t std_offset; /* seconds east of UTC */
    int32_t dst_offset; /* the same as std_offset where has_dst is false */
    bool has_dst;
    struct zone_rule_day start; /* of daylight saving time, in standard time */
    struct zone_rule_day end;   /* in daylight saving time */
};

/* False, with *rule undefined, where the text is no such rule. */
bool zone_rule_parse(struct str text, struct zone_rule *rule);
/* Seconds east of UTC at any instant (seconds since 1970 UTC). */
int32_t zone_rule_offset(const struct zone_rule *rule, int64_t utc);
/* The first instant after `utc` at which the rule sets the clock; INT64_MAX where it never does.
 * `utc` lies within years 1 to 9999. */
int64_t zone_rule_next_change(const struct zone_rule *rule, int64_t utc);

#endif
