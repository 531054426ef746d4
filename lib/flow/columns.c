#include "base/base.h"

#include "base/die.h"
#include "base/say.h"
#include "flow/columns.h"

void columns_begin(struct columns *columns, const struct input *input, struct arena *arena)
{
    const struct header *header = input->header;
    const struct schema_kind *kind = input->binding.kind;
    *columns = (struct columns){.input = input, .count = header->count, .own = header->count};
    columns->column =
        arena_alloc(arena, (header->count + COLUMNS_ADDED_MAX) * sizeof *columns->column);
    for (size_t i = 0; i < header->count; i++) {
        int canonical = input_canonical(input, (ptrdiff_t)i);
        enum schema_type type = canonical < 0 ? SCHEMA_TEXT : kind->column[canonical].type;
        bool number = type == SCHEMA_MONEY || type == SCHEMA_DECIMAL || type == SCHEMA_INTEGER ||
                      type == SCHEMA_NUMBER;
        columns->column[i] =
            (struct encode_column){header->name[i], number ? ENCODE_NUMBER : ENCODE_TEXT};
    }
}

static size_t find(const struct columns *columns, struct str name)
{
    size_t i = 0;
    while (i < columns->count && !str_eq(columns->column[i].name, name)) {
        i++;
    }
    return i;
}

size_t columns_share(struct columns *columns, struct str name, enum encode_type type)
{
    size_t at = find(columns, name);
    if (at == columns->count) {
        if (columns->count - columns->own == COLUMNS_ADDED_MAX) {
            die(STATUS_USAGE, "at most %d columns can be added", COLUMNS_ADDED_MAX);
        }
        columns->column[columns->count++] = (struct encode_column){name, type};
    }
    return at;
}

size_t columns_add(struct columns *columns, struct str name, enum encode_type type)
{
    size_t at = find(columns, name);
    if (at < columns->own) {
        say_notice("%s: column %.*s is replaced", columns->input->name, STRF(name));
    }
    return columns_share(columns, name, type);
}
