/*
 * clv_cells.h - the columns that lifetime value adds: p_alive, expected_orders, p_no_order,
 * order_value, expected_value, clv, and with intervals expected_orders_low, expected_orders_high,
 * clv_low, clv_high.
 */
#ifndef CRM_CLV_CELLS_H
#define CRM_CLV_CELLS_H

#include "analysis/clv.h"

/* Their number; *columns gets the table. */
size_t clv_columns(bool intervals, const struct encode_column **columns);
/* The cells of customer i, empty where the model has none; `intervals` as for the columns. */
void clv_cells(const struct clv *clv, size_t i, bool intervals, struct arena *scratch,
               struct str *cells);

#endif
