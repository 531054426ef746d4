/* crm-score --clv --forecast: orders and revenue of the present customers, week by week. */
#include "base/base.h"

#include "analysis/forecast.h"
#include "base/die.h"
#include "base/say.h"
#include "crm-score/score.h"
#include "value/number.h"

static const struct encode_column columns[] = {
    {{"from", 4}, ENCODE_TEXT},
    {{"to", 2}, ENCODE_TEXT},
    {{"expected_orders", 15}, ENCODE_NUMBER},
    {{"expected_orders_low", 19}, ENCODE_NUMBER},
    {{"expected_orders_high", 20}, ENCODE_NUMBER},
    {{"expected_value", 14}, ENCODE_NUMBER},
    {{"expected_value_low", 18}, ENCODE_NUMBER},
    {{"expected_value_high", 19}, ENCODE_NUMBER},
};

static void take_row(void *context, const struct rollup_row *row)
{
    clv_take(context, row);
}

static void put_week(void *context, size_t i, struct arena *scratch, struct str *cells)
{
    const struct forecast_week *week = &((const struct forecast *)context)->week[i];
    const struct forecast_figure *figures[] = {&week->orders, &week->revenue};
    char day[DATE_ROOM];
    cells[0] = arena_str(scratch, (struct str){day, date_format(week->from, day)});
    cells[1] = arena_str(scratch, (struct str){day, date_format(week->to, day)});
    for (size_t k = 0; k < COUNT_OF(figures); k++) {
        cells[2 + 3 * k] = number_cell(scratch, figures[k]->mean);
        cells[3 + 3 * k] = number_cell(scratch, figures[k]->low);
        cells[4 + 3 * k] = number_cell(scratch, figures[k]->high);
    }
}

static void say_all(const struct forecast *f)
{
    const struct forecast_week *all = &f->all;
    char to[DATE_ROOM], mean[NUMBER_ROOM], low[NUMBER_ROOM], high[NUMBER_ROOM];
    date_format(all->to, to);
    number_format(all->orders.mean, mean);
    number_format(all->orders.low, low);
    number_format(all->orders.high, high);
    say_notice("until %s: %s orders expected, 95 %% interval %s to %s; of the present customers, new "
               "ones are in no forecast", to, mean, low, high);
    if (!f->parameters) {
        say_warning("the parameters of this model have no standard errors: the intervals are of chance "
                    "alone");
    }
}

int score_forecast(const struct settings *typed, struct cli *cli, struct rollup_settings *rollup,
                   struct clv *clv)
{
    struct rollup_result rolled;
    struct date_span span;
    if (!date_span_parse(str_of(typed->forecast), &span) || span.count == 0) {
        die(STATUS_USAGE, "--forecast %s: a span such as 13w, 6m", typed->forecast);
    }
    if (date_add(0, span, 1) > 7 * FORECAST_WEEKS_MAX) {
        die(STATUS_USAGE, "--forecast %s: at most %d weeks", typed->forecast, FORECAST_WEEKS_MAX);
    }
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    cli_output(cli, columns, COUNT_OF(columns));
    struct sink *model = typed->model.save ? cli_side_output(cli, typed->model.save) : NULL;
    rollup_run(&cli->run, cli->inputs, cli->input_count, rollup, take_row, clv, &rolled);
    cli_not_written(cli);
    cli_as_of(cli, &rolled.days);
    if (clv->count > 0) {
        clv_options_fit(&typed->model, cli->as_of, clv);
        struct forecast *f = forecast_new(clv, span);
        cli_put_rows(cli, f->count, put_week, f);
        say_all(f);
        forecast_free(f);
    }
    if (model) {
        if (clv->count == 0) {
            die(STATUS_DATA, "--save-model: no customers, no model");
        }
        clv_options_save(clv, model);
    }
    return cli_end(cli);
}
