#include "base/base.h"

#include "analysis/rollup_merge.h"
#include "analysis/rollup_plain.h"
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
    size_t plain; /* how many came the short way, and could be passed on as they stand */
    struct asof_days days; /* of rows of blocks that may pass */
    struct arena arena;
};

struct alone {
    struct rollup_merge *m;
    const struct rollup_stream *stream;
    struct rollup_stream *folded; /* beside it; NULL: none */
    struct rollup_plan plan;
    struct rollup_row last; /* customer and currency of the row before */
    struct buf customer, currency;
    bool any;
};

/* The row function's view of a block. */
struct at {
    const struct alone *alone;
    struct rows *rows;
    const char *bytes; /* of the block */
};

static struct parsed *new_row(struct rows *rows)
{
    if (rows->count == rows->room) {
        rows->room = mem_capacity(rows->room, rows->count + 1);
        rows->row = mem_grow(rows->row, rows->room, sizeof *rows->row);
    }
    return &rows->row[rows->count];
}

static void parse_row(void *context, struct row *row)
{
    struct at *at = context;
    struct rows *rows = at->rows;
    struct str customer;
    if (row_id(row, ROLLUP_CUSTOMER_ID, &customer) == ROW_BAD) {
        return;
    }
    struct parsed *parsed = new_row(rows);
    rows->count++;
    parsed->at = row->record.raw.p;
    parsed->number = row->number;
    parsed->taken =
        rollup_merge_read(at->alone->m, at->alone->stream, row, &rows->arena, &parsed->row);
    parsed->row.customer = customer;
    parsed->row.currency = row_text(row, ROLLUP_CURRENCY);
}

/* Rows that nothing excludes, of the grain that is asked for. */
static size_t parse_plain(void *context, const struct plain_rows *plain, size_t from, uint64_t number)
{
    struct at *at = context;
    const struct rollup_settings *set = at->alone->m->settings;
    struct rows *rows = at->rows;
    size_t r = from;
    for (; r < plain->count; r++) {
        struct plain_row row = plain_row_at(plain, r);
        struct parsed *parsed = new_row(rows);
        if (!rollup_plain_read(&at->alone->plan, &row, &parsed->row) ||
            parsed->row.grain != set->by ||
            (set->as_of != DATE_NONE &&
             (parsed->row.last > set->as_of || parsed->row.period > set->as_of))) {
            break;
        }
        parsed->at = at->bytes + row.from;
        parsed->number = number + r - from;
        parsed->taken = true;
        rows->count++;
        rows->plain += plain->form == PLAIN_BARE && !plain->returns;
    }
    return r - from;
}

/* By customer, and currency where each has its own rows. */
static int compare(const struct alone *alone, const struct rollup_row *a, const struct rollup_row *b)
{
    int order = str_cmp(a->customer, b->customer);
    bool by_currency = alone->m->settings->by_currency;
    return order || !by_currency ? order : str_cmp(a->currency, b->currency);
}

/* Whether rows of the block may be passed on as they stand: one a customer, in order, in one currency. */
static bool may_pass(const struct alone *alone, const struct rows *rows)
{
    if (!alone->m->settings->pass || rows->plain < rows->count) {
        return false;
    }
    bool by_currency = alone->m->settings->by_currency;
    for (size_t i = 1; i < rows->count; i++) {
        const struct rollup_row *before = &rows->row[i - 1].row, *row = &rows->row[i].row;
        if (compare(alone, before, row) >= 0 ||
            (!by_currency && !str_eq(before->currency, row->currency))) {
            return false;
        }
    }
    return true;
}

static void work(void *context, struct wave_slot *slot)
{
    static const struct flow_calls calls = {parse_row, parse_plain};
    struct alone *alone = context;
    if (!slot->data) {
        slot->data = mem_new(1, sizeof(struct rows));
    }
    struct rows *rows = slot->data;
    rows->count = rows->plain = 0;
    arena_reset(&rows->arena);
    struct at at = {alone, rows, slot->block.bytes.p};
    flow_block(alone->m->run, slot->input, &slot->block, slot->number, slot->parser, &slot->worker,
               &calls, &at);
    if (!may_pass(alone, rows)) {
        rows->plain = 0;
        return;
    }
    for (size_t i = 0; i < rows->count; i++) {
        const struct rollup_row *row = &rows->row[i].row;
        const int32_t days[] = {row->first, row->second, row->prev2, row->prev, row->last};
        for (size_t k = 0; k < COUNT_OF(days); k++) {
            asof_see(&rows->days, days[k]);
        }
    }
}

/* All folded rows of a customer. */
static void take_folded(struct alone *alone)
{
    struct rollup_row first = alone->folded->row;
    while (alone->folded->has_row && compare(alone, &alone->folded->row, &first) == 0) {
        rollup_merge_take_folded(alone->m, alone->folded);
    }
}

/* Emits what comes before the row; NULL: all. */
static void emit_before(struct alone *alone, const struct rollup_row *row)
{
    rollup_merge_emit(alone->m);
    while (alone->folded && alone->folded->has_row &&
           (!row || compare(alone, &alone->folded->row, row) < 0)) {
        take_folded(alone);
        rollup_merge_emit(alone->m);
    }
}

static void remember(struct alone *alone, const struct rollup_row *row)
{
    buf_clear(&alone->customer);
    buf_str(&alone->customer, row->customer);
    buf_clear(&alone->currency);
    buf_str(&alone->currency, row->currency);
    alone->last.customer = buf_view(&alone->customer);
    alone->last.currency = buf_view(&alone->currency);
    alone->any = true;
}

/* False where the row must not stand here. */
static bool take(struct alone *alone, struct wave_slot *slot, const struct parsed *parsed)
{
    int order = alone->any ? compare(alone, &parsed->row, &alone->last) : 1;
    if (order < 0) {
        struct place place = block_place(&slot->block, parsed->at, (struct str){"", 0});
        row_fatal_at(&slot->worker, &place, parsed->number, STATUS_DATA, ROLLUP_MERGE_UNSORTED);
        return false;
    }
    if (order > 0) {
        emit_before(alone, &parsed->row);
        if (alone->folded && alone->folded->has_row &&
            compare(alone, &alone->folded->row, &parsed->row) == 0) {
            take_folded(alone);
        }
        remember(alone, &parsed->row);
    }
    if (parsed->taken) {
        rollup_merge_add(alone->m, &parsed->row);
    }
    return true;
}

/* How many rows from the i-th on pass as they stand: those before the next folded one. Never the last of
 * a block, since the next may begin with the same customer. */
static size_t passing(struct alone *alone, const struct rows *rows, size_t i)
{
    if (rows->plain == 0 || (alone->any && compare(alone, &rows->row[i].row, &alone->last) <= 0)) {
        return 0;
    }
    emit_before(alone, &rows->row[i].row);
    size_t from = i, to = rows->count - 1;
    if (!alone->folded || !alone->folded->has_row) {
        return to - from;
    }
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (compare(alone, &rows->row[middle].row, &alone->folded->row) < 0) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return from - i;
}

static void take_block(struct alone *alone, struct wave_slot *slot)
{
    const struct rows *rows = slot->data;
    for (size_t i = 0; i < rows->count;) {
        size_t pass = passing(alone, rows, i);
        if (pass > 0) {
            const char *from = rows->row[i].at, *to = rows->row[i + pass].at;
            rollup_merge_pass(alone->m, &rows->row[i].row, (struct str){from, (size_t)(to - from)},
                              pass);
            i += pass;
            remember(alone, &rows->row[i - 1].row);
        } else if (take(alone, slot, &rows->row[i])) {
            i++;
        } else {
            return;
        }
    }
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
        take_block(alone, &slots[i]);
        flow_settle_account(alone->m->run, slots[i].input, &slots[i].worker);
    }
    hold(alone->m);
}

static void drop(void *context, struct wave_slot *slot)
{
    struct alone *alone = context;
    struct rows *rows = slot->data;
    asof_add(&alone->m->result->days, &rows->days);
    asof_free(&rows->days);
    arena_free(&rows->arena);
    free(rows->row);
    free(rows);
}

void rollup_alone_run(struct rollup_merge *m)
{
    static const struct wave_calls calls = {work, done, drop};
    struct rollup_stream *file = &m->stream[m->stream_count - 1];
    struct alone alone = {.m = m, .stream = file,
                          .folded = m->stream_count > 1 ? &m->stream[0] : NULL,
                          .plan = rollup_plan(file->input, &m->settings->extras)};
    alone.plan.usable &= m->settings->since == DATE_NONE && m->settings->until == DATE_NONE &&
                         m->settings->currency.n == 0;
    buf_init(&alone.customer, BUF_UNBOUNDED);
    buf_init(&alone.currency, BUF_UNBOUNDED);
    wave_run(m->run, file->input, &calls, &alone);
    emit_before(&alone, NULL);
    buf_free(&alone.customer);
    buf_free(&alone.currency);
}
