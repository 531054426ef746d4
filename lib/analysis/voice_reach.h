/*
 * voice_reach.h - who was asked and who answered: customers of a list, and those of the answers.
 *
 *     struct voice_asking asking = {&reading, invited};           a roster, read already
 *     struct voice_reach *reach = flow_fold(run, inputs, count, &voice_reach_fold, &asking);
 *     voice_reach_answered(reach, i)                              of invited->entry[i]
 *     voice_reach_free(reach);
 *
 * Who has answered any of the questions has answered; without questions, who has a row. Memory: a bit
 * for each who was invited, and the ids of those who were not.
 */
#ifndef CRM_VOICE_REACH_H
#define CRM_VOICE_REACH_H

#include "analysis/voice_read.h"

struct voice_asking {
    const struct voice_reading *reading; /* reading->respondents is set */
    const struct roster *invited;
};

struct voice_reach {
    struct voice_scratch scratch;
    uint8_t *answered;  /* a bit for each entry */
    struct map others;  /* who answered without being invited */
    struct str *other;
    uint64_t nameless;  /* answers that nobody's id stands beside */
};

extern const struct flow_fold voice_reach_fold; /* context: struct voice_asking */

bool voice_reach_answered(const struct voice_reach *reach, size_t i);
void voice_reach_free(struct voice_reach *reach);

#endif
