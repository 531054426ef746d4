/*
 * responses.h - which rows of a survey tool's export are the answers of a customer.
 *
 *     struct responses *responses = responses_new(inputs, count, unfinished, clean, arena);
 *     if (!responses_keeps(responses, row, &counts)) return;         excluded, by its reason
 *     if (clean_row(clean, row, ...)) responses_mend(responses, row, cells, &counts);
 *
 * Qualtrics. Status is a sum of bits, or its words: 1 preview, 2 test, 256 synthetic (none of them
 * a customer's), 8 spam, 4 imported, 16 offline, 32 employees, 128 imported again. Previews, tests
 * and synthetic answers are excluded as preview, the rest of the spam as spam. An unknown Status is
 * kept and counted. A response is unfinished where Finished is False or 0 or, if that says
 * something else, where Progress is less than 100. Qualtrics records such a response when its time
 * is up: it is final, its answers were given, and the tool's own reports count them. It is kept
 * unless the user says otherwise.
 *
 * LimeSurvey. A response without a date of submission is unfinished: it can still be continued, and
 * is excluded unless the user says otherwise. Where a survey keeps no times, LimeSurvey writes
 * 1980-01-01 00:00:00 for all: answered_at becomes empty.
 *
 * Plain tables have no such rules; all their rows are kept.
 */
#ifndef CRM_RESPONSES_H
#define CRM_RESPONSES_H

#include "analysis/clean.h"

/* What becomes of unfinished responses; auto: as above. The order of the option's words. */
enum responses_unfinished { RESPONSES_AUTO, RESPONSES_KEEP, RESPONSES_DROP };

/* What a worker counts. */
struct responses_counts {
    uint64_t unfinished; /* kept */
    uint64_t unknown;    /* of a Status not known: kept */
    uint64_t undated;    /* 1980-01-01 taken away */
};

struct responses;

struct responses *responses_new(struct input *const *inputs, size_t count,
                                enum responses_unfinished unfinished, const struct clean *clean,
                                struct arena *arena);
/* False where the row is excluded, which is counted in its worker's account. */
bool responses_keeps(const struct responses *responses, const struct row *row,
                     struct responses_counts *counts);
/* Changes the clean cells of a row that is kept. */
void responses_mend(const struct responses *responses, const struct row *row, struct str *cells,
                    struct responses_counts *counts);
/* Clears `from`. */
void responses_add(struct responses_counts *into,
                   struct responses_counts *from);

#endif
