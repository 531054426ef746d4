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
