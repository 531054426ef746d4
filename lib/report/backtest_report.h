/*
 * backtest_report.h - what crm-score --clv --backtest wrote as a part of a report: sections backtest
 * (errors and totals beside naive forecasts), tracking (orders by week), calibration (by repeats
 * before) and deciles.
 */
#ifndef CRM_BACKTEST_REPORT_H
#define CRM_BACKTEST_REPORT_H

#include "analysis/backtest_table.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct backtest_table. */
void *backtest_report_read(struct report *report, struct flow_run *run, struct input *input);
void backtest_report_add(struct report *report, const void *table);

#endif
