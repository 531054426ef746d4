/*
 * rollup_parts.h - the inside of a rollup_state, for its files: rollup_state.c takes rows in,
 * rollup_index.c finds a customer's entry, rollup_rows.c makes the finished rows.
 */
#ifndef CRM_ROLLUP_PARTS_H
#define CRM_ROLLUP_PARTS_H

#include "analysis/day_list.h"
#include "analysis/order_set.h"
#include "analysis/rollup_state.h"
#include "analysis/sole.h"

/* A kept value and how late its row is: by time, then by position in the input. */
struct rollup_kept {
    struct str value;
    char *text;     /* where it stands, of `room` bytes */
    size_t room;
    int64_t when;   /* milliseconds since 1970 of the wall clock; INT64_MIN: none yet */
    uint64_t number;
};

#define ROLLUP_PARTS_HEAD 16

/* A customer (in a currency, in a period): what adds up while rows come in. Days, gaps and orders are
 * known at the end. */
struct rollup_entry {
    char head[ROLLUP_PARTS_HEAD]; /* the id, or how it begins, so that most are compared here */
    const char *id;               /* all of a longer one */
    uint32_t id_length;
    uint32_t currency; /* place in the state's currencies */
    int32_t period;
    int32_t first;     /* earliest purchase day, or DATE_NONE */
    int32_t last_day;  /* day that was listed last, not to list it again */
    uint64_t rows, refunds;
    int64_t amount, first_amount, refund_amount;
};

struct rollup_state {
    const struct rollup_settings *settings;
    struct arena memory;
    struct {
        uint64_t *slot; /* upper half of the hash, and entry + 1; 0: free */
        size_t room;    /* a power of two */
    } index;
    struct rollup_entry *entry;
    size_t entry_count, entry_room;
    struct str *currency; /* those that occur; few */
    uint32_t currency_count, currency_last;
    struct rollup_kept *kept; /* keep_count for each entry */
    int64_t *sum;             /* sum_count for each entry */
    struct order_set orders;
    struct day_list days;
    struct sole currency_seen; /* of counted rows and refunds, where there must be one */
    struct sole symbol_seen;   /* beside amounts that no column gives a currency */
    struct rollup_state *next; /* of other customers */
    /* When finished: */
    uint32_t *rows;        /* entries by customer, currency, period */
    size_t row_count;
    size_t *day_at;        /* by entry: where its days begin in the list; one more than entries */
    uint64_t *order_count; /* by entry */
    uint64_t split_orders;
    uint32_t too_large; /* entry + 1 of the first customer whose orders' totals do not fit; 0: none */
};

/* The entry, new where there is none. `hash`: of the customer. */
uint32_t rollup_index_put(struct rollup_state *state, struct str customer, struct str currency,
                          uint64_t hash, int32_t period);
/* Asks for the memory that rollup_index_put will look at: of the index; then of the entry. */
void rollup_index_expect(const struct rollup_state *state, uint64_t hash);
void rollup_index_expect_entry(const struct rollup_state *state, uint64_t hash);

/* Its customer's id; dead at the next rollup_index_put. */
static inline struct str rollup_parts_id(const struct rollup_entry *entry)
{
    return (struct str){entry->id_length <= ROLLUP_PARTS_HEAD ? entry->head : entry->id,
                        entry->id_length};
}

#endif
