#include "unit.h"

#include "base/arena.h"
#include "value/fold.h"

static struct arena arena;

static void width(const char *text, const char *want)
{
    CHECK_STR(fold_width(&arena, str_of(text)), str_of(want));
}

static void key(const char *text, const char *want)
{
    CHECK_STR(fold_key(&arena, str_of(text)), str_of(want));
}

static void header(const char *text, const char *want)
{
    CHECK_STR(fold_header(&arena, str_of(text)), str_of(want));
}

static void test_width_forms(void)
{
    width("", "");
    width("Ａ１　", "A1");
    width("①", "①");
    width("ｆｕｌｌ　ｗｉｄｔｈ", "full width");
    width("！＂＃～", "!\"#~");
    width("￠￡￢￣￤￥￦", "¢£¬¯¦¥₩");
    width("｟x｠", "⦅x⦆");
    width("５，６７８．９０", "5,678.90");
    /* Not widths: ligature, superscript, fraction, decomposed e, roman numeral, narrow hangul. */
    width("ﬁ² ½ e\u0301 Ⅳ ﾡ", "ﬁ² ½ e\u0301 Ⅳ ﾡ");
    width("Über Straße", "Über Straße");
}

/* Full forms by the Unicode decompositions of U+FF61 to U+FF9F. */
static void test_width_kana(void)
{
    width("ｶﾀｶﾅ", "カタカナ");
    width("ｶﾞ", "ガ");
    width("ﾊﾟｿｺﾝ", "パソコン");
    width("ｳﾞ", "ヴ");
    width("カﾞ", "ガ");
    width("ｱﾞ", "ア\u3099"); /* no such letter: the mark stays by itself, combining */
    width("ﾞ", "\u3099");
    width("｡｢ｱ｣､･ｰ", "。「ア」、・ー");
    width("aﾟ", "a\u309A");
}

static void test_width_blanks(void)
{
    width("  a  b \t", "a  b");
    width("\u00A0a\u00A0b\u00A0", "a\u00A0b");
    width("\u3000a\u3000b\u3000", "a b");
    width("\uFEFFid\u200B", "id");
    width("\u3000", "");
    width(" \r\n\v\f", "");
    width("\u2003x\u202F", "x");
}

static void test_width_punctuation(void)
{
    width("、。「」", "、。「」");
    width("好，谢谢！", "好，谢谢！");
    width("a，b；c：d！e？f（g）", "a,b;c:d!e?f(g)");
    width("备注：abc", "备注：abc");
    width("abc：备注", "abc：备注");
    width("总金额（元）", "总金额（元）");
    width("Hello！", "Hello!");
    width("！", "!");
    width("好！！！", "好！！！");
    width("OK！？好", "OK！？好");
    /* One bracket beside a CJK character keeps the pair; the other fate never splits it. */
    width("客户（VIP）", "客户（VIP）");
    width("（VIP）客户", "（VIP）客户");
    width("Acme（CN）", "Acme(CN)");
    width("a（b（c）好", "a(b（c）好");
    width("a）b（好", "a)b（好");
    width("「a」：b", "「a」：b");
    width("Ａ（你）Ｂ，Ｃ", "A（你）B,C");
}

static void test_unchanged_is_input(void)
{
    struct arena none = {0};
    const char *same[] = {"", "abc", "Abc  D", "订单编号", "好，谢谢", "Müller"};
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        /* Marks that stay are found only by writing; their text is equal, not the same. */
        if (!strstr(same[i], "，")) {
            CHECK(fold_width(&none, str_of(same[i])).p == same[i]);
        }
    }
    CHECK(fold_key(&none, S("order id 7")).n == 10);
    CHECK(fold_key(&none, S("  order id 7 ")).n == 10);
    CHECK(fold_header(&none, S("order id")).n == 8);
    CHECK(fold_key(&none, (struct str){NULL, 0}).n == 0);
    CHECK(fold_width(&none, (struct str){NULL, 0}).n == 0);
    CHECK(fold_header(&none, (struct str){NULL, 0}).n == 0);
    CHECK(none.chunks == NULL);
    arena_free(&none);
}

/* Expected: unicodedata.normalize("NFKC", s.casefold()), blanks collapsed. */
static void test_key(void)
{
    key("", "");
    key("Customer ID", "customer id");
    key("  A \t\r\n B  ", "a b");
    key("a  b", "a b");
    key("a\tb", "a b");
    key("Straße", "strasse");
    key("ＡＢＣ　１２３", "abc 123");
    key("①②", "12");
    key("ﬁn", "fin");
    key("E\u0301cole", "école");
    key("ÉCOLE", "école");
    key("ΣΊΣΥΦΟΣ", "σίσυφοσ");
    key("ς", "σ");
    key("İ", "i\u0307");
    key("ｶﾞ", "ガ");
    key("Å", "å"); /* U+212B */
    key("金\u3000额\u00A0 \u200Bx", "金 额 x");
    key("\uFEFF订单", "订单");
    key("（元）", "(元)");
    key("\u00A0\u3000", "");
    key("㈱", "(株)");
    key("각", "각");             /* jamo to a syllable */
    key("q\u0323\u0307", "q\u0323\u0307"); /* canonical order: dot below first */
    key("q\u0307\u0323", "q\u0323\u0307");
    struct str nul = fold_key(&arena, (struct str){"A\0É", 4});
    CHECK_STR(nul, ((struct str){"a\0é", 4}));
}

/* Longer than what is folded on the stack; U+FDFA decomposes to 18 code points, the longest. */
static void test_key_long(void)
{
    char text[3000];
    char want[3000];
    for (size_t i = 0; i < 1000; i++) {
        memcpy(text + 3 * i, "Ａ", 3);
        want[i] = 'a';
    }
    CHECK_STR(fold_key(&arena, (struct str){text, 3000}), ((struct str){want, 1000}));
    for (size_t n = 250; n < 262; n++) {
        CHECK_STR(fold_key(&arena, (struct str){text, 3 * n}), ((struct str){want, n}));
    }
    key("\uFDFA", "صلى الله عليه وسلم");
    for (size_t i = 0; i < 1000; i++) {
        memcpy(text + 3 * i, "\uFDFA", 3);
    }
    /* 18 code points: 15 letters of 2 bytes and 3 spaces. */
    CHECK_INT(fold_key(&arena, (struct str){text, 3000}).n, 1000 * 33);
}

static void test_header(void)
{
    header("", "");
    header("总金额（元）", "总金额");
    header("总金额(元)", "总金额");
    header("金额 [ 元 ]", "金额");
    header("【元】金额", "金额");
    header("金额（元）合计", "金额 合计");
    header("金额（万元）", "金额 万元");
    header("元", "元");
    header("美元", "美元");
    header("Customer_ID", "customer id");
    header("Order ID*", "order id");
    header("*Order-ID:", "order id");
    header("CustomerID", "customer id");
    header("InvoiceNo", "invoice no");
    header("SKUCode", "sku code");
    header("CustomerIDs", "customer ids");
    header("SKUs", "skus");
    header("orderDate", "order date");
    header("Address1Line", "address1 line");
    header("Address 1&2 (Billing)", "address 1&2 billing");
    header("Contact Owner.id", "contact owner id");
    header("客户ID", "客户id");
    header("客户编号：", "客户编号");
    header("客户编号:", "客户编号");
    header("ＣｕｓｔｏｍｅｒＩＤ", "customer id");
    header("\uFEFFOrder ID", "order id");
    header("order__id", "order id");
    header("order - id", "order id");
    header("UNIT PRICE", "unit price");
    header("Unit Price(USD)", "unit price usd");
    header("(id)", "id");
    header("***", "");
    header("( 元", "元");
    header("(", "");
    header("DuréeÉcoulée", "durée écoulée");
    header("Q3.13", "q3 13");
    header("tenure (months)", "tenure months");
    header("Email Address", "email address");
    header("a (元)", "a");
}

/* Folding what is folded changes nothing, over every code point of the first plane and beyond. */
static void test_stable(void)
{
    unsigned long unstable = 0;
    unsigned long different = 0;
    for (uint32_t code = 1; code < 0x30000; code += code < 0x3100 || code >= 0xF900 ? 1 : 37) {
        if (code >= 0xD800 && code < 0xE000) {
            continue;
        }
        char text[8] = "a";
        size_t n = 1;
        text[n++] = (char)(code < 0x80 ? code : code < 0x800 ? 0xC0 | code >> 6
                           : code < 0x10000 ? 0xE0 | code >> 12 : 0xF0 | code >> 18);
        for (int shift = code < 0x80 ? -6 : code < 0x800 ? 0 : code < 0x10000 ? 6 : 12; shift >= 0;
             shift -= 6) {
            text[n++] = (char)(0x80 | (code >> shift & 0x3F));
        }
        struct str s = {text, n};
        struct str once = fold_key(&arena, s);
        unstable += !str_eq(fold_key(&arena, once), once);
        struct str wide = fold_width(&arena, s);
        unstable += !str_eq(fold_width(&arena, wide), wide);
        different += !str_eq(fold_key(&arena, wide), once);
        arena_reset(&arena);
    }
    CHECK_INT(unstable, 0);
    CHECK_INT(different, 0);
}

/* A long run of marks or brackets takes linear time: this would take minutes if it did not. */
static void test_hostile(void)
{
    size_t n = 1 << 20;
    n -= n % 3;
    char *text = malloc(n);
    static const char *fill[] = {"！", "（", "）", "　", "ﾞ"};
    for (size_t f = 0; text && f < COUNT_OF(fill); f++) {
        for (size_t i = 0; i < n; i += 3) {
            memcpy(text + i, fill[f], 3);
        }
        struct str s = fold_width(&arena, (struct str){text, n});
        CHECK(s.n <= n);
        arena_reset(&arena);
    }
    free(text);
}

int main(void)
{
    test_width_forms();
    test_width_kana();
    test_width_blanks();
    test_width_punctuation();
    test_unchanged_is_input();
    test_key();
    test_key_long();
    test_header();
    test_stable();
    test_hostile();
    arena_free(&arena);
    return unit_end();
}
