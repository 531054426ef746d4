#include "base/base.h"

#include "base/mem.h"
#include "base/team.h"
#include "cli/cli.h"

#define CHUNK 1024 /* rows that a member of the team makes at once */
#define WAVE 64    /* chunks that wait to be written, at most */

void cli_not_written(struct cli *cli)
{
    cli->run.account.merged += cli->run.account.written;
    cli->run.account.written = 0;
}

void cli_wrote(struct cli *cli, uint64_t rows)
{
    cli->run.account.merged -= rows;
    cli->run.account.written += rows;
}

struct chunk {
    struct buf out;
    struct arena scratch;
};

struct wave {
    size_t from, count; /* items of all */
    void (*lines)(void *context, size_t i, struct arena *scratch, struct buf *out);
    void *context;
    struct chunk chunk[WAVE];
};

static void make_chunk(void *context, size_t item)
{
    struct wave *wave = context;
    struct chunk *chunk = &wave->chunk[item];
    size_t from = wave->from + item * CHUNK;
    size_t to = from + CHUNK < wave->count ? from + CHUNK : wave->count;
    buf_clear(&chunk->out);
    for (size_t i = from; i < to; i++) {
        wave->lines(wave->context, i, &chunk->scratch, &chunk->out);
        arena_reset(&chunk->scratch);
    }
}

void cli_put_lines(struct cli *cli, size_t count,
                   void (*lines)(void *context, size_t i, struct arena *scratch, struct buf *out),
                   void *context)
{
    struct wave *wave = mem_new(1, sizeof *wave);
    *wave = (struct wave){.count = count, .lines = lines, .context = context};
    for (size_t i = 0; i < WAVE; i++) {
        buf_init(&wave->chunk[i].out, BUF_UNBOUNDED);
    }
    for (; wave->from < count; wave->from += (size_t)CHUNK * WAVE) {
        size_t left = (count - wave->from + CHUNK - 1) / CHUNK;
        size_t chunks = left < WAVE ? left : WAVE;
        team_run(chunks, make_chunk, wave);
        for (size_t i = 0; i < chunks; i++) {
            writer_put(cli->writer, buf_view(&wave->chunk[i].out));
        }
    }
    for (size_t i = 0; i < WAVE; i++) {
        buf_free(&wave->chunk[i].out);
        arena_free(&wave->chunk[i].scratch);
    }
    free(wave);
}

struct rows {
    const struct encode_format *format;
    void (*cells)(void *context, size_t i, struct arena *scratch, struct str *cells);
    void *context;
};

static void put_row(void *context, size_t i, struct arena *scratch, struct buf *out)
{
    const struct rows *rows = context;
    struct str *cells = arena_alloc(scratch, rows->format->count * sizeof *cells);
    rows->cells(rows->context, i, scratch, cells);
    encode_row(rows->format, cells, out);
}

void cli_put_rows(struct cli *cli, size_t count,
                  void (*cells)(void *context, size_t i, struct arena *scratch, struct str *cells),
                  void *context)
{
    struct rows rows = {&cli->format, cells, context};
    cli_put_lines(cli, count, put_row, &rows);
}
