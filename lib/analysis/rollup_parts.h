/*
 * rollup_parts.h - the inside of a rollup_state, for its files: rollup_state.c takes rows in,
 * rollup_index.c finds a customer's entry, rollup_days.c makes days and orders of what was listed,
 * rollup_rows.c the finished rows.
 */
#ifndef CRM_ROLLUP_PARTS_H
#define CRM_ROLLUP_PARTS_H

#include "analysis/order_totals.h"
#include "analysis/purchases.h"
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

#define ROLLUP_PARTS_ID 16

/* A customer's id in two words: at most ROLLUP_PARTS_ID bytes themselves, of a longer one its place and
 * length. */
static inline void rollup_id_of(struct str id, uint64_t word[2])
{
    if (id.n <= ROLLUP_PARTS_ID) {
        str_words(id, word);
    } else {
        word[0] = (uint64_t)(uintptr_t)id.p;
        word[1] = id.n;
    }
}

/* Days next to the first and the last one; DATE_NONE where there is none. */
struct rollup_near {
    int32_t second, prev, prev2;
};

/* A customer (in a currency, in a period): what adds up while rows come in, in one line of the
 * processor's cache. */
struct rollup_entry {
    char id[ROLLUP_PARTS_ID]; /* as it stands; of a longer one the copy's place and length */
    int64_t amount, first_amount;
    union {
        struct order_key last_order; /* listed last, with last_day, not to list it again */
        struct rollup_near near;     /* of totals, which list nothing */
    };
    int32_t last_day; /* of the purchase listed last; of totals the latest of all */
    int32_t period;
    int32_t first;      /* earliest purchase day, or DATE_NONE */
    uint32_t rows;      /* counted */
    uint16_t id_length; /* ROLLUP_PARTS_LONG: of a longer one */
    uint16_t currency;  /* place in the state's currencies */
};

#define ROLLUP_PARTS_LONG UINT16_MAX
/* In the last word of a listed order's key: its total is its money. */
#define ROLLUP_PARTS_BY_TOTAL ((uint32_t)1 << 31)

struct rollup_refunds {
    uint64_t count;
    int64_t amount;
};

/* The entries of a customer, where there is one for each period. */
struct rollup_chain {
    uint32_t owner; /* the first of them, whose purchases are those of all */
    uint32_t next;  /* entry + 1; 0: the last */
};

/* What is known of an entry's days and orders when all rows are in. */
struct rollup_days {
    uint64_t gap_sq, gap_max;
    uint32_t orders, days;
    int32_t second, last, prev, prev2; /* meaningful by `days` */
};

struct rollup_state {
    const struct rollup_settings *settings;
    bool plain; /* no sums and kept columns besides */
    struct arena memory;
    struct {
        uint64_t *slot; /* upper half of the hash, and entry + 1; 0: free */
        size_t room;    /* a power of two */
    } index;
    struct rollup_entry *entry;     /* a mem_table, as the next two */
    struct rollup_refunds *refunds; /* by entry; NULL while there are none */
    struct rollup_chain *chain;     /* by entry; NULL where a customer has but one */
    size_t entry_count, entry_room;
    struct str *currency; /* those that occur; few */
    uint32_t currency_count;
    char code_last[4], sole[4]; /* of the row before: its currency; that it has been seen to be the sole */
    bool sole_known;
    uint32_t currency_last; /* place of code_last */
    struct rollup_kept *kept; /* keep_count for each entry */
    int64_t *sum;             /* sum_count for each entry */
    struct purchases purchases;
    struct order_totals totals;
    struct sole currency_seen; /* of counted rows and refunds, where there must be one */
    struct sole symbol_seen;   /* beside amounts that no column gives a currency */
    struct rollup_state *next; /* of other customers */
    /* When finished: */
    struct rollup_days *days; /* by entry; a mem_table */
    uint32_t *rows;           /* entries by customer, currency, period */
    uint64_t *head;           /* by row: how its customer's id begins, to sort by */
    size_t row_count;
    uint64_t split_orders;
    uint32_t too_large; /* entry + 1 of the first customer whose orders' totals do not fit; 0: none */
    uint32_t two_moneys; /* the same of one with an order that has an amount and a total */
};

/* The entry, new where there is none. `hash`: of the customer. */
uint32_t rollup_index_put(struct rollup_state *state, const uint64_t id[2], size_t id_length,
                          uint32_t currency, uint64_t hash, int32_t period);
/* Place of a currency, which is new where it is not there. */
uint32_t rollup_index_currency(struct rollup_state *state, struct str currency);
/* Asks for the memory that rollup_index_put will look at: of the index; then of the entry. */
void rollup_index_expect(const struct rollup_state *state, uint64_t hash, int32_t period);
void rollup_index_expect_entry(const struct rollup_state *state, uint64_t hash, int32_t period);
void rollup_index_free(struct rollup_state *state);

/* Where the entry's refunds are added up. */
struct rollup_refunds *rollup_index_refunds(struct rollup_state *state, uint32_t entry);

/* Days and orders of all entries from what was listed, which goes. */
void rollup_days_finish(struct rollup_state *state);

/* As qsort wants it, of states and entries: by customer, currency, period. */
int rollup_parts_compare(const struct rollup_state *s, uint32_t a, const struct rollup_state *t,
                         uint32_t b);

/* The entry whose purchases are those of all of the customer's entries. */
static inline uint32_t rollup_parts_owner(const struct rollup_state *state, uint32_t entry)
{
    return state->chain ? state->chain[entry].owner : entry;
}

/* Its customer's id; dead at the next rollup_index_put. */
static inline struct str rollup_parts_id(const struct rollup_entry *entry)
{
    if (entry->id_length != ROLLUP_PARTS_LONG) {
        return (struct str){entry->id, entry->id_length};
    }
    struct str id;
    memcpy(&id, entry->id, sizeof id);
    return id;
}

/* Whether any row has stayed: else its only rows were rejected. */
static inline bool rollup_parts_used(const struct rollup_state *state, uint32_t entry)
{
    return state->entry[entry].rows > 0 || (state->refunds && state->refunds[entry].count > 0);
}

#endif
