#include "base/base.h"

#include "analysis/clean_parts.h"
#include "base/die.h"
#include "base/say.h"

const struct encode_column *clean_columns(const struct clean *clean, size_t *count)
{
    *count = clean->count;
    return clean->out;
}

bool clean_adds_words(const struct clean *clean)
{
    return !clean->keyed;
}

struct str clean_source(const struct clean *clean, size_t column)
{
    const ptrdiff_t *position = clean->column[column].position;
    return position ? clean->first->name[position[0]] : (struct str){"", 0};
}

int clean_canonical(const struct clean *clean, size_t column)
{
    return clean->column[column].canonical;
}

enum schema_type clean_type(const struct clean *clean, size_t column)
{
    return clean->column[column].type;
}

/* The column of another input that stands for this one: the same canonical one, or the same
 * name. */
static ptrdiff_t match(const struct input *input, int canonical, struct str name)
{
    return canonical >= 0 ? input_column(input, canonical) : header_find(input->header, name);
}

static void check_same_columns(const struct input *first, const struct input *other)
{
    for (size_t i = 0; i < other->header->count; i++) {
        int canonical = input_canonical(other, (ptrdiff_t)i);
        if (match(first, canonical, other->header->name[i]) < 0) {
            die(STATUS_DATA, "%s has a column \"%.*s\" that %s does not have: import them one by one",
                other->name, STRF(other->header->name[i]), first->name);
        }
    }
}

static bool is_number(enum schema_type type)
{
    return type == SCHEMA_MONEY || type == SCHEMA_DECIMAL || type == SCHEMA_INTEGER;
}

static bool is_text(enum schema_type type)
{
    return !is_number(type) && type != SCHEMA_ID && type != SCHEMA_DATE && type != SCHEMA_EMAIL &&
           type != SCHEMA_PHONE;
}

static bool has_name(const struct clean *clean, struct str name)
{
    for (size_t i = 0; i < clean->count; i++) {
        if (str_eq(clean->out[i].name, name)) {
            return true;
        }
    }
    return false;
}

static struct column *add(struct clean *clean, struct str name, enum origin origin,
                          enum schema_type type, int canonical)
{
    struct str unique = name;
    for (unsigned n = 2; has_name(clean, unique); n++) {
        unique = arena_printf(clean->arena, "%.*s_%u", STRF(name), n);
    }
    if (unique.n != name.n) {
        say_notice("a second column would be called %.*s: it becomes %.*s", STRF(name),
                   STRF(unique));
    }
    clean->out[clean->count] =
        (struct encode_column){unique, is_number(type) ? ENCODE_NUMBER : ENCODE_TEXT};
    clean->column[clean->count] =
        (struct column){origin, type, canonical, false, is_text(type), type == SCHEMA_ID, NULL};
    return &clean->column[clean->count++];
}

static void add_canonical(struct clean *clean, int canonical, enum origin origin)
{
    const struct schema_column *column = &clean->kind->column[canonical];
    add(clean, str_of(column->name), origin, column->type, canonical);
}

static void copy_columns(struct clean *clean, struct input *const *inputs, size_t count,
                         struct arena *arena)
{
    const struct input *first = inputs[0];
    clean->aligned = arena_alloc(arena, count * sizeof *clean->aligned);
    memset(clean->aligned, true, count * sizeof *clean->aligned);
    for (size_t i = 0; i < first->header->count; i++) {
        int canonical = input_canonical(first, (ptrdiff_t)i);
        struct str name = first->header->name[i];
        enum schema_type type = canonical < 0 ? SCHEMA_TEXT : clean->kind->column[canonical].type;
        struct column *column =
            add(clean, canonical < 0 ? str_trim(name) : str_of(clean->kind->column[canonical].name),
                FROM_CELL, type, canonical);
        column->position = arena_alloc(arena, count * sizeof *column->position);
        for (size_t k = 0; k < count; k++) {
            column->position[k] = match(inputs[k], canonical, name);
            if (column->position[k] < 0) {
                die(STATUS_DATA, "%s has no column \"%.*s\", which %s has: import them one by one",
                    inputs[k]->name, STRF(name), first->name);
            }
            clean->aligned[k] = clean->aligned[k] && column->position[k] == (ptrdiff_t)i;
        }
    }
}

/* The output column that is the canonical one, or NULL. */
static struct column *find(struct clean *clean, int canonical)
{
    for (size_t i = 0; i < clean->count; i++) {
        if (clean->column[i].canonical == canonical) {
            return &clean->column[i];
        }
    }
    return NULL;
}

static void add_customer(struct clean *clean, const struct input *first)
{
    ptrdiff_t id = schema_column_named(clean->kind, S("customer_id"));
    if (id < 0 || (first->settings->key_count == 0)) {
        return;
    }
    clean->keyed = true;
    struct column *there = find(clean, (int)id);
    if (!there) {
        add_canonical(clean, (int)id, FROM_KEY);
        return;
    }
    there->origin = FROM_KEY;
    if (first->key_count > 0 && first->key[0] != id) {
        say_notice("customer_id is replaced by --key");
    }
}

static void add_derived(struct clean *clean, const struct input *first)
{
    bool by_total = !find(clean, TRANSACTION_QUANTITY) || !find(clean, TRANSACTION_UNIT_PRICE);
    if (!find(clean, TRANSACTION_AMOUNT) && !by_total) {
        add_canonical(clean, TRANSACTION_AMOUNT, FROM_AMOUNT);
    }
    if (!find(clean, TRANSACTION_ORDER_STATE)) {
        if (input_column(first, TRANSACTION_STATUS) >= 0 && !find(clean, TRANSACTION_REFUNDED)) {
            add_canonical(clean, TRANSACTION_REFUNDED, FROM_REFUNDED);
        }
        add_canonical(clean, TRANSACTION_ORDER_STATE, FROM_STATE);
    }
    static const int judged[] = {TRANSACTION_CUSTOMER_ID, TRANSACTION_DATE, TRANSACTION_AMOUNT,
                                 TRANSACTION_REFUNDED, TRANSACTION_CURRENCY};
    for (size_t i = 0; i < COUNT_OF(judged); i++) {
        struct column *column = find(clean, judged[i]);
        if (column) {
            column->judged = true;
        }
    }
    struct column *computed[] = {find(clean, TRANSACTION_AMOUNT), find(clean, TRANSACTION_REFUNDED),
                                 find(clean, TRANSACTION_ORDER_STATE)};
    static const enum origin origins[] = {FROM_AMOUNT, FROM_REFUNDED, FROM_STATE};
    for (size_t i = 0; i < COUNT_OF(computed); i++) {
        if (computed[i]) {
            computed[i]->origin = origins[i];
        }
    }
}

struct clean *clean_new(struct input *const *inputs, size_t count,
                        const struct orders_words *words, int32_t as_of, struct arena *arena)
{
    const struct input *first = inputs[0];
    struct clean *clean = arena_alloc(arena, sizeof *clean);
    size_t most = first->header->count + SCHEMA_COLUMNS_MAX;
    *clean = (struct clean){.kind = first->binding.kind,
                            .words = words,
                            .as_of = as_of,
                            .arena = arena,
                            .out = arena_alloc(arena, most * sizeof *clean->out),
                            .column = arena_alloc(arena, most * sizeof *clean->column),
                            .first = first->header};
    for (size_t i = 1; i < count; i++) {
        check_same_columns(first, inputs[i]);
    }
    copy_columns(clean, inputs, count, arena);
    add_customer(clean, first);
    if (clean->kind->kind == KIND_TRANSACTIONS) {
        add_derived(clean, first);
    }
    for (size_t i = 0; i < COUNT_OF(clean->state_name); i++) {
        clean->state_name[i] = str_of(orders_state_name((enum order_state)i));
    }
    return clean;
}
