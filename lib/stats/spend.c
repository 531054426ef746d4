#include "base/base.h"

#include <gsl/gsl_sf_psi.h>
#include <math.h>

#include "stats/spend.h"

const char *spend_parameter_name(size_t parameter)
{
    static const char *const names[SPEND_PARAMETERS] = {"p", "q", "gamma"};
    return names[parameter];
}

double spend_likelihood(const double parameters[SPEND_PARAMETERS],
                        const struct spend_history *histories, size_t count, double *gradient)
{
    double p = parameters[0], q = parameters[1], gamma = parameters[2];
    double sum = 0;
    double d[SPEND_PARAMETERS] = {0};
    double log_gamma = log(gamma), lgamma_q = lgamma(q);
    double psi_q = gradient ? gsl_sf_psi(q) : 0;
    uint32_t last_x = 0;
    double lgamma_part = 0, psi_all = 0, psi_px = 0;
    for (size_t i = 0; i < count; i++) {
        const struct spend_history *h = &histories[i];
        double x = h->x;
        double px = p * x;
        if (h->x != last_x) { /* histories come by x: their gamma functions once each */
            last_x = h->x;
            lgamma_part = lgamma(px + q) - lgamma(px) - lgamma_q;
            psi_all = gradient ? gsl_sf_psi(px + q) : 0;
            psi_px = gradient ? gsl_sf_psi(px) : 0;
        }
        double log_m = log(h->m), log_x = log(x), log_all = log(x * h->m + gamma);
        sum += h->weight * (lgamma_part + q * log_gamma + (px - 1) * log_m + px * log_x -
                            (px + q) * log_all);
        if (gradient) {
            d[0] += h->weight * x * (psi_all - psi_px + log_m + log_x - log_all);
            d[1] += h->weight * (psi_all - psi_q + log_gamma - log_all);
            d[2] += h->weight * (q / gamma - (px + q) / (x * h->m + gamma));
        }
    }
    for (size_t i = 0; i < SPEND_PARAMETERS && gradient; i++) {
        gradient[i] = d[i] * parameters[i];
    }
    return sum;
}

double spend_expected(const struct spend_parameters *s, uint32_t x, double m)
{
    if (x == 0 || !(m > 0)) {
        return s->mean;
    }
    if (s->plain) {
        return m;
    }
    double own = s->p * (double)x;
    if (s->shrunken) {
        /* Between the customer's mean and the population's as px to q: the model's weights with q
         * for q - 1, which would be negative. */
        return (own * m + s->q * s->mean) / (own + s->q);
    }
    return (own * m + s->p * s->gamma) / (own + s->q - 1);
}

double spend_correlation(const struct spend_history *histories, size_t count)
{
    double n = 0, sum_x = 0, sum_m = 0;
    for (size_t i = 0; i < count; i++) {
        n += histories[i].weight;
        sum_x += histories[i].weight * histories[i].x;
        sum_m += histories[i].weight * histories[i].m;
    }
    double xx = 0, mm = 0, xm = 0;
    for (size_t i = 0; i < count; i++) {
        double dx = histories[i].x - sum_x / n, dm = histories[i].m - sum_m / n;
        xx += histories[i].weight * dx * dx;
        mm += histories[i].weight * dm * dm;
        xm += histories[i].weight * dx * dm;
    }
    return xx > 0 && mm > 0 ? xm / sqrt(xx * mm) : NAN;
}
