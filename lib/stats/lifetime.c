#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/sort.h"
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

/* The place of a time that is there. */
static uint32_t place_of(const struct lifetime_data *data, double time)
{
    size_t from = 0, to = data->times;
    while (to - from > 1) {
        size_t middle = from + (to - from) / 2;
        if (data->time[middle] <= time) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return (uint32_t)from;
}

struct lifetime_data *lifetime_data_new(const struct lifetime_history *histories, size_t count)
{
    struct lifetime_data *data = mem_new(1, sizeof *data);
    data->count = count;
    data->history = mem_new(count, sizeof *data->history);
    data->last = mem_new(count, sizeof *data->last);
    data->seen = mem_new(count, sizeof *data->seen);
    data->time = mem_new(mem_mul(2, count), sizeof *data->time);
    for (size_t i = 0; i < count; i++) {
        data->history[i] = histories[i];
        data->most = histories[i].x > data->most ? histories[i].x : data->most;
        data->time[2 * i] = histories[i].t_x;
        data->time[2 * i + 1] = histories[i].T;
    }
    sort_doubles(data->time, 2 * count);
    for (size_t i = 0; i < 2 * count; i++) {
        if (data->times == 0 || data->time[i] > data->time[data->times - 1]) {
            data->time[data->times++] = data->time[i];
        }
    }
    for (size_t i = 0; i < count; i++) {
        bool same = i > 0 && !(histories[i].T > histories[i - 1].T) &&
                    !(histories[i].T < histories[i - 1].T);
        data->seen[i] = same ? data->seen[i - 1] : place_of(data, histories[i].T);
        data->last[i] = place_of(data, histories[i].t_x);
    }
    return data;
}

void lifetime_data_free(struct lifetime_data *data)
{
    free(data->history);
    free(data->last);
    free(data->seen);
    free(data->time);
    free(data);
}

struct evaluation {
    const struct lifetime_parameters *q;
    const struct lifetime_data *data;
    struct lifetime_bg_tables bg;
    struct lifetime_pareto_tables pareto;
    struct {
        double sum, d[LIFETIME_PARAMETERS];
    } *part;
};

static void evaluate_part(void *context, size_t item)
{
    struct evaluation *e = context;
    size_t from = item * LIFETIME_DATA_PART, to = from + LIFETIME_DATA_PART;
    to = to < e->data->count ? to : e->data->count;
    double d[LIFETIME_PARAMETERS] = {0};
    e->part[item].sum =
        e->q->model == LIFETIME_PARETO
            ? lifetime_pareto_part(e->q->p, e->data, &e->pareto, from, to, d)
            : lifetime_bg_part(e->q->p, e->q->model == LIFETIME_MBG, e->data, &e->bg, from, to, d);
    memcpy(e->part[item].d, d, sizeof d);
}

double lifetime_data_likelihood(const struct lifetime_parameters *q, const struct lifetime_data *data,
                                double *gradient)
{
    struct evaluation e = {.q = q, .data = data};
    size_t parts = (data->count + LIFETIME_DATA_PART - 1) / LIFETIME_DATA_PART;
    double sum = 0, d[LIFETIME_PARAMETERS] = {0};
    e.part = mem_new(parts, sizeof *e.part);
    if (q->model == LIFETIME_PARETO) {
        lifetime_pareto_tabulate(q->p, data, &e.pareto);
    } else {
        lifetime_bg_tabulate(q->p, data, &e.bg);
    }
    team_run(parts, evaluate_part, &e);
    for (size_t i = 0; i < parts; i++) {
        sum += e.part[i].sum;
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            d[k] += e.part[i].d[k];
        }
    }
    for (size_t k = 0; k < LIFETIME_PARAMETERS && gradient; k++) {
        gradient[k] = d[k] * q->p[k];
    }
    lifetime_bg_forget(&e.bg);
    lifetime_pareto_forget(&e.pareto);
    free(e.part);
    return sum;
}

double lifetime_likelihood(const struct lifetime_parameters *q,
                           const struct lifetime_history *histories, size_t count,
                           double *gradient)
{
    struct lifetime_data *data = lifetime_data_new(histories, count);
    double value = lifetime_data_likelihood(q, data, gradient);
    lifetime_data_free(data);
    return value;
}

double lifetime_alive(const struct lifetime_parameters *q, const struct lifetime_history *h)
{
    return q->model == LIFETIME_PARETO ? lifetime_pareto_alive(q->p, h)
                                       : lifetime_bg_alive(q->p, q->model == LIFETIME_MBG, h);
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
