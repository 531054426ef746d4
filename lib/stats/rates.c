#include "base/base.h"

#include <gsl/gsl_cdf.h>

#include "stats/rates.h"

double rates_lower(uint64_t x, double s, uint64_t y, double t)
{
    if (x + y == 0 || !(s > 0) || !(t > 0)) {
        return 1;
    }
    return gsl_cdf_binomial_P((unsigned)x, s / (s + t), (unsigned)(x + y));
}
