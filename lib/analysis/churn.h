/*
 * churn.h - who is leaving and who has left, with the rule that says so.
 *
 *     struct churn churn;
 *     churn_init(&churn, &settings);
 *     rollup_run(..., churn_take, &churn, ...)        by day
 *     churn_settle(&churn, as_of, message)
 *     churn_of(&churn, i, &verdict)
 *
 * The first that holds:
 *
 *   lost      silent for longer than g2 (analysis/lifecycle.h), and p_alive below `lost`
 *   lapsed    silent for longer than g2
 *   at risk   silent for longer than the customer's own rhythm explains: P(gap > silence) below
 *             `threshold` (stats/cadence.h)
 *   slowing   fewer purchase days in the last `window` days than the own past explains: exact
 *             conditional test of two rates (stats/rates.h), P below `threshold`
 *   active    none of these
 */
#ifndef CRM_CHURN_H
#define CRM_CHURN_H

#include "analysis/clv.h"
#include "analysis/lifecycle.h"
#include "stats/cadence.h"

enum churn_status { CHURN_ACTIVE, CHURN_SLOWING, CHURN_AT_RISK, CHURN_LAPSED, CHURN_LOST };

struct churn_settings {
    struct clv_settings clv;
    double threshold; /* .05 */
    double lost;      /* p_alive below it: .1 */
    int32_t window;   /* days that are recent */
    double g1, g2;    /* days; negative: from the data */
    size_t keep_count;
};

struct churn_customer {
    struct str id, currency;
    struct str *keep;
    size_t day, days; /* of churn->day */
    struct cadence cadence;
    struct lifecycle_days life;
};

struct churn {
    struct churn_settings settings;
    struct clv clv; /* its customers are these, in the same order */
    struct churn_customer *customer;
    size_t count, room;
    int32_t *day; /* purchase days, customer by customer */
    size_t days, day_room;
    struct cadence_population population;
    bool has_cadence;
    const char *clv_fault; /* why there is no lifetime model, or NULL */
    char message[CLV_MESSAGE];
    struct lifecycle_cuts cuts;
    size_t repeaters; /* that told the cuts */
    int32_t as_of;
    struct str before; /* a customer whose first rows are all paid back, and their net */
    double before_spend;
    struct arena arena;
};

struct churn_verdict {
    int32_t silence;        /* days */
    double typical;         /* days of the own rhythm; NaN: none */
    double silence_p;       /* P(gap > silence); NaN: no rhythm to learn */
    uint64_t recent;        /* purchase days in the window */
    double rate_p;
    double alive;           /* NaN: no model */
    double expected_value;  /* within the horizon; NaN: no model */
    double value_at_risk;   /* at the own past rate, less what is expected now; NaN */
    enum lifecycle_stage stage;
    enum churn_status status;
    const char *rule;       /* "silence > g2", ... ; "" for active */
};

void churn_init(struct churn *churn, const struct churn_settings *settings);
void churn_take(void *context, const struct rollup_row *row);
void churn_settle(struct churn *churn, int32_t as_of);
void churn_of(const struct churn *churn, size_t i, struct churn_verdict *verdict);
/* "at risk" */
const char *churn_status_name(enum churn_status status);
void churn_free(struct churn *churn);

#endif
