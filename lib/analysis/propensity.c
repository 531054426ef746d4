#include "base/base.h"

#include <math.h>

#include "analysis/propensity.h"
#include "base/mem.h"

#define FOLDS 10
#define SEEDS 5
#define FEWEST 20 /* of either outcome */
#define NORMAL_95 1.959963984540054

/* splitmix64 of the row and seed: folds that are the same in every run. */
static void deal_folds(uint8_t *fold, size_t rows, uint64_t seed)
{
    for (size_t i = 0; i < rows; i++) {
        uint64_t h = (uint64_t)i * UINT64_C(0x9e3779b97f4a7c15) + seed * UINT64_C(0xd1b54a32d192ed03);
        h = (h ^ (h >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
        h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
        fold[i] = (uint8_t)((h ^ (h >> 31)) % FOLDS);
    }
}

static double deviance(const double *logit, const uint8_t *y, size_t rows)
{
    double sum = 0;
    for (size_t i = 0; i < rows; i++) {
        double z = y[i] ? logit[i] : -logit[i];
        sum += z > 0 ? log1p(exp(-z)) : -z + log1p(exp(z));
    }
    return 2 * sum;
}

/* Logits of all rows, each by a fit that has not seen it. */
static void cross_predict(const struct logistic_data *data, const uint8_t *fold, double penalty,
                          const double *start, double *logit)
{
    for (int out = 0; out < FOLDS; out++) {
        struct logistic_fit fit;
        logistic_fit(data, fold, out, penalty, start, &fit);
        for (size_t i = 0; i < data->rows; i++) {
            if (fold[i] == out) {
                logit[i] = logistic_logit(fit.beta, data->x + i * data->columns, data->columns);
            }
        }
        free(fit.beta);
        free(fit.error);
    }
}

static double choose_penalty(const struct logistic_data *data, const uint8_t *fold, double *logit)
{
    static const double penalties[] = {0.3, 1, 3, 10, 30, 100};
    double best = penalties[1], least = INFINITY;
    struct logistic_fit whole;
    logistic_fit(data, NULL, 0, best, NULL, &whole);
    for (size_t i = 0; i < COUNT_OF(penalties); i++) {
        cross_predict(data, fold, penalties[i], whole.beta, logit);
        double lost = deviance(logit, data->y, data->rows);
        if (lost < least) {
            least = lost;
            best = penalties[i];
        }
    }
    free(whole.beta);
    free(whole.error);
    return best;
}

/* Adds the AUC of each fold. */
static void add_auc(const struct logistic_data *data, const uint8_t *fold, const double *logit,
                    double *sum, double *squares, double *n)
{
    double *score = mem_new(data->rows, sizeof *score);
    uint8_t *y = mem_new(data->rows, sizeof *y);
    for (int out = 0; out < FOLDS; out++) {
        size_t count = 0;
        for (size_t i = 0; i < data->rows; i++) {
            if (fold[i] == out) {
                score[count] = logit[i];
                y[count++] = data->y[i];
            }
        }
        double auc = logistic_auc(score, y, count);
        if (!isnan(auc)) {
            *sum += auc;
            *squares += auc * auc;
            ++*n;
        }
    }
    free(score);
    free(y);
}

static void calibrate(struct propensity *p, const double *logit, const uint8_t *y, size_t rows)
{
    struct logistic_data data = {logit, y, rows, 1};
    struct logistic_fit fit;
    logistic_fit(&data, NULL, 0, 0, NULL, &fit);
    p->intercept = fit.beta[0];
    p->slope = fit.beta[1];
    free(fit.beta);
    free(fit.error);
}

struct predicted {
    double logit;
    uint8_t y;
};

static int by_logit(const void *a, const void *b)
{
    const struct predicted *x = a;
    const struct predicted *y = b;
    if (x->logit != y->logit) {
        return x->logit < y->logit ? -1 : 1;
    }
    return (int)x->y - y->y;
}

static void group_predictions(struct propensity *p, const double *logit, const uint8_t *y,
                              size_t rows)
{
    struct predicted *all = mem_new(rows, sizeof *all);
    for (size_t i = 0; i < rows; i++) {
        all[i] = (struct predicted){logit[i], y[i]};
    }
    qsort(all, rows, sizeof *all, by_logit);
    for (size_t g = 0; g < PROPENSITY_GROUPS; g++) {
        size_t from = rows * g / PROPENSITY_GROUPS, to = rows * (g + 1) / PROPENSITY_GROUPS;
        for (size_t i = from; i < to; i++) {
            p->group[g].predicted += logistic_probability(all[i].logit) / (double)(to - from);
            p->group[g].positive += all[i].y;
        }
        p->group[g].rows = to - from;
        p->group[g].observed = (double)p->group[g].positive / (double)(to - from);
    }
    free(all);
}

static void validate(struct propensity *p, const struct logistic_data *data, uint8_t *fold,
                     double *logit)
{
    double sum = 0, squares = 0, n = 0;
    deal_folds(fold, data->rows, 1);
    p->penalty = choose_penalty(data, fold, logit);
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        deal_folds(fold, data->rows, seed);
        cross_predict(data, fold, p->penalty, NULL, logit);
        add_auc(data, fold, logit, &sum, &squares, &n);
        if (seed == 1) {
            calibrate(p, logit, data->y, data->rows);
            group_predictions(p, logit, data->y, data->rows);
        }
    }
    double mean = sum / n;
    double width = NORMAL_95 * sqrt((squares / n - mean * mean) / n);
    p->auc = mean;
    p->auc_low = mean - width;
    p->auc_high = mean + width > 1 ? 1 : mean + width;
}

bool propensity_fit(struct propensity *p, struct str outcome, const struct str *names,
                    size_t columns, const struct str *const *cells, const uint8_t *y, size_t rows,
                    struct arena *arena, char message[PROPENSITY_MESSAGE])
{
    *p = (struct propensity){.outcome = outcome, .rows = rows};
    for (size_t i = 0; i < rows; i++) {
        p->positive += y[i];
    }
    if (p->positive < FEWEST || rows - p->positive < FEWEST) {
        snprintf(message, PROPENSITY_MESSAGE,
                 "%" PRIu64 " of %zu rows have %.*s: at least %d with and %d without are needed",
                 p->positive, rows, STRF(outcome), FEWEST, FEWEST);
        return false;
    }
    features_learn(&p->features, names, columns, cells, rows, arena);
    if (p->features.terms == 0) {
        snprintf(message, PROPENSITY_MESSAGE, "no column tells the rows apart");
        return false;
    }
    double *x = mem_new(mem_mul(rows, p->features.terms), sizeof *x);
    uint8_t *fold = mem_new(rows, sizeof *fold);
    double *logit = mem_new(rows, sizeof *logit);
    for (size_t i = 0; i < rows; i++) {
        features_row(&p->features, cells[i], x + i * p->features.terms);
    }
    const struct logistic_data data = {x, y, rows, p->features.terms};
    validate(p, &data, fold, logit);
    struct logistic_fit fit;
    logistic_fit(&data, NULL, 0, p->penalty, NULL, &fit);
    p->beta = fit.beta;
    p->error = fit.error;
    free(x);
    free(fold);
    free(logit);
    if (!fit.converged) {
        snprintf(message, PROPENSITY_MESSAGE, "the regression does not settle");
    }
    return fit.converged;
}

double propensity_of(const struct propensity *p, const struct str *cells, double *x)
{
    features_row(&p->features, cells, x);
    return logistic_probability(logistic_logit(p->beta, x, p->features.terms));
}
