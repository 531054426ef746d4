#include "base/base.h"

#include "base/mem.h"
#include "rules/policy_member.h"

static const char *const weekdays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                       "friday", "saturday", "sunday"};

/* Two digits at `at`; -1 where there are others. */
static int32_t two_digits(struct str text, size_t at)
{
    uint64_t number;
    struct str digits = str_slice(text, at, at + 2);
    return digits.n == 2 && str_to_u64(digits, &number) ? (int32_t)number : -1;
}

/* HH:MM at `at`, in seconds; -1 where there is none. */
static int32_t time_of_day(struct str text, size_t at)
{
    int32_t hour = two_digits(text, at), minute = two_digits(text, at + 3);
    bool sound = hour >= 0 && minute >= 0 && minute < 60 && text.p[at + 2] == ':' &&
                 (hour < 24 || (hour == 24 && minute == 0));
    return sound ? (hour * 60 + minute) * 60 : -1;
}

static struct calendar_span span(const struct policy_member *m)
{
    struct str text = m->value ? str_of(json_string_value(m->value)) : (struct str){0};
    struct calendar_span out = {-1, -1};
    if (text.n == 11 && text.p[5] == '-') {
        out = (struct calendar_span){time_of_day(text, 0), time_of_day(text, 6)};
    }
    if (out.from < 0 || out.until < 0) {
        policy_wrong(m, "hours such as \"09:00-17:30\" are needed, 00:00 to 24:00");
    }
    if (out.from >= out.until) {
        policy_wrong(m, "ends before it begins; a night is two, \"22:00-24:00\" and on the next "
                        "day \"00:00-06:00\"");
    }
    return out;
}

/* A list of spans, which may be empty. */
static struct calendar_hours hours(const struct policy_member *m)
{
    if (!json_is_array(m->value)) {
        policy_wrong(m, "a list of hours, [\"09:00-12:00\", ...], is needed");
    }
    size_t count = json_array_size(m->value);
    struct calendar_span *list = arena_alloc(m->arena, mem_mul(count, sizeof *list));
    for (size_t i = 0; i < count; i++) {
        struct policy_member one = policy_item(m, i);
        list[i] = span(&one);
        if (i > 0 && list[i].from < list[i - 1].until) {
            policy_wrong(&one, "begins before the hours in front of it end");
        }
    }
    return (struct calendar_hours){list, count};
}

/* The weekday's number from Monday, 0; that of no weekday is 7. */
static size_t weekday(struct str name)
{
    size_t i = 0;
    while (i < COUNT_OF(weekdays) && !str_eq(name, str_of(weekdays[i]))) {
        i++;
    }
    return i;
}

/* "monday", or "monday-friday": from the one on until the other. */
static void weekday_range(const struct policy_member *m, const char *key, size_t *first,
                          size_t *count)
{
    struct str rest = str_of(key);
    size_t from = weekday(str_cut(&rest, '-'));
    size_t to = rest.p ? weekday(rest) : from;
    if (from == COUNT_OF(weekdays) || to == COUNT_OF(weekdays) || (rest.p && from == to)) {
        policy_wrong(m, "not known here; there are monday to sunday, several such as "
                        "monday-friday, note");
    }
    *first = from;
    *count = (to + COUNT_OF(weekdays) - from) % COUNT_OF(weekdays) + 1;
}

static void week(const struct policy_member *m, struct calendar_hours out[7])
{
    bool seen[7] = {false};
    if (!json_is_object(m->value)) {
        policy_wrong(m, "an object, {\"monday-friday\": [\"09:00-17:00\"]}, is needed");
    }
    for (void *i = json_object_iter((json_t *)m->value); i;
         i = json_object_iter_next((json_t *)m->value, i)) {
        const char *key = json_object_iter_key(i);
        if (policy_is_note(m, key)) {
            continue;
        }
        struct policy_member day = policy_child(m, key);
        size_t first, count;
        weekday_range(&day, key, &first, &count);
        struct calendar_hours open = hours(&day);
        for (size_t k = 0; k < count; k++) {
            size_t at = (first + k) % COUNT_OF(weekdays);
            if (seen[at]) {
                policy_wrong(&day, "%s stood before", weekdays[at]);
            }
            seen[at] = true;
            out[at] = open;
        }
    }
}

/* YYYY-MM-DD; DATE_NONE for anything else. */
static int32_t one_day(struct str text)
{
    enum date_period period;
    int32_t day;
    return date_period_parse(text, &period, &day) && period == DATE_DAY ? day : DATE_NONE;
}

static void check_day(const struct policy_member *m, int32_t day)
{
    if (day < CALENDAR_FIRST_DAY || day > CALENDAR_LAST_DAY) {
        policy_wrong(m, "a calendar has the years 1970 to 2099");
    }
}

static struct calendar_holidays holidays(const struct policy_member *m)
{
    struct str text = m->value ? str_of(json_string_value(m->value)) : (struct str){0};
    size_t dots = str_find(text, S(".."));
    struct calendar_holidays out = {one_day(str_slice(text, 0, dots)), DATE_NONE};
    out.last = dots < text.n ? one_day(str_slice(text, dots + 2, text.n)) : out.first;
    if (out.first == DATE_NONE || out.last == DATE_NONE) {
        policy_wrong(m, "a day such as \"2026-01-01\", or days such as "
                        "\"2026-10-01..2026-10-07\", are needed");
    }
    check_day(m, out.first);
    check_day(m, out.last);
    if (out.first > out.last) {
        policy_wrong(m, "ends before it begins");
    }
    return out;
}

/* "2026-10-10", or {"date": "2026-10-10", "hours": [...]}. */
static struct calendar_makeup makeup(const struct policy_member *m, bool week_is_open)
{
    static const char *const known[] = {"date", "hours"};
    struct policy_member date = *m, open = {.value = NULL};
    struct calendar_makeup out = {0};
    if (json_is_object(m->value)) {
        policy_check_keys(m, known, COUNT_OF(known));
        date = policy_child(m, "date");
        open = policy_child(m, "hours");
    }
    out.day = one_day(date.value ? str_of(json_string_value(date.value)) : (struct str){0});
    if (out.day == DATE_NONE) {
        policy_wrong(&date, "a day such as \"2026-10-10\" is needed");
    }
    check_day(&date, out.day);
    if (open.value) {
        out.hours = hours(&open);
        if (out.hours.count == 0) {
            policy_wrong(&open, "a working day has hours");
        }
    } else if (!week_is_open) {
        policy_wrong(m, "hours are needed, as no weekday has any");
    }
    return out;
}

static void read_holidays(const struct policy_member *m, struct calendar_plan *plan)
{
    if (!m->value) {
        return;
    }
    plan->holiday_count = policy_list(m, "a list of days, [\"2026-01-01\", ...], is needed");
    struct calendar_holidays *list = arena_alloc(m->arena, plan->holiday_count * sizeof *list);
    for (size_t i = 0; i < plan->holiday_count; i++) {
        struct policy_member one = policy_item(m, i);
        list[i] = holidays(&one);
    }
    plan->holidays = list;
}

static void read_makeups(const struct policy_member *m, struct calendar_plan *plan,
                         bool week_is_open)
{
    if (!m->value) {
        return;
    }
    plan->makeup_count = policy_list(m, "a list of days, [\"2026-10-10\", ...], is needed");
    struct calendar_makeup *list = arena_alloc(m->arena, plan->makeup_count * sizeof *list);
    for (size_t i = 0; i < plan->makeup_count; i++) {
        struct policy_member one = policy_item(m, i);
        list[i] = makeup(&one, week_is_open);
        for (size_t k = 0; k < i; k++) {
            if (list[k].day == list[i].day) {
                policy_wrong(&one, "this day stood before");
            }
        }
    }
    plan->makeups = list;
}

const struct calendar_plan *policy_calendar(const struct policy_member *m)
{
    static const char *const known[] = {"zone", "week", "holidays", "working_days"};
    if (!m->value) {
        return NULL;
    }
    policy_check_keys(m, known, COUNT_OF(known));
    struct policy_member zone = policy_child(m, "zone"), days = policy_child(m, "week");
    struct policy_member off = policy_child(m, "holidays"), on = policy_child(m, "working_days");
    struct str name = policy_text(&zone);
    if (name.n == 0) {
        policy_wrong(&zone, "a time zone such as \"Asia/Shanghai\" is needed");
    }
    const char *error;
    struct calendar_plan *plan = arena_alloc(m->arena, sizeof *plan);
    *plan = (struct calendar_plan){.zone = zone_open(arena_cstr(m->arena, name), &error)};
    if (!plan->zone) {
        policy_wrong(&zone, "%.*s: %s", STRF(name), error);
    }
    week(&days, plan->week);
    bool open = false;
    for (size_t i = 0; i < COUNT_OF(plan->week); i++) {
        open |= plan->week[i].count > 0;
    }
    read_holidays(&off, plan);
    read_makeups(&on, plan, open);
    if (!open && plan->makeup_count == 0) {
        policy_wrong(m, "no day is ever open");
    }
    return plan;
}
