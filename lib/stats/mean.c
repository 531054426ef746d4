#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#include "stats/mean.h"

static void add(double *weight, double *mean, double *squares, double value, double w)
{
    double off = value - *mean;
    *weight += w;
    *mean += off * w / *weight;
    *squares += w * off * (value - *mean);
}

void mean_add(struct mean_sums *s, double value, double weight)
{
    if (!(weight > 0)) {
        return;
    }
    s->n++;
    add(&s->weight, &s->mean, &s->squares, value, weight);
    add(&s->weight2, &s->mean2, &s->squares2, value, weight * weight);
}

struct mean_sums mean_from_sums(double n, double shift, double sum, double squares)
{
    if (!(n > 0)) {
        return (struct mean_sums){0};
    }
    double off = sum / n, rest = squares - sum * off;
    struct mean_sums s = {.n = n, .weight = n, .mean = shift + off, .squares = rest > 0 ? rest : 0};
    s.weight2 = s.weight;
    s.mean2 = s.mean;
    s.squares2 = s.squares;
    return s;
}

double mean_t95(double freedom)
{
    gsl_set_error_handler_off();
    return gsl_cdf_tdist_Pinv(0.975, freedom);
}

struct mean mean_of(const struct mean_sums *s)
{
    struct mean m = {s->n, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    if (!(s->n > 0)) {
        m.effective = 0;
        return m;
    }
    m.mean = s->mean;
    m.effective = s->weight * s->weight / s->weight2;
    if (s->n > 1) {
        /* Squares with weights w^2 are about their own mean: they are moved to the other. */
        double off = s->mean2 - s->mean, part = s->n / (s->n - 1);
        m.sd = sqrt(part * s->squares / s->weight);
        m.error = sqrt(part * (s->squares2 + s->weight2 * off * off)) / s->weight;
        m.kish_error = m.sd / sqrt(m.effective);
        double width = mean_t95(s->n - 1) * m.error;
        m.low = m.mean - width;
        m.high = m.mean + width;
    }
    return m;
}

struct mean_test mean_welch(const struct mean *a, const struct mean *b)
{
    struct mean_test r = {a->mean - b->mean, hypot(a->error, b->error), NAN, NAN, NAN, NAN, NAN};
    if (!(r.error > 0)) {
        return r;
    }
    double part_a = a->error / r.error, part_b = b->error / r.error;
    r.t = r.difference / r.error;
    r.freedom = 1 / (pow(part_a, 4) / (a->n - 1) + pow(part_b, 4) / (b->n - 1));
    r.p = 2 * gsl_cdf_tdist_Q(fabs(r.t), r.freedom);
    double width = mean_t95(r.freedom) * r.error;
    r.low = r.difference - width;
    r.high = r.difference + width;
    return r;
}
