#include "base/base.h"

#include "base/mem.h"
#include "flow/held.h"

void held_add(struct held *held, const struct str *cells, size_t count)
{
    size_t bytes = mem_mul(count, sizeof(uint32_t));
    for (size_t i = 0; i < count; i++) {
        bytes = mem_add(bytes, cells[i].n);
    }
    if (held->count == held->room) {
        held->room = mem_capacity(held->room, held->count + 1);
        held->row = mem_grow(held->row, held->room, sizeof *held->row);
    }
    char *p = arena_alloc(&held->arena, bytes);
    held->row[held->count++] = p;
    char *text = p + count * sizeof(uint32_t);
    for (size_t i = 0; i < count; i++) {
        uint32_t length = (uint32_t)cells[i].n; /* a row has at most 1 GiB */
        memcpy(p + i * sizeof length, &length, sizeof length);
        if (length > 0) {
            memcpy(text, cells[i].p, length);
        }
        text += length;
    }
}

void held_get(const struct held *held, size_t row, struct str *cells, size_t count)
{
    const char *p = held->row[row];
    const char *text = p + count * sizeof(uint32_t);
    for (size_t i = 0; i < count; i++) {
        uint32_t length;
        memcpy(&length, p + i * sizeof length, sizeof length);
        cells[i] = (struct str){text, length};
        text += length;
    }
}

void held_free(struct held *held)
{
    arena_free(&held->arena);
    free(held->row);
}
