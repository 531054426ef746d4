/*
 * purchases.h - the (order, day) pairs of many owners, to be told apart at the end.
 *
 *     purchases_add(&log, owner, order, day);         any order, repeats allowed
 *     for (page = 0; page < log.page_count; page++) {
 *         purchases_take(&log, page, &sheet);         owners of the page, each with its pairs
 *         ... sheet.purchase[sheet.from[i] .. sheet.from[i + 1] - 1] ...
 *     }
 *
 * Owners are numbers from 0 on, as they come. What is added is appended, 20 bytes a pair, to the page
 * of its owner: PURCHASES_PAGE owners, few enough that a page is put in order in the processor's
 * cache. A page that has grown drops its repeats. A zeroed struct is an empty log.
 */
#ifndef CRM_PURCHASES_H
#define CRM_PURCHASES_H

#include "analysis/order_key.h"

#define PURCHASES_PAGE 4096

struct purchase {
    struct order_key order;
    int32_t day;
    uint32_t owner;
};

struct purchases_chunk;

struct purchases_page {
    struct purchases_chunk *chunk; /* newest first */
    uint32_t used;                 /* of the newest */
    size_t chunks;
    size_t limit; /* chunks at which repeats are dropped */
};

struct purchases {
    struct purchases_page *page;
    size_t page_count, page_room;
    struct purchases_chunk *spare;
};

void purchases_add(struct purchases *log, uint32_t owner, struct order_key order, int32_t day);

/* The pairs of a page by owner; among those of an owner repeats may be left. */
struct purchases_sheet {
    struct purchase *purchase;
    size_t count, room;
    size_t from[PURCHASES_PAGE + 1]; /* by owner - page * PURCHASES_PAGE */
};

/* Moves a page's pairs into the sheet, which is zeroed or was used before. */
void purchases_take(struct purchases *log, size_t page, struct purchases_sheet *sheet);
/* By order, then day. */
void purchases_sort(struct purchase *purchase, size_t count);
void purchases_free(struct purchases *log);

#endif
