#include "base/base.h"

#include "base/mem.h"
#include "rules/engine.h"
#include "rules/expr.h"
#include "rules/guard.h"

struct expr {
    sqlite3 *db;
    sqlite3_stmt *statement;
    const struct expr_column *columns;
    size_t count;
    bool *used;
    const struct expr_value *values; /* of the row at hand */
    bool declaring;                  /* SQLite asks leave to declare our own table */
    bool too_large;                  /* an amount of the row cannot be exact */
};

/* ---- the table `row`: one row, whose cells are the caller's ---- */

struct row_table {
    sqlite3_vtab base;
    struct expr *expr;
};

struct row_cursor {
    sqlite3_vtab_cursor base;
    bool ended;
};

static int row_connect(sqlite3 *db, void *context, int argc, const char *const *argv,
                       sqlite3_vtab **table, char **error)
{
    struct expr *expr = context;
    struct buf sql;
    (void)argc;
    (void)argv;
    (void)error;
    buf_init(&sql, BUF_UNBOUNDED);
    engine_declaration("x", expr->columns, expr->count, &sql);
    expr->declaring = true;
    int status = sqlite3_declare_vtab(db, sql.p);
    expr->declaring = false;
    buf_free(&sql);
    if (status != SQLITE_OK) {
        return status;
    }
    struct row_table *made = mem_new(1, sizeof *made);
    made->expr = expr;
    *table = &made->base;
    return SQLITE_OK;
}

static int row_disconnect(sqlite3_vtab *table)
{
    free(table);
    return SQLITE_OK;
}

static int row_best_index(sqlite3_vtab *table, sqlite3_index_info *info)
{
    (void)table;
    info->estimatedRows = 1;
    info->estimatedCost = 1;
    return SQLITE_OK;
}

static int row_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    struct row_cursor *made = mem_new(1, sizeof *made);
    (void)table;
    *cursor = &made->base;
    return SQLITE_OK;
}

static int row_close(sqlite3_vtab_cursor *cursor)
{
    free(cursor);
    return SQLITE_OK;
}

static int row_filter(sqlite3_vtab_cursor *cursor, int number, const char *text, int argc,
                      sqlite3_value **argv)
{
    (void)number;
    (void)text;
    (void)argc;
    (void)argv;
    ((struct row_cursor *)cursor)->ended = false;
    return SQLITE_OK;
}

static int row_next(sqlite3_vtab_cursor *cursor)
{
    ((struct row_cursor *)cursor)->ended = true;
    return SQLITE_OK;
}

static int row_eof(sqlite3_vtab_cursor *cursor)
{
    return ((struct row_cursor *)cursor)->ended;
}

static int row_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    struct expr *expr = ((struct row_table *)cursor->pVtab)->expr;
    expr->too_large |=
        !engine_result(context, expr->columns[column].type, &expr->values[column]);
    return SQLITE_OK;
}

static int row_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *rowid)
{
    (void)cursor;
    *rowid = 0;
    return SQLITE_OK;
}

static const sqlite3_module row_module = {
    .xConnect = row_connect, /* no xCreate: an eponymous table, there without CREATE */
    .xBestIndex = row_best_index,
    .xDisconnect = row_disconnect,
    .xOpen = row_open,
    .xClose = row_close,
    .xFilter = row_filter,
    .xNext = row_next,
    .xEof = row_eof,
    .xColumn = row_column,
    .xRowid = row_rowid,
};

/* ---- what an expression may do ---- */

static int authorize(void *context, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    struct expr *expr = context;
    (void)database;
    (void)trigger;
    if (expr->declaring) {
        return SQLITE_OK;
    }
    if (action == SQLITE_READ && first && second && strcmp(first, "row") == 0) {
        for (size_t i = 0; i < expr->count; i++) {
            expr->used[i] |= str_eq(expr->columns[i].name, str_of(second));
        }
        return SQLITE_OK;
    }
    return engine_allows(action, second) ? SQLITE_OK : SQLITE_DENY;
}

static bool is_unknown(void *context, struct str name)
{
    const struct expr *expr = context;
    for (size_t i = 0; i < expr->count; i++) {
        if (str_eq_nocase(expr->columns[i].name, name)) {
            return expr->columns[i].type == EXPR_UNKNOWN;
        }
    }
    return false;
}

static bool compile(struct expr *expr, struct str text, char message[EXPR_MESSAGE])
{
    struct buf sql;
    const char *tail = "";
    buf_init(&sql, BUF_UNBOUNDED);
    /* Line ends keep a comment in the condition from swallowing our bracket. */
    buf_str(&sql, S("SELECT (\n"));
    guard_numbers(text, is_unknown, expr, &sql);
    buf_bytes(&sql, "\n) FROM row", sizeof "\n) FROM row");
    int status = sqlite3_prepare_v2(expr->db, sql.p, -1, &expr->statement, &tail);
    bool more = status == SQLITE_OK && *tail != '\0';
    buf_free(&sql);
    if (status != SQLITE_OK) {
        snprintf(message, EXPR_MESSAGE, "%s", sqlite3_errmsg(expr->db));
        return false;
    }
    if (more || sqlite3_column_count(expr->statement) != 1) {
        snprintf(message, EXPR_MESSAGE, "one condition is needed");
        return false;
    }
    return true;
}

struct expr *expr_new(struct str text, const struct expr_column *columns, size_t count,
                      char message[EXPR_MESSAGE])
{
    struct expr *expr = mem_new(1, sizeof *expr);
    expr->columns = columns;
    expr->count = count;
    expr->used = mem_new(count, sizeof *expr->used);
    expr->db = engine_open();
    sqlite3_create_module(expr->db, "row", &row_module, expr);
    sqlite3_set_authorizer(expr->db, authorize, expr);
    if (!compile(expr, text, message)) {
        expr_free(expr);
        return NULL;
    }
    return expr;
}

bool expr_uses(const struct expr *expr, size_t column)
{
    return expr->used[column];
}

enum expr_result expr_test(struct expr *expr, const struct expr_value *values, const char **reason)
{
    expr->values = values;
    expr->too_large = false;
    enum expr_result result = EXPR_ERROR;
    if (sqlite3_step(expr->statement) != SQLITE_ROW) {
        *reason = sqlite3_errmsg(expr->db);
    } else if (expr->too_large) {
        *reason = ENGINE_TOO_LARGE;
    } else if (sqlite3_column_type(expr->statement, 0) == SQLITE_NULL) {
        result = EXPR_NULL;
    } else {
        /* As WHERE does it: a text counts by the number that it begins with. */
        result = sqlite3_column_double(expr->statement, 0) != 0 ? EXPR_TRUE : EXPR_FALSE;
    }
    sqlite3_reset(expr->statement);
    return result;
}

void expr_free(struct expr *expr)
{
    sqlite3_finalize(expr->statement);
    sqlite3_close(expr->db);
    free(expr->used);
    free(expr);
}
