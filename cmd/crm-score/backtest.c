/* crm-score --clv --backtest: a lifetime model held against what came after it. */
#include "base/base.h"

#include "analysis/backtest.h"
#include "base/die.h"
#include "base/say.h"
#include "crm-score/score.h"

static void put_row(void *context, const struct str *cells)
{
    cli_put(context, cells);
}

int score_backtest(const struct settings *typed, struct cli *cli, struct rollup_settings *rollup,
                   const struct clv_settings *settings)
{
    struct backtest bt;
    struct rollup_result rolled;
    struct arena scratch = {0};
    char message[CLV_MESSAGE];
    struct stamp cut;
    if (date_parse(str_of(typed->backtest), DATE_ORDER_UNKNOWN, &cut) || cut.has_time ||
        cut.form == DATE_FORM_AMBIGUOUS) {
        die(STATUS_USAGE, "--backtest %s: a date such as 2024-06-30 is needed", typed->backtest);
    }
    rollup->by = DATE_DAY;
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    cli_output(cli, backtest_columns, BACKTEST_COLUMNS);
    backtest_init(&bt, settings, cut.day);
    rollup_run(&cli->run, cli->inputs, cli->input_count, rollup, backtest_take, &bt, &rolled);
    if (!backtest_settle(&bt, cli_as_of(cli, &rolled.days), message)) {
        die(STATUS_DATA, "--backtest %s: %s", typed->backtest, message);
    }
    cli_not_written(cli);
    clv_options_say(&bt.clv);
    backtest_rows(&bt, &scratch, put_row, cli);
    say_notice("forecast: the %zu customers who had bought by %s; %" PRIu64 " who came later, with "
               "%" PRIu64 " orders, are in no forecast", bt.clv.count, typed->backtest,
               bt.new_customers, bt.new_orders);
    arena_free(&scratch);
    backtest_free(&bt);
    return cli_end(cli);
}
