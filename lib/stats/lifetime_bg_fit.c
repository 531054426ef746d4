#include "base/base.h"

#include <math.h>

#include "stats/lifetime_bg.h"

/*
 * With n = x + 1 (modified) or x chances to leave,
 *
 *     LL = ln G(r + x) / G(r) + r ln alpha                            rate
 *        + ln B(a, b + n) / B(a, b)                                   stayed n times
 *        + ln( e^stayed + [n > 0] e^left )
 *
 *     stayed = -(r + x) ln(alpha + T)
 *     left   = ln a - ln(b + n - 1) - (r + x) ln(alpha + t_x)
 */
struct model {
    lanes r, alpha, b;
    lanes log_a, by_a;
};

LANES_INLINE void four_add(const struct model *m, bool modified, lanes x, lanes last, lanes seen,
                           lanes weight, struct lifetime_data_lanes *sum)
{
    lanes rx = m->r + x, before = modified ? x : lanes_max(x - 1, lanes_all(0)); /* n - 1 */
    lanes_mask may = modified ? x >= 0 : x > 0;
    lanes by_seen = 1 / (m->alpha + seen), by_last = 1 / (m->alpha + last);
    lanes log_seen = lanes_log(m->alpha + seen);
    lanes rise = log_seen - lanes_log(m->alpha + last);
    lanes chance = m->b + before;
    lanes more = m->log_a - lanes_log(chance) + rx * rise; /* left less stayed */
    lanes_mask above = more > 0;
    lanes e = lanes_exp(lanes_if(above, -more, more));
    lanes both = lanes_if(above, more, lanes_all(0)) + lanes_log(1 + e);
    lanes left = weight * lanes_if(may, lanes_if(above, lanes_all(1), e) / (1 + e), lanes_all(0));
    lanes torn = left * (1 - lanes_if(above, lanes_all(1), e) / (1 + e));
    /* The derivatives of left by r, alpha, a and b, less those of stayed. */
    lanes d[] = {rise, rx * (by_seen - by_last), m->by_a, -1 / chance};
    sum->value += weight * (lanes_if(may, both, lanes_all(0)) - rx * log_seen);
    sum->d[0] += left * d[0] - weight * log_seen;
    sum->d[1] += left * d[1] - weight * rx * by_seen;
    sum->d[2] += left * d[2];
    sum->d[3] += left * d[3];
    sum->dd[PAIR_00] += torn * d[0] * d[0];
    sum->dd[PAIR_01] += torn * d[0] * d[1] + left * (by_seen - by_last) - weight * by_seen;
    sum->dd[PAIR_02] += torn * d[0] * d[2];
    sum->dd[PAIR_03] += torn * d[0] * d[3];
    sum->dd[PAIR_11] += torn * d[1] * d[1] + weight * rx * by_seen * by_seen +
                        left * rx * (by_last * by_last - by_seen * by_seen);
    sum->dd[PAIR_12] += torn * d[1] * d[2];
    sum->dd[PAIR_13] += torn * d[1] * d[3];
    sum->dd[PAIR_22] += torn * d[2] * d[2] - left * d[2] * d[2];
    sum->dd[PAIR_23] += torn * d[2] * d[3];
    sum->dd[PAIR_33] += torn * d[3] * d[3] + left * d[3] * d[3];
}

LANES_INLINE void part(const double p[LIFETIME_PARAMETERS], bool modified,
                       const struct lifetime_data *data, size_t from, size_t to,
                       struct lifetime_data_sums *sums)
{
    struct model m = {lanes_all(p[0]), lanes_all(p[1]), lanes_all(p[3]), lanes_all(log(p[2])),
                      lanes_all(1 / p[2])};
    struct lifetime_data_lanes sum = {.value = {0}};
    for (size_t i = from; i < to; i += LANES) {
        four_add(&m, modified, lanes_load(data->x + i), lanes_load(data->last + i),
                 lanes_load(data->seen + i), lanes_load(data->weight + i), &sum);
    }
    lifetime_data_fold(&sum, sums);
}

static void part_plain(const double p[LIFETIME_PARAMETERS], bool modified,
                       const struct lifetime_data *data, size_t from, size_t to,
                       struct lifetime_data_sums *sums)
{
    part(p, modified, data, from, to, sums);
}

LANES_WIDE static void part_wide(const double p[LIFETIME_PARAMETERS], bool modified,
                                 const struct lifetime_data *data, size_t from, size_t to,
                                 struct lifetime_data_sums *sums)
{
    part(p, modified, data, from, to, sums);
}

void lifetime_bg_fit_part(const double p[LIFETIME_PARAMETERS], bool modified,
                          const struct lifetime_data *data, size_t from, size_t to,
                          struct lifetime_data_sums *sums)
{
    (lanes_wide() ? part_wide : part_plain)(p, modified, data, from, to, sums);
}

/* ln B(a, b + n) / B(a, b) is a sum of ln((b + j) / (a + b + j)) over j < n. */
static void add_stays(double a, double b, double weight, double j, struct lifetime_data_sums *sums)
{
    double stay = 1 / (b + j), all = 1 / (a + b + j);
    sums->value += weight * log((b + j) * all);
    sums->d[2] -= weight * all;
    sums->d[3] += weight * (stay - all);
    sums->dd[PAIR_22] += weight * all * all;
    sums->dd[PAIR_23] += weight * all * all;
    sums->dd[PAIR_33] += weight * (all * all - stay * stay);
}

void lifetime_bg_fit_rest(const double p[LIFETIME_PARAMETERS], bool modified,
                          const struct lifetime_data *data, struct lifetime_data_sums *sums)
{
    double r = p[0], alpha = p[1], a = p[2], b = p[3], n = data->all;
    lifetime_data_rates(data, r, sums);
    if (modified) {
        add_stays(a, b, n, 0, sums);
    }
    for (size_t j = 0; j < data->most; j++) {
        add_stays(a, b, data->more[j], (double)j + modified, sums);
    }
    sums->value += n * r * log(alpha);
    sums->d[0] += n * log(alpha);
    sums->d[1] += n * r / alpha;
    sums->dd[PAIR_01] += n / alpha;
    sums->dd[PAIR_11] -= n * r / (alpha * alpha);
}
