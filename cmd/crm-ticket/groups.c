/* crm-ticket --by, --per: the service that groups of tickets had. */
#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/say.h"
#include "crm-ticket/ticket.h"
#include "value/number.h"

#define ALL "(all)"

struct grouping {
    const struct ticket_run *run;
    struct service_groups_settings settings;
    const struct str *by;
};

static void *start_groups(void *context)
{
    return service_groups_new(&((struct grouping *)context)->settings);
}

static void take(void *context, void *state, const struct ticket_taken *t)
{
    service_groups_take(state, t->texts, t->facts, ((struct grouping *)context)->run->as_of);
}

static void merge(void *context, void *into, void *from)
{
    (void)context;
    service_groups_merge(into, from);
}

struct laying {
    struct encode_column *column;
    size_t count;
    struct arena *arena;
};

static void add(struct laying *l, struct str name, enum encode_type type)
{
    l->column[l->count++] = (struct encode_column){name, type};
}

static size_t lay_out(struct grouping *g)
{
    static const char *const head[] = {"tickets",     "open",       "backlog_age_p50", "reopened",
                                       "reopen_rate", "reopen_low", "reopen_high"};
    static const char *const each[] = {"n",          "mean",        "p50",         "p90",
                                       "km_p50",     "km_p50_low",  "km_p50_high", "km_p90",
                                       "unknown",    "met",         "breached",    "breach_rate",
                                       "breach_low", "breach_high", "rank"};
    static const char *const adjusted[] = {"expected", "ratio", "ratio_low", "ratio_high"};
    struct arena *arena = &g->run->cli->arena;
    size_t most = g->settings.by + 1 + COUNT_OF(head) +
                  SERVICE_MEASURES * (COUNT_OF(each) + COUNT_OF(adjusted));
    struct laying l = {arena_alloc(arena, most * sizeof *l.column), 0, arena};
    for (size_t i = 0; i < g->settings.by; i++) {
        add(&l, g->by[i], ENCODE_TEXT);
    }
    if (g->settings.per != SERVICE_PER_NONE) {
        add(&l, S("period"), ENCODE_TEXT);
    }
    for (size_t i = 0; i < COUNT_OF(head); i++) {
        add(&l, str_of(head[i]), ENCODE_NUMBER);
    }
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        const char *name = service_measure_name((enum service_measure)m);
        for (size_t i = 0; i < COUNT_OF(each); i++) {
            add(&l, arena_printf(arena, "%s_%s", name, each[i]), ENCODE_NUMBER);
        }
        for (size_t i = 0; i < COUNT_OF(adjusted) && g->settings.adjust > 0; i++) {
            add(&l, arena_printf(arena, "%s_%s", name, adjusted[i]), ENCODE_NUMBER);
        }
    }
    cli_output(g->run->cli, l.column, l.count);
    return l.count;
}

static struct str *put_figure(const struct grouping *g, const struct service_group_figure *f,
                              struct arena *scratch, struct str *at)
{
    const struct ticket_run *run = g->run;
    const double times[] = {f->time.mean,       f->time.p50,         f->time.p90,   f->time.km_p50,
                            f->time.km_p50_low, f->time.km_p50_high, f->time.km_p90};
    *at++ = number_count(scratch, f->time.n);
    for (size_t i = 0; i < COUNT_OF(times); i++) {
        *at++ = ticket_time(run, scratch, times[i]);
    }
    *at++ = number_count(scratch, f->unknown);
    *at++ = number_count(scratch, f->met);
    *at++ = number_count(scratch, f->breached);
    *at++ = number_cell(scratch, f->breach.share);
    *at++ = number_cell(scratch, f->breach.low);
    *at++ = number_cell(scratch, f->breach.high);
    *at++ = f->rank > 0 ? number_count(scratch, f->rank) : S("");
    if (g->settings.adjust > 0) {
        *at++ = number_cell(scratch, f->expected);
        *at++ = number_cell(scratch, f->ratio.ratio);
        *at++ = number_cell(scratch, f->ratio.low);
        *at++ = number_cell(scratch, f->ratio.high);
    }
    return at;
}

static void put_group(const struct grouping *g, const struct service_group *group,
                      struct arena *scratch, struct str *at)
{
    for (size_t i = 0; i < g->settings.by; i++) {
        *at++ = group->total ? S(ALL) : group->by[i];
    }
    if (g->settings.per != SERVICE_PER_NONE) {
        char text[DATE_ROOM];
        size_t n = service_period_format(group->period, g->settings.per, text);
        *at++ = arena_str(scratch, (struct str){text, n});
    }
    *at++ = number_count(scratch, group->tickets);
    *at++ = number_count(scratch, group->open);
    *at++ = ticket_time(g->run, scratch, group->backlog_age);
    *at++ = group->reopenable > 0 ? number_count(scratch, group->reopened) : S("");
    *at++ = number_cell(scratch, group->reopen.share);
    *at++ = number_cell(scratch, group->reopen.low);
    *at++ = number_cell(scratch, group->reopen.high);
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        at = put_figure(g, &group->figure[m], scratch, at);
    }
}

static void say_clock(const struct ticket_run *run)
{
    say_notice("times in %s of the %s clock", run->unit_name, run->business ? "business" : "wall");
    if (run->service.target_count == 0) {
        say_notice("no breaches: no targets in a policy's section \"service\"");
    }
}

int ticket_groups(struct ticket_run *run)
{
    static const struct ticket_taker taker = {start_groups, take, merge, true, NULL};
    const struct settings *typed = run->typed;
    struct arena *arena = &run->cli->arena;
    struct grouping g = {.run = run};
    g.by = options_list(typed->by, arena, &g.settings.by);
    const struct str *adjust = options_list(typed->adjust, arena, &g.settings.adjust);
    g.settings.service = &run->service;
    g.settings.business = run->business;
    g.settings.per =
        typed->per == TICKET_NO_CHOICE ? SERVICE_PER_NONE : (enum service_period)typed->per;
    size_t count = g.settings.by + g.settings.adjust;
    struct service_wanted *wanted = arena_alloc(arena, (count + 1) * sizeof *wanted);
    for (size_t i = 0; i < count; i++) {
        struct str name = i < g.settings.by ? g.by[i] : adjust[i - g.settings.by];
        bool hands = str_eq(name, S("agent")) || str_eq(name, S("team"));
        wanted[i] = (struct service_wanted){.name = name, .latest = hands};
    }
    struct service_groups *groups = ticket_read(run, wanted, count, "--by, --adjust", &taker, &g);
    size_t rows;
    const struct service_group *group = service_groups_finish(groups, run->as_of, &rows);
    struct str *cells = arena_alloc(arena, lay_out(&g) * sizeof *cells);
    struct arena scratch = {0};
    for (size_t i = 0; i < rows && run->taken > 0; i++) {
        put_group(&g, &group[i], &scratch, cells);
        ticket_put(run, cells);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    say_clock(run);
    service_groups_free(groups);
    return cli_end(run->cli);
}
