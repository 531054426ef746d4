/*
 * What a message may show: dates, amounts and other numbers, cut at 40 characters; names, e-mails,
 * phones, addresses and free text never. Also how messages look, and what -q silences.
 */
#include "child.h"
#include "unit.h"

#include "base/say.h"

static void value(struct str text, const char *want)
{
    char room[SAY_VALUE_ROOM];
    CHECK_STR(str_of(say_value(text, room)), str_of(want));
}

static void word(struct str text, const char *want)
{
    char room[SAY_VALUE_ROOM];
    CHECK_STR(str_of(say_word(text, room)), str_of(want));
}

static void shown(const char *text)
{
    char want[SAY_VALUE_ROOM];
    snprintf(want, sizeof want, "\"%s\"", text);
    value(str_of(text), want);
}

static void test_numbers_shown(void)
{
    shown("0");
    shown("12,5O");
    shown("-12.50");
    shown("1e3");
    shown("(12.50)");
    shown("1 234,56");
    shown("1'234.56");
    shown("12.345678");
    shown("50%");
    shown("$5");
    shown("US$ 5");
    shown("EUR 12.50");
    shown("12.50 EUR");
    shown("¥1,234.56");
    shown("￥1,234.56");
    shown("€12");
    shown("£12");
    shown("1,234.56元");
    shown("−5");
    shown("１２．５");
    shown("--5");
    shown("5.");
}

static void test_dates_shown(void)
{
    shown("2024-13-05");
    shown("2024/1/5");
    shown("20240105");
    shown("31.2.2024");
    shown("5/13/24");
    shown("2024年13月5日");
    shown("2024-01-05T25:00:00Z");
    shown("2024-01-05 10:30:00 +08:00");
    shown("2024-01-05 10:30:00 AM");
    shown("2024年1月5日 10时30分61秒");
    shown("5 Jan 2024");
}

static void test_empty(void)
{
    value(S(""), "\"\"");
    value((struct str){NULL, 0}, "\"\"");
    word(S(""), "\"\"");
    word((struct str){NULL, 0}, "\"\"");
}

/* What may be somebody's is counted in characters, not bytes. */
static void test_persons_hidden(void)
{
    value(S("Müller"), "a text of 6 characters");
    value(S("王小明"), "a text of 3 characters");
    value(S("Li"), "a text of 2 characters");
    value(S("Zhang Wei 3rd"), "a text of 13 characters");
    value(S("王小明 2024"), "a text of 8 characters");
    value(S("2024年王"), "a text of 6 characters");
    value(S("li@example.com"), "a text of 14 characters");
    value(S("1@2.3"), "a text of 5 characters");
    value(S("163@qq"), "a text of 6 characters");
    value(S("12 Main Street"), "a text of 14 characters");
    value(S("南京路12号"), "a text of 6 characters");
    value(S("returned, box was open"), "a text of 22 characters");
    value(S("N/A"), "a text of 3 characters");
    value(S("-"), "a text of 1 characters");
    value(S("NaN"), "a text of 3 characters");
}

/* Phone numbers are no numbers: a plus sign and as many digits as no amount has before its point,
 * or groups that neither a date nor an amount is made of. */
static void test_phones_hidden(void)
{
    value(S("+8613800138000"), "a text of 14 characters");
    value(S("+86 138 0013 8000"), "a text of 17 characters");
    value(S("+1 (415) 555-0132"), "a text of 17 characters");
    value(S("138-0013-8000"), "a text of 13 characters");
    value(S("(021) 5555-1234"), "a text of 15 characters");
    word(S("+8613800138000"), "a text of 14 characters");
    word(S("+1 (415) 555-0132"), "a text of 17 characters");
}

/* No byte of a file may steer the terminal, or end the line. */
static void test_controls(void)
{
    value(S("1\n2"), "a text of 3 characters");
    value(S("\x1b[2J5"), "a text of 5 characters");
    value(S("1\0002"), "a text of 3 characters");
    word(S("a\x1b[31mb"), "\"a?[31mb\"");
    word(S("a\nb\tc\x7f"), "\"a?b?c?\"");
}

static void test_cut_at_40(void)
{
    value(S("1234567890123456789012345678901234567890"),
          "\"1234567890123456789012345678901234567890\"");
    value(S("12345678901234567890123456789012345678901"),
          "\"1234567890123456789012345678901234567890...\"");
    char digits[1000];
    memset(digits, '7', sizeof digits);
    value((struct str){digits, sizeof digits}, "\"7777777777777777777777777777777777777777...\"");
    /* 39 and 40 signs, and one more: characters count, not the 3 bytes of each. */
    struct str wide =
        S("１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１");
    value(str_slice(wide, 0, 39 * 3),
          "\"１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２３４５６７８９\"");
    value(str_slice(wide, 0, 40 * 3),
          "\"１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０\"");
    value(
        wide,
        "\"１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０...\"");
}

static void test_words(void)
{
    word(S("C0001"), "\"C0001\"");
    word(S("shipped late"), "\"shipped late\"");
    word(S("交易关闭"), "\"交易关闭\"");
    word(S("li@example.com"), "a text of 14 characters");
    word(S("+49301234"), "a text of 9 characters");
    word(S("0123456789012345678901234567890123456789"),
         "\"0123456789012345678901234567890123456789\"");
    word(S("0123456789012345678901234567890123456789x"), "a text of 41 characters");
}

static void say_all(void *quiet)
{
    say_program("crm-test");
    say_quiet(quiet != NULL);
    say_notice("%s: %d rows", "orders.csv", 3);
    say_warning("a score is empty");
    say_error("no such file");
    struct place place = {S("orders.csv"), 812, 5, S("amount")};
    say_error_at(&place, "\"12,5O\" is not a decimal number");
    place.field = S("");
    say_error_at(&place, "quote not closed");
    place.line = 0;
    say_error_at(&place, "truncated after 10 bytes");
}

static void test_messages(void)
{
    static const char errors[] = "crm-test: no such file\n"
                                 "crm-test: orders.csv:812:5: amount: \"12,5O\" is not a decimal "
                                 "number\n"
                                 "crm-test: orders.csv:812:5: quote not closed\n"
                                 "crm-test: orders.csv: truncated after 10 bytes\n";
    struct child child = child_run(say_all, NULL);
    struct str err = str_of(child.err);
    struct str first = S("crm-test: orders.csv: 3 rows\ncrm-test: warning: a score is empty\n");
    CHECK(str_starts(err, first));
    CHECK_STR(str_slice(err, first.n, err.n), S(errors));
    CHECK_STR(str_of(child.out), S(""));
    child = child_run(say_all, &child);
    CHECK_STR(str_of(child.err), S(errors));
}

/* A header is the file's text too: 100 bytes of a field's name at most. */
static void say_long_field(void *context)
{
    (void)context;
    char name[300];
    memset(name, 'n', sizeof name);
    struct place place = {S("a.csv"), 1, 1, {name, sizeof name}};
    say_error_at(&place, "wrong");
}

static void test_long_field(void)
{
    struct child child = child_run(say_long_field, NULL);
    CHECK_INT(strlen(child.err), sizeof "crm: a.csv:1:1: : wrong\n" - 1 + 100);
}

int main(void)
{
    test_numbers_shown();
    test_dates_shown();
    test_empty();
    test_persons_hidden();
    test_phones_hidden();
    test_controls();
    test_cut_at_40();
    test_words();
    test_messages();
    test_long_field();
    return unit_end();
}
