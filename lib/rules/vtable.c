#include "base/base.h"

#include "base/mem.h"
#include "rules/engine.h"
#include "rules/vtable.h"

struct connection {
    sqlite3_vtab base;
    struct vtable *table;
};

struct scan {
    sqlite3_vtab_cursor base;
    bool ended;
    sqlite3_int64 row;
};

static struct vtable *table_of(const sqlite3_vtab_cursor *cursor)
{
    return ((struct connection *)cursor->pVtab)->table;
}

static int on_connect(sqlite3 *db, void *context, int argc, const char *const *argv,
                      sqlite3_vtab **connection, char **error)
{
    struct vtable *table = context;
    struct buf sql;
    (void)argc;
    (void)argv;
    (void)error;
    buf_init(&sql, BUF_UNBOUNDED);
    engine_declaration("x", table->column, table->count, &sql);
    table->declaring = true;
    int status = sqlite3_declare_vtab(db, sql.p);
    table->declaring = false;
    buf_free(&sql);
    if (status == SQLITE_OK) {
        struct connection *made = mem_new(1, sizeof *made);
        made->table = table;
        *connection = &made->base;
    }
    return status;
}

static int on_disconnect(sqlite3_vtab *connection)
{
    free(connection);
    return SQLITE_OK;
}

static int on_best_index(sqlite3_vtab *connection, sqlite3_index_info *info)
{
    const struct vtable *table = ((struct connection *)connection)->table;
    if (table->used) {
        table->used(table->context, info->colUsed);
    }
    info->estimatedCost = table->rows;
    info->estimatedRows = (sqlite3_int64)table->rows;
    return SQLITE_OK;
}

static int on_open(sqlite3_vtab *connection, sqlite3_vtab_cursor **cursor)
{
    struct scan *scan = mem_new(1, sizeof *scan);
    (void)connection;
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
    const struct vtable *table = table_of(cursor);
    const char *error = NULL;
    (void)number;
    (void)text;
    (void)argc;
    (void)argv;
    scan->row = 0;
    scan->ended = !table->first(table->context, &error);
    if (error) {
        cursor->pVtab->zErrMsg = sqlite3_mprintf("%s", error);
        return SQLITE_ERROR;
    }
    return SQLITE_OK;
}

static int on_next(sqlite3_vtab_cursor *cursor)
{
    struct scan *scan = (struct scan *)cursor;
    const struct vtable *table = table_of(cursor);
    scan->ended = !table->next(table->context);
    scan->row++;
    return SQLITE_OK;
}

static int on_eof(sqlite3_vtab_cursor *cursor)
{
    return ((struct scan *)cursor)->ended;
}

static int on_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    const struct vtable *table = table_of(cursor);
    const struct expr_value *value = table->value(table->context, (size_t)column);
    if (!engine_result(context, table->column[column].type, value)) {
        sqlite3_result_error(context, ENGINE_TOO_LARGE, -1);
    }
    return SQLITE_OK;
}

static int on_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid)
{
    *rowid = ((struct scan *)cursor)->row;
    return SQLITE_OK;
}

void vtable_register(struct vtable *table, sqlite3 *db, const char *name)
{
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
    sqlite3_create_module(db, name, &module, table);
}
