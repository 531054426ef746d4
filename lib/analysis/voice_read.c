#include "base/base.h"

#include <math.h>

#include "analysis/voice_read.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "value/number.h"

#define MISSING "(missing)"
#define WEIGHT_MOST 1e6

static enum date_period calendar_period(enum voice_period period)
{
    return period == VOICE_MONTH     ? DATE_MONTH
           : period == VOICE_QUARTER ? DATE_QUARTER
           : period == VOICE_YEAR    ? DATE_YEAR
                                     : DATE_DAY;
}

int32_t voice_period_start(int32_t day, enum voice_period period)
{
    if (period == VOICE_ALL_TIME) {
        return 0;
    }
    if (period == VOICE_WEEK) {
        return day - (date_weekday(day) - 1);
    }
    return date_period_start(day, calendar_period(period));
}

size_t voice_period_format(int32_t start, enum voice_period period, char text[DATE_ROOM])
{
    if (period == VOICE_ALL_TIME) {
        return 0;
    }
    if (period != VOICE_WEEK) {
        return date_period_format(start, calendar_period(period), text);
    }
    /* A week is of the year of its Thursday. */
    int year, month, day;
    date_to_civil(start + 3, &year, &month, &day);
    int32_t week = (start + 3 - date_from_civil(year, 1, 1)) / 7 + 1;
    return (size_t)snprintf(text, DATE_ROOM, "%04d-W%02d", year, (int)week);
}

/* Whether the header has the questions: all of them, or none. */
static bool is_wide(const struct voice_reading *r, const struct input *input)
{
    size_t found = 0, lacking = 0;
    for (size_t q = 0; q < r->questions; q++) {
        bool there = input_named(input, r->question[q].name) >= 0;
        found += there;
        lacking = there ? lacking : q;
    }
    if (found > 0 && found < r->questions) {
        die(STATUS_USAGE, "%s has no column %.*s", input->name, STRF(r->question[lacking].name));
    }
    return found > 0 || r->questions == 0;
}

static void bind_long(const struct voice_reading *r, struct input *input, struct arena *arena)
{
    struct input_settings *settings = arena_alloc(arena, sizeof *settings);
    *settings = *input->settings;
    settings->wide = false;
    if (!input_fills(input, KIND_SURVEYS)) {
        die(STATUS_USAGE, "%s has no column %.*s, and none of questions and answers", input->name,
            STRF(r->question[0].name));
    }
    input->settings = settings;
    input->key_count = 0; /* those that it was bound with */
    input_bind(input, KIND_SURVEYS);
    if (input_column(input, SURVEY_QUESTION) < 0) {
        ptrdiff_t at = input_column(input, SURVEY_ANSWER);
        die(STATUS_USAGE, "%s has no column %.*s, and no questions beside its column %.*s: if that is "
                          "the one, say its name", input->name, STRF(r->question[0].name),
            STRF(input->header->name[at]));
    }
}

static void bind_by(struct voice_reading *r, const struct input *input, struct voice_columns *c,
                    struct arena *arena)
{
    c->by = arena_alloc(arena, r->by_count * sizeof *c->by);
    for (size_t i = 0; i < r->by_count; i++) {
        c->by[i] = input_named(input, r->by[i]);
        if (c->by[i] >= 0) {
            continue;
        }
        if (!r->customers || r->customers->column[i] < 0) {
            die(STATUS_USAGE, "--by %.*s: %s has no such column%s", STRF(r->by[i]), input->name,
                r->customers ? ", nor have the customers" : "");
        }
    }
}

static void bind_one(struct voice_reading *r, struct input *input, struct voice_columns *c,
                     struct arena *arena)
{
    *c = (struct voice_columns){.wide = is_wide(r, input), .asked = -1, .answer = -1};
    if (!c->wide) {
        bind_long(r, input, arena);
        c->asked = input_column(input, SURVEY_QUESTION);
        c->answer = input_column(input, SURVEY_ANSWER);
    }
    c->question = arena_alloc(arena, r->questions * sizeof *c->question);
    for (size_t q = 0; q < r->questions; q++) {
        c->question[q] = c->wide ? input_named(input, r->question[q].name) : -1;
    }
    bind_by(r, input, c, arena);
    c->weight = r->weight.n > 0 ? input_named(input, r->weight) : -1;
    c->comment = input_named(input, S("comment"));
    if (r->weight.n > 0 && c->weight < 0) {
        die(STATUS_USAGE, "--weight %.*s: %s has no such column", STRF(r->weight), input->name);
    }
    if (r->per != VOICE_ALL_TIME) {
        input_need(input, SURVEY_ANSWERED_AT, "--per");
    }
}

void voice_bind(struct voice_reading *r, struct input *const *inputs, size_t count,
                const struct roster *customers, struct arena *arena)
{
    r->customers = customers;
    r->of = arena_alloc(arena, count * sizeof *r->of);
    for (size_t i = 0; i < count; i++) {
        bind_one(r, inputs[i], &r->of[i], arena);
    }
}

/* Rows of a survey come at a few times: the one before is often the same. */
static enum row_found read_time(struct voice_scratch *s, const struct row *row, struct stamp *at)
{
    struct str cell = row_text(row, SURVEY_ANSWERED_AT);
    *at = (struct stamp){.day = DATE_NONE};
    if (cell.n == 0) {
        return ROW_EMPTY;
    }
    if (cell.n == s->last_date_n && memcmp(cell.p, s->last_date, cell.n) == 0) {
        *at = s->last_at;
        return ROW_VALUE;
    }
    enum row_found found = row_stamp(row, SURVEY_ANSWERED_AT, at);
    if (found == ROW_VALUE && cell.n <= sizeof s->last_date) {
        memcpy(s->last_date, cell.p, cell.n);
        s->last_date_n = cell.n;
        s->last_at = *at;
    }
    return found;
}

static int32_t period_of(const struct voice_reading *r, struct voice_scratch *s, int32_t day)
{
    if (r->per == VOICE_ALL_TIME) {
        return 0;
    }
    if (day != s->last_day) {
        s->last_day = day;
        s->last_start = voice_period_start(day, r->per);
    }
    return s->last_start;
}

/* False where the row does not count, which is accounted for. */
static bool read_when(const struct voice_reading *r, struct voice_scratch *s, const struct row *row,
                      struct voice_response *out)
{
    enum row_found found = read_time(s, row, &out->at);
    if (found == ROW_BAD) {
        return false;
    }
    if (found == ROW_VALUE && r->as_of != DATE_NONE && out->at.day > r->as_of) {
        account_exclude(&row->worker->account, ACCOUNT_AFTER_AS_OF);
        return false;
    }
    if (found == ROW_EMPTY && r->per != VOICE_ALL_TIME) {
        account_exclude(&row->worker->account, ACCOUNT_UNDATED);
        return false;
    }
    out->period = period_of(r, s, out->at.day);
    return true;
}

static bool read_weight(const struct voice_columns *c, const struct row *row, int64_t *weight)
{
    char shown[SAY_VALUE_ROOM];
    double value;
    *weight = VOICE_WEIGHT;
    if (c->weight < 0) {
        return true;
    }
    struct str cell = str_trim(row->record.cell[c->weight]);
    if (cell.n == 0 || !number_parse(cell, 9, &value)) {
        row_bad_at(row, c->weight, "%s is not a weight", say_value(cell, shown));
        return false;
    }
    if (value < 0 || value > WEIGHT_MOST * VOICE_WEIGHT) {
        row_bad_at(row, c->weight, "%s is no weight from 0 to 1000000", say_value(cell, shown));
        return false;
    }
    *weight = llround(value);
    if (*weight == 0) {
        account_exclude(&row->worker->account, ACCOUNT_NOT_COUNTED);
    }
    return *weight > 0;
}

static void complain(const struct row *row, ptrdiff_t at, const struct voice_question *q,
                     struct str cell, enum voice_found found)
{
    char shown[SAY_VALUE_ROOM];
    say_value(cell, shown);
    if (found == VOICE_OUTSIDE) {
        row_bad_at(row, at, "%s is outside the scale %d-%d of %.*s: where it stands for no answer, "
                   "say --missing %.*s=%.*s%s", shown, q->low, q->high, STRF(q->name),
                   STRF(q->name), cell.n < 12 ? (int)cell.n : 0, cell.p,
                   q->declared || q->measure == VOICE_NPS ? "" : "; else --scale");
    } else if (found == VOICE_WORDS) {
        row_bad_at(row, at, "%s is a number with something behind it: answers must be numbers "
                   "alone", shown);
    } else if (found == VOICE_FINE) {
        row_bad_at(row, at, "%s has more than 4 decimals", shown);
    } else {
        row_bad_at(row, at, "%s is not a number: where it stands for no answer, say --missing", shown);
    }
}

static bool read_answer(const struct row *row, ptrdiff_t at, const struct voice_question *q,
                        int32_t *answer)
{
    struct str cell = str_trim(row->record.cell[at]);
    enum voice_found found =
        voice_answer(q, cell, row->input->settings->money.decimal_comma, answer);
    if (found == VOICE_MISSING) {
        *answer = VOICE_NONE;
    } else if (found != VOICE_ANSWER) {
        complain(row, at, q, cell, found);
        return false;
    }
    return true;
}

/* The question that a long row is about: r->questions where it is none of ours. */
static size_t asked(const struct voice_reading *r, const struct voice_columns *c,
                    const struct row *row)
{
    struct str name = str_trim(row->record.cell[c->asked]);
    size_t q = 0;
    while (q < r->questions && !str_eq(r->question[q].name, name)) {
        q++;
    }
    return q;
}

static bool read_answers(const struct voice_reading *r, const struct voice_columns *c,
                         struct voice_scratch *s, const struct row *row,
                         struct voice_response *out)
{
    out->answer = s->answer;
    if (c->wide) {
        out->first = 0;
        out->last = r->questions;
        for (size_t q = 0; q < r->questions; q++) {
            if (!read_answer(row, c->question[q], &r->question[q], &s->answer[q])) {
                return false;
            }
        }
        return true;
    }
    out->first = asked(r, c, row);
    out->last = out->first + 1;
    if (out->first == r->questions) {
        account_exclude(&row->worker->account, ACCOUNT_OTHER_QUESTION);
        return false;
    }
    return read_answer(row, c->answer, &r->question[out->first], &s->answer[out->first]);
}

static struct str joined_cell(const struct voice_reading *r, struct str customer, size_t i)
{
    const uint32_t *index = customer.n > 0 ? map_find(&r->customers->index, customer) : NULL;
    return index ? r->customers->entry[*index].cell[i] : (struct str){0};
}

static void read_group(const struct voice_reading *r, const struct voice_columns *c,
                       struct voice_scratch *s, const struct row *row, struct voice_response *out)
{
    buf_clear(&s->group);
    for (size_t i = 0; i < r->by_count; i++) {
        struct str cell = c->by[i] >= 0 ? str_trim(row->record.cell[c->by[i]])
                                        : joined_cell(r, out->customer, i);
        if (i > 0) {
            buf_byte(&s->group, VOICE_BETWEEN);
        }
        buf_str(&s->group, cell.n > 0 ? cell : S(MISSING));
    }
    out->group = buf_view(&s->group);
}

static void widen(struct voice_range *range, int32_t answer, uint64_t n)
{
    if (range->n == 0) {
        range->low = range->high = answer;
    }
    range->low = answer < range->low ? answer : range->low;
    range->high = answer > range->high ? answer : range->high;
    range->n += n;
}

static void begin(const struct voice_reading *r, struct voice_scratch *s)
{
    s->ready = true;
    s->last_day = s->latest = DATE_NONE;
    buf_init(&s->group, BUF_UNBOUNDED);
    s->questions = r->questions;
    s->answer = mem_new(r->questions + 1, sizeof *s->answer);
    s->range = mem_new(r->questions + 1, sizeof *s->range);
    for (size_t q = 0; q < r->questions; q++) {
        s->answer[q] = VOICE_UNASKED;
    }
}

int32_t voice_latest(const struct voice_scratch *s)
{
    return s->ready ? s->latest : DATE_NONE;
}

bool voice_next(const struct voice_reading *r, struct voice_scratch *s, struct row *row,
                struct voice_response *out)
{
    const struct voice_columns *c = &r->of[row->input->number];
    *out = (struct voice_response){.number = row->number};
    if (!s->ready) {
        begin(r, s);
    }
    if (r->respondents && row_customer(row, &out->customer) == ROW_BAD) {
        return false;
    }
    if (r->ids && row_id(row, SURVEY_RESPONSE_ID, &out->id) == ROW_BAD) {
        return false;
    }
    if (!read_when(r, s, row, out) || !read_weight(c, row, &out->weight) ||
        !read_answers(r, c, s, row, out)) {
        return false;
    }
    s->latest = out->at.day > s->latest ? out->at.day : s->latest;
    for (size_t q = out->first; q < out->last; q++) {
        if (out->answer[q] != VOICE_NONE) {
            widen(&s->range[q], out->answer[q], 1);
        }
    }
    read_group(r, c, s, row, out);
    if (r->comments && c->comment >= 0) {
        out->comment = str_trim(row->record.cell[c->comment]);
    }
    row->worker->account.merged++;
    return true;
}

void voice_scratch_merge(struct voice_scratch *into, struct voice_scratch *from)
{
    if (from->ready && !into->ready) {
        *into = *from;
        *from = (struct voice_scratch){0};
        return;
    }
    if (from->ready && from->latest > into->latest) {
        into->latest = from->latest;
    }
    for (size_t q = 0; q < from->questions; q++) {
        if (from->range[q].n > 0) {
            widen(&into->range[q], from->range[q].low, from->range[q].n);
            widen(&into->range[q], from->range[q].high, 0);
        }
    }
    voice_scratch_free(from);
}

void voice_scratch_free(struct voice_scratch *s)
{
    free(s->answer);
    free(s->range);
    if (s->ready) {
        buf_free(&s->group);
    }
    *s = (struct voice_scratch){0};
}
