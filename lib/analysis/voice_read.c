#include "base/base.h"

#include <math.h>

#include "analysis/voice_plain.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "value/moment.h"
#include "value/number.h"

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

/* Whether plain rows say all that they are asked. */
static bool is_plain(const struct voice_reading *r, const struct input *input,
                     const struct voice_columns *c)
{
    bool known = true;
    for (size_t q = 0; q < r->questions; q++) {
        known &= r->question[q].missing_count == 0;
    }
    return known && c->wide && c->weight < 0 && !r->ids && !r->comments && !input->zone &&
           (r->by_count == 0 || (r->by_count == 1 && c->by[0] >= 0));
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
    c->plain = is_plain(r, input, c);
    c->answered_at = input_column(input, SURVEY_ANSWERED_AT);
    c->customer = input->key_count > 0 ? input_column(input, (int)input->key[0]) : -1;
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

/* Times that are not plain are slow to read, but the one of the row before is often the same. */
static enum row_found read_odd_time(struct voice_scratch *s, const struct row *row, struct str cell,
                                    struct stamp *at)
{
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

static inline enum row_found read_time(struct voice_scratch *s, const struct row *row,
                                       struct stamp *at)
{
    struct str cell = row_text(row, SURVEY_ANSWERED_AT);
    struct moment plain;
    /* An input that tells the zone of its times has them moved, by row_stamp(). */
    if (!row->input->zone && moment_read(cell, &plain)) {
        *at = (struct stamp){plain.day, plain.second * 1000, 0, 0, plain.has_time, false,
                             DATE_FORM_FIXED};
        return ROW_VALUE;
    }
    *at = (struct stamp){.day = DATE_NONE};
    return cell.n == 0 ? ROW_EMPTY : read_odd_time(s, row, cell, at);
}

/* False where the row does not count, which is accounted for. */
static inline bool read_when(const struct voice_reading *r, struct voice_scratch *s, const struct row *row,
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
    out->period = voice_plain_period(r, s, out->at.day);
    return true;
}

static bool read_weight(const struct voice_columns *c, const struct row *row, int64_t *weight)
{
    char shown[SAY_VALUE_ROOM];
    double value;
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

static bool read_odd_answer(const struct row *row, ptrdiff_t at, const struct voice_question *q,
                            struct str cell, int32_t *answer)
{
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

/* Nearly all answers are one or two digits. */
static inline bool read_answer(const struct row *row, ptrdiff_t at, const struct voice_question *q,
                               int32_t *answer)
{
    struct str cell = str_trim(row->record.cell[at]);
    int32_t whole;
    if (q->missing_count == 0 && voice_is_short(cell, &whole) && whole >= q->low &&
        whole <= q->high) {
        *answer = whole * VOICE_ONE;
        return true;
    }
    return read_odd_answer(row, at, q, cell, answer);
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

static inline bool read_answers(const struct voice_reading *r, const struct voice_columns *c,
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

static inline struct str by_cell(const struct voice_reading *r, const struct voice_columns *c,
                                 const struct row *row, struct str customer, size_t i)
{
    struct str cell = c->by[i] >= 0 ? str_trim(row->record.cell[c->by[i]])
                                    : joined_cell(r, customer, i);
    return cell.n > 0 ? cell : S(VOICE_MISSING_GROUP);
}

/* Cells of several columns are joined; that of one stands for itself. */
static inline struct str group_of(const struct voice_reading *r, const struct voice_columns *c,
                           struct voice_scratch *s, const struct row *row, struct str customer)
{
    if (r->by_count <= 1) {
        return r->by_count == 0 ? S("") : by_cell(r, c, row, customer, 0);
    }
    buf_clear(&s->group);
    for (size_t i = 0; i < r->by_count; i++) {
        if (i > 0) {
            buf_byte(&s->group, VOICE_BETWEEN);
        }
        buf_str(&s->group, by_cell(r, c, row, customer, i));
    }
    return buf_view(&s->group);
}

static void begin(const struct voice_reading *r, struct voice_scratch *s)
{
    s->ready = true;
    s->latest = DATE_NONE;
    buf_init(&s->group, BUF_UNBOUNDED);
    s->questions = r->questions;
    s->answer = mem_new(r->questions + 1, sizeof *s->answer);
    s->range = mem_new(r->questions + 1, sizeof *s->range);
    for (size_t q = 0; q < r->questions; q++) {
        s->answer[q] = VOICE_UNASKED;
    }
    s->start = mem_new(VOICE_STARTS, sizeof *s->start);
    for (size_t i = 0; i < VOICE_STARTS; i++) {
        s->start[i].day = DATE_NONE;
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
    if (!s->ready) {
        begin(r, s);
    }
    /* What is not set below: one by one, as clearing the whole of it costs more than reading a cell. */
    out->number = row->number;
    out->weight = VOICE_WEIGHT;
    out->customer = (struct str){NULL, 0};
    out->id = (struct str){NULL, 0};
    out->comment = (struct str){NULL, 0};
    if (r->respondents && row_customer(row, &out->customer) == ROW_BAD) {
        return false;
    }
    if (r->ids && row_id(row, SURVEY_RESPONSE_ID, &out->id) == ROW_BAD) {
        return false;
    }
    if (!read_when(r, s, row, out) || (c->weight >= 0 && !read_weight(c, row, &out->weight)) ||
        !read_answers(r, c, s, row, out)) {
        return false;
    }
    voice_plain_see(s, out->at.day, out);
    out->group = group_of(r, c, s, row, out->customer);
    if (r->comments && c->comment >= 0) {
        out->comment = str_trim(row->record.cell[c->comment]);
    }
    row->worker->account.merged++;
    return true;
}

bool voice_plain_begin(const struct voice_reading *r, struct voice_scratch *s,
                       const struct input *input, struct voice_response *out)
{
    const struct voice_columns *c = &r->of[input->number];
    bool named = r->respondents && c->customer >= 0;
    /* An id that ends in ".0" where all do, or does not, is looked into by row_customer(). */
    if (!c->plain || (named && (!input->key_is_id || input->strip_decimal[input->key[0]]))) {
        return false;
    }
    if (!s->ready) {
        begin(r, s);
    }
    *out = (struct voice_response){.answer = s->answer, .last = r->questions,
                                   .weight = VOICE_WEIGHT};
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
            voice_plain_widen(&into->range[q], from->range[q].low, from->range[q].n);
            voice_plain_widen(&into->range[q], from->range[q].high, 0);
        }
    }
    voice_scratch_free(from);
}

void voice_scratch_free(struct voice_scratch *s)
{
    free(s->answer);
    free(s->range);
    free(s->start);
    if (s->ready) {
        buf_free(&s->group);
    }
    *s = (struct voice_scratch){0};
}
