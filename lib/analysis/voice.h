/*
 * voice.h - questions of a survey: what is measured, on which scale, and what an answer says.
 *
 *     NPS    net promoter score, scale 0 to 10 and no other: promoters 9 and 10, passives 7 and 8,
 *            detractors 0 to 6 (Reichheld 2003)
 *     CSAT   satisfaction: share of the best answers, 4 and 5 of 1 to 5
 *     CES    effort: mean answer; 2.0 asks on 1 to 7 whether it was made easy, 7 being the best
 *
 * Answers are whole numbers or have up to 4 decimals: kept in 1/10000 (VOICE_ONE). Between two
 * answers of a scale, the one below decides: 8.9 is passive, 3.9 is not among the best two of 5.
 *
 *     struct voice_question q = voice_question(S("score"), VOICE_NPS);
 *     q.scale = ...                                     or as it stands by default
 *     switch (voice_answer(&q, cell, comma, &answer)) ...
 */
#ifndef CRM_VOICE_H
#define CRM_VOICE_H

#include "base/str.h"

#define VOICE_ONE 10000 /* of answers and of the ends of scales */

enum voice_measure { VOICE_NPS, VOICE_CSAT, VOICE_CES };

/* A text that stands for no answer. */
struct voice_code {
    struct str text;
    int32_t answer; /* VOICE_NO_NUMBER where it is no number */
};

#define VOICE_NO_NUMBER INT32_MIN

struct voice_question {
    struct str name;
    enum voice_measure measure;
    int32_t low, high;  /* ends of the scale, whole: 0 and 10 */
    bool declared;      /* by the user; else the answers must prove it, see voice_proof() */
    bool low_is_good;
    bool directed;      /* the user said which end is good */
    int32_t top;        /* how many whole answers count as favourable; 0: voice_settle() decides */
    const struct voice_code *missing;
    size_t missing_count;
};

/* With the scale that the measure has by default. */
struct voice_question voice_question(struct str name, enum voice_measure measure);
/* What follows from the scale: `top` is 2, or 1 of fewer than 5 answers; of CES 3 of 7 and more. */
void voice_settle(struct voice_question *question);
/* "nps", "csat", "ces". */
const char *voice_measure_name(enum voice_measure measure);
/* "0-10"; false where the text is no scale of whole numbers, ascending, at most 100. */
bool voice_scale(struct str text, int32_t *low, int32_t *high);

enum voice_found {
    VOICE_MISSING, /* empty, or a code */
    VOICE_ANSWER,
    VOICE_OUTSIDE, /* of the scale */
    VOICE_TEXT,    /* no number */
    VOICE_WORDS,   /* a number with words behind it */
    VOICE_FINE,    /* more than 4 decimals */
};

/* `comma`: decimals are written behind one. The cell has no blanks around it. */
enum voice_found voice_answer(const struct voice_question *question, struct str cell, bool comma,
                              int32_t *answer);
/* One or two digits, as nearly all answers are: the whole number. */
static inline bool voice_is_short(struct str cell, int32_t *whole)
{
    if (cell.n - 1 > 1) {
        return false;
    }
    unsigned first = (unsigned char)cell.p[0] - '0', last = (unsigned char)cell.p[cell.n - 1] - '0';
    *whole = (int32_t)(cell.n == 2 ? first * 10 + last : first);
    return first <= 9 && last <= 9;
}
/* A number in 1/10000; VOICE_NO_NUMBER for anything else. */
int32_t voice_number(struct str text, bool comma);

/* -1, 0, 1: detractor, passive, promoter. */
int voice_class(int32_t answer);
/* Whether the answer is one of the `top` best, or of as many worst (at most half of the scale). For
 * NPS: promoters and detractors. */
bool voice_is_favourable(const struct voice_question *question, int32_t answer);
bool voice_is_unfavourable(const struct voice_question *question, int32_t answer);
/* From 0, the worst, to 1. */
double voice_position(const struct voice_question *question, double answer);

/*
 * Whether answers from `low` to `high` (n of them, n > 0) prove the scale that nobody declared; NULL,
 * or what is wrong, to follow "of 12 answers none is ". NPS asks for a 0: on 1 to 10 there is none.
 * CES asks for an answer above 5: the older one of 1 to 5 runs the other way. CSAT: nothing.
 */
const char *voice_proof(const struct voice_question *question, int32_t low, int32_t high);

#endif
