#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "io/gzip.h"

#include <zlib.h>

#define CHUNK ((size_t)64 << 10)
#define RATIO_FREE ((uint64_t)1 << 20) /* bytes out before the ratio is looked at */
#define DEFAULT_RATIO 200
#define GZIP_WINDOW (15 + 16) /* zlib: 32 KiB window, gzip wrapper */

/*
 *     INSIDE --end of a member--> BETWEEN --1f 8b--> INSIDE
 *                                    |-----00------> zeros to the end --> ENDED
 *                                    '---nothing---> ENDED
 */
enum position { INSIDE, BETWEEN, ENDED };

struct gzip {
    struct source_stage stage; /* first, so that a stage is cast to its gzip */
    struct source_stage *below;
    z_stream z;
    uint64_t taken; /* bytes read from below, those still in z.next_in included */
    uint64_t out;
    uint64_t max_ratio;
    enum position position;
    char message[160];
    char input[CHUNK];
};

bool gzip_recognise(struct str head)
{
    return str_starts(head, S("\x1f\x8b"));
}

/* Compressed bytes that inflate has used: the offset of the next one. */
static uint64_t offset(const struct gzip *gzip)
{
    return gzip->taken - gzip->z.avail_in;
}

__attribute__((format(printf, 3, 4))) static void fail(struct gzip *gzip, enum status status,
                                                      const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(gzip->message, sizeof gzip->message, format, args);
    va_end(args);
    gzip->stage.error = gzip->message; /* bytes of this very read are still handed out */
    gzip->stage.status = status;
    gzip->position = ENDED;
}

/* The stream below has ended where more was due. */
static void fail_at_end(struct gzip *gzip)
{
    if (gzip->below->error) {
        fail(gzip, gzip->below->status, "%s", gzip->below->error);
    } else {
        fail(gzip, STATUS_SYSTEM, "truncated after %" PRIu64 " bytes", gzip->taken);
    }
}

/* Makes at least `want` input bytes stand in a row; false if the stream below ends before. */
static bool have(struct gzip *gzip, unsigned want)
{
    if (gzip->z.avail_in < want) {
        memmove(gzip->input, gzip->z.next_in, gzip->z.avail_in);
        gzip->z.next_in = (Bytef *)gzip->input;
    }
    while (gzip->z.avail_in < want) {
        size_t used = gzip->z.avail_in;
        size_t n = gzip->below->read(gzip->below, gzip->input + used, CHUNK - used);
        if (n == 0) {
            return false;
        }
        gzip->taken += n;
        gzip->z.avail_in += (uInt)n;
    }
    return true;
}

static void skip_zeros(struct gzip *gzip)
{
    while (have(gzip, 1) && *gzip->z.next_in == 0) {
        gzip->z.next_in++;
        gzip->z.avail_in--;
    }
}

/* After a member: another one, padding, the end, or what has no business here. */
static void next_member(struct gzip *gzip)
{
    bool two = have(gzip, 2);
    if (gzip->z.avail_in > 0 && gzip->z.next_in[0] == 0x1f &&
        (!two || gzip->z.next_in[1] == 0x8b)) { /* one byte alone is a member cut short */
        inflateReset(&gzip->z);
        gzip->position = INSIDE;
        return;
    }
    if (gzip->z.avail_in > 0 && gzip->z.next_in[0] == 0) {
        skip_zeros(gzip);
    }
    if (gzip->z.avail_in > 0) {
        fail(gzip, STATUS_DATA, "trailing garbage at byte %" PRIu64, offset(gzip));
    } else if (gzip->below->error) {
        fail_at_end(gzip);
    } else {
        gzip->position = ENDED;
    }
}

/* One call of inflate: returns the bytes it gave, and notes what it ended on. */
static size_t inflate_some(struct gzip *gzip, char *p, size_t room)
{
    bool more = have(gzip, 1);
    /* zlib counts in 32 bits. */
    uInt limit = room > UINT_MAX ? UINT_MAX : (uInt)room;
    gzip->z.next_out = (Bytef *)p;
    gzip->z.avail_out = limit;
    int result = inflate(&gzip->z, Z_NO_FLUSH);
    size_t produced = limit - gzip->z.avail_out;
    gzip->out += produced;
    if (result == Z_STREAM_END) {
        gzip->position = BETWEEN;
    } else if (result == Z_MEM_ERROR) {
        die_oom();
    } else if (result == Z_DATA_ERROR || result == Z_NEED_DICT) {
        fail(gzip, STATUS_DATA, "damaged at byte %" PRIu64 ": %s", offset(gzip),
             gzip->z.msg ? gzip->z.msg : "not gzip data");
    } else if (produced == 0 && !more) {
        fail_at_end(gzip); /* without input inflate may still have had output to give */
    }
    if (!gzip->stage.error && gzip->out > RATIO_FREE &&
        gzip->out / gzip->max_ratio > offset(gzip)) {
        fail(gzip, STATUS_DATA,
             "expands more than %" PRIu64 " times (%" PRIu64 " bytes out of %" PRIu64
             "): not read further",
             gzip->max_ratio, gzip->out, offset(gzip));
    }
    return produced;
}

/* 0 means the end, so a read that only moved through headers and trailers goes on. */
static size_t read_gzip(struct source_stage *stage, char *p, size_t room)
{
    struct gzip *gzip = (struct gzip *)stage;
    size_t produced = 0;
    while (produced == 0 && gzip->position != ENDED) {
        if (gzip->position == BETWEEN) {
            next_member(gzip);
        } else {
            produced = inflate_some(gzip, p, room);
        }
    }
    return produced;
}

static void close_gzip(struct source_stage *stage)
{
    struct gzip *gzip = (struct gzip *)stage;
    gzip->below->close(gzip->below);
    inflateEnd(&gzip->z);
    free(gzip);
}

struct source_stage *gzip_stage(struct source_stage *below, uint64_t max_ratio)
{
    struct gzip *gzip = mem_new(1, sizeof *gzip);
    gzip->stage = (struct source_stage){.read = read_gzip, .close = close_gzip};
    gzip->below = below;
    gzip->max_ratio = max_ratio > 0 ? max_ratio : DEFAULT_RATIO;
    gzip->z.next_in = (Bytef *)gzip->input;
    if (inflateInit2(&gzip->z, GZIP_WINDOW) != Z_OK) {
        die_oom();
    }
    return &gzip->stage;
}
