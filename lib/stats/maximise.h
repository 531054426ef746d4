/*
 * maximise.h - the maximum of a smooth log-likelihood in the logarithms of positive parameters.
 *
 *     struct maximise problem = {.parameters = 4, .value = value, .context = data};
 *     maximise(&problem, starts, start_count, &result);
 *     if (result.fault) ... it did not settle
 *
 * From each start quasi-Newton steps (GSL's BFGS), after a simplex search where they fail; the best
 * is polished by Newton steps with the second derivatives, which also give the standard errors
 * (inverse observed information). The result is checked: the gradient must vanish and the
 * curvature be that of a maximum.
 */
#ifndef CRM_MAXIMISE_H
#define CRM_MAXIMISE_H

#include "base/base.h"

#define MAXIMISE_MOST 8 /* parameters */

struct maximise {
    size_t parameters;
    /* The log-likelihood at these logarithms, and its gradient by them (never NULL). NaN or an
     * infinity says that the place is out of reach. */
    double (*value)(const void *context, const double *logs, double *gradient);
    const void *context;
    double tolerance; /* gradient / scale at which quasi-Newton steps end, such as 1e-6 */
    double scale;     /* of the value, such as the number of observations: what counts as no gradient */
};

struct maximise_result {
    double logs[MAXIMISE_MOST];
    double value;
    double covariance[MAXIMISE_MOST * MAXIMISE_MOST]; /* of the logs, row-major, parameters wide */
    double gradient; /* largest component left */
    unsigned evaluations;
    const char *fault; /* NULL: a maximum */
};

void maximise(const struct maximise *problem, const double *starts, size_t start_count,
              struct maximise_result *result);
/* Only the search, without polish and check: to find a start on a part of the data. */
void maximise_roughly(const struct maximise *problem, const double *starts, size_t start_count,
                      struct maximise_result *result);

#endif
