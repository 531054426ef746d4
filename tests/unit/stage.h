/*
 * stage.h - a source stage over memory for the tests of io/: hands out at most `chunk` bytes a
 * read, and ends on `error_at_end` where one is given.
 */
#ifndef CRM_STAGE_H
#define CRM_STAGE_H

#include "base/base.h"

#include "base/buf.h"
#include "base/mem.h"
#include "io/source.h"

struct memory_stage {
    struct source_stage stage;
    struct str text;
    size_t at, chunk;
    const char *error_at_end;
    unsigned *closed; /* counts calls of close, where not NULL */
};

static inline size_t memory_read(struct source_stage *stage, char *p, size_t room)
{
    struct memory_stage *memory = (struct memory_stage *)stage;
    size_t n = memory->text.n - memory->at;
    n = n < memory->chunk ? n : memory->chunk;
    n = n < room ? n : room;
    if (n > 0) {
        memcpy(p, memory->text.p + memory->at, n);
    } else if (memory->error_at_end) {
        stage->error = memory->error_at_end;
        stage->status = STATUS_SYSTEM;
    }
    memory->at += n;
    return n;
}

static inline void memory_close(struct source_stage *stage)
{
    struct memory_stage *memory = (struct memory_stage *)stage;
    if (memory->closed) {
        ++*memory->closed;
    }
    free(stage);
}

static inline struct memory_stage *memory_stage(struct str text, size_t chunk)
{
    struct memory_stage *memory = mem_new(1, sizeof *memory);
    memory->stage.read = memory_read;
    memory->stage.close = memory_close;
    memory->text = text;
    memory->chunk = chunk;
    return memory;
}

/* All that a stage gives, asked for `room` bytes at a time; free .p with free(). */
static inline struct str stage_all(struct source_stage *stage, size_t room)
{
    char *piece = mem_grow(NULL, room, 1);
    struct buf all;
    buf_init(&all, BUF_UNBOUNDED);
    size_t n;
    while ((n = stage->read(stage, piece, room)) > 0) {
        buf_bytes(&all, piece, n);
    }
    free(piece);
    return buf_view(&all);
}

#endif
