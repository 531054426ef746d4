#include "unit.h"

#include <math.h>

#include "report/doc.h"
#include "report/page.h"
#include "value/money.h"

static struct arena arena;
static struct buf out;

static bool put(void *context, const char *p, size_t n)
{
    return buf_bytes(context, p, n);
}

static struct doc doc_in(const char *currency)
{
    struct doc doc;
    doc_begin(&doc, &arena, WORDS_EN, str_of(currency));
    return doc;
}

static struct str text_of(const struct doc *doc, enum doc_text_kind kind)
{
    buf_clear(&out);
    struct sink *sink = sink_to(put, &out);
    doc_write_text(doc, kind, sink);
    sink_flush(sink);
    return buf_view(&out);
}

static struct str page_of(const struct doc *doc)
{
    buf_clear(&out);
    struct sink *sink = sink_to(put, &out);
    page_write(doc, sink);
    sink_flush(sink);
    return buf_view(&out);
}

static bool has(struct str text, const char *part)
{
    return str_find(text, str_of(part)) < text.n;
}

/* The line of a page that begins so, without its end. */
static struct str line_of(struct str text, const char *begin)
{
    while (text.n > 0) {
        struct str line = str_cut(&text, '\n');
        if (str_starts(line, str_of(begin))) {
            return line;
        }
    }
    return S("(no such line)");
}

static void shown(const char *currency, struct doc_cell cell, const char *want)
{
    struct doc doc = doc_in(currency);
    CHECK_STR(doc_shown(&doc, &cell), str_of(want));
}

/* Thousands apart, in the whole part only; the sign before all. */
static void test_thousands(void)
{
    shown("", doc_count(0), "0");
    shown("", doc_count(7), "7");
    shown("", doc_count(999), "999");
    shown("", doc_count(1000), "1,000");
    shown("", doc_count(12345), "12,345");
    shown("", doc_count(123456), "123,456");
    shown("", doc_count(1234567), "1,234,567");
    shown("", doc_count(INT64_MAX), "9,223,372,036,854,775,807");
    shown("", doc_rounded(doc_number(1234567.25), 1), "1,234,567.2");
    shown("", doc_rounded(doc_number(-0.04), 1), "0.0");
    shown("", doc_rounded(doc_number(0.5), 2), "0.50");
    shown("", doc_rounded(doc_share(0.125), 0), "12%");
    shown("", doc_rounded(doc_share(-0.004), 0), "0%");
    shown("", (struct doc_cell){.type = DOC_COUNT, .units = 1000, .open = true}, "1,000*");
    shown("", doc_money(0), "0.00");
    shown("", doc_money(5), "0.0005");
    shown("", doc_money(9999900), "999.99");
    shown("", doc_money(10000000), "1,000.00");
    shown("", doc_money(12345678912), "1,234,567.8912");
    shown("", doc_money(INT64_MAX), "922,337,203,685,477.5807");
    shown("", doc_money(-5000), "-0.50");
    shown("", doc_money(-9999900), "-999.99");
    shown("", doc_money(-10000000), "-1,000.00");
    shown("", doc_money(-1234567891200), "-123,456,789.12");
    shown("", doc_money(-INT64_MAX), "-922,337,203,685,477.5807");
}

/* ISO 4217: JPY has no decimals, KWD three, CLF four; more where the value needs them. */
static void test_currencies(void)
{
    shown("EUR", doc_money(12345000), "1,234.50");
    shown("JPY", doc_money(12340000), "1,234");
    shown("JPY", doc_money(-12340000), "-1,234");
    shown("JPY", doc_money(12345000), "1,234.5");
    shown("KWD", doc_money(12345000), "1,234.500");
    shown("KWD", doc_money(12345678), "1,234.5678");
    shown("CLF", doc_money(12345000), "1,234.5000");
    shown("XXQ", doc_money(12345000), "1,234.50");
}

static void test_shares(void)
{
    shown("", doc_share(0), "0.0%");
    shown("", doc_share(0.1234), "12.3%");
    shown("", doc_share(0.1236), "12.4%");
    shown("", doc_share(1), "100.0%");
    shown("", doc_share(12.5), "1250.0%");
    shown("", doc_share(-0.25), "-25.0%");
    shown("", doc_share(-0.0001), "0.0%"); /* nothing has no sign */
    shown("", doc_share(NAN), "");
    shown("", doc_number(30), "30");
    shown("", doc_number(31.5), "31.5");
    shown("", doc_number(57805.0 / 94600), "0.611047");
    shown("", doc_number(NAN), "");
    shown("", (struct doc_cell){0}, "");
    shown("", doc_text(S("")), "");
    shown("", doc_text(S("1234567")), "1234567"); /* an id stays as it is */
    CHECK(doc_share(NAN).type == DOC_EMPTY && doc_number(NAN).type == DOC_EMPTY);
    CHECK(doc_text(S("")).type == DOC_EMPTY && doc_text(S("a")).type == DOC_TEXT);
}

static const struct doc_column columns[] = {
    {"tier", "Tier", false},
    {"customers", "Customers", true},
    {"revenue", "Net revenue", true},
    {"share", "Share of net revenue", true},
};

static struct doc small(enum words_language language, const char *currency)
{
    struct doc doc;
    doc_begin(&doc, &arena, language, str_of(currency));
    doc.title = S("Title");
    doc.subtitle = S("below");
    doc.as_of = S("2024-12-31");
    doc_sentence(&doc, S("One."));
    doc_sentence(&doc, S("Two."));
    doc_figure(&doc, "buyers", "Buyers", doc_count(12345));
    doc_figure(&doc, "average_order", "Average order", (struct doc_cell){0});
    struct doc_section *s = doc_section(&doc, "tiers", "Tiers");
    doc_table(&doc, s, columns, COUNT_OF(columns), 2);
    *doc_cell(s, 0, 0) = doc_text(S("VIP"));
    *doc_cell(s, 0, 1) = doc_count(1234);
    *doc_cell(s, 0, 2) = doc_money(12345678900);
    *doc_cell(s, 0, 3) = doc_share(0.75);
    *doc_cell(s, 1, 1) = doc_count(5);
    *doc_cell(s, 1, 2) = doc_money(-10000);
    s->note = S("A note.");
    doc_section(&doc, "empty", "Segments");
    doc_table(&doc, &doc.section[1], columns, 1, 0);
    return doc;
}

static void test_table(void)
{
    struct doc doc = small(WORDS_EN, "EUR");
    CHECK_STR(text_of(&doc, DOC_TEXT_TABLE),
              S("Title\n"
                "=====\n"
                "\n"
                "below\n"
                "\n"
                "- One.\n"
                "- Two.\n"
                "\n"
                "Figure          Value\n"
                "-------------  ------\n"
                "Buyers         12,345\n"
                "Average order\n"
                "\n"
                "Tiers\n"
                "-----\n"
                "\n"
                "Tier  Customers   Net revenue  Share of net revenue\n"
                "----  ---------  ------------  --------------------\n"
                "VIP       1,234  1,234,567.89                 75.0%\n"
                "              5         -1.00\n"
                "\n"
                "A note.\n"
                "\n"
                "Segments\n"
                "--------\n"
                "\n"
                "Tier\n"
                "----\n"
                "\n"));
    /* Chinese characters are two columns wide: 客户分级 has 8. */
    doc = small(WORDS_ZH, "EUR");
    struct str text = text_of(&doc, DOC_TEXT_TABLE);
    CHECK(has(text, "\n客户分级\n--------\n"));
    CHECK(has(text,
              "\n级别  客户数        净收入  净收入占比\n----  ------  ------------  ----------\n"
              "VIP    1,234  1,234,567.89       75.0%\n"));
}

static void test_md(void)
{
    struct doc doc = small(WORDS_EN, "EUR");
    struct str text = text_of(&doc, DOC_TEXT_MD);
    CHECK(str_starts(text, S("# Title\n\nbelow\n\n- One.\n- Two.\n\n| Figure ")));
    CHECK(has(text, "\n## Tiers\n\n| Tier | Customers |  Net revenue | Share of net revenue |\n"));
    CHECK(has(text, "\n| VIP  |     1,234 | 1,234,567.89 |                75.0% |\n"));
    CHECK(has(text, "\n\nA note.\n\n## Segments\n"));
}

/* Programs get values as they are: no thousands, money with its decimals, shares of 1. */
static void test_jsonl(void)
{
    struct doc doc = small(WORDS_ZH, "EUR");
    CHECK_STR(text_of(&doc, DOC_TEXT_JSONL),
              S("{\"section\":\"report\",\"title\":\"Title\",\"as_of\":\"2024-12-31\","
                "\"currency\":\"EUR\"}\n"
                "{\"section\":\"figures\",\"buyers\":12345,\"average_order\":null}\n"
                "{\"section\":\"tiers\",\"tier\":\"VIP\",\"customers\":1234,"
                "\"revenue\":1234567.89,\"share\":0.75}\n"
                "{\"section\":\"tiers\",\"tier\":null,\"customers\":5,\"revenue\":-1.00,"
                "\"share\":null}\n"));
    doc.currency = S("JPY");
    CHECK(has(text_of(&doc, DOC_TEXT_JSONL), "\"revenue\":1234567.89,"));
    CHECK(has(text_of(&doc, DOC_TEXT_JSONL), "\"revenue\":-1,"));
    doc.title = S("a \"b\" \\ c\n\x01");
    CHECK(has(text_of(&doc, DOC_TEXT_JSONL), "\"title\":\"a \\\"b\\\" \\\\ c\\n\\u0001\""));
}

/* A column of texts holds texts, and one of numbers numbers, whatever its first row has. */
static void test_jsonl_types(void)
{
    static const struct doc_column two[] = {{"name", "Name", false}, {"share", "Tier", true}};
    struct doc doc = doc_in("");
    struct doc_section *s = doc_section(&doc, "x", "Tiers");
    doc_table(&doc, s, two, COUNT_OF(two), 3);
    *doc_cell(s, 0, 1) = doc_share(0.00001);
    *doc_cell(s, 1, 0) = doc_text(S("42"));
    *doc_cell(s, 2, 0) = doc_text(S("Ada"));
    struct str text = text_of(&doc, DOC_TEXT_JSONL);
    CHECK_STR(line_of(text, "{\"section\":\"x\",\"name\":\"42\""),
              S("{\"section\":\"x\",\"name\":\"42\",\"share\":null}"));
    CHECK(has(text, "{\"section\":\"x\",\"name\":\"Ada\",\"share\":null}"));
    CHECK(has(text, "{\"section\":\"x\",\"name\":null,\"share\":1e-05}") ||
          has(text, "{\"section\":\"x\",\"name\":null,\"share\":0.00001}"));
}

/* Line ends and other control characters of the data make no lines of the report. */
static void test_lines(void)
{
    struct doc doc = small(WORDS_EN, "EUR");
    doc.title = S("a\nb\tc\x7F");
    doc_sentence(&doc, S("x\r\n- y"));
    *doc_cell(&doc.section[0], 1, 0) = doc_text(S("p\n|q"));
    struct str text = text_of(&doc, DOC_TEXT_TABLE);
    CHECK(str_starts(text, S("a b c \n")));
    CHECK(has(text, "\n- x  - y\n"));
    CHECK(has(text, "\np |q "));
    text = text_of(&doc, DOC_TEXT_MD);
    CHECK(str_starts(text, S("# a b c \n")));
    CHECK(has(text, "\n| p \\|q |"));
}

#define HOSTILE "<b>&'\"</b>\n\t\x01\x7F\xE5\x90\x8D"
#define TAMED "&lt;b&gt;&amp;'&quot;&lt;/b&gt;    \xE5\x90\x8D"

/* Wherever a text of the data stands, it is text. */
static void test_escaping(void)
{
    static const struct doc_column one[] = {{"x", "a <label> & \"more\"", false},
                                            {"y", "Customers", true}};
    struct doc doc = doc_in("EUR");
    doc.title = doc.subtitle = doc.remark = S(HOSTILE);
    doc_sentence(&doc, S(HOSTILE));
    doc_figure(&doc, "f", "<dt>", doc_text(S(HOSTILE)));
    struct doc_section *s = doc_section(&doc, "k", "<h2>");
    doc_table(&doc, s, one, COUNT_OF(one), 1);
    *doc_cell(s, 0, 0) = doc_text(S(HOSTILE));
    *doc_cell(s, 0, 1) = doc_count(1234);
    s->note = s->chart_text = S(HOSTILE);
    s->chart = S("<svg>drawn</svg>");
    struct str page = page_of(&doc);
    CHECK_STR(line_of(page, "<title>"), S("<title>" TAMED "</title>"));
    CHECK_STR(line_of(page, "<h1>"), S("<h1>" TAMED "</h1>"));
    CHECK_STR(line_of(page, "<p class=\"sub\">"), S("<p class=\"sub\">" TAMED "</p>"));
    CHECK_STR(line_of(page, "<p class=\"remark\">"), S("<p class=\"remark\">" TAMED "</p>"));
    CHECK_STR(line_of(page, "<p class=\"note\">"), S("<p class=\"note\">" TAMED "</p>"));
    CHECK_STR(line_of(page, "<li>"), S("<li>" TAMED "</li>"));
    CHECK_STR(line_of(page, "<div><dt>"), S("<div><dt>&lt;dt&gt;</dt><dd>" TAMED "</dd></div>"));
    CHECK_STR(line_of(page, "<h2>"), S("<h2>&lt;h2&gt;</h2>"));
    CHECK_STR(line_of(page, "<figure"), S("<figure role=\"img\" aria-label=\"" TAMED "\">"));
    CHECK_STR(line_of(page, "<svg"), S("<svg>drawn</svg>"));
    CHECK(has(page, "a &lt;label&gt; &amp; &quot;more&quot;</th>"));
    CHECK(has(page, ">" TAMED "</td>"));
    CHECK(has(page, ">1,234</td>"));
    CHECK(!has(page, "<b>") && !has(page, "</b>") && !has(page, "\x01") && !has(page, "\x7F"));
}

/* Nothing is fetched and nothing runs; the language is told; a chart that is not there leaves
 * nothing. */
static void test_page(void)
{
    struct doc doc = small(WORDS_ZH, "EUR");
    doc.section[0].chart_text = S("a text without a chart");
    doc_cell(&doc.section[0], 0, 1)->heat = 1;
    doc_cell(&doc.section[0], 0, 2)->heat = DOC_HEAT;
    struct str page = page_of(&doc);
    CHECK(str_starts(
        page, S("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")));
    CHECK(str_ends(page, S("</html>\n")));
    CHECK(!has(page, "<script") && !has(page, "http:") && !has(page, "https:") &&
          !has(page, "src="));
    CHECK(!has(page, "@import") && !has(page, "url("));
    CHECK(!has(page, "<figure") && !has(page, "a text without a chart"));
    CHECK(!has(page, "class=\"remark\""));
    CHECK(has(page, "<td class=\"n h1\">1,234</td>"));
    CHECK(has(page, "<td class=\"n h6\">1,234,567.89</td>"));
    CHECK(has(page, "<td class=\"n\">-1.00</td>"));
    CHECK(has(page, "<dt>购买客户数</dt><dd>12,345</dd>"));
    CHECK(has(page, "<dt>平均订单金额</dt><dd></dd>"));
    doc = small(WORDS_EN, "EUR");
    CHECK(has(page_of(&doc), "<html lang=\"en\">"));
}

int main(void)
{
    buf_init(&out, BUF_UNBOUNDED);
    test_thousands();
    test_currencies();
    test_shares();
    test_table();
    test_md();
    test_jsonl();
    test_jsonl_types();
    test_lines();
    test_escaping();
    test_page();
    buf_free(&out);
    arena_free(&arena);
    return unit_end();
}
