#include "unit.h"

#include "base/buf.h"
#include "io/gzip.h"
#include "io/source.h"
#include "stage.h"
#include "child.h"

#include <sys/stat.h>

static char directory[] = "/tmp/crm-source-XXXXXX";
static char path_buffer[4][128];

static const char *path_of(const char *name)
{
    static size_t turn;
    char *path = path_buffer[turn++ % COUNT_OF(path_buffer)];
    snprintf(path, sizeof path_buffer[0], "%s/%s", directory, name);
    return path;
}

static const char *file_with(const char *name, struct str bytes)
{
    const char *path = path_of(name);
    FILE *file = fopen(path, "wb");
    CHECK(file && fwrite(bytes.p, 1, bytes.n, file) == bytes.n && fclose(file) == 0);
    return path;
}

static struct str read_all(struct source *source, size_t room)
{
    char *piece = mem_grow(NULL, room, 1);
    struct buf all;
    buf_init(&all, BUF_UNBOUNDED);
    size_t n;
    while ((n = source_read(source, piece, room)) > 0) {
        buf_bytes(&all, piece, n);
    }
    free(piece);
    return buf_view(&all);
}

static bool put_buf(void *context, const char *p, size_t n)
{
    return buf_bytes(context, p, n);
}

static struct buf compressed(struct str text)
{
    struct buf gz;
    buf_init(&gz, BUF_UNBOUNDED);
    struct gzip_writer *writer = gzip_writer_new(put_buf, &gz);
    CHECK(gzip_writer_put(writer, text.p, text.n) && gzip_writer_end(writer));
    return gz;
}

/* Everything that comes out of `bytes` for reads of several sizes below and above. */
static void expect(struct str bytes, const char *asked, struct str want, const char *encoding,
                   const char *error)
{
    static const size_t sizes[] = {1, 3, 100, 70000};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        for (size_t k = 0; k < COUNT_OF(sizes); k++) {
            struct source_options options = {.encoding = asked};
            struct source *source =
                source_from_stage("m", &memory_stage(bytes, sizes[i])->stage, &options);
            CHECK_STR(str_of(source_encoding(source)), str_of(encoding));
            CHECK(!source_error(source));
            CHECK(str_starts(want, source_peek(source)));
            struct str got = read_all(source, sizes[k]);
            CHECK_STR(got, want);
            CHECK_INT(source_bytes(source), want.n);
            CHECK_INT(source_bytes_raw(source), bytes.n);
            CHECK_STR(str_of(source_error(source)), str_of(error));
            char byte;
            CHECK_INT(source_read(source, &byte, 1), 0);
            source_close(source);
            free((char *)(uintptr_t)got.p);
        }
    }
}

static void decoding(void)
{
    expect(S("id\n1\n"), NULL, S("id\n1\n"), "UTF-8", NULL);
    expect(S(""), NULL, S(""), "UTF-8", NULL);
    expect(S("\xef\xbb\xbfid\n"), NULL, S("id\n"), "UTF-8", NULL);
    expect(S("\xef\xbb\xbfid\n"), "utf-8", S("id\n"), "UTF-8", NULL);
    expect(S("\xff\xfei\0d\0\n\0"), NULL, S("id\n"), "UTF-16LE", NULL);
    expect(S("\xfe\xff\0i\0d\0\n"), "UTF-16", S("id\n"), "UTF-16BE", NULL);
    expect(S("\0i\0d\0\n"), "utf-16", S("id\n"), "UTF-16BE", NULL);
    expect(S("\xd3\x59\x0d\x54"), "UTF-16", S("姓名"), "UTF-16LE", NULL);
    expect(S("\xd0\xd5\xc3\xfb\n"), NULL, S("姓名\n"), "GB18030", NULL);
    expect(S("\xd0\xd5\xc3\xfb\n"), "gbk", S("姓名\n"), "gbk", NULL);
    expect(S("M\xfcller\n"), "windows-1252", S("Müller\n"), "windows-1252", NULL);
    expect(S("\xff\xfe\0\0i\0\0\0"), "UTF-32", S("i"), "UTF-32", NULL);
    expect(S("\xd0\xd5\xc3\xfb\n"), "UTF8", S(""), "UTF-8",
           "byte 0xD0 at offset 0 (line 1) is not valid UTF-8; if the file is in another encoding, "
           "name it with --encoding");
    expect(S("\xef\xbb\xbfid\n\xff"), "UTF-8", S("id\n"), "UTF-8",
           "byte 0xFF at offset 6 (line 2) is not valid UTF-8; if the file is in another encoding, "
           "name it with --encoding");
}

static void decompression(void)
{
    struct buf gz = compressed(S("\xff\xfei\0d\0\n\0"));
    expect(buf_view(&gz), NULL, S("id\n"), "UTF-16LE", NULL);
    expect(str_slice(buf_view(&gz), 0, gz.n - 3), NULL, S("id\n"), "UTF-16LE",
           gz.n == 28 ? "truncated after 25 bytes" : "?");
    buf_free(&gz);
    const char *path = file_with("empty-inside.csv.gz",
                                 S("\x1f\x8b\x08\0\0\0\0\0\0\3\3\0\0\0\0\0\0\0\0\0"));
    struct source_options options = {0};
    struct source *source = source_open(path, &options);
    CHECK(source_is_gzip(source) && !source_error(source));
    CHECK_INT(source_peek(source).n, 0);
    CHECK_INT(source_size(source), 20);
    source_close(source);
}

/* A long GB18030 text whose first byte outside ASCII stands behind the first MiB is UTF-8 until
 * then, and the error says where. */
static void settled_too_early(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    while (b.n < (1 << 20)) {
        buf_str(&b, S("12345,abcdefghi\n")); /* 16 bytes: 65536 lines a MiB */
    }
    buf_str(&b, S("\xd0\xd5\n"));
    struct source_options options = {0};
    struct source *source =
        source_from_stage("m", &memory_stage(buf_view(&b), 4000)->stage, &options);
    CHECK_INT(source_peek(source).n, 65536);
    struct str got = read_all(source, 100000);
    CHECK_INT(got.n, 1 << 20);
    CHECK(source_error(source) &&
          str_starts(str_of(source_error(source)),
                     S("byte 0xD0 at offset 1048576 (line 65537) is not valid UTF-8; ")));
    CHECK_INT(source_error_status(source), STATUS_DATA);
    source_close(source);
    free((char *)(uintptr_t)got.p);
    buf_free(&b);
}

static void limits(void)
{
    for (uint64_t most = 4; most <= 6; most++) {
        struct source_options options = {.max_bytes = most};
        struct source *source =
            source_from_stage("m", &memory_stage(S("12345"), 2)->stage, &options);
        struct str got = read_all(source, 10);
        CHECK_STR(got, most == 4 ? S("1234") : S("12345"));
        CHECK_STR(str_of(source_error(source)),
                  str_of(most == 4 ? "larger than 4 bytes, the limit" : NULL));
        CHECK_INT(source_error_status(source), most == 4 ? STATUS_DATA : STATUS_OK);
        source_close(source);
        free((char *)(uintptr_t)got.p);
    }
}

static void read_error(void)
{
    struct memory_stage *memory = memory_stage(S("id\n1\n"), 2);
    memory->error_at_end = "Input/output error";
    unsigned closed = 0;
    memory->closed = &closed;
    struct source_options options = {0};
    struct source *source = source_from_stage("m", &memory->stage, &options);
    CHECK(!source_error(source)); /* not before the bytes that were read */
    struct str got = read_all(source, 100);
    CHECK_STR(got, S("id\n1\n"));
    CHECK_STR(str_of(source_error(source)), S("Input/output error"));
    CHECK_INT(source_error_status(source), STATUS_SYSTEM);
    source_close(source);
    CHECK_INT(closed, 1);
    free((char *)(uintptr_t)got.p);
}

/* A stage on top that doubles every byte. */
struct doubler {
    struct source_stage stage;
    struct source_stage *below;
};

static size_t read_doubled(struct source_stage *stage, char *p, size_t room)
{
    struct doubler *doubler = (struct doubler *)stage;
    if (room < 2 || doubler->below->read(doubler->below, p, 1) == 0) {
        return 0;
    }
    p[1] = p[0];
    return 2;
}

static void close_doubler(struct source_stage *stage)
{
    struct doubler *doubler = (struct doubler *)stage;
    doubler->below->close(doubler->below);
    free(doubler);
}

static struct source_stage *wrap(struct source_stage *below, void *context)
{
    struct doubler *doubler = mem_new(1, sizeof *doubler);
    doubler->stage = (struct source_stage){.read = read_doubled, .close = close_doubler};
    doubler->below = below;
    ++*(int *)context;
    return &doubler->stage;
}

static void pushing(void)
{
    struct source_options options = {0};
    struct source *source = source_from_stage("m", &memory_stage(S("abc"), 9)->stage, &options);
    CHECK_STR(source_peek(source), S("abc"));
    int count = 0;
    source_push(source, wrap, &count);
    CHECK_INT(count, 1);
    CHECK_STR(source_peek(source), S("aabbcc"));
    CHECK_STR(source_peek(source), S("aabbcc"));
    char piece[4];
    CHECK_INT(source_read(source, piece, 3), 3);
    CHECK_STR(source_peek(source), S("bcc"));
    struct str got = read_all(source, 10);
    CHECK_STR(got, S("bcc"));
    CHECK_STR(str_of(source_name(source)), S("m"));
    source_close(source);
    free((char *)(uintptr_t)got.p);
}

struct opening {
    const char *path;
    const char *encoding;
};

static void open_in_child(void *context)
{
    struct opening *opening = context;
    struct source_options options = {.encoding = opening->encoding};
    struct source *source = source_open(opening->path, &options);
    struct str got = read_all(source, 100);
    if (source_error(source)) {
        fprintf(stderr, "later: %s\n", source_error(source));
    }
    source_close(source);
    free((char *)(uintptr_t)got.p);
}

static void refused(const char *path, const char *encoding, int status, const char *want)
{
    struct opening opening = {path, encoding};
    struct child child = child_run(open_in_child, &opening);
    CHECK_INT(child.status, status);
    char message[1024];
    snprintf(message, sizeof message, "crm: %s: %s\n", path, want);
    CHECK_STR(str_of(child.err), str_of(message));
}

static void refusals(void)
{
    refused(path_of("none.csv"), NULL, 4, "No such file or directory");
    refused(directory, NULL, 4, "Is a directory");
    if (geteuid() != 0) { /* root may read everything */
        chmod(file_with("secret.csv", S("id\n")), 0);
        refused(path_of("secret.csv"), NULL, 4, "Permission denied");
    }
    refused(file_with("text.csv.gz", S("id\n1\n")), NULL, 3,
            "is not gzip data, though its name says so");
    refused(file_with("byte.GZ", S("\x1f")), NULL, 3, "is not gzip data, though its name says so");
    refused(file_with("empty.csv.gz", S("")), NULL, 3, "is empty, which no gzip file is");
    refused(file_with("utf32.csv", S("\xff\xfe\0\0i\0\0\0")), NULL, 3,
            "is UTF-32 text: convert it first: iconv -f UTF-32 -t UTF-8");
    refused(file_with("latin.csv", S("name\nM\xfcller\n")), NULL, 3,
            "neither UTF-8 (byte 0xFC at offset 6, line 2) nor GB18030 by its looks: name its "
            "encoding, such as --encoding windows-1252 (Western European) or --encoding big5 "
            "(traditional Chinese)");
    refused(file_with("a.csv", S("id\n")), "klingon", 2,
            "unknown encoding \"klingon\": iconv -l lists the known ones");
    refused(file_with("a.csv", S("id\n")), "latin1//IGNORE", 2,
            "unknown encoding \"latin1//IGNORE\": iconv -l lists the known ones");
    const char *array = file_with("a.json", S("[{\"id\":1}]\n"));
    char want[256];
    snprintf(want, sizeof want, "is a JSON array, not JSON Lines: run: jq -c '.[]' %s | crm",
             array);
    refused(array, NULL, 3, want);
    struct buf gz = compressed(S("[{\"id\":1}]\n"));
    array = file_with("a.json.gz", buf_view(&gz));
    snprintf(want, sizeof want, "is a JSON array, not JSON Lines: run: jq -c '.[]' %s | crm",
             array);
    refused(array, NULL, 3, want);
    struct buf twice = compressed(buf_view(&gz));
    refused(file_with("twice.gz", buf_view(&twice)), NULL, 3,
            "is compressed twice: gzip -dc it once");
    buf_free(&gz);
    buf_free(&twice);
    refused(file_with("mark.csv", S("\xef\xbb\xbfid\n")), "gb18030", 0,
            "has the byte order mark of UTF-8: read as that, not as gb18030");
}

static void open_closed_stdin(void *context)
{
    (void)context;
    close(STDIN_FILENO);
    open_in_child(&(struct opening){"-", NULL});
}

static void open_directory_stdin(void *context)
{
    (void)context;
    close(STDIN_FILENO);
    CHECK_INT(open(directory, O_RDONLY), 0);
    open_in_child(&(struct opening){"-", NULL});
}

/* Bytes that dribble in, with a signal's EINTR between and a non-blocking descriptor. */
static void open_pipe_stdin(void *context)
{
    (void)context;
    int ends[2];
    CHECK(pipe(ends) == 0);
    if (fork() == 0) {
        for (int i = 0; i < 3; i++) {
            usleep(2000);
            CHECK(write(ends[1], "ab\n", 3) == 3);
        }
        _exit(0);
    }
    close(ends[1]);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    dup2(ends[0], STDIN_FILENO);
    struct source_options options = {0};
    struct source *source = source_open("-", &options);
    struct str got = read_all(source, 100);
    printf("%s %.*s", source_name(source), STRF(got));
    CHECK_INT(source_size(source), 0);
    free((char *)(uintptr_t)got.p);
    source_close(source);
}

static void standard_input(void)
{
    struct child child = child_run(open_closed_stdin, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: stdin: Bad file descriptor\n"));
    child = child_run(open_directory_stdin, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: stdin: Is a directory\n"));
    child = child_run(open_pipe_stdin, NULL);
    CHECK_INT(child.status, 0);
    CHECK_STR(str_of(child.out), S("stdin ab\nab\nab\n"));
}

static void whole_file(void)
{
    struct source_options options = {0};
    struct source *source = source_open(file_with("plain.csv", S("id\n1\n")), &options);
    CHECK_INT(source_size(source), 5);
    CHECK(!source_is_gzip(source));
    struct str got = read_all(source, 100);
    CHECK_STR(got, S("id\n1\n"));
    CHECK_STR(str_of(source_name(source)), str_of(path_of("plain.csv")));
    source_close(source);
    free((char *)(uintptr_t)got.p);
    source = source_open(file_with("nothing.csv", S("")), &options);
    CHECK_INT(source_peek(source).n, 0);
    got = read_all(source, 100);
    CHECK_INT(got.n, 0);
    CHECK(!source_error(source));
    source_close(source);
    free((char *)(uintptr_t)got.p);
}

int main(void)
{
    if (!mkdtemp(directory)) {
        return 1;
    }
    decoding();
    decompression();
    settled_too_early();
    limits();
    read_error();
    pushing();
    refusals();
    standard_input();
    whole_file();
    static const char *const names[] = {
        "empty-inside.csv.gz", "secret.csv", "text.csv.gz", "byte.GZ",   "empty.csv.gz",
        "utf32.csv",           "latin.csv",  "a.csv",       "a.json",    "a.json.gz",
        "twice.gz",            "mark.csv",   "plain.csv",   "nothing.csv"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        unlink(path_of(names[i]));
    }
    CHECK(rmdir(directory) == 0);
    return unit_end();
}
