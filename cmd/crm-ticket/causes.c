/* crm-ticket --causes: what tickets are about, the most frequent first. */
#include "base/base.h"

#include <math.h>

#include "analysis/service_orders.h"
#include "base/die.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-ticket/ticket.h"
#include "value/number.h"

/* A ticket of a customer who is known; the hash is that of the customer and the cause. */
struct complaint {
    struct hash_128 who;
    int32_t day;
    uint32_t cause;
};

struct causes {
    struct service_groups *groups; /* by cause */
    struct map index;
    struct str *name; /* of causes */
    size_t name_room;
    struct complaint *complaint;
    size_t count, room;
    int32_t first_day;
};

struct causing {
    struct ticket_run *run;
    struct service_groups_settings settings;
    struct str column;
    struct date_span repeat;
};

static void *start_causes(void *context)
{
    struct causes *c = mem_new(1, sizeof *c);
    c->groups = service_groups_new(&((struct causing *)context)->settings);
    c->first_day = INT32_MAX;
    return c;
}

static uint32_t cause_of(struct causes *c, struct str name)
{
    bool fresh;
    uint32_t *at = map_put(&c->index, name, &fresh);
    if (fresh) {
        *at = (uint32_t)(c->index.count - 1);
        if (*at >= c->name_room) {
            c->name_room = mem_capacity(c->name_room, (size_t)*at + 1);
            c->name = mem_grow(c->name, c->name_room, sizeof *c->name);
        }
        c->name[*at] = map_key(&c->index, name);
    }
    return *at;
}

static void add(struct causes *c, struct complaint complaint)
{
    if (c->count == c->room) {
        c->room = mem_capacity(c->room, c->count + 1);
        c->complaint = mem_grow(c->complaint, c->room, sizeof *c->complaint);
    }
    c->complaint[c->count++] = complaint;
}

static void take(void *context, void *state, const struct ticket_taken *t)
{
    const struct causing *causing = context;
    struct causes *c = state;
    struct str rest = t->texts;
    struct str cause = ticket_next_text(&rest);
    bool known = rest.p[0] != '\0';
    service_groups_take(c->groups, str_slice(t->texts, 0, cause.n + 1), t->facts,
                        causing->run->as_of);
    c->first_day = t->facts->day < c->first_day ? t->facts->day : c->first_day;
    if (known) {
        add(c, (struct complaint){hash_wide(hash_run_key(), t->texts), t->facts->day,
                                  cause_of(c, cause)});
    }
}

/* Numbers of causes become those of `into`. */
static void merge(void *context, void *into, void *from)
{
    struct causes *a = into, *b = from;
    (void)context;
    service_groups_merge(a->groups, b->groups);
    for (size_t i = 0; i < b->count; i++) {
        struct complaint one = b->complaint[i];
        one.cause = cause_of(a, b->name[one.cause]);
        add(a, one);
    }
    a->first_day = b->first_day < a->first_day ? b->first_day : a->first_day;
    map_free(&b->index);
    free(b->name);
    free(b->complaint);
    free(b);
}

static int by_who(const void *a, const void *b)
{
    const struct complaint *x = a, *y = b;
    return x->who.lo != y->who.lo   ? x->who.lo < y->who.lo ? -1 : 1
           : x->who.hi != y->who.hi ? x->who.hi < y->who.hi ? -1 : 1
                                    : (x->day > y->day) - (x->day < y->day);
}

/* By cause: tickets of known customers, and those of them that followed another one of the same
 * customer within the span. */
struct repeats {
    uint64_t *known, *again;
};

static struct repeats count_repeats(struct causes *c, struct date_span span)
{
    struct repeats r = {mem_new(c->index.count, sizeof *r.known),
                        mem_new(c->index.count, sizeof *r.again)};
    if (c->count > 0) {
        qsort(c->complaint, c->count, sizeof *c->complaint, by_who);
    }
    for (size_t i = 0; i < c->count; i++) {
        const struct complaint *one = &c->complaint[i], *before = one - 1;
        r.known[one->cause]++;
        r.again[one->cause] += i > 0 && before->who.lo == one->who.lo &&
                               before->who.hi == one->who.hi &&
                               one->day <= date_add(before->day, span, 1);
    }
    return r;
}

static int by_count(const void *a, const void *b)
{
    const struct service_group *x = *(const struct service_group *const *)a;
    const struct service_group *y = *(const struct service_group *const *)b;
    return x->tickets != y->tickets ? x->tickets < y->tickets ? 1 : -1
                                    : str_cmp(x->by[0], y->by[0]);
}

static const struct encode_column figures[] = {
    {{"tickets", 7}, ENCODE_NUMBER},
    {{"share", 5}, ENCODE_NUMBER},
    {{"cumulative_share", 16}, ENCODE_NUMBER},
    {{"open", 4}, ENCODE_NUMBER},
    {{"repeats", 7}, ENCODE_NUMBER},
    {{"repeat_rate", 11}, ENCODE_NUMBER},
    {{"resolution_p50", 14}, ENCODE_NUMBER},
    {{"resolution_km_p50", 17}, ENCODE_NUMBER},
    {{"resolution_breach_rate", 22}, ENCODE_NUMBER},
};
static const struct encode_column per_orders[] = {
    {{"orders", 6}, ENCODE_NUMBER},
    {{"per_1000_orders", 15}, ENCODE_NUMBER},
    {{"per_1000_low", 12}, ENCODE_NUMBER},
    {{"per_1000_high", 13}, ENCODE_NUMBER},
};

static void lay_out(const struct causing *causing)
{
    struct cli *cli = causing->run->cli;
    size_t count = 1 + COUNT_OF(figures) + (causing->run->orders ? COUNT_OF(per_orders) : 0);
    struct encode_column *columns =
        arena_alloc(&cli->arena, (1 + COUNT_OF(figures) + COUNT_OF(per_orders)) * sizeof *columns);
    columns[0] = (struct encode_column){causing->column, ENCODE_TEXT};
    memcpy(columns + 1, figures, sizeof figures);
    memcpy(columns + 1 + COUNT_OF(figures), per_orders, sizeof per_orders);
    cli_output(cli, columns, count);
}

static void put_cause(const struct causing *causing, struct causes *c, const struct repeats *r,
                      const struct service_orders *orders, const struct service_group *g,
                      uint64_t before, uint64_t all)
{
    const struct ticket_run *run = causing->run;
    const struct service_group_figure *f = &g->figure[SERVICE_RESOLUTION];
    struct arena scratch = {0};
    const uint32_t *at = map_find(&c->index, g->by[0]);
    bool product = str_eq(causing->column, S("product")) && orders && orders->has_products;
    uint64_t ordered = !orders ? 0 : product ? service_orders_of(orders, g->by[0]) : orders->all;
    struct poisson rate = poisson_ratio(g->tickets, (double)ordered / 1000);
    const struct str cells[] = {
        g->by[0],
        number_count(&scratch, g->tickets),
        number_cell(&scratch, (double)g->tickets / (double)all),
        number_cell(&scratch, (double)(before + g->tickets) / (double)all),
        number_count(&scratch, g->open),
        at ? number_count(&scratch, r->again[*at]) : S(""),
        number_cell(&scratch, at ? (double)r->again[*at] / (double)r->known[*at] : NAN),
        ticket_time(run, &scratch, f->time.p50),
        ticket_time(run, &scratch, f->time.km_p50),
        number_cell(&scratch, f->breach.share),
        number_count(&scratch, ordered),
        number_cell(&scratch, rate.ratio),
        number_cell(&scratch, rate.low),
        number_cell(&scratch, rate.high),
    };
    ticket_put(causing->run, cells);
    arena_free(&scratch);
}

static struct service_orders *read_orders(const struct ticket_run *run, const struct causes *c)
{
    struct cli *cli = run->cli;
    const struct service_orders_settings settings = {
        .since = c->first_day,
        .until = cli->as_of,
        .words = orders_words_new(cli->options.status.items, cli->options.status.count)};
    struct service_orders *orders =
        service_orders_read(&cli->run, run->orders, &settings, &cli->arena);
    say_notice("%" PRIu64 " orders%s", orders->all,
               run->orders->binding.kind->kind == KIND_ROLLUP
                   ? " in the rollup, whatever their time"
                   : " from the first ticket's day until as of");
    return orders;
}

static struct date_span repeat_span(const char *text)
{
    struct date_span span = {30, 'd'};
    if (text && (!date_span_parse(str_of(text), &span) || span.count > 36500)) {
        die(STATUS_USAGE, "--repeat %s: a span such as 30d, 3m", text);
    }
    return span;
}

int ticket_causes(struct ticket_run *run)
{
    static const struct ticket_taker taker = {start_causes, take, merge, true, NULL};
    struct causing causing = {.run = run, .repeat = repeat_span(run->typed->repeat)};
    causing.column = *run->typed->causes ? str_of(run->typed->causes) : S("category");
    causing.settings = (struct service_groups_settings){
        .service = &run->service, .business = run->business, .by = 1};
    const struct service_wanted wanted[] = {{.name = causing.column},
                                            {.name = S("customer_id"), .customer = true}};
    struct causes *c = ticket_read(run, wanted, COUNT_OF(wanted), "--causes", &taker, &causing);
    struct service_orders *orders = run->orders ? read_orders(run, c) : NULL;
    size_t count;
    const struct service_group *group = service_groups_finish(c->groups, run->as_of, &count);
    const struct service_group **order = mem_new(count, sizeof(struct service_group *));
    struct repeats repeats = count_repeats(c, causing.repeat);
    count--; /* the last is of all */
    for (size_t i = 0; i < count; i++) {
        order[i] = &group[i];
    }
    if (count > 0) {
        qsort(order, count, sizeof(struct service_group *), by_count);
    }
    lay_out(&causing);
    uint64_t before = 0;
    for (size_t i = 0; i < count; i++) {
        put_cause(&causing, c, &repeats, orders, order[i], before, group[count].tickets);
        before += order[i]->tickets;
    }
    say_notice("times in %s of the %s clock", run->unit_name, run->business ? "business" : "wall");
    free(order);
    free(repeats.known);
    free(repeats.again);
    return cli_end(run->cli);
}
