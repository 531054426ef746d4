#include "base/base.h"

#include <math.h>

#include "stats/lifetime_integral.h"
#include "stats/lifetime_pareto.h"

/* An exponent above this is taken as it, which makes P(alive) less than the least that is taken from
 * here: the powers of such histories are out of lanes_exp's reach. */
#define EXPONENT_MOST 700
#define LEAST 1e-100

/*
 * With K of lifetime_integral.h from t_x to T, shapes k = r + x and s + 1, the odds of having left
 * are
 *
 *     s / (beta + t_x) K ((alpha + T) / (alpha + t_x))^k ((beta + T) / (beta + t_x))^s
 */
LANES_INLINE lanes four_alive(const double p[LIFETIME_PARAMETERS], lanes x, lanes last, lanes seen)
{
    struct lifetime_integral in;
    lanes base[2] = {p[1] + last, p[3] + last}, shape[2] = {p[0] + x, lanes_all(p[2] + 1)};
    lanes rise[2] = {lanes_log((p[1] + seen) / base[0]), lanes_log((p[3] + seen) / base[1])};
    lifetime_integral_take(base, shape, rise, false, &in);
    lanes power = shape[0] * rise[0] + p[2] * rise[1];
    power = lanes_min(power, lanes_all(EXPONENT_MOST));
    return 1 / (1 + p[2] / base[1] * in.size * lanes_exp(power));
}

/* The first order, at u after T: K of shapes k + 1 and s, times k / (alpha + T). */
LANES_INLINE lanes four_some(const double p[LIFETIME_PARAMETERS], lanes x, lanes seen, double t)
{
    struct lifetime_integral in;
    lanes base[2] = {p[1] + seen, p[3] + seen}, shape[2] = {p[0] + x + 1, lanes_all(p[2])};
    lanes rise[2] = {lanes_log(1 + t / base[0]), lanes_log(1 + t / base[1])};
    lifetime_integral_take(base, shape, rise, false, &in);
    return (p[0] + x) / base[0] * in.size;
}

struct block { /* of histories, the last one repeated */
    double x[LANES], last[LANES], seen[LANES], value[LANES];
};

static size_t fill(const struct lifetime_history *h, size_t n, struct block *block)
{
    for (size_t i = 0; i < LANES; i++) {
        const struct lifetime_history *one = &h[i < n ? i : n - 1];
        block->x[i] = one->x;
        block->last[i] = one->t_x;
        block->seen[i] = one->T;
    }
    return n < LANES ? n : LANES;
}

LANES_INLINE void alive(const double p[LIFETIME_PARAMETERS], struct block *b)
{
    lanes_store(b->value, four_alive(p, lanes_load(b->x), lanes_load(b->last), lanes_load(b->seen)));
}

LANES_INLINE void some(const double p[LIFETIME_PARAMETERS], double t, struct block *b)
{
    lanes_store(b->value, four_some(p, lanes_load(b->x), lanes_load(b->seen), t));
}

static void alive_plain(const double p[LIFETIME_PARAMETERS], struct block *block)
{
    alive(p, block);
}

LANES_WIDE static void alive_wide(const double p[LIFETIME_PARAMETERS], struct block *block)
{
    alive(p, block);
}

static void some_plain(const double p[LIFETIME_PARAMETERS], double t, struct block *block)
{
    some(p, t, block);
}

LANES_WIDE static void some_wide(const double p[LIFETIME_PARAMETERS], double t, struct block *block)
{
    some(p, t, block);
}

void lifetime_pareto_many_alive(const double p[LIFETIME_PARAMETERS],
                                const struct lifetime_history *h, size_t count, double *values)
{
    struct block block;
    for (size_t i = 0; i < count; i += LANES) {
        size_t n = fill(h + i, count - i, &block);
        (lanes_wide() ? alive_wide : alive_plain)(p, &block);
        for (size_t k = 0; k < n; k++) {
            values[i + k] = block.value[k] > LEAST ? block.value[k]
                                                   : lifetime_pareto_alive(p, &h[i + k]);
        }
    }
}

void lifetime_pareto_many_some(const double p[LIFETIME_PARAMETERS],
                               const struct lifetime_history *h, size_t count, double t,
                               double *values)
{
    struct block block;
    for (size_t i = 0; i < count; i += LANES) {
        size_t n = fill(h + i, count - i, &block);
        (lanes_wide() ? some_wide : some_plain)(p, t, &block);
        memcpy(values + i, block.value, n * sizeof *values);
    }
}
