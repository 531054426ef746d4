/*
 * draw.h - what the sample companies are made with: random numbers, buyers, CSV fields, files.
 *
 *     draw_seed(1886);
 *     int buyers = make_buyers(kinds, COUNT_OF(kinds));
 *     sort_orders();
 *     for (int i = 0; i < order_count; i++) { ... orders[i] ... }
 *
 * A program of its own, not part of libcrm: one run, one thread, so the state is file-wide and dies
 * with it. Where something cannot be written the run ends.
 */
#ifndef DRAW_H
#define DRAW_H

#include "base/buf.h"

#define DAYS 731 /* 2023-01-01 to 2024-12-31; day 0 is the first */
#define MOST_ORDERS 2000
#define MOST_BUYERS 256

/* How a sort of buyer behaves. */
struct kind {
    int count;
    int first_from, first_to; /* days between which the first order falls */
    int last_to;              /* no order after this day */
    int gap;                  /* mean days between orders; 0: one order only */
    int slowing;              /* percent by which each gap exceeds the one before */
    int lines;                /* order lines at most */
    int size;                 /* multiplies quantities and amounts */
};

struct order {
    int day;
    int second; /* of the day */
    int buyer;  /* from 1; 0: nobody signed in */
    int lines;
    int size;
    int number; /* position among all orders before sorting: settles ties */
};

extern struct order orders[MOST_ORDERS];
extern int order_count;
extern int joined[MOST_BUYERS]; /* day of the buyer's first order, or of signing up */

void draw_seed(uint64_t seed);
/* A number from 0 to n - 1. */
uint32_t below(size_t n);
bool chance(unsigned percent);
#define PICK(table) ((table)[below(COUNT_OF(table))])

/* Forgets all orders and makes those of all kinds of buyers, dealt like cards so that ids tell
 * nothing. Returns how many buyers there are. */
int make_buyers(const struct kind *kinds, size_t kind_count);
void add_order(int day, int buyer, const struct kind *kind);
/* By time. */
void sort_orders(void);

struct date {
    int year, month, day;
};
struct date date_of(int day);

/* A CSV field, quoted where it must be, after a comma unless it is the first of its row. */
void field(struct buf *b, const char *text);
__attribute__((format(printf, 2, 3))) void fieldf(struct buf *b, const char *format, ...);
void write_file(const char *directory, const char *name, struct str bytes);

/* Write their files into the directory's shop/ and trading/. */
void make_shop(const char *directory);
void make_trading(const char *directory);
void make_surveys(const char *directory);
void make_tickets(const char *directory);

#endif
