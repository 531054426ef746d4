/* The table itself is looked at: its file is part of this program. */
#include "report/words.c"

#include "unit.h"

#include "analysis/lifecycle.h"
#include "analysis/movement.h"
#include "analysis/segments.h"
#include "value/utf8.h"

/*
 * The printf conversions of a text, in order: "a %.*s b %.2f 20%%" has "%.*s %.2f %% ". Empty for a
 * text without any, and for one in which a % is a percent sign, such as "best 1%": that is no
 * format.
 */
static const char *conversions(const char *text)
{
    static const char *const known[] = {"%%", "%.*s", "%.2f", "%.3f", "%s"};
    static char found[256];
    size_t n = 0;
    for (const char *at = text; (at = strchr(at, '%'));) {
        size_t k = 0;
        while (k < COUNT_OF(known) && strncmp(at, known[k], strlen(known[k])) != 0) {
            k++;
        }
        if (k == COUNT_OF(known)) {
            return "";
        }
        n += (size_t)snprintf(found + n, sizeof found - n, "%s ", known[k]);
        at += strlen(known[k]);
    }
    found[n] = '\0';
    return found;
}

static void test_conversions(void)
{
    CHECK(strcmp(conversions("a %.*s b %.2f 20%%"), "%.*s %.2f %% ") == 0);
    CHECK(strcmp(conversions("best 1%"), "") == 0);
    CHECK(strcmp(conversions("longer than 95% of them"), "") == 0);
    CHECK(strcmp(conversions("%.*s% %"), "") == 0);
}

static size_t percent_signs(const char *text)
{
    size_t n = 0;
    for (; *text; text++) {
        n += *text == '%';
    }
    return n;
}

static void test_formats(void)
{
    size_t formats = 0;
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        char english[256];
        snprintf(english, sizeof english, "%s", conversions(table[i].en));
        if (!CHECK(strcmp(english, conversions(table[i].zh)) == 0) ||
            !CHECK(percent_signs(table[i].en) == percent_signs(table[i].zh))) {
            printf("    \"%s\"\n    \"%s\"\n", table[i].en, table[i].zh);
        }
        formats += *english != '\0';
    }
    CHECK(formats >= 8);
}

static bool has_letters_of_chinese(const char *text)
{
    for (; *text; text++) {
        if ((unsigned char)*text >= 0x80) {
            return true;
        }
    }
    return false;
}

/* One English text, one Chinese text: each finds the other. */
static void test_inverse(void)
{
    for (size_t i = 0; i < COUNT_OF(table); i++) {
        struct str en = str_of(table[i].en);
        struct str zh = str_of(table[i].zh);
        CHECK_STR(words_chinese(en), zh);
        CHECK_STR(words_english(zh), en);
        CHECK(strcmp(words(WORDS_ZH, table[i].en), table[i].zh) == 0);
        CHECK(words(WORDS_EN, table[i].en) == table[i].en);
        CHECK(has_letters_of_chinese(table[i].zh));
        /* An English label passes through words_english as it is. */
        CHECK_STR(words_english(en), en);
        for (size_t k = 0; k < i; k++) {
            if (!CHECK(strcmp(table[k].en, table[i].en) != 0) ||
                !CHECK(strcmp(table[k].zh, table[i].zh) != 0)) {
                printf("    twice: \"%s\" \"%s\"\n", table[i].en, table[i].zh);
            }
        }
    }
}

static void test_unknown(void)
{
    CHECK_STR(words_chinese(S("VIP")), S("VIP"));
    CHECK_STR(words_english(S("VIP")), S("VIP"));
    CHECK_STR(words_chinese(S("")), S(""));
    CHECK_STR(words_english(S("")), S(""));
    CHECK(strcmp(words(WORDS_ZH, "Platinum"), "Platinum") == 0);
    /* A slice ends where it ends: "up" of "upper", not "upper"; case counts. */
    CHECK_STR(words_chinese((struct str){"upper", 2}), S("升级"));
    CHECK_STR(words_chinese((struct str){"upper", 3}), S("upp"));
    CHECK_STR(words_chinese(S("UP")), S("UP"));
    CHECK_STR(words_english((struct str){"升级了", 6}), S("up"));
}

/* What the commands write as labels. */
static void test_labels(void)
{
    for (int i = 0; i < LIFECYCLE_STAGES; i++) {
        const char *name = lifecycle_name((enum lifecycle_stage)i);
        CHECK(has_letters_of_chinese(words(WORDS_ZH, name)));
    }
    for (int i = MOVEMENT_NONE + 1; i < MOVEMENT_KINDS; i++) {
        const char *name = movement_name((enum movement_kind)i);
        CHECK(has_letters_of_chinese(words(WORDS_ZH, name)));
    }
    static const char *const segments[] = {"rf25", "rfm10", "rfm11", "cn8", "cn8-median"};
    for (size_t i = 0; i < COUNT_OF(segments); i++) {
        struct policy_rules rules = segments_table(str_of(segments[i]));
        CHECK(rules.count > 0);
        for (size_t k = 0; k < rules.count; k++) {
            struct str chinese = words_chinese(rules.rule[k].name);
            if (!CHECK(!str_eq(chinese, rules.rule[k].name))) {
                printf("    segment of %s without Chinese: %.*s\n", segments[i], STRF(chinese));
            }
        }
    }
    CHECK(!str_eq(words_chinese(S("Others")), S("Others")));
    CHECK(!str_eq(words_chinese(S("important")), S("important")));
    CHECK(!str_eq(words_chinese(S("ordinary")), S("ordinary")));
}

int main(void)
{
    test_conversions();
    test_formats();
    test_inverse();
    test_unknown();
    test_labels();
    return unit_end();
}
