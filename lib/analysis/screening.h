/*
 * screening.h - pass, hold or reject, by the first rule of the policy that holds; pass where none
 * does.
 */
#ifndef CRM_SCREENING_H
#define CRM_SCREENING_H

#include "rules/policy.h"
#include "rules/population.h"

struct screening {
    const struct population *population;
    struct policy_rules rules;
    struct condition **condition;
};

/* Ends the run where a condition does not compile. */
void screening_init(struct screening *screening, struct population *population,
                    struct policy_rules rules);
/* The rule that decides, or NULL where none holds; false with a reason where a condition fails on
 * the row. */
bool screening_place(const struct screening *screening, size_t row,
                     const struct policy_rule **rule, const char **reason);

#endif
