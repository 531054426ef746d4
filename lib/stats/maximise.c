#include "base/base.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_linalg.h>
#include <gsl/gsl_multimin.h>
#include <math.h>

#include "stats/maximise.h"

#define LOG_MOST 30 /* beyond it a parameter has run away */
#define OUT_OF_REACH 1e100

struct search {
    const struct maximise *problem;
    unsigned evaluations;
};

/* GSL minimises. */
static double evaluate(struct search *search, const double *logs, double *gradient)
{
    const struct maximise *m = search->problem;
    bool near = true;
    for (size_t i = 0; i < m->parameters; i++) {
        near &= fabs(logs[i]) <= LOG_MOST;
    }
    search->evaluations++;
    double value = near ? -m->value(m->context, logs, gradient) : NAN;
    for (size_t i = 0; i < m->parameters; i++) {
        gradient[i] = isfinite(value) ? -gradient[i] : 0;
    }
    return isfinite(value) ? value : OUT_OF_REACH;
}

static double gsl_value(const gsl_vector *at, void *context)
{
    double gradient[MAXIMISE_MOST];
    return evaluate(context, at->data, gradient);
}

static void gsl_both(const gsl_vector *at, void *context, double *value, gsl_vector *gradient)
{
    *value = evaluate(context, at->data, gradient->data);
}

static void gsl_gradient(const gsl_vector *at, void *context, gsl_vector *gradient)
{
    evaluate(context, at->data, gradient->data);
}

static double size_of(const double *gradient, size_t n)
{
    double most = 0;
    for (size_t i = 0; i < n; i++) {
        most = fabs(gradient[i]) > most ? fabs(gradient[i]) : most;
    }
    return most;
}

/* Quasi-Newton steps; true where the gradient has become small. */
static bool descend(struct search *search, double *logs, double *value)
{
    const struct maximise *m = search->problem;
    gsl_vector_view at = gsl_vector_view_array(logs, m->parameters);
    gsl_multimin_function_fdf f = {gsl_value, gsl_gradient, gsl_both, m->parameters, search};
    gsl_multimin_fdfminimizer *min =
        gsl_multimin_fdfminimizer_alloc(gsl_multimin_fdfminimizer_vector_bfgs2, m->parameters);
    bool small = false;
    if (gsl_multimin_fdfminimizer_set(min, &f, &at.vector, 0.3, 0.1) == GSL_SUCCESS) {
        for (int i = 0; i < 200 && !small; i++) {
            if (gsl_multimin_fdfminimizer_iterate(min) != GSL_SUCCESS) {
                break;
            }
            small = size_of(min->gradient->data, m->parameters) < m->tolerance * m->scale;
        }
        memcpy(logs, min->x->data, m->parameters * sizeof *logs);
        *value = min->f;
        small |= size_of(min->gradient->data, m->parameters) < 100 * m->tolerance * m->scale && min->f < OUT_OF_REACH;
    }
    gsl_multimin_fdfminimizer_free(min);
    return small;
}

static void search_simplex(struct search *search, double *logs, double *value)
{
    const struct maximise *m = search->problem;
    double steps[MAXIMISE_MOST];
    for (size_t i = 0; i < m->parameters; i++) {
        steps[i] = 0.7;
    }
    gsl_vector_view at = gsl_vector_view_array(logs, m->parameters);
    gsl_vector_view step = gsl_vector_view_array(steps, m->parameters);
    gsl_multimin_function f = {gsl_value, m->parameters, search};
    gsl_multimin_fminimizer *min =
        gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, m->parameters);
    if (gsl_multimin_fminimizer_set(min, &f, &at.vector, &step.vector) == GSL_SUCCESS) {
        for (int i = 0; i < 400 && gsl_multimin_fminimizer_size(min) > 1e-3; i++) {
            if (gsl_multimin_fminimizer_iterate(min) != GSL_SUCCESS) {
                break;
            }
        }
        memcpy(logs, min->x->data, m->parameters * sizeof *logs);
        *value = min->fval;
    }
    gsl_multimin_fminimizer_free(min);
}

/* Second derivatives by differences of the gradient. */
static void curvature(struct search *search, const double *logs, double *hessian)
{
    size_t n = search->problem->parameters;
    const double step = 1e-4;
    for (size_t i = 0; i < n; i++) {
        double at[MAXIMISE_MOST], up[MAXIMISE_MOST], down[MAXIMISE_MOST];
        memcpy(at, logs, n * sizeof *at);
        at[i] = logs[i] + step;
        evaluate(search, at, up);
        at[i] = logs[i] - step;
        evaluate(search, at, down);
        for (size_t k = 0; k < n; k++) {
            hessian[i * n + k] = (up[k] - down[k]) / (2 * step);
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < i; k++) {
            double mean = (hessian[i * n + k] + hessian[k * n + i]) / 2;
            hessian[i * n + k] = hessian[k * n + i] = mean;
        }
    }
}

/* Newton's step from the curvature, which becomes its inverse; false where it is no minimum's. */
static bool newton_step(double *hessian, const double *gradient, size_t n, double *step)
{
    gsl_matrix_view h = gsl_matrix_view_array(hessian, n, n);
    if (gsl_linalg_cholesky_decomp1(&h.matrix) != GSL_SUCCESS) {
        return false;
    }
    gsl_vector_const_view g = gsl_vector_const_view_array(gradient, n);
    gsl_vector_view s = gsl_vector_view_array(step, n);
    return gsl_linalg_cholesky_solve(&h.matrix, &g.vector, &s.vector) == GSL_SUCCESS &&
           gsl_linalg_cholesky_invert(&h.matrix) == GSL_SUCCESS;
}

/* Matrix times vector. */
static void product(const double *matrix, const double *vector, size_t n, double *out)
{
    for (size_t i = 0; i < n; i++) {
        out[i] = 0;
        for (size_t k = 0; k < n; k++) {
            out[i] += matrix[i * n + k] * vector[k];
        }
    }
}

/* Half of the step, half of that ..., until the value does not rise: the place and its value in
 * *at and *next; false where no part of it does. */
static bool step_down(struct search *search, const double *logs, const double *step, double value,
                      double *at, double *next, double *gradient)
{
    size_t n = search->problem->parameters;
    for (double part = 1; part > 1e-4; part /= 2) {
        for (size_t k = 0; k < n; k++) {
            at[k] = logs[k] - part * step[k];
        }
        *next = evaluate(search, at, gradient);
        if (*next <= value + 1e-9 * fabs(value)) {
            return true;
        }
    }
    return false;
}

/* The curvature's inverse, which is also the covariance; false where it is not that of a maximum. */
static bool invert(struct search *search, struct maximise_result *result)
{
    size_t n = search->problem->parameters;
    double hessian[MAXIMISE_MOST * MAXIMISE_MOST], none[MAXIMISE_MOST] = {0}, step[MAXIMISE_MOST];
    curvature(search, result->logs, hessian);
    bool sound = newton_step(hessian, none, n, step);
    if (sound) {
        memcpy(result->covariance, hessian, n * n * sizeof *hessian);
    }
    result->fault = sound ? NULL : "the likelihood has no maximum there: its curvature is not that of one";
    return sound;
}

/*
 * Newton's steps. The curvature costs 2 evaluations a parameter and changes little near the end: it
 * is kept as long as each step leaves less than a tenth of the one before, and made anew at the end,
 * for the standard errors. Returns the value where they end.
 */
static double take_steps(struct search *search, struct maximise_result *result, double *gradient)
{
    size_t n = search->problem->parameters;
    double step[MAXIMISE_MOST], at[MAXIMISE_MOST];
    double value = evaluate(search, result->logs, gradient), next, before = INFINITY, moved = 0;
    bool fresh = invert(search, result);
    for (int i = 0; i < 80 && !result->fault; i++) {
        product(result->covariance, gradient, n, step);
        double size = size_of(step, n);
        bool ends = size < 1e-8;
        if (ends && (fresh || moved < 1e-6)) {
            break;
        }
        if (!fresh && (ends || size > before / 10)) {
            fresh = invert(search, result);
            moved = 0;
            continue;
        }
        if (!step_down(search, result->logs, step, value, at, &next, gradient)) {
            evaluate(search, result->logs, gradient);
            break;
        }
        memcpy(result->logs, at, n * sizeof *at);
        value = next;
        before = size;
        moved += size;
        fresh = false;
    }
    return value;
}

static void polish(struct search *search, struct maximise_result *result)
{
    const struct maximise *m = search->problem;
    size_t n = m->parameters;
    double gradient[MAXIMISE_MOST];
    result->value = -take_steps(search, result, gradient);
    result->gradient = size_of(gradient, n);
    if (!result->fault && result->gradient > 1e-4 * m->scale) {
        result->fault = "the likelihood still rises where the search ended";
    }
    for (size_t i = 0; i < n && !result->fault; i++) {
        if (fabs(result->logs[i]) > LOG_MOST / 2.0) {
            result->fault = "a parameter runs away";
        }
    }
}

static void best_of(struct search *search, const double *starts, size_t start_count,
                    struct maximise_result *result)
{
    size_t n = search->problem->parameters;
    double best = INFINITY;
    for (size_t i = 0; i < start_count; i++) {
        double logs[MAXIMISE_MOST];
        double value = OUT_OF_REACH;
        memcpy(logs, starts + i * n, n * sizeof *logs);
        if (!descend(search, logs, &value)) {
            memcpy(logs, starts + i * n, n * sizeof *logs);
            search_simplex(search, logs, &value);
            descend(search, logs, &value);
        }
        if (value < best) {
            best = value;
            memcpy(result->logs, logs, n * sizeof *logs);
        }
    }
    result->value = -best;
}

void maximise_roughly(const struct maximise *problem, const double *starts, size_t start_count,
                      struct maximise_result *result)
{
    struct search search = {problem, 0};
    gsl_set_error_handler_off(); /* its own one aborts */
    *result = (struct maximise_result){0};
    best_of(&search, starts, start_count, result);
    result->evaluations = search.evaluations;
}

void maximise(const struct maximise *problem, const double *starts, size_t start_count,
              struct maximise_result *result)
{
    struct search search = {problem, 0};
    gsl_set_error_handler_off();
    *result = (struct maximise_result){0};
    if (start_count == 1) { /* it may be near already: Newton's steps alone */
        memcpy(result->logs, starts, problem->parameters * sizeof *starts);
        polish(&search, result);
    }
    if (start_count > 1 || result->fault) {
        *result = (struct maximise_result){0};
        best_of(&search, starts, start_count, result);
        if (result->value <= -OUT_OF_REACH) {
            result->fault = "no start is within reach";
        } else {
            polish(&search, result);
        }
    }
    result->evaluations = search.evaluations;
}
