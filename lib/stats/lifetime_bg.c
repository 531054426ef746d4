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
void lifetime_bg_tabulate(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                          struct lifetime_bg_tables *t)
{
    double r = p[0], alpha = p[1], a = p[2], b = p[3];
    size_t room = (size_t)data->most + 2;
    *t = (struct lifetime_bg_tables){
        mem_new(room, sizeof(double)), mem_new(room, sizeof(double)), mem_new(room, sizeof(double)),
        mem_new(room, sizeof(double)), mem_new(room, sizeof(double)), mem_new(room, sizeof(double)),
        mem_new(data->times, sizeof(double)), mem_new(data->times, sizeof(double))};
    for (size_t k = 0; k <= data->most; k++) {
        double i = (double)k;
        t->rate[k + 1] = t->rate[k] + log(r + i);
        t->rate_r[k + 1] = t->rate_r[k] + 1 / (r + i);
        t->stay[k + 1] = t->stay[k] + log((b + i) / (a + b + i));
        t->stay_a[k + 1] = t->stay_a[k] - 1 / (a + b + i);
        t->stay_b[k + 1] = t->stay_b[k] + 1 / (b + i) - 1 / (a + b + i);
        t->log_leave[k + 1] = log(a / (b + i));
    }
    for (size_t k = 0; k < data->times; k++) {
        t->log_time[k] = log(alpha + data->time[k]);
        t->inverse[k] = 1 / (alpha + data->time[k]);
    }
}

void lifetime_bg_forget(struct lifetime_bg_tables *t)
{
    double *all[] = {t->rate,   t->rate_r,    t->stay,     t->stay_a,
                     t->stay_b, t->log_leave, t->log_time, t->inverse};
    for (size_t i = 0; i < COUNT_OF(all); i++) {
        free(all[i]);
    }
}

double lifetime_bg_part(const double p[LIFETIME_PARAMETERS], bool modified,
                        const struct lifetime_data *data, const struct lifetime_bg_tables *t,
                        size_t from, size_t to, double d[LIFETIME_PARAMETERS])
{
    double r = p[0], a = p[2], b = p[3];
    double log_alpha = log(p[1]), r_alpha = r / p[1];
    double sum = 0;
    for (size_t i = from; i < to; i++) {
        const struct lifetime_history *h = &data->history[i];
        size_t x = h->x, n = x + modified;
        double rx = r + (double)x;
        double log_seen = t->log_time[data->seen[i]], log_last = t->log_time[data->last[i]];
        double all = -rx * log_seen, left_share = 0, leave_b = 0;
        if (n > 0) { /* ln(e^stayed + e^left), and the part of e^left in it */
            double more = t->log_leave[n] - rx * log_last - all; /* left less stayed */
            double e = exp(-fabs(more));
            all += (more > 0 ? more : 0) + log1p(e);
            left_share = (more > 0 ? 1 : e) / (1 + e);
            leave_b = left_share / (b + (double)n - 1);
        }
        double stay_share = 1 - left_share;
        sum += h->weight * (t->rate[x] + r * log_alpha + t->stay[n] + all);
        d[0] += h->weight *
                (t->rate_r[x] + log_alpha - stay_share * log_seen - left_share * log_last);
        d[1] += h->weight * (r_alpha - rx * (stay_share * t->inverse[data->seen[i]] +
                                             left_share * t->inverse[data->last[i]]));
        d[2] += h->weight * (t->stay_a[n] + left_share / a);
        d[3] += h->weight * (t->stay_b[n] - leave_b);
    }
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
