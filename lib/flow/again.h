/*
 * again.h - the blocks of an input once more, for those who must know all rows before they can say
 * anything of one.
 *
 *     struct again again = {0};
 *     while (input_block(input, &block)) {
 *         ...
 *         again_add(&again, input, &block);            takes the block over
 *     }
 *     for (i = 0; i < again.count; i++) {              in any order, by any thread
 *         again_block(&again, i, &room, &block);       lives as long as `room` is not touched
 *     }
 *     again_free(&again);
 *
 * The first AGAIN_MEMORY bytes stay in memory. When there are more, the bytes are read again where
 * they came from, if that is a file that holds them as they are: no pipe, not compressed, nothing
 * to decode. Else they are put into a file without a name in TMPDIR (/tmp), which is gone when the
 * program is. A file that has changed in the meantime ends the run, and so does a disk that is
 * full.
 */
#ifndef CRM_AGAIN_H
#define CRM_AGAIN_H

#include <sys/stat.h>

#include "base/buf.h"
#include "flow/input.h"

#define AGAIN_MEMORY ((size_t)16 << 20)

enum again_place { AGAIN_IN_MEMORY, AGAIN_IN_FILE, AGAIN_IN_SPOOL };

struct again {
    struct again_block {
        struct block block; /* without bytes, unless in memory */
        uint64_t at;        /* in the file */
        size_t length;
    } * block;
    size_t count, room;
    uint64_t bytes; /* of all blocks */
    enum again_place place;
    int fd;
    const char *name; /* of the file, for messages */
    uint64_t from;    /* where the first block begins in it */
    struct stat was;  /* the input, when it was first looked at */
};

void again_add(struct again *again, const struct input *input, struct block *block);
void again_block(const struct again *again, size_t i, struct buf *room, struct block *block);
void again_free(struct again *again);

#endif
