#include "base/base.h"

#include <sqlite3.h>

#include "base/die.h"
#include "base/mem.h"
#include "rules/expr.h"
#include "rules/guard.h"
#include "value/money.h"

/* Amounts above this have doubles too far apart for 4 decimals. */
#define LARGEST_REAL ((int64_t)200000000000 * MONEY_SCALE)

struct expr {
    sqlite3 *db;
    sqlite3_stmt *statement;
    const struct expr_column *columns;
    size_t count;
    bool *used;
    const struct expr_value *values; /* of the row at hand */
    bool declaring;                  /* SQLite asks leave to declare our own table */
    bool too_large;                  /* an amount of the row is above LARGEST_REAL */
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
    static const char *const types[] = {"TEXT", "INTEGER", "REAL", "NUMERIC"};
    struct expr *expr = context;
    struct buf sql;
    (void)argc;
    (void)argv;
    (void)error;
    buf_init(&sql, BUF_UNBOUNDED);
    buf_str(&sql, S("CREATE TABLE x("));
    for (size_t i = 0; i < expr->count; i++) {
        char *name = sqlite3_mprintf("\"%.*w\"", (int)expr->columns[i].name.n,
                                     expr->columns[i].name.p);
        buf_printf(&sql, "%s%s %s", i ? "," : "", name, types[expr->columns[i].type]);
        sqlite3_free(name);
    }
    buf_bytes(&sql, ")", 2); /* with its NUL */
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

static void real_result(struct expr *expr, sqlite3_context *context, int64_t units)
{
    if (units > LARGEST_REAL || units < -LARGEST_REAL) {
        expr->too_large = true;
    }
    sqlite3_result_double(context, (double)units / MONEY_SCALE);
}

/* A cell of an unknown column is a number where it is written as a plain one. */
static void unknown_result(struct expr *expr, sqlite3_context *context, struct str text)
{
    struct money money;
    bool plain = text.n > 0 && text.n < 32 &&
                 (text.p[0] == '-' || (text.p[0] >= '0' && text.p[0] <= '9') || text.p[0] == '.');
    for (size_t i = 0; i < text.n && plain; i++) {
        char c = text.p[i];
        plain = (c >= '0' && c <= '9') || c == '.' || (c == '-' && i == 0);
    }
    if (plain && !money_parse(text, (struct money_style){.round_half_even = true}, &money)) {
        real_result(expr, context, money.units);
    } else {
        sqlite3_result_text(context, text.p, (int)text.n, SQLITE_STATIC);
    }
}

static int row_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column)
{
    struct expr *expr = ((struct row_table *)cursor->pVtab)->expr;
    const struct expr_value *value = &expr->values[column];
    if (!value->is_number && value->text.n == 0) {
        sqlite3_result_null(context);
    } else if (!value->is_number && expr->columns[column].type == EXPR_UNKNOWN) {
        unknown_result(expr, context, value->text);
    } else if (!value->is_number) {
        sqlite3_result_text(context, value->text.p, (int)value->text.n, SQLITE_STATIC);
    } else if (expr->columns[column].type == EXPR_INTEGER) {
        sqlite3_result_int64(context, value->units / MONEY_SCALE);
    } else {
        real_result(expr, context, value->units);
    }
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
    static const char *const refused[] = {"random",       "randomblob",   "current_date",
                                          "current_time", "current_timestamp", "load_extension"};
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
    if (action == SQLITE_FUNCTION && second) {
        for (size_t i = 0; i < COUNT_OF(refused); i++) {
            if (sqlite3_stricmp(second, refused[i]) == 0) {
                return SQLITE_DENY;
            }
        }
        return SQLITE_OK;
    }
    return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

static void number_or_null(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    int type = sqlite3_value_type(argv[0]);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
        sqlite3_result_value(context, argv[0]);
    } else {
        sqlite3_result_null(context);
    }
}

static sqlite3 *open_database(struct expr *expr)
{
    sqlite3 *db;
    if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
        SQLITE_OK) {
        die_oom();
    }
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_create_module(db, "row", &row_module, expr);
    sqlite3_create_function(db, GUARD_FUNCTION, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                            number_or_null, NULL, NULL);
    sqlite3_set_authorizer(db, authorize, expr);
    return db;
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
    expr->db = open_database(expr);
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
        *reason = "an amount above 200,000,000,000 cannot be compared exactly";
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
