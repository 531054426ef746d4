#include "base/base.h"

#include "analysis/service_log.h"
#include "analysis/service_period.h"
#include "base/mem.h"
#include "base/sort.h"

/* Texts, each once. */
struct pool {
    struct map index;
    struct map_near near;
    struct str *text;
    size_t room;
};

struct service_log {
    struct service_reader *reader;
    const struct service_reading *reading;
    struct pool ids, first, latest;
    struct service_log_event *event;
    size_t count, room;
};

struct service_log *service_log_new(struct service_reader *reader,
                                    const struct service_reading *reading)
{
    struct service_log *log = mem_new(1, sizeof *log);
    log->reader = reader;
    log->reading = reading;
    return log;
}

static uint32_t pool_put(struct pool *pool, struct str text)
{
    uint32_t known;
    if (map_near_find(&pool->near, text, &known)) {
        return known;
    }
    bool fresh;
    uint32_t *at = map_put(&pool->index, text, &fresh);
    if (fresh) {
        size_t n = pool->index.count;
        *at = (uint32_t)(n - 1);
        if (n > pool->room) {
            pool->room = mem_capacity(pool->room, n);
            pool->text = mem_grow(pool->text, pool->room, sizeof *pool->text);
        }
        pool->text[n - 1] = map_key(&pool->index, text);
    }
    known = *at;
    map_near_keep(&pool->near, pool->text[known], known);
    return known;
}

static void pool_free(struct pool *pool)
{
    map_free(&pool->index);
    free(pool->text);
}

void service_log_free(struct service_log *log)
{
    pool_free(&log->ids);
    pool_free(&log->first);
    pool_free(&log->latest);
    free(log->event);
    service_reader_free(log->reader);
    free(log);
}

struct service_reader *service_log_reader(const struct service_log *log)
{
    return log->reader;
}

static struct service_log_event *grow(struct service_log *log)
{
    if (log->count == log->room) {
        log->room = mem_capacity(log->room, log->count + 1);
        log->event = mem_grow(log->event, log->room, sizeof *log->event);
    }
    return &log->event[log->count++];
}

void service_log_take(struct service_log *log, const struct row *row)
{
    struct service_event e;
    if (!service_reader_event(log->reader, row, &e)) {
        return;
    }
    uint32_t first =
        pool_put(&log->first, service_reader_texts(log->reader, row, SERVICE_TEXTS_FIRST));
    uint32_t latest =
        pool_put(&log->latest, service_reader_texts(log->reader, row, SERVICE_TEXTS_LATEST));
    *grow(log) = (struct service_log_event){.number = row->number,
                                            .ticket = pool_put(&log->ids, e.ticket),
                                            .at = (uint32_t)e.at,
                                            .word = e.word,
                                            .target = e.target,
                                            .first = first,
                                            .latest = latest,
                                            .zoned = e.zoned};
    row->worker->account.merged++;
}

void service_log_merge(struct service_log *into, struct service_log *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct service_log_event e = from->event[i];
        struct service_word meaning;
        e.ticket = pool_put(&into->ids, from->ids.text[e.ticket]);
        e.first = pool_put(&into->first, from->first.text[e.first]);
        e.latest = pool_put(&into->latest, from->latest.text[e.latest]);
        e.word = service_reader_add_word(into->reader,
                                         service_reader_word(from->reader, e.word, &meaning));
        *grow(into) = e;
    }
    service_reader_join_seen(into->reader, from->reader);
    service_log_free(from);
}

/* ---- in order ---- */

/* By ticket, in the order of its first row, then time, then row. Tickets get their rank as number.
 */
static void sort_events(struct service_log *log)
{
    struct sort_pair *pair = mem_new(log->count, sizeof *pair);
    struct service_log_event *sorted = mem_new(log->count, sizeof *sorted);
    uint32_t *rank = mem_new(log->ids.index.count, sizeof *rank); /* 1 + rank; 0: not met yet */
    uint32_t ranks = 0;
    for (size_t i = 0; i < log->count; i++) {
        pair[i] = (struct sort_pair){log->event[i].number, i};
    }
    sort_pairs(pair, log->count);
    for (size_t i = 0; i < log->count; i++) {
        const struct service_log_event *e = &log->event[pair[i].value];
        if (rank[e->ticket] == 0) {
            rank[e->ticket] = ++ranks;
        }
        pair[i].key = (uint64_t)rank[e->ticket] << 32 | e->at;
    }
    sort_pairs(pair, log->count);
    for (size_t i = 0; i < log->count; i++) {
        sorted[i] = log->event[pair[i].value];
    }
    free(pair);
    free(rank);
    free(log->event);
    log->event = sorted;
    log->room = log->count;
}

/* ---- one ticket ---- */

static bool is_done(enum policy_status state)
{
    return state == POLICY_RESOLVED || state == POLICY_CLOSED;
}

struct waits {
    struct service_wait *wait;
    size_t count, room;
};

static void begin_wait(struct waits *w, int64_t at)
{
    if (w->count == w->room) {
        w->room = mem_capacity(w->room, w->count + 1);
        w->wait = mem_grow(w->wait, w->room, sizeof *w->wait);
    }
    w->wait[w->count++] = (struct service_wait){at, SERVICE_NEVER};
}

/* Goes through the events of a ticket. */
static void follow(const struct service_log *log, const struct service_log_event *event,
                   size_t count, struct waits *waits, struct service_ticket *t)
{
    bool at_once = service_words_are_given(log->reading->words);
    *t = (struct service_ticket){
        .opened = event[0].at,
        .responded = SERVICE_NEVER,
        .day = service_period_day(log->reading->service->calendar, event[0].at),
        .resolved = SERVICE_NEVER,
        .state = POLICY_OPEN,
        .target = event[0].target,
        .zoned = event[0].zoned,
        .counts_reopenings = true};
    waits->count = 0;
    for (size_t i = 0; i < count; i++) {
        struct service_word word;
        int64_t at = event[i].at;
        service_reader_word(log->reader, event[i].word, &word);
        if (word.answers && t->responded == SERVICE_NEVER && (i > 0 || at_once)) {
            t->responded = at;
        }
        if (t->state == POLICY_WAITING && word.state != POLICY_WAITING) {
            waits->wait[waits->count - 1].until = at;
        } else if (t->state != POLICY_WAITING && word.state == POLICY_WAITING) {
            begin_wait(waits, at);
        }
        if (is_done(word.state) && !is_done(t->state)) {
            t->resolved = at;
        } else if (!is_done(word.state) && is_done(t->state)) {
            t->resolved = SERVICE_NEVER;
            t->reopenings++;
        }
        t->state = word.state;
    }
    t->wait = waits->wait;
    t->wait_count = waits->count;
}

/* Text number `n` of a slice of texts. */
static struct str nth_text(struct str texts, size_t n)
{
    const char *p = texts.p;
    while (n-- > 0) {
        p += strlen(p) + 1;
    }
    return str_of(p);
}

static size_t slot_of(const struct service_reading *r, size_t wanted)
{
    size_t n = 0;
    for (size_t i = 0; i < wanted; i++) {
        n += r->wanted[i].latest == r->wanted[wanted].latest;
    }
    return n;
}

struct str service_log_text(const struct service_log *log, const struct service_log_event *event,
                            size_t wanted)
{
    return nth_text(log->latest.text[event->latest], slot_of(log->reading, wanted));
}

/* The first or the last event that has a text decides. */
static void put_texts(const struct service_log *log, const struct service_log_event *event,
                      size_t count, struct buf *out)
{
    const struct service_reading *r = log->reading;
    for (size_t i = 0; i < r->wanted_count; i++) {
        size_t slot = slot_of(r, i);
        struct str text = {"", 0};
        for (size_t k = 0; k < count && text.n == 0; k++) {
            text = r->wanted[i].latest
                       ? nth_text(log->latest.text[event[count - 1 - k].latest], slot)
                       : nth_text(log->first.text[event[k].first], slot);
        }
        buf_str(out, text);
        buf_byte(out, '\0');
    }
}

void service_log_walk(struct service_log *log,
                      void (*take)(void *context, const struct service_log_ticket *ticket),
                      void *context)
{
    struct waits waits = {0};
    struct buf texts;
    buf_init(&texts, BUF_UNBOUNDED);
    sort_events(log);
    for (size_t i = 0, end; i < log->count; i = end) {
        struct service_log_ticket t = {.id = log->ids.text[log->event[i].ticket],
                                       .event = &log->event[i]};
        for (end = i; end < log->count && log->event[end].ticket == log->event[i].ticket; end++) {
        }
        t.count = end - i;
        follow(log, t.event, t.count, &waits, &t.facts);
        buf_clear(&texts);
        put_texts(log, t.event, t.count, &texts);
        t.texts = buf_view(&texts);
        take(context, &t);
    }
    buf_free(&texts);
    free(waits.wait);
}
