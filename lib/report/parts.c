#include "base/base.h"

#include "report/backlog_report.h"
#include "report/backtest_report.h"
#include "report/causes_report.h"
#include "report/cohort_report.h"
#include "report/control_report.h"
#include "report/drivers_report.h"
#include "report/parts.h"
#include "report/service_report.h"
#include "report/survey_report.h"
#include "report/survival_report.h"
#include "report/tier_report.h"

const struct part parts[PARTS] = {
    {KIND_SCORES, "Customer tiers", tier_report_read, tier_report_add},
    {KIND_COHORTS, "Retention of customers", cohort_report_read, cohort_report_add},
    {KIND_SURVIVAL, "Survival", survival_report_read, survival_report_add},
    {KIND_BACKTEST, "Forecast against outcome", backtest_report_read, backtest_report_add},
    {KIND_SURVEY, "Satisfaction", survey_report_read, survey_report_add},
    {KIND_DRIVERS, "What satisfaction hangs on", drivers_report_read, drivers_report_add},
    {KIND_SERVICE, "Service", service_report_read, service_report_add},
    {KIND_BACKLOG, "Backlog", backlog_report_read, backlog_report_add},
    {KIND_CAUSES, "Causes", causes_report_read, causes_report_add},
    {KIND_CONTROL, "Control charts", control_report_read, control_report_add},
};

const char parts_title[] = "Customer report";
