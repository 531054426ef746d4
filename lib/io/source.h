/*
 * source.h - bytes in: file or stdin, decompressed and turned into UTF-8, one pull stage upon
 * another.
 *
 *     struct source_options options = {.encoding = NULL};
 *     struct source *source = source_open("orders.csv.gz", &options);    "-" is stdin
 *     n = source_read(source, p, room);
 *     if (n == 0 && source_error(source)) ...
 *     source_close(source);
 *
 * Opening reads up to 1 MiB ahead, since gzip, byte order mark, encoding and foreign formats are
 * told by the bytes. What opening meets (no such file, a directory, a spreadsheet, an unknown
 * encoding) ends the run with a message: nothing can be done about it. What comes later (truncated
 * gzip, a byte that does not fit the encoding, a read error) ends the stream early with
 * source_error() set, so that records before it are still processed in order and the error is
 * reported at its place.
 */
#ifndef CRM_SOURCE_H
#define CRM_SOURCE_H

#include "base/status.h"
#include "base/str.h"

struct source;

/* What a stage is to the one above it. */
struct source_stage {
    /* Up to `room` (> 0) bytes; 0 at the end or on error. */
    size_t (*read)(struct source_stage *stage, char *p, size_t room);
    void (*close)(struct source_stage *stage);
    /* Set once, when the stream ends on an error: what is wrong, without the file's name. */
    const char *error;
    enum status status;
};

struct source_options {
    bool document; /* holds no rows: what other programs' tables look like does not matter */
    const char *encoding; /* iconv name given by the user; NULL to recognise */
    uint64_t max_ratio;   /* gzip: most bytes out for one in, after the first MiB; 0 for 200 */
    uint64_t max_bytes;   /* most decoded bytes; 0 for no limit */
};

struct source *source_open(const char *path, const struct source_options *options);
/* The same over a stage of the caller's (tests, memory); `name` is used in messages. */
struct source *source_from_stage(const char *name, struct source_stage *stage,
                                 const struct source_options *options);
/* Whether this run has opened a regular file that is the same as `path`. */
bool source_has_read(const char *path);
/* Decoded UTF-8 bytes without byte order mark; 0 at the end or on error. */
size_t source_read(struct source *source, char *p, size_t room);
/* The first bytes that source_read will return (at most 64 KiB), for sniffing; nothing is
 * consumed. */
struct str source_peek(struct source *source);
/* Puts a further stage on top (lenient CSV): made by `wrap` of the present top. */
void source_push(struct source *source,
                 struct source_stage *(*wrap)(struct source_stage *below, void *context),
                 void *context);
/* NULL, or why the stream ended early. */
const char *source_error(const struct source *source);
enum status source_error_status(const struct source *source);

const char *source_name(const struct source *source);     /* "stdin" for "-" */
const char *source_encoding(const struct source *source); /* "UTF-8", "GB18030", ... */
bool source_is_gzip(const struct source *source);
uint64_t source_bytes_raw(const struct source *source);  /* read from the file so far */
uint64_t source_bytes(const struct source *source);      /* handed out so far, decoded */
uint64_t source_size(const struct source *source);       /* of the file; 0 where unknown */
void source_close(struct source *source);

#endif
