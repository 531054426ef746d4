#include "base/base.h"

#include "analysis/voice_followup.h"
#include "analysis/voice_repeats.h"
#include "base/mem.h"

static void *start(void *context)
{
    (void)context;
    struct voice_followup *f = mem_new(1, sizeof *f);
    buf_init(&f->key, BUF_UNBOUNDED);
    return f;
}

static struct str key_of(struct voice_followup *f, struct str customer, uint32_t question)
{
    buf_clear(&f->key);
    buf_bytes(&f->key, (const char *)&question, sizeof question);
    buf_str(&f->key, customer);
    return buf_view(&f->key);
}

static bool is_later(const struct voice_word *a, const struct voice_word *b)
{
    int64_t x = voice_repeats_time(&a->at), y = voice_repeats_time(&b->at);
    return x != y ? x > y : a->number > b->number;
}

/* Its texts are copied; the customer's id once. */
static void put(struct voice_followup *f, const struct voice_word *word)
{
    bool fresh = true;
    uint32_t *index = NULL;
    if (word->customer.n > 0) {
        index = map_put(&f->index, key_of(f, word->customer, word->question), &fresh);
    }
    if (!fresh && !is_later(word, &f->word[*index])) {
        return;
    }
    struct str customer = fresh ? arena_str(&f->arena, word->customer) : f->word[*index].customer;
    size_t at = fresh ? f->count++ : *index;
    if (fresh && f->count > f->room) {
        f->room = mem_capacity(f->room, f->count);
        f->word = mem_grow(f->word, f->room, sizeof *f->word);
    }
    if (index) {
        *index = (uint32_t)at;
    }
    f->word[at] = *word;
    f->word[at].customer = customer;
    f->word[at].comment = word->unhappy ? arena_str(&f->arena, word->comment) : (struct str){0};
}

static void take_row(void *context, void *state, struct row *row)
{
    const struct voice_reading *reading = context;
    struct voice_followup *f = state;
    struct voice_response r;
    if (!voice_next(reading, &f->scratch, row, &r)) {
        return;
    }
    for (size_t q = r.first; q < r.last; q++) {
        bool unhappy = r.answer[q] != VOICE_NONE &&
                       voice_is_unfavourable(&reading->question[q], r.answer[q]);
        if (r.answer[q] != VOICE_NONE && (unhappy || r.customer.n > 0)) {
            put(f, &(struct voice_word){r.customer, (uint32_t)q, unhappy, r.answer[q], r.at,
                                        r.number, r.comment});
        }
    }
}

static void merge(void *context, void *into_state, void *from_state)
{
    struct voice_followup *into = into_state, *from = from_state;
    (void)context;
    for (size_t i = 0; i < from->count; i++) {
        put(into, &from->word[i]);
    }
    voice_scratch_merge(&into->scratch, &from->scratch);
    voice_followup_free(from);
}

const struct flow_fold voice_followup_fold = {.start = start, .row = take_row, .merge = merge};

const struct voice_word *voice_followup_find(struct voice_followup *f, struct str customer,
                                             size_t question)
{
    const uint32_t *index = map_find(&f->index, key_of(f, customer, (uint32_t)question));
    return index ? &f->word[*index] : NULL;
}

void voice_followup_free(struct voice_followup *f)
{
    voice_scratch_free(&f->scratch);
    free(f->word);
    map_free(&f->index);
    buf_free(&f->key);
    arena_free(&f->arena);
    free(f);
}
