/*
 * scored.h - customers held from the rollup until their scores are known, and the rows that they
 * become.
 *
 *     scored_init(&table, &settings, arena);
 *     count = scored_columns(&table, &columns);
 *     rollup_run(..., scored_take, &table, ...);
 *     rfm_score(table.customer, table.count, ...);
 *     scored_cells(&table, i, &result, as_of, scratch, cells);
 *
 * Columns: customer_id, [currency], recency_days, frequency, monetary, r, f, m, rfm, as_of, what a
 * lifecycle is told by (first_date, last_date, prev_date, prev2_date, orders, days, gap_max; of totals
 * the first two), and the kept ones; a rollup that is scored keeps its own columns before the scores instead.
 */
#ifndef CRM_SCORED_H
#define CRM_SCORED_H

#include "analysis/rfm.h"
#include "analysis/rollup_row.h"

enum scored_unit { SCORED_AUTO, SCORED_ORDERS, SCORED_DAYS, SCORED_ROWS };

struct scored_settings {
    enum scored_unit unit; /* AUTO: orders, which are purchase days where there are no order ids */
    bool ignore_refunds;
    bool by_sum;      /* monetary is the first sum */
    bool own_columns; /* transactions, or a finer rollup: the grain changes */
    bool totals;      /* rows are counted, days and orders are not: no columns of them */
    bool currency;    /* there is such a column */
    struct rollup_extras extras;
};

/* Of a rollup's row, what own columns show besides the scores and first. */
struct scored_history {
    int32_t prev, prev2; /* DATE_NONE where there is none */
    uint64_t orders, days, gap_max;
};

struct scored {
    struct scored_settings settings;
    struct arena *arena; /* of the run */
    struct rfm_customer *customer;
    int32_t *first;                 /* by customer, where columns are our own */
    struct scored_history *history; /* the same, unless rows are all that is counted */
    struct rollup_row *row;         /* by customer, where its rollup's columns are kept */
    size_t count, room;
    struct str *kept; /* the kept values of each customer */
    size_t lead;      /* columns before the scores */
};

/* Whether a column of this name is one that scoring adds. */
bool scored_is_column(struct str name);
void scored_init(struct scored *table, const struct scored_settings *settings,
                 struct arena *arena);
size_t scored_columns(struct scored *table, struct encode_column **columns);
/* For rollup_run; context: struct scored. */
void scored_take(void *context, const struct rollup_row *row);
/* Cells in `scratch`, as many as there are columns. */
void scored_cells(const struct scored *table, size_t index, const struct rfm_result *result,
                  int32_t as_of, struct arena *scratch, struct str *cells);

#endif
