#include "base/base.h"

#include "analysis/backtest_table.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"

static bool read_section(const struct row *row, size_t *section)
{
    static const char *const names[BACKTEST_TABLE_SECTIONS] = {"error", "total", "frequency",
                                                               "decile", "week"};
    struct str name = row_text(row, BACKTESTS_SECTION);
    char shown[SAY_VALUE_ROOM];
    for (*section = 0; *section < COUNT_OF(names); ++*section) {
        if (str_eq(name, str_of(names[*section]))) {
            return true;
        }
    }
    row_bad(row, BACKTESTS_SECTION, "%s is none of error, total, frequency, decile, week",
            say_word(name, shown));
    return false;
}

static void take(struct backtest_table *t, const struct row *row)
{
    struct backtest_table_line line = {.group = row_text(row, BACKTESTS_GROUP)};
    size_t section;
    double *const forecast = line.forecast;
    if (!read_section(row, &section) ||
        row_number(row, BACKTESTS_CUSTOMERS, &line.customers) == ROW_BAD ||
        row_number(row, BACKTESTS_ACTUAL, &line.actual) == ROW_BAD ||
        row_number(row, BACKTESTS_MODEL, &forecast[BACKTEST_MODEL]) == ROW_BAD ||
        row_number(row, BACKTESTS_MEAN_RATE, &forecast[BACKTEST_MEAN_RATE]) == ROW_BAD ||
        row_number(row, BACKTESTS_LAST_PERIOD, &forecast[BACKTEST_LAST_PERIOD]) == ROW_BAD) {
        return;
    }
    if (backtest_table_find(t, (enum backtest_table_section)section, line.group)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, BACKTESTS_GROUP, "%s stands twice in its section", say_value(line.group, shown));
        return;
    }
    struct backtest_table_list *list = &t->list[section];
    if (list->count == BACKTEST_TABLE_MOST) {
        row_fatal(row, BACKTESTS_SECTION, STATUS_DATA, "more than %d rows of one section",
                  BACKTEST_TABLE_MOST);
        return;
    }
    if (list->count == list->room) {
        list->room = mem_capacity(list->room, list->count + 1);
        list->line = mem_grow(list->line, list->room, sizeof *list->line);
    }
    line.group = arena_str(&t->arena, line.group);
    list->line[list->count++] = line;
    row->worker->account.merged++;
}

void backtest_table_read(struct backtest_table *t, struct flow_run *run, struct input *input)
{
    *t = (struct backtest_table){0};
    for (int i = 0; i < BACKTESTS_COLUMNS; i++) {
        input_expect(input, i, "backtest= takes what crm-score --clv --backtest writes");
    }
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        take(t, cursor_row(cursor));
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
}

const struct backtest_table_line *backtest_table_find(const struct backtest_table *t,
                                                      enum backtest_table_section section,
                                                      struct str group)
{
    const struct backtest_table_list *list = &t->list[section];
    for (size_t i = 0; i < list->count; i++) {
        if (str_eq(list->line[i].group, group)) {
            return &list->line[i];
        }
    }
    return NULL;
}
