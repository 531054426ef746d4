#include "base/base.h"

#include <math.h>

#include "stats/lifetime_integral.h"
#include "stats/lifetime_pareto.h"

/*
 * With k = r + x, A = alpha + y and B = beta + y,
 *
 *     LL = ln G(r + x) / G(r) + r ln alpha + s ln beta + ln( e^stayed + e^gone )
 *
 *     stayed = -k ln(alpha + T) - s ln(beta + T)
 *     gone   = ln s + ln of the integral over y from t_x to T of A^-k B^-(s + 1)
 *
 * The first and second derivatives of `gone` are means and covariances of those of the logarithm
 * under the integral, of which the integral's points give the likelihood itself, too.
 */
struct model {
    lanes r, alpha, s, beta;
    lanes log_s;
};

struct side { /* of ln e^stayed, and what the derivatives of gone are more */
    lanes d[LIFETIME_PARAMETERS], dd[LIFETIME_DATA_PAIRS];
};

struct four { /* histories */
    lanes k, last[2], seen[2];    /* last: alpha + t_x and beta + t_x; seen: with T */
    lanes log_last[2], rise[2];   /* rise: ln of seen / last */
    lanes stayed, left;           /* left: share of e^gone */
    struct lifetime_integral in;
};

LANES_INLINE lanes covariance(const struct lifetime_integral *in, int pair, int i, int j)
{
    return in->product[pair] - in->mean[i] * in->mean[j];
}

LANES_INLINE void stayed_side(const struct model *m, const struct four *h, struct side *side)
{
    lanes by_rate = 1 / h->seen[0], by_leave = 1 / h->seen[1];
    side->d[0] = -(h->log_last[0] + h->rise[0]);
    side->d[1] = -h->k * by_rate;
    side->d[2] = -(h->log_last[1] + h->rise[1]);
    side->d[3] = -m->s * by_leave;
    side->dd[PAIR_01] = -by_rate;
    side->dd[PAIR_11] = h->k * by_rate * by_rate;
    side->dd[PAIR_23] = -by_leave;
    side->dd[PAIR_33] = m->s * by_leave * by_leave;
}

/* The derivatives of gone, less those of stayed. */
LANES_INLINE void gone_side(const struct model *m, const struct four *h, const struct side *stayed,
                            struct side *more)
{
    const struct lifetime_integral *in = &h->in;
    lanes shape = m->s + 1, by_rate = 1 / h->last[0], by_leave = 1 / h->last[1];
    lanes rate = h->k * by_rate, leave = shape * by_leave, by_s = 1 / m->s;
    lanes inverse_rate = by_rate * (1 - in->mean[1]); /* means of 1 / A and 1 / B, and squared */
    lanes inverse_leave = by_leave * (1 - in->mean[3]);
    lanes square_rate = by_rate * by_rate * (1 - 2 * in->mean[1] + in->product[4]);
    lanes square_leave = by_leave * by_leave * (1 - 2 * in->mean[3] + in->product[9]);
    more->d[0] = h->rise[0] - in->mean[0];
    more->d[1] = -h->k * inverse_rate - stayed->d[1];
    more->d[2] = by_s + h->rise[1] - in->mean[2];
    more->d[3] = -shape * inverse_leave - stayed->d[3];
    more->dd[PAIR_00] = covariance(in, 0, 0, 0);
    more->dd[PAIR_01] = -inverse_rate - rate * covariance(in, 1, 0, 1) - stayed->dd[PAIR_01];
    more->dd[PAIR_02] = covariance(in, 2, 0, 2);
    more->dd[PAIR_03] = -leave * covariance(in, 3, 0, 3);
    more->dd[PAIR_11] = h->k * square_rate + rate * rate * covariance(in, 4, 1, 1) -
                        stayed->dd[PAIR_11];
    more->dd[PAIR_12] = -rate * covariance(in, 5, 1, 2);
    more->dd[PAIR_13] = rate * leave * covariance(in, 6, 1, 3);
    more->dd[PAIR_22] = covariance(in, 7, 2, 2) - by_s * by_s;
    more->dd[PAIR_23] = -inverse_leave - leave * covariance(in, 8, 2, 3) - stayed->dd[PAIR_23];
    more->dd[PAIR_33] = shape * square_leave + leave * leave * covariance(in, 9, 3, 3) -
                        stayed->dd[PAIR_33];
}

/* ln(e^stayed + e^gone) of four histories, without a history's weight; fills in *h. */
LANES_INLINE lanes four_take(const struct model *m, lanes x, lanes last, lanes seen, struct four *h)
{
    const lanes base[2] = {m->alpha, m->beta};
    lanes shape[2];
    h->k = m->r + x;
    shape[0] = h->k;
    shape[1] = m->s + 1;
    lanes stayed = lanes_all(0), more = m->log_s; /* gone, less stayed */
#pragma GCC unroll 2
    for (int i = 0; i < 2; i++) {
        h->last[i] = base[i] + last;
        h->seen[i] = base[i] + seen;
        h->log_last[i] = lanes_log(h->last[i]);
        h->rise[i] = lanes_log(h->seen[i] / h->last[i]);
        lanes own = i == 0 ? h->k : m->s;
        stayed -= own * (h->log_last[i] + h->rise[i]);
        more += own * h->rise[i];
    }
    lifetime_integral_take(h->last, shape, h->rise, true, &h->in);
    lanes_mask some = h->in.size > 0;
    more += lanes_log(lanes_if(some, h->in.size, lanes_all(1))) - h->log_last[1];
    lanes_mask above = more > 0;
    lanes less = lanes_exp(lanes_if(above, -more, more));
    h->left = lanes_if(some, lanes_if(above, lanes_all(1), less) / (1 + less), lanes_all(0));
    return stayed + lanes_if(some, lanes_if(above, more, lanes_all(0)) + lanes_log(1 + less),
                             lanes_all(0));
}

LANES_INLINE void four_add(const struct model *m, lanes x, lanes last, lanes seen, lanes weight,
                           struct lifetime_data_lanes *sum)
{
    static const int pair[LIFETIME_DATA_PAIRS][2] = {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 1},
                                                     {1, 2}, {1, 3}, {2, 2}, {2, 3}, {3, 3}};
    struct four h;
    struct side stayed = {.d = {{0}}}, more;
    sum->value += weight * four_take(m, x, last, seen, &h);
    stayed_side(m, &h, &stayed);
    gone_side(m, &h, &stayed, &more);
    lanes left = weight * h.left, torn = left * (1 - h.left);
#pragma GCC unroll 4
    for (int i = 0; i < LIFETIME_PARAMETERS; i++) {
        sum->d[i] += weight * stayed.d[i] + left * more.d[i];
    }
#pragma GCC unroll 10
    for (int i = 0; i < LIFETIME_DATA_PAIRS; i++) {
        sum->dd[i] += weight * stayed.dd[i] + left * more.dd[i] +
                      torn * more.d[pair[i][0]] * more.d[pair[i][1]];
    }
}

LANES_INLINE void part(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                       size_t from, size_t to, struct lifetime_data_sums *sums)
{
    struct model m = {lanes_all(p[0]), lanes_all(p[1]), lanes_all(p[2]), lanes_all(p[3]),
                      lanes_all(log(p[2]))};
    struct lifetime_data_lanes sum = {.value = {0}};
    for (size_t i = from; i < to; i += LANES) {
        four_add(&m, lanes_load(data->x + i), lanes_load(data->last + i), lanes_load(data->seen + i),
                 lanes_load(data->weight + i), &sum);
    }
    lifetime_data_fold(&sum, sums);
}

static void part_plain(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                       size_t from, size_t to, struct lifetime_data_sums *sums)
{
    part(p, data, from, to, sums);
}

LANES_WIDE static void part_wide(const double p[LIFETIME_PARAMETERS],
                                 const struct lifetime_data *data, size_t from, size_t to,
                                 struct lifetime_data_sums *sums)
{
    part(p, data, from, to, sums);
}

void lifetime_pareto_fit_part(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                              size_t from, size_t to, struct lifetime_data_sums *sums)
{
    (lanes_wide() ? part_wide : part_plain)(p, data, from, to, sums);
}

void lifetime_pareto_fit_rest(const double p[LIFETIME_PARAMETERS], const struct lifetime_data *data,
                              struct lifetime_data_sums *sums)
{
    double r = p[0], alpha = p[1], s = p[2], beta = p[3], n = data->all;
    lifetime_data_rates(data, r, sums);
    sums->value += n * (r * log(alpha) + s * log(beta));
    sums->d[0] += n * log(alpha);
    sums->d[1] += n * r / alpha;
    sums->d[2] += n * log(beta);
    sums->d[3] += n * s / beta;
    sums->dd[PAIR_01] += n / alpha;
    sums->dd[PAIR_11] -= n * r / (alpha * alpha);
    sums->dd[PAIR_23] += n / beta;
    sums->dd[PAIR_33] -= n * s / (beta * beta);
}
