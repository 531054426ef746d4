#include "unit.h"

#include "base/buf.h"
#include "base/team.h"
#include "io/gzip.h"
#include "stage.h"

#include <zlib.h>

#define TEXT "id,amount\n1,2.50\n2,3.75\n"

/* Written by Python's gzip.compress(TEXT, mtime=0): 10 bytes of header, 26 of data, CRC, length. */
static const char small[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xcb\x4c\xd1\x49\xcc\xcd\x2f\xcd\x2b\xe1\x32\xd4\x31"
    "\xd2\x33\x35\xe0\x32\xd2\x31\xd6\x33\x37\xe5\x02\x00\xf4\xb0\xa3\xf4\x18\x00\x00\x00";
#define SMALL_SIZE (sizeof small - 1)

/* The same with every optional header field (RFC 1952, 2.3: extra, name, comment, header CRC). */
static const char full_header[] =
    "\x1f\x8b\x08\x1e\x00\x00\x00\x00\x00\x03\x03\x00\x61\x62\x63\x6e\x2e\x63\x73\x76\x00\x63\x00"
    "\x7d\xe3\xcb\x4c\xd1\x49\xcc\xcd\x2f\xcd\x2b\xe1\x32\xd4\x31\xd2\x33\x35\xe0\x32\xd2\x31\xd6"
    "\x33\x37\xe5\x02\x00\xf4\xb0\xa3\xf4\x18\x00\x00\x00";

static const size_t steps[] = {1, 2, 3, 7, 64, 100000};

/* Reads `gz` with every combination of read sizes below and above. `want` is what must come out
 * first; more may follow only if `exact` is false. `error` is NULL or the start of the message. */
static void expect(struct str gz, struct str want, bool exact, const char *error,
                   enum status status)
{
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        for (size_t k = 0; k < COUNT_OF(steps); k++) {
            unsigned closed = 0;
            struct memory_stage *memory = memory_stage(gz, steps[i]);
            memory->closed = &closed;
            struct source_stage *stage = gzip_stage(&memory->stage, 0);
            struct str got = stage_all(stage, steps[k]);
            CHECK(exact ? str_eq(got, want) : str_starts(want, got));
            if (error && CHECK(stage->error)) {
                CHECK_STR(str_slice(str_of(stage->error), 0, strlen(error)), str_of(error));
                CHECK_INT(stage->status, status);
            } else {
                CHECK(error || !stage->error);
            }
            char byte;
            CHECK_INT(stage->read(stage, &byte, 1), 0);
            stage->close(stage);
            CHECK_INT(closed, 1);
            free((char *)(uintptr_t)got.p);
        }
    }
}

static struct str joined(struct buf *b, struct str first, struct str second)
{
    buf_clear(b);
    buf_str(b, first);
    buf_str(b, second);
    return buf_view(b);
}

static struct str with_flip(struct buf *b, size_t at, char bits)
{
    buf_clear(b);
    buf_bytes(b, small, SMALL_SIZE);
    b->p[at] = (char)(b->p[at] ^ bits);
    return buf_view(b);
}

/* The rows of the damage table in reference/reliability.md, section 4. */
static void damage_table(void)
{
    struct str gz = {small, SMALL_SIZE};
    struct str text = S(TEXT);
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    expect(gz, text, true, NULL, STATUS_OK);
    expect(S(full_header), text, true, NULL, STATUS_OK);
    expect(joined(&b, gz, gz), S(TEXT TEXT), true, NULL, STATUS_OK);
    expect(str_slice(gz, 0, 20), text, false, "truncated after 20 bytes", STATUS_SYSTEM);
    for (size_t cut = 36; cut < SMALL_SIZE; cut++) { /* anywhere in the trailer */
        char message[40];
        snprintf(message, sizeof message, "truncated after %zu bytes", cut);
        expect(str_slice(gz, 0, cut), text, true, message, STATUS_SYSTEM);
    }
    expect(joined(&b, gz, str_slice(gz, 0, 30)), S(TEXT TEXT), false, "truncated after 74 bytes",
           STATUS_SYSTEM);
    expect(joined(&b, gz, str_slice(gz, 0, 1)), text, true, "truncated after 45 bytes",
           STATUS_SYSTEM);
    expect(joined(&b, gz, str_slice(gz, 0, 2)), text, true, "truncated after 46 bytes",
           STATUS_SYSTEM);
    expect(str_slice(gz, 0, 10), S(""), true, "truncated after 10 bytes", STATUS_SYSTEM);
    expect(with_flip(&b, 37, 1), text, true, "damaged at byte 40: incorrect data check",
           STATUS_DATA);
    expect(with_flip(&b, 40, 1), text, true, "damaged at byte 44: incorrect length check",
           STATUS_DATA);
    expect(joined(&b, gz, S("garbage")), text, true, "trailing garbage at byte 44", STATUS_DATA);
    expect(joined(&b, gz, S("\x1fgarbage")), text, true, "trailing garbage at byte 44",
           STATUS_DATA);
    expect(S("id,amount\n"), S(""), true, "damaged at byte ", STATUS_DATA);
    expect(S("\x1f"), S(""), true, "truncated after 1 bytes", STATUS_SYSTEM);
    expect(S(""), S(""), true, "truncated after 0 bytes", STATUS_SYSTEM);
    buf_free(&b);
}

static void more_damage(void)
{
    struct str gz = {small, SMALL_SIZE};
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    expect(joined(&b, gz, S("\0\0\0\0\0\0\0")), S(TEXT), true, NULL, STATUS_OK);
    expect(joined(&b, gz, S("\0\0\0\x1f\x8b")), S(TEXT), true, "trailing garbage at byte 47",
           STATUS_DATA);
    expect(with_flip(&b, 2, 1), S(""), true, "damaged at byte ", STATUS_DATA); /* method 9 */
    expect(with_flip(&b, 10, 6), S(TEXT), false, "damaged at byte ", STATUS_DATA);
    /* Every single damaged bit of data and trailer is noticed, but for the bits after the last
     * block that fill its byte up: those mean nothing, and the text is whole. */
    for (size_t at = 10; at < SMALL_SIZE; at++) {
        for (int bit = 0; bit < 8; bit++) {
            struct memory_stage *memory = memory_stage(with_flip(&b, at, (char)(1 << bit)), 99);
            struct source_stage *stage = gzip_stage(&memory->stage, 0);
            struct str got = stage_all(stage, 99);
            CHECK(stage->error || (at == 35 && bit >= 2 && str_eq(got, S(TEXT))));
            free((char *)(uintptr_t)got.p);
            stage->close(stage);
        }
    }
    /* An error below is passed on as it is, in a member and after one. */
    for (size_t cut = 30; cut <= SMALL_SIZE; cut += SMALL_SIZE - 30) {
        struct memory_stage *memory = memory_stage(str_slice(gz, 0, cut), 7);
        memory->error_at_end = "Input/output error";
        struct source_stage *stage = gzip_stage(&memory->stage, 0);
        struct str got = stage_all(stage, 64);
        CHECK_STR(str_of(stage->error), S("Input/output error"));
        CHECK_INT(stage->status, STATUS_SYSTEM);
        free((char *)(uintptr_t)got.p);
        stage->close(stage);
    }
    buf_free(&b);
}

static bool put_buf(void *context, const char *p, size_t n)
{
    return buf_bytes(context, p, n);
}

/* 3 MB of zeros, 1000:1 and more, against ratios below and above. */
static void bomb(void)
{
    size_t size = 3000000;
    char *zeros = mem_new(size, 1);
    struct buf gz;
    buf_init(&gz, BUF_UNBOUNDED);
    struct gzip_writer *writer = gzip_writer_new(put_buf, &gz);
    CHECK(gzip_writer_put(writer, zeros, size));
    CHECK(gzip_writer_end(writer));
    CHECK(gz.n < size / 800); /* deflate's most is 1032:1; each 128 KiB end in some bytes of their own */
    for (uint64_t ratio = 0; ratio <= 2000; ratio += 1000) {
        struct memory_stage *memory = memory_stage(buf_view(&gz), 100);
        struct source_stage *stage = gzip_stage(&memory->stage, ratio == 1000 ? 500 : ratio);
        struct str got = stage_all(stage, 4096);
        if (ratio == 2000) {
            CHECK_INT(got.n, size);
            CHECK(!stage->error);
        } else if (CHECK(stage->error)) {
            struct str want = ratio == 0 ? S("expands more than 200 times (")
                                         : S("expands more than 500 times (");
            CHECK(str_starts(str_of(stage->error), want));
            CHECK_INT(stage->status, STATUS_DATA);
            CHECK(got.n > 1 << 20 && got.n < (1 << 20) + 10000); /* soon after the first MiB */
        }
        free((char *)(uintptr_t)got.p);
        stage->close(stage);
    }
    /* Below 1 MiB the ratio is nobody's business. */
    buf_clear(&gz);
    writer = gzip_writer_new(put_buf, &gz);
    CHECK(gzip_writer_put(writer, zeros, 1 << 20) && gzip_writer_end(writer));
    struct source_stage *stage = gzip_stage(&memory_stage(buf_view(&gz), 100)->stage, 0);
    struct str got = stage_all(stage, 4096);
    CHECK_INT(got.n, 1 << 20);
    CHECK(!stage->error);
    free((char *)(uintptr_t)got.p);
    stage->close(stage);
    buf_free(&gz);
    free(zeros);
}

/* Text that compresses about 4:1, larger than every buffer in the way. */
static struct str long_text(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    uint32_t state = 1;
    while (b.n < 400000) {
        state = state * 1664525 + 1013904223; /* Numerical Recipes' generator */
        buf_printf(&b, "%u,2024-01-%02u,%u.50\n", state >> 12, state % 28 + 1, state % 1000);
    }
    return buf_view(&b);
}

static void writer(void)
{
    struct str text = long_text();
    struct buf whole;
    struct buf pieces;
    buf_init(&whole, BUF_UNBOUNDED);
    buf_init(&pieces, BUF_UNBOUNDED);
    struct gzip_writer *w = gzip_writer_new(put_buf, &whole);
    CHECK(gzip_writer_put(w, text.p, text.n) && gzip_writer_end(w));
    w = gzip_writer_new(put_buf, &pieces);
    for (size_t at = 0; at < text.n; at += 777) {
        struct str piece = str_slice(text, at, at + 777);
        CHECK(gzip_writer_put(w, piece.p, piece.n));
    }
    CHECK(gzip_writer_end(w));
    CHECK(str_eq(buf_view(&whole), buf_view(&pieces))); /* the same bytes in, the same bytes out */
    CHECK(gzip_recognise(buf_view(&whole)));
    CHECK(memcmp(whole.p + 3, "\0\0\0\0\0", 5) == 0); /* no name, no time: RFC 1952, 2.3.1 */
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        struct source_stage *stage =
            gzip_stage(&memory_stage(buf_view(&whole), steps[i])->stage, 0);
        struct str got = stage_all(stage, steps[COUNT_OF(steps) - 1 - i]);
        CHECK(str_eq(got, text));
        CHECK(!stage->error);
        free((char *)(uintptr_t)got.p);
        stage->close(stage);
    }
    /* zlib's own view of it, as a witness. */
    char *out = mem_new(text.n + 1, 1);
    z_stream z = {.next_in = (Bytef *)whole.p, .avail_in = (uInt)whole.n};
    z.next_out = (Bytef *)out;
    z.avail_out = (uInt)text.n + 1;
    CHECK_INT(inflateInit2(&z, 31), Z_OK);
    CHECK_INT(inflate(&z, Z_FINISH), Z_STREAM_END);
    CHECK(str_eq((struct str){out, z.total_out}, text));
    inflateEnd(&z);
    free(out);
    buf_free(&whole);
    buf_free(&pieces);
    /* An empty file is a member of its own, 20 bytes. */
    buf_init(&whole, BUF_UNBOUNDED);
    w = gzip_writer_new(put_buf, &whole);
    CHECK(gzip_writer_end(w));
    CHECK_INT(whole.n, 20);
    expect(buf_view(&whole), S(""), true, NULL, STATUS_OK);
    buf_free(&whole);
    /* A full disk is told. */
    buf_init(&whole, 1000);
    w = gzip_writer_new(put_buf, &whole);
    bool put = gzip_writer_put(w, text.p, text.n);
    bool ended = gzip_writer_end(w);
    CHECK(!put || !ended);
    buf_free(&whole);
    free((char *)(uintptr_t)text.p);
}

/* Of how many threads a run has nothing may be seen; the text ends within a piece of 128 KiB, between
 * two, a byte behind, and within the first window. */
static void teams(void)
{
    static const size_t sizes[] = {1, 40000, 131072, 131073, 262144, 400000};
    struct str text = long_text();
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        struct str part = str_slice(text, 0, sizes[i]);
        struct buf first;
        buf_init(&first, BUF_UNBOUNDED);
        for (unsigned members = 1; members <= 4; members++) {
            struct buf out;
            buf_init(&out, BUF_UNBOUNDED);
            team_set(members);
            struct gzip_writer *w = gzip_writer_new(put_buf, members == 1 ? &first : &out);
            CHECK(gzip_writer_put(w, part.p, part.n) && gzip_writer_end(w));
            CHECK(members == 1 || str_eq(buf_view(&out), buf_view(&first)));
            buf_free(&out);
        }
        expect(buf_view(&first), part, true, NULL, STATUS_OK);
        buf_free(&first);
    }
    team_set(1);
    free((char *)(uintptr_t)text.p);
}

int main(void)
{
    CHECK(gzip_recognise(S("\x1f\x8b\x08")) && gzip_recognise(S("\x1f\x8b")));
    CHECK(!gzip_recognise(S("\x1f")) && !gzip_recognise(S("")) && !gzip_recognise(S("a\x1f\x8b")));
    damage_table();
    more_damage();
    bomb();
    writer();
    teams();
    return unit_end();
}
