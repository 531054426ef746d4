#include "unit.h"

#include "base/arena.h"
#include "value/phone.h"
#include "value/phone_country.h"

static struct arena arena;

static void good(const char *text, const char *country, const char *want)
{
    struct str out = S("(not set)");
    const char *wrong = phone_normal(&arena, str_of(text), str_of(country), &out);
    if (!CHECK(wrong == NULL)) {
        printf("    \"%s\" (%s) %s\n", text, country, wrong);
    }
    CHECK_STR(out, str_of(want));
    if (!wrong && *want == '+') {
        /* A normal form is its own normal form, wherever it is read. */
        struct str again = S("(not set)");
        CHECK(phone_normal(&arena, out, S("US"), &again) == NULL);
        CHECK_STR(again, str_of(want));
    }
}

static void bad(const char *text, const char *country, const char *want)
{
    struct str out = S("(not set)");
    CHECK_STR(str_of(phone_normal(&arena, str_of(text), str_of(country), &out)), str_of(want));
    CHECK_STR(out, S("(not set)"));
}

static void test_international(void)
{
    good("+8613812345678", "", "+8613812345678");
    good("+86 138-1234-5678", "DE", "+8613812345678");
    good("0086 138 1234 5678", "", "+8613812345678");
    good("＋８６　１３８１２３４５６７８", "", "+8613812345678");
    good("(+86) 138 1234 5678", "", "+8613812345678");
    good("（+86）13812345678", "", "+8613812345678");
    good("'+8613812345678", "", "+8613812345678");
    good("tel:+86-138-1234-5678", "", "+8613812345678");
    good("\u202A+86 138\u00A01234\u20115678\u202C", "", "+8613812345678");
    good("+44 (0)20 7946 0018", "", "+442079460018");
    good("+44 020 7946 0018", "", "+442079460018");
    good("+86 0512 6280 0000", "", "+8651262800000");
    good("+39 06 1234 5678", "", "+390612345678");
    good("+39 (0)6 1234 5678", "", "+390612345678");
    good("+34 (0)912 345 678", "", "+34912345678");
    good("+225 01 02 03 04 05", "", "+2250102030405");
    good("+1 (212) 555-0100", "", "+12125550100");
    good("+7 (495) 123-45-67", "", "+74951234567");
    good("+7 8 495 123 45 67", "", "+74951234567");
    good("+36 (06) 1 234 5678", "", "+3612345678");
    good("+881 6 1234 5678", "", "+881612345678"); /* a satellite phone */
    good("+290 22222", "", "+29022222");
    good("+800 0123 4567", "", "+80001234567"); /* freephone of no country: a 0 may come first */
}

/* Prefixes for calls abroad, by the national plans. */
static void test_prefixes(void)
{
    good("011 44 20 7946 0018", "US", "+442079460018");
    good("0011 44 20 7946 0018", "AU", "+442079460018");
    good("0044 20 7946 0018", "AU", "+442079460018");
    good("010 44 20 7946 0018", "JP", "+442079460018");
    good("001 44 20 7946 0018", "KR", "+442079460018");
    good("0082 10 1234 5678", "KR", "+821012345678");
    good("8 10 44 20 7946 0018", "RU", "+442079460018");
    good("00 1 212 555 0100", "DE", "+12125550100");
    good("001 212 555 0100", "CN", "+12125550100");
    good("000 44 20 7946 0018", "KE", "+442079460018");
}

static void test_national(void)
{
    good("138 1234 5678", "CN", "+8613812345678");
    good("138 1234 5678", "cn", "+8613812345678");
    good("010-6280 0000", "CN", "+861062800000");
    good("(0512) 62800000", "CN", "+8651262800000");
    good("030/123456", "DE", "+4930123456");
    good("0171 3920012", "DE", "+491713920012");
    good("06 39 98 00 01", "FR", "+33639980001");
    good("01.99.00.12.34", "FR", "+33199001234");
    good("07700 900123", "GB", "+447700900123");
    good("06 1234 5678", "IT", "+390612345678");
    good("333 123 4567", "IT", "+393331234567");
    good("8 (495) 123-45-67", "RU", "+74951234567");
    good("812 123-45-67", "RU", "+78121234567"); /* 812 is St Petersburg, not a trunk 8 */
    good("8 812 123-45-67", "RU", "+78121234567");
    good("8 727 250 00 00", "KZ", "+77272500000");
    good("090-1234-5678", "JP", "+819012345678");
    good("010-1234-5678", "KR", "+821012345678");
    good("02-123-4567", "KR", "+8221234567");
    good("098765 43210", "IN", "+919876543210");
    good("(011) 91234-5678", "BR", "+5511912345678");
    good("55 99123-4567", "BR", "+5555991234567"); /* 55 is an area code there too */
    good("01 55 1234 5678", "MX", "+525512345678");
    good("045 55 1234 5678", "MX", "+525512345678");
    good("0491 570 006", "AU", "+61491570006");
    good("1300 975 711", "AU", "+611300975711");
    good("1-212-555-0100", "US", "+12125550100");
    good("212.555.0100", "CA", "+12125550100");
    good("06 1 234 5678", "HU", "+3612345678");
    good("8 612 34567", "LT", "+37061234567");
    good("0 612 34567", "LT", "+37061234567");
    good("8 029 123 45 67", "BY", "+375291234567");
    good("2123 4567", "HK", "+85221234567");
    good("0912 345 678", "TW", "+886912345678");
    good("044 668 18 00", "CH", "+41446681800");
}

/* Longer than the country's numbers are, and beginning with its code. */
static void test_lost_plus(void)
{
    good("8613812345678", "CN", "+8613812345678");
    good("74951234567", "RU", "+74951234567");
    good("12125550100", "US", "+12125550100");
    good("919876543210", "IN", "+919876543210");
    good("5511912345678", "BR", "+5511912345678");
    good("447700900123", "GB", "+447700900123");
    good("86 010 6280 0000", "CN", "+861062800000");
}

static void test_no_country(void)
{
    good("138 1234 5678", "", "13812345678");
    good("(030) 12 34 56", "", "030123456");
    good("'13812345678", "", "13812345678");
    good("13812345678.0", "", "13812345678");
    good("1234567", "", "1234567");
    good("030 123456 x7", "", "030123456;ext=7");
    bad("123456", "", "has too few digits");
    good("123456789012345", "", "123456789012345");
    bad("1234567890123456", "", "has too many digits");
}

static void test_extensions(void)
{
    good("+1 212 555 0100 x12", "", "+12125550100;ext=12");
    good("+1 212 555 0100 X 12", "", "+12125550100;ext=12");
    good("+1 212 555 0100 ext. 12", "", "+12125550100;ext=12");
    good("+1 212 555 0100 Extension: 0012", "", "+12125550100;ext=0012");
    good("+1 212 555 0100 #12", "", "+12125550100;ext=12");
    good("+12125550100;ext=12", "", "+12125550100;ext=12");
    good("010-62800000转12", "CN", "+861062800000;ext=12");
    good("010-62800000 转 ８００１", "CN", "+861062800000;ext=8001");
    good("010-62800000分机：12", "CN", "+861062800000;ext=12");
    good("0512-62800000轉12", "CN", "+8651262800000;ext=12");
    bad("+1 212 555 0100 x", "", "has an extension without digits");
    bad("+1 212 555 0100 x12 or 13", "", "has an extension that is not a number");
    bad("+1 212 555 0100 x123456789012", "", "has an extension of too many digits");
    good("+1 212 555 0100 x12345678901", "", "+12125550100;ext=12345678901");
}

static void test_refused(void)
{
    bad("", "CN", "is empty");
    bad(" 　'", "", "is empty");
    bad("---", "", "has too few digits");
    bad("+", "", "has too few digits");
    bad("+86", "", "has too few digits");
    bad("00", "", "has too few digits");
    bad("n/a", "CN", "has a sign that no phone number has");
    bad("1-800-FLOWERS", "US", "has a sign that no phone number has");
    bad("1.38123E+10", "CN", "has a sign that no phone number has");
    bad("x12", "", "has a sign that no phone number has");
    bad("138+12345678", "CN", "has a + that is not at its beginning");
    bad("++8613812345678", "", "has a + that is not at its beginning");
    bad("+999 1234 5678", "", "has an unknown country code");
    bad("+0 1234 5678", "", "has an unknown country code");
    bad("0661116866", "US", "begins with a 0 that its country does not use");
    bad("0612 345 678", "RU", "begins with a 0 that its country does not use");
    bad("+86 00 138 1234 5678", "", "begins with a 0 that its country does not use");
    bad("13812345678", "ZZ", "has a country that is not in the table");
    bad("+8613812345678", "China", "has a country that is not in the table");
    bad("6280 0000", "CN", "has too few digits"); /* no area code */
    bad("555-0100", "US", "has too few digits");
    bad("010-62800000-8001", "CN", "has too many digits");
    bad("13812345678 / 13912345678", "CN", "has too many digits");
    bad("+49 1234 5678 9012 34", "", "has too many digits"); /* 2 + 14 digits */
    good("+49 1234 5678 9012 3", "", "+491234567890123");    /* 2 + 13 = 15 */
    bad("+49 1234", "", "has too few digits");               /* 2 + 4 */
    good("+49 12345", "", "+4912345");                       /* 2 + 5 = 7 */
    bad("11111111111111111111111111111111111111111111", "DE", "has too many digits");
    bad("00000000000000000000000000000000000000000000", "", "has too many digits");
}

/* Spot checks against ITU-T E.164 and a walk over all pairs of letters. */
static void test_table(void)
{
    static const struct {
        const char *id, *code;
    } known[] = {
        {"US", "1"},   {"CA", "1"},   {"CN", "86"},  {"DE", "49"},  {"FR", "33"},  {"GB", "44"},
        {"IT", "39"},  {"VA", "39"},  {"RU", "7"},   {"KZ", "7"},   {"JP", "81"},  {"KR", "82"},
        {"IN", "91"},  {"BR", "55"},  {"MX", "52"},  {"AU", "61"},  {"ZA", "27"},  {"EG", "20"},
        {"NG", "234"}, {"SG", "65"},  {"HK", "852"}, {"MO", "853"}, {"TW", "886"}, {"TH", "66"},
        {"VN", "84"},  {"MY", "60"},  {"ID", "62"},  {"PH", "63"},  {"NZ", "64"},  {"TR", "90"},
        {"SA", "966"}, {"AE", "971"}, {"IL", "972"}, {"PL", "48"},  {"CZ", "420"}, {"SK", "421"},
        {"UA", "380"}, {"IE", "353"}, {"PT", "351"}, {"LI", "423"}, {"SS", "211"}, {"XK", "383"},
    };
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        const struct phone_country *c = phone_country_of(str_of(known[i].id));
        CHECK(c && strcmp(c->code, known[i].code) == 0);
    }
    size_t count = 0;
    for (char a = 'A'; a <= 'Z'; a++) {
        for (char b = 'A'; b <= 'Z'; b++) {
            char id[2] = {a, b};
            const struct phone_country *c = phone_country_of((struct str){id, 2});
            if (!c) {
                continue;
            }
            count++;
            size_t n = strlen(c->code);
            CHECK(n >= 1 && n <= 3 && c->longest + n <= 15 && c->shortest <= c->longest);
            const struct phone_country *called = phone_country_called(str_of(c->code));
            CHECK(called && strcmp(called->code, c->code) == 0);
        }
    }
    /* ISO 3166-1 has 249 codes; all are there, and XK, which it leaves to its users. */
    CHECK_INT(count, 250);
    CHECK(phone_country(S("CN")) && phone_country(S("de")) && phone_country(S("Gb")));
    CHECK(!phone_country(S("")) && !phone_country(S("ZZ")) && !phone_country(S("CHN")));
    CHECK(!phone_country(S("C")) && !phone_country((struct str){NULL, 0}));
}

int main(void)
{
    test_international();
    test_prefixes();
    test_national();
    test_lost_plus();
    test_no_country();
    test_extensions();
    test_refused();
    test_table();
    arena_free(&arena);
    return unit_end();
}
