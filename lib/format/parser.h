/*
 * parser.h - the records of a block, and everything that can be wrong with them.
 *
 *     struct parser *parser = parser_new(dialect);                one a worker
 *     parser_start(parser, &block);
 *     while ((found = parser_next(parser, &record)) == PARSER_RECORD) ...
 *
 * Cells are slices of the block, or of the parser's arena where an escape had to be undone: they
 * live until the next parser_start. A blank line is no record, unless the header has one column.
 */
#ifndef CRM_PARSER_H
#define CRM_PARSER_H

#include "base/status.h"
#include "format/block.h"
#include "format/header.h"
#include "format/limits.h"
#include "format/plain.h"

enum parser_found {
    PARSER_RECORD,
    PARSER_BAD,    /* a record that does not fit the header: may be rejected, the next is sound */
    PARSER_BROKEN, /* broken structure: nothing behind it can be trusted */
    PARSER_END,
};

struct record {
    const struct str *cell; /* as many as the header has columns */
    uint32_t count;
    struct str raw;            /* as it stands in the block, without its line end */
    const char *const *start;  /* where each cell begins in the block; NULL: where it is */
};

/* Where a cell stands in the block. */
static inline const char *record_at(const struct record *record, size_t i)
{
    return record->start ? record->start[i] : record->cell[i].p;
}

#define PARSER_TOO_LONG \
    "a record is too long; is a quote not closed? (raise the limit with --limit row=N)"

/* How the reason begins where a command before this one has failed. */
#define PARSER_INCOMPLETE "input is incomplete: "

/* What the reader has found out; must outlive the parser. */
struct parser_dialect {
    bool json;      /* JSON Lines; else separated fields */
    char delimiter;
    struct limits limits;
    struct header header; /* no columns: the first record names them */
};

struct parser;

struct parser *parser_new(const struct parser_dialect *dialect);
/* `block` must live until the last record of it has been used. */
void parser_start(struct parser *parser, const struct block *block);
enum parser_found parser_next(struct parser *parser, struct record *record);
/* The plain records that come next, up to one that is not; none of a CSV block where not all are. They
 * live until the next call. */
void parser_plain(struct parser *parser, struct plain_rows *rows);
/* After the first `count` of those: what parser_next is to go on with. */
void parser_behind(struct parser *parser, const struct plain_rows *rows, size_t count);
/* After BAD or BROKEN: what is wrong and where. The text lives until the next parser_start. */
const char *parser_reason(const struct parser *parser);
const char *parser_where(const struct parser *parser);
/* Ends the run with what a parser has complained about: at its place, or, where a command before
 * this one has failed, in the words of that one. */
__attribute__((noreturn)) void parser_die(enum status status, const struct place *place,
                                          struct str reason);
void parser_free(struct parser *parser);

#endif
