/*
 * mem.h - memory that is there or the run ends, and sizes that cannot wrap.
 *
 * Allocation failure has one answer (die_oom), so no caller checks for NULL.
 */
#ifndef CRM_MEM_H
#define CRM_MEM_H

#include "base/base.h"

/* count * size bytes, zeroed. The caller frees with free(). */
void *mem_new(size_t count, size_t size);
/* As realloc to count * size bytes; new bytes are not cleared. */
void *mem_grow(void *old, size_t count, size_t size);
/*
 * A table that is looked into at random places: page-aligned, in large pages where the system has
 * them, new bytes zero. Grows from old_bytes (0: `old` is NULL) to new_bytes without a second copy
 * beside the first.
 */
void *mem_table(void *old, size_t old_bytes, size_t new_bytes);
void mem_table_free(void *table, size_t bytes);
/* A capacity of at least `need`, at least doubling `have`, for growing arrays. */
size_t mem_capacity(size_t have, size_t need);
/* a * b and a + b; a size that does not fit ends the run. */
size_t mem_mul(size_t a, size_t b);
size_t mem_add(size_t a, size_t b);

#endif
