#include "base/base.h"

#include "analysis/mix.h"
#include "analysis/order.h"
#include "base/mem.h"
#include "base/sort.h"

static void *start(void *context)
{
    struct mix *mix = mem_new(1, sizeof *mix);
    (void)context;
    buf_init(&mix->key, BUF_UNBOUNDED);
    return mix;
}

static uint32_t customer_of(struct mix *mix, struct str id)
{
    bool fresh;
    uint32_t *at = map_put(&mix->customers, id, &fresh);
    if (fresh) {
        size_t index = mix->customers.count - 1;
        if (index == mix->id_room) {
            mix->id_room = mem_capacity(mix->id_room, index + 1);
            mix->id = mem_grow(mix->id, mix->id_room, sizeof *mix->id);
        }
        *at = (uint32_t)index;
        mix->id[index] = map_key(&mix->customers, id);
    }
    return *at;
}

static uint32_t level_of(struct mix *mix, enum mix_column column, struct str name)
{
    bool fresh;
    buf_clear(&mix->key);
    buf_byte(&mix->key, (char)('0' + column));
    buf_str(&mix->key, name);
    uint32_t *at = map_put(&mix->levels, buf_view(&mix->key), &fresh);
    if (fresh) {
        if (mix->level_count == mix->level_room) {
            mix->level_room = mem_capacity(mix->level_room, mix->level_count + 1);
            mix->level = mem_grow(mix->level, mix->level_room, sizeof *mix->level);
        }
        *at = (uint32_t)mix->level_count;
        mix->level[mix->level_count++] = (struct mix_level){column, arena_str(&mix->arena, name)};
    }
    return *at;
}

/* Each pair once. */
static void settle_pairs(struct mix *mix)
{
    size_t kept = 0;
    sort_u64(mix->pair, mix->pairs);
    for (size_t i = 0; i < mix->pairs; i++) {
        if (kept == 0 || mix->pair[kept - 1] != mix->pair[i]) {
            mix->pair[kept++] = mix->pair[i];
        }
    }
    mix->pairs = kept;
}

static void add(struct mix *mix, uint32_t customer, uint32_t level)
{
    if (mix->pairs == mix->pair_room) {
        settle_pairs(mix); /* what stood twice makes room */
        if (mix->pairs * 2 >= mix->pair_room) {
            mix->pair_room = mem_capacity(mix->pair_room, mix->pairs + 64);
            mix->pair = mem_grow(mix->pair, mix->pair_room, sizeof *mix->pair);
        }
    }
    mix->pair[mix->pairs++] = (uint64_t)customer << 32 | level;
}

static bool is_discount(struct str cell)
{
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] >= '1' && cell.p[i] <= '9') {
            return true;
        }
    }
    return false;
}

static void take_row(void *context, void *state, struct row *row)
{
    const struct mix_settings *set = context;
    struct mix *mix = state;
    struct order_facts facts;
    if (!order_read(row, set->words, &facts) || facts.state != ORDER_COUNTED ||
        facts.customer.n == 0 || (set->until != DATE_NONE && facts.stamp.day > set->until) ||
        (set->currency.n > 0 && !str_eq(set->currency, facts.currency))) {
        return;
    }
    static const int columns[] = {TRANSACTION_CATEGORY, TRANSACTION_CHANNEL};
    uint32_t customer = customer_of(mix, facts.customer);
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        struct str cell = row_text(row, columns[i]);
        if (cell.n > 0) {
            add(mix, customer, level_of(mix, (enum mix_column)i, cell));
        }
    }
    if (input_column(row->input, TRANSACTION_DISCOUNT) >= 0) {
        bool had = is_discount(row_text(row, TRANSACTION_DISCOUNT));
        add(mix, customer, level_of(mix, MIX_DISCOUNT, had ? S("yes") : S("no")));
    }
}

static void merge(void *context, void *into_state, void *from_state)
{
    (void)context;
    struct mix *into = into_state, *from = from_state;
    mix_finish(from);
    for (size_t c = 0; c < from->customers.count; c++) {
        for (size_t i = from->first[c]; i < from->first[c + 1]; i++) {
            const struct mix_level *level = &from->level[from->of[i]];
            add(into, customer_of(into, from->id[c]), level_of(into, level->column, level->name));
        }
    }
    mix_free(from);
}

const struct flow_fold mix_fold = {.start = start, .row = take_row, .merge = merge};

void mix_finish(struct mix *mix)
{
    size_t customers = mix->customers.count, c = 0;
    settle_pairs(mix);
    mix->first = mem_new(customers + 1, sizeof *mix->first);
    mix->of = mem_new(mix->pairs, sizeof *mix->of);
    for (size_t i = 0; i < mix->pairs; i++) {
        for (; c <= mix->pair[i] >> 32; c++) {
            mix->first[c] = i;
        }
        mix->of[i] = (uint32_t)mix->pair[i];
    }
    for (; c <= customers; c++) {
        mix->first[c] = mix->pairs;
    }
}

const uint32_t *mix_of(const struct mix *mix, struct str customer, size_t *count)
{
    uint32_t *at = map_find(&mix->customers, customer);
    *count = at ? mix->first[*at + 1] - mix->first[*at] : 0;
    return *count > 0 ? mix->of + mix->first[*at] : NULL;
}

void mix_free(struct mix *mix)
{
    map_free(&mix->customers);
    map_free(&mix->levels);
    buf_free(&mix->key);
    arena_free(&mix->arena);
    free(mix->id);
    free(mix->level);
    free(mix->pair);
    free(mix->first);
    free(mix->of);
    free(mix);
}
