/*
 * slurp.h - a small file, whole: policies, thresholds, word lists.
 */
#ifndef CRM_SLURP_H
#define CRM_SLURP_H

#include "base/arena.h"

/* The decoded text in the arena. Ends the run where the file cannot be read or is above `most`
 * bytes. */
struct str slurp_file(struct arena *arena, const char *path, size_t most);

#endif
