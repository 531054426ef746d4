#include "base/base.h"

#include <math.h>

#include "analysis/lifecycle.h"
#include "analysis/why.h"
#include "base/mem.h"
#include "stats/quantile.h"

#define DAY_MS 86400000.0
#define HOUR_MS 3600000.0

void why_init(struct why *why, const struct why_settings *settings)
{
    *why = (struct why){.settings = *settings, .as_of = DATE_NONE, .until = DATE_NONE,
                        .cut_that_does = DATE_NONE, .late_hours = NAN};
}

static struct why_customer *start(struct why *why, struct str id)
{
    if (why->count == why->room) {
        why->room = mem_capacity(why->room, why->count + 1);
        why->customer = mem_grow(why->customer, why->room, sizeof *why->customer);
    }
    struct why_customer *c = &why->customer[why->count++];
    *c = (struct why_customer){.id = arena_str(&why->arena, id), .first = DATE_NONE,
                               .last = DATE_NONE, .end = DATE_NONE, .next = DATE_NONE};
    return c;
}

/* Rows come by customer, then by day. Refunds wait for the next purchase day: without a cut nothing
 * behind the last one counts. */
void why_take(void *context, const struct rollup_row *row)
{
    struct why *why = context;
    struct why_customer *c = why->count > 0 ? &why->customer[why->count - 1] : NULL;
    int32_t cut = why->settings.cut;
    bool bought = row->days > 0;
    if (!c || !str_eq(c->id, row->customer)) {
        c = start(why, row->customer);
    }
    if (cut != DATE_NONE && row->period > cut) {
        c->next = bought && c->next == DATE_NONE ? row->period : c->next;
        return;
    }
    int64_t refund = why->settings.ignore_refunds ? 0 : row->refund_amount;
    c->open_spend += (double)(row->amount - refund) / MONEY_SCALE;
    c->open_refunded |= row->refunds > 0;
    if (bought) {
        c->first = c->first == DATE_NONE ? row->period : c->first;
        c->last = row->period;
        c->days++;
        c->orders += row->orders;
    }
    if (bought || cut != DATE_NONE) {
        c->spend += c->open_spend;
        c->refunded |= c->open_refunded;
        c->open_spend = 0;
        c->open_refunded = false;
    }
}

static void settle_g2(struct why *why)
{
    struct lifecycle_cuts cuts = {why->settings.g1, why->settings.g2, 3, 365};
    double *gaps = mem_new(why->count, sizeof *gaps);
    for (size_t i = 0; i < why->count; i++) {
        const struct why_customer *c = &why->customer[i];
        const struct lifecycle_days days = {c->first, c->last, DATE_NONE, DATE_NONE, c->days, 0};
        if (c->days > 1) {
            gaps[why->repeaters++] = lifecycle_gap(&days);
        }
    }
    lifecycle_cuts_from(&cuts, gaps, why->repeaters);
    why->g2 = cuts.g2;
    free(gaps);
}

static int32_t window_end(const struct why *why, int32_t cut)
{
    double days = ceil(why->g2);
    return why->settings.window.count > 0 ? date_add(cut, why->settings.window, 1)
                                          : cut + (int32_t)(days > 1 ? days : 1);
}

/* The latest cut whose outcome is over on as_of. */
static int32_t cut_before(const struct why *why)
{
    int32_t cut = why->as_of;
    while (window_end(why, cut) > why->as_of) {
        cut--;
    }
    return cut;
}

static void settle_customer(struct why *why, struct why_customer *c)
{
    bool fresh;
    int32_t cut = why->settings.cut;
    uint32_t *at = map_put(&why->index, c->id, &fresh);
    *at = (uint32_t)(c - why->customer);
    if (c->days == 0) {
        return;
    }
    c->end = cut == DATE_NONE ? c->last : cut;
    c->in = cut == DATE_NONE || cut - c->last <= why->g2;
    c->churned = c->in && (cut == DATE_NONE ? why->as_of - c->last > why->g2
                                            : c->next == DATE_NONE || c->next > why->until);
    why->population += c->in;
    why->churned += c->churned;
}

bool why_settle(struct why *why, int32_t as_of)
{
    int32_t cut = why->settings.cut;
    why->as_of = as_of;
    settle_g2(why);
    if (cut != DATE_NONE && as_of != DATE_NONE) {
        why->until = window_end(why, cut);
        if (why->until > as_of) {
            why->cut_that_does = cut_before(why);
            return false;
        }
    }
    for (size_t i = 0; i < why->count; i++) {
        settle_customer(why, &why->customer[i]);
    }
    return true;
}

static struct why_customer *find(const struct why *why, struct str id)
{
    uint32_t *at = map_find(&why->index, id);
    return at && why->customer[*at].in ? &why->customer[*at] : NULL;
}

/* Of the same instant, whatever the zones; wall clocks where one has no zone. */
static double milliseconds(const struct stamp *stamp, bool zones)
{
    return stamp->day * DAY_MS + stamp->ms - (zones ? stamp->offset * 1000.0 : 0);
}

double why_hours(const struct stamp *from, const struct stamp *to)
{
    bool zones = from->has_zone && to->has_zone;
    return from->has_time && to->has_time
               ? (milliseconds(to, zones) - milliseconds(from, zones)) / HOUR_MS
               : (to->day - from->day) * 24.0;
}

enum why_fate why_ticket(struct why *why, struct str customer, const struct stamp *opened,
                         const struct stamp *answered)
{
    struct why_customer *c = find(why, customer);
    if (!c) {
        return WHY_NOBODY;
    }
    if (opened->day > c->end) {
        return WHY_AFTER;
    }
    if (opened->day <= c->end - WHY_TICKET_DAYS) {
        return WHY_BEFORE;
    }
    const struct stamp midnight = {.day = c->end + opened->has_time, .has_time = true};
    bool known = answered && answered->day <= c->end;
    if (why->waits == why->wait_room) {
        why->wait_room = mem_capacity(why->wait_room, why->waits + 1);
        why->wait = mem_grow(why->wait, why->wait_room, sizeof *why->wait);
    }
    why->wait[why->waits++] =
        (struct why_wait){(size_t)(c - why->customer),
                          why_hours(opened, known ? answered : &midnight), known};
    c->tickets++;
    return WHY_COUNTED;
}

void why_tickets_end(struct why *why)
{
    double *hours = mem_new(why->waits, sizeof *hours);
    size_t n = 0;
    for (size_t i = 0; i < why->waits; i++) {
        if (why->wait[i].answered) {
            hours[n++] = why->wait[i].hours;
        }
    }
    quantile_sort(hours, n);
    why->late_hours = n > 0 ? quantile_at(hours, n, 1, 2) : NAN;
    free(hours);
    for (size_t i = 0; i < why->waits; i++) {
        const struct why_wait *wait = &why->wait[i];
        struct why_customer *c = &why->customer[wait->customer];
        bool late = wait->hours > why->late_hours; /* false for NaN */
        c->judged |= late || wait->answered;
        c->late |= late;
    }
}

enum why_fate why_answer(struct why *why, struct str customer, int32_t day, double score)
{
    struct why_customer *c = find(why, customer);
    if (!c) {
        return WHY_NOBODY;
    }
    if (day > c->end) {
        return WHY_AFTER;
    }
    c->score += score;
    c->answers++;
    return WHY_COUNTED;
}

void why_free(struct why *why)
{
    map_free(&why->index);
    arena_free(&why->arena);
    free(why->customer);
    free(why->wait);
    free(why->row);
}
