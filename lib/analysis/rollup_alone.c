#include "base/base.h"

#include "analysis/rollup_merge.h"
#include "base/mem.h"
#include "flow/wave.h"

/* A row as a worker has read it. */
struct parsed {
    struct rollup_row row;
    const char *at;  /* where the record stands */
    uint64_t number;
    bool taken; /* false: excluded or bad, but in the order of rows */
};

/* Those of a block. */
struct rows {
    struct parsed *row;
    size_t count, room;
    struct arena arena;
};

struct alone {
    struct rollup_merge *m;
    const struct rollup_stream *stream;
    struct buf customer, currency; /* of the row before */
    bool any;
};

/* The row function's view of a block. */
struct at {
    const struct alone *alone;
    struct rows *rows;
};

static void parse_row(void *context, struct row *row)
{
    struct at *at = context;
    struct rows *rows = at->rows;
    struct str customer;
    if (row_id(row, ROLLUP_CUSTOMER_ID, &customer) == ROW_BAD) {
        return;
    }
    if (rows->count == rows->room) {
        rows->room = mem_capacity(rows->room, rows->count + 1);
        rows->row = mem_grow(rows->row, rows->room, sizeof *rows->row);
    }
    struct parsed *parsed = &rows->row[rows->count++];
    parsed->at = row->record.raw.p;
    parsed->number = row->number;
    parsed->taken =
        rollup_merge_read(at->alone->m, at->alone->stream, row, &rows->arena, &parsed->row);
    parsed->row.customer = customer;
    parsed->row.currency = row_text(row, ROLLUP_CURRENCY);
}

static void work(void *context, struct wave_slot *slot)
{
    static const struct flow_calls calls = {.row = parse_row};
    struct alone *alone = context;
    if (!slot->data) {
        slot->data = mem_new(1, sizeof(struct rows));
    }
    struct rows *rows = slot->data;
    rows->count = 0;
    arena_reset(&rows->arena);
    struct at at = {alone, rows};
    flow_block(alone->m->run, slot->input, &slot->block, slot->number, slot->parser, &slot->worker,
               &calls, &at);
}

static int compare(const struct alone *alone, const struct rollup_row *row)
{
    int order = str_cmp(row->customer, buf_view(&alone->customer));
    bool by_currency = alone->m->settings->by_currency;
    return order || !by_currency ? order : str_cmp(row->currency, buf_view(&alone->currency));
}

/* False where the row must not stand here. */
static bool take(struct alone *alone, struct wave_slot *slot, const struct parsed *parsed)
{
    int order = alone->any ? compare(alone, &parsed->row) : 1;
    if (order < 0) {
        struct place place = block_place(&slot->block, parsed->at, (struct str){"", 0});
        row_fatal_at(&slot->worker, &place, parsed->number, STATUS_DATA, ROLLUP_MERGE_UNSORTED);
        return false;
    }
    if (order > 0) {
        rollup_merge_emit(alone->m);
        buf_clear(&alone->customer);
        buf_str(&alone->customer, parsed->row.customer);
        buf_clear(&alone->currency);
        buf_str(&alone->currency, parsed->row.currency);
        alone->any = true;
    }
    if (parsed->taken) {
        rollup_merge_add(alone->m, &parsed->row);
    }
    return true;
}

/* What waits for the next wave must outlive this one's blocks. */
static void hold(struct rollup_merge *m)
{
    for (; m->held < m->part_count; m->held++) {
        struct rollup_row *part = &m->part[m->held];
        *part = rollup_row_copy(part, &m->settings->extras, &m->group);
    }
}

static void done(void *context, struct wave_slot *slots, size_t count)
{
    struct alone *alone = context;
    for (size_t i = 0; i < count; i++) {
        const struct rows *rows = slots[i].data;
        for (size_t k = 0; k < rows->count && take(alone, &slots[i], &rows->row[k]); k++) {
        }
        flow_settle_account(alone->m->run, slots[i].input, &slots[i].worker);
    }
    hold(alone->m);
}

static void drop(void *context, struct wave_slot *slot)
{
    struct rows *rows = slot->data;
    (void)context;
    arena_free(&rows->arena);
    free(rows->row);
    free(rows);
}

void rollup_alone_run(struct rollup_merge *m)
{
    const struct rollup_stream *stream = m->stream;
    static const struct wave_calls calls = {work, done, drop};
    struct alone alone = {.m = m, .stream = stream};
    buf_init(&alone.customer, BUF_UNBOUNDED);
    buf_init(&alone.currency, BUF_UNBOUNDED);
    wave_run(m->run, stream->input, &calls, &alone);
    rollup_merge_emit(m);
    buf_free(&alone.customer);
    buf_free(&alone.currency);
}
