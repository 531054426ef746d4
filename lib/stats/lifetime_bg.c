#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/lifetime_bg.h"

/*
 * With n = x + 1 (modified) or x chances to leave,
 *
 *     LL = ln G(r + x) / G(r) + r ln alpha                            rate
 *        + ln B(a, b + n) / B(a, b)                                   stayed n times
 *        + ln( (alpha + T)^-(r + x)
 *              + [n > 0] a / (b + n - 1) (alpha + t_x)^-(r + x) )
 *
 * The terms of x alone are sums of logarithms, tabulated once an evaluation.
 */
struct table {
    double *rate, *rate_r;            /* by x: sum of ln(r + k), k < x; its derivative by r */
    double *stay, *stay_a, *stay_b;   /* by n: sum of ln(b + k) - ln(a + b + k), k < n */
};

static struct table new_table(const double p[LIFETIME_PARAMETERS], size_t most)
{
    struct table t = {mem_new(most + 2, sizeof(double)), mem_new(most + 2, sizeof(double)),
                      mem_new(most + 2, sizeof(double)), mem_new(most + 2, sizeof(double)),
                      mem_new(most + 2, sizeof(double))};
    double r = p[0], a = p[2], b = p[3];
    for (size_t k = 0; k <= most; k++) {
        double i = (double)k;
        t.rate[k + 1] = t.rate[k] + log(r + i);
        t.rate_r[k + 1] = t.rate_r[k] + 1 / (r + i);
        t.stay[k + 1] = t.stay[k] + log((b + i) / (a + b + i));
        t.stay_a[k + 1] = t.stay_a[k] - 1 / (a + b + i);
        t.stay_b[k + 1] = t.stay_b[k] + 1 / (b + i) - 1 / (a + b + i);
    }
    return t;
}

static void free_table(struct table *t)
{
    free(t->rate);
    free(t->rate_r);
    free(t->stay);
    free(t->stay_a);
    free(t->stay_b);
}

double lifetime_bg_likelihood(const double p[LIFETIME_PARAMETERS], bool modified,
                              const struct lifetime_history *histories, size_t count,
                              double *gradient)
{
    double r = p[0], alpha = p[1], a = p[2], b = p[3];
    uint32_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most = histories[i].x > most ? histories[i].x : most;
    }
    struct table table = new_table(p, most);
    double sum = 0;
    double d[LIFETIME_PARAMETERS] = {0};
    double log_alpha = log(alpha);
    for (size_t i = 0; i < count; i++) {
        const struct lifetime_history *h = &histories[i];
        size_t x = h->x;
        size_t n = x + modified;
        double rx = r + (double)x;
        double log_seen = log(alpha + h->T), log_last = log(alpha + h->t_x);
        double stayed = -rx * log_seen;
        double all = stayed, left_share = 0;
        if (n > 0) { /* ln(e^stayed + e^left), and the part of e^left in it */
            double left = log(a / (b + (double)n - 1)) - rx * log_last;
            double most_of = stayed > left ? stayed : left;
            all = most_of + log(exp(stayed - most_of) + exp(left - most_of));
            left_share = exp(left - all);
        }
        double ll = table.rate[x] + r * log_alpha + table.stay[n] + all;
        sum += h->weight * ll;
        if (gradient) {
            double stay_share = 1 - left_share;
            d[0] += h->weight * (table.rate_r[x] + log_alpha - stay_share * log_seen -
                                 left_share * log_last);
            d[1] += h->weight * (r / alpha - rx * (stay_share / (alpha + h->T) +
                                                   left_share / (alpha + h->t_x)));
            d[2] += h->weight * (table.stay_a[n] + left_share / a);
            d[3] += h->weight *
                    (table.stay_b[n] - (n > 0 ? left_share / (b + (double)n - 1) : 0));
        }
    }
    for (size_t i = 0; i < LIFETIME_PARAMETERS && gradient; i++) {
        gradient[i] = d[i] * p[i];
    }
    free_table(&table);
    return sum;
}

double lifetime_bg_alive(const double p[LIFETIME_PARAMETERS], bool modified,
                         const struct lifetime_history *h)
{
    double n = (double)h->x + modified;
    if (n < 1) {
        return 1;
    }
    double odds = log(p[2] / (p[3] + n - 1)) +
                  (p[0] + (double)h->x) * log((p[1] + h->T) / (p[1] + h->t_x));
    return 1 / (1 + exp(odds));
}

/*
 * c (1 - w^e 2F1(c - A, e; c; z)) / e, where w = 1 - z: what both expectations come to after Euler's
 * transform. e = a - 1 may be 0, and so may c = a + b + n - 1:
 *
 *     c 2F1 = c + e S,   S = sum over n >= 1 of (c - A)_n (1 + e)_(n-1) / ((c + 1)_(n-1) n!) z^n
 */
static double shrinking(double c_minus_a, double e, double c, double z)
{
    double term = c_minus_a * z;
    double s = term;
    for (int n = 2; n < 200000; n++) {
        double k = n - 1;
        term *= (c_minus_a + k) / (c + k) * (e + k) / n * z;
        s += term;
        if (fabs(term) < 1e-17 * fabs(s) || term == 0) {
            break;
        }
    }
    double log_w = log1p(-z);
    double falling = fabs(e) < 1e-12 ? -log_w : -expm1(e * log_w) / e;
    return c * falling - exp(e * log_w) * s;
}

double lifetime_bg_expected(const double p[LIFETIME_PARAMETERS], bool modified,
                            const struct lifetime_history *h, double t)
{
    double r = p[0], alpha = p[1], a = p[2], b = p[3];
    double n = (double)h->x + modified;
    double c = a + b + n - 1;
    double z = t / (alpha + h->T + t);
    return shrinking(c - r - (double)h->x, a - 1, c, z) * lifetime_bg_alive(p, modified, h);
}

double lifetime_bg_some(const double p[LIFETIME_PARAMETERS], const struct lifetime_history *h,
                        double t)
{
    return -expm1(-(p[0] + (double)h->x) * log1p(t / (p[1] + h->T)));
}

double lifetime_bg_expected_new(const double p[LIFETIME_PARAMETERS], bool modified, double t)
{
    double r = p[0], alpha = p[1], a = p[2], b = p[3];
    double c = a + b - 1 + modified;
    double z = t / (alpha + t);
    /* The modified model's factor is b / (a - 1), the other's (a + b - 1) / (a - 1). */
    return shrinking(c - r, a - 1, c, z) * (modified ? b / c : 1);
}

double lifetime_bg_count_new(const double p[LIFETIME_PARAMETERS], uint32_t x, double t)
{
    double r = p[0], alpha = p[1], a = p[2], b = p[3];
    double n = x;
    if (!(t > 0)) {
        return x == 0;
    }
    double log_rate = r * log(alpha / (alpha + t));
    double log_time = log(t / (alpha + t));
    double log_beta = lgamma(a) + lgamma(b) - lgamma(a + b);
    double stayed = lgamma(a) + lgamma(b + n) - lgamma(a + b + n) - log_beta + lgamma(r + n) -
                    lgamma(r) - lgamma(n + 1) + log_rate + n * log_time;
    double result = exp(stayed);
    if (x > 0) {
        double fewer = 0;
        for (uint32_t j = 0; j < x; j++) {
            fewer += exp(lgamma(r + j) - lgamma(r) - lgamma(j + 1.0) + log_rate + j * log_time);
        }
        double left = lgamma(a + 1) + lgamma(b + n - 1) - lgamma(a + b + n) - log_beta;
        result += exp(left) * (1 - fewer);
    }
    return result;
}
