#include "base/base.h"

#include "base/mem.h"
#include "base/team.h"
#include "flow/wave.h"

/* What stands before an item: its row, to find again. */
struct head {
    struct str raw;
    uint64_t number;
};

/* Items of one block for one state. */
struct list {
    char *p;
    size_t count, room; /* items */
};

struct flow_batch {
    const struct wave_slot *slot;
    const struct list *list;
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
    struct wave_slot *slots;
    size_t slot_count;
};

size_t flow_batch_count(const struct flow_batch *batch)
{
    return batch->list->count;
}

static const struct head *head_of(const struct flow_batch *batch, size_t i)
{
    return (const struct head *)(const void *)(batch->list->p + i * batch->stride);
}

const void *flow_batch_item(const struct flow_batch *batch, size_t i)
{
    return head_of(batch, i) + 1;
}

/* The record is parsed again: few rows need it. */
struct row *flow_batch_row(struct flow_batch *batch, size_t i)
{
    const struct head *head = head_of(batch, i);
    struct block one = {head->raw, 0, true, batch->slot->block.name, NULL};
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

static void read_row(void *context, struct row *row)
{
    struct at *at = context;
    struct call *call = at->call;
    struct list *lists = at->slot->data;
    /* The item is made in the last list, whose room it borrows; most are copied once. */
    uint64_t meet = 0;
    char *item = lists[call->parts].p;
    if (!call->fold->read(call->context, row, item + sizeof(struct head), &meet)) {
        return;
    }
    *(struct head *)(void *)item = (struct head){row->record.raw, row->number};
    struct list *list = &lists[((meet >> 32) * call->parts) >> 32];
    if (list->count == list->room) {
        list->room = mem_capacity(list->room, list->count + 1);
        list->p = mem_grow(list->p, list->room, call->stride);
    }
    memcpy(list->p + list->count++ * call->stride, item, call->stride);
}

static void work(void *context, struct wave_slot *slot)
{
    struct call *call = context;
    if (!call->fold->read) {
        return;
    }
    struct list *lists = slot->data;
    if (!lists) {
        slot->data = lists = mem_new(call->parts + 1, sizeof *lists);
        lists[call->parts].p = mem_new(1, call->stride);
    }
    for (size_t i = 0; i < call->parts; i++) {
        lists[i].count = 0;
    }
    struct at at = {call, slot, NULL};
    flow_block(call->run, slot->input, &slot->block, slot->number, slot->parser, &slot->worker,
               read_row, &at);
}

/* The wave's items for a state; or every n-th of its blocks, row by row. */
static void fill_part(void *context, size_t item)
{
    struct call *call = context;
    struct part *part = &call->part[item];
    for (size_t i = 0; i < call->slot_count; i++) {
        struct wave_slot *slot = &call->slots[i];
        if (!call->fold->read) {
            if ((slot->number >> 25) % call->parts == item) {
                struct at at = {call, slot, part->state};
                flow_block(call->run, slot->input, &slot->block, slot->number, slot->parser,
                           &slot->worker, fold_row, &at);
            }
            continue;
        }
        const struct list *list = &((const struct list *)slot->data)[item];
        struct flow_batch batch = {slot, list, call->stride, part->parser,
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
    team_run(call->parts, fill_part, call);
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
    struct list *lists = slot->data;
    for (size_t i = 0; i <= call->parts; i++) {
        free(lists[i].p);
    }
    free(lists);
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
        .run = run, .fold = fold, .context = context, .parts = fold->alone ? 1 : run->jobs,
        .stride = (sizeof(struct head) + fold->item_size + align - 1) / align * align};
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
