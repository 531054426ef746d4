/*
 * lifetime_data.h - histories laid out for likelihoods, for lifetime.c and its models.
 */
#ifndef CRM_LIFETIME_DATA_H
#define CRM_LIFETIME_DATA_H

#include "stats/lanes.h"
#include "stats/lifetime.h"

struct lifetime_data {
    /* By history; up to a multiple of LANES filled up with one of no weight. */
    double *x, *last, *seen, *weight; /* last: t_x; seen: T */
    size_t count;
    double all;   /* weights */
    double *more; /* by j < most: weight of those with x > j */
    size_t most;  /* the largest x */
};

/* Histories that a member of the team takes at once: a multiple of LANES. */
#define LIFETIME_DATA_PART 4096

/* A likelihood, its first derivatives by the parameters (not their logs) and its second ones, of
 * which each pair is there once: 00 01 02 03 11 12 13 22 23 33. */
#define LIFETIME_DATA_PAIRS (LIFETIME_PARAMETERS * (LIFETIME_PARAMETERS + 1) / 2)
struct lifetime_data_sums {
    double value, d[LIFETIME_PARAMETERS], dd[LIFETIME_DATA_PAIRS];
};

enum { PAIR_00, PAIR_01, PAIR_02, PAIR_03, PAIR_11, PAIR_12, PAIR_13, PAIR_22, PAIR_23, PAIR_33 };

/* The same of histories side by side. */
struct lifetime_data_lanes {
    lanes value, d[LIFETIME_PARAMETERS], dd[LIFETIME_DATA_PAIRS];
};

LANES_INLINE void lifetime_data_fold(const struct lifetime_data_lanes *lane,
                                     struct lifetime_data_sums *sums)
{
    sums->value = lanes_sum(lane->value);
#pragma GCC unroll 10
    for (int i = 0; i < LIFETIME_PARAMETERS; i++) {
        sums->d[i] = lanes_sum(lane->d[i]);
    }
#pragma GCC unroll 10
    for (int i = 0; i < LIFETIME_DATA_PAIRS; i++) {
        sums->dd[i] = lanes_sum(lane->dd[i]);
    }
}

/* Adds ln G(r + x) / G(r) of all histories, which is a sum of ln(r + j) over j < x. */
void lifetime_data_rates(const struct lifetime_data *data, double r,
                         struct lifetime_data_sums *sums);

#endif
