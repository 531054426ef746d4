#include "base/base.h"

#include "analysis/rollup_parts.h"
#include "base/mem.h"

/* Where entries of a customer begin to be looked for. Periods of one customer stand apart. */
static uint64_t mix(const struct rollup_state *s, uint64_t hash, int32_t period)
{
    return s->settings->by == DATE_ALL ? hash
                                       : hash ^ (uint64_t)(uint32_t)period * UINT64_C(0x9e3779b97f4a7c15);
}

static uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

static uint32_t place_of(struct rollup_state *s, struct str currency)
{
    if (s->currency_last < s->currency_count &&
        str_eq(s->currency[s->currency_last], currency)) {
        return s->currency_last;
    }
    uint32_t i = 0;
    while (i < s->currency_count && !str_eq(s->currency[i], currency)) {
        i++;
    }
    if (i == s->currency_count) {
        s->currency = mem_grow(s->currency, (size_t)s->currency_count + 1, sizeof *s->currency);
        s->currency[s->currency_count++] = arena_str(&s->memory, currency);
    }
    return s->currency_last = i;
}

static uint32_t new_entry(struct rollup_state *s, struct str customer, uint32_t currency,
                          int32_t period)
{
    const struct rollup_extras *extras = &s->settings->extras;
    if (s->entry_count == s->entry_room) {
        s->entry_room = mem_capacity(s->entry_room, s->entry_count + 1);
        s->entry = mem_grow(s->entry, s->entry_room, sizeof *s->entry);
        s->kept = mem_grow(s->kept, mem_mul(s->entry_room, extras->keep_count), sizeof *s->kept);
        s->sum = mem_grow(s->sum, mem_mul(s->entry_room, extras->sum_count), sizeof *s->sum);
    }
    size_t e = s->entry_count++;
    bool fits = customer.n <= ROLLUP_PARTS_HEAD;
    s->entry[e] = (struct rollup_entry){.id = fits ? NULL : arena_str(&s->memory, customer).p,
                                        .id_length = (uint32_t)customer.n,
                                        .currency = currency,
                                        .period = period,
                                        .first = DATE_NONE,
                                        .last_day = DATE_NONE};
    memcpy(s->entry[e].head, customer.p, fits ? customer.n : ROLLUP_PARTS_HEAD);
    for (size_t i = 0; i < extras->keep_count; i++) {
        s->kept[e * extras->keep_count + i] = (struct rollup_kept){{"", 0}, NULL, 0, INT64_MIN, 0};
    }
    for (size_t i = 0; i < extras->sum_count; i++) {
        s->sum[e * extras->sum_count + i] = 0;
    }
    return (uint32_t)e;
}

/* Entries carry no hash: their slots do, all but the place, which is found by walking on. */
static void grow(struct rollup_state *s)
{
    size_t room = s->index.room ? mem_mul(s->index.room, 2) : 1024;
    uint64_t *slot = mem_new(room, sizeof *slot);
    for (size_t i = 0; i < s->index.room; i++) {
        if (s->index.slot[i]) {
            size_t at = (size_t)(s->index.slot[i] >> 32) & (room - 1);
            while (slot[at]) {
                at = (at + 1) & (room - 1);
            }
            slot[at] = s->index.slot[i];
        }
    }
    free(s->index.slot);
    s->index.slot = slot;
    s->index.room = room;
}

uint32_t rollup_index_put(struct rollup_state *s, struct str customer, struct str currency,
                          uint64_t hash, int32_t period)
{
    if (s->entry_count + s->entry_count / 2 >= s->index.room) {
        grow(s);
    }
    uint32_t tag = tag_of(mix(s, hash, period));
    uint32_t place = place_of(s, currency);
    bool by_currency = s->settings->by_currency;
    size_t mask = s->index.room - 1, at = tag & mask;
    for (; s->index.slot[at]; at = (at + 1) & mask) {
        uint64_t slot = s->index.slot[at];
        if ((uint32_t)(slot >> 32) != tag) {
            continue;
        }
        struct rollup_entry *entry = &s->entry[(uint32_t)slot - 1];
        if (entry->period == period && (!by_currency || entry->currency == place) &&
            str_eq(rollup_parts_id(entry), customer)) {
            if (entry->rows + entry->refunds == 0) {
                entry->currency = place; /* the rows before were rejected */
            }
            return (uint32_t)slot - 1;
        }
    }
    uint32_t e = new_entry(s, customer, place, period);
    s->index.slot[at] = (uint64_t)tag << 32 | (e + (uint64_t)1);
    return e;
}

void rollup_index_expect(const struct rollup_state *s, uint64_t hash)
{
    if (s->index.room > 0) {
        __builtin_prefetch(&s->index.slot[tag_of(hash) & (s->index.room - 1)]);
    }
}

void rollup_index_expect_entry(const struct rollup_state *s, uint64_t hash)
{
    if (s->index.room > 0) {
        uint64_t slot = s->index.slot[tag_of(hash) & (s->index.room - 1)];
        if (slot) {
            __builtin_prefetch(&s->entry[(uint32_t)slot - 1], 1);
        }
    }
}
