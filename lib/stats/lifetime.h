/*
 * lifetime.h - models of customers who buy at random and leave unseen: how likely a customer is
 * still there, and how many orders are to come.
 *
 *   MBG     modified BG/NBD (Batislam, Denizel & Filiztekin 2007; Hoppe & Wagner 2007): may leave
 *           after every purchase, the first included
 *   BG      BG/NBD (Fader, Hardie & Lee 2005): may leave after every repeat purchase, so that who
 *           bought once is alive for ever
 *   PARETO  Pareto/NBD (Schmittlein, Morrison & Colombo 1987): may leave at any time
 *
 * A history is x repeat purchases, the last at t_x, seen until T, both counted from the first
 * purchase in one unit of time (weeks elsewhere in this program); t_x = 0 where x = 0. Purchases of
 * one day are one.
 *
 * Parameters, all positive: r and alpha of the gamma distribution of purchase rates; a and b of the
 * beta distribution of the chance to leave, or s and beta of the gamma distribution of the rate of
 * leaving. alpha and beta have the unit of time.
 *
 * Formulas: Fader, Hardie & Lee, "Counting your customers the easy way", and B. Hardie's notes 009,
 * 021 and 027. Where they have Gauss' 2F1 with arguments that grow with x, Euler's transform is
 * used here, whose factors cancel: nothing overflows.
 */
#ifndef CRM_LIFETIME_H
#define CRM_LIFETIME_H

#include "base/base.h"

enum lifetime_model { LIFETIME_MBG, LIFETIME_BG, LIFETIME_PARETO };

#define LIFETIME_PARAMETERS 4

/* In the order of the names: r, alpha, a, b or r, alpha, s, beta. */
struct lifetime_parameters {
    enum lifetime_model model;
    double p[LIFETIME_PARAMETERS];
};

struct lifetime_history {
    uint32_t x;
    double t_x, T; /* 0 <= t_x <= T */
    double weight; /* customers with this history */
};

/* "mbg", "bg", "pareto"; "r", "alpha", "a", "b". */
const char *lifetime_model_name(enum lifetime_model model);
const char *lifetime_parameter_name(enum lifetime_model model, size_t parameter);

/* The log-likelihood. `gradient`, by the logarithms of the parameters, may be NULL. NaN where the
 * parameters are out of reach of floating point. */
double lifetime_likelihood(const struct lifetime_parameters *parameters,
                           const struct lifetime_history *histories, size_t count,
                           double *gradient);
/*
 * The same for many parameters over the same histories, which are laid out for it once (and may then
 * go). `hessian`: the second derivatives by the logs, all of the matrix; NULL with the gradient, or
 * alone. Done by the team (base/team.h); the sum does not depend on its size.
 */
struct lifetime_data;
struct lifetime_data *lifetime_data_new(const struct lifetime_history *histories, size_t count);
double lifetime_data_likelihood(const struct lifetime_parameters *parameters,
                                const struct lifetime_data *data, double *gradient,
                                double *hessian);
void lifetime_data_free(struct lifetime_data *data);

/* P(alive at T). */
double lifetime_alive(const struct lifetime_parameters *parameters,
                      const struct lifetime_history *history);
/* Expected orders in (T, T + t]. */
double lifetime_expected(const struct lifetime_parameters *parameters,
                         const struct lifetime_history *history, double t);
/* The same of a customer who is alive at T; depends on x and T alone. */
double lifetime_expected_alive(const struct lifetime_parameters *parameters,
                               const struct lifetime_history *history, double t);
/* P(at least one order in (T, T + t] | alive at T); depends on x and T alone. */
double lifetime_some_alive(const struct lifetime_parameters *parameters,
                           const struct lifetime_history *history, double t);
/* P(no order in (T, T + t]). */
double lifetime_silent(const struct lifetime_parameters *parameters,
                       const struct lifetime_history *history, double t);
/* Expected repeat orders of a new customer in (0, t]. */
double lifetime_expected_new(const struct lifetime_parameters *parameters, double t);
/* P(X(t) = x) of a new customer, of BG only: NaN for the others. */
double lifetime_count_new(const struct lifetime_parameters *parameters, uint32_t x, double t);
/* Discounted expected residual orders at a continuous rate of discount per unit of time, of PARETO
 * only (there is no closed form for the others): NaN. */
double lifetime_residual(const struct lifetime_parameters *parameters,
                         const struct lifetime_history *history, double rate);

/* lifetime_alive and lifetime_some_alive of many, into values[0] ... [count - 1]: Pareto/NBD by
 * another way, several times as fast; the two differ by 1e-11 of the value at most. */
void lifetime_alive_of(const struct lifetime_parameters *parameters,
                       const struct lifetime_history *histories, size_t count, double *values);
void lifetime_some_alive_of(const struct lifetime_parameters *parameters,
                            const struct lifetime_history *histories, size_t count, double t,
                            double *values);

#endif
