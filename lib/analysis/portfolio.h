/*
 * portfolio.h - the figures of a tier report: what all customers of a segmented stream come to.
 *
 *     struct portfolio portfolio;
 *     portfolio_read(&portfolio, run, input, &settings);
 *     portfolio_settle(&portfolio);
 *     ... read its tables ...
 *
 * Revenue is the column monetary: net. Words (tiers, segments, stages, moves) are kept in English,
 * whatever language the rows were labelled in.
 */
#ifndef CRM_PORTFOLIO_H
#define CRM_PORTFOLIO_H

#include "analysis/lifecycle.h"
#include "analysis/movement.h"
#include "analysis/outlook.h"
#include "base/map.h"
#include "base/seen.h"
#include "flow/flow.h"

#define PORTFOLIO_SCORES 10   /* larger scores have no grid */
#define PORTFOLIO_SLIPPING 10 /* customers listed */
#define PORTFOLIO_GROUPS_MAX 1000 /* different tiers, or segments */
#define PORTFOLIO_CURVE 200   /* most points of the Lorenz curve */

struct portfolio_customer {
    struct str id, name;
    int64_t monetary;  /* 1/10000 */
    int64_t recency;   /* days; -1: none */
    uint64_t orders;
    unsigned score[2]; /* r, f */
    size_t tier, previous; /* rows of portfolio->tier */
    int stage;         /* of the lifecycle; -1: not known */
    enum movement_kind move;
};

/* A group of customers: of a tier, a segment, a stage. */
struct portfolio_group {
    struct str name;  /* empty: customers without one */
    int rank;         /* of a tier, from 1; INT_MAX where none is told */
    uint64_t customers;
    int64_t revenue;  /* 1/10000 */
    uint64_t slipping; /* of them at risk or lapsed */
    int64_t slipping_revenue;
    double median_recency; /* days; NaN: none has bought */
    struct outlook_sum outlook; /* of a tier or a segment */
};

struct portfolio_groups {
    struct portfolio_group *group;
    size_t count;
    struct map index;
};

struct portfolio_cell {
    uint64_t customers;
    int64_t revenue;
};

struct portfolio {
    struct arena arena;
    struct portfolio_customer *customer;
    size_t count, room;
    struct seen seen;    /* customers */
    struct str currency; /* "" where no column says it */
    bool unsaid;         /* an amount without currency was seen */
    int32_t as_of;       /* DATE_NONE where no column says it */
    int32_t latest;      /* purchase day of all: as_of less the shortest recency; or DATE_NONE */
    bool has_lifecycle, has_moves, has_segments;
    struct outlook outlook; /* beside customer */
    /* Made by portfolio_settle: */
    uint64_t buyers, orders;
    int64_t revenue;
    struct portfolio_groups tiers, segments; /* tiers by rank; segments by revenue */
    struct portfolio_group stages[LIFECYCLE_STAGES];
    unsigned top_score; /* of r and f; 0 where there is no grid */
    struct portfolio_cell grid[PORTFOLIO_SCORES][PORTFOLIO_SCORES]; /* [r - 1][f - 1] */
    double top[4]; /* share of the best 1, 5, 10, 20 % of the buyers; NaN without revenue */
    double gini;
    double mark;   /* share of the buyers below the best 20 %, in whole customers */
    double curve[PORTFOLIO_CURVE + 1]; /* share of the poorest i of PORTFOLIO_CURVE parts */
    struct portfolio_cell *matrix; /* [previous tier][tier][move]: see portfolio_moved */
    struct portfolio_cell moves[MOVEMENT_KINDS];
    const struct portfolio_customer *slipping[PORTFOLIO_SLIPPING];
    size_t slipping_count;
};

struct portfolio_settings {
    struct str currency; /* only its rows; empty: there must be one only */
    struct str (*english)(struct str label);
};

/* Ends the run where no row has the currency that is wanted. */
void portfolio_read(struct portfolio *portfolio, struct flow_run *run, struct input *input,
                    const struct portfolio_settings *settings);
void portfolio_settle(struct portfolio *portfolio);
/* Those who came from one row of portfolio->tiers to another by a move. */
struct portfolio_cell *portfolio_moved(const struct portfolio *portfolio, size_t from, size_t to,
                                       enum movement_kind move);
/* units / of, NaN where there is nothing to share. */
double portfolio_share(int64_t units, int64_t of);

#endif
