/*
 * tier_report.h - the tier report: what a portfolio of customers comes to, as a doc.
 *
 *     tier_report_write(&portfolio, &doc, &charts);
 *     charts drawn:  tier_report_charts(&charts, ...)
 *
 * Sections: tiers, slipping, movement, grid (R by F), segments, lifecycle, concentration; those that
 * the data cannot fill are left out.
 */
#ifndef CRM_TIER_REPORT_H
#define CRM_TIER_REPORT_H

#include "analysis/portfolio.h"
#include "report/doc.h"
#include "report/plot.h"

/* Fills the doc, whose title may be set already. With `plot` not NULL, charts too; it is used up.
 * False where gnuplot failed: the doc is whole but for its charts. */
bool tier_report(const struct portfolio *portfolio, struct doc *doc, struct plot *plot);

#endif
