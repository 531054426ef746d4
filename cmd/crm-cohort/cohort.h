/*
 * cohort.h - the parts of crm-cohort: retention (crm-cohort.c) and survival.
 */
#ifndef CRM_COHORT_PARTS_H
#define CRM_COHORT_PARTS_H

#include "analysis/durations.h"
#include "analysis/rollup.h"
#include "cli/cli.h"

struct settings {
    const char *by;
    int matrix;
    int refunds;
    const char *currency;
    bool survival, second, curve;
    int interval;
    const char *silence, *seen_from;
    struct durations_columns columns;
};

/* The settings of a rollup by a period. */
void cohort_read_rollup(const struct settings *typed, struct cli *cli, enum date_period by,
                        struct rollup_settings *settings);

/* --survival */
int survival_put(const struct settings *typed, struct cli *cli);

#endif
