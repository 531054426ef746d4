#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "flow/row.h"
#include "value/email.h"
#include "value/number.h"
#include "value/phone.h"

struct str row_keep(const struct row *row, struct str s)
{
    return arena_str(&row->worker->arena, s);
}

static void complain(const struct row *row, ptrdiff_t position, enum status status, bool fatal,
                     const char *format, va_list args)
{
    struct row_worker *w = row->worker;
    if (w->row_bad && !fatal) {
        return;
    }
    w->row_bad = true;
    char text[512];
    vsnprintf(text, sizeof text, format, args);
    bool whole = position < 0;
    const char *at = whole ? row->record.raw.p : record_at(&row->record, (size_t)position);
    struct str field = whole ? (struct str){"", 0} : row->input->header->name[position];
    w->problem = mem_grow(w->problem, w->problem_count + 1, sizeof *w->problem);
    w->problem[w->problem_count++] = (struct row_problem){
        .place = block_place(row->block, at, field),
        .reason = arena_str(&w->arena, str_of(text)),
        .raw = row->record.raw,
        .number = row->number,
        .status = status,
        .fatal = fatal,
    };
}

struct place row_place(const struct row *row, int column)
{
    ptrdiff_t position = column < 0 ? -1 : input_column(row->input, column);
    bool whole = position < 0;
    return block_place(row->block, whole ? row->record.raw.p : record_at(&row->record, (size_t)position),
                       whole ? (struct str){"", 0} : row->input->header->name[position]);
}

void row_fatal_at(struct row_worker *worker, const struct place *place, uint64_t number,
                  enum status status, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    worker->problem =
        mem_grow(worker->problem, worker->problem_count + 1, sizeof *worker->problem);
    worker->problem[worker->problem_count++] = (struct row_problem){
        .place = *place,
        .reason = arena_str(&worker->arena, str_of(text)),
        .number = number,
        .status = status,
        .fatal = true,
    };
}

void row_bad(const struct row *row, int column, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    ptrdiff_t position = column < 0 ? -1 : input_column(row->input, column);
    complain(row, position, STATUS_DATA, false, format, args);
    va_end(args);
}

void row_bad_at(const struct row *row, ptrdiff_t position, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    complain(row, position, STATUS_DATA, false, format, args);
    va_end(args);
}

void row_fatal(const struct row *row, int column, enum status status, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    ptrdiff_t position = column < 0 ? -1 : input_column(row->input, column);
    complain(row, position, status, true, format, args);
    va_end(args);
}

enum row_found row_id_settled(const struct row *row, int column, struct str *id)
{
    if (!str_ends(*id, S(".0"))) {
        const struct input_evidence *seen = &row->input->strip_seen[column];
        char shown[SAY_VALUE_ROOM];
        char where[PLACE_MAX];
        row_fatal(row, column, STATUS_DATA,
                  "%s does not end in \".0\", but \"%s\" at %s does: say --raw-ids to take ids as "
                  "they stand", say_word(*id, shown), seen->text,
                  place_format(&seen->place, where));
        return ROW_BAD;
    }
    id->n -= 2;
    return ROW_VALUE;
}

/* A date that the settled order does not allow but the other would: both are shown. */
static bool contradicts(const struct row *row, int column, struct str cell)
{
    const struct input *input = row->input;
    struct stamp stamp;
    enum date_order other = input->date_order == DATE_ORDER_DMY ? DATE_ORDER_MDY : DATE_ORDER_DMY;
    if (input->order_seen.place.line == 0 || date_parse(cell, other, &stamp)) {
        return false;
    }
    char shown[SAY_VALUE_ROOM];
    char where[PLACE_MAX];
    row_fatal(row, column, STATUS_DATA,
              "%s contradicts \"%s\" at %s, which has the %s first: mend the data, or say "
              "--date-order dmy or mdy", say_value(cell, shown), input->order_seen.text,
              place_format(&input->order_seen.place, where),
              input->date_order == DATE_ORDER_DMY ? "day" : "month");
    return true;
}

/* A time without a zone, where the input tells the zone of all. */
static void place_in_zone(const struct input *input, struct stamp *stamp)
{
    if (input->zone && stamp->has_time && !stamp->has_zone) {
        int64_t local = (int64_t)stamp->day * 86400 + stamp->ms / 1000;
        stamp->offset = zone_offset_of_local(input->zone, local);
        stamp->has_zone = true;
    }
}

enum row_found row_stamp_parse(const struct row *row, int column, struct str cell,
                               struct stamp *stamp)
{
    char shown[SAY_VALUE_ROOM];
    const char *reason = date_parse(cell, row->input->date_order, stamp);
    if (reason && contradicts(row, column, cell)) {
        return ROW_BAD;
    }
    if (reason) {
        row_bad(row, column, "%s %s", say_value(cell, shown), reason);
        return ROW_BAD;
    }
    bool open = stamp->form != DATE_FORM_FIXED && stamp->form != DATE_FORM_EQUAL;
    if (open && row->input->date_order == DATE_ORDER_UNKNOWN) {
        row_fatal(row, column, STATUS_DATA,
                  "%s has its year last, other than the dates before it: say --date-order dmy or "
                  "mdy", say_value(cell, shown));
        return ROW_BAD;
    }
    if (row->input->settings->zone) {
        place_in_zone(row->input, stamp);
        zone_convert(row->input->settings->zone, stamp);
    }
    return ROW_VALUE;
}

enum row_found row_day(const struct row *row, int column, int32_t *day)
{
    struct stamp stamp;
    enum row_found found = row_stamp(row, column, &stamp);
    *day = found == ROW_VALUE ? stamp.day : DATE_NONE;
    return found;
}

enum row_found row_money_parse(const struct row *row, int column, struct str cell,
                               struct money *money)
{
    const char *reason = money_parse(cell, row->input->settings->money, money);
    if (reason) {
        char shown[SAY_VALUE_ROOM];
        struct money_style other = row->input->settings->money;
        other.decimal_comma = !other.decimal_comma;
        bool mistaken = !money_parse(cell, other, money);
        row_bad(row, column, "%s %s%s", say_value(cell, shown), reason,
                !mistaken             ? ""
                : other.decimal_comma ? " (a decimal comma? say --decimal ,)"
                                      : " (a decimal point? leave out --decimal ,)");
        return ROW_BAD;
    }
    return ROW_VALUE;
}

enum row_found row_integer(const struct row *row, int column, uint64_t *value)
{
    *value = 0;
    struct str cell = row_text(row, column);
    if (cell.n == 0) {
        return ROW_EMPTY;
    }
    if (!str_to_u64(cell, value)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, column, "%s is not a whole number", say_value(cell, shown));
        return ROW_BAD;
    }
    return ROW_VALUE;
}

enum row_found row_number(const struct row *row, int column, double *value)
{
    *value = NAN;
    struct str cell = row_text(row, column);
    if (cell.n == 0) {
        return ROW_EMPTY;
    }
    if (!number_parse(cell, 0, value)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, column, "%s is not a number", say_value(cell, shown));
        return ROW_BAD;
    }
    return ROW_VALUE;
}

enum row_found row_customer_by_key(const struct row *row, struct str *id)
{
    const struct input *input = row->input;
    for (size_t i = 0; i < input->key_count; i++) {
        int column = (int)input->key[i];
        struct str cell = row_text(row, column);
        if (cell.n == 0) {
            continue;
        }
        struct arena *arena = &row->worker->arena;
        switch (input->binding.kind->column[column].type) {
        case SCHEMA_EMAIL:
            if (email_normal(arena, cell, id)) {
                continue; /* no address: the next column of the key may be one */
            }
            return ROW_VALUE;
        case SCHEMA_PHONE:
            if (phone_normal(arena, cell, input->settings->country, id)) {
                continue;
            }
            return ROW_VALUE;
        default:
            return row_id(row, column, id);
        }
    }
    *id = (struct str){"", 0};
    return ROW_EMPTY;
}
