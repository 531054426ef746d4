/*
 * records.h - all records of a text, read as commands read them: source, reader, parser.
 *
 *     struct records *r = records_read(records_source(text, 100), &options);
 *     r->row[0].cell[2] ...                everything lives until records_free
 *
 * A fault of the header ends the process (child.h); later ones are kept.
 */
#ifndef CRM_RECORDS_H
#define CRM_RECORDS_H

#include "stage.h"

#include "format/reader.h"

struct records_row {
    struct str *cell;
    size_t count;
    struct str raw;
    struct str bad;     /* why the parser calls it PARSER_BAD; p NULL where it does not */
    struct place where; /* of the first cell; of the fault where it is bad */
};

struct records {
    struct arena arena;
    struct str *name;
    size_t columns;
    char delimiter;
    enum reader_format format;
    struct records_row *row;
    size_t count, room;
    struct str broken; /* why the parser stopped; p NULL where it came to the end */
    struct place broken_at;
    struct str failure; /* why the reader stopped; p NULL at a proper end */
    struct place failure_at;
    enum status failure_status;
};

/* A source over memory that hands out `chunk` bytes a read. */
static inline struct source *records_source(struct str text, size_t chunk)
{
    struct source_options none = {0};
    return source_from_stage("memory", &memory_stage(text, chunk)->stage, &none);
}

static inline struct place records_place(struct records *r, const struct block *block,
                                         const char *at)
{
    struct place place = block_place(block, at, S(""));
    place.file = arena_str(&r->arena, place.file);
    return place;
}

static inline void records_keep(struct records *r, const struct block *block,
                                const struct record *record, struct str bad, const char *at)
{
    if (r->count == r->room) {
        r->room = mem_capacity(r->room, r->count + 1);
        r->row = mem_grow(r->row, r->room, sizeof *r->row);
    }
    struct records_row *row = &r->row[r->count++];
    *row = (struct records_row){.count = record->count, .bad = bad};
    row->raw = arena_str(&r->arena, record->raw);
    row->where = records_place(r, block, at);
    row->cell = arena_alloc(&r->arena, (record->count + 1) * sizeof *row->cell);
    for (size_t i = 0; i < record->count; i++) {
        row->cell[i] = arena_str(&r->arena, record->cell[i]);
    }
}

static inline void records_parse(struct records *r, struct parser *parser,
                                 const struct block *block)
{
    struct record record;
    enum parser_found found;
    parser_start(parser, block);
    while ((found = parser_next(parser, &record)) == PARSER_RECORD || found == PARSER_BAD) {
        if (found == PARSER_RECORD) {
            records_keep(r, block, &record, (struct str){NULL, 0}, record_at(&record, 0));
        } else {
            struct str reason = arena_str(&r->arena, str_of(parser_reason(parser)));
            records_keep(r, block, &record, reason, parser_where(parser));
        }
    }
    if (found == PARSER_BROKEN && !r->broken.p) {
        r->broken = arena_str(&r->arena, str_of(parser_reason(parser)));
        r->broken_at = records_place(r, block, parser_where(parser));
    }
}

static inline struct records *records_read(struct source *source,
                                           const struct reader_options *options)
{
    struct records *r = mem_new(1, sizeof *r);
    struct reader *reader = reader_open(source, options);
    const struct header *header = reader_header(reader);
    r->columns = header->count;
    r->name = arena_alloc(&r->arena, (header->count + 1) * sizeof *r->name);
    for (size_t i = 0; i < header->count; i++) {
        r->name[i] = arena_str(&r->arena, header->name[i]);
    }
    r->delimiter = reader_dialect(reader)->delimiter;
    r->format = reader_format(reader);
    struct parser *parser = parser_new(reader_dialect(reader));
    struct block block;
    while (reader_block(reader, &block)) {
        if (!r->broken.p) {
            records_parse(r, parser, &block);
        }
        block_free(&block);
    }
    const struct reader_failure *failure = reader_failure(reader);
    if (failure) {
        r->failure = arena_str(&r->arena, str_of(failure->reason));
        r->failure_at = failure->place;
        r->failure_at.file = arena_str(&r->arena, failure->place.file);
        r->failure_status = failure->status;
    }
    parser_free(parser);
    reader_close(reader);
    return r;
}

/* Whether both have the same names, cells, complaints and places. */
static inline bool records_equal(const struct records *a, const struct records *b)
{
    bool equal = a->columns == b->columns && a->count == b->count && str_eq(a->broken, b->broken) &&
                 a->broken_at.line == b->broken_at.line &&
                 a->broken_at.column == b->broken_at.column;
    for (size_t i = 0; equal && i < a->columns; i++) {
        equal = str_eq(a->name[i], b->name[i]);
    }
    for (size_t i = 0; equal && i < a->count; i++) {
        const struct records_row *x = &a->row[i];
        const struct records_row *y = &b->row[i];
        equal = x->count == y->count && str_eq(x->bad, y->bad) && x->where.line == y->where.line &&
                x->where.column == y->where.column;
        for (size_t k = 0; equal && k < x->count; k++) {
            equal = str_eq(x->cell[k], y->cell[k]);
        }
    }
    return equal;
}

static inline void records_free(struct records *r)
{
    arena_free(&r->arena);
    free(r->row);
    free(r);
}

#endif
