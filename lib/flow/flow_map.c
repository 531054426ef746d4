#include "base/base.h"

#include "base/mem.h"
#include "flow/wave.h"

struct call {
    struct flow_run *run;
    const struct flow_map *map;
    void *context;
    struct writer *writer;
    void *state; /* of all blocks, where rows come in order */
};

/* The row function's view of a block. */
struct at {
    const struct call *call;
    void *state;
    struct buf *out;
};

static void map_row(void *context, struct row *row)
{
    struct at *at = context;
    at->call->map->row(at->call->context, at->state, row, at->out);
}

static void work(void *context, struct wave_slot *slot)
{
    static const struct flow_calls calls = {.row = map_row};
    struct call *call = context;
    if (!call->state && !slot->data) {
        slot->data = mem_new(1, call->map->state_size + 1);
    }
    struct at at = {call, call->state ? call->state : slot->data, &slot->out};
    flow_block(call->run, slot->input, &slot->block, slot->number, slot->parser, &slot->worker,
               &calls, &at);
}

static void done(void *context, struct wave_slot *slots, size_t count)
{
    struct call *call = context;
    for (size_t i = 0; i < count; i++) {
        struct wave_slot *slot = &slots[i];
        struct row_worker *worker = &slot->worker;
        if (call->map->ordered) {
            call->map->ordered(call->context, call->state ? call->state : slot->data, worker,
                               &slot->out);
        }
        writer_put(call->writer, buf_view(&slot->out));
        buf_clear(&slot->out);
        flow_settle_account(call->run, slot->input, worker);
    }
}

static void drop_state(const struct call *call, void *state)
{
    if (call->map->drop) {
        call->map->drop(call->context, state);
    }
    free(state);
}

static void drop(void *context, struct wave_slot *slot)
{
    drop_state(context, slot->data);
}

void flow_map(struct flow_run *run, struct input *input, const struct flow_map *map, void *context,
              struct writer *writer)
{
    static const struct wave_calls calls = {work, done, drop};
    struct call call = {run, map, context, writer, NULL};
    unsigned jobs = run->jobs;
    if (map->sequential) {
        call.state = mem_new(1, map->state_size + 1);
        run->jobs = 1;
    }
    wave_run(run, input, &calls, &call);
    run->jobs = jobs;
    if (call.state) {
        drop_state(&call, call.state);
    }
}
