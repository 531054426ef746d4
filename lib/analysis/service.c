#include "base/base.h"

#include "analysis/service.h"

static int64_t sooner(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

int64_t service_waited(const struct service_ticket *t, int64_t end)
{
    int64_t sum = 0;
    for (size_t i = 0; i < t->wait_count && t->wait[i].from < end; i++) {
        sum += sooner(t->wait[i].until, end) - t->wait[i].from;
    }
    return sum;
}

static int64_t waited_business(const struct service *s, const struct service_ticket *t, int64_t end)
{
    int64_t sum = 0;
    for (size_t i = 0; i < t->wait_count && t->wait[i].from < end; i++) {
        sum += calendar_between(s->calendar, t->wait[i].from, sooner(t->wait[i].until, end));
    }
    return sum;
}

static int64_t span(const struct service *s, bool business, int64_t from, int64_t to)
{
    return business ? calendar_between(s->calendar, from, to) : to > from ? to - from : 0;
}

static int64_t add(const struct service *s, bool business, int64_t from, int64_t seconds)
{
    if (business) {
        return calendar_add(s->calendar, from, seconds);
    }
    return from <= CALENDAR_END - seconds ? from + seconds : SERVICE_NEVER;
}

/* When so many seconds are full on a clock that stands still while the ticket waits; one that still
 * waits goes on at as_of. */
static int64_t due_with_waits(const struct service *s, const struct service_ticket *t,
                              bool business, int64_t seconds, int64_t as_of)
{
    int64_t at = t->opened;
    for (size_t i = 0; i < t->wait_count; i++) {
        int64_t before = span(s, business, at, t->wait[i].from);
        if (before >= seconds) {
            break;
        }
        seconds -= before;
        at = sooner(t->wait[i].until, as_of);
    }
    return add(s, business, at, seconds);
}

static int64_t due_of(const struct service *s, const struct service_ticket *t,
                      enum service_measure measure, int64_t as_of)
{
    if (t->target == 0) {
        return SERVICE_NEVER;
    }
    const struct policy_target *target = &s->target[t->target - 1];
    const struct policy_time *time =
        measure == SERVICE_FIRST_RESPONSE ? &target->first_response : &target->resolution;
    bool waits = measure == SERVICE_RESOLUTION && t->wait_count > 0;
    if (time->days == 0 && time->seconds == 0) {
        return SERVICE_NEVER;
    }
    int64_t seconds = time->seconds;
    if (time->days > 0) {
        int64_t due = calendar_add_days(s->calendar, t->opened, time->days);
        if (!waits || due == CALENDAR_NEVER) {
            return due;
        }
        seconds = calendar_between(s->calendar, t->opened, due);
    }
    return waits ? due_with_waits(s, t, target->business, seconds, as_of)
                 : add(s, target->business, t->opened, seconds);
}

static enum service_result result_of(const struct service_figure *f, int64_t end)
{
    if (f->due == SERVICE_NEVER || f->outcome == SERVICE_UNKNOWN) {
        return SERVICE_NOT_JUDGED;
    }
    if (end > f->due) {
        return SERVICE_BREACHED;
    }
    return f->outcome == SERVICE_DONE      ? SERVICE_MET
           : f->outcome == SERVICE_PENDING ? SERVICE_NOT_DUE
                                           : SERVICE_NOT_JUDGED;
}

void service_judge(const struct service *s, const struct service_ticket *t,
                   enum service_measure measure, int64_t as_of, struct service_figure *f)
{
    int64_t end;
    *f = (struct service_figure){.due = SERVICE_NEVER};
    f->outcome = service_outcome(t, measure, as_of, &end);
    if (f->outcome == SERVICE_UNKNOWN) {
        return;
    }
    f->wall = end - t->opened;
    f->business = calendar_between(s->calendar, t->opened, end);
    if (measure == SERVICE_RESOLUTION && t->wait_count > 0) {
        f->wall -= service_waited(t, end);
        f->business -= waited_business(s, t, end);
    }
    f->due = due_of(s, t, measure, as_of);
    f->result = result_of(f, end);
}

const char *service_result_name(enum service_result result)
{
    static const char *const names[] = {"", "met", "breached", "open"};
    return names[result];
}

const char *service_state_name(enum policy_status state)
{
    static const char *const names[] = {"open", "waiting", "resolved", "closed"};
    return names[state];
}

const char *service_measure_name(enum service_measure measure)
{
    return measure == SERVICE_FIRST_RESPONSE ? "first_response" : "resolution";
}

const char *service_fault_name(enum service_fault fault)
{
    return fault == SERVICE_BAD_RESPONSE   ? "first response before opened"
           : fault == SERVICE_BAD_RESOLVED ? "resolved before opened"
                                           : "closed before opened";
}
