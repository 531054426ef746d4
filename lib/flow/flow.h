/*
 * flow.h - rows through workers, in order: the verbs of a command.
 *
 *     map     rows in, rows out, order kept
 *     fold    rows into a state; states merge
 *
 * (and, for inputs that are sorted already, the cursor of cursor.h)
 *
 * A reader cuts an input into blocks of whole records; the team (base/team.h) parses them and calls
 * the command for each row; results are taken in input order. Commands must not notice how many work:
 * a row function may change only its own state, its output buffer and its row's worker; what spans
 * blocks goes into `ordered` or `merge`.
 *
 * Rows that cannot be read go to the rejects, in input order, or end the run with the first of
 * them; output and counts before it stand.
 */
#ifndef CRM_FLOW_H
#define CRM_FLOW_H

#include "flow/row.h"
#include "format/writer.h"

/* The rejects file of a run; NULL sink: the first bad row ends the run. */
struct flow_rejects {
    struct sink *sink;
    uint64_t count;
    uint64_t most;    /* more end the run... */
    double most_share; /* ... or more than this part of the rows read; 1 for no such bound */
    char first[PLACE_MAX + 64]; /* where the first stood, for the last word */
    struct map fields;          /* by name of the field: index into by_field */
    uint64_t *by_field;
};

struct flow_run {
    struct account account;
    struct flow_rejects rejects;
    /* Which rows the command is to see; NULL: all. False also where the row is bad. */
    bool (*keep)(void *context, const struct row *row);
    void *keep_context;
    unsigned jobs;   /* who work at a time; at least 1 */
    uint64_t blocks; /* read so far: row numbers are made of it */
};

/* Takes the complaints of a worker, in input order: into the rejects, or ends the run. Its counts
 * are added to the run's. */
void flow_settle_account(struct flow_run *run, const struct input *input,
                         struct row_worker *worker);
/* Whether the command is to see the row: run->keep, and the account of those that it is not. */
bool flow_keeps(const struct flow_run *run, const struct row *row);
/* What is called for a row. */
struct flow_calls {
    void (*row)(void *context, struct row *row);
    /* Before it, where all records of a block are plain (format/plain.h); true: the row is done. NULL:
     * there is no such short way. */
    bool (*quick)(void *context, const struct plain_row *row, uint64_t number);
};

/* Parses a block, whose first row has this number, and calls for each sound record; stops at the first
 * complaint that will end the run. */
void flow_block(const struct flow_run *run, const struct input *input, const struct block *block,
                uint64_t number, struct parser *parser, struct row_worker *worker,
                const struct flow_calls *calls, void *context);
/* What the parser itself complains about: of one record, or (fatal) of the structure. */
void flow_parser_problem(const struct row *row, const struct parser *parser, bool fatal);
/* Rows rejected for a field, by its name in the header. */
uint64_t flow_rejected_for(const struct flow_run *run, struct str field);
/* At the end of all inputs: too many rejects end the run. */
void flow_check_rejects(struct flow_run *run);

struct flow_map {
    size_t state_size; /* of what a worker keeps of a block, zeroed before the first */
    void (*row)(void *context, void *state, struct row *row, struct buf *out);
    /* After each block, in input order, in one thread: takes what the state holds of it, and clears
     * that; complaints go to the worker (row_fatal_at), and out loses what must not be written. NULL
     * where nothing spans blocks. */
    void (*ordered)(void *context, void *state, struct row_worker *worker, struct buf *out);
    void (*drop)(void *context, void *state); /* frees what hangs on a state; NULL: nothing does */
    /* `row` looks at what came before: rows come in order, to one state. */
    bool sequential;
};

void flow_map(struct flow_run *run, struct input *input, const struct flow_map *map, void *context,
              struct writer *writer);

/* What rows of one block came to, for one state, in input order. */
struct flow_batch;
size_t flow_batch_count(const struct flow_batch *batch);
/* Item i, as flow_fold.read filled it in. */
const void *flow_batch_item(const struct flow_batch *batch, size_t i);
/* Its row, to complain about or to read further columns of; dead at the next call. */
struct row *flow_batch_row(struct flow_batch *batch, size_t i);

/*
 * Either `row` takes rows into a state, of which each worker has one; states then hold parts of the
 * same things, and merge has them to add up. Or `read` makes an item of a row, by any worker, and says
 * by a number which rows must meet; `take` gets items of the same number in one state, in input
 * order, so that states have nothing in common and merge only joins them.
 */
struct flow_fold {
    void *(*start)(void *context);
    void (*row)(void *context, void *state, struct row *row);
    /* The same of a row that is plain in all that matters here: false, and nothing done, leaves it to
     * `row`. NULL: there is no such short way. */
    bool (*quick_row)(void *context, void *state, const struct input *input,
                      const struct plain_row *row);
    void (*merge)(void *context, void *into, void *from); /* frees `from` */
    size_t item_size;
    /* False: nothing of the row goes into a state. */
    bool (*read)(void *context, struct row *row, void *item, uint64_t *meet);
    bool (*quick_read)(void *context, const struct input *input, const struct plain_row *row,
                       void *item, uint64_t *meet); /* to `read` as quick_row to `row` */
    void (*take)(void *context, void *state, struct flow_batch *batch);
    bool alone; /* with `row`: one state sees all rows, in order */
};

/* The state of all rows of all inputs; the caller owns it. */
void *flow_fold(struct flow_run *run, struct input *const *inputs, size_t count,
                const struct flow_fold *fold, void *context);

/* Takes complaints of several workers in the order of their rows, and their counts; for flow's own
 * files. */
void flow_settle(struct flow_run *run, const struct input *input, struct row_worker *const *workers,
                 size_t count);

#endif
