/*
 * churn.h - the parts of crm-churn: the table of all customers (crm-churn.c), win-back lists and
 * what came of them, what churned customers had in common, and predictions learnt from labelled
 * rows.
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
    bool why;
    const char *cut;
};

/* Defaults of options that were not given, where no value that can be typed is one. */
#define CHURN_NO_NUMBER UINT64_MAX
#define CHURN_NO_CHOICE (-1)

/* What stands beside the orders, which are cli->inputs; NULL where there is none. */
struct churn_inputs {
    struct input *customers, *tickets, *surveys;
};

/* What --threshold, --g1 and their like say, and what they are where they are not given. */
void churn_read_settings(const struct settings *typed, struct churn_settings *settings);
/* A span such as 180d or 6m, at most 100 years; else a usage error. */
struct date_span churn_span(const char *option, const char *text);
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
/* --why: what they had in common. */
int why_put(struct cli *cli, const struct settings *typed, struct rollup_settings *rollup,
            const struct churn_inputs *inputs);
/* --fit, --predict: over the columns of any table. */
int predict_fit(struct cli *cli, const struct settings *typed);
int predict_put(struct cli *cli, const struct settings *typed);

#endif
