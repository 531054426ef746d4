/*
 * team.h - the same work on many items, by as many threads as the run was given.
 *
 *     team_set(jobs);                              once, at the start
 *     team_run(items, work, context);              work(context, 0) ... work(context, items - 1)
 *
 * Items are handed out in turn and done in no order, so an item may write only what is its own; sums
 * go into a place of the item's and are added up behind team_run, in order: then nothing depends on
 * the number of threads. A call from within work() does its items itself.
 */
#ifndef CRM_TEAM_H
#define CRM_TEAM_H

#include "base/base.h"

/* At least 1, which is what stands without a call. */
void team_set(unsigned members);
unsigned team_members(void);
void team_run(size_t items, void (*work)(void *context, size_t item), void *context);

#endif
