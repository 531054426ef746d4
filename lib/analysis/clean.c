#include "base/base.h"

#include "analysis/clean.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "value/email.h"
#include "value/fold.h"
#include "value/phone.h"

/* Where a cell of the output comes from. */
enum origin { FROM_CELL, FROM_KEY, FROM_AMOUNT, FROM_REFUNDED, FROM_STATE };

struct column {
    enum origin origin;
    enum schema_type type;
    int canonical;       /* in the kind; -1: not known */
    ptrdiff_t *position; /* by input: in its header; NULL for an added column */
};

struct clean {
    const struct schema_kind *kind;
    const struct orders_words *words; /* transactions only */
    int32_t as_of;
    struct encode_column *out;
    struct column *column;
    size_t count;
    const struct header *first;
    struct arena *arena;
    bool keyed; /* the customer comes from a key of other columns */
};

const struct encode_column *clean_columns(const struct clean *clean, size_t *count)
{
    *count = clean->count;
    return clean->out;
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
    clean->column[clean->count] = (struct column){origin, type, canonical, NULL};
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
    return clean;
}

/* ---- cells ---- */

/* '00123 and ="00123": how spreadsheets are told to leave a number alone. */
static struct str unwrap_id(struct str id)
{
    if (id.n > 3 && str_starts(id, S("=\"")) && str_ends(id, S("\""))) {
        return str_slice(id, 2, id.n - 1);
    }
    if (id.n > 1 && id.p[0] == '\'' && id.p[1] >= '0' && id.p[1] <= '9') {
        return str_slice(id, 1, id.n);
    }
    return id;
}

static struct str money_cell(const struct row *row, int64_t units, int decimals)
{
    char text[MONEY_ROOM];
    return row_keep(row, (struct str){text, money_format(units, decimals, text)});
}

static bool date_cell(const struct row *row, int canonical, struct str *cell)
{
    struct stamp stamp;
    char text[DATE_ROOM];
    switch (row_stamp(row, canonical, &stamp)) {
    case ROW_BAD:
        return false;
    case ROW_EMPTY:
        *cell = S("");
        return true;
    case ROW_VALUE:
        break;
    }
    size_t n = date_format_stamp(&stamp, text);
    struct str as_it_came = row_text(row, canonical);
    *cell = str_eq(as_it_came, (struct str){text, n}) ? as_it_came
                                                      : row_keep(row, (struct str){text, n});
    return true;
}

static bool number_cell(const struct row *row, int canonical, int decimals, struct str *cell)
{
    struct money money;
    enum row_found found = row_money(row, canonical, &money);
    *cell = found == ROW_VALUE ? money_cell(row, money.units, decimals) : S("");
    return found != ROW_BAD;
}

static bool id_cell(const struct row *row, int canonical, struct str *cell)
{
    struct str id;
    if (row_id(row, canonical, &id) == ROW_BAD) {
        return false;
    }
    *cell = unwrap_id(fold_width(&row->worker->arena, id));
    return true;
}

static void contact_cell(const struct row *row, int canonical, enum schema_type type,
                         struct clean_counts *counts, struct str *cell)
{
    struct arena *arena = &row->worker->arena;
    struct str text = row_text(row, canonical);
    if (text.n == 0) {
        *cell = text;
    } else if (type == SCHEMA_EMAIL && email_normal(arena, text, cell)) {
        counts->not_email++;
        *cell = fold_width(arena, text);
    } else if (type == SCHEMA_PHONE &&
               phone_normal(arena, text, row->input->settings->country, cell)) {
        counts->not_phone++;
        *cell = fold_width(arena, text);
    }
}

static bool cell_of(const struct row *row, const struct column *column, int decimals,
                    struct clean_counts *counts, struct str *cell)
{
    int canonical = column->canonical;
    struct str text = row->record.cell[column->position[row->input->number]];
    switch (column->type) {
    case SCHEMA_DATE:
        return date_cell(row, canonical, cell);
    case SCHEMA_MONEY:
        return number_cell(row, canonical, decimals, cell);
    case SCHEMA_DECIMAL:
    case SCHEMA_INTEGER:
        return number_cell(row, canonical, 0, cell);
    case SCHEMA_ID:
        return id_cell(row, canonical, cell);
    case SCHEMA_EMAIL:
    case SCHEMA_PHONE:
        contact_cell(row, canonical, column->type, counts, cell);
        return true;
    default:
        *cell = fold_width(&row->worker->arena, text);
        return true;
    }
}

static bool customer_of(const struct clean *clean, const struct row *row, struct str *id)
{
    ptrdiff_t column = schema_column_named(clean->kind, S("customer_id"));
    if (clean->keyed) {
        bool sound = row_customer(row, id) != ROW_BAD;
        *id = sound ? unwrap_id(fold_width(&row->worker->arena, *id)) : S("");
        return sound;
    }
    *id = S("");
    return column < 0 || input_column(row->input, (int)column) < 0 ||
           id_cell(row, (int)column, id);
}

/* A sign beside the amounts is all that tells their currency where no column does. */
static bool check_symbol(const struct row *row, const struct order_facts *facts,
                         struct clean_counts *counts)
{
    if (facts->currency.n > 0 || !facts->symbol[0]) {
        return true;
    }
    if (!counts->symbol[0]) {
        memcpy(counts->symbol, facts->symbol, sizeof counts->symbol);
        counts->symbol_place = row_place(row, TRANSACTION_AMOUNT);
        counts->symbol_number = row->number;
    }
    if (strcmp(counts->symbol, facts->symbol) != 0) {
        row_fatal(row, TRANSACTION_AMOUNT, STATUS_DATA, CLEAN_TWO_SYMBOLS, facts->symbol,
                  counts->symbol);
        return false;
    }
    return true;
}

void clean_raw(const struct clean *clean, const struct row *row, struct buf *out)
{
    for (size_t i = 0; i < clean->count; i++) {
        const ptrdiff_t *position = clean->column[i].position;
        if (position) {
            buf_str(out, row->record.cell[position[row->input->number]]);
            buf_byte(out, '\0'); /* which is in no cell */
        }
    }
}

/* With what the row would have brought in, where it counts and its amount is its own. */
static void exclude(struct account *account, enum account_reason reason,
                    const struct order_facts *facts)
{
    bool settled = facts->state == ORDER_COUNTED || facts->state == ORDER_REFUND;
    if (facts->by_total) {
        account_exclude(account, reason);
    } else {
        account_exclude_amount(account, reason, settled ? order_revenue(facts) : 0,
                               facts->currency);
    }
}

/* Exclusions of transactions; the others have none but a missing customer. */
static bool is_excluded(const struct clean *clean, const struct row *row,
                        const struct order_facts *facts, struct str customer)
{
    struct account *account = &row->worker->account;
    if (clean->as_of != DATE_NONE && facts->stamp.day > clean->as_of) {
        exclude(account, ACCOUNT_AFTER_AS_OF, facts);
        return true;
    }
    if (customer.n == 0) {
        exclude(account, ACCOUNT_NO_CUSTOMER, facts);
        return true;
    }
    return false;
}

static struct str refunded_cell(const struct row *row, const struct order_facts *facts,
                                int decimals)
{
    bool said = row_text(row, TRANSACTION_REFUNDED).n > 0;
    int64_t units = said ? facts->refunded : facts->refund;
    return facts->reversed || said ? money_cell(row, units, decimals) : S("");
}

static bool transaction_row(const struct clean *clean, const struct row *row,
                            struct clean_counts *counts, struct str *cells)
{
    struct order_facts facts;
    struct str customer;
    if (!order_read(row, clean->words, &facts) || !customer_of(clean, row, &customer) ||
        !check_symbol(row, &facts, counts) || is_excluded(clean, row, &facts, customer)) {
        return false;
    }
    int decimals = money_decimals(facts.currency);
    for (size_t i = 0; i < clean->count; i++) {
        const struct column *column = &clean->column[i];
        switch (column->origin) {
        case FROM_KEY:
            cells[i] = customer;
            break;
        case FROM_AMOUNT:
            cells[i] = money_cell(row, facts.signed_amount, decimals);
            break;
        case FROM_REFUNDED:
            cells[i] = refunded_cell(row, &facts, decimals);
            break;
        case FROM_STATE:
            cells[i] = str_of(orders_state_name(facts.state));
            break;
        case FROM_CELL:
            if (column->type == SCHEMA_CURRENCY) {
                cells[i] = facts.currency;
            } else if (!cell_of(row, column, decimals, counts, &cells[i])) {
                return false;
            }
        }
    }
    if (facts.state == ORDER_COUNTED && facts.stamp.day > counts->latest) {
        counts->latest = facts.stamp.day;
    }
    return true;
}

static bool plain_row(const struct clean *clean, const struct row *row,
                      struct clean_counts *counts, struct str *cells)
{
    struct str customer;
    if (!customer_of(clean, row, &customer)) {
        return false;
    }
    if (clean->kind->kind == KIND_CUSTOMERS && customer.n == 0) {
        account_exclude(&row->worker->account, ACCOUNT_NO_CUSTOMER);
        return false;
    }
    for (size_t i = 0; i < clean->count; i++) {
        if (clean->column[i].origin == FROM_KEY) {
            cells[i] = customer;
        } else if (!cell_of(row, &clean->column[i], 2, counts, &cells[i])) {
            return false;
        }
    }
    return true;
}

bool clean_row(const struct clean *clean, const struct row *row, struct clean_counts *counts,
               struct str *cells)
{
    return clean->kind->kind == KIND_TRANSACTIONS ? transaction_row(clean, row, counts, cells)
                                                  : plain_row(clean, row, counts, cells);
}
