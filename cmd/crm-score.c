/* crm-score: transactions or a rollup to recency, frequency, monetary and their scores. */
#include "base/base.h"

#include <math.h>

#include "analysis/clv_model.h"
#include "analysis/rollup.h"
#include "analysis/scored.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "cli/cli.h"
#include "io/slurp.h"
#include "value/number.h"

struct settings {
    int unit;
    uint64_t bins;
    int method;
    bool nested;
    struct opt_list breaks;
    const char *thresholds, *save_thresholds;
    const char *monetary;
    int refunds; /* 0 net, 1 ignore */
    const char *keep;
    const char *currency;
    bool by_currency;
    bool clv, intervals;
    int model, time_unit;
    const char *horizon, *discount;
    const char *save_model, *load_model;
};

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {0, "unit", "auto|order|day|row", OPT_CHOICE, AT(unit), "what frequency counts"},
    {0, "bins", "N", OPT_NUMBER, AT(bins), "scores from 1 to N (5)"},
    {0, "method", "auto|quantile|rank|ntile|rfm", OPT_CHOICE, AT(method), "rule of scoring"},
    {0, "nested", NULL, OPT_FLAG, AT(nested), "score F within R, and M within R and F"},
    {0, "breaks", "D=N,...", OPT_LIST, AT(breaks), "fixed cuts of r, f or m: r=30,90,180,365"},
    {0, "thresholds", "FILE", OPT_TEXT, AT(thresholds), "cuts that --save-thresholds wrote"},
    {0, "save-thresholds", "FILE", OPT_TEXT, AT(save_thresholds), "write the cuts of this run"},
    {0, "monetary", "COLUMN", OPT_TEXT, AT(monetary), "score the sum of this column instead"},
    {0, "refunds", "net|ignore", OPT_CHOICE, AT(refunds), "take refunds off monetary, or not"},
    {0, "keep", "COLUMN,...", OPT_TEXT, AT(keep),
     "the value of the customer's latest row that has one"},
    {0, "currency", "CODE", OPT_TEXT, AT(currency), "only amounts in this currency"},
    {0, "by-currency", NULL, OPT_FLAG, AT(by_currency), "a row and scores for each currency"},
    {0, "clv", NULL, OPT_FLAG, AT(clv), "add lifetime value: who is still there, what is to come"},
    {0, "model", "mbg|bg|pareto|auto", OPT_CHOICE, AT(model), "model of lifetimes (mbg)"},
    {0, "horizon", "SPAN", OPT_TEXT, AT(horizon), "how far to look ahead (12m)"},
    {0, "discount", "RATE", OPT_TEXT, AT(discount), "discount a year (10%)"},
    {0, "time-unit", "week|day|month", OPT_CHOICE, AT(time_unit), "unit of the model's parameters"},
    {0, "intervals", NULL, OPT_FLAG, AT(intervals), "add 95 % intervals of what is expected"},
    {0, "save-model", "FILE", OPT_TEXT, AT(save_model), "write the fitted model to FILE, as JSON"},
    {0, "load-model", "FILE", OPT_TEXT, AT(load_model), "take the model from FILE, fit none"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-score",
    .operands = "[FILE ...]",
    .purpose = "Recency, frequency and monetary scores of customers.",
    .options = options,
    .explain =
        "recency_days  whole days from the last counted order to as_of\n"
        "frequency  counted orders (--unit: purchase days, rows)\n"
        "monetary  amount - refund_amount (--refunds ignore: amount; --monetary: another sum)\n"
        "r, f, m  1 is worst; quantile cuts of type 7 (Hyndman & Fan 1996), score = 1 + cuts below "
        "the value, r reversed; auto: customers with the smallest frequency score f = 1 when they "
        "are more than 1 in N, the rest are cut in N - 1\n"
        "rfm  r, f and m side by side, joined by - above 9\n"
        "p_alive  P(still a customer); expected_orders  purchase days expected within --horizon; "
        "p_no_order  P(none); of x repeat days, the last at t_x, seen until T (--model: mbg Batislam "
        "2007, bg Fader, Hardie & Lee 2005, pareto Schmittlein 1987)\n"
        "order_value  expected mean of an order: gamma-gamma (Fader & Hardie 2013) of the repeat days' "
        "(amount - first_amount - refund_amount) / x\n"
        "expected_value  expected_orders x order_value\n"
        "clv  the same month by month, each month's discounted by (1 + --discount)^-(days / 365.25)",
};

/* Of a rollup, the columns that we do not know are kept like those of --keep. */
static void keep_unknown(struct cli *cli, const struct input *input, struct rollup_extras *extras)
{
    const struct header *header = input->header;
    size_t most = extras->keep_count + header->count;
    struct str *keep = arena_alloc(&cli->arena, most * sizeof *keep);
    for (size_t i = 0; i < extras->keep_count; i++) {
        keep[i] = extras->keep[i];
    }
    for (size_t i = 0; i < header->count; i++) {
        struct str name = header->name[i];
        bool known = input_canonical(input, (ptrdiff_t)i) >= 0 || str_starts(name, S("sum_"));
        for (size_t k = 0; k < extras->keep_count && !known; k++) {
            known = str_eq(keep[k], name);
        }
        if (!known && scored_is_column(name)) {
            say_notice("%s: column %.*s is replaced", input->name, STRF(name));
        } else if (!known) {
            keep[extras->keep_count++] = name;
        }
    }
    extras->keep = keep;
}

static const struct encode_column clv_columns[] = {
    {{"p_alive", 7}, ENCODE_NUMBER},        {{"expected_orders", 15}, ENCODE_NUMBER},
    {{"p_no_order", 10}, ENCODE_NUMBER},    {{"order_value", 11}, ENCODE_NUMBER},
    {{"expected_value", 14}, ENCODE_NUMBER}, {{"clv", 3}, ENCODE_NUMBER},
    {{"expected_orders_low", 19}, ENCODE_NUMBER}, {{"expected_orders_high", 20}, ENCODE_NUMBER},
    {{"clv_low", 7}, ENCODE_NUMBER},        {{"clv_high", 8}, ENCODE_NUMBER},
};

#define CLV_INTERVAL_COLUMNS 4

/* What is added for lifetime value; nothing without it. */
static size_t clv_width(const struct settings *typed)
{
    return !typed->clv ? 0 : COUNT_OF(clv_columns) - (typed->intervals ? 0 : CLV_INTERVAL_COLUMNS);
}

static struct str number_cell(double value, struct arena *scratch)
{
    char text[NUMBER_ROOM];
    return isnan(value) ? S("") : arena_str(scratch, (struct str){text, number_format(value, text)});
}

static void clv_cells(const struct clv *clv, size_t i, size_t width, struct arena *scratch,
                      struct str *cells)
{
    struct clv_prediction p;
    double orders, value;
    const struct clv_customer *customer = &clv->customer[i];
    memset(cells, 0, width * sizeof *cells);
    if (!clv_predict(clv, customer, &p)) {
        return;
    }
    const double values[] = {p.alive, p.orders, p.silent, p.order_value, p.value, p.clv};
    for (size_t k = 0; k < COUNT_OF(values); k++) {
        cells[k] = number_cell(values[k], scratch);
    }
    if (width > COUNT_OF(values)) {
        clv_intervals(clv, customer, &orders, &value);
        cells[6] = number_cell(p.orders * exp(-orders), scratch);
        cells[7] = number_cell(p.orders * exp(orders), scratch);
        cells[8] = number_cell(p.clv * exp(-value), scratch);
        cells[9] = number_cell(p.clv * exp(value), scratch);
    }
}

static void put_all(struct cli *cli, const struct scored *table, const struct rfm_result *result,
                    const struct clv *clv, size_t column_count, size_t clv_count)
{
    struct arena scratch = {0};
    struct str *cells = mem_new(column_count, sizeof *cells);
    for (size_t i = 0; i < table->count; i++) {
        scored_cells(table, i, result, cli->as_of, &scratch, cells);
        if (clv_count > 0) {
            clv_cells(clv, i, clv_count, &scratch, cells + column_count - clv_count);
        }
        cli_put(cli, cells);
        arena_reset(&scratch);
    }
    free(cells);
    arena_free(&scratch);
}

static void say_occupancy(const struct rfm_settings *settings, const struct rfm_result *result)
{
    for (int d = 0; d < RFM_DIMENSIONS && result->scored > 0; d++) {
        struct buf line;
        unsigned empty = 0;
        buf_init(&line, BUF_UNBOUNDED);
        for (unsigned score = result->top[d]; score >= 1; score--) {
            uint64_t n = result->occupancy[d][score];
            buf_printf(&line, " %u:%" PRIu64, score, n);
            empty += n == 0;
        }
        say_notice("%s: customers by score%.*s", rfm_letter((enum rfm_dimension)d),
                   STRF(buf_view(&line)));
        if (empty > 0 && result->scored >= result->top[d] && !settings->has_cuts[d]) {
            say_warning("%s: %u of %u scores have no customer: too many share the same value",
                        rfm_letter((enum rfm_dimension)d), empty, result->top[d]);
        }
        buf_free(&line);
    }
}

static void say_cuts(const struct rfm_result *result)
{
    static const char *const units[] = {" days", "", ""};
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        const struct score_cuts *cuts = &result->cuts[d];
        struct buf line;
        buf_init(&line, BUF_UNBOUNDED);
        for (size_t i = 0; i < cuts->count; i++) {
            buf_printf(&line, "%s%.6g", i > 0 ? ", " : " ", cuts->cut[i]);
        }
        say_error("%s thresholds:%.*s%s", rfm_letter((enum rfm_dimension)d),
                  STRF(buf_view(&line)), cuts->count ? units[d] : " none, scored by rank");
        buf_free(&line);
    }
}

static void save_thresholds(const struct rfm_result *result, struct sink *sink)
{
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    rfm_write_thresholds(result, &out);
    sink_write(sink, out.p, out.n);
    buf_free(&out);
}

static void read_scoring(const struct settings *typed, struct cli *cli, struct rfm_settings *rfm)
{
    *rfm = (struct rfm_settings){.method = (enum score_method)typed->method,
                                 .bins = (unsigned)typed->bins,
                                 .nested = typed->nested};
    if (typed->bins < 2 || typed->bins > SCORE_BINS_MAX) {
        die(STATUS_USAGE, "--bins: 2 to %d", SCORE_BINS_MAX);
    }
    if (typed->thresholds) {
        struct str text = slurp_file(&cli->arena, typed->thresholds, 1 << 20);
        const char *reason = rfm_read_thresholds(&cli->arena, text, rfm);
        if (reason) {
            die(STATUS_DATA, "%s: %s", typed->thresholds, reason);
        }
    }
    for (size_t i = 0; i < typed->breaks.count; i++) {
        if (!rfm_read_breaks(str_of(typed->breaks.items[i]), rfm)) {
            die(STATUS_USAGE, "--breaks %s: write r=, f= or m= and numbers in ascending order",
                typed->breaks.items[i]);
        }
    }
    if (typed->save_thresholds && (typed->nested || !score_has_cuts(rfm->method))) {
        die(STATUS_USAGE, "--save-thresholds: rank, ntile and --nested have no thresholds that hold "
            "for all customers");
    }
    unsigned at_or_below = 0;
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        at_or_below += rfm->has_cuts[d] ? rfm->cuts[d].at_or_below : rfm->method == SCORE_RFM;
    }
    if (typed->save_thresholds && at_or_below > 0 && at_or_below < RFM_DIMENSIONS) {
        die(STATUS_USAGE, "--save-thresholds: the cuts of --method rfm belong to the score above "
            "them, those of --breaks to the one below: save one kind");
    }
    if (typed->save_thresholds && typed->by_currency) {
        die(STATUS_USAGE, "--save-thresholds: with --by-currency each currency has its own; choose "
            "one with --currency");
    }
}

static void read_rollup(const struct settings *typed, struct cli *cli,
                        struct rollup_settings *settings)
{
    *settings = (struct rollup_settings){
        .by = DATE_ALL,
        .currency = options_currency(typed->currency),
        .by_currency = typed->by_currency,
        .since = DATE_NONE,
        .until = DATE_NONE,
        .as_of = cli_as_of_given(cli),
        .words = orders_words_new(cli->options.status.items, cli->options.status.count),
    };
    struct rollup_extras *extras = &settings->extras;
    extras->keep = options_list(typed->keep, &cli->arena, &extras->keep_count);
    extras->sum = options_list(typed->monetary, &cli->arena, &extras->sum_count);
    if (typed->monetary && extras->sum_count != 1) {
        die(STATUS_USAGE, "--monetary %s: one column", typed->monetary);
    }
}

/* A single rollup keeps its columns; whatever changes the grain writes its own. */
static void prepare(struct cli *cli, const struct settings *typed, struct rollup_settings *rollup,
                    struct scored *table)
{
    const struct input *first = cli->inputs[0];
    bool own_columns = cli->input_count != 1 || first->binding.kind->kind != KIND_ROLLUP ||
                       input_column(first, ROLLUP_PERIOD) >= 0;
    if (!own_columns) {
        keep_unknown(cli, first, &rollup->extras);
    }
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    struct scored_settings settings = {
        .unit = (enum scored_unit)typed->unit,
        .ignore_refunds = typed->refunds == 1,
        .by_sum = typed->monetary != NULL,
        .own_columns = own_columns,
        .currency = rollup_has_currency(cli->inputs, cli->input_count),
        .extras = rollup->extras,
    };
    scored_init(table, &settings, &cli->arena);
}

static void read_clv(const struct settings *typed, struct clv *clv)
{
    static const double units[] = {7, 1, 365.25 / 12};
    struct clv_settings settings = {.model = (enum clv_choice)typed->model,
                                    .unit = units[typed->time_unit],
                                    .ignore_refunds = typed->refunds == 1};
    struct str discount = str_of(typed->discount);
    bool percent = str_ends(discount, S("%"));
    if (!date_span_parse(str_of(typed->horizon), &settings.horizon) || settings.horizon.count == 0) {
        die(STATUS_USAGE, "--horizon %s: a span such as 12m, 52w, 1y", typed->horizon);
    }
    if (!number_parse(str_slice(discount, 0, discount.n - percent), percent ? -2 : 0,
                      &settings.discount) || settings.discount < 0 || settings.discount > 10) {
        die(STATUS_USAGE, "--discount %s: a rate a year such as 10%% or 0.1", typed->discount);
    }
    bool of_clv = typed->intervals || typed->save_model || typed->load_model;
    if (!typed->clv && of_clv) {
        die(STATUS_USAGE, "--intervals, --save-model and --load-model go with --clv");
    }
    if (typed->clv && typed->by_currency) {
        die(STATUS_USAGE, "--clv: one model, one currency: choose it with --currency");
    }
    clv_init(clv, &settings);
}

/* Both the scores and the histories are made of each customer's row. */
struct take {
    struct scored *table;
    struct clv *clv; /* NULL without --clv */
};

static void take_row(void *context, const struct rollup_row *row)
{
    struct take *take = context;
    scored_take(take->table, row);
    if (take->clv) {
        clv_take(take->clv, row);
    }
}

static void say_model(const struct clv *clv)
{
    const struct clv_model *m = &clv->model;
    const struct lifetime_parameters *p = &m->lifetime.parameters;
    struct buf line;
    buf_init(&line, BUF_UNBOUNDED);
    for (size_t i = 0; i < LIFETIME_PARAMETERS; i++) {
        buf_printf(&line, " %s %.4g", lifetime_parameter_name(p->model, i), p->p[i]);
    }
    say_notice("%s:%.*s, of %" PRIu64 " customers, %" PRIu64 " with repeat orders; time unit %g days",
               lifetime_model_name(p->model), STRF(buf_view(&line)), m->customers, m->repeaters,
               m->unit);
    buf_free(&line);
    if (clv->settings.model == CLV_AUTO) {
        say_notice("auto: log-likelihood of every fifth customer, held out: mbg %.2f, bg %.2f, pareto "
                   "%.2f", clv->held_out[0], clv->held_out[1], clv->held_out[2]);
    }
    if (p->model == LIFETIME_BG && m->customers > m->repeaters) {
        say_warning("bg takes all %" PRIu64 " customers who bought once as alive: p_alive 1; mbg and "
                    "pareto do not", m->customers - m->repeaters);
    }
    if (!m->has_spend) {
        say_warning("no value of orders: %s", m->spend_fault);
    } else {
        const struct spend_parameters *s = &m->spend.parameters;
        say_notice("spend: p %.4g q %.4g gamma %.4g, of %" PRIu64 " customers; correlation of spend "
                   "and frequency %.2f%s", s->p, s->q, s->gamma, m->spenders, m->spend.correlation,
                   fabs(m->spend.correlation) > 0.3 ? ", which the model takes as none" : "");
        if (s->shrunken) {
            say_warning("spend: q is at most 1: there is no population mean; values shrink to the "
                        "observed mean %.2f", s->mean);
        }
    }
}

/* The model, fitted or read. */
static void make_model(struct cli *cli, const struct settings *typed, struct clv *clv)
{
    char message[CLV_MESSAGE];
    clv_begin(clv, cli->as_of);
    if (typed->load_model) {
        return;
    }
    if (!clv_fit(clv, message)) {
        die(STATUS_DATA, "--clv: %s", message);
    }
    say_model(clv);
}

static void load_model(struct cli *cli, const struct settings *typed, struct clv *clv)
{
    if (typed->load_model) {
        struct str text = slurp_file(&cli->arena, typed->load_model, 1 << 20);
        const char *reason = clv_model_read(&cli->arena, text, &clv->model);
        if (reason) {
            die(STATUS_DATA, "%s: %s", typed->load_model, reason);
        }
    }
}

static void save_model(const struct clv *clv, struct sink *sink)
{
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    clv_model_write(clv, &out);
    sink_write(sink, out.p, out.n);
    buf_free(&out);
}

int main(int argc, char **argv)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP};
    struct settings typed = {.bins = 5, .horizon = "12m", .discount = "10%"};
    struct rfm_settings rfm;
    struct rfm_result scores;
    struct rollup_settings rollup;
    struct rollup_result rolled;
    struct scored table;
    struct clv clv;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    read_scoring(&typed, cli, &rfm);
    read_clv(&typed, &clv);
    load_model(cli, &typed, &clv);
    read_rollup(&typed, cli, &rollup);
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    struct sink *saved = typed.save_thresholds ? cli_side_output(cli, typed.save_thresholds) : NULL;
    prepare(cli, &typed, &rollup, &table);
    struct encode_column *columns;
    struct sink *model = typed.save_model ? cli_side_output(cli, typed.save_model) : NULL;
    size_t column_count = scored_columns(&table, &columns);
    size_t clv_count = clv_width(&typed);
    columns = memcpy(arena_alloc(&cli->arena, (column_count + clv_count) * sizeof *columns), columns,
                     column_count * sizeof *columns);
    memcpy(columns + column_count, clv_columns, clv_count * sizeof *columns);
    column_count += clv_count;
    cli_output(cli, columns, column_count);

    struct take take = {&table, typed.clv ? &clv : NULL};
    rollup_run(&cli->run, cli->inputs, cli->input_count, &rollup, take_row, &take, &rolled);
    cli_as_of(cli, &rolled.days);
    rfm_score(table.customer, table.count, &rfm, cli->as_of, &scores);
    if (typed.clv && table.count > 0) {
        make_model(cli, &typed, &clv);
    }
    put_all(cli, &table, &scores, &clv, column_count, clv_count);

    say_occupancy(&rfm, &scores);
    uint64_t cells = typed.bins * typed.bins * typed.bins;
    if (typed.nested && scores.scored < cells) {
        say_warning("--nested: %zu customers are few for %" PRIu64 " cells", scores.scored, cells);
    }
    if (cli->options.explain && !typed.nested) {
        say_cuts(&scores);
    }
    if (saved) {
        save_thresholds(&scores, saved);
    }
    if (model) {
        save_model(&clv, model);
    }
    return cli_end(cli);
}
