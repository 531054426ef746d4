/* crm-import: any tabular export to the clean canonical stream of its kind. */
#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-import/import.h"

struct settings {
    const char *kind;
    const char *melt;
    int unfinished; /* enum responses_unfinished */
    bool drop_duplicates;
    const char *report;
};

static const struct option_spec options[] = {
    {0, "kind", "KIND", OPT_TEXT, offsetof(struct settings, kind),
     "customers, transactions, interactions, tickets or surveys"},
    {0, "melt", "COLUMN,...", OPT_TEXT, offsetof(struct settings, melt),
     "surveys: a row for each answer in these columns (Q*)"},
    {0, "unfinished", "auto|keep|drop", OPT_CHOICE, offsetof(struct settings, unfinished),
     "surveys: what becomes of responses not completed"},
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
        "refunded  what was paid back; where only the status says so, all of the amount\n"
        "question, answer  with --melt: the column's name and its cell, where it is filled",
};

/* Cells as bytes that differ where a cell does. */
static struct str joined(const struct str *cells, size_t count, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < count; i++) {
        buf_str(out, cells[i]);
        buf_byte(out, '\0'); /* which is in no cell */
    }
    return buf_view(out);
}

static bool are_equal(const struct str *a, const struct str *b, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!str_eq(a[i], b[i])) {
            return false;
        }
    }
    return true;
}

static bool is_repeated(struct import *import, struct state *state, const struct row *row)
{
    size_t n = state->raw_count = clean_raw(import->clean, row, state->here);
    if (import->all_duplicates) {
        return seen_before(&import->seen, joined(state->here, n, &state->raw));
    }
    bool same = state->any && are_equal(state->here, state->before, n);
    if (!state->any) {
        memcpy(state->first, state->here, n * sizeof *state->first);
        state->any = true;
    }
    struct str *before = state->before;
    state->before = state->here;
    state->here = before;
    return same;
}

/* A row of the output: into the report, and written. */
static void put_row(struct import *import, struct account *account, const struct str *cells,
                    struct buf *out)
{
    import_report_row(import, cells);
    account->written++;
    encode_row(&import->cli->format, cells, out);
}

/* Whether what stands in the record may be copied where the output has the same cells. */
static bool is_written_alike(const struct encode_format *format, const struct input *input)
{
    const struct parser_dialect *dialect = reader_dialect(input->reader);
    return !dialect->json && !format->formula_guard &&
           ((format->kind == ENCODE_CSV && dialect->delimiter == ',') ||
            (format->kind == ENCODE_TSV && dialect->delimiter == '\t'));
}

/* The same for a clean row: cells that stay are copied in one piece, as they stand in the record. */
static void put_clean_row(struct import *import, const struct row *row, const struct str *cells,
                          struct buf *out)
{
    const struct encode_format *format = &import->cli->format;
    size_t count = import->columns, untouched = 0;
    struct str piece = {0};
    if (is_written_alike(format, row->input)) {
        piece = clean_untouched(row, cells, count, &untouched);
    }
    size_t rest = count - untouched;
    if (piece.n == 0 || (rest == 1 && cells[untouched].n == 0)) {
        put_row(import, &row->worker->account, cells, out); /* a lone empty cell would be quoted */
        return;
    }
    import_report_row(import, cells);
    row->worker->account.written++;
    char separator = format->kind == ENCODE_CSV ? ',' : '\t';
    buf_str(out, piece);
    if (untouched == row->record.count && (rest == 0 || clean_adds_words(import->clean))) {
        for (size_t i = untouched; i < count; i++) {
            buf_byte(out, separator);
            buf_str(out, cells[i]);
        }
        buf_byte(out, '\n');
    } else {
        const struct encode_format of_rest = {format->kind, false, format->column + untouched, rest};
        buf_byte(out, separator);
        encode_row(&of_rest, cells + untouched, out);
    }
}

static void put_answers(struct import *import, struct account *account, const struct str *row,
                        struct str *molten, struct buf *out)
{
    melt_others(import->melt, row, molten);
    for (size_t i = 0; i < melt_questions(import->melt); i++) {
        if (melt_answer(import->melt, row, i, molten)) {
            put_row(import, account, molten, out);
        } else {
            account->unanswered++;
        }
    }
    account->cells += melt_questions(import->melt);
    account->melted++;
}

static void start_state(const struct import *import, struct state *state)
{
    state->cells = mem_new(import->columns, sizeof *state->cells);
    state->molten = mem_new(import->out_columns, sizeof *state->molten);
    state->here = mem_new(import->columns, sizeof *state->here);
    state->before = mem_new(import->columns, sizeof *state->before);
    state->first = mem_new(import->columns, sizeof *state->first);
    state->counts.latest = DATE_NONE;
    buf_init(&state->raw, BUF_UNBOUNDED);
}

static void drop_state(void *context, void *worker_state)
{
    struct state *state = worker_state;
    (void)context;
    free(state->cells);
    free(state->molten);
    free(state->here);
    free(state->before);
    free(state->first);
    buf_free(&state->raw);
}

static void take_row(void *context, void *worker_state, struct row *row, struct buf *out)
{
    struct import *import = context;
    struct state *state = worker_state;
    struct account *account = &row->worker->account;
    if (!state->cells) {
        start_state(import, state);
    }
    bool survey = import->responses != NULL;
    if (!state->counts.symbol[0]) {
        state->before_symbol = out->n;
    }
    if ((survey && !responses_keeps(import->responses, row, &state->responses)) ||
        !clean_row(import->clean, row, &state->counts, state->cells)) {
        return;
    }
    if (survey) {
        responses_mend(import->responses, row, state->cells, &state->responses);
    }
    if (is_repeated(import, state, row)) {
        state->repeated++;
        if (import->drop) {
            account_exclude(account, ACCOUNT_DUPLICATE);
            return;
        }
    }
    if (import->melt) {
        put_answers(import, account, state->cells, state->molten, out);
    } else {
        put_clean_row(import, row, state->cells, out);
    }
}

/* One sign beside the amounts of all inputs: nothing else tells two currencies apart. */
static void check_symbol(struct import *import, struct state *state, struct row_worker *worker,
                         struct buf *out)
{
    char *all = import->totals.counts.symbol;
    char *here = state->counts.symbol;
    if (all[0] && here[0] && strcmp(all, here) != 0) {
        row_fatal_at(worker, &state->counts.symbol_place, state->counts.symbol_number, STATUS_DATA,
                     CLEAN_TWO_SYMBOLS, here, all);
        out->n = state->before_symbol;
    }
    if (here[0]) {
        memcpy(all, here, sizeof state->counts.symbol);
        here[0] = '\0';
    }
}

/* Whether the first row of the block, which is still there, repeats the last one before it. */
static void check_border(struct import *import, struct state *state)
{
    struct state *totals = &import->totals;
    if (!state->any) {
        return;
    }
    struct str first = joined(state->first, state->raw_count, &state->raw);
    totals->repeated += totals->any && str_eq(buf_view(&totals->last), first);
    joined(state->before, state->raw_count, &totals->last);
    totals->any = true;
    state->any = false;
}

/* Counts of a block, in input order. */
static void take_counts(void *context, void *worker_state, struct row_worker *worker,
                        struct buf *out)
{
    struct import *import = context;
    struct state *state = worker_state;
    struct state *totals = &import->totals;
    totals->repeated += state->repeated;
    totals->counts.not_email += state->counts.not_email;
    totals->counts.not_phone += state->counts.not_phone;
    check_symbol(import, state, worker, out);
    check_border(import, state);
    responses_add(&totals->responses, &state->responses);
    import->latest = state->counts.latest > import->latest ? state->counts.latest : import->latest;
    state->repeated = state->counts.not_email = state->counts.not_phone = 0;
}

/* The kind that was asked for, or that an option goes with; KIND_UNKNOWN: the header is to tell. */
static enum kind kind_of(const struct settings *typed)
{
    enum kind kind = schema_kind_named(str_of(typed->kind));
    if (typed->kind && (kind == KIND_UNKNOWN || kind == KIND_ROLLUP)) {
        die(STATUS_USAGE, "--kind %s: choose of customers, transactions, interactions, tickets, "
            "ticket_events, surveys", typed->kind);
    }
    if (typed->melt && typed->kind && kind != KIND_SURVEYS) {
        die(STATUS_USAGE, "--melt goes with surveys, not with --kind %s", typed->kind);
    }
    return typed->melt ? KIND_SURVEYS : kind;
}

static void open_inputs(struct cli *cli, const struct settings *typed)
{
    static const enum kind every[] = {KIND_CUSTOMERS, KIND_TRANSACTIONS, KIND_INTERACTIONS,
                                      KIND_TICKETS, KIND_TICKET_EVENTS, KIND_SURVEYS};
    enum kind kind = kind_of(typed);
    cli->reading.importing = true;
    cli->reading.wide = typed->melt != NULL;
    if (kind != KIND_UNKNOWN) {
        cli_open(cli, &kind, 1, false);
    } else {
        cli_open(cli, every, COUNT_OF(every), true);
    }
    const struct input *first = cli->inputs[0];
    import_say_inputs(cli);
    if (kind == KIND_UNKNOWN && !first->layout) {
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

/* What the rows become: clean, of surveys only those that count, and melted where asked. */
static void plan_rows(struct import *import, const struct settings *typed,
                      const struct orders_words *words)
{
    struct cli *cli = import->cli;
    import->clean = clean_new(cli->inputs, cli->input_count, words, cli_as_of_given(cli),
                              &cli->arena);
    import->out = clean_columns(import->clean, &import->columns);
    import->out_columns = import->columns;
    if (cli->inputs[0]->binding.kind->kind == KIND_SURVEYS) {
        import->responses =
            responses_new(cli->inputs, cli->input_count,
                          (enum responses_unfinished)typed->unfinished, import->clean, &cli->arena);
    }
    if (typed->melt) {
        size_t count;
        const struct str *wanted = options_list(typed->melt, &cli->arena, &count);
        import->melt = melt_new(import->clean, wanted, count, &cli->arena);
        import->out = melt_columns(import->melt, &import->out_columns);
    }
    import->latest = DATE_NONE;
    import->drop = typed->drop_duplicates;
    import->all_duplicates = typed->drop_duplicates || typed->report;
}

int main(int argc, char **argv)
{
    struct settings typed = {0};
    struct import import = {.cli = cli_start(argc, argv, &command, &typed)};
    struct cli *cli = import.cli;
    const struct orders_words *words =
        orders_words_new(cli->options.status.items, cli->options.status.count);
    open_inputs(cli, &typed);
    plan_rows(&import, &typed, words);
    struct sink *report = import_report_open(&import, typed.report);
    cli_output(cli, import.out, import.out_columns);

    const struct flow_map map = {.state_size = sizeof(struct state),
                                 .row = take_row,
                                 .ordered = take_counts,
                                 .drop = drop_state,
                                 .sequential = import.all_duplicates};
    buf_init(&import.totals.last, BUF_UNBOUNDED);
    for (size_t i = 0; i < cli->input_count; i++) {
        import.totals.any = false;
        flow_map(&cli->run, cli->inputs[i], &map, &import, cli->writer);
    }
    import_say_counts(&import);
    if (cli->options.fresh) {
        cli_as_of_latest(cli, import.latest);
    }
    if (report) {
        import_report_write(&import, report, typed.report);
    }
    seen_free(&import.seen);
    return cli_end(cli);
}
