#include "base/base.h"

#include "analysis/scored.h"
#include "base/die.h"
#include "base/mem.h"
#include "value/cell.h"

static const struct encode_column score_columns[] = {
    {{"recency_days", 12}, ENCODE_FIGURE}, {{"frequency", 9}, ENCODE_FIGURE},
    {{"monetary", 8}, ENCODE_FIGURE},      {{"r", 1}, ENCODE_FIGURE},
    {{"f", 1}, ENCODE_FIGURE},             {{"m", 1}, ENCODE_FIGURE},
    {{"rfm", 3}, ENCODE_TEXT},             {{"as_of", 5}, ENCODE_DATE},
};

#define ADDED_COLUMNS COUNT_OF(score_columns)

static const struct encode_column history_columns[] = {
    {{"first_date", 10}, ENCODE_DATE}, {{"last_date", 9}, ENCODE_DATE},
    {{"prev_date", 9}, ENCODE_DATE},   {{"prev2_date", 10}, ENCODE_DATE},
    {{"orders", 6}, ENCODE_FIGURE},    {{"days", 4}, ENCODE_FIGURE},
    {{"gap_max", 7}, ENCODE_FIGURE},
};

#define HISTORY_COLUMNS COUNT_OF(history_columns)
#define TOTALS_COLUMNS 2 /* of those: first and last date */

static size_t history_count(const struct scored_settings *settings)
{
    return !settings->own_columns ? 0 : settings->totals ? TOTALS_COLUMNS : HISTORY_COLUMNS;
}

bool scored_is_column(struct str name)
{
    for (size_t i = 0; i < ADDED_COLUMNS; i++) {
        if (str_eq(name, score_columns[i].name)) {
            return true;
        }
    }
    return false;
}

void scored_init(struct scored *table, const struct scored_settings *settings,
                 struct arena *arena)
{
    *table = (struct scored){.settings = *settings, .arena = arena};
}

size_t scored_columns(struct scored *table, struct encode_column **columns)
{
    const struct rollup_extras *extras = &table->settings.extras;
    struct rollup_extras no_keep = *extras;
    struct encode_column *lead;
    no_keep.keep_count = 0;
    size_t all = rollup_row_columns(&no_keep, table->settings.currency, false, table->arena, &lead);
    bool own = table->settings.own_columns;
    table->lead = own ? (size_t)1 + table->settings.currency : all;
    size_t history = history_count(&table->settings);
    size_t count = table->lead + ADDED_COLUMNS + history + extras->keep_count;
    struct encode_column *out = arena_alloc(table->arena, count * sizeof *out);
    size_t n = table->lead;
    memcpy(out, lead, n * sizeof *out);
    memcpy(out + n, score_columns, sizeof score_columns);
    n += ADDED_COLUMNS;
    memcpy(out + n, history_columns, history * sizeof *out);
    n += history;
    for (size_t i = 0; i < extras->keep_count; i++) {
        out[n++] = (struct encode_column){extras->keep[i], ENCODE_TEXT};
    }
    *columns = out;
    return count;
}

static int64_t monetary_of(const struct scored_settings *settings, const struct rollup_row *row)
{
    if (settings->by_sum) {
        return row->sum[0];
    }
    int64_t net = row->amount;
    if (!settings->ignore_refunds && !money_sub(&net, row->refund_amount)) {
        die(STATUS_DATA, "amount - refund_amount does not fit in 64 bits");
    }
    return net;
}

static uint64_t frequency_of(const struct scored_settings *settings, const struct rollup_row *row)
{
    switch (settings->unit) {
    case SCORED_DAYS:
        return row->days;
    case SCORED_ROWS:
        return row->rows;
    default:
        return row->orders;
    }
}

static void make_room(struct scored *table)
{
    if (table->count < table->room) {
        return;
    }
    table->room = mem_capacity(table->room, table->count + 1);
    table->customer = mem_grow(table->customer, table->room, sizeof *table->customer);
    table->kept = mem_grow(table->kept, mem_mul(table->room, table->settings.extras.keep_count),
                           sizeof *table->kept);
    if (table->settings.own_columns) {
        table->first = mem_grow(table->first, table->room, sizeof *table->first);
        if (!table->settings.totals) {
            table->history = mem_grow(table->history, table->room, sizeof *table->history);
        }
    } else {
        table->row = mem_grow(table->row, table->room, sizeof *table->row);
    }
}

void scored_take(void *context, const struct rollup_row *row)
{
    struct scored *table = context;
    const struct scored_settings *settings = &table->settings;
    const struct rollup_extras *extras = &settings->extras;
    make_room(table);
    struct rfm_customer *customer = &table->customer[table->count];
    *customer = (struct rfm_customer){.id = arena_str(table->arena, row->customer),
                                      .currency = arena_str(table->arena, row->currency),
                                      .last = row->last,
                                      .frequency = frequency_of(settings, row),
                                      .monetary = monetary_of(settings, row)};
    if (settings->own_columns) {
        table->first[table->count] = row->first;
        if (!settings->totals) {
            table->history[table->count] = (struct scored_history){row->prev, row->prev2, row->orders,
                                                                   row->days, row->gap_max};
        }
    } else {
        struct rollup_row *own = &table->row[table->count];
        *own = *row;
        own->customer = customer->id;
        own->currency = customer->currency;
        if (extras->sum_count > 0) {
            own->sum = arena_alloc(table->arena, extras->sum_count * sizeof *own->sum);
            memcpy(own->sum, row->sum, extras->sum_count * sizeof *own->sum);
        }
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        table->kept[table->count * extras->keep_count + i] = arena_str(table->arena, row->keep[i]);
    }
    table->count++;
}

/* "545", or with scores above 9 "10-4-5". */
static struct str joined(const uint8_t score[RFM_DIMENSIONS], bool wide, char **at)
{
    struct str cell = {*at, 0};
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        if (wide && d > 0) {
            *(*at)++ = '-';
        }
        cell_count(at, score[d]);
    }
    cell.n = (size_t)(*at - cell.p);
    return cell;
}

static size_t history_cells(const struct scored *table, size_t index, char **at, struct str *cells)
{
    size_t n = 0;
    cells[n++] = cell_day(at, table->first[index]);
    cells[n++] = cell_day(at, table->customer[index].last);
    if (table->settings.totals) {
        return n;
    }
    const struct scored_history *h = &table->history[index];
    cells[n++] = cell_day(at, h->prev);
    cells[n++] = cell_day(at, h->prev2);
    cells[n++] = cell_count(at, h->orders);
    cells[n++] = cell_count(at, h->days);
    cells[n++] = cell_count(at, h->gap_max);
    return n;
}

/* What stands before the scores: the rollup's own cells, or the customer. */
static size_t lead_cells(const struct scored *table, size_t index, struct arena *scratch,
                         struct str *cells)
{
    const struct rfm_customer *c = &table->customer[index];
    if (!table->settings.own_columns) {
        struct rollup_extras no_keep = table->settings.extras;
        no_keep.keep_count = 0;
        rollup_row_cells(&table->row[index], &no_keep, table->settings.currency, false, scratch,
                         cells);
        return table->lead;
    }
    cells[0] = c->id;
    if (table->settings.currency) {
        cells[1] = c->currency;
    }
    return table->lead;
}

void scored_cells(const struct scored *table, size_t index, const struct rfm_result *result,
                  int32_t as_of, struct arena *scratch, struct str *cells)
{
    const struct scored_settings *settings = &table->settings;
    const struct rfm_customer *c = &table->customer[index];
    size_t kept = settings->extras.keep_count;
    bool scored = c->last != DATE_NONE;
    bool wide = false;
    char *at = arena_alloc(scratch, (ADDED_COLUMNS + HISTORY_COLUMNS) * CELL_ROOM);
    size_t n = lead_cells(table, index, scratch, cells);
    cells[n++] = scored ? cell_count(&at, (uint64_t)(as_of - c->last)) : S("");
    cells[n++] = cell_count(&at, c->frequency);
    cells[n++] = cell_money(&at, c->monetary, settings->by_sum ? 0 : money_decimals(c->currency));
    for (int d = 0; d < RFM_DIMENSIONS; d++) {
        cells[n++] = scored ? cell_count(&at, c->score[d]) : S("");
        wide |= result->top[d] > 9;
    }
    cells[n++] = scored ? joined(c->score, wide, &at) : S("");
    cells[n++] = cell_day(&at, as_of);
    if (settings->own_columns) {
        n += history_cells(table, index, &at, cells + n);
    }
    for (size_t i = 0; i < kept; i++) {
        cells[n++] = table->kept[index * kept + i];
    }
}
