#include "base/base.h"

#include "analysis/service_reader.h"
#include "base/mem.h"
#include "flow/cursor.h"

static void read_customer(struct service_customers *c, const struct cells *cells,
                          const struct row *row, struct str id)
{
    bool fresh;
    uint32_t *at = map_put(&c->index, id, &fresh);
    if (fresh) {
        *at = (uint32_t)c->rows++;
        if (c->rows > c->room) {
            c->room = mem_capacity(c->room, c->rows);
            c->cell = mem_grow(c->cell, mem_mul(c->room, c->count), sizeof *c->cell);
        }
        memset(&c->cell[*at * c->count], 0, c->count * sizeof *c->cell);
    }
    for (size_t i = 0; i < c->count; i++) {
        struct expr_value value;
        if (!cells_read(cells, row, i, &value)) {
            return;
        }
        if (value.text.n > 0) {
            c->cell[*at * c->count + i] = arena_str(&c->arena, value.text);
        }
    }
}

struct service_customers *service_read_customers(struct flow_run *run, struct input *input)
{
    struct service_customers *c = mem_new(1, sizeof *c);
    struct cells *cells = cells_new(input);
    struct str none, id;
    c->column = cells->column;
    c->count = cells->own;
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        enum row_found found = row_customer(row, &id);
        if (found == ROW_EMPTY) {
            account_exclude(&row->worker->account, ACCOUNT_NO_CUSTOMER);
        } else if (found == ROW_VALUE) {
            read_customer(c, cells, row, id);
            row->worker->account.merged += !row->worker->row_bad;
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    return c;
}

const struct str *service_read_customer(const struct service_customers *c, const struct row *row)
{
    struct str id;
    if (!c || row_customer(row, &id) != ROW_VALUE) {
        return NULL;
    }
    const uint32_t *at = map_find(&c->index, id);
    return at ? &c->cell[*at * c->count] : NULL;
}

ptrdiff_t service_read_customer_column(const struct service_customers *c, struct str name)
{
    for (size_t i = 0; c && i < c->count; i++) {
        if (str_eq(c->column[i].name, name)) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}
