/* crm-ticket --flow: where tickets spend their time, and through whose hands they go. */
#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "crm-ticket/ticket.h"
#include "value/number.h"

/* Visits of a status, or steps from one to another. */
struct leg {
    struct str from, to; /* to: of steps */
    enum policy_status state;
    uint64_t count, tickets, loops, looped; /* looped: tickets that came back to it */
    uint64_t last;                          /* 1 + the ticket that was counted last */
    uint64_t last_loop;
    uint64_t total;    /* seconds; also of what goes on */
    uint32_t *seconds; /* of those that are over */
    size_t over, room;
};

struct hands {
    uint64_t handovers, tickets, known, most;
};

struct flow {
    struct ticket_run *run;
    struct map index;
    struct leg *leg;
    size_t count, room;
    struct hands agent, team;
    uint64_t ticket; /* number of the one at hand */
    struct buf key;
};

static void *start_flow(void *context)
{
    struct flow *f = mem_new(1, sizeof *f);
    f->run = context;
    buf_init(&f->key, BUF_UNBOUNDED);
    return f;
}

static void take(void *context, void *state, const struct ticket_taken *t)
{
    (void)context;
    (void)state;
    (void)t; /* all is in its events */
}

/* Tickets of a log come to one state: the others are empty. */
static void merge(void *context, void *into, void *from)
{
    struct flow *f = from;
    (void)context;
    (void)into;
    buf_free(&f->key);
    free(f);
}

static struct leg *leg_of(struct flow *f, struct str from, struct str to)
{
    bool fresh;
    buf_clear(&f->key);
    buf_str(&f->key, from);
    buf_byte(&f->key, '\0');
    buf_str(&f->key, to);
    uint32_t *at = map_put(&f->index, buf_view(&f->key), &fresh);
    if (fresh) {
        *at = (uint32_t)f->count;
        if (f->count == f->room) {
            f->room = mem_capacity(f->room, f->count + 1);
            f->leg = mem_grow(f->leg, f->room, sizeof *f->leg);
        }
        f->leg[f->count++] = (struct leg){.from = from, .to = to};
    }
    return &f->leg[*at];
}

static void count(struct flow *f, struct leg *p, int64_t seconds, bool over)
{
    bool again = p->last == f->ticket;
    p->count++;
    p->loops += again;
    p->tickets += !again;
    p->looped += again && p->last_loop != f->ticket;
    p->last_loop = again ? f->ticket : p->last_loop;
    p->last = f->ticket;
    p->total += (uint64_t)seconds;
    if (!over) {
        return;
    }
    if (p->over == p->room) {
        p->room = mem_capacity(p->room, p->over + 1);
        p->seconds = mem_grow(p->seconds, p->room, sizeof *p->seconds);
    }
    p->seconds[p->over++] = (uint32_t)seconds;
}

static int64_t between(const struct ticket_run *run, int64_t from, int64_t to)
{
    return run->business ? calendar_between(run->service.calendar, from, to) : to - from;
}

static bool is_done(enum policy_status state)
{
    return state == POLICY_RESOLVED || state == POLICY_CLOSED;
}

/* From the event at which the status begins until the one at which another does. */
static void follow_statuses(struct flow *f, const struct service_log *log,
                            const struct service_log_ticket *t)
{
    const struct service_reader *reader = service_log_reader(log);
    for (size_t i = 0, end; i < t->count; i = end) {
        struct service_word meaning, next;
        struct str to = {"", 0};
        struct str from = service_reader_word(reader, t->event[i].word, &meaning);
        for (end = i + 1; end < t->count && t->event[end].word == t->event[i].word; end++) {
        }
        bool over = end < t->count;
        if (over) {
            to = service_reader_word(reader, t->event[end].word, &next);
        }
        int64_t until = over                     ? (int64_t)t->event[end].at
                        : is_done(meaning.state) ? (int64_t)t->event[i].at
                                                 : f->run->as_of;
        int64_t seconds = between(f->run, t->event[i].at, until);
        if (f->run->typed->flow == FLOW_STATES) {
            struct leg *p = leg_of(f, from, (struct str){"", 0});
            p->state = meaning.state;
            count(f, p, seconds, over);
        } else if (over) {
            count(f, leg_of(f, from, to), seconds, true);
        }
    }
}

/* From one who has the ticket to another; events that name nobody leave it where it is. */
static void follow_hands(struct hands *hands, const struct service_log *log,
                         const struct service_log_ticket *t, size_t wanted)
{
    struct str holder = {"", 0};
    uint64_t changes = 0;
    for (size_t i = 0; i < t->count; i++) {
        struct str who = service_log_text(log, &t->event[i], wanted);
        if (who.n > 0) {
            changes += holder.n > 0 && !str_eq(holder, who);
            holder = who;
        }
    }
    hands->known += holder.n > 0;
    hands->handovers += changes;
    hands->tickets += changes > 0;
    hands->most = changes > hands->most ? changes : hands->most;
}

static void follow(void *context, void *state, const struct service_log *log,
                   const struct service_log_ticket *t)
{
    struct flow *f = state;
    (void)context;
    f->ticket++;
    if (f->run->typed->flow != FLOW_HANDOVERS) {
        follow_statuses(f, log, t);
        return;
    }
    follow_hands(&f->agent, log, t, 0);
    follow_hands(&f->team, log, t, 1);
}

/* ---- output ---- */

static uint64_t spent(const struct leg *p)
{
    return is_done(p->state) ? 0 : p->total;
}

/* States by the time that tickets spent in them before they were done. */
static int by_total(const void *a, const void *b)
{
    const struct leg *x = a, *y = b;
    return spent(x) != spent(y) ? spent(x) < spent(y) ? 1 : -1 : str_cmp(x->from, y->from);
}

static int by_count(const void *a, const void *b)
{
    const struct leg *x = a, *y = b;
    int from = str_cmp(x->from, y->from);
    return x->count != y->count ? x->count < y->count ? 1 : -1
           : from != 0          ? from
                                : str_cmp(x->to, y->to);
}

static void put_states(struct flow *f)
{
    static const struct encode_column columns[] = {
        {{"status", 6}, ENCODE_TEXT},        {{"state", 5}, ENCODE_TEXT},
        {{"visits", 6}, ENCODE_NUMBER},      {{"tickets", 7}, ENCODE_NUMBER},
        {{"p50", 3}, ENCODE_NUMBER},         {{"p90", 3}, ENCODE_NUMBER},
        {{"total", 5}, ENCODE_NUMBER},       {{"share", 5}, ENCODE_NUMBER},
        {{"loops", 5}, ENCODE_NUMBER},       {{"looped_tickets", 14}, ENCODE_NUMBER},
        {{"bottleneck", 10}, ENCODE_NUMBER},
    };
    struct ticket_run *run = f->run;
    struct arena scratch = {0};
    uint64_t all = 0;
    if (f->count > 0) {
        qsort(f->leg, f->count, sizeof *f->leg, by_total);
    }
    for (size_t i = 0; i < f->count; i++) {
        all += spent(&f->leg[i]);
    }
    cli_output(run->cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < f->count; i++) {
        struct leg *p = &f->leg[i];
        elapsed_sort(p->seconds, p->over);
        const struct str cells[] = {
            p->from,
            str_of(service_state_name(p->state)),
            number_count(&scratch, p->count),
            number_count(&scratch, p->tickets),
            ticket_time(run, &scratch, elapsed_quantile(p->seconds, p->over, 1, 2)),
            ticket_time(run, &scratch, elapsed_quantile(p->seconds, p->over, 9, 10)),
            ticket_time(run, &scratch, (double)p->total),
            number_cell(&scratch,
                        is_done(p->state) || all == 0 ? NAN : (double)p->total / (double)all),
            number_count(&scratch, p->loops),
            number_count(&scratch, p->looped),
            i == 0 && spent(p) > 0 ? S("1") : S("0"),
        };
        ticket_put(run, cells);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}

static void put_transitions(struct flow *f)
{
    static const struct encode_column columns[] = {
        {{"from", 4}, ENCODE_TEXT},    {{"to", 2}, ENCODE_TEXT},
        {{"count", 5}, ENCODE_NUMBER}, {{"tickets", 7}, ENCODE_NUMBER},
        {{"share", 5}, ENCODE_NUMBER}, {{"p50", 3}, ENCODE_NUMBER},
        {{"p90", 3}, ENCODE_NUMBER},
    };
    struct ticket_run *run = f->run;
    struct arena scratch = {0};
    struct map index = {0};
    uint64_t *out = mem_new(f->count, sizeof *out); /* steps out of a status */
    for (size_t i = 0; i < f->count; i++) {
        bool fresh;
        uint32_t *at = map_put(&index, f->leg[i].from, &fresh);
        *at = fresh ? (uint32_t)(index.count - 1) : *at;
        out[*at] += f->leg[i].count;
    }
    if (f->count > 0) {
        qsort(f->leg, f->count, sizeof *f->leg, by_count);
    }
    cli_output(run->cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < f->count; i++) {
        struct leg *p = &f->leg[i];
        elapsed_sort(p->seconds, p->over);
        const struct str cells[] = {
            p->from,
            p->to,
            number_count(&scratch, p->count),
            number_count(&scratch, p->tickets),
            number_cell(&scratch, (double)p->count / (double)out[*map_find(&index, p->from)]),
            ticket_time(run, &scratch, elapsed_quantile(p->seconds, p->over, 1, 2)),
            ticket_time(run, &scratch, elapsed_quantile(p->seconds, p->over, 9, 10)),
        };
        ticket_put(run, cells);
        arena_reset(&scratch);
    }
    map_free(&index);
    free(out);
    arena_free(&scratch);
}

static void put_hands(struct flow *f)
{
    static const struct encode_column columns[] = {
        {{"between", 7}, ENCODE_TEXT},        {{"tickets", 7}, ENCODE_NUMBER},
        {{"handed_over", 11}, ENCODE_NUMBER}, {{"share", 5}, ENCODE_NUMBER},
        {{"low", 3}, ENCODE_NUMBER},          {{"high", 4}, ENCODE_NUMBER},
        {{"handovers", 9}, ENCODE_NUMBER},    {{"per_ticket", 10}, ENCODE_NUMBER},
        {{"most", 4}, ENCODE_NUMBER},
    };
    const struct hands *each[] = {&f->agent, &f->team};
    struct arena scratch = {0};
    cli_output(f->run->cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < COUNT_OF(each); i++) {
        const struct hands *h = each[i];
        struct proportion p = proportion_wilson((double)h->tickets, (double)h->known);
        const struct str cells[] = {
            i == 0 ? S("agents") : S("teams"),
            number_count(&scratch, h->known),
            number_count(&scratch, h->tickets),
            number_cell(&scratch, p.share),
            number_cell(&scratch, p.low),
            number_cell(&scratch, p.high),
            number_count(&scratch, h->handovers),
            number_cell(&scratch, h->known > 0 ? (double)h->handovers / (double)h->known : NAN),
            number_count(&scratch, h->most),
        };
        ticket_put(f->run, cells);
    }
    arena_free(&scratch);
}

int ticket_flow(struct ticket_run *run)
{
    static const struct ticket_taker taker = {start_flow, take, merge, false, follow};
    static const struct service_wanted wanted[] = {
        {.name = {"agent", 5}, .latest = true, .optional = true},
        {.name = {"team", 4}, .latest = true, .optional = true}};
    run->needs_log = "--flow";
    struct flow *f = ticket_read(run, wanted, COUNT_OF(wanted), "--flow", &taker, run);
    switch (run->typed->flow) {
    case FLOW_STATES:
        put_states(f);
        break;
    case FLOW_TRANSITIONS:
        put_transitions(f);
        break;
    default:
        put_hands(f);
        break;
    }
    say_notice("times in %s of the %s clock", run->unit_name, run->business ? "business" : "wall");
    return cli_end(run->cli);
}
