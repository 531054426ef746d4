/* crm-segment: the rows, made block by block. */
#include "base/base.h"

#include "base/mem.h"
#include "base/team.h"
#include "crm-segment/segment.h"

#define BLOCKS_EACH 2 /* that wait to be written, for each who makes them */

/* Some blocks after one another, each made by its own worker. */
struct wave {
    const struct placed *placed;
    struct placed_worker *worker;
    size_t from;
};

static void make_block(void *context, size_t item)
{
    const struct wave *wave = context;
    struct placed_worker *worker = &wave->worker[item];
    book_walk_begin(&worker->walk, wave->from + item);
    while (book_walk_next(&worker->walk)) {
        placed_scored(wave->placed, worker);
    }
}

/* What a worker has made goes to the outputs. */
static void write_made(struct parts *parts, struct cli *cli, struct placed_worker *worker)
{
    if (worker->rows > 0) {
        writer_put(cli->writer, buf_view(&worker->out));
        cli->run.account.written += worker->rows;
    }
    if (worker->moves.n > 0) {
        writer_put(parts->moves, buf_view(&worker->moves));
    }
    for (size_t i = 0; i < MOVEMENT_KINDS; i++) {
        parts->counts.moved[i] += worker->counts.moved[i];
    }
    parts->counts.held_back += worker->counts.held_back;
    worker->counts = (struct placed_counts){0};
    worker->rows = 0;
    buf_clear(&worker->out);
    buf_clear(&worker->moves);
}

static void put_scored(struct parts *parts, struct cli *cli, struct wave *wave, size_t workers)
{
    size_t blocks = parts->book.again.count;
    for (; wave->from < blocks; wave->from += workers) {
        size_t left = blocks - wave->from;
        size_t count = left < workers ? left : workers;
        team_run(count, make_block, wave);
        for (size_t i = 0; i < count; i++) {
            write_made(parts, cli, &wave->worker[i]);
        }
    }
}

/* Where a condition may fail on a row, those before it are written. */
static void put_one_by_one(struct parts *parts, struct cli *cli, struct placed_worker *worker)
{
    for (size_t i = 0; i < parts->book.again.count; i++) {
        book_walk_begin(&worker->walk, i);
        while (book_walk_next(&worker->walk)) {
            placed_scored(&parts->placed, worker);
            write_made(parts, cli, worker);
        }
    }
}

static void put_gone(const struct parts *parts, struct placed_worker *worker)
{
    const struct book *book = &parts->book;
    struct movement *movement = parts->placed.movement;
    for (size_t i = 0; movement && i < book->skipped_count; i++) {
        movement_find(movement, book->skipped[i].id, book->skipped[i].currency);
    }
    for (size_t i = 0; movement && i < movement->count; i++) {
        placed_gone(&parts->placed, worker, &movement->entry[i]);
    }
}

void put_all(struct parts *parts, struct cli *cli)
{
    struct placed *placed = &parts->placed;
    cli_output(cli, placed->columns.column, placed->columns.count);
    bool several = placed_settle(placed, &cli->format);
    size_t workers = several && team_members() > 1 ? (size_t)team_members() * BLOCKS_EACH : 1;
    struct wave wave = {placed, mem_new(workers, sizeof *wave.worker), 0};
    for (size_t i = 0; i < workers; i++) {
        placed_worker_init(&wave.worker[i], placed);
    }
    if (several) {
        put_scored(parts, cli, &wave, workers);
    } else {
        put_one_by_one(parts, cli, &wave.worker[0]);
    }
    for (size_t i = parts->book.scored; i < parts->book.count; i++) {
        placed_prospect(placed, &wave.worker[0], i);
        write_made(parts, cli, &wave.worker[0]);
    }
    put_gone(parts, &wave.worker[0]);
    write_made(parts, cli, &wave.worker[0]);
    if (parts->moves) {
        writer_end(parts->moves);
    }
    for (size_t i = 0; i < workers; i++) {
        placed_worker_free(&wave.worker[i]);
    }
    free(wave.worker);
    again_free(&parts->book.again);
}
