/*
 * arena.h - memory that is freed together: per block, per run.
 *
 *     struct arena arena = {0};
 *     char *p = arena_alloc(&arena, n);
 *     struct str id = arena_str(&arena, cell);
 *     arena_reset(&arena);       all of it may be used again; pointers into it are dead
 *     arena_free(&arena);
 *
 * A zeroed struct is an empty arena. Memory is aligned for any type and not cleared.
 */
#ifndef CRM_ARENA_H
#define CRM_ARENA_H

#include "base/str.h"

struct arena_chunk;

struct arena {
    struct arena_chunk *chunks; /* newest first */
    size_t used;                /* bytes of the newest chunk */
};

void *arena_alloc(struct arena *arena, size_t size);
/* A copy of the slice, without alignment padding before it. */
struct str arena_str(struct arena *arena, struct str s);
/* A NUL-terminated copy. */
char *arena_cstr(struct arena *arena, struct str s);
__attribute__((format(printf, 2, 3))) struct str arena_printf(struct arena *arena,
                                                             const char *format, ...);
void arena_reset(struct arena *arena);
void arena_free(struct arena *arena);

#endif
