#include "base/base.h"

#include <math.h>

#include "analysis/clv_cells.h"
#include "value/number.h"

static const struct encode_column all_columns[] = {
    {{"p_alive", 7}, ENCODE_NUMBER},
    {{"expected_orders", 15}, ENCODE_NUMBER},
    {{"p_no_order", 10}, ENCODE_NUMBER},
    {{"order_value", 11}, ENCODE_NUMBER},
    {{"expected_value", 14}, ENCODE_NUMBER},
    {{"clv", 3}, ENCODE_NUMBER},
    {{"expected_orders_low", 19}, ENCODE_NUMBER},
    {{"expected_orders_high", 20}, ENCODE_NUMBER},
    {{"clv_low", 7}, ENCODE_NUMBER},
    {{"clv_high", 8}, ENCODE_NUMBER},
};

#define OF_INTERVALS 4

size_t clv_columns(bool intervals, const struct encode_column **columns)
{
    *columns = all_columns;
    return COUNT_OF(all_columns) - (intervals ? 0 : OF_INTERVALS);
}

void clv_cells(const struct clv *clv, size_t i, bool intervals, struct arena *scratch,
               struct str *cells)
{
    const struct encode_column *columns;
    struct clv_prediction p;
    const struct clv_customer *customer = &clv->customer[i];
    memset(cells, 0, clv_columns(intervals, &columns) * sizeof *cells);
    if (!clv_predict_prepared(clv, i, &p)) {
        return;
    }
    const double values[] = {p.alive, p.orders, p.silent, p.order_value, p.value, p.clv};
    for (size_t k = 0; k < COUNT_OF(values); k++) {
        cells[k] = number_cell(scratch, values[k]);
    }
    if (intervals) {
        double orders, value;
        clv_intervals(clv, customer, &orders, &value);
        cells[6] = number_cell(scratch, p.orders * exp(-orders));
        cells[7] = number_cell(scratch, p.orders * exp(orders));
        cells[8] = number_cell(scratch, p.clv * exp(-value));
        cells[9] = number_cell(scratch, p.clv * exp(value));
    }
}
