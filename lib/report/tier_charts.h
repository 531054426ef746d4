/*
 * tier_charts.h - the charts of the tier report, each of the section whose table has its numbers.
 */
#ifndef CRM_TIER_CHARTS_H
#define CRM_TIER_CHARTS_H

#include "analysis/portfolio.h"
#include "report/report.h"

/* Bars: share of customers and of net revenue by tier. */
void tier_charts_tiers(struct report *report, const struct portfolio *portfolio,
                       struct doc_section *section);
/* Bars: net revenue of those who moved. */
void tier_charts_movement(struct report *report, const struct portfolio *portfolio,
                          struct doc_section *section);
/* The grid of scores, shaded as the table of the section is. */
void tier_charts_grid(struct report *report, const struct portfolio *portfolio,
                      struct doc_section *section);
/* The Lorenz curve of net revenue. */
void tier_charts_concentration(struct report *report, const struct portfolio *portfolio,
                               struct doc_section *section);
/* The cell of the grid at a place of the picture: the best frequency at the top. */
const struct portfolio_cell *tier_charts_cell(const struct portfolio *portfolio, size_t row,
                                              size_t column);

#endif
