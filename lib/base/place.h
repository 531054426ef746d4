/*
 * place.h - where in an input something stands, for messages.
 */
#ifndef CRM_PLACE_H
#define CRM_PLACE_H

#include "base/str.h"

struct place {
    struct str file;  /* as the user named it; "stdin" for standard input */
    uint64_t line;    /* physical line, from 1; 0 where a line makes no sense */
    uint64_t column;  /* character in that line, from 1; 0 where it makes no sense */
    struct str field; /* header name; empty where no field is meant */
};

/* Bytes that place_format can need at most. */
#define PLACE_MAX 512

/* Writes "file:line:column" (as far as they are known, without the field) and returns `text`. */
char *place_format(const struct place *place, char text[PLACE_MAX]);

#endif
