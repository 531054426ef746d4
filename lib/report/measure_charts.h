/*
 * measure_charts.h - figures of surveys and tickets as the reports show them: what a measure is called, in
 * which unit it stands, and the axis of a chart of it.
 *
 *     enum measure_unit unit = measure_unit_of(S("nps"));
 *     *doc_cell(s, row, column) = measure_cell(unit, value);
 *     measure_axis(report, unit, low, high, &axis);
 */
#ifndef CRM_MEASURE_CHARTS_H
#define CRM_MEASURE_CHARTS_H

#include "report/chart.h"
#include "report/report.h"

enum measure_unit { MEASURE_POINTS, MEASURE_SHARE, MEASURE_MEAN, MEASURE_COUNT };

/* By the words of crm-survey and crm-ticket: nps, csat, ces, tickets, ..._breach_rate. */
enum measure_unit measure_unit_of(struct str name);
/* NPS, CSAT, CES, or a figure of tickets, in the doc's language; any other as it stands. */
struct str measure_name(const struct report *report, struct str name);
struct doc_cell measure_cell(enum measure_unit unit, double value);
/* As people read it; NaN is a dash. */
struct str measure_text(const struct report *report, enum measure_unit unit, double value);
/* "-1.3 (-12.2 to 9.6)", or the value alone where there are no limits. */
struct str measure_with_limits(const struct report *report, enum measure_unit unit, double value,
                               double low, double high);

#define MEASURE_TICKS 9

struct measure_axis {
    double least, most;
    struct chart_tick tick[MEASURE_TICKS];
    size_t ticks;
};

/* A round axis that both values lie on. */
void measure_axis(const struct report *report, enum measure_unit unit, double low, double high,
                  struct measure_axis *axis);
/* Ticks of an axis of periods, whose places are 0.5, 1.5 and so on; the last is always among them. */
size_t measure_periods(const struct str *period, size_t count, struct chart_tick tick[MEASURE_TICKS]);

#endif
