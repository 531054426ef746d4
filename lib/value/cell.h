/*
 * cell.h - values as the texts of cells: one behind the other in memory that holds them all, or each in
 * an arena.
 *
 *     char *at = arena_alloc(scratch, 3 * CELL_ROOM);
 *     cells[0] = cell_day(&at, day);
 *     cells[1] = cell_count(&at, rows);
 *     cells[2] = cell_money(&at, units, money_decimals(currency));
 */
#ifndef CRM_CELL_H
#define CRM_CELL_H

#include "base/arena.h"
#include "value/date.h"
#include "value/money.h"
#include "value/number.h"

#define CELL_ROOM DATE_ROOM /* bytes that any of them may need */

/* DATE_NONE gives an empty cell. */
static inline struct str cell_day(char **at, int32_t day)
{
    struct str cell = {*at, date_format(day, *at)};
    *at += cell.n;
    return cell;
}

static inline struct str cell_count(char **at, uint64_t value)
{
    struct str cell = {*at, number_count_format(value, *at)};
    *at += cell.n;
    return cell;
}

static inline struct str cell_money(char **at, int64_t units, int decimals)
{
    struct str cell = {*at, money_format(units, decimals, *at)};
    *at += cell.n;
    return cell;
}

/* A day as a cell of its own. */
static inline struct str cell_of_day(struct arena *arena, int32_t day)
{
    char text[DATE_ROOM];
    return arena_str(arena, (struct str){text, date_format(day, text)});
}

#endif
