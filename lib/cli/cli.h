/*
 * cli.h - what is the same in every command: options in, inputs and outputs opened before the first
 * record, as-of, accounting, and the last line of main.
 *
 *     int main(int argc, char **argv)
 *     {
 *         struct cli *cli = cli_start(argc, argv, &command, &settings);
 *         cli_open(cli, accepted, COUNT_OF(accepted));         inputs, rejects, summary
 *         cli_output(cli, columns, count);                     output and its header
 *         ... flow_map or flow_fold on cli->inputs, rows to cli_put ...
 *         return cli_end(cli);                                 close, account, the worst status
 *     }
 *
 * Operands are FILE or NAME=FILE, NAME being a kind; none, or -, is standard input. A run that
 * fails leaves every output file as it was, and ends its standard output with a record that no
 * strict reader accepts.
 */
#ifndef CRM_CLI_H
#define CRM_CLI_H

#include "analysis/asof.h"
#include "cli/options.h"
#include "flow/flow.h"
#include "format/writer.h"

#define CLI_VERSION "0.1.0"

struct cli_command {
    const char *name;
    const char *operands;
    const char *purpose;
    const struct option_spec *options;
    const char *explain; /* for --explain: lines "column  definition" */
    bool as_of_rows;     /* rows carry their as_of: --fresh says something without --as-of */
    bool where_main;     /* --where is for the rows of the main kind, not for what is joined */
    const enum kind *stand_in; /* with where_main: the kind taken for the main one where no input is of
                                * that; NULL: none */
};

struct cli {
    const struct cli_command *command;
    struct options options;
    struct input_settings reading;
    struct arena arena; /* of the run */
    char **operands;
    int operand_count;
    struct input **inputs;
    const char **names; /* of the inputs as tables; cli_open_tables */
    size_t input_count;
    struct flow_run run;
    struct encode_format format;
    struct sink *out;
    struct writer *writer;
    struct sink *summary;
    struct buf row; /* of cli_put */
    int32_t as_of;  /* DATE_NONE until it is known */
    double started;
};

/* Parses the command line into `settings` (offsets of command->options) and the common options. */
struct cli *cli_start(int argc, char **argv, const struct cli_command *command, void *settings);

/* Opens the operands and binds them: the first of `accepted` is the main kind, taken where a header
 * tells none of the others. With `recognise` off, every plain operand is of the main kind. */
void cli_open(struct cli *cli, const enum kind *accepted, size_t accepted_count, bool recognise);

/* Opens the operands as tables of any kind, each under its own name: NAME=FILE, where NAME is any
 * identifier; a plain FILE goes by its name up to the first dot, standard input by stdin. */
void cli_open_tables(struct cli *cli);

/* A failing run ends standard output as this kind of stream must end; after cli_open, where the
 * command has forms of its own. */
void cli_fails_as(enum encode_kind kind);

/* Opens no input: the output alone, for what needs no data. */
void cli_open_nothing(struct cli *cli);

/* A file besides the output: rejects, summary, report. One that is an input is a usage error: only -o
 * may replace what is read. Call after the inputs are open. */
struct sink *cli_side_output(const struct cli *cli, const char *path);

/* Opens the output. `columns` must live until cli_end. */
void cli_output(struct cli *cli, const struct encode_column *columns, size_t count);
/* Writes a row of as many cells as there are columns. */
void cli_put(struct cli *cli, const struct str *cells);
/* What was counted as written while rows were rolled up is no output of this command. */
void cli_not_written(struct cli *cli);
/* So many rows of the output each stand for at least one that was merged. */
void cli_wrote(struct cli *cli, uint64_t rows);
/* Rows 0 to count - 1, made by the team (base/team.h) and written in order: `cells` fills in those of
 * row i, in `scratch`, and may change nothing that rows share. */
void cli_put_rows(struct cli *cli, size_t count,
                  void (*cells)(void *context, size_t i, struct arena *scratch, struct str *cells),
                  void *context);

/* The same where an item is text of the output as it is: whole lines, appended to `out`. */
void cli_put_lines(struct cli *cli, size_t count,
                   void (*lines)(void *context, size_t i, struct arena *scratch, struct buf *out),
                   void *context);

/* The day of --as-of where the command line gives one, else DATE_NONE: the data will tell. */
int32_t cli_as_of_given(const struct cli *cli);
/*
 * Settles as-of once the data have been seen, says it, checks --fresh, and refuses a last day that
 * stands alone. DATE_NONE where there are no days at all.
 */
int32_t cli_as_of(struct cli *cli, const struct asof_days *days);

/* The same where rows were scored as of a day already: a different --as-of is a usage error, the
 * `latest` purchase day is for --fresh. Without a day of the rows' own, --as-of is taken, else the
 * latest one. */
int32_t cli_as_of_scored(struct cli *cli, int32_t as_of, int32_t latest);

/* The same where only the latest day is known: no look at whether it stands alone. */
int32_t cli_as_of_latest(struct cli *cli, int32_t latest);

int cli_end(struct cli *cli);

#endif
