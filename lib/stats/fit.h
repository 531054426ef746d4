/*
 * fit.h - lifetime and spend models fitted to histories.
 *
 *     struct fit_lifetime fit;
 *     fit_lifetime(LIFETIME_MBG, histories, count, &fit);
 *     if (fit.fault) ...
 *
 * Times are scaled so that the longest T is 1, and scaled back.
 */
#ifndef CRM_FIT_H
#define CRM_FIT_H

#include "stats/lifetime.h"
#include "stats/spend.h"

struct fit_lifetime {
    struct lifetime_parameters parameters;
    double likelihood;
    /* Of the logarithms of the parameters, row-major; and standard errors of the parameters
     * themselves (delta method). */
    double covariance[LIFETIME_PARAMETERS * LIFETIME_PARAMETERS];
    double error[LIFETIME_PARAMETERS];
    double gradient; /* by the logs, what is left of it */
    unsigned evaluations;
    bool held;         /* by the prior: see below */
    const char *fault; /* NULL: a maximum was found */
};

/*
 * Where the likelihood has no maximum of its own - customers who all buy, or all leave, at one rate
 * let two parameters grow together without end - a weak prior holds them: the logs of the
 * parameters (times up to 1) normal about 0 with a standard deviation of 4. Expectations hardly
 * depend on it, the parameters do; `held` is set, and there are no standard errors.
 *
 * Histories that are alike should be one, with their weight.
 */
void fit_lifetime(enum lifetime_model model, const struct lifetime_history *histories,
                  size_t count, struct fit_lifetime *fit);

struct fit_spend {
    struct spend_parameters parameters;
    double likelihood;
    double covariance[SPEND_PARAMETERS * SPEND_PARAMETERS];
    double error[SPEND_PARAMETERS];
    double correlation; /* of spend and frequency; NaN where one does not vary */
};

/* Histories by ascending x. */
void fit_spend(const struct spend_history *histories, size_t count, struct fit_spend *fit);

#endif
