/* crm-query: SQL over any of the streams. */
#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "cli/cli.h"
#include "rules/cells.h"
#include "rules/query.h"

struct settings {
    bool columns;
};

static const struct option_spec options[] = {
    {0, "columns", NULL, OPT_FLAG, offsetof(struct settings, columns),
     "show the names and types of the inputs' columns; no SQL"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-query",
    .operands = "SQL [NAME=FILE ...]",
    .purpose = "SQL over customers, orders and every other stream.",
    .options = options,
    .explain =
        "columns have their canonical names (man 5 crm-formats); an empty cell is NULL\n"
        "sum, avg, total add in fixed point with 4 decimals and fail on overflow\n"
        "a column that no kind knows is NULL against a number where it holds none",
};

/* The statement is the first operand; the others are inputs. */
static const char *take_statement(struct cli *cli)
{
    if (cli->operand_count == 0) {
        die(STATUS_USAGE, "an SQL statement is needed: %s 'SELECT * FROM stdin'", command.name);
    }
    cli->operand_count--;
    return *cli->operands++;
}

static void show_columns(struct cli *cli)
{
    static const struct encode_column columns[] = {
        {{"table", 5}, ENCODE_TEXT}, {{"column", 6}, ENCODE_TEXT}, {{"type", 4}, ENCODE_TEXT}};
    static const char *const types[] = {"TEXT", "INTEGER", "REAL", "ANY"};
    cli_output(cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < cli->input_count; i++) {
        struct cells *cells = cells_new(cli->inputs[i]);
        for (size_t k = 0; k < cells->own; k++) {
            struct str row[] = {str_of(cli->names[i]), cells->column[k].name,
                                str_of(types[cells->column[k].type])};
            cli_put(cli, row);
        }
        cells_free(cells);
    }
}

/* SQL may give two columns one name; a header may not. */
static struct str unique_name(const struct encode_column *columns, size_t at, struct arena *arena)
{
    struct str name = columns[at].name;
    unsigned n = 1;
    for (size_t i = 0; i < at; i++) {
        if (str_eq(columns[i].name, name)) {
            name = arena_printf(arena, "%.*s_%u", STRF(columns[at].name), ++n);
            i = (size_t)-1; /* look again from the first */
        }
    }
    return name;
}

static void run_query(struct cli *cli, const char *sql)
{
    struct query_table *tables = mem_new(cli->input_count, sizeof *tables);
    char message[512];
    for (size_t i = 0; i < cli->input_count; i++) {
        tables[i] = (struct query_table){cli->names[i], cli->inputs[i]};
    }
    struct query *query = query_new(&cli->run, tables, cli->input_count, str_of(sql), message,
                                    sizeof message);
    if (!query) {
        die(STATUS_USAGE, "%s", message);
    }
    query_begin(query);
    size_t count = query_columns(query);
    struct encode_column *columns = arena_alloc(&cli->arena, count * sizeof *columns);
    struct str *cells = arena_alloc(&cli->arena, count * sizeof *cells);
    for (size_t i = 0; i < count; i++) {
        query_column(query, i, &cli->arena, &columns[i]);
        columns[i].name = unique_name(columns, i, &cli->arena);
    }
    cli_output(cli, columns, count);
    while (query_next(query, cells)) {
        cli_put(cli, cells);
    }
    query_free(query);
    free(tables);
}

int main(int argc, char **argv)
{
    struct settings typed = {0};
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    const char *sql = typed.columns ? NULL : take_statement(cli);
    cli_open_tables(cli);
    if (typed.columns) {
        show_columns(cli);
    } else {
        run_query(cli, sql);
    }
    return cli_end(cli);
}
