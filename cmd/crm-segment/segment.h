/*
 * segment.h - the parts of crm-segment: the run itself (crm-segment.c), its rows, what it says of
 * itself, and the check of a policy.
 */
#ifndef CRM_SEGMENT_PARTS_H
#define CRM_SEGMENT_PARTS_H

#include "analysis/placed.h"
#include "cli/cli.h"

struct settings {
    const char *segments, *policy, *g1, *g2;
    const char *join;
    const char *previous, *moves;
    int language;
    const char *check;
};

/* The parts of a run, in the order in which they are made. */
struct parts {
    const struct settings *typed;
    struct policy *policy;
    struct str segment_table; /* empty: the policy's own rules */
    struct lifecycle_cuts cuts;
    struct book book;
    struct tiers *tiers;
    struct segments *segments;
    struct screening screening;
    struct placed placed;
    struct placed_counts counts;
    struct writer *moves; /* NULL without --moves */
    struct encode_format moves_format;
};

/* The rows, and the moves. */
void put_all(struct parts *parts, struct cli *cli);
/* Where tiers begin, who moved, how the classes of cn8 are cut, what a published table leaves out. */
void say_results(const struct parts *parts);
/* --check: what is suspicious about the policy, as a table. Ends the run's account. */
int check_policy(struct parts *parts, struct cli *cli);

#endif
