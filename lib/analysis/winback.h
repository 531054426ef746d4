/*
 * winback.h - whom to try to win back, and whether it helped.
 *
 * Candidates are at risk, lapsed or lost, ranked by the value at risk. Each falls into the hold-out
 * by chance - by its id and the seed, so that the same run gives the same list - and is then not
 * contacted: only the difference between those contacted and those held out shows what a campaign
 * adds.
 */
#ifndef CRM_WINBACK_H
#define CRM_WINBACK_H

#include "analysis/churn.h"
#include "analysis/roster.h"

enum winback_channel { WINBACK_ANY, WINBACK_EMAIL, WINBACK_SMS, WINBACK_PHONE };

struct winback_settings {
    uint64_t budget;  /* customers to contact */
    double holdout;   /* share, 0 to below 1 */
    uint64_t seed;
    enum winback_channel channel;
};

struct winback_candidate {
    size_t customer; /* of the churn */
    struct churn_verdict verdict;
    bool held_out;
};

struct winback {
    struct winback_candidate *list; /* by rank */
    size_t count;
    uint64_t candidates, contacted, held_out;
    uint64_t no_consent; /* candidates that may not be contacted by the channel */
};

/* Columns of customers=FILE that consent is read from, in the order of a roster's cells. */
#define WINBACK_CONSENT 5
extern const struct str winback_consent_columns[WINBACK_CONSENT];

/* `roster` NULL: nobody's consent is known, all are candidates. */
void winback_list(const struct churn *churn, struct roster *roster,
                  const struct winback_settings *settings, struct winback *out);

#endif
