/*
 * charset.h - any encoding in, UTF-8 out, through iconv; and the recognition of an encoding.
 *
 * Recognition looks at the first 1 MiB: a byte order mark settles it; every second byte zero is
 * UTF-16 without a mark (from 128 bytes on a fifth of the pairs is enough, since text may be
 * Chinese); valid UTF-8 is UTF-8; else GB18030 if it decodes and at least 95 % of its two-byte
 * characters lie in GB2312 (bytes A1-F7, A1-FE), for otherwise "Müller" in Windows-1252 becomes
 * "M黮ler"; else the user must say. A later byte that does not fit is fatal.
 */
#ifndef CRM_CHARSET_H
#define CRM_CHARSET_H

#include "io/source.h"

/* The encoding of a file that begins with `head` (all of it if `whole`): "UTF-8", "UTF-16LE",
 * "UTF-16BE", "GB18030", or NULL where the user must say. *mark gets the length of a byte order
 * mark to skip; NULL with a mark is UTF-32. */
const char *charset_recognise(struct str head, bool whole, size_t *mark);
/* Whether iconv knows the encoding. */
bool charset_known(const char *encoding);
/*
 * A stage that turns `below` into valid UTF-8; for "UTF-8" it only validates, which is what
 * promises valid UTF-8 to every floor above. Errors: "byte 0x81 at offset N (line L) is not valid
 * GB18030; ...". Closes `below` with itself. A byte order mark must have been skipped; `offset` is
 * its length, so that offsets in errors count from the start of the (decompressed) file.
 */
struct source_stage *charset_stage(struct source_stage *below, const char *encoding,
                                   uint64_t offset);

#endif
