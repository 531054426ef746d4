#include "base/base.h"

#include "analysis/sole.h"

static void in_order(struct sole *sole)
{
    if (sole->count == 2 && sole->value[1].number < sole->value[0].number) {
        struct sole_value first = sole->value[1];
        sole->value[1] = sole->value[0];
        sole->value[0] = first;
    }
}

/* Keeps the earliest row of each text, and of texts the two earliest. */
static void put(struct sole *sole, const struct sole_value *value, struct arena *arena)
{
    size_t i = 0;
    while (i < sole->count && !str_eq(sole->value[i].text, value->text)) {
        i++;
    }
    bool fresh = i == sole->count;
    if (i == 2) {
        i = 1; /* a third text can only take the place of the later one */
    }
    if (fresh && sole->count < 2) {
        sole->count++;
    } else if (value->number > sole->value[i].number) {
        return;
    }
    sole->value[i] = *value;
    sole->value[i].text = arena_str(arena, value->text);
    in_order(sole);
}

bool sole_knows(const struct sole *sole, struct str text)
{
    for (size_t i = 0; i < sole->count; i++) {
        if (str_eq(sole->value[i].text, text)) {
            return true;
        }
    }
    return sole->count == 2;
}

void sole_see(struct sole *sole, const struct row *row, int column, struct str text,
              struct arena *arena)
{
    if (sole_knows(sole, text)) {
        return;
    }
    ptrdiff_t position = input_column(row->input, column);
    const char *at = position < 0 ? row->record.raw.p : record_at(&row->record, (size_t)position);
    struct str field = position < 0 ? S("") : row->input->header->name[position];
    struct sole_value value = {text, row->number, block_place(row->block, at, field)};
    put(sole, &value, arena);
}

void sole_merge(struct sole *into, const struct sole *from, struct arena *arena)
{
    for (size_t i = 0; i < from->count; i++) {
        put(into, &from->value[i], arena);
    }
}
