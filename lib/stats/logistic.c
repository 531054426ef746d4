#include "base/base.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <math.h>

#include "base/mem.h"
#include "stats/logistic.h"

double logistic_logit(const double *beta, const double *x, size_t columns)
{
    double sum = beta[0];
    for (size_t i = 0; i < columns; i++) {
        sum += beta[i + 1] * x[i];
    }
    return sum;
}

double logistic_probability(double logit)
{
    return logit >= 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit));
}

/* ln(1 + e^z) */
static double softplus(double z)
{
    return z > 0 ? z + log1p(exp(-z)) : log1p(exp(z));
}

struct newton {
    const struct logistic_data *data;
    const uint8_t *fold;
    int out;
    double penalty;
    double *gradient, *hessian; /* of the penalised loss */
};

/* The loss at beta; with derivatives where asked for. */
static double loss(struct newton *n, const double *beta, bool derivatives)
{
    const struct logistic_data *d = n->data;
    size_t p = d->columns + 1;
    double sum = 0;
    if (derivatives) {
        memset(n->gradient, 0, p * sizeof *n->gradient);
        memset(n->hessian, 0, p * p * sizeof *n->hessian);
    }
    for (size_t i = 0; i < d->rows; i++) {
        const double *x = d->x + i * d->columns;
        if (n->fold && n->fold[i] == n->out) {
            continue;
        }
        double logit = logistic_logit(beta, x, d->columns);
        sum += softplus(logit) - (d->y[i] ? logit : 0);
        if (!derivatives) {
            continue;
        }
        double probability = logistic_probability(logit);
        double residual = probability - d->y[i], weight = probability * (1 - probability);
        n->gradient[0] += residual;
        n->hessian[0] += weight;
        for (size_t k = 1; k < p; k++) {
            double xk = x[k - 1];
            if (xk == 0) { /* most of a one-hot row */
                continue;
            }
            double wx = weight * xk;
            double *row = n->hessian + k * p;
            n->gradient[k] += residual * xk;
            row[0] += wx;
            for (size_t m = 1; m <= k; m++) {
                row[m] += wx * x[m - 1];
            }
        }
    }
    for (size_t k = 1; k < p; k++) {
        sum += n->penalty / 2 * beta[k] * beta[k];
        if (derivatives) {
            n->gradient[k] += n->penalty * beta[k];
            n->hessian[k * p + k] += n->penalty;
        }
    }
    for (size_t k = 0; k < p && derivatives; k++) {
        for (size_t m = 0; m < k; m++) {
            n->hessian[m * p + k] = n->hessian[k * p + m];
        }
    }
    return sum;
}

/* The step into `step`; the hessian becomes its decomposition. */
static bool solve(struct newton *n, size_t p, double *step)
{
    gsl_matrix_view h = gsl_matrix_view_array(n->hessian, p, p);
    gsl_vector_view g = gsl_vector_view_array(n->gradient, p);
    gsl_vector_view s = gsl_vector_view_array(step, p);
    return gsl_linalg_cholesky_decomp1(&h.matrix) == GSL_SUCCESS &&
           gsl_linalg_cholesky_solve(&h.matrix, &g.vector, &s.vector) == GSL_SUCCESS;
}

static void standard_errors(struct newton *n, size_t p, double *error)
{
    gsl_matrix_view h = gsl_matrix_view_array(n->hessian, p, p);
    bool ok = gsl_linalg_cholesky_decomp1(&h.matrix) == GSL_SUCCESS &&
              gsl_linalg_cholesky_invert(&h.matrix) == GSL_SUCCESS;
    for (size_t k = 0; k < p; k++) {
        error[k] = ok ? sqrt(n->hessian[k * p + k]) : NAN;
    }
}

void logistic_fit(const struct logistic_data *data, const uint8_t *fold, int out, double penalty,
                  const double *start, struct logistic_fit *fit)
{
    size_t p = data->columns + 1;
    struct newton n = {data,    fold, out, penalty, mem_new(p, sizeof(double)),
                       mem_new(mem_mul(p, p), sizeof(double))};
    double *step = mem_new(p, sizeof *step);
    double *next = mem_new(p, sizeof *next);
    gsl_set_error_handler_off();
    *fit = (struct logistic_fit){mem_new(p, sizeof(double)), mem_new(p, sizeof(double)), false};
    if (start) {
        memcpy(fit->beta, start, p * sizeof *start);
    }
    double now = loss(&n, fit->beta, true);
    for (int i = 0; i < 50 && !fit->converged && solve(&n, p, step); i++) {
        double part = 1, then = INFINITY, most = 0;
        for (; part > 1e-6; part /= 2) {
            for (size_t k = 0; k < p; k++) {
                next[k] = fit->beta[k] - part * step[k];
            }
            then = loss(&n, next, false);
            if (then <= now + 1e-12 * fabs(now)) {
                break;
            }
        }
        for (size_t k = 0; k < p; k++) {
            most = fabs(part * step[k]) > most ? fabs(part * step[k]) : most;
        }
        memcpy(fit->beta, next, p * sizeof *next);
        now = loss(&n, fit->beta, true);
        fit->converged = most < 1e-8;
    }
    standard_errors(&n, p, fit->error);
    free(n.gradient);
    free(n.hessian);
    free(step);
    free(next);
}

struct ranked {
    double score;
    uint8_t y;
};

static int by_score(const void *a, const void *b)
{
    const struct ranked *x = a;
    const struct ranked *y = b;
    return x->score < y->score ? -1 : x->score > y->score;
}

double logistic_auc(const double *score, const uint8_t *y, size_t count)
{
    struct ranked *ranked = mem_new(count, sizeof *ranked);
    double ranks = 0, positive = 0;
    for (size_t i = 0; i < count; i++) {
        ranked[i] = (struct ranked){score[i], y[i]};
        positive += y[i];
    }
    qsort(ranked, count, sizeof *ranked, by_score);
    for (size_t i = 0, end; i < count; i = end) {
        for (end = i; end < count && ranked[end].score == ranked[i].score; end++) {
        }
        for (size_t k = i; k < end; k++) {
            ranks += ranked[k].y * ((double)(i + end) + 1) / 2; /* the mean rank of ties, from 1 */
        }
    }
    free(ranked);
    double negative = (double)count - positive;
    return positive > 0 && negative > 0
               ? (ranks - positive * (positive + 1) / 2) / (positive * negative)
               : NAN;
}
