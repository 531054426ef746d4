#include "base/base.h"

#include "analysis/cohort.h"
#include "base/die.h"
#include "base/mem.h"

static int32_t months_of(enum date_period by)
{
    return by == DATE_YEAR ? 12 : by == DATE_QUARTER ? 3 : 1;
}

int32_t cohort_age(enum date_period by, int32_t from, int32_t to)
{
    int from_year, from_month, to_year, to_month, day;
    date_to_civil(from, &from_year, &from_month, &day);
    date_to_civil(to, &to_year, &to_month, &day);
    return ((to_year - from_year) * 12 + to_month - from_month) / months_of(by);
}

int32_t cohort_period(enum date_period by, int32_t start, int32_t age)
{
    return date_add(start, (struct date_span){age * months_of(by), 'm'}, 1);
}

static size_t cohort_of(struct cohorts *c, int32_t start)
{
    for (size_t i = 0; i < c->count; i++) {
        if (c->cohort[i].start == start) {
            return i;
        }
    }
    c->cohort = mem_grow(c->cohort, c->count + 1, sizeof *c->cohort);
    c->cohort[c->count] = (struct cohort){.start = start};
    return c->count++;
}

static void reach(struct cohort *cohort, size_t age)
{
    if (age >= cohort->ages) {
        cohort->cell = mem_grow(cohort->cell, age + 1, sizeof *cohort->cell);
        memset(cohort->cell + cohort->ages, 0, (age + 1 - cohort->ages) * sizeof *cohort->cell);
        cohort->ages = age + 1;
    }
}

/* Rows come by customer, then by period. What is paid back before the first purchase belongs to
 * no cohort. */
void cohort_take(void *context, const struct rollup_row *row)
{
    struct cohorts *c = context;
    if (!c->last_id.p || !str_eq(row->customer, c->last_id)) {
        c->last_id = arena_str(&c->arena, row->customer);
        c->placed = false;
    }
    if (!c->placed && row->days == 0) {
        return;
    }
    if (!c->placed) {
        c->of = cohort_of(c, row->period);
        c->cohort[c->of].customers++;
        c->placed = true;
    }
    struct cohort *cohort = &c->cohort[c->of];
    size_t age = (size_t)cohort_age(c->by, cohort->start, row->period);
    reach(cohort, age);
    struct cohort_cell *cell = &cohort->cell[age];
    cell->active += row->days > 0;
    cell->orders += row->orders;
    if (!money_add(&cell->revenue, row->amount) ||
        (!c->ignore_refunds && !money_sub(&cell->revenue, row->refund_amount))) {
        die(STATUS_DATA, "the net revenue of a cohort does not fit in 64 bits");
    }
}

static int by_start(const void *a, const void *b)
{
    const struct cohort *x = a;
    const struct cohort *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

void cohort_settle(struct cohorts *c, int32_t as_of)
{
    if (c->count > 0) {
        qsort(c->cohort, c->count, sizeof *c->cohort, by_start);
    }
    for (size_t i = 0; i < c->count; i++) {
        int32_t last = cohort_age(c->by, c->cohort[i].start, date_period_start(as_of, c->by));
        reach(&c->cohort[i], last > 0 ? (size_t)last : 0);
    }
}

void cohort_free(struct cohorts *c)
{
    for (size_t i = 0; i < c->count; i++) {
        free(c->cohort[i].cell);
    }
    free(c->cohort);
    arena_free(&c->arena);
}
