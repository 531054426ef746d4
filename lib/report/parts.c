#include "base/base.h"

#include "report/backtest_report.h"
#include "report/cohort_report.h"
#include "report/parts.h"
#include "report/survival_report.h"
#include "report/tier_report.h"

const struct part parts[PARTS] = {
    {KIND_SCORES, "Customer tiers", tier_report_read, tier_report_add},
    {KIND_COHORTS, "Retention of customers", cohort_report_read, cohort_report_add},
    {KIND_SURVIVAL, "Survival", survival_report_read, survival_report_add},
    {KIND_BACKTEST, "Forecast against outcome", backtest_report_read, backtest_report_add},
};

const char parts_title[] = "Customer report";
