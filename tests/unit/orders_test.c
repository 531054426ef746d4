#include "child.h"
#include "unit.h"

#include "schema/orders.h"
#include "value/fold.h"

static struct orders_words *words;   /* of the case at hand */
static struct orders_words *kept[3]; /* vocabularies live as long as a run: nothing frees them */

static void means(const char *status, enum order_state want)
{
    struct arena arena = {0};
    enum order_state got = orders_status(words, &arena, str_of(status));
    if (!CHECK(got == want)) {
        printf("    \"%s\": %d, not %d\n", status, (int)got, (int)want);
    }
    arena_free(&arena);
}

static void all_mean(const char *list, enum order_state want)
{
    struct str rest = str_of(list);
    while (rest.n > 0) {
        char text[64];
        struct str word = str_cut(&rest, '|');
        snprintf(text, sizeof text, "%.*s", STRF(word));
        means(text, want);
    }
}

static void test_english(void)
{
    all_mean("paid|completed|complete|shipped|delivered|fulfilled|success|captured", ORDER_COUNTED);
    all_mean("refund|return|returned|credit note|chargeback", ORDER_REFUND);
    all_mean("refunded|fully refunded", ORDER_REVERSED);
    all_mean("pending|processing|on hold|unpaid|draft|awaiting payment|authorized", ORDER_OPEN);
    all_mean("cancelled|canceled|voided|failed|declined|expired|test", ORDER_NOT_COUNTED);
}

static void test_chinese(void)
{
    all_mean("交易成功|交易完成|已完成|已付款|已支付|已发货|已签收", ORDER_COUNTED);
    all_mean("退款|退货", ORDER_REFUND);
    all_mean("已退款|全额退款", ORDER_REVERSED);
    all_mean("待付款|等待买家付款|待发货|处理中", ORDER_OPEN);
    all_mean("已取消|交易关闭|已关闭|支付失败|作废", ORDER_NOT_COUNTED);
}

/* Part of the money stays: the order counts, what was paid back stands in `refunded`. */
static void test_partly(void)
{
    all_mean("partially refunded|partially_refunded|Partially Refunded|部分退款", ORDER_COUNTED);
}

/* What a state is written as is read as that state. */
static void test_own_words(void)
{
    for (int state = 0; state < 4; state++) {
        means(orders_state_name((enum order_state)state), (enum order_state)state);
        CHECK_INT(orders_state_named(str_of(orders_state_name((enum order_state)state))), state);
    }
    CHECK_STR(str_of(orders_state_name(ORDER_COUNTED)), S("counted"));
    CHECK_STR(str_of(orders_state_name(ORDER_REFUND)), S("refund"));
    CHECK_STR(str_of(orders_state_name(ORDER_OPEN)), S("open"));
    CHECK_STR(str_of(orders_state_name(ORDER_NOT_COUNTED)), S("not_counted"));
    CHECK_STR(str_of(orders_state_name(ORDER_UNKNOWN)), S(""));
    CHECK_INT(orders_state_named(S("Counted")), ORDER_UNKNOWN); /* ours, as written */
    CHECK_INT(orders_state_named(S("paid")), ORDER_UNKNOWN);
    CHECK_INT(orders_state_named(S("")), ORDER_UNKNOWN);
    CHECK_INT(orders_state_named(S("reversed")), ORDER_UNKNOWN); /* of a status only */
}

static void test_folded(void)
{
    all_mean("PAID| Paid |paid:|Ｐａｉｄ|（paid）|交易成功 |　交易成功", ORDER_COUNTED);
    all_mean("on-hold|On_Hold|ON HOLD|on  hold|onHold", ORDER_OPEN);
    all_mean("Not Counted|not-counted|notCounted", ORDER_NOT_COUNTED);
}

static void test_unknown(void)
{
    all_mean("paid up|pai|paidx|versandt|x", ORDER_UNKNOWN);
    means("", ORDER_UNKNOWN);
    means("paid, shipped", ORDER_UNKNOWN);
}

/* The user's own words, folded as the others are. */
static void test_additions(void)
{
    static const char *const own[] = {"Versandt=counted", "paid=open", "Rück-Sendung=refund",
                                      "已寄出=counted", "=open"};
    words = kept[1] = orders_words_new(own, 3);
    means("VERSANDT", ORDER_COUNTED);
    means("paid", ORDER_OPEN); /* the user's word comes first */
    means("rück sendung", ORDER_REFUND);
    means("complete", ORDER_COUNTED); /* the others stay */
    words = kept[2] = orders_words_new(own + 3, 2);
    means("已寄出", ORDER_COUNTED);
    means("", ORDER_OPEN); /* what an empty cell means, where the user says so */
    means("paid", ORDER_COUNTED);
    words = kept[0];
}

static void add_word(void *text)
{
    const char *addition = text;
    orders_words_new(&addition, 1);
}

static void refused(const char *text)
{
    char copy[64];
    snprintf(copy, sizeof copy, "%s", text);
    struct child child = child_run(add_word, copy);
    char want[256];
    snprintf(want, sizeof want,
             "crm: --status %s: write WORD=STATE, STATE being counted, refund, "
             "open or not_counted\n",
             text);
    CHECK_INT(child.status, 2);
    CHECK_STR(str_of(child.err), str_of(want));
}

static void test_refused_additions(void)
{
    refused("paid");
    refused("paid=");
    refused("paid=done");
    refused("paid=Counted");
    refused("paid=reversed");
    refused("");
}

/* Asked again, in any order, a word means what it meant: words of one length or beginning, more of them
 * than are remembered. */
static void test_again(void)
{
    static const char *const begin[] = {"", "paid", "shipped", "partially", "cancelled", "refund", "pending",
                                        "已付款", "等待买家付款", "a word of many letters"};
    static const char *const end[] = {"", "ed", " paid", " refunded", "1", "2", "，", " "};
    struct arena arena = {0};
    unsigned same = 0, counted = 0;
    for (int round = 0; round < 3; round++) {
        for (size_t i = 0; i < COUNT_OF(begin) * COUNT_OF(end); i++) {
            size_t k = round == 1 ? COUNT_OF(begin) * COUNT_OF(end) - 1 - i : i;
            struct str word = arena_printf(&arena, "%s%s", begin[k % COUNT_OF(begin)],
                                           end[k / COUNT_OF(begin)]);
            enum order_state want = orders_status(words, &arena, word);
            same += orders_status_again(words, word) == want && orders_status_again(words, word) == want;
            counted += want == ORDER_COUNTED;
        }
    }
    CHECK_INT(same, 3 * COUNT_OF(begin) * COUNT_OF(end));
    CHECK(counted >= 9);
    /* Another vocabulary is not mistaken for the first. */
    const char *own[] = {"paid=open"};
    const struct orders_words *other = orders_words_new(own, 1);
    CHECK(orders_status_again(words, S("paid")) == ORDER_COUNTED);
    CHECK(orders_status_again(other, S("paid")) == ORDER_OPEN);
    CHECK(orders_status_again(words, S("paid")) == ORDER_COUNTED);
    /* 128 words that begin alike: more than are remembered, so that some meet in one place. */
    const char *many[128];
    for (size_t i = 0; i < COUNT_OF(many); i++) {
        many[i] = arena_cstr(&arena, arena_printf(&arena, "delivery%zu=%s", 100 + i,
                                                  i % 2 ? "open" : "counted"));
    }
    const struct orders_words *alike = orders_words_new(many, COUNT_OF(many));
    same = 0;
    for (size_t i = 0; i < COUNT_OF(many) * COUNT_OF(many); i++) { /* each behind each */
        size_t k = i % 2 ? i / 2 % COUNT_OF(many) : i / 2 / COUNT_OF(many);
        struct str word = str_slice(str_of(many[k]), 0, 11);
        same += orders_status_again(alike, word) == (k % 2 ? ORDER_OPEN : ORDER_COUNTED);
    }
    CHECK_INT(same, COUNT_OF(many) * COUNT_OF(many));
    arena_free(&arena);
}

int main(void)
{
    words = kept[0] = orders_words_new(NULL, 0);
    test_english();
    test_chinese();
    test_partly();
    test_own_words();
    test_folded();
    test_unknown();
    test_again();
    test_additions();
    test_refused_additions();
    return unit_end();
}
