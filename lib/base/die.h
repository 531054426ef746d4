/*
 * die.h - the one way to fail where nothing can be done: memory, input/output, broken input.
 *
 *     die(STATUS_SYSTEM, "%s: %s", path, strerror(errno));
 *     die_at(STATUS_DATA, &place, "quote not closed");
 *
 * Prints one line, runs the hooks, and exits with the worst status raised. Hooks close what must
 * not be left half done: temporary files are removed, streams closed with a record that no reader
 * accepts. Functions whose caller can do something about a failure return it instead.
 */
#ifndef CRM_DIE_H
#define CRM_DIE_H

#include "base/place.h"
#include "base/status.h"

__attribute__((noreturn, format(printf, 2, 3))) void die_with(enum status status,
                                                             const char *format, ...);
__attribute__((noreturn, format(printf, 3, 4))) void
die_at(enum status status, const struct place *place, const char *format, ...);
/* Without a message of its own: the reason has been said. `where` is what hooks are told. */
__attribute__((noreturn)) void die_silently(enum status status, const char *where);
__attribute__((noreturn)) void die_oom(void);

#define die(...) die_with(__VA_ARGS__)

/*
 * Registers what die must run before it exits, latest first; at most 8. `where` says where the run
 * stopped, such as "at orders.csv:812:5", or ": cannot open x.csv". Usage errors run no hook.
 */
void die_hook(void (*hook)(const char *where));

#endif
