/*
 * ticket.h - the parts of crm-ticket: reading (read.c), and a file for each thing that it can make.
 *
 * A part says what it wants of each ticket in a `ticket_taker`; ticket_read() reads tickets or
 * events, settles as_of, and gives every ticket to it. Tickets may come in any order and to several
 * states, which are merged; `number` is the order of the rows.
 */
#ifndef CRM_TICKET_PARTS_H
#define CRM_TICKET_PARTS_H

#include "analysis/service_groups.h"
#include "analysis/service_log.h"
#include "cli/cli.h"

#define TICKET_NO_CHOICE (-1)

struct settings {
    const char *by, *adjust, *keep, *causes, *repeat, *impossible, *responded, *policy, *at;
    int per, clock, flow, unit;
    bool due, control, backlog;
};

enum ticket_flow { FLOW_STATES, FLOW_TRANSITIONS, FLOW_HANDOVERS };

struct ticket_run {
    const struct settings *typed;
    struct cli *cli;
    struct service service;
    struct service_reading reading;
    bool business;          /* the clock of times */
    bool events;            /* the input is a log */
    struct input **tickets; /* inputs of tickets, or of their events */
    size_t ticket_count;
    int64_t as_of;        /* instant; SERVICE_NEVER: not known yet, or there is nothing at all */
    struct input *orders; /* transactions or a rollup; NULL */
    double unit;          /* seconds in one */
    const char *unit_name;
    uint64_t taken;        /* tickets */
    const char *needs_log; /* an option that rows of tickets cannot answer; NULL */
};

struct ticket_taken {
    uint64_t number;
    struct str id, texts; /* until the call returns, as the waits of the facts */
    const struct service_ticket *facts;
};

struct ticket_taker {
    void *(*start)(void *context);
    void (*take)(void *context, void *state, const struct ticket_taken *ticket);
    void (*merge)(void *context, void *into, void *from); /* frees `from` */
    /* take() looks at texts and facts alone; number and id need not be there. */
    bool nameless;
    /* In order, for logs only: may be NULL. */
    void (*follow)(void *context, void *state, const struct service_log *log,
                   const struct service_log_ticket *ticket);
};

/* Options and the policy; before ticket_read. */
void ticket_prepare(struct ticket_run *run, const struct settings *typed, struct cli *cli);
/* --per of charts: weeks where it was not given. */
enum service_period ticket_per(const struct ticket_run *run);
/* Returns the state of all tickets. `wanted` lives as long as the run. */
void *ticket_read(struct ticket_run *run, const struct service_wanted *wanted, size_t wanted_count,
                  const char *option, const struct ticket_taker *taker, void *context);
/* ---- held.c: a taker that keeps them all ---- */

struct ticket_item {
    uint64_t number;
    struct str id, texts;
    struct service_ticket facts;
};

struct ticket_held {
    struct ticket_item *item;
    size_t count, room;
    struct arena arena;
};

void *ticket_held_start(void *context);
void ticket_held_take(void *context, void *state, const struct ticket_taken *ticket);
void ticket_held_merge(void *context, void *into, void *from);
/* In the order of the rows. */
void ticket_held_order(struct ticket_held *held);

/* ---- cells ---- */

/* Where texts come in a slice, the one after `texts`. */
struct str ticket_next_text(struct str *texts);
/* Seconds in the unit of the run; NaN gives an empty cell. */
struct str ticket_time(const struct ticket_run *run, struct arena *scratch, double seconds);
struct str ticket_stamp(const struct ticket_run *run, struct arena *scratch, int64_t instant,
                        bool zoned);
void ticket_put(struct ticket_run *run, const struct str *cells);

int ticket_list(struct ticket_run *run);   /* a row a ticket */
int ticket_groups(struct ticket_run *run); /* --by, --per */
int ticket_due(struct ticket_run *run);
int ticket_causes(struct ticket_run *run);
int ticket_control(struct ticket_run *run);
int ticket_backlog(struct ticket_run *run);
int ticket_flow(struct ticket_run *run);

#endif
