/*
 * voice_plain.h - the short way to what voice_next() (voice_read.h) makes of a row, for those who count
 * answers: for the many rows that are plain (format/plain.h).
 *
 *     if (voice_plain_begin(&reading, scratch, input, &response)) {              once a block
 *         while (voice_plain_next(&reading, scratch, input, &row, &response)) ...
 *     }
 *     ... the row at which it stops: voice_next() knows what it is, or what is wrong
 *
 * A plain row is wide, has a time that value/moment.h reads or none, answers of one or two digits or
 * none, at most one column of --by, no weights. Of the response are set: answer, first, last, group,
 * period and weight. The caller accounts for the row as merged.
 */
#ifndef CRM_VOICE_PLAIN_H
#define CRM_VOICE_PLAIN_H

#include "analysis/voice_read.h"
#include "value/moment.h"

/* False: no row of the input may be read so. Sets what is the same for all rows. */
bool voice_plain_begin(const struct voice_reading *reading, struct voice_scratch *scratch,
                       const struct input *input, struct voice_response *response);

/* ---- what both ways do ---- */

static inline int32_t voice_plain_period(const struct voice_reading *r,
                                         struct voice_scratch *s, int32_t day)
{
    if (r->per == VOICE_ALL_TIME) {
        return 0;
    }
    struct voice_start *known = &s->start[(uint32_t)day % VOICE_STARTS];
    if (known->day != day) {
        *known = (struct voice_start){day, voice_period_start(day, r->per)};
    }
    return known->start;
}

static inline void voice_plain_widen(struct voice_range *range, int32_t answer, uint64_t n)
{
    if (range->n == 0) {
        range->low = range->high = answer;
    }
    range->low = answer < range->low ? answer : range->low;
    range->high = answer > range->high ? answer : range->high;
    range->n += n;
}

static inline void voice_plain_see(struct voice_scratch *s, int32_t day,
                                   const struct voice_response *response)
{
    s->latest = day > s->latest ? day : s->latest;
    for (size_t q = response->first; q < response->last; q++) {
        if (response->answer[q] != VOICE_NONE) {
            voice_plain_widen(&s->range[q], response->answer[q], 1);
        }
    }
}

/* ---- a row ---- */

static inline bool voice_plain_answers(const struct voice_reading *r, const struct voice_columns *c,
                                       struct voice_scratch *s, const struct plain_row *row)
{
    for (size_t q = 0; q < r->questions; q++) {
        struct str cell = plain_cell(row, (size_t)c->question[q]);
        int32_t whole;
        if (cell.n == 0) {
            s->answer[q] = VOICE_NONE;
            continue;
        }
        if (!voice_is_short(cell, &whole) || whole < r->question[q].low ||
            whole > r->question[q].high) {
            return false;
        }
        s->answer[q] = whole * VOICE_ONE;
    }
    return true;
}

/* False: nothing has been taken yet. */
static inline bool voice_plain_next(const struct voice_reading *r, struct voice_scratch *s,
                                    const struct input *input, const struct plain_row *row,
                                    struct voice_response *out)
{
    const struct voice_columns *c = &r->of[input->number];
    struct moment at = {.day = DATE_NONE};
    if (!voice_plain_answers(r, c, s, row)) {
        return false;
    }
    struct str when = c->answered_at < 0 ? S("") : plain_cell(row, (size_t)c->answered_at);
    bool undated = when.n == 0;
    if ((undated ? r->per != VOICE_ALL_TIME : !moment_read(when, &at)) ||
        (r->as_of != DATE_NONE && at.day > r->as_of)) {
        return false;
    }
    out->period = voice_plain_period(r, s, at.day);
    if (r->by_count > 0) {
        out->group = plain_cell(row, (size_t)c->by[0]);
        out->group = out->group.n > 0 ? out->group : S(VOICE_MISSING_GROUP);
    }
    voice_plain_see(s, at.day, out);
    return true;
}

/* The customer of a row that voice_plain_next() has read. */
static inline struct str voice_plain_customer(const struct voice_reading *reading,
                                              const struct input *input,
                                              const struct plain_row *row)
{
    ptrdiff_t column = reading->of[input->number].customer;
    return column < 0 ? S("") : plain_cell(row, (size_t)column);
}

#endif
