#include "base/base.h"

#include <fcntl.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "flow/again.h"
#include "io/fd.h"

/* As pread(2), but all n bytes; false where there are fewer. */
static bool read_at(int fd, char *p, size_t n, uint64_t at)
{
    while (n > 0) {
        ssize_t got = pread(fd, p, n, (off_t)at);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return false;
        }
        p += got;
        n -= (size_t)got;
        at += (uint64_t)got;
    }
    return true;
}

static bool is_unchanged(const struct again *again)
{
    struct stat now;
    const struct timespec *before = &again->was.st_mtim;
    return fstat(again->fd, &now) == 0 && now.st_size == again->was.st_size &&
           now.st_mtim.tv_sec == before->tv_sec && now.st_mtim.tv_nsec == before->tv_nsec;
}

/* Whether all bytes so far stand in the file as they were read: then so will the others. */
static bool is_same(const struct again *again, int fd)
{
    struct buf room;
    bool same = true;
    buf_init(&room, BUF_UNBOUNDED);
    for (size_t i = 0; i < again->count && same; i++) {
        const struct again_block *b = &again->block[i];
        buf_clear(&room);
        char *p = buf_reserve(&room, b->length + 1);
        same = read_at(fd, p, b->length, again->from + b->at) &&
               memcmp(p, b->block.bytes.p, b->length) == 0;
    }
    buf_free(&room);
    return same;
}

/* The input itself, where it can be read twice; else -1. */
static int open_input(struct again *again, const struct input *input)
{
    struct source *source = reader_source(input->reader);
    if (source_is_gzip(source) || !str_eq(str_of(source_encoding(source)), S("UTF-8")) ||
        input->settings->reader.lenient) {
        return -1;
    }
    bool standard = str_eq(str_of(input->name), S("stdin"));
    /* A FIFO would wait for somebody who writes. */
    int fd = standard ? fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
                      : fd_open(input->name, O_RDONLY | O_NONBLOCK, 0);
    if (fd >= 0 &&
        (fstat(fd, &again->was) < 0 || !S_ISREG(again->was.st_mode) || !is_same(again, fd))) {
        close(fd);
        fd = -1;
    }
    return fd;
}

__attribute__((noreturn)) static void cannot_keep(const char *folder)
{
    die(STATUS_SYSTEM, "%s: cannot keep the rows in a temporary file: %s", folder, strerror(errno));
}

/* A file without a name. */
static int open_spool(const char *folder)
{
    int fd = fd_open(folder, O_RDWR | O_TMPFILE, 0600);
    if (fd < 0) { /* not every file system can do that */
        struct buf path;
        buf_init(&path, BUF_UNBOUNDED);
        buf_printf(&path, "%s/crm-XXXXXX", folder);
        buf_byte(&path, '\0');
        fd = mkostemp(path.p, O_CLOEXEC);
        if (fd < 0 || unlink(path.p) < 0) {
            cannot_keep(folder);
        }
        buf_free(&path);
    }
    return fd;
}

static void spool(const struct again *again, struct str bytes)
{
    if (!fd_write(again->fd, bytes.p, bytes.n)) {
        cannot_keep(again->name);
    }
}

static void drop_memory(struct again_block *b)
{
    free(b->block.memory);
    b->block.bytes = (struct str){0};
    b->block.memory = NULL;
}

/* Memory is full: where the blocks so far, and those to come, can be read again. */
static void leave_memory(struct again *again, const struct input *input)
{
    uint64_t waiting = 0; /* blocks that the input has read and not handed out */
    for (size_t i = input->held_next; i < input->held_count; i++) {
        waiting += input->held[i].bytes.n;
    }
    again->from = reader_position(input->reader) - waiting - again->bytes;
    again->fd = open_input(again, input);
    again->place = again->fd < 0 ? AGAIN_IN_SPOOL : AGAIN_IN_FILE;
    again->name = input->name;
    if (again->place == AGAIN_IN_SPOOL) {
        const char *folder = getenv("TMPDIR");
        again->name = folder && folder[0] ? folder : "/tmp";
        again->from = 0;
        again->fd = open_spool(again->name);
    }
    for (size_t i = 0; i < again->count; i++) {
        if (again->place == AGAIN_IN_SPOOL) {
            spool(again, again->block[i].block.bytes);
        }
        drop_memory(&again->block[i]);
    }
}

void again_add(struct again *again, const struct input *input, struct block *block)
{
    if (again->count == again->room) {
        again->room = mem_capacity(again->room, again->count + 1);
        again->block = mem_grow(again->block, again->room, sizeof *again->block);
    }
    struct again_block *b = &again->block[again->count++];
    *b = (struct again_block){*block, again->bytes, block->bytes.n};
    again->bytes += block->bytes.n;
    if (again->place == AGAIN_IN_MEMORY && again->bytes > AGAIN_MEMORY) {
        leave_memory(again, input);
    } else if (again->place != AGAIN_IN_MEMORY) {
        if (again->place == AGAIN_IN_SPOOL) {
            spool(again, block->bytes);
        }
        drop_memory(b);
    }
}

void again_block(const struct again *again, size_t i, struct buf *room, struct block *block)
{
    const struct again_block *b = &again->block[i];
    *block = b->block;
    block->memory = NULL;
    if (again->place == AGAIN_IN_MEMORY) {
        return;
    }
    buf_clear(room);
    char *p = buf_reserve(room, b->length + 1);
    errno = 0;
    bool read = read_at(again->fd, p, b->length, again->from + b->at);
    if (!read && errno != 0) {
        die(STATUS_SYSTEM, "%s: %s", again->name, strerror(errno));
    }
    if (!read || (again->place == AGAIN_IN_FILE && !is_unchanged(again))) {
        die(STATUS_SYSTEM, "%s: has changed while it was being read", again->name);
    }
    room->n = b->length;
    block->bytes = buf_view(room);
}

void again_free(struct again *again)
{
    for (size_t i = 0; i < again->count; i++) {
        drop_memory(&again->block[i]);
    }
    if (again->place != AGAIN_IN_MEMORY) {
        close(again->fd);
    }
    free(again->block);
    *again = (struct again){0};
}
