/*
 * jsonl.h - one line of JSON Lines as a flat list of names and values.
 *
 * Jansson decides what is JSON (with duplicate keys refused); the slices are then cut from the text
 * itself, so that numbers keep every digit and amounts never pass through floating point. NUL, as a
 * byte or as \u0000, is refused.
 *
 * Most lines are flat and plain: jsonl_plain reads those by itself, and leaves every other line, and
 * all that is wrong, to Jansson.
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

/* True for an object of at most 32 different names without escapes, whose values are strings without
 * escapes, numbers without exponent, true, false and null: then jsonl_parse gives the same. */
bool jsonl_plain(struct arena *arena, struct str line, struct jsonl_object *object);

/*
 * The line of `bytes` that begins at `at`, where it is a plain object of just these names in their order,
 * with at most one blank between its tokens and a line end behind it: fills in *pair, where the object
 * begins and ends, then the same of each value (of a string without its quotes; of null nothing), and
 * returns where the next line begins. 0, with *pair spoilt, for any other.
 */
size_t jsonl_plain_line(struct str bytes, size_t at, const struct str *names, size_t count,
                        uint32_t *pair);

#endif
