/*
 * cohort_report.h - what crm-cohort wrote as a part of a report: sections retention and
 * revenue_retention, each a shaded table of cohorts by age and a heat map.
 */
#ifndef CRM_COHORT_REPORT_H
#define CRM_COHORT_REPORT_H

#include "analysis/cohort_table.h"
#include "report/report.h"

#define COHORT_REPORT_CHART 36 /* most cohorts, and ages, of a heat map */

/* As report/parts.h wants them; what is read is a struct cohort_table. */
void *cohort_report_read(struct report *report, struct flow_run *run, struct input *input);
void cohort_report_add(struct report *report, const void *table);

#endif
