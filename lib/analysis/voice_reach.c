#include "base/base.h"

#include "analysis/voice_reach.h"
#include "base/mem.h"

static size_t bytes(const struct voice_asking *asking)
{
    return asking->invited->count / 8 + 1;
}

static void *start(void *context)
{
    struct voice_reach *reach = mem_new(1, sizeof *reach);
    reach->answered = mem_new(bytes(context), 1);
    return reach;
}

static void add_other(struct voice_reach *reach, struct str customer)
{
    bool fresh;
    uint32_t *index = map_put(&reach->others, customer, &fresh);
    if (fresh) {
        *index = (uint32_t)reach->others.count - 1;
        reach->other = mem_grow(reach->other, reach->others.count, sizeof *reach->other);
        reach->other[*index] = map_key(&reach->others, customer);
    }
}

static bool has_answer(const struct voice_reading *reading, const struct voice_response *response)
{
    bool answered = reading->questions == 0;
    for (size_t q = response->first; q < response->last; q++) {
        answered |= response->answer[q] != VOICE_NONE;
    }
    return answered;
}

static void take_row(void *context, void *state, struct row *row)
{
    const struct voice_asking *asking = context;
    struct voice_reach *reach = state;
    struct voice_response response;
    if (!voice_next(asking->reading, &reach->scratch, row, &response) ||
        !has_answer(asking->reading, &response)) {
        return;
    }
    const uint32_t *index = map_find(&asking->invited->index, response.customer);
    if (response.customer.n == 0) {
        reach->nameless++;
    } else if (!index) {
        add_other(reach, response.customer);
    } else {
        reach->answered[*index / 8] |= (uint8_t)(1u << *index % 8);
    }
}

static void merge(void *context, void *into_state, void *from_state)
{
    struct voice_reach *into = into_state, *from = from_state;
    for (size_t i = 0; i < bytes(context); i++) {
        into->answered[i] |= from->answered[i];
    }
    for (size_t i = 0; i < from->others.count; i++) {
        add_other(into, from->other[i]);
    }
    into->nameless += from->nameless;
    voice_scratch_merge(&into->scratch, &from->scratch);
    voice_reach_free(from);
}

const struct flow_fold voice_reach_fold = {.start = start, .row = take_row, .merge = merge};

bool voice_reach_answered(const struct voice_reach *reach, size_t i)
{
    return reach->answered[i / 8] >> i % 8 & 1;
}

void voice_reach_free(struct voice_reach *reach)
{
    voice_scratch_free(&reach->scratch);
    free(reach->answered);
    free(reach->other);
    map_free(&reach->others);
    free(reach);
}
