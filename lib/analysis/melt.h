/*
 * melt.h - wide answers, a column a question, to long ones, a row an answer.
 *
 *     struct melt *melt = melt_new(clean, wanted, count, arena);
 *     columns = melt_columns(melt, &n);                   the other columns, question, answer
 *     melt_others(melt, row, cells);                      for each clean row
 *     for (size_t i = 0; i < melt_questions(melt); i++)
 *         if (melt_answer(melt, row, i, cells)) ...       cells are a row; false: no answer
 *
 * Columns are named as they come out of clean.h, or as they stand in the first input. A pattern has
 * `*` for any text; it means columns without a canonical name only, so that Q* or * is safe. With
 * `!` before it, a name or pattern takes columns away again; the order of the list does not matter.
 * A name or pattern that finds nothing ends the run.
 */
#ifndef CRM_MELT_H
#define CRM_MELT_H

#include "analysis/clean.h"

struct melt;

struct melt *melt_new(const struct clean *clean, const struct str *wanted, size_t wanted_count,
                      struct arena *arena);
const struct encode_column *melt_columns(const struct melt *melt, size_t *count);
/* Position in the clean row of a column of melt_columns; -1: question and answer. */
ptrdiff_t melt_source(const struct melt *melt, size_t column);
/* How many columns are melted. */
size_t melt_questions(const struct melt *melt);
void melt_others(const struct melt *melt, const struct str *row, struct str *cells);
bool melt_answer(const struct melt *melt, const struct str *row, size_t question,
                 struct str *cells);

#endif
