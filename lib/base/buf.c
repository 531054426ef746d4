#include "base/base.h"

#include "base/buf.h"
#include "base/mem.h"

void buf_init(struct buf *b, size_t ceiling)
{
    *b = (struct buf){.ceiling = ceiling};
}

char *buf_reserve_more(struct buf *b, size_t more)
{
    if (more > b->ceiling - b->n) {
        return NULL;
    }
    if (more > b->room - b->n) {
        size_t room = mem_capacity(b->room, mem_add(b->n, more));
        if (room > b->ceiling) {
            room = b->ceiling;
        }
        b->p = mem_grow(b->p, room, 1);
        b->room = room;
    }
    return b->p + b->n;
}

bool buf_printf(struct buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t n = length > 0 ? (size_t)length : 0;
    char *at = buf_reserve(b, n + 1); /* vsnprintf writes a NUL behind */
    if (at) {
        vsnprintf(at, n + 1, format, again);
        b->n += n;
    }
    va_end(again);
    return at != NULL;
}

void buf_clear(struct buf *b)
{
    b->n = 0;
}

void buf_drop(struct buf *b, size_t count)
{
    if (count > 0 && count < b->n) {
        memmove(b->p, b->p + count, b->n - count);
    }
    b->n -= count;
}

struct str buf_view(const struct buf *b)
{
    return (struct str){b->p, b->n};
}

void buf_free(struct buf *b)
{
    free(b->p);
    *b = (struct buf){.ceiling = b->ceiling};
}
