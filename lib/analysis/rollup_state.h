/*
 * rollup_state.h - transactions folded into rollup rows: the state behind flow_fold.
 *
 * Exact in any row order. Orders and purchase days are listed as they come and told apart at the end
 * (purchases.h). An order whose rows carry several dates belongs to the earliest. All rows of a
 * customer meet in one state; everything is an integer or an exact sum, so that how many states there
 * were leaves no trace.
 */
#ifndef CRM_ROLLUP_STATE_H
#define CRM_ROLLUP_STATE_H

#include "analysis/order_plain.h"
#include "analysis/rollup_row.h"
#include "flow/flow.h"

struct rollup_settings {
    enum date_period by;
    struct str currency;  /* only this one; empty: all */
    bool by_currency;     /* a row for each; else two are an error */
    bool one_currency;    /* the command has no --by-currency to advise */
    struct rollup_extras extras;
    int32_t since, until; /* days, both inclusive; DATE_NONE: open */
    int32_t as_of;        /* later rows are excluded; DATE_NONE: none are */
    /* Nobody asks for orders and days: rows may come with 0 of both, and without gaps. It then costs no
     * memory to tell them apart. */
    bool totals;
    const struct orders_words *words;
    const struct order_plan *plan; /* by number of the input; rollup_prepare makes them */
    /* Takes lines of a rollup file that nothing joins, instead of emit: as they came. NULL: there is no
     * output for them. */
    void (*pass)(void *context, struct str lines, uint64_t rows);
    /* Another fold over the same transactions, or NULL. It sees the sound rows, also those that the
     * rollup excludes. Its state is the caller's. */
    const struct flow_fold *beside;
    void *beside_context, *beside_state;
};

extern const struct flow_fold rollup_state_fold; /* context: struct rollup_settings */

struct rollup_state;

/* The finished rows, one after the other. */
struct rollup_state_rows {
    size_t count;
    uint64_t split_orders; /* orders with rows on more than one day */
    struct rollup_state **state;
    size_t states;
    size_t *next; /* by state: its next row */
    struct str *keep;
    int64_t *keep_when;
};

/* Puts days, orders and rows in order; the state is still there for the rows to be made from. */
struct rollup_state_rows rollup_state_finish(struct rollup_state *state);
/* The next row by customer, currency, period; false at the end. Its slices live as long as the
 * state, its arrays until the next call. */
bool rollup_state_next(struct rollup_state_rows *rows, struct rollup_row *row);
void rollup_state_rows_free(struct rollup_state_rows *rows);
void rollup_state_free(struct rollup_state *state);

#endif
