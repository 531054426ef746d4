/*
 * sort.h - large arrays of numbers, ascending: by their bytes, in time that grows with their number
 * alone.
 */
#ifndef CRM_SORT_H
#define CRM_SORT_H

#include "base/base.h"

void sort_u64(uint64_t *values, size_t count);
/* No NaN; -0 comes before 0. */
void sort_doubles(double *values, size_t count);

/* A number that sorts as the double does. */
uint64_t sort_key(double value);

/* A number and what goes with it; equal keys keep their order. */
struct sort_pair {
    uint64_t key;
    uint64_t value;
};
void sort_pairs(struct sort_pair *pairs, size_t count);

#endif
