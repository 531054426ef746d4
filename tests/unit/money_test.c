#include "base/base.h"

#include "unit.h"
#include "value/money.h"

static const struct money_style point = {false, false};
static const struct money_style comma = {true, false};
static const struct money_style rounding = {false, true};

static void expect(const char *text, struct money_style style, int64_t units, const char *symbol,
                   int line)
{
    struct money money;
    const char *error = money_parse(str_of(text), style, &money);
    if (!unit_check(error == NULL, __FILE__, line, text)) {
        printf("    %s\n", error);
        return;
    }
    unit_check_int(money.units, units, __FILE__, line);
    unit_check_str(str_of(money.symbol), str_of(symbol), __FILE__, line);
}

static void refuse(const char *text, struct money_style style, const char *want, int line)
{
    struct money money = {.units = 4711};
    const char *error = money_parse(str_of(text), style, &money);
    if (!unit_check(error != NULL, __FILE__, line, text)) {
        return;
    }
    unit_check_str(str_of(error), str_of(want), __FILE__, line);
    unit_check(money.units == 4711, __FILE__, line, "a refused text leaves the amount alone");
}

#define EXPECT(text, units) expect((text), point, (units), "", __LINE__)
#define EXPECT_COMMA(text, units) expect((text), comma, (units), "", __LINE__)
#define EXPECT_SYMBOL(text, units, symbol) expect((text), point, (units), (symbol), __LINE__)
#define REFUSE(text, want) refuse((text), point, (want), __LINE__)

static void test_numbers(void)
{
    EXPECT("0", 0);
    EXPECT("-0", 0);
    EXPECT("-0.00", 0);
    EXPECT("1234.5", 12345000);
    EXPECT("1,234.50", 12345000);
    EXPECT("1,234,567", 12345670000);
    EXPECT("12.5", 125000);
    EXPECT("(12.50)", -125000);
    EXPECT("( 12.50 )", -125000);
    EXPECT("-5", -50000);
    EXPECT("5-", -50000);
    EXPECT("5.00 -", -50000);
    EXPECT("- 5", -50000);
    EXPECT("+3", 30000);
    EXPECT(".5", 5000);
    EXPECT("-.5", -5000);
    EXPECT("5.", 50000);
    EXPECT("  7.25\t", 72500);
    EXPECT("0.0001", 1);
    EXPECT("-0.0001", -1);
    EXPECT("1.23450000000", 12345);
    EXPECT("000000000000000000012", 120000);
    EXPECT("１２３４．５", 12345000);
    EXPECT("－５", -50000);
    EXPECT("＋５", 50000);
    EXPECT("（１２．５０）", -125000);
    EXPECT("１，２３４．５", 12345000);
    EXPECT("\xE2\x88\x92" "5", -50000); /* U+2212 */
    EXPECT("1'234.56", 12345600);
    EXPECT("1\xE2\x80\x99" "234.56", 12345600); /* U+2019 */
    EXPECT("1 234 567.8", 12345678000);
    EXPECT("1\xC2\xA0" "234.5", 12345000);
    EXPECT("　5　", 50000);
    EXPECT_COMMA("1.234,56", 12345600);
    EXPECT_COMMA("1 234,56", 12345600);
    EXPECT_COMMA("1\xC2\xA0" "234,56", 12345600);
    EXPECT_COMMA("1\xE2\x80\xAF" "234,56", 12345600);
    EXPECT_COMMA("1'234,56", 12345600);
    EXPECT_COMMA("12,5", 125000);
    EXPECT_COMMA(",5", 5000);
    EXPECT_COMMA("1.234", 12340000);
    EXPECT_COMMA("-1.234.567,8", -12345678000);
    expect("1.234,56 €", comma, 12345600, "EUR", __LINE__);
}

static void test_refused(void)
{
    static const char *const none[] = {
        "-",     "+",      ".",      "()",     "(5",      "5)",   "1e3",   "1E3",   "NaN",
        "inf",   "-inf",   "0x10",   "abc",    "5 kg",    "5%",   "$",     "EUR",   "5+",
        "5-3",   "5:30",   "5 XYZ",  "XYZ 5",  "5 all",   "5 eur", "5EURO", "5\x01", "((5))x",
        "--",    "5\xFF",  "五",     ",",      "2024-01-05", "- ", "5 - 3", "5$6",  ",5",
    };
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        REFUSE(none[i], "is not a decimal number");
    }
    struct money money;
    CHECK(money_parse((struct str){"5\0", 2}, point, &money) != NULL);
    REFUSE("", "is empty");
    REFUSE(" \t ", "is empty");
    REFUSE("　", "is empty");
    CHECK(money_parse((struct str){NULL, 0}, point, &money) != NULL);
    static const char *const groups[] = {
        "12,50", "1,2345", "1234,567", "1,,234", "1,234,5", "1,", "1,234,", "0,123", "1 23",
        "1,234 567", "1'23", "1.234,56", "1.234.567", "1.5'000", "1,234'567", "12,34,567",
    };
    for (size_t i = 0; i < COUNT_OF(groups); i++) {
        REFUSE(groups[i], "has a group separator out of place");
    }
    refuse("1,234.56", comma, "has a group separator out of place", __LINE__);
    refuse("12.50", comma, "has a group separator out of place", __LINE__);
    static const char *const signs[] = {"--5", "+-5", "-5-", "(-5)", "-(5)", "-$-5", "+5-"};
    for (size_t i = 0; i < COUNT_OF(signs); i++) {
        REFUSE(signs[i], "has two signs");
    }
    REFUSE("0.00001", "has more than 4 decimals");
    REFUSE("1.234500001", "has more than 4 decimals");
    char longest[400];
    memset(longest, '1', sizeof(longest) - 1);
    longest[sizeof(longest) - 1] = '\0';
    REFUSE(longest, "is too large");
    memcpy(longest, "￥", 3); /* has to be narrowed, and is longer than any amount */
    REFUSE(longest, "is not a decimal number");
}

static void test_symbols(void)
{
    EXPECT_SYMBOL("¥1,234.56", 12345600, "¥");
    EXPECT_SYMBOL("￥1,234.56", 12345600, "¥");
    EXPECT_SYMBOL("1,234.56元", 12345600, "CNY");
    EXPECT_SYMBOL("人民币 5 元", 50000, "CNY");
    EXPECT_SYMBOL("RMB100", 1000000, "CNY");
    EXPECT_SYMBOL("rmb 100", 1000000, "CNY");
    EXPECT_SYMBOL("US$ 5", 50000, "USD");
    EXPECT_SYMBOL("$5", 50000, "$");
    EXPECT_SYMBOL("＄５", 50000, "$");
    EXPECT_SYMBOL("-$5", -50000, "$");
    EXPECT_SYMBOL("$-5", -50000, "$");
    EXPECT_SYMBOL("($5.00)", -50000, "$");
    EXPECT_SYMBOL("$(5.00)", -50000, "$");
    EXPECT_SYMBOL("$.5", 5000, "$");
    EXPECT_SYMBOL("EUR 12.50", 125000, "EUR");
    EXPECT_SYMBOL("12.50 EUR", 125000, "EUR");
    EXPECT_SYMBOL("12.50EUR", 125000, "EUR");
    EXPECT_SYMBOL("EUR12.50", 125000, "EUR");
    EXPECT_SYMBOL("(12.50) EUR", -125000, "EUR");
    EXPECT_SYMBOL("12.50- EUR", -125000, "EUR");
    EXPECT_SYMBOL("€12", 120000, "EUR");
    EXPECT_SYMBOL("12 €", 120000, "EUR");
    EXPECT_SYMBOL("£12", 120000, "GBP");
    EXPECT_SYMBOL("HK$5", 50000, "HKD");
    EXPECT_SYMBOL("AU$5", 50000, "AUD");
    EXPECT_SYMBOL("5 zł", 50000, "PLN");
    EXPECT_SYMBOL("$5.00 USD", 50000, "USD");
    EXPECT_SYMBOL("CAD $5.00", 50000, "CAD");
    EXPECT_SYMBOL("¥100 CNY", 1000000, "CNY");
    EXPECT_SYMBOL("¥100元", 1000000, "CNY");
    EXPECT_SYMBOL("JPY ¥100", 1000000, "JPY");
    EXPECT_SYMBOL("USD 5 USD", 50000, "USD");
    REFUSE("$5 EUR", "has two currencies");
    REFUSE("USD 5 EUR", "has two currencies");
    REFUSE("¥5 USD", "has two currencies");
    REFUSE("€$5", "has two currencies");
    REFUSE("$¥5", "has two currencies");
}

static void test_rounding(void)
{
    /* Half to even at the fourth decimal; anything behind the 5 is more than half. */
    static const struct {
        const char *text;
        int64_t units;
    } rows[] = {
        {"0.00004", 0},   {"0.00005", 0},     {"0.000050001", 1}, {"0.00006", 1},
        {"0.00015", 2},   {"0.00025", 2},     {"0.000250", 2},    {"-0.00015", -2},
        {"-0.00005", 0},  {"0.99995", 10000}, {"0.99985", 9998},  {"1.23456789", 12346},
        {"0.000049999", 0}, {"2", 20000},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        expect(rows[i].text, rounding, rows[i].units, "", __LINE__);
    }
    expect("922337203685477.58074", rounding, INT64_MAX, "", __LINE__);
    /* The last unit is odd, so half goes up and out of range. */
    refuse("922337203685477.58075", rounding, "is too large", __LINE__);
}

static void test_extremes(void)
{
    EXPECT("922337203685477.5807", INT64_MAX);
    EXPECT("-922337203685477.5807", -INT64_MAX);
    EXPECT("-922,337,203,685,477.5807", -INT64_MAX);
    EXPECT("99999999999999.9999", 999999999999999999);
    static const char *const large[] = {
        "922337203685477.5808", "-922337203685477.5808", "922337203685478", "999999999999999",
        "9223372036854775807", "18446744073709551616", "-922,337,203,685,478", "92233720368547758070"
        ,
    };
    for (size_t i = 0; i < COUNT_OF(large); i++) {
        REFUSE(large[i], "is too large");
    }
}

static void test_format(void)
{
    static const struct {
        int64_t units;
        int decimals;
        const char *want;
    } rows[] = {
        {0, 0, "0"},           {0, 2, "0.00"},       {125000, 2, "12.50"},  {125000, 0, "12.5"},
        {120000, 0, "12"},     {1, 0, "0.0001"},     {-1, 2, "-0.0001"},    {-5000, 2, "-0.50"},
        {12345, 2, "1.2345"},  {12340, 2, "1.234"},  {12340, 4, "1.2340"},  {10000, 3, "1.000"},
        {INT64_MAX, 2, "922337203685477.5807"},      {-INT64_MAX, 0, "-922337203685477.5807"},
        {INT64_MIN, 2, "-922337203685477.5808"},     {10000000, -1, "1000"}, {10000, 9, "1.0000"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[MONEY_ROOM];
        size_t n = money_format(rows[i].units, rows[i].decimals, text);
        CHECK_STR(((struct str){text, n}), str_of(rows[i].want));
        CHECK(text[n] == '\0');
    }
}

/* Writes the amount with a separator before every third digit, by a way of its own. */
static void group(const char *plain, char *grouped, char separator, char decimal)
{
    size_t whole = strcspn(plain, ".");
    for (size_t i = 0; plain[i]; i++) {
        if (i < whole && i > 0 && plain[i - 1] != '-' && (whole - i) % 3 == 0) {
            *grouped++ = separator;
        }
        *grouped++ = plain[i] == '.' ? decimal : plain[i];
    }
    *grouped = '\0';
}

static unsigned long round_trip(int64_t units)
{
    unsigned long wrong = 0;
    for (int decimals = 0; decimals <= 4; decimals++) {
        char text[MONEY_ROOM];
        char grouped[2 * MONEY_ROOM];
        struct money money = {0};
        size_t n = money_format(units, decimals, text);
        wrong += money_parse((struct str){text, n}, point, &money) || money.units != units;
        group(text, grouped, ',', '.');
        wrong += money_parse(str_of(grouped), point, &money) || money.units != units;
        group(text, grouped, '.', ',');
        wrong += money_parse(str_of(grouped), comma, &money) || money.units != units;
    }
    return wrong;
}

static void test_round_trip(void)
{
    unsigned long wrong = 0;
    for (int64_t units = -20000; units <= 20000; units += 7) {
        wrong += round_trip(units);
    }
    for (int64_t size = 1; size < INT64_MAX / 10; size *= 10) {
        for (int64_t near = -2; near <= 2; near++) {
            wrong += round_trip(size + near) + round_trip(-size + near);
        }
    }
    for (int64_t near = 0; near < 100; near++) {
        wrong += round_trip(INT64_MAX - near) + round_trip(-INT64_MAX + near);
    }
    /* Random amounts of every size: Knuth's MMIX generator, shifted by 1 to 63 bits. */
    uint64_t state = 42;
    for (int i = 0; i < 20000; i++) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        int64_t units = (int64_t)(state >> (1 + i % 63));
        wrong += round_trip(units) + round_trip(-units);
    }
    CHECK_INT(wrong, 0);
}

static void test_sums(void)
{
    int64_t sum = INT64_MAX - 1;
    CHECK(money_add(&sum, 1) && sum == INT64_MAX);
    CHECK(!money_add(&sum, 1) && sum == INT64_MAX);
    CHECK(money_sub(&sum, INT64_MAX) && sum == 0);
    CHECK(money_sub(&sum, INT64_MAX) && sum == -INT64_MAX);
    CHECK(!money_sub(&sum, 1) && sum == -INT64_MAX); /* INT64_MIN has no negative */
    CHECK(!money_sub(&sum, 2) && sum == -INT64_MAX);
    CHECK(!money_add(&sum, -1) && sum == -INT64_MAX);
    CHECK(money_add(&sum, INT64_MAX) && sum == 0);
}

static void expect_product(int64_t quantity, int64_t price, struct money_style style,
                           int64_t want, int line)
{
    int64_t product = 0;
    unit_check(!money_multiply(quantity, price, style, &product), __FILE__, line, "a product");
    unit_check_int(product, want, __FILE__, line);
}

static void test_products(void)
{
    expect_product(30000, 125000, point, 375000, __LINE__);        /* 3 x 12.5 */
    expect_product(-15000, 19900, point, -29850, __LINE__);        /* -1.5 x 1.99 */
    expect_product(0, INT64_MAX, point, 0, __LINE__);
    expect_product(10000, -INT64_MAX, point, -INT64_MAX, __LINE__);
    expect_product(5000, 1, rounding, 0, __LINE__);                /* 0.5 x 0.0001: half, even 0 */
    expect_product(15000, 1, rounding, 2, __LINE__);               /* 1.5 units: half, even 2 */
    expect_product(25000, 1, rounding, 2, __LINE__);               /* 2.5 units */
    expect_product(-15000, 1, rounding, -2, __LINE__);
    expect_product(25001, 1, rounding, 3, __LINE__);
    int64_t product = 4711;
    CHECK_STR(str_of(money_multiply(5000, 1, point, &product)), S("has more than 4 decimals"));
    CHECK_STR(str_of(money_multiply(20000, INT64_MAX, point, &product)), S("is too large"));
    CHECK_STR(str_of(money_multiply(INT64_MIN, INT64_MIN, rounding, &product)),
              S("is too large"));
    CHECK_STR(str_of(money_multiply(10000, INT64_MIN, point, &product)), S("is too large"));
    CHECK_INT(product, 4711);
}

static void test_currencies(void)
{
    static const struct {
        const char *codes;
        int decimals;
    } rows[] = {
        {"BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", 0},
        {"BHD IQD JOD KWD LYD OMR TND", 3},
        {"CLF UYW", 4},
        {"AED CNY EUR USD GBP HKD TWD CHF INR BRL MRU MGA ZWG XCG XAD SLE VED COU USN CHE MXV BOV"
         " XAU XXX XDR HRK BGN ANG ZWL ZAR ZMW", 2},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct str rest = str_of(rows[i].codes);
        while (rest.n > 0) {
            struct str code = str_cut(&rest, ' ');
            CHECK(money_is_currency(code));
            CHECK_INT(money_decimals(code), rows[i].decimals);
        }
    }
    /* All codes of three letters: 178 on list one and the six kept from before. */
    int count = 0, none = 0, three = 0, four = 0;
    for (int i = 0; i < 26 * 26 * 26; i++) {
        char code[3] = {(char)('A' + i / 676), (char)('A' + i / 26 % 26), (char)('A' + i % 26)};
        struct str text = {code, 3};
        count += money_is_currency(text);
        none += money_decimals(text) == 0;
        three += money_decimals(text) == 3;
        four += money_decimals(text) == 4;
    }
    CHECK_INT(count, 184);
    CHECK(none == 17 && three == 7 && four == 2);
    static const char *const unknown[] = {"", "US", "USDX", "usd", "Jpy", "RMB", "XYZ", "$", "AAA"};
    for (size_t i = 0; i < COUNT_OF(unknown); i++) {
        CHECK(!money_is_currency(str_of(unknown[i])));
        CHECK_INT(money_decimals(str_of(unknown[i])), 2);
    }
}

/* Texts of digits, points and signs: what the short way takes, the full reader, led to by a plus sign,
 * takes for the same. */
static void test_plain(void)
{
    static const char bytes[] = "0123456789..-";
    uint64_t state = 3;
    size_t taken = 0, left = 0;
    for (int i = 0; i < 200000; i++) {
        char text[24] = "+";
        size_t n = 1;
        state = state * 6364136223846793005u + 1442695040888963407u;
        uint64_t bits = state;
        for (size_t length = 1 + (bits >> 60); n <= length; n++) {
            bits = bits * 2862933555777941757u + 3037000493u;
            text[n] = bytes[(bits >> 40) % (n == 1 ? 13 : 12)];
        }
        struct money money;
        int64_t units;
        struct str plain = {text + 1, n - 1};
        struct str full = text[1] == '-' ? (struct str){text + 2, n - 2} : plain;
        char signed_text[32];
        int m = snprintf(signed_text, sizeof signed_text, "+%.*s", STRF(full));
        const char *error = money_parse((struct str){signed_text, (size_t)m}, (struct money_style){0},
                                        &money);
        if (money_plain(plain, &units)) {
            CHECK(!error && units == (text[1] == '-' ? -money.units : money.units));
            taken++;
        } else {
            left++;
        }
    }
    CHECK(taken > 20000 && left > 20000);
}

int main(void)
{
    test_plain();
    test_numbers();
    test_refused();
    test_symbols();
    test_rounding();
    test_extremes();
    test_format();
    test_round_trip();
    test_sums();
    test_products();
    test_currencies();
    return unit_end();
}
