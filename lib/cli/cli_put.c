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

struct wave {
    struct cli *cli;
    size_t from, count; /* rows of all */
    void (*cells)(void *context, size_t i, struct arena *scratch, struct str *cells);
    void *context;
    struct {
        struct buf out;
        struct arena scratch;
        struct str *cells;
    } chunk[WAVE];
};

static void make_chunk(void *context, size_t item)
{
    struct wave *wave = context;
    size_t from = wave->from + item * CHUNK;
    size_t to = from + CHUNK < wave->count ? from + CHUNK : wave->count;
    struct arena *scratch = &wave->chunk[item].scratch;
    struct str *cells = wave->chunk[item].cells;
    buf_clear(&wave->chunk[item].out);
    for (size_t i = from; i < to; i++) {
        wave->cells(wave->context, i, scratch, cells);
        encode_row(&wave->cli->format, cells, &wave->chunk[item].out);
        arena_reset(scratch);
    }
}

void cli_put_rows(struct cli *cli, size_t count,
                  void (*cells)(void *context, size_t i, struct arena *scratch, struct str *cells),
                  void *context)
{
    struct wave *wave = mem_new(1, sizeof *wave);
    wave->cli = cli;
    wave->count = count;
    wave->cells = cells;
    wave->context = context;
    for (size_t i = 0; i < WAVE; i++) {
        buf_init(&wave->chunk[i].out, BUF_UNBOUNDED);
        wave->chunk[i].cells = mem_new(cli->format.count, sizeof(struct str));
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
        free(wave->chunk[i].cells);
    }
    free(wave);
}
