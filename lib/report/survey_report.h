/*
 * survey_report.h - as a part of a report, what crm-survey wrote of all, of groups and of periods:
 * section survey, the measures with their intervals; of each measure by
 * period and by group, sections such as nps_trend and nps_groups.
 */
#ifndef CRM_SURVEY_REPORT_H
#define CRM_SURVEY_REPORT_H

#include "analysis/figure_specs.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct figure_table. */
void *survey_report_read(struct report *report, struct flow_run *run, struct input *input);
void survey_report_add(struct report *report, const void *table);

#endif
