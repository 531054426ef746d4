#include "base/base.h"

#include "base/mem.h"
#include "format/header.h"

size_t header_add(struct header *header, struct str name)
{
    size_t position = header->count;
    struct str base = name;
    if (name.n == 0) {
        base = arena_printf(&header->memory, "column_%zu", position + 1);
        header->unnamed++;
    }
    struct str unique = base;
    bool fresh;
    uint32_t *index = map_put(&header->index, unique, &fresh);
    header->renamed += !fresh;
    while (!fresh) {
        bool first;
        uint32_t *last = map_put(&header->last, base, &first);
        *last = first ? 2 : *last + 1;
        unique = arena_printf(&header->memory, "%.*s_%u", STRF(base), *last);
        if (!map_find(&header->own, unique)) {
            index = map_put(&header->index, unique, &fresh);
        }
    }
    *index = (uint32_t)position;
    header->name = mem_grow(header->name, position + 1, sizeof *header->name);
    header->name[position] = map_key(&header->index, unique);
    header->count++;
    return position;
}

void header_set(struct header *header, const struct str *names, size_t count)
{
    bool fresh;
    for (size_t i = 0; i < count; i++) {
        map_put(&header->own, names[i], &fresh);
    }
    for (size_t i = 0; i < count; i++) {
        header_add(header, names[i]);
    }
}

ptrdiff_t header_find(const struct header *header, struct str name)
{
    uint32_t *index = map_find(&header->index, name);
    return index ? (ptrdiff_t)*index : -1;
}

void header_free(struct header *header)
{
    free(header->name);
    map_free(&header->index);
    map_free(&header->last);
    map_free(&header->own);
    arena_free(&header->memory);
    *header = (struct header){0};
}
