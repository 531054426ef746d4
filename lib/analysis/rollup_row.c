#include "base/base.h"

#include "analysis/rollup_row.h"
#include "base/say.h"
#include "value/cell.h"

static bool refuse(char message[ROLLUP_ROW_MESSAGE], const struct rollup_row *a, const char *what)
{
    char shown[SAY_VALUE_ROOM];
    snprintf(message, ROLLUP_ROW_MESSAGE, "customer %s: %s", say_word(a->customer, shown), what);
    return false;
}

static bool refuse_dates(char message[ROLLUP_ROW_MESSAGE], const struct rollup_row *a,
                         const struct rollup_row *b)
{
    char shown[SAY_VALUE_ROOM];
    char a_first[DATE_ROOM], a_last[DATE_ROOM], b_first[DATE_ROOM], b_last[DATE_ROOM];
    date_format(a->first, a_first);
    date_format(a->last, a_last);
    date_format(b->first, b_first);
    date_format(b->last, b_last);
    snprintf(message, ROLLUP_ROW_MESSAGE,
             "customer %s: purchase days from %s to %s (%s) and from %s to %s (%s) %s: days and gaps "
             "cannot be merged. Was a job run twice? Else roll up the transactions together",
             say_word(a->customer, shown), a_first, a_last, a->origin, b_first, b_last, b->origin,
             a->last == b->first || b->last == a->first ? "share a day" : "interleave");
    return false;
}

/* Dates, days and gaps of `b` behind those of `a`. */
static void append_days(struct rollup_row *a, const struct rollup_row *b)
{
    uint64_t gap = (uint64_t)((int64_t)b->first - a->last);
    int32_t prev2 = b->days >= 3 ? b->prev2 : b->days == 2 ? a->last : a->prev;
    if (a->days == 1) {
        a->second = b->first;
    }
    a->prev2 = prev2;
    a->prev = b->days >= 2 ? b->prev : a->last;
    a->last = b->last;
    a->gap_sq += b->gap_sq + gap * gap;
    a->gap_max = gap > a->gap_max ? gap : a->gap_max;
    a->gap_max = b->gap_max > a->gap_max ? b->gap_max : a->gap_max;
    a->days += b->days;
}

static void take_days(struct rollup_row *a, const struct rollup_row *b)
{
    a->first = b->first;
    a->second = b->second;
    a->last = b->last;
    a->prev = b->prev;
    a->prev2 = b->prev2;
    a->days = b->days;
    a->first_amount = b->first_amount;
    a->gap_sq = b->gap_sq;
    a->gap_max = b->gap_max;
}

static bool join_days(struct rollup_row *into, const struct rollup_row *from)
{
    if (from->days == 0) {
        return true;
    }
    if (into->days == 0) {
        take_days(into, from);
    } else if (into->last < from->first) {
        append_days(into, from);
    } else if (from->last < into->first) {
        struct rollup_row joined = *into;
        take_days(&joined, from);
        append_days(&joined, into);
        take_days(into, &joined);
    } else {
        return false;
    }
    return true;
}

static bool add_count(uint64_t *count, uint64_t more)
{
    return !__builtin_add_overflow(*count, more, count);
}

bool rollup_row_join(struct rollup_row *into, const struct rollup_row *from,
                     const struct rollup_extras *extras, char message[ROLLUP_ROW_MESSAGE])
{
    if (!join_days(into, from)) {
        return refuse_dates(message, into, from);
    }
    bool fits = add_count(&into->rows, from->rows) && add_count(&into->orders, from->orders) &&
                add_count(&into->refunds, from->refunds);
    fits = fits && money_add(&into->amount, from->amount) &&
                money_add(&into->refund_amount, from->refund_amount);
    for (size_t i = 0; i < extras->sum_count && fits; i++) {
        fits = money_add(&into->sum[i], from->sum[i]);
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        if (from->keep_when[i] != INT64_MIN && from->keep_when[i] >= into->keep_when[i]) {
            into->keep[i] = from->keep[i];
            into->keep_when[i] = from->keep_when[i];
        }
    }
    return fits || refuse(message, into, "a sum does not fit in 64 bits");
}

static bool read_date(const struct row *row, int column, int32_t *day)
{
    return row_day(row, column, day) != ROW_BAD;
}

static bool read_count(const struct row *row, int column, uint64_t *value)
{
    return row_integer(row, column, value) != ROW_BAD;
}

static bool read_money(const struct row *row, int column, int64_t *units)
{
    struct money money;
    enum row_found found = row_money(row, column, &money);
    *units = money.units;
    return found != ROW_BAD;
}

static bool read_period(const struct row *row, struct rollup_row *out)
{
    struct str text = row_text(row, ROLLUP_PERIOD);
    out->grain = DATE_ALL;
    out->period = 0;
    if (text.n > 0 && !date_period_parse(text, &out->grain, &out->period)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, ROLLUP_PERIOD, "%s is not a period such as 2024, 2024-Q1, 2024-01",
                say_value(text, shown));
        return false;
    }
    return true;
}

static bool is_sound(const struct row *row, const struct rollup_row *r)
{
    bool dated = r->first != DATE_NONE && r->last != DATE_NONE && r->first <= r->last;
    bool empty = r->first == DATE_NONE && r->last == DATE_NONE;
    if ((r->days > 0 && !dated) || (r->days == 0 && !empty)) {
        row_bad(row, ROLLUP_FIRST_DATE, "first_date and last_date do not fit %" PRIu64 " days",
                r->days);
        return false;
    }
    if (r->customer.n == 0) {
        row_bad(row, ROLLUP_CUSTOMER_ID, "is empty: a rollup has a customer in every row");
        return false;
    }
    return true;
}

static bool read_extras(const struct row *row, const struct rollup_extras *extras,
                        const ptrdiff_t *sum_column, const ptrdiff_t *keep_column,
                        struct arena *arena, struct rollup_row *out)
{
    out->sum = arena_alloc(arena, (extras->sum_count + 1) * sizeof *out->sum);
    out->keep = arena_alloc(arena, (extras->keep_count + 1) * sizeof *out->keep);
    out->keep_when = arena_alloc(arena, (extras->keep_count + 1) * sizeof *out->keep_when);
    for (size_t i = 0; i < extras->sum_count; i++) {
        struct money money = {0};
        struct str cell = str_trim(row->record.cell[sum_column[i]]);
        const char *reason =
            cell.n ? money_parse(cell, row->input->settings->money, &money) : NULL;
        if (reason) {
            char shown[SAY_VALUE_ROOM];
            row_bad_at(row, sum_column[i], "%s %s", say_value(cell, shown), reason);
            return false;
        }
        out->sum[i] = money.units;
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        struct str cell = {"", 0};
        if (keep_column[i] >= 0) {
            cell = row->record.cell[keep_column[i]];
        }
        out->keep[i] = arena_str(arena, cell);
        /* An undated row (refunds only) is older than any order. */
        out->keep_when[i] = cell.n == 0 ? INT64_MIN : out->days > 0 ? out->last : INT64_MIN + 1;
    }
    return true;
}

bool rollup_row_read(const struct row *row, const struct rollup_extras *extras,
                     const ptrdiff_t *sum_column, const ptrdiff_t *keep_column,
                     struct arena *arena, struct rollup_row *out)
{
    *out = (struct rollup_row){.origin = row->input->name};
    struct str customer;
    if (row_id(row, ROLLUP_CUSTOMER_ID, &customer) == ROW_BAD) {
        return false;
    }
    out->customer = arena_str(arena, customer);
    out->currency = arena_str(arena, row_text(row, ROLLUP_CURRENCY));
    bool ok = read_period(row, out) && read_date(row, ROLLUP_FIRST_DATE, &out->first) &&
              read_date(row, ROLLUP_SECOND_DATE, &out->second) &&
              read_date(row, ROLLUP_LAST_DATE, &out->last) &&
              read_date(row, ROLLUP_PREV_DATE, &out->prev) &&
              read_date(row, ROLLUP_PREV2_DATE, &out->prev2) &&
              read_count(row, ROLLUP_ROWS, &out->rows) &&
              read_count(row, ROLLUP_ORDERS, &out->orders) &&
              read_count(row, ROLLUP_DAYS, &out->days) &&
              read_money(row, ROLLUP_AMOUNT, &out->amount) &&
              read_money(row, ROLLUP_FIRST_AMOUNT, &out->first_amount) &&
              read_count(row, ROLLUP_GAP_SQ, &out->gap_sq) &&
              read_count(row, ROLLUP_GAP_MAX, &out->gap_max) &&
              read_count(row, ROLLUP_REFUNDS, &out->refunds) &&
              read_money(row, ROLLUP_REFUND_AMOUNT, &out->refund_amount);
    return ok && is_sound(row, out) &&
           read_extras(row, extras, sum_column, keep_column, arena, out);
}

size_t rollup_row_columns(const struct rollup_extras *extras, bool currency, bool period,
                          struct arena *arena, struct encode_column **columns)
{
    const struct schema_kind *kind = schema_kind(KIND_ROLLUP);
    size_t most = kind->count + extras->sum_count + extras->keep_count;
    struct encode_column *column = arena_alloc(arena, most * sizeof *column);
    size_t n = 0;
    for (size_t i = 0; i < kind->count; i++) {
        if ((i == ROLLUP_CURRENCY && !currency) || (i == ROLLUP_PERIOD && !period)) {
            continue;
        }
        enum schema_type type = kind->column[i].type;
        bool number = type == SCHEMA_MONEY || type == SCHEMA_INTEGER;
        column[n++] = (struct encode_column){str_of(kind->column[i].name),
                                             number                ? ENCODE_FIGURE
                                             : type == SCHEMA_DATE ? ENCODE_DATE
                                                                   : ENCODE_TEXT};
    }
    for (size_t i = 0; i < extras->sum_count; i++) {
        struct str name = arena_printf(arena, "sum_%.*s", STRF(extras->sum[i]));
        column[n++] = (struct encode_column){name, ENCODE_NUMBER};
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        column[n++] = (struct encode_column){extras->keep[i], ENCODE_TEXT};
    }
    *columns = column;
    return n;
}

struct rollup_row rollup_row_copy(const struct rollup_row *row, const struct rollup_extras *extras,
                                  struct arena *arena)
{
    struct rollup_row copy = *row;
    copy.customer = arena_str(arena, row->customer);
    copy.currency = arena_str(arena, row->currency);
    if (extras->sum_count > 0) {
        copy.sum = arena_alloc(arena, extras->sum_count * sizeof *copy.sum);
        memcpy(copy.sum, row->sum, extras->sum_count * sizeof *copy.sum);
    }
    if (extras->keep_count > 0) {
        copy.keep = arena_alloc(arena, extras->keep_count * sizeof *copy.keep);
        for (size_t i = 0; i < extras->keep_count; i++) {
            copy.keep[i] = arena_str(arena, row->keep[i]);
        }
        copy.keep_when = arena_alloc(arena, extras->keep_count * sizeof *copy.keep_when);
        memcpy(copy.keep_when, row->keep_when, extras->keep_count * sizeof *copy.keep_when);
    }
    return copy;
}

void rollup_row_cells(const struct rollup_row *row, const struct rollup_extras *extras,
                      bool currency, bool period, struct arena *arena, struct str *cells)
{
    int decimals = money_decimals(row->currency);
    char *at = arena_alloc(arena, (ROLLUP_COLUMNS + extras->sum_count) * CELL_ROOM);
    size_t n = 0;
    cells[n++] = row->customer;
    if (currency) {
        cells[n++] = row->currency;
    }
    if (period) {
        cells[n] = (struct str){at, date_period_format(row->period, row->grain, at)};
        at += cells[n++].n;
    }
    cells[n++] = cell_day(&at, row->first);
    cells[n++] = cell_day(&at, row->second);
    cells[n++] = cell_day(&at, row->last);
    cells[n++] = cell_day(&at, row->prev);
    cells[n++] = cell_day(&at, row->prev2);
    cells[n++] = cell_count(&at, row->rows);
    cells[n++] = cell_count(&at, row->orders);
    cells[n++] = cell_count(&at, row->days);
    cells[n++] = cell_money(&at, row->amount, decimals);
    cells[n++] = cell_money(&at, row->first_amount, decimals);
    cells[n++] = cell_count(&at, row->gap_sq);
    cells[n++] = cell_count(&at, row->gap_max);
    cells[n++] = cell_count(&at, row->refunds);
    cells[n++] = cell_money(&at, row->refund_amount, decimals);
    for (size_t i = 0; i < extras->sum_count; i++) {
        cells[n++] = cell_money(&at, row->sum[i], 0);
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        cells[n++] = row->keep[i];
    }
}
