#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/cadence.h"

#define FEWEST_GAPS 10

void cadence_add(struct cadence *cadence, double gap)
{
    double log_gap = log(gap);
    cadence->gaps++;
    cadence->sum += log_gap;
    cadence->squares += log_gap * log_gap;
}

bool cadence_population(const struct cadence *customers, size_t count,
                        struct cadence_population *p)
{
    double groups = 0, n = 0, n_squared = 0, sum = 0, within = 0;
    for (size_t i = 0; i < count; i++) {
        double gaps = (double)customers[i].gaps;
        if (gaps > 0) {
            groups++;
            n += gaps;
            n_squared += gaps * gaps;
            sum += customers[i].sum;
            within += customers[i].squares - customers[i].sum * customers[i].sum / gaps;
        }
    }
    *p = (struct cadence_population){.customers = (uint64_t)groups, .gaps = (uint64_t)n};
    if (n < FEWEST_GAPS || n <= groups) {
        return false;
    }
    p->mean = sum / n;
    p->within = within / (n - groups);
    double between = 0;
    for (size_t i = 0; i < count; i++) {
        if (customers[i].gaps > 0) {
            double d = customers[i].sum / (double)customers[i].gaps - p->mean;
            between += (double)customers[i].gaps * d * d;
        }
    }
    /* E[between sum of squares] = (groups - 1) W + (n - sum n_i^2 / n) B */
    double weight = n - n_squared / n;
    double excess = between - (groups - 1) * p->within;
    p->between = weight > 0 && excess > 0 ? excess / weight : 0;
    p->k = p->between > 0 ? p->within / p->between : INFINITY;
    return p->within > 0 || p->between > 0;
}

static double mean_of(const struct cadence *c, const struct cadence_population *p)
{
    double n = (double)c->gaps;
    if (isinf(p->k) || n == 0) {
        return p->mean;
    }
    return (c->sum + p->k * p->mean) / (n + p->k);
}

double cadence_typical(const struct cadence *c, const struct cadence_population *p)
{
    return exp(mean_of(c, p));
}

double cadence_tail(const struct cadence *c, const struct cadence_population *p, double silence)
{
    double n = (double)c->gaps;
    if (silence <= 0) {
        return 1;
    }
    double variance = p->within;
    if (n == 0) {
        variance = p->within + p->between;
    } else if (!isinf(p->k)) {
        double own = n > 1 ? (c->squares - c->sum * c->sum / n) : 0; /* (n - 1) v */
        variance = (own + p->k * p->within) / (n - 1 + p->k) * (1 + 1 / (n + p->k));
    }
    double beyond = log(silence) - mean_of(c, p);
    if (!(variance > 0)) { /* gaps that never vary: a silence is longer than them, or it is not */
        return beyond > 1e-12 ? 0 : 1;
    }
    return gsl_cdf_ugaussian_Q(beyond / sqrt(variance));
}
