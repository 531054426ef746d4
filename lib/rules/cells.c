#include "base/base.h"

#include "base/mem.h"
#include "rules/cells.h"

static enum expr_type type_of(enum schema_type type)
{
    switch (type) {
    case SCHEMA_MONEY:
    case SCHEMA_DECIMAL:
        return EXPR_REAL;
    case SCHEMA_INTEGER:
        return EXPR_INTEGER;
    case SCHEMA_NUMBER: /* more decimals than fixed point has */
        return EXPR_UNKNOWN;
    default:
        return EXPR_TEXT;
    }
}

static bool is_known(const struct cells *c, struct str name)
{
    for (size_t i = 0; i < c->count; i++) {
        if (str_eq_nocase(c->column[i].name, name)) {
            return true;
        }
    }
    return false;
}

static void add(struct cells *c, struct str name, ptrdiff_t position, int canonical,
                const struct schema_kind *kind)
{
    if (is_known(c, name)) {
        return;
    }
    enum expr_type type = canonical < 0 ? EXPR_UNKNOWN : type_of(kind->column[canonical].type);
    c->column[c->count] = (struct expr_column){name, type};
    c->position[c->count] = position;
    c->canonical[c->count++] = canonical;
}

struct cells *cells_new(const struct input *input)
{
    const struct schema_kind *kind = input->binding.kind;
    const struct header *header = input->header;
    struct cells *c = mem_new(1, sizeof *c);
    c->column = mem_new(2 * header->count, sizeof *c->column);
    c->position = mem_new(2 * header->count, sizeof *c->position);
    c->canonical = mem_new(2 * header->count, sizeof *c->canonical);
    for (size_t i = 0; i < header->count; i++) {
        int canonical = input_canonical(input, (ptrdiff_t)i);
        struct str name =
            canonical < 0 ? str_trim(header->name[i]) : str_of(kind->column[canonical].name);
        for (unsigned n = 2; is_known(c, name); n++) {
            name = arena_printf(&c->names, "%.*s_%u", STRF(header->name[i]), n);
        }
        add(c, name, (ptrdiff_t)i, canonical, kind);
    }
    c->own = c->count;
    for (size_t i = 0; i < header->count; i++) {
        add(c, str_trim(header->name[i]), (ptrdiff_t)i, input_canonical(input, (ptrdiff_t)i), kind);
    }
    return c;
}

struct cells *cells_of_kind(const struct schema_kind *kind)
{
    struct cells *c = mem_new(1, sizeof *c);
    c->column = mem_new(kind->count, sizeof *c->column);
    c->position = mem_new(kind->count, sizeof *c->position);
    c->canonical = mem_new(kind->count, sizeof *c->canonical);
    for (size_t i = 0; i < kind->count; i++) {
        add(c, str_of(kind->column[i].name), -1, (int)i, kind);
    }
    c->own = c->count;
    return c;
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

bool cells_read(const struct cells *cells, const struct row *row, size_t column,
                struct expr_value *value)
{
    int canonical = cells->canonical[column];
    if (canonical < 0) {
        struct str cell = row->record.cell[cells->position[column]];
        *value = (struct expr_value){.text = str_trim(cell)};
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

static bool is_of_numbers(enum schema_type type)
{
    return type == SCHEMA_MONEY || type == SCHEMA_DECIMAL || type == SCHEMA_INTEGER;
}

bool cells_are_plain(const struct cells *cells, const struct input *input, size_t column)
{
    int canonical = cells->canonical[column];
    if (canonical < 0) {
        return true;
    }
    enum schema_type type = input->binding.kind->column[canonical].type;
    return is_of_numbers(type) ? !input->settings->money.decimal_comma
           : type == SCHEMA_ID ? !input->strip_decimal[canonical]
                               : type != SCHEMA_DATE;
}

bool cells_read_plain(const struct cells *cells, const struct plain_row *row, size_t column,
                      struct expr_value *value)
{
    struct str cell = plain_cell(row, (size_t)cells->position[column]);
    *value = (struct expr_value){0};
    if (cell.n == 0 || cells->column[column].type == EXPR_TEXT ||
        cells->column[column].type == EXPR_UNKNOWN) {
        value->text = cell;
        return true;
    }
    value->is_number = true;
    unsigned digit = (unsigned char)cell.p[0] - (unsigned)'0';
    if (cell.n == 1 && digit <= 9) { /* as most scores and counts are */
        value->units = (int64_t)digit * MONEY_SCALE;
        return true;
    }
    return money_plain(cell, &value->units);
}

void cells_free(struct cells *cells)
{
    arena_free(&cells->names);
    free(cells->column);
    free(cells->position);
    free(cells->canonical);
    free(cells);
}
