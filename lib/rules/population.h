/*
 * population.h - conditions over rows of which each may ask how it stands among all.
 *
 *     struct population *p = population_new(scores, customers);
 *     struct condition *vip = population_condition(p, text, at, message);  before the first row
 *     population_add(p, values, joined, group);                            for each row
 *     population_settle(p);
 *     population_holds(p, vip, i, &reason)
 *
 * Besides its input's columns (rules/cells.h) a condition knows, for every column X that holds
 * numbers,
 *
 *   pct_X     share of the rows whose X is at most the row's own: the largest has 1
 *   top_X     share of the positive total of X that strictly larger values hold: the largest has 0
 *   mean_X    mean of X
 *   median_X  its median, of type 7
 *
 * over the rows of its group that have an X. Only values of columns that conditions name are held:
 * 8 bytes for each number, 16 and the text itself for other cells; a standing is 8 bytes more.
 *
 * A condition that is a single comparison of the form X > N, X >= N, pct_X > N, pct_X >= N,
 * top_X < N or top_X <= N has an entry: the value of X from which on it holds. It is also decided
 * without SQLite.
 */
#ifndef CRM_POPULATION_H
#define CRM_POPULATION_H

#include "rules/cells.h"

struct population;
struct condition;

/* Without `first` the columns are those that scored rows can have. Columns of `joined`, which may be
 * NULL, are known by their names where the first input has none of
 * that name, else as "customers.NAME" after its kind. */
struct population *population_new(const struct input *first, const struct input *joined);

/* An empty text is a condition that always holds. NULL with a message where it does not compile.
 * Lives as long as the population. `at` is where it stands, such as "policy.json: tiers[1]", for what
 * goes wrong on a row; NULL: nowhere. */
struct condition *population_condition(struct population *p, struct str text, const char *at,
                                       char message[EXPR_MESSAGE]);
/* The same for one that few rows will be asked of, by population_holds_of_scores alone: no values are
 * held for it, until population_hold, before the first row. */
struct condition *population_condition_of_few(struct population *p, struct str text,
                                              const char *at, char message[EXPR_MESSAGE]);
void population_hold(struct population *p, const struct condition *c);
/* Makes a column's numbers available to population_number; -1 where there is none of that name. */
ptrdiff_t population_number_column(struct population *p, struct str name);

enum population_side { POPULATION_FIRST, POPULATION_JOINED };

/* How many values a row of that side holds, once all conditions are compiled. */
size_t population_width(const struct population *p, enum population_side side);
/* Reads them; text goes into the arena. False after a complaint about the row. */
bool population_read(const struct population *p, enum population_side side, const struct row *row,
                     struct arena *arena, struct expr_value *values);
/* The same of plain rows (format/plain.h), where all values of the first side can be read so; false
 * leaves the row to population_read. */
bool population_is_plain(const struct population *p, const struct input *input);
bool population_read_plain(const struct population *p, const struct plain_row *row,
                           struct arena *arena, struct expr_value *values);
/* `joined` NULL: empty cells. Values are copied. Groups count from 0: rows of different currencies
 * are not compared. */
void population_add(struct population *p, const struct expr_value *first,
                    const struct expr_value *joined, size_t group);
/* After the last row: standings and means. */
void population_settle(struct population *p);

size_t population_count(const struct population *p);
size_t population_groups(const struct population *p);
size_t population_group(const struct population *p, size_t row);
/* A number in 1/10000; NaN where the cell is none. */
double population_number(const struct population *p, ptrdiff_t column, size_t row);

/* Whether the column holds amounts or decimals, not counts. */
bool population_is_money(const struct population *p, ptrdiff_t column);
/* mean_X or median_X of a group, as a condition names it; NaN where no condition does. */
double population_of_group(const struct population *p, struct str name, size_t group);

enum expr_result population_holds(const struct population *p, struct condition *c, size_t row,
                                  const char **reason);
/* Whether it is decided without SQLite: it never fails then, and several threads may ask. */
bool population_is_simple(const struct condition *c);
/* Whether it looks at nothing but the scores r, f and m; then whether it holds of such scores. */
bool population_is_of_scores(const struct condition *c);
enum expr_result population_holds_of_scores(struct condition *c, const unsigned score[3],
                                     const char **reason);
/* The column of its entry, as population_number knows it, or -1 where it has none. */
ptrdiff_t population_entry_column(const struct condition *c);
/* Its entry in a group, in 1/10000; NaN where nobody meets it. */
double population_entry(const struct population *p, const struct condition *c, size_t group);

void population_free(struct population *p);

#endif
