/*
 * backtest_table.h - what crm-score --clv --backtest wrote, read back by section.
 *
 *     struct backtest_table table;
 *     backtest_table_read(&table, run, input);
 *     table.list[BACKTEST_TABLE_WEEK].line[i]
 *     backtest_table_find(&table, BACKTEST_TABLE_ERROR, S("mae"))
 */
#ifndef CRM_BACKTEST_TABLE_H
#define CRM_BACKTEST_TABLE_H

#include "analysis/backtest.h"
#include "flow/flow.h"

#define BACKTEST_TABLE_MOST 5300 /* lines of a section: a century of weeks */

enum backtest_table_section {
    BACKTEST_TABLE_ERROR,
    BACKTEST_TABLE_TOTAL,
    BACKTEST_TABLE_FREQUENCY,
    BACKTEST_TABLE_DECILE,
    BACKTEST_TABLE_WEEK,
    BACKTEST_TABLE_SECTIONS,
};

struct backtest_table_line {
    struct str group;
    double customers, actual, forecast[BACKTEST_FORECASTS]; /* NaN where the cell is empty */
};

struct backtest_table_list {
    struct backtest_table_line *line; /* as they came */
    size_t count, room;
};

struct backtest_table {
    struct backtest_table_list list[BACKTEST_TABLE_SECTIONS];
    struct arena arena;
};

void backtest_table_read(struct backtest_table *table, struct flow_run *run, struct input *input);
/* NULL where there is no such line. */
const struct backtest_table_line *backtest_table_find(const struct backtest_table *table,
                                                      enum backtest_table_section section,
                                                      struct str group);

#endif
