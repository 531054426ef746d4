/*
 * Fits of customers simulated from known parameters: what comes out must be a maximum, as near to
 * the truth as its own standard errors say; and data that tell nothing must be known as such.
 */
#include "unit.h"

#include <math.h>

#include "base/mem.h"
#include "simulate.h"
#include "stats/fit.h"

#define MOST 6000

static const char *const model_name[] = {"mbg", "bg", "pareto"};
static struct lifetime_history customer[MOST];
static struct spend_history spend[MOST];

static const struct lifetime_parameters truths[] = {
    {LIFETIME_MBG, {0.6, 6, 0.9, 1.6}},    {LIFETIME_MBG, {1.5, 4, 0.5, 2.5}},
    {LIFETIME_BG, {0.25, 4.5, 0.8, 2.4}},  {LIFETIME_BG, {1.2, 6, 0.6, 1.8}},
    {LIFETIME_PARETO, {0.6, 11, 0.6, 10}}, {LIFETIME_PARETO, {1.3, 5, 0.9, 20}},
};

/* First purchases are spread over the first third of the time. */
static void simulate_all(const struct lifetime_parameters *truth, uint64_t seed, size_t count)
{
    struct simulate random = {seed};
    for (size_t i = 0; i < count; i++) {
        double T = 78 - 26 * simulate_uniform(&random);
        customer[i] = simulate_history(&random, truth, T);
    }
}

static bool close_to(double got, double want, double distance)
{
    bool ok = fabs(got - want) <= distance;
    if (!ok) {
        printf("    got %.15g, want %.15g\n", got, want);
    }
    return ok;
}

/* The gradient vanishes, nothing nearby is likelier, and the covariance is the inverse of the
 * observed information: by rows, (minus the derivative of the gradient) x covariance = 1. */
static void check_maximum(const struct fit_lifetime *fit, size_t count)
{
    enum { N = LIFETIME_PARAMETERS };
    double gradient[N], up[N], down[N];
    const double step = 1e-4;
    struct lifetime_parameters at = fit->parameters;
    double best = lifetime_likelihood(&at, customer, count, gradient);
    CHECK(close_to(fit->likelihood, best, 1e-7 * fabs(best)));
    for (size_t i = 0; i < N; i++) {
        CHECK(close_to(gradient[i], 0, 1e-6 * (double)count));
        at.p[i] *= exp(step);
        CHECK(lifetime_likelihood(&at, customer, count, up) < best);
        at.p[i] *= exp(-2 * step);
        CHECK(lifetime_likelihood(&at, customer, count, down) < best);
        at.p[i] = fit->parameters.p[i];
        for (size_t k = 0; k < N; k++) {
            double product = 0;
            for (size_t j = 0; j < N; j++) {
                product -= (up[j] - down[j]) / (2 * step) * fit->covariance[j * N + k];
            }
            CHECK(close_to(product, i == k, 1e-4));
        }
        CHECK(close_to(fit->error[i] / at.p[i], sqrt(fit->covariance[i * N + i]), 1e-12));
    }
}

static void test_recovery(void)
{
    for (size_t i = 0; i < COUNT_OF(truths); i++) {
        const struct lifetime_parameters *truth = &truths[i];
        size_t count = truth->model == LIFETIME_PARETO ? 2000 : MOST;
        struct fit_lifetime fit;
        simulate_all(truth, 11 + i, count);
        fit_lifetime(truth->model, customer, count, &fit);
        if (!CHECK(fit.fault == NULL)) {
            printf("    %s\n", fit.fault);
            continue;
        }
        CHECK(fit.parameters.model == truth->model);
        CHECK(fit.likelihood > lifetime_likelihood(truth, customer, count, NULL));
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            double error = sqrt(fit.covariance[k * LIFETIME_PARAMETERS + k]);
            bool ok = CHECK(fabs(log(fit.parameters.p[k] / truth->p[k])) < 3 * error);
            ok &= CHECK(error < 0.5); /* with so many customers it is known to half of itself */
            if (!ok) {
                printf("    %s %s: %g, not %g\n", model_name[truth->model],
                       lifetime_parameter_name(truth->model, k), fit.parameters.p[k], truth->p[k]);
            }
        }
        check_maximum(&fit, count);
    }
}

/* Days instead of weeks: alpha (and beta) 7 times as many, the likelihood less x ln 7 a customer,
 * and the same relative errors. */
static void test_units(void)
{
    for (size_t i = 0; i < COUNT_OF(truths); i += 2) {
        const struct lifetime_parameters *truth = &truths[i];
        const size_t count = 800;
        struct fit_lifetime weeks, days;
        double repeats = 0;
        simulate_all(truth, 5 + i, count);
        fit_lifetime(truth->model, customer, count, &weeks);
        for (size_t k = 0; k < count; k++) {
            customer[k].t_x *= 7;
            customer[k].T *= 7;
            repeats += customer[k].x;
        }
        fit_lifetime(truth->model, customer, count, &days);
        CHECK(!weeks.fault && !days.fault);
        CHECK(close_to(days.likelihood, weeks.likelihood - repeats * log(7), 1e-6));
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            bool of_time = k == 1 || (k == 3 && truth->model == LIFETIME_PARETO);
            double ratio = days.parameters.p[k] / weeks.parameters.p[k];
            size_t diagonal = k * LIFETIME_PARAMETERS + k;
            CHECK(close_to(ratio, of_time ? 7 : 1, 1e-5 * ratio));
            CHECK(close_to(days.covariance[diagonal] / weeks.covariance[diagonal], 1, 1e-4));
        }
    }
}

/* Weights are customers: every history twice, or with the weight 2, gives the same parameters and
 * half the variance. The order of the histories does not matter either. */
static void test_weights(void)
{
    for (size_t i = 0; i < COUNT_OF(truths); i += 2) {
        const struct lifetime_parameters *truth = &truths[i];
        const size_t count = 600;
        struct fit_lifetime once, weighed, listed;
        simulate_all(truth, 77 + i, count);
        fit_lifetime(truth->model, customer, count, &once);
        for (size_t k = 0; k < count; k++) {
            customer[2 * count - 1 - k] = customer[k];
        }
        fit_lifetime(truth->model, customer, 2 * count, &listed);
        for (size_t k = 0; k < count; k++) {
            customer[k].weight = 2;
        }
        fit_lifetime(truth->model, customer, count, &weighed);
        CHECK(!once.fault && !weighed.fault && !listed.fault);
        CHECK(close_to(weighed.likelihood, 2 * once.likelihood, 1e-6));
        CHECK(close_to(listed.likelihood, 2 * once.likelihood, 1e-6));
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            double p = once.parameters.p[k];
            size_t diagonal = k * LIFETIME_PARAMETERS + k;
            CHECK(close_to(weighed.parameters.p[k], p, 1e-5 * p));
            CHECK(close_to(listed.parameters.p[k], p, 1e-5 * p));
            CHECK(close_to(weighed.covariance[diagonal] / once.covariance[diagonal], 0.5, 1e-4));
        }
    }
}

/* Nothing is drawn by chance: the same data give the same bits. */
static void test_same_bits(void)
{
    struct fit_lifetime one, two;
    simulate_all(&truths[0], 3, 800);
    fit_lifetime(LIFETIME_MBG, customer, 800, &one);
    fit_lifetime(LIFETIME_MBG, customer, 800, &two);
    CHECK(memcmp(one.parameters.p, two.parameters.p, sizeof one.parameters.p) == 0);
    CHECK(memcmp(one.covariance, two.covariance, sizeof one.covariance) == 0);
}

/*
 * Many who leave at once among customers who buy late: beta far below alpha. What is maximised must
 * be the likelihood, which P(alive), computed in another way, gives too:
 *
 *     LL = ln G(r + x) / G(r) + r ln(alpha / (alpha + T)) - x ln(alpha + T)
 *          + s ln(beta / (beta + T)) - ln P(alive)
 */
static void test_pareto_leaves_soon(void)
{
    enum { SOON = 1500 };
    static const struct lifetime_parameters truth = {LIFETIME_PARETO, {0.6, 10, 0.5, 0.1}};
    struct fit_lifetime fit;
    simulate_all(&truth, 1, SOON);
    fit_lifetime(LIFETIME_PARETO, customer, SOON, &fit);
    CHECK(!fit.fault);
    const double *p = fit.parameters.p;
    double sum = 0;
    for (size_t i = 0; i < SOON; i++) {
        const struct lifetime_history *h = &customer[i];
        sum += lgamma(p[0] + h->x) - lgamma(p[0]) + p[0] * log(p[1] / (p[1] + h->T)) -
               h->x * log(p[1] + h->T) + p[2] * log(p[3] / (p[3] + h->T)) -
               log(lifetime_alive(&fit.parameters, h));
    }
    CHECK(close_to(fit.likelihood, sum, 0.001));
    for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
        double error = sqrt(fit.covariance[k * LIFETIME_PARAMETERS + k]);
        CHECK(fabs(log(p[k] / truth.p[k])) < 3 * error);
    }
}

/*
 * Data that have no maximum of their own are held by the prior, and say so: no standard errors, and
 * parameters that are numbers all the same. What is no fault and is not held must be known to
 * better than a factor of e^10.
 */
static struct fit_lifetime check_held(const char *what, enum lifetime_model model, size_t count,
                                      bool must)
{
    struct fit_lifetime fit;
    bool ok = true;
    fit_lifetime(model, customer, count, &fit);
    const double *p = fit.parameters.p;
    ok &= CHECK(!must || fit.fault || fit.held);
    for (size_t k = 0; k < LIFETIME_PARAMETERS && !fit.fault; k++) {
        double variance = fit.covariance[k * LIFETIME_PARAMETERS + k];
        ok &= CHECK(p[k] > 0 && isfinite(p[k]));
        ok &= CHECK(fit.held ? isnan(variance) && isnan(fit.error[k]) : sqrt(variance) < 10);
    }
    if (!fit.fault) {
        double value = lifetime_likelihood(&fit.parameters, customer, count, NULL);
        ok &= CHECK(close_to(fit.likelihood, value, 1e-6 * (1 + fabs(value))));
    }
    if (!ok) {
        printf("    %s, %s: %g %g %g %g\n", what, model_name[model], p[0], p[1], p[2], p[3]);
    }
    return fit;
}

static void test_held(void)
{
    for (enum lifetime_model model = LIFETIME_MBG; model <= LIFETIME_PARETO; model++) {
        /* Nobody came back: rates of 0 and immediate leaving explain it alike. */
        for (size_t i = 0; i < 200; i++) {
            customer[i] = (struct lifetime_history){0, 0, 10 + (double)(i % 40), 1};
        }
        check_held("no repeats", model, 200, true);
        /* Everybody bought to the end: nobody is seen to leave. */
        for (size_t i = 0; i < 200; i++) {
            double T = 10 + (double)(i % 40);
            customer[i] = (struct lifetime_history){(uint32_t)(3 + i % 17), T - 0.01, T, 1};
        }
        check_held("active to the end", model, 200, true);
        /* Once a week, all, to the last day. */
        for (size_t i = 0; i < 200; i++) {
            double T = (double)(10 + i % 40);
            customer[i] = (struct lifetime_history){(uint32_t)T, T, T, 1};
        }
        check_held("once a week, all", model, 200, true);
        customer[0] = (struct lifetime_history){0, 0, 30, 1};
        customer[1] = (struct lifetime_history){4, 20, 25, 1};
        check_held("two customers", model, 2, false);
        check_held("one customer", model, 1, true);
    }
}

/*
 * All buy at one rate of 0.2 a week, so that r and alpha may grow without end; how they leave can
 * be told. Held or not, what is expected is right: of a new customer in a year within 15 % of what
 * the truth gives, which so many customers tell to some 5 %.
 */
static void test_one_rate(void)
{
    static const struct lifetime_parameters rates[] = {{LIFETIME_MBG, {1e4, 5e4, 0.9, 2}},
                                                       {LIFETIME_BG, {1e4, 5e4, 0.9, 2}},
                                                       {LIFETIME_PARETO, {1e4, 5e4, 0.9, 20}}};
    for (size_t i = 0; i < COUNT_OF(rates); i++) {
        size_t count = rates[i].model == LIFETIME_PARETO ? 400 : 1000;
        simulate_all(&rates[i], 40 + i, count);
        struct fit_lifetime fit = check_held("one rate", rates[i].model, count, false);
        double want = lifetime_expected_new(&rates[i], 52);
        CHECK(!fit.fault);
        CHECK(close_to(lifetime_expected_new(&fit.parameters, 52), want, 0.15 * want));
    }
}

/* ---- Spend ---- */

static int by_x(const void *a, const void *b)
{
    const struct spend_history *p = a;
    const struct spend_history *q = b;
    return (p->x > q->x) - (p->x < q->x);
}

static void simulate_spends(const double truth[SPEND_PARAMETERS], uint64_t seed, size_t count)
{
    struct simulate random = {seed};
    for (size_t i = 0; i < count; i++) {
        uint32_t x = 1 + (uint32_t)(8 * simulate_uniform(&random));
        spend[i] = (struct spend_history){x, simulate_spend(&random, truth, x), 1};
    }
    qsort(spend, count, sizeof *spend, by_x);
}

static void test_spend(void)
{
    static const double truths_of_spend[][SPEND_PARAMETERS] = {{6.25, 3.74, 15.44}, {1.5, 5, 200}};
    for (size_t i = 0; i < COUNT_OF(truths_of_spend); i++) {
        const double *truth = truths_of_spend[i];
        struct fit_spend fit;
        double gradient[SPEND_PARAMETERS];
        simulate_spends(truth, 21 + i, 4000);
        fit_spend(spend, 4000, &fit);
        CHECK(!fit.parameters.plain);
        double found[SPEND_PARAMETERS] = {fit.parameters.p, fit.parameters.q, fit.parameters.gamma};
        double best = spend_likelihood(found, spend, 4000, gradient);
        CHECK(close_to(fit.likelihood, best, 1e-8 * fabs(best)));
        CHECK(best > spend_likelihood(truth, spend, 4000, NULL));
        for (size_t k = 0; k < SPEND_PARAMETERS; k++) {
            double error = sqrt(fit.covariance[k * SPEND_PARAMETERS + k]);
            CHECK(fabs(log(found[k] / truth[k])) < 3 * error);
            CHECK(error < 0.3);
            CHECK(close_to(gradient[k], 0, 0.004));
            CHECK(close_to(fit.error[k] / found[k], error, 1e-12));
        }
        CHECK(!fit.parameters.shrunken);
        CHECK(close_to(fit.parameters.mean, found[0] * found[2] / (found[1] - 1), 1e-9));
        /* Spend was drawn without regard to frequency: of 4,000, r has the error 0.016. */
        CHECK(fabs(fit.correlation) < 0.05);
    }
}

/* In cents gamma and the mean are 100 times as many, the rest stays; the density's unit is 1/m. */
static void test_spend_units(void)
{
    static const double truth[SPEND_PARAMETERS] = {6.25, 3.74, 15.44};
    struct fit_spend euros, cents;
    simulate_spends(truth, 4, 1000);
    fit_spend(spend, 1000, &euros);
    for (size_t i = 0; i < 1000; i++) {
        spend[i].m *= 100;
    }
    fit_spend(spend, 1000, &cents);
    CHECK(!euros.parameters.plain && !cents.parameters.plain);
    CHECK(close_to(cents.parameters.p / euros.parameters.p, 1, 1e-5));
    CHECK(close_to(cents.parameters.q / euros.parameters.q, 1, 1e-5));
    CHECK(close_to(cents.parameters.gamma / euros.parameters.gamma, 100, 1e-3));
    CHECK(close_to(cents.parameters.mean / euros.parameters.mean, 100, 1e-4));
    CHECK(close_to(cents.likelihood, euros.likelihood - 1000 * log(100), 1e-6));
    CHECK(close_to(cents.correlation, euros.correlation, 1e-12));
}

/* q = 0.6: no population mean. It is found, and the mean is that of the customers' means. */
static void test_spend_heavy(void)
{
    static const double truth[SPEND_PARAMETERS] = {4, 0.6, 10};
    struct fit_spend fit;
    double sum = 0;
    simulate_spends(truth, 8, 3000);
    for (size_t i = 0; i < 3000; i++) {
        sum += spend[i].m;
    }
    fit_spend(spend, 3000, &fit);
    CHECK(!fit.parameters.plain);
    CHECK(fit.parameters.shrunken && fit.parameters.q < 1);
    CHECK(fabs(log(fit.parameters.q / 0.6)) < 3 * sqrt(fit.covariance[4]));
    CHECK(close_to(fit.parameters.mean, sum / 3000, 1e-9 * sum));
}

/* All customers spend the same: nothing tells how they differ. And where all have bought equally
 * often, and differ no more than orders might, q and gamma grow together for ever: that is no fit
 * whose q is known. */
static void test_spend_faults(void)
{
    struct fit_spend fit;
    for (size_t i = 0; i < 100; i++) {
        spend[i] = (struct spend_history){1 + (uint32_t)(i / 30), 20, 1};
    }
    fit_spend(spend, 100, &fit);
    CHECK(fit.parameters.plain);
    for (size_t i = 0; i < 12; i++) {
        spend[i] = (struct spend_history){27, 11 + (double)i, 1};
    }
    fit_spend(spend, 12, &fit);
    CHECK(fit.parameters.plain || sqrt(fit.covariance[4]) < 10);
    CHECK(isnan(fit.correlation)); /* frequency does not vary */
}

int main(void)
{
    test_recovery();
    test_pareto_leaves_soon();
    test_units();
    test_weights();
    test_same_bits();
    test_held();
    test_one_rate();
    test_spend();
    test_spend_units();
    test_spend_heavy();
    test_spend_faults();
    return unit_end();
}
