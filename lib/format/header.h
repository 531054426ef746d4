/*
 * header.h - the names of an input's columns, as they stand in it, made unique.
 *
 * A name that stands twice becomes a, a_2, a_3, passing over names that other columns have; an
 * empty one column_N by its position. Both are told to the user once.
 */
#ifndef CRM_HEADER_H
#define CRM_HEADER_H

#include "base/arena.h"
#include "base/map.h"

struct header {
    struct str *name;
    size_t count;
    struct map index; /* name to position */
    struct map last;  /* a name that stood twice to the number that it got last */
    struct map own;   /* names as read: no made one may take them */
    struct arena memory;
    size_t renamed; /* columns whose name stood before */
    size_t unnamed;
};

/* Makes a header of names as read; copies them. */
void header_set(struct header *header, const struct str *names, size_t count);
/* Appends one name (made unique) and returns its position. */
size_t header_add(struct header *header, struct str name);
/* Position of a name, or -1. */
ptrdiff_t header_find(const struct header *header, struct str name);
void header_free(struct header *header);

#endif
