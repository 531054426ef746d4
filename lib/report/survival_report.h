/*
 * survival_report.h - what crm-cohort --survival wrote as a part of a report: section survival, the
 * curves and their medians; survival_at and at_risk, shares by time and how many they rest on.
 */
#ifndef CRM_SURVIVAL_REPORT_H
#define CRM_SURVIVAL_REPORT_H

#include "analysis/survival_table.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct survival_table. */
void *survival_report_read(struct report *report, struct flow_run *run, struct input *input);
void survival_report_add(struct report *report, const void *table);

#endif
