/*
 * control_report.h - as a part of a report, what crm-survey or crm-ticket --control wrote: section
 * signals, periods unlike the others, and a control chart of each figure, control.
 */
#ifndef CRM_CONTROL_REPORT_H
#define CRM_CONTROL_REPORT_H

#include "analysis/figure_specs.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct figure_table. */
void *control_report_read(struct report *report, struct flow_run *run, struct input *input);
void control_report_add(struct report *report, const void *table);

#endif
