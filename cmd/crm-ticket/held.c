/* crm-ticket: tickets that wait until as_of is known and all have been read. */
#include "base/base.h"

#include "base/mem.h"
#include "base/sort.h"
#include "crm-ticket/ticket.h"

void *ticket_held_start(void *context)
{
    (void)context;
    return mem_new(1, sizeof(struct ticket_held));
}

void ticket_held_take(void *context, void *state, const struct ticket_taken *t)
{
    struct ticket_held *held = state;
    (void)context;
    if (held->count == held->room) {
        held->room = mem_capacity(held->room, held->count + 1);
        held->item = mem_grow(held->item, held->room, sizeof *held->item);
    }
    struct ticket_item *to = &held->item[held->count++];
    *to = (struct ticket_item){t->number, arena_str(&held->arena, t->id),
                               arena_str(&held->arena, t->texts), *t->facts};
    if (t->facts->wait_count > 0) {
        size_t bytes = t->facts->wait_count * sizeof *t->facts->wait;
        to->facts.wait = memcpy(arena_alloc(&held->arena, bytes), t->facts->wait, bytes);
    }
}

/* The slices of `from` stay where they are: its arena lives on. */
void ticket_held_merge(void *context, void *into, void *from)
{
    struct ticket_held *a = into, *b = from;
    (void)context;
    if (a->count + b->count > a->room) {
        a->room = mem_capacity(a->room, a->count + b->count);
        a->item = mem_grow(a->item, a->room, sizeof *a->item);
    }
    if (b->count > 0) {
        memcpy(a->item + a->count, b->item, b->count * sizeof *b->item);
        a->count += b->count;
    }
    free(b->item);
    free(b);
}

void ticket_held_order(struct ticket_held *held)
{
    struct sort_pair *order = mem_new(held->count, sizeof *order);
    struct ticket_item *sorted = mem_new(held->count, sizeof *sorted);
    for (size_t i = 0; i < held->count; i++) {
        order[i] = (struct sort_pair){held->item[i].number, i};
    }
    sort_pairs(order, held->count);
    for (size_t i = 0; i < held->count; i++) {
        sorted[i] = held->item[order[i].value];
    }
    free(order);
    free(held->item);
    held->item = sorted;
    held->room = held->count;
}
