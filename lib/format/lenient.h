/*
 * lenient.h - what lax tools wrote, read by libcsv and handed on as strict CSV.
 *
 * Accepts quotes inside fields, text behind a closing quote and bare CR as a line end. On input
 * that is strict already the records are the same, and blank lines stay where they are, so that
 * line numbers do not move. A quote that is never closed stays open in what is handed on, for the
 * strict reader to refuse.
 */
#ifndef CRM_LENIENT_H
#define CRM_LENIENT_H

#include "io/source.h"

struct lenient_options {
    char delimiter;
    uint64_t max_row;
};

/* For source_push(); context is a struct lenient_options, used during the call only. */
struct source_stage *lenient_wrap(struct source_stage *below, void *context);

#endif
