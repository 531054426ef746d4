#include "base/base.h"

#include "analysis/service_reader.h"
#include "base/say.h"
#include "value/fold.h"

/* OUTSIDE: before 1970 or behind 2099. */
enum found { FOUND_NONE, FOUND, FOUND_OUTSIDE, FOUND_BAD };

static enum found read_time(struct service_reader *r, const struct row *row, int column,
                            int64_t *at, int32_t *day)
{
    const struct calendar *calendar = r->reading->service->calendar;
    struct stamp stamp;
    *at = SERVICE_NEVER;
    switch (row_stamp(row, column, &stamp)) {
    case ROW_EMPTY:
        return FOUND_NONE;
    case ROW_BAD:
        return FOUND_BAD;
    default:
        break;
    }
    if (calendar_instant(calendar, &stamp, at)) {
        return FOUND_OUTSIDE;
    }
    bool zoned = stamp.has_time && stamp.has_zone;
    *day = zoned ? calendar_stamp(calendar, *at, false).day : stamp.day;
    r->zoned |= zoned;
    r->seen.timeless |= !stamp.has_time;
    return FOUND;
}

static void see(struct service_reader *r, int64_t at, int32_t day)
{
    asof_see(&r->seen.days, day);
    r->seen.latest = at > r->seen.latest ? at : r->seen.latest;
}

/* When the ticket, or the event, was; false where the row is not to be taken. */
static bool read_own_time(struct service_reader *r, const struct row *row, int column, int64_t *at,
                          int32_t *day)
{
    char shown[SAY_VALUE_ROOM];
    switch (read_time(r, row, column, at, day)) {
    case FOUND_BAD:
        return false;
    case FOUND_NONE:
        row_bad(row, column, "is empty: a time is needed");
        return false;
    case FOUND_OUTSIDE:
        row_bad(row, column, "%s is not in the years 1970 to 2099",
                say_value(row_text(row, column), shown));
        return false;
    default:
        break;
    }
    if (*at > r->reading->as_of) {
        account_exclude(&row->worker->account, ACCOUNT_AFTER_AS_OF);
        return false;
    }
    see(r, *at, *day);
    return true;
}

/* A later time of the ticket: none where it is behind as_of, a fault where it cannot be. */
static bool read_later(struct service_reader *r, const struct row *row, int column,
                       struct service_ticket *t, unsigned fault, int64_t *at, bool *cut)
{
    int32_t day;
    enum found found = read_time(r, row, column, at, &day);
    if (found == FOUND_OUTSIDE || (found == FOUND && *at < t->opened)) {
        t->faults |= fault;
        *at = SERVICE_NEVER;
    } else if (found == FOUND && *at > r->reading->as_of) {
        *cut = true;
        *at = SERVICE_NEVER;
    } else if (found == FOUND) {
        see(r, *at, day);
    }
    return found != FOUND_BAD;
}

/* A number, or a word for once or never. */
static bool read_reopenings(const struct row *row, struct service_ticket *t)
{
    static const char *const once = "|yes|y|true|t|是|", *const never = "|no|n|false|f|否|";
    struct str text = row_text(row, TICKET_REOPENINGS);
    uint64_t count = 0;
    t->counts_reopenings = input_column(row->input, TICKET_REOPENINGS) >= 0;
    if (text.n == 0 || (str_to_u64(text, &count) && count <= UINT32_MAX)) {
        t->reopenings = (uint32_t)count;
        return true;
    }
    struct str word = fold_key(&row->worker->arena, text);
    struct str sought = arena_printf(&row->worker->arena, "|%.*s|", STRF(word));
    t->reopenings = str_find(str_of(once), sought) < strlen(once);
    if (t->reopenings == 0 && str_find(str_of(never), sought) == strlen(never)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, TICKET_REOPENINGS, "%s is neither a number nor yes or no",
                say_word(text, shown));
        return false;
    }
    return true;
}

/* What the row says of the state: times first; the status, where none of them lies behind as_of, as
 * it tells of today. */
static enum policy_status state_of(struct service_reader *r, const struct service_ticket *t,
                                   struct str status, bool closed, bool cut)
{
    struct service_word word = {0};
    if (status.n > 0) {
        uint32_t at = service_reader_add_word(r, status); /* may move the meanings */
        word = r->meaning[at];
    }
    bool done = t->resolved != SERVICE_NEVER || (t->faults & SERVICE_BAD_RESOLUTION);
    if (closed || (t->faults & SERVICE_BAD_CLOSED) ||
        (done && word.known && word.state == POLICY_CLOSED)) {
        return POLICY_CLOSED;
    }
    return done ? POLICY_RESOLVED : cut ? POLICY_OPEN : word.state;
}

bool service_reader_ticket(struct service_reader *r, const struct row *row,
                           struct service_ticket *t)
{
    struct service_reader_input *of = &r->of[row->input->number];
    int64_t resolved, closed;
    bool cut = false;
    *t = (struct service_ticket){.responded = SERVICE_NEVER, .resolved = SERVICE_NEVER};
    r->zoned = false;
    if (!read_own_time(r, row, TICKET_OPENED_AT, &t->opened, &t->day)) {
        return false;
    }
    t->zoned = r->zoned;
    if (!read_later(r, row, TICKET_FIRST_RESPONSE_AT, t, SERVICE_BAD_RESPONSE, &t->responded,
                    &cut) ||
        !read_later(r, row, TICKET_RESOLVED_AT, t, SERVICE_BAD_RESOLVED, &resolved, &cut) ||
        !read_later(r, row, TICKET_CLOSED_AT, t, SERVICE_BAD_CLOSED, &closed, &cut) ||
        !read_reopenings(row, t) || !service_read_target(r, of, row)) {
        return false;
    }
    bool by_close = resolved == SERVICE_NEVER && !(t->faults & SERVICE_BAD_RESOLVED);
    t->resolved = by_close ? closed : resolved;
    if (t->faults & (unsigned)(by_close ? SERVICE_BAD_CLOSED : SERVICE_BAD_RESOLVED)) {
        t->faults |= SERVICE_BAD_RESOLUTION;
    }
    struct str status = of->status >= 0 ? row_text(row, of->status) : (struct str){"", 0};
    t->state = state_of(r, t, status, closed != SERVICE_NEVER, cut);
    t->target = r->target;
    return true;
}

bool service_reader_event(struct service_reader *r, const struct row *row, struct service_event *e)
{
    struct service_reader_input *of = &r->of[row->input->number];
    struct str word = row_text(row, of->status);
    int32_t day;
    enum row_found found = row_id(row, of->ticket_id, &e->ticket);
    if (found == ROW_BAD) {
        return false;
    }
    if (found == ROW_EMPTY) {
        row_bad(row, of->ticket_id, "is empty: whose event is it?");
        return false;
    }
    if (word.n == 0) {
        row_bad(row, of->status, "is empty: a %s is needed",
                of->status == EVENT_STATUS ? "status" : "activity");
        return false;
    }
    r->zoned = false;
    if (!read_own_time(r, row, EVENT_AT, &e->at, &day) || !service_read_target(r, of, row)) {
        return false;
    }
    e->zoned = r->zoned;
    e->word = service_reader_add_word(r, word);
    e->target = r->target;
    return true;
}
