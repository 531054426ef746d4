/*
 * 1,000 times: customers simulated from known parameters, a model fitted to them, and the intervals
 * of 95 % in the logarithms of the parameters, ln p +- 1.96 standard errors. As many of them as
 * they say must hold the truth: with 1,000 runs 93 to 97 % (95 % +- 2.9 standard errors of a
 * share), with fewer 95 % +- 3 standard errors. Every fit must succeed.
 *
 * Built and run by recovery.sh.
 */
#include "unit.h"

#include <math.h>

#include "base/mem.h"
#include "simulate.h"
#include "stats/fit.h"

struct study {
    const char *name;
    struct lifetime_parameters truth;
    size_t runs, customers;
};

static const struct study studies[] = {
    {"bg", {LIFETIME_BG, {0.6, 6, 0.8, 2.4}}, 1000, 2000},
    {"mbg", {LIFETIME_MBG, {0.8, 6, 0.9, 1.6}}, 400, 2000},
    {"pareto", {LIFETIME_PARETO, {0.8, 8, 0.8, 12}}, 200, 2000},
};

static void check_share(const char *name, const char *parameter, size_t held, size_t runs)
{
    double share = (double)held / (double)runs;
    double off = runs >= 1000 ? 0.02 : 3 * sqrt(0.95 * 0.05 / (double)runs);
    bool ok = CHECK(fabs(share - 0.95) <= off);
    printf("%s%s %s: %.1f %% of %zu intervals hold it\n", ok ? "" : "    ", name, parameter,
           100 * share, runs);
}

static bool holds(double found, double truth, double variance)
{
    return fabs(log(found / truth)) <= 1.959963984540054 * sqrt(variance);
}

static void run_study(const struct study *s)
{
    struct lifetime_history *customer = mem_new(s->customers, sizeof *customer);
    size_t held[LIFETIME_PARAMETERS] = {0}, failures = 0;
    for (size_t run = 0; run < s->runs; run++) {
        struct simulate random = {run};
        struct fit_lifetime fit;
        for (size_t i = 0; i < s->customers; i++) {
            double T = 78 - 26 * simulate_uniform(&random);
            customer[i] = simulate_history(&random, &s->truth, T);
        }
        fit_lifetime(s->truth.model, customer, s->customers, &fit);
        failures += fit.fault != NULL;
        for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
            held[k] += !fit.fault && holds(fit.parameters.p[k], s->truth.p[k],
                                           fit.covariance[k * LIFETIME_PARAMETERS + k]);
        }
    }
    CHECK_INT(failures, 0);
    for (size_t k = 0; k < LIFETIME_PARAMETERS; k++) {
        check_share(s->name, lifetime_parameter_name(s->truth.model, k), held[k], s->runs);
    }
    free(customer);
}

static int by_x(const void *a, const void *b)
{
    const struct spend_history *p = a;
    const struct spend_history *q = b;
    return (p->x > q->x) - (p->x < q->x);
}

static void run_spend(void)
{
    enum { RUNS = 1000, CUSTOMERS = 1000 };
    static const double truth[SPEND_PARAMETERS] = {6.25, 3.74, 15.44};
    static struct spend_history customer[CUSTOMERS];
    size_t held[SPEND_PARAMETERS] = {0}, failures = 0;
    for (size_t run = 0; run < RUNS; run++) {
        struct simulate random = {run + 1000000};
        struct fit_spend fit;
        for (size_t i = 0; i < CUSTOMERS; i++) {
            uint32_t x = 1 + (uint32_t)(8 * simulate_uniform(&random));
            customer[i] = (struct spend_history){x, simulate_spend(&random, truth, x), 1};
        }
        qsort(customer, CUSTOMERS, sizeof *customer, by_x);
        fit_spend(customer, CUSTOMERS, &fit);
        const bool plain = fit.parameters.plain; /* no model was told */
        failures += plain;
        const double found[] = {fit.parameters.p, fit.parameters.q, fit.parameters.gamma};
        for (size_t k = 0; k < SPEND_PARAMETERS; k++) {
            held[k] +=
                !plain && holds(found[k], truth[k], fit.covariance[k * SPEND_PARAMETERS + k]);
        }
    }
    /* A thousand customers whose orders seem all alike let p grow and gamma fall without end: of such
     * sets one in some hundreds is drawn. They count as intervals that do not hold the truth. */
    CHECK(failures <= 3);
    for (size_t k = 0; k < SPEND_PARAMETERS; k++) {
        check_share("spend", spend_parameter_name(k), held[k], RUNS);
    }
}

int main(void)
{
    for (size_t i = 0; i < COUNT_OF(studies); i++) {
        run_study(&studies[i]);
    }
    run_spend();
    return unit_end();
}
