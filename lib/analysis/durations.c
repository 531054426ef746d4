#include "base/base.h"

#include <math.h>

#include "analysis/durations.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"
#include "stats/quantile.h"
#include "value/number.h"

static size_t group_of(struct durations *d, struct str name)
{
    bool fresh;
    uint32_t *index = map_put(&d->index, name, &fresh);
    if (fresh) {
        *index = (uint32_t)d->groups;
        d->group = mem_grow(d->group, d->groups + 1, sizeof *d->group);
        d->group[d->groups++] = arena_str(&d->arena, name);
    }
    return *index;
}

static void add(struct durations *d, const struct survival_subject *subject)
{
    if (d->count == d->room) {
        d->room = mem_capacity(d->room, d->count + 1);
        d->subject = mem_grow(d->subject, d->room, sizeof *d->subject);
    }
    d->subject[d->count++] = *subject;
}

void durations_take(void *context, const struct rollup_row *row)
{
    struct durations *d = context;
    if (row->days == 0) {
        return;
    }
    if (d->order_count == d->order_room) {
        d->order_room = mem_capacity(d->order_room, d->order_count + 1);
        d->orders = mem_grow(d->orders, d->order_room, sizeof *d->orders);
    }
    d->orders[d->order_count++] = (struct durations_orders){
        row->first, row->second, row->last, row->days,
        group_of(d, d->grouped ? row->keep[0] : (struct str){"", 0})};
}

double durations_silence(const struct durations *d)
{
    double *gaps = mem_new(d->order_count, sizeof *gaps);
    size_t n = 0;
    for (size_t i = 0; i < d->order_count; i++) {
        const struct durations_orders *o = &d->orders[i];
        if (o->days > 1) {
            gaps[n++] = (double)(o->last - o->first) / (double)(o->days - 1);
        }
    }
    quantile_sort(gaps, n);
    double silence = n > 0 ? quantile_at(gaps, n, 95, 100) : NAN;
    free(gaps);
    return silence;
}

/* Seen from time 0 on, or from the day that the data begin. */
static double entry_of(int32_t start, int32_t seen_from)
{
    return seen_from != DATE_NONE && start < seen_from ? seen_from - start : -1;
}

void durations_lapse(struct durations *d, int32_t as_of, double silence, int32_t seen_from)
{
    for (size_t i = 0; i < d->order_count; i++) {
        const struct durations_orders *o = &d->orders[i];
        bool lapsed = as_of - o->last > silence;
        const struct survival_subject subject = {.time = (lapsed ? o->last : as_of) - o->first,
                                                 .entry = entry_of(o->first, seen_from),
                                                 .event = lapsed,
                                                 .group = o->group};
        if (subject.entry < subject.time) { /* else gone before anybody saw */
            add(d, &subject);
        }
    }
}

void durations_second(struct durations *d, int32_t as_of)
{
    for (size_t i = 0; i < d->order_count; i++) {
        const struct durations_orders *o = &d->orders[i];
        bool came = o->days > 1;
        add(d, &(struct survival_subject){
                   .time = (came ? o->second : as_of) - o->first, .entry = -1, .event = came,
                   .group = o->group});
    }
}

/* Positions of the columns in a table. */
struct bound {
    ptrdiff_t start, end, time, event, entry, by;
    struct str event_value;
    int32_t as_of, seen_from;
};

static ptrdiff_t bind(const struct input *input, const char *option, struct str name)
{
    ptrdiff_t at = input_named(input, name);
    if (name.n > 0 && at < 0) {
        die(STATUS_USAGE, "%s %.*s: %s has no such column", option, STRF(name), input->name);
    }
    return name.n > 0 ? at : -1;
}

static struct str cell(const struct row *row, ptrdiff_t at)
{
    return at < 0 ? (struct str){0} : str_trim(row->record.cell[at]);
}

/* DATE_NONE for an empty cell; false after a complaint. */
static bool read_day(const struct row *row, ptrdiff_t at, int32_t *day)
{
    struct stamp stamp;
    char shown[SAY_VALUE_ROOM];
    struct str text = cell(row, at);
    *day = DATE_NONE;
    if (text.n == 0) {
        return true;
    }
    const char *reason = date_parse(text, row->input->settings->date_order, &stamp);
    if (!reason && stamp.form == DATE_FORM_AMBIGUOUS &&
        row->input->settings->date_order == DATE_ORDER_UNKNOWN) {
        reason = "could be day or month first: say --date-order dmy or mdy";
    }
    if (reason) {
        row_bad_at(row, at, "%s %s", say_value(text, shown), reason);
        return false;
    }
    *day = stamp.day;
    return true;
}

static bool read_number(const struct row *row, ptrdiff_t at, double none, double *value)
{
    char shown[SAY_VALUE_ROOM];
    struct str text = cell(row, at);
    *value = none;
    if (text.n > 0 && !number_parse(text, 0, value)) {
        row_bad_at(row, at, "%s is not a number", say_value(text, shown));
        return false;
    }
    return true;
}

static bool read_contract(const struct row *row, const struct bound *b,
                          struct survival_subject *subject, bool *empty)
{
    int32_t start, end;
    if (!read_day(row, b->start, &start) || !read_day(row, b->end, &end)) {
        return false;
    }
    *empty = start == DATE_NONE || start > b->as_of;
    if (*empty) {
        return true;
    }
    bool ended = end != DATE_NONE && end <= b->as_of;
    if (ended && end < start) {
        row_bad_at(row, b->end, "is before the start");
        return false;
    }
    subject->time = (ended ? end : b->as_of) - start;
    subject->event = ended;
    subject->entry = entry_of(start, b->seen_from);
    return true;
}

static bool read_duration(const struct row *row, const struct bound *b,
                          struct survival_subject *subject, bool *empty)
{
    if (!read_number(row, b->time, NAN, &subject->time) ||
        !read_number(row, b->entry, -1, &subject->entry)) {
        return false;
    }
    *empty = isnan(subject->time);
    if (subject->time < 0) {
        row_bad_at(row, b->time, "is below 0");
        return false;
    }
    subject->event = str_eq(cell(row, b->event), b->event_value);
    return true;
}

void durations_read(struct durations *d, struct flow_run *run, struct input *input,
                    const struct durations_columns *columns, int32_t as_of, int32_t seen_from)
{
    struct str value = str_of(columns->event);
    struct str event = str_cut(&value, '=');
    if (columns->event && !value.p) {
        die(STATUS_USAGE, "--event %s: write COLUMN=VALUE, such as churn=yes", columns->event);
    }
    const struct bound b = {
        .start = bind(input, "--start", str_of(columns->start)),
        .end = bind(input, "--end", str_of(columns->end)),
        .time = bind(input, "--time", str_of(columns->time)),
        .event = bind(input, "--event", event),
        .entry = bind(input, "--entry", str_of(columns->entry)),
        .by = bind(input, "--by", str_of(columns->by)),
        .event_value = value,
        .as_of = as_of,
        .seen_from = seen_from,
    };
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        struct survival_subject subject = {.entry = -1};
        bool empty = false;
        bool sound = columns->time ? read_duration(row, &b, &subject, &empty)
                                   : read_contract(row, &b, &subject, &empty);
        if (sound && (empty || subject.entry >= subject.time)) { /* gone before it was seen */
            account_exclude(&row->worker->account, ACCOUNT_NO_TIME);
        } else if (sound) {
            row->worker->account.merged++;
            subject.group = group_of(d, cell(row, b.by));
            add(d, &subject);
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
}

struct named {
    struct str name;
    size_t was;
};

static int by_name(const void *a, const void *b)
{
    return str_cmp(((const struct named *)a)->name, ((const struct named *)b)->name);
}

void durations_sort(struct durations *d)
{
    struct named *named = mem_new(d->groups, sizeof *named);
    size_t *now = mem_new(d->groups, sizeof *now);
    for (size_t i = 0; i < d->groups; i++) {
        named[i] = (struct named){d->group[i], i};
    }
    qsort(named, d->groups, sizeof *named, by_name);
    for (size_t i = 0; i < d->groups; i++) {
        now[named[i].was] = i;
        d->group[i] = named[i].name;
    }
    for (size_t i = 0; i < d->count; i++) {
        d->subject[i].group = now[d->subject[i].group];
    }
    free(named);
    free(now);
}

void durations_free(struct durations *d)
{
    free(d->subject);
    free(d->orders);
    free(d->group);
    map_free(&d->index);
    arena_free(&d->arena);
}
