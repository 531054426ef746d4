/*
 * policy_member.h - what the readers of the policy file's sections share: a value of the file, and
 * the place that messages name.
 *
 *     struct policy_member name = policy_child(&rule, "name");
 *     out.name = policy_text(&name);
 *     if (out.name.n == 0) policy_wrong(&name, "a name is needed");
 *
 * What is wrong with the file ends the run: there is nothing to return.
 */
#ifndef CRM_POLICY_MEMBER_H
#define CRM_POLICY_MEMBER_H

#include <jansson.h>

#include "rules/policy.h"

struct policy_member {
    const json_t *value;  /* NULL: absent */
    const char *at;       /* "policy.json: tiers[1].when" */
    struct arena *arena;
};

/* Ends the run: "PLACE: WHAT". */
__attribute__((noreturn, format(printf, 2, 3))) void policy_wrong(const struct policy_member *m,
                                                                 const char *format, ...);
struct policy_member policy_child(const struct policy_member *m, const char *key);
struct policy_member policy_item(const struct policy_member *m, size_t i);
/* Whether the key is the note that may stand in every object; ends the run where it is no text. */
bool policy_is_note(const struct policy_member *m, const char *key);
/* Ends the run where this is no object, or has a key that is none of `known`. */
void policy_check_keys(const struct policy_member *m, const char *const *known, size_t count);
/* The text in the arena; the empty slice where the member is absent. */
struct str policy_text(const struct policy_member *m);
/* The number; -1 where the member is absent. */
double policy_number(const struct policy_member *m, double least, double most);
/* "name", which may be absent, and "when", whose brackets match. */
struct policy_rule policy_name_and_when(const struct policy_member *m);
/* The length of the list; ends the run with `what` where there is no list, or nothing in it. */
size_t policy_list(const struct policy_member *m, const char *what);

/* policy_calendar.c: the section "calendar"; NULL where it is absent. */
const struct calendar_plan *policy_calendar(const struct policy_member *m);
/* policy_service.c: the section "service". */
struct policy_service policy_service(const struct policy_member *m, bool has_calendar);
/* policy_themes.c: the section "themes". */
struct policy_themes policy_themes(const struct policy_member *m);

#endif
