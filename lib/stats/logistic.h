/*
 * logistic.h - logistic regression with a ridge penalty.
 *
 *     minimise  -sum ln P(y | x)  +  penalty / 2 sum beta^2         (the intercept goes free)
 *
 * by Newton's steps (iteratively reweighted least squares). Columns should be of one scale.
 */
#ifndef CRM_LOGISTIC_H
#define CRM_LOGISTIC_H

#include "base/base.h"

struct logistic_data {
    const double *x; /* row-major, columns wide */
    const uint8_t *y; /* 0 or 1 */
    size_t rows, columns;
};

struct logistic_fit {
    double *beta;  /* columns + 1: the intercept first; the caller frees both */
    double *error; /* standard errors, of the inverse of the penalised information */
    bool converged;
};

/* Over the rows whose `fold` is not `out` (fold NULL: all). `beta` of an earlier fit may be given
 * as the start, or NULL. */
void logistic_fit(const struct logistic_data *data, const uint8_t *fold, int out, double penalty,
                  const double *start, struct logistic_fit *fit);
/* ln of the odds. */
double logistic_logit(const double *beta, const double *x, size_t columns);
double logistic_probability(double logit);

/* Area under the ROC curve: P(a positive is ranked above a negative), ties half (Mann & Whitney);
 * NaN where one of them is missing. */
double logistic_auc(const double *score, const uint8_t *y, size_t count);

#endif
