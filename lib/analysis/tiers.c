#include "base/base.h"

#include <math.h>

#include "analysis/tiers.h"
#include "base/die.h"
#include "base/mem.h"

static const struct policy_rule standard[] = {
    {.name = {"VIP", 3}, .when = {"top_monetary < 0.5", 18}, .at = "the built-in tier VIP"},
    {.name = {"important", 9}, .when = {"top_monetary < 0.8", 18}, .at = "the built-in tier important"},
    {.name = {"ordinary", 8}, .at = "the built-in tier ordinary"},
};

struct tiers {
    const struct population *population;
    struct policy_rules rules;
    double hysteresis;
    struct condition **condition;
    double *entry; /* by group and tier */
};

struct tiers *tiers_new(struct population *population, struct policy_rules rules,
                        double hysteresis)
{
    struct tiers *t = mem_new(1, sizeof *t);
    t->population = population;
    t->rules = rules.count > 0 ? rules : (struct policy_rules){standard, COUNT_OF(standard)};
    t->hysteresis = hysteresis;
    t->condition = mem_new(t->rules.count, sizeof *t->condition);
    for (size_t i = 0; i < t->rules.count; i++) {
        char message[EXPR_MESSAGE];
        t->condition[i] = population_condition(population, t->rules.rule[i].when,
                                               t->rules.rule[i].at, message);
        if (!t->condition[i]) {
            die(STATUS_USAGE, "%s.when: %s", t->rules.rule[i].at, message);
        }
    }
    return t;
}

void tiers_settle(struct tiers *t)
{
    size_t groups = population_groups(t->population);
    t->entry = mem_new(mem_mul(groups, t->rules.count), sizeof *t->entry);
    for (size_t group = 0; group < groups; group++) {
        for (size_t i = 0; i < t->rules.count; i++) {
            bool has = population_entry_column(t->condition[i]) >= 0;
            t->entry[group * t->rules.count + i] =
                has ? population_entry(t->population, t->condition[i], group) : NAN;
        }
    }
}

size_t tiers_count(const struct tiers *t)
{
    return t->rules.count;
}

struct str tiers_name(const struct tiers *t, int tier)
{
    return tier == TIER_NONE ? (struct str){0} : t->rules.rule[tier].name;
}

int tiers_named(const struct tiers *t, struct str name)
{
    for (size_t i = 0; i < t->rules.count; i++) {
        if (str_eq(t->rules.rule[i].name, name)) {
            return (int)i;
        }
    }
    return TIER_NONE;
}

double tiers_entry(const struct tiers *t, int tier, size_t group)
{
    return t->entry[group * t->rules.count + (size_t)tier];
}

bool tiers_entry_is_money(const struct tiers *t, int tier)
{
    ptrdiff_t column = tier < 0 ? -1 : population_entry_column(t->condition[tier]);
    return column >= 0 && population_is_money(t->population, column);
}

struct condition *const *tiers_conditions(const struct tiers *t)
{
    return t->condition;
}

/* What the tier's entry is measured by; NaN where it has none, or the customer no such number. */
static double figure(const struct tiers *t, int tier, size_t row)
{
    ptrdiff_t column = population_entry_column(t->condition[tier]);
    return column < 0 ? NAN : population_number(t->population, column, row);
}

/* The best tier from `previous` down to above `tier` whose entry is not yet missed by the margin. */
static int kept_tier(const struct tiers *t, size_t row, int previous, int tier)
{
    size_t group = population_group(t->population, row);
    for (int i = previous; i < tier; i++) {
        double entry = tiers_entry(t, i, group);
        if (entry > 0 && figure(t, i, row) > entry - entry * t->hysteresis) {
            return i;
        }
    }
    return tier;
}

bool tiers_place(const struct tiers *t, size_t row, int previous, struct tier_place *place,
                 const char **reason)
{
    *place = (struct tier_place){TIER_NONE, false, NAN};
    for (size_t i = 0; i < t->rules.count; i++) {
        enum expr_result result =
            population_holds(t->population, t->condition[i], row, reason);
        if (result == EXPR_ERROR) {
            return false;
        }
        if (result == EXPR_TRUE) {
            place->tier = (int)i;
            break;
        }
    }
    if (previous != TIER_NONE && place->tier > previous) {
        int kept = kept_tier(t, row, previous, place->tier);
        place->held = kept != place->tier;
        place->tier = kept;
    }
    if (place->tier > 0) {
        size_t group = population_group(t->population, row);
        double distance = tiers_entry(t, place->tier - 1, group) - figure(t, place->tier - 1, row);
        place->distance = distance < 0 ? 0 : distance;
    }
    return true;
}

void tiers_free(struct tiers *t)
{
    free(t->condition);
    free(t->entry);
    free(t);
}
