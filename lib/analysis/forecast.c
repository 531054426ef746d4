#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#include "analysis/forecast.h"
#include "base/mem.h"
#include "base/team.h"
#include "stats/poisson.h"

#define PARAMETERS (LIFETIME_PARAMETERS + SPEND_PARAMETERS)
#define STEP 1e-4 /* of a logarithm, for derivatives */

/* Sums over the customers who share a prospect, that is x and T. */
struct group {
    double alive, alive_squared;
    double value;                 /* of alive x order value */
    double square, alive_square;  /* of alive, and alive^2, x order value^2 */
    uint32_t x;
    int32_t first;
};

struct sums {
    double orders, revenue, noise, revenue_noise;
};

/* Expectations, and with `noise` variances, under one set of parameters. */
struct tally {
    const struct clv *clv;
    struct lifetime_parameters lifetime;
    struct spend_parameters spend;
    struct group *group;
    size_t groups;
    const double *edge; /* of the weeks, in time units: weeks + 1 */
    size_t weeks;
    double spread; /* c^2 of the customers' means */
    struct sums (*part)[FORECAST_WEEKS_MAX + 1]; /* by part of the groups */
};

#define PART 1024 /* groups that a member of the team takes at once */

static double order_spread(const struct tally *t, uint32_t x)
{
    double shape = t->spend.q + t->spend.p * x;
    bool told = t->clv->model.has_spend && !t->spend.plain && !t->spend.shrunken && shape > 2;
    return told ? (1 + 1 / t->spend.p) * (shape - 1) / (shape - 2) - 1 : t->spread;
}

static void add_week(struct sums *s, const struct group *g, double ahead, double rate, double spread)
{
    s->orders += g->alive * ahead;
    s->revenue += g->value * ahead;
    s->noise += g->alive * ahead * (1 + rate) - g->alive_squared * ahead * ahead;
    s->revenue_noise +=
        g->square * ahead * (1 + rate + spread) - g->alive_square * ahead * ahead;
}

static void tally_part(void *context, size_t item)
{
    struct tally *t = context;
    struct sums *sums = t->part[item];
    double unit = t->clv->model.unit;
    size_t from = item * PART, to = from + PART < t->groups ? from + PART : t->groups;
    for (size_t i = from; i < to; i++) {
        const struct group *g = &t->group[i];
        struct lifetime_history h = {g->x, 0, (t->clv->as_of - g->first) / unit, 1};
        double rate = (t->lifetime.p[0] + g->x + 1) / (t->lifetime.p[1] + h.T);
        double spread = order_spread(t, g->x), before = 0;
        for (size_t w = 0; w < t->weeks; w++) {
            double until = lifetime_expected_alive(&t->lifetime, &h, t->edge[w + 1]);
            add_week(&sums[w], g, until - before, rate * (t->edge[w + 1] - t->edge[w]), spread);
            before = until;
        }
        add_week(&sums[t->weeks], g, before, rate * t->edge[t->weeks], spread);
    }
}

/* The customers by prospect; those without one are nowhere. */
static void gather(struct tally *t, const struct clv *clv)
{
    struct clv copy = *clv;
    copy.model.lifetime.parameters = t->lifetime;
    copy.model.spend.parameters = t->spend;
    for (size_t i = 0; i < clv->count; i++) {
        struct clv_prediction p;
        const struct clv_customer *c = &clv->customer[i];
        if (!clv_predict(&copy, c, &p)) {
            continue;
        }
        if (c->prospect >= t->groups) {
            t->groups = c->prospect + (size_t)1;
        }
        struct group *g = &t->group[c->prospect];
        g->x = c->x;
        g->first = c->first;
        g->alive += p.alive;
        g->alive_squared += p.alive * p.alive;
        g->value += p.alive * p.order_value;
        g->square += p.alive * p.order_value * p.order_value;
        g->alive_square += p.alive * p.order_value * p.alive * p.order_value;
    }
}

/* The sums of each week and, behind them, of all. */
static void tally(struct tally *t, struct sums *sums)
{
    t->group = mem_new(t->clv->count + 1, sizeof *t->group);
    t->groups = 0;
    gather(t, t->clv);
    size_t parts = (t->groups + PART - 1) / PART;
    t->part = mem_new(parts + 1, sizeof *t->part);
    team_run(parts, tally_part, t);
    for (size_t w = 0; w <= t->weeks; w++) {
        sums[w] = (struct sums){0};
        for (size_t i = 0; i < parts; i++) {
            const struct sums *part = &t->part[i][w];
            sums[w].orders += part->orders;
            sums[w].revenue += part->revenue;
            sums[w].noise += part->noise;
            sums[w].revenue_noise += part->revenue_noise;
        }
    }
    free(t->group);
    free(t->part);
}

static void shift(struct tally *t, size_t parameter, double factor)
{
    if (parameter < LIFETIME_PARAMETERS) {
        t->lifetime.p[parameter] *= factor;
        return;
    }
    double *own[SPEND_PARAMETERS] = {&t->spend.p, &t->spend.q, &t->spend.gamma};
    *own[parameter - LIFETIME_PARAMETERS] *= factor;
    t->spend.mean = t->spend.p * t->spend.gamma / (t->spend.q - 1);
}

static double quadratic(const double *gradient, size_t stride, const double *covariance, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n; k++) {
            sum += gradient[i * stride] * covariance[i * n + k] * gradient[k * stride];
        }
    }
    return sum;
}

/* Adds what the parameters' uncertainty comes to; false where the fit has none. */
static bool add_parameters(const struct tally *t, struct sums *sums)
{
    const struct clv_model *model = &t->clv->model;
    size_t n = t->weeks + 1;
    bool spend = model->has_spend && !t->spend.plain && !t->spend.shrunken;
    size_t parameters = LIFETIME_PARAMETERS + (spend ? SPEND_PARAMETERS : 0);
    if (!isfinite(model->lifetime.covariance[0]) || !(model->lifetime.covariance[0] > 0)) {
        return false;
    }
    double(*by)[2] = mem_new(PARAMETERS * n, sizeof *by); /* derivatives of orders and revenue */
    struct sums *up = mem_new(n, sizeof *up), *down = mem_new(n, sizeof *down);
    for (size_t i = 0; i < parameters; i++) {
        struct tally above = *t, below = *t;
        shift(&above, i, exp(STEP));
        shift(&below, i, exp(-STEP));
        tally(&above, up);
        tally(&below, down);
        for (size_t w = 0; w < n; w++) {
            by[w * PARAMETERS + i][0] = (up[w].orders - down[w].orders) / (2 * STEP);
            by[w * PARAMETERS + i][1] = (up[w].revenue - down[w].revenue) / (2 * STEP);
        }
    }
    for (size_t w = 0; w < n; w++) {
        const double(*own)[2] = (const double(*)[2])&by[w * PARAMETERS];
        sums[w].noise += quadratic(&own[0][0], 2, model->lifetime.covariance, LIFETIME_PARAMETERS);
        sums[w].revenue_noise +=
            quadratic(&own[0][1], 2, model->lifetime.covariance, LIFETIME_PARAMETERS) +
            (spend ? quadratic(&own[LIFETIME_PARAMETERS][1], 2, model->spend.covariance,
                               SPEND_PARAMETERS) : 0);
    }
    free(by);
    free(up);
    free(down);
    return true;
}

/* P(count <= k) where mean and variance are these; Poisson where they are alike. */
static double count_below(double k, double mean, double variance)
{
    if (variance <= mean * (1 + 1e-9)) {
        return gsl_cdf_poisson_P((unsigned)k, mean);
    }
    double p = mean / variance;
    return gsl_cdf_negative_binomial_P((unsigned)k, p, mean * p / (1 - p));
}

/* The smallest count with P(count <= it) >= share. */
static double count_quantile(double share, double mean, double variance)
{
    double from = -1, to = mean + 1;
    while (count_below(floor(to), mean, variance) < share && to < 4e9) {
        to += 2 * sqrt(variance) + 1;
    }
    to = floor(to);
    while (to - from > 1) {
        double middle = floor((from + to) / 2);
        if (count_below(middle, mean, variance) >= share) {
            to = middle;
        } else {
            from = middle;
        }
    }
    return to;
}

/* GSL's inverse gives up on some large shapes. */
static double gamma_quantile(double share, double shape, double scale)
{
    double found = gsl_cdf_gamma_Pinv(share, shape, scale);
    return isnan(found) ? scale * poisson_gamma_quantile(shape, share) : found;
}

static void fill_in(struct forecast_week *week, const struct sums *s)
{
    week->orders = (struct forecast_figure){s->orders, 0, 0};
    if (s->orders > 0) {
        week->orders.low = count_quantile(0.025, s->orders, s->noise);
        week->orders.high = count_quantile(0.975, s->orders, s->noise);
    }
    week->revenue = (struct forecast_figure){s->revenue, isnan(s->revenue) ? NAN : 0,
                                             isnan(s->revenue) ? NAN : 0};
    if (s->revenue > 0) {
        double scale = s->revenue_noise / s->revenue, shape = s->revenue / scale;
        week->revenue.low = gamma_quantile(0.025, shape, scale);
        week->revenue.high = gamma_quantile(0.975, shape, scale);
    }
}

/* Squared coefficient of variation of what the customers' orders are worth on average. */
static double spread_of_means(const struct clv *clv)
{
    double n = 0, sum = 0, squares = 0;
    for (size_t i = 0; i < clv->count; i++) {
        const struct clv_customer *c = &clv->customer[i];
        if (c->x > 0 && c->spend > 0) {
            double mean = c->spend / c->x;
            n++;
            sum += mean;
            squares += mean * mean;
        }
    }
    return n > 1 ? fmax(squares / n / (sum / n * (sum / n)) - 1, 0) : 0;
}

struct forecast *forecast_new(const struct clv *clv, struct date_span span)
{
    struct forecast *f = mem_new(1, sizeof *f);
    int32_t end = date_add(clv->as_of, span, 1);
    gsl_set_error_handler_off(); /* its own one aborts */
    double *edge = mem_new(FORECAST_WEEKS_MAX + 1, sizeof *edge);
    f->week = mem_new(FORECAST_WEEKS_MAX, sizeof *f->week);
    for (int32_t day = clv->as_of; day < end && f->count < FORECAST_WEEKS_MAX; f->count++) {
        int32_t to = day + 7 < end ? day + 7 : end;
        f->week[f->count].from = day + 1;
        f->week[f->count].to = to;
        edge[f->count + 1] = (to - clv->as_of) / clv->model.unit;
        day = to;
    }
    struct sums *sums = mem_new(f->count + 1, sizeof *sums);
    struct tally t = {.clv = clv,
                      .lifetime = clv->model.lifetime.parameters,
                      .spend = clv->model.spend.parameters,
                      .edge = edge,
                      .weeks = f->count,
                      .spread = spread_of_means(clv)};
    tally(&t, sums);
    f->parameters = add_parameters(&t, sums);
    for (size_t w = 0; w < f->count; w++) {
        fill_in(&f->week[w], &sums[w]);
    }
    f->all.from = f->count > 0 ? f->week[0].from : 0;
    f->all.to = f->count > 0 ? f->week[f->count - 1].to : 0;
    fill_in(&f->all, &sums[f->count]);
    free(edge);
    free(sums);
    return f;
}

void forecast_free(struct forecast *forecast)
{
    free(forecast->week);
    free(forecast);
}
