#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/fit.h"
#include "stats/lifetime_data.h"
#include "stats/maximise.h"

/* A start is looked for on a small part of a larger set, and brought nearer on parts that grow by so
 * much, until the whole is less than twice the next. */
#define FEWEST 200
#define GROWTH 6

struct lifetime_problem {
    enum lifetime_model model;
    const struct lifetime_data *data;
    bool held;
};

#define PRIOR_DEVIATION 4 /* of logs */

static void exponentials(const double *logs, size_t n, double *values)
{
    for (size_t i = 0; i < n; i++) {
        values[i] = exp(logs[i]);
    }
}

static double lifetime_value(const void *context, const double *logs, double *gradient,
                             double *hessian)
{
    const struct lifetime_problem *problem = context;
    struct lifetime_parameters parameters = {.model = problem->model};
    exponentials(logs, LIFETIME_PARAMETERS, parameters.p);
    double value = lifetime_data_likelihood(&parameters, problem->data, gradient, hessian);
    for (size_t i = 0; i < LIFETIME_PARAMETERS && problem->held; i++) {
        const double variance = PRIOR_DEVIATION * PRIOR_DEVIATION;
        value -= logs[i] * logs[i] / (2 * variance);
        gradient[i] -= logs[i] / variance;
        hessian[i * LIFETIME_PARAMETERS + i] -= 1 / variance;
    }
    return value;
}

static double weigh(const struct lifetime_history *histories, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += histories[i].weight;
    }
    return sum;
}

/* Every k-th history, so that there are at most so many: they come sorted, so that it is a fair
 * part. */
static struct lifetime_data *thin(const struct lifetime_history *histories, size_t count,
                                  size_t most)
{
    size_t step = count / most + 1;
    struct lifetime_history *part = mem_new(count / step + 1, sizeof *part);
    size_t n = 0;
    for (size_t i = 0; i < count; i += step) {
        part[n++] = histories[i];
    }
    struct lifetime_data *data = lifetime_data_new(part, n);
    free(part);
    return data;
}

/* The maximum over all histories, sought on growing parts of them. */
static void search(enum lifetime_model model, const struct lifetime_history *scaled, size_t count,
                   const struct lifetime_data *all, bool held, struct maximise_result *result)
{
    /* Logs of r, alpha, a, b or r, alpha, s, beta, with times up to 1. */
    static const double starts[][LIFETIME_PARAMETERS] = {
        {-0.7, -1.5, -0.2, 0.8}, {0.5, 0.0, -0.7, 0.0}, {-1.5, -3.0, 0.5, 1.5}};
    struct lifetime_problem data = {model, NULL, held};
    struct maximise problem = {LIFETIME_PARAMETERS, lifetime_value, &data, 0};
    double start[COUNT_OF(starts) * LIFETIME_PARAMETERS];
    size_t start_count = COUNT_OF(starts);
    unsigned evaluations = 0;
    memcpy(start, starts, sizeof starts);
    for (size_t most = FEWEST; most < count / 2; most *= GROWTH) {
        struct lifetime_data *few = thin(scaled, count, most);
        data.data = few;
        problem.scale = few->all;
        maximise_roughly(&problem, start, start_count, result);
        evaluations += result->evaluations;
        memcpy(start, result->logs, LIFETIME_PARAMETERS * sizeof *start);
        start_count = 1;
        lifetime_data_free(few);
    }
    data.data = all;
    problem.scale = weigh(scaled, count);
    if (start_count > 1) {
        maximise_roughly(&problem, start, start_count, result);
        evaluations += result->evaluations;
        memcpy(start, result->logs, LIFETIME_PARAMETERS * sizeof *start);
    }
    maximise(&problem, start, result);
    result->evaluations += evaluations;
}

static void standard_errors(const double *covariance, const double *values, size_t n, double *error)
{
    for (size_t i = 0; i < n; i++) {
        error[i] = values[i] * sqrt(covariance[i * n + i]);
    }
}

/* A parameter whose logarithm has a standard error of 3 may be 20 times larger or smaller: the data do
 * not tell it. */
#define LOG_ERROR_MOST 3

static bool is_told(const double *covariance, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!(covariance[i * n + i] < LOG_ERROR_MOST * LOG_ERROR_MOST)) {
            return false;
        }
    }
    return true;
}

void fit_lifetime(enum lifetime_model model, const struct lifetime_history *histories,
                  size_t count, struct fit_lifetime *fit)
{
    struct lifetime_history *scaled = mem_new(count, sizeof *scaled);
    double scale = 0, repeats = 0;
    for (size_t i = 0; i < count; i++) {
        scale = histories[i].T > scale ? histories[i].T : scale;
    }
    for (size_t i = 0; i < count; i++) {
        scaled[i] = histories[i];
        scaled[i].t_x /= scale;
        scaled[i].T /= scale;
        repeats += histories[i].weight * histories[i].x;
    }
    struct lifetime_data *all = lifetime_data_new(scaled, count);
    struct maximise_result result;
    search(model, scaled, count, all, false, &result);
    bool held = result.fault || !is_told(result.covariance, LIFETIME_PARAMETERS);
    if (held) {
        search(model, scaled, count, all, true, &result);
    }
    *fit = (struct fit_lifetime){.parameters.model = model,
                                 .held = held,
                                 .likelihood = result.value - repeats * log(scale),
                                 .gradient = result.gradient,
                                 .evaluations = result.evaluations,
                                 .fault = result.fault};
    exponentials(result.logs, LIFETIME_PARAMETERS, fit->parameters.p);
    if (fit->held) { /* the value that was maximised has the prior in it */
        fit->likelihood = lifetime_data_likelihood(&fit->parameters, all, NULL, NULL) -
                          repeats * log(scale);
    }
    fit->parameters.p[1] *= scale;
    fit->parameters.p[3] *= model == LIFETIME_PARETO ? scale : 1;
    memcpy(fit->covariance, result.covariance, sizeof fit->covariance);
    standard_errors(fit->covariance, fit->parameters.p, LIFETIME_PARAMETERS, fit->error);
    for (size_t i = 0; i < LIFETIME_PARAMETERS && fit->held; i++) {
        fit->error[i] = NAN;
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            fit->covariance[i * LIFETIME_PARAMETERS + k] = NAN;
        }
    }
    lifetime_data_free(all);
    free(scaled);
}

static double spend_value(const void *context, const double *logs, double *gradient,
                          double *hessian)
{
    double parameters[SPEND_PARAMETERS];
    exponentials(logs, SPEND_PARAMETERS, parameters);
    return spend_data_likelihood(parameters, context, gradient, hessian);
}

static struct spend_data *thin_spends(const struct spend_history *histories, size_t count,
                                      size_t most)
{
    size_t step = count / most + 1;
    struct spend_history *part = mem_new(count / step + 1, sizeof *part);
    size_t n = 0;
    for (size_t i = 0; i < count; i += step) {
        part[n++] = histories[i];
    }
    struct spend_data *data = spend_data_new(part, n);
    free(part);
    return data;
}

static void search_spend(const struct spend_history *scaled, size_t count, double weight,
                         struct maximise_result *result)
{
    static const double starts[][SPEND_PARAMETERS] = {{1.0, 1.2, 0.5}, {0.0, 0.5, 0.0}};
    struct spend_data *all = spend_data_new(scaled, count);
    struct maximise problem = {SPEND_PARAMETERS, spend_value, all, weight};
    double start[COUNT_OF(starts) * SPEND_PARAMETERS];
    size_t start_count = COUNT_OF(starts);
    memcpy(start, starts, sizeof starts);
    for (size_t most = FEWEST; most < count / 2; most *= GROWTH) {
        struct spend_data *few = thin_spends(scaled, count, most);
        problem.context = few;
        problem.scale = weight / (double)(count / most + 1);
        maximise_roughly(&problem, start, start_count, result);
        memcpy(start, result->logs, SPEND_PARAMETERS * sizeof *start);
        start_count = 1;
        spend_data_free(few);
    }
    problem.context = all;
    problem.scale = weight;
    if (start_count > 1) {
        maximise_roughly(&problem, start, start_count, result);
        memcpy(start, result->logs, SPEND_PARAMETERS * sizeof *start);
    }
    maximise(&problem, start, result);
    spend_data_free(all);
}

void fit_spend(const struct spend_history *histories, size_t count, struct fit_spend *fit)
{
    struct spend_history *scaled = mem_new(count, sizeof *scaled);
    double weight = 0, sum = 0, log_terms = 0;
    for (size_t i = 0; i < count; i++) {
        weight += histories[i].weight;
        sum += histories[i].weight * histories[i].m;
    }
    double mean = sum / weight;
    for (size_t i = 0; i < count; i++) { /* spend of mean 1; the density has the unit 1/m */
        scaled[i] = histories[i];
        scaled[i].m /= mean;
        log_terms += histories[i].weight * log(mean);
    }
    struct maximise_result result;
    search_spend(scaled, count, weight, &result);
    double values[SPEND_PARAMETERS];
    exponentials(result.logs, SPEND_PARAMETERS, values);
    values[2] *= mean;
    bool plain = result.fault || !is_told(result.covariance, SPEND_PARAMETERS);
    *fit = (struct fit_spend){
        .parameters = {values[0], values[1], values[2], 0, !plain && values[1] <= 1, plain},
        .likelihood = plain ? NAN : result.value - log_terms,
        .correlation = spend_correlation(histories, count)};
    struct spend_parameters *s = &fit->parameters;
    s->mean = s->shrunken || plain ? mean : s->p * s->gamma / (s->q - 1);
    memcpy(fit->covariance, result.covariance, sizeof fit->covariance);
    standard_errors(fit->covariance, values, SPEND_PARAMETERS, fit->error);
    free(scaled);
}
