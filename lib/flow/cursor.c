#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "flow/cursor.h"

struct cursor {
    struct flow_run *run;
    struct input *input;
    bool (*make_key)(void *context, const struct row *row, struct buf *out);
    void *context;
    struct parser *parser;
    struct row_worker worker;
    struct block block;
    bool in_block, ended;
    struct row row;
    struct buf key, last_key;
};

static void leave_block(struct cursor *cursor)
{
    flow_settle_account(cursor->run, cursor->input, &cursor->worker);
    block_free(&cursor->block);
    cursor->in_block = false;
}

static bool enter_block(struct cursor *cursor)
{
    if (!input_block(cursor->input, &cursor->block)) {
        input_check_end(cursor->input);
        cursor->ended = true;
        return false;
    }
    parser_start(cursor->parser, &cursor->block);
    cursor->in_block = true;
    cursor->row.number = cursor->run->blocks++ << 25;
    return true;
}

static void check_order(struct cursor *cursor)
{
    if (str_cmp(buf_view(&cursor->key), buf_view(&cursor->last_key)) < 0) {
        row_fatal(&cursor->row, -1, STATUS_DATA,
                  "rows are not sorted by customer_id, bytewise: sort the rows below the header "
                  "with LC_ALL=C sort -t, -k1,1");
        flow_settle_account(cursor->run, cursor->input, &cursor->worker);
    }
}

bool cursor_rejected(struct cursor *cursor)
{
    if (!cursor->worker.row_bad) {
        return false;
    }
    cursor->worker.account.rejected++;
    flow_settle_account(cursor->run, cursor->input, &cursor->worker);
    return true;
}

/* True when the parser's next record is a row with a key. */
static bool take_row(struct cursor *cursor)
{
    struct row_worker *worker = &cursor->worker;
    enum parser_found found = parser_next(cursor->parser, &cursor->row.record);
    if (found == PARSER_END) {
        leave_block(cursor);
        return false;
    }
    worker->row_bad = false;
    cursor->row.number++;
    worker->account.read += found != PARSER_BROKEN;
    if (found != PARSER_RECORD) {
        flow_parser_problem(&cursor->row, cursor->parser, found == PARSER_BROKEN);
    }
    if (found != PARSER_RECORD || !flow_keeps(cursor->run, &cursor->row)) {
        cursor_rejected(cursor);
        return false;
    }
    if (!cursor->make_key) {
        return true;
    }
    struct buf last = cursor->last_key;
    cursor->last_key = cursor->key;
    cursor->key = last;
    buf_clear(&cursor->key);
    if (!cursor->make_key(cursor->context, &cursor->row, &cursor->key)) {
        cursor_rejected(cursor);
        buf_clear(&cursor->key);
        buf_str(&cursor->key, buf_view(&cursor->last_key));
        return false;
    }
    check_order(cursor);
    return true;
}

void cursor_next(struct cursor *cursor)
{
    while (!cursor->ended) {
        if (!cursor->in_block && !enter_block(cursor)) {
            return;
        }
        if (take_row(cursor)) {
            return;
        }
    }
}

struct cursor *cursor_open(struct flow_run *run, struct input *input,
                           bool (*key)(void *context, const struct row *row, struct buf *out),
                           void *context)
{
    struct cursor *cursor = mem_new(1, sizeof *cursor);
    cursor->run = run;
    cursor->input = input;
    cursor->make_key = key;
    cursor->context = context;
    cursor->parser = parser_new(reader_dialect(input->reader));
    cursor->row = (struct row){.input = input, .block = &cursor->block, .worker = &cursor->worker};
    buf_init(&cursor->key, BUF_UNBOUNDED);
    buf_init(&cursor->last_key, BUF_UNBOUNDED);
    cursor_next(cursor);
    return cursor;
}

bool cursor_key(struct cursor *cursor, struct str *key)
{
    *key = buf_view(&cursor->key);
    return !cursor->ended;
}

struct row *cursor_row(struct cursor *cursor)
{
    return &cursor->row;
}

void cursor_close(struct cursor *cursor)
{
    flow_settle_account(cursor->run, cursor->input, &cursor->worker);
    if (cursor->in_block) {
        block_free(&cursor->block);
    }
    parser_free(cursor->parser);
    arena_free(&cursor->worker.arena);
    free(cursor->worker.problem);
    buf_free(&cursor->key);
    buf_free(&cursor->last_key);
    free(cursor);
}
