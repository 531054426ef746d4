/* crm-churn --winback and --evaluate: whom to win back, and whether it helped. */
#include "base/base.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-churn/churn.h"
#include "flow/cursor.h"
#include "stats/proportion.h"

void winback_put(struct cli *cli, const struct settings *typed, const struct churn *churn,
                 struct roster *roster, const struct rollup_extras *extras)
{
    static const struct encode_column lead[] = {{{"rank", 4}, ENCODE_NUMBER},
                                                {{"group", 5}, ENCODE_TEXT}};
    const struct winback_settings settings = {
        .budget = typed->winback,
        .holdout = churn_share("--holdout", typed->holdout ? typed->holdout : "10%"),
        .seed = typed->seed == CHURN_NO_NUMBER ? 1 : typed->seed,
        .channel = typed->channel == CHURN_NO_CHOICE ? WINBACK_ANY
                                                     : (enum winback_channel)typed->channel,
    };
    struct arena scratch = {0};
    struct winback list;
    if (churn->clv_fault) {
        die(STATUS_DATA, "--winback ranks by value at risk, and there is none: %s",
            churn->clv_fault);
    }
    if (!roster) {
        say_warning("no customers=FILE: nobody's consent to be contacted is known");
    }
    struct str *cells = mem_new(churn_lay_out(cli, lead, COUNT_OF(lead), extras), sizeof *cells);
    winback_list(churn, roster, &settings, &list);
    for (size_t i = 0; i < list.count; i++) {
        cells[0] = arena_printf(&scratch, "%zu", i + 1);
        cells[1] = list.list[i].held_out ? S("holdout") : S("contact");
        churn_cells(churn, list.list[i].customer, &list.list[i].verdict, &scratch,
                    cells + COUNT_OF(lead));
        cli_put(cli, cells);
        arena_reset(&scratch);
    }
    cli_wrote(cli, list.count);
    say_notice("win-back: %" PRIu64 " candidates, %" PRIu64 " without consent for the channel; %" PRIu64
               " to contact, %" PRIu64 " held out", list.candidates, list.no_consent, list.contacted,
               list.held_out);
    free(list.list);
    free(cells);
    arena_free(&scratch);
}

/* An earlier list, and what its customers did since. */
struct evaluation {
    struct map index; /* customer: 1 + group */
    int32_t since;
    uint64_t customers[2], returned[2]; /* contact, holdout */
    double revenue[2];
    bool ignore_refunds;
    struct str last_id;
    bool counted; /* that customer has returned */
    struct arena arena;
};

static void take_later(void *context, const struct rollup_row *row)
{
    struct evaluation *e = context;
    uint32_t *group = map_find(&e->index, row->customer);
    if (!group || row->period <= e->since) {
        return;
    }
    if (!e->last_id.p || !str_eq(row->customer, e->last_id)) {
        e->last_id = arena_str(&e->arena, row->customer);
        e->counted = false;
    }
    e->returned[*group] += row->days > 0 && !e->counted;
    e->counted |= row->days > 0;
    e->revenue[*group] +=
        (double)(row->amount - (e->ignore_refunds ? 0 : row->refund_amount)) / MONEY_SCALE;
}

static void read_list(struct cli *cli, const char *path, struct evaluation *e)
{
    struct input *input = input_open(path, &cli->reading);
    struct flow_run run = {0};
    struct str none;
    input_bind(input, KIND_SCORES);
    ptrdiff_t group_at = input_named(input, S("group"));
    if (group_at < 0) {
        die(STATUS_DATA, "%s: no column group: it is not a list that --winback wrote", path);
    }
    input_need(input, SCORES_CUSTOMER_ID, "--evaluate");
    input_need(input, SCORES_AS_OF, "--evaluate");
    input_settle(input);
    struct cursor *cursor = cursor_open(&run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        struct str id, group = str_trim(row->record.cell[group_at]);
        int32_t as_of;
        bool fresh;
        if (row_customer(row, &id) != ROW_VALUE || row_day(row, SCORES_AS_OF, &as_of) != ROW_VALUE) {
            row_bad(row, SCORES_AS_OF, "customer_id and as_of are needed");
        } else if (!str_eq(group, S("contact")) && !str_eq(group, S("holdout"))) {
            row_bad_at(row, group_at, "is neither contact nor holdout");
        } else if (e->since != DATE_NONE && e->since != as_of) {
            row_bad(row, SCORES_AS_OF, "differs from the rows before: one list at a time");
        } else {
            uint32_t *at = map_put(&e->index, id, &fresh);
            if (!fresh) {
                row_bad(row, SCORES_CUSTOMER_ID, "stands twice");
            } else {
                *at = str_eq(group, S("holdout"));
                e->customers[*at]++;
                e->since = as_of;
            }
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    input_close(input);
}

static void put_share(struct cli *cli, struct arena *scratch, const char *group, double customers,
                      double returned, struct proportion p, double revenue)
{
    const struct str cells[] = {str_of(group),          number_cell(scratch, customers),
                                number_cell(scratch, returned), number_cell(scratch, p.share),
                                number_cell(scratch, p.low), number_cell(scratch, p.high),
                                number_cell(scratch, revenue)};
    cli_put(cli, cells);
}

int winback_evaluate(struct cli *cli, const struct settings *typed, struct rollup_settings *rollup)
{
    static const struct encode_column columns[] = {
        {{"group", 5}, ENCODE_TEXT},      {{"customers", 9}, ENCODE_NUMBER},
        {{"returned", 8}, ENCODE_NUMBER}, {{"rate", 4}, ENCODE_NUMBER},
        {{"low", 3}, ENCODE_NUMBER},      {{"high", 4}, ENCODE_NUMBER},
        {{"revenue_each", 12}, ENCODE_NUMBER},
    };
    struct evaluation e = {.since = DATE_NONE, .ignore_refunds = typed->refunds == 1};
    struct rollup_result rolled;
    struct arena scratch = {0};
    read_list(cli, typed->evaluate, &e);
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    cli_output(cli, columns, COUNT_OF(columns));
    rollup_run(&cli->run, cli->inputs, cli->input_count, rollup, take_later, &e, &rolled);
    cli_not_written(cli);
    cli_as_of(cli, &rolled.days);
    double n[2], hits[2], each[2];
    for (int g = 0; g < 2; g++) {
        n[g] = (double)e.customers[g];
        hits[g] = (double)e.returned[g];
        each[g] = n[g] > 0 ? e.revenue[g] / n[g] : NAN;
        put_share(cli, &scratch, g ? "holdout" : "contact", n[g], hits[g],
                  proportion_wilson(hits[g], n[g]), each[g]);
    }
    put_share(cli, &scratch, "difference", NAN, NAN,
              proportion_difference(hits[0], n[0], hits[1], n[1]), each[0] - each[1]);
    if (e.customers[1] == 0) {
        say_warning("the list has no hold-out: what would have come anyway is not known");
    }
    map_free(&e.index);
    arena_free(&e.arena);
    arena_free(&scratch);
    return cli_end(cli);
}
