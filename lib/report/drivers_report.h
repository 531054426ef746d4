/*
 * drivers_report.h - as a part of a report, what crm-survey --drivers wrote: section drivers,
 * importance against performance as a map.
 */
#ifndef CRM_DRIVERS_REPORT_H
#define CRM_DRIVERS_REPORT_H

#include "analysis/figure_specs.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct figure_table. */
void *drivers_report_read(struct report *report, struct flow_run *run, struct input *input);
void drivers_report_add(struct report *report, const void *table);

#endif
