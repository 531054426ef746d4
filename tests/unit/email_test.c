#include "unit.h"

#include "base/arena.h"
#include "value/email.h"

static struct arena arena;

static void good(const char *text, const char *want)
{
    struct str out = S("(not set)");
    const char *wrong = email_normal(&arena, str_of(text), &out);
    if (!CHECK(wrong == NULL)) {
        printf("    \"%s\" %s\n", text, wrong);
    }
    CHECK_STR(out, str_of(want));
}

static void bad(const char *text, const char *want)
{
    struct str out = S("(not set)");
    const char *wrong = email_normal(&arena, str_of(text), &out);
    CHECK_STR(str_of(wrong), str_of(want));
    CHECK_STR(out, S("(not set)"));
}

static void test_accepted(void)
{
    good("anna@example.com", "anna@example.com");
    good("Anna.Li@Example.COM", "anna.li@example.com");
    good("  anna@example.com\t", "anna@example.com");
    good("ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ　", "anna@example.com");
    good("mailto:anna@example.com", "anna@example.com");
    good("MailTo: Anna@example.com", "anna@example.com");
    good("<anna@example.com>", "anna@example.com");
    good("Anna Li <Anna@Example.com>", "anna@example.com");
    good("\"Li, Anna @ work\" < anna@example.com >", "anna@example.com");
    good("李安娜 <mailto:anna@example.com>", "anna@example.com");
    good("o'brien+tag_x%y@sub.example.co.uk", "o'brien+tag_x%y@sub.example.co.uk");
    good("a..b.@docomo.example", "a..b.@docomo.example"); /* such addresses were handed out */
    good("ÄÖ@BÜCHER.example", "äö@bücher.example");
    good("ẞ@straße.example", "ß@straße.example");
    good("用户@例子.公司", "用户@例子.公司");
    good("a@xn--bcher-kva.example", "a@xn--bcher-kva.example");
    good("\uFEFFa@b.c\u200B", "a@b.c");
    /* U+023A has 2 bytes, its lower case U+2C65 has 3. */
    good("\u023A\u023A@b.c", "\u2C65\u2C65@b.c");
}

static void test_refused(void)
{
    bad("", "is empty");
    bad(" 　", "is empty");
    bad("mailto:", "is empty");
    bad("<>", "is empty");
    bad("anna", "has no @");
    bad("anna.example.com", "has no @");
    bad("a@b@c.com", "has more than one @");
    bad("a@x.com;b@x.com", "has more than one @");
    bad("an na@example.com", "has a blank");
    bad("anna@exam\u00A0ple.com", "has a blank");
    bad("anna@exam\u3000ple.com", "has a blank");
    bad("anna@exam\nple.com", "has a blank");
    bad("@example.com", "has nothing before the @");
    bad("anna@", "has nothing after the @");
    bad("anna@localhost", "has no dot in the domain");
    bad("anna@example。com", "has no dot in the domain");
    bad("anna@example..com", "has an empty label in the domain");
    bad("anna@.example.com", "has an empty label in the domain");
    bad("anna@example.com.", "has an empty label in the domain");
    bad("anna@.", "has an empty label in the domain");
    bad("anna@-example.com", "has a hyphen at the edge of a domain label");
    bad("anna@example-.com", "has a hyphen at the edge of a domain label");
    bad("anna@ex_ample.com", "has a sign that no domain has");
    bad("anna@example.com/x", "has a sign that no domain has");
    bad("a@x.com,b", "has a sign that no address has");
    bad("<a@x.com", "has a sign that no address has");
    bad("<a@x.com>,<b@x.com>", "has more than one @");
    bad("<<a@x.com>", "has a sign that no address has");
    bad("a@[192.0.2.1]", "has a sign that no address has");
    bad("\"a\"@x.com", "has a sign that no address has");
    bad("a\x7F@x.com", "has a sign that no address has");
    struct str out;
    CHECK_STR(str_of(email_normal(&arena, (struct str){"a\0b@x.com", 9}, &out)), S("has a blank"));
    CHECK_STR(str_of(email_normal(&arena, (struct str){NULL, 0}, &out)), S("is empty"));
}

/* RFC 5321: 254 bytes in all; RFC 1035: 63 between dots. */
static void test_lengths(void)
{
    char text[300];
    memset(text, 'a', sizeof text);
    text[241] = '@';
    memcpy(text + 242, "example.com.cn", 14); /* 242 + 11 = 253 is "...example.com" */
    struct str out;
    CHECK(email_normal(&arena, (struct str){text, 253}, &out) == NULL);
    CHECK_INT(out.n, 253);
    memmove(text + 1, text, 256);
    CHECK(email_normal(&arena, (struct str){text, 254}, &out) == NULL);
    memmove(text + 1, text, 256);
    CHECK_STR(str_of(email_normal(&arena, (struct str){text, 255}, &out)),
              S("is longer than 254 bytes"));

    /* 252 bytes that grow in lower case: (2 -> 3) x 100. */
    for (size_t i = 0; i < 100; i++) {
        memcpy(text + 2 * i, "\u023A", 2);
    }
    memcpy(text + 200, "@b.c", 4);
    CHECK_STR(str_of(email_normal(&arena, (struct str){text, 204}, &out)),
              S("is longer than 254 bytes"));

    memset(text, 'a', sizeof text);
    memcpy(text, "x@", 2);
    memcpy(text + 2 + 63, ".com", 4);
    CHECK(email_normal(&arena, (struct str){text, 69}, &out) == NULL);
    text[65] = 'a';
    memcpy(text + 2 + 64, ".com", 4);
    CHECK_STR(str_of(email_normal(&arena, (struct str){text, 70}, &out)),
              S("has more than 63 bytes between two dots of the domain"));
}

static void test_unchanged_is_input(void)
{
    struct arena none = {0};
    struct str out;
    const char *text = "<anna@example.com>";
    CHECK(email_normal(&none, str_of(text), &out) == NULL);
    CHECK(out.p == text + 1);
    CHECK(none.chunks == NULL);
}

int main(void)
{
    test_accepted();
    test_refused();
    test_lengths();
    test_unchanged_is_input();
    arena_free(&arena);
    return unit_end();
}
