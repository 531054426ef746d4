/*
 * causes_report.h - as a part of a report, what crm-ticket --causes wrote: section causes,
 * Pareto's chart of what tickets are about.
 */
#ifndef CRM_CAUSES_REPORT_H
#define CRM_CAUSES_REPORT_H

#include "analysis/figure_specs.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct figure_table. */
void *causes_report_read(struct report *report, struct flow_run *run, struct input *input);
void causes_report_add(struct report *report, const void *table);

#endif
