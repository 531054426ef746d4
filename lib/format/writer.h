/*
 * writer.h - encoded rows to a sink, under their header: as they are, or aligned in columns.
 *
 *     struct writer *writer = writer_new(sink, &format);
 *     writer_put(writer, rows);       any number of rows of encode_row()
 *     writer_end(writer);             writes the header if no row came; frees the writer
 *
 * An aligned table takes its widths from its first 1,000 rows (CJK characters count two columns); a
 * wider cell further down pushes its own row only. Numbers stand right. The format must outlive
 * the writer.
 */
#ifndef CRM_WRITER_H
#define CRM_WRITER_H

#include "format/encode.h"
#include "io/sink.h"

struct writer;

struct writer *writer_new(struct sink *sink, const struct encode_format *format);
void writer_put(struct writer *writer, struct str rows);
/* The failure of a run may have to close this stream: what it must end with, given where the run
 * stopped. Returns the length, at most `room`. */
size_t writer_failure_text(enum encode_kind kind, const char *program, const char *where, char *p,
                           size_t room);
void writer_end(struct writer *writer);

#endif
