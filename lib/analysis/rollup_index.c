#include "base/base.h"

#include "analysis/rollup_parts.h"
#include "base/die.h"
#include "base/mem.h"

_Static_assert(sizeof(struct rollup_entry) == 64, "an entry fills a line of the cache");
_Static_assert(sizeof(struct str) <= ROLLUP_PARTS_ID, "a longer id is kept by its place");

/* Where entries of a customer begin to be looked for. Periods of one customer stand apart. */
static inline uint64_t mix(const struct rollup_state *s, uint64_t hash, int32_t period)
{
    return s->settings->by == DATE_ALL ? hash
                                       : hash ^ (uint64_t)(uint32_t)period * UINT64_C(0x9e3779b97f4a7c15);
}

static inline uint32_t tag_of(uint64_t hash)
{
    return (uint32_t)(hash >> 32);
}

uint32_t rollup_index_currency(struct rollup_state *s, struct str currency)
{
    uint32_t i = 0;
    while (i < s->currency_count && !str_eq(s->currency[i], currency)) {
        i++;
    }
    if (i == s->currency_count) { /* codes of three letters: never as many as uint16_t can count */
        s->currency = mem_grow(s->currency, (size_t)s->currency_count + 1, sizeof *s->currency);
        s->currency[s->currency_count++] = arena_str(&s->memory, currency);
    }
    return i;
}

static void *grow_table(struct rollup_state *s, void *table, size_t size, size_t room)
{
    return mem_table(table, s->entry_room * size, mem_mul(room, size));
}

static void make_room(struct rollup_state *s)
{
    const struct rollup_extras *extras = &s->settings->extras;
    size_t room = s->entry_room ? mem_mul(s->entry_room, 2) : 1024;
    if (room > UINT32_MAX) {
        die(STATUS_DATA, "more than 2,147,483,648 customers and periods");
    }
    s->entry = grow_table(s, s->entry, sizeof *s->entry, room);
    if (s->refunds) {
        s->refunds = grow_table(s, s->refunds, sizeof *s->refunds, room);
    }
    if (s->settings->by != DATE_ALL) {
        s->chain = grow_table(s, s->chain, sizeof *s->chain, room);
    }
    s->kept = mem_grow(s->kept, mem_mul(room, extras->keep_count), sizeof *s->kept);
    s->sum = mem_grow(s->sum, mem_mul(room, extras->sum_count), sizeof *s->sum);
    s->entry_room = room;
}

struct rollup_refunds *rollup_index_refunds(struct rollup_state *s, uint32_t e)
{
    if (!s->refunds) {
        s->refunds = mem_table(NULL, 0, mem_mul(s->entry_room, sizeof *s->refunds));
    }
    return &s->refunds[e];
}

static uint32_t new_entry(struct rollup_state *s, const uint64_t id[2], size_t id_length,
                          uint32_t currency, int32_t period)
{
    const struct rollup_extras *extras = &s->settings->extras;
    if (s->entry_count == s->entry_room) {
        make_room(s);
    }
    size_t e = s->entry_count++;
    struct rollup_entry *entry = &s->entry[e];
    entry->currency = (uint16_t)currency;
    entry->period = period;
    entry->first = entry->last_day = DATE_NONE;
    entry->near = (struct rollup_near){DATE_NONE, DATE_NONE, DATE_NONE};
    if (id_length > ROLLUP_PARTS_ID) {
        struct str text = {(const char *)(uintptr_t)id[0], id[1]};
        text = arena_str(&s->memory, text);
        memcpy(entry->id, &text, sizeof text);
        entry->id_length = ROLLUP_PARTS_LONG;
    } else {
        for (size_t i = 0; i < id_length; i++) {
            entry->id[i] = (char)(id[i / 8] >> (8 * (i % 8)));
        }
        entry->id_length = (uint16_t)id_length;
    }
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
    uint64_t *slot = mem_table(NULL, 0, mem_mul(room, sizeof *slot));
    for (size_t i = 0; i < s->index.room; i++) {
        if (s->index.slot[i]) {
            size_t at = (size_t)(s->index.slot[i] >> 32) & (room - 1);
            while (slot[at]) {
                at = (at + 1) & (room - 1);
            }
            slot[at] = s->index.slot[i];
        }
    }
    mem_table_free(s->index.slot, s->index.room * sizeof *slot);
    s->index.slot = slot;
    s->index.room = room;
}

static inline bool has_id(const struct rollup_entry *entry, const uint64_t id[2],
                          size_t id_length)
{
    if (id_length > ROLLUP_PARTS_ID) {
        struct str text = {(const char *)(uintptr_t)id[0], id[1]};
        return entry->id_length == ROLLUP_PARTS_LONG && str_eq(rollup_parts_id(entry), text);
    }
    return ((str_load(entry->id) ^ id[0]) | (str_load(entry->id + 8) ^ id[1])) == 0 &&
           entry->id_length == id_length;
}

#define ANY_PERIOD INT32_MAX /* the slot of a customer's first entry, whatever its period */

/* The slot of such an entry, or the free one where it would stand. */
static inline uint64_t *find(struct rollup_state *s, const uint64_t id[2], size_t id_length,
                             uint32_t currency, uint32_t tag, int32_t period)
{
    bool by_currency = s->settings->by_currency;
    size_t mask = s->index.room - 1;
    for (size_t at = tag & mask;; at = (at + 1) & mask) {
        uint64_t slot = s->index.slot[at];
        if (!slot) {
            return &s->index.slot[at];
        }
        if ((uint32_t)(slot >> 32) != tag) {
            continue;
        }
        const struct rollup_entry *entry = &s->entry[(uint32_t)slot - 1];
        bool here = period == ANY_PERIOD ? s->chain[(uint32_t)slot - 1].owner == (uint32_t)slot - 1
                                         : entry->period == period;
        if (here && (!by_currency || entry->currency == currency) &&
            has_id(entry, id, id_length)) {
            return &s->index.slot[at];
        }
    }
}

/* The new entry joins those of its customer. Of these the first has a second slot, under a tag that no
 * period has. */
static void join_chain(struct rollup_state *s, uint32_t e, const uint64_t id[2],
                       size_t id_length, uint32_t currency, uint64_t hash)
{
    uint32_t tag = tag_of(mix(s, hash, ANY_PERIOD));
    s->chain[e].owner = UINT32_MAX; /* not known: not to be found */
    uint64_t *slot = find(s, id, id_length, currency, tag, ANY_PERIOD);
    if (!*slot) {
        *slot = (uint64_t)tag << 32 | (e + (uint64_t)1);
        s->chain[e] = (struct rollup_chain){e, 0};
        return;
    }
    uint32_t owner = (uint32_t)*slot - 1;
    s->chain[e] = (struct rollup_chain){owner, s->chain[owner].next};
    s->chain[owner].next = e + 1;
}

uint32_t rollup_index_put(struct rollup_state *s, const uint64_t id[2], size_t id_length,
                          uint32_t currency, uint64_t hash, int32_t period)
{
    /* Where there are periods, a customer's first entry takes two slots. */
    size_t slots = s->settings->by == DATE_ALL ? s->entry_count : s->entry_count * 2;
    if (slots + slots / 2 + 2 >= s->index.room) {
        grow(s);
    }
    uint32_t tag = tag_of(mix(s, hash, period));
    uint64_t *slot = find(s, id, id_length, currency, tag, period);
    if (*slot) {
        uint32_t e = (uint32_t)*slot - 1;
        if (s->entry[e].currency != currency && !rollup_parts_used(s, e)) {
            s->entry[e].currency = (uint16_t)currency; /* the rows before were rejected */
        }
        return e;
    }
    uint32_t e = new_entry(s, id, id_length, currency, period);
    *slot = (uint64_t)tag << 32 | (e + (uint64_t)1);
    if (s->chain) {
        join_chain(s, e, id, id_length, currency, hash);
    }
    return e;
}

void rollup_index_expect(const struct rollup_state *s, uint64_t hash, int32_t period)
{
    if (s->index.room > 0) {
        __builtin_prefetch(&s->index.slot[tag_of(mix(s, hash, period)) & (s->index.room - 1)]);
    }
}

void rollup_index_expect_entry(const struct rollup_state *s, uint64_t hash, int32_t period)
{
    if (s->index.room > 0) {
        uint64_t slot = s->index.slot[tag_of(mix(s, hash, period)) & (s->index.room - 1)];
        if (slot) {
            __builtin_prefetch(&s->entry[(uint32_t)slot - 1], 1);
        }
    }
}

void rollup_index_free(struct rollup_state *s)
{
    mem_table_free(s->index.slot, s->index.room * sizeof *s->index.slot);
    s->index.slot = NULL;
    s->index.room = 0;
}
