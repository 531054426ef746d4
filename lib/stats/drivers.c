#include "base/base.h"

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <math.h>

#include "base/mem.h"
#include "stats/drivers.h"
#include "stats/quantile.h"

/* Of a variance of 1, what may be left by rounding of a predictor that others determine. */
#define NOTHING_LEFT 1e-10

/* For both loops over the rows. */
static double row_weight(const struct drivers_data *d, const uint32_t *times, size_t i)
{
    double weight = (d->weights ? d->weights[i] : 1) * (times ? times[i] : 1);
    return weight > 0 ? weight : 0;
}

static void column_means(const struct drivers_data *d, const uint32_t *times, double *mean)
{
    size_t q = d->predictors + 1;
    double all = 0;
    memset(mean, 0, q * sizeof *mean);
    for (size_t i = 0; i < d->count; i++) {
        double weight = row_weight(d, times, i);
        all += weight;
        for (size_t k = 0; k < q; k++) {
            mean[k] += weight * d->rows[i * q + k];
        }
    }
    for (size_t k = 0; k < q; k++) {
        mean[k] /= all;
    }
}

/* Weighted sums of products into the lower triangle; returns the sum of weights, counts rows. */
static double products(const struct drivers_data *d, const uint32_t *times, const double *mean,
                       double *sums, double *rows)
{
    size_t q = d->predictors + 1;
    double all = 0;
    double *off = mem_new(q, sizeof *off);
    memset(sums, 0, q * q * sizeof *sums);
    *rows = 0;
    for (size_t i = 0; i < d->count; i++) {
        double weight = row_weight(d, times, i);
        if (weight == 0) {
            continue;
        }
        all += weight;
        *rows += times ? times[i] : 1;
        for (size_t k = 0; k < q; k++) {
            off[k] = d->rows[i * q + k] - mean[k];
            double part = weight * off[k];
            for (size_t m = 0; m <= k; m++) {
                sums[k * q + m] += part * off[m];
            }
        }
    }
    free(off);
    return all;
}

void drivers_correlate(const struct drivers_data *d, const uint32_t *times, double *correlation,
                       double *mean, double *sd)
{
    size_t q = d->predictors + 1;
    double *center = mem_new(q, sizeof *center);
    double *root = mem_new(q, sizeof *root);
    double rows;
    column_means(d, times, center);
    double all = products(d, times, center, correlation, &rows);
    for (size_t k = 0; k < q; k++) {
        double variance = correlation[k * q + k] / all;
        /* What does not vary has a mean that rounding may put beside it. */
        bool varies = variance > 1e-24 * center[k] * center[k];
        root[k] = varies ? sqrt(variance) : 0;
        if (mean) {
            mean[k] = center[k];
        }
        if (sd) {
            sd[k] = root[k] * sqrt(rows / (rows - 1));
        }
    }
    for (size_t k = 0; k < q; k++) {
        for (size_t m = 0; m <= k; m++) {
            double scale = root[k] * root[m];
            double r = k == m ? 1 : scale > 0 ? correlation[k * q + m] / all / scale : 0;
            if (root[q - 1] == 0 && k == q - 1) {
                r = NAN;
            }
            correlation[k * q + m] = correlation[m * q + k] = r;
        }
    }
    free(center);
    free(root);
}

/* R^2 of every set of predictors, set by set of the later ones. */
struct sets {
    size_t p;
    double *r2;   /* by set: bit i is predictor i */
    double *work; /* a matrix for each predictor */
};

/* `left` are the (co)variances of the predictors from `next` on, and of the target, that the set so
 * far has left unexplained: upper triangles. */
static void descend(struct sets *s, const double *left, size_t next, size_t set, double r2)
{
    size_t p = s->p, q = p + 1;
    if (next == p) {
        s->r2[set] = r2;
        return;
    }
    const double *row = left + next * q;
    double variance = row[next];
    descend(s, left, next + 1, set, r2);
    set |= (size_t)1 << next;
    if (variance < NOTHING_LEFT) {
        descend(s, left, next + 1, set, r2);
        return;
    }
    double *rest = s->work + next * q * q;
    for (size_t i = next + 1; i < p; i++) {
        double part = row[i] / variance;
        for (size_t k = i; k < q; k++) {
            rest[i * q + k] = left[i * q + k] - part * row[k];
        }
    }
    descend(s, rest, next + 1, set, r2 + row[p] * row[p] / variance);
}

static void share_exactly(const double *correlation, size_t p, struct driver *driver)
{
    size_t count = (size_t)1 << p;
    struct sets s = {p, mem_new(count, sizeof *s.r2),
                     mem_new(mem_mul(p, (p + 1) * (p + 1)), sizeof *s.work)};
    double weight[DRIVERS_EXACT]; /* |S|! (p - |S| - 1)! / p! */
    weight[0] = 1 / (double)p;
    for (size_t k = 1; k < p; k++) {
        weight[k] = weight[k - 1] * (double)k / (double)(p - k);
    }
    descend(&s, correlation, 0, 0, 0);
    for (size_t set = 0; set < count; set++) {
        double part = set + 1 < count ? weight[__builtin_popcountll(set)] : 0;
        for (size_t j = 0; j < p; j++) {
            size_t bit = (size_t)1 << j;
            if (!(set & bit)) {
                driver[j].lmg += part * (s.r2[set | bit] - s.r2[set]);
            }
        }
    }
    free(s.r2);
    free(s.work);
}

/* What each adds to R^2 in this order, into gain by predictor. `work` of (p + 1)^2 is left as the
 * triangle of the elimination, in the order. */
static void enter(const double *correlation, size_t p, const size_t *order, double *work,
                  double *gain)
{
    size_t q = p + 1;
    for (size_t i = 0; i < p; i++) {
        for (size_t k = i; k < p; k++) {
            work[i * q + k] = correlation[order[i] * q + order[k]];
        }
        work[i * q + p] = correlation[order[i] * q + p];
    }
    for (size_t i = 0; i < p; i++) {
        const double *row = work + i * q;
        gain[order[i]] = 0;
        if (row[i] < NOTHING_LEFT) {
            continue;
        }
        gain[order[i]] = row[p] * row[p] / row[i];
        for (size_t m = i + 1; m < p; m++) {
            double part = row[m] / row[i];
            for (size_t k = m; k < q; k++) {
                work[m * q + k] -= part * row[k];
            }
        }
    }
}

static void reverse(size_t *order, size_t p)
{
    for (size_t i = 0; i < p / 2; i++) {
        size_t other = order[i];
        order[i] = order[p - 1 - i];
        order[p - 1 - i] = other;
    }
}

/* Each order with its reverse: a pair is one observation. Returns the number of orders. */
static size_t share_by_chance(const double *correlation, size_t p, size_t orders, uint64_t seed,
                              struct driver *driver)
{
    size_t pairs = orders < 4 ? 2 : (orders + 1) / 2;
    size_t *order = mem_new(p, sizeof *order);
    double *work = mem_new(mem_mul(p + 1, p + 1), sizeof *work);
    double *gain = mem_new(mem_mul(p, 2), sizeof *gain);
    double *squares = mem_new(p, sizeof *squares);
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, seed);
    for (size_t i = 0; i < p; i++) {
        order[i] = i;
    }
    for (size_t n = 1; n <= pairs; n++) {
        gsl_ran_shuffle(random, order, p, sizeof *order);
        enter(correlation, p, order, work, gain);
        reverse(order, p);
        enter(correlation, p, order, work, gain + p);
        for (size_t j = 0; j < p; j++) {
            double value = (gain[j] + gain[p + j]) / 2, off = value - driver[j].lmg;
            driver[j].lmg += off / (double)n;
            squares[j] += off * (value - driver[j].lmg);
        }
    }
    for (size_t j = 0; j < p; j++) {
        driver[j].error = sqrt(squares[j] / (double)(pairs - 1) / (double)pairs);
    }
    gsl_rng_free(random);
    free(order);
    free(work);
    free(gain);
    free(squares);
    return 2 * pairs;
}

/* R^2, betas and lasts. */
static double regress(const double *correlation, size_t p, struct driver *driver)
{
    size_t q = p + 1;
    double r2 = 0;
    size_t *order = mem_new(p, sizeof *order);
    double *work = mem_new(mem_mul(q, q), sizeof *work);
    double *gain = mem_new(p, sizeof *gain);
    for (size_t j = 0; j < p; j++) { /* j is the last to enter */
        for (size_t i = 0; i < p; i++) {
            order[i] = i + 1 == p ? j : i < j ? i : i + 1;
        }
        enter(correlation, p, order, work, gain);
        driver[j].last = gain[j];
        driver[j].first = correlation[j * q + p] * correlation[j * q + p];
    }
    for (size_t i = 0; i < p; i++) { /* the order is that of the predictors by now */
        r2 += gain[i];
    }
    for (size_t i = p; i-- > 0;) {
        const double *row = work + i * q;
        double rest = row[p];
        for (size_t k = i + 1; k < p; k++) {
            rest -= isnan(driver[k].beta) ? 0 : row[k] * driver[k].beta;
        }
        driver[i].beta = row[i] < NOTHING_LEFT ? NAN : rest / row[i];
    }
    free(order);
    free(work);
    free(gain);
    return r2;
}

void drivers_share(const double *correlation, size_t p, const struct drivers_effort *effort,
                   struct drivers *d)
{
    *d = (struct drivers){mem_new(p, sizeof *d->driver), NAN, 0};
    if (p > 0 && isnan(correlation[p])) {
        for (size_t j = 0; j < p; j++) {
            d->driver[j] = (struct driver){NAN, NAN, NAN, NAN, NAN};
        }
        return;
    }
    d->r2 = p > 0 ? regress(correlation, p, d->driver) : 0;
    if (p > DRIVERS_EXACT || effort->orders > 0) {
        size_t orders = effort->orders > 0 ? effort->orders : DRIVERS_ORDERS;
        d->orders = share_by_chance(correlation, p, orders, effort->seed, d->driver);
    } else if (p > 0) {
        share_exactly(correlation, p, d->driver);
    }
}

/* Limits of `count` values that stand `p` apart. */
static void percentiles(const double *values, size_t count, size_t p, double *sorted, double *low,
                        double *high)
{
    for (size_t i = 0; i < count; i++) {
        sorted[i] = values[i * p];
    }
    quantile_sort(sorted, count);
    *low = count > 0 ? quantile_at(sorted, count, 25, 1000) : NAN;
    *high = count > 0 ? quantile_at(sorted, count, 975, 1000) : NAN;
}

size_t drivers_bootstrap(const struct drivers_data *data, const struct drivers_effort *effort,
                         struct drivers_interval *intervals)
{
    size_t p = data->predictors, done = 0;
    uint32_t *times = mem_new(data->count, sizeof *times);
    double *correlation = mem_new(mem_mul(p + 1, p + 1), sizeof *correlation);
    double *lmg = mem_new(mem_mul(effort->replicates, p), sizeof *lmg);
    double *part = mem_new(mem_mul(effort->replicates, p), sizeof *part);
    double *sorted = mem_new(effort->replicates, sizeof *sorted);
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    gsl_rng_set(random, effort->seed);
    for (size_t b = 0; b < effort->replicates && data->count > 0; b++) {
        struct drivers d;
        memset(times, 0, data->count * sizeof *times);
        for (size_t i = 0; i < data->count; i++) {
            times[gsl_rng_uniform_int(random, data->count)]++;
        }
        drivers_correlate(data, times, correlation, NULL, NULL);
        drivers_share(correlation, p, effort, &d);
        for (size_t j = 0; j < p && d.r2 > 0; j++) {
            lmg[done * p + j] = d.driver[j].lmg;
            part[done * p + j] = d.driver[j].lmg / d.r2;
        }
        done += d.r2 > 0;
        free(d.driver);
    }
    for (size_t j = 0; j < p; j++) {
        struct drivers_interval *v = &intervals[j];
        percentiles(lmg + j, done, p, sorted, &v->low, &v->high);
        percentiles(part + j, done, p, sorted, &v->part_low, &v->part_high);
    }
    gsl_rng_free(random);
    free(times);
    free(correlation);
    free(lmg);
    free(part);
    free(sorted);
    return done;
}
