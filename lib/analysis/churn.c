#include "base/base.h"

#include <math.h>

#include "analysis/churn.h"
#include "base/mem.h"
#include "stats/quantile.h"
#include "stats/rates.h"

const char *churn_status_name(enum churn_status status)
{
    static const char *const names[] = {"active", "slowing", "at risk", "lapsed", "lost"};
    return names[status];
}

void churn_init(struct churn *churn, const struct churn_settings *settings)
{
    *churn = (struct churn){.settings = *settings, .as_of = DATE_NONE};
    clv_init(&churn->clv, &settings->clv);
}

static struct churn_customer *start(struct churn *churn, const struct rollup_row *row)
{
    if (churn->count == churn->room) {
        churn->room = mem_capacity(churn->room, churn->count + 1);
        churn->customer = mem_grow(churn->customer, churn->room, sizeof *churn->customer);
    }
    struct churn_customer *c = &churn->customer[churn->count++];
    *c = (struct churn_customer){
        .id = arena_str(&churn->arena, row->customer),
        .currency = arena_str(&churn->arena, row->currency),
        .keep = arena_alloc(&churn->arena, churn->settings.keep_count * sizeof *c->keep),
        .day = churn->days,
        .life = {row->first, row->last, DATE_NONE, DATE_NONE, 0, 0}};
    memset(c->keep, 0, churn->settings.keep_count * sizeof *c->keep);
    clv_take(&churn->clv, row);
    return c;
}

static void add_day(struct churn *churn, struct churn_customer *c, int32_t day)
{
    if (churn->days == churn->day_room) {
        churn->day_room = mem_capacity(churn->day_room, churn->days + 1);
        churn->day = mem_grow(churn->day, churn->day_room, sizeof *churn->day);
    }
    churn->day[churn->days++] = day;
    if (c->days > 0) {
        uint64_t gap = (uint64_t)(day - c->life.last);
        cadence_add(&c->cadence, (double)gap);
        c->life.gap_max = gap > c->life.gap_max ? gap : c->life.gap_max;
        c->life.prev2 = c->life.prev;
        c->life.prev = c->life.last;
    }
    c->life.last = day;
    c->days++;
    c->life.days = c->days;
}

/* Rows come by customer, then by day; a customer begins with his first purchase. */
void churn_take(void *context, const struct rollup_row *row)
{
    struct churn *churn = context;
    struct churn_customer *c = churn->count > 0 ? &churn->customer[churn->count - 1] : NULL;
    bool same = c && str_eq(c->id, row->customer);
    bool refunds = !churn->settings.clv.ignore_refunds;
    double net = (double)(row->amount - (refunds ? row->refund_amount : 0)) / MONEY_SCALE;
    if (!same && row->days == 0) {
        bool known = churn->before.p && str_eq(churn->before, row->customer);
        churn->before_spend = known ? churn->before_spend + net : net;
        churn->before = known ? churn->before : arena_str(&churn->arena, row->customer);
        return;
    }
    if (!same) {
        c = start(churn, row);
        if (churn->before.p && str_eq(churn->before, row->customer)) {
            churn->clv.customer[churn->clv.count - 1].spend += churn->before_spend;
        }
    } else {
        struct clv_customer *lifetime = &churn->clv.customer[churn->clv.count - 1];
        lifetime->spend += net;
        lifetime->x += row->days > 0;
        lifetime->last = row->days > 0 ? row->period : lifetime->last;
    }
    if (row->days > 0) {
        add_day(churn, c, row->period);
    }
    for (size_t i = 0; i < churn->settings.keep_count; i++) {
        if (row->keep[i].n > 0) {
            c->keep[i] = arena_str(&churn->arena, row->keep[i]);
        }
    }
}

static void settle_cuts(struct churn *churn)
{
    double *gaps = mem_new(churn->count, sizeof *gaps);
    size_t n = 0;
    for (size_t i = 0; i < churn->count; i++) {
        double gap = lifecycle_gap(&churn->customer[i].life);
        if (!isnan(gap)) {
            gaps[n++] = gap;
        }
    }
    churn->repeaters = n;
    churn->cuts = (struct lifecycle_cuts){churn->settings.g1, churn->settings.g2, 3, 365};
    lifecycle_cuts_from(&churn->cuts, gaps, n);
    free(gaps);
}

void churn_settle(struct churn *churn, int32_t as_of)
{
    struct cadence *cadences = mem_new(churn->count, sizeof *cadences);
    churn->as_of = as_of;
    for (size_t i = 0; i < churn->count; i++) {
        cadences[i] = churn->customer[i].cadence;
    }
    churn->has_cadence = cadence_population(cadences, churn->count, &churn->population);
    free(cadences);
    settle_cuts(churn);
    clv_begin(&churn->clv, as_of);
    churn->clv_fault = clv_fit(&churn->clv, churn->message) ? NULL : churn->message;
}

/* Purchase days in the window, and in the time between the first purchase and it. */
static void test_rate(const struct churn *churn, const struct churn_customer *c,
                      struct churn_verdict *v)
{
    int32_t from = churn->as_of - churn->settings.window;
    uint64_t before = 0;
    for (size_t i = 1; i < c->days; i++) { /* the first purchase opened the account */
        bool recent = churn->day[c->day + i] > from;
        v->recent += recent;
        before += !recent;
    }
    v->recent += c->life.first > from;
    v->rate_p = c->life.first >= from
                    ? 1
                    : rates_lower(v->recent, churn->settings.window, before, from - c->life.first);
}

static void value(const struct churn *churn, size_t i, struct churn_verdict *v)
{
    const struct churn_customer *c = &churn->customer[i];
    struct clv_prediction p;
    v->alive = v->expected_value = v->value_at_risk = NAN;
    if (churn->clv_fault || !clv_predict(&churn->clv, &churn->clv.customer[i], &p)) {
        return;
    }
    v->alive = p.alive;
    v->expected_value = p.value;
    int32_t active = c->life.last - c->life.first;
    if (active > 0) {
        double ahead = churn->clv.end[churn->clv.months - 1] * churn->clv.model.unit;
        double past = (double)(c->days - 1) / active * ahead * p.order_value;
        v->value_at_risk = past > p.value ? past - p.value : 0;
    }
}

void churn_of(const struct churn *churn, size_t i, struct churn_verdict *v)
{
    const struct churn_settings *s = &churn->settings;
    const struct churn_customer *c = &churn->customer[i];
    *v = (struct churn_verdict){.silence = churn->as_of - c->life.last,
                                .typical = NAN, .silence_p = NAN, .rule = ""};
    v->stage = lifecycle_stage(&c->life, churn->as_of, &churn->cuts);
    if (churn->has_cadence) {
        v->typical = cadence_typical(&c->cadence, &churn->population);
        v->silence_p = cadence_tail(&c->cadence, &churn->population, v->silence);
    }
    test_rate(churn, c, v);
    value(churn, i, v);
    if (v->stage == LIFECYCLE_LAPSED) {
        bool lost = v->alive < s->lost;
        v->status = lost ? CHURN_LOST : CHURN_LAPSED;
        v->rule = lost ? "silence > g2, p_alive" : "silence > g2";
    } else if (v->silence_p < s->threshold) {
        v->status = CHURN_AT_RISK;
        v->rule = "silence_p";
    } else if (v->rate_p < s->threshold) {
        v->status = CHURN_SLOWING;
        v->rule = "rate_p";
    }
}

void churn_free(struct churn *churn)
{
    clv_free(&churn->clv);
    arena_free(&churn->arena);
    free(churn->customer);
    free(churn->day);
}
