#include "base/base.h"

#include <math.h>

#include "analysis/clv.h"
#include "base/mem.h"
#include "base/sort.h"
#include "base/team.h"

#define FEWEST_REPEATERS 10
#define NORMAL_95 1.959963984540054

void clv_init(struct clv *clv, const struct clv_settings *settings)
{
    *clv = (struct clv){.settings = *settings, .as_of = DATE_NONE,
                        .held_out = {NAN, NAN, NAN}, .model.unit = settings->unit};
}

void clv_take(struct clv *clv, const struct rollup_row *row)
{
    if (clv->count == clv->room) {
        clv->room = mem_capacity(clv->room, clv->count + 1);
        clv->customer = mem_grow(clv->customer, clv->room, sizeof *clv->customer);
    }
    int64_t repeat = row->amount - row->first_amount -
                     (clv->settings.ignore_refunds ? 0 : row->refund_amount);
    clv->customer[clv->count++] = (struct clv_customer){
        .x = row->days > 0 ? (uint32_t)(row->days - 1) : 0,
        .first = row->first,
        .last = row->last,
        .spend = (double)repeat / MONEY_SCALE};
}

void clv_begin(struct clv *clv, int32_t as_of)
{
    clv->as_of = as_of;
    int32_t end = date_add(as_of, clv->settings.horizon, 1);
    clv->months = 0;
    for (int32_t month = 1; clv->months < CLV_MONTHS_MAX; month++) {
        int32_t day = date_add(as_of, (struct date_span){month, 'm'}, 1);
        day = day < end ? day : end;
        clv->end[clv->months] = (day - as_of) / clv->model.unit;
        clv->factor[clv->months++] = pow(1 + clv->settings.discount, -(day - as_of) / 365.25);
        if (day == end) {
            break;
        }
    }
}

static struct lifetime_history history_of(const struct clv *clv, const struct clv_customer *c)
{
    double unit = clv->model.unit;
    return (struct lifetime_history){c->x, (c->last - c->first) / unit,
                                     (clv->as_of - c->first) / unit, 1};
}

/* Whether there is a purchase until as_of. */
static bool in_model(const struct clv *clv, const struct clv_customer *c)
{
    return c->first != DATE_NONE && c->first <= clv->as_of;
}

/* Sorted by x, T and t_x, as two passes of a sort that keeps the order of equals. */
static void sort_histories(const struct clv *clv, struct sort_pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct clv_customer *c = &clv->customer[pairs[i].value];
        pairs[i].key = (uint32_t)(c->last - c->first);
    }
    sort_pairs(pairs, n);
    for (size_t i = 0; i < n; i++) {
        const struct clv_customer *c = &clv->customer[pairs[i].value];
        pairs[i].key = (uint64_t)c->x << 32 | (uint32_t)(clv->as_of - c->first);
    }
    sort_pairs(pairs, n);
}

/* The customers' histories, those that are alike as one; `fold` >= 0: only every fifth customer, or
 * all but those. */
static size_t collapse(const struct clv *clv, int fold, bool inside,
                       struct lifetime_history *histories)
{
    struct sort_pair *pairs = mem_grow(NULL, clv->count, sizeof *pairs);
    size_t n = 0, kept = 0;
    for (size_t i = 0, k = 0; i < clv->count; i++) {
        if (clv->customer[i].first != DATE_NONE) {
            bool in = fold >= 0 && (int)(k++ % 5) == fold;
            if (fold < 0 || in == inside) {
                pairs[n++].value = i;
            }
        }
    }
    sort_histories(clv, pairs, n);
    for (size_t i = 0; i < n; i++) {
        const struct clv_customer *c = &clv->customer[pairs[i].value];
        const struct clv_customer *before = i > 0 ? &clv->customer[pairs[i - 1].value] : c;
        if (i > 0 && c->x == before->x && c->first == before->first && c->last == before->last) {
            histories[kept - 1].weight++;
        } else {
            histories[kept++] = history_of(clv, c);
        }
    }
    free(pairs);
    return kept;
}

static void fit_the_spend(struct clv *clv)
{
    struct spend_history *spends = mem_new(clv->count, sizeof *spends);
    struct sort_pair *pairs = mem_grow(NULL, clv->count, sizeof *pairs);
    struct clv_model *model = &clv->model;
    size_t n = 0;
    for (size_t i = 0; i < clv->count; i++) {
        const struct clv_customer *c = &clv->customer[i];
        if (c->x > 0 && c->spend > 0) {
            pairs[n++] = (struct sort_pair){c->x, i};
        }
    }
    sort_pairs(pairs, n); /* by x; of those the order of the customers stays */
    for (size_t i = 0; i < n; i++) {
        const struct clv_customer *c = &clv->customer[pairs[i].value];
        spends[i] = (struct spend_history){c->x, c->spend / c->x, 1};
    }
    free(pairs);
    model->spenders = n;
    model->spend_fault = "too few customers with a repeat order above 0";
    if (n >= FEWEST_REPEATERS) {
        fit_spend(spends, n, &model->spend);
        model->spend_fault = NULL;
    }
    model->has_spend = !model->spend_fault;
    free(spends);
}

/* What is in the way of a fit, told from the data themselves. */
static const char *cause_of(const struct clv *clv)
{
    uint64_t late = 0, repeaters = 0, every_day = 0, once = 0;
    int32_t longest = 0;
    for (size_t i = 0; i < clv->count; i++) {
        const struct clv_customer *c = &clv->customer[i];
        int32_t seen = clv->as_of - c->first;
        longest = c->first != DATE_NONE && seen > longest ? seen : longest;
        once += c->first != DATE_NONE && c->x == 0;
        if (c->x > 0) {
            repeaters++;
            late += clv->as_of - c->last <= 2 * (c->last - c->first) / (int32_t)c->x;
            every_day += (uint32_t)(c->last - c->first) == c->x;
        }
    }
    if (every_day * 10 > repeaters * 9) {
        return "nearly every repeat customer bought on every day: there is no rate to learn";
    }
    if (late * 100 >= repeaters * 95) {
        return "nearly all repeat customers have bought lately: nobody is seen to leave, and how long "
               "they stay cannot be told";
    }
    if (longest < 60) {
        return "the data cover too short a time";
    }
    if (once * 20 > (once + repeaters) * 19) {
        return "more than 95 % of the customers bought once: the few others hardly tell a rate";
    }
    return "the customers hardly differ in their rates, or too few are seen to leave";
}

static void fit_auto(struct clv *clv, struct lifetime_history *histories, size_t *best)
{
    struct fit_lifetime fit;
    *best = LIFETIME_MBG;
    for (int model = LIFETIME_MBG; model <= LIFETIME_PARETO; model++) {
        size_t n = collapse(clv, 4, false, histories);
        fit_lifetime((enum lifetime_model)model, histories, n, &fit);
        if (!fit.fault) {
            n = collapse(clv, 4, true, histories);
            clv->held_out[model] = lifetime_likelihood(&fit.parameters, histories, n, NULL);
        }
        if (clv->held_out[model] > clv->held_out[*best] || isnan(clv->held_out[*best])) {
            *best = (size_t)model;
        }
    }
}

bool clv_fit(struct clv *clv, char message[CLV_MESSAGE])
{
    struct clv_model *model = &clv->model;
    for (size_t i = 0; i < clv->count; i++) {
        model->customers += clv->customer[i].first != DATE_NONE;
        model->repeaters += clv->customer[i].x > 0;
    }
    if (model->repeaters < FEWEST_REPEATERS) {
        snprintf(message, CLV_MESSAGE,
                 "%" PRIu64 " of %" PRIu64 " customers have bought on more than one day: a lifetime "
                 "model needs at least %d repeat customers",
                 model->repeaters, model->customers, FEWEST_REPEATERS);
        return false;
    }
    struct lifetime_history *histories = mem_new(clv->count, sizeof *histories);
    size_t chosen = (size_t)clv->settings.model;
    if (clv->settings.model == CLV_AUTO) {
        fit_auto(clv, histories, &chosen);
    }
    size_t n = collapse(clv, -1, true, histories);
    fit_lifetime((enum lifetime_model)chosen, histories, n, &model->lifetime);
    free(histories);
    if (model->lifetime.fault) {
        snprintf(message, CLV_MESSAGE, "%s: %s (%s; %" PRIu64 " repeat customers)",
                 lifetime_model_name((enum lifetime_model)chosen), cause_of(clv),
                 model->lifetime.fault, model->repeaters);
        return false;
    }
    model->cause = model->lifetime.held ? cause_of(clv) : NULL;
    fit_the_spend(clv);
    clv_prepare(clv);
    return true;
}

static struct clv_prospect prospect_of(const struct clv *clv,
                                       const struct lifetime_parameters *parameters,
                                       const struct lifetime_history *history)
{
    struct clv_prospect p = {0};
    for (size_t i = 0; i < clv->months; i++) {
        double until = lifetime_expected_alive(parameters, history, clv->end[i]);
        p.present += (until - p.orders) * clv->factor[i];
        p.orders = until;
    }
    return p;
}

#define CHUNK 256 /* prospects or customers that a member of the team takes at once */

struct preparing {
    struct clv *clv;
    const size_t *customer; /* by prospect: one of those who have it */
    size_t prospects;
    const struct sort_pair *pairs; /* customers by prospect */
    size_t count;
};

static void prepare_prospects(void *context, size_t item)
{
    const struct preparing *all = context;
    struct clv *clv = all->clv;
    const struct lifetime_parameters *parameters = &clv->model.lifetime.parameters;
    struct lifetime_history history[CHUNK] = {{0}};
    double some[CHUNK];
    size_t from = item * CHUNK;
    size_t n = all->prospects - from < CHUNK ? all->prospects - from : CHUNK;
    for (size_t i = 0; i < n; i++) {
        history[i] = history_of(clv, &clv->customer[all->customer[from + i]]);
    }
    lifetime_some_alive_of(parameters, history, n, clv->end[clv->months - 1], some);
    for (size_t i = 0; i < n; i++) {
        clv->prospect[from + i] = prospect_of(clv, parameters, &history[i]);
        clv->prospect[from + i].some = some[i];
    }
}

/* By x and first day, those who bought once are all alike: neighbours who are get one answer. */
static void prepare_customers(void *context, size_t item)
{
    const struct preparing *all = context;
    struct clv *clv = all->clv;
    const struct sort_pair *pairs = all->pairs + item * CHUNK;
    size_t n = all->count - item * CHUNK < CHUNK ? all->count - item * CHUNK : CHUNK, kept = 0;
    struct lifetime_history history[CHUNK] = {{0}};
    size_t place[CHUNK];
    double alive[CHUNK];
    const struct clv_customer *before = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct clv_customer *c = &clv->customer[pairs[i].value];
        if (!before || c->prospect != before->prospect || c->last != before->last) {
            history[kept++] = history_of(clv, c);
        }
        place[i] = kept - 1;
        before = c;
    }
    lifetime_alive_of(&clv->model.lifetime.parameters, history, kept, alive);
    for (size_t i = 0; i < n; i++) {
        clv->alive[pairs[i].value] = alive[place[i]];
    }
}

void clv_prepare(struct clv *clv)
{
    struct sort_pair *pairs = mem_grow(NULL, clv->count, sizeof *pairs);
    size_t *one = mem_grow(NULL, clv->count, sizeof *one);
    size_t n = 0, prospects = 0;
    for (size_t i = 0; i < clv->count; i++) {
        const struct clv_customer *c = &clv->customer[i];
        if (in_model(clv, c)) {
            pairs[n++] = (struct sort_pair){(uint64_t)c->x << 32 | (uint32_t)(clv->as_of - c->first), i};
        }
    }
    sort_pairs(pairs, n);
    for (size_t i = 0; i < n; i++) {
        if (i == 0 || pairs[i].key != pairs[i - 1].key) {
            one[prospects++] = pairs[i].value;
        }
        clv->customer[pairs[i].value].prospect = (uint32_t)(prospects - 1);
    }
    clv->prospect = mem_grow(clv->prospect, prospects, sizeof *clv->prospect);
    clv->alive = mem_grow(clv->alive, clv->count, sizeof *clv->alive);
    struct preparing all = {clv, one, prospects, pairs, n};
    team_run((prospects + CHUNK - 1) / CHUNK, prepare_prospects, &all);
    team_run((n + CHUNK - 1) / CHUNK, prepare_customers, &all);
    free(pairs);
    free(one);
}

static double order_value(const struct clv *clv, const struct clv_customer *c)
{
    const struct clv_model *model = &clv->model;
    if (!model->has_spend) {
        return NAN;
    }
    bool own = c->x > 0 && c->spend > 0;
    return spend_expected(&model->spend.parameters, own ? c->x : 0, own ? c->spend / c->x : 0);
}

static void predict(const struct clv *clv, const struct clv_customer *c, double alive,
                    struct clv_prediction *prediction)
{
    const struct clv_prospect *p = &clv->prospect[c->prospect];
    double value = order_value(clv, c);
    *prediction = (struct clv_prediction){
        .alive = alive,
        .orders = alive * p->orders,
        .silent = 1 - alive * p->some,
        .order_value = value,
        .value = alive * p->orders * value,
        .clv = alive * p->present * value,
    };
}

bool clv_predict(const struct clv *clv, const struct clv_customer *c,
                 struct clv_prediction *prediction)
{
    if (!in_model(clv, c)) {
        return false;
    }
    struct lifetime_history history = history_of(clv, c);
    predict(clv, c, lifetime_alive(&clv->model.lifetime.parameters, &history), prediction);
    return true;
}

bool clv_predict_prepared(const struct clv *clv, size_t i, struct clv_prediction *prediction)
{
    if (!in_model(clv, &clv->customer[i])) {
        return false;
    }
    predict(clv, &clv->customer[i], clv->alive[i], prediction);
    return true;
}

/* Variance of ln f by the parameters' covariance: g' C g. */
static double variance_of(const double *gradient, const double *covariance, size_t n)
{
    double variance = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n; k++) {
            variance += gradient[i] * covariance[i * n + k] * gradient[k];
        }
    }
    return variance;
}

void clv_intervals(const struct clv *clv, const struct clv_customer *c, double *orders,
                   double *value)
{
    const double step = 1e-4;
    const struct clv_model *model = &clv->model;
    struct lifetime_history history = history_of(clv, c);
    double of_orders[LIFETIME_PARAMETERS], of_present[LIFETIME_PARAMETERS];
    for (size_t i = 0; i < LIFETIME_PARAMETERS; i++) {
        struct lifetime_parameters up = model->lifetime.parameters, down = up;
        up.p[i] *= exp(step);
        down.p[i] *= exp(-step);
        struct clv_prospect above = prospect_of(clv, &up, &history);
        struct clv_prospect below = prospect_of(clv, &down, &history);
        double alive = log(lifetime_alive(&up, &history) / lifetime_alive(&down, &history));
        of_orders[i] = (alive + log(above.orders / below.orders)) / (2 * step);
        of_present[i] = (alive + log(above.present / below.present)) / (2 * step);
    }
    double variance = variance_of(of_present, model->lifetime.covariance, LIFETIME_PARAMETERS);
    *orders = NORMAL_95 * sqrt(variance_of(of_orders, model->lifetime.covariance,
                                          LIFETIME_PARAMETERS));
    *value = NAN;
    if (!model->has_spend || model->spend.parameters.shrunken || model->spend.parameters.plain) {
        return;
    }
    double of_spend[SPEND_PARAMETERS];
    for (size_t i = 0; i < SPEND_PARAMETERS; i++) {
        double values[2];
        for (int side = 0; side < 2; side++) {
            struct clv copy = *clv;
            struct spend_parameters *s = &copy.model.spend.parameters;
            double factor = exp(side ? -step : step);
            s->p *= i == 0 ? factor : 1;
            s->q *= i == 1 ? factor : 1;
            s->gamma *= i == 2 ? factor : 1;
            s->mean = s->p * s->gamma / (s->q - 1);
            values[side] = order_value(&copy, c);
        }
        of_spend[i] = log(values[0] / values[1]) / (2 * step);
    }
    variance += variance_of(of_spend, model->spend.covariance, SPEND_PARAMETERS);
    *value = NORMAL_95 * sqrt(variance);
}

struct lifetime_history *clv_histories(const struct clv *clv, size_t *count)
{
    struct lifetime_history *histories = mem_new(clv->count, sizeof *histories);
    *count = collapse(clv, -1, true, histories);
    return histories;
}

void clv_free(struct clv *clv)
{
    free(clv->customer);
    free(clv->prospect);
    free(clv->alive);
}
