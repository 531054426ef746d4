/*
 * service_report.h - as a part of a report, what crm-ticket --by or --per wrote: sections
 * first_response and resolution, times and breaches of groups.
 */
#ifndef CRM_SERVICE_REPORT_H
#define CRM_SERVICE_REPORT_H

#include "analysis/figure_specs.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct figure_table. */
void *service_report_read(struct report *report, struct flow_run *run, struct input *input);
void service_report_add(struct report *report, const void *table);

#endif
