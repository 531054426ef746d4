/*
 * rollup.h - any mixture of transactions and rollups to one rollup, row by row.
 *
 *     rollup_prepare(inputs, count, &settings, &arena);
 *     rollup_run(run, inputs, count, &settings, emit, context, &result);
 *
 * Transactions are folded together, exactly, whatever their order. Rollups are sorted already and
 * pass by as streams, beside each other and beside the folded ones, in constant memory; a period
 * that is finer than asked for collapses by the same joining. What cannot be joined exactly ends
 * the run with the customer's name.
 */
#ifndef CRM_ROLLUP_H
#define CRM_ROLLUP_H

#include "analysis/asof.h"
#include "analysis/rollup_state.h"

/* Checks that the inputs have the columns that they need, and adds the sums that rollups among them
 * carry. `wanted` is what the sums and kept columns were asked for by, in messages. */
void rollup_prepare(struct input *const *inputs, size_t count, struct rollup_settings *settings,
                    struct arena *arena);
/* Whether any input has a currency column. */
bool rollup_has_currency(struct input *const *inputs, size_t count);

struct rollup_result {
    uint64_t emitted;
    struct asof_days days; /* purchase days known from the rows; free with asof_free */
};

/* Calls emit for each row, by customer_id (bytewise), currency, period. */
void rollup_run(struct flow_run *run, struct input *const *inputs, size_t count,
                struct rollup_settings *settings,
                void (*emit)(void *context, const struct rollup_row *row), void *context,
                struct rollup_result *result);

#endif
