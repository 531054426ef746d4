#include "base/base.h"

#include <math.h>

#include "analysis/figure_table.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"

#define BETWEEN " \xC2\xB7 " /* names of one group */
#define KEY_END "\x1f"

static bool is_number(const struct input *input, int column)
{
    enum schema_type type = input->binding.kind->column[column].type;
    return type == SCHEMA_NUMBER || type == SCHEMA_INTEGER;
}

static bool is_in(const int *list, int column)
{
    for (size_t i = 0; i < FIGURE_TABLE_LIST && list[i] != FIGURE_TABLE_END; i++) {
        if (list[i] == column) {
            return true;
        }
    }
    return false;
}

static bool read_number(const struct row *row, const struct figure_table_spec *spec, int column,
                        double *value)
{
    char shown[SAY_VALUE_ROOM];
    enum row_found found = row_number(row, column, value);
    bool count = is_in(spec->counts, column), share = is_in(spec->shares, column);
    if (found == ROW_EMPTY && count) {
        row_bad(row, column, "a number is missing");
        return false;
    }
    if (found == ROW_VALUE && (count || share) && !(*value >= 0 && (count || *value <= 1))) {
        row_bad(row, column, "%s is not %s", say_value(row_text(row, column), shown),
                count ? "0 or more" : "between 0 and 1");
        return false;
    }
    return found != ROW_BAD;
}

/* Whether a position of the header is one of the columns that the command grouped by. */
static bool is_group(const struct input *input, const struct figure_table_spec *spec, size_t at)
{
    return (ptrdiff_t)at < input_column(input, spec->lead) &&
           input_canonical(input, (ptrdiff_t)at) < 0;
}

static struct str join(struct arena *arena, struct str before, struct str next)
{
    return before.n == 0 ? arena_str(arena, next)
           : next.n == 0 ? before
                         : arena_printf(arena, "%.*s" BETWEEN "%.*s", STRF(before), STRF(next));
}

static struct str group_of(struct figure_table *t, const struct row *row,
                           const struct figure_table_spec *spec)
{
    struct str group = {0};
    for (size_t i = 0; i < row->input->header->count; i++) {
        if (is_group(row->input, spec, i)) {
            group = join(&t->arena, group, str_trim(row->record.cell[i]));
        }
    }
    return group;
}

/* False where a row before it is of the same. */
static bool is_fresh(struct figure_table *t, const struct figure_table_row *read,
                     const struct figure_table_spec *spec)
{
    struct str key = arena_printf(&t->arena, "%.*s", STRF(read->group));
    bool fresh;
    for (size_t i = 0; spec->key[i] != FIGURE_TABLE_END; i++) {
        key = arena_printf(&t->arena, "%.*s" KEY_END "%.*s", STRF(key),
                           STRF(read->cell[spec->key[i]].text));
    }
    map_put(&t->keys, key, &fresh);
    return fresh;
}

static void take(struct figure_table *t, const struct row *row, const struct figure_table_spec *spec)
{
    size_t count = row->input->binding.kind->count;
    struct figure_table_row read = {.group = group_of(t, row, spec)};
    read.cell = arena_alloc(&t->arena, count * sizeof *read.cell);
    for (size_t i = 0; i < count; i++) {
        read.cell[i] = (struct figure_table_cell){arena_str(&t->arena, row_text(row, (int)i)), NAN};
        if (t->has[i] && is_number(row->input, (int)i) &&
            !read_number(row, spec, (int)i, &read.cell[i].number)) {
            return;
        }
    }
    if (t->count == FIGURE_TABLE_MOST) {
        row_fatal(row, spec->lead, STATUS_DATA, "more than %d rows: is it the right file?",
                  FIGURE_TABLE_MOST);
        return;
    }
    if (!is_fresh(t, &read, spec)) {
        row_bad(row, -1, "the row stands twice");
        return;
    }
    if (t->count == t->room) {
        t->room = mem_capacity(t->room, t->count + 1);
        t->row = mem_grow(t->row, t->room, sizeof *t->row);
    }
    t->row[t->count++] = read;
    row->worker->account.merged++;
}

void figure_table_read(struct figure_table *t, struct flow_run *run, struct input *input,
                       const struct figure_table_spec *spec)
{
    *t = (struct figure_table){0};
    for (size_t i = 0; spec->needed[i] != FIGURE_TABLE_END; i++) {
        input_expect(input, spec->needed[i], spec->advice);
    }
    for (size_t i = 0; i < input->binding.kind->count; i++) {
        t->has[i] = input_column(input, (int)i) >= 0;
    }
    for (size_t i = 0; i < input->header->count; i++) {
        if (is_group(input, spec, i)) {
            t->grouped_by = join(&t->arena, t->grouped_by, input->header->name[i]);
        }
    }
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        take(t, cursor_row(cursor), spec);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
}

bool figure_table_is_all(const struct figure_table_row *row)
{
    return row->group.n == 0 || str_starts(row->group, S("(all)"));
}

struct str figure_table_latest(const struct figure_table *t, int period)
{
    struct str latest = {0};
    for (size_t i = 0; i < t->count; i++) {
        struct str text = t->row[i].cell[period].text;
        latest = str_cmp(text, latest) > 0 ? text : latest;
    }
    return latest;
}
