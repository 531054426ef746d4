#include "base/base.h"

#include "base/die.h"
#include "io/slurp.h"
#include "rules/policy_member.h"

#define POLICY_MOST (4 << 20) /* bytes */

static double whole_number(const struct policy_member *m, double least, double most)
{
    if (m->value && !json_is_integer(m->value)) {
        policy_wrong(m, "a whole number from %g to %g is needed", least, most);
    }
    return policy_number(m, least, most);
}

/* "4-5", "5" or 5 as a condition on a score; nothing where the member is absent. */
static struct str score_range(const struct policy_member *m, const char *column)
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
            policy_wrong(m, "a score such as 5, or a range such as \"4-5\", is needed");
        }
    }
    return arena_printf(m->arena, "%s BETWEEN %" PRIu64 " AND %" PRIu64, column, low, high);
}

static struct str both(struct arena *arena, struct str a, struct str b)
{
    return a.n == 0 ? b : b.n == 0 ? a : arena_printf(arena, "(\n%.*s\n) AND %.*s", STRF(a), STRF(b));
}

static void check_result(const struct policy_member *m, struct str result)
{
    if (!str_eq(result, S("pass")) && !str_eq(result, S("hold")) && !str_eq(result, S("reject"))) {
        policy_wrong(m, "choose of pass, hold, reject");
    }
}

enum rule_kind { RULE_PLAIN, RULE_SEGMENT, RULE_SCREENING, RULE_POINTS };

static struct policy_rule rule(const struct policy_member *m, enum rule_kind kind)
{
    static const char *const plain[] = {"name", "when"};
    static const char *const segment[] = {"name", "when", "r", "f", "m"};
    static const char *const screening[] = {"name", "when", "result"};
    static const char *const points[] = {"when", "points"};
    if (kind == RULE_SEGMENT) {
        policy_check_keys(m, segment, COUNT_OF(segment));
    } else if (kind == RULE_SCREENING) {
        policy_check_keys(m, screening, COUNT_OF(screening));
    } else if (kind == RULE_POINTS) {
        policy_check_keys(m, points, COUNT_OF(points));
    } else {
        policy_check_keys(m, plain, COUNT_OF(plain));
    }
    struct policy_member name = policy_child(m, "name");
    struct policy_rule out = policy_name_and_when(m);
    if (kind == RULE_POINTS) {
        struct policy_member value = policy_child(m, "points");
        out.points = policy_number(&value, 0, 1e6);
        if (!value.value) {
            policy_wrong(&value, "a number is needed");
        }
        return out;
    }
    if (out.name.n == 0) {
        policy_wrong(&name, "a name is needed");
    }
    if (kind == RULE_SCREENING) {
        struct policy_member result = policy_child(m, "result");
        out.result = policy_text(&result);
        check_result(&result, out.result);
    }
    static const char *const scores[] = {"r", "f", "m"};
    for (size_t i = 0; i < COUNT_OF(scores) && kind == RULE_SEGMENT; i++) {
        struct policy_member score = policy_child(m, scores[i]);
        out.when = both(m->arena, out.when, score_range(&score, scores[i]));
    }
    return out;
}

static struct policy_rules rules(const struct policy_member *m, enum rule_kind kind)
{
    if (!m->value) {
        return (struct policy_rules){0};
    }
    size_t count = policy_list(m, "a list of rules, [{...}, ...], is needed");
    struct policy_rule *list = arena_alloc(m->arena, count * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct policy_member one = policy_item(m, i);
        list[i] = rule(&one, kind);
        for (size_t k = 0; k < i && kind != RULE_SCREENING && kind != RULE_POINTS; k++) {
            if (str_eq(list[k].name, list[i].name)) {
                struct policy_member name = policy_child(&one, "name");
                policy_wrong(&name, "this name stood before: one rule each, with OR in its "
                                    "condition");
            }
        }
    }
    return (struct policy_rules){list, count};
}

static struct policy_lifecycle lifecycle(const struct policy_member *m)
{
    static const char *const known[] = {"g1", "g2", "loyal_days", "loyal_window"};
    struct policy_lifecycle out = {-1, -1, -1, -1};
    if (!m->value) {
        return out;
    }
    policy_check_keys(m, known, COUNT_OF(known));
    struct policy_member g1 = policy_child(m, "g1"), g2 = policy_child(m, "g2");
    struct policy_member days = policy_child(m, "loyal_days");
    struct policy_member window = policy_child(m, "loyal_window");
    out.g1 = policy_number(&g1, 0, 36500);
    out.g2 = policy_number(&g2, 0, 36500);
    out.loyal_days = whole_number(&days, 1, 3);
    out.loyal_window = whole_number(&window, 1, 36500);
    if (out.g1 >= 0 && out.g2 >= 0 && out.g1 > out.g2) {
        policy_wrong(&g2, "smaller than g1");
    }
    return out;
}

static struct policy_criterion criterion(const struct policy_member *m)
{
    static const char *const known[] = {"name", "weight", "points"};
    policy_check_keys(m, known, COUNT_OF(known));
    struct policy_member name = policy_child(m, "name"), weight = policy_child(m, "weight");
    struct policy_member list = policy_child(m, "points");
    struct policy_criterion out = {policy_text(&name), policy_number(&weight, 0, 1e6),
                                   rules(&list, RULE_POINTS)};
    double best = 0;
    for (size_t i = 0; i < out.points.count; i++) {
        best = out.points.rule[i].points > best ? out.points.rule[i].points : best;
    }
    if (out.name.n == 0) {
        policy_wrong(&name, "a name is needed");
    }
    if (!(out.weight > 0)) {
        policy_wrong(&weight, "a number above 0 is needed");
    }
    if (best == 0) {
        policy_wrong(&list, "a list of rules, of which one gives points, is needed");
    }
    return out;
}

static struct policy_scorecard scorecard(const struct policy_member *m)
{
    static const char *const known[] = {"pass", "hold", "gates", "criteria"};
    struct policy_scorecard out = {0};
    if (!m->value) {
        return out;
    }
    policy_check_keys(m, known, COUNT_OF(known));
    struct policy_member pass = policy_child(m, "pass"), hold = policy_child(m, "hold");
    struct policy_member gates = policy_child(m, "gates"), criteria = policy_child(m, "criteria");
    out.pass = policy_number(&pass, 0, 100);
    out.hold = policy_number(&hold, 0, 100);
    if (out.pass < 0 || out.hold < 0 || out.hold > out.pass) {
        policy_wrong(m, "\"pass\" and \"hold\", scores from 0 to 100, are needed, hold not above "
                        "pass");
    }
    out.gates = rules(&gates, RULE_SCREENING);
    size_t count = policy_list(&criteria, "a list of criteria, [{...}, ...], is needed");
    struct policy_criterion *list = arena_alloc(m->arena, count * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct policy_member one = policy_item(&criteria, i);
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

static void read_sections(const struct policy_member *top, struct policy *policy)
{
    static const char *const known[] = {"tiers", "tier_hysteresis", "segments", "lifecycle",
                                        "screening", "scorecard", "calendar", "service",
                                        "themes"};
    policy_check_keys(top, known, COUNT_OF(known));
    struct policy_member tiers = policy_child(top, "tiers");
    struct policy_member hysteresis = policy_child(top, "tier_hysteresis");
    struct policy_member segments = policy_child(top, "segments");
    struct policy_member life = policy_child(top, "lifecycle");
    struct policy_member screening = policy_child(top, "screening");
    policy->tiers = rules(&tiers, RULE_PLAIN);
    policy->tier_hysteresis = policy_number(&hysteresis, 0, 0.99);
    if (json_is_string(segments.value)) {
        policy->segment_table = policy_text(&segments);
    } else {
        policy->segments = rules(&segments, RULE_SEGMENT);
    }
    policy->lifecycle = lifecycle(&life);
    policy->screening = rules(&screening, RULE_SCREENING);
    struct policy_member card = policy_child(top, "scorecard");
    policy->scorecard = scorecard(&card);
    struct policy_member calendar = policy_child(top, "calendar");
    struct policy_member service = policy_child(top, "service");
    policy->calendar = policy_calendar(&calendar);
    policy->service = policy_service(&service, policy->calendar != NULL);
    struct policy_member themes = policy_child(top, "themes");
    policy->themes = policy_themes(&themes);
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
    read_sections(&(struct policy_member){root, path, arena}, policy);
    json_decref(root);
    return policy;
}
