/*
 * wave.h - the blocks of an input, some at a time, worked on by the team while the next are read.
 *
 *     wave_run(run, input, work, done, context);
 *
 * Of each wave first work(context, slot) for every slot, by any thread, in no order; then done() for
 * the wave, in the first thread, with the slots in input order. Only done() may look at what is the
 * run's. A slot and what hangs on it (parser, worker, out, data) belongs to whoever works on it.
 *
 * With one member of the team a wave is one block and nothing is read ahead.
 */
#ifndef CRM_WAVE_H
#define CRM_WAVE_H

#include "flow/flow.h"

struct wave_slot {
    size_t place; /* in its wave; no two slots of a place are worked on at a time */
    const struct input *input;
    struct block block;
    struct parser *parser;
    struct row_worker worker;
    uint64_t number; /* of the block's first row */
    struct buf out;
    void *data; /* the caller's, kept from wave to wave; NULL at first */
};

struct wave_calls {
    void (*work)(void *context, struct wave_slot *slot);
    void (*done)(void *context, struct wave_slot *slots, size_t count);
    void (*drop)(void *context, struct wave_slot *slot); /* frees slot->data; NULL: there is none */
};

/* How many slots a wave has. */
size_t wave_slots(const struct flow_run *run);
/* All blocks; what the input broke off with ends the run behind the last of them. */
void wave_run(struct flow_run *run, struct input *input, const struct wave_calls *calls,
              void *context);

#endif
