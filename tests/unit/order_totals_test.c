/*
 * Orders that are paid by their total: once an order, for the entry of its earliest day.
 */
#include "unit.h"

#include "analysis/order_totals.h"

static struct order_key key(unsigned n)
{
    char id[16];
    int length = snprintf(id, sizeof id, "o%u", n);
    return order_key_of((struct str){id, (size_t)length}, 0);
}

static bool put(struct order_totals *totals, unsigned order, uint32_t owner, bool own_refund,
                uint32_t entry, int32_t day, struct order_totals_money money)
{
    return order_totals_put(totals, key(order), owner, own_refund, entry, day, &money);
}

static const struct order_totals_money ten = {100000, 0, true}, nine = {90000, 0, true},
                                       ten_back = {100000, 5000, true},
                                       ten_open = {100000, 0, false};

/* The rows of an order agree, in whatever order its days come. */
static void test_once(void)
{
    struct order_totals totals = {0};
    struct order_totals_order order = {0};
    size_t at = 0;
    CHECK(!order_totals_next(&totals, &at, &order));
    CHECK(put(&totals, 1, 7, false, 30, 12, ten_open));
    CHECK(put(&totals, 1, 7, false, 40, 10, ten));
    CHECK(put(&totals, 1, 7, false, 50, 10, ten_open)); /* the entry that had the day first */
    CHECK(put(&totals, 1, 7, false, 60, 11, ten));
    at = 0;
    CHECK(order_totals_next(&totals, &at, &order));
    CHECK_INT(order.entry, 40);
    CHECK_INT(order.day, 10);
    CHECK_INT(order.money.total, 100000);
    CHECK(order.money.counted); /* one of its rows is */
    CHECK(!order_totals_next(&totals, &at, &order));
    order_totals_free(&totals);
}

/* Who disagrees is told what stood before, and changes nothing. */
static void test_disagree(void)
{
    struct order_totals totals = {0};
    struct order_totals_order order = {0};
    struct order_totals_money said = nine;
    size_t at = 0;
    CHECK(put(&totals, 1, 7, false, 30, 12, ten_open));
    CHECK(!order_totals_put(&totals, key(1), 7, false, 31, 2, &said));
    CHECK_INT(said.total, 100000);
    CHECK_INT(said.refund, 0);
    said = ten_back;
    CHECK(!order_totals_put(&totals, key(1), 7, false, 31, 2, &said));
    CHECK_INT(said.refund, 0);
    CHECK(order_totals_next(&totals, &at, &order));
    CHECK_INT(order.entry, 30);
    CHECK_INT(order.day, 12);
    CHECK(!order.money.counted);
    order_totals_free(&totals);
}

/* Another owner's order of that id, and a refund of its own, say totals of their own. */
static void test_apart(void)
{
    struct order_totals totals = {0};
    struct order_totals_order order;
    int64_t sum = 0;
    CHECK(put(&totals, 1, 7, false, 1, 1, ten));
    CHECK(put(&totals, 1, 8, false, 2, 1, nine));
    CHECK(put(&totals, 1, 7, true, 3, 1, nine));
    CHECK(put(&totals, 2, 7, false, 4, 1, nine));
    CHECK(!put(&totals, 1, 7, true, 3, 1, ten));
    CHECK_INT(totals.count, 4);
    for (size_t at = 0; order_totals_next(&totals, &at, &order);) {
        sum += order.money.total;
    }
    CHECK_INT(sum, 100000 + 3 * 90000);
    order_totals_free(&totals);
}

/* 10,000 orders, each said by three rows: the sum of 1 to 10,000 is 10,000 x 10,001 / 2 = 50,005,000. */
static void test_many(void)
{
    struct order_totals totals = {0};
    struct order_totals_order order;
    int64_t sum = 0;
    size_t n = 0;
    bool agree = true, earliest = true;
    for (int row = 0; row < 3; row++) {
        for (unsigned i = 1; i <= 10000; i++) {
            agree &= put(&totals, i, i % 100, false, i, 5 - row, (struct order_totals_money){i, 0, true});
        }
    }
    for (size_t at = 0; order_totals_next(&totals, &at, &order); n++) {
        sum += order.money.total;
        earliest &= order.day == 3 && order.entry == order.money.total;
    }
    CHECK(agree && earliest);
    CHECK_INT(n, 10000);
    CHECK_INT(sum, 50005000);
    order_totals_free(&totals);
}

int main(void)
{
    test_once();
    test_disagree();
    test_apart();
    test_many();
    return unit_end();
}
