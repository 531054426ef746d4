/*
 * service.h - one ticket: how soon it was answered and resolved, by the clock on the wall and in
 * business time, and whether that was in time.
 *
 *     struct service_figure figure;
 *     service_judge(&service, &ticket, SERVICE_RESOLUTION, as_of, &figure);
 *
 *   first response   opened until the first answer
 *   resolution       opened until resolved, the last time where it was opened again; less the time
 *                    in which it waited for somebody else
 *   business time    the open hours of the calendar in between (value/calendar.h)
 *   due              when the target's time is full on its clock; for the resolution the clock
 *                    stands still while the ticket waits. Days of the business clock are working
 *                    days; where the ticket waited, the open seconds that these days have
 *   in time          answered or resolved at the latest when due
 *
 * Instants are seconds since 1970 UTC, within those of the calendar; SERVICE_NEVER is none. What
 * happened behind as_of must have been taken out by the caller.
 */
#ifndef CRM_SERVICE_H
#define CRM_SERVICE_H

#include "rules/policy.h"
#include "value/calendar.h"

#define SERVICE_NEVER INT64_MAX

enum service_measure { SERVICE_FIRST_RESPONSE, SERVICE_RESOLUTION, SERVICE_MEASURES };

/* Times that cannot be, by bits. */
enum service_fault {
    SERVICE_BAD_RESPONSE = 1,   /* answered before it was opened */
    SERVICE_BAD_RESOLVED = 2,   /* resolved before it was opened */
    SERVICE_BAD_CLOSED = 4,     /* closed before it was opened */
    SERVICE_BAD_RESOLUTION = 8, /* the one of these two that the resolution is taken from */
};

struct service_wait {
    int64_t from, until; /* SERVICE_NEVER: still waiting */
};

struct service_ticket {
    int64_t opened;
    int32_t day;                 /* of opening, on the calendar's clock */
    int64_t responded, resolved; /* SERVICE_NEVER: not yet, or not known */
    enum policy_status state;
    unsigned faults;
    uint32_t target; /* 1 + its number; 0: none holds */
    uint32_t reopenings;
    bool counts_reopenings; /* they are known */
    bool zoned;             /* its times were written with a zone */
    size_t wait_count;
    const struct service_wait *wait; /* ascending, apart */
};

enum service_outcome {
    SERVICE_DONE,    /* answered, or resolved */
    SERVICE_PENDING, /* not yet, on as_of */
    SERVICE_ENDED,   /* resolved without an answer: seen until then */
    SERVICE_UNKNOWN, /* an impossible time; or it is done, and no time says since when */
};

enum service_result {
    SERVICE_NOT_JUDGED, /* no target; unknown; or it ended before it was due without an answer */
    SERVICE_MET,
    SERVICE_BREACHED, /* also what is overdue on as_of */
    SERVICE_NOT_DUE,  /* open, and not due yet */
};

struct service_figure {
    enum service_outcome outcome;
    enum service_result result;
    int64_t wall, business; /* seconds until it was done, or ended, or as_of; 0 if unknown */
    int64_t due;            /* SERVICE_NEVER: no target, or behind the calendar's end */
};

struct service {
    const struct calendar *calendar;
    bool has_calendar; /* of the policy's; else it is always open */
    const struct policy_target *target;
    size_t target_count;
};

static inline bool service_is_open(const struct service_ticket *t)
{
    return t->state == POLICY_OPEN || t->state == POLICY_WAITING;
}

/* How far it has come, and the instant until which that is counted; 0 if unknown. */
static inline enum service_outcome service_outcome(const struct service_ticket *t,
                                                   enum service_measure measure, int64_t as_of,
                                                   int64_t *until)
{
    bool response = measure == SERVICE_FIRST_RESPONSE;
    int64_t done = response ? t->responded : t->resolved;
    *until = 0;
    if (t->faults & (unsigned)(response ? SERVICE_BAD_RESPONSE : SERVICE_BAD_RESOLUTION)) {
        return SERVICE_UNKNOWN;
    }
    if (done != SERVICE_NEVER) {
        *until = done;
        return SERVICE_DONE;
    }
    if (service_is_open(t)) {
        *until = as_of;
        return SERVICE_PENDING;
    }
    if (response && t->resolved != SERVICE_NEVER) {
        *until = t->resolved;
        return SERVICE_ENDED;
    }
    return SERVICE_UNKNOWN;
}

void service_judge(const struct service *service, const struct service_ticket *ticket,
                   enum service_measure measure, int64_t as_of, struct service_figure *figure);
/* Seconds that the ticket waited until `end`. */
int64_t service_waited(const struct service_ticket *ticket, int64_t end);
/* "met", "breached", "open", or nothing. */
const char *service_result_name(enum service_result result);
/* "open", "waiting", "resolved", "closed". */
const char *service_state_name(enum policy_status state);
/* "first_response", "resolution". */
const char *service_measure_name(enum service_measure measure);
/* What is wrong, of one bit: "first response before opened". */
const char *service_fault_name(enum service_fault fault);

/* ---- service_words.c: what the words of a status mean ---- */

struct service_words;

/* The company's words over the built-in ones; `responded`: statuses that are an answer, as the user
 * gave them; none: those built in. Lives in the arena. */
struct service_words *service_words_new(const struct policy_service *policy,
                                        const struct str *responded, size_t responded_count,
                                        struct arena *arena);
struct service_word {
    bool known;
    enum policy_status state; /* open for one that is not known */
    bool answers;
};
struct service_word service_words_find(const struct service_words *words, struct str word);
/* Whether the user said which words answer: then the first event of a log may be one. */
bool service_words_are_given(const struct service_words *words);

#endif
