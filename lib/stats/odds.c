#include "base/base.h"

#include <math.h>

#include <gsl/gsl_sf_gamma.h>

#include "stats/odds.h"

#define NORMAL_95 1.959963984540054
#define NO_LIKELIER (1 + 1e-7)
#define NEGLIGIBLE 1e-17 /* beside the sum, of a term behind which they fall */

struct odds odds_ratio(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    double more = a == 0 || b == 0 || c == 0 || d == 0 ? 0.5 : 0;
    double x[] = {(double)a + more, (double)b + more, (double)c + more, (double)d + more};
    double log_ratio = log(x[0]) + log(x[3]) - log(x[1]) - log(x[2]);
    double width = NORMAL_95 * sqrt(1 / x[0] + 1 / x[1] + 1 / x[2] + 1 / x[3]);
    return (struct odds){exp(log_ratio), exp(log_ratio - width), exp(log_ratio + width)};
}

/* The tables of these margins, told apart by a; P(a) = C(with, a) C(without, outcome - a) /
 * C(all, outcome). */
struct margins {
    double with, without, outcome;
    double low, high; /* of a */
};

static double log_choose(double n, double k)
{
    return gsl_sf_lngamma(n + 1) - gsl_sf_lngamma(k + 1) - gsl_sf_lngamma(n - k + 1);
}

static double log_probability(const struct margins *m, double a)
{
    return log_choose(m->with, a) + log_choose(m->without, m->outcome - a) -
           log_choose(m->with + m->without, m->outcome);
}

/* P(a + 1) / P(a) */
static double step(const struct margins *m, double a)
{
    return (m->with - a) / (a + 1) * (m->outcome - a) / (m->without - m->outcome + a + 1);
}

/* P(a) + P(a + way) + ..., in units of P(a); terms fall from a on. */
static double tail(const struct margins *m, double a, int way)
{
    double sum = 1, term = 1;
    while ((way > 0 ? a < m->high : a > m->low) && term > NEGLIGIBLE * sum) {
        term *= way > 0 ? step(m, a) : 1 / step(m, a - 1);
        sum += term;
        a += way;
    }
    return sum;
}

/* On the other side of the mode: the table nearest to it that is no likelier than `most`. Past the
 * end where there is none. */
static double opposite(const struct margins *m, double mode, int way, double most)
{
    double in = mode, out = way > 0 ? m->high + 1 : m->low - 1; /* likelier; no likelier, or past */
    while (fabs(out - in) > 1) {
        double middle = floor((in + out) / 2);
        if (log_probability(m, middle) <= most) {
            out = middle;
        } else {
            in = middle;
        }
    }
    return out;
}

double odds_fisher(uint64_t a, uint64_t b, uint64_t c, uint64_t d)
{
    struct margins m = {(double)(a + b), (double)(c + d), (double)(a + c), 0, 0};
    m.low = m.outcome > m.without ? m.outcome - m.without : 0;
    m.high = m.outcome < m.with ? m.outcome : m.with;
    double mode = floor((m.outcome + 1) * (m.with + 1) / (m.with + m.without + 2));
    mode = mode < m.low ? m.low : mode > m.high ? m.high : mode;
    double here = log_probability(&m, (double)a);
    double most = here + log(NO_LIKELIER);
    if (log_probability(&m, mode) <= most) {
        return 1;
    }
    int way = (double)a > mode ? 1 : -1;
    double p = exp(here) * tail(&m, (double)a, way);
    double other = opposite(&m, mode, -way, most);
    if (other >= m.low && other <= m.high) {
        p += exp(log_probability(&m, other)) * tail(&m, other, -way);
    }
    return p < 1 ? p : 1;
}
