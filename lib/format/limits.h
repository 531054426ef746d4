/*
 * limits.h - the ceilings that keep one hostile or broken input from taking all memory. Each has a
 * name for --limit, a default and a message.
 */
#ifndef CRM_LIMITS_H
#define CRM_LIMITS_H

#include "base/base.h"

struct limits {
    uint64_t row;     /* bytes of a record: 16 MiB */
    uint64_t field;   /* bytes of a cell: 1 MiB */
    uint64_t columns; /* of a header: 4,096 */
    uint64_t depth;   /* of nested JSON: 64 */
};

#define LIMITS_DEFAULT ((struct limits){16 << 20, 1 << 20, 4096, 64})

#endif
