/*
 * clv_report.h - lifetime value in the report of segmented customers: sections clv (by tier),
 * clv_segments, clv_leaving, clv_concentration. Nothing where the portfolio has no outlook.
 */
#ifndef CRM_CLV_REPORT_H
#define CRM_CLV_REPORT_H

#include "analysis/portfolio.h"
#include "report/report.h"

void clv_report(struct report *report, const struct portfolio *portfolio);

#endif
