#include "base/base.h"

#include <math.h>

#include "stats/control.h"

#define MEAN_RANGE 1.128 /* of two normal values, in standard deviations */
#define RUN 8
/* A value on the centre or on a limit is on it, though a sum may round beside it. */
#define ROUNDING 1e-12

static bool has_value(const struct control_period *p)
{
    return p->n > 0 && !isnan(p->value);
}

/* Centre and sd of one value, of the baseline. */
static struct control baseline(const struct control_period *periods, size_t count,
                               enum control_kind kind)
{
    struct control c = {NAN, NAN, NAN, 0};
    double sum = 0, all = 0, squares = 0, freedom = 0, ranges = 0, before = NAN;
    for (size_t i = 0; i < count; i++) {
        const struct control_period *p = &periods[i];
        if (!has_value(p)) {
            continue;
        }
        double weight = kind == CONTROL_INDIVIDUALS ? 1 : p->n;
        sum += weight * p->value;
        all += weight;
        if (p->n > 1 && !isnan(p->sd)) {
            squares += (p->n - 1) * p->sd * p->sd;
            freedom += p->n - 1;
        }
        ranges += c.values > 0 ? fabs(p->value - before) : 0;
        before = p->value;
        c.values++;
    }
    if (c.values > 0) {
        c.centre = sum / all;
    }
    if (kind == CONTROL_MEAN && freedom > 0) {
        c.sd = sqrt(squares / freedom);
    } else if (kind == CONTROL_INDIVIDUALS && c.values > 1) {
        c.sd = 2.66 / 3 * ranges / (double)(c.values - 1);
    }
    return c;
}

static double sd_of(const struct control *c, const struct control_period *p, enum control_kind kind)
{
    switch (kind) {
    case CONTROL_P:
        return sqrt(c->centre * (1 - c->centre) / p->n);
    case CONTROL_U:
        return sqrt(c->centre / p->n);
    case CONTROL_MEAN:
        return c->sd / sqrt(p->n);
    default:
        return c->sd;
    }
}

/* NaN where an sd is 0 or unknown. */
static double sigma_z(const struct control *c, const struct control_period *periods, size_t count,
                      enum control_kind kind)
{
    double ranges = 0, before = 0;
    size_t values = 0;
    for (size_t i = 0; i < count; i++) {
        if (has_value(&periods[i])) {
            double sd = sd_of(c, &periods[i], kind);
            double z = sd > 0 ? (periods[i].value - c->centre) / sd : NAN;
            ranges += values++ > 0 ? fabs(z - before) : 0;
            before = z;
        }
    }
    return values > 1 ? ranges / (double)(values - 1) / MEAN_RANGE : NAN;
}

static double from_centre(const struct control *c, const struct control_period *period)
{
    double off = period->value - c->centre;
    return fabs(off) <= ROUNDING * (fabs(period->value) + fabs(c->centre)) ? 0 : off;
}

static void limits(const struct control *c, const struct control_options *o,
                   const struct control_period *period, struct control_point *point)
{
    point->sd =
        sd_of(c, period, o->kind) * (o->laney && o->kind != CONTROL_INDIVIDUALS ? c->sigma_z : 1);
    point->low = c->centre - 3 * point->sd;
    point->high = c->centre + 3 * point->sd;
    if ((o->kind == CONTROL_P || o->kind == CONTROL_U) && point->low < 0) {
        point->low = 0;
    }
    if (o->kind == CONTROL_P && point->high > 1) {
        point->high = 1;
    }
    double off = from_centre(c, period);
    if (off == 0 || point->sd > 0) {
        point->z = off == 0 ? 0 : off / point->sd;
    }
}

static bool beyond(const struct control_point *point, double value)
{
    double slack = ROUNDING * (fabs(value) + fabs(point->sd));
    return value < point->low - slack || value > point->high + slack;
}

struct control control_chart(const struct control_period *periods, size_t count,
                             const struct control_options *options, struct control_point *points)
{
    size_t base = options->baseline > 0 && options->baseline < count ? options->baseline : count;
    struct control c = baseline(periods, base, options->kind);
    size_t run = 0;
    int side = 0;
    if (options->kind != CONTROL_INDIVIDUALS) {
        c.sigma_z = sigma_z(&c, periods, base, options->kind);
    }
    for (size_t i = 0; i < count; i++) {
        struct control_point *point = &points[i];
        *point = (struct control_point){NAN, NAN, NAN, NAN, 0, 0};
        if (!has_value(&periods[i])) {
            continue;
        }
        limits(&c, options, &periods[i], point);
        double off = from_centre(&c, &periods[i]);
        int now = (off > 0) - (off < 0);
        run = now == 0 ? 0 : now == side ? run + 1 : 1;
        side = now;
        point->run = run;
        point->signals = (beyond(point, periods[i].value) ? CONTROL_BEYOND : 0u) |
                         (run >= RUN ? CONTROL_RUN : 0u);
    }
    return c;
}
