#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/team.h"
#include "stats/lifetime_bg.h"
#include "stats/lifetime_pareto.h"

const char *lifetime_model_name(enum lifetime_model model)
{
    static const char *const names[] = {"mbg", "bg", "pareto"};
    return names[model];
}

const char *lifetime_parameter_name(enum lifetime_model model, size_t parameter)
{
    static const char *const bg[] = {"r", "alpha", "a", "b"};
    static const char *const pareto[] = {"r", "alpha", "s", "beta"};
    return model == LIFETIME_PARETO ? pareto[parameter] : bg[parameter];
}

struct lifetime_data *lifetime_data_new(const struct lifetime_history *histories, size_t count)
{
    struct lifetime_data *data = mem_new(1, sizeof *data);
    size_t room = (count + LANES - 1) / LANES * LANES;
    data->count = count;
    data->x = mem_new(room, sizeof *data->x);
    data->last = mem_new(room, sizeof *data->last);
    data->seen = mem_new(room, sizeof *data->seen);
    data->weight = mem_new(room, sizeof *data->weight);
    for (size_t i = 0; i < count; i++) {
        data->x[i] = histories[i].x;
        data->last[i] = histories[i].t_x;
        data->seen[i] = histories[i].T;
        data->weight[i] = histories[i].weight;
        data->all += histories[i].weight;
        data->most = histories[i].x > data->most ? histories[i].x : data->most;
    }
    data->more = mem_new(data->most + 1, sizeof *data->more);
    for (size_t i = 0; i < count; i++) {
        if (histories[i].x > 0) {
            data->more[histories[i].x - 1] += histories[i].weight;
        }
    }
    for (size_t j = data->most; j > 1; j--) {
        data->more[j - 2] += data->more[j - 1];
    }
    return data;
}

void lifetime_data_free(struct lifetime_data *data)
{
    free(data->x);
    free(data->last);
    free(data->seen);
    free(data->weight);
    free(data->more);
    free(data);
}

void lifetime_data_rates(const struct lifetime_data *data, double r,
                         struct lifetime_data_sums *sums)
{
    for (size_t j = 0; j < data->most; j++) {
        double inverse = 1 / (r + (double)j), more = data->more[j];
        sums->value += more * log(r + (double)j);
        sums->d[0] += more * inverse;
        sums->dd[PAIR_00] -= more * inverse * inverse;
    }
}

struct evaluation {
    const struct lifetime_parameters *q;
    const struct lifetime_data *data;
    struct lifetime_data_sums *part;
};

static void evaluate_part(void *context, size_t item)
{
    struct evaluation *e = context;
    const struct lifetime_parameters *q = e->q;
    size_t from = item * LIFETIME_DATA_PART, to = from + LIFETIME_DATA_PART;
    to = to < e->data->count ? to : e->data->count;
    if (q->model == LIFETIME_PARETO) {
        lifetime_pareto_fit_part(q->p, e->data, from, to, &e->part[item]);
    } else {
        lifetime_bg_fit_part(q->p, q->model == LIFETIME_MBG, e->data, from, to, &e->part[item]);
    }
}

/* By the logs of the parameters. */
static void put_derivatives(const struct lifetime_data_sums *sums, const double *p,
                            double *gradient, double *hessian)
{
    enum { N = LIFETIME_PARAMETERS };
    for (size_t i = 0, pair = 0; i < N; i++) {
        gradient[i] = sums->d[i] * p[i];
        for (size_t k = i; k < N && hessian; k++) {
            hessian[i * N + k] = sums->dd[pair++] * p[i] * p[k] + (i == k ? gradient[i] : 0);
            hessian[k * N + i] = hessian[i * N + k];
        }
    }
}

double lifetime_data_likelihood(const struct lifetime_parameters *q, const struct lifetime_data *data,
                                double *gradient, double *hessian)
{
    size_t parts = (data->count + LIFETIME_DATA_PART - 1) / LIFETIME_DATA_PART;
    struct evaluation e = {q, data, mem_new(parts, sizeof *e.part)};
    struct lifetime_data_sums sums = {0};
    team_run(parts, evaluate_part, &e);
    for (size_t i = 0; i < parts; i++) {
        sums.value += e.part[i].value;
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            sums.d[k] += e.part[i].d[k];
        }
        for (size_t k = 0; k < LIFETIME_DATA_PAIRS; k++) {
            sums.dd[k] += e.part[i].dd[k];
        }
    }
    if (q->model == LIFETIME_PARETO) {
        lifetime_pareto_fit_rest(q->p, data, &sums);
    } else {
        lifetime_bg_fit_rest(q->p, q->model == LIFETIME_MBG, data, &sums);
    }
    if (gradient) {
        put_derivatives(&sums, q->p, gradient, hessian);
    }
    free(e.part);
    return sums.value;
}

double lifetime_likelihood(const struct lifetime_parameters *q,
                           const struct lifetime_history *histories, size_t count,
                           double *gradient)
{
    struct lifetime_data *data = lifetime_data_new(histories, count);
    double value = lifetime_data_likelihood(q, data, gradient, NULL);
    lifetime_data_free(data);
    return value;
}

double lifetime_alive(const struct lifetime_parameters *q, const struct lifetime_history *h)
{
    return q->model == LIFETIME_PARETO ? lifetime_pareto_alive(q->p, h)
                                       : lifetime_bg_alive(q->p, q->model == LIFETIME_MBG, h);
}

void lifetime_alive_of(const struct lifetime_parameters *q, const struct lifetime_history *histories,
                       size_t count, double *values)
{
    if (q->model == LIFETIME_PARETO) {
        lifetime_pareto_many_alive(q->p, histories, count, values);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        values[i] = lifetime_alive(q, &histories[i]);
    }
}

void lifetime_some_alive_of(const struct lifetime_parameters *q,
                            const struct lifetime_history *histories, size_t count, double t,
                            double *values)
{
    if (q->model == LIFETIME_PARETO) {
        lifetime_pareto_many_some(q->p, histories, count, t, values);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        values[i] = lifetime_some_alive(q, &histories[i], t);
    }
}

double lifetime_expected_alive(const struct lifetime_parameters *q,
                               const struct lifetime_history *h, double t)
{
    return q->model == LIFETIME_PARETO
               ? lifetime_pareto_expected(q->p, h, t)
               : lifetime_bg_expected(q->p, q->model == LIFETIME_MBG, h, t);
}

double lifetime_expected(const struct lifetime_parameters *q, const struct lifetime_history *h,
                         double t)
{
    return lifetime_alive(q, h) * lifetime_expected_alive(q, h, t);
}

double lifetime_some_alive(const struct lifetime_parameters *q, const struct lifetime_history *h,
                           double t)
{
    return q->model == LIFETIME_PARETO ? lifetime_pareto_some(q->p, h, t)
                                       : lifetime_bg_some(q->p, h, t);
}

double lifetime_silent(const struct lifetime_parameters *q, const struct lifetime_history *h,
                       double t)
{
    return 1 - lifetime_alive(q, h) * lifetime_some_alive(q, h, t);
}

double lifetime_expected_new(const struct lifetime_parameters *q, double t)
{
    return q->model == LIFETIME_PARETO
               ? lifetime_pareto_expected_new(q->p, t)
               : lifetime_bg_expected_new(q->p, q->model == LIFETIME_MBG, t);
}

double lifetime_count_new(const struct lifetime_parameters *q, uint32_t x, double t)
{
    return q->model == LIFETIME_BG ? lifetime_bg_count_new(q->p, x, t) : NAN;
}

double lifetime_residual(const struct lifetime_parameters *q, const struct lifetime_history *h,
                         double rate)
{
    return q->model == LIFETIME_PARETO ? lifetime_pareto_residual(q->p, h, rate) : NAN;
}
