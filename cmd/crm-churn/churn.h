/*
 * churn.h - the parts of crm-churn: the table of all customers (crm-churn.c), win-back lists and what
 * came of them, and predictions learnt from labelled rows.
 */
#ifndef CRM_CHURN_PARTS_H
#define CRM_CHURN_PARTS_H

#include "analysis/rollup.h"
#include "analysis/winback.h"
#include "cli/clv_options.h"
#include "value/number.h"

struct settings {
    struct clv_options model;
    const char *threshold, *lost, *window, *g1, *g2;
    int refunds;
    const char *keep, *currency;
    uint64_t winback;
    const char *holdout;
    uint64_t seed;
    int channel;
    const char *evaluate;
    const char *fit, *predict, *outcome, *ignore;
};

/* A share such as 0.1 or 10%, at least 0 and below 1; else a usage error. */
double churn_share(const char *option, const char *text);

/* Opens the output: `lead` columns, those of a customer, the kept ones. Returns their number. */
size_t churn_lay_out(struct cli *cli, const struct encode_column *lead, size_t lead_count,
                     const struct rollup_extras *extras);
/* The cells of a customer, behind the lead. */
void churn_cells(const struct churn *churn, size_t i, const struct churn_verdict *v,
                 struct arena *scratch, struct str *cells);

/* --winback: the list of whom to contact. `roster` NULL: no consent is known. */
void winback_put(struct cli *cli, const struct settings *typed, const struct churn *churn,
                 struct roster *roster, const struct rollup_extras *extras);
/* --evaluate: did they come back? */
int winback_evaluate(struct cli *cli, const struct settings *typed,
                     struct rollup_settings *rollup);
/* --fit, --predict: over the columns of any table. */
int predict_fit(struct cli *cli, const struct settings *typed);
int predict_put(struct cli *cli, const struct settings *typed);

#endif
