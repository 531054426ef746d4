/*
 * buf.h - a growable byte buffer, created with its ceiling.
 *
 *     struct buf b;
 *     buf_init(&b, 16 << 20);
 *     buf_str(&b, S("a,b\n"));
 *     write(fd, b.p, b.n);
 *     buf_clear(&b);             empty, memory kept
 *     buf_free(&b);
 *
 * Growing past the ceiling never happens: the call returns false and adds nothing, so that input
 * cannot make memory grow without end. BUF_UNBOUNDED is for what our own tables bound.
 */
#ifndef CRM_BUF_H
#define CRM_BUF_H

#include "base/str.h"

#define BUF_UNBOUNDED SIZE_MAX

struct buf {
    char *p;
    size_t n;       /* bytes used */
    size_t room;    /* bytes allocated */
    size_t ceiling; /* n never exceeds it */
};

void buf_init(struct buf *b, size_t ceiling);
/* Room for `more` bytes behind n: returns where they go, or NULL past the ceiling. Add them to
 * n. */
char *buf_reserve_more(struct buf *b, size_t more);
static inline char *buf_reserve(struct buf *b, size_t more)
{
    return more <= b->room - b->n && b->p ? b->p + b->n : buf_reserve_more(b, more);
}
static inline bool buf_byte(struct buf *b, char c)
{
    char *at = buf_reserve(b, 1);
    if (at) {
        *at = c;
        b->n++;
    }
    return at != NULL;
}
static inline bool buf_bytes(struct buf *b, const char *p, size_t n)
{
    char *at = n > 0 ? buf_reserve(b, n) : NULL;
    if (at) {
        memcpy(at, p, n);
        b->n += n;
    }
    return at || n == 0;
}
static inline bool buf_str(struct buf *b, struct str s)
{
    return buf_bytes(b, s.p, s.n);
}
__attribute__((format(printf, 2, 3))) bool buf_printf(struct buf *b, const char *format, ...);
void buf_clear(struct buf *b);
/* Drops the first `count` bytes and moves the rest to the front. */
void buf_drop(struct buf *b, size_t count);
/* What the buffer holds; dead at the next call that changes it. */
struct str buf_view(const struct buf *b);
void buf_free(struct buf *b);

#endif
