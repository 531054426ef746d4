#include "unit.h"

#include "format/sniff.h"

static void delimiter(const char *head, char want)
{
    CHECK_INT(sniff_delimiter(str_of(head)), want);
}

static void test_json(void)
{
    CHECK(sniff_is_json(S("{\"a\":1}\n")));
    CHECK(sniff_is_json(S("{")));
    CHECK(sniff_is_json(S(" \t\r\n {\"a\":1}")));
    CHECK(!sniff_is_json(S("")));
    CHECK(!sniff_is_json(S(" \n")));
    CHECK(!sniff_is_json(S("[{\"a\":1}]")));
    CHECK(!sniff_is_json(S("a,b\n{,}\n")));
    CHECK(!sniff_is_json(S("\"{\"\n")));
}

static void test_each(void)
{
    delimiter("a,b,c\n1,2,3\n", ',');
    delimiter("a;b;c\n1;2;3\n", ';');
    delimiter("a\tb\tc\n1\t2\t3\n", '\t');
    delimiter("a|b|c\n1|2|3\n", '|');
    delimiter("a;b;c\r\n1;2;3\r\n", ';');
}

/* A comma where nothing cuts: one column, or no text at all. */
static void test_none(void)
{
    delimiter("", ',');
    delimiter("\n", ',');
    delimiter("amount\n5\n6\n", ',');
    delimiter("amount", ',');
    delimiter("a b c\n1 2 3\n", ',');
    delimiter("a:b:c\n1:2:3\n", ','); /* a colon is no candidate */
}

static void test_header_alone(void)
{
    delimiter("a;b;c", ';');
    delimiter("a;b;c\n", ';');
    delimiter("a\tb", '\t');
}

/* Decimal commas cut the rows of a semicolon file in as many fields, but not its header. */
static void test_decimal_comma(void)
{
    delimiter("id;amount\nC1;12,50\nC2;7,00\n", ';');
    delimiter("name;price;total\nA;1,5;3,0\nB;2,5;5,0\n", ';');
}

static void test_inside_quotes(void)
{
    delimiter("name;note\n\"a, b, c\";x\n\"d, e, f\";y\n", ';');
    delimiter("\"a;b\",\"c;d\"\n\"1;2\",\"3;4\"\n", ',');
    delimiter("a;b\n\"line\n1,2,3,4\n\";x\n",
              ';'); /* nor do line ends inside quotes end a record */
}

/* The one that cuts all records alike beats one that cuts the header in more fields. */
static void test_consistent_first(void)
{
    delimiter("a,b,c,d;e\n1;2\n3;4\n", ';');
    delimiter("last, first;city, state;zip\nX;Y;1\nX;Y;2\n", ';');
}

/* Of two that are consistent, the one with more fields. */
static void test_more_fields(void)
{
    delimiter("a,b;c;d\n1,2;3;4\n5,6;7;8\n", ';');
    delimiter("a;b,c,d\n1;2,3,4\n5;6,7,8\n", ',');
}

/* Blank lines and lines with one field (a title, a sum below) do not count against a separator. */
static void test_short_lines(void)
{
    delimiter("a;b;c\n\n1;2;3\n\n4;5;6\n", ';');
    delimiter("a\tb\n1\t2\nend\n", '\t');
}

/* The text may be cut anywhere: the last line is not held against it. */
static void test_cut_off(void)
{
    delimiter("a;b;c\n1;2;3\n4;5", ';');
    delimiter("a;b;c\n1;2;3\n4;\"5", ';');
}

/* A fault of structure ends what is looked at; what stands before it still counts. */
static void test_faulty(void)
{
    delimiter("a;b;c\n1;2;3\n4;x\"y;6\n", ';');
    delimiter("a|b\n1|2\nx\"|4\n", '|');
}

/* Twenty records are enough: what comes later does not change the answer. */
static void test_twenty(void)
{
    char text[4096] = "";
    size_t n = 0;
    for (int i = 0; i < 20; i++) {
        n += (size_t)snprintf(text + n, sizeof text - n, "%d;x;y\n", i);
    }
    snprintf(text + n, sizeof text - n, "1;2\n1;2;3;4\n");
    delimiter(text, ';');
}

int main(void)
{
    test_json();
    test_each();
    test_none();
    test_header_alone();
    test_decimal_comma();
    test_inside_quotes();
    test_consistent_first();
    test_more_fields();
    test_short_lines();
    test_cut_off();
    test_faulty();
    test_twenty();
    return unit_end();
}
