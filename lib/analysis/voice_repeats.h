/*
 * voice_repeats.h - respondents who answered the same question again: all of their answers count, or
 * the last, the first, or the mean of them, in each period.
 *
 *     struct voice_gathering gathering = {&reading, VOICE_REPEATS_LAST, false};
 *     void *state = flow_fold(run, inputs, count, &voice_repeats_fold, &gathering);
 *     struct voice_tally *tally = voice_repeats_tally(&gathering, state, account, &told);
 *
 * An answer beats an empty cell; then the time decides, then the place in the inputs. A mean is
 * rounded to 4 decimals, half up; group and weight are those of the last answer. Who has no
 * customer_id is taken for somebody new.
 *
 * Memory: with ALL it does not grow with rows: repeats are counted among at most 65,536 respondents,
 * chosen by a fixed hash, and told as an estimate where there are more. Else some 150 bytes an answer.
 */
#ifndef CRM_VOICE_REPEATS_H
#define CRM_VOICE_REPEATS_H

#include "analysis/voice_tally.h"

enum voice_repeats_mode {
    VOICE_REPEATS_ALL,
    VOICE_REPEATS_LAST,
    VOICE_REPEATS_FIRST,
    VOICE_REPEATS_MEAN,
};

struct voice_gathering {
    const struct voice_reading *reading; /* reading->respondents is set */
    enum voice_repeats_mode mode;
    bool quiet; /* with ALL: nobody wants to know of repeats, and none are counted */
};

struct voice_repeats_told {
    uint64_t repeats;    /* how often somebody answered the same more than once in a period */
    bool estimated;
    uint64_t superseded; /* rows of which no answer counts */
};

extern const struct flow_fold voice_repeats_fold; /* context: struct voice_gathering */

/* Frees the state. Superseded rows move from merged to excluded, as duplicates. */
struct voice_tally *voice_repeats_tally(const struct voice_gathering *gathering, void *state,
                                        struct account *account, struct voice_repeats_told *told);

/* When something was said, in milliseconds: INT64_MIN where nobody knows. */
int64_t voice_repeats_time(const struct stamp *at);

#endif
