#include "base/base.h"

#include "analysis/voice_plain.h"
#include "analysis/voice_repeats.h"
#include "base/hash.h"
#include "base/mem.h"

#define SAMPLE_MOST 65536
#define SAMPLE_ROOM (4 * SAMPLE_MOST) /* slots */

/* Hashes whose first `level` bits are 0, at most SAMPLE_MOST of them: which they are depends on the
 * set of all alone. */
struct sample {
    struct {
        uint64_t hash; /* 0: free */
        uint32_t count;
    } *slot;
    size_t count;
    unsigned level;
};

/* One row that may count. */
struct held_response {
    struct str group;
    int32_t period;
    int64_t time;
    uint64_t number;
    int64_t weight;
    bool counts; /* one of its answers does; set at the end */
};

/* What a respondent said to a question in a period. */
struct held_answer {
    size_t response; /* whose answer it is, or of the last one */
    uint32_t question;
    uint32_t count; /* answers seen */
    int32_t answer;
    int64_t sum;
    struct str key; /* in the index */
};

struct repeats {
    uint64_t plain; /* rows that came the short way */
    struct voice_tally *tally; /* all of ALL; else of those without a customer_id */
    struct sample sample;
    struct map index; /* of held answers by customer, period and question */
    struct held_answer *answer;
    size_t answers, answer_room;
    struct held_response *response;
    size_t responses, response_room;
    struct map names; /* of groups */
    struct str *name;
    struct buf key;
};

int64_t voice_repeats_time(const struct stamp *at)
{
    if (at->day == DATE_NONE) {
        return INT64_MIN;
    }
    int64_t shift = at->has_zone ? (int64_t)at->offset * 1000 : 0;
    return (int64_t)at->day * 86400000 + at->ms - shift;
}

/* ---- repeats among a sample ---- */

static bool sample_has(const struct sample *s, uint64_t hash)
{
    return s->level == 0 || hash >> (64 - s->level) == 0;
}

static void sample_add(struct sample *s, uint64_t hash, uint32_t count);

static void sample_halve(struct sample *s)
{
    struct sample old = *s;
    *s = (struct sample){.level = old.level + 1};
    for (size_t i = 0; i < SAMPLE_ROOM; i++) {
        if (old.slot[i].hash) {
            sample_add(s, old.slot[i].hash, old.slot[i].count);
        }
    }
    free(old.slot);
}

static void sample_add(struct sample *s, uint64_t hash, uint32_t count)
{
    if (!sample_has(s, hash)) {
        return;
    }
    if (!s->slot) {
        s->slot = mem_new(SAMPLE_ROOM, sizeof *s->slot);
    }
    size_t i = hash & (SAMPLE_ROOM - 1);
    while (s->slot[i].hash && s->slot[i].hash != hash) {
        i = (i + 1) & (SAMPLE_ROOM - 1);
    }
    s->count += s->slot[i].hash == 0;
    s->slot[i].hash = hash;
    s->slot[i].count = s->slot[i].count + count < count ? UINT32_MAX : s->slot[i].count + count;
    if (s->count > SAMPLE_MOST) {
        sample_halve(s);
    }
}

static void sample_merge(struct sample *into, struct sample *from)
{
    while (into->level < from->level) {
        if (into->slot) {
            sample_halve(into);
        } else {
            into->level = from->level;
        }
    }
    for (size_t i = 0; from->slot && i < SAMPLE_ROOM; i++) {
        if (from->slot[i].hash) {
            sample_add(into, from->slot[i].hash, from->slot[i].count);
        }
    }
    free(from->slot);
}

static uint64_t sample_repeats(const struct sample *s)
{
    uint64_t repeats = 0;
    for (size_t i = 0; s->slot && i < SAMPLE_ROOM; i++) {
        repeats += s->slot[i].count > 1;
    }
    return repeats << s->level;
}

/* ---- rows ---- */

static struct str key_of(struct repeats *r, const struct voice_response *v, uint32_t question)
{
    buf_clear(&r->key);
    buf_bytes(&r->key, (const char *)&v->period, sizeof v->period);
    buf_bytes(&r->key, (const char *)&question, sizeof question);
    buf_str(&r->key, v->customer);
    return buf_view(&r->key);
}

static struct str kept_name(struct repeats *r, struct str group)
{
    bool fresh;
    uint32_t *index = map_put(&r->names, group, &fresh);
    if (fresh) {
        *index = (uint32_t)r->names.count - 1;
        r->name = mem_grow(r->name, r->names.count, sizeof *r->name);
        r->name[*index] = map_key(&r->names, group);
    }
    return r->name[*index];
}

static size_t hold_response(struct repeats *r, const struct held_response *response)
{
    if (r->responses == r->response_room) {
        r->response_room = mem_capacity(r->response_room, r->responses + 1);
        r->response = mem_grow(r->response, r->response_room, sizeof *r->response);
    }
    r->response[r->responses] = *response;
    r->response[r->responses].group = kept_name(r, response->group);
    return r->responses++;
}

static bool is_later(const struct held_response *a, const struct held_response *b)
{
    return a->time != b->time ? a->time > b->time : a->number > b->number;
}

/* Whether the new answer takes the place of the old. */
static bool beats(const struct repeats *r, enum voice_repeats_mode mode,
                  const struct held_answer *new, const struct held_answer *old)
{
    if ((new->count > 0) != (old->count > 0)) {
        return new->count > 0;
    }
    bool later = is_later(&r->response[new->response], &r->response[old->response]);
    return mode == VOICE_REPEATS_FIRST ? !later : later;
}

static void hold_answer(struct repeats *r, enum voice_repeats_mode mode, struct str key,
                        const struct held_answer *new)
{
    bool fresh;
    uint32_t *index = map_put(&r->index, key, &fresh);
    if (fresh) {
        if (r->answers == r->answer_room) {
            r->answer_room = mem_capacity(r->answer_room, r->answers + 1);
            r->answer = mem_grow(r->answer, r->answer_room, sizeof *r->answer);
        }
        *index = (uint32_t)r->answers;
        r->answer[r->answers] = *new;
        r->answer[r->answers++].key = map_key(&r->index, key);
        return;
    }
    struct held_answer *held = &r->answer[*index];
    const struct held_answer both = {.count = held->count + new->count,
                                     .sum = held->sum + new->sum, .key = held->key};
    if (beats(r, mode, new, held)) {
        *held = *new;
    }
    held->count = both.count;
    held->sum = both.sum;
    held->key = both.key;
}

static void hold(struct repeats *r, enum voice_repeats_mode mode, const struct voice_response *v)
{
    size_t at = hold_response(r, &(struct held_response){v->group, v->period,
                                                         voice_repeats_time(&v->at), v->number,
                                                         v->weight, false});
    for (size_t q = v->first; q < v->last; q++) {
        bool answered = v->answer[q] != VOICE_NONE;
        const struct held_answer one = {.response = at, .question = (uint32_t)q, .count = answered,
                                        .answer = v->answer[q], .sum = answered ? v->answer[q] : 0};
        hold_answer(r, mode, key_of(r, v, (uint32_t)q), &one);
    }
}

/* Where all answers count. */
static inline void count(const struct voice_gathering *gathering, struct repeats *r,
                         const struct voice_response *v)
{
    static const struct hash_key fixed = {0x63726d, 0x737572766579};
    if (!gathering->quiet && v->customer.n > 0) {
        /* Of a long row the question counts, too; a wide one is an answer to all. */
        uint32_t question = v->last - v->first == 1 ? (uint32_t)v->first : 0;
        sample_add(&r->sample, hash_64(fixed, key_of(r, v, question)) | 1, 1);
    }
    voice_tally_take(r->tally, v);
}

static void take_row(void *context, void *state, struct row *row)
{
    const struct voice_gathering *gathering = context;
    struct repeats *r = state;
    struct voice_response v;
    if (!voice_next(gathering->reading, &r->tally->scratch, row, &v)) {
        return;
    }
    if (gathering->mode != VOICE_REPEATS_ALL && v.customer.n > 0) {
        hold(r, gathering->mode, &v);
    } else {
        count(gathering, r, &v);
    }
}

static size_t take_plain(void *context, void *state, const struct input *input,
                         const struct plain_rows *rows, size_t from)
{
    const struct voice_gathering *gathering = context;
    const struct voice_reading *reading = gathering->reading;
    struct repeats *r = state;
    struct voice_response v;
    size_t at = from;
    if (gathering->mode != VOICE_REPEATS_ALL ||
        !voice_plain_begin(reading, &r->tally->scratch, input, &v)) {
        return 0;
    }
    for (; at < rows->count; at++) {
        const struct plain_row row = plain_row_at(rows, at);
        if (!voice_plain_next(reading, &r->tally->scratch, input, &row, &v)) {
            break;
        }
        if (!gathering->quiet) {
            v.customer = voice_plain_customer(reading, input, &row);
        }
        count(gathering, r, &v);
    }
    r->plain += at - from;
    return at - from;
}

static void *start(void *context)
{
    const struct voice_gathering *gathering = context;
    struct repeats *r = mem_new(1, sizeof *r);
    r->tally = voice_tally_new(gathering->reading->questions);
    buf_init(&r->key, BUF_UNBOUNDED);
    return r;
}

static void free_repeats(struct repeats *r)
{
    map_free(&r->index);
    map_free(&r->names);
    free(r->name);
    free(r->answer);
    free(r->response);
    buf_free(&r->key);
    free(r);
}

static void merge(void *context, void *into_state, void *from_state)
{
    const struct voice_gathering *gathering = context;
    struct repeats *into = into_state, *from = from_state;
    voice_tally_merge(into->tally, from->tally);
    sample_merge(&into->sample, &from->sample);
    into->plain += from->plain;
    size_t shift = into->responses;
    for (size_t i = 0; i < from->responses; i++) {
        hold_response(into, &from->response[i]);
    }
    for (size_t i = 0; i < from->answers; i++) {
        struct held_answer one = from->answer[i];
        one.response += shift;
        hold_answer(into, gathering->mode, one.key, &one);
    }
    free_repeats(from);
}

const struct flow_fold voice_repeats_fold = {
    .start = start, .row = take_row, .quick_row = take_plain, .merge = merge};

/* Rounded half up, answers being 0 or more. */
static int32_t mean_answer(const struct held_answer *a)
{
    return (int32_t)((2 * a->sum + a->count) / (2 * (int64_t)a->count));
}

struct voice_tally *voice_repeats_tally(const struct voice_gathering *gathering, void *state,
                                        struct account *account, struct voice_repeats_told *told)
{
    struct repeats *r = state;
    struct voice_tally *tally = r->tally;
    *told = (struct voice_repeats_told){.repeats = sample_repeats(&r->sample),
                                        .estimated = r->sample.level > 0};
    for (size_t i = 0; i < r->answers; i++) {
        const struct held_answer *a = &r->answer[i];
        struct held_response *from = &r->response[a->response];
        bool mean = gathering->mode == VOICE_REPEATS_MEAN && a->count > 0;
        from->counts = true;
        told->repeats += a->count > 1;
        voice_tally_add(tally, from->group, from->period, a->question,
                        mean ? mean_answer(a) : a->answer, from->weight);
    }
    for (size_t i = 0; i < r->responses && gathering->mode != VOICE_REPEATS_MEAN; i++) {
        told->superseded += !r->response[i].counts;
    }
    account->merged += r->plain;
    account->merged -= told->superseded;
    account->excluded[ACCOUNT_DUPLICATE] += told->superseded;
    account->unsaid[ACCOUNT_DUPLICATE] |= told->superseded > 0;
    free(r->sample.slot);
    free_repeats(r);
    return tally;
}
