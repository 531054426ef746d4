#include "base/base.h"

#include "base/mem.h"
#include "rules/policy_member.h"
#include "value/fold.h"

#define HOURS_MOST 87600 /* ten years: what is longer is a typing error */

/* "30m", "4h" or "2d"; nothing where the member is absent. */
static struct policy_time target_time(const struct policy_member *m, bool business)
{
    if (!m->value) {
        return (struct policy_time){0};
    }
    struct str text = str_of(json_string_value(m->value));
    uint64_t number = 0;
    char unit = text.n > 0 ? text.p[text.n - 1] : '\0';
    int64_t seconds = unit == 'm' ? 60 : unit == 'h' ? 3600 : unit == 'd' ? 86400 : 0;
    if (seconds == 0 || !str_to_u64(str_slice(text, 0, text.n - 1), &number) || number == 0 ||
        number > (uint64_t)(HOURS_MOST * INT64_C(3600) / seconds)) {
        policy_wrong(m, "a time such as \"30m\", \"4h\" or \"2d\" is needed, at most ten years");
    }
    int64_t count = (int64_t)number;
    if (unit == 'd' && business) {
        return (struct policy_time){.days = count};
    }
    return (struct policy_time){.seconds = count * seconds};
}

static bool is_business(const struct policy_member *m, bool has_calendar)
{
    struct str clock = policy_text(m);
    bool business = str_eq(clock, S("business"));
    if (clock.n == 0) {
        return has_calendar;
    }
    if (!business && !str_eq(clock, S("wall"))) {
        policy_wrong(m, "choose of business, wall");
    }
    if (business && !has_calendar) {
        policy_wrong(m, "the section \"calendar\" is needed for it");
    }
    return business;
}

static struct policy_target target(const struct policy_member *m, bool has_calendar)
{
    static const char *const known[] = {"name", "when", "first_response", "resolution", "clock"};
    policy_check_keys(m, known, COUNT_OF(known));
    struct policy_member first = policy_child(m, "first_response");
    struct policy_member resolution = policy_child(m, "resolution");
    struct policy_member clock = policy_child(m, "clock");
    struct policy_target out = {.rule = policy_name_and_when(m)};
    if (out.rule.name.n == 0) {
        struct policy_member name = policy_child(m, "name");
        policy_wrong(&name, "a name is needed");
    }
    out.business = is_business(&clock, has_calendar);
    out.first_response = target_time(&first, out.business);
    out.resolution = target_time(&resolution, out.business);
    return out;
}

static void read_targets(const struct policy_member *m, struct policy_service *service,
                         bool has_calendar)
{
    if (!m->value) {
        return;
    }
    size_t count = policy_list(m, "a list of targets, [{...}, ...], is needed");
    struct policy_target *list = arena_alloc(m->arena, count * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        struct policy_member one = policy_item(m, i);
        list[i] = target(&one, has_calendar);
        for (size_t k = 0; k < i; k++) {
            if (str_eq(list[k].rule.name, list[i].rule.name)) {
                struct policy_member name = policy_child(&one, "name");
                policy_wrong(&name, "this name stood before: one target each, with OR in its "
                                    "condition");
            }
        }
    }
    service->target = list;
    service->target_count = count;
}

/* Words are compared folded: "On hold" and "on_hold" are one. */
static void check_word(const struct policy_member *m, const struct policy_status_word *list,
                       size_t count)
{
    if (list[count].word.n == 0) {
        policy_wrong(m, "a word is needed");
    }
    for (size_t i = 0; i < count; i++) {
        if (str_eq(list[i].word, list[count].word)) {
            policy_wrong(m, "this word stood before");
        }
    }
}

static void read_status(const struct policy_member *m, struct policy_service *service)
{
    static const char *const known[] = {[POLICY_OPEN] = "open",
                                        [POLICY_WAITING] = "waiting",
                                        [POLICY_RESOLVED] = "resolved",
                                        [POLICY_CLOSED] = "closed"};
    struct policy_member words[COUNT_OF(known)];
    size_t most = 0;
    if (!m->value) {
        return;
    }
    policy_check_keys(m, known, COUNT_OF(known));
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        words[i] = policy_child(m, known[i]);
        if (words[i].value) {
            most += policy_list(&words[i], "a list of words, [\"...\", ...], is needed");
        }
    }
    struct policy_status_word *list = arena_alloc(m->arena, mem_mul(most, sizeof *list));
    size_t count = 0;
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        for (size_t k = 0; k < json_array_size(words[i].value); k++) {
            struct policy_member one = policy_item(&words[i], k);
            list[count].word = fold_header(m->arena, policy_text(&one));
            list[count].status = (enum policy_status)i;
            check_word(&one, list, count);
            count++;
        }
    }
    service->word = list;
    service->word_count = count;
}

struct policy_service policy_service(const struct policy_member *m, bool has_calendar)
{
    static const char *const known[] = {"targets", "status"};
    struct policy_service out = {0};
    if (!m->value) {
        return out;
    }
    policy_check_keys(m, known, COUNT_OF(known));
    struct policy_member targets = policy_child(m, "targets"), status = policy_child(m, "status");
    read_targets(&targets, &out, has_calendar);
    read_status(&status, &out);
    return out;
}
