#include "base/base.h"

#include "analysis/segments.h"
#include "base/die.h"
#include "base/mem.h"

#define RULE(name_, when_)                                                                         \
    {                                                                                              \
        .name = {name_, sizeof(name_) - 1}, .when = {when_, sizeof(when_) - 1},                    \
        .at = "the built-in segment " name_                                                        \
    }

static const struct policy_rule rf25[] = {
    RULE("Hibernating", "r <= 2 AND f <= 2"),
    RULE("At Risk", "r <= 2 AND f BETWEEN 3 AND 4"),
    RULE("Can't Lose", "r <= 2 AND f = 5"),
    RULE("About To Sleep", "r = 3 AND f <= 2"),
    RULE("Need Attention", "r = 3 AND f = 3"),
    RULE("Loyal", "r BETWEEN 3 AND 4 AND f >= 4"),
    RULE("Promising", "r = 4 AND f = 1"),
    RULE("New", "r = 5 AND f = 1"),
    RULE("Potential Loyalist", "r >= 4 AND f BETWEEN 2 AND 3"),
    RULE("Champions", "r = 5 AND f >= 4"),
};

/* R package rfm 0.3.0, README, in its order. */
static const struct policy_rule rfm10[] = {
    RULE("Champions", "r = 5 AND f = 5 AND m = 5"),
    RULE("Potential Loyalist", "r >= 3 AND f >= 3 AND m >= 2"),
    RULE("Loyal Customers", "r BETWEEN 2 AND 4 AND f BETWEEN 2 AND 4 AND m BETWEEN 2 AND 4"),
    RULE("Promising", "r BETWEEN 3 AND 4 AND f <= 3 AND m >= 3"),
    RULE("New Customers", "r >= 4 AND f <= 3"),
    RULE("Can't Lose Them", "r <= 2 AND f BETWEEN 3 AND 4 AND m >= 4"),
    RULE("At Risk", "r <= 2 AND f >= 2 AND m >= 4"),
    RULE("Need Attention", "r <= 3 AND f >= 3 AND m >= 3"),
    RULE("About To Sleep", "r BETWEEN 2 AND 3 AND f <= 3 AND m <= 4"),
    RULE("Lost", "r = 1"),
};

/* R package rfm up to 0.2, docs, in its order. */
static const struct policy_rule rfm11[] = {
    RULE("Champions", "r >= 4 AND f >= 4 AND m >= 4"),
    RULE("Loyal Customers", "r >= 2 AND f >= 3 AND m >= 3"),
    RULE("Potential Loyalist", "r >= 3 AND f <= 3 AND m <= 3"),
    RULE("New Customers", "r >= 4 AND f <= 1 AND m <= 1"),
    RULE("Promising", "r BETWEEN 3 AND 4 AND f <= 1 AND m <= 1"),
    RULE("Need Attention", "r BETWEEN 2 AND 3 AND f BETWEEN 2 AND 3 AND m BETWEEN 2 AND 3"),
    RULE("About To Sleep", "r BETWEEN 2 AND 3 AND f <= 2 AND m <= 2"),
    RULE("At Risk", "r <= 2 AND f >= 2 AND m >= 2"),
    RULE("Can't Lose Them", "r <= 1 AND f >= 4 AND m >= 4"),
    RULE("Hibernating", "r <= 2 AND f <= 2 AND m <= 2"),
    RULE("Lost", "r <= 2 AND f <= 2 AND m <= 2"),
};

#define CN8(by)                                                                                    \
    {                                                                                              \
        RULE("Important value", CN8_R(by, "<=") CN8_F(by, ">=") CN8_M(by, ">=")),                  \
        RULE("Important development", CN8_R(by, "<=") CN8_F(by, "<") CN8_M(by, ">=")),             \
        RULE("Important retention", CN8_R(by, ">") CN8_F(by, ">=") CN8_M(by, ">=")),               \
        RULE("Important win-back", CN8_R(by, ">") CN8_F(by, "<") CN8_M(by, ">=")),                 \
        RULE("General value", CN8_R(by, "<=") CN8_F(by, ">=") CN8_M(by, "<")),                     \
        RULE("General development", CN8_R(by, "<=") CN8_F(by, "<") CN8_M(by, "<")),                \
        RULE("General retention", CN8_R(by, ">") CN8_F(by, ">=") CN8_M(by, "<")),                  \
        RULE("General win-back", CN8_R(by, ">") CN8_F(by, "<") CN8_M(by, "<")),                    \
    }
#define CN8_R(by, sign) "recency_days " sign " " by "_recency_days"
#define CN8_F(by, sign) " AND frequency " sign " " by "_frequency"
#define CN8_M(by, sign) " AND monetary " sign " " by "_monetary"

static const struct policy_rule cn8[] = CN8("mean");
static const struct policy_rule cn8_median[] = CN8("median");

struct policy_rules segments_table(struct str name)
{
    static const struct {
        struct str name;
        struct policy_rules rules;
    } tables[] = {
        {{"rf25", 4}, {rf25, COUNT_OF(rf25)}},
        {{"rfm10", 5}, {rfm10, COUNT_OF(rfm10)}},
        {{"rfm11", 5}, {rfm11, COUNT_OF(rfm11)}},
        {{"cn8", 3}, {cn8, COUNT_OF(cn8)}},
        {{"cn8-median", 10}, {cn8_median, COUNT_OF(cn8_median)}},
    };
    for (size_t i = 0; i < COUNT_OF(tables); i++) {
        if (str_eq(name, tables[i].name)) {
            return tables[i].rules;
        }
    }
    return (struct policy_rules){0};
}

bool segments_wants_five(struct str name)
{
    return str_starts(name, S("rf"));
}

#define UNDECIDED (-2)
#define OTHERS (-1)

struct segments {
    struct population *population;
    struct policy_rules rules;
    struct condition **condition;
    bool of_scores;
    int memo[SEGMENTS_MEMO][SEGMENTS_MEMO][SEGMENTS_MEMO]; /* rule by scores; UNDECIDED, OTHERS */
};

struct segments *segments_new(struct population *population, struct policy_rules rules,
                              bool check)
{
    struct segments *s = mem_new(1, sizeof *s);
    s->population = population;
    s->rules = rules;
    s->of_scores = true;
    s->condition = mem_new(rules.count, sizeof *s->condition);
    for (size_t i = 0; i < rules.count; i++) {
        char message[EXPR_MESSAGE];
        s->condition[i] = population_condition_of_few(population, rules.rule[i].when,
                                                      rules.rule[i].at, message);
        if (!s->condition[i]) {
            die(STATUS_USAGE, "%s.when: %s", rules.rule[i].at, message);
        }
        s->of_scores &= population_is_of_scores(s->condition[i]);
    }
    for (size_t i = 0; i < rules.count && (check || !s->of_scores); i++) {
        population_hold(population, s->condition[i]);
    }
    for (size_t i = 0; i < SEGMENTS_MEMO * SEGMENTS_MEMO * SEGMENTS_MEMO; i++) {
        (&s->memo[0][0][0])[i] = UNDECIDED;
    }
    return s;
}

static bool decide(struct segments *s, size_t row, const unsigned score[3], int *rule,
                   const char **reason)
{
    *rule = OTHERS;
    for (size_t i = 0; i < s->rules.count && *rule == OTHERS; i++) {
        struct condition *c = s->condition[i];
        enum expr_result result = s->of_scores
                                      ? population_holds_of_scores(c, score, reason)
                                      : population_holds(s->population, c, row, reason);
        if (result == EXPR_ERROR) {
            return false;
        }
        *rule = result == EXPR_TRUE ? (int)i : OTHERS;
    }
    return true;
}

bool segments_settle(struct segments *s,
                     const bool met[SEGMENTS_MEMO][SEGMENTS_MEMO][SEGMENTS_MEMO], bool beyond)
{
    bool simple = true, settled = s->of_scores && !beyond;
    for (size_t i = 0; i < s->rules.count; i++) {
        simple &= population_is_simple(s->condition[i]);
    }
    for (unsigned r = 0; s->of_scores && r < SEGMENTS_MEMO; r++) {
        for (unsigned f = 0; f < SEGMENTS_MEMO; f++) {
            for (unsigned m = 0; m < SEGMENTS_MEMO; m++) {
                const char *reason; /* the row in question will say it */
                int *rule = &s->memo[r][f][m];
                if (met[r][f][m] &&
                    !decide(s, 0, (unsigned[]){r + 1, f + 1, m + 1}, rule, &reason)) {
                    *rule = UNDECIDED;
                    settled = false;
                }
            }
        }
    }
    return settled || (simple && !s->of_scores);
}

bool segments_place(struct segments *s, size_t row, const unsigned score[3], struct str *name,
                    const char **reason)
{
    *name = (struct str){0};
    if (score[0] == 0 || score[1] == 0 || score[2] == 0) {
        return true;
    }
    bool small = score[0] <= SEGMENTS_MEMO && score[1] <= SEGMENTS_MEMO && score[2] <= SEGMENTS_MEMO;
    int undecided = UNDECIDED;
    int *memo = s->of_scores && small ? &s->memo[score[0] - 1][score[1] - 1][score[2] - 1]
                                      : &undecided;
    if (*memo == UNDECIDED && !decide(s, row, score, memo, reason)) {
        return false;
    }
    *name = *memo == OTHERS ? S("Others") : s->rules.rule[*memo].name;
    return true;
}

struct condition *const *segments_conditions(const struct segments *s)
{
    return s->condition;
}

void segments_free(struct segments *s)
{
    free(s->condition);
    free(s);
}
