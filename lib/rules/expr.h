/*
 * expr.h - a condition in SQL over one row: --where, and the rules of a policy file.
 *
 *     struct expr *expr = expr_new("amount > 100 and channel = 'web'", columns, count, message);
 *     if (!expr) ... message
 *     switch (expr_test(expr, cells, &reason)) ...
 *
 * SQLite evaluates it. What would surprise people with exports is closed off:
 *   - an empty cell is NULL: `amount > 30` is not true of it
 *   - text that is no number is never larger than a number: in a comparison or sum with a number, a
 *     cell of an unknown column that holds no number is NULL
 *   - "spend" > 3 is an error where there is no column spend; text stands in single quotes
 *   - ids and text are compared as text: customer_id = '007' is not customer 7
 *   - money is read as money (¥1,234.50), dates as dates, whatever their form in the input
 * ATTACH, PRAGMA, writing, and functions that ask the clock or a die are refused: the same data
 * give the same answer.
 *
 * Not thread-safe: one expr a worker.
 */
#ifndef CRM_EXPR_H
#define CRM_EXPR_H

#include "base/str.h"

enum expr_type {
    EXPR_TEXT,    /* TEXT affinity */
    EXPR_INTEGER,
    EXPR_REAL,    /* money and other decimals; at most 2e11 in size, below which 4 decimals are safe */
    EXPR_UNKNOWN, /* NUMERIC affinity: a number where it looks like one */
};

struct expr_column {
    struct str name;
    enum expr_type type;
};

/* A cell as the expression sees it: text, a number in 1/10000 that the caller has read, or one that
 * the caller has computed. */
struct expr_value {
    struct str text; /* empty: NULL */
    bool is_number, is_real;
    union {
        int64_t units; /* is_number */
        double real;   /* is_real */
    };
};

#define EXPR_MESSAGE 512

struct expr;

/* Whether every bracket of the text closes one that it opened: only such a text may be joined to
 * others. */
bool expr_brackets_match(struct str text);
/* Columns must outlive the expr. NULL with a message where the text is no condition. A name that
 * stands twice belongs to the column that comes first. */
struct expr *expr_new(struct str text, const struct expr_column *columns, size_t count,
                      char message[EXPR_MESSAGE]);
/* Whether the condition needs the column: others need no value. */
bool expr_uses(const struct expr *expr, size_t column);

enum expr_result { EXPR_FALSE, EXPR_TRUE, EXPR_NULL, EXPR_ERROR };

/* `values` by column. On EXPR_ERROR *reason says why, until the next call. */
enum expr_result expr_test(struct expr *expr, const struct expr_value *values,
                           const char **reason);
void expr_free(struct expr *expr);

#endif
