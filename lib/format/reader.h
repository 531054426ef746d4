/*
 * reader.h - an input as a header and blocks of whole records.
 *
 *     struct reader *reader = reader_open(source, &options);      format, delimiter, header
 *     while (reader_block(reader, &block)) {                      one thread, in order
 *         ... parser.h ...
 *         block_free(&block);
 *     }
 *     failure = reader_failure(reader);                           NULL at a proper end
 *
 * The reader only finds where records end; the parser (parser.h) checks everything.
 */
#ifndef CRM_READER_H
#define CRM_READER_H

#include "format/parser.h"
#include "io/source.h"

enum reader_format { READER_AUTO, READER_CSV, READER_TSV, READER_JSONL };

struct reader_options {
    enum reader_format format;
    char delimiter;        /* 0: recognise */
    bool lenient;          /* through libcsv */
    struct limits limits;
    size_t block_size;     /* bytes; 0 for the default of 128 KiB */
    const struct str *columns; /* JSON Lines: names that may come later */
    size_t column_count;
};

struct reader;

/* Reads the header. Ends the run where there is none. Takes the source over. */
struct reader *reader_open(struct source *source, const struct reader_options *options);
const struct header *reader_header(const struct reader *reader);
struct source *reader_source(const struct reader *reader);
enum reader_format reader_format(const struct reader *reader); /* never AUTO */
/* For parser_new. */
const struct parser_dialect *reader_dialect(const struct reader *reader);
const char *reader_format_name(const struct reader *reader); /* "csv", "tsv", "jsonl" */
/* Before the first block: drops the records behind the header that `is_heading` knows, up to the
 * first that it does not, `most` at the most. Returns how many. */
unsigned reader_drop(struct reader *reader, unsigned most,
                     bool (*is_heading)(void *context, const struct record *record), void *context);
/* Other names for the columns, as many as there are; not for JSON Lines, whose keys are the names. */
void reader_rename(struct reader *reader, const struct str *names);
/* The next records, at least one, in memory of their own; false at the end. */
bool reader_block(struct reader *reader, struct block *block);
/* How many bytes of the source, as it hands them out, stand before the next block. */
uint64_t reader_position(const struct reader *reader);

struct reader_failure {
    struct place place;
    const char *reason;
    enum status status;
};
/* After reader_block returned false: why the input ended early, or NULL. */
const struct reader_failure *reader_failure(const struct reader *reader);
void reader_close(struct reader *reader);

#endif
