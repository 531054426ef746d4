/*
 * score.h - the parts of crm-score: scores (crm-score.c), and the other tables that it makes.
 */
#ifndef CRM_SCORE_PARTS_H
#define CRM_SCORE_PARTS_H

#include "analysis/rollup.h"
#include "cli/clv_options.h"

struct settings {
    int unit;
    uint64_t bins;
    int method;
    bool nested;
    struct opt_list breaks;
    const char *thresholds, *save_thresholds;
    const char *monetary;
    int refunds; /* 0 net, 1 ignore */
    const char *keep;
    const char *currency;
    bool by_currency;
    bool clv, intervals;
    struct clv_options model;
    const char *backtest;
    const char *forecast;
    const char *scorecard;
};

/* --backtest: forecasts against what came. */
int score_backtest(const struct settings *typed, struct cli *cli, struct rollup_settings *rollup,
                   const struct clv_settings *settings);
/* --forecast: by week, what is to come of the customers there are. */
int score_forecast(const struct settings *typed, struct cli *cli, struct rollup_settings *rollup,
                   struct clv *clv);
/* --scorecard: the rows as they are, with what a policy's scorecard says of each. */
int score_scorecard(const struct settings *typed, struct cli *cli);

#endif
