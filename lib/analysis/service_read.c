#include "base/base.h"

#include "analysis/service_reader.h"
#include "base/die.h"
#include "base/mem.h"

static void want(const struct service_reading *r, struct service_reader_input *of, size_t i)
{
    const struct service_wanted *w = &r->wanted[i];
    struct service_reader_wanted *to = &of->wanted[i];
    *to = (struct service_reader_wanted){ORIGIN_NONE, input_named(of->input, w->name), -1};
    if (w->customer) {
        to->origin = ORIGIN_CUSTOMER_ID;
    } else if (to->column >= 0) {
        to->origin = ORIGIN_INPUT;
        int canonical = input_canonical(of->input, to->column);
        bool is_id = canonical >= 0 && of->input->binding.kind->column[canonical].type == SCHEMA_ID;
        to->id = is_id ? canonical : -1;
    } else if ((to->column = service_read_customer_column(r->customers, w->name)) >= 0) {
        to->origin = ORIGIN_CUSTOMERS;
    } else if (str_eq(w->name, S("target")) && r->service->target_count > 0) {
        to->origin = ORIGIN_TARGET;
    } else if (!w->optional) {
        die(STATUS_USAGE, "%s %.*s: %s has no such column", r->option, STRF(w->name),
            of->input->name);
    }
}

static void set_plain(const struct service_reading *r, struct service_reader_input *of)
{
    const struct input *input = of->input;
    of->plain = (struct service_reader_plain){
        .opened = input_column(input, TICKET_OPENED_AT),
        .responded = input_column(input, TICKET_FIRST_RESPONSE_AT),
        .resolved = input_column(input, TICKET_RESOLVED_AT),
        .closed = input_column(input, TICKET_CLOSED_AT),
        .reopenings = input_column(input, TICKET_REOPENINGS),
        .status = of->status >= 0 ? input_column(input, of->status) : -1};
    /* An id that ends in ".0" where all do, or does not, is looked into. */
    of->plain.usable = !of->events && of->plain.opened >= 0 && !input->zone && !of->joined_used &&
                       !input->strip_decimal[TICKET_ID];
    for (size_t i = 0; i < r->wanted_count; i++) {
        const struct service_reader_wanted *w = &of->wanted[i];
        bool stands = w->origin == ORIGIN_INPUT ? w->id < 0
                                                : w->origin == ORIGIN_NONE || w->origin == ORIGIN_TARGET;
        of->plain.usable &= stands;
    }
}

struct service_reader *service_reader_new(const struct service_reading *reading)
{
    struct service_reader *r = mem_new(1, sizeof *r);
    r->reading = reading;
    r->offsets = calendar_offsets(reading->service->calendar);
    r->of = mem_new(reading->input_count, sizeof *r->of);
    buf_init(&r->key, BUF_UNBOUNDED);
    buf_init(&r->texts, BUF_UNBOUNDED);
    r->saw = mem_new(SERVICE_READER_DAYS, 1);
    for (size_t i = 0; i < reading->input_count; i++) {
        struct service_reader_input *of = &r->of[reading->inputs[i]->number];
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
        service_read_targets(reading, of);
        set_plain(reading, of);
    }
    return r;
}

void service_reader_free(struct service_reader *r)
{
    for (size_t i = 0; i < r->reading->input_count; i++) {
        struct service_reader_input *of = &r->of[i];
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
    free(r->saw);
    free(r);
}

/* ---- texts ---- */

static inline void put_text(struct buf *texts, struct str text)
{
    char *at = buf_reserve(texts, text.n + 1);
    memcpy(at, text.p ? text.p : "", text.n);
    at[text.n] = '\0';
    texts->n += text.n + 1;
}

static struct str target_text(const struct service_reader *r, enum service_origin origin)
{
    return origin == ORIGIN_TARGET && r->target > 0
               ? r->reading->service->target[r->target - 1].rule.name
               : S("");
}

static struct str odd_text_of(const struct service_reader *r, const struct row *row,
                              const struct service_reader_wanted *w, const struct str *customer)
{
    struct str id = {"", 0};
    switch (w->origin) {
    case ORIGIN_INPUT:
        row_id(row, w->id, &id);
        return id;
    case ORIGIN_CUSTOMERS:
        return customer ? customer[w->column] : id;
    case ORIGIN_CUSTOMER_ID:
        row_customer(row, &id);
        return id;
    default:
        return target_text(r, w->origin);
    }
}

struct str service_reader_texts(struct service_reader *r, const struct row *row,
                                enum service_texts which)
{
    const struct service_reading *reading = r->reading;
    const struct service_reader_input *of = &r->of[row->input->number];
    const struct str *customer =
        reading->customers ? service_read_customer(reading->customers, row) : NULL;
    r->texts.n = 0;
    for (size_t i = 0; i < reading->wanted_count; i++) {
        if (which == SERVICE_TEXTS_ALL ||
            reading->wanted[i].latest == (which == SERVICE_TEXTS_LATEST)) {
            const struct service_reader_wanted *w = &of->wanted[i];
            bool plain = w->origin == ORIGIN_INPUT && w->id < 0;
            struct str text = plain ? str_trim(row->record.cell[w->column])
                                    : odd_text_of(r, row, w, customer);
            put_text(&r->texts, text);
        }
    }
    return buf_view(&r->texts);
}

struct str service_reader_plain_texts(struct service_reader *r, const struct input *input,
                                      const struct plain_row *row)
{
    const struct service_reader_wanted *wanted = r->of[input->number].wanted;
    r->texts.n = 0;
    for (size_t i = 0; i < r->reading->wanted_count; i++) {
        bool own = wanted[i].origin == ORIGIN_INPUT;
        put_text(&r->texts, own ? plain_cell(row, (size_t)wanted[i].column)
                                : target_text(r, wanted[i].origin));
    }
    return buf_view(&r->texts);
}

/* ---- status words ---- */

uint32_t service_reader_add_word(struct service_reader *r, struct str text)
{
    uint32_t word;
    if (map_near_find(&r->near_words, text, &word)) {
        return word;
    }
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
    }
    word = *at;
    map_near_keep(&r->near_words, r->word[word], word);
    return word;
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
    for (int32_t day = 0; day < SERVICE_READER_DAYS; day++) {
        if (r->saw[day]) {
            asof_see(&r->seen.days, day);
        }
    }
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
    for (size_t day = 0; day < SERVICE_READER_DAYS; day++) {
        into->saw[day] |= from->saw[day];
    }
    into->seen.latest =
        from->seen.latest > into->seen.latest ? from->seen.latest : into->seen.latest;
    into->seen.timeless |= from->seen.timeless;
}
