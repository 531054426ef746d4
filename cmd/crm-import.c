/* crm-import: any tabular export to the clean canonical stream of its kind. */
#include "base/base.h"

#include "analysis/clean.h"
#include "analysis/profile.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/seen.h"
#include "cli/cli.h"

struct settings {
    const char *kind;
    bool drop_duplicates;
    const char *report;
};

static const struct option_spec options[] = {
    {0, "kind", "KIND", OPT_TEXT, offsetof(struct settings, kind),
     "customers, transactions, interactions, tickets or surveys"},
    {0, "drop-duplicates", NULL, OPT_FLAG, offsetof(struct settings, drop_duplicates),
     "drop rows that repeat an earlier one exactly"},
    {0, "report", "FILE", OPT_OPTIONAL, offsetof(struct settings, report),
     "fill rate, distinct values and range of each column, to stderr"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-import",
    .operands = "[FILE ...]",
    .purpose = "Clean canonical rows from any export of customers or orders.",
    .options = options,
    .explain =
        "dates  2024-01-05, with a time 2024-01-05T10:30:00+08:00\n"
        "amounts  plain decimals; a missing amount is quantity x unit_price, exactly\n"
        "customer_id  as it stands; with --key the folded e-mail or the phone in E.164\n"
        "order_state  counted, refund, open or not_counted: from status, paid_at and the sign of "
        "the amount\n"
        "refunded  what was paid back; where only the status says so, all of the amount",
};

/* A worker's own. */
struct state {
    struct clean_counts counts;
    uint64_t repeated; /* rows that repeat the one before, or (with a set) any before */
    struct buf raw, last; /* the row and the one before, as they came */
    struct str *cells;
};

struct import {
    struct cli *cli;
    struct clean *clean;
    size_t columns;
    bool drop, all_duplicates;
    struct seen seen;
    struct profile *profile; /* NULL without --report */
    int32_t latest; /* day of the latest counted order; DATE_NONE: none */
    struct state totals;
};

static bool is_repeated(struct import *import, struct state *state, const struct row *row)
{
    buf_clear(&state->raw);
    clean_raw(import->clean, row, &state->raw);
    if (import->all_duplicates) {
        return seen_before(&import->seen, buf_view(&state->raw));
    }
    bool same = str_eq(buf_view(&state->raw), buf_view(&state->last));
    struct buf last = state->last;
    state->last = state->raw;
    state->raw = last;
    return same;
}

static void profile_row(struct import *import, const struct str *cells)
{
    for (size_t i = 0; i < import->columns; i++) {
        profile_cell(import->profile, i, clean_type(import->clean, i), cells[i]);
    }
}

static void take_row(void *context, void *worker_state, struct row *row, struct buf *out)
{
    struct import *import = context;
    struct state *state = worker_state;
    if (!state->cells) {
        state->cells = mem_new(import->columns, sizeof *state->cells);
        state->counts.latest = DATE_NONE;
        buf_init(&state->raw, BUF_UNBOUNDED);
        buf_init(&state->last, BUF_UNBOUNDED);
    }
    if (!clean_row(import->clean, row, &state->counts, state->cells)) {
        return;
    }
    if (is_repeated(import, state, row)) {
        state->repeated++;
        if (import->drop) {
            account_exclude(&row->worker->account, ACCOUNT_DUPLICATE);
            return;
        }
    }
    if (import->profile) {
        profile_row(import, state->cells);
    }
    row->worker->account.written++;
    encode_row(&import->cli->format, state->cells, out);
}

/* One sign beside the amounts of all inputs: nothing else tells two currencies apart. */
static void check_symbol(struct import *import, const struct state *state)
{
    char *all = import->totals.counts.symbol;
    const char *here = state->counts.symbol;
    if (all[0] && here[0] && strcmp(all, here) != 0) {
        die(STATUS_DATA, "amounts in %s, but those of an earlier input are in %s: two currencies "
            "need a currency column", here, all);
    }
    if (here[0]) {
        memcpy(all, here, sizeof state->counts.symbol);
    }
}

/* Counts of a block, in input order. The sign of the currency stays with the worker. */
static void take_counts(void *context, void *worker_state)
{
    struct import *import = context;
    struct state *state = worker_state;
    import->totals.repeated += state->repeated;
    import->totals.counts.not_email += state->counts.not_email;
    import->totals.counts.not_phone += state->counts.not_phone;
    check_symbol(import, state);
    import->latest = state->counts.latest > import->latest ? state->counts.latest : import->latest;
    state->repeated = state->counts.not_email = state->counts.not_phone = 0;
}

static void say_counts(const struct import *import)
{
    const struct state *totals = &import->totals;
    if (totals->repeated > 0 && !import->drop) {
        say_notice("%" PRIu64 " rows repeat %s exactly: kept (--drop-duplicates drops them)",
                   totals->repeated,
                   import->all_duplicates ? "an earlier one" : "the one before them");
    }
    if (totals->counts.not_email > 0) {
        say_notice("%" PRIu64 " values of email are no address: kept as they stand",
                   totals->counts.not_email);
    }
    if (totals->counts.not_phone > 0) {
        say_notice("%" PRIu64 " values of phone are no number%s: kept as they stand",
                   totals->counts.not_phone,
                   import->cli->reading.country.n ? "" : " (is --country missing?)");
    }
    if (totals->counts.symbol[0]) {
        say_notice("amounts carry the sign %s, which is dropped; no column names their currency",
                   totals->counts.symbol);
    }
}

static bool to_stderr(void *context, const char *p, size_t n)
{
    (void)context;
    return fwrite(p, 1, n, stderr) == n;
}

static enum encode_kind report_kind(const char *path)
{
    struct options named = {.output = path};
    return *path ? options_output(&named, false) : ENCODE_TABLE;
}

static void write_report(struct import *import, struct sink *sink, enum encode_kind kind)
{
    struct encode_format format = {kind, false, profile_columns, PROFILE_COLUMNS};
    struct writer *writer = writer_new(sink, &format);
    struct arena arena = {0};
    struct buf row;
    size_t count;
    const struct encode_column *columns = clean_columns(import->clean, &count);
    buf_init(&row, BUF_UNBOUNDED);
    for (size_t i = 0; i < count; i++) {
        struct str cells[PROFILE_COLUMNS];
        struct str source = clean_source(import->clean, i);
        profile_report(import->profile, i, columns[i].name, clean_type(import->clean, i),
                       source.n ? flow_rejected_for(&import->cli->run, source) : 0, &arena, cells);
        encode_row(&format, cells, &row);
    }
    writer_put(writer, buf_view(&row));
    writer_end(writer);
    buf_free(&row);
    arena_free(&arena);
}

/* The kind that was asked for, else the one that the first header tells. */
static void open_inputs(struct cli *cli, const struct settings *typed)
{
    static const enum kind every[] = {KIND_CUSTOMERS, KIND_TRANSACTIONS, KIND_INTERACTIONS,
                                      KIND_TICKETS, KIND_SURVEYS};
    enum kind kind = schema_kind_named(str_of(typed->kind));
    if (typed->kind && (kind == KIND_UNKNOWN || kind == KIND_ROLLUP)) {
        die(STATUS_USAGE, "--kind %s: choose of customers, transactions, interactions, tickets, "
            "surveys", typed->kind);
    }
    cli->reading.importing = true;
    if (typed->kind) {
        cli_open(cli, &kind, 1, false);
    } else {
        cli_open(cli, every, COUNT_OF(every), true);
    }
    const struct input *first = cli->inputs[0];
    if (!typed->kind) {
        say_notice("%s: read as %s, told by its header", first->name, first->binding.kind->name);
    }
    for (size_t i = 0; i < cli->input_count; i++) {
        if (cli->inputs[i]->binding.kind != first->binding.kind) {
            die(STATUS_DATA, "%s holds %s, but %s holds %s: import them one by one", first->name,
                first->binding.kind->name, cli->inputs[i]->name,
                cli->inputs[i]->binding.kind->name);
        }
        if (first->binding.kind->kind == KIND_TRANSACTIONS) {
            order_need_columns(cli->inputs[i]);
        }
    }
    if (first->binding.kind->kind != KIND_TRANSACTIONS &&
        (cli->options.fresh || cli_as_of_given(cli) != DATE_NONE)) {
        die(STATUS_USAGE, "--as-of and --fresh go with transactions; %s holds %s", first->name,
            first->binding.kind->name);
    }
    if (first->binding.kind->kind == KIND_CUSTOMERS && first->key_count == 0) {
        die(STATUS_DATA, "%s: no customer_id column: name it with --map customer_id=HEADER, or say "
            "--key email,phone", first->name);
    }
}

int main(int argc, char **argv)
{
    struct settings typed = {0};
    struct import import = {.cli = cli_start(argc, argv, &command, &typed)};
    struct cli *cli = import.cli;
    const struct orders_words *words =
        orders_words_new(cli->options.status.items, cli->options.status.count);
    open_inputs(cli, &typed);
    struct sink *report = NULL;
    if (typed.report) {
        report = *typed.report ? cli_side_output(cli, typed.report)
                               : sink_to(to_stderr, NULL);
    }
    import.clean = clean_new(cli->inputs, cli->input_count, words, cli_as_of_given(cli),
                             &cli->arena);
    const struct encode_column *columns = clean_columns(import.clean, &import.columns);
    cli_output(cli, columns, import.columns);
    import.latest = DATE_NONE;
    import.drop = typed.drop_duplicates;
    import.all_duplicates = typed.drop_duplicates || typed.report;
    import.profile = typed.report ? profile_new(import.columns) : NULL;

    /* A row is held against the one before it, or against all. */
    const struct flow_map map = {.state_size = sizeof(struct state),
                                 .row = take_row,
                                 .ordered = take_counts,
                                 .sequential = true};
    for (size_t i = 0; i < cli->input_count; i++) {
        flow_map(&cli->run, cli->inputs[i], &map, &import, cli->writer);
    }
    say_counts(&import);
    if (cli->options.fresh) {
        cli_as_of_latest(cli, import.latest);
    }
    if (report) {
        write_report(&import, report, report_kind(typed.report));
        profile_free(import.profile);
    }
    seen_free(&import.seen);
    return cli_end(cli);
}
