/*
 * lifetime_data.h - histories laid out for likelihoods, for lifetime.c and its models.
 */
#ifndef CRM_LIFETIME_DATA_H
#define CRM_LIFETIME_DATA_H

#include "stats/lifetime.h"

struct lifetime_data {
    struct lifetime_history *history;
    uint32_t *last, *seen; /* by history: places of t_x and T in `time` */
    size_t count;
    double *time; /* ascending, each once */
    size_t times;
    uint32_t most; /* the largest x */
};

/* Histories that a member of the team takes at once. */
#define LIFETIME_DATA_PART 8192

#endif
