/* crm-rollup: transactions, and rollups made before, to one row a customer in sums that merge. */
#include "base/base.h"

#include "analysis/rollup.h"
#include "base/die.h"
#include "base/mem.h"
#include "cli/cli.h"

struct settings {
    int by;
    const char *currency;
    bool by_currency;
    const char *sum;
    const char *keep;
    const char *since, *until;
};

static const struct option_spec options[] = {
    {0, "by", "all|year|quarter|month|day", OPT_CHOICE, offsetof(struct settings, by),
     "a row for each customer and period"},
    {0, "currency", "CODE", OPT_TEXT, offsetof(struct settings, currency),
     "only amounts in this currency"},
    {0, "by-currency", NULL, OPT_FLAG, offsetof(struct settings, by_currency),
     "a row for each currency"},
    {0, "sum", "COLUMN,...", OPT_TEXT, offsetof(struct settings, sum),
     "add up these columns of counted rows too, as sum_COLUMN"},
    {0, "keep", "COLUMN,...", OPT_TEXT, offsetof(struct settings, keep),
     "the value of the customer's latest row that has one"},
    {0, "since", "DATE", OPT_TEXT, offsetof(struct settings, since), "no earlier rows"},
    {0, "until", "DATE", OPT_TEXT, offsetof(struct settings, until), "no later rows"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-rollup",
    .operands = "[FILE ...]",
    .purpose = "Sums of each customer's orders that merge with sums made before.",
    .options = options,
    .explain =
        "first_date, second_date  the first two distinct purchase days\n"
        "last_date, prev_date, prev2_date  the last three\n"
        "rows  counted rows; orders: distinct (customer_id, order_id), else purchase days\n"
        "days  distinct purchase days\n"
        "amount  sum of counted rows; first_amount: of those on first_date\n"
        "gap_sq  sum of squared days between consecutive purchase days; gap_max: the longest\n"
        "refunds, refund_amount  rows that pay back, and how much; net = amount - refund_amount",
};

#define BATCH 16384 /* rows that are held, to be written by the team */
#define PASSED_MOST ((size_t)8 << 20) /* bytes of rows as they came */

/* A row, or lines of a rollup that stay as they are. */
struct held {
    struct rollup_row row;
    struct str lines;
};

struct output {
    struct cli *cli;
    const struct rollup_settings *settings;
    bool currency;
    struct held *held;
    size_t count;
    size_t passed; /* bytes */
    struct arena arena;
};

static void put_one(void *context, size_t i, struct arena *scratch, struct buf *out)
{
    const struct output *output = context;
    const struct encode_format *format = &output->cli->format;
    const struct held *held = &output->held[i];
    if (held->lines.n > 0) {
        buf_str(out, held->lines);
        return;
    }
    struct str *cells = arena_alloc(scratch, format->count * sizeof *cells);
    rollup_row_cells(&held->row, &output->settings->extras, output->currency,
                     output->settings->by != DATE_ALL, scratch, cells);
    encode_row(format, cells, out);
}

static void flush(struct output *out)
{
    cli_put_lines(out->cli, out->count, put_one, out);
    arena_reset(&out->arena);
    out->count = out->passed = 0;
}

static void put_row(void *context, const struct rollup_row *row)
{
    struct output *out = context;
    struct held *held = &out->held[out->count++];
    held->row = rollup_row_copy(row, &out->settings->extras, &out->arena);
    held->lines.n = 0;
    if (out->count == BATCH) {
        flush(out);
    }
}

static void pass_lines(void *context, struct str lines, uint64_t rows)
{
    struct output *out = context;
    (void)rows;
    out->held[out->count++].lines = arena_str(&out->arena, lines);
    out->passed += lines.n;
    if (out->count == BATCH || out->passed >= PASSED_MOST) {
        flush(out);
    }
}

/* Whether lines of the rollup among the inputs can stand in the output as they are. */
static bool may_pass(const struct cli *cli)
{
    const struct input *file = NULL;
    for (size_t i = 0; i < cli->input_count; i++) {
        file = cli->inputs[i]->binding.kind->kind == KIND_ROLLUP ? cli->inputs[i] : file;
    }
    const struct encode_format *format = &cli->format;
    if (!file || format->kind != ENCODE_CSV || format->formula_guard ||
        file->header->count != format->count || reader_dialect(file->reader)->json ||
        reader_dialect(file->reader)->delimiter != ',') {
        return false;
    }
    for (size_t i = 0; i < format->count; i++) {
        if (!str_eq(file->header->name[i], format->column[i].name)) {
            return false;
        }
    }
    return true;
}

static int32_t day_option(const char *name, const char *text)
{
    struct stamp stamp;
    if (!text) {
        return DATE_NONE;
    }
    if (date_parse(str_of(text), DATE_ORDER_UNKNOWN, &stamp) || stamp.form != DATE_FORM_FIXED ||
        stamp.has_time) {
        die(STATUS_USAGE, "--%s %s: write a date such as 2024-12-31", name, text);
    }
    return stamp.day;
}

static void read_settings(const struct settings *typed, struct cli *cli,
                          struct rollup_settings *settings)
{
    *settings = (struct rollup_settings){
        .by = (enum date_period)typed->by,
        .currency = options_currency(typed->currency),
        .by_currency = typed->by_currency,
        .since = day_option("since", typed->since),
        .until = day_option("until", typed->until),
        .as_of = cli_as_of_given(cli),
        .words = orders_words_new(cli->options.status.items, cli->options.status.count),
    };
    struct rollup_extras *extras = &settings->extras;
    extras->sum = options_list(typed->sum, &cli->arena, &extras->sum_count);
    extras->keep = options_list(typed->keep, &cli->arena, &extras->keep_count);
}

int main(int argc, char **argv)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP};
    struct settings typed = {0};
    struct rollup_settings settings;
    struct rollup_result result;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    read_settings(&typed, cli, &settings);
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    rollup_prepare(cli->inputs, cli->input_count, &settings, &cli->arena);

    struct output out = {.cli = cli, .settings = &settings,
                         .currency = rollup_has_currency(cli->inputs, cli->input_count)};
    struct encode_column *columns;
    size_t count = rollup_row_columns(&settings.extras, out.currency, settings.by != DATE_ALL,
                                      &cli->arena, &columns);
    out.held = mem_new(BATCH, sizeof *out.held);
    cli_output(cli, columns, count);
    settings.pass = may_pass(cli) ? pass_lines : NULL;
    rollup_run(&cli->run, cli->inputs, cli->input_count, &settings, put_row, &out, &result);
    flush(&out);
    cli_as_of(cli, &result.days);
    return cli_end(cli);
}
