/*
 * lifetime_integral.h - integrals over the time of leaving, for lifetime_pareto.c: four at once
 * (lanes.h).
 *
 *     K = integral over y from 0 to span of (1 + y / base0)^-shape0 (1 + y / base1)^-shape1
 *
 * Of the two powers take the one that falls faster as its own, (c + y)^-m; in v = ln((c + y) / c)
 * what is left is smooth however large a shape or small a base is:
 *
 *     K = c integral over v from 0 to V of e^-((m - 1) v) (1 + ratio (e^v - 1))^-other
 *
 * by Gauss-Legendre with as many points as a relative error of 1e-11 needs. Nearest to the path the
 * integrand is singular at +-i pi or more beside it, and, where the other power's base is smaller,
 * to its left at ln(1 - 1 / ratio): six points do where the path is short against both and the
 * integrand falls by little, sixteen go far, and beyond that are panels of sixteen.
 */
#ifndef CRM_LIFETIME_INTEGRAL_H
#define CRM_LIFETIME_INTEGRAL_H

#include "stats/lanes.h"

struct lifetime_integral {
    lanes size; /* K; 0 where span is */
    /* Means over the integrand: of l0 = ln(1 + y / base0), j0 = y / (base0 + y), l1 and j1; and of
     * their products: l0 l0, l0 j0, l0 l1, l0 j1, j0 j0, j0 l1, j0 j1, l1 l1, l1 j1, j1 j1. */
    lanes mean[4], product[10];
};

/* Positive halves of Gauss' nodes on [-1, 1], and their weights (Abramowitz & Stegun, table 25.4),
 * one rule behind the other. */
static const double lifetime_integral_node[][2] = {
    {0.2386191860831969, 0.4679139345726910}, {0.6612093864662645, 0.3607615730481386},
    {0.9324695142031521, 0.1713244923791704},

    {0.1834346424956498, 0.3626837833783620}, {0.5255324099163290, 0.3137066458778873},
    {0.7966664774136267, 0.2223810344533745}, {0.9602898564975363, 0.1012285362903763},

    {0.1252334085114689, 0.2491470458134028}, {0.3678314989981802, 0.2334925365383548},
    {0.5873179542866175, 0.2031674267230659}, {0.7699026741943047, 0.1600783285433462},
    {0.9041172563704749, 0.1069393259953184}, {0.9815606342467192, 0.0471753363865118},

    {0.0950125098376374, 0.1894506104550685}, {0.2816035507792589, 0.1826034150449236},
    {0.4580167776572274, 0.1691565193950025}, {0.6178762444026438, 0.1495959888165767},
    {0.7554044083550030, 0.1246289712555339}, {0.8656312023878318, 0.0951585116824928},
    {0.9445750230732326, 0.0622535239386479}, {0.9894009349916499, 0.0271524594117541}};

/* Rules, and how far each reaches with an error of 1e-11 at most (by trial, on 60,000 integrals):
 * the exponent that falls, V, and V by the distance of the singularity to the left. */
struct lifetime_integral_rule {
    int first, half; /* node, and how many there are of the positive ones */
    double falls, end, near;
};
static const struct lifetime_integral_rule lifetime_integral_rule[] = {
    {0, 3, 2, 1, 0.3}, {3, 4, 5, 1.6, 0.3}, {7, 6, 14, 2.6, 0.75}, {13, 8, 20, 4, 2}};

/* The integrand in v, by lane. */
struct lifetime_integrand {
    lanes end; /* V */
    lanes fall, other, ratio; /* m - 1, the other shape, and c / the other base */
};

/* Beyond this the integrand is below the rest's rounding. */
#define LIFETIME_INTEGRAL_TAIL 42
#define LIFETIME_INTEGRAL_PANELS 64

/* The rule, and into how many panels the path is cut for it: one but for the last rule. `rise`:
 * ln(1 + ratio (e^V - 1)). */
LANES_INLINE struct lifetime_integral_rule
lifetime_integral_choose(const struct lifetime_integrand *f, lanes rise, int *panels)
{
    lanes falls = f->fall * f->end + f->other * rise;
    /* At least as far is the singularity to the left: -ln(1 - q) > q + q^2 / 2, q = 1 / ratio. */
    lanes q = 1 / f->ratio;
    double near = lanes_most(lanes_if(f->ratio > 1, f->end / (q + q * q / 2), lanes_all(0)));
    double fall = lanes_most(lanes_if(falls < 0, -falls, falls)), end = lanes_most(f->end);
    struct lifetime_integral_rule rule;
    *panels = 1;
    for (size_t i = 0; i < COUNT_OF(lifetime_integral_rule); i++) {
        rule = lifetime_integral_rule[i];
        if (fall <= rule.falls && end <= rule.end && near <= rule.near) {
            return rule;
        }
    }
    double wanted = fall / rule.falls > end / rule.end ? fall / rule.falls : end / rule.end;
    wanted = near / rule.near > wanted ? near / rule.near : wanted;
    *panels = wanted < LIFETIME_INTEGRAL_PANELS ? (int)wanted + 1 : LIFETIME_INTEGRAL_PANELS;
    return rule;
}

/* Adds the integrand at v, times `weight`; sums[0] of itself, and with `moments` the others. */
LANES_INLINE void lifetime_integral_point(const struct lifetime_integrand *f, double at,
                                          double weight, bool moments, lanes sums[15])
{
    lanes v = f->end * at;
    lanes step = lanes_expm1(v), far = f->ratio * step;
    lanes l = lanes_log(1 + far);
    lanes g = weight * lanes_exp(-(f->fall * v + f->other * l));
    sums[0] += g;
    if (moments) {
        lanes both = 1 / ((1 + step) * (1 + far)); /* one division for two */
        lanes j = step * (1 + far) * both, jo = far * (1 + step) * both;
        lanes gv = g * v, gj = g * j, gl = g * l, go = g * jo;
        sums[1] += gv;
        sums[2] += gj;
        sums[3] += gl;
        sums[4] += go;
        sums[5] += gv * v;
        sums[6] += gv * j;
        sums[7] += gv * l;
        sums[8] += gv * jo;
        sums[9] += gj * j;
        sums[10] += gj * l;
        sums[11] += gj * jo;
        sums[12] += gl * l;
        sums[13] += gl * jo;
        sums[14] += go * jo;
    }
}

/* The means, with the own power's first where `first` says that it is the first. */
LANES_INLINE void lifetime_integral_means(const lanes sums[15], lanes_mask first,
                                          struct lifetime_integral *result)
{
    static const int swapped[] = {3, 4, 1, 2, 12, 13, 7, 10, 14, 8, 11, 5, 6, 9};
    lanes whole = 1 / lanes_if(sums[0] > 0, sums[0], lanes_all(1));
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) {
        result->mean[i] = lanes_if(first, sums[1 + i], sums[swapped[i]]) * whole;
    }
#pragma GCC unroll 10
    for (int i = 0; i < 10; i++) {
        result->product[i] = lanes_if(first, sums[5 + i], sums[swapped[4 + i]]) * whole;
    }
}

/* `rise`: ln(1 + span / base) of both. `moments`: the means, too. */
LANES_INLINE void lifetime_integral_take(const lanes base[2], const lanes shape[2],
                                         const lanes rise[2], bool moments,
                                         struct lifetime_integral *result)
{
    lanes_mask first = base[0] * shape[1] <= base[1] * shape[0];
    lanes own = lanes_if(first, base[0], base[1]), other = lanes_if(first, base[1], base[0]);
    struct lifetime_integrand f = {lanes_if(first, rise[0], rise[1]),
                                   lanes_if(first, shape[0], shape[1]) - 1,
                                   lanes_if(first, shape[1], shape[0]), own / other};
    lanes_mask cut = f.fall * f.end > LIFETIME_INTEGRAL_TAIL;
    f.end = lanes_if(cut, LIFETIME_INTEGRAL_TAIL / f.fall, f.end);
    /* Of the other power: no slope is above the larger of 1 and the ratio. */
    lanes most = f.end * lanes_max(f.ratio, lanes_all(1));
    int panels;
    struct lifetime_integral_rule rule =
        lifetime_integral_choose(&f, lanes_min(lanes_if(first, rise[1], rise[0]), most), &panels);
    double width = 1.0 / panels;
    lanes sums[15] = {{0}};
    for (int i = 0; i < panels; i++) {
        for (int k = rule.first; k < rule.first + rule.half; k++) {
            double node = lifetime_integral_node[k][0], weight = lifetime_integral_node[k][1];
            double middle = i + 0.5;
            lifetime_integral_point(&f, (middle - 0.5 * node) * width, weight, moments, sums);
            lifetime_integral_point(&f, (middle + 0.5 * node) * width, weight, moments, sums);
        }
    }
    result->size = own * f.end * (0.5 * width) * sums[0];
    if (moments) {
        lifetime_integral_means(sums, first, result);
    }
}

#endif
