/* crm-ticket: a row a ticket; and --due, those that are open. */
#include "base/base.h"

#include <math.h>

#include "crm-ticket/ticket.h"
#include "value/number.h"

struct putting {
    const struct ticket_run *run;
    const struct ticket_held *held;
    size_t kept;
};

static struct str faults(struct arena *scratch, unsigned bits)
{
    static const enum service_fault each[] = {SERVICE_BAD_RESPONSE, SERVICE_BAD_RESOLVED,
                                              SERVICE_BAD_CLOSED};
    struct str text = {"", 0};
    for (size_t i = 0; i < COUNT_OF(each); i++) {
        if (bits & (unsigned)each[i]) {
            text = arena_printf(scratch, "%.*s%s%s", STRF(text), text.n > 0 ? "; " : "",
                                service_fault_name(each[i]));
        }
    }
    return text;
}

static void put_one(void *context, size_t i, struct arena *scratch, struct str *cells)
{
    const struct putting *p = context;
    const struct ticket_run *run = p->run;
    const struct ticket_item *item = &p->held->item[i];
    const struct service_ticket *t = &item->facts;
    struct str texts = item->texts, *at = cells;
    *at++ = item->id;
    *at++ = ticket_next_text(&texts);
    *at++ = str_of(service_state_name(t->state));
    *at++ = ticket_stamp(run, scratch, t->opened, t->zoned);
    *at++ = t->target > 0 ? run->service.target[t->target - 1].rule.name : S("");
    struct service_figure figure[SERVICE_MEASURES];
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        service_judge(&run->service, t, (enum service_measure)m, run->as_of, &figure[m]);
        bool done = figure[m].outcome == SERVICE_DONE;
        *at++ = ticket_time(run, scratch, done ? (double)figure[m].wall : NAN);
        *at++ = ticket_time(run, scratch,
                            done && run->service.has_calendar ? (double)figure[m].business : NAN);
    }
    int64_t until = t->resolved != SERVICE_NEVER ? t->resolved : run->as_of;
    *at++ = ticket_time(run, scratch, run->events ? (double)service_waited(t, until) : NAN);
    *at++ = t->counts_reopenings ? number_count(scratch, t->reopenings) : S("");
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        bool due = figure[m].due != SERVICE_NEVER;
        *at++ = due ? ticket_stamp(run, scratch, figure[m].due, t->zoned) : S("");
        *at++ = str_of(service_result_name(figure[m].result));
    }
    *at++ = faults(scratch, t->faults);
    for (size_t k = 0; k < p->kept; k++) {
        *at++ = ticket_next_text(&texts);
    }
}

static size_t lay_out(struct ticket_run *run, const struct str *keep, size_t kept)
{
    struct arena *a = &run->cli->arena;
    const struct encode_column own[] = {
        {S("ticket_id"), ENCODE_TEXT},
        {S("customer_id"), ENCODE_TEXT},
        {S("state"), ENCODE_TEXT},
        {S("opened_at"), ENCODE_TEXT},
        {S("target"), ENCODE_TEXT},
        {arena_printf(a, "first_response_%s", run->unit_name), ENCODE_NUMBER},
        {arena_printf(a, "first_response_business_%s", run->unit_name), ENCODE_NUMBER},
        {arena_printf(a, "resolution_%s", run->unit_name), ENCODE_NUMBER},
        {arena_printf(a, "resolution_business_%s", run->unit_name), ENCODE_NUMBER},
        {arena_printf(a, "waiting_%s", run->unit_name), ENCODE_NUMBER},
        {S("reopenings"), ENCODE_NUMBER},
        {S("first_response_due"), ENCODE_TEXT},
        {S("first_response_result"), ENCODE_TEXT},
        {S("resolution_due"), ENCODE_TEXT},
        {S("resolution_result"), ENCODE_TEXT},
        {S("impossible"), ENCODE_TEXT},
    };
    struct encode_column *columns = arena_alloc(a, (COUNT_OF(own) + kept) * sizeof *columns);
    memcpy(columns, own, sizeof own);
    for (size_t i = 0; i < kept; i++) {
        columns[COUNT_OF(own) + i] = (struct encode_column){keep[i], ENCODE_TEXT};
    }
    cli_output(run->cli, columns, COUNT_OF(own) + kept);
    return COUNT_OF(own) + kept;
}

int ticket_list(struct ticket_run *run)
{
    static const struct ticket_taker taker = {ticket_held_start, ticket_held_take,
                                              ticket_held_merge, false, NULL};
    size_t kept;
    const struct str *keep = options_list(run->typed->keep, &run->cli->arena, &kept);
    struct service_wanted *wanted = arena_alloc(&run->cli->arena, (kept + 1) * sizeof *wanted);
    wanted[0] = (struct service_wanted){.name = S("customer_id"), .customer = true};
    for (size_t i = 0; i < kept; i++) {
        wanted[1 + i] = (struct service_wanted){.name = keep[i], .latest = true};
    }
    struct ticket_held *held = ticket_read(run, wanted, kept + 1, "--keep", &taker, NULL);
    struct putting putting = {run, held, kept};
    ticket_held_order(held);
    lay_out(run, keep, kept);
    cli_put_rows(run->cli, held->count, put_one, &putting);
    cli_wrote(run->cli, held->count);
    return cli_end(run->cli);
}
