/*
 * replace.h - a file that appears whole or not at all.
 *
 *     struct replacement *file = replace_open("tiers.csv", backup);
 *     write(replace_fd(file), ...);
 *     replace_sync(file) && replace_commit(file) && replace_settle(file)
 *     replace_abandon_all();                        at any time instead: targets stay as they were
 *
 *     opened --write--> writing --sync--> on disk --commit--> renamed --settle--> directory on disk
 *        \                 \                 \
 *         '-----------------'-----------------'-- abandon --> temporary unlinked
 *
 * The temporary is hidden, in the target's directory, so that the rename stays in one file system.
 * Keeps a list of the open ones in the process, for a signal handler's sake: at most 16, opened and
 * committed by the main thread. Functions return false with errno; the caller has the message.
 */
#ifndef CRM_REPLACE_H
#define CRM_REPLACE_H

#include "base/base.h"

#define REPLACE_MAX 16

struct replacement;

/* For a path that is a regular file or does not exist; symbolic links are followed. NULL with
 * errno. An existing file's mode (and owner, where allowed) is taken over; one that may not be
 * written is not replaced. `backup` keeps it as NAME.~N~, N being the first free number from 1. */
struct replacement *replace_open(const char *path, bool backup);
int replace_fd(const struct replacement *file);
/* The path that will be replaced, links followed. */
const char *replace_target(const struct replacement *file);
/* fsync and close. */
bool replace_sync(struct replacement *file);
/* Makes the backup, and renames. */
bool replace_commit(struct replacement *file);
/* fsync of the directory, after all commits; frees `file`. */
bool replace_settle(struct replacement *file);
/* Unlinks the temporaries that have not been renamed. Async-signal-safe; idle in a child. */
void replace_abandon_all(void);

#endif
