/*
 * drivers.h - how much of what people say of the whole comes from what they say of its parts.
 *
 * The R^2 of a linear regression of a target on p predictors, shared out among the predictors:
 *
 *   LMG        the mean of what a predictor adds to R^2 over all orders of entry, which is over all
 *              sets S of others  |S|! (p - |S| - 1)! / p!  (R^2(S with it) - R^2(S))
 *              (Lindeman, Merenda & Gold 1980; the Shapley value, as relaimpo's lmg, Groemping 2006).
 *              The shares sum to R^2
 *   first      R^2 of it alone, r^2
 *   last       what it adds to all the others
 *   beta       the coefficient in units of standard deviations; times sd of target / sd of predictor,
 *              it is the coefficient
 *
 *     double *correlation = mem_new((p + 1) * (p + 1), sizeof *correlation);
 *     drivers_correlate(&data, NULL, correlation, NULL, NULL);
 *     struct drivers d;
 *     drivers_share(correlation, p, &effort, &d);         free(d.driver)
 *     drivers_bootstrap(&data, &effort, intervals);
 *
 * Exact over all 2^p sets up to DRIVERS_EXACT predictors, in about 2^p steps: of a set's matrix only
 * what is left of the later predictors is passed on. Some .2 s for 20, and for each more twice that.
 * Beyond that, or on request, orders are drawn by chance (Castro, Gomez & Tejada 2009), each with its
 * reverse, and the error of that is told: as a bootstrap of more than 15 should. The same seed gives
 * the same orders and rows on every machine.
 *
 * A predictor that others determine, or that does not vary, adds nothing: what is left of its variance
 * is below 1e-10. Of predictors that determine each other the last has no beta.
 */
#ifndef CRM_DRIVERS_H
#define CRM_DRIVERS_H

#include "base/base.h"

enum {
    DRIVERS_EXACT = 20,     /* predictors */
    DRIVERS_ORDERS = 10000, /* drawn, where more are there and nothing else is asked for */
};

/* Complete cases: no NaN. A row has the predictors, and the target as its last column. */
struct drivers_data {
    const double *rows;
    const double *weights; /* NULL: 1 each; 0 or below, or NaN: the row does not count */
    size_t count, predictors;
};

struct drivers_effort {
    size_t orders;     /* to draw; 0: exact, or DRIVERS_ORDERS where predictors are too many */
    size_t replicates; /* of the bootstrap */
    uint64_t seed;
};

struct driver {
    double lmg, first, last;
    double beta;  /* NaN where it adds nothing to those before it */
    double error; /* standard error of lmg, by drawing orders; 0 where exact */
};

struct drivers {
    struct driver *driver; /* by predictor; the caller frees it */
    double r2;             /* NaN, as all, where the target does not vary */
    size_t orders;         /* drawn; 0: exact */
};

/* (p + 1) x (p + 1) correlations, and means and standard deviations (n - 1) unless NULL. `times`: how
 * often each row counts, or NULL. A column that does not vary has correlations of 0 and a 1; where it
 * is the target, NaN. */
void drivers_correlate(const struct drivers_data *data, const uint32_t *times, double *correlation,
                       double *mean, double *sd);

void drivers_share(const double *correlation, size_t predictors,
                   const struct drivers_effort *effort, struct drivers *drivers);

/*
 * Percentile intervals, 95 %, of LMG and of its part of R^2: rows are drawn with replacement and keep
 * their weights, quantiles are of type 7. Returns how many replicates counted: one in which the target
 * does not vary, or R^2 is 0, does not. NaN where none did.
 */
struct drivers_interval {
    double low, high;           /* of lmg */
    double part_low, part_high; /* of lmg / R^2 */
};
size_t drivers_bootstrap(const struct drivers_data *data, const struct drivers_effort *effort,
                         struct drivers_interval *intervals);

#endif
