/*
 * profile.h - what is in the columns of a clean stream: fill rate, distinct values, range.
 *
 * Distinct values are counted exactly up to PROFILE_DISTINCT_MAX a column, beyond that "1000000+".
 * The range is given of dates and numbers only: the first and last text of a column would be
 * somebody's name.
 */
#ifndef CRM_PROFILE_H
#define CRM_PROFILE_H

#include "format/encode.h"
#include "schema/schema.h"

#define PROFILE_DISTINCT_MAX 1000000

struct profile;

struct profile *profile_new(size_t columns);
void profile_cell(struct profile *profile, size_t column, enum schema_type type, struct str cell);
/* The columns of the report: column, type, filled, empty, fill_rate, distinct, min, max,
 * rejected. */
extern const struct encode_column profile_columns[];
#define PROFILE_COLUMNS 9
/* The report's row of a column; cells in the arena. */
void profile_report(const struct profile *profile, size_t column, struct str name,
                    enum schema_type type, uint64_t rejected, struct arena *arena,
                    struct str cells[PROFILE_COLUMNS]);
void profile_free(struct profile *profile);

#endif
