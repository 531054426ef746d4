#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "cli/where.h"
#include "rules/cells.h"

/* The condition over one input: its header decides what the columns are. */
struct condition {
    struct cells *cells;
    struct expr *expr;
    struct expr_value *value;
};

struct where {
    struct condition *by_input;
};

struct where *where_new(struct input *const *inputs, size_t count, enum kind only,
                        const char *text)
{
    struct where *where = mem_new(1, sizeof *where);
    where->by_input = mem_new(count, sizeof *where->by_input);
    for (size_t i = 0; i < count; i++) {
        struct condition *c = &where->by_input[i];
        char message[EXPR_MESSAGE];
        if (only != KIND_UNKNOWN && inputs[i]->binding.kind->kind != only) {
            continue;
        }
        c->cells = cells_new(inputs[i]);
        c->value = mem_new(c->cells->count, sizeof *c->value);
        c->expr = expr_new(str_of(text), c->cells->column, c->cells->count, message);
        if (!c->expr) {
            die(STATUS_USAGE, "--where: %s: %s", inputs[i]->name, message);
        }
    }
    return where;
}

bool where_keeps(void *context, const struct row *row)
{
    const struct where *where = context;
    const struct condition *c = &where->by_input[row->input->number];
    const char *reason;
    if (!c->expr) {
        return true;
    }
    for (size_t i = 0; i < c->cells->count; i++) {
        if (expr_uses(c->expr, i) && !cells_read(c->cells, row, i, &c->value[i])) {
            return false;
        }
    }
    enum expr_result result = expr_test(c->expr, c->value, &reason);
    if (result == EXPR_ERROR) {
        row_bad(row, -1, "--where: %s", reason);
    }
    return result == EXPR_TRUE;
}
