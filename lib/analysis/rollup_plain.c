#include "base/base.h"

#include "analysis/rollup_plain.h"

struct rollup_plan rollup_plan(const struct input *input, const struct rollup_extras *extras)
{
    struct rollup_plan plan = {.origin = input->name};
    for (int i = 0; i < ROLLUP_COLUMNS; i++) {
        plan.at[i] = input_column(input, i);
    }
    plan.usable = extras->sum_count == 0 && extras->keep_count == 0 &&
                  plan.at[ROLLUP_CUSTOMER_ID] >= 0 && !input->strip_decimal[ROLLUP_CUSTOMER_ID] &&
                  !input->settings->money.decimal_comma;
    return plan;
}

static inline struct str cell_of(const struct rollup_plan *plan, const struct plain_row *row,
                                 int column)
{
    return plan->at[column] < 0 ? S("") : plain_cell(row, (size_t)plan->at[column]);
}

static inline bool read_day(const struct rollup_plan *plan, const struct plain_row *row, int column,
                            int32_t *day)
{
    struct str cell = cell_of(plan, row, column);
    *day = DATE_NONE;
    return cell.n == 0 || date_plain(cell, day);
}

static inline bool read_count(const struct rollup_plan *plan, const struct plain_row *row, int column,
                              uint64_t *count)
{
    struct str cell = cell_of(plan, row, column);
    *count = 0;
    return cell.n == 0 || str_to_u64(cell, count);
}

static inline bool read_money(const struct rollup_plan *plan, const struct plain_row *row, int column,
                              int64_t *units)
{
    struct str cell = cell_of(plan, row, column);
    *units = 0;
    return cell.n == 0 || money_plain(cell, units);
}

bool rollup_plain_read(const struct rollup_plan *plan, const struct plain_row *row,
                       struct rollup_row *out)
{
    if (!plan->usable) {
        return false;
    }
    out->customer = cell_of(plan, row, ROLLUP_CUSTOMER_ID);
    out->currency = cell_of(plan, row, ROLLUP_CURRENCY);
    out->grain = DATE_ALL;
    out->period = 0;
    out->sum = NULL;
    out->keep = NULL;
    out->keep_when = NULL;
    out->origin = plan->origin;
    struct str period = cell_of(plan, row, ROLLUP_PERIOD);
    bool sound = (period.n == 0 || date_period_parse(period, &out->grain, &out->period)) &&
                 out->customer.n > 0 &&
                 read_day(plan, row, ROLLUP_FIRST_DATE, &out->first) &&
                 read_day(plan, row, ROLLUP_SECOND_DATE, &out->second) &&
                 read_day(plan, row, ROLLUP_LAST_DATE, &out->last) &&
                 read_day(plan, row, ROLLUP_PREV_DATE, &out->prev) &&
                 read_day(plan, row, ROLLUP_PREV2_DATE, &out->prev2) &&
                 read_count(plan, row, ROLLUP_ROWS, &out->rows) &&
                 read_count(plan, row, ROLLUP_ORDERS, &out->orders) &&
                 read_count(plan, row, ROLLUP_DAYS, &out->days) &&
                 read_money(plan, row, ROLLUP_AMOUNT, &out->amount) &&
                 read_money(plan, row, ROLLUP_FIRST_AMOUNT, &out->first_amount) &&
                 read_count(plan, row, ROLLUP_GAP_SQ, &out->gap_sq) &&
                 read_count(plan, row, ROLLUP_GAP_MAX, &out->gap_max) &&
                 read_count(plan, row, ROLLUP_REFUNDS, &out->refunds) &&
                 read_money(plan, row, ROLLUP_REFUND_AMOUNT, &out->refund_amount);
    bool dated = out->first != DATE_NONE && out->last != DATE_NONE && out->first <= out->last;
    bool empty = out->first == DATE_NONE && out->last == DATE_NONE;
    return sound && (out->days > 0 ? dated : empty);
}
