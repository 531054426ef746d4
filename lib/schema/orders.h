/*
 * orders.h - what an order is: the vocabulary of order statuses in English and Chinese, and the
 * state that a row is in.
 *
 * Statuses are compared folded (value/fold.h, fold_header). The user's own words come first. The
 * table itself is in orders.c.
 */
#ifndef CRM_ORDERS_H
#define CRM_ORDERS_H

#include "base/arena.h"
#include "base/map.h"

enum order_state {
    ORDER_COUNTED,     /* money came in */
    ORDER_REFUND,      /* money went back */
    ORDER_OPEN,        /* not paid yet, or not settled */
    ORDER_NOT_COUNTED, /* cancelled, failed, test */
    /* Of a status only: the whole order was paid and paid back. Its row is a refund of its own
     * amount, so that nothing remains of it. */
    ORDER_REVERSED,
    ORDER_UNKNOWN,
};

/* The words that the canonical column order_state is written with. */
const char *orders_state_name(enum order_state state);
/* ORDER_UNKNOWN for a word that is none of the four. */
enum order_state orders_state_named(struct str word);

struct orders_words; /* the vocabulary, with the user's additions; read-only once made */

/* `additions` are "WORD=STATE" of the command line; a bad one ends the run as a usage error. */
struct orders_words *orders_words_new(const char *const *additions, size_t count);
/* ORDER_UNKNOWN where no word fits. `arena` is scratch memory for folding. */
enum order_state orders_status(const struct orders_words *words, struct arena *arena,
                               struct str status);
/* The same; a word that was asked for before is not folded again. */
enum order_state orders_status_again(const struct orders_words *words, struct str status);

#endif
