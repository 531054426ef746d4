/* crm-score --scorecard: weighted criteria and gates over any rows. */
#include "base/base.h"

#include "analysis/scorecard.h"
#include "base/die.h"
#include "base/mem.h"
#include "crm-score/score.h"
#include "flow/columns.h"
#include "flow/cursor.h"
#include "flow/held.h"
#include "value/number.h"

/* Reads all rows: a condition may ask how a row stands among them. */
static void read_rows(struct cli *cli, struct input *input, struct population *population,
                      struct held *held, size_t width)
{
    struct expr_value *values = mem_new(population_width(population, POPULATION_FIRST),
                                        sizeof *values);
    struct cursor *cursor = cursor_open(&cli->run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        if (population_read(population, POPULATION_FIRST, row, &cli->arena, values)) {
            population_add(population, values, NULL, 0);
            held_add(held, row->record.cell, width);
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    free(values);
    population_settle(population);
}

int score_scorecard(const struct settings *typed, struct cli *cli)
{
    static const enum kind accepted[] = {KIND_TABLE, KIND_CUSTOMERS, KIND_SCORES, KIND_ROLLUP};
    struct policy *policy = policy_read(typed->scorecard, &cli->arena);
    struct columns columns;
    struct held held = {0};
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    if (cli->input_count != 1) {
        die(STATUS_USAGE, "--scorecard: one file is needed");
    }
    struct input *input = cli->inputs[0];
    struct population *population = population_new(input, NULL);
    struct scorecard *card = scorecard_new(population, policy, typed->scorecard);
    columns_begin(&columns, input, &cli->arena);
    size_t at_score = columns_add(&columns, S("scorecard_score"), ENCODE_NUMBER);
    size_t at_result = columns_add(&columns, S("scorecard"), ENCODE_TEXT);
    size_t at_by = columns_add(&columns, S("scorecard_by"), ENCODE_TEXT);
    struct str *cells = mem_new(columns.count, sizeof *cells);
    cli_output(cli, columns.column, columns.count);
    read_rows(cli, input, population, &held, columns.own);
    for (size_t i = 0; i < held.count; i++) {
        struct scorecard_verdict verdict;
        const char *reason;
        char text[NUMBER_ROOM];
        memset(cells, 0, columns.count * sizeof *cells);
        held_get(&held, i, cells, columns.own);
        if (!scorecard_of(card, i, &verdict, &reason)) {
            die(STATUS_DATA, "%s: row %zu: %s", input->name, i + 1, reason);
        }
        cells[at_score] = (struct str){text, number_format(verdict.score, text)};
        cells[at_result] = verdict.result;
        cells[at_by] = verdict.by;
        cli_put(cli, cells);
        cli->run.account.written++;
    }
    scorecard_free(card);
    population_free(population);
    held_free(&held);
    free(cells);
    return cli_end(cli);
}
