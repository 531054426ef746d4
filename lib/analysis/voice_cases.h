/*
 * voice_cases.h - answers side by side: a row a response, for what hangs on what.
 *
 *     struct voice_cases *cases = flow_fold(run, inputs, count, &voice_cases_fold, &reading);
 *     size_t complete = voice_cases_finish(cases);
 *     voice_cases_row(cases, i)[question]                  in 1/VOICE_ONE, ascending rows
 *     voice_cases_free(cases);
 *
 * Long rows belong together by response_id, else by customer_id; of two answers to a question the
 * later row counts. Rows are sorted, so that their order in the inputs does not matter. Memory: 4 bytes
 * an answer and 8 a response; of long rows 8 more an answer, and the ids.
 */
#ifndef CRM_VOICE_CASES_H
#define CRM_VOICE_CASES_H

#include "analysis/voice_read.h"

struct voice_cases {
    struct voice_scratch scratch;
    size_t questions;
    int32_t *answer;   /* row by row */
    int64_t *weight;   /* by row */
    uint64_t *number;  /* of long rows: of the input's rows that the answers stand in */
    size_t count, room;
    struct map index;  /* of long rows, by id */
    struct str *id;    /* empty: of a wide row */
    struct buf key;
    uint32_t *order;   /* after voice_cases_finish: the complete ones, sorted */
    size_t complete;
};

extern const struct flow_fold voice_cases_fold; /* context: struct voice_reading, ids set */

/* Sorts those that have all answers; returns how many they are. */
size_t voice_cases_finish(struct voice_cases *cases);
const int32_t *voice_cases_row(const struct voice_cases *cases, size_t i);
/* 1 without weights. */
double voice_cases_weight(const struct voice_cases *cases, size_t i);
void voice_cases_free(struct voice_cases *cases);

#endif
