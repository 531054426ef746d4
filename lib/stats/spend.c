#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "base/team.h"
#include "stats/lanes.h"
#include "stats/spend.h"

const char *spend_parameter_name(size_t parameter)
{
    static const char *const names[SPEND_PARAMETERS] = {"p", "q", "gamma"};
    return names[parameter];
}

#define PART 8192 /* histories that a member of the team takes at once: a multiple of LANES */

/* Of all who bought x times: what their part of the likelihood needs, however many they are. */
struct spend_class {
    double x, weight;
    double log_m; /* sum of weight ln m */
};

struct spend_data {
    /* By history; spent: x m. Up to a multiple of LANES filled up with one of no weight. */
    double *x, *spent, *weight;
    size_t count;
    struct spend_class *class;
    size_t classes;
};

struct spend_data *spend_data_new(const struct spend_history *histories, size_t count)
{
    struct spend_data *data = mem_new(1, sizeof *data);
    size_t room = (count + LANES - 1) / LANES * LANES;
    data->count = count;
    data->x = mem_new(room, sizeof *data->x);
    data->spent = mem_new(room, sizeof *data->spent);
    data->weight = mem_new(room, sizeof *data->weight);
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

/* ln G(z), and its first and second derivative: Stirling's series of z + 10 and more, brought back
 * by G(z + 1) = z G(z). */
struct gamma {
    double log, psi, psi1;
};

static struct gamma gamma_of(double z)
{
    struct gamma g = {0};
    double product = 1;
    for (; z < 10; z++) {
        double inverse = 1 / z;
        product *= z;
        g.psi -= inverse;
        g.psi1 += inverse * inverse;
    }
    double w = 1 / z, w2 = w * w, log_z = log(z);
    /* Bernoulli's numbers: 1/6, -1/30, 1/42, -1/30, 5/66, -691/2730, 7/6. */
    g.log += (z - 0.5) * log_z - z + 0.9189385332046727418 - log(product) +
             w * (1 / 12. - w2 * (1 / 360. - w2 * (1 / 1260. - w2 * (1 / 1680. - w2 * (
                  1 / 1188. - w2 * (691 / 360360. - w2 / 156))))));
    g.psi += log_z - w / 2 -
             w2 * (1 / 12. - w2 * (1 / 120. - w2 * (1 / 252. - w2 * (1 / 240. - w2 * (
                   1 / 132. - w2 * (691 / 32760. - w2 / 12))))));
    g.psi1 += w + w2 / 2 +
              w * w2 * (1 / 6. - w2 * (1 / 30. - w2 * (1 / 42. - w2 * (1 / 30. - w2 * (
                        5 / 66. - w2 * (691 / 2730. - w2 * 7 / 6))))));
    return g;
}

/* What of the histories goes with ln(x m + gamma), and its derivatives by gamma: sums over them of
 * it and of x times it. */
struct spend_sums {
    double log, x_log, inverse, x_inverse, square, x_square;
};

LANES_INLINE void part(const struct spend_data *data, double gamma, size_t from, size_t to,
                       struct spend_sums *sums)
{
    lanes sum[6] = {{0}};
    for (size_t i = from; i < to; i += LANES) {
        lanes x = lanes_load(data->x + i), w = lanes_load(data->weight + i);
        lanes all = lanes_load(data->spent + i) + gamma;
        lanes log_all = w * lanes_log(all), inverse = 1 / all, once = w * inverse;
        sum[0] += log_all;
        sum[1] += x * log_all;
        sum[2] += once;
        sum[3] += x * once;
        sum[4] += once * inverse;
        sum[5] += x * once * inverse;
    }
    *sums = (struct spend_sums){lanes_sum(sum[0]), lanes_sum(sum[1]), lanes_sum(sum[2]),
                                lanes_sum(sum[3]), lanes_sum(sum[4]), lanes_sum(sum[5])};
}

static void part_plain(const struct spend_data *data, double gamma, size_t from, size_t to,
                       struct spend_sums *sums)
{
    part(data, gamma, from, to, sums);
}

LANES_WIDE static void part_wide(const struct spend_data *data, double gamma, size_t from, size_t to,
                                 struct spend_sums *sums)
{
    part(data, gamma, from, to, sums);
}

struct evaluation {
    double gamma;
    const struct spend_data *data;
    struct spend_sums *part;
};

static void evaluate_part(void *context, size_t item)
{
    struct evaluation *e = context;
    const struct spend_data *data = e->data;
    size_t from = item * PART, to = from + PART < data->count ? from + PART : data->count;
    (lanes_wide() ? part_wide : part_plain)(data, e->gamma, from, to, &e->part[item]);
}

static struct spend_sums sum_up(const struct spend_data *data, double gamma)
{
    size_t parts = (data->count + PART - 1) / PART;
    struct evaluation e = {gamma, data, mem_new(parts, sizeof *e.part)};
    struct spend_sums all = {0};
    team_run(parts, evaluate_part, &e);
    for (size_t i = 0; i < parts; i++) {
        all.log += e.part[i].log;
        all.x_log += e.part[i].x_log;
        all.inverse += e.part[i].inverse;
        all.x_inverse += e.part[i].x_inverse;
        all.square += e.part[i].square;
        all.x_square += e.part[i].x_square;
    }
    free(e.part);
    return all;
}

double spend_data_likelihood(const double parameters[SPEND_PARAMETERS],
                             const struct spend_data *data, double *gradient, double *hessian)
{
    enum { N = SPEND_PARAMETERS };
    double p = parameters[0], q = parameters[1], gamma = parameters[2], log_gamma = log(gamma);
    struct spend_sums s = sum_up(data, gamma);
    struct gamma of_q = gamma_of(q);
    double sum = -p * s.x_log - q * s.log;
    double d[N] = {-s.x_log, -s.log, -p * s.x_inverse - q * s.inverse};
    double dd[N][N] = {{0, 0, -s.x_inverse}, {0, 0, -s.inverse},
                       {0, 0, p * s.x_square + q * s.square}};
    for (size_t i = 0; i < data->classes; i++) {
        const struct spend_class *c = &data->class[i];
        double w = c->weight, x = c->x, px = p * x, log_x = log(x);
        struct gamma own = gamma_of(px), all = gamma_of(px + q);
        sum += w * (all.log - own.log - of_q.log + q * log_gamma + px * log_x) +
               (px - 1) * c->log_m;
        d[0] += w * x * (all.psi - own.psi + log_x) + x * c->log_m;
        d[1] += w * (all.psi - of_q.psi + log_gamma);
        d[2] += w * q / gamma;
        dd[0][0] += w * x * x * (all.psi1 - own.psi1);
        dd[0][1] += w * x * all.psi1;
        dd[1][1] += w * (all.psi1 - of_q.psi1);
        dd[1][2] += w / gamma;
        dd[2][2] -= w * q / (gamma * gamma);
    }
    for (size_t i = 0; i < N && gradient; i++) { /* by the logs */
        gradient[i] = d[i] * parameters[i];
        for (size_t k = i; k < N && hessian; k++) {
            hessian[i * N + k] = dd[i][k] * parameters[i] * parameters[k] +
                                 (i == k ? gradient[i] : 0);
            hessian[k * N + i] = hessian[i * N + k];
        }
    }
    return sum;
}

double spend_likelihood(const double parameters[SPEND_PARAMETERS],
                        const struct spend_history *histories, size_t count, double *gradient)
{
    struct spend_data *data = spend_data_new(histories, count);
    double value = spend_data_likelihood(parameters, data, gradient, NULL);
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
