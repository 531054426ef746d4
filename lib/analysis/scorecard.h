/*
 * scorecard.h - weighted criteria with hard gates: is a customer (or a supplier) to be taken on?
 *
 * The policy's section "scorecard":
 *
 *     {"pass": 70, "hold": 50,
 *      "gates":    [{"name": "credit", "when": "days_late > 60", "result": "reject"}],
 *      "criteria": [{"name": "size", "weight": 30,
 *                    "points": [{"when": "employees >= 100", "points": 10},
 *                               {"when": "employees >= 20", "points": 5}]}]}
 *
 * A criterion gives the points of its first rule that holds, 0 where none does, as a share of its
 * best rule's points. The score is the weighted mean of these shares, 0 to 100. The first gate that
 * holds decides, whatever the score; else the score does: pass from "pass" on, hold from "hold" on,
 * reject below. Decided by the score, `by` names the criterion that cost the most.
 */
#ifndef CRM_SCORECARD_H
#define CRM_SCORECARD_H

#include "rules/policy.h"
#include "rules/population.h"

struct scorecard;

struct scorecard_verdict {
    double score; /* 0 to 100 */
    struct str result; /* pass, hold, reject */
    struct str by;     /* the gate, or the criterion that cost the most; empty where none cost any */
};

/* Ends the run where a condition does not compile, or the policy has no scorecard. */
struct scorecard *scorecard_new(struct population *population, const struct policy *policy,
                                const char *file);
/* False with a reason where a condition fails on the row. */
bool scorecard_of(const struct scorecard *card, size_t row, struct scorecard_verdict *verdict,
                  const char **reason);
void scorecard_free(struct scorecard *card);

#endif
