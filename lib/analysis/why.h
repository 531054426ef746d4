/*
 * why.h - what churned customers have in common before they went silent, against retained ones.
 *
 *     why_init(&why, &settings);
 *     rollup_run(..., why_take, &why, ...)              by day
 *     if (!why_settle(&why, as_of)) ...                 as_of is too early: why.cut_that_does
 *     why_ticket(), why_tickets_end(), why_answer()     one by one, in any order
 *     why_behaviour(&why); why_complaints(&why); why_mix(&why, mix); why_column(&why, name, cells)
 *     why_test(&why)                                    why.row is the table
 *
 * Who counts, until when, and who churned:
 *
 *   with a cut      customers with a purchase on or before it who were not silent on it for longer
 *                   than g2. What lies behind the cut is not looked at, but for the outcome:
 *                   churned is who buys nothing from the day after the cut to `until`, g2 days
 *                   (rounded up) or `window` later. g2 is told by the days up to the cut.
 *   without one     all customers. Each ends on its own last purchase day; churned is who has been
 *                   silent for longer than g2 on as_of.
 *
 * A factor has levels. A level is tested against all others of whom the factor is known: odds ratio
 * and Fisher's exact test (stats/odds.h), with q values over all tests (stats/multiple.h). Levels
 * of fewer than WHY_LEAST customers, or with fewer others, are counted and not tested.
 *
 * Numbers are cut into bands at their quartiles (type 7), a band reaching to its cut inclusive;
 * satisfaction into terciles. Columns of text are levels as they stand; "(missing)" is a level.
 *
 * Memory: a struct why_customer each, 24 bytes a ticket.
 */
#ifndef CRM_WHY_H
#define CRM_WHY_H

#include "analysis/mix.h"
#include "analysis/rollup_row.h"
#include "stats/odds.h"

#define WHY_LEAST 5       /* customers of a level, and others, to be tested */
#define WHY_TICKET_DAYS 365 /* up to the end that tickets count in */

struct why_settings {
    int32_t cut;             /* DATE_NONE: none */
    struct date_span window; /* count 0: g2 */
    double g1, g2;           /* days; negative: from the data (analysis/lifecycle.h) */
    bool ignore_refunds;
};

struct why_customer {
    struct str id;
    int32_t first, last; /* purchase days up to the end */
    int32_t end;         /* what was known on it counts */
    int32_t next;        /* first purchase day after the cut */
    uint64_t days, orders;
    double spend, open_spend; /* up to the end; since the last purchase day */
    bool refunded, open_refunded;
    bool in, churned;
    bool judged, late;   /* an answer to a ticket is known, or overdue; one was late */
    uint32_t tickets, answers;
    double score;        /* sum of the answers */
};

struct why_row {
    struct str factor, level;
    uint64_t n, churned, other_n, other_churned;
    struct odds odds;
    double rate, other_rate, lift, p, q;
};

struct why_wait {
    size_t customer;
    double hours;
    bool answered;
};

struct why {
    struct why_settings settings;
    struct why_customer *customer;
    size_t count, room;
    struct map index; /* of customers; after why_settle */
    double g2;
    size_t repeaters; /* that told it */
    int32_t as_of;
    int32_t until;         /* with a cut: last day of the outcome */
    int32_t cut_that_does; /* where as_of does not reach `until` */
    uint64_t population, churned;
    struct why_wait *wait;
    size_t waits, wait_room;
    double late_hours; /* median of the answers; NaN: none is known */
    struct why_row *row;
    size_t rows, row_room;
    uint64_t untested;
    struct arena arena;
};

void why_init(struct why *why, const struct why_settings *settings);
void why_take(void *context, const struct rollup_row *row);
/* False where as_of lies before the last day of the outcome. */
bool why_settle(struct why *why, int32_t as_of);

enum why_fate { WHY_COUNTED, WHY_NOBODY, WHY_AFTER, WHY_BEFORE };

/* From one to the other; of whole days where one has no time of day. */
double why_hours(const struct stamp *from, const struct stamp *to);
/* A ticket and its first answer, NULL where there is none. Nobody: not of the population; after the
 * end, or more than WHY_TICKET_DAYS before it. An answer after the end is none yet: the ticket has
 * waited until the end of that day. */
enum why_fate why_ticket(struct why *why, struct str customer, const struct stamp *opened,
                         const struct stamp *answered);
/* After the last: who was answered late, by the median. */
void why_tickets_end(struct why *why);
/* An answer of a survey. */
enum why_fate why_answer(struct why *why, struct str customer, int32_t day, double score);

/* purchase_days, order_value, tenure, refund. */
void why_behaviour(struct why *why);
/* complaint and late_answer; satisfaction. */
void why_complaints(struct why *why);
void why_satisfaction(struct why *why);
/* order_category, order_channel: bought any of it; discount. */
void why_mix(struct why *why, const struct mix *mix);
/* A column of the customers, its cells in their order, blanks trimmed. NULL, or why it is not
 * used. */
const char *why_column(struct why *why, struct str name, const struct str *cells);
/* Why a column is not used whatever it holds - it tells persons apart, is a date, or, where
 * `knows_silence`, is told by the silence that is to be explained - else NULL. */
const char *why_leaves_out(struct arena *scratch, struct str name, bool knows_silence);
/* q values of the rows, sorted by q, lift (largest first), factor, level; there are none where
 * nobody or everybody churned. */
void why_test(struct why *why);
void why_free(struct why *why);

#endif
