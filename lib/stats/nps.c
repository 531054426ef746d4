#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "stats/mean.h"
#include "stats/nps.h"

#define NORMAL_95 1.959963984540054

/* Shares of promoters and detractors in n answers. */
struct shares {
    double promoters, detractors, n;
};

static struct shares shares_of(const struct nps_counts *c)
{
    double all = c->promoters + c->passives + c->detractors;
    return (struct shares){c->promoters / all, c->detractors / all,
                           c->effective > 0 ? c->effective : all};
}

static struct shares adjusted(struct shares s)
{
    double n = s.n + 3;
    return (struct shares){(s.promoters * s.n + 0.75) / n, (s.detractors * s.n + 0.75) / n, n};
}

static double score(struct shares s)
{
    return s.promoters - s.detractors;
}

static double variance(struct shares s)
{
    return s.promoters + s.detractors - score(s) * score(s);
}

static double within(double value, double most)
{
    return value < -most ? -most : value > most ? most : value;
}

struct nps nps_of(const struct nps_counts *counts, enum nps_interval interval)
{
    struct shares s = shares_of(counts);
    if (!(s.n > 0)) {
        return (struct nps){NAN, NAN, NAN, NAN};
    }
    struct nps r = {.score = score(s), .error = sqrt(variance(s) / s.n)};
    double middle = r.score, width = NORMAL_95 * r.error;
    if (interval == NPS_ADJUSTED) {
        struct shares a = adjusted(s);
        middle = score(a);
        width = NORMAL_95 * sqrt(variance(a) / a.n);
    } else if (interval == NPS_T) {
        r.error = width = NAN;
        if (s.n > 1) {
            r.error = sqrt(variance(s) / (s.n - 1));
            width = mean_t95(s.n - 1) * r.error;
        }
    }
    r.low = within(middle - width, 1);
    r.high = within(middle + width, 1);
    return r;
}

double nps_linearised(const struct nps_counts *counts, const struct nps_counts *squares)
{
    double s = score(shares_of(counts));
    double sum = squares->promoters * (1 - s) * (1 - s) + squares->passives * s * s +
                 squares->detractors * (1 + s) * (1 + s);
    return sqrt(sum) / (counts->promoters + counts->passives + counts->detractors);
}

/* As the mean of answers that count 1, 0 and -1. */
static struct mean mean_of_answers(struct shares s)
{
    struct mean m = {.n = s.n, .mean = score(s), .error = NAN};
    if (s.n > 1) {
        m.error = sqrt(variance(s) / (s.n - 1));
    }
    return m;
}

struct nps_difference nps_compare(const struct nps_counts *a, const struct nps_counts *b,
                                  enum nps_interval interval)
{
    struct shares x = shares_of(a), y = shares_of(b);
    if (!(x.n > 0) || !(y.n > 0)) {
        return (struct nps_difference){NAN, NAN, NAN, NAN, NAN, NAN};
    }
    struct nps_difference r = {.difference = score(x) - score(y)};
    if (interval == NPS_T) {
        struct mean m = mean_of_answers(x), n = mean_of_answers(y);
        struct mean_test t = mean_welch(&m, &n);
        r.low = within(t.low, 2);
        r.high = within(t.high, 2);
        r.error = t.error;
        r.z = t.t;
        r.p = t.p;
        return r;
    }
    if (interval == NPS_ADJUSTED) {
        x = adjusted(x);
        y = adjusted(y);
    }
    double middle = score(x) - score(y);
    r.error = sqrt(variance(x) / x.n + variance(y) / y.n);
    r.low = within(middle - NORMAL_95 * r.error, 2);
    r.high = within(middle + NORMAL_95 * r.error, 2);
    r.z = r.error > 0 ? middle / r.error : NAN;
    r.p = 2 * gsl_cdf_ugaussian_Q(fabs(r.z));
    return r;
}
