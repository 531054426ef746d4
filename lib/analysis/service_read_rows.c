#include "base/base.h"

#include "analysis/service_reader.h"
#include "base/say.h"
#include "value/fold.h"
#include "value/moment.h"

/* OUTSIDE: before 1970 or behind 2099. */
enum found { FOUND_NONE, FOUND, FOUND_OUTSIDE, FOUND_BAD };

static enum found read_odd_time(struct service_reader *r, const struct row *row, int column,
                                int64_t *at, int32_t *day)
{
    const struct calendar *calendar = r->reading->service->calendar;
    struct stamp stamp;
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

/* SERVICE_NEVER where there is no such column or the cell is empty. */
static inline enum found read_time(struct service_reader *r, const struct row *row, int column,
                                   int64_t *at, int32_t *day)
{
    struct str cell = row_text(row, column);
    struct moment plain;
    *at = SERVICE_NEVER;
    if (cell.n == 0) {
        return FOUND_NONE;
    }
    /* An input that tells the zone of its times has them moved, by row_stamp(). */
    if (row->input->zone || !moment_read(cell, &plain)) {
        return read_odd_time(r, row, column, at, day);
    }
    if (!calendar_moment(r->reading->service->calendar, r->offsets, &plain, at)) {
        return FOUND_OUTSIDE;
    }
    *day = plain.day;
    r->seen.timeless |= !plain.has_time;
    return FOUND;
}

static inline void see(struct service_reader *r, int64_t at, int32_t day)
{
    if ((uint32_t)day < SERVICE_READER_DAYS) {
        r->saw[day] = 1;
    } else {
        asof_see(&r->seen.days, day); /* the first hours of 2100, somewhere */
    }
    r->seen.latest = at > r->seen.latest ? at : r->seen.latest;
}

static bool complain(const struct row *row, int column, enum found found)
{
    char shown[SAY_VALUE_ROOM];
    if (found == FOUND_NONE) {
        row_bad(row, column, "is empty: a time is needed");
    } else if (found == FOUND_OUTSIDE) {
        row_bad(row, column, "%s is not in the years 1970 to 2099",
                say_value(row_text(row, column), shown));
    }
    return false;
}

/* When the ticket, or the event, was; false where the row is not to be taken. */
static inline bool read_own_time(struct service_reader *r, const struct row *row, int column,
                                 int64_t *at, int32_t *day)
{
    enum found found = read_time(r, row, column, at, day);
    if (found != FOUND) {
        return complain(row, column, found);
    }
    if (*at > r->reading->as_of) {
        account_exclude(&row->worker->account, ACCOUNT_AFTER_AS_OF);
        return false;
    }
    see(r, *at, *day);
    return true;
}

/* A later time of the ticket: none where it is behind as_of, a fault where it cannot be. */
static inline bool read_later(struct service_reader *r, const struct row *row, int column,
                              struct service_ticket *t, unsigned fault, int64_t *at, bool *cut)
{
    int32_t day = 0;
    *at = SERVICE_NEVER;
    if (input_column(row->input, column) < 0) {
        return true;
    }
    enum found found = read_time(r, row, column, at, &day);
    if (found == FOUND && *at >= t->opened && *at <= r->reading->as_of) {
        see(r, *at, day);
        return true;
    }
    if (found == FOUND_OUTSIDE || (found == FOUND && *at < t->opened)) {
        t->faults |= fault;
    }
    *cut |= found == FOUND && *at >= t->opened;
    *at = SERVICE_NEVER;
    return found != FOUND_BAD;
}

/* A number, or a word for once or never. */
static bool read_some_reopenings(const struct row *row, struct service_ticket *t)
{
    static const char *const once = "|yes|y|true|t|是|", *const never = "|no|n|false|f|否|";
    struct str text = row_text(row, TICKET_REOPENINGS);
    uint64_t count = 0;
    t->counts_reopenings = true;
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

static inline bool read_reopenings(const struct row *row, struct service_ticket *t)
{
    return input_column(row->input, TICKET_REOPENINGS) < 0 || read_some_reopenings(row, t);
}

/* What the row says of the state: times first; the status, where none of them lies behind as_of, as
 * it tells of today. */
static inline enum policy_status state_of(struct service_reader *r,
                                          const struct service_ticket *t, struct str status,
                                          bool closed, bool cut)
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

/* What follows from the times. */
static inline void settle(struct service_reader *r, struct service_ticket *t, int64_t resolved,
                          int64_t closed, struct str status, bool cut)
{
    bool by_close = resolved == SERVICE_NEVER && !(t->faults & SERVICE_BAD_RESOLVED);
    t->resolved = by_close ? closed : resolved;
    if (t->faults & (unsigned)(by_close ? SERVICE_BAD_CLOSED : SERVICE_BAD_RESOLVED)) {
        t->faults |= SERVICE_BAD_RESOLUTION;
    }
    t->state = state_of(r, t, status, closed != SERVICE_NEVER, cut);
}

static inline bool find_target(struct service_reader *r, struct service_reader_input *of,
                               const struct row *row)
{
    r->target = 0;
    return r->reading->service->target_count == 0 || service_read_target(r, of, row);
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
        !read_reopenings(row, t) || !find_target(r, of, row)) {
        return false;
    }
    struct str status = of->status >= 0 ? row_text(row, of->status) : (struct str){"", 0};
    settle(r, t, resolved, closed, status, cut);
    t->target = r->target;
    return true;
}

/* ---- the short way ---- */

/* A time, and the day of it; of none, that of the opening. */
struct plain_time {
    int64_t at; /* SERVICE_NEVER: none */
    int32_t day;
    bool timeless;
};

/* False for one that has to be looked into. */
static inline __attribute__((always_inline)) bool
read_plain_time(const struct service_reader *r, const struct plain_row *row, ptrdiff_t column,
                const struct plain_time *opened, struct plain_time *time)
{
    struct moment plain;
    *time = (struct plain_time){SERVICE_NEVER, opened->day, false};
    if (column < 0) {
        return true;
    }
    struct str cell = plain_cell(row, (size_t)column);
    if (cell.n == 0) {
        return true;
    }
    if (!moment_read(cell, &plain) || (uint32_t)plain.day >= SERVICE_READER_DAYS ||
        !calendar_moment(r->reading->service->calendar, r->offsets, &plain, &time->at)) {
        return false;
    }
    time->day = plain.day;
    time->timeless = !plain.has_time;
    return time->at >= opened->at && time->at <= r->reading->as_of;
}

static inline void see_plain(struct service_reader *r, const struct plain_time *time)
{
    bool none = time->at == SERVICE_NEVER;
    r->saw[time->day] = 1;
    r->seen.latest = time->at > r->seen.latest && !none ? time->at : r->seen.latest;
    r->seen.timeless |= time->timeless;
}

/* None, or a digit. */
static inline bool read_plain_reopenings(const struct plain_row *row, ptrdiff_t column,
                                         struct service_ticket *t)
{
    t->counts_reopenings = column >= 0;
    if (column < 0) {
        return true;
    }
    struct str cell = plain_cell(row, (size_t)column);
    t->reopenings = cell.n == 0 ? 0 : (uint32_t)((unsigned char)cell.p[0] - '0');
    return cell.n == 0 || (cell.n == 1 && t->reopenings <= 9);
}

bool service_reader_plain(struct service_reader *r, const struct input *input,
                          const struct plain_row *row, struct service_ticket *t)
{
    const struct service_reader_input *of = &r->of[input->number];
    const struct service_reader_plain *plain = &of->plain;
    const struct plain_time ever = {0};
    struct plain_time opened, responded, resolved, closed;
    *t = (struct service_ticket){.faults = 0};
    if (!plain->usable || !read_plain_time(r, row, plain->opened, &ever, &opened) ||
        opened.at == SERVICE_NEVER ||
        !read_plain_time(r, row, plain->responded, &opened, &responded) ||
        !read_plain_time(r, row, plain->resolved, &opened, &resolved) ||
        !read_plain_time(r, row, plain->closed, &opened, &closed) ||
        !read_plain_reopenings(row, plain->reopenings, t)) {
        return false;
    }
    r->target = 0;
    if (r->reading->service->target_count > 0 && !service_read_plain_target(r, of, row)) {
        return false;
    }
    see_plain(r, &opened);
    see_plain(r, &responded);
    see_plain(r, &resolved);
    see_plain(r, &closed);
    t->opened = opened.at;
    t->day = opened.day;
    t->responded = responded.at;
    t->target = r->target;
    settle(r, t, resolved.at, closed.at,
           plain->status < 0 ? S("") : plain_cell(row, (size_t)plain->status), false);
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
    if (!read_own_time(r, row, EVENT_AT, &e->at, &day) || !find_target(r, of, row)) {
        return false;
    }
    e->zoned = r->zoned;
    e->word = service_reader_add_word(r, word);
    e->target = r->target;
    return true;
}
