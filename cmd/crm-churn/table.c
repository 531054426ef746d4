/* crm-churn: the columns of a customer, in the table of all and in win-back lists. */
#include "base/base.h"

#include "crm-churn/churn.h"
#include "value/cell.h"

static const struct encode_column churn_columns[] = {
    {{"customer_id", 11}, ENCODE_TEXT},      {{"currency", 8}, ENCODE_TEXT},
    {{"status", 6}, ENCODE_TEXT},            {{"rule", 4}, ENCODE_TEXT},
    {{"lifecycle", 9}, ENCODE_TEXT},         {{"first_date", 10}, ENCODE_TEXT},
    {{"last_date", 9}, ENCODE_TEXT},         {{"days", 4}, ENCODE_NUMBER},
    {{"silence_days", 12}, ENCODE_NUMBER},   {{"cadence_days", 12}, ENCODE_NUMBER},
    {{"silence_p", 9}, ENCODE_NUMBER},       {{"recent_days", 11}, ENCODE_NUMBER},
    {{"rate_p", 6}, ENCODE_NUMBER},          {{"p_alive", 7}, ENCODE_NUMBER},
    {{"expected_value", 14}, ENCODE_NUMBER}, {{"value_at_risk", 13}, ENCODE_NUMBER},
    {{"as_of", 5}, ENCODE_TEXT},
};

void churn_cells(const struct churn *churn, size_t i, const struct churn_verdict *v,
                 struct arena *scratch, struct str *cells)
{
    const struct churn_customer *c = &churn->customer[i];
    const struct str own[] = {
        c->id,
        c->currency,
        str_of(churn_status_name(v->status)),
        str_of(v->rule),
        str_of(lifecycle_name(v->stage)),
        cell_of_day(scratch, c->life.first),
        cell_of_day(scratch, c->life.last),
        number_cell(scratch, (double)c->days),
        number_cell(scratch, v->silence),
        number_cell(scratch, v->typical),
        number_cell(scratch, v->silence_p),
        number_cell(scratch, (double)v->recent),
        number_cell(scratch, v->rate_p),
        number_cell(scratch, v->alive),
        number_cell(scratch, v->expected_value),
        number_cell(scratch, v->value_at_risk),
        cell_of_day(scratch, churn->as_of),
    };
    memcpy(cells, own, sizeof own);
    memcpy(cells + COUNT_OF(own), c->keep, churn->settings.keep_count * sizeof *cells);
}

size_t churn_lay_out(struct cli *cli, const struct encode_column *lead, size_t lead_count,
                     const struct rollup_extras *extras)
{
    size_t own = COUNT_OF(churn_columns);
    size_t count = lead_count + own + extras->keep_count;
    struct encode_column *columns = arena_alloc(&cli->arena, count * sizeof *columns);
    if (lead_count > 0) {
        memcpy(columns, lead, lead_count * sizeof *columns);
    }
    memcpy(columns + lead_count, churn_columns, sizeof churn_columns);
    for (size_t i = 0; i < extras->keep_count; i++) {
        columns[lead_count + own + i] = (struct encode_column){extras->keep[i], ENCODE_TEXT};
    }
    cli_output(cli, columns, count);
    return count;
}
