#include "base/base.h"

#include <math.h>

#include "analysis/service_groups.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/team.h"

#define NOT_YET UINT32_MAX /* behind the calendar's end */
#define STARTS 512         /* days whose period is remembered */

/* An open ticket whose figures wait for as_of. */
struct pending {
    uint32_t opened, responded; /* NOT_YET */
    uint32_t target, faults;
};

/* Tickets alike in all columns and the period. */
struct cell {
    struct str key;               /* by texts, period, adjust texts */
    size_t by_bytes, group_bytes; /* of these texts; and of the period, too */
    int32_t period;
    uint64_t tickets, open, reopened, reopenable;
    uint64_t unknown[SERVICE_MEASURES], met[SERVICE_MEASURES], breached[SERVICE_MEASURES];
    struct elapsed_list done[SERVICE_MEASURES], still[SERVICE_MEASURES];
    struct pending *pending;
    size_t pending_count, pending_room;
};

struct service_groups {
    struct service_groups_settings settings;
    struct map index;
    struct map_near near;
    struct cell *cell;
    size_t count, room;
    struct buf key;
    struct {
        int32_t day, period;
    } start[STARTS]; /* by day modulo STARTS */
    struct arena arena;
};

struct service_groups *service_groups_new(const struct service_groups_settings *settings)
{
    struct service_groups *g = mem_new(1, sizeof *g);
    g->settings = *settings;
    buf_init(&g->key, BUF_UNBOUNDED);
    for (size_t i = 0; i < STARTS; i++) {
        g->start[i].day = DATE_NONE;
    }
    return g;
}

static void free_cell(struct cell *c)
{
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        elapsed_free(&c->done[m]);
        elapsed_free(&c->still[m]);
    }
    free(c->pending);
}

void service_groups_free(struct service_groups *g)
{
    for (size_t i = 0; i < g->count; i++) {
        free_cell(&g->cell[i]);
    }
    free(g->cell);
    map_free(&g->index);
    buf_free(&g->key);
    arena_free(&g->arena);
    free(g);
}

/* ---- cells ---- */

/* Of the first `count` texts. */
static size_t texts_length(struct str texts, size_t count)
{
    size_t n = 0;
    while (count > 0) {
        count -= texts.p[n++] == '\0';
    }
    return n;
}

static struct cell *cell_of(struct service_groups *g, struct str key, bool *fresh)
{
    uint32_t *at = map_put(&g->index, key, fresh);
    if (*fresh) {
        *at = (uint32_t)g->count;
        if (g->count == g->room) {
            g->room = mem_capacity(g->room, g->count + 1);
            g->cell = mem_grow(g->cell, g->room, sizeof *g->cell);
        }
        g->cell[g->count++] = (struct cell){.key = map_key(&g->index, key)};
    }
    return &g->cell[*at];
}

#define PERIOD_DIGITS 6 /* days of 1970 to 2099; before it, in a week, -3 */

/* The period stands between the two kinds of texts, so that groups sort as they are written. */
static struct str key_of(struct service_groups *g, struct str texts, int32_t period)
{
    size_t by = texts_length(texts, g->settings.by);
    char digits[PERIOD_DIGITS];
    uint32_t left = (uint32_t)(period + 10);
    for (size_t i = PERIOD_DIGITS; i > 0; i--) {
        digits[i - 1] = (char)('0' + left % 10);
        left /= 10;
    }
    buf_clear(&g->key);
    buf_bytes(&g->key, texts.p, by);
    buf_bytes(&g->key, digits, sizeof digits);
    buf_byte(&g->key, '\0');
    buf_bytes(&g->key, texts.p + by, texts.n - by);
    return buf_view(&g->key);
}

static int32_t period_of(struct service_groups *g, int32_t day)
{
    size_t at = (uint32_t)day % STARTS;
    if (g->start[at].day != day) {
        g->start[at].day = day;
        g->start[at].period = service_period_start(day, g->settings.per);
    }
    return g->start[at].period;
}

static struct cell *cell_for(struct service_groups *g, struct str texts, int32_t day)
{
    bool periods = g->settings.per != SERVICE_PER_NONE, fresh;
    int32_t period = periods ? period_of(g, day) : 0;
    struct str key = periods ? key_of(g, texts, period) : texts;
    uint32_t known;
    if (map_near_find(&g->near, key, &known)) {
        return &g->cell[known];
    }
    struct cell *c = cell_of(g, key, &fresh);
    if (fresh) {
        c->by_bytes = texts_length(texts, g->settings.by);
        c->group_bytes = c->by_bytes + (periods ? PERIOD_DIGITS + 1 : 0);
        c->period = period;
    }
    map_near_keep(&g->near, c->key, (uint32_t)(c - g->cell));
    return c;
}

static inline void count_time(struct cell *c, int m, enum service_outcome outcome, int64_t seconds)
{
    if (outcome == SERVICE_UNKNOWN) {
        c->unknown[m]++;
    } else {
        elapsed_push(outcome == SERVICE_DONE ? &c->done[m] : &c->still[m], (uint32_t)seconds);
    }
}

static void judge(const struct service_groups *g, struct cell *c, const struct service_ticket *t,
                  int64_t as_of)
{
    /* Without target or wait, on the wall's clock, there is nothing to judge. */
    bool plain = !g->settings.business && t->target == 0 && t->wait_count == 0;
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        struct service_figure f;
        if (plain) {
            int64_t until;
            f.outcome = service_outcome(t, (enum service_measure)m, as_of, &until);
            count_time(c, m, f.outcome, until - t->opened);
            continue;
        }
        service_judge(g->settings.service, t, (enum service_measure)m, as_of, &f);
        count_time(c, m, f.outcome, g->settings.business ? f.business : f.wall);
        c->met[m] += f.result == SERVICE_MET;
        c->breached[m] += f.result == SERVICE_BREACHED;
    }
}

static void wait_for_as_of(struct cell *c, const struct service_ticket *t)
{
    if (c->pending_count == c->pending_room) {
        c->pending_room = mem_capacity(c->pending_room, c->pending_count + 1);
        c->pending = mem_grow(c->pending, c->pending_room, sizeof *c->pending);
    }
    c->pending[c->pending_count++] = (struct pending){
        (uint32_t)t->opened, t->responded == SERVICE_NEVER ? NOT_YET : (uint32_t)t->responded,
        t->target, t->faults};
}

void service_groups_take(struct service_groups *g, struct str texts, const struct service_ticket *t,
                         int64_t as_of)
{
    struct cell *c = cell_for(g, texts, t->day);
    bool open = service_is_open(t);
    c->tickets++;
    c->open += open;
    if (t->counts_reopenings && (!open || t->reopenings > 0)) {
        c->reopenable++;
        c->reopened += t->reopenings > 0;
    }
    if (open && as_of == SERVICE_NEVER) {
        wait_for_as_of(c, t);
    } else {
        judge(g, c, t, as_of);
    }
}

/* Counts, and not times. */
static void add_counts(struct cell *into, const struct cell *from)
{
    into->tickets += from->tickets;
    into->open += from->open;
    into->reopened += from->reopened;
    into->reopenable += from->reopenable;
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        into->unknown[m] += from->unknown[m];
        into->met[m] += from->met[m];
        into->breached[m] += from->breached[m];
    }
}

static void join_pending(struct cell *into, const struct cell *from)
{
    size_t count = into->pending_count + from->pending_count;
    if (count > into->pending_room) {
        into->pending_room = mem_capacity(into->pending_room, count);
        into->pending = mem_grow(into->pending, into->pending_room, sizeof *into->pending);
    }
    if (from->pending_count > 0) {
        memcpy(into->pending + into->pending_count, from->pending,
               from->pending_count * sizeof *from->pending);
    }
    into->pending_count = count;
}

void service_groups_merge(struct service_groups *into, struct service_groups *from)
{
    for (size_t i = 0; i < from->count; i++) {
        bool fresh;
        struct cell *f = &from->cell[i];
        struct cell *c = cell_of(into, f->key, &fresh);
        c->by_bytes = f->by_bytes;
        c->group_bytes = f->group_bytes;
        c->period = f->period;
        add_counts(c, f);
        join_pending(c, f);
        for (int m = 0; m < SERVICE_MEASURES; m++) {
            elapsed_join(&c->done[m], &f->done[m]);
            elapsed_join(&c->still[m], &f->still[m]);
        }
    }
    service_groups_free(from);
}

/* ---- groups ---- */

static int by_key(const void *a, const void *b)
{
    return str_cmp(((const struct cell *)a)->key, ((const struct cell *)b)->key);
}

static void settle_pending(struct service_groups *g, int64_t as_of)
{
    for (size_t i = 0; i < g->count; i++) {
        struct cell *c = &g->cell[i];
        for (size_t k = 0; k < c->pending_count; k++) {
            const struct pending *p = &c->pending[k];
            struct service_ticket t = {.opened = p->opened,
                                       .responded =
                                           p->responded == NOT_YET ? SERVICE_NEVER : p->responded,
                                       .resolved = SERVICE_NEVER,
                                       .target = p->target,
                                       .faults = p->faults};
            judge(g, c, &t, as_of);
        }
        c->pending_count = 0;
    }
}

/* Breaches and judged tickets of those alike in the adjust columns. */
struct stratum {
    uint64_t judged[SERVICE_MEASURES], breached[SERVICE_MEASURES];
};

struct strata {
    struct map index;
    struct stratum *of; /* at most as many as cells */
};

static struct stratum *stratum_of(struct strata *strata, const struct cell *c)
{
    bool fresh;
    struct str key = str_slice(c->key, c->group_bytes, c->key.n);
    size_t next = strata->index.count;
    uint32_t *at = map_put(&strata->index, key, &fresh);
    if (fresh) {
        *at = (uint32_t)next;
    }
    return &strata->of[*at];
}

static void learn_strata(const struct service_groups *g, struct strata *strata)
{
    strata->of = mem_new(g->count, sizeof *strata->of);
    for (size_t i = 0; i < g->count; i++) {
        const struct cell *c = &g->cell[i];
        struct stratum *s = stratum_of(strata, c);
        for (int m = 0; m < SERVICE_MEASURES; m++) {
            s->judged[m] += c->met[m] + c->breached[m];
            s->breached[m] += c->breached[m];
        }
    }
}

/* What the cell's judged tickets let expect of breaches. */
static double expected_of(struct strata *strata, const struct cell *c, int m)
{
    const struct stratum *s = stratum_of(strata, c);
    return s->judged[m] == 0 ? 0
                             : (double)(c->met[m] + c->breached[m]) * (double)s->breached[m] /
                                   (double)s->judged[m];
}

static void read_texts(struct service_groups *g, const struct cell *c, struct service_group *group)
{
    struct str rest = str_slice(c->key, 0, c->by_bytes);
    group->by = arena_alloc(&g->arena, (g->settings.by + 1) * sizeof *group->by);
    for (size_t i = 0; i < g->settings.by; i++) {
        size_t n = strlen(rest.p);
        group->by[i] = str_slice(rest, 0, n);
        rest = str_slice(rest, n + 1, rest.n);
    }
}

/* The figures of tickets that were put together, but for their times. */
static void fill(struct service_group *group, const struct cell *sum, const double *expected,
                 bool adjusts)
{
    group->tickets = sum->tickets;
    group->open = sum->open;
    group->reopened = sum->reopened;
    group->reopenable = sum->reopenable;
    group->reopen = proportion_wilson((double)sum->reopened, (double)sum->reopenable);
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        struct service_group_figure *f = &group->figure[m];
        f->unknown = sum->unknown[m];
        f->met = sum->met[m];
        f->breached = sum->breached[m];
        f->breach = proportion_wilson((double)f->breached, (double)(f->met + f->breached));
        f->expected = adjusts ? expected[m] : NAN;
        f->ratio = poisson_ratio(f->breached, f->expected);
    }
}

/* Cells from `from` up to `to` that are of the period, or all of them where it is DATE_NONE. */
struct range {
    size_t from, to;
    int32_t period;
};

static bool is_of(const struct cell *c, const struct range *range)
{
    return range->period == DATE_NONE || c->period == range->period;
}

static void make_group(struct service_groups *g, struct strata *strata, const struct range *range,
                       struct service_group *group)
{
    struct cell sum = {0};
    double expected[SERVICE_MEASURES] = {0};
    for (size_t i = range->from; i < range->to; i++) {
        const struct cell *c = &g->cell[i];
        if (!is_of(c, range)) {
            continue;
        }
        add_counts(&sum, c);
        for (int m = 0; m < SERVICE_MEASURES && g->settings.adjust > 0; m++) {
            expected[m] += expected_of(strata, c, m);
        }
    }
    fill(group, &sum, expected, g->settings.adjust > 0);
    group->period = g->settings.per == SERVICE_PER_NONE ? DATE_NONE : range->period;
}

/* ---- times: what takes long, by the team ---- */

struct timing {
    const struct service_groups *groups;
    const struct range *range; /* by group */
    struct service_group *group;
    size_t count;
};

/* The totals, which stand last and are the largest, are begun first. */
static void take_time(void *context, size_t item)
{
    const struct timing *t = context;
    size_t at = t->count - 1 - item / SERVICE_MEASURES, m = item % SERVICE_MEASURES, n = 0;
    const struct range *range = &t->range[at];
    size_t cells = range->to - range->from;
    const struct elapsed_list **done = mem_new(cells, sizeof *done);
    const struct elapsed_list **still = mem_new(cells, sizeof *still);
    for (size_t i = range->from; i < range->to; i++) {
        const struct cell *c = &t->groups->cell[i];
        if (is_of(c, range)) {
            done[n] = &c->done[m];
            still[n++] = &c->still[m];
        }
    }
    t->group[at].figure[m].time = elapsed_of(done, n, still, n);
    free(done);
    free(still);
}

static void take_times(const struct service_groups *g, const struct range *range,
                       struct service_group *group, size_t count)
{
    struct timing timing = {g, range, group, count};
    team_run(count * SERVICE_MEASURES, take_time, &timing);
    for (size_t i = 0; i < count; i++) {
        group[i].backlog_age = group[i].figure[SERVICE_RESOLUTION].time.open_p50;
    }
}

static void set_ranks(struct service_group *groups, size_t count, int m)
{
    for (size_t i = 0; i < count; i++) {
        struct service_group_figure *f = &groups[i].figure[m];
        size_t below = 0, apart = 0;
        for (size_t k = 0; k < count && !isnan(f->breach.share); k++) {
            const struct proportion *other = &groups[k].figure[m].breach;
            if (groups[k].period == groups[i].period) {
                below += other->high < f->breach.low;
                apart += other->high < f->breach.low || other->low > f->breach.high;
            }
        }
        f->rank = apart > 0 ? 1 + below : 0;
    }
}

static int ascending(const void *a, const void *b)
{
    int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* The distinct periods, ascending; one that stands for all without periods. */
static size_t list_periods(const struct service_groups *g, int32_t *period)
{
    size_t n = 0;
    if (g->settings.per == SERVICE_PER_NONE) {
        period[0] = DATE_NONE;
        return 1;
    }
    for (size_t i = 0; i < g->count; i++) {
        period[i] = g->cell[i].period;
    }
    qsort(period, g->count, sizeof *period, ascending);
    for (size_t i = 0; i < g->count; i++) {
        if (n == 0 || period[i] != period[n - 1]) {
            period[n++] = period[i];
        }
    }
    return n;
}

static bool same_group(const struct cell *a, const struct cell *b)
{
    return str_eq(str_slice(a->key, 0, a->group_bytes), str_slice(b->key, 0, b->group_bytes));
}

const struct service_group *service_groups_finish(struct service_groups *g, int64_t as_of,
                                                  size_t *count)
{
    struct strata strata = {0};
    int32_t *period = mem_new(g->count + 1, sizeof *period);
    size_t most = mem_add(mem_mul(g->count, 2), 1), n = 0;
    struct service_group *out = arena_alloc(&g->arena, mem_mul(most, sizeof *out));
    struct range *range = mem_new(most, sizeof *range);
    settle_pending(g, as_of);
    if (g->count > 0) {
        qsort(g->cell, g->count, sizeof *g->cell, by_key);
    }
    learn_strata(g, &strata);
    for (size_t i = 0, end; i < g->count && g->settings.by > 0; i = end) {
        for (end = i; end < g->count && same_group(&g->cell[i], &g->cell[end]); end++) {
        }
        out[n] = (struct service_group){0};
        range[n] = (struct range){i, end, g->cell[i].period};
        make_group(g, &strata, &range[n], &out[n]);
        read_texts(g, &g->cell[i], &out[n++]);
    }
    for (int m = 0; m < SERVICE_MEASURES; m++) {
        set_ranks(out, n, m);
    }
    size_t periods = list_periods(g, period);
    for (size_t i = 0; i < periods; i++) {
        out[n] = (struct service_group){.total = true};
        range[n] = (struct range){0, g->count, period[i]};
        make_group(g, &strata, &range[n], &out[n]);
        n++;
    }
    take_times(g, range, out, n);
    map_free(&strata.index);
    free(strata.of);
    free(period);
    free(range);
    *count = n;
    return out;
}
