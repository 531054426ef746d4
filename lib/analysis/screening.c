#include "base/base.h"

#include "analysis/screening.h"
#include "base/die.h"
#include "base/mem.h"

void screening_init(struct screening *s, struct population *population, struct policy_rules rules)
{
    *s = (struct screening){population, rules, mem_new(rules.count, sizeof *s->condition)};
    for (size_t i = 0; i < rules.count; i++) {
        char message[EXPR_MESSAGE];
        s->condition[i] = population_condition(population, rules.rule[i].when,
                                               rules.rule[i].at, message);
        if (!s->condition[i]) {
            die(STATUS_USAGE, "%s.when: %s", rules.rule[i].at, message);
        }
    }
}

bool screening_place(const struct screening *s, size_t row, const struct policy_rule **rule,
                     const char **reason)
{
    *rule = NULL;
    for (size_t i = 0; i < s->rules.count && !*rule; i++) {
        enum expr_result result = population_holds(s->population, s->condition[i], row, reason);
        if (result == EXPR_ERROR) {
            return false;
        }
        *rule = result == EXPR_TRUE ? &s->rules.rule[i] : NULL;
    }
    return true;
}
