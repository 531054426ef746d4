/*
 * backlog_report.h - as a part of a report, what crm-ticket --backlog wrote: section backlog, what
 * came in, went out and was left, by period.
 */
#ifndef CRM_BACKLOG_REPORT_H
#define CRM_BACKLOG_REPORT_H

#include "analysis/figure_specs.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct figure_table. */
void *backlog_report_read(struct report *report, struct flow_run *run, struct input *input);
void backlog_report_add(struct report *report, const void *table);

#endif
