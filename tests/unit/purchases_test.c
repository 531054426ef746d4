/*
 * What tells a customer's orders apart, and the log of (order, day) pairs.
 */
#include "unit.h"

#include "analysis/purchases.h"
#include "base/mem.h"

/* Ids of up to 11 bytes stand in the key as they are, longer ones as their hash. */
static void test_keys(void)
{
    struct str text = S("12345678901234567890");
    for (size_t n = 1; n <= text.n; n++) {
        struct str id = str_slice(text, 0, n);
        char other[20];
        memcpy(other, id.p, n);
        CHECK(order_key_eq(order_key_of(id, 5), order_key_of((struct str){other, n}, 7)));
        for (size_t i = 0; i < n; i++) {
            other[i] = 'x';
            CHECK(!order_key_eq(order_key_of(id, 5), order_key_of((struct str){other, n}, 5)));
            other[i] = id.p[i];
        }
        other[n - 1] = '0'; /* two texts that differ in a bit */
        struct order_key even = order_key_of((struct str){other, n}, 5);
        for (unsigned bit = 1; bit < 128; bit *= 2) {
            other[n - 1] = (char)('0' ^ bit);
            CHECK(!order_key_eq(even, order_key_of((struct str){other, n}, 5)));
        }
        for (size_t k = 1; k < n; k++) { /* a prefix is another order */
            CHECK(!order_key_eq(order_key_of(id, 5), order_key_of(str_slice(id, 0, k), 5)));
        }
    }
    /* Without an id the day is the order; no id of four bytes is that day. */
    CHECK(order_key_eq(order_key_of(S(""), 19000), order_key_of(S(""), 19000)));
    CHECK(!order_key_eq(order_key_of(S(""), 19000), order_key_of(S(""), 19001)));
    CHECK(!order_key_eq(order_key_of(S(""), -1), order_key_of(S(""), 1)));
    CHECK(!order_key_eq(order_key_of(S(""), 0x64636261), order_key_of(S("abcd"), 0x64636261)));
}

static struct order_key key(unsigned n)
{
    char id[16];
    int length = snprintf(id, sizeof id, "o%u", n);
    return order_key_of((struct str){id, (size_t)length}, 0);
}

/* Of the pairs of an owner, how many are different; 0 where one is not the owner's. */
static size_t distinct(struct purchases_sheet *sheet, uint32_t owner)
{
    size_t at = owner % PURCHASES_PAGE, from = sheet->from[at], to = sheet->from[at + 1], n = 0;
    bool own = true;
    purchases_sort(sheet->purchase + from, to - from);
    for (size_t i = from; i < to; i++) {
        const struct purchase *p = &sheet->purchase[i];
        own &= p->owner == owner;
        n += i == from || !order_key_eq(p[-1].order, p->order) || p[-1].day != p->day;
    }
    return own ? n : 0;
}

/* Owners on both sides of a page's border, added in turn: owner n has 1 + n % 5 orders, each on 2 days
 * and said twice. 9,000 owners stand on 3 pages, of 4,096, 4,096 and 808. */
static void test_pages(void)
{
    struct purchases log = {0};
    struct purchases_sheet sheet = {0};
    for (int twice = 0; twice < 2; twice++) {
        for (unsigned order = 0; order < 5; order++) {
            for (uint32_t owner = 0; owner < 9000; owner++) {
                if (order <= owner % 5) {
                    purchases_add(&log, owner, key(order), 100);
                    purchases_add(&log, owner, key(order), 99);
                }
            }
        }
    }
    CHECK_INT(log.page_count, 3);
    for (size_t page = 0; page < 3; page++) {
        purchases_take(&log, page, &sheet);
        CHECK_INT(sheet.from[PURCHASES_PAGE], sheet.count);
        bool right = true;
        for (uint32_t i = 0; i < PURCHASES_PAGE; i++) {
            uint32_t owner = (uint32_t)page * PURCHASES_PAGE + i;
            right &= distinct(&sheet, owner) == (owner < 9000 ? 2 * (1 + owner % 5) : 0);
        }
        CHECK(right);
        purchases_take(&log, page, &sheet); /* they have gone */
        CHECK_INT(sheet.count, 0);
    }
    free(sheet.purchase);
    purchases_free(&log);
}

/* Pairs come by order, then day, also days before 1970. */
static void test_sort(void)
{
    struct purchase p[] = {{key(2), 5, 0}, {key(1), 7, 0}, {key(2), -3, 0}, {key(1), -8, 0}};
    purchases_sort(p, COUNT_OF(p));
    for (size_t i = 0; i < COUNT_OF(p); i += 2) {
        CHECK(order_key_eq(p[i].order, p[i + 1].order));
        CHECK(p[i].day < p[i + 1].day);
    }
    CHECK(!order_key_eq(p[1].order, p[2].order));
}

/* A job that says 7 orders on 3 days 300,000 times: 21 pairs, and far less is held than was said. */
static void test_repeats(void)
{
    struct purchases log = {0};
    struct purchases_sheet sheet = {0};
    for (unsigned i = 0; i < 300000; i++) {
        purchases_add(&log, 5000, key(i % 7), (int32_t)(i % 3));
    }
    CHECK_INT(log.page_count, 2);
    purchases_take(&log, 0, &sheet);
    CHECK_INT(sheet.count, 0);
    purchases_take(&log, 1, &sheet);
    CHECK(sheet.count < 150000);
    CHECK_INT(distinct(&sheet, 5000), 21);
    free(sheet.purchase);
    purchases_free(&log);
}

/* Where there are no repeats none go: 300,000 orders of one owner, between those of another. */
static void test_many(void)
{
    struct purchases log = {0};
    struct purchases_sheet sheet = {0};
    for (unsigned i = 0; i < 300000; i++) {
        purchases_add(&log, 1, key(i), (int32_t)i);
        if (i % 1000 == 0) {
            purchases_add(&log, 0, key(1), 1);
        }
    }
    purchases_take(&log, 0, &sheet);
    CHECK_INT(distinct(&sheet, 1), 300000);
    CHECK_INT(distinct(&sheet, 0), 1);
    free(sheet.purchase);
    purchases_free(&log);
}

int main(void)
{
    test_keys();
    test_pages();
    test_sort();
    test_repeats();
    test_many();
    return unit_end();
}
