#include "unit.h"

#include "base/buf.h"
#include "base/die.h"
#include "child.h"
#include "io/gzip.h"
#include "io/sink.h"
#include "stage.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>

static char directory[] = "/tmp/crm-sink-XXXXXX";

static void write_str(struct sink *sink, struct str s)
{
    sink_write(sink, s.p, s.n);
}

static void put_file(const char *name, struct str bytes)
{
    FILE *file = fopen(name, "wb");
    CHECK(file && fwrite(bytes.p, 1, bytes.n, file) == bytes.n && fclose(file) == 0);
}

static void check_file(const char *name, struct str want)
{
    static char bytes[1 << 20];
    FILE *file = fopen(name, "rb");
    if (CHECK(file)) {
        size_t n = fread(bytes, 1, sizeof bytes, file);
        CHECK_STR(((struct str){bytes, n}), want);
        fclose(file);
    }
}

/* Entries of the test's directory, hidden ones too; removes them where asked. */
static int entries(bool remove)
{
    DIR *all = opendir(".");
    int count = 0;
    for (struct dirent *entry; (entry = readdir(all));) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            count++;
            if (remove) {
                CHECK(unlink(entry->d_name) == 0 || rmdir(entry->d_name) == 0);
            }
        }
    }
    closedir(all);
    return count;
}

static mode_t mode_of(const char *name)
{
    struct stat status = {0};
    CHECK(lstat(name, &status) == 0);
    return status.st_mode & 07777;
}

static size_t failure_text(const char *where, char *p, size_t room)
{
    return (size_t)snprintf(p, room, "\n\"stopped%s", where);
}

/* Whole files. */

static void whole_files(void)
{
    mode_t mask = umask(027);
    struct sink *a = sink_open("a.csv", NULL);
    struct sink *b = sink_open("./b.csv", &(struct sink_options){0});
    CHECK_INT(entries(false), 2); /* two temporaries */
    CHECK(access("a.csv", F_OK) < 0);
    write_str(a, S("id\n"));
    write_str(a, S(""));
    write_str(a, S("1\n"));
    sink_flush(a);
    CHECK(access("a.csv", F_OK) < 0);
    CHECK_STR(str_of(sink_name(b)), S("./b.csv"));
    CHECK_INT(sink_bytes(a), 5);
    CHECK(!sink_is_stdout(a) && !sink_is_terminal(a));
    sink_commit_all();
    umask(mask);
    check_file("a.csv", S("id\n1\n"));
    check_file("b.csv", S(""));
    CHECK_INT(mode_of("a.csv"), 0640); /* 0666 without the mask */
    CHECK_INT(entries(true), 2);
}

static void replaced_files(void)
{
    put_file("real.csv", S("old"));
    chmod("real.csv", 0604);
    CHECK(mkdir("sub", 0777) == 0 && symlink("../real.csv", "sub/link.csv") == 0);
    struct sink *sink = sink_open("sub/link.csv", NULL);
    write_str(sink, S("new"));
    check_file("real.csv", S("old"));
    sink_commit_all();
    check_file("real.csv", S("new"));
    CHECK_INT(mode_of("real.csv"), 0604);
    struct stat status;
    CHECK(lstat("sub/link.csv", &status) == 0 && S_ISLNK(status.st_mode));
    unlink("sub/link.csv");
    /* A link to what is not there yet makes it be there. */
    CHECK(symlink("later.csv", "dangling.csv") == 0);
    sink = sink_open("dangling.csv", NULL);
    write_str(sink, S("x"));
    sink_commit_all();
    check_file("later.csv", S("x"));
    CHECK(lstat("dangling.csv", &status) == 0 && S_ISLNK(status.st_mode));
    /* A file name of the greatest length has room for its temporary. */
    char name[256];
    memset(name, 'n', 255);
    name[255] = '\0';
    sink_open(name, NULL);
    sink_commit_all();
    check_file(name, S(""));
    entries(true);
}

static void backups(void)
{
    struct sink_options keep = {.backup = true};
    for (int i = 0; i < 4; i++) {
        char text[16];
        snprintf(text, sizeof text, "run %d", i);
        struct sink *sink = sink_open("t.csv", &keep);
        write_str(sink, str_of(text));
        sink_commit_all();
    }
    check_file("t.csv", S("run 3"));
    check_file("t.csv.~1~", S("run 0"));
    check_file("t.csv.~2~", S("run 1"));
    check_file("t.csv.~3~", S("run 2"));
    CHECK_INT(entries(true), 4);
}

static void compressed_file(void)
{
    struct buf text;
    buf_init(&text, BUF_UNBOUNDED);
    struct sink *sink = sink_open("t.csv.gz", NULL);
    for (int i = 0; i < 30000; i++) {
        size_t from = text.n;
        buf_printf(&text, "%d,%d\n", i, i * 7919 % 1000);
        sink_write(sink, text.p + from, text.n - from);
    }
    CHECK_INT(sink_bytes(sink), text.n);
    sink_commit_all();
    char *gz = mem_new(1 << 20, 1);
    FILE *file = fopen("t.csv.gz", "rb");
    size_t n = fread(gz, 1, 1 << 20, file);
    fclose(file);
    CHECK(n > 0 && n < text.n / 2);
    struct source_stage *stage = gzip_stage(&memory_stage((struct str){gz, n}, 999)->stage, 0);
    struct str got = stage_all(stage, 10000);
    CHECK(!stage->error && str_eq(got, buf_view(&text)));
    stage->close(stage);
    free((char *)(uintptr_t)got.p);
    free(gz);
    buf_free(&text);
    entries(true);
}

/* Callbacks. */

static bool put_buf(void *context, const char *p, size_t n)
{
    return buf_bytes(context, p, n);
}

static void callback_sizes(void)
{
    struct buf text;
    struct buf out;
    buf_init(&text, BUF_UNBOUNDED);
    for (int i = 0; text.n < 500000; i++) {
        buf_printf(&text, "%d;", i);
    }
    static const size_t sizes[] = {1, 1000, 65535, 65536, 65537, 200000};
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        buf_init(&out, BUF_UNBOUNDED);
        struct sink *sink = sink_to(put_buf, &out);
        for (size_t at = 0; at < text.n; at += sizes[i]) {
            write_str(sink, str_slice(buf_view(&text), at, at + sizes[i]));
        }
        CHECK(!sink_is_stdout(sink) && !sink_is_terminal(sink));
        sink_commit_all();
        CHECK(str_eq(buf_view(&out), buf_view(&text)));
        buf_free(&out);
    }
    buf_free(&text);
}

/* Runs that fail, each in a child. */

static void die_after_writing(void *context)
{
    bool with_text = context != NULL;
    struct sink *out = sink_open("-", NULL);
    struct sink *file = sink_open("t.csv", NULL);
    if (with_text) {
        sink_on_failure(out, failure_text);
    }
    write_str(out, S("id\n1\n"));
    write_str(file, S("new"));
    sink_flush(file);
    struct place place = {.file = S("orders.csv"), .line = 812, .column = 5};
    die_at(STATUS_DATA, &place, "bad");
}

static void die_taken_back(void *context)
{
    (void)context;
    struct sink *out = sink_open(NULL, NULL);
    sink_on_failure(out, failure_text);
    sink_on_failure(out, NULL);
    write_str(out, S("id\n"));
    die(STATUS_SYSTEM, "bad");
}

static void exit_without_commit(void *context)
{
    write_str(sink_open("t.csv", NULL), S("new"));
    if (context) {
        die(STATUS_USAGE, "no");
    }
    exit(1);
}

static void deaths(void)
{
    put_file("t.csv", S("old"));
    struct child child = child_run(die_after_writing, NULL);
    CHECK_INT(child.status, 3);
    CHECK_STR(str_of(child.out), S("id\n1\n"));
    CHECK_STR(str_of(child.err), S("crm: orders.csv:812:5: bad\n"));
    child = child_run(die_after_writing, directory);
    CHECK_INT(child.status, 3);
    CHECK_STR(str_of(child.out), S("id\n1\n\n\"stopped at orders.csv:812:5"));
    child = child_run(die_taken_back, NULL);
    CHECK_STR(str_of(child.out), S("id\n"));
    CHECK_INT(child_run(exit_without_commit, NULL).status, 1);
    CHECK_INT(child_run(exit_without_commit, directory).status, 2);
    check_file("t.csv", S("old"));
    CHECK_INT(entries(true), 1); /* no temporary is left */
}

static void killed(void *context)
{
    int number = *(int *)context;
    struct sink *out = sink_open("-", NULL);
    sink_on_failure(out, failure_text);
    sink_open("t.csv", NULL);
    sink_open("u.csv.gz", NULL);
    write_str(out, S("id\n"));
    sink_flush(out);
    raise(number);
    pause();
}

static void killed_with_hup_ignored(void *context)
{
    signal(SIGHUP, SIG_IGN); /* as nohup does */
    struct sink *out = sink_open("-", NULL);
    sink_on_failure(out, failure_text);
    sink_open("t.csv", NULL);
    raise(SIGHUP);
    write_str(out, S("id\n"));
    sink_commit_all();
    raise(*(int *)context); /* after the commit: nothing to add, nothing to remove */
}

static void signals(void)
{
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        int number = numbers[i];
        struct child child = child_run(killed, &number);
        CHECK_INT(child.status, -number);
        char want[64];
        snprintf(want, sizeof want, "id\n\n\"stopped by signal %d", number);
        CHECK_STR(str_of(child.out), str_of(want));
        CHECK_STR(str_of(child.err), S(""));
        CHECK_INT(entries(true), 0);
    }
    int number = SIGTERM;
    struct child child = child_run(killed_with_hup_ignored, &number);
    CHECK_INT(child.status, -SIGTERM);
    CHECK_STR(str_of(child.out), S("id\n"));
    check_file("t.csv", S(""));
    CHECK_INT(entries(true), 1);
}

/* Standard output that fails. */

static void write_to_full(void *context)
{
    (void)context;
    dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
    struct sink *file = sink_open("t.csv", NULL);
    struct sink *out = sink_open("-", NULL);
    sink_on_failure(out, failure_text);
    CHECK_STR(str_of(sink_name(out)), S("standard output"));
    write_str(file, S("new"));
    write_str(out, S("id\n"));
    sink_commit_all();
}

static void write_in_place_to_full(void *context)
{
    (void)context;
    write_str(sink_open("/dev/full", NULL), S("id\n"));
    sink_commit_all();
}

static void write_to_closed(void *context)
{
    close(STDOUT_FILENO);
    struct sink *out = sink_open("-", NULL);
    if (context) {
        write_str(out, S("id\n"));
    }
    sink_commit_all();
}

static void write_to_gone_reader(void *context)
{
    int ends[2];
    CHECK(pipe(ends) == 0);
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    if (context) {
        signal(SIGPIPE, SIG_IGN); /* as Python's subprocess once left it to its children */
    }
    struct sink *file = sink_open("t.csv", NULL);
    struct sink *out = sink_open("-", NULL);
    sink_on_failure(out, failure_text);
    write_str(file, S("new"));
    write_str(out, S("id\n"));
    sink_commit_all();
}

static void standard_output(void)
{
    put_file("t.csv", S("old"));
    struct child child = child_run(write_to_full, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: standard output: No space left on device\n"));
    child = child_run(write_in_place_to_full, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: /dev/full: No space left on device\n"));
    child = child_run(write_to_closed, directory);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: standard output: Bad file descriptor\n"));
    child = child_run(write_to_closed, NULL);
    CHECK_INT(child.status, 0);
    CHECK_STR(str_of(child.err), S(""));
    for (int ignored = 0; ignored < 2; ignored++) {
        child = child_run(write_to_gone_reader, ignored ? directory : NULL);
        CHECK_INT(child.status, -SIGPIPE);
        CHECK_STR(str_of(child.err), S(""));
    }
    check_file("t.csv", S("old"));
    CHECK_INT(entries(true), 1);
}

/* A program started with descriptors 0 and 1 closed: this one again, as "sink_test closed". */
static int started_closed(void)
{
    struct sink *file = sink_open("t.csv", NULL);
    struct sink *out = sink_open("-", NULL);
    write_str(file, S("file\n"));
    char byte;
    CHECK(read(STDIN_FILENO, &byte, 1) < 0 && errno == EBADF);
    write_str(out, S("stdout\n"));
    sink_commit_all();
    return 0;
}

static char self[PATH_MAX];

static void start_closed(void *context)
{
    (void)context;
    close(STDIN_FILENO);
    close(STDOUT_FILENO);
    execl(self, self, "closed", (char *)NULL);
    _exit(99);
}

static void closed_at_start(void)
{
    struct child child = child_run(start_closed, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: standard output: Bad file descriptor\n"));
    CHECK_INT(entries(true), 0);
}

/* Devices, FIFOs and named descriptors. */

static void write_in_place(void *context)
{
    struct sink *sink = sink_open(context, NULL);
    write_str(sink, S("id\n"));
    sink_commit_all();
}

static void in_place(void)
{
    CHECK(mkfifo("fifo", 0600) == 0);
    pid_t pid = fork();
    if (pid == 0) {
        write_in_place((char[]){"fifo"});
        _exit(0);
    }
    check_file("fifo", S("id\n"));
    waitpid(pid, NULL, 0);
    CHECK_INT(entries(true), 1);
    CHECK_STR(str_of(child_run(write_in_place, (char[]){"/dev/stdout"}).out), S("id\n"));
    CHECK_STR(str_of(child_run(write_in_place, (char[]){"/dev/fd/1"}).out), S("id\n"));
    CHECK_STR(str_of(child_run(write_in_place, (char[]){"/dev/stderr"}).err), S("id\n"));
}

/* Outputs that cannot be opened. */

static void open_only(void *context)
{
    sink_open(context, NULL);
    sink_commit_all();
}

static void cannot_open(const char *name, const char *reason)
{
    char path[300];
    snprintf(path, sizeof path, "%s", name);
    struct child child = child_run(open_only, path);
    char want[400];
    snprintf(want, sizeof want, "crm: %s: %s\n", name, reason);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), str_of(want));
}

static void open_twice(void *context)
{
    sink_open(context, NULL);
    sink_open(context, NULL);
}

static void open_many(void *context)
{
    (void)context;
    for (int i = 0; i < 17; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d.csv", i);
        sink_open(name, NULL);
    }
}

static void openings(void)
{
    cannot_open("none/t.csv", "No such file or directory");
    cannot_open("none/", "Is a directory");
    cannot_open("", "No such file or directory");
    cannot_open(".", "Is a directory");
    CHECK(symlink("loop.csv", "loop.csv") == 0);
    cannot_open("loop.csv", "Too many levels of symbolic links");
    if (geteuid() != 0) { /* root may write everything */
        put_file("kept.csv", S("old"));
        chmod("kept.csv", 0400);
        cannot_open("kept.csv", "Permission denied");
        unlink("kept.csv");
    }
    struct child child = child_run(open_twice, (char[]){"t.csv"});
    CHECK_INT(child.status, 2);
    CHECK_STR(str_of(child.err), S("crm: t.csv: named for two outputs\n"));
    child = child_run(open_twice, (char[]){"-"});
    CHECK_INT(child.status, 2);
    CHECK_STR(str_of(child.err), S("crm: standard output: named for two outputs\n"));
    child = child_run(open_many, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: 16.csv: more than 16 outputs\n"));
    CHECK_INT(entries(true), 1);
}

/* The second of two files cannot appear: the directory in its way came after the opening. */
static void fail_at_rename(void *context)
{
    (void)context;
    struct sink_options keep = {.backup = true};
    struct sink *out = sink_open("-", NULL);
    sink_on_failure(out, failure_text);
    write_str(out, S("id\n"));
    sink_open("t.csv", &keep);
    CHECK(unlink("t.csv") == 0 && mkdir("t.csv", 0777) == 0 && mkdir("t.csv/x", 0777) == 0);
    sink_commit_all();
}

static bool refuse(void *context, const char *p, size_t n)
{
    (void)context, (void)p, (void)n;
    return false;
}

static void callback_refuses(void *context)
{
    (void)context;
    write_str(sink_to(refuse, NULL), S("x"));
    sink_commit_all();
}

static void late_failures(void)
{
    put_file("t.csv", S("old"));
    struct child child = child_run(fail_at_rename, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.out), S("id\n\n\"stopped: t.csv: Is a directory"));
    CHECK(rmdir("t.csv/x") == 0);
    CHECK_INT(entries(true), 1);
    child = child_run(callback_refuses, NULL);
    CHECK_INT(child.status, 4);
    CHECK_STR(str_of(child.err), S("crm: output: Input/output error\n"));
}

int main(int argc, char **argv)
{
    signal(SIGINT, SIG_DFL); /* a shell ignores it for what runs in the background */
    if (argc > 1 && strcmp(argv[1], "closed") == 0) {
        return started_closed();
    }
    if (!mkdtemp(directory) || chdir(directory) < 0) {
        return 1;
    }
    self[readlink("/proc/self/exe", self, sizeof self - 1)] = '\0';
    whole_files();
    replaced_files();
    backups();
    compressed_file();
    callback_sizes();
    deaths();
    signals();
    standard_output();
    closed_at_start();
    in_place();
    openings();
    late_failures();
    CHECK(chdir("/") == 0 && rmdir(directory) == 0);
    return unit_end();
}
