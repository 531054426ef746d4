/*
 * gzip.h - decompression with our own inflate loop, and compression of outputs.
 *
 * zlib's gzread calls a truncated file complete and trailing garbage nothing at all. This loop
 * answers every kind of damage with its own message and the number of bytes read:
 *
 *     cut in a member, in its trailer, in a second member, after the header   "truncated after N bytes"
 *     CRC or length wrong, broken deflate data                                "damaged at byte N: ..."
 *     bytes after the last member that start no member                        "trailing garbage at byte N"
 *     zero padding after the last member                                      accepted (tar and tapes)
 *     more than max_ratio bytes out for one in, after 1 MiB                   "expands more than ..."
 *
 * Members behind one another are one stream.
 */
#ifndef CRM_GZIP_H
#define CRM_GZIP_H

#include "io/source.h"

/* Whether the bytes begin as a gzip member does. */
bool gzip_recognise(struct str head);
/* A stage that decompresses `below`, which it closes with itself. */
struct source_stage *gzip_stage(struct source_stage *below, uint64_t max_ratio);

/*
 * Compression into a callback, as one member; the header has no name and no time, so that the same
 * bytes in are the same bytes out. The team (base/team.h) deflates pieces of 128 KiB, each with what
 * stands before it as its dictionary, whatever the number of threads: so the bytes do not depend on
 * it. Up to two pieces for each thread are held back.
 */
struct gzip_writer;
struct gzip_writer *gzip_writer_new(bool (*put)(void *context, const char *p, size_t n),
                                    void *context);
/* False where `put` returned false. Not from within the team's work. */
bool gzip_writer_put(struct gzip_writer *writer, const char *p, size_t n);
/* Writes the trailer and frees the writer. */
bool gzip_writer_end(struct gzip_writer *writer);

#endif
