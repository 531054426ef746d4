#include "unit.h"

static const struct str none = {NULL, 0};

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

static void test_of(void)
{
    CHECK_INT(str_of("abc").n, 3);
    CHECK_INT(str_of("").n, 0);
    CHECK_INT(str_of(NULL).n, 0);
    CHECK(str_of(NULL).p == NULL);
    CHECK_INT(S("a\0b").n, 3);
}

static void test_eq(void)
{
    CHECK(str_eq(S("abc"), S("abc")));
    CHECK(!str_eq(S("abc"), S("abd")));
    CHECK(!str_eq(S("abc"), S("ab")));
    CHECK(!str_eq(S("abc"), S("Abc")));
    CHECK(str_eq(S(""), none));
    CHECK(str_eq(none, none));
    CHECK(!str_eq(none, S("a")));
    CHECK(str_eq(S("a\0b"), S("a\0b")));
    CHECK(!str_eq(S("a\0b"), S("a\0c")));
}

/* By bytes as unsigned: 0x7F before 0x80, so ASCII before everything else. */
static void test_cmp(void)
{
    CHECK_INT(sign(str_cmp(S("a"), S("b"))), -1);
    CHECK_INT(sign(str_cmp(S("b"), S("a"))), 1);
    CHECK_INT(str_cmp(S("a"), S("a")), 0);
    CHECK_INT(sign(str_cmp(S("a"), S("aa"))), -1);
    CHECK_INT(sign(str_cmp(S("aa"), S("a"))), 1);
    CHECK_INT(sign(str_cmp(S("\x7f"), S("\x80"))), -1);
    CHECK_INT(sign(str_cmp(S("10"), S("9"))), -1);
    CHECK_INT(sign(str_cmp(S("Z"), S("a"))), -1);
    CHECK_INT(sign(str_cmp(S("z"), S("é"))), -1);
    CHECK_INT(sign(str_cmp(S("a"), S("a\0"))), -1);
    CHECK_INT(str_cmp(none, S("")), 0);
    CHECK_INT(sign(str_cmp(none, S("a"))), -1);
    CHECK_INT(sign(str_cmp(S("a"), none)), 1);
}

static void test_eq_nocase(void)
{
    CHECK(str_eq_nocase(S("Abc"), S("aBC")));
    CHECK(str_eq_nocase(S("AZaz09"), S("azAZ09")));
    CHECK(!str_eq_nocase(S("abc"), S("ab")));
    CHECK(str_eq_nocase(none, S("")));
    /* The neighbours of A-Z and a-z, 32 apart, are no letters. */
    CHECK(!str_eq_nocase(S("@"), S("`")));
    CHECK(!str_eq_nocase(S("["), S("{")));
    /* ASCII only. */
    CHECK(!str_eq_nocase(S("É"), S("é")));
}

static void test_starts_ends(void)
{
    CHECK(str_starts(S("abc"), S("ab")));
    CHECK(str_starts(S("abc"), S("abc")));
    CHECK(str_starts(S("abc"), S("")));
    CHECK(str_starts(S("abc"), none));
    CHECK(str_starts(none, none));
    CHECK(!str_starts(S("abc"), S("b")));
    CHECK(!str_starts(S("ab"), S("abc")));
    CHECK(!str_starts(none, S("a")));
    CHECK(str_ends(S("abc"), S("bc")));
    CHECK(str_ends(S("abc"), S("abc")));
    CHECK(str_ends(S("abc"), S("")));
    CHECK(str_ends(none, none));
    CHECK(!str_ends(S("abc"), S("ab")));
    CHECK(!str_ends(S("bc"), S("abc")));
    CHECK(!str_ends(none, S("a")));
}

static void test_trim(void)
{
    CHECK_STR(str_trim(S(" \t\r\na b\n \t\r")), S("a b"));
    CHECK_STR(str_trim(S("ab")), S("ab"));
    CHECK_STR(str_trim(S("")), S(""));
    CHECK_STR(str_trim(S(" \t\r\n")), S(""));
    CHECK_STR(str_trim(none), S(""));
    /* Vertical tab, form feed and no-break space are no blanks here. */
    CHECK_STR(str_trim(S("\v a \f")), S("\v a \f"));
    CHECK_STR(str_trim(S("\u00A0a\u00A0")), S("\u00A0a\u00A0"));
}

static void test_find(void)
{
    CHECK_INT(str_find(S("abcabc"), S("bc")), 1);
    CHECK_INT(str_find(S("abc"), S("abc")), 0);
    CHECK_INT(str_find(S("abc"), S("c")), 2);
    CHECK_INT(str_find(S("abc"), S("d")), 3);
    CHECK_INT(str_find(S("abc"), S("abcd")), 3);
    CHECK_INT(str_find(S("a\0b"), S("b")), 2);
    CHECK_INT(str_find(S("aab"), S("ab")), 1);
    CHECK_INT(str_find(S("abc"), S("")), 0);
    CHECK_INT(str_find(S(""), S("a")), 0);
    CHECK_INT(str_find(none, S("a")), 0);
    CHECK_INT(str_find(none, none), 0);
}

static void test_slice(void)
{
    struct str s = S("abcdef");
    CHECK_STR(str_slice(s, 1, 3), S("bc"));
    CHECK_STR(str_slice(s, 0, 6), S("abcdef"));
    CHECK_STR(str_slice(s, 4, 100), S("ef"));
    CHECK_STR(str_slice(s, 100, 200), S(""));
    CHECK_STR(str_slice(s, 3, 3), S(""));
    CHECK_STR(str_slice(s, 4, 2), S(""));
    CHECK_STR(str_slice(s, 6, 6), S(""));
    CHECK_STR(str_slice(s, 0, SIZE_MAX), S("abcdef"));
    CHECK_STR(str_slice(none, 0, 5), S(""));
    CHECK(str_slice(none, 2, 5).p == NULL);
    CHECK(str_slice(s, 2, 4).p == s.p + 2); /* no copy */
}

static void test_cut(void)
{
    struct str rest = S("a,bc,,d");
    CHECK_STR(str_cut(&rest, ','), S("a"));
    CHECK_STR(rest, S("bc,,d"));
    CHECK_STR(str_cut(&rest, ','), S("bc"));
    CHECK_STR(str_cut(&rest, ','), S(""));
    CHECK(rest.p != NULL);
    CHECK_STR(str_cut(&rest, ','), S("d"));
    CHECK(rest.p == NULL && rest.n == 0);
    CHECK_STR(str_cut(&rest, ','), S(""));

    /* A separator at the end leaves an empty last part, which p tells from the end. */
    rest = S("a,");
    CHECK_STR(str_cut(&rest, ','), S("a"));
    CHECK(rest.p != NULL && rest.n == 0);
    CHECK_STR(str_cut(&rest, ','), S(""));
    CHECK(rest.p == NULL);
}

static bool reads_as(struct str s, uint64_t want)
{
    uint64_t value = 77;
    return str_to_u64(s, &value) && value == want;
}

static bool refused(struct str s)
{
    uint64_t value = 77;
    return !str_to_u64(s, &value) && value == 77;
}

static void test_to_u64(void)
{
    CHECK(reads_as(S("0"), 0));
    CHECK(reads_as(S("007"), 7));
    CHECK(reads_as(S("1234567890"), 1234567890));
    CHECK(reads_as(S("999999999999999999"), 999999999999999999)); /* 18 digits */
    CHECK(reads_as(S("000000000000000001"), 1));
    CHECK(refused(S("1000000000000000000"))); /* 19 digits */
    CHECK(refused(S("0000000000000000001")));
    CHECK(refused(S("")));
    CHECK(refused(none));
    CHECK(refused(S("-1")));
    CHECK(refused(S("+1")));
    CHECK(refused(S(" 1")));
    CHECK(refused(S("1 ")));
    CHECK(refused(S("1.0")));
    CHECK(refused(S("1e3")));
    CHECK(refused(S("0x1")));
    CHECK(refused(S("/")));  /* the byte before 0 */
    CHECK(refused(S(":")));  /* and behind 9 */
    CHECK(refused(S("１"))); /* full width */
}

int main(void)
{
    test_of();
    test_eq();
    test_cmp();
    test_eq_nocase();
    test_starts_ends();
    test_trim();
    test_find();
    test_slice();
    test_cut();
    test_to_u64();
    return unit_end();
}
