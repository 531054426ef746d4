/*
 * maximise.h - the maximum of a smooth log-likelihood in the logarithms of positive parameters.
 *
 *     struct maximise problem = {.parameters = 4, .value = value, .context = data, .scale = n};
 *     maximise_roughly(&problem, starts, start_count, &result);
 *     maximise(&problem, result.logs, &result);
 *     if (result.fault) ... it did not settle
 *
 * Newton's steps with the second derivatives, along each principal axis of the curvature by itself:
 * uphill also where the curve turns the other way, and no longer than the step before has shown that
 * the curvature can be trusted. They double the digits near the end, and their last curvature gives
 * the standard errors (inverse observed information). The result is checked: the gradient must vanish
 * and the curvature be that of a maximum.
 */
#ifndef CRM_MAXIMISE_H
#define CRM_MAXIMISE_H

#include "base/base.h"

#define MAXIMISE_MOST 8 /* parameters */

struct maximise {
    size_t parameters;
    /* The log-likelihood at these logarithms, its gradient by them and its second derivatives,
     * row-major. NaN or an infinity says that the place is out of reach. */
    double (*value)(const void *context, const double *logs, double *gradient, double *hessian);
    const void *context;
    double scale; /* of the value, such as the number of observations: what counts as no gradient */
};

struct maximise_result {
    double logs[MAXIMISE_MOST];
    double value;
    double covariance[MAXIMISE_MOST * MAXIMISE_MOST]; /* of the logs, row-major, parameters wide */
    double gradient; /* largest component left */
    unsigned evaluations;
    const char *fault; /* NULL: a maximum */
};

/* `start` may be result->logs. */
void maximise(const struct maximise *problem, const double *start, struct maximise_result *result);
/* From each start to where the gradient is small; the best, without check and covariance: to find a
 * start on a part of the data. */
void maximise_roughly(const struct maximise *problem, const double *starts, size_t start_count,
                      struct maximise_result *result);

#endif
