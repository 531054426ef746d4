#include "base/base.h"

#include "analysis/clean_parts.h"
#include "base/say.h"
#include "value/email.h"
#include "value/fold.h"
#include "value/normal.h"
#include "value/phone.h"

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

static struct str stamp_cell(const struct row *row, int canonical, const struct stamp *stamp)
{
    char text[DATE_ROOM];
    struct str written = {text, date_format_stamp(stamp, text)};
    struct str as_it_came = row_text(row, canonical);
    return str_eq(as_it_came, written) ? as_it_came : row_keep(row, written);
}

static bool date_cell(const struct row *row, int canonical, struct str *cell)
{
    int32_t day;
    *cell = row_text(row, canonical);
    if (cell->n == 0 || date_plain(*cell, &day)) {
        return true;
    }
    struct stamp stamp;
    if (row_stamp(row, canonical, &stamp) == ROW_BAD) {
        return false;
    }
    *cell = stamp_cell(row, canonical, &stamp);
    return true;
}

static bool number_cell(const struct row *row, int canonical, int decimals, struct str *cell)
{
    struct money money;
    *cell = row_text(row, canonical);
    if (cell->n == 0 || (!row->input->settings->money.decimal_comma &&
                         normal_number(*cell, decimals, &money.units))) {
        return true;
    }
    if (row_money(row, canonical, &money) == ROW_BAD) {
        return false;
    }
    *cell = money_cell(row, money.units, decimals);
    return true;
}

static bool id_cell(const struct row *row, int canonical, struct str *cell)
{
    struct str id = row_text(row, canonical);
    if (id.n > 0 && clean_is_plain_id(id) && !row->input->strip_decimal[canonical]) {
        *cell = id;
        return true;
    }
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

bool clean_cell(const struct row *row, const struct column *column, int decimals,
                struct clean_counts *counts, struct str *cell)
{
    int canonical = column->canonical;
    struct str text = row->record.cell[column->position[row->input->number]];
    if (column->text && fold_is_plain(text)) {
        *cell = text;
        return true;
    }
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

size_t clean_raw(const struct clean *clean, const struct row *row, struct str *cells)
{
    size_t n = 0;
    if (clean->aligned[row->input->number]) {
        memcpy(cells, row->record.cell, row->record.count * sizeof *cells);
        return row->record.count;
    }
    for (size_t i = 0; i < clean->count; i++) {
        const ptrdiff_t *position = clean->column[i].position;
        if (position) {
            cells[n++] = row->record.cell[position[row->input->number]];
        }
    }
    return n;
}

struct str clean_untouched(const struct row *row, const struct str *cells, size_t count,
                           size_t *untouched)
{
    const struct record *record = &row->record;
    const char *at = record->raw.p;
    size_t i = 0;
    count = count < record->count ? count : record->count;
    /* A quoted cell begins behind its quote, and one with an escape elsewhere. */
    while (i < count && cells[i].p == at && cells[i].n == record->cell[i].n) {
        at += cells[i].n + 1;
        i++;
    }
    *untouched = i;
    return (struct str){record->raw.p, i > 0 ? (size_t)(at - record->raw.p) - 1 : 0};
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

static bool read_carefully(const struct clean *clean, const struct row *row,
                           struct clean_counts *counts, struct clean_reading *reading)
{
    struct order_facts *facts = &reading->facts;
    if (!order_read(row, clean->words, facts) || !customer_of(clean, row, &reading->customer) ||
        !check_symbol(row, facts, counts) || is_excluded(clean, row, facts, reading->customer)) {
        return false;
    }
    reading->state = facts->state;
    reading->day = facts->stamp.day;
    reading->decimals = money_decimals(facts->currency);
    return true;
}

/* One cell, where not all is normal; false after a complaint. */
static bool settled_cell(const struct clean *clean, const struct row *row,
                         const struct column *column, const struct clean_reading *reading,
                         struct clean_counts *counts, struct str *cell)
{
    const struct order_facts *facts = &reading->facts;
    switch (column->origin) {
    case FROM_KEY:
        *cell = reading->customer;
        return true;
    case FROM_AMOUNT:
        *cell = money_cell(row, facts->signed_amount, reading->decimals);
        return true;
    case FROM_REFUNDED:
        *cell = refunded_cell(row, facts, reading->decimals);
        return true;
    case FROM_STATE:
        *cell = clean->state_name[reading->state];
        return true;
    case FROM_CELL:
        break;
    }
    if (column->type == SCHEMA_CURRENCY) {
        *cell = facts->currency;
        return true;
    }
    if (column->canonical == TRANSACTION_DATE) {
        *cell = stamp_cell(row, TRANSACTION_DATE, &facts->stamp);
        return true;
    }
    return clean_cell(row, column, reading->decimals, counts, cell);
}

static bool transaction_row(const struct clean *clean, const struct row *row,
                            struct clean_counts *counts, struct str *cells)
{
    struct clean_reading reading;
    reading.normal = clean_normal_read(clean, row, counts, &reading);
    if (!reading.normal && !read_carefully(clean, row, counts, &reading)) {
        return false;
    }
    if (reading.normal && !clean_normal_cells(clean, row, &reading, counts, cells)) {
        return false;
    }
    for (size_t i = 0; i < clean->count && !reading.normal; i++) {
        if (!settled_cell(clean, row, &clean->column[i], &reading, counts, &cells[i])) {
            return false;
        }
    }
    if (reading.state == ORDER_COUNTED && reading.day > counts->latest) {
        counts->latest = reading.day;
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
        } else if (!clean_cell(row, &clean->column[i], 2, counts, &cells[i])) {
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
