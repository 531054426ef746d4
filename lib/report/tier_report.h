/*
 * tier_report.h - segmented customers as a part of a report: what a portfolio of customers comes to.
 *
 * Sections: tiers, slipping, movement, grid (R by F), segments, lifecycle, concentration, and those of
 * lifetime value (report/clv_report.h); those that the data cannot fill are left out.
 */
#ifndef CRM_TIER_REPORT_H
#define CRM_TIER_REPORT_H

#include "analysis/portfolio.h"
#include "report/report.h"

/* As report/parts.h wants them; what is read is a struct portfolio. */
void *tier_report_read(struct report *report, struct flow_run *run, struct input *input);
void tier_report_add(struct report *report, const void *portfolio);

#endif
