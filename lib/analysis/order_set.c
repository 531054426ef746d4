#include "base/base.h"

#include "analysis/order_set.h"
#include "base/mem.h"

struct order_slot {
    struct hash_128 hash; /* hi 0: free */
    uint32_t entry;       /* of the earliest row, and SEVERAL_DAYS */
    int32_t day;
};

#define SEVERAL_DAYS ((uint32_t)1 << 31)

/* The order id under a key of the run's and the customer's; what else tells orders apart is mixed into
 * the key, too. */
struct hash_128 order_set_hash(struct hash_128 customer, struct str currency, struct str order_id,
                               int32_t day, bool refund)
{
    struct hash_key key = hash_run_key();
    key.k0 ^= customer.lo;
    key.k1 ^= customer.hi;
    if (currency.n > 0) {
        struct hash_128 more = hash_wide(key, currency);
        key = (struct hash_key){more.lo, more.hi};
    }
    /* Another key for days without ids, and for refunds. */
    if (order_id.n == 0) {
        order_id = (struct str){(const char *)&day, sizeof day};
        key.k0 ^= UINT64_C(0x5bd1e995973c2f11);
    }
    if (refund) {
        key.k1 ^= UINT64_C(0x27d4eb2f165667c5);
    }
    struct hash_128 hash = hash_wide(key, order_id);
    hash.hi |= 1; /* a free slot has 0 there */
    return hash;
}

void order_set_expect(const struct order_set *set, struct hash_128 order)
{
    if (set->room > 0) {
        __builtin_prefetch(&set->slot[order.lo & (set->room - 1)], 1);
    }
}

static struct order_slot *probe(const struct order_set *set, struct hash_128 hash)
{
    size_t i = hash.lo & (set->room - 1);
    while (set->slot[i].hash.hi &&
           (set->slot[i].hash.lo != hash.lo || set->slot[i].hash.hi != hash.hi)) {
        i = (i + 1) & (set->room - 1);
    }
    return &set->slot[i];
}

static void grow(struct order_set *set)
{
    struct order_set old = *set;
    set->room = old.room ? mem_mul(old.room, 2) : 1024;
    set->slot = mem_new(set->room, sizeof *set->slot);
    set->money = old.money ? mem_new(set->room, sizeof *set->money) : NULL;
    for (size_t i = 0; i < old.room; i++) {
        if (old.slot[i].hash.hi) {
            struct order_slot *slot = probe(set, old.slot[i].hash);
            *slot = old.slot[i];
            if (old.money) {
                set->money[slot - set->slot] = old.money[i];
            }
        }
    }
    free(old.slot);
    free(old.money);
}

/* The order's slot; *fresh where it is new, and then of this row. */
static struct order_slot *put(struct order_set *set, struct hash_128 hash, uint32_t entry,
                              int32_t day, bool *fresh)
{
    if (set->count + set->count / 2 >= set->room) {
        grow(set);
    }
    struct order_slot *slot = probe(set, hash);
    *fresh = !slot->hash.hi;
    if (*fresh) {
        *slot = (struct order_slot){hash, entry, day};
        set->count++;
    }
    return slot;
}

/* A further row of the order. */
static void see_day(struct order_slot *slot, uint32_t entry, int32_t day)
{
    uint32_t several = slot->day != day ? SEVERAL_DAYS : slot->entry & SEVERAL_DAYS;
    if (day < slot->day) {
        slot->day = day;
        slot->entry = entry;
    }
    slot->entry = (slot->entry & ~SEVERAL_DAYS) | several;
}

/* From now on orders have money of their own; those that are there already are counted ones. */
static void need_money(struct order_set *set)
{
    if (set->money) {
        return;
    }
    if (set->room == 0) {
        grow(set);
    }
    set->money = mem_new(set->room, sizeof *set->money);
    for (size_t i = 0; i < set->room; i++) {
        set->money[i].counted = set->slot[i].hash.hi != 0;
    }
}

void order_set_put(struct order_set *set, struct hash_128 order, uint32_t entry, int32_t day)
{
    bool fresh;
    struct order_slot *slot = put(set, order, entry, day, &fresh);
    see_day(slot, entry, day);
    if (set->money) {
        set->money[slot - set->slot].counted = true;
    }
}

bool order_set_put_total(struct order_set *set, struct hash_128 order, uint32_t entry, int32_t day,
                         struct order_set_money *said)
{
    bool fresh;
    need_money(set);
    struct order_slot *slot = put(set, order, entry, day, &fresh);
    struct order_set_money *money = &set->money[slot - set->slot];
    if (fresh) {
        *money = *said;
        return true;
    }
    if (money->total != said->total || money->refund != said->refund) {
        *said = *money;
        return false; /* a row that is rejected leaves the order where it is */
    }
    see_day(slot, entry, day);
    money->counted |= said->counted;
    return true;
}

bool order_set_next(const struct order_set *set, size_t *at, struct order_set_order *order)
{
    while (*at < set->room && !set->slot[*at].hash.hi) {
        ++*at;
    }
    if (*at == set->room) {
        return false;
    }
    const struct order_slot *slot = &set->slot[*at];
    struct order_set_money money = {0, 0, true};
    if (set->money) {
        money = set->money[*at];
    }
    *order = (struct order_set_order){slot->entry & ~SEVERAL_DAYS, slot->day,
                                      (slot->entry & SEVERAL_DAYS) != 0, money.counted,
                                      money.total, money.refund};
    ++*at;
    return true;
}

void order_set_free(struct order_set *set)
{
    free(set->slot);
    free(set->money);
    *set = (struct order_set){0};
}
