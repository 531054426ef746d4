#include "base/base.h"

#include "analysis/voice_cases.h"
#include "base/mem.h"

static struct voice_cases *cases_new(size_t questions)
{
    struct voice_cases *c = mem_new(1, sizeof *c);
    c->questions = questions;
    buf_init(&c->key, BUF_UNBOUNDED);
    return c;
}

static void *start(void *context)
{
    const struct voice_reading *reading = context;
    return cases_new(reading->questions);
}

static size_t append(struct voice_cases *c, int64_t weight)
{
    if (c->count == c->room) {
        c->room = mem_capacity(c->room, c->count + 1);
        size_t cells = mem_mul(c->room, c->questions);
        c->answer = mem_grow(c->answer, cells, sizeof *c->answer);
        c->number = mem_grow(c->number, cells, sizeof *c->number);
        c->weight = mem_grow(c->weight, c->room, sizeof *c->weight);
        c->id = mem_grow(c->id, c->room, sizeof *c->id);
    }
    for (size_t q = 0; q < c->questions; q++) {
        c->answer[c->count * c->questions + q] = VOICE_NONE;
        c->number[c->count * c->questions + q] = 0;
    }
    c->weight[c->count] = weight;
    c->id[c->count] = (struct str){0};
    return c->count++;
}

/* The row of a response that comes in several: `id` says which. */
static size_t row_of(struct voice_cases *c, struct str id, int64_t weight)
{
    bool fresh;
    uint32_t *index = map_put(&c->index, id, &fresh);
    if (fresh) {
        *index = (uint32_t)c->count;
        size_t at = append(c, weight);
        c->id[at] = map_key(&c->index, id);
        return at;
    }
    return *index;
}

static void set(struct voice_cases *c, size_t row, size_t q, int32_t answer, uint64_t number)
{
    size_t at = row * c->questions + q;
    if (answer != VOICE_NONE && number >= c->number[at]) {
        c->answer[at] = answer;
        c->number[at] = number;
    }
}

/* Ids of responses and of customers are not the same. */
static struct str id_of(struct voice_cases *c, const struct voice_response *r)
{
    buf_clear(&c->key);
    if (r->id.n + r->customer.n > 0) {
        buf_byte(&c->key, r->id.n > 0 ? 'r' : 'c');
        buf_str(&c->key, r->id.n > 0 ? r->id : r->customer);
    }
    return buf_view(&c->key);
}

static void take_row(void *context, void *state, struct row *row)
{
    const struct voice_reading *reading = context;
    struct voice_cases *c = state;
    struct voice_response r;
    if (!voice_next(reading, &c->scratch, row, &r)) {
        return;
    }
    bool wide = reading->of[row->input->number].wide;
    struct str id = id_of(c, &r);
    size_t at = wide || id.n == 0 ? append(c, r.weight) : row_of(c, id, r.weight);
    for (size_t q = r.first; q < r.last; q++) {
        set(c, at, q, r.answer[q], r.number);
    }
}

static void merge(void *context, void *into_state, void *from_state)
{
    struct voice_cases *into = into_state, *from = from_state;
    (void)context;
    for (size_t i = 0; i < from->count; i++) {
        bool alone = from->id[i].n == 0;
        size_t at = alone ? append(into, from->weight[i])
                          : row_of(into, from->id[i], from->weight[i]);
        for (size_t q = 0; q < into->questions; q++) {
            set(into, at, q, from->answer[i * from->questions + q],
                from->number[i * from->questions + q]);
        }
    }
    voice_scratch_merge(&into->scratch, &from->scratch);
    voice_cases_free(from);
}

const struct flow_fold voice_cases_fold = {.start = start, .row = take_row, .merge = merge};

static const struct voice_cases *sorted; /* for by_answers: qsort has no context */

static int by_answers(const void *a, const void *b)
{
    const struct voice_cases *c = sorted;
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    for (size_t q = 0; q < c->questions; q++) {
        int32_t p = c->answer[x * c->questions + q], r = c->answer[y * c->questions + q];
        if (p != r) {
            return p < r ? -1 : 1;
        }
    }
    return c->weight[x] < c->weight[y] ? -1 : c->weight[x] > c->weight[y];
}

size_t voice_cases_finish(struct voice_cases *c)
{
    c->order = mem_new(c->count, sizeof *c->order);
    for (size_t i = 0; i < c->count; i++) {
        size_t answers = 0;
        for (size_t q = 0; q < c->questions; q++) {
            answers += c->answer[i * c->questions + q] != VOICE_NONE;
        }
        if (answers == c->questions) {
            c->order[c->complete++] = (uint32_t)i;
        }
    }
    sorted = c;
    if (c->complete > 1) {
        qsort(c->order, c->complete, sizeof *c->order, by_answers);
    }
    return c->complete;
}

const int32_t *voice_cases_row(const struct voice_cases *c, size_t i)
{
    return &c->answer[c->order[i] * c->questions];
}

double voice_cases_weight(const struct voice_cases *c, size_t i)
{
    return (double)c->weight[c->order[i]] / VOICE_WEIGHT;
}

void voice_cases_free(struct voice_cases *c)
{
    voice_scratch_free(&c->scratch);
    free(c->answer);
    free(c->number);
    free(c->weight);
    free(c->id);
    free(c->order);
    map_free(&c->index);
    buf_free(&c->key);
    free(c);
}
