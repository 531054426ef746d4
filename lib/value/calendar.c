#include "base/base.h"

#include "base/mem.h"
#include "value/calendar.h"

#define SECONDS_A_DAY 86400
#define DAY_COUNT (CALENDAR_LAST_DAY + 1)

/*
 * The open instants are kept as intervals, ascending and apart (what meets is one), each with the
 * open seconds before it. Of every UTC day the first interval that ends behind the day's beginning
 * is known, so that the interval of an instant is at most a day's spans away:
 *
 *     first_of_day   [ 0 ][ 0 ][ 1 ][ 3 ] ...
 *     interval       -- 0 --   1   2    3
 *
 * CALENDAR_END is below 2^32, so that 32 bits hold instants and sums. Behind the last interval
 * stands one that no instant reaches: searches end there.
 */
struct interval {
    uint32_t begin, end; /* [begin, end) */
    uint32_t before;     /* open seconds before begin */
};

struct calendar {
    struct calendar_plan plan; /* lists sorted, holidays apart, make-up days with their hours */
    const struct interval *interval;
    size_t count;
    const uint32_t *first_of_day; /* DAY_COUNT + 1 */
    bool always;                  /* open all the time */
    const int32_t *offset_of_day; /* see calendar_offsets() */
};

static const struct calendar_span whole_day = {0, SECONDS_A_DAY};

static int64_t floor_day(int64_t seconds)
{
    return (seconds - (seconds % SECONDS_A_DAY < 0 ? SECONDS_A_DAY - 1 : 0)) / SECONDS_A_DAY;
}

static int by_first(const void *a, const void *b)
{
    int32_t x = ((const struct calendar_holidays *)a)->first;
    int32_t y = ((const struct calendar_holidays *)b)->first;
    return (x > y) - (x < y);
}

static int by_day(const void *a, const void *b)
{
    int32_t x = ((const struct calendar_makeup *)a)->day;
    int32_t y = ((const struct calendar_makeup *)b)->day;
    return (x > y) - (x < y);
}

/* Sorted, and overlapping ones joined, so that halving finds the one that holds a day. */
static void own_holidays(struct calendar_plan *plan, struct arena *arena)
{
    size_t count = plan->holiday_count;
    struct calendar_holidays *list = arena_alloc(arena, mem_mul(count, sizeof *list));
    size_t kept = 0;
    if (count > 0) {
        memcpy(list, plan->holidays, count * sizeof *list);
        qsort(list, count, sizeof *list, by_first);
    }
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && list[i].first <= list[kept - 1].last) {
            list[kept - 1].last =
                list[i].last > list[kept - 1].last ? list[i].last : list[kept - 1].last;
        } else {
            list[kept++] = list[i];
        }
    }
    plan->holidays = list;
    plan->holiday_count = kept;
}

static struct calendar_hours makeup_hours(const struct calendar_plan *plan, int32_t day)
{
    struct calendar_hours hours = plan->week[date_weekday(day) - 1];
    for (size_t i = 0; i < COUNT_OF(plan->week) && hours.count == 0; i++) {
        hours = plan->week[i];
    }
    return hours;
}

static void own_makeups(struct calendar_plan *plan, struct arena *arena)
{
    size_t count = plan->makeup_count;
    struct calendar_makeup *list = arena_alloc(arena, mem_mul(count, sizeof *list));
    if (count > 0) {
        memcpy(list, plan->makeups, count * sizeof *list);
        qsort(list, count, sizeof *list, by_day);
    }
    for (size_t i = 0; i < count; i++) {
        if (list[i].hours.count == 0) {
            list[i].hours = makeup_hours(plan, list[i].day);
        }
    }
    plan->makeups = list;
}

static bool is_holiday(const struct calendar_plan *plan, int32_t day)
{
    size_t from = 0, to = plan->holiday_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (plan->holidays[middle].last < day) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from < plan->holiday_count && plan->holidays[from].first <= day;
}

static struct calendar_hours hours_of(const struct calendar_plan *plan, int32_t day)
{
    const struct calendar_makeup key = {.day = day};
    const struct calendar_makeup *makeup = NULL;
    if (plan->makeup_count > 0) {
        makeup = bsearch(&key, plan->makeups, plan->makeup_count, sizeof key, by_day);
    }
    if (makeup) {
        return makeup->hours;
    }
    return is_holiday(plan, day) ? (struct calendar_hours){0} : plan->week[date_weekday(day) - 1];
}

/* The intervals while the table grows. */
struct table {
    struct interval *interval;
    size_t count, capacity;
};

static void put(struct table *table, int64_t begin, int64_t end)
{
    struct interval *last = table->count > 0 ? &table->interval[table->count - 1] : NULL;
    if (begin >= end) {
        return;
    }
    if (last && last->end == begin) {
        last->end = (uint32_t)end;
        return;
    }
    uint32_t before = last ? last->before + (last->end - last->begin) : 0;
    if (table->count == table->capacity) {
        table->capacity = mem_capacity(table->capacity, table->count + 1);
        table->interval = mem_grow(table->interval, table->capacity, sizeof *table->interval);
    }
    table->interval[table->count++] = (struct interval){(uint32_t)begin, (uint32_t)end, before};
}

/* What is open within [begin, end), where one offset holds: the days' spans, moved and cut off. */
static void put_days(struct table *table, const struct calendar_plan *plan, int64_t begin,
                     int64_t end, int32_t offset)
{
    int64_t last = floor_day(end - 1 + offset);
    for (int64_t day = floor_day(begin + offset); day <= last; day++) {
        struct calendar_hours hours = hours_of(plan, (int32_t)day);
        for (size_t i = 0; i < hours.count; i++) {
            int64_t from = day * SECONDS_A_DAY + hours.span[i].from - offset;
            int64_t until = day * SECONDS_A_DAY + hours.span[i].until - offset;
            put(table, from > begin ? from : begin, until < end ? until : end);
        }
    }
}

static void index_days(struct calendar *cal, struct arena *arena)
{
    uint32_t *first = arena_alloc(arena, (DAY_COUNT + 1) * sizeof *first);
    uint32_t at = 0;
    for (int64_t day = 0; day <= DAY_COUNT; day++) {
        while (cal->interval[at].end <= day * SECONDS_A_DAY) {
            at++;
        }
        first[day] = at;
    }
    cal->first_of_day = first;
}

/* The days that lie wholly within the wall-clock times of [begin, end), where one offset holds, and
 * behind those that stand twice because another did before: of these the earlier instant counts. */
static void settle_days(int32_t *offset_of_day, int64_t begin, int64_t end, int32_t offset,
                        int32_t before)
{
    int64_t from = begin + (offset > before ? offset : before);
    int64_t last = floor_day(end + offset) - 1;
    int64_t day = floor_day(from) + (from % SECONDS_A_DAY != 0);
    /* At both ends of the calendar a day's times may lie outside of it. */
    for (day = day < 2 ? 2 : day; day <= last && day < DAY_COUNT - 2; day++) {
        offset_of_day[day] = offset;
    }
}

struct calendar *calendar_new(const struct calendar_plan *plan, struct arena *arena)
{
    struct calendar *cal = arena_alloc(arena, sizeof *cal);
    *cal = (struct calendar){.plan = *plan};
    own_holidays(&cal->plan, arena);
    own_makeups(&cal->plan, arena);
    struct table table = {0};
    int32_t *offset_of_day = arena_alloc(arena, DAY_COUNT * sizeof *offset_of_day);
    for (size_t i = 0; i < DAY_COUNT; i++) {
        offset_of_day[i] = CALENDAR_UNSETTLED;
    }
    for (int64_t begin = 0; begin < CALENDAR_END;) {
        int64_t end = zone_next_change(plan->zone, begin);
        int32_t offset = zone_offset_at(plan->zone, begin);
        end = end < CALENDAR_END ? end : CALENDAR_END;
        put_days(&table, &cal->plan, begin, end, offset);
        settle_days(offset_of_day, begin, end, offset, zone_offset_at(plan->zone, begin - 1));
        begin = end;
    }
    cal->offset_of_day = offset_of_day;
    cal->count = table.count;
    struct interval *own = arena_alloc(arena, mem_mul(table.count + 1, sizeof *own));
    uint32_t total = 0;
    if (table.count > 0) {
        const struct interval *last = &own[table.count - 1];
        memcpy(own, table.interval, table.count * sizeof *own);
        total = last->before + (last->end - last->begin);
    }
    own[table.count] = (struct interval){UINT32_MAX, UINT32_MAX, total};
    cal->interval = own;
    cal->always = total == CALENDAR_END;
    free(table.interval);
    index_days(cal, arena);
    return cal;
}

struct calendar *calendar_always(const struct zone *zone, struct arena *arena)
{
    struct calendar_plan plan = {.zone = zone};
    for (size_t i = 0; i < COUNT_OF(plan.week); i++) {
        plan.week[i] = (struct calendar_hours){&whole_day, 1};
    }
    return calendar_new(&plan, arena);
}

bool calendar_is_working_day(const struct calendar *cal, int32_t day)
{
    return hours_of(&cal->plan, day).count > 0;
}

static bool is_within(int64_t instant)
{
    return instant >= 0 && instant <= CALENDAR_END;
}

/* The first interval that ends behind the instant. */
static const struct interval *interval_at(const struct calendar *cal, uint32_t instant)
{
    const struct interval *at = &cal->interval[cal->first_of_day[instant / SECONDS_A_DAY]];
    while (at->end <= instant) {
        at++;
    }
    return at;
}

static uint32_t open_before(const struct calendar *cal, uint32_t instant)
{
    const struct interval *at = interval_at(cal, instant);
    return at->before + (instant > at->begin ? instant - at->begin : 0);
}

int64_t calendar_between(const struct calendar *cal, int64_t start, int64_t end)
{
    if (!is_within(start) || !is_within(end)) {
        return -1;
    }
    if (end <= start) {
        return 0;
    }
    if (cal->always) {
        return end - start;
    }
    return (int64_t)open_before(cal, (uint32_t)end) - open_before(cal, (uint32_t)start);
}

int64_t calendar_next_open(const struct calendar *cal, int64_t instant)
{
    if (!is_within(instant)) {
        return CALENDAR_NEVER;
    }
    const struct interval *at = interval_at(cal, (uint32_t)instant);
    if (at == cal->interval + cal->count) {
        return CALENDAR_NEVER;
    }
    return instant > at->begin ? instant : at->begin;
}

int64_t calendar_add(const struct calendar *cal, int64_t start, int64_t seconds)
{
    if (!is_within(start)) {
        return CALENDAR_NEVER;
    }
    if (seconds <= 0) {
        return start;
    }
    uint32_t before = open_before(cal, (uint32_t)start);
    if (seconds > (int64_t)cal->interval[cal->count].before - before) {
        return CALENDAR_NEVER;
    }
    /* The last interval with less before it: there the sum is reached, at its end at the latest. */
    uint32_t wanted = before + (uint32_t)seconds;
    size_t from = (size_t)(interval_at(cal, (uint32_t)start) - cal->interval);
    size_t to = cal->count;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (cal->interval[middle].before < wanted) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return (int64_t)cal->interval[from].begin + (wanted - cal->interval[from].before);
}

static int64_t instant_of_local(const struct calendar *cal, int64_t local)
{
    return local - zone_offset_of_local(cal->plan.zone, local);
}

/* The instant moved into the hours of the day that it is on, as calendar_add_days says. */
static int64_t move_into_hours(const struct calendar *cal, int64_t day, int64_t instant)
{
    int64_t midnight = instant_of_local(cal, day * SECONDS_A_DAY);
    int64_t next = instant_of_local(cal, (day + 1) * SECONDS_A_DAY);
    if (next > CALENDAR_END) {
        return CALENDAR_NEVER;
    }
    midnight = midnight > 0 ? midnight : 0;
    int64_t closing = instant; /* where a change of the clock leaves nothing of the hours */
    for (const struct interval *at = interval_at(cal, (uint32_t)midnight); at->begin < next; at++) {
        if (instant <= at->end) {
            return instant > at->begin ? instant : at->begin;
        }
        closing = at->end;
    }
    return closing;
}

int64_t calendar_add_days(const struct calendar *cal, int64_t start, int64_t days)
{
    if (!is_within(start) || days > DAY_COUNT) {
        return CALENDAR_NEVER;
    }
    int64_t local = start + zone_offset_at(cal->plan.zone, start);
    int64_t first = floor_day(local);
    int64_t second = local - first * SECONDS_A_DAY;
    int64_t day = first;
    bool working = calendar_is_working_day(cal, (int32_t)day);
    if (!working) {
        second = 0; /* the opening will be behind it */
        days = days > 0 ? days + 1 : 1;
    }
    while (days > 0) {
        if (++day > CALENDAR_LAST_DAY) {
            return CALENDAR_NEVER;
        }
        days -= calendar_is_working_day(cal, (int32_t)day);
    }
    /* On the day of the start the instant is known, also where its time of day stands twice. */
    int64_t due = day == first ? start : instant_of_local(cal, day * SECONDS_A_DAY + second);
    return move_into_hours(cal, day, due);
}

bool calendar_odd_moment(const struct calendar *cal, const struct moment *moment, int64_t *instant)
{
    int64_t found = instant_of_local(cal, (int64_t)moment->day * SECONDS_A_DAY + moment->second);
    if (!is_within(found)) {
        return false;
    }
    *instant = found;
    return true;
}

const int32_t *calendar_offsets(const struct calendar *cal)
{
    return cal->offset_of_day;
}

const char *calendar_instant(const struct calendar *cal, const struct stamp *stamp,
                             int64_t *instant)
{
    int64_t local = (int64_t)stamp->day * SECONDS_A_DAY + stamp->ms / 1000;
    int64_t found =
        stamp->has_time && stamp->has_zone ? local - stamp->offset : instant_of_local(cal, local);
    if (!is_within(found)) {
        return "is not in the years 1970 to 2099";
    }
    *instant = found;
    return NULL;
}

struct stamp calendar_stamp(const struct calendar *cal, int64_t instant, bool zoned)
{
    if (!is_within(instant)) {
        return (struct stamp){.day = DATE_NONE};
    }
    int32_t offset = zone_offset_at(cal->plan.zone, instant);
    int64_t local = instant + offset;
    int64_t day = floor_day(local);
    return (struct stamp){.day = (int32_t)day,
                          .ms = (int32_t)(local - day * SECONDS_A_DAY) * 1000,
                          .offset = zoned ? offset : 0,
                          .has_time = true,
                          .has_zone = zoned};
}
