/* crm-ticket: the policy, tickets or their events, as_of, and times that cannot be. */
#include "base/base.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/sort.h"
#include "crm-ticket/ticket.h"
#include "value/number.h"

/* ---- settings ---- */

static void read_calendar(struct ticket_run *run, const struct policy *policy)
{
    const char *error;
    const struct zone *zone = run->cli->reading.zone;
    run->service.has_calendar = policy->calendar != NULL;
    if (policy->calendar) {
        run->service.calendar = calendar_new(policy->calendar, &run->cli->arena);
    } else {
        zone = zone ? zone : zone_open("UTC", &error);
        run->service.calendar = calendar_always(zone, &run->cli->arena);
    }
}

static void read_clock(struct ticket_run *run)
{
    static const struct {
        const char *name;
        double seconds;
    } units[] = {{"hours", 3600}, {"minutes", 60}, {"seconds", 1}};
    const struct settings *typed = run->typed;
    run->business =
        typed->clock == TICKET_NO_CHOICE ? run->service.has_calendar : typed->clock == 0;
    if (run->business && !run->service.has_calendar) {
        die(STATUS_USAGE, "--clock business: a calendar is needed: --policy FILE with a section "
                          "\"calendar\"");
    }
    int unit = typed->unit == TICKET_NO_CHOICE ? 0 : typed->unit;
    run->unit = units[unit].seconds;
    run->unit_name = units[unit].name;
}

/* HH:MM of the day of as_of, in seconds; the end of the day where it was not given. */
static int64_t time_of_day(const char *text)
{
    struct str rest = str_of(text);
    uint64_t hour, minute;
    if (!text) {
        return 86400;
    }
    struct str first = str_cut(&rest, ':');
    if (!str_to_u64(first, &hour) || !str_to_u64(rest, &minute) || first.n != 2 || rest.n != 2 ||
        hour > 24 || minute > 59 || (hour == 24 && minute > 0)) {
        die(STATUS_USAGE, "--at %s: a time such as 09:30 is needed", text);
    }
    return (int64_t)(hour * 60 + minute) * 60;
}

static int64_t instant_of(const struct ticket_run *run, int32_t day, int64_t second)
{
    struct stamp stamp = {.day = day + (int32_t)(second / 86400),
                          .ms = (int32_t)(second % 86400) * 1000,
                          .has_time = true};
    int64_t instant;
    if (calendar_instant(run->service.calendar, &stamp, &instant)) {
        die(STATUS_USAGE, "--as-of %s: a calendar has the years 1970 to 2099",
            run->cli->options.as_of);
    }
    return instant;
}

void ticket_prepare(struct ticket_run *run, const struct settings *typed, struct cli *cli)
{
    size_t count;
    *run = (struct ticket_run){.typed = typed, .cli = cli, .as_of = SERVICE_NEVER};
    const struct policy *policy =
        typed->policy ? policy_read(typed->policy, &cli->arena) : policy_none(&cli->arena);
    read_calendar(run, policy);
    run->service.target = policy->service.target;
    run->service.target_count = policy->service.target_count;
    read_clock(run);
    const struct str *responded = options_list(typed->responded, &cli->arena, &count);
    run->reading = (struct service_reading){
        .service = &run->service,
        .words = service_words_new(&policy->service, responded, count, &cli->arena),
        .as_of = SERVICE_NEVER};
    int64_t second = time_of_day(typed->at);
    int32_t day = cli_as_of_given(cli);
    if (typed->at && day == DATE_NONE) {
        die(STATUS_USAGE, "--at goes with --as-of DATE or today");
    }
    if (day != DATE_NONE) {
        run->as_of = instant_of(run, day, second);
        /* What happened in the first second of the next day is of that day. */
        run->reading.as_of = typed->at ? run->as_of : run->as_of - 1;
    }
}

enum service_period ticket_per(const struct ticket_run *run)
{
    return run->typed->per == TICKET_NO_CHOICE ? SERVICE_PER_WEEK
                                               : (enum service_period)run->typed->per;
}

/* ---- inputs ---- */

static void need_ticket_columns(const struct input *input)
{
    if (input->binding.kind->kind == KIND_TICKETS) {
        input_need(input, TICKET_ID, "tickets");
        input_need(input, TICKET_OPENED_AT, "tickets");
        return;
    }
    input_need(input, EVENT_TICKET_ID, "events");
    input_need(input, EVENT_AT, "events");
    if (input_column(input, EVENT_ACTIVITY) < 0) {
        input_need(input, EVENT_STATUS, "events");
    }
}

static void one_of(struct input *input, struct input **slot)
{
    if (*slot) {
        die(STATUS_USAGE, "%s: one file of %s", input->name, input->binding.kind->name);
    }
    *slot = input;
}

static void open_inputs(struct ticket_run *run)
{
    static const enum kind accepted[] = {KIND_TICKETS, KIND_TICKET_EVENTS, KIND_CUSTOMERS,
                                         KIND_TRANSACTIONS, KIND_ROLLUP};
    struct cli *cli = run->cli;
    struct input *customers = NULL;
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    run->tickets = arena_alloc(&cli->arena, cli->input_count * sizeof *run->tickets);
    for (size_t i = 0; i < cli->input_count; i++) {
        struct input *input = cli->inputs[i];
        enum kind kind = input->binding.kind->kind;
        if (kind == KIND_CUSTOMERS) {
            one_of(input, &customers);
        } else if (kind == KIND_TRANSACTIONS || kind == KIND_ROLLUP) {
            one_of(input, &run->orders);
        } else {
            need_ticket_columns(input);
            run->events = kind == KIND_TICKET_EVENTS;
            if (run->ticket_count > 0 && run->tickets[0]->binding.kind->kind != kind) {
                die(STATUS_USAGE, "%s holds %s, but %s %s", input->name, input->binding.kind->name,
                    run->tickets[0]->name, run->tickets[0]->binding.kind->name);
            }
            run->tickets[run->ticket_count++] = input;
        }
    }
    if (run->ticket_count == 0) {
        die(STATUS_USAGE, "tickets are needed");
    }
    if (run->needs_log && !run->events) {
        die(STATUS_USAGE, "%s: a log of events is needed, not tickets", run->needs_log);
    }
    if (run->orders && !run->typed->causes) {
        die(STATUS_USAGE, "%s: orders go with --causes", run->orders->name);
    }
    run->reading.inputs = cli->inputs;
    run->reading.input_count = cli->input_count;
    if (customers) {
        run->reading.customers = service_read_customers(&cli->run, customers);
    }
}

/* ---- times that cannot be ---- */

struct impossible {
    uint64_t number;
    struct str id;
    enum service_fault fault;
    int64_t opened;
    bool zoned;
    struct str text;
};

struct impossibles {
    struct impossible *item;
    size_t count, room;
    uint64_t by_fault[3];
    struct arena arena;
};

static int column_of(enum service_fault fault)
{
    return fault == SERVICE_BAD_RESPONSE   ? (int)TICKET_FIRST_RESPONSE_AT
           : fault == SERVICE_BAD_RESOLVED ? (int)TICKET_RESOLVED_AT
                                           : (int)TICKET_CLOSED_AT;
}

static void note_impossible(struct impossibles *list, const struct row *row, struct str id,
                            const struct service_ticket *t, bool keep)
{
    static const enum service_fault faults[] = {SERVICE_BAD_RESPONSE, SERVICE_BAD_RESOLVED,
                                                SERVICE_BAD_CLOSED};
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        if (!(t->faults & (unsigned)faults[i])) {
            continue;
        }
        list->by_fault[i]++;
        if (!keep) {
            continue;
        }
        if (list->count == list->room) {
            list->room = mem_capacity(list->room, list->count + 1);
            list->item = mem_grow(list->item, list->room, sizeof *list->item);
        }
        list->item[list->count++] = (struct impossible){
            row->number, arena_str(&list->arena, id),
            faults[i],   t->opened,
            t->zoned,    arena_str(&list->arena, row_text(row, column_of(faults[i])))};
    }
}

/* The slices of `from` stay where they are: its arena lives on. */
static void merge_impossible(struct impossibles *into, struct impossibles *from)
{
    for (size_t i = 0; i < from->count; i++) {
        if (into->count == into->room) {
            into->room = mem_capacity(into->room, into->count + 1);
            into->item = mem_grow(into->item, into->room, sizeof *into->item);
        }
        into->item[into->count++] = from->item[i];
    }
    for (size_t i = 0; i < COUNT_OF(into->by_fault); i++) {
        into->by_fault[i] += from->by_fault[i];
    }
    free(from->item);
}

static int by_row(const void *a, const void *b)
{
    const struct impossible *x = a, *y = b;
    return x->number != y->number ? (x->number > y->number) - (x->number < y->number)
                                  : (x->fault > y->fault) - (x->fault < y->fault);
}

static void write_impossible(const struct ticket_run *run, struct impossibles *list,
                             struct sink *sink)
{
    static const struct encode_column columns[] = {{{"ticket_id", 9}, ENCODE_TEXT},
                                                   {{"what", 4}, ENCODE_TEXT},
                                                   {{"opened_at", 9}, ENCODE_TEXT},
                                                   {{"time", 4}, ENCODE_TEXT}};
    struct encode_format format = {ENCODE_CSV, run->cli->options.formula_guard, columns,
                                   COUNT_OF(columns)};
    struct arena scratch = {0};
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    encode_header(&format, &out);
    if (list->count > 0) {
        qsort(list->item, list->count, sizeof *list->item, by_row);
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct impossible *m = &list->item[i];
        const struct str cells[] = {m->id, str_of(service_fault_name(m->fault)),
                                    ticket_stamp(run, &scratch, m->opened, m->zoned), m->text};
        encode_row(&format, cells, &out);
        arena_reset(&scratch);
    }
    sink_write(sink, out.p, out.n);
    buf_free(&out);
    arena_free(&scratch);
}

static void say_impossible(const struct impossibles *list)
{
    static const enum service_fault faults[] = {SERVICE_BAD_RESPONSE, SERVICE_BAD_RESOLVED,
                                                SERVICE_BAD_CLOSED};
    for (size_t i = 0; i < COUNT_OF(faults); i++) {
        if (list->by_fault[i] > 0) {
            say_warning("impossible times, left out: %" PRIu64 " tickets: %s", list->by_fault[i],
                        service_fault_name(faults[i]));
        }
    }
}

/* ---- reading ---- */

struct call {
    struct ticket_run *run;
    const struct ticket_taker *taker;
    void *context;
    struct sink *impossible;
};

struct state {
    struct service_reader *reader;
    struct service_log *log; /* of events; it owns the reader */
    struct impossibles impossible;
    void *taken;
    uint64_t tickets;
    uint64_t plain; /* that came the short way */
};

static void *start_state(void *context)
{
    struct call *call = context;
    struct state *s = mem_new(1, sizeof *s);
    s->reader = service_reader_new(&call->run->reading);
    if (call->run->events) {
        s->log = service_log_new(s->reader, &call->run->reading);
    }
    s->taken = call->taker->start(call->context);
    return s;
}

static void read_row(void *context, void *state, struct row *row)
{
    struct call *call = context;
    struct state *s = state;
    struct service_ticket facts;
    struct ticket_taken taken = {.number = row->number, .facts = &facts};
    if (s->log) {
        service_log_take(s->log, row);
        return;
    }
    if (row_id(row, TICKET_ID, &taken.id) == ROW_BAD ||
        !service_reader_ticket(s->reader, row, &facts)) {
        return;
    }
    taken.texts = service_reader_texts(s->reader, row, SERVICE_TEXTS_ALL);
    if (row->worker->row_bad) { /* a key that cannot be read */
        return;
    }
    row->worker->account.merged++;
    s->tickets++;
    if (facts.faults) {
        note_impossible(&s->impossible, row, taken.id, &facts, call->impossible != NULL);
    }
    call->taker->take(call->context, s->taken, &taken);
}

static size_t read_plain(void *context, void *state, const struct input *input,
                         const struct plain_rows *rows, size_t from)
{
    struct call *call = context;
    struct state *s = state;
    struct service_ticket facts;
    struct ticket_taken taken = {.facts = &facts};
    size_t at = from;
    if (!call->taker->nameless || s->log) {
        return 0;
    }
    for (; at < rows->count; at++) {
        const struct plain_row row = plain_row_at(rows, at);
        if (!service_reader_plain(s->reader, input, &row, &facts)) {
            break;
        }
        taken.texts = service_reader_plain_texts(s->reader, input, &row);
        call->taker->take(call->context, s->taken, &taken);
    }
    s->plain += at - from;
    return at - from;
}

static void merge_states(void *context, void *into, void *from)
{
    struct call *call = context;
    struct state *a = into, *b = from;
    if (a->log) {
        service_log_merge(a->log, b->log);
    } else {
        service_reader_join_seen(a->reader, b->reader);
        for (uint32_t i = 0; i < service_reader_words(b->reader); i++) {
            struct service_word meaning;
            service_reader_add_word(a->reader, service_reader_word(b->reader, i, &meaning));
        }
        service_reader_free(b->reader);
    }
    merge_impossible(&a->impossible, &b->impossible);
    call->taker->merge(call->context, a->taken, b->taken);
    a->tickets += b->tickets;
    a->plain += b->plain;
    free(b);
}

static int by_text(const void *a, const void *b)
{
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static void say_unknown_words(const struct service_reader *reader)
{
    size_t words = service_reader_words(reader), unknown = 0;
    struct str *list = mem_new(words, sizeof *list);
    char shown[SAY_VALUE_ROOM];
    struct buf text;
    buf_init(&text, BUF_UNBOUNDED);
    for (uint32_t i = 0; i < words; i++) {
        struct service_word meaning;
        struct str word = service_reader_word(reader, i, &meaning);
        if (!meaning.known) {
            list[unknown++] = word;
        }
    }
    if (unknown > 0) {
        qsort(list, unknown, sizeof *list, by_text);
        for (size_t i = 0; i < unknown && i < 8; i++) {
            buf_printf(&text, "%s%s", i > 0 ? ", " : "", say_word(list[i], shown));
        }
        say_notice("statuses that are not known are open: %.*s%s", STRF(buf_view(&text)),
                   unknown > 8 ? ", ..." : "");
    }
    buf_free(&text);
    free(list);
}

static void settle_as_of(struct ticket_run *run, const struct service_seen *seen)
{
    cli_as_of(run->cli, &seen->days);
    if (run->as_of == SERVICE_NEVER && seen->days.seen) {
        run->as_of = seen->latest;
        struct arena scratch = {0};
        say_notice("open tickets are counted until %.*s, the latest time in the data",
                   STRF(ticket_stamp(run, &scratch, seen->latest, false)));
        arena_free(&scratch);
    }
    if (seen->timeless) {
        say_warning("some times are days without a time of day: taken as 00:00");
    }
}

struct walk {
    struct call *call;
    struct state *state;
};

static void take_from_log(void *context, const struct service_log_ticket *ticket)
{
    struct walk *c = context;
    struct ticket_taken taken = {ticket->event[0].number, ticket->id, ticket->texts,
                                 &ticket->facts};
    c->state->tickets++;
    c->call->taker->take(c->call->context, c->state->taken, &taken);
    if (c->call->taker->follow) {
        c->call->taker->follow(c->call->context, c->state->taken, c->state->log, ticket);
    }
}

void *ticket_read(struct ticket_run *run, const struct service_wanted *wanted, size_t wanted_count,
                  const char *option, const struct ticket_taker *taker, void *context)
{
    static const struct flow_fold fold = {
        .start = start_state, .row = read_row, .quick_row = read_plain, .merge = merge_states};
    struct call call = {run, taker, context, NULL};
    run->reading.wanted = wanted;
    run->reading.wanted_count = wanted_count;
    run->reading.option = option;
    open_inputs(run);
    if (run->typed->impossible) {
        call.impossible = cli_side_output(run->cli, run->typed->impossible);
    }
    struct state *s = flow_fold(&run->cli->run, run->tickets, run->ticket_count, &fold, &call);
    struct service_reader *reader = s->log ? service_log_reader(s->log) : s->reader;
    settle_as_of(run, service_reader_seen(reader));
    say_unknown_words(reader);
    if (s->log) {
        struct walk walk = {&call, s};
        service_log_walk(s->log, take_from_log, &walk);
    }
    say_impossible(&s->impossible);
    if (call.impossible) {
        write_impossible(run, &s->impossible, call.impossible);
    }
    run->cli->run.account.merged += s->plain;
    run->taken = s->tickets + s->plain;
    return s->taken;
}

/* ---- cells ---- */

struct str ticket_next_text(struct str *texts)
{
    struct str text = str_of(texts->p);
    *texts = str_slice(*texts, text.n + 1, texts->n);
    return text;
}

struct str ticket_time(const struct ticket_run *run, struct arena *scratch, double seconds)
{
    if (run->unit == 1 && seconds == floor(seconds)) { /* exact, however many digits it has */
        return arena_printf(scratch, "%" PRId64, (int64_t)seconds);
    }
    return number_cell(scratch, seconds / run->unit);
}

struct str ticket_stamp(const struct ticket_run *run, struct arena *scratch, int64_t instant,
                        bool zoned)
{
    char text[DATE_ROOM];
    struct stamp stamp = calendar_stamp(run->service.calendar, instant, zoned);
    return arena_str(scratch, (struct str){text, date_format_stamp(&stamp, text)});
}

void ticket_put(struct ticket_run *run, const struct str *cells)
{
    cli_put(run->cli, cells);
}
