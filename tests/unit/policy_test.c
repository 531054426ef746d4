#include "base/base.h"

#include "rules/policy.h"
#include "unit.h"

/* What cannot be is in tests/crm-segment/policy-*.sh; here what sections without a command's output
 * are read as. */

static struct arena arena;

static struct policy *policy_of(const char *text)
{
    char path[] = "/tmp/policy_test.XXXXXX";
    int fd = mkstemp(path);
    struct policy *policy = NULL;
    if (CHECK(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) &&
              close(fd) == 0)) {
        policy = policy_read(path, &arena);
    }
    unlink(path);
    return policy;
}

static void expect_hours(struct calendar_hours got, const struct calendar_span *want, size_t count,
                         int line)
{
    unit_check_int((long long)got.count, (long long)count, __FILE__, line);
    for (size_t i = 0; i < count && i < got.count; i++) {
        unit_check_int(got.span[i].from, want[i].from, __FILE__, line);
        unit_check_int(got.span[i].until, want[i].until, __FILE__, line);
    }
}

static void test_calendar(void)
{
    static const struct calendar_span office[] = {{9 * 3600, 12 * 3600}, {13 * 3600 + 1800, 64800}};
    static const struct calendar_span weekend[] = {{0, 86400}};
    static const struct calendar_span own[] = {{10 * 3600, 15 * 3600 + 59 * 60}};
    struct policy *policy =
        policy_of("{\"calendar\": {\"zone\": \"Asia/Shanghai\","
                  " \"week\": {\"tuesday-thursday\": [\"09:00-12:00\", \"13:30-18:00\"],"
                  "            \"saturday-monday\": [\"00:00-24:00\"], \"friday\": []},"
                  " \"holidays\": [\"2026-01-01\", \"2026-10-01..2026-10-07\"],"
                  " \"working_days\": [\"2026-10-10\", {\"date\": \"2026-10-11\","
                  "                     \"hours\": [\"10:00-15:59\"]}]}}");
    const struct calendar_plan *plan = policy ? policy->calendar : NULL;
    if (!CHECK(plan != NULL)) {
        return;
    }
    CHECK_INT(zone_offset_at(plan->zone, 0), 8 * 3600);
    for (size_t i = 0; i < 7; i++) {
        bool whole = i == 0 || i >= 5;
        expect_hours(plan->week[i], whole ? weekend : office, i == 4 ? 0 : whole ? 1 : 2, __LINE__);
    }
    if (CHECK(plan->holiday_count == 2 && plan->makeup_count == 2)) {
        CHECK_INT(plan->holidays[0].first, date_from_civil(2026, 1, 1));
        CHECK_INT(plan->holidays[0].last, date_from_civil(2026, 1, 1));
        CHECK_INT(plan->holidays[1].first, date_from_civil(2026, 10, 1));
        CHECK_INT(plan->holidays[1].last, date_from_civil(2026, 10, 7));
        CHECK_INT(plan->makeups[0].day, date_from_civil(2026, 10, 10));
        CHECK_INT(plan->makeups[1].day, date_from_civil(2026, 10, 11));
        expect_hours(plan->makeups[0].hours, NULL, 0, __LINE__);
        expect_hours(plan->makeups[1].hours, own, 1, __LINE__);
    }
    CHECK(policy->service.target_count == 0 && policy->service.word_count == 0);
}

struct want {
    const char *name, *when;
    int64_t first_days, first_seconds, days, seconds;
    bool business;
};

static void expect_targets(const struct policy *policy, const struct want *want, size_t count)
{
    if (!policy || !CHECK(policy->service.target_count == count)) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const struct policy_target *got = &policy->service.target[i];
        CHECK_STR(got->rule.name, str_of(want[i].name));
        CHECK_STR(got->rule.when, str_of(want[i].when));
        CHECK(strstr(got->rule.at, ": service.targets[") != NULL);
        CHECK_INT(got->first_response.days, want[i].first_days);
        CHECK_INT(got->first_response.seconds, want[i].first_seconds);
        CHECK_INT(got->resolution.days, want[i].days);
        CHECK_INT(got->resolution.seconds, want[i].seconds);
        CHECK(got->business == want[i].business);
    }
}

#define TARGETS                                                                                    \
    "\"service\": {\"targets\": ["                                                                 \
    "{\"name\": \"a\", \"when\": \"x = 1\", \"first_response\": \"30m\", \"resolution\": \"2d\"}," \
    "{\"name\": \"b\", \"first_response\": \"1d\", \"resolution\": \"4h\", \"clock\": \"wall\"},"  \
    "{\"name\": \"c\"}]}"

static void test_targets(void)
{
    static const struct want with[] = {{"a", "x = 1", 0, 1800, 2, 0, true},
                                       {"b", "", 0, 86400, 0, 4 * 3600, false},
                                       {"c", "", 0, 0, 0, 0, true}};
    static const struct want without[] = {{"a", "x = 1", 0, 1800, 0, 2 * 86400, false},
                                          {"b", "", 0, 86400, 0, 4 * 3600, false},
                                          {"c", "", 0, 0, 0, 0, false}};
    expect_targets(policy_of("{\"calendar\": {\"zone\": \"UTC\", \"week\": {\"monday\": "
                             "[\"09:00-17:00\"]}}, " TARGETS "}"),
                   with, COUNT_OF(with));
    struct policy *policy = policy_of("{" TARGETS "}");
    CHECK(policy && policy->calendar == NULL);
    expect_targets(policy, without, COUNT_OF(without));
}

static void test_status(void)
{
    static const struct policy_status_word want[] = {{S("重新打开"), POLICY_OPEN},
                                                     {S("on hold"), POLICY_WAITING},
                                                     {S("等待客户"), POLICY_WAITING},
                                                     {S("done"), POLICY_RESOLVED},
                                                     {S("archived"), POLICY_CLOSED}};
    struct policy *policy = policy_of(
        "{\"service\": {\"status\": {\"closed\": [\"Archived\"], \"open\": [\"重新打开\"],"
        " \"resolved\": [\" done\"], \"waiting\": [\"On_Hold\", \"等待客户\"]}}}");
    if (!policy || !CHECK(policy->service.word_count == COUNT_OF(want))) {
        return;
    }
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        CHECK_STR(policy->service.word[i].word, want[i].word);
        CHECK_INT(policy->service.word[i].status, want[i].status);
    }
}

int main(void)
{
    test_calendar();
    test_targets();
    test_status();
    struct policy *none = policy_none(&arena);
    CHECK(!none->calendar && none->service.target_count == 0 && none->service.word_count == 0);
    arena_free(&arena);
    return unit_end();
}
