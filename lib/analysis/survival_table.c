#include "base/base.h"

#include <math.h>

#include "analysis/survival_table.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"

static struct survival_table_group *group_of(struct survival_table *t, struct str name, bool *fresh)
{
    uint32_t *index = map_put(&t->index, name, fresh);
    if (*fresh && t->count == SURVIVAL_TABLE_GROUPS) {
        die(STATUS_DATA, "more than %d groups: is it the right column?", SURVIVAL_TABLE_GROUPS);
    }
    if (*fresh) {
        *index = (uint32_t)t->count;
        t->group = mem_grow(t->group, t->count + 1, sizeof *t->group);
        t->group[t->count++] = (struct survival_table_group){.name = arena_str(&t->arena, name)};
    }
    return &t->group[*index];
}

/* A number of 0 or more, up to `most`; NaN where the cell may be empty and is. */
static bool read_number(const struct row *row, int column, bool needed, double most, double *value)
{
    char shown[SAY_VALUE_ROOM];
    enum row_found found = row_number(row, column, value);
    if (found == ROW_EMPTY && needed) {
        row_bad(row, column, "a number is missing");
        return false;
    }
    if (found == ROW_VALUE && (*value < 0 || *value > most)) {
        row_bad(row, column, "%s is not %s", say_value(row_text(row, column), shown),
                most == 1 ? "between 0 and 1" : "0 or more");
        return false;
    }
    return found != ROW_BAD;
}

static void take_point(struct survival_table *t, const struct row *row)
{
    struct survival_point p = {0};
    bool fresh;
    if (!read_number(row, SURVIVAL_TIME, true, INFINITY, &p.time) ||
        !read_number(row, SURVIVAL_AT_RISK, true, INFINITY, &p.at_risk) ||
        !read_number(row, SURVIVAL_EVENTS, true, INFINITY, &p.events) ||
        !read_number(row, SURVIVAL_CENSORED, true, INFINITY, &p.censored) ||
        !read_number(row, SURVIVAL_SURVIVAL, true, 1, &p.survival) ||
        !read_number(row, SURVIVAL_LOW, false, 1, &p.low) ||
        !read_number(row, SURVIVAL_HIGH, false, 1, &p.high)) {
        return;
    }
    struct survival_table_group *g = group_of(t, row_text(row, SURVIVAL_GROUP), &fresh);
    if (g->points > 0 && p.time <= g->point[g->points - 1].time) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, SURVIVAL_TIME, "%s is not later than %.6g, the time before it in its group",
                say_value(row_text(row, SURVIVAL_TIME), shown), g->point[g->points - 1].time);
        return;
    }
    if (g->points == g->room) {
        g->room = mem_capacity(g->room, g->points + 1);
        g->point = mem_grow(g->point, g->room, sizeof *g->point);
    }
    g->point[g->points++] = p;
    g->events += p.events;
    g->censored += p.censored;
    g->customers += p.events + p.censored;
    t->longest = p.time > t->longest ? p.time : t->longest;
    row->worker->account.merged++;
}

static void take_summary(struct survival_table *t, const struct row *row)
{
    struct survival_table_group read = {0};
    bool fresh;
    if (!read_number(row, SURVIVAL_CUSTOMERS, true, INFINITY, &read.customers) ||
        !read_number(row, SURVIVAL_EVENTS, true, INFINITY, &read.events) ||
        !read_number(row, SURVIVAL_CENSORED, true, INFINITY, &read.censored) ||
        !read_number(row, SURVIVAL_Q25, false, INFINITY, &read.q25) ||
        !read_number(row, SURVIVAL_MEDIAN, false, INFINITY, &read.median) ||
        !read_number(row, SURVIVAL_MEDIAN_LOW, false, INFINITY, &read.median_low) ||
        !read_number(row, SURVIVAL_MEDIAN_HIGH, false, INFINITY, &read.median_high) ||
        !read_number(row, SURVIVAL_Q75, false, INFINITY, &read.q75) ||
        !read_number(row, SURVIVAL_CHI_SQUARE, false, INFINITY, &t->chi_square) ||
        !read_number(row, SURVIVAL_P, false, 1, &t->p)) {
        return;
    }
    struct survival_table_group *g = group_of(t, row_text(row, SURVIVAL_GROUP), &fresh);
    if (!fresh) {
        row_bad(row, SURVIVAL_GROUP, "the group stands twice");
        return;
    }
    read.name = g->name;
    *g = read;
    row->worker->account.merged++;
}

static void take_quantiles(struct survival_table_group *g)
{
    double unused;
    survival_quantile(g->point, g->points, 0.25, &g->q25, &unused, &unused);
    survival_quantile(g->point, g->points, 0.5, &g->median, &g->median_low, &g->median_high);
    survival_quantile(g->point, g->points, 0.75, &g->q75, &unused, &unused);
}

void survival_table_read(struct survival_table *t, struct flow_run *run, struct input *input)
{
    static const int of_curve[] = {SURVIVAL_GROUP,    SURVIVAL_TIME,     SURVIVAL_AT_RISK,
                                   SURVIVAL_EVENTS,   SURVIVAL_CENSORED, SURVIVAL_SURVIVAL,
                                   SURVIVAL_LOW,      SURVIVAL_HIGH};
    static const int of_summary[] = {SURVIVAL_GROUP,  SURVIVAL_CUSTOMERS,  SURVIVAL_EVENTS,
                                     SURVIVAL_CENSORED, SURVIVAL_Q25,      SURVIVAL_MEDIAN,
                                     SURVIVAL_MEDIAN_LOW, SURVIVAL_MEDIAN_HIGH, SURVIVAL_Q75};
    *t = (struct survival_table){.curves = input_column(input, SURVIVAL_MEDIAN) < 0,
                                 .chi_square = NAN,
                                 .p = NAN};
    const int *needed = t->curves ? of_curve : of_summary;
    for (size_t i = 0; i < (t->curves ? COUNT_OF(of_curve) : COUNT_OF(of_summary)); i++) {
        input_expect(input, needed[i],
                     "survival= takes what crm-cohort --survival writes, best with --curve");
    }
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        (t->curves ? take_point : take_summary)(t, cursor_row(cursor));
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    for (size_t i = 0; i < t->count && t->curves; i++) {
        take_quantiles(&t->group[i]);
    }
}

void survival_table_at(const struct survival_table_group *g, double time, struct survival_point *at)
{
    *at = (struct survival_point){.time = time, .survival = 1, .low = 1, .high = 1};
    for (size_t i = 0; i < g->points; i++) {
        const struct survival_point *p = &g->point[i];
        if (p->time >= time) {
            at->at_risk = p->at_risk;
        }
        if (p->time <= time) {
            at->survival = p->survival;
            at->low = p->low;
            at->high = p->high;
        }
        if (p->time >= time) {
            return;
        }
    }
}

size_t survival_table_largest(const struct survival_table *t, size_t most, size_t *chosen)
{
    size_t n = 0;
    for (size_t i = 0; i < t->count; i++) {
        size_t larger = 0;
        for (size_t k = 0; k < t->count; k++) {
            double a = t->group[k].customers, b = t->group[i].customers;
            larger += a > b || (a == b && k < i);
        }
        if (larger < most) {
            chosen[n++] = i;
        }
    }
    return n;
}
