#include "base/base.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "rules/fixedsum.h"
#include "rules/guard.h"
#include "rules/query.h"
#include "rules/stream.h"
#include "value/money.h"

struct table {
    const char *name;
    struct stream *stream;
    bool named; /* the statement reads it */
};

struct query {
    sqlite3 *db;
    sqlite3_stmt *statement;
    struct table *table;
    size_t count;
    bool streams;
    bool stepped; /* query_column needed the first row already */
    int first;    /* what that step said */
    struct arena row;
};

/* ---- the statement ---- */

static int authorize(void *context, int action, const char *first, const char *second,
                     const char *database, const char *trigger)
{
    struct query *query = context;
    (void)database;
    (void)trigger;
    for (size_t i = 0; i < query->count; i++) {
        if (stream_is_declaring(query->table[i].stream)) {
            return SQLITE_OK;
        }
        if (action == SQLITE_READ && first && sqlite3_stricmp(first, query->table[i].name) == 0) {
            query->table[i].named = true;
        }
    }
    return engine_allows(action, second) ? SQLITE_OK : SQLITE_DENY;
}

/* A name that is an unknown column in one table and a known one in another is left alone. */
static enum guard_column column_kind(void *context, struct str name)
{
    const struct query *query = context;
    bool unknown = false;
    bool numeric = false;
    for (size_t t = 0; t < query->count; t++) {
        const struct cells *cells = stream_cells(query->table[t].stream);
        for (size_t i = 0; i < cells->own; i++) {
            if (!str_eq_nocase(cells->column[i].name, name)) {
                continue;
            }
            if (cells->column[i].type == EXPR_TEXT) {
                return GUARD_NONE;
            }
            unknown |= cells->column[i].type == EXPR_UNKNOWN;
            numeric |= cells->column[i].type != EXPR_UNKNOWN;
        }
    }
    return unknown == numeric ? GUARD_NONE : unknown ? GUARD_UNKNOWN : GUARD_NUMERIC;
}

/* A plan shows how a statement would be run; what follows is the statement. */
static struct str without_explain(struct str sql)
{
    static const struct str words[] = {{"EXPLAIN", 7}, {"QUERY", 5}, {"PLAN", 4}};
    struct str text = sql;
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        text = str_trim(text);
        if (text.n <= words[i].n || !str_eq_nocase(str_slice(text, 0, words[i].n), words[i])) {
            return sql;
        }
        text = str_slice(text, words[i].n, text.n);
    }
    return text;
}

static bool is_select(struct str sql, char *message, size_t room)
{
    struct str text = str_trim(without_explain(sql));
    size_t n = 0;
    while (n < text.n && ((text.p[n] | 0x20) >= 'a' && (text.p[n] | 0x20) <= 'z')) {
        n++;
    }
    struct str word = str_slice(text, 0, n);
    bool comment = str_starts(text, S("--")) || str_starts(text, S("/*"));
    if (comment || str_eq_nocase(word, S("SELECT")) || str_eq_nocase(word, S("WITH")) ||
        str_eq_nocase(word, S("VALUES"))) {
        return true;
    }
    snprintf(message, room, "a SELECT statement is needed: SQL only reads here");
    return false;
}

static bool prepare(struct query *query, const char *sql, char *message, size_t room)
{
    const char *tail = "";
    sqlite3_set_authorizer(query->db, authorize, query);
    if (sqlite3_prepare_v2(query->db, sql, -1, &query->statement, &tail) != SQLITE_OK) {
        snprintf(message, room, "%s", sqlite3_errmsg(query->db));
        return false;
    }
    if (!query->statement || sqlite3_column_count(query->statement) == 0 ||
        str_trim(str_of(tail)).n > 0) {
        snprintf(message, room, "one SELECT statement is needed");
        return false;
    }
    return true;
}

/* ---- stream or copy ---- */

struct plan_row {
    int parent;
    bool scan, virtual_table;
};

/* Whether the plan reads one virtual table, once: a single scan of one, with no other loop beside
 * it that would start it again. */
static bool reads_once(struct query *query, const char *sql)
{
    struct plan_row plan[256];
    size_t n = 0;
    bool once = true;
    sqlite3_stmt *explain;
    char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    if (sqlite3_prepare_v2(query->db, text, -1, &explain, NULL) != SQLITE_OK) {
        sqlite3_free(text);
        return false;
    }
    while (sqlite3_step(explain) == SQLITE_ROW) {
        struct str detail = str_of((const char *)sqlite3_column_text(explain, 3));
        once &= n < COUNT_OF(plan) && !str_starts(detail, S("CORRELATED"));
        if (once) {
            plan[n++] = (struct plan_row){
                .parent = sqlite3_column_int(explain, 1),
                .scan = str_starts(detail, S("SCAN")) || str_starts(detail, S("SEARCH")),
                .virtual_table = str_find(detail, S("VIRTUAL TABLE")) < detail.n,
            };
        }
    }
    sqlite3_finalize(explain);
    sqlite3_free(text);
    size_t scans = 0;
    for (size_t i = 0; i < n; i++) {
        scans += plan[i].virtual_table;
        for (size_t k = 0; k < n && plan[i].virtual_table; k++) {
            once &= k == i || !plan[k].scan || plan[k].parent != plan[i].parent;
        }
    }
    return once && scans <= 1;
}

static void run_sql(sqlite3 *db, const char *sql)
{
    if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
        die(STATUS_SYSTEM, "cannot make a temporary table: %s", sqlite3_errmsg(db));
    }
}

/* Starts over in a database where the named inputs are tables of their own. */
static bool names_it(const char *sql, const char *name)
{
    struct str text = str_of(sql);
    struct str wanted = str_of(name);
    for (size_t i = 0; i + wanted.n <= text.n; i++) {
        if (str_eq_nocase(str_slice(text, i, i + wanted.n), wanted)) {
            return true;
        }
    }
    return false;
}

static void copy_tables(struct query *query, const char *sql_text)
{
    sqlite3_finalize(query->statement);
    query->statement = NULL;
    sqlite3_close(query->db);
    query->db = engine_open();
    fixedsum_register(query->db);
    run_sql(query->db, "BEGIN");
    for (size_t i = 0; i < query->count; i++) {
        const struct table *table = &query->table[i];
        const struct cells *cells = stream_cells(table->stream);
        struct buf sql;
        if (!table->named && !names_it(sql_text, table->name)) {
            continue; /* SQLite reports no reading of a column that only USING names */
        }
        buf_init(&sql, BUF_UNBOUNDED);
        engine_declaration(table->name, cells->column, cells->own, &sql);
        run_sql(query->db, sql.p);
        stream_copy(table->stream, query->db, table->name);
        buf_free(&sql);
    }
    run_sql(query->db, "COMMIT");
}

struct query *query_new(struct flow_run *run, const struct query_table *tables, size_t count,
                        struct str sql, char *message, size_t message_room)
{
    struct query *query = mem_new(1, sizeof *query);
    struct buf guarded;
    query->table = mem_new(count, sizeof *query->table);
    query->count = count;
    query->db = engine_open();
    fixedsum_register(query->db);
    for (size_t i = 0; i < count; i++) {
        query->table[i] = (struct table){tables[i].name, stream_new(run, tables[i].input), false};
        stream_register(query->table[i].stream, query->db, tables[i].name);
    }
    buf_init(&guarded, BUF_UNBOUNDED);
    guard_sql(sql, column_kind, query, &guarded);
    buf_byte(&guarded, '\0');
    bool ok = is_select(sql, message, message_room) &&
              prepare(query, guarded.p, message, message_room);
    query->streams = ok && reads_once(query, without_explain(str_of(guarded.p)).p);
    if (ok && !query->streams) {
        copy_tables(query, guarded.p);
        ok = prepare(query, guarded.p, message, message_room);
    }
    buf_free(&guarded);
    if (!ok) {
        query_free(query);
        return NULL;
    }
    return query;
}

/* ---- rows ---- */

size_t query_columns(const struct query *query)
{
    return (size_t)sqlite3_column_count(query->statement);
}

static int step(struct query *query)
{
    if (query->stepped) {
        query->stepped = false;
        return query->first;
    }
    int status = sqlite3_step(query->statement);
    if (status != SQLITE_ROW && status != SQLITE_DONE) {
        die(STATUS_DATA, "%s", sqlite3_errmsg(query->db));
    }
    return status;
}

void query_begin(struct query *query)
{
    query->first = step(query);
    query->stepped = true;
}

void query_column(const struct query *query, size_t column, struct arena *arena,
                  struct encode_column *out)
{
    const char *declared = sqlite3_column_decltype(query->statement, (int)column);
    int type = query->first == SQLITE_ROW ? sqlite3_column_type(query->statement, (int)column)
                                          : SQLITE_NULL;
    bool number = declared ? strcmp(declared, "INTEGER") == 0 || strcmp(declared, "REAL") == 0
                           : type == SQLITE_INTEGER || type == SQLITE_FLOAT;
    struct buf name;
    buf_init(&name, BUF_UNBOUNDED);
    guard_undo(str_of(sqlite3_column_name(query->statement, (int)column)), &name);
    *out = (struct encode_column){arena_str(arena, buf_view(&name)),
                                  number ? ENCODE_NUMBER : ENCODE_TEXT};
    buf_free(&name);
}

/* A number that is a decimal of 4 places is written as that, anything else with the 15 digits that
 * a double has. */
static struct str real_cell(struct arena *arena, double v)
{
    char text[MONEY_ROOM];
    double units = v * MONEY_SCALE;
    if (fabs(v) <= 2e11 && fabs(units - round(units)) < 1e-6 * fmax(1, fabs(v))) {
        return arena_str(arena, (struct str){text, money_format(llround(units), 0, text)});
    }
    if (fabs(v) >= 1e-15 && fabs(v) < 1e-4) { /* where %g would write an exponent */
        int decimals = 14 - (int)floor(log10(fabs(v)));
        struct str cell = arena_printf(arena, "%.*f", decimals, v);
        while (str_ends(cell, S("0"))) {
            cell.n--;
        }
        return cell;
    }
    return arena_printf(arena, "%.15g", v);
}

bool query_next(struct query *query, struct str *cells)
{
    if (step(query) == SQLITE_DONE) {
        return false;
    }
    arena_reset(&query->row);
    for (size_t i = 0; i < query_columns(query); i++) {
        sqlite3_stmt *statement = query->statement;
        int at = (int)i;
        if (sqlite3_column_type(statement, at) == SQLITE_FLOAT) {
            cells[i] = real_cell(&query->row, sqlite3_column_double(statement, at));
        } else {
            const char *text = (const char *)sqlite3_column_text(statement, at);
            cells[i] = (struct str){text ? text : "", (size_t)sqlite3_column_bytes(statement, at)};
        }
    }
    return true;
}

void query_free(struct query *query)
{
    sqlite3_finalize(query->statement);
    sqlite3_close(query->db);
    for (size_t i = 0; i < query->count; i++) {
        stream_free(query->table[i].stream);
    }
    arena_free(&query->row);
    free(query->table);
    free(query);
}
