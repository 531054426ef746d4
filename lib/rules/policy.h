/*
 * policy.h - the policy file: a company's rulebook in JSON, as crm-policy(5) describes it.
 *
 *     struct policy *policy = policy_read("policy.json", &arena);
 *
 * It is checked whole before anything else happens; what is wrong ends the run with its place, such
 * as `policy.json: tiers[1].when: a text is needed`. Conditions are only read here: who knows the
 * columns compiles them, and names rule->at in its messages.
 *
 * Every section may be absent. A member called "note" is allowed everywhere and means nothing.
 */
#ifndef CRM_POLICY_H
#define CRM_POLICY_H

#include "base/arena.h"
#include "value/calendar.h"

/* A rule of a list in which the first rule that holds decides. */
struct policy_rule {
    struct str name;
    struct str when; /* a condition in SQL; empty: always */
    const char *at;  /* "policy.json: tiers[1]", for messages */
    struct str result; /* of screening and gates: pass, hold, reject */
    double points;     /* of a criterion */
};

struct policy_rules {
    const struct policy_rule *rule;
    size_t count;
};

/* Cut-offs of the lifecycle; a negative number was not given. */
struct policy_lifecycle {
    double g1, g2;       /* days */
    double loyal_days;   /* purchase days: 1 to 3 */
    double loyal_window; /* days */
};

/* One criterion of a scorecard. */
struct policy_criterion {
    struct str name;
    double weight; /* above 0 */
    struct policy_rules points; /* the best of them above 0 */
};

struct policy_scorecard {
    const struct policy_criterion *criterion;
    size_t criterion_count; /* 0: no such section */
    struct policy_rules gates;
    double pass, hold; /* scores from which on, 0 to 100 */
};

/* What a target allows: working days, or else seconds, of the target's clock; both 0: no limit. */
struct policy_time {
    int64_t days, seconds;
};

struct policy_target {
    struct policy_rule rule; /* the first that holds decides on a ticket */
    struct policy_time first_response, resolution;
    bool business; /* its clock: the open hours of the calendar; else time that goes by */
};

/* What a ticket's status says. */
enum policy_status { POLICY_OPEN, POLICY_WAITING, POLICY_RESOLVED, POLICY_CLOSED };

struct policy_status_word {
    struct str word; /* folded as fold_header() does; each stands once */
    enum policy_status status;
};

struct policy_service {
    const struct policy_target *target;
    size_t target_count;
    const struct policy_status_word *word;
    size_t word_count;
};

/* What comments may be about: words folded by fold_key(), see analysis/voice_themes.h. */
struct policy_theme {
    struct str name;
    const struct str *word;
    size_t words;
};

struct policy_themes {
    const struct policy_theme *theme;
    size_t count;
};

struct policy {
    struct policy_rules tiers, segments, screening;
    struct str segment_table; /* "segments" names a built-in table instead */
    double tier_hysteresis;   /* share, 0 to below 1; negative where it was not given */
    struct policy_lifecycle lifecycle;
    struct policy_scorecard scorecard;
    const struct calendar_plan *calendar; /* for calendar_new(); NULL: no such section */
    struct policy_service service;
    struct policy_themes themes;
};

/* Slices live in the arena. */
struct policy *policy_read(const char *path, struct arena *arena);
/* What stands where there is no file: no rules, nothing given. */
struct policy *policy_none(struct arena *arena);

#endif
