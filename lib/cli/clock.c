#include "base/base.h"

#include "base/buf.h"
#include "cli/clock.h"

#define TZIF_MAX ((size_t)1 << 20)

static struct zone *system_zone(void)
{
    const char *error;
    const char *name = getenv("TZ");
    if (name && *name) {
        return zone_open(name[0] == ':' ? name + 1 : name, &error);
    }
    FILE *file = fopen("/etc/localtime", "rb");
    if (!file) {
        return NULL;
    }
    struct buf bytes;
    buf_init(&bytes, TZIF_MAX);
    char *at = buf_reserve(&bytes, TZIF_MAX);
    bytes.n = fread(at, 1, TZIF_MAX, file);
    fclose(file);
    struct zone *zone = zone_from_bytes(buf_view(&bytes), &error);
    buf_free(&bytes);
    return zone;
}

int32_t clock_today(const struct zone *zone)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    struct zone *own = zone ? NULL : system_zone();
    const struct zone *used = zone ? zone : own;
    int64_t local = now.tv_sec + (used ? zone_offset_at(used, now.tv_sec) : 0);
    if (own) {
        zone_close(own);
    }
    return (int32_t)(local / 86400);
}

double clock_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
