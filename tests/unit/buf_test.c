#include "unit.h"

#include "base/buf.h"

/* A buffer with the ceiling 10 that holds `n` bytes. */
static struct buf filled(size_t n)
{
    struct buf b;
    buf_init(&b, 10);
    for (size_t i = 0; i < n; i++) {
        buf_byte(&b, (char)('0' + i));
    }
    return b;
}

static void test_new(void)
{
    struct buf b;
    buf_init(&b, 10);
    CHECK_INT(b.n, 0);
    CHECK_INT(b.room, 0); /* nothing is allocated before there is need */
    CHECK_STR(buf_view(&b), S(""));
    buf_free(&b);
    CHECK_INT(b.ceiling, 10);
}

/* Each way to add, at limit - 1, limit and limit + 1. */
static void test_ceiling_bytes(void)
{
    struct buf b;
    buf_init(&b, 10);
    CHECK(buf_bytes(&b, "012345678", 9));
    CHECK_STR(buf_view(&b), S("012345678"));
    buf_clear(&b);
    CHECK(buf_bytes(&b, "0123456789", 10));
    CHECK_STR(buf_view(&b), S("0123456789"));
    buf_clear(&b);
    CHECK(!buf_bytes(&b, "0123456789X", 11));
    CHECK_STR(buf_view(&b), S("")); /* adds nothing */
    buf_free(&b);
}

static void test_ceiling_byte(void)
{
    struct buf b = filled(9);
    CHECK_INT(b.n, 9);
    CHECK(buf_byte(&b, '9'));
    CHECK_INT(b.n, 10);
    CHECK(!buf_byte(&b, 'X'));
    CHECK_STR(buf_view(&b), S("0123456789"));
    CHECK(b.room <= b.ceiling);
    buf_free(&b);
}

static void test_ceiling_str(void)
{
    struct buf b = filled(7);
    CHECK(!buf_str(&b, S("7890"))); /* 11 */
    CHECK_STR(buf_view(&b), S("0123456"));
    CHECK(buf_str(&b, S("789"))); /* 10 */
    CHECK_STR(buf_view(&b), S("0123456789"));
    CHECK(buf_str(&b, S(""))); /* nothing fits a full buffer */
    CHECK(buf_str(&b, (struct str){NULL, 0}));
    CHECK(!buf_str(&b, S("X")));
    buf_free(&b);
    b = filled(7);
    CHECK(buf_str(&b, S("78"))); /* 9 */
    CHECK_STR(buf_view(&b), S("012345678"));
    buf_free(&b);
}

static void test_ceiling_reserve(void)
{
    struct buf b = filled(4);
    CHECK(buf_reserve(&b, 5) != NULL);
    CHECK(buf_reserve(&b, 6) != NULL);
    CHECK(buf_reserve(&b, 7) == NULL);
    CHECK(buf_reserve(&b, SIZE_MAX) == NULL);
    CHECK(buf_reserve(&b, SIZE_MAX - 4) == NULL); /* 4 + this wraps to a small sum */
    CHECK_INT(b.n, 4);                            /* reserving adds nothing */
    char *at = buf_reserve(&b, 2);
    CHECK(at == b.p + 4);
    at[0] = 'x';
    at[1] = 'y';
    b.n += 2;
    CHECK_STR(buf_view(&b), S("0123xy"));
    buf_free(&b);
}

/* The NUL that vsnprintf writes behind needs its byte too: 9 characters are the most of 10. */
static void test_ceiling_printf(void)
{
    struct buf b;
    buf_init(&b, 10);
    CHECK(buf_printf(&b, "%08d", 7));
    CHECK_STR(buf_view(&b), S("00000007"));
    buf_clear(&b);
    CHECK(buf_printf(&b, "%09d", 7));
    CHECK_STR(buf_view(&b), S("000000007"));
    buf_clear(&b);
    CHECK(!buf_printf(&b, "%011d", 7));
    CHECK_STR(buf_view(&b), S(""));
    CHECK(buf_printf(&b, "%s", ""));
    CHECK_INT(b.n, 0);
    buf_free(&b);
}

static void test_ceiling_zero(void)
{
    struct buf b;
    buf_init(&b, 0);
    CHECK(!buf_byte(&b, 'a'));
    CHECK(buf_str(&b, S("")));
    CHECK_INT(b.n, 0);
    buf_free(&b);
}

/* Sizes around each doubling, and the content at every size. */
static void test_growth(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    bool all_there = true;
    for (size_t i = 0; i < 100000; i++) {
        buf_byte(&b, (char)('a' + i % 26));
        all_there &= b.n == i + 1 && b.room >= b.n;
    }
    for (size_t i = 0; i < b.n; i++) {
        all_there &= b.p[i] == (char)('a' + i % 26);
    }
    CHECK(all_there);
    CHECK(b.room < 4 * b.n);
    size_t room = b.room;
    buf_clear(&b);
    CHECK_INT(b.n, 0);
    CHECK_INT(b.room, room); /* memory is kept */
    buf_free(&b);
    CHECK_INT(b.room, 0);
    CHECK(buf_str(&b, S("again"))); /* as good as new */
    CHECK_STR(buf_view(&b), S("again"));
    buf_free(&b);
}

static void test_printf(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    CHECK(buf_printf(&b, "%s:%d", "orders", 12));
    CHECK(buf_printf(&b, "%.*s", 2, ":5x"));
    CHECK_STR(buf_view(&b), S("orders:12:5"));
    buf_clear(&b);
    CHECK(buf_printf(&b, "%5000d", 1)); /* longer than any first guess */
    CHECK_INT(b.n, 5000);
    CHECK(b.p[4999] == '1' && b.p[0] == ' ' && b.p[4998] == ' ');
    buf_free(&b);
}

static void test_drop(void)
{
    struct buf b = filled(10);
    buf_drop(&b, 0);
    CHECK_STR(buf_view(&b), S("0123456789"));
    buf_drop(&b, 3);
    CHECK_STR(buf_view(&b), S("3456789"));
    buf_drop(&b, 6); /* what moves and where it moves overlap not */
    CHECK_STR(buf_view(&b), S("9"));
    buf_drop(&b, 1);
    CHECK_STR(buf_view(&b), S(""));
    CHECK(buf_str(&b, S("0123456789"))); /* what was dropped no longer counts */
    CHECK(!buf_byte(&b, 'X'));
    buf_free(&b);
}

/* Bytes are bytes: a NUL is one of them. */
static void test_nul(void)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    CHECK(buf_byte(&b, '\0'));
    CHECK(buf_bytes(&b, "a\0b", 3));
    CHECK_STR(buf_view(&b), S("\0a\0b"));
    buf_free(&b);
}

int main(void)
{
    test_new();
    test_ceiling_bytes();
    test_ceiling_byte();
    test_ceiling_str();
    test_ceiling_reserve();
    test_ceiling_printf();
    test_ceiling_zero();
    test_growth();
    test_printf();
    test_drop();
    test_nul();
    return unit_end();
}
