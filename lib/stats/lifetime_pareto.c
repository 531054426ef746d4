#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/lifetime_pareto.h"

/*
 * Gauss' continued fraction for 2F1(1, b; c; z), 0 <= z < 1, by Lentz' method as Thompson and
 * Barnett modified it (DLMF 15.7.1). Where the series needs 1/(1 - z) terms this needs the root of
 * that.
 */
static double hypergeometric_1(double b, double c, double z)
{
    double f = 1, numerator = 1, denominator = 0;
    for (int i = 1; i < 100000; i++) {
        double n = i / 2;
        double e = i % 2 ? (b + n) * (c - 1 + n) / ((c + 2 * n - 1) * (c + 2 * n))
                         : n * (c - b + n - 1) / ((c + 2 * n - 2) * (c + 2 * n - 1));
        denominator = 1 / (1 - e * z * denominator);
        numerator = 1 - e * z / numerator;
        double step = numerator * denominator;
        f *= step;
        if (fabs(step - 1) < 1e-16) {
            break;
        }
    }
    return 1 / f;
}

/*
 * ln of 2F1(w, q; w + 1; z) / (m + t)^w with m = max(alpha, beta), z = |alpha - beta| / (m + t).
 * Euler's transform:
 *
 *     2F1 = (1 - z)^(1 - q) 2F1(1, w + 1 - q; w + 1; z),    1 - z = (least + t) / (m + t)
 *
 * where nothing cancels and nothing overflows.
 */
static double log_part(double alpha, double beta, double w, double q, double t)
{
    double most = alpha > beta ? alpha : beta;
    double least = alpha > beta ? beta : alpha;
    double z = (most - least) / (most + t);
    return (1 - q) * log(least + t) + (q - 1 - w) * log(most + t) +
           log(hypergeometric_1(w + 1 - q, w + 1, z));
}

/* ln A0, the difference of two such parts; -inf where t_x = T. */
static double log_a0(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h)
{
    double r = p[0], alpha = p[1], s = p[2], beta = p[3];
    double w = r + s + (double)h->x;
    double q = alpha >= beta ? s + 1 : r + (double)h->x;
    if (h->t_x >= h->T) {
        return -INFINITY;
    }
    double last = log_part(alpha, beta, w, q, h->t_x);
    double seen = log_part(alpha, beta, w, q, h->T);
    return last + log(-expm1(seen - last));
}

/* ln of (s / w) (alpha + T)^(r + x) (beta + T)^s A0: the odds of having left. */
static double log_odds(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h)
{
    double rx = p[0] + (double)h->x;
    return log(p[2] / (rx + p[2])) + rx * log(p[1] + h->T) + p[2] * log(p[3] + h->T) +
           log_a0(p, h);
}

/* Gauss-Legendre of 16 points on [-1, 1]: nodes and weights of the positive half (Abramowitz &
 * Stegun, table 25.4). */
#define HALF_NODES 8
static const double node[HALF_NODES] = {0.0950125098376374, 0.2816035507792589, 0.4580167776572274,
                                        0.6178762444026438, 0.7554044083550030, 0.8656312023878318,
                                        0.9445750230732326, 0.9894009349916499};
static const double node_weight[HALF_NODES] = {
    0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767,
    0.1246289712555339, 0.0951585116824928, 0.0622535239386479, 0.0271524594117541};

/* What the fit needs of one history: ln of the integral over the time of leaving, and the means of
 * its derivatives under it. */
struct leaving {
    double log_integral;
    double log_rate, inverse_rate;   /* of ln(alpha + y), 1 / (alpha + y) */
    double log_leave, inverse_leave; /* of ln(beta + y), 1 / (beta + y) */
};

/* Beyond this the integrand e^-u of the fit's integral is below the rest's rounding. */
#define TAIL 40
#define PANEL 6

/* One of the two powers under the integral: (start + y - t_x)^-shape. */
struct power {
    double shape, start; /* start: its base at y = t_x */
    double log, inverse; /* sums of ln and 1 / of the base, over the integrand */
};

/* A panel of the integral below; sums up in both powers. */
static double leaving_panel(struct power *a, struct power *b, double u0, double u1)
{
    double half = (u1 - u0) / 2, middle = (u0 + u1) / 2, sum = 0;
    double log_start = log(a->start), log_other = log(b->start);
    for (int i = 0; i < 2 * HALF_NODES; i++) {
        double u = middle + half * (i % 2 ? node[i / 2] : -node[i / 2]);
        double step = a->start * expm1(u / a->shape); /* y - t_x */
        double own = a->start + step, other = b->start + step;
        double log_b = log(other);
        double g = half * node_weight[i / 2] * own * exp(-u - b->shape * (log_b - log_other));
        sum += g;
        a->log += g * (log_start + u / a->shape);
        a->inverse += g / own;
        b->log += g * log_b;
        b->inverse += g / other;
    }
    return sum;
}

/*
 * I = integral over y from t_x to T of (alpha + y)^-k (beta + y)^-(s + 1), k = r + x. Of the two
 * powers take the one that falls faster, (c + y)^-m; with u = m ln((c + y) / (c + t_x)) what is left
 * is smooth however large x or small beta is:
 *
 *     I = (c + t_x)^-m / m  integral over u of e^-u (c + y) times the other power
 */
static struct leaving integrate_leaving(const double p[LIFETIME_PARAMETERS], double k,
                                        const struct lifetime_history *h)
{
    struct power rate = {k, p[1] + h->t_x, 0, 0};
    struct power leave = {p[2] + 1, p[3] + h->t_x, 0, 0};
    bool by_rate = rate.start / rate.shape <= leave.start / leave.shape;
    struct power *a = by_rate ? &rate : &leave;
    struct power *b = by_rate ? &leave : &rate;
    double end = a->shape * log1p((h->T - h->t_x) / a->start);
    double sum = 0;
    end = end < TAIL ? end : TAIL;
    for (double u = 0; u < end; u += PANEL) {
        sum += leaving_panel(a, b, u, u + PANEL < end ? u + PANEL : end);
    }
    return (struct leaving){
        .log_integral = -a->shape * log(a->start) - log(a->shape) + log(sum) -
                        b->shape * log(b->start),
        .log_rate = rate.log / sum,
        .inverse_rate = rate.inverse / sum,
        .log_leave = leave.log / sum,
        .inverse_leave = leave.inverse / sum,
    };
}

/* Of one history, without the terms of x alone; adds the derivatives by r, alpha, s, beta. */
static double add_history(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                          double d[LIFETIME_PARAMETERS])
{
    double r = p[0], alpha = p[1], s = p[2], beta = p[3];
    double k = r + (double)h->x;
    double log_seen = log(alpha + h->T), log_stay = log(beta + h->T);
    double stayed = -k * log_seen - s * log_stay;
    double all = stayed, left = 0;
    struct leaving l = {0};
    if (h->t_x < h->T) {
        l = integrate_leaving(p, k, h);
        double gone = log(s) + l.log_integral;
        double most = stayed > gone ? stayed : gone;
        all = most + log(exp(stayed - most) + exp(gone - most));
        left = exp(gone - all);
    }
    double stay = 1 - left, w = h->weight;
    d[0] += w * (log(alpha) - stay * log_seen - left * l.log_rate);
    d[1] += w * (r / alpha - k * (stay / (alpha + h->T) + left * l.inverse_rate));
    d[2] += w * (log(beta) - stay * log_stay + left * (1 / s - l.log_leave));
    d[3] += w * (s / beta - stay * s / (beta + h->T) - left * (s + 1) * l.inverse_leave);
    return w * (r * log(alpha) + s * log(beta) + all);
}

void lifetime_pareto_tabulate(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                              struct lifetime_pareto_tables *t)
{
    t->rate = mem_new((size_t)data->most + 2, sizeof *t->rate);
    t->rate_r = mem_new((size_t)data->most + 2, sizeof *t->rate_r);
    for (size_t k = 0; k <= data->most; k++) {
        t->rate[k + 1] = t->rate[k] + log(p[0] + (double)k);
        t->rate_r[k + 1] = t->rate_r[k] + 1 / (p[0] + (double)k);
    }
}

void lifetime_pareto_forget(struct lifetime_pareto_tables *t)
{
    free(t->rate);
    free(t->rate_r);
}

double lifetime_pareto_part(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                            const struct lifetime_pareto_tables *t, size_t from, size_t to,
                            double d[LIFETIME_PARAMETERS])
{
    double sum = 0;
    for (size_t i = from; i < to; i++) {
        const struct lifetime_history *h = &data->history[i];
        sum += h->weight * t->rate[h->x] + add_history(p, h, d);
        d[0] += h->weight * t->rate_r[h->x];
    }
    return sum;
}

double lifetime_pareto_alive(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h)
{
    return 1 / (1 + exp(log_odds(p, h)));
}

/* (1 - w^(s - 1)) / (s - 1), also at s = 1. */
static double shrinking(double log_w, double s)
{
    double e = s - 1;
    return fabs(e) < 1e-12 ? -log_w : -expm1(e * log_w) / e;
}

double lifetime_pareto_expected(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, double t)
{
    double seen = p[3] + h->T;
    return (p[0] + (double)h->x) * seen / (p[1] + h->T) *
           shrinking(log(seen / (seen + t)), p[2]);
}

double lifetime_pareto_expected_new(const double p[LIFETIME_PARAMETERS], double t)
{
    return p[0] * p[3] / p[1] * shrinking(log(p[3] / (p[3] + t)), p[2]);
}

struct integrand {
    double rate_shape, rate_scale, leave_shape, leave_scale, discount;
};

/* The first order at u: E[lambda e^(-lambda u)] E[e^(-mu u)]; or, discounted, all orders at u. */
static double first_order(const struct integrand *f, double u)
{
    return f->rate_shape / f->rate_scale *
           exp(-(f->rate_shape + 1) * log1p(u / f->rate_scale) -
               f->leave_shape * log1p(u / f->leave_scale));
}

static double any_order(const struct integrand *f, double u)
{
    return f->rate_shape / f->rate_scale *
           exp(-f->leave_shape * log1p(u / f->leave_scale) - f->discount * u);
}

static double integrate(double (*value)(const struct integrand *f, double u),
                        const struct integrand *f, double from, double to)
{
    double middle = (from + to) / 2, half = (to - from) / 2, sum = 0;
    for (size_t i = 0; i < HALF_NODES; i++) {
        sum += node_weight[i] * (value(f, middle - half * node[i]) + value(f, middle + half * node[i]));
    }
    return sum * half;
}

/* Panels that grow with u: what is integrated changes on the scale of `scale` + u. */
static double integrate_on(double (*value)(const struct integrand *f, double u),
                           const struct integrand *f, double scale, double to)
{
    double sum = 0;
    double from = 0;
    double width = scale / 8;
    while (from < to) {
        double end = from + width < to ? from + width : to;
        sum += integrate(value, f, from, end);
        from = end;
        width *= 1.5;
    }
    return sum;
}

double lifetime_pareto_some(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                            double t)
{
    const struct integrand f = {p[0] + (double)h->x, p[1] + h->T, p[2], p[3] + h->T, 0};
    double least = f.rate_scale / (f.rate_shape + 1);
    double leave = f.leave_scale / (f.leave_shape + 1);
    return integrate_on(first_order, &f, least < leave ? least : leave, t);
}

double lifetime_pareto_residual(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, double rate)
{
    const struct integrand f = {p[0] + (double)h->x, p[1] + h->T, p[2], p[3] + h->T, rate};
    double scale = f.leave_scale / (f.leave_shape + 1);
    double short_run = scale < 1 / rate ? scale : 1 / rate;
    return lifetime_pareto_alive(p, h) * integrate_on(any_order, &f, short_run, 45 / rate);
}
