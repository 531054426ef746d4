#include "base/base.h"

#include "analysis/movement.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "flow/cursor.h"

const char *movement_name(enum movement_kind kind)
{
    static const char *const names[] = {"", "up", "down", "same", "new", "back", "gone"};
    return names[kind];
}

static struct str key(struct buf *out, struct str id, struct str currency)
{
    buf_clear(out);
    buf_str(out, id);
    buf_byte(out, '\0');
    buf_str(out, currency);
    return buf_view(out);
}

/* A tier that today's rules do not have is placed by the rank that it had. */
static int rank_of(const struct tiers *tiers, struct str tier, const struct row *row)
{
    struct money rank;
    int named = tiers_named(tiers, tier);
    if (named != TIER_NONE || tier.n == 0) {
        return named;
    }
    return row_money(row, SCORES_TIER_RANK, &rank) == ROW_VALUE
               ? (int)(rank.units / MONEY_SCALE) - 1
               : TIER_NONE;
}

static void take(struct movement *m, const struct row *row, const struct tiers *tiers,
                 struct str (*english)(struct str label), struct buf *scratch)
{
    struct str id;
    int32_t day;
    if (row_customer(row, &id) != ROW_VALUE) {
        row_bad(row, SCORES_CUSTOMER_ID, "is empty");
        return;
    }
    enum row_found dated = row_day(row, SCORES_AS_OF, &day);
    if (dated == ROW_BAD) {
        return;
    }
    if (dated == ROW_VALUE && day > m->as_of) {
        m->as_of = day;
    }
    bool fresh;
    struct str currency = row_text(row, SCORES_CURRENCY);
    uint32_t *index = map_put(&m->index, key(scratch, id, currency), &fresh);
    if (!fresh) {
        row_bad(row, SCORES_CUSTOMER_ID, "stands twice");
        return;
    }
    if (m->count == m->room) {
        m->room = mem_capacity(m->room, m->count + 1);
        m->entry = mem_grow(m->entry, m->room, sizeof *m->entry);
    }
    struct str tier = row_text(row, SCORES_TIER);
    if (english && tiers_named(tiers, tier) == TIER_NONE) { /* a name of today's needs no turning */
        tier = english(tier);
    }
    *index = (uint32_t)m->count;
    m->entry[m->count++] = (struct movement_entry){
        .id = arena_str(&m->arena, id),
        .currency = arena_str(&m->arena, currency),
        .name = arena_str(&m->arena, row_text(row, SCORES_NAME)),
        .tier = arena_str(&m->arena, tier),
        .monetary = arena_str(&m->arena, row_text(row, SCORES_MONETARY)),
        .rank = rank_of(tiers, tier, row),
    };
}

struct movement *movement_read(struct input *input, const struct tiers *tiers,
                               struct str (*english)(struct str label))
{
    struct movement *m = mem_new(1, sizeof *m);
    struct buf scratch;
    struct str none;
    buf_init(&scratch, BUF_UNBOUNDED);
    m->as_of = DATE_NONE;
    m->run.rejects.most = 0;
    struct cursor *cursor = cursor_open(&m->run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        take(m, cursor_row(cursor), tiers, english, &scratch);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    buf_free(&scratch);
    return m;
}

struct movement_entry *movement_find(struct movement *m, struct str id, struct str currency)
{
    struct buf scratch;
    buf_init(&scratch, BUF_UNBOUNDED);
    uint32_t *index = map_find(&m->index, key(&scratch, id, currency));
    buf_free(&scratch);
    if (!index) {
        return NULL;
    }
    m->entry[*index].met = true;
    return &m->entry[*index];
}

enum movement_kind movement_of(const struct movement *m, const struct movement_entry *was, int tier,
                               int32_t first, int32_t last)
{
    bool was_customer = was && was->tier.n > 0;
    if (tier == TIER_NONE) {
        return was_customer ? MOVEMENT_GONE : MOVEMENT_NONE;
    }
    if (!was_customer) {
        bool back = !was && m->as_of != DATE_NONE && first != DATE_NONE && first <= m->as_of &&
                    last > m->as_of;
        return back ? MOVEMENT_BACK : MOVEMENT_NEW;
    }
    if (was->rank == TIER_NONE) {
        return MOVEMENT_NONE;
    }
    return tier < was->rank ? MOVEMENT_UP : tier > was->rank ? MOVEMENT_DOWN : MOVEMENT_SAME;
}
