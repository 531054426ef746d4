#include "base/base.h"

#include "analysis/service_read.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"
#include "rules/cells.h"
#include "value/fold.h"

#define CACHE_MOST 100000 /* combinations of cells whose target is remembered */

/* ---- customers ---- */

struct service_customers {
    struct map index;
    struct expr_column *column;
    size_t count;
    struct str *cell; /* by customer and column */
    size_t rows, room;
    struct arena arena;
};

static void read_customer(struct service_customers *c, const struct cells *cells,
                          const struct row *row, struct str id)
{
    bool fresh;
    uint32_t *at = map_put(&c->index, id, &fresh);
    if (fresh) {
        *at = (uint32_t)c->rows++;
        if (c->rows > c->room) {
            c->room = mem_capacity(c->room, c->rows);
            c->cell = mem_grow(c->cell, mem_mul(c->room, c->count), sizeof *c->cell);
        }
        memset(&c->cell[*at * c->count], 0, c->count * sizeof *c->cell);
    }
    for (size_t i = 0; i < c->count; i++) {
        struct expr_value value;
        if (!cells_read(cells, row, i, &value)) {
            return;
        }
        if (value.text.n > 0) {
            c->cell[*at * c->count + i] = arena_str(&c->arena, value.text);
        }
    }
}

struct service_customers *service_read_customers(struct flow_run *run, struct input *input)
{
    struct service_customers *c = mem_new(1, sizeof *c);
    struct cells *cells = cells_new(input);
    struct str none, id;
    c->column = cells->column;
    c->count = cells->own;
    struct cursor *cursor = cursor_open(run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        enum row_found found = row_customer(row, &id);
        if (found == ROW_EMPTY) {
            account_exclude(&row->worker->account, ACCOUNT_NO_CUSTOMER);
        } else if (found == ROW_VALUE) {
            read_customer(c, cells, row, id);
            row->worker->account.merged += !row->worker->row_bad;
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    return c;
}

/* The cells of a row's customer; NULL where it is not known. */
static const struct str *customer_of(const struct service_customers *c, const struct row *row)
{
    struct str id;
    if (!c || row_customer(row, &id) != ROW_VALUE) {
        return NULL;
    }
    const uint32_t *at = map_find(&c->index, id);
    return at ? &c->cell[*at * c->count] : NULL;
}

static ptrdiff_t customer_column(const struct service_customers *c, struct str name)
{
    for (size_t i = 0; c && i < c->count; i++) {
        if (str_eq(c->column[i].name, name)) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}

/* ---- the reader ---- */

enum origin { ORIGIN_NONE, ORIGIN_INPUT, ORIGIN_CUSTOMERS, ORIGIN_CUSTOMER_ID, ORIGIN_TARGET };

struct wanted {
    enum origin origin;
    ptrdiff_t column; /* position in the header, or of the customers */
    int id;           /* canonical column that holds ids, or -1 */
};

/* What one input's rows are read with. */
struct of_input {
    const struct input *input;
    bool events;
    int ticket_id, status; /* canonical columns; status -1: none */
    struct wanted *wanted;
    struct cells *cells;
    struct expr_column
        *column; /* the cells', then those of the customers that are called otherwise */
    struct expr_value *value;
    size_t *joined; /* columns of the customers, of those behind the cells' */
    size_t joined_count;
    struct expr **expr; /* by target; NULL: it always holds */
    bool *used;         /* by column: some target looks at it */
    bool any_used;
};

struct service_reader {
    const struct service_reading *reading;
    struct of_input *of;
    struct map words; /* status words as written */
    struct service_word *meaning;
    struct str *word;
    size_t word_room;
    struct map cache; /* cells that targets look at: 1 + target */
    struct buf key, texts;
    struct service_seen seen;
    /* Of the row at hand. */
    uint32_t target;
    bool zoned;
};

static void want(const struct service_reading *r, struct of_input *of, size_t i)
{
    const struct service_wanted *w = &r->wanted[i];
    struct wanted *to = &of->wanted[i];
    *to = (struct wanted){ORIGIN_NONE, input_named(of->input, w->name), -1};
    if (w->customer) {
        to->origin = ORIGIN_CUSTOMER_ID;
    } else if (to->column >= 0) {
        to->origin = ORIGIN_INPUT;
        int canonical = input_canonical(of->input, to->column);
        bool is_id = canonical >= 0 && of->input->binding.kind->column[canonical].type == SCHEMA_ID;
        to->id = is_id ? canonical : -1;
    } else if ((to->column = customer_column(r->customers, w->name)) >= 0) {
        to->origin = ORIGIN_CUSTOMERS;
    } else if (str_eq(w->name, S("target")) && r->service->target_count > 0) {
        to->origin = ORIGIN_TARGET;
    } else if (!w->optional) {
        die(STATUS_USAGE, "%s %.*s: %s has no such column", r->option, STRF(w->name),
            of->input->name);
    }
}

static bool has_column(const struct cells *cells, struct str name)
{
    for (size_t i = 0; i < cells->count; i++) {
        if (str_eq_nocase(cells->column[i].name, name)) {
            return true;
        }
    }
    return false;
}

/* What conditions can name: SQL does not tell A from a, and the ticket's own columns come first. */
static size_t collect_columns(const struct service_customers *customers, struct of_input *of)
{
    size_t most = of->cells->count + (customers ? customers->count : 0);
    size_t count = of->cells->count;
    of->column = mem_new(most, sizeof *of->column);
    of->value = mem_new(most, sizeof *of->value);
    of->used = mem_new(most, sizeof *of->used);
    of->joined = mem_new(most, sizeof *of->joined);
    memcpy(of->column, of->cells->column, count * sizeof *of->column);
    for (size_t i = 0; customers && i < customers->count; i++) {
        if (!has_column(of->cells, customers->column[i].name)) {
            of->column[count++] = customers->column[i];
            of->joined[of->joined_count++] = i;
        }
    }
    return count;
}

static void compile(const struct service_reading *r, struct of_input *of)
{
    size_t count = collect_columns(r->customers, of);
    char message[EXPR_MESSAGE];
    of->expr = mem_new(r->service->target_count, sizeof(struct expr *));
    for (size_t i = 0; i < r->service->target_count; i++) {
        const struct policy_rule *rule = &r->service->target[i].rule;
        if (rule->when.n == 0) {
            continue;
        }
        of->expr[i] = expr_new(rule->when, of->column, count, message);
        if (!of->expr[i]) {
            die(STATUS_USAGE, "%s.when: %s: %s", rule->at, of->input->name, message);
        }
        for (size_t k = 0; k < count; k++) {
            of->used[k] |= expr_uses(of->expr[i], k);
            of->any_used |= of->used[k];
        }
    }
}

struct service_reader *service_reader_new(const struct service_reading *reading)
{
    struct service_reader *r = mem_new(1, sizeof *r);
    r->reading = reading;
    r->of = mem_new(reading->input_count, sizeof *r->of);
    buf_init(&r->key, BUF_UNBOUNDED);
    buf_init(&r->texts, BUF_UNBOUNDED);
    for (size_t i = 0; i < reading->input_count; i++) {
        struct of_input *of = &r->of[reading->inputs[i]->number];
        enum kind kind = reading->inputs[i]->binding.kind->kind;
        if (kind != KIND_TICKETS && kind != KIND_TICKET_EVENTS) {
            continue;
        }
        of->input = reading->inputs[i];
        of->events = kind == KIND_TICKET_EVENTS;
        of->ticket_id = of->events ? (int)EVENT_TICKET_ID : (int)TICKET_ID;
        of->status = of->events ? (int)EVENT_STATUS : (int)TICKET_STATUS;
        if (input_column(of->input, of->status) < 0) {
            of->status = of->events ? (int)EVENT_ACTIVITY : -1;
        }
        of->wanted = mem_new(reading->wanted_count, sizeof *of->wanted);
        of->cells = cells_new(of->input);
        for (size_t k = 0; k < reading->wanted_count; k++) {
            want(reading, of, k);
        }
        compile(reading, of);
    }
    return r;
}

void service_reader_free(struct service_reader *r)
{
    for (size_t i = 0; i < r->reading->input_count; i++) {
        struct of_input *of = &r->of[i];
        for (size_t k = 0; of->input && k < r->reading->service->target_count; k++) {
            if (of->expr[k]) {
                expr_free(of->expr[k]);
            }
        }
        if (of->input) {
            cells_free(of->cells);
        }
        free(of->wanted);
        free(of->column);
        free(of->joined);
        free(of->value);
        free(of->used);
        free(of->expr);
    }
    free(r->of);
    map_free(&r->words);
    free(r->meaning);
    free(r->word);
    map_free(&r->cache);
    buf_free(&r->key);
    buf_free(&r->texts);
    asof_free(&r->seen.days);
    free(r);
}

/* ---- targets ---- */

/* Fills in the values that conditions look at; false after a complaint. */
static bool read_values(struct service_reader *r, struct of_input *of, const struct row *row)
{
    const struct str *cell = of->joined_count > 0 ? customer_of(r->reading->customers, row) : NULL;
    buf_clear(&r->key);
    for (size_t i = 0; i < of->cells->count; i++) {
        if (of->used[i]) {
            if (!cells_read(of->cells, row, i, &of->value[i])) {
                return false;
            }
            /* The cell as it stands tells the value, whatever its type. */
            buf_str(&r->key, row->record.cell[of->cells->position[i]]);
            buf_byte(&r->key, '\0');
        }
    }
    for (size_t i = 0; i < of->joined_count; i++) {
        if (of->used[of->cells->count + i]) {
            struct str text = cell ? cell[of->joined[i]] : (struct str){"", 0};
            of->value[of->cells->count + i] = (struct expr_value){.text = text};
            buf_str(&r->key, text);
            buf_byte(&r->key, '\0');
        }
    }
    size_t input = row->input->number;
    buf_bytes(&r->key, (const char *)&input, sizeof input);
    return true;
}

static bool find_target(struct service_reader *r, struct of_input *of, const struct row *row)
{
    const struct service *s = r->reading->service;
    const uint32_t *known;
    r->target = 0;
    if (of->any_used) {
        if (!read_values(r, of, row)) {
            return false;
        }
        known = map_find(&r->cache, buf_view(&r->key));
        if (known) {
            r->target = *known;
            return true;
        }
    }
    for (size_t i = 0; i < s->target_count; i++) {
        const char *reason;
        enum expr_result result =
            of->expr[i] ? expr_test(of->expr[i], of->value, &reason) : EXPR_TRUE;
        if (result == EXPR_ERROR) {
            row_bad(row, -1, "%s.when: %s", s->target[i].rule.at, reason);
            return false;
        }
        if (result == EXPR_TRUE) {
            r->target = (uint32_t)i + 1;
            break;
        }
    }
    bool fresh;
    if (of->any_used && r->cache.count < CACHE_MOST) {
        *map_put(&r->cache, buf_view(&r->key), &fresh) = r->target;
    }
    return true;
}

/* ---- texts ---- */

static struct str text_of(const struct service_reader *r, const struct row *row,
                          const struct wanted *w, const struct str *customer)
{
    struct str id = {"", 0};
    switch (w->origin) {
    case ORIGIN_INPUT:
        if (w->id >= 0) {
            row_id(row, w->id, &id);
            return id;
        }
        return str_trim(row->record.cell[w->column]);
    case ORIGIN_CUSTOMERS:
        return customer ? customer[w->column] : id;
    case ORIGIN_CUSTOMER_ID:
        row_customer(row, &id);
        return id;
    case ORIGIN_TARGET:
        return r->target > 0 ? r->reading->service->target[r->target - 1].rule.name : id;
    default:
        return id;
    }
}

struct str service_reader_texts(struct service_reader *r, const struct row *row,
                                enum service_texts which)
{
    const struct service_reading *reading = r->reading;
    const struct of_input *of = &r->of[row->input->number];
    const struct str *customer = reading->customers ? customer_of(reading->customers, row) : NULL;
    buf_clear(&r->texts);
    for (size_t i = 0; i < reading->wanted_count; i++) {
        if (which == SERVICE_TEXTS_ALL ||
            reading->wanted[i].latest == (which == SERVICE_TEXTS_LATEST)) {
            buf_str(&r->texts, text_of(r, row, &of->wanted[i], customer));
            buf_byte(&r->texts, '\0');
        }
    }
    return buf_view(&r->texts);
}

/* ---- status words ---- */

uint32_t service_reader_add_word(struct service_reader *r, struct str text)
{
    bool fresh;
    uint32_t *at = map_put(&r->words, text, &fresh);
    if (fresh) {
        size_t n = r->words.count;
        *at = (uint32_t)(n - 1);
        if (n > r->word_room) {
            r->word_room = mem_capacity(r->word_room, n);
            r->meaning = mem_grow(r->meaning, r->word_room, sizeof *r->meaning);
            r->word = mem_grow(r->word, r->word_room, sizeof *r->word);
        }
        r->meaning[n - 1] = service_words_find(r->reading->words, text);
        r->word[n - 1] = map_key(&r->words, text);
        return (uint32_t)(n - 1);
    }
    return *at;
}

size_t service_reader_words(const struct service_reader *r)
{
    return r->words.count;
}

struct str service_reader_word(const struct service_reader *r, uint32_t word,
                               struct service_word *meaning)
{
    *meaning = r->meaning[word];
    return r->word[word];
}

struct service_seen *service_reader_seen(struct service_reader *r)
{
    return &r->seen;
}

void service_reader_join_seen(struct service_reader *into, const struct service_reader *from)
{
    const struct asof_days *days = &from->seen.days;
    for (int32_t day = days->first; days->seen && day <= days->last; day++) {
        if (asof_saw(days, day)) {
            asof_see(&into->seen.days, day);
        }
    }
    into->seen.latest =
        from->seen.latest > into->seen.latest ? from->seen.latest : into->seen.latest;
    into->seen.timeless |= from->seen.timeless;
}

/* ---- rows ---- */

/* OUTSIDE: before 1970 or behind 2099. */
enum found { FOUND_NONE, FOUND, FOUND_OUTSIDE, FOUND_BAD };

static enum found read_time(struct service_reader *r, const struct row *row, int column,
                            int64_t *at, int32_t *day)
{
    const struct calendar *calendar = r->reading->service->calendar;
    struct stamp stamp;
    *at = SERVICE_NEVER;
    switch (row_stamp(row, column, &stamp)) {
    case ROW_EMPTY:
        return FOUND_NONE;
    case ROW_BAD:
        return FOUND_BAD;
    default:
        break;
    }
    if (calendar_instant(calendar, &stamp, at)) {
        return FOUND_OUTSIDE;
    }
    bool zoned = stamp.has_time && stamp.has_zone;
    *day = zoned ? calendar_stamp(calendar, *at, false).day : stamp.day;
    r->zoned |= zoned;
    r->seen.timeless |= !stamp.has_time;
    return FOUND;
}

static void see(struct service_reader *r, int64_t at, int32_t day)
{
    asof_see(&r->seen.days, day);
    r->seen.latest = at > r->seen.latest ? at : r->seen.latest;
}

/* When the ticket, or the event, was; false where the row is not to be taken. */
static bool read_own_time(struct service_reader *r, const struct row *row, int column, int64_t *at,
                          int32_t *day)
{
    char shown[SAY_VALUE_ROOM];
    switch (read_time(r, row, column, at, day)) {
    case FOUND_BAD:
        return false;
    case FOUND_NONE:
        row_bad(row, column, "is empty: a time is needed");
        return false;
    case FOUND_OUTSIDE:
        row_bad(row, column, "%s is not in the years 1970 to 2099",
                say_value(row_text(row, column), shown));
        return false;
    default:
        break;
    }
    if (*at > r->reading->as_of) {
        account_exclude(&row->worker->account, ACCOUNT_AFTER_AS_OF);
        return false;
    }
    see(r, *at, *day);
    return true;
}

/* A later time of the ticket: none where it is behind as_of, a fault where it cannot be. */
static bool read_later(struct service_reader *r, const struct row *row, int column,
                       struct service_ticket *t, unsigned fault, int64_t *at, bool *cut)
{
    int32_t day;
    enum found found = read_time(r, row, column, at, &day);
    if (found == FOUND_OUTSIDE || (found == FOUND && *at < t->opened)) {
        t->faults |= fault;
        *at = SERVICE_NEVER;
    } else if (found == FOUND && *at > r->reading->as_of) {
        *cut = true;
        *at = SERVICE_NEVER;
    } else if (found == FOUND) {
        see(r, *at, day);
    }
    return found != FOUND_BAD;
}

/* A number, or a word for once or never. */
static bool read_reopenings(const struct row *row, struct service_ticket *t)
{
    static const char *const once = "|yes|y|true|t|是|", *const never = "|no|n|false|f|否|";
    struct str text = row_text(row, TICKET_REOPENINGS);
    uint64_t count = 0;
    t->counts_reopenings = input_column(row->input, TICKET_REOPENINGS) >= 0;
    if (text.n == 0 || (str_to_u64(text, &count) && count <= UINT32_MAX)) {
        t->reopenings = (uint32_t)count;
        return true;
    }
    struct str word = fold_key(&row->worker->arena, text);
    struct str sought = arena_printf(&row->worker->arena, "|%.*s|", STRF(word));
    t->reopenings = str_find(str_of(once), sought) < strlen(once);
    if (t->reopenings == 0 && str_find(str_of(never), sought) == strlen(never)) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, TICKET_REOPENINGS, "%s is neither a number nor yes or no",
                say_word(text, shown));
        return false;
    }
    return true;
}

/* What the row says of the state: times first; the status, where none of them lies behind as_of, as
 * it tells of today. */
static enum policy_status state_of(struct service_reader *r, const struct service_ticket *t,
                                   struct str status, bool closed, bool cut)
{
    struct service_word word = {0};
    if (status.n > 0) {
        uint32_t at = service_reader_add_word(r, status); /* may move the meanings */
        word = r->meaning[at];
    }
    bool done = t->resolved != SERVICE_NEVER || (t->faults & SERVICE_BAD_RESOLUTION);
    if (closed || (t->faults & SERVICE_BAD_CLOSED) ||
        (done && word.known && word.state == POLICY_CLOSED)) {
        return POLICY_CLOSED;
    }
    return done ? POLICY_RESOLVED : cut ? POLICY_OPEN : word.state;
}

bool service_reader_ticket(struct service_reader *r, const struct row *row,
                           struct service_ticket *t)
{
    struct of_input *of = &r->of[row->input->number];
    int64_t resolved, closed;
    bool cut = false;
    *t = (struct service_ticket){.responded = SERVICE_NEVER, .resolved = SERVICE_NEVER};
    r->zoned = false;
    if (!read_own_time(r, row, TICKET_OPENED_AT, &t->opened, &t->day)) {
        return false;
    }
    t->zoned = r->zoned;
    if (!read_later(r, row, TICKET_FIRST_RESPONSE_AT, t, SERVICE_BAD_RESPONSE, &t->responded,
                    &cut) ||
        !read_later(r, row, TICKET_RESOLVED_AT, t, SERVICE_BAD_RESOLVED, &resolved, &cut) ||
        !read_later(r, row, TICKET_CLOSED_AT, t, SERVICE_BAD_CLOSED, &closed, &cut) ||
        !read_reopenings(row, t) || !find_target(r, of, row)) {
        return false;
    }
    bool by_close = resolved == SERVICE_NEVER && !(t->faults & SERVICE_BAD_RESOLVED);
    t->resolved = by_close ? closed : resolved;
    if (t->faults & (unsigned)(by_close ? SERVICE_BAD_CLOSED : SERVICE_BAD_RESOLVED)) {
        t->faults |= SERVICE_BAD_RESOLUTION;
    }
    struct str status = of->status >= 0 ? row_text(row, of->status) : (struct str){"", 0};
    t->state = state_of(r, t, status, closed != SERVICE_NEVER, cut);
    t->target = r->target;
    return true;
}

bool service_reader_event(struct service_reader *r, const struct row *row, struct service_event *e)
{
    struct of_input *of = &r->of[row->input->number];
    struct str word = row_text(row, of->status);
    int32_t day;
    enum row_found found = row_id(row, of->ticket_id, &e->ticket);
    if (found == ROW_BAD) {
        return false;
    }
    if (found == ROW_EMPTY) {
        row_bad(row, of->ticket_id, "is empty: whose event is it?");
        return false;
    }
    if (word.n == 0) {
        row_bad(row, of->status, "is empty: a %s is needed",
                of->status == EVENT_STATUS ? "status" : "activity");
        return false;
    }
    r->zoned = false;
    if (!read_own_time(r, row, EVENT_AT, &e->at, &day) || !find_target(r, of, row)) {
        return false;
    }
    e->zoned = r->zoned;
    e->word = service_reader_add_word(r, word);
    e->target = r->target;
    return true;
}
