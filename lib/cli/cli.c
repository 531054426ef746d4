#include "base/base.h"

#include "base/die.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/team.h"
#include "cli/cli.h"
#include "cli/clock.h"
#include "cli/summary.h"
#include "cli/where.h"
#include "io/progress.h"
#include "io/source.h"
#include "rules/expr.h"

static const struct option_spec no_options[] = {{0}};

#define MOST_WORKERS 64 /* more would wait for each other, and each has blocks of its own */

static void explain(const struct cli_command *command)
{
    struct str rest = str_of(command->explain);
    while (rest.n > 0) {
        struct str line = str_cut(&rest, '\n');
        say_error("%.*s", STRF(line));
    }
}

int32_t cli_as_of_given(const struct cli *cli)
{
    const char *text = cli->options.as_of;
    if (strcmp(text, "data") == 0) {
        return DATE_NONE;
    }
    if (strcmp(text, "today") == 0) {
        return clock_today(cli->reading.zone);
    }
    struct stamp stamp;
    const char *reason = date_parse(str_of(text), cli->reading.date_order, &stamp);
    if (reason || stamp.has_time || stamp.form == DATE_FORM_AMBIGUOUS) {
        die(STATUS_USAGE, "--as-of %s: write a date such as 2024-12-31, today or data", text);
    }
    return stamp.day;
}

static struct date_span fresh_span(const struct cli *cli)
{
    struct date_span span = {0, 'd'};
    if (cli->options.fresh && !date_span_parse(str_of(cli->options.fresh), &span)) {
        die(STATUS_USAGE, "--fresh %s: write a span such as 2d, 1w, 1m", cli->options.fresh);
    }
    return span;
}

struct cli *cli_start(int argc, char **argv, const struct cli_command *command, void *settings)
{
    struct cli *cli = mem_new(1, sizeof *cli);
    say_program(command->name);
    cli->command = command;
    cli->started = clock_seconds();
    cli->as_of = DATE_NONE;
    buf_init(&cli->row, BUF_UNBOUNDED);
    options_defaults(&cli->options);
    const struct opt_group groups[] = {
        {"Options", command->options ? command->options : no_options, settings},
        {"Common options, in crm(7)", options_table, &cli->options},
    };
    struct opt_usage usage = {command->name, command->operands, command->purpose, CLI_VERSION};
    int first = opt_parse(groups, COUNT_OF(groups), argc, argv, &usage);
    cli->operands = argv + first;
    cli->operand_count = argc - first;
    say_quiet(cli->options.quiet);
    if (cli->options.quiet) {
        progress_off();
    }
    options_input(&cli->options, &cli->arena, &cli->reading);
    cli_as_of_given(cli); /* a bad date or span is a usage error, before anything is opened */
    fresh_span(cli);
    if (cli->options.fresh && !command->as_of_rows && strcmp(cli->options.as_of, "data") == 0) {
        die(STATUS_USAGE, "--fresh %s: the data are as fresh as themselves: say --as-of today, too",
            cli->options.fresh);
    }
    options_max_rejects(&cli->options, &cli->run.rejects.most, &cli->run.rejects.most_share);
    if (cli->options.explain) {
        explain(command);
    }
    return cli;
}

/* NAME=FILE where NAME is a kind; any other text is a file, if it is there or not. */
static enum kind operand_kind(const char *operand, const char **path)
{
    struct str rest = str_of(operand);
    struct str name = str_cut(&rest, '=');
    enum kind kind = rest.p ? schema_kind_named(name) : KIND_UNKNOWN;
    *path = kind == KIND_UNKNOWN ? operand : rest.p;
    return kind;
}

static bool is_accepted(enum kind kind, const enum kind *accepted, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (accepted[i] == kind) {
            return true;
        }
    }
    return false;
}

static void open_operand(struct cli *cli, const char *operand, const enum kind *accepted,
                         size_t count, bool recognise)
{
    const char *path;
    enum kind kind = operand_kind(operand, &path);
    if (kind != KIND_UNKNOWN && !is_accepted(kind, accepted, count)) {
        die(STATUS_USAGE, "%s: %s takes no %s", operand, cli->command->name,
            schema_kind(kind)->name);
    }
    struct input *input = input_open(path, &cli->reading);
    enum kind told = input_recognise(input);
    for (size_t i = 0; i < count && !is_accepted(told, accepted, count); i++) {
        told = input_fills(input, accepted[i]) ? accepted[i] : told; /* a scored rollup is both */
    }
    if (kind == KIND_UNKNOWN && recognise && cli->reading.importing &&
        !is_accepted(told, accepted, count)) {
        die(STATUS_DATA, "%s: its header tells no kind: say --kind, and name columns with --map",
            input->name);
    }
    if (kind == KIND_UNKNOWN) {
        kind = recognise && is_accepted(told, accepted, count) ? told : accepted[0];
    }
    input_bind(input, kind);
    input->number = cli->input_count;
    cli->inputs[cli->input_count++] = input;
}

/* Where a later input turns out to be one of them, too: nothing has been replaced yet. */
static const char *side_outputs[8];
static size_t side_output_count;

static void refuse_input(const char *path)
{
    if (source_has_read(path)) {
        die(STATUS_USAGE, "%s: an input; only -o may replace it", path);
    }
}

struct sink *cli_side_output(const struct cli *cli, const char *path)
{
    (void)cli;
    refuse_input(path);
    if (side_output_count < COUNT_OF(side_outputs)) {
        side_outputs[side_output_count++] = path;
    }
    return sink_open(path, &(struct sink_options){0});
}

static void open_rejects(struct cli *cli)
{
    if (cli->options.rejects) {
        cli->run.rejects.sink = cli_side_output(cli, cli->options.rejects);
    }
    if (cli->options.summary && *cli->options.summary) {
        cli->summary = cli_side_output(cli, cli->options.summary);
    }
}

static enum encode_kind failing_kind;

static size_t failure_text(const char *where, char *p, size_t room)
{
    return writer_failure_text(failing_kind, say_program_name(), where, p, room);
}

/* Opened first, so that whatever fails later is passed on to who reads our output. On a terminal
 * the message on stderr is enough. */
static void open_output(struct cli *cli)
{
    struct sink_options options = {.backup = cli->options.backup};
    cli->out = sink_open(cli->options.output, &options);
    cli->format.kind = options_output(&cli->options, sink_is_terminal(cli->out));
    failing_kind = cli->format.kind;
    if (sink_is_stdout(cli->out) && !sink_is_terminal(cli->out)) {
        sink_on_failure(cli->out, failure_text);
    }
}

/* The operands, or standard input where there are none; two that read it are a usage error. */
static char **begin_open(struct cli *cli, int *count)
{
    static char dash[] = "-";
    static char *standard_input[] = {dash};
    char **operands = cli->operand_count ? cli->operands : standard_input;
    *count = cli->operand_count ? cli->operand_count : 1;
    int stdins = 0;
    for (int i = 0; i < *count; i++) {
        const char *equals = strchr(operands[i], '=');
        stdins += strcmp(equals ? equals + 1 : operands[i], "-") == 0;
    }
    if (stdins > 1) {
        die(STATUS_USAGE, "standard input (-) can be read only once");
    }
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    bool given = cli->options.jobs != OPTIONS_JOBS_AUTO;
    uint64_t jobs = given ? cli->options.jobs : processors > 0 ? (uint64_t)processors : 1;
    cli->run.jobs = jobs < MOST_WORKERS ? (unsigned)jobs : MOST_WORKERS;
    team_set(cli->run.jobs);
    cli->inputs = mem_new((size_t)*count, sizeof *cli->inputs);
    cli->names = mem_new((size_t)*count, sizeof *cli->names);
    open_output(cli);
    return operands;
}

/* Several --where hold together; line ends keep a comment in one from swallowing the next. */
static const char *whole_condition(struct cli *cli)
{
    const struct opt_list *where = &cli->options.where;
    struct str all = str_of(where->items[0]);
    for (size_t i = 0; i < where->count; i++) {
        if (!expr_brackets_match(str_of(where->items[i]))) {
            die(STATUS_USAGE, "--where %s: brackets do not match", where->items[i]);
        }
    }
    for (size_t i = 1; i < where->count; i++) {
        all = arena_printf(&cli->arena, "(\n%.*s\n) AND (\n%s\n)", STRF(all), where->items[i]);
    }
    return arena_cstr(&cli->arena, all);
}

static void end_open(struct cli *cli, enum kind where_only)
{
    open_rejects(cli);
    if (cli->options.lenient) {
        say_warning("reading leniently: broken rows are taken as libcsv repairs them");
    }
    if (cli->options.where.count > 0) {
        cli->run.keep = where_keeps;
        cli->run.keep_context = where_new(cli->inputs, cli->input_count, where_only, whole_condition(cli));
    }
    for (size_t i = 0; i < cli->input_count; i++) {
        input_settle(cli->inputs[i]);
    }
}

void cli_fails_as(enum encode_kind kind)
{
    failing_kind = kind;
}

void cli_open_nothing(struct cli *cli)
{
    open_output(cli);
    open_rejects(cli);
}

/* Whose rows --where is for. */
static enum kind where_kind(const struct cli *cli, enum kind main_kind)
{
    if (!cli->command->where_main) {
        return KIND_UNKNOWN;
    }
    for (size_t i = 0; i < cli->input_count; i++) {
        if (cli->inputs[i]->binding.kind->kind == main_kind) {
            return main_kind;
        }
    }
    return cli->command->stand_in ? *cli->command->stand_in : main_kind;
}

void cli_open(struct cli *cli, const enum kind *accepted, size_t accepted_count, bool recognise)
{
    int count;
    char **operands = begin_open(cli, &count);
    for (int i = 0; i < count; i++) {
        open_operand(cli, operands[i], accepted, accepted_count, recognise);
    }
    end_open(cli, where_kind(cli, accepted[0]));
}

static bool is_identifier(struct str s)
{
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
                      (unsigned char)c >= 0x80;
        if (!letter && (i == 0 || c < '0' || c > '9')) {
            return false;
        }
    }
    return s.n > 0;
}

/* The table's name, and in *path the file. */
static struct str table_name(const char *operand, const char **path)
{
    struct str rest = str_of(operand);
    struct str name = str_cut(&rest, '=');
    if (rest.p && is_identifier(name)) {
        *path = rest.p;
        return name;
    }
    *path = operand;
    const char *slash = strrchr(operand, '/');
    struct str stem = str_of(slash ? slash + 1 : operand);
    return strcmp(operand, "-") == 0 ? S("stdin") : str_cut(&stem, '.');
}

void cli_open_tables(struct cli *cli)
{
    int count;
    char **operands = begin_open(cli, &count);
    for (int i = 0; i < count; i++) {
        const char *path;
        struct str name = table_name(operands[i], &path);
        struct input *input = input_open(path, &cli->reading);
        enum kind kind = input_recognise(input);
        input_bind(input, kind == KIND_UNKNOWN ? KIND_TABLE : kind);
        input->number = cli->input_count;
        for (size_t k = 0; k < cli->input_count; k++) {
            if (str_eq_nocase(str_of(cli->names[k]), name)) {
                die(STATUS_USAGE, "%s: there is a table %.*s already: write NAME=FILE", operands[i],
                    STRF(name));
            }
        }
        cli->names[cli->input_count] = arena_cstr(&cli->arena, name);
        cli->inputs[cli->input_count++] = input;
    }
    end_open(cli, KIND_UNKNOWN);
}

void cli_output(struct cli *cli, const struct encode_column *columns, size_t count)
{
    struct map names = {0};
    for (size_t i = 0; i < count; i++) {
        bool fresh;
        map_put(&names, columns[i].name, &fresh);
        if (!fresh) {
            die(STATUS_USAGE, "two columns of the output would be called %.*s",
                STRF(columns[i].name));
        }
    }
    map_free(&names);
    cli->format.formula_guard = cli->options.formula_guard;
    cli->format.column = columns;
    cli->format.count = count;
    cli->writer = writer_new(cli->out, &cli->format);
}

void cli_put(struct cli *cli, const struct str *cells)
{
    encode_row(&cli->format, cells, &cli->row);
    writer_put(cli->writer, buf_view(&cli->row));
    buf_clear(&cli->row);
}

static void check_fresh(const struct cli *cli, int32_t latest)
{
    if (!cli->options.fresh ||
        (latest != DATE_NONE && latest >= date_add(cli->as_of, fresh_span(cli), -1))) {
        return;
    }
    char last[DATE_ROOM];
    char as_of[DATE_ROOM];
    if (date_format(latest, last) == 0) {
        snprintf(last, sizeof last, "no day");
    }
    date_format(cli->as_of, as_of);
    say_error("the data end on %s, more than %s before %s (--fresh)", last, cli->options.fresh,
              as_of);
    status_raise(STATUS_FOUND);
}

static void refuse_alone(const struct asof_days *days)
{
    struct asof_alone alone;
    if (!asof_stands_alone(days, &alone)) {
        return;
    }
    char last[DATE_ROOM];
    char before[DATE_ROOM];
    date_format(alone.last, last);
    date_format(alone.before, before);
    die(STATUS_DATA,
        "the last day, %s, stands alone: %d days behind %s, where days are usually %.1f apart: mend "
        "the data, or say --as-of DATE", last, alone.last - alone.before, before, alone.usual);
}

int32_t cli_as_of_latest(struct cli *cli, int32_t latest)
{
    bool given = cli_as_of_given(cli) != DATE_NONE;
    cli->as_of = given ? cli_as_of_given(cli) : latest;
    if (cli->as_of != DATE_NONE) {
        char day[DATE_ROOM];
        date_format(cli->as_of, day);
        say_notice("as of %s%s", day, given ? "" : ", the latest day in the data");
        check_fresh(cli, latest);
    }
    return cli->as_of;
}

int32_t cli_as_of_scored(struct cli *cli, int32_t as_of, int32_t latest)
{
    int32_t given = cli_as_of_given(cli);
    if (as_of != DATE_NONE && given != DATE_NONE && given != as_of) {
        char scored[DATE_ROOM];
        date_format(as_of, scored);
        die(STATUS_USAGE, "--as-of %s: the scores are as of %s: say it to crm-score",
            cli->options.as_of, scored);
    }
    if (as_of == DATE_NONE) {
        return cli_as_of_latest(cli, latest);
    }
    cli->as_of = as_of;
    if (cli->as_of != DATE_NONE) {
        check_fresh(cli, latest);
    }
    return cli->as_of;
}

int32_t cli_as_of(struct cli *cli, const struct asof_days *days)
{
    if (cli_as_of_given(cli) == DATE_NONE) {
        refuse_alone(days);
    }
    return cli_as_of_latest(cli, asof_latest(days));
}

int cli_end(struct cli *cli)
{
    progress_clear();
    flow_check_rejects(&cli->run);
    if (cli->writer) { /* a report is no table */
        writer_end(cli->writer);
    }
    summary_say(cli);
    if (cli->options.summary) {
        struct buf line;
        buf_init(&line, BUF_UNBOUNDED);
        summary_json(cli, &line);
        if (cli->summary) {
            sink_write(cli->summary, line.p, line.n);
        } else {
            fwrite(line.p, 1, line.n, stderr);
        }
        buf_free(&line);
    }
    for (size_t i = 0; i < side_output_count; i++) {
        refuse_input(side_outputs[i]);
    }
    sink_commit_all();
    for (size_t i = 0; i < cli->input_count; i++) {
        input_close(cli->inputs[i]);
    }
    return (int)status_worst();
}
