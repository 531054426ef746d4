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
    /* Where all records of a block are plain (format/plain.h): does those from `from` on, whose first
     * has this number, up to one that is not plain in all that matters, and returns how many. That one
     * goes to `row`. NULL: there is no such short way. */
    size_t (*quick)(void *context, const struct plain_rows *rows, size_t from, uint64_t number);
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

/* Items of one block, in input order, for flow_fold.quick_read; else flow's own. */
struct flow_items {
    char *p;
    uint32_t count, room;
    size_t stride; /* of an item with its head */
    size_t parts;
    struct flow_part {
        uint32_t *item; /* which are for this state */
        uint32_t count, room;
    } part[];
};

/* What stands before an item: its row, to find again. */
struct flow_head {
    uint32_t at, length; /* in the block */
    uint64_t number;
};

void flow_items_grow(struct flow_items *items);
void flow_part_grow(struct flow_part *part);

/* Where the next item goes, item_size bytes; it counts once it is added. */
static inline void *flow_items_next(struct flow_items *items)
{
    if (items->count == items->room) {
        flow_items_grow(items);
    }
    return items->p + items->count * items->stride + sizeof(struct flow_head);
}

static inline void flow_items_add(struct flow_items *items, uint64_t meet, struct flow_head head)
{
    struct flow_part *part = &items->part[((meet >> 32) * items->parts) >> 32];
    memcpy(items->p + items->count * items->stride, &head, sizeof head);
    if (part->count == part->room) {
        flow_part_grow(part);
    }
    part->item[part->count++] = items->count++;
}

/*
 * Either `row` takes rows into a state, of which each worker has one; states then hold parts of the
 * same things, and merge has them to add up. Or `read` makes an item of a row, by any worker, and says
 * by a number which rows must meet; `take` gets items of the same number in one state, in input
 * order, so that states have nothing in common and merge only joins them.
 */
struct flow_fold {
    void *(*start)(void *context);
    void (*row)(void *context, void *state, struct row *row);
    /* The same of plain rows, as flow_calls.quick. NULL: there is no such short way. */
    size_t (*quick_row)(void *context, void *state, const struct input *input,
                        const struct plain_rows *rows, size_t from);
    void (*merge)(void *context, void *into, void *from); /* frees `from` */
    size_t item_size;
    /* False: nothing of the row goes into a state. */
    bool (*read)(void *context, struct row *row, void *item, uint64_t *meet);
    /* To `read` as quick_row to `row`: adds the items. */
    size_t (*quick_read)(void *context, const struct input *input, const struct plain_rows *rows,
                         size_t from, uint64_t number, struct flow_items *items);
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
