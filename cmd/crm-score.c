/* crm-score: transactions or a rollup to recency, frequency, monetary and their scores. */
#include "base/base.h"

#include "analysis/clv_cells.h"
#include "analysis/scored.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-score/score.h"
#include "io/slurp.h"

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
    {0, "model", CLV_OPTIONS_MODELS, OPT_CHOICE, AT(model.model), "model of lifetimes (mbg)"},
    {0, "horizon", "SPAN", OPT_TEXT, AT(model.horizon), "how far to look ahead (12m)"},
    {0, "discount", "RATE", OPT_TEXT, AT(model.discount), "discount a year (10%)"},
    {0, "time-unit", CLV_OPTIONS_UNITS, OPT_CHOICE, AT(model.time_unit),
     "unit of the model's parameters"},
    {0, "intervals", NULL, OPT_FLAG, AT(intervals), "add 95 % intervals of what is expected"},
    {0, "save-model", "FILE", OPT_TEXT, AT(model.save), "write the fitted model to FILE, as JSON"},
    {0, "load-model", "FILE", OPT_TEXT, AT(model.load), "take the model from FILE, fit none"},
    {0, "backtest", "DATE", OPT_TEXT, AT(backtest),
     "fit before DATE, compare with what came after; no scores"},
    {0, "forecast", "SPAN", OPT_TEXT, AT(forecast),
     "orders and revenue by week of the customers there are; no scores"},
    {0, "scorecard", "POLICY", OPT_TEXT, AT(scorecard),
     "weigh the criteria of a policy, over any rows; no scores"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-score",
    .operands = "[FILE ...]",
    .purpose = "Recency, frequency and monetary scores of customers, and their lifetime value.",
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

static bool is_clv_column(const struct settings *typed, struct str name)
{
    const struct encode_column *columns;
    size_t count = typed->clv ? clv_columns(typed->intervals, &columns) : 0;
    for (size_t i = 0; i < count; i++) {
        if (str_eq(columns[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* Of a rollup, the columns that we do not know are kept like those of --keep. */
static void keep_unknown(const struct settings *typed, struct cli *cli, const struct input *input,
                         struct rollup_extras *extras)
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
        if (!known && (scored_is_column(name) || is_clv_column(typed, name))) {
            say_notice("%s: column %.*s is replaced", input->name, STRF(name));
        } else if (!known) {
            keep[extras->keep_count++] = name;
        }
    }
    extras->keep = keep;
}

/* The columns that are added for lifetime value; none without it. */
static size_t clv_width(const struct settings *typed, const struct encode_column **columns)
{
    const struct encode_column *table;
    size_t count = typed->clv ? clv_columns(typed->intervals, &table) : 0;
    if (columns && count > 0) {
        *columns = table;
    }
    return count;
}

/* What a row is made of. */
struct putting {
    const struct scored *table;
    const struct rfm_result *result;
    const struct clv *clv;
    const struct settings *typed;
    int32_t as_of;
    size_t clv_at; /* its first column */
};

static void put_one(void *context, size_t i, struct arena *scratch, struct str *cells)
{
    const struct putting *p = context;
    scored_cells(p->table, i, p->result, p->as_of, scratch, cells);
    if (p->typed->clv) {
        clv_cells(p->clv, i, p->typed->intervals, scratch, cells + p->clv_at);
    }
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
        keep_unknown(typed, cli, first, &rollup->extras);
    }
    rollup->totals = typed->unit == SCORED_ROWS && own_columns && !typed->clv;
    bool totals = rollup->totals;
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    struct scored_settings settings = {
        .unit = (enum scored_unit)typed->unit,
        .ignore_refunds = typed->refunds == 1,
        .by_sum = typed->monetary != NULL,
        .own_columns = own_columns,
        .totals = totals,
        .currency = rollup_has_currency(cli->inputs, cli->input_count),
        .extras = rollup->extras,
    };
    scored_init(table, &settings, &cli->arena);
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

static void read_clv(const struct settings *typed, struct cli *cli, struct clv *clv)
{
    struct clv_settings settings;
    clv_options_read(&typed->model, typed->refunds == 1, &settings);
    const char *of_model = typed->intervals  ? "--intervals"
                           : typed->backtest ? "--backtest"
                           : typed->forecast ? "--forecast"
                                             : clv_options_given(&typed->model);
    if (!typed->clv && of_model) {
        die(STATUS_USAGE, "%s goes with --clv", of_model);
    }
    if (typed->clv && typed->by_currency) {
        die(STATUS_USAGE, "--clv: one model, one currency: choose it with --currency");
    }
    if (typed->backtest && (typed->intervals || typed->model.save || typed->model.load)) {
        die(STATUS_USAGE, "--backtest fits a model of its own: no --intervals, --save-model or "
            "--load-model");
    }
    if (typed->forecast && (typed->intervals || typed->backtest)) {
        die(STATUS_USAGE, "--forecast has intervals of its own, and goes without --backtest");
    }
    clv_init(clv, &settings);
    clv_options_load(&typed->model, &cli->arena, clv);
}

static size_t add_clv_columns(const struct settings *typed, struct cli *cli, size_t count,
                              struct encode_column **columns)
{
    const struct encode_column *added = NULL;
    size_t more = clv_width(typed, &added);
    struct encode_column *all = arena_alloc(&cli->arena, (count + more) * sizeof *all);
    memcpy(all, *columns, count * sizeof *all);
    if (more > 0) {
        memcpy(all + count, added, more * sizeof *all);
    }
    *columns = all;
    return count + more;
}

int main(int argc, char **argv)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP};
    struct settings typed = {.bins = 5, .model = CLV_OPTIONS_DEFAULT};
    struct rfm_settings rfm;
    struct rfm_result scores;
    struct rollup_settings rollup;
    struct rollup_result rolled;
    struct scored table;
    struct clv clv;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    if (typed.scorecard) {
        return score_scorecard(&typed, cli);
    }
    read_scoring(&typed, cli, &rfm);
    read_clv(&typed, cli, &clv);
    read_rollup(&typed, cli, &rollup);
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    if (typed.backtest) {
        return score_backtest(&typed, cli, &rollup, &clv.settings);
    }
    if (typed.forecast) {
        return score_forecast(&typed, cli, &rollup, &clv);
    }
    struct sink *saved = typed.save_thresholds ? cli_side_output(cli, typed.save_thresholds) : NULL;
    prepare(cli, &typed, &rollup, &table);
    struct encode_column *columns;
    struct sink *model = typed.model.save ? cli_side_output(cli, typed.model.save) : NULL;
    size_t column_count = add_clv_columns(&typed, cli, scored_columns(&table, &columns), &columns);
    cli_output(cli, columns, column_count);

    struct take take = {&table, typed.clv ? &clv : NULL};
    rollup_run(&cli->run, cli->inputs, cli->input_count, &rollup, take_row, &take, &rolled);
    cli_as_of(cli, &rolled.days);
    rfm_score(table.customer, table.count, &rfm, cli->as_of, &scores);
    if (typed.clv && table.count > 0) {
        clv_options_fit(&typed.model, cli->as_of, &clv);
    }
    struct putting putting = {&table, &scores, &clv, &typed, cli->as_of,
                              column_count - clv_width(&typed, NULL)};
    cli_put_rows(cli, table.count, put_one, &putting);

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
        if (table.count == 0) {
            die(STATUS_DATA, "--save-model: no customers, no model");
        }
        clv_options_save(&clv, model);
    }
    return cli_end(cli);
}
