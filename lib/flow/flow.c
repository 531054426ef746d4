#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/flow.h"
#include "io/progress.h"

static const struct encode_column reject_columns[] = {
    {{"file", 4}, ENCODE_TEXT},   {{"line", 4}, ENCODE_NUMBER}, {{"column", 6}, ENCODE_NUMBER},
    {{"field", 5}, ENCODE_TEXT},  {{"reason", 6}, ENCODE_TEXT}, {{"row", 3}, ENCODE_TEXT},
};

static const struct encode_format reject_format = {ENCODE_CSV, false, reject_columns,
                                                   COUNT_OF(reject_columns)};

static void write_reject(struct flow_rejects *rejects, const struct row_problem *problem)
{
    struct buf out;
    char line[24];
    char column[24];
    buf_init(&out, BUF_UNBOUNDED);
    if (rejects->count == 0) {
        encode_header(&reject_format, &out);
    }
    snprintf(line, sizeof line, "%" PRIu64, problem->place.line);
    snprintf(column, sizeof column, "%" PRIu64, problem->place.column);
    struct str cells[] = {problem->place.file,  str_of(line),    str_of(column),
                          problem->place.field, problem->reason, problem->raw};
    encode_row(&reject_format, cells, &out);
    sink_write(rejects->sink, out.p, out.n);
    buf_free(&out);
}

static void count_field(struct flow_rejects *rejects, struct str field)
{
    bool fresh;
    uint32_t *index = map_put(&rejects->fields, field, &fresh);
    if (fresh) {
        *index = (uint32_t)rejects->fields.count - 1;
        rejects->by_field = mem_grow(rejects->by_field, rejects->fields.count,
                                     sizeof *rejects->by_field);
        rejects->by_field[*index] = 0;
    }
    rejects->by_field[*index]++;
}

uint64_t flow_rejected_for(const struct flow_run *run, struct str field)
{
    const uint32_t *index = map_find(&run->rejects.fields, field);
    return index ? run->rejects.by_field[*index] : 0;
}

static void take_problem(struct flow_run *run, const struct row_problem *problem)
{
    struct flow_rejects *rejects = &run->rejects;
    if (problem->fatal || !rejects->sink) {
        progress_clear();
        parser_die(problem->status, &problem->place, problem->reason);
    }
    if (rejects->count == 0) {
        char where[PLACE_MAX];
        snprintf(rejects->first, sizeof rejects->first, "%s",
                 place_format(&problem->place, where));
    }
    write_reject(rejects, problem);
    count_field(rejects, problem->place.field);
    rejects->count++;
    status_raise(STATUS_FOUND);
    if (rejects->count > rejects->most) {
        die(STATUS_DATA, "more than %" PRIu64 " rows rejected (--max-rejects), the first at %s",
            rejects->most, rejects->first);
    }
}

void flow_settle_account(struct flow_run *run, const struct input *input,
                         struct row_worker *worker)
{
    account_add(&run->account, &worker->account);
    worker->account = (struct account){0};
    for (size_t i = 0; i < worker->problem_count; i++) {
        take_problem(run, &worker->problem[i]);
    }
    worker->problem_count = 0;
    arena_reset(&worker->arena);
    struct source *source = reader_source(input->reader);
    progress_update(run->account.read, source_bytes_raw(source), source_size(source));
}

void flow_check_rejects(struct flow_run *run)
{
    const struct flow_rejects *rejects = &run->rejects;
    double share = run->account.read ? (double)rejects->count / (double)run->account.read : 0;
    if (rejects->count > 0 && share > rejects->most_share) {
        die(STATUS_DATA,
            "%" PRIu64 " of %" PRIu64 " rows rejected (%.1f %%), more than --max-rejects allows; the "
            "first at %s", rejects->count, run->account.read, share * 100, rejects->first);
    }
}

void flow_parser_problem(const struct row *row, const struct parser *parser, bool fatal)
{
    struct row_worker *worker = row->worker;
    worker->problem = mem_grow(worker->problem, worker->problem_count + 1, sizeof *worker->problem);
    worker->problem[worker->problem_count++] = (struct row_problem){
        .place = block_place(row->block, parser_where(parser), (struct str){NULL, 0}),
        .reason = arena_str(&worker->arena, str_of(parser_reason(parser))),
        .raw = row->record.raw,
        .status = STATUS_DATA,
        .fatal = fatal,
    };
    worker->row_bad = true;
}

bool flow_keeps(const struct flow_run *run, const struct row *row)
{
    if (!run->keep || run->keep(run->keep_context, row)) {
        return true;
    }
    if (!row->worker->row_bad) {
        account_exclude(&row->worker->account, ACCOUNT_WHERE);
    }
    return false;
}

void flow_block(struct flow_run *run, const struct input *input, const struct block *block,
                struct parser *parser, struct row_worker *worker,
                void (*call)(void *context, struct row *row), void *context)
{
    struct row row = {.input = input, .block = block, .worker = worker,
                      .number = run->blocks++ << 25};
    bool stop = false;
    parser_start(parser, block);
    while (!stop) {
        enum parser_found found = parser_next(parser, &row.record);
        if (found == PARSER_END) {
            break;
        }
        if (found == PARSER_BROKEN) {
            flow_parser_problem(&row, parser, true);
            break;
        }
        worker->account.read++;
        worker->row_bad = false;
        if (found == PARSER_BAD) {
            flow_parser_problem(&row, parser, false);
        } else {
            if (flow_keeps(run, &row)) {
                call(context, &row);
            }
            row.number++;
        }
        if (worker->row_bad) {
            worker->account.rejected++;
            stop = !run->rejects.sink || worker->problem[worker->problem_count - 1].fatal;
        }
    }
}

static void free_worker(struct row_worker *worker)
{
    arena_free(&worker->arena);
    free(worker->problem);
}

struct map_call {
    const struct flow_map *map;
    void *context, *state;
    struct buf out;
};

static void map_row(void *context, struct row *row)
{
    struct map_call *call = context;
    call->map->row(call->context, call->state, row, &call->out);
}

void flow_map(struct flow_run *run, struct input *input, const struct flow_map *map, void *context,
              struct writer *writer)
{
    struct row_worker worker = {0};
    struct map_call call = {map, context, mem_new(1, map->state_size + 1), {0}};
    struct parser *parser = parser_new(reader_dialect(input->reader));
    struct block block;
    buf_init(&call.out, BUF_UNBOUNDED); /* bounded by the block it is made of */
    while (input_block(input, &block)) {
        flow_block(run, input, &block, parser, &worker, map_row, &call);
        writer_put(writer, buf_view(&call.out));
        buf_clear(&call.out);
        flow_settle_account(run, input, &worker);
        if (map->ordered) {
            map->ordered(context, call.state);
        }
        block_free(&block);
    }
    input_check_end(input);
    parser_free(parser);
    free_worker(&worker);
    buf_free(&call.out);
    free(call.state);
}

struct fold_call {
    const struct flow_fold *fold;
    void *context, *state;
};

static void fold_row(void *context, struct row *row)
{
    struct fold_call *call = context;
    call->fold->row(call->context, call->state, row);
}

static void fold_input(struct flow_run *run, struct input *input, struct fold_call *call,
                       void **states)
{
    struct row_worker worker = {0};
    struct parser *parser = parser_new(reader_dialect(input->reader));
    struct block block;
    while (input_block(input, &block)) {
        call->state = states[run->blocks % run->jobs];
        flow_block(run, input, &block, parser, &worker, fold_row, call);
        flow_settle_account(run, input, &worker);
        block_free(&block);
    }
    input_check_end(input);
    parser_free(parser);
    free_worker(&worker);
}

void *flow_fold(struct flow_run *run, struct input *const *inputs, size_t count,
                const struct flow_fold *fold, void *context)
{
    void **states = mem_new(run->jobs, sizeof *states);
    struct fold_call call = {fold, context, NULL};
    for (unsigned i = 0; i < run->jobs; i++) {
        states[i] = fold->start(context);
    }
    for (size_t i = 0; i < count; i++) {
        fold_input(run, inputs[i], &call, states);
    }
    for (unsigned i = 1; i < run->jobs; i++) {
        fold->merge(context, states[0], states[i]);
    }
    void *result = states[0];
    free(states);
    return result;
}
