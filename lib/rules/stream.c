#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "flow/cursor.h"
#include "rules/stream.h"

struct stream {
    struct flow_run *run;
    struct input *input;
    struct cells *cells;
    struct cursor *cursor; /* opened by the first scan */
    struct expr_value *value;
    bool *used; /* by column: the statement reads it */
    bool declaring;
    unsigned opened;
    uint64_t row;
};

struct stream *stream_new(struct flow_run *run, struct input *input)
{
    struct stream *stream = mem_new(1, sizeof *stream);
    stream->run = run;
    stream->input = input;
    stream->cells = cells_new(input);
    stream->value = mem_new(stream->cells->own, sizeof *stream->value);
    stream->used = mem_new(stream->cells->own, sizeof *stream->used);
    return stream;
}

const struct cells *stream_cells(const struct stream *stream)
{
    return stream->cells;
}

bool stream_is_declaring(const struct stream *stream)
{
    return stream->declaring;
}

unsigned stream_opened(const struct stream *stream)
{
    return stream->opened;
}

/* ---- rows ---- */

/* Reads the used cells of the row at hand; false where one of them is bad. */
static bool read_cells(struct stream *stream)
{
    const struct row *row = cursor_row(stream->cursor);
    for (size_t i = 0; i < stream->cells->own; i++) {
        if (stream->used[i] && !cells_read(stream->cells, row, i, &stream->value[i])) {
            return false;
        }
    }
    return true;
}

/* Moves on to the next sound row, from the one at hand on; false at the end. */
static bool settle_row(struct stream *stream)
{
    struct str key;
    while (cursor_key(stream->cursor, &key)) {
        if (read_cells(stream)) {
            cursor_row(stream->cursor)->worker->account.merged++;
            stream->row++;
            return true;
        }
        cursor_rejected(stream->cursor);
        cursor_next(stream->cursor);
    }
    return false;
}

static bool first_row(struct stream *stream)
{
    stream->cursor = cursor_open(stream->run, stream->input, NULL, NULL);
    return settle_row(stream);
}

static bool next_row(struct stream *stream)
{
    cursor_next(stream->cursor);
    return settle_row(stream);
}

void stream_copy(struct stream *stream, sqlite3 *db, const char *table)
{
    struct buf sql;
    sqlite3_stmt *insert;
    buf_init(&sql, BUF_UNBOUNDED);
    char *quoted = sqlite3_mprintf("\"%w\"", table);
    buf_printf(&sql, "INSERT INTO %s VALUES(", quoted);
    sqlite3_free(quoted);
    for (size_t i = 0; i < stream->cells->own; i++) {
        buf_str(&sql, i ? S(",?") : S("?"));
        stream->used[i] = true;
    }
    buf_bytes(&sql, ")", 2);
    if (sqlite3_prepare_v2(db, sql.p, -1, &insert, NULL) != SQLITE_OK) {
        die(STATUS_SYSTEM, "cannot copy %s: %s", stream->input->name, sqlite3_errmsg(db));
    }
    for (bool there = first_row(stream); there; there = next_row(stream)) {
        for (size_t i = 0; i < stream->cells->own; i++) {
            if (!engine_bind(insert, (int)i + 1, stream->cells->column[i].type,
                             &stream->value[i])) {
                die(STATUS_DATA, "%s: " ENGINE_TOO_LARGE, stream->input->name);
            }
        }
        if (sqlite3_step(insert) != SQLITE_DONE) {
            die(STATUS_SYSTEM, "cannot copy %s: %s", stream->input->name, sqlite3_errmsg(db));
        }
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    buf_free(&sql);
}

void stream_free(struct stream *stream)
{
    if (stream->cursor) {
        cursor_close(stream->cursor);
    }
    cells_free(stream->cells);
    free(stream->value);
    free(stream->used);
    free(stream);
}

/* ---- the virtual table ---- */

struct table {
    sqlite3_vtab base;
    struct stream *stream;
};

struct scan {
    sqlite3_vtab_cursor base;
    bool ended;
};

static struct stream *stream_of(sqlite3_vtab *table)
{
    return ((struct table *)table)->stream;
}

static int on_connect(sqlite3 *db, void *context, int argc, const char *const *argv,
                      sqlite3_vtab **table, char **error)
{
    struct stream *stream = context;
    struct buf sql;
    (void)argc;
    (void)argv;
    (void)error;
    buf_init(&sql, BUF_UNBOUNDED);
    engine_declaration("x", stream->cells->column, stream->cells->own, &sql);
    stream->declaring = true;
    int status = sqlite3_declare_vtab(db, sql.p);
    stream->declaring = false;
    buf_free(&sql);
    if (status == SQLITE_OK) {
        struct table *made = mem_new(1, sizeof *made);
        made->stream = stream;
        *table = &made->base;
    }
    return status;
}

static int on_disconnect(sqlite3_vtab *table)
{
    free(table);
    return SQLITE_OK;
}

/* SQLite says which columns it reads; columns beyond the 63rd share a bit. */
static int on_best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
    struct stream *stream = stream_of(table);
    for (size_t i = 0; i < stream->cells->own; i++) {
        stream->used[i] |= (info->colUsed >> (i < 63 ? i : 63) & 1) != 0;
    }
    info->estimatedCost = 1e9;
    info->estimatedRows = 1000000;
    return SQLITE_OK;
}

static int on_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    struct scan *scan = mem_new(1, sizeof *scan);
    stream_of(table)->opened++;
    *cursor = &scan->base;
    return SQLITE_OK;
}

static int on_close(sqlite3_vtab_cursor *cursor)
{
    free(cursor);
    return SQLITE_OK;
}

static int on_filter(sqlite3_vtab_cursor *cursor, int number, const char *text, int argc,
                     sqlite3_value **argv)
{
    struct scan *scan = (struct scan *)cursor;
    struct stream *stream = stream_of(cursor->pVtab);
    (void)number;
    (void)text;
    (void)argc;
    (void)argv;
    if (stream->cursor) {
        cursor->pVtab->zErrMsg = sqlite3_mprintf("a stream cannot be read twice");
        return SQLITE_ERROR;
    }
    scan->ended = !first_row(stream);
    return SQLITE_OK;
}

static int on_next(sqlite3_vtab_cursor *cursor)
{
    ((struct scan *)cursor)->ended = !next_row(stream_of(cursor->pVtab));
    return SQLITE_OK;
}

static int on_eof(sqlite3_vtab_cursor *cursor)
{
    return ((struct scan *)cursor)->ended;
}

static int on_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    const struct stream *stream = stream_of(cursor->pVtab);
    if (!engine_result(context, stream->cells->column[column].type, &stream->value[column])) {
        sqlite3_result_error(context, ENGINE_TOO_LARGE, -1);
    }
    return SQLITE_OK;
}

static int on_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid)
{
    *rowid = (sqlite3_int64)stream_of(cursor->pVtab)->row;
    return SQLITE_OK;
}

static const sqlite3_module module = {
    .xConnect = on_connect, /* no xCreate: there without CREATE */
    .xBestIndex = on_best_index,
    .xDisconnect = on_disconnect,
    .xOpen = on_open,
    .xClose = on_close,
    .xFilter = on_filter,
    .xNext = on_next,
    .xEof = on_eof,
    .xColumn = on_column,
    .xRowid = on_rowid,
};

void stream_register(struct stream *stream, sqlite3 *db, const char *name)
{
    sqlite3_create_module(db, name, &module, stream);
}
