#include "base/base.h"

#include "analysis/scorecard.h"
#include "base/die.h"
#include "base/mem.h"

struct scorecard {
    const struct population *population;
    const struct policy_scorecard *policy;
    struct condition **gate;
    struct condition ***rule; /* by criterion */
};

static struct condition *compile(struct population *population, const struct policy_rule *rule)
{
    char message[EXPR_MESSAGE];
    struct condition *condition = population_condition(population, rule->when, rule->at, message);
    if (!condition) {
        die(STATUS_USAGE, "%s.when: %s", rule->at, message);
    }
    return condition;
}

struct scorecard *scorecard_new(struct population *population, const struct policy *policy,
                                const char *file)
{
    const struct policy_scorecard *section = &policy->scorecard;
    if (section->criterion_count == 0) {
        die(STATUS_DATA, "%s: it has no section \"scorecard\"", file);
    }
    struct scorecard *card = mem_new(1, sizeof *card);
    card->population = population;
    card->policy = section;
    card->gate = mem_new(section->gates.count, sizeof *card->gate);
    card->rule = mem_new(section->criterion_count, sizeof *card->rule);
    for (size_t i = 0; i < section->gates.count; i++) {
        card->gate[i] = compile(population, &section->gates.rule[i]);
    }
    for (size_t i = 0; i < section->criterion_count; i++) {
        const struct policy_rules *rules = &section->criterion[i].points;
        card->rule[i] = mem_new(rules->count, sizeof *card->rule[i]);
        for (size_t k = 0; k < rules->count; k++) {
            card->rule[i][k] = compile(population, &rules->rule[k]);
        }
    }
    return card;
}

/* The share of a criterion's best points that the row gets. */
static bool share_of(const struct scorecard *card, size_t criterion, size_t row, double *share,
                     const char **reason)
{
    const struct policy_criterion *c = &card->policy->criterion[criterion];
    double best = 0;
    for (size_t i = 0; i < c->points.count; i++) {
        best = c->points.rule[i].points > best ? c->points.rule[i].points : best;
    }
    *share = 0;
    for (size_t i = 0; i < c->points.count; i++) {
        enum expr_result result =
            population_holds(card->population, card->rule[criterion][i], row, reason);
        if (result == EXPR_ERROR) {
            return false;
        }
        if (result == EXPR_TRUE) {
            *share = c->points.rule[i].points / best;
            return true;
        }
    }
    return true;
}

bool scorecard_of(const struct scorecard *card, size_t row, struct scorecard_verdict *verdict,
                  const char **reason)
{
    const struct policy_scorecard *section = card->policy;
    double sum = 0, weights = 0, dearest = 0;
    *verdict = (struct scorecard_verdict){0};
    for (size_t i = 0; i < section->criterion_count; i++) {
        const struct policy_criterion *c = &section->criterion[i];
        double share;
        if (!share_of(card, i, row, &share, reason)) {
            return false;
        }
        sum += c->weight * share;
        weights += c->weight;
        if (c->weight * (1 - share) > dearest) {
            dearest = c->weight * (1 - share);
            verdict->by = c->name;
        }
    }
    verdict->score = sum / weights * 100;
    verdict->result = verdict->score >= section->pass   ? S("pass")
                      : verdict->score >= section->hold ? S("hold")
                                                        : S("reject");
    for (size_t i = 0; i < section->gates.count; i++) {
        enum expr_result result = population_holds(card->population, card->gate[i], row, reason);
        if (result == EXPR_ERROR) {
            return false;
        }
        if (result == EXPR_TRUE) {
            verdict->result = section->gates.rule[i].result;
            verdict->by = section->gates.rule[i].name;
            break;
        }
    }
    return true;
}

void scorecard_free(struct scorecard *card)
{
    for (size_t i = 0; i < card->policy->criterion_count; i++) {
        free(card->rule[i]);
    }
    free(card->rule);
    free(card->gate);
    free(card);
}
