/* crm-survey --followup: the unhappy, and what became of those of the last time. */
#include "base/base.h"

#include <math.h>

#include "analysis/voice_followup.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "flow/cursor.h"
#include "value/number.h"

enum outcome { NEW, AGAIN, SILENT, BETTER, BEST };

/* One row of the list. */
struct entry {
    struct str customer;
    size_t question;
    struct stamp at;
    struct str at_text, score, comment; /* as they are written */
    int32_t answer;
    uint64_t number;
    struct str value, owner;
    double worth; /* the value as a number; NaN where there is none */
    enum outcome outcome;
};

struct list {
    struct survey *survey;
    struct voice_followup *words;
    struct entry *entry;
    size_t count, room;
    ptrdiff_t value, owner; /* cells of the roster, or -1 */
    bool previous;
    struct map known; /* customers and questions of the last list */
    uint64_t again, better;
};

static struct entry *append(struct list *l)
{
    if (l->count == l->room) {
        l->room = mem_capacity(l->room, l->count + 1);
        l->entry = mem_grow(l->entry, l->room, sizeof *l->entry);
    }
    l->entry[l->count] = (struct entry){.worth = NAN};
    return &l->entry[l->count++];
}

static struct str time_cell(struct arena *arena, const struct stamp *at)
{
    char text[DATE_ROOM];
    size_t n = at->day == DATE_NONE ? 0 : date_format_stamp(at, text);
    return arena_str(arena, (struct str){text, n});
}

static void fill(struct list *l, struct entry *e, const struct voice_word *word)
{
    struct arena *arena = &l->survey->cli->arena;
    e->customer = word->customer;
    e->question = word->question;
    e->at = word->at;
    e->at_text = time_cell(arena, &word->at);
    e->answer = word->answer;
    e->score = survey_answer_cell(arena, word->answer);
    e->comment = word->comment;
    e->number = word->number;
}

/* ---- the last list ---- */

static struct str key_of(struct buf *key, struct str customer, struct str question)
{
    buf_clear(key);
    buf_str(key, question);
    buf_byte(key, '\0');
    buf_str(key, customer);
    return buf_view(key);
}

static size_t question_named(const struct survey *s, struct str name)
{
    size_t q = 0;
    while (q < s->reading.questions && !str_eq(s->question[q].name, name)) {
        q++;
    }
    return q;
}

/* What the customer has said since, if anything. */
static void judge(struct list *l, struct entry *e)
{
    const struct voice_word *word = voice_followup_find(l->words, e->customer, e->question);
    if (!word || voice_repeats_time(&word->at) <= voice_repeats_time(&e->at)) {
        e->outcome = SILENT;
        return;
    }
    fill(l, e, word);
    e->outcome = word->unhappy ? AGAIN
                 : voice_is_favourable(&l->survey->question[e->question], word->answer) ? BEST
                                                                                        : BETTER;
    l->again++;
    l->better += e->outcome != AGAIN;
}

struct last_columns {
    ptrdiff_t question, score, comment, outcome;
};

static struct str cell(const struct row *row, ptrdiff_t at)
{
    return at < 0 ? (struct str){0} : str_trim(row->record.cell[at]);
}

static void take_last(struct list *l, const struct row *row, const struct last_columns *c,
                      struct buf *key)
{
    struct survey *s = l->survey;
    struct arena *arena = &s->cli->arena;
    struct str customer, outcome = cell(row, c->outcome);
    struct stamp at;
    enum row_found found = row_stamp(row, SURVEY_ANSWERED_AT, &at);
    size_t question = question_named(s, cell(row, c->question));
    if (row_customer(row, &customer) != ROW_VALUE || found != ROW_VALUE ||
        question == s->reading.questions || str_eq(outcome, S("favourable")) ||
        str_eq(outcome, S("between"))) {
        return; /* nobody to ask again, another question, or content since */
    }
    bool fresh;
    map_put(&l->known, key_of(key, customer, s->question[question].name), &fresh);
    if (!fresh) {
        return;
    }
    struct entry *e = append(l);
    e->customer = arena_str(arena, customer);
    e->question = question;
    e->at = at;
    e->at_text = time_cell(arena, &at);
    e->score = arena_str(arena, cell(row, c->score));
    e->answer = voice_number(e->score, false);
    e->comment = arena_str(arena, cell(row, c->comment));
    judge(l, e);
}

static void read_last(struct list *l)
{
    struct survey *s = l->survey;
    struct flow_run run = {.jobs = 1, .rejects = {.most = 0}};
    struct buf key;
    struct str none;
    struct input *input = input_open(s->typed->previous, &s->cli->reading);
    const char *advice = "it is no list of crm-survey --followup";
    input_bind(input, KIND_SURVEYS);
    const struct last_columns c = {
        header_find(input->header, S("question")), header_find(input->header, S("score")),
        header_find(input->header, S("comment")), header_find(input->header, S("outcome"))};
    input_expect(input, SURVEY_CUSTOMER_ID, advice);
    input_expect(input, SURVEY_ANSWERED_AT, advice);
    if (c.question < 0 || c.score < 0) {
        die(STATUS_DATA, "%s: no question or score column: %s", input->name, advice);
    }
    input_settle(input);
    buf_init(&key, BUF_UNBOUNDED);
    struct cursor *cursor = cursor_open(&run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        take_last(l, cursor_row(cursor), &c, &key);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    input_close(input);
    buf_free(&key);
}

/* ---- the unhappy ---- */

static void take_unhappy(struct list *l)
{
    struct buf key;
    buf_init(&key, BUF_UNBOUNDED);
    for (size_t i = 0; i < l->words->count; i++) {
        const struct voice_word *word = &l->words->word[i];
        struct str name = l->survey->question[word->question].name;
        bool known = word->customer.n > 0 &&
                     map_find(&l->known, key_of(&key, word->customer, name)) != NULL;
        if (word->unhappy && !known) {
            fill(l, append(l), word);
        }
    }
    buf_free(&key);
}

static void join(struct list *l)
{
    const struct survey *s = l->survey;
    for (size_t i = 0; i < l->count && s->roster; i++) {
        struct entry *e = &l->entry[i];
        const uint32_t *index =
            e->customer.n > 0 ? map_find(&s->roster->index, e->customer) : NULL;
        if (!index) {
            continue;
        }
        const struct roster_entry *known = &s->roster->entry[*index];
        e->value = l->value >= 0 ? known->cell[l->value] : (struct str){0};
        e->owner = l->owner >= 0 ? known->cell[l->owner] : (struct str){0};
        number_parse(e->value, 0, &e->worth);
    }
}

static int by_worth(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    if (isnan(x->worth) != isnan(y->worth)) {
        return isnan(x->worth) ? 1 : -1;
    }
    if (x->worth != y->worth && !isnan(x->worth)) {
        return x->worth > y->worth ? -1 : 1;
    }
    if (x->answer != y->answer) {
        return x->answer < y->answer ? -1 : 1;
    }
    int order = str_cmp(x->customer, y->customer);
    if (order == 0) {
        order = x->question < y->question ? -1 : x->question > y->question;
    }
    if (order == 0) { /* of nobody */
        order = str_cmp(x->at_text, y->at_text);
    }
    if (order == 0) {
        order = str_cmp(x->comment, y->comment);
    }
    return order != 0 ? order : x->number < y->number ? -1 : x->number > y->number;
}

static struct str outcome_cell(enum outcome outcome)
{
    static const char *const names[] = {"new", "unfavourable", "no answer", "between", "favourable"};
    return str_of(names[outcome]);
}

static void put(struct list *l)
{
    static const char *const names[] = {"customer_id", "answered_at", "measure", "question", "score",
                                        "comment"};
    struct survey *s = l->survey;
    enum { MOST = COUNT_OF(names) + 3 };
    struct encode_column *columns = arena_alloc(&s->cli->arena, MOST * sizeof *columns);
    struct str cells[MOST];
    size_t n = 0;
    for (; n < COUNT_OF(names); n++) {
        bool number = strcmp(names[n], "score") == 0;
        columns[n] =
            (struct encode_column){str_of(names[n]), number ? ENCODE_NUMBER : ENCODE_TEXT};
    }
    if (l->value >= 0) {
        columns[n++] = (struct encode_column){S("value"), ENCODE_NUMBER};
    }
    if (l->owner >= 0) {
        columns[n++] = (struct encode_column){S("owner"), ENCODE_TEXT};
    }
    if (l->previous) {
        columns[n++] = (struct encode_column){S("outcome"), ENCODE_TEXT};
    }
    cli_output(s->cli, columns, n);
    for (size_t i = 0; i < l->count; i++) {
        const struct entry *e = &l->entry[i];
        const struct voice_question *q = &s->question[e->question];
        size_t k = 0;
        cells[k++] = e->customer;
        cells[k++] = e->at_text;
        cells[k++] = str_of(voice_measure_name(q->measure));
        cells[k++] = q->name;
        cells[k++] = e->score;
        cells[k++] = e->comment;
        if (l->value >= 0) {
            cells[k++] = e->value;
        }
        if (l->owner >= 0) {
            cells[k++] = e->owner;
        }
        cells[k] = outcome_cell(e->outcome);
        cli_put(s->cli, cells);
    }
}

static void say_outcomes(const struct list *l)
{
    uint64_t unhappy = 0;
    for (size_t i = 0; i < l->count; i++) {
        unhappy += l->entry[i].outcome != BETTER && l->entry[i].outcome != BEST;
    }
    say_notice("unhappy with their last answer: %" PRIu64, unhappy);
    uint64_t asked = l->known.count;
    if (!l->previous) {
        return;
    }
    struct proportion p = proportion_wilson((double)l->better, (double)l->again);
    say_notice("of %" PRIu64 " on the last list %" PRIu64 " have answered again", asked, l->again);
    if (l->again > 0) {
        say_notice("recovered: %" PRIu64 " of %" PRIu64 ", %.1f %% (%.1f to %.1f)", l->better,
                   l->again, 100 * p.share, 100 * p.low, 100 * p.high);
    }
}

/* The columns of the customers' file: positions among those joined, or -1. */
static size_t choose_columns(struct list *l, struct str *columns)
{
    static const char *const values[] = {"clv", "expected_value", "monetary"};
    struct survey *s = l->survey;
    size_t n = 0;
    l->value = l->owner = -1;
    if (!s->customers) {
        if (s->typed->value || s->typed->owner) {
            die(STATUS_USAGE, "--value and --owner need customers=FILE");
        }
        return 0;
    }
    struct str value = str_of(s->typed->value), owner = str_of(s->typed->owner);
    for (size_t i = 0; i < COUNT_OF(values) && value.n == 0; i++) {
        value = input_named(s->customers, str_of(values[i])) >= 0 ? str_of(values[i]) : value;
    }
    owner = owner.n == 0 && input_named(s->customers, S("owner")) >= 0 ? S("owner") : owner;
    const struct str wanted[] = {value, owner};
    ptrdiff_t *at[] = {&l->value, &l->owner};
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        if (wanted[i].n > 0 && input_named(s->customers, wanted[i]) < 0) {
            die(STATUS_USAGE, "--%s %.*s: %s has no such column", i == 0 ? "value" : "owner",
                STRF(wanted[i]), s->customers->name);
        }
        if (wanted[i].n > 0) {
            *at[i] = (ptrdiff_t)n;
            columns[n++] = wanted[i];
        }
    }
    return n;
}

int followup_put(struct survey *s)
{
    struct list l = {.survey = s, .previous = s->typed->previous != NULL};
    struct str columns[2];
    size_t joined = choose_columns(&l, columns);
    s->reading.respondents = s->reading.comments = true;
    survey_bind(s, columns, joined);
    for (size_t i = 0; i < s->cli->input_count && l.previous; i++) {
        input_need(s->cli->inputs[i], SURVEY_CUSTOMER_ID, "--previous");
        input_need(s->cli->inputs[i], SURVEY_ANSWERED_AT, "--previous");
    }
    l.words = flow_fold(&s->cli->run, s->cli->inputs, s->cli->input_count, &voice_followup_fold,
                        &s->reading);
    survey_settle(s, &l.words->scratch);
    if (l.previous) {
        read_last(&l);
    }
    take_unhappy(&l);
    join(&l);
    if (l.count > 1) {
        qsort(l.entry, l.count, sizeof *l.entry, by_worth);
    }
    put(&l);
    say_outcomes(&l);
    map_free(&l.known);
    free(l.entry);
    voice_followup_free(l.words);
    return cli_end(s->cli);
}
