/*
 * service_groups.h - the service that groups of tickets had: times, shares in breach, backlog.
 *
 *     struct service_groups *groups = service_groups_new(&settings);         one a worker
 *     service_groups_take(groups, texts, &ticket, as_of);                    each ticket
 *     service_groups_merge(into, from);
 *     const struct service_group *g = service_groups_finish(groups, as_of, &count);
 *
 * A ticket's texts are those of the `by` columns and then those of the `adjust` columns, each ended
 * by a NUL. Of each time four bytes are kept; what depends on an as_of that is not known yet waits
 * in 16 bytes a ticket. Counts and seconds are integers, so that nothing depends on the order of
 * tickets.
 *
 *   judged     met + breached: tickets with a target that were in time, or were not; open ones that
 *              are not due yet are neither
 *   expected   breaches that a group would have if each of its tickets were in breach as often as all
 *              judged tickets alike in the `adjust` columns: indirect standardisation
 *   rank       1 + how many groups have a breach rate whose 95 % interval lies wholly below this
 *              group's; 0 where no interval lies apart from this group's
 */
#ifndef CRM_SERVICE_GROUPS_H
#define CRM_SERVICE_GROUPS_H

#include "analysis/service_period.h"
#include "stats/elapsed.h"
#include "stats/poisson.h"
#include "stats/proportion.h"

struct service_groups_settings {
    const struct service *service;
    bool business; /* the clock of times */
    size_t by, adjust;
    enum service_period per;
};

struct service_group_figure {
    struct elapsed time;
    uint64_t unknown; /* times that cannot be, or are not known */
    uint64_t met, breached;
    struct proportion breach;
    double expected; /* NaN without `adjust` */
    struct poisson ratio;
    size_t rank;
};

struct service_group {
    bool total;     /* of all groups, or all of a period; its texts are empty */
    struct str *by; /* texts */
    int32_t period; /* first day, or DATE_NONE */
    uint64_t tickets, open;
    uint64_t reopened, reopenable; /* of those that were resolved, as far as it is known */
    struct proportion reopen;
    double backlog_age; /* median seconds of the open ones; NaN of none */
    struct service_group_figure figure[SERVICE_MEASURES];
};

struct service_groups;

struct service_groups *service_groups_new(const struct service_groups_settings *settings);
/* as_of SERVICE_NEVER: it is told by service_groups_finish; only for tickets that have no waits. */
void service_groups_take(struct service_groups *groups, struct str texts,
                         const struct service_ticket *ticket, int64_t as_of);
/* Frees `from`. */
void service_groups_merge(struct service_groups *into, struct service_groups *from);
/* By text and period, ascending, bytewise; behind them the totals. Once. The result lives as long
 * as the groups. */
const struct service_group *service_groups_finish(struct service_groups *groups, int64_t as_of,
                                                  size_t *count);
void service_groups_free(struct service_groups *groups);

#endif
