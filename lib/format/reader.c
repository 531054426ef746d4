#include "base/base.h"

#include "base/buf.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "format/csvscan.h"
#include "format/lenient.h"
#include "format/reader.h"
#include "format/sniff.h"

#define BLOCK_SIZE ((size_t)128 << 10)

struct reader {
    struct source *source;
    struct reader_options options;
    struct parser_dialect dialect; /* with the header */
    struct str name;
    struct buf pending;           /* bytes behind the last block */
    size_t scanned;               /* bytes of pending that the split has seen */
    size_t record_end;            /* end of the last whole record among them */
    struct csvscan_split split;
    uint64_t line;                /* on which pending begins */
    bool ended;                   /* the source has no more */
    bool failed;
    bool too_long;
    struct reader_failure failure;
    struct block first;           /* what stands behind the header, not yet handed out */
};

const struct header *reader_header(const struct reader *reader)
{
    return &reader->dialect.header;
}

struct source *reader_source(const struct reader *reader)
{
    return reader->source;
}

enum reader_format reader_format(const struct reader *reader)
{
    return reader->options.format;
}

const struct parser_dialect *reader_dialect(const struct reader *reader)
{
    return &reader->dialect;
}

const char *reader_format_name(const struct reader *reader)
{
    static const char *const names[] = {"auto", "csv", "tsv", "jsonl"};
    return names[reader->options.format];
}

const struct reader_failure *reader_failure(const struct reader *reader)
{
    return reader->failed ? &reader->failure : NULL;
}

/* Position behind the last whole record of bytes not seen before, or 0. */
static size_t last_end(struct reader *reader, struct str fresh)
{
    if (reader->options.format != READER_JSONL) {
        return csvscan_last_end(&reader->split, fresh);
    }
    const char *at = fresh.n ? memrchr(fresh.p, '\n', fresh.n) : NULL;
    return at ? (size_t)(at - fresh.p) + 1 : 0;
}

static void scan_fresh(struct reader *reader)
{
    struct str all = buf_view(&reader->pending);
    size_t end = last_end(reader, str_slice(all, reader->scanned, all.n));
    if (end > 0) {
        reader->record_end = reader->scanned + end;
    }
    reader->scanned = all.n;
}

/* Reads until a whole record is there and the block is full, or until the end. */
static void fill(struct reader *reader)
{
    size_t wanted = reader->options.block_size;
    while (!reader->ended && (reader->pending.n < wanted || reader->record_end == 0)) {
        /* One more byte: the CR of a line end whose LF is still to come. */
        if (reader->record_end == 0 && reader->pending.n > reader->options.limits.row + 1) {
            reader->too_long = true;
            return;
        }
        size_t room = reader->pending.n < wanted ? wanted - reader->pending.n : wanted;
        char *at = buf_reserve(&reader->pending, room);
        size_t n = source_read(reader->source, at, room);
        reader->pending.n += n;
        if (n == 0) {
            reader->ended = true;
        }
        scan_fresh(reader);
    }
}

static void fail(struct reader *reader, const char *reason, enum status status, uint64_t line)
{
    reader->failed = true;
    reader->failure = (struct reader_failure){{reader->name, line, 0, {NULL, 0}}, reason, status};
}

/* Hands out pending[0..n) and keeps the rest. */
static void cut(struct reader *reader, size_t n, bool complete, struct block *block)
{
    struct buf taken = reader->pending;
    buf_init(&reader->pending, taken.ceiling);
    buf_reserve(&reader->pending, taken.n - n + reader->options.block_size);
    buf_bytes(&reader->pending, taken.p + n, taken.n - n);
    *block = (struct block){{taken.p, n}, reader->line, complete, reader->name, taken.p};
    reader->line += str_count(block->bytes, '\n');
    reader->scanned -= n;
    reader->record_end = 0;
}

static bool next_block(struct reader *reader, struct block *block)
{
    if (reader->failed) {
        return false;
    }
    fill(reader);
    size_t n = reader->record_end;
    if (n > 0) {
        cut(reader, n, true, block);
        return true;
    }
    if (reader->too_long) {
        fail(reader, PARSER_TOO_LONG, STATUS_DATA, reader->line);
        reader->failure.place.column = 1;
        cut(reader, reader->pending.n, false, block); /* the parser may know better why */
        return true;
    }
    if (source_error(reader->source)) {
        fail(reader, source_error(reader->source), source_error_status(reader->source), 0);
        return false; /* what is left is not a whole record */
    }
    if (reader->pending.n > 0) {
        cut(reader, reader->pending.n, true, block); /* the last line has no line end */
        return true;
    }
    return false;
}

bool reader_block(struct reader *reader, struct block *block)
{
    if (reader->first.memory) {
        *block = reader->first;
        reader->first = (struct block){0};
        if (block->bytes.n > 0) {
            return true;
        }
        block_free(block);
    }
    return next_block(reader, block);
}

uint64_t reader_position(const struct reader *reader)
{
    return source_bytes(reader->source) - reader->pending.n - reader->first.bytes.n;
}

static void recognise(struct reader *reader)
{
    struct reader_options *o = &reader->options;
    struct str head = source_peek(reader->source);
    struct str name = reader->name;
    if (o->format == READER_AUTO) {
        bool tsv = str_ends(name, S(".tsv")) || str_ends(name, S(".tsv.gz"));
        o->format = sniff_is_json(head) ? READER_JSONL : tsv ? READER_TSV : READER_CSV;
    }
    if (o->format == READER_JSONL) {
        return;
    }
    if (!o->delimiter) {
        o->delimiter = o->format == READER_TSV ? '\t' : sniff_delimiter(head);
    }
    if (o->lenient) {
        struct lenient_options lenient = {o->delimiter, o->limits.row};
        source_push(reader->source, lenient_wrap, &lenient);
    }
}

/* Drops a record from the front of the first block, with its line end. */
static void behind(struct block *block, const struct record *record)
{
    const char *end = record->raw.p + record->raw.n;
    const char *limit = block->bytes.p + block->bytes.n;
    end += end < limit && *end == '\r';
    end += end < limit && *end == '\n';
    size_t used = (size_t)(end - block->bytes.p);
    block->line += str_count(str_slice(block->bytes, 0, used), '\n');
    block->bytes = str_slice(block->bytes, used, block->bytes.n);
}

static void check_columns(struct reader *reader, size_t count)
{
    if (count > reader->options.limits.columns) {
        die(STATUS_DATA, "%.*s: %zu columns; at most %" PRIu64 " (raise it with --limit columns=N)",
            STRF(reader->name), count, reader->options.limits.columns);
    }
}

/* The names of the first record: the whole of a CSV header, the keys of a JSON object. */
static void read_header(struct reader *reader)
{
    struct parser *parser = parser_new(&reader->dialect);
    struct record record = {0};
    enum parser_found found = PARSER_END;
    while (found == PARSER_END && next_block(reader, &reader->first)) {
        parser_start(parser, &reader->first);
        found = parser_next(parser, &record);
        if (found == PARSER_END) {
            block_free(&reader->first);
        }
    }
    if (found == PARSER_BROKEN || found == PARSER_BAD) {
        struct place place = block_place(&reader->first, parser_where(parser), S(""));
        parser_die(STATUS_DATA, &place, str_of(parser_reason(parser)));
    }
    if (found == PARSER_END) {
        const struct reader_failure *failure = reader_failure(reader);
        if (failure) {
            die_at(failure->status, &failure->place, "%s", failure->reason);
        }
        die(STATUS_DATA, "%.*s: empty input: a line with the names of the columns is needed",
            STRF(reader->name));
    }
    bool json = reader->options.format == READER_JSONL;
    check_columns(reader, record.count);
    header_set(&reader->dialect.header, record.cell, record.count);
    if (!json) {
        behind(&reader->first, &record);
    }
    for (size_t i = 0; json && i < reader->options.column_count; i++) {
        if (header_find(&reader->dialect.header, reader->options.columns[i]) < 0) {
            header_add(&reader->dialect.header, reader->options.columns[i]);
        }
    }
    parser_free(parser);
}

unsigned reader_drop(struct reader *reader, unsigned most,
                     bool (*is_heading)(void *context, const struct record *record), void *context)
{
    struct parser *parser = parser_new(&reader->dialect);
    struct record record = {0};
    unsigned dropped = 0;
    while (dropped < most) {
        if (!reader->first.memory && !next_block(reader, &reader->first)) {
            break;
        }
        parser_start(parser, &reader->first);
        enum parser_found found = parser_next(parser, &record);
        if (found == PARSER_END) { /* nothing but blank lines */
            block_free(&reader->first);
            continue;
        }
        if (found != PARSER_RECORD || !is_heading(context, &record)) {
            break;
        }
        behind(&reader->first, &record);
        dropped++;
    }
    parser_free(parser);
    return dropped;
}

void reader_rename(struct reader *reader, const struct str *names)
{
    struct header renamed = {0};
    header_set(&renamed, names, reader->dialect.header.count);
    header_free(&reader->dialect.header);
    reader->dialect.header = renamed;
}

struct reader *reader_open(struct source *source, const struct reader_options *options)
{
    struct reader *reader = mem_new(1, sizeof *reader);
    reader->source = source;
    reader->options = *options;
    reader->name = str_of(source_name(source));
    reader->line = 1;
    buf_init(&reader->pending, BUF_UNBOUNDED); /* fill() stops at limits.row plus a block */
    if (reader->options.block_size == 0) {
        reader->options.block_size = BLOCK_SIZE;
    }
    recognise(reader);
    reader->dialect.json = reader->options.format == READER_JSONL;
    reader->dialect.delimiter = reader->options.delimiter;
    reader->dialect.limits = reader->options.limits;
    read_header(reader);
    if (reader->dialect.header.renamed > 0) {
        say_notice("%.*s: %zu column names stand more than once: the later ones get _2, _3",
                   STRF(reader->name), reader->dialect.header.renamed);
    }
    if (reader->dialect.header.unnamed > 0) {
        say_notice("%.*s: %zu columns have no name: they are called column_N by position",
                   STRF(reader->name), reader->dialect.header.unnamed);
    }
    return reader;
}

void reader_close(struct reader *reader)
{
    block_free(&reader->first);
    buf_free(&reader->pending);
    header_free(&reader->dialect.header);
    source_close(reader->source);
    free(reader);
}
