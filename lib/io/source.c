#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "io/charset.h"
#include "io/fd.h"
#include "io/foreign.h"
#include "io/gzip.h"
#include "io/relay.h"
#include "io/source.h"
#include "value/utf8.h"

#include <fcntl.h>
#include <sys/stat.h>

#define SNIFF_BYTES ((size_t)64 << 10)  /* for magic numbers, and what source_peek shows */
#define PIPE_BYTES (1 << 20) /* what Linux lets everybody have */
#define SETTLE_BYTES ((size_t)1 << 20) /* on which the encoding is settled */

/*
 *     file --> ahead --> [gzip --> ahead] --> charset --> [limit] --> [relay] --> ahead
 *              magic numbers, encoding                                            source_peek
 */
struct source {
    struct source_stage *top; /* always an `ahead` */
    struct ahead *bottom;
    char *name;
    char *encoding;
    bool gzip;
    bool slow; /* a pipe, which makes its reader wait */
    _Atomic uint64_t bytes;
    uint64_t size;
};

static char *copy_text(const char *text)
{
    size_t length = strlen(text);
    return memcpy(mem_new(length + 1, 1), text, length);
}

/* The file itself. */

struct file {
    struct source_stage stage; /* first, so that a stage is cast to its file */
    int fd;
};

/* After an error the stage above asks no more, so a passing error does not become a gap. */
static size_t read_file(struct source_stage *stage, char *p, size_t room)
{
    struct file *file = (struct file *)stage;
    ssize_t n = fd_read(file->fd, p, room);
    if (n < 0) {
        stage->error = strerror(errno);
        stage->status = STATUS_SYSTEM;
        return 0;
    }
    return (size_t)n;
}

static void close_file(struct source_stage *stage)
{
    struct file *file = (struct file *)stage;
    if (file->fd != STDIN_FILENO) { /* its number must not be taken by another file */
        close(file->fd);
    }
    free(file);
}

/* Reading ahead: what was read to look at is handed out before the rest, which passes through. */

/*
 *     p ........ at ######## n ........ room
 *       given      waiting     free            then straight from below, without a copy
 */
struct ahead {
    struct source_stage stage; /* first, so that a stage is cast to its ahead */
    struct source_stage *below;
    char *p; /* NULL again once it has been handed out */
    size_t at, n, room;
    _Atomic uint64_t taken; /* bytes read from below; the thread that shows progress looks at it */
    bool ended;
};

static size_t take(struct ahead *ahead, char *p, size_t room)
{
    size_t n = ahead->ended ? 0 : ahead->below->read(ahead->below, p, room);
    ahead->ended = n == 0; /* never asked again: a terminal would go on */
    ahead->taken += n;
    return n;
}

static struct str ahead_view(const struct ahead *ahead)
{
    return (struct str){ahead->p ? ahead->p + ahead->at : NULL, ahead->n - ahead->at};
}

/* Reads until `want` bytes can be looked at, or all there are. */
static struct str look_ahead(struct ahead *ahead, size_t want)
{
    if (ahead->at + want > ahead->room && !ahead->ended) {
        ahead->room = ahead->at + want;
        ahead->p = mem_grow(ahead->p, ahead->room, 1);
    }
    while (ahead->n - ahead->at < want && !ahead->ended) {
        ahead->n += take(ahead, ahead->p + ahead->n, ahead->room - ahead->n);
    }
    return ahead_view(ahead);
}

static size_t read_ahead(struct source_stage *stage, char *p, size_t room)
{
    struct ahead *ahead = (struct ahead *)stage;
    size_t n = ahead->n - ahead->at;
    if (n > 0) {
        n = n < room ? n : room;
        memcpy(p, ahead->p + ahead->at, n);
        ahead->at += n;
        return n;
    }
    free(ahead->p); /* up to 1 MiB that a stream of any length needs only once */
    ahead->p = NULL;
    ahead->at = ahead->n = ahead->room = 0;
    n = take(ahead, p, room);
    if (n == 0) {
        stage->error = ahead->below->error;
        stage->status = ahead->below->status;
    }
    return n;
}

static void close_ahead(struct source_stage *stage)
{
    struct ahead *ahead = (struct ahead *)stage;
    ahead->below->close(ahead->below);
    free(ahead->p);
    free(ahead);
}

static struct ahead *ahead_stage(struct source_stage *below)
{
    struct ahead *ahead = mem_new(1, sizeof *ahead);
    ahead->stage = (struct source_stage){.read = read_ahead, .close = close_ahead};
    ahead->below = below;
    return ahead;
}

/* At most so many decoded bytes: exactly so many are handed out before the error. */

struct limit {
    struct source_stage stage; /* first, so that a stage is cast to its limit */
    struct source_stage *below;
    uint64_t most, left;
    char message[80];
};

static size_t read_limited(struct source_stage *stage, char *p, size_t room)
{
    struct limit *limit = (struct limit *)stage;
    if (stage->error) {
        return 0;
    }
    size_t n = limit->below->read(limit->below, p, room);
    if (n == 0) {
        stage->error = limit->below->error;
        stage->status = limit->below->status;
    } else if (n > limit->left) {
        snprintf(limit->message, sizeof limit->message,
                 "larger than %" PRIu64 " bytes, the limit", limit->most);
        stage->error = limit->message;
        stage->status = STATUS_DATA;
        n = (size_t)limit->left;
    }
    limit->left -= n;
    return n;
}

static void close_limit(struct source_stage *stage)
{
    struct limit *limit = (struct limit *)stage;
    limit->below->close(limit->below);
    free(limit);
}

static struct source_stage *limit_stage(struct source_stage *below, uint64_t most)
{
    struct limit *limit = mem_new(1, sizeof *limit);
    limit->stage = (struct source_stage){.read = read_limited, .close = close_limit};
    limit->below = below;
    limit->most = limit->left = most;
    return &limit->stage;
}

/* Opening. */

static void refuse_foreign(const char *name, struct str head)
{
    char text[FOREIGN_ROOM];
    if (foreign_recognise(head, name, text)) {
        die(STATUS_DATA, "%s: %s", name, text);
    }
}

/* A name that promises gzip: what comes instead is a broken download rather than a CSV file. */
static bool is_called_gzip(const char *name)
{
    struct str text = str_of(name);
    return text.n > 3 && str_eq_nocase(str_slice(text, text.n - 3, text.n), S(".gz"));
}

/* Says where the first odd byte stands, so that the user can look at it. */
__attribute__((noreturn)) static void refuse_encoding(const char *name, struct str head,
                                                     size_t mark)
{
    if (mark > 0) {
        die(STATUS_DATA, "%s: is UTF-32 text: convert it first: iconv -f UTF-32 -t UTF-8", name);
    }
    size_t bad = utf8_invalid(head);
    uint64_t line = 1;
    for (size_t i = 0; i < bad; i++) {
        line += head.p[i] == '\n';
    }
    die(STATUS_DATA,
        "%s: neither UTF-8 (byte 0x%02X at offset %zu, line %" PRIu64 ") nor GB18030 by its "
        "looks: name its encoding, such as --encoding windows-1252 (Western European) or "
        "--encoding big5 (traditional Chinese)",
        name, bad < head.n ? (unsigned)(unsigned char)head.p[bad] : 0, bad, line);
}

static bool is_named(const char *encoding, const char *name)
{
    return str_eq_nocase(str_of(encoding), str_of(name));
}

/* The encoding to read with; what a mark in the bytes says goes before the user's word. */
static const char *settle_encoding(const char *name, const char *asked, struct str head, bool whole,
                                   size_t *mark)
{
    const char *found = charset_recognise(head, whole, mark);
    if (!asked) {
        if (!found) {
            refuse_encoding(name, head, *mark);
        }
        return found;
    }
    if (!charset_known(asked)) {
        die(STATUS_USAGE, "%s: unknown encoding \"%s\": iconv -l lists the known ones", name,
            asked);
    }
    bool any_utf16 = is_named(asked, "UTF-16") || is_named(asked, "UTF16");
    if (found && *mark > 0) {
        if (!any_utf16 && !is_named(asked, found) && !is_named(asked, "utf8")) {
            say_notice("%s: has the byte order mark of %s: read as that, not as %s", name, found,
                       asked);
        }
        return found;
    }
    *mark = 0; /* iconv reads UTF-32's own mark */
    if (any_utf16) { /* little-endian where nothing tells: it is what Windows writes */
        return found && str_starts(str_of(found), S("UTF-16")) ? found : "UTF-16LE";
    }
    return is_named(asked, "UTF-8") || is_named(asked, "utf8") ? "UTF-8" : asked;
}

/* Looks at the bytes, and builds the stages that they ask for. */
static void build(struct source *source, const struct source_options *options)
{
    struct ahead *bytes = source->bottom;
    struct str head = look_ahead(bytes, SNIFF_BYTES);
    if (head.n == 0 && bytes->below->error) { /* no rows stand before it */
        die(bytes->below->status, "%s: %s", source->name, bytes->below->error);
    }
    if (!options->document) {
        refuse_foreign(source->name, head);
    }
    source->gzip = gzip_recognise(head);
    if (is_called_gzip(source->name) && !source->gzip) {
        die(STATUS_DATA, "%s: %s", source->name,
            head.n == 0 ? "is empty, which no gzip file is"
                        : "is not gzip data, though its name says so");
    }
    if (source->gzip) {
        bytes = ahead_stage(gzip_stage(&bytes->stage, options->max_ratio));
        struct str inside = look_ahead(bytes, SNIFF_BYTES);
        if (!options->document) {
            refuse_foreign(source->name, inside);
        }
        if (gzip_recognise(inside)) {
            die(STATUS_DATA, "%s: is compressed twice: gzip -dc it once", source->name);
        }
    }
    /* A named encoding needs no settling, only its mark looked for: slow pipes start sooner. */
    head = look_ahead(bytes, options->encoding ? SNIFF_BYTES : SETTLE_BYTES);
    bool whole = bytes->ended && !bytes->below->error;
    size_t mark;
    const char *encoding = settle_encoding(source->name, options->encoding, head, whole, &mark);
    source->encoding = copy_text(encoding);
    bytes->at += mark;
    struct source_stage *top = charset_stage(&bytes->stage, encoding, mark);
    if (options->max_bytes > 0) {
        top = limit_stage(top, options->max_bytes);
    }
    if (source->gzip || source->slow || strcmp(encoding, "UTF-8") != 0) {
        top = relay_stage(top);
    }
    source->top = &ahead_stage(top)->stage;
}

static struct source *new_source(const char *name, struct source_stage *stage, bool slow,
                                 const struct source_options *options)
{
    struct source *source = mem_new(1, sizeof *source);
    source->name = copy_text(name);
    source->bottom = ahead_stage(stage);
    source->slow = slow;
    build(source, options);
    return source;
}

struct source *source_from_stage(const char *name, struct source_stage *stage,
                                 const struct source_options *options)
{
    return new_source(name, stage, false, options);
}

/* The regular files that were opened, so that no output replaces one unasked. */
static struct stat *opened;
static size_t opened_count;

bool source_has_read(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode)) {
        return false;
    }
    for (size_t i = 0; i < opened_count; i++) {
        if (opened[i].st_dev == status.st_dev && opened[i].st_ino == status.st_ino) {
            return true;
        }
    }
    return false;
}

struct source *source_open(const char *path, const struct source_options *options)
{
    bool standard = strcmp(path, "-") == 0;
    const char *name = standard ? "stdin" : path;
    struct file *file = mem_new(1, sizeof *file);
    file->stage = (struct source_stage){.read = read_file, .close = close_file};
    file->fd = standard ? STDIN_FILENO : fd_open(path, O_RDONLY, 0);
    struct stat status = {0};
    if (file->fd < 0 || (fstat(file->fd, &status) < 0 && !standard)) {
        die(STATUS_SYSTEM, "%s: %s", name, strerror(errno));
    }
    if (S_ISDIR(status.st_mode)) {
        die(STATUS_SYSTEM, "%s: %s", name, strerror(EISDIR));
    }
    if (S_ISREG(status.st_mode)) {
        opened = mem_grow(opened, opened_count + 1, sizeof *opened);
        opened[opened_count++] = status;
    }
    bool pipe = S_ISFIFO(status.st_mode);
    if (pipe) { /* who writes shall not wait for us more often than needed; it may be refused */
        fcntl(file->fd, F_SETPIPE_SZ, PIPE_BYTES);
    }
    struct source *source = new_source(name, &file->stage, pipe, options);
    source->size = S_ISREG(status.st_mode) && status.st_size > 0 ? (uint64_t)status.st_size : 0;
    return source;
}

size_t source_read(struct source *source, char *p, size_t room)
{
    size_t n = source->top->read(source->top, p, room);
    source->bytes += n;
    return n;
}

struct str source_peek(struct source *source)
{
    struct str head = look_ahead((struct ahead *)source->top, SNIFF_BYTES);
    return str_slice(head, 0, SNIFF_BYTES);
}

void source_push(struct source *source,
                 struct source_stage *(*wrap)(struct source_stage *below, void *context),
                 void *context)
{
    source->top = &ahead_stage(wrap(source->top, context))->stage;
}

const char *source_error(const struct source *source)
{
    return source->top->error;
}

enum status source_error_status(const struct source *source)
{
    return source->top->error ? source->top->status : STATUS_OK;
}

const char *source_name(const struct source *source)
{
    return source->name;
}

const char *source_encoding(const struct source *source)
{
    return source->encoding;
}

bool source_is_gzip(const struct source *source)
{
    return source->gzip;
}

uint64_t source_bytes_raw(const struct source *source)
{
    return source->bottom->taken;
}

uint64_t source_bytes(const struct source *source)
{
    return source->bytes;
}

uint64_t source_size(const struct source *source)
{
    return source->size;
}

void source_close(struct source *source)
{
    source->top->close(source->top);
    free(source->name);
    free(source->encoding);
    free(source);
}
