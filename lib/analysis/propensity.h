/*
 * propensity.h - who will leave, learnt from those who did: regularised logistic regression over the
 * columns of any table.
 *
 *     struct propensity p;
 *     propensity_fit(&p, names, columns, cells, outcome, rows, &arena, message);
 *     propensity_write(&p, &out);                       JSON
 *     reason = propensity_read(&arena, text, &p);
 *     propensity_of(&p, cells_by_column, scratch)       P(outcome)
 *
 * The ridge penalty is chosen by the deviance of rows left out, in ten folds. Ten folds under five
 * seeds then tell how well rows are predicted that the fit has not seen: AUC, and the calibration
 * of the predictions of the first seed (slope and intercept of the outcome on their logits).
 */
#ifndef CRM_PROPENSITY_H
#define CRM_PROPENSITY_H

#include "analysis/features.h"
#include "base/buf.h"
#include "stats/logistic.h"

#define PROPENSITY_GROUPS 10 /* of the calibration table */

struct propensity {
    struct str outcome; /* "Churn=Yes" */
    struct features features;
    double *beta, *error; /* terms + 1: the intercept first */
    double penalty;
    uint64_t rows, positive;
    double auc, auc_low, auc_high; /* mean over folds, 95 % of that mean */
    double slope, intercept;       /* calibration: 1 and 0 are right */
    struct {
        double predicted, observed; /* means */
        uint64_t rows, positive;
    } group[PROPENSITY_GROUPS]; /* by rising prediction */
};

#define PROPENSITY_MESSAGE 256

/* `y` 0 or 1 by row. False with what is in the way. Texts live in the arena. */
bool propensity_fit(struct propensity *p, struct str outcome, const struct str *names,
                    size_t columns, const struct str *const *cells, const uint8_t *y, size_t rows,
                    struct arena *arena, char message[PROPENSITY_MESSAGE]);
void propensity_write(const struct propensity *p, struct buf *out);
/* NULL, or what is wrong with the text, in the arena. */
const char *propensity_read(struct arena *arena, struct str text, struct propensity *p);
/* `cells` by column of the features; `x` room for its terms. */
double propensity_of(const struct propensity *p, const struct str *cells, double *x);

#endif
