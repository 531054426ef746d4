#include "base/base.h"

#include "value/date.h"
#include "value/zone_rule.h"

#define SECONDS_A_DAY 86400
/* The Gregorian calendar repeats after 400 years, weekdays included (146,097 is 20,871 weeks). */
#define SECONDS_A_CYCLE (INT64_C(146097) * SECONDS_A_DAY)

static bool take(struct str *text, char c)
{
    if (text->n == 0 || text->p[0] != c) {
        return false;
    }
    *text = str_slice(*text, 1, text->n);
    return true;
}

/* A number of at most 3 digits between `low` and `high`. */
static bool take_number(struct str *text, int low, int high, int *number)
{
    size_t count = 0;
    *number = 0;
    while (count < text->n && count < 4 && text->p[count] >= '0' && text->p[count] <= '9') {
        *number = *number * 10 + (text->p[count] - '0');
        count++;
    }
    *text = str_slice(*text, count, text->n);
    return count >= 1 && count <= 3 && *number >= low && *number <= high;
}

/* [+-]hh[:mm[:ss]], in seconds. */
static bool take_time(struct str *text, int most_hours, int32_t *seconds)
{
    bool negative = take(text, '-');
    if (!negative) {
        take(text, '+');
    }
    int hour, minute = 0, second = 0;
    if (!take_number(text, 0, most_hours, &hour)) {
        return false;
    }
    if (take(text, ':')) {
        if (!take_number(text, 0, 59, &minute) ||
            (take(text, ':') && !take_number(text, 0, 59, &second))) {
            return false;
        }
    }
    int32_t sum = (hour * 60 + minute) * 60 + second;
    *seconds = negative ? -sum : sum;
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* At least 3 letters, or letters, digits and signs in <>. The name itself is of no use here. */
static bool skip_name(struct str *text)
{
    bool quoted = take(text, '<');
    size_t count = 0;
    while (count < text->n) {
        char c = text->p[count];
        bool sign = (c >= '0' && c <= '9') || c == '+' || c == '-';
        if (!is_letter(c) && !(quoted && sign)) {
            break;
        }
        count++;
    }
    *text = str_slice(*text, count, text->n);
    return count >= 3 && (!quoted || take(text, '>'));
}

/* ",Mm.w.d", ",Jn" or ",n", with "/time". */
static bool take_day(struct str *text, struct zone_rule_day *day)
{
    *day = (struct zone_rule_day){.kind = '0', .time = 2 * 3600};
    bool sound;
    if (!take(text, ',')) {
        return false;
    }
    if (take(text, 'M')) {
        day->kind = 'M';
        sound = take_number(text, 1, 12, &day->month) && take(text, '.') &&
                take_number(text, 1, 5, &day->week) && take(text, '.') &&
                take_number(text, 0, 6, &day->day);
    } else if (take(text, 'J')) {
        day->kind = 'J';
        sound = take_number(text, 1, 365, &day->day);
    } else {
        sound = take_number(text, 0, 365, &day->day);
    }
    return sound && (!take(text, '/') || take_time(text, 167, &day->time));
}

bool zone_rule_parse(struct str text, struct zone_rule *rule)
{
    int32_t west;
    *rule = (struct zone_rule){0};
    if (!skip_name(&text) || !take_time(&text, 24, &west)) {
        return false;
    }
    /* POSIX counts offsets west of Greenwich. */
    rule->std_offset = -west;
    rule->dst_offset = -west;
    if (text.n == 0) {
        return true;
    }
    rule->has_dst = true;
    if (!skip_name(&text)) {
        return false;
    }
    rule->dst_offset = rule->std_offset + 3600;
    if (text.n > 0 && text.p[0] != ',') {
        if (!take_time(&text, 24, &west)) {
            return false;
        }
        rule->dst_offset = -west;
    }
    /* POSIX leaves the days open where none are given; TZif files always give them. */
    return take_day(&text, &rule->start) && take_day(&text, &rule->end) && text.n == 0;
}

/* The day number (from 1970) on which the rule's day falls in `year`. */
static int32_t day_in_year(const struct zone_rule_day *day, int year)
{
    int32_t new_year = date_from_civil(year, 1, 1);
    if (day->kind == '0') {
        return new_year + day->day;
    }
    if (day->kind == 'J') {
        bool leap = date_from_civil(year, 2, 29) != DATE_NONE;
        return new_year + day->day - 1 + (leap && day->day >= 60);
    }
    int32_t first = date_from_civil(year, day->month, 1);
    int32_t next = day->month == 12 ? date_from_civil(year + 1, 1, 1)
                                    : date_from_civil(year, day->month + 1, 1);
    int weekday = date_weekday(first) % 7; /* 0 = Sunday */
    int32_t found = first + (day->day - weekday + 7) % 7 + (day->week - 1) * 7;
    return found < next ? found : found - 7;
}

static int64_t instant(const struct zone_rule_day *day, int year, int32_t offset)
{
    return (int64_t)day_in_year(day, year) * SECONDS_A_DAY + day->time - offset;
}

/* Into the cycle from 1970 to 2369, where nothing can wrap. */
static int64_t in_cycle(int64_t utc)
{
    utc %= SECONDS_A_CYCLE;
    return utc < 0 ? utc + SECONDS_A_CYCLE : utc;
}

static int year_of(int64_t utc)
{
    int year, month, day_of_month;
    date_to_civil((int32_t)(utc / SECONDS_A_DAY), &year, &month, &day_of_month);
    return year;
}

int32_t zone_rule_offset(const struct zone_rule *rule, int64_t utc)
{
    if (!rule->has_dst) {
        return rule->std_offset;
    }
    utc = in_cycle(utc);
    int year = year_of(utc);
    /*
     * What holds is what the latest change before it set. Times of up to 167 hours carry a change
     * into the years beside its own. Of two at one instant the later in this order counts: that is
     * how a rule says that daylight saving time never ends (J1/0 to J365/25).
     */
    int64_t latest = INT64_MIN;
    int32_t offset = rule->std_offset;
    for (int y = year - 1; y <= year + 1; y++) {
        int64_t start = instant(&rule->start, y, rule->std_offset);
        if (start <= utc && start >= latest) {
            latest = start;
            offset = rule->dst_offset;
        }
        int64_t end = instant(&rule->end, y, rule->dst_offset);
        if (end <= utc && end >= latest) {
            latest = end;
            offset = rule->std_offset;
        }
    }
    return offset;
}

int64_t zone_rule_next_change(const struct zone_rule *rule, int64_t utc)
{
    if (!rule->has_dst) {
        return INT64_MAX;
    }
    int64_t now = in_cycle(utc);
    int year = year_of(now);
    int64_t next = INT64_MAX;
    /* The last year's change may be carried into this one, the next year's back into it. */
    for (int y = year - 1; y <= year + 2; y++) {
        int64_t start = instant(&rule->start, y, rule->std_offset);
        int64_t end = instant(&rule->end, y, rule->dst_offset);
        next = start > now && start < next ? start : next;
        next = end > now && end < next ? end : next;
    }
    return utc + (next - now);
}
