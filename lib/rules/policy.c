#include "base/base.h"

#include <jansson.h>

#include "base/die.h"
#include "io/slurp.h"
#include "rules/expr.h"
#include "rules/policy.h"

#define POLICY_MOST (4 << 20) /* bytes */

/* A value of the file, and where it stands: "policy.json: tiers[1].when". */
struct member {
    const json_t *value;
    const char *at;
    struct arena *arena;
};

__attribute__((noreturn)) static void wrong(const struct member *m, const char *what)
{
    die(STATUS_DATA, "%s: %s", m->at, what);
}

static struct member child(const struct member *m, const char *key)
{
    bool top = !strstr(m->at, ": ");
    struct str at = arena_printf(m->arena, "%s%s%s", m->at, top ? ": " : ".", key);
    return (struct member){json_object_get(m->value, key), arena_cstr(m->arena, at), m->arena};
}

static struct member item(const struct member *m, size_t i)
{
    struct str at = arena_printf(m->arena, "%s[%zu]", m->at, i);
    return (struct member){json_array_get(m->value, i), arena_cstr(m->arena, at), m->arena};
}

/* Ends the run where the object has a key that is none of `known`. */
static void check_keys(const struct member *m, const char *const *known, size_t count)
{
    const char *key;
    const json_t *value;
    if (!json_is_object(m->value)) {
        wrong(m, "an object, {...}, is needed");
    }
    for (void *i = json_object_iter((json_t *)m->value); i;
         i = json_object_iter_next((json_t *)m->value, i)) {
        key = json_object_iter_key(i);
        value = json_object_iter_value(i);
        bool found = strcmp(key, "note") == 0;
        if (found && !json_is_string(value)) {
            struct member note = child(m, key);
            wrong(&note, "a text is needed, in double quotes");
        }
        for (size_t k = 0; k < count; k++) {
            found |= strcmp(key, known[k]) == 0;
        }
        if (found) {
            continue;
        }
        struct str list = {0};
        for (size_t k = 0; k < count; k++) {
            list = arena_printf(m->arena, "%.*s%s%s", STRF(list), k > 0 ? ", " : "", known[k]);
        }
        struct member bad = child(m, key);
        wrong(&bad, arena_cstr(m->arena, arena_printf(m->arena, "not known here; there are %.*s, note",
                                                      STRF(list))));
    }
}

static struct str text(const struct member *m)
{
    if (!m->value) {
        return (struct str){0};
    }
    const char *p = json_string_value(m->value);
    if (!p || *p == '\0') {
        wrong(m, "a text is needed, in double quotes");
    }
    return arena_str(m->arena, (struct str){p, json_string_length(m->value)});
}

static double number(const struct member *m, double least, double most)
{
    if (!m->value) {
        return -1;
    }
    double value = json_number_value(m->value);
    if (!json_is_number(m->value) || !(value >= least && value <= most)) {
        wrong(m, arena_cstr(m->arena, arena_printf(m->arena, "a number from %g to %g is needed", least,
                                                   most)));
    }
    return value;
}

static double whole_number(const struct member *m, double least, double most)
{
    if (m->value && !json_is_integer(m->value)) {
        wrong(m, arena_cstr(m->arena, arena_printf(m->arena, "a whole number from %g to %g is needed",
                                                   least, most)));
    }
    return number(m, least, most);
}

/* "4-5", "5" or 5 as a condition on a score; nothing where the member is absent. */
static struct str score_range(const struct member *m, const char *column)
{
    uint64_t low, high;
    if (!m->value) {
        return (struct str){0};
    }
    if (json_is_integer(m->value) && json_integer_value(m->value) >= 1) {
        low = high = (uint64_t)json_integer_value(m->value);
    } else {
        struct str rest = str_of(json_string_value(m->value));
        struct str first = str_cut(&rest, '-');
        bool range = rest.p != NULL;
        if (!str_to_u64(first, &low) || !str_to_u64(range ? rest : first, &high) ||
            low == 0 || low > high) {
            wrong(m, "a score such as 5, or a range such as \"4-5\", is needed");
        }
    }
    return arena_printf(m->arena, "%s BETWEEN %" PRIu64 " AND %" PRIu64, column, low, high);
}

static struct str both(struct arena *arena, struct str a, struct str b)
{
    return a.n == 0 ? b : b.n == 0 ? a : arena_printf(arena, "(\n%.*s\n) AND %.*s", STRF(a), STRF(b));
}

static void check_result(const struct member *m, struct str result)
{
    if (!str_eq(result, S("pass")) && !str_eq(result, S("hold")) && !str_eq(result, S("reject"))) {
        wrong(m, "choose of pass, hold, reject");
    }
}

enum rule_kind { RULE_PLAIN, RULE_SEGMENT, RULE_SCREENING, RULE_POINTS };

static struct policy_rule rule(const struct member *m, enum rule_kind kind)
{
    static const char *const plain[] = {"name", "when"};
    static const char *const segment[] = {"name", "when", "r", "f", "m"};
    static const char *const screening[] = {"name", "when", "result"};
    static const char *const points[] = {"when", "points"};
    if (kind == RULE_SEGMENT) {
        check_keys(m, segment, COUNT_OF(segment));
    } else if (kind == RULE_SCREENING) {
        check_keys(m, screening, COUNT_OF(screening));
    } else if (kind == RULE_POINTS) {
        check_keys(m, points, COUNT_OF(points));
    } else {
        check_keys(m, plain, COUNT_OF(plain));
    }
    struct member name = child(m, "name");
    struct member when = child(m, "when");
    struct policy_rule out = {.name = text(&name), .when = text(&when), .at = m->at};
    if (!expr_brackets_match(out.when)) {
        die(STATUS_USAGE, "%s: brackets do not match", when.at);
    }
    if (kind == RULE_POINTS) {
        struct member value = child(m, "points");
        out.points = number(&value, 0, 1e6);
        if (!value.value) {
            wrong(&value, "a number is needed");
        }
        return out;
    }
    if (out.name.n == 0) {
        wrong(&name, "a name is needed");
    }
    if (kind == RULE_SCREENING) {
        struct member result = child(m, "result");
        out.result = text(&result);
        check_result(&result, out.result);
    }
    static const char *const scores[] = {"r", "f", "m"};
    for (size_t i = 0; i < COUNT_OF(scores) && kind == RULE_SEGMENT; i++) {
        struct member score = child(m, scores[i]);
        out.when = both(m->arena, out.when, score_range(&score, scores[i]));
    }
    return out;
}

static struct policy_rules rules(const struct member *m, enum rule_kind kind)
{
    if (!m->value) {
        return (struct policy_rules){0};
    }
    size_t count = json_array_size(m->value);
    if (count == 0) {
        wrong(m, "a list of rules, [{...}, ...], is needed");
    }
    struct policy_rule *list = arena_alloc(m->arena, count * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct member one = item(m, i);
        list[i] = rule(&one, kind);
        for (size_t k = 0; k < i && kind != RULE_SCREENING && kind != RULE_POINTS; k++) {
            if (str_eq(list[k].name, list[i].name)) {
                struct member name = child(&one, "name");
                wrong(&name, "this name stood before: one rule each, with OR in its condition");
            }
        }
    }
    return (struct policy_rules){list, count};
}

static struct policy_lifecycle lifecycle(const struct member *m)
{
    static const char *const known[] = {"g1", "g2", "loyal_days", "loyal_window"};
    struct policy_lifecycle out = {-1, -1, -1, -1};
    if (!m->value) {
        return out;
    }
    check_keys(m, known, COUNT_OF(known));
    struct member g1 = child(m, "g1"), g2 = child(m, "g2");
    struct member days = child(m, "loyal_days"), window = child(m, "loyal_window");
    out.g1 = number(&g1, 0, 36500);
    out.g2 = number(&g2, 0, 36500);
    out.loyal_days = whole_number(&days, 1, 3);
    out.loyal_window = whole_number(&window, 1, 36500);
    if (out.g1 >= 0 && out.g2 >= 0 && out.g1 > out.g2) {
        wrong(&g2, "smaller than g1");
    }
    return out;
}

static struct policy_criterion criterion(const struct member *m)
{
    static const char *const known[] = {"name", "weight", "points"};
    check_keys(m, known, COUNT_OF(known));
    struct member name = child(m, "name"), weight = child(m, "weight"), list = child(m, "points");
    struct policy_criterion out = {text(&name), number(&weight, 0, 1e6), rules(&list, RULE_POINTS)};
    double best = 0;
    for (size_t i = 0; i < out.points.count; i++) {
        best = out.points.rule[i].points > best ? out.points.rule[i].points : best;
    }
    if (out.name.n == 0) {
        wrong(&name, "a name is needed");
    }
    if (!(out.weight > 0)) {
        wrong(&weight, "a number above 0 is needed");
    }
    if (best == 0) {
        wrong(&list, "a list of rules, of which one gives points, is needed");
    }
    return out;
}

static struct policy_scorecard scorecard(const struct member *m)
{
    static const char *const known[] = {"pass", "hold", "gates", "criteria"};
    struct policy_scorecard out = {0};
    if (!m->value) {
        return out;
    }
    check_keys(m, known, COUNT_OF(known));
    struct member pass = child(m, "pass"), hold = child(m, "hold"), gates = child(m, "gates");
    struct member criteria = child(m, "criteria");
    out.pass = number(&pass, 0, 100);
    out.hold = number(&hold, 0, 100);
    if (out.pass < 0 || out.hold < 0 || out.hold > out.pass) {
        wrong(m, "\"pass\" and \"hold\", scores from 0 to 100, are needed, hold not above pass");
    }
    out.gates = rules(&gates, RULE_SCREENING);
    size_t count = json_array_size(criteria.value);
    if (count == 0) {
        wrong(&criteria, "a list of criteria, [{...}, ...], is needed");
    }
    struct policy_criterion *list = arena_alloc(m->arena, count * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct member one = item(&criteria, i);
        list[i] = criterion(&one);
    }
    out.criterion = list;
    out.criterion_count = count;
    return out;
}

struct policy *policy_none(struct arena *arena)
{
    struct policy *policy = arena_alloc(arena, sizeof *policy);
    *policy = (struct policy){.tier_hysteresis = -1, .lifecycle = {-1, -1, -1, -1}};
    return policy;
}

static void read_sections(const struct member *top, struct policy *policy)
{
    static const char *const known[] = {"tiers", "tier_hysteresis", "segments", "lifecycle",
                                        "screening", "scorecard"};
    check_keys(top, known, COUNT_OF(known));
    struct member tiers = child(top, "tiers"), hysteresis = child(top, "tier_hysteresis");
    struct member segments = child(top, "segments"), life = child(top, "lifecycle");
    struct member screening = child(top, "screening");
    policy->tiers = rules(&tiers, RULE_PLAIN);
    policy->tier_hysteresis = number(&hysteresis, 0, 0.99);
    if (json_is_string(segments.value)) {
        policy->segment_table = text(&segments);
    } else {
        policy->segments = rules(&segments, RULE_SEGMENT);
    }
    policy->lifecycle = lifecycle(&life);
    policy->screening = rules(&screening, RULE_SCREENING);
    struct member card = child(top, "scorecard");
    policy->scorecard = scorecard(&card);
}

struct policy *policy_read(const char *path, struct arena *arena)
{
    struct policy *policy = policy_none(arena);
    struct str file = slurp_file(arena, path, POLICY_MOST);
    json_error_t error;
    json_t *root = json_loadb(file.p, file.n, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        die(STATUS_DATA, "%s:%d:%d: no valid JSON: %s", path, error.line, error.column, error.text);
    }
    read_sections(&(struct member){root, path, arena}, policy);
    json_decref(root);
    return policy;
}
