#include "base/base.h"

#include "base/mem.h"
#include "base/team.h"
#include "flow/wave.h"

struct flow_batch {
    const struct wave_slot *slot;
    const char *items;
    const uint32_t *item;
    size_t count;
    size_t stride; /* of an item with its head */
    struct parser *parser;
    struct row row;
};

/* A state and who fills it. */
struct part {
    void *state;
    struct row_worker worker;
    struct parser *parser;
};

struct call {
    struct flow_run *run;
    const struct flow_fold *fold;
    void *context;
    struct part *part;
    size_t parts;
    size_t stride;
    struct flow_calls calls;
    struct wave_slot *slots;
    size_t slot_count;
};

size_t flow_batch_count(const struct flow_batch *batch)
{
    return batch->count;
}

static const struct flow_head *head_of(const struct flow_batch *batch, size_t i)
{
    return (const struct flow_head *)(const void *)(batch->items + batch->item[i] * batch->stride);
}

const void *flow_batch_item(const struct flow_batch *batch, size_t i)
{
    return head_of(batch, i) + 1;
}

/* The record is parsed again: few rows need it. */
struct row *flow_batch_row(struct flow_batch *batch, size_t i)
{
    const struct flow_head *head = head_of(batch, i);
    struct str raw = {batch->slot->block.bytes.p + head->at, head->length};
    struct block one = {raw, 0, true, batch->slot->block.name, NULL};
    parser_start(batch->parser, &one);
    parser_next(batch->parser, &batch->row.record);
    batch->row.number = head->number;
    batch->row.worker->row_bad = false;
    return &batch->row;
}

/* The row function's view of a block. */
struct at {
    struct call *call;
    struct wave_slot *slot;
    void *state;
};

static void fold_row(void *context, struct row *row)
{
    struct at *at = context;
    at->call->fold->row(at->call->context, at->state, row);
}

static size_t fold_quick(void *context, const struct plain_rows *rows, size_t from, uint64_t number)
{
    const struct at *at = context;
    (void)number;
    return at->call->fold->quick_row(at->call->context, at->state, at->slot->input, rows, from);
}

void flow_items_grow(struct flow_items *items)
{
    items->room = (uint32_t)mem_capacity(items->room, items->count + (size_t)1);
    items->p = mem_grow(items->p, items->room, items->stride);
}

void flow_part_grow(struct flow_part *part)
{
    part->room = (uint32_t)mem_capacity(part->room, part->count + (size_t)1);
    part->item = mem_grow(part->item, part->room, sizeof *part->item);
}

static void read_row(void *context, struct row *row)
{
    struct at *at = context;
    struct flow_items *items = at->slot->data;
    uint64_t meet = 0;
    if (at->call->fold->read(at->call->context, row, flow_items_next(items), &meet)) {
        uint32_t from = (uint32_t)(row->record.raw.p - at->slot->block.bytes.p);
        flow_items_add(items, meet,
                       (struct flow_head){from, (uint32_t)row->record.raw.n, row->number});
    }
}

static size_t read_quick(void *context, const struct plain_rows *rows, size_t from, uint64_t number)
{
    struct at *at = context;
    return at->call->fold->quick_read(at->call->context, at->slot->input, rows, from, number,
                                      at->slot->data);
}

/* The rows of a block into a state. */
static void fold_block(struct call *call, struct wave_slot *slot, void *state)
{
    struct at at = {call, slot, state};
    flow_block(call->run, slot->input, &slot->block, slot->number, slot->parser, &slot->worker,
               &call->calls, &at);
}

static void work(void *context, struct wave_slot *slot)
{
    struct call *call = context;
    if (!call->fold->read) {
        if (!call->fold->alone) {
            fold_block(call, slot, call->part[slot->place].state);
        }
        return;
    }
    struct flow_items *items = slot->data;
    if (!items) {
        slot->data = items = mem_new(1, sizeof *items + call->parts * sizeof items->part[0]);
        items->stride = call->stride;
        items->parts = call->parts;
    }
    items->count = 0;
    for (size_t i = 0; i < call->parts; i++) {
        items->part[i].count = 0;
    }
    fold_block(call, slot, NULL);
}

/* The wave's items for a state. */
static void fill_part(void *context, size_t item)
{
    struct call *call = context;
    struct part *part = &call->part[item];
    for (size_t i = 0; i < call->slot_count; i++) {
        const struct wave_slot *slot = &call->slots[i];
        const struct flow_items *items = slot->data;
        struct flow_batch batch = {slot, items->p, items->part[item].item, items->part[item].count,
                                   call->stride, part->parser,
                                   {.input = slot->input, .block = &slot->block,
                                    .worker = &part->worker}};
        size_t before = part->worker.problem_count;
        call->fold->take(call->context, part->state, &batch);
        part->worker.account.rejected += part->worker.problem_count - before;
    }
}

static void done(void *context, struct wave_slot *slots, size_t count)
{
    struct call *call = context;
    struct row_worker **workers = mem_new(count + call->parts, sizeof *workers);
    call->slots = slots;
    call->slot_count = count;
    if (call->fold->read && count > 1) {
        team_run(call->parts, fill_part, call);
    }
    for (size_t i = 0; call->fold->read && count == 1 && i < call->parts; i++) {
        fill_part(call, i); /* one block is not worth a thread */
    }
    for (size_t i = 0; call->fold->alone && i < count; i++) {
        fold_block(call, &slots[i], call->part[0].state);
    }
    for (size_t i = 0; i < count; i++) {
        workers[i] = &slots[i].worker;
    }
    for (size_t i = 0; i < call->parts; i++) {
        workers[count + i] = &call->part[i].worker;
    }
    flow_settle(call->run, slots[0].input, workers, count + call->parts);
    free(workers);
}

static void drop(void *context, struct wave_slot *slot)
{
    const struct call *call = context;
    struct flow_items *items = slot->data;
    for (size_t i = 0; i < call->parts; i++) {
        free(items->part[i].item);
    }
    free(items->p);
    free(items);
}

static void fold_input(struct call *call, struct input *input)
{
    static const struct wave_calls calls = {work, done, drop};
    for (size_t i = 0; i < call->parts; i++) {
        call->part[i].parser = parser_new(reader_dialect(input->reader));
    }
    wave_run(call->run, input, &calls, call);
    for (size_t i = 0; i < call->parts; i++) {
        parser_free(call->part[i].parser);
    }
}

void *flow_fold(struct flow_run *run, struct input *const *inputs, size_t count,
                const struct flow_fold *fold, void *context)
{
    size_t align = _Alignof(max_align_t);
    struct call call = {
        .run = run, .fold = fold, .context = context,
        .parts = fold->alone ? 1 : fold->read ? run->jobs : wave_slots(run),
        .stride = (sizeof(struct flow_head) + fold->item_size + align - 1) / align * align};
    call.calls = fold->read ? (struct flow_calls){read_row, fold->quick_read ? read_quick : NULL}
                            : (struct flow_calls){fold_row, fold->quick_row ? fold_quick : NULL};
    call.part = mem_new(call.parts, sizeof *call.part);
    for (size_t i = 0; i < call.parts; i++) {
        call.part[i].state = fold->start(context);
    }
    for (size_t i = 0; i < count; i++) {
        fold_input(&call, inputs[i]);
    }
    void *result = call.part[0].state;
    for (size_t i = 0; i < call.parts; i++) {
        if (i > 0) {
            fold->merge(context, result, call.part[i].state);
        }
        arena_free(&call.part[i].worker.arena);
        free(call.part[i].worker.problem);
    }
    free(call.part);
    return result;
}
