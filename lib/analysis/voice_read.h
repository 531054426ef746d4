/*
 * voice_read.h - rows of a survey as responses: answers to the questions that are asked for, with
 * their group, period, weight and respondent.
 *
 * Wide rows have a column for each question and are a response each; long rows (kind surveys) are an
 * answer each, to the question that they name. An input is wide where its header has the questions.
 *
 *     struct voice_reading reading = {questions, count, ...};
 *     voice_bind(&reading, inputs, input_count, customers, arena);   before the first record
 *     ... in a row function:
 *     if (voice_next(&reading, scratch, row, &response)) { ... response.answer[q] ... }
 *
 * A group is its columns' cells, "(missing)" where one is empty, joined by VOICE_BETWEEN. Columns that
 * the inputs lack are taken from the customers' file.
 */
#ifndef CRM_VOICE_READ_H
#define CRM_VOICE_READ_H

#include "analysis/roster.h"
#include "analysis/voice.h"
#include "flow/flow.h"

#define VOICE_BETWEEN '\x1f'
#define VOICE_MISSING_GROUP "(missing)" /* of an empty cell */
#define VOICE_WEIGHT 1000000000 /* a weight of 1: weights have 9 decimals, and are at most 1e6 */
#define VOICE_NONE (INT32_MIN + 1) /* no answer: empty, or a code */
#define VOICE_UNASKED (INT32_MIN + 2) /* the row is about another question */

enum voice_period {
    VOICE_ALL_TIME,
    VOICE_DAY,
    VOICE_WEEK, /* of ISO 8601, from Monday */
    VOICE_MONTH,
    VOICE_QUARTER,
    VOICE_YEAR,
};

/* The first day of the period that holds the day, and "2024-W05", "2024-01" ...: they sort by time. */
int32_t voice_period_start(int32_t day, enum voice_period period);
size_t voice_period_format(int32_t start, enum voice_period period, char text[DATE_ROOM]);

/* Where things stand in an input: positions in its header, or -1. */
struct voice_columns {
    bool wide;
    ptrdiff_t *question; /* wide */
    ptrdiff_t asked, answer; /* long */
    ptrdiff_t weight, comment;
    ptrdiff_t *by;
    bool plain;          /* rows may be read as voice_plain.h does; then: */
    ptrdiff_t answered_at;
    ptrdiff_t customer;  /* -1: none */
};

struct voice_reading {
    const struct voice_question *question;
    size_t questions;
    const struct str *by;
    size_t by_count;
    enum voice_period per;
    struct str weight;      /* name of the column; empty: 1 each */
    int32_t as_of;          /* later rows do not count; DATE_NONE: all do */
    bool respondents;       /* response.customer is needed */
    bool ids;               /* response.id is needed */
    bool comments;          /* response.comment is wanted, where there is such a column */
    /* voice_bind: */
    struct voice_columns *of; /* by input */
    const struct roster *customers; /* its first joined columns are those of `by`; or NULL */
};

struct voice_response {
    const int32_t *answer; /* by question: VOICE_NONE, VOICE_UNASKED */
    size_t first, last;    /* questions that it may have answers to: first to last - 1 */
    struct str group;
    int32_t period;        /* its first day; 0 of all time */
    int64_t weight;
    struct stamp at;       /* day is DATE_NONE where it is not said */
    struct str customer;   /* empty where it is not said */
    struct str id;         /* of the response */
    struct str comment;
    uint64_t number;       /* of the row: later is larger */
};

/* Answers to a question that were read, whether or not they count in the end. */
struct voice_range {
    int32_t low, high; /* where n is above 0 */
    uint64_t n;
};

#define VOICE_STARTS 512 /* days whose period is remembered */

/* What a state keeps while it reads; zeroed at the start, `latest` counts once it is ready. */
struct voice_scratch {
    bool ready;
    int32_t latest; /* day that anything was answered on, or DATE_NONE */
    int32_t *answer; /* by question, of the row at hand */
    struct voice_range *range; /* by question */
    size_t questions;
    struct buf group;
    char last_date[40];
    size_t last_date_n;
    struct stamp last_at;
    struct voice_start {
        int32_t day, start;
    } *start; /* of periods, by day modulo VOICE_STARTS; DATE_NONE: none yet */
};

/* Binds inputs that are opened as wide surveys (input_settings.wide); those that are long are bound
 * again. A column that is nowhere is a usage error. */
void voice_bind(struct voice_reading *reading, struct input *const *inputs, size_t count,
                const struct roster *customers, struct arena *arena);
/* False where the row was excluded or is bad; else it is counted as merged. Slices live as long as
 * the row, or until the next call. */
bool voice_next(const struct voice_reading *reading, struct voice_scratch *scratch, struct row *row,
                struct voice_response *response);
/* The latest day of an answer, or DATE_NONE. */
int32_t voice_latest(const struct voice_scratch *scratch);
void voice_scratch_merge(struct voice_scratch *into, struct voice_scratch *from); /* frees `from` */
void voice_scratch_free(struct voice_scratch *scratch);

#endif
