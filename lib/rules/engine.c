#include "base/base.h"

#include "base/die.h"
#include "rules/engine.h"
#include "rules/guard.h"
#include "value/money.h"
#include "value/number.h"

/* Amounts above this have doubles too far apart for 4 decimals. */
#define LARGEST_REAL ((int64_t)200000000000 * MONEY_SCALE)

/* A text that is written as a number is one here, however it is written: 1e5, +3, 007. */
static void number_or_null(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    int type = sqlite3_value_numeric_type(argv[0]);
    if (type == SQLITE_INTEGER || type == SQLITE_FLOAT) {
        sqlite3_result_value(context, argv[0]);
    } else {
        sqlite3_result_null(context);
    }
}

static void text_or_null(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    (void)argc;
    if (sqlite3_value_type(argv[0]) != SQLITE_NULL) {
        sqlite3_result_text(context, (const char *)sqlite3_value_text(argv[0]), -1,
                            SQLITE_TRANSIENT);
    }
}

static int no_time(sqlite3_vfs *vfs, sqlite3_int64 *now)
{
    (void)vfs;
    (void)now;
    return SQLITE_ERROR;
}

/* A file system whose clock does not answer, so that date('now') is NULL wherever it is written. */
static const char *timeless_vfs(void)
{
    static sqlite3_vfs timeless;
    if (!timeless.zName) {
        timeless = *sqlite3_vfs_find(NULL);
        timeless.zName = "timeless";
        timeless.xCurrentTimeInt64 = no_time;
        sqlite3_vfs_register(&timeless, 0);
    }
    return timeless.zName;
}

sqlite3 *engine_open(void)
{
    sqlite3 *db;
    if (sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
                        timeless_vfs()) != SQLITE_OK) {
        die_oom();
    }
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    sqlite3_create_function(db, GUARD_NUMBER, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                            number_or_null, NULL, NULL);
    sqlite3_create_function(db, GUARD_TEXT, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL,
                            text_or_null, NULL, NULL);
    /* 'localtime' and 'utc' ask for the machine's zone: they fail. */
    sqlite3_test_control(SQLITE_TESTCTRL_LOCALTIME_FAULT, 1);
    return db;
}

bool engine_allows(int action, const char *second)
{
    static const char *const refused[] = {"random",       "randomblob",        "current_date",
                                          "current_time", "current_timestamp", "load_extension"};
    if (action == SQLITE_FUNCTION && second) {
        for (size_t i = 0; i < COUNT_OF(refused); i++) {
            if (sqlite3_stricmp(second, refused[i]) == 0) {
                return false;
            }
        }
        return true;
    }
    return action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE;
}

void engine_declaration(const char *name, const struct expr_column *columns, size_t count,
                        struct buf *out)
{
    static const char *const types[] = {"TEXT", "INTEGER", "REAL", ""};
    char *quoted = sqlite3_mprintf("\"%w\"", name);
    buf_printf(out, "CREATE TABLE %s(", quoted);
    sqlite3_free(quoted);
    for (size_t i = 0; i < count; i++) {
        quoted = sqlite3_mprintf("\"%.*w\"", (int)columns[i].name.n, columns[i].name.p);
        buf_printf(out, "%s%s %s", i ? "," : "", quoted, types[columns[i].type]);
        sqlite3_free(quoted);
    }
    buf_bytes(out, ")", 2); /* with its NUL */
}

/* Digits that a double holds exactly. */
#define SAFE_DIGITS 15

/* As our own commands write small and large numbers: 4.3e-11, -1e+20. */
static bool is_scientific(struct str text, double *value)
{
    size_t i = text.n > 0 && text.p[0] == '-';
    size_t e = i;
    while (e < text.n && text.p[e] != 'e') {
        e++;
    }
    bool mantissa = e > i && text.p[i] >= '1' && text.p[i] <= '9' &&
                    (e == i + 1 || (text.p[i + 1] == '.' && e > i + 2 && text.p[e - 1] != '0'));
    bool exponent = e + 4 <= text.n && e + 5 >= text.n &&
                    (text.p[e + 1] == '-' || text.p[e + 1] == '+');
    return mantissa && exponent && number_parse(text, 0, value);
}

/* A cell of an unknown column is a number where writing the number gives the cell again, but for
 * zeros at the end of its decimals: -12.50, not 007, 1e5, +3 or a code of 20 digits. */
static bool is_plain_number(struct str text, double *value)
{
    size_t i = text.n > 0 && text.p[0] == '-';
    size_t digits = 0;
    bool point = false;
    bool leading_zero = i + 1 < text.n && text.p[i] == '0' && text.p[i + 1] != '.';
    double number = 0;
    double scale = 1;
    for (; i < text.n; i++) {
        char c = text.p[i];
        if (c == '.' && !point && digits > 0 && i + 1 < text.n) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            number = number * 10 + (c - '0');
            scale *= point ? 10 : 1;
            digits++;
        } else {
            return false;
        }
    }
    /* Both are whole numbers below 10^15: one rounding, in the division. */
    *value = (text.n > 0 && text.p[0] == '-' ? -number : number) / scale;
    return digits > 0 && digits <= SAFE_DIGITS && !leading_zero;
}

/* The value as SQLite's, by the type of its column. */
struct engine_value {
    int type; /* SQLITE_NULL, _INTEGER, _FLOAT, _TEXT */
    sqlite3_int64 integer;
    double real;
    bool exact;
};

static struct engine_value convert(enum expr_type type, const struct expr_value *value)
{
    struct engine_value v = {.type = SQLITE_NULL, .exact = true};
    if (value->is_real) {
        v.type = SQLITE_FLOAT;
        v.real = value->real;
        return v;
    }
    if (!value->is_number && value->text.n == 0) {
        return v;
    }
    if (!value->is_number) {
        bool scientific = type == EXPR_UNKNOWN && is_scientific(value->text, &v.real);
        bool number =
            scientific || (type == EXPR_UNKNOWN && is_plain_number(value->text, &v.real));
        bool whole = number && !scientific && !memchr(value->text.p, '.', value->text.n);
        v.type = whole ? SQLITE_INTEGER : number ? SQLITE_FLOAT : SQLITE_TEXT;
        v.integer = whole ? (sqlite3_int64)v.real : 0;
        return v;
    }
    int64_t units = value->units;
    bool whole = type != EXPR_REAL && units % MONEY_SCALE == 0;
    v.type = whole ? SQLITE_INTEGER : SQLITE_FLOAT;
    v.integer = units / MONEY_SCALE;
    v.real = (double)units / MONEY_SCALE;
    v.exact = whole || (units <= LARGEST_REAL && units >= -LARGEST_REAL);
    return v;
}

bool engine_result(sqlite3_context *context, enum expr_type type, const struct expr_value *value)
{
    struct engine_value v = convert(type, value);
    switch (v.type) {
    case SQLITE_NULL:
        sqlite3_result_null(context);
        break;
    case SQLITE_TEXT:
        sqlite3_result_text(context, value->text.p, (int)value->text.n, SQLITE_TRANSIENT);
        break;
    case SQLITE_INTEGER:
        sqlite3_result_int64(context, v.integer);
        break;
    default:
        sqlite3_result_double(context, v.real);
    }
    return v.exact;
}

bool engine_bind(sqlite3_stmt *statement, int at, enum expr_type type,
                 const struct expr_value *value)
{
    struct engine_value v = convert(type, value);
    switch (v.type) {
    case SQLITE_NULL:
        sqlite3_bind_null(statement, at);
        break;
    case SQLITE_TEXT:
        sqlite3_bind_text(statement, at, value->text.p, (int)value->text.n, SQLITE_TRANSIENT);
        break;
    case SQLITE_INTEGER:
        sqlite3_bind_int64(statement, at, v.integer);
        break;
    default:
        sqlite3_bind_double(statement, at, v.real);
    }
    return v.exact;
}
