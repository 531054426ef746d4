/*
 * relay.h - a stage that lets those below it work in a thread of their own: inflating, converting and
 * waiting for a slow pipe go on while records are parsed.
 *
 *       thread: file --> gzip --> charset --> [ ring of 1 MiB ] --> read()
 *
 * It hands on what `below` gives, the same bytes up to the same error; where one read ends and the next
 * begins means nothing. A short input needs no thread: one starts when 1 MiB has passed and the run was
 * given more than one (base/team.h).
 */
#ifndef CRM_RELAY_H
#define CRM_RELAY_H

#include "io/source.h"

/* Closes `below` with itself, or lets the thread do that which still waits for a read to return. */
struct source_stage *relay_stage(struct source_stage *below);

#endif
