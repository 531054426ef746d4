/*
 * zone.h - time zones from the system's TZif files (RFC 8536), read by ourselves: localtime() keeps
 * hidden state, reads the environment and cannot serve two zones at once.
 *
 *     const char *error;
 *     struct zone *zone = zone_open("Asia/Shanghai", &error);
 *     int32_t offset = zone_offset_at(zone, utc_seconds);
 *     zone_convert(zone, &stamp);
 *
 * "UTC" and fixed offsets ("+08:00") need no file. Files are sought below $TZDIR, else
 * /usr/share/zoneinfo. Names with ".." or a leading "/" are refused. The whole zone is in memory
 * after opening; an open zone is read-only and may be shared by threads.
 */
#ifndef CRM_ZONE_H
#define CRM_ZONE_H

#include "value/date.h"

struct zone;

/* NULL and *error (a static text such as "no such time zone") on failure. */
struct zone *zone_open(const char *name, const char **error);
/* The same from the bytes of a TZif file, for tests. */
struct zone *zone_from_bytes(struct str bytes, const char **error);
/* Seconds east of UTC that hold at an instant (seconds since 1970 UTC); beyond the table the
 * file's POSIX footer is followed. */
int32_t zone_offset_at(const struct zone *zone, int64_t utc);
/* The instants at which the offset holds for a wall-clock time (seconds since 1970 as if UTC):
 * where the clock was set forward over it, the offset before the gap; where it stands twice, the
 * earlier instant. */
int32_t zone_offset_of_local(const struct zone *zone, int64_t local);
/* The first instant after `utc` at which another offset may begin to hold; INT64_MAX where none
 * does. */
int64_t zone_next_change(const struct zone *zone, int64_t utc);
/* Moves a zoned stamp to this zone's wall clock. One without time or zone stays as it is. */
void zone_convert(const struct zone *zone, struct stamp *stamp);
void zone_close(struct zone *zone);

#endif
