/*
 * jsonl.h - one line of JSON Lines as a flat list of names and values.
 *
 * Jansson decides what is JSON (with duplicate keys refused); the slices are then cut from the text
 * itself, so that numbers keep every digit and amounts never pass through floating point. NUL, as a
 * byte or as \u0000, is refused.
 */
#ifndef CRM_JSONL_H
#define CRM_JSONL_H

#include "base/arena.h"

enum jsonl_type { JSONL_STRING, JSONL_NUMBER, JSONL_BOOLEAN, JSONL_NULL, JSONL_NESTED };

struct jsonl_member {
    struct str name;
    struct str value; /* decoded string; number as written; true/false; empty for null; nested: compact
                         JSON text */
    const char *at;   /* where the value begins in the line */
    enum jsonl_type type;
};

struct jsonl_object {
    struct jsonl_member *member; /* in the arena */
    size_t count;
};

/* The reason why the line is no JSON object, with *error_at its place in the line, or NULL. */
const char *jsonl_parse(struct arena *arena, struct str line, uint64_t max_depth,
                        struct jsonl_object *object, const char **error_at);

#endif
