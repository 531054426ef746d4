#include "base/base.h"

#include "analysis/book_row.h"
#include "base/mem.h"

static void kept_customer(const struct book_kept *kept, struct book_customer *customer)
{
    *customer = (struct book_customer){
        {DATE_NONE, kept->last, kept->prev, kept->prev2, kept->days, kept->gap_max},
        {kept->score[0], kept->score[1], kept->score[2]}};
}

void book_walk_init(struct book_walk *walk, const struct book *book, bool lines)
{
    *walk = (struct book_walk){
        .book = book,
        .lines = lines,
        .parser = parser_new(reader_dialect(book->scores->reader)),
        .row = {.input = book->scores, .block = &walk->block, .worker = &walk->worker}};
    buf_init(&walk->bytes, BUF_UNBOUNDED);
}

void book_walk_begin(struct book_walk *walk, size_t block)
{
    const struct book *book = walk->book;
    arena_reset(&walk->worker.arena);
    again_block(&book->again, block, &walk->bytes, &walk->block);
    walk->customer = book->block[block].first - 1; /* the one before */
    walk->rest = walk->line = (struct str){0};
    if (walk->lines && book->block[block].bare) {
        walk->rest = walk->block.bytes;
        return;
    }
    parser_start(walk->parser, &walk->block);
    walk->plain.count = walk->at = 0;
    if (!reader_dialect(book->scores->reader)->json && book_row_is_plain(book)) {
        parser_plain(walk->parser, &walk->plain);
    }
    walk->record = (uint64_t)block << 25;
    size_t from = 0, to = book->left_out_count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        from = book->left_out[middle] < walk->record ? middle + 1 : from;
        to = book->left_out[middle] < walk->record ? to : middle;
    }
    walk->left_out = from;
}

/* Steps over the record at hand; false where it is no customer's. */
static bool is_taken(struct book_walk *walk)
{
    const struct book *book = walk->book;
    uint64_t record = walk->record++;
    if (walk->left_out < book->left_out_count && book->left_out[walk->left_out] == record) {
        walk->left_out++;
        return false;
    }
    walk->customer++;
    return true;
}

/* It was sound when it was read first. */
static void read_again(struct book_walk *walk)
{
    walk->found = (struct book_customer){book_row_no_days, {0, 0, 0}};
    book_row_scores(walk->book, &walk->row, walk->found.score);
    book_row_days(walk->book, &walk->row, &walk->found.days);
}

/* The row at hand as a record. */
static void parse(struct book_walk *walk)
{
    if (walk->is_plain) {
        parser_behind(walk->parser, &walk->plain, walk->at - 1);
        parser_next(walk->parser, &walk->row.record);
        walk->is_plain = false;
    }
}

static bool next_line(struct book_walk *walk)
{
    if (walk->rest.n == 0) {
        return false;
    }
    const char *end = memchr(walk->rest.p, '\n', walk->rest.n);
    size_t n = end ? (size_t)(end - walk->rest.p) : walk->rest.n;
    bool cr = n > 0 && walk->rest.p[n - 1] == '\r';
    walk->line = str_slice(walk->rest, 0, n - cr);
    walk->rest = str_slice(walk->rest, n + 1, walk->rest.n);
    walk->customer++;
    kept_customer(&walk->book->kept[walk->customer], &walk->found);
    return true;
}

bool book_walk_next(struct book_walk *walk)
{
    if (walk->rest.p) {
        return next_line(walk);
    }
    for (;;) {
        bool plain = walk->plain.count > 0;
        walk->is_plain = plain;
        if (plain && walk->at == walk->plain.count) {
            return false;
        }
        if (plain) {
            walk->plain_row = plain_row_at(&walk->plain, walk->at++);
        } else {
            enum parser_found found = parser_next(walk->parser, &walk->row.record);
            if (found == PARSER_BAD) {
                continue;
            }
            if (found != PARSER_RECORD) {
                return false;
            }
        }
        if (!is_taken(walk)) {
            continue;
        }
        if (!plain || !book_row_plain(walk->book, &walk->plain_row, &walk->found)) {
            parse(walk);
            read_again(walk);
        }
        return true;
    }
}

void book_walk_cells(struct book_walk *walk, struct str *cells)
{
    parse(walk);
    memcpy(cells, walk->row.record.cell, walk->book->scores->header->count * sizeof *cells);
}

void book_walk_free(struct book_walk *walk)
{
    parser_free(walk->parser);
    arena_free(&walk->worker.arena);
    free(walk->worker.problem);
    buf_free(&walk->bytes);
}
