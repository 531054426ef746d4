#include "base/base.h"

#include "base/arena.h"
#include "base/mem.h"

struct arena_chunk {
    struct arena_chunk *next;
    size_t size;
    max_align_t bytes[];
};

#define FIRST_CHUNK ((size_t)16 << 10)
#define LARGEST_STEP ((size_t)1 << 20)

static char *chunk_bytes(struct arena_chunk *chunk)
{
    return (char *)chunk->bytes;
}

static void add_chunk(struct arena *arena, size_t need)
{
    size_t size = arena->chunks ? arena->chunks->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_STEP) {
        size = LARGEST_STEP;
    }
    if (size < need) {
        size = need;
    }
    struct arena_chunk *chunk = mem_grow(NULL, mem_add(sizeof *chunk, size), 1);
    chunk->next = arena->chunks;
    chunk->size = size;
    arena->chunks = chunk;
    arena->used = 0;
}

/* `align` is a power of two. */
static void *take(struct arena *arena, size_t size, size_t align)
{
    size_t start = (arena->used + align - 1) & ~(align - 1);
    if (!arena->chunks || start > arena->chunks->size || size > arena->chunks->size - start) {
        add_chunk(arena, size);
        start = 0;
    }
    arena->used = start + size;
    return chunk_bytes(arena->chunks) + start;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return take(arena, size, sizeof(max_align_t));
}

struct str arena_str(struct arena *arena, struct str s)
{
    if (s.n == 0) {
        return (struct str){"", 0};
    }
    char *copy = take(arena, s.n, 1);
    memcpy(copy, s.p, s.n);
    return (struct str){copy, s.n};
}

char *arena_cstr(struct arena *arena, struct str s)
{
    char *copy = take(arena, mem_add(s.n, 1), 1);
    if (s.n > 0) {
        memcpy(copy, s.p, s.n);
    }
    copy[s.n] = '\0';
    return copy;
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t n = length > 0 ? (size_t)length : 0;
    char *text = take(arena, n + 1, 1);
    vsnprintf(text, n + 1, format, again);
    va_end(again);
    return (struct str){text, n};
}

/* Keeps one chunk, so that a loop which resets settles on one allocation. */
void arena_reset(struct arena *arena)
{
    while (arena->chunks && arena->chunks->next) {
        struct arena_chunk *next = arena->chunks->next;
        if (next->size < arena->chunks->size) {
            arena->chunks->next = next->next;
            free(next);
        } else {
            free(arena->chunks);
            arena->chunks = next;
        }
    }
    arena->used = 0;
}

void arena_free(struct arena *arena)
{
    while (arena->chunks) {
        struct arena_chunk *next = arena->chunks->next;
        free(arena->chunks);
        arena->chunks = next;
    }
    arena->used = 0;
}
