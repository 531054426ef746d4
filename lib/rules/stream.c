#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "flow/cursor.h"
#include "rules/stream.h"
#include "rules/vtable.h"

struct stream {
    struct flow_run *run;
    struct input *input;
    struct cells *cells;
    struct cursor *cursor; /* opened by the first scan */
    struct expr_value *value;
    bool *used; /* by column: the statement reads it */
    struct vtable table;
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
    return stream->table.declaring;
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
    struct str key;
    /* A statement with LIMIT stops early; whether the input is whole is known at its end only. */
    while (stream->cursor && cursor_key(stream->cursor, &key)) {
        cursor_row(stream->cursor)->worker->account.merged++;
        cursor_next(stream->cursor);
    }
    if (stream->cursor) {
        cursor_close(stream->cursor);
    }
    cells_free(stream->cells);
    free(stream->value);
    free(stream->used);
    free(stream);
}

/* ---- as a table ---- */

static bool scan_first(void *context, const char **error)
{
    struct stream *stream = context;
    if (stream->cursor) {
        *error = "a stream cannot be read twice";
        return false;
    }
    return first_row(stream);
}

static bool scan_next(void *context)
{
    return next_row(context);
}

static const struct expr_value *cell(void *context, size_t column)
{
    const struct stream *stream = context;
    return &stream->value[column];
}

static void mark_used(void *context, uint64_t columns)
{
    struct stream *stream = context;
    for (size_t i = 0; i < stream->cells->own; i++) {
        stream->used[i] |= (columns >> (i < 63 ? i : 63) & 1) != 0;
    }
}

void stream_register(struct stream *stream, sqlite3 *db, const char *name)
{
    stream->table = (struct vtable){.column = stream->cells->column,
                                    .count = stream->cells->own,
                                    .rows = 1e6,
                                    .first = scan_first,
                                    .next = scan_next,
                                    .value = cell,
                                    .used = mark_used,
                                    .context = stream};
    vtable_register(&stream->table, db, name);
}
