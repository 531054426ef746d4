#include "base/base.h"

#include "analysis/rollup_merge.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"

ptrdiff_t rollup_merge_sum(const struct input *input, struct str name)
{
    char column[256];
    snprintf(column, sizeof column, "sum_%.*s", STRF(str_slice(name, 0, 200)));
    return header_find(input->header, str_of(column));
}

static void put_key(const struct rollup_settings *settings, struct str customer,
                    struct str currency, struct buf *out)
{
    buf_str(out, customer);
    buf_byte(out, '\0');
    if (settings->by_currency) {
        buf_str(out, currency);
    }
}

static bool cursor_key_of(void *context, const struct row *row, struct buf *out)
{
    const struct rollup_settings *settings = context;
    struct str customer;
    if (row_id(row, ROLLUP_CUSTOMER_ID, &customer) == ROW_BAD) {
        return false;
    }
    put_key(settings, customer, row_text(row, ROLLUP_CURRENCY), out);
    return true;
}

static bool stream_key(const struct rollup_merge *m, struct rollup_stream *stream, struct str *key)
{
    if (stream->cursor) {
        return cursor_key(stream->cursor, key);
    }
    if (!stream->has_row) {
        return false;
    }
    buf_clear(&stream->key);
    put_key(m->settings, stream->row.customer, stream->row.currency, &stream->key);
    *key = buf_view(&stream->key);
    return true;
}

/* The days that a row may speak of: those of its orders, and, since refunds are not dated, all of
 * its period where it has any. */
struct range {
    int32_t from, to;
};

static struct range range_of(const struct rollup_row *part)
{
    if (part->refunds == 0 && part->days > 0) {
        return (struct range){part->first, part->last};
    }
    if (part->grain == DATE_ALL) {
        return (struct range){DATE_NONE, INT32_MAX};
    }
    return (struct range){part->period, date_period_end(part->period, part->grain)};
}

static bool is_outside(const struct rollup_settings *set, const struct row *row,
                       const struct rollup_row *part, int64_t net)
{
    if (set->since == DATE_NONE && set->until == DATE_NONE) {
        return false;
    }
    struct range range = range_of(part);
    int32_t until = set->until == DATE_NONE ? INT32_MAX : set->until;
    if (range.from >= set->since && range.to <= until) {
        return false;
    }
    if (range.to < set->since || range.from > until) {
        account_exclude_amount(&row->worker->account, ACCOUNT_OUTSIDE, net, part->currency);
        return true;
    }
    row_fatal(row, ROLLUP_FIRST_DATE, STATUS_DATA,
              "the row reaches over --since or --until%s: take a rollup --by day, or the "
              "transactions", part->refunds > 0 ? " (its refunds may)" : "");
    return true;
}

static bool excluded(const struct rollup_merge *m, const struct row *row, const struct rollup_row *part)
{
    const struct rollup_settings *set = m->settings;
    struct account *account = &row->worker->account;
    int64_t net = part->amount;
    if (!money_sub(&net, part->refund_amount)) {
        net = INT64_MAX; /* too large to account for: the account will say so */
    }
    if (set->currency.n > 0 && !str_eq(set->currency, part->currency)) {
        account_exclude_amount(account, ACCOUNT_OTHER_CURRENCY, net, part->currency);
        return true;
    }
    bool late_order = part->days > 0 && part->last > set->as_of;
    bool late_refund = part->refunds > 0 && part->grain != DATE_ALL && part->period > set->as_of;
    if (set->as_of != DATE_NONE && (late_order || late_refund)) {
        char last[DATE_ROOM];
        date_format(part->days > 0 ? part->last : part->period, last);
        row_fatal(row, ROLLUP_LAST_DATE, STATUS_DATA,
                  "%s lies after --as-of: a rollup cannot be cut; roll up the transactions with "
                  "--until", last);
        return true;
    }
    return is_outside(set, row, part, net);
}

static void check_grain(const struct rollup_merge *m, const struct row *row, const struct rollup_row *part)
{
    static const char *const names[] = {"all", "year", "quarter", "month", "day"};
    if (part->grain < m->settings->by) {
        row_fatal(row, -1, STATUS_DATA,
                  "this rollup is --by %s: --by %s needs one that is --by %s or finer",
                  names[part->grain], names[m->settings->by], names[m->settings->by]);
    }
}

static struct rollup_row *add_part(struct rollup_merge *m)
{
    if (m->part_count == m->part_room) {
        m->part_room = mem_capacity(m->part_room, m->part_count + 1);
        m->part = mem_grow(m->part, m->part_room, sizeof *m->part);
    }
    return &m->part[m->part_count++];
}

static void check_currency(struct rollup_merge *m, const struct rollup_row *part)
{
    if (m->settings->by_currency || m->settings->currency.n > 0) {
        return;
    }
    if (!m->has_currency) {
        m->has_currency = true;
        m->currency = arena_str(&m->memory, part->currency);
    }
    if (!str_eq(m->currency, part->currency)) {
        die(STATUS_DATA, "%s: two currencies, \"%.*s\" and \"%.*s\": say --currency %.*s%s",
            part->origin, STRF(m->currency), STRF(part->currency),
            STRF(m->currency.n ? m->currency : part->currency),
            m->settings->one_currency ? "" : " or --by-currency");
    }
}

bool rollup_merge_read(const struct rollup_merge *m, const struct rollup_stream *stream,
                       struct row *row, struct arena *arena, struct rollup_row *part)
{
    if (!rollup_row_read(row, &m->settings->extras, stream->sum_column, stream->keep_column, arena,
                         part) || excluded(m, row, part)) {
        return false;
    }
    check_grain(m, row, part);
    part->period =
        m->settings->by == DATE_ALL ? 0 : date_period_start(part->period, m->settings->by);
    part->grain = m->settings->by;
    return !row->worker->row_bad;
}

void rollup_merge_add(struct rollup_merge *m, const struct rollup_row *part)
{
    check_currency(m, part);
    *add_part(m) = *part;
}

/* Kept values of a folded row live until the next one: they are copied for the group. */
static void hold_kept(struct rollup_merge *m, struct rollup_row *part)
{
    size_t count = m->settings->extras.keep_count;
    if (count > 0) {
        struct str *keep = arena_alloc(&m->group, count * sizeof *keep);
        int64_t *when = arena_alloc(&m->group, count * sizeof *when);
        memcpy(keep, part->keep, count * sizeof *keep);
        memcpy(when, part->keep_when, count * sizeof *when);
        part->keep = keep;
        part->keep_when = when;
    }
}

void rollup_merge_take_folded(struct rollup_merge *m, struct rollup_stream *stream)
{
    struct rollup_row *part = add_part(m);
    *part = stream->row;
    hold_kept(m, part);
    check_currency(m, part);
    stream->has_row = rollup_state_next(stream->folded, &stream->row);
}

void rollup_merge_pass(struct rollup_merge *m, const struct rollup_row *first, struct str lines,
                       uint64_t count)
{
    check_currency(m, first);
    m->result->emitted += count;
    m->settings->pass(m->context, lines, count);
}

/* The stream's row becomes a part of the customer at hand. */
static void take_part(struct rollup_merge *m, struct rollup_stream *stream)
{
    if (!stream->cursor) {
        rollup_merge_take_folded(m, stream);
        return;
    }
    struct rollup_row part;
    if (rollup_merge_read(m, stream, cursor_row(stream->cursor), &m->group, &part)) {
        rollup_merge_add(m, &part);
    }
    cursor_rejected(stream->cursor);
    cursor_next(stream->cursor);
}

/* Undated parts (refunds only) first: they join with anything. */
static int by_time(const void *a, const void *b)
{
    const struct rollup_row *x = a;
    const struct rollup_row *y = b;
    int order = (x->period > y->period) - (x->period < y->period);
    return order ? order : (x->first > y->first) - (x->first < y->first);
}

static void emit_row(struct rollup_merge *m, const struct rollup_row *row)
{
    const int32_t days[] = {row->first, row->second, row->prev2, row->prev, row->last};
    for (size_t i = 0; i < COUNT_OF(days); i++) {
        asof_see(&m->result->days, days[i]);
    }
    m->result->emitted++;
    m->emit(m->context, row);
}

void rollup_merge_emit(struct rollup_merge *m)
{
    char message[ROLLUP_ROW_MESSAGE];
    if (m->part_count > 1) {
        qsort(m->part, m->part_count, sizeof *m->part, by_time);
    }
    for (size_t i = 0; i < m->part_count;) {
        struct rollup_row *row = &m->part[i];
        size_t k = i + 1;
        for (; k < m->part_count && m->part[k].period == row->period; k++) {
            if (!rollup_row_join(row, &m->part[k], &m->settings->extras, message)) {
                die(STATUS_DATA, "%s", message);
            }
        }
        emit_row(m, row);
        i = k;
    }
    m->part_count = m->held = 0;
    arena_reset(&m->group);
}

/* The smallest key among the streams' next rows, into m->key; false at the end of all. */
static bool next_key(struct rollup_merge *m)
{
    bool found = false;
    for (size_t i = 0; i < m->stream_count; i++) {
        struct str key;
        if (stream_key(m, &m->stream[i], &key) &&
            (!found || str_cmp(key, buf_view(&m->key)) < 0)) {
            buf_clear(&m->key);
            buf_str(&m->key, key);
            found = true;
        }
    }
    return found;
}

/* Folded rows alone are apart already. */
static void pass_folded(struct rollup_merge *m, struct rollup_stream *stream)
{
    for (; stream->has_row; stream->has_row = rollup_state_next(stream->folded, &stream->row)) {
        check_currency(m, &stream->row);
        emit_row(m, &stream->row);
    }
}

static void merge_streams(struct rollup_merge *m)
{
    for (size_t i = 0; i < m->stream_count; i++) {
        if (m->stream[i].input) {
            m->stream[i].cursor = cursor_open(m->run, m->stream[i].input, cursor_key_of, m->settings);
        }
    }
    while (next_key(m)) {
        for (size_t i = 0; i < m->stream_count; i++) {
            struct str key;
            while (stream_key(m, &m->stream[i], &key) && str_eq(key, buf_view(&m->key))) {
                take_part(m, &m->stream[i]);
            }
        }
        rollup_merge_emit(m);
    }
}

void rollup_merge_folded(struct rollup_merge *m, struct rollup_state_rows *rows)
{
    struct rollup_stream *stream = &m->stream[m->stream_count++];
    stream->folded = rows;
    stream->has_row = rollup_state_next(rows, &stream->row);
    buf_init(&stream->key, BUF_UNBOUNDED);
}

void rollup_merge_file(struct rollup_merge *m, struct input *input)
{
    const struct rollup_extras *extras = &m->settings->extras;
    struct rollup_stream *stream = &m->stream[m->stream_count++];
    stream->input = input;
    stream->sum_column = mem_new(extras->sum_count, sizeof *stream->sum_column);
    stream->keep_column = mem_new(extras->keep_count, sizeof *stream->keep_column);
    for (size_t i = 0; i < extras->sum_count; i++) {
        stream->sum_column[i] = rollup_merge_sum(input, extras->sum[i]);
    }
    for (size_t i = 0; i < extras->keep_count; i++) {
        stream->keep_column[i] = input_named(input, extras->keep[i]);
    }
}

void rollup_merge_free(struct rollup_merge *m)
{
    for (size_t i = 0; i < m->stream_count; i++) {
        if (m->stream[i].cursor) {
            cursor_close(m->stream[i].cursor);
        }
        free(m->stream[i].sum_column);
        free(m->stream[i].keep_column);
        buf_free(&m->stream[i].key);
    }
    free(m->stream);
    free(m->part);
    buf_free(&m->key);
    arena_free(&m->group);
    arena_free(&m->memory);
}

void rollup_merge_run(struct rollup_merge *m)
{
    if (m->stream_count == 1 && m->stream[0].folded) {
        pass_folded(m, &m->stream[0]);
    } else {
        merge_streams(m);
    }
}
