#include "base/base.h"

#include <gsl/gsl_sf_psi.h>
#include <math.h>

#include "base/mem.h"
#include "base/team.h"
#include "stats/spend.h"

const char *spend_parameter_name(size_t parameter)
{
    static const char *const names[SPEND_PARAMETERS] = {"p", "q", "gamma"};
    return names[parameter];
}

#define PART 8192 /* histories that a member of the team takes at once */

/* Of all who bought x times: what their part of the likelihood needs, however many they are. */
struct spend_class {
    double x, weight;
    double log_m; /* sum of weight ln m */
};

struct spend_data {
    double *x, *spent, *weight; /* by history; spent: x m */
    size_t count;
    struct spend_class *class;
    size_t classes;
};

struct spend_data *spend_data_new(const struct spend_history *histories, size_t count)
{
    struct spend_data *data = mem_new(1, sizeof *data);
    data->count = count;
    data->x = mem_new(count, sizeof *data->x);
    data->spent = mem_new(count, sizeof *data->spent);
    data->weight = mem_new(count, sizeof *data->weight);
    data->class = mem_new(count, sizeof *data->class);
    for (size_t i = 0; i < count; i++) {
        const struct spend_history *h = &histories[i];
        data->x[i] = h->x;
        data->spent[i] = h->x * h->m;
        data->weight[i] = h->weight;
        if (i == 0 || h->x != histories[i - 1].x) {
            data->class[data->classes++].x = h->x;
        }
        struct spend_class *class = &data->class[data->classes - 1];
        class->weight += h->weight;
        class->log_m += h->weight * log(h->m);
    }
    return data;
}

void spend_data_free(struct spend_data *data)
{
    free(data->x);
    free(data->spent);
    free(data->weight);
    free(data->class);
    free(data);
}

struct evaluation {
    const double *parameters;
    const struct spend_data *data;
    double (*part)[1 + SPEND_PARAMETERS];
};

/* The terms with x m + gamma, which every history has for itself. */
static void evaluate_part(void *context, size_t item)
{
    struct evaluation *e = context;
    const struct spend_data *data = e->data;
    double p = e->parameters[0], q = e->parameters[1], gamma = e->parameters[2];
    size_t from = item * PART, to = from + PART < data->count ? from + PART : data->count;
    double sum = 0, d[SPEND_PARAMETERS] = {0};
    for (size_t i = from; i < to; i++) {
        double all = data->spent[i] + gamma, w = data->weight[i], x = data->x[i];
        double log_all = w * log(all);
        sum -= (p * x + q) * log_all;
        d[0] -= x * log_all;
        d[1] -= log_all;
        d[2] -= w * (p * x + q) / all;
    }
    e->part[item][0] = sum;
    memcpy(&e->part[item][1], d, sizeof d);
}

double spend_data_likelihood(const double parameters[SPEND_PARAMETERS],
                             const struct spend_data *data, double *gradient)
{
    double p = parameters[0], q = parameters[1], gamma = parameters[2];
    size_t parts = (data->count + PART - 1) / PART;
    struct evaluation e = {parameters, data, mem_new(parts, sizeof *e.part)};
    double sum = 0, d[SPEND_PARAMETERS] = {0};
    double log_gamma = log(gamma), lgamma_q = lgamma(q);
    double psi_q = gradient ? gsl_sf_psi(q) : 0;
    for (size_t i = 0; i < data->classes; i++) {
        const struct spend_class *c = &data->class[i];
        double px = p * c->x, log_x = log(c->x);
        sum += c->weight * (lgamma(px + q) - lgamma(px) - lgamma_q + q * log_gamma + px * log_x) +
               (px - 1) * c->log_m;
        if (gradient) {
            double psi_all = gsl_sf_psi(px + q);
            d[0] += c->weight * c->x * (psi_all - gsl_sf_psi(px) + log_x) + c->x * c->log_m;
            d[1] += c->weight * (psi_all - psi_q + log_gamma);
            d[2] += c->weight * q / gamma;
        }
    }
    team_run(parts, evaluate_part, &e);
    for (size_t i = 0; i < parts; i++) {
        sum += e.part[i][0];
        for (size_t k = 0; k < SPEND_PARAMETERS; k++) {
            d[k] += e.part[i][1 + k];
        }
    }
    for (size_t i = 0; i < SPEND_PARAMETERS && gradient; i++) {
        gradient[i] = d[i] * parameters[i];
    }
    free(e.part);
    return sum;
}

double spend_likelihood(const double parameters[SPEND_PARAMETERS],
                        const struct spend_history *histories, size_t count, double *gradient)
{
    struct spend_data *data = spend_data_new(histories, count);
    double value = spend_data_likelihood(parameters, data, gradient);
    spend_data_free(data);
    return value;
}

double spend_expected(const struct spend_parameters *s, uint32_t x, double m)
{
    if (x == 0 || !(m > 0)) {
        return s->mean;
    }
    if (s->plain) {
        return m;
    }
    double own = s->p * (double)x;
    if (s->shrunken) {
        /* Between the customer's mean and the population's as px to q: the model's weights with q
         * for q - 1, which would be negative. */
        return (own * m + s->q * s->mean) / (own + s->q);
    }
    return (own * m + s->p * s->gamma) / (own + s->q - 1);
}

double spend_correlation(const struct spend_history *histories, size_t count)
{
    double n = 0, sum_x = 0, sum_m = 0;
    for (size_t i = 0; i < count; i++) {
        n += histories[i].weight;
        sum_x += histories[i].weight * histories[i].x;
        sum_m += histories[i].weight * histories[i].m;
    }
    double xx = 0, mm = 0, xm = 0;
    for (size_t i = 0; i < count; i++) {
        double dx = histories[i].x - sum_x / n, dm = histories[i].m - sum_m / n;
        xx += histories[i].weight * dx * dx;
        mm += histories[i].weight * dm * dm;
        xm += histories[i].weight * dx * dm;
    }
    return xx > 0 && mm > 0 ? xm / sqrt(xx * mm) : NAN;
}
