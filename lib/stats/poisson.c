#include "base/base.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

#include "stats/poisson.h"

/* By halving, which always comes to an end; gsl_cdf_gamma_Pinv need not. */
double poisson_gamma_quantile(double shape, double share)
{
    gsl_set_error_handler_off();
    double low = 0, high = shape + 10 * sqrt(shape) + 20;
    for (int i = 0; i < 80; i++) {
        double middle = (low + high) / 2;
        if (gsl_cdf_gamma_P(middle, shape, 1) < share) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return (low + high) / 2;
}

struct poisson poisson_ratio(uint64_t observed, double expected)
{
    double x = (double)observed;
    if (!(expected > 0)) {
        return (struct poisson){NAN, NAN, NAN};
    }
    double low = observed == 0 ? 0 : poisson_gamma_quantile(x, 0.025);
    return (struct poisson){x / expected, low / expected, poisson_gamma_quantile(x + 1, 0.975) / expected};
}
