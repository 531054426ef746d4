#include "base/base.h"

#include "base/mem.h"
#include "rules/engine.h"
#include "rules/expr.h"
#include "rules/guard.h"
#include "rules/vtable.h"

struct expr {
    sqlite3 *db;
    sqlite3_stmt *statement;
    struct vtable row; /* one row, whose cells are the caller's */
    const struct expr_column *columns;
    size_t count;
    bool *used;
    const struct expr_value *values; /* of the row at hand */
};

static bool first_row(void *context, const char **error)
{
    (void)context;
    (void)error;
    return true;
}

static bool no_other_row(void *context)
{
    (void)context;
    return false;
}

static const struct expr_value *cell(void *context, size_t column)
{
    const struct expr *expr = context;
    return &expr->values[column];
}

static int authorize(void *context, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    struct expr *expr = context;
    (void)database;
    (void)trigger;
    if (expr->row.declaring) {
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

static enum guard_column column_kind(void *context, struct str name)
{
    const struct expr *expr = context;
    for (size_t i = 0; i < expr->count; i++) {
        if (str_eq_nocase(expr->columns[i].name, name)) {
            enum expr_type type = expr->columns[i].type;
            return type == EXPR_UNKNOWN ? GUARD_UNKNOWN
                   : type == EXPR_TEXT  ? GUARD_NONE
                                        : GUARD_NUMERIC;
        }
    }
    return GUARD_NONE;
}

/* Behind a text or name in quotes, or a comment, that begins at i; i where none does. */
static size_t skip_quoted(struct str s, size_t i)
{
    static const struct str comments[][2] = {{{"--", 2}, {"\n", 1}}, {{"/*", 2}, {"*/", 2}}};
    char c = s.p[i];
    if (c == '\'' || c == '"' || c == '`' || c == '[') {
        char end = c == '[' ? ']' : c;
        for (i++; i < s.n && s.p[i] != end; i++) {
        }
        return i + 1;
    }
    for (size_t k = 0; k < COUNT_OF(comments); k++) {
        struct str rest = str_slice(s, i, s.n);
        if (str_starts(rest, comments[k][0])) {
            return i + str_find(rest, comments[k][1]) + comments[k][1].n;
        }
    }
    return i;
}

bool expr_brackets_match(struct str s)
{
    size_t depth = 0;
    for (size_t i = 0; i < s.n;) {
        size_t behind = skip_quoted(s, i);
        if (behind > i) {
            i = behind;
            continue;
        }
        if (s.p[i] == ')' && depth-- == 0) {
            return false;
        }
        depth += s.p[i++] == '(';
    }
    return depth == 0;
}

/* As a WHERE, in which sums over rows and windows are refused: here is one row. */
static bool is_of_one_row(struct expr *expr, struct str guarded, char message[EXPR_MESSAGE])
{
    struct buf sql;
    sqlite3_stmt *statement = NULL;
    buf_init(&sql, BUF_UNBOUNDED);
    buf_str(&sql, S("SELECT 1 FROM row WHERE (\n"));
    buf_str(&sql, guarded);
    buf_bytes(&sql, "\n)", sizeof "\n)");
    bool ok = sqlite3_prepare_v2(expr->db, sql.p, -1, &statement, NULL) == SQLITE_OK;
    if (!ok) {
        snprintf(message, EXPR_MESSAGE, "%s", sqlite3_errmsg(expr->db));
    } else if (sqlite3_bind_parameter_count(statement) > 0) {
        snprintf(message, EXPR_MESSAGE, "a condition has no parameters such as ?");
        ok = false;
    }
    sqlite3_finalize(statement);
    buf_free(&sql);
    return ok;
}

static bool compile(struct expr *expr, struct str text, char message[EXPR_MESSAGE])
{
    if (!expr_brackets_match(text)) {
        snprintf(message, EXPR_MESSAGE, "brackets do not match");
        return false;
    }
    struct buf sql;
    const char *tail = "";
    buf_init(&sql, BUF_UNBOUNDED);
    /* Line ends keep a comment in the condition from swallowing our bracket. */
    guard_sql(text, column_kind, expr, &sql);
    if (!is_of_one_row(expr, buf_view(&sql), message)) {
        buf_free(&sql);
        return false;
    }
    buf_clear(&sql);
    buf_str(&sql, S("SELECT (\n"));
    guard_sql(text, column_kind, expr, &sql);
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
    expr->row = (struct vtable){.column = columns, .count = count, .rows = 1, .first = first_row,
                                .next = no_other_row, .value = cell, .context = expr};
    vtable_register(&expr->row, expr->db, "row");
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
    enum expr_result result = EXPR_ERROR;
    if (sqlite3_step(expr->statement) != SQLITE_ROW) {
        *reason = sqlite3_errmsg(expr->db);
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
