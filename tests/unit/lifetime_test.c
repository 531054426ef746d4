/*
 * Lifetime and spend models: published figures; an oracle that knows only how one customer behaves
 * and integrates over all customers by the trapezoid rule; and values computed with 30 digits from
 * the published formulas.
 *
 * A customer buys at rate lambda ~ gamma(r, alpha). Under BG and MBG he leaves after a purchase
 * with chance p ~ beta(a, b), under PARETO at rate mu ~ gamma(s, beta). With u = ln lambda and
 * v = ln(p / (1 - p)) or ln mu the integrand vanishes at both ends and has no pole near the real
 * line: the trapezoid rule is then exact to rounding with steps of 0.2.
 */
#include "unit.h"

#include <math.h>

#include "stats/lifetime.h"
#include "stats/lifetime_integral.h"
#include "stats/spend.h"

#define WEEKS(days) ((days) / 7.0)

static const char *const model_name[] = {"mbg", "bg", "pareto"};
#define MODELS 3

/* BTYD 2.4.3, CDNOW: BG/NBD; Pareto/NBD. Hardie's spreadsheet: BG/NBD; the modified form. */
static const struct lifetime_parameters btyd_bg = {LIFETIME_BG,
                                                   {0.2425982, 4.413684, 0.7929899, 2.426167}};
static const struct lifetime_parameters btyd_pareto = {
    LIFETIME_PARETO, {0.5533971, 10.5801985, 0.6060625, 11.6562237}};
static const struct lifetime_parameters hardie_bg = {LIFETIME_BG,
                                                     {0.242593, 4.413532, 0.792886, 2.425753}};
static const struct lifetime_parameters cdnow_mbg = {LIFETIME_MBG,
                                                     {0.52484, 6.18299, 0.89136, 1.61400}};

/* Within `part` of the wanted value; says both where not. */
static bool near(double got, double want, double part)
{
    bool ok = fabs(got - want) <= part * fabs(want);
    if (!ok) {
        printf("    got %.15g, want %.15g\n", got, want);
    }
    return ok;
}

/* The same for a likelihood or a gradient, which may be about 0. */
static bool close_to(double got, double want, double distance)
{
    bool ok = fabs(got - want) <= distance;
    if (!ok) {
        printf("    got %.15g, want %.15g\n", got, want);
    }
    return ok;
}

static struct lifetime_history history(uint32_t x, double t_x, double T)
{
    return (struct lifetime_history){x, t_x, T, 1};
}

static double alive(const struct lifetime_parameters *q, uint32_t x, double t_x, double T)
{
    struct lifetime_history h = history(x, t_x, T);
    return lifetime_alive(q, &h);
}

static double expected(const struct lifetime_parameters *q, uint32_t x, double t_x, double T,
                       double t)
{
    struct lifetime_history h = history(x, t_x, T);
    return lifetime_expected(q, &h, t);
}

static double likelihood(const struct lifetime_parameters *q, uint32_t x, double t_x, double T)
{
    struct lifetime_history h = history(x, t_x, T);
    return lifetime_likelihood(q, &h, 1, NULL);
}

/* ---- Published figures ---- */

/*
 * BTYD's vignette, with its estimates to 7 digits. They are rounded in the seventh, which the
 * powers of 35 at x = 25 make 5e-6 of. Customer 1516 bought last on day 216 of 217. For 52 weeks:
 */
static void test_btyd_bg(void)
{
    CHECK(near(lifetime_expected_new(&btyd_bg, 52), 1.444004, 1e-6));
    CHECK(near(expected(&btyd_bg, 26, WEEKS(216), 31, 52), 25.75659, 3e-6));
    CHECK(near(alive(&btyd_bg, 26, WEEKS(216), 31), 0.9688523, 2e-7));
    CHECK(near(expected(&btyd_bg, 26, 30.857, 31, 52), 25.7565, 3e-6));
    CHECK(near(expected(&btyd_bg, 10, 20, 39, 52), 0.3474606, 6e-6));
    CHECK(near(expected(&btyd_bg, 15, 20, 39, 52), 0.04283391, 6e-6));
    CHECK(near(expected(&btyd_bg, 20, 20, 39, 52), 0.004158973, 6e-6));
    CHECK(near(expected(&btyd_bg, 25, 20, 39, 52), 0.0003583685, 6e-6));
}

/* Hardie's spreadsheet, customer 1: 1.226 orders in 39 weeks. With the six digits of the fit to its
 * two-decimal table P(alive) is 0.726609. */
static void test_hardie(void)
{
    CHECK(close_to(expected(&hardie_bg, 2, 30.43, 38.86, 39), 1.226, 0.0005));
    CHECK(close_to(alive(&hardie_bg, 2, 30.43, 38.86), 0.726609, 6e-7));
    /* One-time buyers never leave under BG, whatever their age. */
    CHECK(alive(&hardie_bg, 0, 0, 38.86) == 1);
    CHECK(alive(&hardie_bg, 0, 0, 3886) == 1);
}

/* BTYD's manual, with rounded parameters. */
static void test_counts(void)
{
    const struct lifetime_parameters q = {LIFETIME_BG, {0.243, 4.414, 0.793, 2.426}};
    CHECK(near(lifetime_count_new(&q, 0, 39), 0.5737864, 1e-7));
    CHECK(near(lifetime_count_new(&q, 10, 2), 1.07869e-07, 5e-6));
    /* What must be so of chances: they sum to 1, and their mean is the expectation. */
    double sum = 0, mean = 0;
    for (uint32_t x = 0; x < 400; x++) {
        double p = lifetime_count_new(&q, x, 5);
        CHECK(p >= 0 && p <= 1);
        sum += p;
        mean += x * p;
    }
    CHECK(near(sum, 1, 1e-12));
    CHECK(near(mean, lifetime_expected_new(&q, 5), 1e-10));
    CHECK(lifetime_count_new(&q, 0, 0) == 1);
    CHECK(lifetime_count_new(&q, 1, 0) == 0);
    CHECK(isnan(lifetime_count_new(&btyd_pareto, 1, 5)));
    CHECK(isnan(lifetime_count_new(&cdnow_mbg, 1, 5)));
}

/* BTYD's vignette: these estimates, and P(alive) with them; its later figures come from a second
 * fit, which prints the same three decimals: 4e-4 apart. */
static void test_btyd_pareto(void)
{
    CHECK(near(alive(&btyd_pareto, 0, 0, 39), 0.2941633, 2e-7));
    CHECK(close_to(lifetime_expected_new(&btyd_pareto, 52), 1.473, 0.0005));
    CHECK(near(expected(&btyd_pareto, 26, WEEKS(216), 31, 52), 25.45647, 4e-4));
    CHECK(close_to(alive(&btyd_pareto, 26, WEEKS(216), 31), 0.9979, 0.00005));
    CHECK(near(expected(&btyd_pareto, 10, 20, 39, 52), 0.7062289, 4e-4));
    CHECK(near(expected(&btyd_pareto, 15, 20, 39, 52), 0.1442396, 4e-4));
    CHECK(near(expected(&btyd_pareto, 20, 20, 39, 52), 0.02250658, 4e-4));
    CHECK(near(expected(&btyd_pareto, 25, 20, 39, 52), 0.00309267, 4e-4));
}

/* Discounted expected residual orders: the example of BTYD's manual; more repeats until the same
 * day first raise it, then tell that the customer has left. Tricomi's U and numeric integration
 * agree. */
static void test_residual(void)
{
    const struct lifetime_parameters q = {LIFETIME_PARETO,
                                          {0.5629966, 12.559037, 0.4081095, 10.5148048}};
    static const double want[] = {2.1992, 2.8435, 2.8671, 2.4454, 1.8405,
                                  1.2624, 0.8096, 0.4948, 0.2920, 0.1679};
    struct lifetime_history h = history(7, 35, 77.86);
    CHECK(close_to(lifetime_residual(&q, &h, 0.0027), 1.864183, 6e-7));
    for (uint32_t x = 1; x <= 10; x++) {
        h = history(x, 30, 77.86);
        CHECK(close_to(lifetime_residual(&q, &h, 0.0027), want[x - 1], 0.00006));
    }
    CHECK(isnan(lifetime_residual(&btyd_bg, &h, 0.0027)));
    CHECK(isnan(lifetime_residual(&cdnow_mbg, &h, 0.0027)));
}

/* ---- The oracle ---- */

struct oracle {
    double likelihood, alive, expected, silent, residual;
};

struct range {
    double from, to, step;
};

/* Where the weight of u = ln lambda lies: lambda^k e^(-lambda c), c in alpha + t_x to alpha + T. */
static struct range rate_range(const double p[LIFETIME_PARAMETERS],
                               const struct lifetime_history *h)
{
    double k = p[0] + h->x;
    double wide = 6 / sqrt(k);
    double step = 0.7 / sqrt(k);
    return (struct range){log(k / (p[1] + h->T)) - 40 / k - 1 - (wide < 6 ? wide : 6),
                          log(k / (p[1] + h->t_x)) + log1p(40 / k) + (wide < 2 ? wide : 2),
                          step < 0.2 ? step : 0.2};
}

/* v = ln mu: mu^s e^(-mu c); or the logit of p: p^a (1 - p)^(b + x). */
static struct range leave_range(const struct lifetime_parameters *q,
                                const struct lifetime_history *h)
{
    const double *p = q->p;
    if (q->model == LIFETIME_PARETO) {
        return (struct range){log(p[2] / (p[3] + h->T)) - 40 / p[2] - 7,
                              log((p[2] + 60) / (p[3] + h->t_x)) + 1, 0.2};
    }
    return (struct range){-40 / p[2] - log(1 + p[3] + h->x) - 3, 40 / p[3] + log(1 + p[2]) + 3,
                          0.2};
}

/* ln of the density of u, v. */
static double log_density(const struct lifetime_parameters *q, double u, double v)
{
    const double *p = q->p;
    double rate = p[0] * (u + log(p[1])) - lgamma(p[0]) - p[1] * exp(u);
    if (q->model == LIFETIME_PARETO) {
        return rate + p[2] * (v + log(p[3])) - lgamma(p[2]) - p[3] * exp(v);
    }
    double log_p = -log1p(exp(-v)), log_stay = -log1p(exp(v));
    return rate + p[2] * log_p + p[3] * log_stay + lgamma(p[2] + p[3]) - lgamma(p[2]) -
           lgamma(p[3]);
}

/* One customer with a given lambda and p or mu: ln of the likelihood to have this history and be
 * there, and to have it and be gone; orders of who is there in t, the chance of one at all, and all
 * to come at a discount. */
struct person {
    double there, gone;
    double orders, some, residual;
};

static struct person person_of(const struct lifetime_parameters *q,
                               const struct lifetime_history *h, double u, double v, double t,
                               double discount)
{
    double x = h->x, lambda = exp(u);
    if (q->model == LIFETIME_PARETO) {
        double mu = exp(v), sum = lambda + mu;
        /* The chance density of the last repeat, then of leaving before T. */
        double gone = h->t_x < h->T ? log(mu / sum) + x * u - sum * h->t_x +
                                          log(-expm1(-sum * (h->T - h->t_x)))
                                    : -INFINITY;
        return (struct person){x * u - sum * h->T, gone, lambda * -expm1(-mu * t) / mu,
                               lambda / sum * -expm1(-sum * t), lambda / (mu + discount)};
    }
    double log_p = -log1p(exp(-v)), log_stay = -log1p(exp(v)), p = exp(log_p);
    double chances = x + (q->model == LIFETIME_MBG);
    return (struct person){x * u - lambda * h->T + chances * log_stay,
                           chances > 0 ? x * u - lambda * h->t_x + (chances - 1) * log_stay + log_p
                                       : -INFINITY,
                           -expm1(-lambda * p * t) / p, -expm1(-lambda * t), NAN};
}

static struct oracle ask(const struct lifetime_parameters *q, const struct lifetime_history *h,
                         double t, double discount)
{
    struct range rates = rate_range(q->p, h), leaves = leave_range(q, h);
    /* Keeps e^... within reach: about the largest of lambda^x e^(-lambda T). */
    double x = h->x, offset = h->x ? x * log(x / (q->p[1] + h->T)) - x : 0;
    double there = 0, gone = 0, orders = 0, some = 0, residual = 0;
    for (double u = rates.from; u < rates.to; u += rates.step) {
        for (double v = leaves.from; v < leaves.to; v += leaves.step) {
            struct person one = person_of(q, h, u, v, t, discount);
            double density = log_density(q, u, v) - offset;
            double weight = exp(density + one.there);
            there += weight;
            gone += exp(density + one.gone);
            orders += weight * one.orders;
            some += weight * one.some;
            residual += weight * one.residual;
        }
    }
    double all = there + gone;
    return (struct oracle){log(all * rates.step * leaves.step) + offset, there / all, orders / all,
                           1 - some / all, residual / all};
}

static void compare(const struct lifetime_parameters *q, struct lifetime_history h, double t)
{
    struct oracle want = ask(q, &h, t, 0.003);
    bool ok = true;
    ok &= CHECK(close_to(lifetime_likelihood(q, &h, 1, NULL), want.likelihood,
                         1e-9 * (1 + fabs(want.likelihood))));
    ok &= CHECK(near(lifetime_alive(q, &h), want.alive, 1e-9));
    ok &= CHECK(near(lifetime_expected(q, &h, t), want.expected, 1e-9));
    ok &= CHECK(close_to(lifetime_silent(q, &h, t), want.silent, 1e-9));
    if (q->model == LIFETIME_PARETO) {
        ok &= CHECK(near(lifetime_residual(q, &h, 0.003), want.residual, 1e-8));
    }
    if (!ok) {
        printf("    %s %g %g %g %g, x %u t_x %g T %g, t %g\n", model_name[q->model], q->p[0],
               q->p[1], q->p[2], q->p[3], h.x, h.t_x, h.T, t);
    }
}

/* Of each model: CDNOW's customers; s or a above and below 1, alpha above and below beta. */
static const struct lifetime_parameters populations[] = {
    {LIFETIME_BG, {0.2425982, 4.413684, 0.7929899, 2.426167}},
    {LIFETIME_BG, {1.7, 9, 2.3, 0.8}},
    {LIFETIME_MBG, {0.52484, 6.18299, 0.89136, 1.61400}},
    {LIFETIME_MBG, {1.7, 9, 2.3, 0.8}},
    {LIFETIME_PARETO, {0.5533971, 10.5801985, 0.6060625, 11.6562237}},
    {LIFETIME_PARETO, {1.4, 12, 2.2, 5}},
};

static void test_oracle(void)
{
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        const struct lifetime_parameters *q = &populations[i];
        compare(q, history(0, 0, 38.86), 39);
        compare(q, history(0, 0, 1), 260);
        compare(q, history(1, 1.71, 38.86), 39);
        compare(q, history(2, 30.43, 38.86), 52);
        compare(q, history(5, 10, 10), 4); /* bought on the last day */
        compare(q, history(26, WEEKS(216), 31), 52);
        compare(q, history(200, 80, 90), 52);
        compare(q, history(0, 0, 0), 39); /* the first order today */
    }
}

/* Who bought for the first time today is a new customer. */
static void test_new(void)
{
    static const double spans[] = {0.1, 1, 39, 104, 520};
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        const struct lifetime_parameters *q = &populations[i];
        CHECK(lifetime_expected_new(q, 0) == 0);
        for (size_t k = 0; k < COUNT_OF(spans); k++) {
            CHECK(near(lifetime_expected_new(q, spans[k]), expected(q, 0, 0, 0, spans[k]), 1e-12));
        }
        /* At first orders come at the mean rate r / alpha; of b / (a + b) of all under MBG, of whom
         * the rest left at once. */
        double rate =
            q->p[0] / q->p[1] * (q->model == LIFETIME_MBG ? q->p[3] / (q->p[2] + q->p[3]) : 1);
        CHECK(near(lifetime_expected_new(q, 1e-7), rate * 1e-7, 1e-6));
    }
}

/* ---- Where formulas break ---- */

/* BG with a + b < 1: customers who either stay long or leave at once. For who bought once
 * a + b + x - 1 is then negative, and 0 at a + b = 1; what is expected is as finite as ever. */
static void test_bg_few_stay(void)
{
    static const double sums[][2] = {
        {0.3, 0.4}, {0.25, 0.52}, {0.5, 0.5}, {0.35, 0.65 + 1e-9}, {0.6, 0.5}};
    for (size_t i = 0; i < COUNT_OF(sums); i++) {
        const struct lifetime_parameters q = {LIFETIME_BG, {0.8, 5, sums[i][0], sums[i][1]}};
        compare(&q, history(0, 0, 20), 52);
        compare(&q, history(1, 7, 20), 52);
        CHECK(near(lifetime_expected_new(&q, 52), expected(&q, 0, 0, 0, 52), 1e-12));
    }
}

/* In one variable of the shape e = a - 1 or s - 1, expectations are smooth through e = 0. With the
 * value at 1 - d, 1 and 1 + d the second difference is of the order d squared. */
static void test_shape_of_1(void)
{
    static const double steps[] = {1e-2, 1e-3, 1e-5, 1e-8, 1e-11, 1e-13};
    struct lifetime_history h = history(3, 20, 39);
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        struct lifetime_parameters q = populations[i];
        q.p[2] = 1;
        double at_1 = lifetime_expected(&q, &h, 52), new_at_1 = lifetime_expected_new(&q, 52);
        compare(&q, h, 52);
        for (size_t k = 0; k < COUNT_OF(steps); k++) {
            double d = steps[k];
            q.p[2] = 1 - d;
            double below = lifetime_expected(&q, &h, 52), new_below = lifetime_expected_new(&q, 52);
            q.p[2] = 1 + d;
            double above = lifetime_expected(&q, &h, 52), new_above = lifetime_expected_new(&q, 52);
            double bound = 10 * d * d + 1e-12;
            CHECK(near((below + above) / 2, at_1, bound));
            CHECK(near((new_below + new_above) / 2, new_at_1, bound));
        }
    }
}

/* Pareto/NBD has other formulas for alpha above beta and below; at alpha = beta they meet. */
static void test_equal_scales(void)
{
    static const double steps[] = {1e-2, 1e-3, 1e-5, 1e-8, 1e-12};
    struct lifetime_parameters q = {LIFETIME_PARETO, {0.55, 11, 0.6, 11}};
    struct lifetime_history h = history(3, 20, 39);
    compare(&q, h, 52);
    compare(&q, history(0, 0, 39), 52);
    double alive_at = lifetime_alive(&q, &h), likelihood_at = lifetime_likelihood(&q, &h, 1, NULL);
    for (size_t k = 0; k < COUNT_OF(steps); k++) {
        double bound = steps[k] * steps[k] + 1e-12;
        q.p[3] = 11 * (1 - steps[k]);
        double below = lifetime_alive(&q, &h), lower = lifetime_likelihood(&q, &h, 1, NULL);
        q.p[3] = 11 * (1 + steps[k]);
        CHECK(near((below + lifetime_alive(&q, &h)) / 2, alive_at, bound));
        CHECK(near((lower + lifetime_likelihood(&q, &h, 1, NULL)) / 2, likelihood_at, bound));
    }
}

/*
 * Who is there did not leave: likelihood = likelihood to be there / P(alive). The likelihood is
 * integrated numerically, P(alive) is not:
 *
 *     LL = ln G(r + x) / G(r) + r ln(alpha / (alpha + T)) - x ln(alpha + T)
 *          + s ln(beta / (beta + T)) - ln P(alive)
 */
static double pareto_from_alive(const struct lifetime_parameters *q,
                                const struct lifetime_history *h)
{
    const double *p = q->p;
    double x = h->x;
    return lgamma(p[0] + x) - lgamma(p[0]) + p[0] * log(p[1] / (p[1] + h->T)) -
           x * log(p[1] + h->T) + p[2] * log(p[3] / (p[3] + h->T)) - log(lifetime_alive(q, h));
}

static void compare_pareto(const struct lifetime_parameters *q, struct lifetime_history h)
{
    double want = pareto_from_alive(q, &h);
    if (!CHECK(close_to(lifetime_likelihood(q, &h, 1, NULL), want, 1e-8 * (1 + fabs(want))))) {
        printf("    pareto %g %g %g %g, x %u t_x %g T %g\n", q->p[0], q->p[1], q->p[2], q->p[3],
               h.x, h.t_x, h.T);
    }
}

static void test_pareto_likelihood(void)
{
    for (size_t i = 4; i < 6; i++) {
        const struct lifetime_parameters *q = &populations[i];
        static const uint32_t repeats[] = {0, 1, 2, 5, 26, 200};
        for (size_t k = 0; k < COUNT_OF(repeats); k++) {
            for (double part = 0.05; part < 1; part += 0.3) {
                compare_pareto(q, history(repeats[k], repeats[k] ? part * 39 : 0, 39));
            }
        }
    }
}

/* Customers who leave soon (s / beta large) and buy late (alpha large): the time of leaving is
 * spread over hundredths of the time between purchases. */
static void test_pareto_leaves_soon(void)
{
    static const struct {
        double p[LIFETIME_PARAMETERS];
        double T;
    } cases[] = {
        {{0.6, 10, 1, 1}, 39},      {{0.6, 10, 0.5, 0.1}, 39},    {{3, 35, 1.6, 0.13}, 14.4},
        {{1.8, 48, 9, 0.77}, 55.4}, {{2.5, 1.5, 10.6, 0.15}, 41},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct lifetime_parameters q = {.model = LIFETIME_PARETO};
        memcpy(q.p, cases[i].p, sizeof q.p);
        compare(&q, history(0, 0, cases[i].T), 52);
        compare_pareto(&q, history(0, 0, cases[i].T));
        compare_pareto(&q, history(1, 0.3, cases[i].T));
    }
}

/*
 * A thousand repeats, half a day, centuries. From the formulas of Fader, Hardie & Lee and of
 * Hardie's note 009, in 30 digits; the oracle has no such reach.
 */
static void test_extremes(void)
{
    const struct lifetime_parameters *bg = &btyd_bg, *mbg = &cdnow_mbg, *pareto = &btyd_pareto;
    CHECK(near(alive(bg, 1000, 38, 39), 9.51155637884687e-8, 1e-11));
    CHECK(near(expected(bg, 1000, 38, 39, 0.25), 5.466167317898806e-7, 1e-11));
    CHECK(near(expected(bg, 1000, 38, 39, 2600), 0.000617127221316931, 1e-11));
    CHECK(near(expected(bg, 1000, 20, 39, 52), 9.545534019673954e-245, 1e-10));
    CHECK(near(expected(bg, 0, 0, WEEKS(1), 2600), 9.397239244071342, 1e-9));
    CHECK(near(expected(bg, 1, 0.25, 0.5, 2600), 21.73192051478106, 1e-9));

    CHECK(near(alive(mbg, 1000, 38, 39), 2.116806894383763e-7, 1e-11));
    CHECK(near(expected(mbg, 1000, 38, 39, 2600), 0.001085482460451656, 1e-11));
    CHECK(near(expected(mbg, 1000, 20, 39, 52), 7.470816564822179e-232, 1e-10));
    CHECK(near(expected(mbg, 0, 0, WEEKS(1), 2600), 7.531132333621441, 1e-9));
    CHECK(near(expected(mbg, 1, 0.25, 0.5, 0.25), 0.04151352650381898, 1e-12));
    CHECK(near(alive(mbg, 2, 30.43, 38.86), 0.70612529769923, 1e-12));
    CHECK(near(expected(mbg, 2, 30.43, 38.86, 39), 1.2626691480402, 1e-12));

    CHECK(near(alive(pareto, 1000, 38, 39), 2.335409333966899e-6, 1e-11));
    CHECK(near(expected(pareto, 1000, 38, 39, 2600), 0.02275131873791301, 1e-11));
    CHECK(near(expected(pareto, 1000, 20, 39, 52), 1.110521388649847e-204, 1e-10));
    CHECK(near(expected(pareto, 0, 0, WEEKS(1), 1e7), 330.5455178615167, 1e-11));
    CHECK(near(expected(pareto, 1, 0.25, 0.5, 52), 3.953896299501889, 1e-12));

    /* Silence for years where purchases were daily: P(alive) underflows to 0, nothing to NaN. */
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        const struct lifetime_parameters *q = &populations[i];
        struct lifetime_history h = history(1000, 10, 1000);
        CHECK(lifetime_alive(q, &h) == 0);
        CHECK(lifetime_expected(q, &h, 52) == 0);
        CHECK(lifetime_silent(q, &h, 52) == 1);
        CHECK(isfinite(lifetime_likelihood(q, &h, 1, NULL)));
        /* No time: no order. For ever: silent is who has left, or leaves before the next order. */
        h = history(2, 30, 39);
        CHECK(lifetime_expected(q, &h, 0) == 0);
        CHECK(lifetime_silent(q, &h, 0) == 1);
        double never = lifetime_silent(q, &h, 1e12);
        if (q->model == LIFETIME_PARETO) {
            CHECK(never > 1 - lifetime_alive(q, &h) && never < 1);
        } else {
            CHECK(near(never, 1 - lifetime_alive(q, &h), 1e-6));
        }
        /* More time: more orders, less silence. */
        double orders = 0, silent = 1;
        for (double t = 1; t < 1000; t *= 2) {
            CHECK(lifetime_expected(q, &h, t) > orders);
            CHECK(lifetime_silent(q, &h, t) < silent);
            orders = lifetime_expected(q, &h, t);
            silent = lifetime_silent(q, &h, t);
            CHECK(orders >= 1 - silent); /* Markov: E >= P(at least one) */
        }
    }
}

/* ---- Likelihoods of many ---- */

static const struct lifetime_history many[] = {
    {0, 0, 38.86, 3},       {0, 0, 0, 1},     {1, 1.71, 38.86, 2},
    {2, 30.43, 38.86, 1},   {5, 10, 10, 4},   {7, 20, 30, 0.5},
    {26, 216 / 7.0, 31, 1}, {300, 50, 52, 2}, {1, 0.1, 90, 1},
};

/* Central differences in the logarithms. LL is about 1,000 and right to 1e-16 of it, so that a step
 * of 1e-4 leaves 1e-9 by rounding and 1e-8 of the third derivative. */
static void test_gradients(void)
{
    const double step = 1e-4;
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        double gradient[LIFETIME_PARAMETERS];
        double value = lifetime_likelihood(&populations[i], many, COUNT_OF(many), gradient);
        CHECK(value == lifetime_likelihood(&populations[i], many, COUNT_OF(many), NULL));
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            struct lifetime_parameters up = populations[i], down = populations[i];
            up.p[k] *= exp(step);
            down.p[k] *= exp(-step);
            double want = (lifetime_likelihood(&up, many, COUNT_OF(many), NULL) -
                           lifetime_likelihood(&down, many, COUNT_OF(many), NULL)) /
                          (2 * step);
            if (!CHECK(close_to(gradient[k], want, 1e-5 + 1e-7 * fabs(want)))) {
                printf("    %s %s\n", model_name[populations[i].model],
                       lifetime_parameter_name(populations[i].model, k));
            }
        }
    }
}

/* Second derivatives against central differences of the first. Of each history by itself, too: in a sum
 * one could hide the other. */
static void check_hessian(const struct lifetime_parameters *q, const struct lifetime_history *h,
                          size_t count)
{
    enum { N = LIFETIME_PARAMETERS };
    const double step = 1e-4;
    struct lifetime_data *data = lifetime_data_new(h, count);
    double gradient[N], hessian[N * N], up[N], down[N];
    lifetime_data_likelihood(q, data, gradient, hessian);
    for (size_t k = 0; k < N; k++) {
        struct lifetime_parameters more = *q, less = *q;
        more.p[k] *= exp(step);
        less.p[k] *= exp(-step);
        lifetime_data_likelihood(&more, data, up, NULL);
        lifetime_data_likelihood(&less, data, down, NULL);
        for (size_t i = 0; i < N; i++) {
            double want = (up[i] - down[i]) / (2 * step);
            if (!CHECK(close_to(hessian[i * N + k], want, 1e-6 * (1 + fabs(want))))) {
                printf("    %s: %zu %zu, x %u t_x %g T %g\n", model_name[q->model], i, k, h->x, h->t_x,
                       h->T);
            }
        }
    }
    lifetime_data_free(data);
}

static void test_hessians(void)
{
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        check_hessian(&populations[i], many, COUNT_OF(many));
        for (size_t k = 0; k < COUNT_OF(many); k++) {
            check_hessian(&populations[i], &many[k], 1);
        }
    }
}

/* Gauss' rule of n points integrates x^j from -1 to 1 exactly to j = 2 n - 1: 2 / (j + 1) for even j. */
static void test_rules(void)
{
    for (size_t i = 0; i < COUNT_OF(lifetime_integral_rule); i++) {
        int half = lifetime_integral_rule[i].half;
        for (int j = 0; j < 4 * half; j += 2) {
            double sum = 0;
            for (int k = 0; k < half; k++) {
                const double *point = lifetime_integral_node[lifetime_integral_rule[i].first + k];
                sum += 2 * point[1] * pow(point[0], j);
            }
            CHECK(close_to(sum, 2.0 / (j + 1), 2e-15));
        }
    }
}

/* P(alive) and P(some order) of many at once against one by one, over all kinds of histories and
 * parameters; the number of histories is no multiple of what is taken at once. */
static void test_many(void)
{
    enum { MOST = 64 };
    static const uint32_t repeats[] = {0, 1, 3, 12, 90, 1000};
    static const double scales[] = {0.01, 1, 12, 300}, shapes[] = {0.05, 0.6, 3, 40};
    for (size_t a = 0; a < 4 * 4 * 4 * 4; a++) {
        struct lifetime_parameters q = {LIFETIME_PARETO, {shapes[a % 4], scales[a / 4 % 4],
                                                          shapes[a / 16 % 4], scales[a / 64]}};
        struct lifetime_history h[MOST];
        double of_alive[MOST], of_some[MOST];
        size_t n = 0;
        for (size_t i = 0; i < COUNT_OF(repeats); i++) {
            for (double part = 0; part <= 1; part += 0.125) {
                h[n++] = history(repeats[i], repeats[i] ? part * 39 : 0, part < 1 ? 39 : 40);
            }
        }
        h[n++] = history(2, 39, 39);
        lifetime_alive_of(&q, h, n, of_alive);
        lifetime_some_alive_of(&q, h, n, 26, of_some);
        for (size_t i = 0; i < n; i++) {
            bool ok = CHECK(near(of_alive[i], lifetime_alive(&q, &h[i]), 1e-10));
            ok &= CHECK(near(of_some[i], lifetime_some_alive(&q, &h[i], 26), 1e-10));
            if (!ok) {
                printf("    %g %g %g %g, x %u t_x %g T %g\n", q.p[0], q.p[1], q.p[2], q.p[3], h[i].x,
                       h[i].t_x, h[i].T);
            }
        }
        CHECK(n % 4 != 0);
    }
}

/* A weight of 3 is the history three times; likelihoods add up, in whatever order. */
static void test_weights(void)
{
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        const struct lifetime_parameters *q = &populations[i];
        struct lifetime_history listed[64];
        double sum = 0, g[LIFETIME_PARAMETERS], g_listed[LIFETIME_PARAMETERS];
        size_t n = 0;
        for (size_t k = COUNT_OF(many); k-- > 0;) {
            sum += many[k].weight * likelihood(q, many[k].x, many[k].t_x, many[k].T);
            for (double w = many[k].weight; w > 0; w -= 1) {
                listed[n] = many[k];
                listed[n++].weight = w < 1 ? w : 1;
            }
        }
        double all = lifetime_likelihood(q, many, COUNT_OF(many), g);
        CHECK(near(all, sum, 1e-13));
        CHECK(near(lifetime_likelihood(q, listed, n, g_listed), sum, 1e-13));
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            CHECK(close_to(g_listed[k], g[k], 1e-10 * (1 + fabs(g[k]))));
        }
        CHECK(lifetime_likelihood(q, many, 0, g) == 0 && g[0] == 0 && g[3] == 0);
    }
}

/* The unit of time is the user's: in days all times and alpha (and beta) are 7 times as many, each
 * repeat's density a seventh. */
static void test_units(void)
{
    for (size_t i = 0; i < COUNT_OF(populations); i++) {
        struct lifetime_parameters q = populations[i], days = q;
        days.p[1] *= 7;
        days.p[3] *= q.model == LIFETIME_PARETO ? 7 : 1;
        for (size_t k = 0; k < COUNT_OF(many); k++) {
            struct lifetime_history h = many[k], d = h;
            d.t_x *= 7;
            d.T *= 7;
            CHECK(near(lifetime_alive(&days, &d), lifetime_alive(&q, &h), 1e-11));
            CHECK(near(lifetime_expected(&days, &d, 364), lifetime_expected(&q, &h, 52), 1e-11));
            CHECK(near(lifetime_silent(&days, &d, 364), lifetime_silent(&q, &h, 52), 1e-11));
            CHECK(close_to(lifetime_likelihood(&days, &d, 1, NULL),
                           lifetime_likelihood(&q, &h, 1, NULL) - h.weight * h.x * log(7), 1e-9));
        }
    }
}

static void test_names(void)
{
    CHECK_STR(str_of(lifetime_model_name(LIFETIME_MBG)), S("mbg"));
    CHECK_STR(str_of(lifetime_model_name(LIFETIME_BG)), S("bg"));
    CHECK_STR(str_of(lifetime_model_name(LIFETIME_PARETO)), S("pareto"));
    CHECK_STR(str_of(lifetime_parameter_name(LIFETIME_MBG, 0)), S("r"));
    CHECK_STR(str_of(lifetime_parameter_name(LIFETIME_BG, 1)), S("alpha"));
    CHECK_STR(str_of(lifetime_parameter_name(LIFETIME_MBG, 2)), S("a"));
    CHECK_STR(str_of(lifetime_parameter_name(LIFETIME_BG, 3)), S("b"));
    CHECK_STR(str_of(lifetime_parameter_name(LIFETIME_PARETO, 2)), S("s"));
    CHECK_STR(str_of(lifetime_parameter_name(LIFETIME_PARETO, 3)), S("beta"));
    CHECK_STR(str_of(spend_parameter_name(2)), S("gamma"));
}

/* ---- Spend ---- */

/* Note 025 and its spreadsheet: p 6.25, q 3.74, gamma 15.44 at two decimals; with the fit's own
 * digits (6.24880, 3.74459, 15.44775) the mean of all is 6.24880 x 15.44775 / 2.74459 = 35.171. */
static void test_spend_published(void)
{
    struct spend_parameters s = {.p = 6.24880, .q = 3.74459, .gamma = 15.44775};
    s.mean = s.p * s.gamma / (s.q - 1);
    CHECK(close_to(s.mean, 35.171, 0.0005));
    CHECK(close_to(spend_expected(&s, 0, 0), 35.17, 0.005));
    CHECK(close_to(spend_expected(&s, 2, 22.35), 24.65, 0.01)); /* 24.66 from these digits */
    CHECK(close_to(spend_expected(&s, 1, 11.77), 18.91, 0.005));
    CHECK(close_to(spend_expected(&s, 7, 73.74), 71.46, 0.005));
}

/* nu ~ gamma(q, gamma), an order's value ~ gamma(p, nu), so that the mean of x of them is
 * gamma(p x, nu x), and an order is worth p / nu. Integrated over w = ln nu. */
static void ask_spend(const double *s, uint32_t x, double m, double *log_likelihood, double *mean)
{
    double p = s[0], q = s[1], gamma = s[2], px = p * x;
    double sum = 0, value = 0;
    const double step = 0.05;
    for (double w = -60; w < 30; w += step) {
        double log_nu = q * (w + log(gamma)) - lgamma(q) - gamma * exp(w);
        double log_m = x ? px * (w + log(x)) + (px - 1) * log(m) - lgamma(px) - exp(w) * x * m : 0;
        double weight = exp(log_nu + log_m);
        sum += weight;
        value += weight * p * exp(-w);
    }
    *log_likelihood = log(sum * step);
    *mean = value / sum;
}

static void test_spend_oracle(void)
{
    static const double sets[][SPEND_PARAMETERS] = {
        {6.25, 3.74, 15.44}, {0.7, 2.5, 40}, {3, 1.2, 5}};
    static const struct spend_history customers[] = {
        {1, 11.77, 1}, {2, 22.35, 1}, {7, 73.74, 1}, {1, 0.01, 1}, {40, 3, 1}};
    for (size_t i = 0; i < COUNT_OF(sets); i++) {
        const double *p = sets[i];
        struct spend_parameters s = {
            .p = p[0], .q = p[1], .gamma = p[2], .mean = p[0] * p[2] / (p[1] - 1)};
        double ll, mean;
        for (size_t k = 0; k < COUNT_OF(customers); k++) {
            const struct spend_history *h = &customers[k];
            ask_spend(p, h->x, h->m, &ll, &mean);
            CHECK(close_to(spend_likelihood(p, h, 1, NULL), ll, 1e-9 * (1 + fabs(ll))));
            CHECK(near(spend_expected(&s, h->x, h->m), mean, 1e-9));
        }
        ask_spend(p, 0, 0, &ll, &mean);
        CHECK(i == 2 || near(s.mean, mean, 1e-9)); /* q = 1.2: the tail is beyond the range */
        /* A mean of 0 or below says nothing. */
        CHECK(spend_expected(&s, 3, 0) == s.mean);
        CHECK(spend_expected(&s, 3, -5) == s.mean);
    }
}

static void test_spend_gradient(void)
{
    static const struct spend_history customers[] = {
        {1, 11.77, 2}, {1, 0.5, 1}, {2, 22.35, 3}, {7, 73.74, 1}, {40, 3, 0.5}};
    const double p[SPEND_PARAMETERS] = {6.25, 0.9, 15.44}, step = 1e-4;
    double gradient[SPEND_PARAMETERS];
    double all = spend_likelihood(p, customers, COUNT_OF(customers), gradient), sum = 0;
    for (size_t k = 0; k < COUNT_OF(customers); k++) {
        struct spend_history one = customers[k];
        one.weight = 1;
        sum += customers[k].weight * spend_likelihood(p, &one, 1, NULL);
    }
    CHECK(near(all, sum, 1e-13));
    for (size_t k = 0; k < SPEND_PARAMETERS; k++) {
        double up[SPEND_PARAMETERS], down[SPEND_PARAMETERS];
        memcpy(up, p, sizeof up);
        memcpy(down, p, sizeof down);
        up[k] *= exp(step);
        down[k] *= exp(-step);
        double want = (spend_likelihood(up, customers, COUNT_OF(customers), NULL) -
                       spend_likelihood(down, customers, COUNT_OF(customers), NULL)) /
                      (2 * step);
        CHECK(close_to(gradient[k], want, 1e-5));
    }
    struct spend_data *data = spend_data_new(customers, COUNT_OF(customers));
    double hessian[SPEND_PARAMETERS * SPEND_PARAMETERS];
    CHECK(near(spend_data_likelihood(p, data, gradient, hessian), all, 1e-15));
    for (size_t k = 0; k < SPEND_PARAMETERS; k++) {
        double more[SPEND_PARAMETERS], less[SPEND_PARAMETERS], up[SPEND_PARAMETERS],
            down[SPEND_PARAMETERS];
        memcpy(more, p, sizeof more);
        memcpy(less, p, sizeof less);
        more[k] *= exp(step);
        less[k] *= exp(-step);
        spend_data_likelihood(more, data, up, NULL);
        spend_data_likelihood(less, data, down, NULL);
        for (size_t i = 0; i < SPEND_PARAMETERS; i++) {
            CHECK(close_to(hessian[i * SPEND_PARAMETERS + k], (up[i] - down[i]) / (2 * step), 1e-5));
        }
    }
    spend_data_free(data);
}

/* ln G and its derivatives are the model's own: shapes from 1e-6 to 1e6, where the C library's lgamma
 * gives the same likelihood. */
static void test_spend_shapes(void)
{
    static const double shapes[] = {1e-6, 0.03, 0.9, 1, 2, 9.99, 10.01, 300, 1e6};
    const double gamma = 11, m = 7.5;
    for (size_t i = 0; i < COUNT_OF(shapes); i++) {
        for (size_t k = 0; k < COUNT_OF(shapes); k++) {
            struct spend_history one = {4, m, 1};
            double p[SPEND_PARAMETERS] = {shapes[i], shapes[k], gamma}, px = 4 * shapes[i],
                   q = shapes[k];
            double want = lgamma(px + q) - lgamma(px) - lgamma(q) + q * log(gamma) +
                          (px - 1) * log(m) + px * log(4) - (px + q) * log(4 * m + gamma);
            double size = lgamma(px + q) + (px + q) * log(4 * m + gamma);
            CHECK(close_to(spend_likelihood(p, &one, 1, NULL), want, 1e-14 * (10 + fabs(size))));
        }
    }
}

/* q <= 1: no population mean. Between the own mean 80 and the observed mean 20 as p x = 6
 * to q = 0.5: (6 x 80 + 0.5 x 20) / 6.5 = 75.3846; without an own mean the observed one. */
static void test_spend_shrunken(void)
{
    const struct spend_parameters s = {.p = 2, .q = 0.5, .gamma = 9, .mean = 20, .shrunken = true};
    CHECK(near(spend_expected(&s, 3, 80), 490 / 6.5, 1e-15));
    CHECK(spend_expected(&s, 0, 0) == 20);
    CHECK(spend_expected(&s, 3, 20) == 20);
    CHECK(spend_expected(&s, 1, 1e-9) > 0);
}

/* x 1 2 3, m 10 30 20: deviations -1 0 1 and -10 10 0, 10 / sqrt(2 x 200) = 0.5. The same with the
 * first twice: mean x 1.75, m 17.5; deviations -.75 -.75 .25 1.25 and -7.5 -7.5 12.5 2.5:
 * 17.5 / sqrt(2.75 x 275) = 0.63636. */
static void test_correlation(void)
{
    struct spend_history h[] = {{1, 10, 1}, {2, 30, 1}, {3, 20, 1}};
    CHECK(near(spend_correlation(h, 3), 0.5, 1e-14));
    h[0].weight = 2;
    CHECK(near(spend_correlation(h, 3), 17.5 / 27.5, 1e-14));
    CHECK(isnan(spend_correlation(h, 1)));
    h[1].m = h[2].m = 10;
    CHECK(isnan(spend_correlation(h, 3)));
}

int main(void)
{
    test_btyd_bg();
    test_hardie();
    test_counts();
    test_btyd_pareto();
    test_residual();
    test_oracle();
    test_new();
    test_bg_few_stay();
    test_shape_of_1();
    test_equal_scales();
    test_pareto_likelihood();
    test_pareto_leaves_soon();
    test_extremes();
    test_gradients();
    test_hessians();
    test_rules();
    test_many();
    test_weights();
    test_units();
    test_names();
    test_spend_published();
    test_spend_oracle();
    test_spend_gradient();
    test_spend_shapes();
    test_spend_shrunken();
    test_correlation();
    return unit_end();
}
