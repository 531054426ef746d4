#include "base/base.h"

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

struct proportion proportion_difference(double hits_a, double n_a, double hits_b, double n_b)
{
    struct proportion a = proportion_wilson(hits_a, n_a);
    struct proportion b = proportion_wilson(hits_b, n_b);
    double d = a.share - b.share;
    return (struct proportion){d, d - hypot(a.share - a.low, b.high - b.share),
                               d + hypot(a.high - a.share, b.share - b.low)};
}
