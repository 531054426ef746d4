/* crm-ticket --due: what has to be done next. */
#include "base/base.h"

#include "base/mem.h"
#include "base/say.h"
#include "crm-ticket/ticket.h"
#include "value/number.h"

/* One promise that is still to be kept. */
struct promise {
    const struct ticket_item *item;
    enum service_measure measure;
    int64_t due;
};

static void take_open(void *context, void *state, const struct ticket_taken *t)
{
    if (service_is_open(t->facts)) {
        ticket_held_take(context, state, t);
    }
}

static int by_due(const void *a, const void *b)
{
    const struct promise *x = a, *y = b;
    if (x->due != y->due) {
        return x->due < y->due ? -1 : 1;
    }
    int ids = str_cmp(x->item->id, y->item->id);
    return ids != 0 ? ids : (int)x->measure - (int)y->measure;
}

/* Fills in the promises of all open tickets; *without gets how many have none. */
static size_t list_promises(const struct ticket_run *run, const struct ticket_held *held,
                            struct promise *list, uint64_t *without)
{
    size_t n = 0;
    for (size_t i = 0; i < held->count; i++) {
        const struct ticket_item *item = &held->item[i];
        size_t before = n;
        for (int m = 0; m < SERVICE_MEASURES; m++) {
            struct service_figure f;
            service_judge(&run->service, &item->facts, (enum service_measure)m, run->as_of, &f);
            if (f.outcome == SERVICE_PENDING && f.due != SERVICE_NEVER) {
                list[n++] = (struct promise){item, (enum service_measure)m, f.due};
            }
        }
        *without += n == before;
    }
    if (n > 0) {
        qsort(list, n, sizeof *list, by_due);
    }
    return n;
}

struct putting {
    const struct ticket_run *run;
    const struct promise *list;
    size_t kept;
};

/* Until it is due, on the clock of its target; below 0: since. */
static double left_of(const struct ticket_run *run, const struct promise *p, bool business)
{
    int64_t from = run->as_of < p->due ? run->as_of : p->due;
    int64_t to = run->as_of < p->due ? p->due : run->as_of;
    int64_t seconds = business ? calendar_between(run->service.calendar, from, to) : to - from;
    return run->as_of < p->due ? (double)seconds : -(double)seconds;
}

static void put_one(void *context, size_t i, struct arena *scratch, struct str *cells)
{
    const struct putting *p = context;
    const struct promise *promise = &p->list[i];
    const struct service_ticket *t = &promise->item->facts;
    const struct policy_target *target = &p->run->service.target[t->target - 1];
    struct str texts = promise->item->texts, *at = cells;
    *at++ = promise->item->id;
    *at++ = ticket_next_text(&texts);
    *at++ = str_of(service_measure_name(promise->measure));
    *at++ = target->rule.name;
    *at++ = ticket_stamp(p->run, scratch, promise->due, t->zoned);
    *at++ = p->run->as_of > promise->due ? S("1") : S("0");
    *at++ = ticket_time(p->run, scratch, left_of(p->run, promise, target->business));
    *at++ = str_of(target->business ? "business" : "wall");
    *at++ = str_of(service_state_name(t->state));
    *at++ = ticket_stamp(p->run, scratch, t->opened, t->zoned);
    for (size_t k = 0; k < 2 + p->kept; k++) { /* agent, team */
        *at++ = ticket_next_text(&texts);
    }
}

static void lay_out(struct ticket_run *run, const struct str *keep, size_t kept)
{
    struct arena *a = &run->cli->arena;
    const struct encode_column own[] = {
        {S("ticket_id"), ENCODE_TEXT},
        {S("customer_id"), ENCODE_TEXT},
        {S("what"), ENCODE_TEXT},
        {S("target"), ENCODE_TEXT},
        {S("due_at"), ENCODE_TEXT},
        {S("overdue"), ENCODE_NUMBER},
        {arena_printf(a, "left_%s", run->unit_name), ENCODE_NUMBER},
        {S("clock"), ENCODE_TEXT},
        {S("state"), ENCODE_TEXT},
        {S("opened_at"), ENCODE_TEXT},
        {S("agent"), ENCODE_TEXT},
        {S("team"), ENCODE_TEXT},
    };
    struct encode_column *columns = arena_alloc(a, (COUNT_OF(own) + kept) * sizeof *columns);
    memcpy(columns, own, sizeof own);
    for (size_t i = 0; i < kept; i++) {
        columns[COUNT_OF(own) + i] = (struct encode_column){keep[i], ENCODE_TEXT};
    }
    cli_output(run->cli, columns, COUNT_OF(own) + kept);
}

int ticket_due(struct ticket_run *run)
{
    static const struct ticket_taker taker = {ticket_held_start, take_open, ticket_held_merge,
                                              false, NULL};
    struct arena *arena = &run->cli->arena;
    size_t kept;
    uint64_t without = 0;
    const struct str *keep = options_list(run->typed->keep, arena, &kept);
    struct service_wanted *wanted = arena_alloc(arena, (3 + kept) * sizeof *wanted);
    wanted[0] = (struct service_wanted){.name = S("customer_id"), .customer = true};
    wanted[1] = (struct service_wanted){.name = S("agent"), .latest = true, .optional = true};
    wanted[2] = (struct service_wanted){.name = S("team"), .latest = true, .optional = true};
    for (size_t i = 0; i < kept; i++) {
        wanted[3 + i] = (struct service_wanted){.name = keep[i], .latest = true};
    }
    struct ticket_held *held = ticket_read(run, wanted, 3 + kept, "--keep", &taker, NULL);
    struct promise *list = mem_new(mem_mul(held->count, SERVICE_MEASURES), sizeof *list);
    size_t count = list_promises(run, held, list, &without);
    struct putting putting = {run, list, kept};
    lay_out(run, keep, kept);
    cli_put_rows(run->cli, count, put_one, &putting);
    if (without > 0) {
        say_notice("%" PRIu64 " open tickets have nothing due: no target holds", without);
    }
    free(list);
    return cli_end(run->cli);
}
