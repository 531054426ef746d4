#include "base/base.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "value/zone.h"
#include "value/zone_rule.h"

/*
 * A TZif file (RFC 8536, section 3) is a header and a data block with 32-bit times; from version 2
 * on a second header and block with 64-bit times follow, then a footer "\n<TZ string>\n":
 *
 *     header  "TZif" version reserved[15] isutcnt isstdcnt leapcnt timecnt typecnt charcnt
 *     block   times[timecnt] type indices[timecnt] types[typecnt] (6 bytes each: offset, is dst,
 *             designation) characters[charcnt] leap seconds[leapcnt] is-std[] is-ut[]
 *
 * All numbers are big-endian.
 */

#define HEADER_SIZE 44
#define TYPE_SIZE 6
#define FILE_MAX (1 << 20) /* bytes; the largest file of a tz release has 4 KiB */
#define SECONDS_A_DAY 86400

/* RFC 8536, section 3.2: offsets that readers can rely on, -25 to +26 hours, both exclusive. */
#define OFFSET_LOW (-89999)
#define OFFSET_HIGH 93599

static const char malformed[] = "is not a sound TZif file";
static const char no_such_zone[] = "no such time zone";
static const char unreadable[] = "the time zone's file cannot be read";

struct zone {
    size_t count;   /* of transitions */
    int64_t *times; /* when they happen, ascending, UTC */
    int32_t *after; /* the offset from then on */
    int32_t before; /* the offset before the first */
    bool has_rule;  /* of what comes after the last */
    struct zone_rule rule;
    size_t offset_count;
    int32_t *offsets; /* every offset the zone can have, once each, greatest first */
};

struct header {
    int version;
    uint32_t isutcnt, isstdcnt, leapcnt, timecnt, typecnt, charcnt;
};

static uint64_t read_big(const char *p, int bytes)
{
    uint64_t value = 0;
    for (int i = 0; i < bytes; i++) {
        value = value << 8 | (unsigned char)p[i];
    }
    return value;
}

static bool read_header(struct str bytes, struct header *header)
{
    if (bytes.n < HEADER_SIZE || !str_starts(bytes, S("TZif"))) {
        return false;
    }
    char version = bytes.p[4];
    header->version = version ? version - '0' : 1;
    uint32_t counts[6];
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        counts[i] = (uint32_t)read_big(bytes.p + 20 + i * 4, 4);
    }
    header->isutcnt = counts[0];
    header->isstdcnt = counts[1];
    header->leapcnt = counts[2];
    header->timecnt = counts[3];
    header->typecnt = counts[4];
    header->charcnt = counts[5];
    return !version || (version >= '2' && version <= '9');
}

/* Bytes of the block behind the header; no sum of 32-bit counts can wrap 64 bits. */
static uint64_t block_size(const struct header *header, uint64_t time_size)
{
    return (uint64_t)header->timecnt * (time_size + 1) + (uint64_t)header->typecnt * TYPE_SIZE +
           header->charcnt + (uint64_t)header->leapcnt * (time_size + 4) + header->isstdcnt +
           header->isutcnt;
}

static bool counts_are_sound(const struct header *header)
{
    return header->typecnt >= 1 && header->typecnt <= 256 && header->charcnt >= 1 &&
           (header->isutcnt == 0 || header->isutcnt == header->typecnt) &&
           (header->isstdcnt == 0 || header->isstdcnt == header->typecnt);
}

/* Reads the offsets of the types; false where one cannot be. */
static bool read_types(const char *types, const struct header *header, int32_t offsets[256])
{
    for (uint32_t i = 0; i < header->typecnt; i++) {
        const char *type = types + (size_t)i * TYPE_SIZE;
        offsets[i] = (int32_t)(uint32_t)read_big(type, 4);
        if (offsets[i] < OFFSET_LOW || offsets[i] > OFFSET_HIGH || (unsigned char)type[4] > 1 ||
            (unsigned char)type[5] >= header->charcnt) {
            return false;
        }
    }
    return true;
}

/* Reads the block at `p`, whose size has been checked. */
static const char *read_block(struct zone *zone, const char *p, const struct header *header,
                              int time_size)
{
    if (!counts_are_sound(header)) {
        return malformed;
    }
    if (header->leapcnt > 0) {
        /* The "right/" zones count leap seconds, so that their times are not POSIX times. */
        return "counts leap seconds, which no export does";
    }
    size_t count = header->timecnt;
    const char *indices = p + count * (size_t)time_size;
    int32_t offsets[256];
    if (!read_types(indices + count, header, offsets)) {
        return malformed;
    }
    zone->count = count;
    zone->times = mem_new(count, sizeof(*zone->times));
    zone->after = mem_new(count, sizeof(*zone->after));
    zone->before = offsets[0];
    for (size_t i = 0; i < count; i++) {
        uint64_t raw = read_big(p + i * (size_t)time_size, time_size);
        zone->times[i] = time_size == 4 ? (int32_t)(uint32_t)raw : (int64_t)raw;
        unsigned char type = (unsigned char)indices[i];
        if (type >= header->typecnt || (i > 0 && zone->times[i] <= zone->times[i - 1])) {
            return malformed;
        }
        zone->after[i] = offsets[type];
    }
    return NULL;
}

static bool read_footer(struct zone *zone, struct str footer)
{
    if (footer.n == 0 || footer.p[0] != '\n') {
        return false;
    }
    footer = str_slice(footer, 1, footer.n);
    size_t length = str_find(footer, S("\n"));
    if (length == footer.n) {
        return false;
    }
    zone->has_rule = length > 0;
    return length == 0 || zone_rule_parse(str_slice(footer, 0, length), &zone->rule);
}

static const char *read_file(struct zone *zone, struct str bytes)
{
    struct header header;
    if (!read_header(bytes, &header)) {
        return malformed;
    }
    uint64_t size = block_size(&header, 4);
    if (size > bytes.n - HEADER_SIZE) {
        return malformed;
    }
    if (header.version == 1) {
        return read_block(zone, bytes.p + HEADER_SIZE, &header, 4);
    }
    bytes = str_slice(bytes, HEADER_SIZE + (size_t)size, bytes.n);
    if (!read_header(bytes, &header) || header.version == 1) {
        return malformed;
    }
    size = block_size(&header, 8);
    if (size > bytes.n - HEADER_SIZE) {
        return malformed;
    }
    const char *error = read_block(zone, bytes.p + HEADER_SIZE, &header, 8);
    if (error) {
        return error;
    }
    bool sound = read_footer(zone, str_slice(bytes, HEADER_SIZE + (size_t)size, bytes.n));
    return sound ? NULL : malformed;
}

/* Keeps the list sorted, greatest first, and each offset in it once. */
static void add_offset(struct zone *zone, int32_t offset)
{
    size_t at = 0;
    while (at < zone->offset_count && zone->offsets[at] > offset) {
        at++;
    }
    if (at < zone->offset_count && zone->offsets[at] == offset) {
        return;
    }
    for (size_t i = zone->offset_count; i > at; i--) {
        zone->offsets[i] = zone->offsets[i - 1];
    }
    zone->offsets[at] = offset;
    zone->offset_count++;
}

static void list_offsets(struct zone *zone)
{
    /* At most 256 types and two offsets of the rule. */
    zone->offsets = mem_new(256 + 2, sizeof(*zone->offsets));
    add_offset(zone, zone->before);
    for (size_t i = 0; i < zone->count; i++) {
        add_offset(zone, zone->after[i]);
    }
    if (zone->has_rule) {
        add_offset(zone, zone->rule.std_offset);
        add_offset(zone, zone->rule.dst_offset);
    }
}

struct zone *zone_from_bytes(struct str bytes, const char **error)
{
    struct zone *zone = mem_new(1, sizeof(*zone));
    *error = read_file(zone, bytes);
    if (*error) {
        zone_close(zone);
        return NULL;
    }
    list_offsets(zone);
    return zone;
}

/* All of the file, freed by the caller; NULL and *error where that fails. */
static char *read_path(const char *path, size_t *size, const char **error)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0) {
        bool absent = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG;
        *error = absent ? no_such_zone : unreadable;
        return NULL;
    }
    struct stat status;
    char *bytes = NULL;
    if (fstat(fd, &status) != 0) {
        *error = unreadable;
    } else if (!S_ISREG(status.st_mode)) {
        *error = no_such_zone; /* "Asia" is a directory */
    } else {
        bytes = mem_new(FILE_MAX, 1);
        *size = 0;
        ssize_t got;
        do {
            got = read(fd, bytes + *size, FILE_MAX - *size);
            *size += got > 0 ? (size_t)got : 0;
        } while (got > 0 || (got < 0 && errno == EINTR));
        if (got < 0 || *size == FILE_MAX) {
            *error = got < 0 ? unreadable : malformed;
            free(bytes);
            bytes = NULL;
        }
    }
    close(fd);
    return bytes;
}

/* "UTC", "+08", "+0800", "-05:30". */
static bool read_fixed(struct str name, int32_t *offset)
{
    *offset = 0;
    if (str_eq(name, S("UTC"))) {
        return true;
    }
    if (name.n < 3 || (name.p[0] != '+' && name.p[0] != '-')) {
        return false;
    }
    struct str minute_text = str_slice(name, 3, name.n);
    if (minute_text.n == 3 && minute_text.p[0] == ':') {
        minute_text = str_slice(minute_text, 1, 3);
    }
    uint64_t hours, minutes = 0;
    if (!str_to_u64(str_slice(name, 1, 3), &hours) || hours > 23 ||
        (minute_text.n != 0 && minute_text.n != 2) ||
        (minute_text.n == 2 && (!str_to_u64(minute_text, &minutes) || minutes > 59))) {
        return false;
    }
    int32_t seconds = (int32_t)(hours * 3600 + minutes * 60);
    *offset = name.p[0] == '-' ? -seconds : seconds;
    return true;
}

struct zone *zone_open(const char *name, const char **error)
{
    struct str text = str_of(name);
    int32_t fixed;
    *error = no_such_zone;
    if (read_fixed(text, &fixed)) {
        struct zone *zone = mem_new(1, sizeof(*zone));
        zone->before = fixed;
        list_offsets(zone);
        *error = NULL;
        return zone;
    }
    if (text.n == 0 || text.p[0] == '/' || str_find(text, S("..")) < text.n) {
        return NULL;
    }
    const char *directory = getenv("TZDIR");
    char path[PATH_MAX];
    int length = snprintf(path, sizeof(path), "%s/%s",
                          directory && *directory ? directory : "/usr/share/zoneinfo", name);
    if (length < 0 || (size_t)length >= sizeof(path)) {
        return NULL;
    }
    size_t size;
    char *bytes = read_path(path, &size, error);
    if (!bytes) {
        return NULL;
    }
    struct zone *zone = zone_from_bytes((struct str){bytes, size}, error);
    free(bytes);
    return zone;
}

/* The number of transitions that have happened: times[n - 1] <= utc < times[n]. */
static size_t changes_until(const struct zone *zone, int64_t utc)
{
    size_t from = 0;
    size_t to = zone->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (zone->times[middle] <= utc) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from;
}

int32_t zone_offset_at(const struct zone *zone, int64_t utc)
{
    size_t past = changes_until(zone, utc);
    if (zone->has_rule && past == zone->count) {
        return zone_rule_offset(&zone->rule, utc);
    }
    return past == 0 ? zone->before : zone->after[past - 1];
}

int64_t zone_next_change(const struct zone *zone, int64_t utc)
{
    size_t past = changes_until(zone, utc);
    if (past < zone->count) {
        return zone->times[past];
    }
    return zone->has_rule ? zone_rule_next_change(&zone->rule, utc) : INT64_MAX;
}

/* Between these instants the clock jumped over `local`; halving finds the jump. */
static int32_t offset_before_gap(const struct zone *zone, int64_t local)
{
    int64_t low = local - zone->offsets[0];
    int64_t high = local - zone->offsets[zone->offset_count - 1];
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (middle + zone_offset_at(zone, middle) < local) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return zone_offset_at(zone, low);
}

int32_t zone_offset_of_local(const struct zone *zone, int64_t local)
{
    /* No date is so far away; the bound keeps the differences below from wrapping. */
    const int64_t far = INT64_MAX / 2;
    local = local > far ? far : local < -far ? -far : local;
    /* An offset is right if it holds at the instant that it leads to. The greatest offset leads to
     * the earliest instant, so the first that is right is the one asked for. */
    for (size_t i = 0; i < zone->offset_count; i++) {
        if (zone_offset_at(zone, local - zone->offsets[i]) == zone->offsets[i]) {
            return zone->offsets[i];
        }
    }
    return offset_before_gap(zone, local);
}

void zone_convert(const struct zone *zone, struct stamp *stamp)
{
    if (stamp->day == DATE_NONE || !stamp->has_time || !stamp->has_zone) {
        return;
    }
    int64_t utc = (int64_t)stamp->day * SECONDS_A_DAY + stamp->ms / 1000 - stamp->offset;
    int32_t offset = zone_offset_at(zone, utc);
    int64_t local = utc + offset;
    int32_t second = (int32_t)(local % SECONDS_A_DAY);
    second += second < 0 ? SECONDS_A_DAY : 0;
    int32_t day = (int32_t)((local - second) / SECONDS_A_DAY);
    char text[DATE_ROOM];
    if (date_format(day, text) == 0) {
        return; /* behind the calendar's ends, where the stamp as it stands is the better answer */
    }
    stamp->day = day;
    stamp->ms = second * 1000 + stamp->ms % 1000;
    stamp->offset = offset;
}

void zone_close(struct zone *zone)
{
    if (!zone) {
        return;
    }
    free(zone->times);
    free(zone->after);
    free(zone->offsets);
    free(zone);
}
