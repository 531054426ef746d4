#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/sort.h"
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

/* By number; of the same number the earlier one stays first. */
static void sort_problems(const struct row_problem **problems, size_t count)
{
    struct sort_pair *pairs = mem_new(count, sizeof *pairs);
    const struct row_problem **sorted = mem_new(count, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        pairs[i] = (struct sort_pair){problems[i]->number, i};
    }
    sort_pairs(pairs, count);
    for (size_t i = 0; i < count; i++) {
        sorted[i] = problems[pairs[i].value];
    }
    memcpy(problems, sorted, count * sizeof *problems);
    free(sorted);
    free(pairs);
}

void flow_settle(struct flow_run *run, const struct input *input, struct row_worker *const *workers,
                 size_t count)
{
    size_t problems = 0, n = 0;
    for (size_t i = 0; i < count; i++) {
        problems += workers[i]->problem_count;
        account_add(&run->account, &workers[i]->account);
        workers[i]->account = (struct account){0};
    }
    const struct row_problem **sorted = mem_new(problems + 1, sizeof *sorted);
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < workers[i]->problem_count; k++) {
            sorted[n++] = &workers[i]->problem[k];
        }
    }
    /* A record that does not fit the header has the number of the sound row behind it, whose
     * complaint, if it has one, stands later in the list. */
    if (n > 1) {
        sort_problems(sorted, n);
    }
    for (size_t i = 0; i < n; i++) {
        take_problem(run, sorted[i]);
    }
    for (size_t i = 0; i < count; i++) {
        workers[i]->problem_count = 0;
        arena_reset(&workers[i]->arena);
    }
    free(sorted);
    struct source *source = reader_source(input->reader);
    progress_update(run->account.read, source_bytes_raw(source), source_size(source));
}

void flow_settle_account(struct flow_run *run, const struct input *input,
                         struct row_worker *worker)
{
    flow_settle(run, input, &worker, 1);
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
        .number = row->number,
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

/* The next record of the parser; false at the end, and after what ends the run. */
static bool do_row(const struct flow_run *run, struct parser *parser, struct row *row,
                   const struct flow_calls *calls, void *context)
{
    struct row_worker *worker = row->worker;
    enum parser_found found = parser_next(parser, &row->record);
    if (found == PARSER_END) {
        return false;
    }
    if (found == PARSER_BROKEN) {
        flow_parser_problem(row, parser, true);
        return false;
    }
    worker->account.read++;
    worker->row_bad = false;
    if (found == PARSER_BAD) {
        flow_parser_problem(row, parser, false);
    } else {
        if (flow_keeps(run, row)) {
            calls->row(context, row);
        }
        row->number++;
    }
    if (!worker->row_bad) {
        return true;
    }
    worker->account.rejected++;
    return run->rejects.sink && !worker->problem[worker->problem_count - 1].fatal;
}

void flow_block(const struct flow_run *run, const struct input *input, const struct block *block,
                uint64_t number, struct parser *parser, struct row_worker *worker,
                const struct flow_calls *calls, void *context)
{
    struct row row = {.input = input, .block = block, .worker = worker, .number = number};
    parser_start(parser, block);
    if (!calls->quick || run->keep) {
        while (do_row(run, parser, &row, calls, context)) {
        }
        return;
    }
    struct plain_rows rows;
    bool goes_on = true;
    while (goes_on) {
        parser_plain(parser, &rows);
        size_t r = 0;
        /* Once more behind the last of them: that record is not plain, or there is none. */
        for (bool more = true; goes_on && more; r++) {
            size_t done = r < rows.count ? calls->quick(context, &rows, r, row.number) : 0;
            worker->account.read += done;
            row.number += done;
            r += done;
            more = r < rows.count;
            parser_behind(parser, &rows, r);
            goes_on = do_row(run, parser, &row, calls, context);
        }
    }
}
