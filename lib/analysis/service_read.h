/*
 * service_read.h - rows of tickets, and of events of tickets, as facts.
 *
 *     struct service_reading reading = {.service = &service, .words = words, .wanted = wanted, ...};
 *     reading.customers = service_read_customers(run, input);     where there are any
 *     struct service_reader *reader = service_reader_new(&reading);              one a worker
 *     if (service_reader_ticket(reader, row, &ticket)) {
 *         ... service_reader_texts(reader, row, SERVICE_TEXTS_ALL) ...
 *     }
 *
 * Texts that a run wants of each ticket - groups, ids, kept columns - come as one slice, each ended
 * by a NUL, which no input holds. Of events, some are wanted as they stood at first, some as they
 * stand last: two slices.
 *
 * A wanted name is a column of the input; else one of customers=FILE, by the row's customer; else
 * "target", the name of the target that holds. Conditions of targets see the columns of both. What
 * a condition says of a row is kept by the cells that it looks at: most rows are like one before.
 */
#ifndef CRM_SERVICE_READ_H
#define CRM_SERVICE_READ_H

#include "analysis/asof.h"
#include "analysis/service.h"
#include "flow/flow.h"

struct service_wanted {
    struct str name;
    bool latest;   /* of events: as it stands last, not at first */
    bool optional; /* empty where no input has it */
    bool customer; /* the customer's id, by the columns of the key */
};

struct service_customers;

struct service_reading {
    const struct service *service;
    const struct service_words *words;
    struct input *const *inputs; /* of the run; those of other kinds are passed over */
    size_t input_count;
    const struct service_wanted *wanted;
    size_t wanted_count;
    const char *option; /* that asked for them, in messages: "--by" */
    const struct service_customers *customers;
    int64_t as_of; /* SERVICE_NEVER: the data will tell */
};

/* Whose columns may be wanted: the latest row of a customer that fills a cell decides. */
struct service_customers *service_read_customers(struct flow_run *run, struct input *input);

struct service_reader;

/* Ends the run where a wanted column is nowhere, or a condition does not compile. */
struct service_reader *service_reader_new(const struct service_reading *reading);

/* A row of tickets. False where it is not to be taken: bad, or opened behind as_of. */
bool service_reader_ticket(struct service_reader *reader, const struct row *row,
                           struct service_ticket *ticket);

/*
 * The short way for the many rows that are plain (format/plain.h): times as value/moment.h reads them, in
 * order and not behind as_of, texts that stand in the row, cells of conditions that other rows had
 * before. False: ask service_reader_ticket(); nothing has been taken yet.
 */
bool service_reader_plain(struct service_reader *reader, const struct input *input,
                          const struct plain_row *row, struct service_ticket *ticket);

struct service_event {
    struct str ticket; /* until the block is done */
    int64_t at;
    bool zoned;
    uint32_t word; /* of reader's words */
    uint32_t target;
};
/* A row of events; the same. */
bool service_reader_event(struct service_reader *reader, const struct row *row,
                          struct service_event *event);

enum service_texts { SERVICE_TEXTS_ALL, SERVICE_TEXTS_FIRST, SERVICE_TEXTS_LATEST };
/* The row's texts, until the next call. */
struct str service_reader_texts(struct service_reader *reader, const struct row *row,
                                enum service_texts which);

/* All of them, of a row that service_reader_plain() has read. */
struct str service_reader_plain_texts(struct service_reader *reader, const struct input *input,
                                      const struct plain_row *row);

/* Status words that the rows had, as written, and what they mean. */
size_t service_reader_words(const struct service_reader *reader);
struct str service_reader_word(const struct service_reader *reader, uint32_t word,
                               struct service_word *meaning);
/* The same for a word of another reader; added where it is new. */
uint32_t service_reader_add_word(struct service_reader *reader, struct str word);

/* What was seen: days with an event, the latest instant, and whether any time was a day only. */
struct service_seen {
    struct asof_days days;
    int64_t latest; /* 0: none */
    bool timeless;
};
struct service_seen *service_reader_seen(struct service_reader *reader);
/* What another worker's reader saw, besides. */
void service_reader_join_seen(struct service_reader *into, const struct service_reader *from);
void service_reader_free(struct service_reader *reader);

#endif
