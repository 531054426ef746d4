#include "base/base.h"

#include "base/mem.h"
#include "base/team.h"
#include "flow/wave.h"

#define BLOCKS_EACH 4 /* of a wave, for each worker: who is done early takes another */

struct set {
    struct wave_slot *slot;
    size_t count;
};

struct wave {
    struct flow_run *run;
    struct input *input;
    const struct wave_calls *calls;
    void *context;
    struct set now, next;
    size_t room;
    bool ended;
};

static struct set new_set(size_t room, struct input *input)
{
    struct set set = {mem_new(room, sizeof *set.slot), 0};
    for (size_t i = 0; i < room; i++) {
        set.slot[i].place = i;
        set.slot[i].input = input;
        set.slot[i].parser = parser_new(reader_dialect(input->reader));
        buf_init(&set.slot[i].out, BUF_UNBOUNDED); /* bounded by the block it is made of */
    }
    return set;
}

static void free_set(struct wave *wave, struct set *set)
{
    for (size_t i = 0; i < wave->room; i++) {
        struct wave_slot *slot = &set->slot[i];
        if (wave->calls->drop && slot->data) {
            wave->calls->drop(wave->context, slot);
        }
        parser_free(slot->parser);
        arena_free(&slot->worker.arena);
        free(slot->worker.problem);
        buf_free(&slot->out);
    }
    free(set->slot);
}

static void fill(struct wave *wave, struct set *set)
{
    set->count = 0;
    while (!wave->ended && set->count < wave->room) {
        struct wave_slot *slot = &set->slot[set->count];
        wave->ended = !input_block(wave->input, &slot->block);
        if (!wave->ended) {
            slot->number = wave->run->blocks++ << 25;
            set->count++;
        }
    }
}

/* Item 0 reads the next wave, the others work on this one. */
static void do_item(void *context, size_t item)
{
    struct wave *wave = context;
    if (item == 0) {
        fill(wave, &wave->next);
    } else {
        wave->calls->work(wave->context, &wave->now.slot[item - 1]);
    }
}

/* When all blocks have been read. */
static void do_last(void *context, size_t item)
{
    struct wave *wave = context;
    wave->calls->work(wave->context, &wave->now.slot[item]);
}

static void do_wave(struct wave *wave)
{
    if (wave->room > 1 && wave->ended) {
        wave->next.count = 0;
        team_run(wave->now.count, do_last, wave);
    } else if (wave->room > 1) {
        team_run(wave->now.count + 1, do_item, wave);
    } else {
        wave->calls->work(wave->context, &wave->now.slot[0]);
    }
}

size_t wave_slots(const struct flow_run *run)
{
    /* A condition is one statement of the database, which one thread can evaluate at a time. */
    bool alone = run->jobs <= 1 || run->keep != NULL;
    return alone ? 1 : run->jobs * BLOCKS_EACH;
}

void wave_run(struct flow_run *run, struct input *input, const struct wave_calls *calls,
              void *context)
{
    struct wave wave = {run, input, calls, context, {0}, {0}, wave_slots(run), false};
    wave.now = new_set(wave.room, input);
    wave.next = new_set(wave.room, input);
    fill(&wave, &wave.now);
    while (wave.now.count > 0) {
        do_wave(&wave);
        calls->done(context, wave.now.slot, wave.now.count);
        for (size_t i = 0; i < wave.now.count; i++) {
            block_free(&wave.now.slot[i].block);
        }
        if (wave.room == 1) {
            fill(&wave, &wave.now);
        } else {
            struct set done = wave.now;
            wave.now = wave.next;
            wave.next = done;
        }
    }
    input_check_end(input);
    free_set(&wave, &wave.now);
    free_set(&wave, &wave.next);
}
