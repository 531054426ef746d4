#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/fit.h"
#include "stats/maximise.h"

/* A start is looked for on a part of a larger set. */
#define SAMPLE 1000

struct lifetime_data {
    enum lifetime_model model;
    const struct lifetime_history *history;
    size_t count;
    bool held;
};

#define PRIOR_DEVIATION 4 /* of logs */

static void exponentials(const double *logs, size_t n, double *values)
{
    for (size_t i = 0; i < n; i++) {
        values[i] = exp(logs[i]);
    }
}

static double lifetime_value(const void *context, const double *logs, double *gradient)
{
    const struct lifetime_data *data = context;
    struct lifetime_parameters parameters = {.model = data->model};
    exponentials(logs, LIFETIME_PARAMETERS, parameters.p);
    double value = lifetime_likelihood(&parameters, data->history, data->count, gradient);
    for (size_t i = 0; i < LIFETIME_PARAMETERS && data->held; i++) {
        const double variance = PRIOR_DEVIATION * PRIOR_DEVIATION;
        value -= logs[i] * logs[i] / (2 * variance);
        gradient[i] -= logs[i] / variance;
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

/* Every k-th history: they come sorted, so that it is a fair part. */
static size_t thin(const struct lifetime_history *histories, size_t count,
                   struct lifetime_history *out)
{
    size_t step = count / SAMPLE + 1;
    size_t n = 0;
    for (size_t i = 0; i < count; i += step) {
        out[n++] = histories[i];
    }
    return n;
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
    /* Logs of r, alpha, a, b or r, alpha, s, beta, with times up to 1. */
    static const double starts[][LIFETIME_PARAMETERS] = {
        {-0.7, -1.5, -0.2, 0.8}, {0.5, 0.0, -0.7, 0.0}, {-1.5, -3.0, 0.5, 1.5}};
    struct lifetime_history *scaled = mem_new(count, sizeof *scaled);
    struct lifetime_history *part = mem_new(count, sizeof *part);
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
    size_t part_count = thin(scaled, count, part);
    struct maximise_result rough, result;
    bool held = false;
    for (int round = 0; round < 2 && (round == 0 || held); round++) {
        struct lifetime_data data = {model, part, part_count, held};
        struct maximise problem = {LIFETIME_PARAMETERS, lifetime_value, &data, 1e-3,
                                   weigh(part, part_count)};
        maximise_roughly(&problem, starts[0], COUNT_OF(starts), &rough);
        data = (struct lifetime_data){model, scaled, count, held};
        problem.scale = weigh(scaled, count);
        problem.tolerance = 1e-6;
        maximise(&problem, rough.logs, 1, &result);
        held = round == 0 && (result.fault || !is_told(result.covariance, LIFETIME_PARAMETERS))
                   ? true
                   : held;
    }
    *fit = (struct fit_lifetime){.parameters.model = model,
                                 .held = held,
                                 .likelihood = result.value - repeats * log(scale),
                                 .gradient = result.gradient,
                                 .evaluations = rough.evaluations + result.evaluations,
                                 .fault = result.fault};
    exponentials(result.logs, LIFETIME_PARAMETERS, fit->parameters.p);
    if (fit->held) { /* the value that was maximised has the prior in it */
        fit->likelihood = lifetime_likelihood(&fit->parameters, scaled, count, NULL) -
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
    free(scaled);
    free(part);
}

struct spend_data {
    const struct spend_history *history;
    size_t count;
};

static double spend_value(const void *context, const double *logs, double *gradient)
{
    const struct spend_data *data = context;
    double parameters[SPEND_PARAMETERS];
    exponentials(logs, SPEND_PARAMETERS, parameters);
    return spend_likelihood(parameters, data->history, data->count, gradient);
}

void fit_spend(const struct spend_history *histories, size_t count, struct fit_spend *fit)
{
    static const double starts[][SPEND_PARAMETERS] = {{1.0, 1.2, 0.5}, {0.0, 0.5, 0.0}};
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
    struct spend_data data = {scaled, count};
    struct maximise problem = {SPEND_PARAMETERS, spend_value, &data, 1e-4, weight};
    struct maximise_result result;
    maximise(&problem, starts[0], COUNT_OF(starts), &result);
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
