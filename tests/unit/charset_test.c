#include "unit.h"

#include "base/buf.h"
#include "io/charset.h"
#include "stage.h"

#define UTF8_TEXT "姓名,金额\n张三,12.50\n一二,3\n"
#define COMMON_TEXT "𠮷😀,a\n"

/* Expected bytes come from Python's codecs. */
static const struct str gb18030 =
    S("\xd0\xd5\xc3\xfb\x2c\xbd\xf0\xb6\xee\x0a\xd5\xc5\xc8\xfd\x2c\x31"
      "\x32\x2e\x35\x30\x0a\xd2\xbb\xb6\xfe\x2c\x33\x0a");
static const struct str utf16le =
    S("\xd3\x59\x0d\x54\x2c\x00\xd1\x91\x9d\x98\x0a\x00\x20\x5f\x09\x4e\x2c\x00\x31\x00\x32\x00\x2e"
      "\x00\x35\x00\x30\x00\x0a\x00\x00\x4e\x8c\x4e\x2c\x00\x33\x00\x0a\x00");
static const struct str utf16be =
    S("\x59\xd3\x54\x0d\x00\x2c\x91\xd1\x98\x9d\x00\x0a\x5f\x20\x4e\x09\x00\x2c\x00\x31\x00\x32\x00"
      "\x2e\x00\x35\x00\x30\x00\x0a\x4e\x00\x4e\x8c\x00\x2c\x00\x33\x00\x0a");
static const struct str windows1252 =
    S("\x4d\xfc\x6c\x6c\x65\x72\x2c\x31\x32\x0a\x4a\x6f\x73\xe9\x2c\x33\x0a\x80\x35");
static const struct str big5 = S("\xb1\x69\xa4\x54\x2c\xaa\xf7\xc3\x42\x0a");

static const size_t steps[] = {1, 2, 3, 5, 63, 64, 65, 70000};

static void expect(const char *encoding, struct str bytes, struct str want, const char *error)
{
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        for (size_t k = 0; k < COUNT_OF(steps); k++) {
            unsigned closed = 0;
            struct memory_stage *memory = memory_stage(bytes, steps[i]);
            memory->closed = &closed;
            struct source_stage *stage = charset_stage(&memory->stage, encoding, 0);
            struct str got = stage_all(stage, steps[k]);
            CHECK_STR(got, want);
            if (error && CHECK(stage->error)) {
                CHECK_STR(str_slice(str_of(stage->error), 0, strlen(error)), str_of(error));
                CHECK_INT(stage->status, STATUS_DATA);
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

static void conversion(void)
{
    expect("UTF-8", S(UTF8_TEXT), S(UTF8_TEXT), NULL);
    expect("GB18030", gb18030, S(UTF8_TEXT), NULL);
    expect("UTF-16LE", utf16le, S(UTF8_TEXT), NULL);
    expect("UTF-16BE", utf16be, S(UTF8_TEXT), NULL);
    expect("windows-1252", windows1252, S("Müller,12\nJosé,3\n€5"), NULL);
    expect("Big5", big5, S("張三,金額\n"), NULL);
    expect("GB18030", S("\x95\x34\xb2\x35\x94\x39\xfc\x36,a\n"), S(COMMON_TEXT), NULL);
    expect("UTF-16LE", S("\x42\xd8\xb7\xdf\x3d\xd8\x00\xde\x2c\x00\x61\x00\x0a\x00"),
           S(COMMON_TEXT),
           NULL);
    /* Big5-HKSCS keeps 88 66 back, because a combining mark may follow: it must come at the end. */
    expect("BIG5-HKSCS", S("\x88\x66"), S("Ê"), NULL);
    expect("BIG5-HKSCS", S("\x88\x62"), S("Ê̄"), NULL);
    /* NULs are the business of the floor above. */
    expect("UTF-8", S("a\0b\0\0\n"), S("a\0b\0\0\n"), NULL);
    expect("GB18030", S("a\0\xd0\xd5"), S("a\0姓"), NULL);
    const char *const encodings[] = {"UTF-8", "GB18030", "UTF-16LE", "windows-1252"};
    for (size_t i = 0; i < COUNT_OF(encodings); i++) {
        expect(encodings[i], S(""), S(""), NULL);
    }
}

static void errors(void)
{
    expect("UTF-8", S("a\nb\nMu\xfcller\n"), S("a\nb\nMu"),
           "byte 0xFC at offset 6 (line 3) is not valid UTF-8; if the file is in another encoding, "
           "name it with --encoding");
    expect("UTF-8", S("\xff"), S(""), "byte 0xFF at offset 0 (line 1) is not valid UTF-8; ");
    /* Overlong, surrogate, above U+10FFFF: RFC 3629, section 3. */
    expect("UTF-8", S("ok\xc0\xaf."), S("ok"), "byte 0xC0 at offset 2 (line 1) is not valid");
    expect("UTF-8", S("ok\xe0\x80\xaf."), S("ok"), "byte 0xE0 at offset 2 (line 1) is not valid");
    expect("UTF-8", S("ok\xed\xa0\x80."), S("ok"), "byte 0xED at offset 2 (line 1) is not valid");
    expect("UTF-8", S("ok\xf4\x90\x80\x80"), S("ok"),
           "byte 0xF4 at offset 2 (line 1) is not valid");
    expect("UTF-8", S("姓\n\xe5\x90\n"), S("姓\n"), "byte 0xE5 at offset 4 (line 2) is not valid");
    expect("UTF-8", S("姓\n\xe5\x90"), S("姓\n"),
           "byte 0xE5 at offset 4 (line 2) begins a character that the end of the file cuts off, "
           "in UTF-8; the file is incomplete");
    expect("UTF-8", S("\n\xf0\x9f\x98"), S("\n"),
           "byte 0xF0 at offset 1 (line 2) begins a character");
    expect("GB18030", S("\xd0\xd5\n\x81\x20"), S("姓\n"),
           "byte 0x81 at offset 3 (line 2) is not valid GB18030; name the right encoding with "
           "--encoding");
    expect("GB18030", S("\xd0\xd5\n\xff"), S("姓\n"), "byte 0xFF at offset 3 (line 2) is not valid");
    expect("GB18030", S("\xd0\xd5\n\xd0"), S("姓\n"),
           "byte 0xD0 at offset 3 (line 2) begins a character that the end of the file cuts off, "
           "in GB18030; the file is incomplete");
    expect("UTF-16LE", S("a\0\n\0b"), S("a\n"),
           "byte 0x62 at offset 4 (line 2) begins a character");
    expect("UTF-16LE", S("a\0\n\0\x00\xdc" "b\0"), S("a\n"),
           "byte 0x00 at offset 4 (line 2) is not valid UTF-16LE"); /* a low surrogate alone */
    expect("windows-1252", S("a\n\n\x81"), S("a\n\n"),
           "byte 0x81 at offset 3 (line 3) is not valid");
}

static void error_below(void)
{
    const char *const encodings[] = {"UTF-8", "GB18030"};
    for (size_t i = 0; i < COUNT_OF(encodings); i++) {
        struct memory_stage *memory = memory_stage(S("ab\n\xe5"), 3);
        memory->error_at_end = "truncated after 17 bytes";
        struct source_stage *stage = charset_stage(&memory->stage, encodings[i], 0);
        struct str got = stage_all(stage, 100);
        CHECK_STR(got, S("ab\n"));
        CHECK_STR(str_of(stage->error), S("truncated after 17 bytes"));
        CHECK_INT(stage->status, STATUS_SYSTEM);
        free((char *)(uintptr_t)got.p);
        stage->close(stage);
    }
}

/* Offsets and lines far behind the first buffer, at every alignment of the bad byte. */
static void far_errors(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    for (int i = 0; i < 20000; i++) {
        buf_str(&b, i % 3 ? S("12345,abc\n") : S("张三,é😀\n"));
    }
    for (size_t extra = 0; extra < 9; extra++) {
        struct buf text;
        buf_init(&text, BUF_UNBOUNDED);
        buf_str(&text, buf_view(&b));
        buf_bytes(&text, "xxxxxxxxx", extra);
        buf_byte(&text, (char)0xFF);
        struct source_stage *stage =
            charset_stage(&memory_stage(buf_view(&text), 8191)->stage, "UTF-8", 3);
        struct str got = stage_all(stage, 4096 + extra);
        CHECK(str_eq(got, str_slice(buf_view(&text), 0, b.n + extra)));
        char message[100];
        snprintf(message, sizeof message, "byte 0xFF at offset %zu (line 20001) is not valid",
                 b.n + extra + 3); /* 3: a byte order mark that was skipped */
        CHECK(stage->error && str_starts(str_of(stage->error), str_of(message)));
        free((char *)(uintptr_t)got.p);
        stage->close(stage);
        buf_free(&text);
    }
    buf_free(&b);
}

static void recognised(struct str head, bool whole, const char *want, size_t want_mark)
{
    size_t mark = 99;
    const char *got = charset_recognise(head, whole, &mark);
    CHECK_STR(str_of(got ? got : "none"), str_of(want ? want : "none"));
    CHECK_INT(mark, want_mark);
}

static void marks(void)
{
    recognised(S("\xef\xbb\xbfid\n"), true, "UTF-8", 3);
    recognised(S("\xef\xbb\xbf"), true, "UTF-8", 3);
    recognised(S("\xff\xfei\0d\0"), true, "UTF-16LE", 2);
    recognised(S("\xfe\xff\0i\0d"), true, "UTF-16BE", 2);
    recognised(S("\xff\xfe"), true, "UTF-16LE", 2);
    recognised(S("\x84\x31\x95\x33\xd0\xd5"), true, "GB18030", 4);
    recognised(S("\xff\xfe\0\0i\0\0\0"), true, NULL, 4);
    recognised(S("\0\0\xfe\xff\0\0\0i"), true, NULL, 4);
}

static void recognition(void)
{
    recognised(S(""), true, "UTF-8", 0);
    recognised(S("id,name\n"), true, "UTF-8", 0);
    recognised(S(UTF8_TEXT), true, "UTF-8", 0);
    recognised(S("id,姓\xe5\x90"), false, "UTF-8", 0); /* the head ends inside a character */
    recognised(S("id,姓\xe5\x90"), true, NULL, 0);
    recognised(gb18030, true, "GB18030", 0);
    recognised(str_slice(gb18030, 0, 3), false, "GB18030", 0);
    recognised(windows1252, true, NULL, 0);
    recognised(S("name\nM\xfcller\n"), true, NULL, 0); /* 黮 is outside GB2312 */
    recognised(big5, true, NULL, 0); /* A4 54 and C3 42 are outside GB2312 */
    recognised(S("\x95\x34\xb2\x35"), true, NULL, 0); /* no two-byte character to judge by */
    recognised(utf16le, true, "UTF-16LE", 0);
    recognised(utf16be, true, "UTF-16BE", 0);
    recognised(S("i\0d\0,\0n\0\n\0"), true, "UTF-16LE", 0);
    recognised(S("\0i\0d\0,\0n\0\n"), true, "UTF-16BE", 0);
    recognised(S("\0i\0d\0,\0n\0"), false, "UTF-16BE", 0); /* cut after a half */
    /* A few NULs are not UTF-16, wherever they stand. */
    recognised(S("a,b\n1\0,22\n"), true, "UTF-8", 0);
    recognised(S("a,b\n\0" "1,2\n"), true, "UTF-8", 0);
    recognised(S("id,name\n1,\0\0\0\0\0\0\0\0\0\0\0\0\n"), true, "UTF-8", 0);
    recognised(S("i\0d\0,\0n\0\n\0\0\0"), true, "UTF-8", 0); /* U+0000 is in no text */
}

/* 95 % exactly and just below: 19 and 18 characters of GB2312 with one from outside (81 40). */
static void share_of_gb2312(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    buf_str(&b, S("\x81\x40"));
    for (int i = 0; i < 18; i++) {
        buf_str(&b, S("\xd0\xd5,"));
    }
    recognised(buf_view(&b), true, NULL, 0);
    buf_str(&b, S("\xf7\xfe"));
    recognised(buf_view(&b), true, "GB18030", 0);
    buf_free(&b);
}

/* Mostly Chinese text in UTF-16LE: of eight characters two are ASCII (the zero stands second), and
 * one is U+4E00 (the zero stands first). Too short a piece of it is not told from NULs. */
static void chinese_utf16(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    for (int i = 0; i < 40; i++) {
        buf_str(&b, S("\xd3\x59\x0d\x54\xd3\x59\x2c\x00\x20\x5f\x09\x4e\x00\x4e\x0a\x00"));
    }
    recognised(buf_view(&b), true, "UTF-16LE", 0);
    recognised(str_slice(buf_view(&b), 0, 32), true, NULL, 0);
    buf_free(&b);
}

int main(void)
{
    CHECK(charset_known("GB18030") && charset_known("windows-1252") && charset_known("big5"));
    CHECK(!charset_known("klingon") && !charset_known("") && !charset_known("UTF-8//IGNORE"));
    conversion();
    errors();
    error_below();
    far_errors();
    marks();
    recognition();
    share_of_gb2312();
    chinese_utf16();
    return unit_end();
}
