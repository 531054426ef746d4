#include "base/base.h"

#include "analysis/voice_tally.h"
#include "base/mem.h"

static struct voice_bar *bar_of(struct voice_answers *a, int32_t answer)
{
    int32_t whole = answer / VOICE_ONE;
    bool quick = answer >= 0 && answer % VOICE_ONE == 0 && whole < VOICE_WHOLE;
    if (quick && a->whole[whole] > 0) {
        return &a->bar[a->whole[whole] - 1];
    }
    for (size_t i = 0; !quick && i < a->count; i++) {
        if (a->bar[i].answer == answer) {
            return &a->bar[i];
        }
    }
    if (a->count == a->room) {
        a->room = mem_capacity(a->room, a->count + 1);
        a->bar = mem_grow(a->bar, a->room, sizeof *a->bar);
    }
    a->bar[a->count] = (struct voice_bar){.answer = answer};
    if (quick) {
        a->whole[whole] = (uint32_t)a->count + 1;
    }
    return &a->bar[a->count++];
}

static inline void add_answer(struct voice_answers *a, int32_t answer, int64_t weight)
{
    if (answer == VOICE_NONE) {
        a->missing++;
        return;
    }
    uint32_t whole = (uint32_t)answer / VOICE_ONE;
    if (weight == VOICE_WEIGHT && whole < VOICE_WHOLE && whole * VOICE_ONE == (uint32_t)answer) {
        a->plain[whole]++;
        return;
    }
    struct voice_bar *bar = bar_of(a, answer);
    a->n++;
    bar->n++;
    bar->weight += weight;
    bar->squares += (voice_sum)weight * weight;
}

/* Into bars. */
static void settle_plain(struct voice_answers *a)
{
    for (int32_t i = 0; i < VOICE_WHOLE; i++) {
        uint64_t n = a->plain[i];
        if (n > 0) {
            struct voice_bar *bar = bar_of(a, i * VOICE_ONE);
            a->n += n;
            bar->n += n;
            bar->weight += (voice_sum)n * VOICE_WEIGHT;
            bar->squares += (voice_sum)n * VOICE_WEIGHT * VOICE_WEIGHT;
            a->plain[i] = 0;
        }
    }
}

void voice_answers_add(struct voice_answers *into, const struct voice_answers *from)
{
    for (size_t i = 0; i < VOICE_WHOLE; i++) {
        into->plain[i] += from->plain[i];
    }
    for (size_t i = 0; i < from->count; i++) {
        const struct voice_bar *more = &from->bar[i];
        struct voice_bar *bar = bar_of(into, more->answer);
        bar->n += more->n;
        bar->weight += more->weight;
        bar->squares += more->squares;
    }
    into->n += from->n;
    into->missing += from->missing;
}

static int by_answer(const void *a, const void *b)
{
    int32_t x = ((const struct voice_bar *)a)->answer, y = ((const struct voice_bar *)b)->answer;
    return x < y ? -1 : x > y;
}

void voice_answers_sort(struct voice_answers *a)
{
    settle_plain(a);
    if (a->count > 1) {
        qsort(a->bar, a->count, sizeof *a->bar, by_answer);
    }
    memset(a->whole, 0, sizeof a->whole); /* dead: bars have moved */
}

struct voice_tally *voice_tally_new(size_t questions)
{
    struct voice_tally *t = mem_new(1, sizeof *t);
    t->questions = questions;
    buf_init(&t->key, BUF_UNBOUNDED);
    return t;
}

static struct voice_group *append(struct voice_tally *t, struct str name, int32_t period)
{
    if (t->count == t->room) {
        t->room = mem_capacity(t->room, t->count + 1);
        t->group = mem_grow(t->group, t->room, sizeof *t->group);
    }
    size_t size = mem_mul(t->questions, sizeof(struct voice_answers));
    struct voice_group *g = &t->group[t->count++];
    *g = (struct voice_group){.name = arena_str(&t->arena, name), .period = period,
                              .of = arena_alloc(&t->arena, size)};
    memset(g->of, 0, size);
    return g;
}

/* The name; behind it the period, which a NUL keeps apart: no cell has one. */
static struct str key_of(struct voice_tally *t, struct str name, int32_t period)
{
    if (period == 0) {
        return name;
    }
    buf_clear(&t->key);
    buf_str(&t->key, name);
    buf_byte(&t->key, '\0');
    buf_bytes(&t->key, (const char *)&period, sizeof period);
    return buf_view(&t->key);
}

static inline struct voice_group *group_of(struct voice_tally *t, struct str name, int32_t period)
{
    uint32_t index;
    struct str key = key_of(t, name, period);
    if (!map_near_find(&t->near, key, &index)) {
        bool fresh;
        uint32_t *at = map_put(&t->index, key, &fresh);
        if (fresh) {
            *at = (uint32_t)t->count;
            append(t, name, period);
        }
        index = *at;
        map_near_keep(&t->near, map_key(&t->index, key), index);
    }
    return &t->group[index];
}

void voice_tally_add(struct voice_tally *t, struct str group, int32_t period, size_t question,
                     int32_t answer, int64_t weight)
{
    add_answer(&group_of(t, group, period)->of[question], answer, weight);
}

void voice_tally_take(struct voice_tally *t, const struct voice_response *r)
{
    struct voice_group *g = group_of(t, r->group, r->period);
    for (size_t q = r->first; q < r->last; q++) {
        add_answer(&g->of[q], r->answer[q], r->weight);
    }
}

void voice_tally_merge(struct voice_tally *into, struct voice_tally *from)
{
    for (size_t i = 0; i < from->count; i++) {
        const struct voice_group *g = &from->group[i];
        struct voice_group *to = group_of(into, g->name, g->period);
        for (size_t q = 0; q < into->questions; q++) {
            voice_answers_add(&to->of[q], &g->of[q]);
        }
    }
    voice_scratch_merge(&into->scratch, &from->scratch);
    voice_tally_free(from);
}

static int by_group(const void *a, const void *b)
{
    const struct voice_group *x = a, *y = b;
    int order = x->all != y->all ? (x->all ? -1 : 1) : str_cmp(x->name, y->name);
    return order != 0 ? order : x->period < y->period ? -1 : x->period > y->period;
}

void voice_tally_finish(struct voice_tally *t, const struct voice_reading *reading)
{
    struct map totals = {0};
    size_t groups = t->count;
    for (size_t i = 0; i < groups; i++) {
        bool fresh;
        int32_t period = t->group[i].period;
        uint32_t *index = map_put(&totals, (struct str){(char *)&period, sizeof period}, &fresh);
        if (reading->by_count == 0) {
            t->group[i].all = true; /* its name is empty */
            continue;
        }
        if (fresh) {
            *index = (uint32_t)t->count;
            append(t, (struct str){"", 0}, period)->all = true;
        }
        for (size_t q = 0; q < t->questions; q++) {
            voice_answers_add(&t->group[*index].of[q], &t->group[i].of[q]);
        }
    }
    map_free(&totals);
    map_free(&t->index); /* groups move now */
    if (t->count > 1) {
        qsort(t->group, t->count, sizeof *t->group, by_group);
    }
    for (size_t i = 0; i < t->count; i++) {
        for (size_t q = 0; q < t->questions; q++) {
            voice_answers_sort(&t->group[i].of[q]);
        }
    }
}

void voice_tally_free(struct voice_tally *t)
{
    for (size_t i = 0; i < t->count; i++) {
        for (size_t q = 0; q < t->questions; q++) {
            free(t->group[i].of[q].bar);
        }
    }
    free(t->group);
    map_free(&t->index);
    buf_free(&t->key);
    voice_scratch_free(&t->scratch);
    arena_free(&t->arena);
    free(t);
}
