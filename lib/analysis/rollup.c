#include "base/base.h"

#include "analysis/rollup_merge.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"

static bool is_rollup(const struct input *input)
{
    return input->binding.kind->kind == KIND_ROLLUP;
}

bool rollup_has_currency(struct input *const *inputs, size_t count)
{
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        int column = is_rollup(inputs[i]) ? (int)ROLLUP_CURRENCY : (int)TRANSACTION_CURRENCY;
        found |= input_column(inputs[i], column) >= 0;
    }
    return found;
}

static bool has_sum(const struct rollup_extras *extras, struct str name)
{
    for (size_t i = 0; i < extras->sum_count; i++) {
        if (str_eq(extras->sum[i], name)) {
            return true;
        }
    }
    return false;
}

static void add_sum(struct rollup_extras *extras, struct arena *arena, struct str name)
{
    if (extras->sum_count == ROLLUP_SUMS_MAX) {
        die(STATUS_USAGE, "--sum: at most %d columns", ROLLUP_SUMS_MAX);
    }
    struct str *grown = arena_alloc(arena, (extras->sum_count + 1) * sizeof *grown);
    if (extras->sum_count > 0) {
        memcpy(grown, extras->sum, extras->sum_count * sizeof *grown);
    }
    grown[extras->sum_count] = name;
    extras->sum = grown;
    extras->sum_count++;
}

static void check_sums(const struct input *input, const struct rollup_extras *extras)
{
    for (size_t i = 0; i < extras->sum_count; i++) {
        ptrdiff_t position = is_rollup(input) ? rollup_merge_sum(input, extras->sum[i])
                                              : input_named(input, extras->sum[i]);
        if (position < 0) {
            die(STATUS_DATA, "%s: no column %s%.*s to add up", input->name,
                is_rollup(input) ? "sum_" : "", STRF(extras->sum[i]));
        }
    }
}

static void check_keep(struct input *const *inputs, size_t count,
                       const struct rollup_extras *extras)
{
    for (size_t k = 0; k < extras->keep_count; k++) {
        bool found = false;
        for (size_t i = 0; i < count; i++) {
            found |= input_named(inputs[i], extras->keep[k]) >= 0;
        }
        if (!found) {
            die(STATUS_DATA, "--keep %.*s: no input has such a column", STRF(extras->keep[k]));
        }
    }
}

static void plan_orders(struct input *const *inputs, size_t count, struct rollup_settings *settings,
                        struct arena *arena)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        most = inputs[i]->number > most ? inputs[i]->number : most;
    }
    struct order_plan *plan = arena_alloc(arena, (most + 1) * sizeof *plan);
    memset(plan, 0, (most + 1) * sizeof *plan);
    for (size_t i = 0; i < count; i++) {
        if (!is_rollup(inputs[i])) {
            plan[inputs[i]->number] = order_plan(inputs[i], settings->words);
        }
    }
    settings->plan = plan;
}

void rollup_prepare(struct input *const *inputs, size_t count, struct rollup_settings *settings,
                    struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        if (!is_rollup(inputs[i])) {
            order_need_columns(inputs[i]);
            continue;
        }
        const struct header *header = inputs[i]->header;
        for (size_t c = 0; c < header->count; c++) {
            struct str name = header->name[c];
            if (str_starts(name, S("sum_")) && !has_sum(&settings->extras, str_slice(name, 4, name.n))) {
                add_sum(&settings->extras, arena, str_slice(name, 4, name.n));
            }
        }
    }
    for (size_t i = 0; i < count; i++) {
        check_sums(inputs[i], &settings->extras);
    }
    check_keep(inputs, count, &settings->extras);
    for (size_t i = 0; i < count; i++) {
        /* What merges needs its days, what is paid by the order its orders. */
        settings->totals &= !is_rollup(inputs[i]) &&
                            input_column(inputs[i], TRANSACTION_ORDER_TOTAL) < 0;
    }
    plan_orders(inputs, count, settings, arena);
}

/* The rollup's fold and the one beside it, as one. */
struct twin {
    struct rollup_state *rollup;
    void *beside;
};

static void *twin_start(void *context)
{
    struct rollup_settings *settings = context;
    struct twin *twin = mem_new(1, sizeof *twin);
    twin->rollup = rollup_state_fold.start(settings);
    twin->beside = settings->beside->start(settings->beside_context);
    return twin;
}

static void twin_row(void *context, void *state, struct row *row)
{
    struct rollup_settings *settings = context;
    struct twin *twin = state;
    rollup_state_fold.row(settings, twin->rollup, row);
    if (!row->worker->row_bad) {
        settings->beside->row(settings->beside_context, twin->beside, row);
    }
}

static struct rollup_state *fold_twins(struct rollup_merge *m, struct input *const *inputs, size_t count)
{
    static const struct flow_fold twins = {.start = twin_start, .row = twin_row, .alone = true};
    struct twin *twin = flow_fold(m->run, inputs, count, &twins, m->settings);
    struct rollup_state *rollup = twin->rollup;
    m->settings->beside_state = twin->beside;
    free(twin);
    return rollup;
}

/* The transactions among the inputs, folded; NULL where there are none. */
static struct rollup_state *fold(struct rollup_merge *m, struct input *const *inputs, size_t count,
                                 struct rollup_state_rows *rows)
{
    struct input **transactions = mem_new(count, sizeof *transactions);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (!is_rollup(inputs[i])) {
            transactions[n++] = inputs[i];
        }
    }
    struct rollup_state *state = NULL;
    if (n > 0) {
        state = m->settings->beside
                    ? fold_twins(m, transactions, n)
                    : flow_fold(m->run, transactions, n, &rollup_state_fold, m->settings);
        *rows = rollup_state_finish(state);
        rollup_merge_folded(m, rows);
    }
    free(transactions);
    return state;
}

void rollup_run(struct flow_run *run, struct input *const *inputs, size_t count,
                struct rollup_settings *settings,
                void (*emit)(void *context, const struct rollup_row *row), void *context,
                struct rollup_result *result)
{
    struct rollup_merge m = {.run = run, .settings = settings, .emit = emit, .context = context,
                      .result = result};
    struct rollup_state_rows rows = {0};
    *result = (struct rollup_result){0};
    m.stream = mem_new(count + 1, sizeof *m.stream);
    struct rollup_state *state = fold(&m, inputs, count, &rows);
    for (size_t i = 0; i < count; i++) {
        if (is_rollup(inputs[i])) {
            rollup_merge_file(&m, inputs[i]);
        }
    }
    buf_init(&m.key, BUF_UNBOUNDED);
    size_t files = m.stream_count - (state != NULL);
    if (files == 1) {
        rollup_alone_run(&m);
    } else {
        rollup_merge_run(&m);
    }
    if (rows.split_orders > 0) {
        say_notice("%" PRIu64 " orders have rows on more than one day: keep each in one input when "
                   "rollups are merged later", rows.split_orders);
    }
    rollup_merge_free(&m);
    if (state) {
        rollup_state_rows_free(&rows);
        rollup_state_free(state);
    }
    struct account *a = &run->account;
    a->written = result->emitted;
    a->merged = a->read - a->rejected - account_excluded(a) - result->emitted;
}
