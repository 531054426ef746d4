#include "base/base.h"

#include "analysis/purchases.h"
#include "base/mem.h"

#define CHUNK 800      /* pairs: 16 KB */
#define FIRST_LIMIT 128 /* chunks */

struct purchases_chunk {
    struct purchases_chunk *next;
    struct purchase purchase[CHUNK];
};

static void add_chunk(struct purchases *log, struct purchases_page *page)
{
    struct purchases_chunk *chunk = log->spare;
    if (chunk) {
        log->spare = chunk->next;
    } else {
        chunk = mem_grow(NULL, 1, sizeof *chunk);
    }
    chunk->next = page->chunk;
    page->chunk = chunk;
    page->used = 0;
    page->chunks++;
}

static void append(struct purchases *log, struct purchases_page *page,
                   const struct purchase *purchase)
{
    if (!page->chunk || page->used == CHUNK) {
        add_chunk(log, page);
    }
    page->chunk->purchase[page->used++] = *purchase;
}

static int by_order(const void *a, const void *b)
{
    const struct purchase *x = a, *y = b;
    uint64_t low_x = order_key_low(x->order), low_y = order_key_low(y->order);
    if (low_x != low_y) {
        return low_x < low_y ? -1 : 1;
    }
    if (x->order.word[2] != y->order.word[2]) {
        return x->order.word[2] < y->order.word[2] ? -1 : 1;
    }
    return (x->day > y->day) - (x->day < y->day);
}

void purchases_sort(struct purchase *purchase, size_t count)
{
    qsort(purchase, count, sizeof *purchase, by_order);
}

/* Repeats go; where there were few, the page may grow further before the next look. */
static void drop_repeats(struct purchases *log, size_t number)
{
    struct purchases_sheet *sheet = mem_new(1, sizeof *sheet);
    struct purchases_page *page = &log->page[number];
    purchases_take(log, number, sheet);
    for (size_t owner = 0; owner < PURCHASES_PAGE; owner++) {
        size_t from = sheet->from[owner], to = sheet->from[owner + 1];
        purchases_sort(sheet->purchase + from, to - from);
        for (size_t i = from; i < to; i++) {
            if (i == from || by_order(&sheet->purchase[i - 1], &sheet->purchase[i]) != 0) {
                append(log, page, &sheet->purchase[i]);
            }
        }
    }
    page->limit = page->chunks * 4 < FIRST_LIMIT ? FIRST_LIMIT : page->chunks * 4;
    free(sheet->purchase);
    free(sheet);
}

void purchases_add(struct purchases *log, uint32_t owner, struct order_key order, int32_t day)
{
    size_t number = owner / PURCHASES_PAGE;
    while (number >= log->page_count) {
        if (log->page_count == log->page_room) {
            log->page_room = mem_capacity(log->page_room, number + 1);
            log->page = mem_grow(log->page, log->page_room, sizeof *log->page);
        }
        log->page[log->page_count++] = (struct purchases_page){.limit = FIRST_LIMIT};
    }
    struct purchases_page *page = &log->page[number];
    if (page->used == CHUNK && page->chunks >= page->limit) {
        drop_repeats(log, number);
    }
    append(log, page, &(struct purchase){order, day, owner});
}

void purchases_take(struct purchases *log, size_t number, struct purchases_sheet *sheet)
{
    struct purchases_page *page = &log->page[number];
    size_t at[PURCHASES_PAGE] = {0};
    size_t used = page->used;
    sheet->count = 0;
    for (const struct purchases_chunk *c = page->chunk; c; c = c->next, used = CHUNK) {
        for (size_t i = 0; i < used; i++) {
            at[c->purchase[i].owner % PURCHASES_PAGE]++;
        }
        sheet->count += used;
    }
    if (sheet->count > sheet->room) {
        sheet->room = mem_capacity(sheet->room, sheet->count);
        free(sheet->purchase);
        sheet->purchase = mem_grow(NULL, sheet->room, sizeof *sheet->purchase);
    }
    sheet->from[0] = 0;
    for (size_t i = 0; i < PURCHASES_PAGE; i++) {
        sheet->from[i + 1] = sheet->from[i] + at[i];
        at[i] = sheet->from[i];
    }
    used = page->used;
    while (page->chunk) {
        struct purchases_chunk *c = page->chunk;
        for (size_t i = 0; i < used; i++) {
            sheet->purchase[at[c->purchase[i].owner % PURCHASES_PAGE]++] = c->purchase[i];
        }
        used = CHUNK;
        page->chunk = c->next;
        c->next = log->spare;
        log->spare = c;
    }
    page->used = 0;
    page->chunks = 0;
}

static void free_chunks(struct purchases_chunk *chunk)
{
    while (chunk) {
        struct purchases_chunk *next = chunk->next;
        free(chunk);
        chunk = next;
    }
}

void purchases_free(struct purchases *log)
{
    for (size_t i = 0; i < log->page_count; i++) {
        free_chunks(log->page[i].chunk);
    }
    free_chunks(log->spare);
    free(log->page);
    *log = (struct purchases){0};
}
