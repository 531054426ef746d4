/*
 * voice_followup.h - what each customer said last to each question, for those who look after the
 * unhappy.
 *
 *     struct voice_followup *f = flow_fold(run, inputs, count, &voice_followup_fold, &reading);
 *     for (i = 0; i < f->count; i++) if (f->word[i].unhappy) ...
 *     const struct voice_word *word = voice_followup_find(f, customer, question);
 *     voice_followup_free(f);
 *
 * The latest answer of a customer counts, by time, then by place in the inputs; empty cells do not.
 * Answers without a customer_id stand for themselves, and are kept only where they are unhappy: for
 * NPS a detractor, else one of the worst answers (voice.h). Memory: some 200 bytes a customer and
 * question, and the comments of the unhappy.
 */
#ifndef CRM_VOICE_FOLLOWUP_H
#define CRM_VOICE_FOLLOWUP_H

#include "analysis/voice_read.h"

struct voice_word {
    struct str customer; /* empty: nobody knows */
    uint32_t question;
    bool unhappy;
    int32_t answer;
    struct stamp at;
    uint64_t number;
    struct str comment; /* of the unhappy */
};

struct voice_followup {
    struct voice_scratch scratch;
    struct voice_word *word;
    size_t count, room;
    struct map index; /* by customer and question */
    struct buf key;
    struct arena arena;
};

extern const struct flow_fold voice_followup_fold; /* context: struct voice_reading, respondents set */

/* NULL where the customer has not answered the question. */
const struct voice_word *voice_followup_find(struct voice_followup *followup, struct str customer,
                                             size_t question);
void voice_followup_free(struct voice_followup *followup);

#endif
