/* crm-ticket --control: is a period unlike the others, or is it chance? */
#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "crm-ticket/ticket.h"
#include "stats/control.h"
#include "value/number.h"

struct charting {
    struct ticket_run *run;
    struct service_groups_settings settings;
    size_t count;                       /* periods from the first to the last */
    int32_t *start;                     /* their first days */
    const struct service_group **group; /* NULL: no ticket was opened */
    uint64_t signals;
};

static void *start_groups(void *context)
{
    return service_groups_new(&((struct charting *)context)->settings);
}

static void take(void *context, void *state, const struct ticket_taken *t)
{
    service_groups_take(state, t->texts, t->facts, ((struct charting *)context)->run->as_of);
}

static void merge(void *context, void *into, void *from)
{
    (void)context;
    service_groups_merge(into, from);
}

/* Every period from that of the first ticket to that of as_of, also those without any. */
static void list_periods(struct charting *c, const struct service_group *group, size_t groups)
{
    int32_t last = groups > 0 ? service_period_start(c->run->cli->as_of, c->settings.per) : 0;
    size_t room = 0, at = 0;
    for (int32_t day = groups > 0 ? group[0].period : 1; day <= last;
         day = service_period_next(day, c->settings.per)) {
        if (c->count == room) {
            room = mem_capacity(room, c->count + 1);
            c->start = mem_grow(c->start, room, sizeof *c->start);
            c->group = mem_grow(c->group, room, sizeof(struct service_group *));
        }
        bool there = group[at].period == day;
        c->start[c->count] = day;
        c->group[c->count++] = there ? &group[at] : NULL;
        at += there && at + 1 < groups;
    }
}

static bool is_complete(const struct charting *c, size_t i)
{
    return c->run->cli->as_of >= service_period_next(c->start[i], c->settings.per) - 1;
}

static struct str signal_cell(unsigned signals)
{
    return signals == (CONTROL_BEYOND | CONTROL_RUN) ? S("beyond+run")
           : signals & CONTROL_BEYOND                ? S("beyond")
           : signals & CONTROL_RUN                   ? S("run")
                                                     : S("");
}

/* The value of a period: the number of tickets (measure -1), or the share in breach of n. */
static double value_of(const struct service_group *g, int measure, double *n)
{
    if (measure < 0) {
        *n = g ? (double)g->tickets : 0;
        return *n;
    }
    *n = g ? (double)(g->figure[measure].met + g->figure[measure].breached) : 0;
    return g ? g->figure[measure].breach.share : NAN;
}

static void put_point(const struct charting *c, size_t i, int measure, const struct control *chart,
                      const struct control_point *point, bool charted)
{
    struct arena scratch = {0};
    char text[DATE_ROOM];
    size_t length = service_period_format(c->start[i], c->settings.per, text);
    double n, value = value_of(c->group[i], measure, &n);
    struct str figure = measure < 0
                            ? S("tickets")
                            : arena_printf(&scratch, "%s_breach_rate",
                                           service_measure_name((enum service_measure)measure));
    const struct str cells[] = {
        figure,
        {text, length},
        number_cell(&scratch, n),
        number_cell(&scratch, value),
        number_cell(&scratch, charted ? chart->centre : NAN),
        number_cell(&scratch, point->low < 0 ? 0 : point->low), /* no fewer than none */
        number_cell(&scratch, point->high),
        signal_cell(point->signals),
        number_cell(&scratch, charted ? chart->sigma_z : NAN),
        is_complete(c, i) ? S("1") : S("0"),
    };
    ticket_put(c->run, cells);
    arena_free(&scratch);
}

/* A period that has not ended is no point of the chart: its tickets are still to come. */
static void put_chart(struct charting *c, int measure)
{
    struct control_period *period = mem_new(c->count, sizeof *period);
    struct control_point *point = mem_new(c->count, sizeof *point);
    const struct control_options options = {.kind = measure < 0 ? CONTROL_INDIVIDUALS : CONTROL_P,
                                            .laney = true};
    for (size_t i = 0; i < c->count; i++) {
        double n, value = value_of(c->group[i], measure, &n);
        bool complete = is_complete(c, i);
        period[i] = (struct control_period){complete ? value : NAN,
                                            !complete     ? 0
                                            : measure < 0 ? 1
                                                          : n,
                                            NAN};
    }
    struct control chart = control_chart(period, c->count, &options, point);
    for (size_t i = 0; i < c->count; i++) {
        bool charted = period[i].n > 0 && !isnan(period[i].value);
        put_point(c, i, measure, &chart, &point[i], charted);
        c->signals += point[i].signals != 0;
    }
    free(period);
    free(point);
}

int ticket_control(struct ticket_run *run)
{
    static const struct ticket_taker taker = {start_groups, take, merge, true, NULL};
    static const struct encode_column columns[] = {
        {{"figure", 6}, ENCODE_TEXT},    {{"period", 6}, ENCODE_TEXT},
        {{"n", 1}, ENCODE_NUMBER},       {{"value", 5}, ENCODE_NUMBER},
        {{"centre", 6}, ENCODE_NUMBER},  {{"low", 3}, ENCODE_NUMBER},
        {{"high", 4}, ENCODE_NUMBER},    {{"signal", 6}, ENCODE_TEXT},
        {{"sigma_z", 7}, ENCODE_NUMBER}, {{"complete", 8}, ENCODE_NUMBER},
    };
    struct charting c = {.run = run};
    c.settings = (struct service_groups_settings){.service = &run->service,
                                                  .business = run->business,
                                                  .per = (enum service_period)ticket_per(run)};
    struct service_groups *groups = ticket_read(run, NULL, 0, "--control", &taker, &c);
    size_t count;
    const struct service_group *group = service_groups_finish(groups, run->as_of, &count);
    cli_output(run->cli, columns, COUNT_OF(columns));
    list_periods(&c, group, count);
    for (int m = -1; m < SERVICE_MEASURES; m++) {
        if (m < 0 || run->service.target_count > 0) {
            put_chart(&c, m);
        }
    }
    if (c.signals > 0) {
        say_notice("%" PRIu64 " periods unlike the others: see signal", c.signals);
    }
    service_groups_free(groups);
    return cli_end(run->cli);
}
