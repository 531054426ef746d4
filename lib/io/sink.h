/*
 * sink.h - bytes out: stdout, checked at the close, or a file that appears whole or not at all.
 *
 *     struct sink *out = sink_open("tiers.csv", &options);      "-" or NULL is stdout
 *     sink_write(out, p, n);
 *     sink_commit_all();                            at the very end of a run that succeeded
 *
 * A file is written as a hidden temporary in its directory; commit fsyncs it, renames it over the
 * target and fsyncs the directory. When several files are written, all are fsynced before the first
 * is renamed. On die(), on a fatal signal (HUP, INT, TERM, PIPE) and when commit is never called,
 * the temporaries are removed and the targets stay as they were. The mode of a file that is
 * replaced is kept; a symbolic link is followed. Names ending in .gz are compressed. FIFOs and
 * devices are written in place.
 *
 *     opened --write--> writing --commit--> fsynced --> renamed --> directory fsynced
 *        \                 \                   \
 *         '-- die, signal --'-------------------'---> temporary unlinked, target untouched
 *
 * Write errors end the run with "tiers.csv: No space left on device" and status 4. A closed pipe on
 * stdout ends it quietly: outputs that go to files are not committed, nothing is printed, the
 * process dies of SIGPIPE.
 */
#ifndef CRM_SINK_H
#define CRM_SINK_H

#include "base/str.h"

struct sink;

struct sink_options {
    bool backup; /* keep the file that is replaced as NAME.~N~, N counting from 1 */
};

/* Ends the run where the file cannot be opened. At most 16 sinks at a time. */
struct sink *sink_open(const char *path, const struct sink_options *options);
/* A sink that hands its bytes to a function, for tests; put returns false on failure. */
struct sink *sink_to(bool (*put)(void *context, const char *p, size_t n), void *context);
void sink_write(struct sink *sink, const char *p, size_t n);
/* Gives what is buffered to the system; call at record boundaries on slow streams. */
void sink_flush(struct sink *sink);
bool sink_is_stdout(const struct sink *sink);
bool sink_is_terminal(const struct sink *sink);
const char *sink_name(const struct sink *sink); /* "standard output" for stdout */
uint64_t sink_bytes(const struct sink *sink);
/* Flushes and closes all, then makes files appear in the order in which they were opened. */
void sink_commit_all(void);
/*
 * What stdout must end with if the run fails after this call, from die() or by a signal: `text` is
 * called for the bytes (at most 2,000), given where it stopped. NULL takes it back. See DESIGN:
 * a stream ends on purpose.
 */
void sink_on_failure(struct sink *sink, size_t (*text)(const char *where, char *p, size_t room));

#endif
