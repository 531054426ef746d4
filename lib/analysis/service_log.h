/*
 * service_log.h - tickets out of their events: what became of each status, in order of time.
 *
 *     struct service_log *log = service_log_new(reader);                  one a worker
 *     service_log_take(log, row);                                         each row
 *     service_log_merge(into, from);
 *     service_log_walk(log, take, context);                               each ticket
 *
 * Events of a ticket may stand anywhere, in any order; those of the same second keep that of the
 * rows.
 *
 *   opened       the first event
 *   answered     the first event whose word answers
 *   waiting      while the status says so
 *   resolved     the event with which the ticket was done, resolved or closed, for the last time
 *   reopened     as often as it was done, and then open or waiting again
 *
 * An event takes 40 bytes, and the texts that a run wants of it are kept once.
 */
#ifndef CRM_SERVICE_LOG_H
#define CRM_SERVICE_LOG_H

#include "analysis/service_read.h"

struct service_log_event {
    uint64_t number; /* of the row */
    uint32_t ticket;
    uint32_t at;
    uint32_t word; /* of the reader's */
    uint32_t target;
    uint32_t first, latest; /* its texts */
    bool zoned;
};

/* A ticket, and its events in order. All of it lives until the next. */
struct service_log_ticket {
    struct str id;
    struct service_ticket facts;
    struct str texts; /* those wanted, each ended by a NUL */
    const struct service_log_event *event;
    size_t count;
};

struct service_log;

/* The reader is the log's from here on. */
struct service_log *service_log_new(struct service_reader *reader,
                                    const struct service_reading *reading);
void service_log_take(struct service_log *log, const struct row *row);
/* Frees `from` and its reader. */
void service_log_merge(struct service_log *into, struct service_log *from);
/* Tickets in the order in which they first stand in the rows. */
void service_log_walk(struct service_log *log,
                      void (*take)(void *context, const struct service_log_ticket *ticket),
                      void *context);
struct service_reader *service_log_reader(const struct service_log *log);
/* A wanted text of one event; it must be a `latest` one. */
struct str service_log_text(const struct service_log *log, const struct service_log_event *event,
                            size_t wanted);
void service_log_free(struct service_log *log);

#endif
