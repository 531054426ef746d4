#include "base/base.h"

#include <math.h>

#include "analysis/cohort_table.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"

double cohort_table_share(const struct cohort_table_line *line, size_t age)
{
    bool there = age < line->ages && line->cell[age].there && line->customers > 0;
    return there ? (double)line->cell[age].active / (double)line->customers : NAN;
}

/* The line of a cohort, made where it is new. */
static struct cohort_table_line *line_of(struct cohort_table *t, struct str name,
                                         uint64_t customers)
{
    bool fresh;
    uint32_t *index = map_put(&t->index, name, &fresh);
    if (fresh && t->count == COHORT_TABLE_MOST) {
        die(STATUS_DATA, "more than %d cohorts: is it the right column?", COHORT_TABLE_MOST);
    }
    if (fresh) {
        *index = (uint32_t)t->count;
        t->line = mem_grow(t->line, t->count + 1, sizeof *t->line);
        t->line[t->count++] = (struct cohort_table_line){.name = arena_str(&t->arena, name),
                                                         .customers = customers};
    }
    return &t->line[*index];
}

static struct cohort_table_cell *cell_of(struct cohort_table_line *line, size_t age)
{
    if (age >= line->ages) {
        line->cell = mem_grow(line->cell, age + 1, sizeof *line->cell);
        memset(line->cell + line->ages, 0, (age + 1 - line->ages) * sizeof *line->cell);
        line->ages = age + 1;
    }
    return &line->cell[age];
}

/* A whole number that must be there. */
static bool read_count(const struct row *row, int column, uint64_t *value)
{
    enum row_found found = row_integer(row, column, value);
    if (found == ROW_EMPTY) {
        row_bad(row, column, "a number is missing");
    }
    return found == ROW_VALUE;
}

static bool read_complete(const struct row *row, bool *complete)
{
    uint64_t value;
    char shown[SAY_VALUE_ROOM];
    enum row_found found = row_integer(row, COHORTS_COMPLETE, &value);
    *complete = found == ROW_EMPTY || value != 0;
    if (found == ROW_VALUE && value > 1) {
        row_bad(row, COHORTS_COMPLETE, "%s is neither 0 nor 1",
                say_value(row_text(row, COHORTS_COMPLETE), shown));
        return false;
    }
    return found != ROW_BAD;
}

static void take(struct cohort_table *t, const struct row *row)
{
    struct cohort_table_cell cell = {.there = true};
    uint64_t age, customers;
    struct money revenue;
    struct str name = row_text(row, COHORTS_COHORT);
    if (name.n == 0) {
        row_bad(row, COHORTS_COHORT, "the cohort is missing");
        return;
    }
    if (!read_count(row, COHORTS_AGE, &age) || !read_count(row, COHORTS_CUSTOMERS, &customers) ||
        !read_count(row, COHORTS_ACTIVE, &cell.active) || !read_complete(row, &cell.complete) ||
        row_money(row, COHORTS_REVENUE, &revenue) == ROW_BAD ||
        row_number(row, COHORTS_REVENUE_RETENTION, &cell.revenue_retention) == ROW_BAD) {
        return;
    }
    if (age >= COHORT_TABLE_MOST) {
        row_bad(row, COHORTS_AGE, "%" PRIu64 " periods: at most %d", age, COHORT_TABLE_MOST - 1);
        return;
    }
    if (cell.active > customers) {
        row_bad(row, COHORTS_ACTIVE, "%" PRIu64 " of %" PRIu64 " customers", cell.active, customers);
        return;
    }
    struct cohort_table_line *line = line_of(t, name, customers);
    if (line->customers != customers) {
        row_bad(row, COHORTS_CUSTOMERS, "%" PRIu64 ", not the %" PRIu64 " of this cohort's rows before",
                customers, line->customers);
        return;
    }
    if (age < line->ages && line->cell[age].there) {
        row_bad(row, COHORTS_AGE, "%" PRIu64 " stands twice for this cohort", age);
        return;
    }
    cell.revenue = revenue.units;
    *cell_of(line, age) = cell;
    t->ages = line->ages > t->ages ? line->ages : t->ages;
    row->worker->account.merged++;
}

static int by_name(const void *a, const void *b)
{
    const struct cohort_table_line *x = a;
    const struct cohort_table_line *y = b;
    return str_cmp(x->name, y->name);
}

static void tell_period(struct cohort_table *t)
{
    t->by = DATE_ALL;
    for (size_t i = 0; i < t->count; i++) {
        enum date_period by;
        int32_t start;
        if (!date_period_parse(t->line[i].name, &by, &start) || (i > 0 && by != t->by)) {
            t->by = DATE_ALL;
            return;
        }
        t->by = by;
    }
}

static void add(int64_t *sum, int64_t units)
{
    if (!money_add(sum, units)) {
        die(STATUS_DATA, "the revenue of all cohorts does not fit in 64 bits");
    }
}

static void add_up(struct cohort_table *t)
{
    t->all = mem_new(t->ages, sizeof *t->all);
    for (size_t i = 0; i < t->count; i++) {
        const struct cohort_table_line *line = &t->line[i];
        for (size_t age = 0; age < line->ages; age++) {
            const struct cohort_table_cell *cell = &line->cell[age];
            if (!cell->there || !cell->complete) {
                continue;
            }
            t->all[age].customers += line->customers;
            t->all[age].active += cell->active;
            if (line->cell[0].there && line->cell[0].revenue > 0) {
                add(&t->all[age].first_revenue, line->cell[0].revenue);
                add(&t->all[age].revenue, cell->revenue);
            }
        }
    }
}

void cohort_table_read(struct cohort_table *t, struct flow_run *run, struct input *input)
{
    static const int needed[] = {COHORTS_COHORT, COHORTS_AGE, COHORTS_CUSTOMERS, COHORTS_ACTIVE};
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        input_expect(input, needed[i],
                     "cohorts= takes what crm-cohort writes, without --matrix or --survival");
    }
    *t = (struct cohort_table){.has_revenue = input_column(input, COHORTS_REVENUE) >= 0 &&
                                              input_column(input, COHORTS_REVENUE_RETENTION) >= 0};
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        take(t, cursor_row(cursor));
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    if (t->count > 0) {
        qsort(t->line, t->count, sizeof *t->line, by_name);
    }
    tell_period(t);
    add_up(t);
}
