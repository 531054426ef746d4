#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "cli/where.h"
#include "rules/expr.h"

/* The condition over one input: its header decides what the columns are. */
struct condition {
    struct expr *expr;
    struct expr_column *column;
    struct expr_value *value;
    ptrdiff_t *position; /* in the header, by column */
    int *canonical;      /* in the kind, or -1 */
    size_t count;
};

struct where {
    struct condition *by_input;
};

static enum expr_type type_of(enum schema_type type)
{
    switch (type) {
    case SCHEMA_MONEY:
    case SCHEMA_DECIMAL:
        return EXPR_REAL;
    case SCHEMA_INTEGER:
        return EXPR_INTEGER;
    default:
        return EXPR_TEXT;
    }
}

/* SQL names do not tell A from a: the first of two has the name. */
static void add(struct condition *c, struct str name, ptrdiff_t position, int canonical,
                const struct schema_kind *kind)
{
    for (size_t i = 0; i < c->count; i++) {
        if (str_eq_nocase(c->column[i].name, name)) {
            return;
        }
    }
    enum expr_type type =
        canonical < 0 ? EXPR_UNKNOWN : type_of(kind->column[canonical].type);
    c->column[c->count] = (struct expr_column){name, type};
    c->position[c->count] = position;
    c->canonical[c->count++] = canonical;
}

static int canonical_of(const struct input *input, ptrdiff_t position)
{
    for (size_t i = 0; i < input->binding.kind->count; i++) {
        if (input->binding.column[i] == position) {
            return (int)i;
        }
    }
    return -1;
}

static void collect(struct condition *c, const struct input *input)
{
    const struct schema_kind *kind = input->binding.kind;
    size_t most = kind->count + input->header->count;
    c->column = mem_new(most, sizeof *c->column);
    c->value = mem_new(most, sizeof *c->value);
    c->position = mem_new(most, sizeof *c->position);
    c->canonical = mem_new(most, sizeof *c->canonical);
    for (size_t i = 0; i < kind->count; i++) {
        if (input->binding.column[i] >= 0) {
            add(c, str_of(kind->column[i].name), input->binding.column[i], (int)i, kind);
        }
    }
    for (size_t i = 0; i < input->header->count; i++) {
        struct str name = str_trim(input->header->name[i]);
        add(c, name, (ptrdiff_t)i, canonical_of(input, (ptrdiff_t)i), kind);
    }
}

struct where *where_new(struct input *const *inputs, size_t count, const char *text)
{
    struct where *where = mem_new(1, sizeof *where);
    where->by_input = mem_new(count, sizeof *where->by_input);
    for (size_t i = 0; i < count; i++) {
        struct condition *c = &where->by_input[i];
        char message[EXPR_MESSAGE];
        collect(c, inputs[i]);
        c->expr = expr_new(str_of(text), c->column, c->count, message);
        if (!c->expr) {
            die(STATUS_USAGE, "--where: %s: %s", inputs[i]->name, message);
        }
    }
    return where;
}

static bool read_stamp(const struct row *row, int canonical, struct expr_value *value)
{
    struct stamp stamp;
    char text[DATE_ROOM];
    enum row_found found = row_stamp(row, canonical, &stamp);
    *value = (struct expr_value){0};
    if (found == ROW_VALUE) {
        value->text = row_keep(row, (struct str){text, date_format_stamp(&stamp, text)});
    }
    return found != ROW_BAD;
}

static bool read_number(const struct row *row, int canonical, struct expr_value *value)
{
    struct money money;
    enum row_found found = row_money(row, canonical, &money);
    *value = (struct expr_value){.is_number = found == ROW_VALUE, .units = money.units};
    return found != ROW_BAD;
}

static bool read_value(const struct row *row, const struct condition *c, size_t i,
                       struct expr_value *value)
{
    int canonical = c->canonical[i];
    if (canonical < 0) {
        *value = (struct expr_value){.text = str_trim(row->record.cell[c->position[i]])};
        return true;
    }
    switch (row->input->binding.kind->column[canonical].type) {
    case SCHEMA_DATE:
        return read_stamp(row, canonical, value);
    case SCHEMA_MONEY:
    case SCHEMA_DECIMAL:
    case SCHEMA_INTEGER:
        return read_number(row, canonical, value);
    case SCHEMA_ID:
        *value = (struct expr_value){0};
        return row_id(row, canonical, &value->text) != ROW_BAD;
    default:
        *value = (struct expr_value){.text = row_text(row, canonical)};
        return true;
    }
}

bool where_keeps(void *context, const struct row *row)
{
    const struct where *where = context;
    const struct condition *c = &where->by_input[row->input->number];
    const char *reason;
    for (size_t i = 0; i < c->count; i++) {
        if (expr_uses(c->expr, i) && !read_value(row, c, i, &c->value[i])) {
            return false;
        }
    }
    enum expr_result result = expr_test(c->expr, c->value, &reason);
    if (result == EXPR_ERROR) {
        row_bad(row, -1, "--where: %s", reason);
    }
    return result == EXPR_TRUE;
}
