#include "base/base.h"

#include "analysis/order_totals.h"
#include "base/mem.h"

/* Without padding: it is hashed as bytes. */
struct name {
    struct order_key order;
    uint32_t owner;
    uint32_t kind; /* OWN_REFUND or PURCHASE; 0: a free slot */
};

enum { PURCHASE = 1, OWN_REFUND };

struct order_totals_slot {
    struct name name;
    uint32_t entry;
    int32_t day;
    struct order_totals_money money;
};

static uint64_t hash_of(const struct name *name)
{
    return hash_quick(hash_run_key(), (struct str){(const char *)name, sizeof *name});
}

static bool same(const struct name *a, const struct name *b)
{
    return order_key_eq(a->order, b->order) && a->owner == b->owner && a->kind == b->kind;
}

static struct order_totals_slot *probe(const struct order_totals *totals, const struct name *name)
{
    size_t i = hash_of(name) & (totals->room - 1);
    while (totals->slot[i].name.kind && !same(&totals->slot[i].name, name)) {
        i = (i + 1) & (totals->room - 1);
    }
    return &totals->slot[i];
}

static void grow(struct order_totals *totals)
{
    struct order_totals old = *totals;
    totals->room = old.room ? mem_mul(old.room, 2) : 1024;
    totals->slot = mem_new(totals->room, sizeof *totals->slot);
    for (size_t i = 0; i < old.room; i++) {
        if (old.slot[i].name.kind) {
            *probe(totals, &old.slot[i].name) = old.slot[i];
        }
    }
    free(old.slot);
}

bool order_totals_put(struct order_totals *totals, struct order_key order, uint32_t owner,
                      bool own_refund, uint32_t entry, int32_t day,
                      struct order_totals_money *said)
{
    struct name name = {order, owner, own_refund ? OWN_REFUND : PURCHASE};
    if (totals->count + totals->count / 2 >= totals->room) {
        grow(totals);
    }
    struct order_totals_slot *slot = probe(totals, &name);
    if (!slot->name.kind) {
        *slot = (struct order_totals_slot){name, entry, day, *said};
        totals->count++;
        return true;
    }
    if (slot->money.total != said->total || slot->money.refund != said->refund) {
        *said = slot->money;
        return false;
    }
    if (day < slot->day) {
        slot->day = day;
        slot->entry = entry;
    }
    slot->money.counted |= said->counted;
    return true;
}

bool order_totals_next(const struct order_totals *totals, size_t *at,
                       struct order_totals_order *order)
{
    while (*at < totals->room && !totals->slot[*at].name.kind) {
        ++*at;
    }
    if (*at == totals->room) {
        return false;
    }
    const struct order_totals_slot *slot = &totals->slot[(*at)++];
    *order = (struct order_totals_order){slot->entry, slot->day, slot->money};
    return true;
}

void order_totals_free(struct order_totals *totals)
{
    free(totals->slot);
    *totals = (struct order_totals){0};
}
