/* crm-ticket --backlog: what came in, what went out, and what was left, period by period. */
#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "base/sort.h"
#include "crm-ticket/ticket.h"
#include "value/number.h"

#define STILL_OPEN UINT32_MAX

/* Opened << 32 | resolved, so that they sort by their opening. */
struct backlog {
    uint64_t *span;
    size_t count, room;
    uint64_t unknown; /* done, and nobody knows when */
};

static void *start_backlog(void *context)
{
    (void)context;
    return mem_new(1, sizeof(struct backlog));
}

static void take(void *context, void *state, const struct ticket_taken *t)
{
    struct backlog *b = state;
    (void)context;
    if (t->facts->resolved == SERVICE_NEVER && !service_is_open(t->facts)) {
        b->unknown++;
        return;
    }
    if (b->count == b->room) {
        b->room = mem_capacity(b->room, b->count + 1);
        b->span = mem_grow(b->span, b->room, sizeof *b->span);
    }
    uint64_t resolved =
        t->facts->resolved == SERVICE_NEVER ? STILL_OPEN : (uint64_t)t->facts->resolved;
    b->span[b->count++] = (uint64_t)t->facts->opened << 32 | resolved;
}

static void merge(void *context, void *into, void *from)
{
    struct backlog *a = into, *b = from;
    (void)context;
    if (b->count > 0) {
        a->room = mem_capacity(a->room, a->count + b->count);
        a->span = mem_grow(a->span, a->room, sizeof *a->span);
        memcpy(a->span + a->count, b->span, b->count * sizeof *b->span);
        a->count += b->count;
    }
    a->unknown += b->unknown;
    free(b->span);
    free(b);
}

/* What is open at the end of one period after the other. */
struct going {
    struct ticket_run *run;
    const struct backlog *backlog;
    size_t next;    /* of the spans */
    uint64_t *open; /* of those opened so far, as spans */
    size_t open_count;
    uint32_t *age;
};

static int64_t end_of(const struct ticket_run *run, int32_t next_start)
{
    struct stamp stamp = {.day = next_start};
    int64_t end;
    bool outside = calendar_instant(run->service.calendar, &stamp, &end) != NULL;
    return outside || end > run->as_of ? run->as_of : end;
}

/* Takes in what was opened until then, and drops what was resolved. */
static void go_on(struct going *g, int64_t end, bool last, uint64_t *opened, uint64_t *resolved)
{
    const struct backlog *b = g->backlog;
    *opened = *resolved = 0;
    while (g->next < b->count && ((int64_t)(b->span[g->next] >> 32) < end || last)) {
        g->open[g->open_count++] = b->span[g->next++];
        (*opened)++;
    }
    size_t kept = 0;
    for (size_t i = 0; i < g->open_count; i++) {
        uint32_t at = (uint32_t)g->open[i];
        bool gone = at != STILL_OPEN && ((int64_t)at < end || last);
        *resolved += gone;
        if (!gone) {
            g->open[kept++] = g->open[i];
        }
    }
    g->open_count = kept;
}

static void put_period(struct going *g, struct str period, int64_t end, bool last, bool complete)
{
    const struct ticket_run *run = g->run;
    struct arena scratch = {0};
    uint64_t opened, resolved;
    go_on(g, end, last, &opened, &resolved);
    for (size_t i = 0; i < g->open_count; i++) {
        int64_t from = (int64_t)(g->open[i] >> 32);
        g->age[i] = (uint32_t)(run->business ? calendar_between(run->service.calendar, from, end)
                                             : end - from);
    }
    elapsed_sort(g->age, g->open_count);
    const struct str cells[] = {
        period,
        number_count(&scratch, opened),
        number_count(&scratch, resolved),
        number_count(&scratch, g->open_count),
        ticket_time(run, &scratch, elapsed_quantile(g->age, g->open_count, 1, 2)),
        ticket_time(run, &scratch, elapsed_quantile(g->age, g->open_count, 9, 10)),
        complete ? S("1") : S("0"),
    };
    ticket_put(g->run, cells);
    arena_free(&scratch);
}

int ticket_backlog(struct ticket_run *run)
{
    static const struct ticket_taker taker = {start_backlog, take, merge, true, NULL};
    static const struct encode_column columns[] = {
        {{"period", 6}, ENCODE_TEXT},     {{"opened", 6}, ENCODE_NUMBER},
        {{"resolved", 8}, ENCODE_NUMBER}, {{"open", 4}, ENCODE_NUMBER},
        {{"age_p50", 7}, ENCODE_NUMBER},  {{"age_p90", 7}, ENCODE_NUMBER},
        {{"complete", 8}, ENCODE_NUMBER},
    };
    enum service_period per = (enum service_period)ticket_per(run);
    struct backlog *b = ticket_read(run, NULL, 0, "--backlog", &taker, NULL);
    struct going g = {.run = run, .backlog = b};
    g.open = mem_new(b->count, sizeof *g.open);
    g.age = mem_new(b->count, sizeof *g.age);
    cli_output(run->cli, columns, COUNT_OF(columns));
    sort_u64(b->span, b->count);
    int32_t last = run->cli->as_of;
    int32_t start =
        b->count == 0
            ? 0
            : service_period_start(
                  service_period_day(run->service.calendar, (int64_t)(b->span[0] >> 32)), per);
    while (b->count > 0 && start <= last) {
        char text[DATE_ROOM];
        int32_t next = service_period_next(start, per);
        size_t length = service_period_format(start, per, text);
        put_period(&g, (struct str){text, length}, end_of(run, next), next > last,
                   last >= next - 1);
        start = next;
    }
    if (b->unknown > 0) {
        say_warning("left out: %" PRIu64 " tickets that are done, and no time says since when",
                    b->unknown);
    }
    say_notice("ages in %s of the %s clock", run->unit_name, run->business ? "business" : "wall");
    free(g.open);
    free(g.age);
    return cli_end(run->cli);
}
