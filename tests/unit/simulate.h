/*
 * simulate.h - customers of known populations, the same on every machine for the same seed.
 *
 *     struct simulate random = {seed};
 *     struct lifetime_history h = simulate_history(&random, &parameters, T);
 *     double m = simulate_spend(&random, spend, x);
 *
 * What a model says is done step by step: a rate is drawn, gaps between purchases are drawn, and
 * after each it is drawn whether the customer leaves. No formula of a likelihood is used.
 */
#ifndef CRM_SIMULATE_H
#define CRM_SIMULATE_H

#include "base/base.h"

#include <math.h>

#include "stats/lifetime.h"

struct simulate {
    uint64_t state;
};

/* In (0, 1): splitmix64. */
static inline double simulate_uniform(struct simulate *s)
{
    uint64_t z = s->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    z ^= z >> 31;
    return ((double)(z >> 11) + 0.5) * 0x1p-53;
}

static inline double simulate_exponential(struct simulate *s, double rate)
{
    return -log(simulate_uniform(s)) / rate;
}

static inline double simulate_normal(struct simulate *s)
{
    double radius = sqrt(-2 * log(simulate_uniform(s)));
    return radius * cos(2 * M_PI * simulate_uniform(s));
}

/* Marsaglia & Tsang (2000); below 1 as gamma(shape + 1) u^(1 / shape). */
static inline double simulate_gamma(struct simulate *s, double shape, double rate)
{
    double boost = shape < 1 ? pow(simulate_uniform(s), 1 / shape) : 1;
    double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3, c = 1 / sqrt(9 * d);
    for (;;) {
        double x = simulate_normal(s), v = pow(1 + c * x, 3);
        if (1 + c * x > 0 && log(simulate_uniform(s)) < x * x / 2 + d - d * v + d * log(v)) {
            return boost * d * v / rate;
        }
    }
}

static inline double simulate_beta(struct simulate *s, double a, double b)
{
    double x = simulate_gamma(s, a, 1), y = simulate_gamma(s, b, 1);
    return x / (x + y);
}

/* Of a customer who bought first T ago. */
static inline struct lifetime_history
simulate_history(struct simulate *s, const struct lifetime_parameters *q, double T)
{
    struct lifetime_history h = {0, 0, T, 1};
    bool pareto = q->model == LIFETIME_PARETO;
    double rate = simulate_gamma(s, q->p[0], q->p[1]);
    double end = pareto ? simulate_exponential(s, simulate_gamma(s, q->p[2], q->p[3])) : INFINITY;
    double leave = pareto ? 0 : simulate_beta(s, q->p[2], q->p[3]);
    double now = 0;
    if (q->model == LIFETIME_MBG && simulate_uniform(s) < leave) {
        return h;
    }
    for (;;) {
        now += simulate_exponential(s, rate);
        if (now > T || now > end) {
            return h;
        }
        h.x++;
        h.t_x = now;
        if (!pareto && simulate_uniform(s) < leave) {
            return h;
        }
    }
}

/* The mean of x orders; spend: p, q, gamma. */
static inline double simulate_spend(struct simulate *s, const double spend[3], uint32_t x)
{
    double nu = simulate_gamma(s, spend[1], spend[2]);
    return simulate_gamma(s, spend[0] * x, nu * x);
}

#endif
