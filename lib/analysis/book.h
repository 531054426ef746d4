/*
 * book.h - all scored customers, read and held until the last one is known, with those who have not
 * bought yet.
 *
 *     struct book book = {.scores = input, .roster = roster, .population = population};
 *     book_check(&book);                      before the first row
 *     book_read(&book, run);
 *
 * Every row must look back from the same day; nobody stands twice. Customers of the roster whom the
 * scores do not know follow as prospects.
 */
#ifndef CRM_BOOK_H
#define CRM_BOOK_H

#include "analysis/lifecycle.h"
#include "analysis/roster.h"
#include "base/seen.h"
#include "flow/held.h"

struct book_customer {
    struct lifecycle_days days;
    unsigned score[3];                /* r, f, m; 0: none */
    const struct roster_entry *entry; /* NULL where no roster has it */
};

/* Neither a prospect nor gone: there, but not told of. */
struct book_skipped {
    struct str id, currency;
};

struct book {
    struct input *scores;
    struct roster *roster; /* NULL: none */
    struct population *population;
    unsigned top_score;    /* larger scores are bad rows; 0: any may be */
    bool has_lifecycle;    /* the columns that a lifecycle is told by are there */
    struct held held;      /* the rows as read, without prospects */
    struct book_customer *customer;
    size_t count, room;
    size_t scored;         /* customers before the prospects */
    struct map groups;     /* of the population, by currency; prospects are one of their own */
    size_t currencies;     /* groups without the prospects */
    struct str currency;   /* the latest new one */
    struct book_skipped *skipped; /* who stands in rows that were rejected or excluded */
    size_t skipped_count, skipped_room;
    int32_t as_of;         /* of the rows; DATE_NONE where no column says it */
    int32_t latest;        /* purchase day of all, or DATE_NONE */
    struct seen seen;
    struct arena arena;
};

/* Ends the run where a column is missing that nothing works without. */
void book_check(struct book *book);
void book_read(struct book *book, struct flow_run *run);
/* The cell of a canonical column in a row of book->held. */
struct str book_cell(const struct book *book, const struct str *cells, int column);

/* g1 and g2 from the customers' own gaps, for those of `cuts` that are negative; returns how many
 * repeat customers told them. Without any, 90 and 365 days. */
size_t book_cuts(const struct book *book, struct lifecycle_cuts *cuts);

#endif
