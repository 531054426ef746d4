#include "base/base.h"

#include "analysis/order_plain.h"

/* An id that may lose its ".0" is read the long way. */
static bool is_as_it_stands(const struct input *input, int column)
{
    return input_column(input, column) < 0 || !input->strip_decimal[column];
}

struct order_plan order_plan(const struct input *input, const struct orders_words *words)
{
    const struct input_settings *settings = input->settings;
    struct order_plan plan = {
        .customer = input->key_count > 0 ? input_column(input, (int)input->key[0]) : -1,
        .order_id = input_column(input, TRANSACTION_ORDER_ID),
        .date = input_column(input, TRANSACTION_DATE),
        .amount = input_column(input, TRANSACTION_AMOUNT),
        .currency = input_column(input, TRANSACTION_CURRENCY),
        .status = input_column(input, TRANSACTION_STATUS),
        .order_state = input_column(input, TRANSACTION_ORDER_STATE),
        .paid_at = input_column(input, TRANSACTION_PAID_AT),
        .refunded = input_column(input, TRANSACTION_REFUNDED),
        .words = words,
    };
    plan.states = plan.status >= 0 || plan.order_state >= 0 || plan.paid_at >= 0 || plan.refunded >= 0;
    plan.usable = input->key_is_id && plan.customer >= 0 && plan.date >= 0 && plan.amount >= 0 &&
                  !settings->zone && !settings->money.decimal_comma &&
                  is_as_it_stands(input, (int)input->key[0]) &&
                  is_as_it_stands(input, TRANSACTION_ORDER_ID);
    return plan;
}

bool order_plain_counts(const struct order_plan *plan, const struct plain_row *row)
{
    int64_t units;
    if (plan->refunded >= 0) {
        struct str cell = plain_cell(row, (size_t)plan->refunded);
        if (cell.n > 0 && (!money_plain(cell, &units) || units != 0)) {
            return false;
        }
    }
    if (plan->order_state >= 0) {
        struct str cell = plain_cell(row, (size_t)plan->order_state);
        if (cell.n > 0) {
            return orders_state_named(cell) == ORDER_COUNTED;
        }
    }
    if (plan->paid_at >= 0 && plain_cell(row, (size_t)plan->paid_at).n == 0) {
        return false;
    }
    return plan->status < 0 ||
           orders_status_again(plan->words, plain_cell(row, (size_t)plan->status)) == ORDER_COUNTED;
}
