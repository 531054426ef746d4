#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "schema/orders.h"
#include "value/fold.h"

static const char *const state_names[] = {"counted", "refund", "open", "not_counted"};

/* One row a state; words folded and apart by `|`. */
static const struct {
    enum order_state state;
    const char *words;
} vocabulary[] = {
    {ORDER_COUNTED,
     "counted|paid|complete|completed|done|closed|fulfilled|shipped|dispatched|delivered|received|"
     "success|successful|succeeded|captured|settled|invoiced|sale|partially refunded|"
     "partial refund|partially paid back|won|"
     "已完成|完成|交易完成|交易成功|成功|已付款|已支付|支付成功|已发货|已签收|已收货|已结算|"
     "部分退款"},
    {ORDER_REFUND,
     "refund|refunds|return|returned|credit|credit note|chargeback|reversal|"
     "退款|退货|退货退款|退款单|退货单|红冲"},
    {ORDER_REVERSED, "refunded|fully refunded|charged back|reversed|已退款|全额退款|退款成功|已退货"},
    {ORDER_OPEN,
     "open|pending|processing|in progress|on hold|awaiting payment|payment pending|unpaid|"
     "authorized|authorised|new|draft|confirmed|partially paid|backordered|"
     "待付款|待支付|等待买家付款|未付款|未支付|待发货|等待卖家发货|处理中|进行中|待确认|已下单|待审核|"
     "卖家已发货|买家已付款|退款中"},
    {ORDER_NOT_COUNTED,
     "not counted|cancelled|canceled|void|voided|failed|declined|rejected|expired|abandoned|test|"
     "deleted|trash|lost|uncaptured|"
     "已取消|取消|交易关闭|已关闭|关闭|失败|支付失败|作废|已作废|已拒绝|已过期|已删除|无效"},
};

struct orders_words {
    struct map states; /* folded word to enum order_state */
};

const char *orders_state_name(enum order_state state)
{
    return state < COUNT_OF(state_names) ? state_names[state] : "";
}

enum order_state orders_state_named(struct str word)
{
    for (size_t i = 0; i < COUNT_OF(state_names); i++) {
        if (str_eq(word, str_of(state_names[i]))) {
            return (enum order_state)i;
        }
    }
    return ORDER_UNKNOWN;
}

static void add_word(struct orders_words *words, struct str word, enum order_state state)
{
    bool fresh;
    uint32_t *slot = map_put(&words->states, word, &fresh);
    if (fresh) {
        *slot = state;
    }
}

static void add_own_word(struct orders_words *words, const char *text)
{
    struct str rest = str_of(text);
    struct str word = str_cut(&rest, '=');
    enum order_state state = orders_state_named(rest);
    if (state == ORDER_UNKNOWN) {
        die(STATUS_USAGE, "--status %s: write WORD=STATE, STATE being counted, refund, open or "
                          "not_counted", text);
    }
    struct arena arena = {0};
    add_word(words, fold_header(&arena, word), state);
    arena_free(&arena);
}

struct orders_words *orders_words_new(const char *const *additions, size_t count)
{
    struct orders_words *words = mem_new(1, sizeof *words);
    for (size_t i = 0; i < count; i++) {
        add_own_word(words, additions[i]); /* first: what is there already stays */
    }
    for (size_t i = 0; i < COUNT_OF(vocabulary); i++) {
        struct str rest = str_of(vocabulary[i].words);
        while (rest.n > 0) {
            add_word(words, str_cut(&rest, '|'), vocabulary[i].state);
        }
    }
    return words;
}

enum order_state orders_status(const struct orders_words *words, struct arena *arena,
                               struct str status)
{
    uint32_t *state = map_find(&words->states, fold_header(arena, status));
    return state ? (enum order_state)*state : ORDER_UNKNOWN;
}

enum order_state orders_status_again(const struct orders_words *words, struct str status)
{
    static _Thread_local struct {
        const struct orders_words *words;
        uint64_t word[2];
        size_t length;
        enum order_state state;
    } seen[64], *place;
    uint64_t word[2];
    if (status.n > sizeof word) {
        struct arena arena = {0};
        enum order_state state = orders_status(words, &arena, status);
        arena_free(&arena);
        return state;
    }
    str_words(status, word);
    place = &seen[(word[0] ^ word[1]) * UINT64_C(0x9e3779b97f4a7c15) >> 58];
    if (place->words != words || place->word[0] != word[0] || place->word[1] != word[1] ||
        place->length != status.n) {
        struct arena arena = {0};
        place->state = orders_status(words, &arena, status);
        arena_free(&arena);
        place->words = words;
        place->word[0] = word[0];
        place->word[1] = word[1];
        place->length = status.n;
    }
    return place->state;
}
