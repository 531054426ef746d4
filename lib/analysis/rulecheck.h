/*
 * rulecheck.h - what is suspicious about rules of which the first that holds decides.
 *
 *   gap            cells or customers that no rule takes
 *   overlap        cells or customers that more than one rule would take
 *   unreachable    earlier rules take all that this one holds of
 *   never holds    true of no customer of this data
 *
 * Rules that look at r, f and m alone are tried on all cells of scores 1 to 5; the others need
 * data: a population that has been settled.
 */
#ifndef CRM_RULECHECK_H
#define CRM_RULECHECK_H

#include "rules/policy.h"
#include "rules/population.h"

struct rulecheck {
    void (*found)(void *context, const char *at, const char *finding, const char *detail);
    void *context;
    const char *section; /* "policy.json: tiers" */
    bool gaps;           /* tell them; what no rule takes may have its meaning */
    bool rest_named;     /* what no rule takes has a name: without data no gap is told */
    bool overlaps;       /* tell them; lists of thresholds overlap on purpose */
    const bool *skip;    /* by row: not meant, or NULL */
};

/* `conditions` of the rules, compiled on the population. */
void rulecheck(const struct population *population, struct policy_rules rules,
               struct condition *const *conditions, const struct rulecheck *check);

#endif
