/*
 * block.h - a run of whole records of one input: what the splitter cuts and a worker parses.
 */
#ifndef CRM_BLOCK_H
#define CRM_BLOCK_H

#include "base/place.h"

struct block {
    struct str bytes;
    uint64_t line;  /* physical line on which the block begins, from 1 */
    bool complete;  /* false: the input broke off in the last record (too long, or an error below) */
    struct str name; /* of the input, for messages */
    char *memory;   /* what bytes points into; freed by block_free */
};

/* Line and character column of a byte of the block. Counts from the block's start: for errors
 * only. */
struct place block_place(const struct block *block, const char *at, struct str field);
void block_free(struct block *block);

#endif
