/*
 * figure_table.h - a table of figures that another command wrote, read back: a row for each group,
 * period, driver or cause, with its columns by the kind of the input (schema/schema.h).
 *
 *     static const struct figure_table_spec spec = {.advice = "causes= takes ...", .lead = CAUSES_TICKETS, ...};
 *     struct figure_table table;
 *     figure_table_read(&table, run, input, &spec);
 *     table.row[i].cell[CAUSES_SHARE].number, .group
 *
 * Columns of no known name that stand before `lead` are those that the command grouped by: their
 * cells, apart by a dot, are the row's group. Texts live as long as the table.
 */
#ifndef CRM_FIGURE_TABLE_H
#define CRM_FIGURE_TABLE_H

#include "base/map.h"
#include "flow/flow.h"

#define FIGURE_TABLE_MOST 10000 /* rows */
#define FIGURE_TABLE_LIST 12

/* Lists of columns end with FIGURE_TABLE_END. */
#define FIGURE_TABLE_END (-1)

struct figure_table_spec {
    const char *advice;             /* what file it should be */
    int lead;                       /* the first column behind those of the groups */
    int needed[FIGURE_TABLE_LIST];  /* columns that the header must have */
    int key[FIGURE_TABLE_LIST];     /* with the group: what no two rows have alike */
    int counts[FIGURE_TABLE_LIST];  /* 0 or more, in every row */
    int shares[FIGURE_TABLE_LIST];  /* 0 to 1, or empty */
};

struct figure_table_cell {
    struct str text;
    double number; /* NaN: no number column, or an empty cell */
};

struct figure_table_row {
    struct str group; /* empty: the command was asked for no groups, or the row is of all */
    struct figure_table_cell *cell; /* by column of the kind */
};

struct figure_table {
    struct figure_table_row *row; /* as they came */
    size_t count, room;
    struct str grouped_by; /* names of the columns of the groups; empty: there are none */
    bool has[SCHEMA_COLUMNS_MAX];
    struct map keys;
    struct arena arena;
};

/* Bad rows are rejected; a header without what is needed ends the run. */
void figure_table_read(struct figure_table *table, struct flow_run *run, struct input *input,
                       const struct figure_table_spec *spec);
/* Whether the row is that of all groups: it has no group, or crm-ticket's word for all. */
bool figure_table_is_all(const struct figure_table_row *row);
/* The last period of the column in byte order, which is that of time; empty: no row has one. */
struct str figure_table_latest(const struct figure_table *table, int period);

#endif
