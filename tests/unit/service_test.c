/* One ticket judged: outcomes, waits, due dates; words of statuses; periods. */
#include "unit.h"

#include "analysis/service_period.h"

/* Monday 2024-01-08 00:00 UTC. */
#define MONDAY INT64_C(1704672000)
#define HOUR 3600

static struct arena arena;
static struct service service;
static struct policy_target targets[3];

static void set_up(void)
{
    static const struct calendar_span office[] = {{9 * HOUR, 17 * HOUR}};
    static struct calendar_plan plan;
    const char *error;
    plan.zone = zone_open("UTC", &error);
    for (size_t i = 0; i < 5; i++) {
        plan.week[i] = (struct calendar_hours){office, 1};
    }
    targets[0] = (struct policy_target){
        .first_response = {0, HOUR}, .resolution = {0, 4 * HOUR}, .business = true};
    targets[1] = (struct policy_target){.resolution = {1, 0}, .business = true};
    targets[2] = (struct policy_target){.resolution = {0, 4 * HOUR}};
    service = (struct service){calendar_new(&plan, &arena), true, targets, 3};
}

static struct service_ticket ticket(int64_t opened, int64_t responded, int64_t resolved,
                                    enum policy_status state, uint32_t target)
{
    return (struct service_ticket){.opened = opened,
                                   .responded = responded,
                                   .resolved = resolved,
                                   .state = state,
                                   .target = target};
}

static struct service_figure judge(const struct service_ticket *t, enum service_measure m,
                                   int64_t as_of)
{
    struct service_figure f;
    service_judge(&service, t, m, as_of, &f);
    return f;
}

static void test_outcomes(void)
{
    const int64_t nine = MONDAY + 9 * HOUR, never = SERVICE_NEVER;
    struct service_ticket t = ticket(nine, never, never, POLICY_OPEN, 1);
    struct service_figure f = judge(&t, SERVICE_FIRST_RESPONSE, nine + HOUR);
    CHECK(f.outcome == SERVICE_PENDING && f.result == SERVICE_NOT_DUE && f.due == nine + HOUR);
    f = judge(&t, SERVICE_FIRST_RESPONSE, nine + HOUR + 1);
    CHECK(f.result == SERVICE_BREACHED && f.wall == HOUR + 1 && f.business == HOUR + 1);
    /* Resolved without an answer before one was due: not judged; behind it: a breach. */
    t = ticket(nine, never, nine + HOUR, POLICY_RESOLVED, 1);
    f = judge(&t, SERVICE_FIRST_RESPONSE, nine + 9 * HOUR);
    CHECK(f.outcome == SERVICE_ENDED && f.result == SERVICE_NOT_JUDGED && f.wall == HOUR);
    t.resolved++;
    CHECK(judge(&t, SERVICE_FIRST_RESPONSE, nine + 9 * HOUR).result == SERVICE_BREACHED);
    CHECK(judge(&t, SERVICE_RESOLUTION, nine + 9 * HOUR).result == SERVICE_MET);
    /* Done, and nobody knows when; impossible. */
    t = ticket(nine, nine, never, POLICY_CLOSED, 1);
    CHECK(judge(&t, SERVICE_RESOLUTION, nine).outcome == SERVICE_UNKNOWN);
    CHECK(judge(&t, SERVICE_FIRST_RESPONSE, nine).outcome == SERVICE_DONE);
    t = ticket(nine, never, nine, POLICY_CLOSED, 1);
    t.faults = SERVICE_BAD_RESPONSE;
    CHECK(judge(&t, SERVICE_FIRST_RESPONSE, nine).outcome == SERVICE_UNKNOWN);
    CHECK(judge(&t, SERVICE_FIRST_RESPONSE, nine).result == SERVICE_NOT_JUDGED);
    /* No target, or one that says nothing of it. */
    t = ticket(nine, nine, nine, POLICY_CLOSED, 0);
    CHECK(judge(&t, SERVICE_RESOLUTION, nine).due == SERVICE_NEVER);
    t.target = 2;
    CHECK(judge(&t, SERVICE_FIRST_RESPONSE, nine).result == SERVICE_NOT_JUDGED);
}

static void test_waits(void)
{
    const int64_t nine = MONDAY + 9 * HOUR;
    /* Waits from 10:00 to Tuesday 10:00, and from 11:00 to 12:00. */
    const struct service_wait waits[] = {{nine + HOUR, nine + 25 * HOUR},
                                         {nine + 26 * HOUR, nine + 27 * HOUR}};
    struct service_ticket t = ticket(nine, nine, nine + 28 * HOUR, POLICY_RESOLVED, 1);
    t.wait = waits;
    t.wait_count = 2;
    struct service_figure f = judge(&t, SERVICE_RESOLUTION, nine + 99 * HOUR);
    /* Wall 28 - 24 - 1; business 8 + 4 - (7 + 1) - 1. */
    CHECK_INT(f.wall, 3 * HOUR);
    CHECK_INT(f.business, 3 * HOUR);
    /* 1 h on Monday, 1 h until Tuesday 11:00, 2 from 12:00. */
    CHECK_INT(f.due, nine + 29 * HOUR);
    CHECK(f.result == SERVICE_MET);
    CHECK_INT(service_waited(&t, nine + 2 * HOUR), HOUR);
    CHECK_INT(service_waited(&t, nine + 99 * HOUR), 25 * HOUR);
    /* The first response is of the wall that goes on. */
    t.responded = nine + 2 * HOUR;
    CHECK_INT(judge(&t, SERVICE_FIRST_RESPONSE, nine).wall, 2 * HOUR);
    /* The same on the wall. */
    t.target = 3;
    CHECK_INT(judge(&t, SERVICE_RESOLUTION, nine + 99 * HOUR).due, nine + 29 * HOUR);
    /* A working day is due on Tuesday 09:00, after 8 open hours: 1 + 1, and 6 from Tuesday 12:00
     * on: 5 until 17:00, 1 on Wednesday, 10:00. */
    t.target = 2;
    CHECK_INT(judge(&t, SERVICE_RESOLUTION, nine + 99 * HOUR).due, nine + 49 * HOUR);
    t.wait_count = 0;
    CHECK_INT(judge(&t, SERVICE_RESOLUTION, nine).due, nine + 24 * HOUR);
    /* Still waiting: it would go on at as_of, Wednesday 09:00, with 3 h left. */
    const struct service_wait still[] = {{nine + HOUR, SERVICE_NEVER}};
    t = ticket(nine, nine, SERVICE_NEVER, POLICY_WAITING, 1);
    t.wait = still;
    t.wait_count = 1;
    f = judge(&t, SERVICE_RESOLUTION, nine + 48 * HOUR);
    CHECK_INT(f.due, nine + 51 * HOUR);
    CHECK(f.result == SERVICE_NOT_DUE && f.wall == HOUR && f.business == HOUR);
}

static bool means(const struct service_words *w, const char *text, bool known,
                  enum policy_status state, bool answers)
{
    struct service_word word = service_words_find(w, str_of(text));
    return word.known == known && word.state == state && word.answers == answers;
}

static void test_words(void)
{
    const struct policy_status_word own[] = {{S("wait"), POLICY_OPEN},
                                             {S("solved"), POLICY_OPEN},
                                             {S("answered"), POLICY_OPEN},
                                             {S("parked"), POLICY_WAITING}};
    const struct policy_service policy = {.word = own, .word_count = 4};
    const struct str responded[] = {S("In Progress")};
    const struct service_words *w = service_words_new(NULL, NULL, 0, &arena);
    CHECK(means(w, "On-Hold", true, POLICY_WAITING, true));
    CHECK(means(w, "waiting for support", true, POLICY_OPEN, false));
    CHECK(means(w, "ＣＬＯＳＥＤ", true, POLICY_CLOSED, true));
    CHECK(means(w, "处理中", true, POLICY_OPEN, false));
    CHECK(means(w, "已回复", true, POLICY_OPEN, true));
    CHECK(means(w, "brewing", false, POLICY_OPEN, false));
    CHECK(!service_words_are_given(w));
    w = service_words_new(&policy, NULL, 0, &arena);
    CHECK(means(w, "Wait", true, POLICY_OPEN, false));
    CHECK(means(w, "solved", true, POLICY_OPEN, false));
    CHECK(means(w, "answered", true, POLICY_OPEN, true));
    CHECK(means(w, "Parked", true, POLICY_WAITING, true));
    w = service_words_new(&policy, responded, 1, &arena);
    CHECK(means(w, "in_progress", true, POLICY_OPEN, true));
    CHECK(means(w, "closed", true, POLICY_CLOSED, false));
    CHECK(service_words_are_given(w));
}

static void period(int year, int month, int day, enum service_period per, const char *want)
{
    char text[DATE_ROOM];
    int32_t start = service_period_start(date_from_civil(year, month, day), per);
    CHECK_STR(((struct str){text, service_period_format(start, per, text)}), str_of(want));
}

/* ISO 8601: 2024-12-30 is in the first week of 2025, 2021-01-03 in the 53rd of 2020. */
static void test_periods(void)
{
    period(2024, 12, 29, SERVICE_PER_WEEK, "2024-W52");
    period(2024, 12, 30, SERVICE_PER_WEEK, "2025-W01");
    period(2021, 1, 3, SERVICE_PER_WEEK, "2020-W53");
    period(2021, 1, 4, SERVICE_PER_WEEK, "2021-W01");
    period(1970, 1, 1, SERVICE_PER_WEEK, "1970-W01");
    period(2024, 2, 29, SERVICE_PER_MONTH, "2024-02");
    period(2024, 2, 29, SERVICE_PER_QUARTER, "2024-Q1");
    period(2024, 2, 29, SERVICE_PER_YEAR, "2024");
    period(2024, 2, 29, SERVICE_PER_NONE, "");
    int32_t monday = date_from_civil(2024, 12, 30);
    CHECK_INT(service_period_next(monday, SERVICE_PER_WEEK), monday + 7);
    CHECK_INT(service_period_next(date_from_civil(2024, 2, 1), SERVICE_PER_MONTH),
              date_from_civil(2024, 3, 1));
    CHECK_INT(service_period_day(service.calendar, MONDAY - 1), date_from_civil(2024, 1, 7));
}

int main(void)
{
    set_up();
    test_outcomes();
    test_waits();
    test_words();
    test_periods();
    arena_free(&arena);
    return unit_end();
}
