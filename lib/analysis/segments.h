/*
 * segments.h - named segments: a list of rules over the scores, of which the first that holds decides.
 *
 * Built-in tables, as published; their gaps and overlaps are theirs:
 *
 *   rf25    recency by frequency, 10 segments: every cell in exactly one (the default)
 *   rfm10   10 segments by R, F and M of the R package rfm 0.3.0
 *   rfm11   11 segments by R, F and M of the R package rfm up to 0.2
 *   cn8     the Chinese eight classes: R, F and M each at or above their means, or below; R counts
 *           as high where recency_days is at most its mean
 *   cn8-median   the same with medians
 *
 * A customer with scores that no rule holds of is in "Others"; one without scores in none.
 */
#ifndef CRM_SEGMENTS_H
#define CRM_SEGMENTS_H

#include "rules/policy.h"
#include "rules/population.h"

struct segments;

/* The rules of a built-in table; count 0 for a name that is none. */
struct policy_rules segments_table(struct str name);
/* Whether its rules want scores from 1 to 5. */
bool segments_wants_five(struct str name);

/* Ends the run where a condition does not compile. With `check`, all values that conditions need are
 * held, for analysis/rulecheck.h; else scores are not. */
struct segments *segments_new(struct population *population, struct policy_rules rules, bool check);
/* Scores up to this are decided once for all customers who have them. */
#define SEGMENTS_MEMO 10

/* After the last row: decides for the scores that were met ([r - 1][f - 1][m - 1]). True where that
 * leaves nothing open (`beyond`: somebody has larger scores): several threads may ask then, and
 * nothing fails. */
bool segments_settle(struct segments *segments,
                     const bool met[SEGMENTS_MEMO][SEGMENTS_MEMO][SEGMENTS_MEMO], bool beyond);
/* The name of a customer's segment, by its scores (0: none); false with a reason where a condition
 * fails on the row. */
bool segments_place(struct segments *segments, size_t row, const unsigned score[3],
                    struct str *name, const char **reason);

/* For checking them (analysis/rulecheck.h). */
struct condition *const *segments_conditions(const struct segments *segments);
void segments_free(struct segments *segments);

#endif
