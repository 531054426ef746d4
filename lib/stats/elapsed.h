/*
 * elapsed.h - how long things took, in whole seconds, when some are not over yet.
 *
 *     struct elapsed_list done = {0}, open = {0};
 *     elapsed_push(&done, seconds);                     each of them, in any order
 *     elapsed_join(&done, &other);                      chunks change hands; nothing is copied
 *     struct elapsed e = elapsed_of(lists, count, open_lists, open_count);
 *     elapsed_free(&done);
 *
 *   naive          mean and quantiles of type 7 (Hyndman & Fan 1996) of what is over: too short, as
 *                  what takes long is still open
 *   Kaplan-Meier   quantiles of the curve in which what is open counts as at risk until now; limits of
 *                  the median by log-log intervals of S (survival.h has the formulas, and gives the
 *                  same figures; here no curve is kept)
 *
 * Nothing is sorted where that would take longer than counting how often each second occurs. The sum
 * is taken in integers: nothing depends on the order of the values. Memory: 4 bytes a value, and while
 * elapsed_of() runs 4 to 32 more.
 */
#ifndef CRM_ELAPSED_H
#define CRM_ELAPSED_H

#include "base/base.h"

struct elapsed_chunk {
    struct elapsed_chunk *next; /* pushed before these */
    size_t count, room;
    uint32_t seconds[];
};

/* Zeroed: empty. */
struct elapsed_list {
    struct elapsed_chunk *newest, *oldest;
    size_t count;
    uint32_t most; /* the largest, or 0 */
};

/* Makes room for one more. */
void elapsed_grow(struct elapsed_list *list);
static inline void elapsed_push(struct elapsed_list *list, uint32_t seconds)
{
    if (!list->newest || list->newest->count == list->newest->room) {
        elapsed_grow(list);
    }
    struct elapsed_chunk *chunk = list->newest;
    chunk->seconds[chunk->count++] = seconds;
    list->count++;
    list->most = seconds > list->most ? seconds : list->most;
}
/* `from` is empty then. */
void elapsed_join(struct elapsed_list *into, struct elapsed_list *from);
void elapsed_free(struct elapsed_list *list);

/* NaN where there is nothing to tell it from. Seconds. */
struct elapsed {
    size_t n; /* that are over */
    double mean, p50, p90;
    double km_p50, km_p50_low, km_p50_high, km_p90; /* NaN where the curve does not come so far */
    double open_p50;                                /* of what is open, until now */
};

/* Of all lists together. May be called by several threads. */
struct elapsed elapsed_of(const struct elapsed_list *const *done, size_t done_lists,
                          const struct elapsed_list *const *open, size_t open_lists);

/* Ascending, by the digits. */
void elapsed_sort(uint32_t *seconds, size_t count);
/* Type 7 at part/parts of ascending seconds; NaN of none. */
double elapsed_quantile(const uint32_t *sorted, size_t count, uint64_t part, uint64_t parts);

#endif
