#include "base/base.h"

#include <math.h>

#include "stats/lifetime_bg.h"

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
    return shrinking(c - r - (double)h->x, a - 1, c, z);
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
