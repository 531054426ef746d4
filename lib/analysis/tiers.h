/*
 * tiers.h - tiers of customers: the first rule that holds decides, the best tier first.
 *
 *     struct tiers *tiers = tiers_new(population, rules, hysteresis, message);   before the first row
 *     tiers_settle(tiers);                                                       after the last
 *     tiers_place(tiers, row, previous, &place, &reason);
 *
 * Without rules of one's own:
 *
 *     VIP         top_monetary < 0.5    those who bring the first half of the revenue
 *     important   top_monetary < 0.8    those who bring the next 30 %
 *     ordinary                          the others; all whose net is 0 or less
 *
 * Hysteresis: a customer keeps the tier that it had until its figure is the given share below that
 * tier's entry, so that nobody moves up and down with every order of others. Tiers whose rule is a
 * single comparison have an entry (rules/population.h); others hold nobody back.
 */
#ifndef CRM_TIERS_H
#define CRM_TIERS_H

#include "rules/policy.h"
#include "rules/population.h"

#define TIER_HYSTERESIS 0.1
#define TIER_NONE (-1)

struct tiers;

struct tier_place {
    int tier;        /* from 0, the best; TIER_NONE where no rule holds */
    bool held;       /* kept by hysteresis, above what the rules say */
    double distance; /* to the entry of the next better tier, in 1/10000; NaN where there is none */
};

/* `rules` without any: the tiers above. Ends the run where a condition does not compile. */
struct tiers *tiers_new(struct population *population, struct policy_rules rules,
                        double hysteresis);
void tiers_settle(struct tiers *tiers);
size_t tiers_count(const struct tiers *tiers);
struct str tiers_name(const struct tiers *tiers, int tier);
/* TIER_NONE for a name that is none of them. */
int tiers_named(const struct tiers *tiers, struct str name);
/* The value of `column` from which on a tier begins, in 1/10000; NaN where it has no entry. */
double tiers_entry(const struct tiers *tiers, int tier, size_t group);
/* Whether that column holds amounts. */
bool tiers_entry_is_money(const struct tiers *tiers, int tier);
/* For checking them (analysis/rulecheck.h). */
struct condition *const *tiers_conditions(const struct tiers *tiers);
/* False with a reason where a condition fails on the row. */
bool tiers_place(const struct tiers *tiers, size_t row, int previous, struct tier_place *place,
                 const char **reason);
void tiers_free(struct tiers *tiers);

#endif
