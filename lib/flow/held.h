/*
 * held.h - rows that wait until the last one has been read.
 *
 *     struct held held = {0};
 *     held_add(&held, cells, count);
 *     held_get(&held, i, cells, count);      slices live as long as held
 *     held_free(&held);
 */
#ifndef CRM_HELD_H
#define CRM_HELD_H

#include "base/arena.h"

struct held {
    struct arena arena;
    const char **row; /* for each: the lengths of its cells, then their bytes */
    size_t count, room;
};

void held_add(struct held *held, const struct str *cells, size_t count);
void held_get(const struct held *held, size_t row, struct str *cells, size_t count);
void held_free(struct held *held);

#endif
