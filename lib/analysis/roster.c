#include "base/base.h"

#include "analysis/roster.h"
#include "base/die.h"
#include "base/mem.h"
#include "flow/cursor.h"

struct roster *roster_open_present(struct input *input, const struct str *join, size_t join_count)
{
    struct roster *roster = mem_new(1, sizeof *roster);
    roster->input = input;
    roster->width = join_count;
    roster->column = mem_new(join_count, sizeof *roster->column);
    for (size_t i = 0; i < join_count; i++) {
        roster->column[i] = input_named(input, join[i]);
    }
    return roster;
}

struct roster *roster_open(struct input *input, const struct str *join, size_t join_count)
{
    for (size_t i = 0; i < join_count; i++) {
        if (input_named(input, join[i]) < 0) {
            die(STATUS_USAGE, "--join %.*s: %s has no such column", STRF(join[i]), input->name);
        }
    }
    return roster_open_present(input, join, join_count);
}

static void fill(struct roster *roster, struct roster_entry *entry, const struct row *row,
                 const struct expr_value *values, size_t value_count)
{
    for (size_t i = 0; i < roster->width; i++) {
        if (entry->cell[i].n == 0 && roster->column[i] >= 0) {
            entry->cell[i] =
                arena_str(&roster->arena, str_trim(row->record.cell[roster->column[i]]));
        }
    }
    for (size_t i = 0; i < value_count; i++) {
        const struct expr_value *old = &entry->value[i];
        if (!old->is_number && old->text.n == 0) {
            entry->value[i] = values[i];
        }
    }
}

static struct roster_entry *put(struct roster *roster, struct str id, size_t value_count)
{
    bool fresh;
    uint32_t *index = map_put(&roster->index, id, &fresh);
    if (!fresh) {
        return &roster->entry[*index];
    }
    if (roster->count == roster->room) {
        roster->room = mem_capacity(roster->room, roster->count + 1);
        roster->entry = mem_grow(roster->entry, roster->room, sizeof *roster->entry);
    }
    *index = (uint32_t)roster->count;
    struct roster_entry *entry = &roster->entry[roster->count++];
    *entry = (struct roster_entry){
        .id = map_key(&roster->index, id),
        .cell = arena_alloc(&roster->arena, roster->width * sizeof *entry->cell),
        .value = arena_alloc(&roster->arena, value_count * sizeof *entry->value)};
    memset(entry->cell, 0, roster->width * sizeof *entry->cell);
    memset(entry->value, 0, value_count * sizeof *entry->value);
    return entry;
}

void roster_read(struct roster *roster, struct flow_run *run, const struct population *population)
{
    size_t value_count = population ? population_width(population, POPULATION_JOINED) : 0;
    struct expr_value *values = mem_new(value_count, sizeof *values);
    struct cursor *cursor = cursor_open(run, roster->input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        struct str id;
        enum row_found found = row_customer(row, &id);
        if (found == ROW_EMPTY) {
            account_exclude(&row->worker->account, ACCOUNT_NO_CUSTOMER);
        } else if (found == ROW_VALUE &&
                   (!population || population_read(population, POPULATION_JOINED, row,
                                                   &roster->arena, values))) {
            row->worker->account.merged++;
            fill(roster, put(roster, id, value_count), row, values, value_count);
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    free(values);
}

const struct roster_entry *roster_meet(struct roster *roster, struct str id)
{
    uint32_t *index = map_find(&roster->index, id);
    if (!index) {
        return NULL;
    }
    roster->entry[*index].met = true;
    return &roster->entry[*index];
}
