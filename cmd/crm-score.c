/* crm-score: transactions or a rollup to recency, frequency, monetary and their scores. */
#include "base/base.h"

#include "analysis/rfm.h"
#include "analysis/rollup.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "cli/cli.h"
#include "io/slurp.h"

enum unit { UNIT_AUTO, UNIT_ORDER, UNIT_DAY, UNIT_ROW };

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
        "rfm  r, f and m side by side, joined by - above 9",
};

/* A customer, and the row that will be written for it. */
struct scored {
    struct cli *cli;
    const struct settings *typed;
    struct rollup_settings rollup;
    bool own_columns;  /* transactions or a finer rollup: the grain changes */
    bool currency;
    ptrdiff_t monetary_sum; /* index of the --monetary sum, or -1 */
    size_t lead;            /* columns before the scores */
    struct rfm_customer *customer;
    struct str *cells; /* lead + kept for each customer */
    size_t count, room;
    size_t width;
};

static int64_t monetary_of(const struct scored *s, const struct rollup_row *row)
{
    if (s->monetary_sum >= 0) {
        return row->sum[s->monetary_sum];
    }
    int64_t net = row->amount;
    if (s->typed->refunds == 0 && !money_sub(&net, row->refund_amount)) {
        die(STATUS_DATA, "amount - refund_amount does not fit in 64 bits");
    }
    return net;
}

static uint64_t frequency_of(const struct scored *s, const struct rollup_row *row)
{
    switch ((enum unit)s->typed->unit) {
    case UNIT_DAY:
        return row->days;
    case UNIT_ROW:
        return row->rows;
    default:
        return row->orders; /* a purchase day each, where there are no order ids */
    }
}

static void take_customer(void *context, const struct rollup_row *row)
{
    struct scored *s = context;
    struct arena *arena = &s->cli->arena;
    const struct rollup_extras *extras = &s->rollup.extras;
    if (s->count == s->room) {
        s->room = mem_capacity(s->room, s->count + 1);
        s->customer = mem_grow(s->customer, s->room, sizeof *s->customer);
        s->cells = mem_grow(s->cells, mem_mul(s->room, s->width), sizeof *s->cells);
    }
    struct str *cells = s->cells + s->count * s->width;
    struct rfm_customer *customer = &s->customer[s->count++];
    *customer = (struct rfm_customer){arena_str(arena, row->customer),
                                      arena_str(arena, row->currency), row->last,
                                      frequency_of(s, row), monetary_of(s, row), {0, 0, 0}};
    if (!s->own_columns) {
        rollup_row_cells(row, extras, s->currency, false, arena, cells);
        cells[0] = customer->id;
        if (s->currency) {
            cells[1] = customer->currency;
        }
    }
    size_t kept_at = s->width - extras->keep_count;
    for (size_t i = 0; i < extras->keep_count; i++) {
        cells[kept_at + i] = arena_str(arena, row->keep[i]);
    }
}

static const struct encode_column score_columns[] = {
    {{"recency_days", 12}, ENCODE_NUMBER}, {{"frequency", 9}, ENCODE_NUMBER},
    {{"monetary", 8}, ENCODE_NUMBER},      {{"r", 1}, ENCODE_NUMBER},
    {{"f", 1}, ENCODE_NUMBER},             {{"m", 1}, ENCODE_NUMBER},
    {{"rfm", 3}, ENCODE_TEXT},             {{"as_of", 5}, ENCODE_TEXT},
};

#define SCORE_COLUMNS COUNT_OF(score_columns)

static bool is_score_column(struct str name)
{
    for (size_t i = 0; i < SCORE_COLUMNS; i++) {
        if (str_eq(name, score_columns[i].name)) {
            return true;
        }
    }
    return false;
}

/* Of a rollup, the columns that we do not know are kept like those of --keep. */
static void keep_unknown(struct scored *s, const struct input *input)
{
    struct rollup_extras *extras = &s->rollup.extras;
    struct arena *arena = &s->cli->arena;
    const struct header *header = input->header;
    struct str *keep = arena_alloc(arena, (extras->keep_count + header->count) * sizeof *keep);
    for (size_t i = 0; i < extras->keep_count; i++) {
        keep[i] = extras->keep[i];
    }
    for (size_t i = 0; i < header->count; i++) {
        struct str name = header->name[i];
        bool known = schema_column_named(schema_kind(KIND_ROLLUP), name) >= 0 ||
                     str_starts(name, S("sum_"));
        for (size_t k = 0; k < extras->keep_count && !known; k++) {
            known = str_eq(keep[k], name);
        }
        if (!known && is_score_column(name)) {
            say_notice("%s: column %.*s is replaced", input->name, STRF(name));
        } else if (!known) {
            keep[extras->keep_count++] = name;
        }
    }
    extras->keep = keep;
}

static size_t columns(struct scored *s, struct encode_column **out)
{
    const struct rollup_extras *extras = &s->rollup.extras;
    struct rollup_extras no_keep = *extras;
    struct encode_column *lead;
    no_keep.keep_count = 0;
    size_t all = rollup_row_columns(&no_keep, s->currency, false, &s->cli->arena, &lead);
    s->lead = s->own_columns ? (size_t)1 + s->currency : all;
    s->width = all + extras->keep_count;
    size_t count = s->lead + SCORE_COLUMNS + extras->keep_count;
    *out = arena_alloc(&s->cli->arena, count * sizeof **out);
    memcpy(*out, lead, s->lead * sizeof **out);
    memcpy(*out + s->lead, score_columns, sizeof score_columns);
    for (size_t i = 0; i < extras->keep_count; i++) {
        (*out)[s->lead + SCORE_COLUMNS + i] = (struct encode_column){extras->keep[i], ENCODE_TEXT};
    }
    return count;
}

static struct str number(struct arena *arena, uint64_t value)
{
    return arena_printf(arena, "%" PRIu64, value);
}

static void put_customer(struct scored *s, size_t index, const struct rfm_result *result,
                         struct str as_of, struct arena *arena, struct str *cells)
{
    const struct rfm_customer *c = &s->customer[index];
    const struct str *kept = s->cells + (index + 1) * s->width - s->rollup.extras.keep_count;
    bool scored = c->last != DATE_NONE;
    char money[MONEY_ROOM];
    size_t n = 0;
    for (; n < s->lead; n++) {
        cells[n] = !s->own_columns ? s->cells[index * s->width + n]
                   : n == 0        ? c->id
                                   : c->currency;
    }
    cells[n++] = scored ? number(arena, (uint64_t)(s->cli->as_of - c->last)) : S("");
    cells[n++] = number(arena, c->frequency);
    int decimals = s->monetary_sum >= 0 ? 0 : money_decimals(c->currency);
    cells[n++] = arena_str(arena, (struct str){money, money_format(c->monetary, decimals, money)});
    bool wide = false;
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        cells[n++] = scored ? number(arena, c->score[d]) : S("");
        wide |= result->top[d] > 9;
    }
    cells[n++] = scored ? arena_printf(arena, wide ? "%u-%u-%u" : "%u%u%u", c->score[0],
                                       c->score[1], c->score[2])
                        : S("");
    cells[n++] = as_of;
    memcpy(cells + n, kept, s->rollup.extras.keep_count * sizeof *cells);
    cli_put(s->cli, cells);
}

static void put_all(struct scored *s, const struct rfm_result *result, size_t column_count)
{
    struct arena arena = {0};
    struct str *cells = mem_new(column_count, sizeof *cells);
    char text[DATE_ROOM];
    struct str as_of = {text, date_format(s->cli->as_of, text)};
    for (size_t i = 0; i < s->count; i++) {
        put_customer(s, i, result, as_of, &arena, cells);
        arena_reset(&arena);
    }
    free(cells);
    arena_free(&arena);
}

static void say_occupancy(const struct rfm_result *result)
{
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
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
        if (empty > 0 && result->scored >= result->top[d]) {
            say_warning("%s: %u of %u scores have no customer: too many share the same value",
                        rfm_letter((enum rfm_dimension)d), empty, result->top[d]);
        }
        buf_free(&line);
    }
}

static void say_cuts(const struct rfm_result *result)
{
    static const char *const units[] = {"days", "", ""};
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        const struct score_cuts *cuts = &result->cuts[d];
        struct buf line;
        buf_init(&line, BUF_UNBOUNDED);
        for (size_t i = 0; i < cuts->count; i++) {
            buf_printf(&line, "%s%.6g", i > 0 ? ", " : " ", cuts->cut[i]);
        }
        say_error("%s thresholds:%.*s %s", rfm_letter((enum rfm_dimension)d),
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
    if (typed->save_thresholds && typed->by_currency) {
        die(STATUS_USAGE, "--save-thresholds: with --by-currency each currency has its own; choose "
            "one with --currency");
    }
}

static void read_rollup(const struct settings *typed, struct scored *s)
{
    struct cli *cli = s->cli;
    s->rollup = (struct rollup_settings){
        .by = DATE_ALL,
        .currency = str_of(typed->currency),
        .by_currency = typed->by_currency,
        .since = DATE_NONE,
        .until = DATE_NONE,
        .as_of = cli_as_of_given(cli),
        .words = orders_words_new(cli->options.status.items, cli->options.status.count),
    };
    struct rollup_extras *extras = &s->rollup.extras;
    extras->keep = options_list(typed->keep, &cli->arena, &extras->keep_count);
    s->monetary_sum = -1;
    if (typed->monetary) {
        extras->sum = options_list(typed->monetary, &cli->arena, &extras->sum_count);
        s->monetary_sum = 0;
        if (extras->sum_count != 1) {
            die(STATUS_USAGE, "--monetary %s: one column", typed->monetary);
        }
    }
}

/* A single rollup keeps its columns; whatever changes the grain writes its own. */
static void decide_columns(struct scored *s)
{
    struct cli *cli = s->cli;
    s->currency = rollup_has_currency(cli->inputs, cli->input_count);
    s->own_columns = cli->input_count != 1 ||
                     cli->inputs[0]->binding.kind->kind != KIND_ROLLUP ||
                     input_column(cli->inputs[0], ROLLUP_PERIOD) >= 0;
    if (!s->own_columns) {
        keep_unknown(s, cli->inputs[0]);
    }
}

int main(int argc, char **argv)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP};
    struct settings typed = {.bins = 5};
    struct rfm_settings rfm;
    struct rfm_result scores;
    struct rollup_result rolled;
    struct scored s = {.typed = &typed};
    s.cli = cli_start(argc, argv, &command, &typed);
    read_scoring(&typed, s.cli, &rfm);
    read_rollup(&typed, &s);
    cli_open(s.cli, accepted, COUNT_OF(accepted), true);
    struct sink *saved = typed.save_thresholds
                             ? sink_open(typed.save_thresholds, &(struct sink_options){0})
                             : NULL;
    decide_columns(&s);
    rollup_prepare(s.cli->inputs, s.cli->input_count, &s.rollup, &s.cli->arena);
    struct encode_column *out;
    size_t column_count = columns(&s, &out);
    cli_output(s.cli, out, column_count);

    rollup_run(&s.cli->run, s.cli->inputs, s.cli->input_count, &s.rollup, take_customer, &s,
               &rolled);
    cli_as_of(s.cli, &rolled.days);
    rfm_score(s.customer, s.count, &rfm, s.cli->as_of, &scores);
    put_all(&s, &scores, column_count);

    say_occupancy(&scores);
    if (typed.nested && scores.scored < typed.bins * typed.bins * typed.bins) {
        say_warning("--nested: %zu customers are few for %" PRIu64 " cells", scores.scored,
                    typed.bins * typed.bins * typed.bins);
    }
    if (s.cli->options.explain && !typed.nested) {
        say_cuts(&scores);
    }
    if (saved) {
        save_thresholds(&scores, saved);
    }
    return cli_end(s.cli);
}
