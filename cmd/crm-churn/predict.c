/* crm-churn --fit and --predict: who will leave, learnt from labelled rows of any table. */
#include "base/base.h"

#include <math.h>

#include "analysis/propensity.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-churn/churn.h"
#include "flow/columns.h"
#include "flow/cursor.h"
#include "flow/held.h"
#include "io/slurp.h"
#include "stats/proportion.h"

#define NORMAL_95 1.959963984540054

static struct input *open_table(struct cli *cli)
{
    static const enum kind accepted[] = {KIND_TABLE};
    cli_open(cli, accepted, COUNT_OF(accepted), false);
    if (cli->input_count != 1) {
        die(STATUS_USAGE, "one table is needed");
    }
    return cli->inputs[0];
}

/* Rows of a table: the columns to learn from, and who had the outcome. */
struct labelled {
    struct str *name;
    ptrdiff_t *at; /* in the header */
    size_t columns;
    struct held held;
    uint8_t *y;
    size_t room;
};

static bool is_listed(const struct str *list, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq(list[i], name)) {
            return true;
        }
    }
    return false;
}

static void choose_columns(struct cli *cli, const struct settings *typed, const struct input *input,
                           ptrdiff_t outcome, struct labelled *rows)
{
    size_t ignored;
    struct str *ignore = options_list(typed->ignore, &cli->arena, &ignored);
    for (size_t i = 0; i < ignored; i++) {
        if (input_named(input, ignore[i]) < 0) {
            die(STATUS_USAGE, "--ignore %.*s: %s has no such column", STRF(ignore[i]), input->name);
        }
    }
    rows->name = mem_new(input->header->count, sizeof *rows->name);
    rows->at = mem_new(input->header->count, sizeof *rows->at);
    for (size_t i = 0; i < input->header->count; i++) {
        if ((ptrdiff_t)i != outcome && !is_listed(ignore, ignored, input->header->name[i])) {
            rows->name[rows->columns] = input->header->name[i];
            rows->at[rows->columns++] = (ptrdiff_t)i;
        }
    }
}

static void read_labelled(struct cli *cli, struct input *input, ptrdiff_t outcome, struct str value,
                          struct labelled *rows)
{
    struct str *cells = mem_new(rows->columns, sizeof *cells);
    struct cursor *cursor = cursor_open(&cli->run, input, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        struct str label = str_trim(row->record.cell[outcome]);
        if (label.n == 0) {
            row_bad_at(row, outcome, "is empty: every row must tell its outcome");
            cursor_rejected(cursor);
            continue;
        }
        for (size_t i = 0; i < rows->columns; i++) {
            cells[i] = str_trim(row->record.cell[rows->at[i]]);
        }
        if (rows->held.count == rows->room) {
            rows->room = mem_capacity(rows->room, rows->held.count + 1);
            rows->y = mem_grow(rows->y, rows->room, sizeof *rows->y);
        }
        rows->y[rows->held.count] = str_eq(label, value);
        held_add(&rows->held, cells, rows->columns);
        row->worker->account.merged++;
    }
    cursor_close(cursor);
    free(cells);
}

static void put_row(struct cli *cli, const char *section, struct str term, const double values[6])
{
    struct arena scratch = {0};
    struct str cells[8] = {str_of(section), term};
    for (size_t i = 0; i < 6; i++) {
        cells[2 + i] = number_cell(&scratch, values[i]);
    }
    cli_put(cli, cells);
    arena_free(&scratch);
}

static void put_fit(struct cli *cli, const struct propensity *p)
{
    static const struct encode_column columns[] = {
        {{"section", 7}, ENCODE_TEXT}, {{"term", 4}, ENCODE_TEXT},
        {{"value", 5}, ENCODE_NUMBER}, {{"low", 3}, ENCODE_NUMBER},
        {{"high", 4}, ENCODE_NUMBER},  {{"odds_ratio", 10}, ENCODE_NUMBER},
        {{"predicted", 9}, ENCODE_NUMBER}, {{"rows", 4}, ENCODE_NUMBER},
    };
    double rows = (double)p->rows;
    cli_output(cli, columns, COUNT_OF(columns));
    put_row(cli, "quality", S("auc"),
            (double[]){p->auc, p->auc_low, p->auc_high, NAN, NAN, rows});
    put_row(cli, "quality", S("calibration_slope"), (double[]){p->slope, NAN, NAN, NAN, NAN, rows});
    put_row(cli, "quality", S("calibration_intercept"),
            (double[]){p->intercept, NAN, NAN, NAN, NAN, rows});
    put_row(cli, "quality", S("penalty"), (double[]){p->penalty, NAN, NAN, NAN, NAN, NAN});
    for (size_t i = 0; i <= p->features.terms; i++) {
        double width = NORMAL_95 * p->error[i];
        struct str term = i == 0 ? S("(intercept)")
                                 : features_term(&p->features, i - 1, &cli->arena);
        put_row(cli, "coefficient", term,
                (double[]){p->beta[i], p->beta[i] - width, p->beta[i] + width, exp(p->beta[i]), NAN,
                           NAN});
    }
    for (size_t g = 0; g < PROPENSITY_GROUPS; g++) {
        struct proportion share =
            proportion_wilson((double)p->group[g].positive, (double)p->group[g].rows);
        put_row(cli, "calibration", arena_printf(&cli->arena, "%zu", g + 1),
                (double[]){share.share, share.low, share.high, NAN, p->group[g].predicted,
                           (double)p->group[g].rows});
    }
}

static void say_features(const struct propensity *p)
{
    for (size_t i = 0; i < p->features.columns; i++) {
        const struct features_column *c = &p->features.column[i];
        if (c->dropped) {
            say_notice("column %.*s is not used: %s", STRF(c->name), c->dropped);
        } else if (c->number && c->has_missing) {
            say_notice("column %.*s: missing cells count as the mean, with a term of their own",
                       STRF(c->name));
        }
    }
}

int predict_fit(struct cli *cli, const struct settings *typed)
{
    struct str value = str_of(typed->outcome);
    struct str column = str_cut(&value, '=');
    struct labelled rows = {0};
    struct propensity p;
    struct buf out;
    char message[PROPENSITY_MESSAGE];
    if (!typed->outcome || !value.p || column.n == 0) {
        die(STATUS_USAGE, "--fit needs --outcome COLUMN=VALUE, such as churn=yes");
    }
    struct input *input = open_table(cli);
    ptrdiff_t outcome = input_named(input, column);
    if (outcome < 0) {
        die(STATUS_USAGE, "--outcome %s: %s has no such column", typed->outcome, input->name);
    }
    struct sink *model = cli_side_output(cli, typed->fit);
    choose_columns(cli, typed, input, outcome, &rows);
    read_labelled(cli, input, outcome, value, &rows);
    size_t n = rows.held.count;
    struct str *cells = mem_new(mem_mul(n, rows.columns), sizeof *cells);
    const struct str **row = mem_new(n, sizeof *row);
    for (size_t i = 0; i < n; i++) {
        held_get(&rows.held, i, cells + i * rows.columns, rows.columns);
        row[i] = cells + i * rows.columns;
    }
    if (!propensity_fit(&p, str_of(typed->outcome), rows.name, rows.columns, row, rows.y, n,
                        &cli->arena, message)) {
        die(STATUS_DATA, "--fit: %s", message);
    }
    say_features(&p);
    put_fit(cli, &p);
    buf_init(&out, BUF_UNBOUNDED);
    propensity_write(&p, &out);
    sink_write(model, out.p, out.n);
    buf_free(&out);
    held_free(&rows.held);
    free(cells);
    free(row);
    free(rows.y);
    free(rows.name);
    free(rows.at);
    return cli_end(cli);
}

struct predicting {
    struct cli *cli;
    struct propensity p;
    struct columns columns;
    ptrdiff_t *at; /* by column of the model: its position in the input, or -1 */
    size_t at_p;
};

/* A worker's own. */
struct prediction {
    struct str *used, *cells;
    double *x;
};

static void predict_row(void *context, void *state, struct row *row, struct buf *out)
{
    const struct predicting *all = context;
    struct prediction *own = state;
    const struct features *features = &all->p.features;
    if (!own->used) {
        own->used = mem_new(features->columns, sizeof *own->used);
        own->cells = mem_new(all->columns.count, sizeof *own->cells);
        own->x = mem_new(features->terms, sizeof *own->x);
    }
    for (size_t i = 0; i < features->columns; i++) {
        own->used[i] = all->at[i] < 0 ? (struct str){0} : str_trim(row->record.cell[all->at[i]]);
    }
    memcpy(own->cells, row->record.cell, all->columns.own * sizeof *own->cells);
    own->cells[all->at_p] =
        number_cell(&row->worker->arena, propensity_of(&all->p, own->used, own->x));
    encode_row(&all->cli->format, own->cells, out);
    row->worker->account.written++;
}

static void drop_prediction(void *context, void *state)
{
    struct prediction *own = state;
    (void)context;
    free(own->used);
    free(own->cells);
    free(own->x);
}

int predict_put(struct cli *cli, const struct settings *typed)
{
    static const struct flow_map map = {.state_size = sizeof(struct prediction),
                                        .row = predict_row,
                                        .drop = drop_prediction};
    struct predicting all = {.cli = cli};
    const struct features *features = &all.p.features;
    const char *reason =
        propensity_read(&cli->arena, slurp_file(&cli->arena, typed->predict, 16 << 20), &all.p);
    if (reason) {
        die(STATUS_DATA, "%s: %s", typed->predict, reason);
    }
    struct input *input = open_table(cli);
    all.at = mem_new(features->columns, sizeof *all.at);
    for (size_t i = 0; i < features->columns; i++) {
        all.at[i] = input_named(input, features->column[i].name);
        if (all.at[i] < 0 && !features->column[i].dropped) {
            die(STATUS_DATA, "%s: no %.*s column, which the model needs", input->name,
                STRF(features->column[i].name));
        }
    }
    columns_begin(&all.columns, input, &cli->arena);
    all.at_p = columns_add(&all.columns, S("p_churn"), ENCODE_NUMBER);
    cli_output(cli, all.columns.column, all.columns.count);
    flow_map(&cli->run, input, &map, &all, cli->writer);
    free(all.at);
    return cli_end(cli);
}
