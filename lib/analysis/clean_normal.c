#include "base/base.h"

#include "analysis/clean_parts.h"
#include "value/fold.h"
#include "value/normal.h"

/* False where the careful way has something to say: a word that is not known, an order paid back. */
static bool normal_state(const struct clean *clean, const struct row *row, int64_t amount,
                         enum order_state *state)
{
    struct str settled = row_text(row, TRANSACTION_ORDER_STATE);
    struct str status = row_text(row, TRANSACTION_STATUS);
    *state = ORDER_COUNTED;
    if (settled.n > 0) {
        *state = orders_state_named(settled);
    } else {
        if (input_column(row->input, TRANSACTION_STATUS) >= 0) {
            *state = status.n > 0 ? orders_status_again(clean->words, status) : ORDER_UNKNOWN;
        }
        if (*state == ORDER_COUNTED && amount >= 0 &&
            input_column(row->input, TRANSACTION_PAID_AT) >= 0 &&
            row_text(row, TRANSACTION_PAID_AT).n == 0) {
            *state = ORDER_OPEN;
        }
    }
    if (*state == ORDER_COUNTED && amount < 0) {
        *state = ORDER_REFUND;
    }
    return *state != ORDER_UNKNOWN && *state != ORDER_REVERSED;
}

/* Rows mostly have the currency of the row before. */
static bool normal_currency(struct str currency, struct clean_counts *counts, int *decimals)
{
    *decimals = 2;
    if (currency.n == 0) {
        return true;
    }
    if (currency.n != 3) {
        return false;
    }
    if (memcmp(counts->currency, currency.p, 3) != 0) {
        if (!money_is_currency(currency)) {
            return false;
        }
        memcpy(counts->currency, currency.p, 3);
        counts->decimals = money_decimals(currency);
    }
    *decimals = counts->decimals;
    return true;
}

/*
 * Most rows of most files are clean as they come, and for these all that order_read() finds out is
 * told by looking at five cells. Whatever is not in its normal form, excluded or wrong goes the
 * careful way, which alone has rules and complaints.
 */
bool clean_normal_read(const struct clean *clean, const struct row *row,
                       struct clean_counts *counts, struct clean_reading *reading)
{
    const struct input *input = row->input;
    int64_t amount, refunded = 0;
    if (clean->keyed || input->settings->money.decimal_comma ||
        input->strip_decimal[TRANSACTION_ORDER_ID] ||
        input->strip_decimal[TRANSACTION_CUSTOMER_ID]) {
        return false;
    }
    struct str customer = row_text(row, TRANSACTION_CUSTOMER_ID);
    struct str back = row_text(row, TRANSACTION_REFUNDED);
    if (!date_plain(row_text(row, TRANSACTION_DATE), &reading->day) ||
        (clean->as_of != DATE_NONE && reading->day > clean->as_of) ||
        !normal_currency(row_text(row, TRANSACTION_CURRENCY), counts, &reading->decimals) ||
        !normal_number(row_text(row, TRANSACTION_AMOUNT), reading->decimals, &amount) ||
        (back.n > 0 && !normal_number(back, reading->decimals, &refunded)) || refunded < 0 ||
        customer.n == 0 || !clean_is_plain_id(customer) ||
        !normal_state(clean, row, amount, &reading->state)) {
        return false;
    }
    reading->customer = customer;
    return true;
}

/* Whether the cell stays as it came. `ascii`: the whole record is. */
static bool stays(const struct input *input, const struct column *column, bool ascii,
                  struct str text)
{
    if (text.n == 0) {
        return column->judged || column->text || column->id;
    }
    if (text.p[0] <= ' ' || text.p[text.n - 1] <= ' ') { /* which all but ASCII is, too, as char */
        return false;
    }
    if (column->judged || column->text) {
        return column->judged || ascii;
    }
    return column->id && ascii && text.p[0] != '\'' && text.p[0] != '=' &&
           !input->strip_decimal[column->canonical];
}

bool clean_normal_cells(const struct clean *clean, const struct row *row,
                        const struct clean_reading *reading, struct clean_counts *counts,
                        struct str *cells)
{
    const struct input *input = row->input;
    bool ascii = fold_is_ascii(row->record.raw);
    for (size_t i = 0; i < clean->count; i++) {
        const struct column *column = &clean->column[i];
        if (column->origin == FROM_STATE) {
            cells[i] = clean->state_name[reading->state];
            continue;
        }
        if (!column->position) {
            cells[i] = S(""); /* what was refunded, and nothing was */
            continue;
        }
        cells[i] = row->record.cell[column->position[input->number]];
        if (stays(input, column, ascii, cells[i])) {
            continue;
        }
        if (column->judged) {
            cells[i] = str_trim(cells[i]);
        } else if (!clean_cell(row, column, reading->decimals, counts, &cells[i])) {
            return false;
        }
    }
    return true;
}
