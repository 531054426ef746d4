#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "stats/elapsed.h"

#define NORMAL_95 1.959963984540054
#define CHUNK_LEAST 16
#define CHUNK_MOST (1 << 15)
#define DIGIT_BITS 11
#define DIGIT_VALUES (1 << DIGIT_BITS)
#define FEW 64   /* fewer are put in one by one: the tables would cost more */
#define SPARSE 8 /* seconds to each value beyond which sorting is cheaper than counting */

/* ---- lists ---- */

/* Chunks double, so that small groups stay small. */
void elapsed_grow(struct elapsed_list *list)
{
    size_t room = list->newest ? 2 * list->newest->room : CHUNK_LEAST;
    room = room < CHUNK_MOST ? room : CHUNK_MOST;
    struct elapsed_chunk *chunk =
        mem_grow(NULL, sizeof *chunk + room * sizeof *chunk->seconds, 1);
    *chunk = (struct elapsed_chunk){.next = list->newest, .room = room};
    list->newest = chunk;
    list->oldest = list->oldest ? list->oldest : chunk;
}

void elapsed_join(struct elapsed_list *into, struct elapsed_list *from)
{
    if (from->newest) {
        from->oldest->next = into->newest;
        into->newest = from->newest;
        into->oldest = into->oldest ? into->oldest : from->oldest;
        into->count += from->count;
        into->most = from->most > into->most ? from->most : into->most;
    }
    *from = (struct elapsed_list){0};
}

void elapsed_free(struct elapsed_list *list)
{
    for (struct elapsed_chunk *chunk = list->newest, *next; chunk; chunk = next) {
        next = chunk->next;
        free(chunk);
    }
    *list = (struct elapsed_list){0};
}

/* ---- sorted arrays ---- */

static void sort_few(uint32_t *seconds, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        uint32_t value = seconds[i];
        size_t k = i;
        for (; k > 0 && seconds[k - 1] > value; k--) {
            seconds[k] = seconds[k - 1];
        }
        seconds[k] = value;
    }
}

void elapsed_sort(uint32_t *seconds, size_t count)
{
    uint32_t most = 0;
    if (count < FEW) {
        sort_few(seconds, count);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        most = seconds[i] > most ? seconds[i] : most;
    }
    uint32_t *other = mem_grow(NULL, count, sizeof *other), *from = seconds, *to = other;
    size_t *begin = mem_new(DIGIT_VALUES, sizeof *begin);
    for (int shift = 0; shift < 32 && most >> shift > 0; shift += DIGIT_BITS) {
        memset(begin, 0, DIGIT_VALUES * sizeof *begin);
        for (size_t i = 0; i < count; i++) {
            begin[from[i] >> shift & (DIGIT_VALUES - 1)]++;
        }
        for (size_t i = 0, sum = 0; i < DIGIT_VALUES; i++) {
            size_t n = begin[i];
            begin[i] = sum;
            sum += n;
        }
        for (size_t i = 0; i < count; i++) {
            to[begin[from[i] >> shift & (DIGIT_VALUES - 1)]++] = from[i];
        }
        uint32_t *sorted = to;
        to = from;
        from = sorted;
    }
    if (from != seconds) {
        memcpy(seconds, from, count * sizeof *seconds);
    }
    free(other);
    free(begin);
}

double elapsed_quantile(const uint32_t *sorted, size_t count, uint64_t part, uint64_t parts)
{
    if (count == 0) {
        return NAN;
    }
    uint64_t rank = (uint64_t)(count - 1) * part;
    size_t at = (size_t)(rank / parts);
    uint64_t rest = rank % parts;
    double low = sorted[at];
    return rest == 0 ? low : low + ((double)sorted[at + 1] - low) * (double)rest / (double)parts;
}

/* ---- values in order ---- */

/*
 * All values of some lists, ascending, each second once: either sorted, or as a table of how often each
 * second from 0 to `most` occurs.
 */
struct series {
    size_t count;
    uint32_t most;
    uint32_t *sorted, *table; /* one of them; NULL where there are no values */
};

static struct series gather(const struct elapsed_list *const *list, size_t lists)
{
    struct series s = {0};
    size_t n = 0;
    for (size_t i = 0; i < lists; i++) {
        s.count += list[i]->count;
        s.most = list[i]->most > s.most ? list[i]->most : s.most;
    }
    bool counted = s.count >= FEW && s.most / SPARSE < s.count;
    if (counted) {
        s.table = mem_new((size_t)s.most + 1, sizeof *s.table);
    } else if (s.count > 0) {
        s.sorted = mem_grow(NULL, s.count, sizeof *s.sorted);
    }
    for (size_t i = 0; i < lists; i++) {
        for (const struct elapsed_chunk *c = list[i]->newest; c; c = c->next) {
            for (size_t k = 0; counted && k < c->count; k++) {
                s.table[c->seconds[k]]++;
            }
            if (!counted) {
                memcpy(s.sorted + n, c->seconds, c->count * sizeof *s.sorted);
                n += c->count;
            }
        }
    }
    elapsed_sort(s.sorted, n);
    return s;
}

static void free_series(struct series *s)
{
    free(s->sorted);
    free(s->table);
}

/* Goes through a series: `seconds` occurs `n` times behind `before` others; n is 0 at the end. */
struct step {
    const struct series *series;
    size_t next; /* second, or position */
    uint32_t seconds;
    size_t n, before;
};

static inline void next_step(struct step *step)
{
    const struct series *s = step->series;
    step->before += step->n;
    step->n = 0;
    if (step->before == s->count) {
        return;
    }
    if (s->table) {
        while (s->table[step->next] == 0) {
            step->next++;
        }
        step->seconds = (uint32_t)step->next;
        step->n = s->table[step->next++];
        return;
    }
    step->seconds = s->sorted[step->next];
    do {
        step->n++;
        step->next++;
    } while (step->next < s->count && s->sorted[step->next] == step->seconds);
}

/* A quantile of type 7, as the values go by in order. */
struct quantile {
    uint64_t at, rest, parts; /* between the values `at` and `at` + 1 from 0 */
    double value;
};

static struct quantile quantile_of(size_t count, uint64_t part, uint64_t parts)
{
    uint64_t rank = (uint64_t)(count - 1) * part;
    return (struct quantile){rank / parts, rank % parts, parts, NAN};
}

static inline void look(struct quantile *q, const struct step *step)
{
    size_t end = step->before + step->n;
    if (q->at >= end || q->at + 1 < step->before) {
        return;
    }
    double seconds = step->seconds;
    if (q->at >= step->before) {
        q->value = seconds;
    }
    if (q->rest > 0 && q->at + 1 >= step->before && q->at + 1 < end) {
        q->value += (seconds - q->value) * (double)q->rest / (double)q->parts;
    }
}

/* ---- the curve ---- */

/* As it stands after an event; and until when nothing can come of looking at it: while S is above
 * `survival`, and the hazard not above `hazard`. */
struct curve {
    double survival, hazard; /* hazard: Greenwood's sum d / (n (n - d)) */
    struct {
        double survival, hazard;
    } quiet;
};

static inline void fall(struct curve *c, double events, double risk)
{
    c->survival *= 1 - events / risk;
    c->hazard += events / (risk * (risk - events));
    if (c->survival < 1e-15) {
        c->survival = 0;
    }
}

static void first(double *quantile, bool there, double time)
{
    if (there && isnan(*quantile)) {
        *quantile = time;
    }
}

#define HALF (0.5 + 1e-12) /* what rounding leaves is no survival */
#define TENTH (0.1 + 1e-12)

/* As survival_quantile does: limits where the limits of S come so far. */
static void note(struct elapsed *e, const struct curve *c, double time)
{
    double low = NAN, high = NAN;
    if (isfinite(c->hazard) && c->survival > 0) {
        double width = NORMAL_95 * sqrt(c->hazard) / log(c->survival);
        low = pow(c->survival, exp(-width));
        high = pow(c->survival, exp(width));
    }
    first(&e->km_p50, c->survival <= HALF, time);
    first(&e->km_p90, c->survival <= TENTH, time);
    first(&e->km_p50_low, low <= HALF || c->survival == 0, time);
    first(&e->km_p50_high, high <= HALF, time);
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/*
 * Limits are slow to take, and only the first that is below a half counts. With L = -log S, h the
 * hazard and w = 1.96 sqrt(h) / L, the lower limit of S is there where L exp(w) reaches log 2, the upper
 * one where L exp(-w) does; L and h only grow. So:
 *
 *   lower   with gap = log(log 2 / (L exp(w))), nothing before L has grown by the factor exp(gap / 2),
 *           or 1.96 sqrt(h) by L gap / 2
 *   upper   with gap = log(log 2 / (L exp(-w))), nothing before L has grown by the factor
 *           exp(gap / (1 + w)); a larger h puts it off
 */
static void set_quiet(const struct elapsed *e, struct curve *c)
{
    const double log_2 = 0.6931471 /* a little less */, width = NORMAL_95 * sqrt(c->hazard);
    double grown = -log(c->survival), w = width / grown, lower = -INFINITY, upper = -INFINITY;
    c->quiet.hazard = INFINITY;
    if (!(grown > 0) || !isfinite(w)) {
        c->quiet.survival = 1; /* look each time */
        return;
    }
    if (isnan(e->km_p50_low)) {
        double gap = larger(0, log(log_2 / grown) - w), reached = width + grown * gap / 2;
        lower = exp(-grown * exp(gap / 2));
        c->quiet.hazard = (reached / NORMAL_95) * (reached / NORMAL_95);
    }
    if (isnan(e->km_p50_high)) {
        double gap = larger(0, log(log_2 / grown) + w);
        upper = exp(-grown * exp(gap / (1 + w)));
    }
    c->quiet.survival = larger(lower, upper);
    c->quiet.survival = larger(c->quiet.survival, isnan(e->km_p50) ? HALF : TENTH);
}

static inline void take_event(struct elapsed *e, struct curve *c, const struct step *done,
                              double risk)
{
    fall(c, (double)done->n, risk);
    if (c->survival <= c->quiet.survival || c->hazard > c->quiet.hazard) {
        note(e, c, done->seconds);
        set_quiet(e, c);
    }
}

struct elapsed elapsed_of(const struct elapsed_list *const *done, size_t done_lists,
                          const struct elapsed_list *const *open, size_t open_lists)
{
    struct series over = gather(done, done_lists), still = gather(open, open_lists);
    struct elapsed e = {over.count, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN};
    struct quantile p50 = quantile_of(over.count, 1, 2), p90 = quantile_of(over.count, 9, 10);
    struct quantile open_p50 = quantile_of(still.count, 1, 2);
    struct curve curve = {1, 0, {1, 0}};
    struct step at = {.series = &over}, gone = {.series = &still};
    uint64_t sum = 0; /* 2^32 times 2^32 at most */
    next_step(&gone);
    for (next_step(&at); at.n > 0; next_step(&at)) {
        for (; gone.n > 0 && gone.seconds < at.seconds; next_step(&gone)) {
            look(&open_p50, &gone);
        }
        sum += (uint64_t)at.seconds * at.n;
        look(&p50, &at);
        look(&p90, &at);
        if (isnan(e.km_p90) || isnan(e.km_p50_high)) {
            take_event(&e, &curve, &at,
                       (double)(over.count - at.before + still.count - gone.before));
        }
    }
    for (; gone.n > 0; next_step(&gone)) {
        look(&open_p50, &gone);
    }
    e.mean = over.count > 0 ? (double)sum / (double)over.count : NAN;
    e.p50 = p50.value;
    e.p90 = p90.value;
    e.open_p50 = open_p50.value;
    free_series(&over);
    free_series(&still);
    return e;
}
