#include "base/base.h"

#include <math.h>

#include "analysis/outlook.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "stats/concentration.h"
#include "value/money.h"
#include "value/number.h"

void outlook_begin(struct outlook *outlook, const struct input *input)
{
    static const int needed[] = {SCORES_P_ALIVE, SCORES_EXPECTED_ORDERS, SCORES_EXPECTED_VALUE,
                                 SCORES_CLV};
    *outlook = (struct outlook){.there = true};
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        outlook->there &= input_column(input, needed[i]) >= 0;
    }
}

/* A number in units of 1/10^scale; 0 where the cell is empty. */
static bool read_units(const struct row *row, int column, int scale, int64_t *units)
{
    double value;
    struct str cell = row_text(row, column);
    char shown[SAY_VALUE_ROOM];
    *units = 0;
    if (cell.n == 0) {
        return true;
    }
    if (!number_parse(cell, scale, &value)) {
        row_bad(row, column, "%s is not a number", say_value(cell, shown));
        return false;
    }
    if (fabs(value) >= 9e18) {
        row_bad(row, column, "%s is too large", say_value(cell, shown));
        return false;
    }
    *units = llround(value);
    return true;
}

bool outlook_read(const struct outlook *outlook, const struct row *row, struct outlook_cells *cells)
{
    *cells = (struct outlook_cells){.alive = NAN};
    if (!outlook->there) {
        return true;
    }
    if (row_number(row, SCORES_P_ALIVE, &cells->alive) == ROW_BAD ||
        !read_units(row, SCORES_EXPECTED_ORDERS, 6, &cells->orders) ||
        !read_units(row, SCORES_EXPECTED_VALUE, 4, &cells->value) ||
        !read_units(row, SCORES_CLV, 4, &cells->clv)) {
        return false;
    }
    if (cells->alive < 0 || cells->alive > 1) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, SCORES_P_ALIVE, "%s is no chance: it must lie between 0 and 1",
                say_value(row_text(row, SCORES_P_ALIVE), shown));
        return false;
    }
    return true;
}

static void add(int64_t *sum, int64_t units)
{
    if (!money_add(sum, units)) {
        die(STATUS_DATA, "what all customers are expected to bring does not fit in 64 bits");
    }
}

void outlook_add(struct outlook_sum *sum, const struct outlook_cells *cells, int64_t revenue)
{
    if (isnan(cells->alive)) {
        return;
    }
    sum->customers++;
    add(&sum->orders, cells->orders);
    add(&sum->value, cells->value);
    add(&sum->clv, cells->clv);
    add(&sum->revenue, revenue);
    if (cells->alive < OUTLOOK_LEAVING) {
        sum->leaving++;
        add(&sum->leaving_clv, cells->clv);
        add(&sum->leaving_value, cells->value);
        add(&sum->leaving_revenue, revenue);
    }
}

void outlook_keep(struct outlook *outlook, const struct outlook_cells *cells)
{
    if (!outlook->there) {
        return;
    }
    if (outlook->count == outlook->room) {
        outlook->room = mem_capacity(outlook->room, outlook->count + 1);
        outlook->cells = mem_grow(outlook->cells, outlook->room, sizeof *outlook->cells);
    }
    outlook->cells[outlook->count++] = *cells;
}

void outlook_count(struct outlook *outlook, size_t i, int64_t revenue, struct outlook_sum *group)
{
    if (outlook->there) {
        outlook_add(group, &outlook->cells[i], revenue);
        outlook_add(&outlook->all, &outlook->cells[i], revenue);
    }
}

void outlook_settle(struct outlook *outlook)
{
    static const uint64_t percent[] = {1, 5, 10, 20, 50};
    struct outlook_spread *spread = &outlook->spread;
    int64_t *clv = mem_new(outlook->count, sizeof *clv);
    size_t n = 0;
    for (size_t i = 0; i < outlook->count; i++) {
        if (!isnan(outlook->cells[i].alive)) {
            clv[n++] = outlook->cells[i].clv;
        }
    }
    concentration_sort(clv, n);
    for (size_t i = 0; i < COUNT_OF(percent); i++) {
        spread->top[i] = concentration_top(clv, n, percent[i], 100);
    }
    spread->gini = concentration_gini(clv, n);
    spread->mark = n > 0 ? 1 - (double)((n + 4) / 5) / (double)n : NAN;
    concentration_curve(clv, n, OUTLOOK_CURVE, spread->curve);
    free(clv);
}
