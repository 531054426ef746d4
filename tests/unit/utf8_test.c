#include "base/base.h"

#include "unit.h"
#include "value/utf8.h"

static void test_valid(void)
{
    static const char *const valid[] = {
        "",
        "plain ASCII, longer than eight bytes",
        "\xC2\x80",         /* U+0080, the first of two bytes */
        "\xDF\xBF",         /* U+07FF, the last */
        "\xE0\xA0\x80",     /* U+0800 */
        "\xED\x9F\xBF",     /* U+D7FF, before the surrogates */
        "\xEE\x80\x80",     /* U+E000, behind them */
        "\xEF\xBF\xBF",     /* U+FFFF */
        "\xF0\x90\x80\x80", /* U+10000 */
        "\xF4\x8F\xBF\xBF", /* U+10FFFF */
        "客户é😀x",
        "1234567客12345678",
    };
    for (size_t i = 0; i < COUNT_OF(valid); i++) {
        struct str s = str_of(valid[i]);
        CHECK_INT(utf8_invalid(s), s.n);
        CHECK_INT(utf8_cut_off(s), 0);
    }
    CHECK_INT(utf8_invalid((struct str){NULL, 0}), 0);
    CHECK_INT(utf8_cut_off((struct str){NULL, 0}), 0);
    CHECK_INT(utf8_invalid((struct str){"a\0b", 3}), 3);
}

static void test_invalid(void)
{
    static const char *const invalid[] = {
        "\x80",             /* a continuation without a lead */
        "\xBF",             /* the same */
        "\xC0\x80",         /* overlong NUL */
        "\xC1\xBF",         /* overlong U+007F */
        "\xE0\x9F\xBF",     /* overlong U+07FF */
        "\xF0\x8F\xBF\xBF", /* overlong U+FFFF */
        "\xED\xA0\x80",     /* surrogate U+D800 */
        "\xED\xBF\xBF",     /* surrogate U+DFFF */
        "\xF4\x90\x80\x80", /* U+110000 */
        "\xF5\x80\x80\x80", /* beyond, whatever follows */
        "\xFE",
        "\xFF",
        "\xC2",         /* cut off by the end */
        "\xE5\xAE",     /* the same */
        "\xF0\x9F\x98", /* the same */
        "\xC2" "A",     /* cut off by ASCII */
        "\xE5\xAE" "A",
        "\xE5" "A\xA2",
        "\xF0\x9F\x98" "A",
        "\xC2\xC2\x80",
    };
    for (size_t i = 0; i < COUNT_OF(invalid); i++) {
        for (size_t before = 0; before < 18; before++) {
            char text[64];
            memset(text, 'a', before);
            memcpy(text + before, invalid[i], strlen(invalid[i]));
            size_t n = before + strlen(invalid[i]);
            CHECK_INT(utf8_invalid((struct str){text, n}), before);
            memcpy(text + n, "客户 etc.", strlen("客户 etc."));
            CHECK_INT(utf8_invalid((struct str){text, n + strlen("客户 etc.")}), before);
        }
    }
    CHECK_INT(utf8_invalid(S("客户\x80")), 6);
}

static void test_cut_off(void)
{
    CHECK_INT(utf8_cut_off(S("a\xC2")), 1);
    CHECK_INT(utf8_cut_off(S("a\xE5")), 1);
    CHECK_INT(utf8_cut_off(S("a\xE5\xAE")), 2);
    CHECK_INT(utf8_cut_off(S("\xF0")), 1);
    CHECK_INT(utf8_cut_off(S("\xF0\x9F")), 2);
    CHECK_INT(utf8_cut_off(S("a\xF0\x9F\x98")), 3);
    CHECK_INT(utf8_cut_off(S("客\xF0\x9F\x98")), 3);
    /* What no byte more can make whole begins nothing. */
    CHECK_INT(utf8_cut_off(S("\xE0\x80")), 0);
    CHECK_INT(utf8_cut_off(S("\xED\xA0")), 0);
    CHECK_INT(utf8_cut_off(S("\xF4\x90")), 0);
    CHECK_INT(utf8_cut_off(S("\xC0")), 0);
    CHECK_INT(utf8_cut_off(S("\xFF")), 0);
    CHECK_INT(utf8_cut_off(S("\x80\x80\x80\x80")), 0);
    CHECK_INT(utf8_cut_off(S("\xC2\x80\x80")), 0);
    /* Every prefix of a text is valid but for what is cut off. */
    struct str text = S("a客é😀户x");
    for (size_t n = 0; n <= text.n; n++) {
        struct str part = str_slice(text, 0, n);
        CHECK_INT(utf8_invalid(part), n - utf8_cut_off(part));
    }
}

/* Every code point there and back; the encoded lengths are those of RFC 3629, section 3. */
static void test_code_points(void)
{
    unsigned long wrong = 0;
    for (uint32_t code = 0; code <= 0x10FFFF; code++) {
        if (code >= 0xD800 && code <= 0xDFFF) {
            continue;
        }
        char bytes[4];
        size_t length = utf8_encode(code, bytes);
        size_t read = 0;
        struct str s = {bytes, length};
        wrong += length != 1u + (code > 0x7F) + (code > 0x7FF) + (code > 0xFFFF);
        wrong += utf8_invalid(s) != length || utf8_decode(s, &read) != code || read != length;
    }
    CHECK_INT(wrong, 0);
    char bytes[4];
    CHECK(utf8_encode(0x5BA2, bytes) == 3 && memcmp(bytes, "\xE5\xAE\xA2", 3) == 0);
    CHECK(utf8_encode(0x1F600, bytes) == 4 && memcmp(bytes, "\xF0\x9F\x98\x80", 4) == 0);
    /* No characters: written as U+FFFD, so that the output stays valid. */
    CHECK(utf8_encode(0xD800, bytes) == 3 && memcmp(bytes, "\xEF\xBF\xBD", 3) == 0);
    CHECK(utf8_encode(0x110000, bytes) == 3 && memcmp(bytes, "\xEF\xBF\xBD", 3) == 0);
    size_t length;
    CHECK_INT(utf8_decode(S("\xE5\xAE"), &length), 0xFFFD);
    CHECK_INT(length, 1);
}

static void test_count_and_width(void)
{
    CHECK_INT(utf8_count(S("")), 0);
    CHECK_INT(utf8_count(S("abc")), 3);
    CHECK_INT(utf8_count(S("客户é😀")), 4);
    CHECK_INT(utf8_width(S("")), 0);
    CHECK_INT(utf8_width(S("abc ~")), 5);
    CHECK_INT(utf8_width(S("客户")), 4);
    CHECK_INT(utf8_width(S("Ａ１，")), 6);
    CHECK_INT(utf8_width(S("ｶﾅ")), 2);          /* half-width katakana */
    CHECK_INT(utf8_width(S("한국")), 4);
    CHECK_INT(utf8_width(S("é")), 1);
    CHECK_INT(utf8_width(S("e\xCC\x81")), 1);   /* a combining acute */
    CHECK_INT(utf8_width(S("😀")), 2);
    CHECK_INT(utf8_width(S("𠮷")), 2);          /* U+20BB7, a CJK ideograph of four bytes */
    CHECK_INT(utf8_width(S("a\tb\n\x7F")), 2);  /* controls take no column */
    CHECK_INT(utf8_width(S("\xC2\x85")), 0);    /* U+0085 is a control, too */
    CHECK_INT(utf8_width(S("\xE2\x80\x8B")), 0); /* zero width space */
}

static void test_narrow(void)
{
    for (uint32_t code = '!'; code <= '~'; code++) {
        CHECK_INT(utf8_narrow(code + 0xFEE0), code);
        CHECK_INT(utf8_narrow(code), code);
    }
    static const uint32_t blanks[] = {0xA0, 0x2007, 0x2009, 0x202F, 0x3000};
    for (size_t i = 0; i < COUNT_OF(blanks); i++) {
        CHECK_INT(utf8_narrow(blanks[i]), ' ');
    }
    CHECK_INT(utf8_narrow(0x2212), '-');
    static const uint32_t same[] = {0, ' ', 0xFF00, 0xFF5F, 0xFFE5, 0x3002, 0x2460, 0x5BA2};
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        CHECK_INT(utf8_narrow(same[i]), same[i]);
    }
}

int main(void)
{
    test_valid();
    test_invalid();
    test_cut_off();
    test_code_points();
    test_count_and_width();
    test_narrow();
    return unit_end();
}
