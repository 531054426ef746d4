#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "io/fd.h"
#include "io/gzip.h"
#include "io/replace.h"
#include "io/sink.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>

#define BUFFER ((size_t)64 << 10)
#define HASTEN ((uint64_t)8 << 20) /* bytes of a file after which the disk may begin */
#define SINKS_MAX REPLACE_MAX
#define FAILURE_ROOM 2000

typedef size_t failure_text(const char *where, char *p, size_t room);

enum kind {
    STANDARD_OUTPUT,
    WHOLE_FILE, /* a temporary, renamed at the commit */
    IN_PLACE,   /* a FIFO, a device, a named descriptor: what is written cannot be taken back */
    CALLBACK,
};

struct sink {
    enum kind kind;
    char *name;
    int fd;                   /* -1 for CALLBACK */
    struct replacement *file; /* WHOLE_FILE */
    struct gzip_writer *gzip; /* NULL where nothing is compressed */
    bool (*put)(void *context, const char *p, size_t n);
    void *context;
    failure_text *on_failure;
    bool broken; /* a write failed: nothing more is tried */
    uint64_t bytes;
    uint64_t given, hastened; /* to the system; of these, what it was asked to get to the disk */
    size_t n; /* in `buffer` */
    char buffer[BUFFER];
};

/* In the order in which they were opened, which is the order in which files appear. */
static struct sink *sinks[SINKS_MAX];
static size_t sink_count;

/* What a signal handler may do: no more than write prepared bytes and unlink prepared names. */
static const int fatal_signals[] = {SIGHUP, SIGINT, SIGTERM};
static struct {
    size_t n;
    char text[FAILURE_ROOM];
} prepared[COUNT_OF(fatal_signals)];
static _Atomic int prepared_fd = -1; /* -1 while nothing is to be written */
static volatile pid_t owner; /* a child forked from us inherits the handler, not the duty */

static void on_signal(int number)
{
    /* The write below may wait for a slow reader; a second signal shall not. */
    for (size_t i = 0; i < COUNT_OF(fatal_signals); i++) {
        signal(fatal_signals[i], SIG_DFL);
    }
    replace_abandon_all();
    int fd = prepared_fd;
    for (size_t i = 0; i < COUNT_OF(fatal_signals) && fd >= 0 && getpid() == owner; i++) {
        if (fatal_signals[i] == number) {
            fd_write(fd, prepared[i].text, prepared[i].n);
        }
    }
    raise(number); /* SA_RESETHAND: the default action */
}

/* Signals that are ignored (nohup) or already handled stay so. */
static void handle(int number)
{
    struct sigaction old;
    if (sigaction(number, NULL, &old) == 0 && old.sa_handler == SIG_DFL) {
        struct sigaction action = {.sa_handler = on_signal,
                                   .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)};
        sigaction(number, &action, NULL);
    }
}

static void handle_fatal_signals(void)
{
    owner = getpid();
    for (size_t i = 0; i < COUNT_OF(fatal_signals); i++) {
        handle(fatal_signals[i]);
    }
}

/* Hands bytes to the system; false with errno. */
static bool deliver(void *context, const char *p, size_t n)
{
    struct sink *sink = context;
    if (sink->kind != CALLBACK) {
        bool ok = fd_write(sink->fd, p, n);
        sink->given += n;
        if (ok && sink->kind == WHOLE_FILE && sink->given - sink->hastened >= HASTEN) {
            fd_hasten(sink->fd, sink->hastened, sink->given - sink->hastened);
            sink->hastened = sink->given;
        }
        return ok;
    }
    errno = EIO; /* the callback need not know errno */
    return sink->put(sink->context, p, n);
}

/* Empties the buffer; it is empty even if that failed, so that nothing goes out twice. */
static bool drain(struct sink *sink)
{
    size_t n = sink->n;
    sink->n = 0;
    if (n == 0) {
        return true;
    }
    return sink->gzip ? gzip_writer_put(sink->gzip, sink->buffer, n)
                      : deliver(sink, sink->buffer, n);
}

/* Gives what was written before the failure, and the text that makes a reader refuse it. */
static void close_on_failure(struct sink *sink, const char *where)
{
    failure_text *text = sink->on_failure;
    sink->on_failure = NULL;
    if (sink->kind == WHOLE_FILE || sink->broken || sink->gzip) {
        return; /* a gzip stream without its trailer is refused as it is */
    }
    if (drain(sink) && text) {
        char bytes[FAILURE_ROOM];
        size_t n = text(where, bytes, sizeof bytes);
        deliver(sink, bytes, n < sizeof bytes ? n : sizeof bytes);
    }
    sink->broken = true;
}

/* The die() hook. */
static void fail_all(const char *where)
{
    prepared_fd = -1;
    signal(SIGPIPE, SIG_IGN); /* the status to end with is the failure's */
    for (size_t i = 0; i < sink_count; i++) {
        close_on_failure(sinks[i], where);
    }
    replace_abandon_all();
}

/* The reader of stdout has gone: a quiet end, even where our parent had SIGPIPE ignored. */
static void die_of_closed_pipe(void)
{
    prepared_fd = -1;
    replace_abandon_all();
    signal(SIGPIPE, SIG_DFL);
    sigset_t pipe_only;
    sigemptyset(&pipe_only);
    sigaddset(&pipe_only, SIGPIPE);
    pthread_sigmask(SIG_UNBLOCK, &pipe_only, NULL);
    raise(SIGPIPE);
}

/* Ends the run after a call that failed with errno. */
__attribute__((noreturn)) static void give_up(struct sink *sink)
{
    int error = errno;
    sink->broken = true;
    if (error == EPIPE && (sink->kind == STANDARD_OUTPUT || sink->kind == IN_PLACE)) {
        die_of_closed_pipe();
    }
    die(STATUS_SYSTEM, "%s: %s", sink->name, strerror(error));
}

static struct sink *add(enum kind kind, const char *name)
{
    static bool hooked;
    if (!hooked) {
        hooked = true;
        die_hook(fail_all);
        atexit(replace_abandon_all); /* for runs that end without a commit, and usage errors */
    }
    if (sink_count == SINKS_MAX) {
        die(STATUS_SYSTEM, "%s: more than %d outputs", name, SINKS_MAX);
    }
    /* Not mem_new: 64 KiB need not be cleared. */
    struct sink *sink = mem_grow(NULL, 1, sizeof *sink);
    memset(sink, 0, offsetof(struct sink, buffer));
    sink->kind = kind;
    sink->fd = -1;
    size_t length = strlen(name);
    sink->name = memcpy(mem_new(length + 1, 1), name, length);
    sinks[sink_count++] = sink;
    return sink;
}

/* Two outputs in one place would lose one of them. */
static void refuse_twice(const struct sink *sink)
{
    for (size_t i = 0; i < sink_count; i++) {
        const struct sink *other = sinks[i];
        bool same = sink->kind == STANDARD_OUTPUT
                        ? other->kind == STANDARD_OUTPUT
                        : other->file && strcmp(replace_target(sink->file),
                                                replace_target(other->file)) == 0;
        if (other != sink && same) {
            die(STATUS_USAGE, "%s: named for two outputs", sink->name);
        }
    }
}

/* FIFOs and devices, and names that stand for open descriptors, which may be regular files. */
static bool is_in_place(const char *path)
{
    struct str name = str_of(path);
    struct stat status;
    return str_starts(name, S("/dev/fd/")) || str_starts(name, S("/dev/std")) ||
           str_starts(name, S("/proc/")) ||
           (stat(path, &status) == 0 && !S_ISREG(status.st_mode));
}

static void open_in_place(struct sink *sink)
{
    sink->fd = fd_open(sink->name, O_WRONLY, 0);
    if (sink->fd < 0) {
        give_up(sink);
    }
}

static void open_whole(struct sink *sink, bool backup)
{
    handle_fatal_signals();
    handle(SIGPIPE); /* only now: without temporaries the default action is all that is needed */
    sink->file = replace_open(sink->name, backup);
    if (!sink->file) {
        give_up(sink);
    }
    sink->fd = replace_fd(sink->file);
    refuse_twice(sink);
}

struct sink *sink_open(const char *path, const struct sink_options *options)
{
    if (!path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0) {
        struct sink *sink = add(STANDARD_OUTPUT, "standard output");
        sink->fd = STDOUT_FILENO;
        refuse_twice(sink);
        return sink;
    }
    struct sink *sink = add(is_in_place(path) ? IN_PLACE : WHOLE_FILE, path);
    if (sink->kind == IN_PLACE) {
        open_in_place(sink);
    } else {
        open_whole(sink, options && options->backup);
    }
    if (str_ends(str_of(path), S(".gz"))) {
        sink->gzip = gzip_writer_new(deliver, sink);
    }
    return sink;
}

struct sink *sink_to(bool (*put)(void *context, const char *p, size_t n), void *context)
{
    struct sink *sink = add(CALLBACK, "output");
    sink->put = put;
    sink->context = context;
    return sink;
}

void sink_write(struct sink *sink, const char *p, size_t n)
{
    sink->bytes += n;
    while (n > 0) {
        if (sink->n == 0 && n >= BUFFER && !sink->gzip) { /* no copy of what is large */
            if (!deliver(sink, p, n)) {
                give_up(sink);
            }
            return;
        }
        size_t step = n < BUFFER - sink->n ? n : BUFFER - sink->n;
        memcpy(sink->buffer + sink->n, p, step);
        sink->n += step;
        p += step;
        n -= step;
        if (sink->n == BUFFER) {
            sink_flush(sink);
        }
    }
}

void sink_flush(struct sink *sink)
{
    if (!drain(sink)) {
        give_up(sink);
    }
}

bool sink_is_stdout(const struct sink *sink)
{
    return sink->kind == STANDARD_OUTPUT;
}

bool sink_is_terminal(const struct sink *sink)
{
    return sink->fd >= 0 && isatty(sink->fd);
}

const char *sink_name(const struct sink *sink)
{
    return sink->name;
}

uint64_t sink_bytes(const struct sink *sink)
{
    return sink->bytes;
}

/* The last bytes, and whatever error the system has kept to itself so far. */
static void finish(struct sink *sink)
{
    sink_flush(sink);
    struct gzip_writer *gzip = sink->gzip;
    sink->gzip = NULL; /* frees itself, whether it succeeds or not */
    if ((gzip && !gzip_writer_end(gzip)) || (sink->file && !replace_sync(sink->file)) ||
        (!sink->file && sink->fd >= 0 && !fd_settle(sink->fd))) {
        give_up(sink);
    }
}

/* Whatever can fail for want of space or of a reader fails before the first file is replaced; what
 * is left to fail between the renames is the directory itself. */
void sink_commit_all(void)
{
    for (size_t i = 0; i < sink_count; i++) {
        finish(sinks[i]);
    }
    for (size_t i = 0; i < sink_count; i++) {
        if (sinks[i]->file && !replace_commit(sinks[i]->file)) {
            give_up(sinks[i]);
        }
    }
    for (size_t i = 0; i < sink_count; i++) {
        struct replacement *file = sinks[i]->file;
        sinks[i]->file = NULL;
        if (file && !replace_settle(file)) {
            give_up(sinks[i]);
        }
    }
    prepared_fd = -1; /* the stream is complete: a late signal must not spoil it */
    while (sink_count > 0) {
        struct sink *sink = sinks[--sink_count];
        if (sink->kind == IN_PLACE) {
            fd_close(sink->fd);
        }
        free(sink->name);
        free(sink);
    }
}

void sink_on_failure(struct sink *sink, failure_text *text)
{
    prepared_fd = -1; /* a signal that comes now must not write a text half made */
    sink->on_failure = text;
    if (!text || sink->kind == CALLBACK || sink->kind == WHOLE_FILE || sink->gzip) {
        return;
    }
    /* The text is made now: no function of the caller's is safe in a signal handler. */
    for (size_t i = 0; i < COUNT_OF(fatal_signals); i++) {
        char where[32];
        snprintf(where, sizeof where, " by signal %d", fatal_signals[i]);
        size_t n = text(where, prepared[i].text, FAILURE_ROOM);
        prepared[i].n = n < FAILURE_ROOM ? n : FAILURE_ROOM;
    }
    handle_fatal_signals();
    prepared_fd = sink->fd;
}
