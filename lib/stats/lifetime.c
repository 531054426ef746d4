#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/lifetime.h"
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

double lifetime_likelihood(const struct lifetime_parameters *q,
                           const struct lifetime_history *histories, size_t count,
                           double *gradient)
{
    return q->model == LIFETIME_PARETO
               ? lifetime_pareto_likelihood(q->p, histories, count, gradient)
               : lifetime_bg_likelihood(q->p, q->model == LIFETIME_MBG, histories, count, gradient);
}

double lifetime_alive(const struct lifetime_parameters *q, const struct lifetime_history *h)
{
    return q->model == LIFETIME_PARETO ? lifetime_pareto_alive(q->p, h)
                                       : lifetime_bg_alive(q->p, q->model == LIFETIME_MBG, h);
}

double lifetime_expected(const struct lifetime_parameters *q, const struct lifetime_history *h,
                         double t)
{
    return q->model == LIFETIME_PARETO
               ? lifetime_pareto_expected(q->p, h, t)
               : lifetime_bg_expected(q->p, q->model == LIFETIME_MBG, h, t);
}

double lifetime_silent(const struct lifetime_parameters *q, const struct lifetime_history *h,
                       double t)
{
    double some = q->model == LIFETIME_PARETO ? lifetime_pareto_some(q->p, h, t)
                                              : lifetime_bg_some(q->p, h, t);
    return 1 - lifetime_alive(q, h) * some;
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
