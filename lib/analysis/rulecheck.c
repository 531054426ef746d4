#include "base/base.h"

#include <math.h>

#include "analysis/rulecheck.h"
#include "base/die.h"
#include "base/mem.h"

#define CELLS 125 /* of five scores each */

/* What rules do on a number of cells or rows. */
struct tally {
    uint64_t cases, gaps, overlaps;
    uint64_t *holds, *decides; /* by rule */
    char first_gap[8];         /* a cell */
};

static void count_case(struct tally *t, size_t rules, const bool *holds)
{
    size_t n = 0;
    for (size_t i = 0; i < rules; i++) {
        t->holds[i] += holds[i];
        t->decides[i] += holds[i] && n == 0;
        n += holds[i];
    }
    t->cases++;
    t->gaps += n == 0;
    t->overlaps += n > 1;
}

static void try_cells(struct tally *t, size_t rules, struct condition *const *conditions,
                      bool *holds)
{
    for (unsigned cell = 0; cell < CELLS; cell++) {
        const unsigned score[3] = {cell / 25 + 1, cell / 5 % 5 + 1, cell % 5 + 1};
        const char *reason;
        for (size_t i = 0; i < rules; i++) {
            holds[i] = population_holds_of_scores(conditions[i], score, &reason) == EXPR_TRUE;
        }
        uint64_t gaps = t->gaps;
        count_case(t, rules, holds);
        if (t->gaps == 1 && gaps == 0) {
            snprintf(t->first_gap, sizeof t->first_gap, "%u%u%u", score[0] % 10, score[1] % 10,
                     score[2] % 10);
        }
    }
}

static void try_rows(struct tally *t, const struct population *p, struct policy_rules rules,
                     struct condition *const *conditions, const bool *skip, bool *holds)
{
    for (size_t row = 0; row < population_count(p); row++) {
        const char *reason = "";
        for (size_t i = 0; i < rules.count; i++) {
            enum expr_result result = population_holds(p, conditions[i], row, &reason);
            if (result == EXPR_ERROR) {
                die(STATUS_DATA, "%s.when: row %zu: %s", rules.rule[i].at, row + 1, reason);
            }
            holds[i] = result == EXPR_TRUE;
        }
        if (!skip || !skip[row]) {
            count_case(t, rules.count, holds);
        }
    }
}

__attribute__((format(printf, 4, 5))) static void tell(const struct rulecheck *check,
                                                       const char *at, const char *finding,
                                                       const char *format, ...)
{
    char detail[256];
    va_list args;
    va_start(args, format);
    vsnprintf(detail, sizeof detail, format, args);
    va_end(args);
    check->found(check->context, at, finding, detail);
}

static void tell_whole(const struct tally *t, const struct rulecheck *check, const char *what)
{
    if (t->gaps > 0 && check->gaps) {
        tell(check, check->section, "gap", "%" PRIu64 " of %" PRIu64 " %s meet no rule%s%s", t->gaps,
             t->cases, what, t->first_gap[0] ? ", the first of them " : "", t->first_gap);
    }
    if (t->overlaps > 0 && check->overlaps) {
        tell(check, check->section, "overlap",
             "%" PRIu64 " of %" PRIu64 " %s meet more than one rule; the first decides",
             t->overlaps, t->cases, what);
    }
}

static void tell_unreachable(const struct tally *t, size_t i, const char *at,
                             const struct rulecheck *check, const char *what)
{
    if (t->holds[i] > 0 && t->decides[i] == 0) {
        tell(check, at, "unreachable", "earlier rules take all %" PRIu64 " %s that it holds of",
             t->holds[i], what);
    }
}

static void tell_structure(struct policy_rules rules, const struct rulecheck *check)
{
    for (size_t i = 0; i + 1 < rules.count; i++) {
        if (rules.rule[i].when.n == 0) {
            tell(check, rules.rule[i + 1].at, "unreachable",
                 "%.*s before it has no condition and takes all", STRF(rules.rule[i].name));
            return;
        }
    }
    if (check->gaps && !check->rest_named && rules.rule[rules.count - 1].when.n > 0) {
        tell(check, check->section, "gap", "the last rule has a condition: who meets none?");
    }
}

static struct tally new_tally(size_t rules)
{
    return (struct tally){.holds = mem_new(rules, sizeof(uint64_t)),
                          .decides = mem_new(rules, sizeof(uint64_t))};
}

static void free_tally(struct tally *t)
{
    free(t->holds);
    free(t->decides);
}

void rulecheck(const struct population *population, struct policy_rules rules,
               struct condition *const *conditions, const struct rulecheck *check)
{
    bool of_scores = true;
    for (size_t i = 0; i < rules.count; i++) {
        of_scores &= population_is_of_scores(conditions[i]);
    }
    bool data = population_count(population) > 0;
    bool *holds = mem_new(rules.count, sizeof *holds);
    struct tally cells = new_tally(rules.count);
    struct tally rows = new_tally(rules.count);
    if (of_scores) {
        try_cells(&cells, rules.count, conditions, holds);
        tell_whole(&cells, check, "cells of r, f and m");
    } else if (!data) {
        tell_structure(rules, check);
    }
    if (data) {
        try_rows(&rows, population, rules, conditions, check->skip, holds);
    }
    if (data && !of_scores) {
        tell_whole(&rows, check, "customers");
    }
    for (size_t i = 0; i < rules.count; i++) {
        if (of_scores) {
            tell_unreachable(&cells, i, rules.rule[i].at, check, "cells");
        } else if (data) {
            tell_unreachable(&rows, i, rules.rule[i].at, check, "customers");
        }
        if (data && rows.holds[i] == 0) {
            tell(check, rules.rule[i].at, "never holds", "%.*s: true of none of %" PRIu64 " customers",
                 STRF(rules.rule[i].name), rows.cases);
        }
    }
    free(holds);
    free_tally(&cells);
    free_tally(&rows);
}
