/*
 * voice_tally.h - how often each answer was given, by group, period and question: all that the figures
 * of a survey need, in memory that grows with groups and not with rows.
 *
 *     struct voice_tally *tally = voice_tally_new(questions);         one a state; they merge
 *     voice_tally_take(tally, &response);                             voice_read.h
 *     voice_tally_finish(tally, &reading);               sorts, and adds the groups together
 *     for (i = 0; i < tally->count; i++) ... tally->group[i].of[question] ...
 *     voice_tally_free(tally);
 *
 * Counts and sums of weights are integers, and tallies merge: the order of rows does not matter.
 */
#ifndef CRM_VOICE_TALLY_H
#define CRM_VOICE_TALLY_H

#include "analysis/voice_read.h"

__extension__ typedef __int128 voice_sum;

/* One answer, and who gave it. */
struct voice_bar {
    int32_t answer;
    uint64_t n;
    voice_sum weight;  /* sum of w, in 1/VOICE_WEIGHT */
    voice_sum squares; /* sum of w^2, in 1/VOICE_WEIGHT^2; w is at most 1e6 */
};

#define VOICE_WHOLE 12 /* whole answers from 0 that are found without a search */

struct voice_answers {
    struct voice_bar *bar; /* ascending, once the tally is finished */
    size_t count, room;
    uint64_t n, missing;
    /* While it is made: whole answers of weight 1 that are not in a bar yet, and 1 + the bar of a
     * whole answer. */
    uint64_t plain[VOICE_WHOLE];
    uint32_t whole[VOICE_WHOLE];
};

struct voice_group {
    struct str name; /* see voice_read.h; empty for all groups together */
    int32_t period;
    bool all;
    struct voice_answers *of; /* by question */
};

struct voice_tally {
    struct voice_scratch scratch;
    struct voice_group *group;
    size_t count, room;
    size_t questions;
    struct map index;  /* by name and period */
    struct map_near near; /* of the index */
    struct buf key;
    struct arena arena;
};

struct voice_tally *voice_tally_new(size_t questions);
void voice_tally_add(struct voice_tally *tally, struct str group, int32_t period, size_t question,
                     int32_t answer, int64_t weight);
/* Empty cells count as missing. */
void voice_tally_take(struct voice_tally *tally, const struct voice_response *response);
/* `from` is freed. */
void voice_tally_merge(struct voice_tally *into, struct voice_tally *from);

/*
 * Sorts by group, bytewise, and by period; all groups together stand first. Without groups there is
 * only that one.
 */
void voice_tally_finish(struct voice_tally *tally, const struct voice_reading *reading);
/* Adds the answers of one to another's. */
void voice_answers_add(struct voice_answers *into, const struct voice_answers *from);
void voice_answers_sort(struct voice_answers *answers);
void voice_tally_free(struct voice_tally *tally);

#endif
