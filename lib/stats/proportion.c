#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#include "stats/proportion.h"

#define NORMAL_95 1.959963984540054

struct proportion proportion_wilson(double hits, double n)
{
    const double z = NORMAL_95;
    if (!(n > 0)) {
        return (struct proportion){NAN, NAN, NAN};
    }
    double p = hits / n;
    double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    double width = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    double low = middle - width, high = middle + width;
    return (struct proportion){p, hits == 0 || low < 0 ? 0 : low, hits == n || high > 1 ? 1 : high};
}

static double within(double value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

/* The upper limit; the lower is the upper one of the misses, mirrored. */
static double corrected_high(double hits, double n)
{
    const double z2 = NORMAL_95 * NORMAL_95;
    double p = (hits + 0.5) / n;
    if (p >= 1) {
        return 1;
    }
    double root = sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    return (p + z2 / (2 * n) + NORMAL_95 * root) / (1 + z2 / n);
}

/* The upper limit: where so few hits have a chance of 2.5 %. By halving, which always comes to an
 * end; gsl_cdf_beta_Pinv does not. */
static double exact_high(double hits, double n)
{
    if (hits >= n) {
        return 1;
    }
    double low = 0, high = 1;
    for (int i = 0; i < 60; i++) {
        double middle = (low + high) / 2;
        if (gsl_cdf_beta_P(middle, hits + 1, n - hits) < 0.975) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (low + high) / 2;
}

static struct proportion about(double share, double middle, double n)
{
    double width = NORMAL_95 * sqrt(middle * (1 - middle) / n);
    return (struct proportion){share, within(middle - width), within(middle + width)};
}

struct proportion proportion_of(double hits, double n, enum proportion_interval interval)
{
    const double z2 = NORMAL_95 * NORMAL_95;
    if (!(n > 0) || interval == PROPORTION_WILSON) {
        return proportion_wilson(hits, n);
    }
    double p = hits / n;
    gsl_set_error_handler_off();
    switch (interval) {
    case PROPORTION_WILSON_CORRECTED:
        return (struct proportion){p, within(1 - corrected_high(n - hits, n)),
                                   within(corrected_high(hits, n))};
    case PROPORTION_EXACT:
        return (struct proportion){p, 1 - exact_high(n - hits, n), exact_high(hits, n)};
    case PROPORTION_AGRESTI_COULL:
        return about(p, (hits + z2 / 2) / (n + z2), n + z2);
    default:
        return about(p, p, n);
    }
}

struct proportion proportion_difference(double hits_a, double n_a, double hits_b, double n_b)
{
    struct proportion a = proportion_wilson(hits_a, n_a);
    struct proportion b = proportion_wilson(hits_b, n_b);
    double d = a.share - b.share;
    return (struct proportion){d, d - hypot(a.share - a.low, b.high - b.share),
                               d + hypot(a.high - a.share, b.share - b.low)};
}

/* Yates's: half a hit in each group, but no more than the difference itself. */
static double correction(double difference, double n_a, double n_b, bool corrected)
{
    double most = (1 / n_a + 1 / n_b) / 2;
    return !corrected ? 0 : fabs(difference) < most ? fabs(difference) : most;
}

struct proportion proportion_difference_wald(double hits_a, double n_a, double hits_b, double n_b,
                                             bool corrected)
{
    if (!(n_a > 0) || !(n_b > 0)) {
        return (struct proportion){NAN, NAN, NAN};
    }
    double a = hits_a / n_a, b = hits_b / n_b, d = a - b;
    double width = NORMAL_95 * sqrt(a * (1 - a) / n_a + b * (1 - b) / n_b) +
                   correction(d, n_a, n_b, corrected);
    return (struct proportion){d, d - width < -1 ? -1 : d - width, d + width > 1 ? 1 : d + width};
}

struct proportion_test proportion_compare(double hits_a, double n_a, double hits_b, double n_b,
                                          bool corrected)
{
    if (!(n_a > 0) || !(n_b > 0)) {
        return (struct proportion_test){NAN, NAN};
    }
    double d = hits_a / n_a - hits_b / n_b;
    double pooled = (hits_a + hits_b) / (n_a + n_b);
    double error = sqrt(pooled * (1 - pooled) * (1 / n_a + 1 / n_b));
    double off = fabs(d) - correction(d, n_a, n_b, corrected);
    double z = copysign(off, d) / error; /* 0 / 0 where all or none are hits */
    return (struct proportion_test){z, 2 * gsl_cdf_ugaussian_Q(fabs(z))};
}
