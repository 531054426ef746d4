/* crm-cohort: retention by cohort and period, and survival. */
#include "base/base.h"

#include <math.h>

#include "analysis/cohort.h"
#include "base/die.h"
#include "crm-cohort/cohort.h"
#include "value/number.h"

#define AT(member) offsetof(struct settings, member)
#define LONG 0 /* --matrix: its words begin behind it */

static const struct option_spec options[] = {
    {0, "by", "month|quarter|year|COLUMN", OPT_TEXT, AT(by),
     "period of cohorts (month); with --survival a column"},
    {0, "matrix", "none|retention|active|orders|revenue|revenue_retention", OPT_CHOICE, AT(matrix),
     "one figure, a row for each cohort, a column for each age"},
    {0, "refunds", "net|ignore", OPT_CHOICE, AT(refunds), "take refunds off revenue, or not"},
    {0, "currency", "CODE", OPT_TEXT, AT(currency), "only amounts in this currency"},
    {0, "survival", NULL, OPT_FLAG, AT(survival), "how long customers stay: Kaplan-Meier"},
    {0, "second", NULL, OPT_FLAG, AT(second), "with --survival: how long until the second order"},
    {0, "curve", NULL, OPT_FLAG, AT(curve), "with --survival: the curve, not its summary"},
    {0, "interval", "log-log|log|plain", OPT_CHOICE, AT(interval), "kind of 95 % intervals"},
    {0, "silence", "DAYS", OPT_TEXT, AT(silence), "silent for longer has left (P95 of mean gaps)"},
    {0, "seen-from", "DATE", OPT_TEXT, AT(seen_from), "older customers enter late: the data begin here"},
    {0, "start", "COLUMN", OPT_TEXT, AT(columns.start), "of a table: the day a contract began"},
    {0, "end", "COLUMN", OPT_TEXT, AT(columns.end), "of a table: the day it ended, if it has"},
    {0, "time", "COLUMN", OPT_TEXT, AT(columns.time), "of a table: a duration as it stands"},
    {0, "event", "COLUMN=VALUE", OPT_TEXT, AT(columns.event), "with --time: who has left"},
    {0, "entry", "COLUMN", OPT_TEXT, AT(columns.entry), "with --time: the age at which it was seen"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-cohort",
    .operands = "[FILE ...]",
    .purpose = "Retention of customers by cohort and period, and how long they stay.",
    .options = options,
    .explain =
        "cohort  the period of a customer's first purchase; age  periods since then\n"
        "retention  active / customers; active  with a purchase in the period\n"
        "revenue_retention  net revenue of the period / that of age 0\n"
        "complete  1: the period had ended on as_of\n"
        "survival  Kaplan-Meier: product of (1 - events / at_risk); std_error by Greenwood; 95 % "
        "intervals log-log (--interval)\n"
        "median  the first time at which survival is at most 0.5; q25, q75 for 0.75 and 0.25\n"
        "expected, chi_square, p  log-rank test of the groups\n"
        "of orders  left: silent for longer than --silence on as_of; the time is first to last "
        "purchase, else first purchase to as_of (censored)",
};

static enum date_period period_of(const struct settings *typed)
{
    static const struct {
        const char *name;
        enum date_period period;
    } periods[] = {{"month", DATE_MONTH}, {"quarter", DATE_QUARTER}, {"year", DATE_YEAR}};
    for (size_t i = 0; i < COUNT_OF(periods); i++) {
        if (!typed->by || strcmp(typed->by, periods[i].name) == 0) {
            return periods[i].period;
        }
    }
    die(STATUS_USAGE, "--by %s: month, quarter or year; a column goes with --survival", typed->by);
}

static struct str money_cell(struct arena *scratch, int64_t units, struct str currency)
{
    char text[MONEY_ROOM];
    return arena_str(scratch, (struct str){text, money_format(units, money_decimals(currency), text)});
}

static struct str period_cell(struct arena *scratch, int32_t start, enum date_period by)
{
    char text[DATE_ROOM];
    return arena_str(scratch, (struct str){text, date_period_format(start, by, text)});
}

static double revenue_retention(const struct cohort *cohort, size_t age)
{
    int64_t first = cohort->cell[0].revenue;
    return first > 0 ? (double)cohort->cell[age].revenue / (double)first : NAN;
}

/* One row for each cohort and age. */
static void put_long(struct cli *cli, const struct cohorts *cohorts, struct str currency)
{
    static const struct encode_column columns[] = {
        {{"cohort", 6}, ENCODE_TEXT},     {{"age", 3}, ENCODE_NUMBER},
        {{"period", 6}, ENCODE_TEXT},     {{"customers", 9}, ENCODE_NUMBER},
        {{"active", 6}, ENCODE_NUMBER},   {{"retention", 9}, ENCODE_NUMBER},
        {{"orders", 6}, ENCODE_NUMBER},   {{"revenue", 7}, ENCODE_NUMBER},
        {{"revenue_retention", 17}, ENCODE_NUMBER}, {{"complete", 8}, ENCODE_NUMBER},
    };
    struct arena scratch = {0};
    cli_output(cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < cohorts->count; i++) {
        const struct cohort *c = &cohorts->cohort[i];
        for (size_t age = 0; age < c->ages; age++) {
            const struct cohort_cell *cell = &c->cell[age];
            int32_t start = cohort_period(cohorts->by, c->start, (int32_t)age);
            const struct str cells[] = {
                period_cell(&scratch, c->start, cohorts->by),
                arena_printf(&scratch, "%zu", age),
                period_cell(&scratch, start, cohorts->by),
                arena_printf(&scratch, "%" PRIu64, c->customers),
                arena_printf(&scratch, "%" PRIu64, cell->active),
                number_cell(&scratch, (double)cell->active / (double)c->customers),
                arena_printf(&scratch, "%" PRIu64, cell->orders),
                money_cell(&scratch, cell->revenue, currency),
                number_cell(&scratch, revenue_retention(c, age)),
                cli->as_of >= date_period_end(start, cohorts->by) ? S("1") : S("0"),
            };
            cli_put(cli, cells);
            arena_reset(&scratch);
        }
    }
    arena_free(&scratch);
}

static struct str figure_cell(struct arena *scratch, const struct cohort *c, size_t age,
                              enum cohort_figure figure, struct str currency)
{
    const struct cohort_cell *cell = &c->cell[age];
    switch (figure) {
    case COHORT_RETENTION:
        return number_cell(scratch, (double)cell->active / (double)c->customers);
    case COHORT_ACTIVE:
        return arena_printf(scratch, "%" PRIu64, cell->active);
    case COHORT_ORDERS:
        return arena_printf(scratch, "%" PRIu64, cell->orders);
    case COHORT_REVENUE:
        return money_cell(scratch, cell->revenue, currency);
    default:
        return number_cell(scratch, revenue_retention(c, age));
    }
}

static void put_matrix(struct cli *cli, const struct cohorts *cohorts, enum cohort_figure figure,
                       struct str currency)
{
    struct arena scratch = {0};
    size_t ages = 0;
    for (size_t i = 0; i < cohorts->count; i++) {
        ages = cohorts->cohort[i].ages > ages ? cohorts->cohort[i].ages : ages;
    }
    struct encode_column *columns = arena_alloc(&cli->arena, (ages + 2) * sizeof *columns);
    struct str *cells = arena_alloc(&cli->arena, (ages + 2) * sizeof *cells);
    columns[0] = (struct encode_column){S("cohort"), ENCODE_TEXT};
    columns[1] = (struct encode_column){S("customers"), ENCODE_NUMBER};
    for (size_t age = 0; age < ages; age++) {
        columns[2 + age] =
            (struct encode_column){arena_printf(&cli->arena, "%zu", age), ENCODE_NUMBER};
    }
    cli_output(cli, columns, ages + 2);
    for (size_t i = 0; i < cohorts->count; i++) {
        const struct cohort *c = &cohorts->cohort[i];
        cells[0] = period_cell(&scratch, c->start, cohorts->by);
        cells[1] = arena_printf(&scratch, "%" PRIu64, c->customers);
        for (size_t age = 0; age < ages; age++) {
            cells[2 + age] =
                age < c->ages ? figure_cell(&scratch, c, age, figure, currency) : S("");
        }
        cli_put(cli, cells);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}

struct cohort_taking {
    struct cohorts cohorts;
    struct str currency; /* of the rows; one, or rollup_run has ended the run */
};

static void take_cohort(void *context, const struct rollup_row *row)
{
    struct cohort_taking *taking = context;
    if (taking->currency.n == 0 && row->currency.n > 0) {
        taking->currency = arena_str(&taking->cohorts.arena, row->currency);
    }
    cohort_take(&taking->cohorts, row);
}

static int retention(const struct settings *typed, struct cli *cli)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP};
    struct cohort_taking taking = {
        .cohorts = {.by = period_of(typed), .ignore_refunds = typed->refunds == 1}};
    struct rollup_settings rollup;
    struct rollup_result rolled;
    cohort_read_rollup(typed, cli, taking.cohorts.by, &rollup);
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    rollup_prepare(cli->inputs, cli->input_count, &rollup, &cli->arena);
    rollup_run(&cli->run, cli->inputs, cli->input_count, &rollup, take_cohort, &taking, &rolled);
    cli_not_written(cli);
    cohort_settle(&taking.cohorts, cli_as_of(cli, &rolled.days));
    struct str currency = taking.currency;
    if (typed->matrix == LONG) {
        put_long(cli, &taking.cohorts, currency);
    } else {
        put_matrix(cli, &taking.cohorts, (enum cohort_figure)(typed->matrix - 1), currency);
    }
    cohort_free(&taking.cohorts);
    return cli_end(cli);
}

int main(int argc, char **argv)
{
    struct settings typed = {0};
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    const struct durations_columns *c = &typed.columns;
    bool of_survival = typed.second || typed.curve || typed.silence || typed.seen_from ||
                       typed.interval > 0 || c->start || c->end || c->time || c->event || c->entry;
    if (!typed.survival && of_survival) {
        die(STATUS_USAGE, "--second, --curve, --interval, --silence, --seen-from, --start, --end, "
            "--time, --event and --entry go with --survival");
    }
    return typed.survival ? survival_put(&typed, cli) : retention(&typed, cli);
}
