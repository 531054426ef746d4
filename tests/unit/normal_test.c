#include "unit.h"

#include "value/money.h"
#include "value/normal.h"

/* The long way: read, written again, and compared. */
static bool number_stays(struct str text, int decimals, int64_t *units)
{
    struct money money;
    char written[MONEY_ROOM];
    if (money_parse(text, (struct money_style){0}, &money) ||
        !str_eq(text, (struct str){written, money_format(money.units, decimals, written)})) {
        return false;
    }
    *units = money.units;
    return true;
}

static void check_number(struct str text, int decimals)
{
    int64_t got = 0, want = 0;
    bool is = number_stays(text, decimals, &want);
    bool ok = normal_number(text, decimals, &got) == is && (!is || got == want);
    unit_check(ok, __FILE__, __LINE__, text.p);
}

/* Each byte replaced by each other one that is neither NUL nor beyond ASCII. */
static void odd_bytes(const char *good)
{
    char text[32];
    snprintf(text, sizeof text, "%s", good);
    for (size_t i = 0; good[i]; i++) {
        for (int c = 1; c < 128; c++) {
            text[i] = (char)c;
            check_number(str_of(text), 2);
        }
        text[i] = good[i];
    }
}

static void numbers(void)
{
    static const char *const texts[] = {
        "", "-", ".", "0", "-0", "00", "01", "7", "-7", "+7", "12", "12.", ".5", "0.5", "-0.5", "0.0",
        "-0.0", "12.5", "12.50", "12.500", "12.505", "12.5050", "12.5055", "12.50551", "012.50",
        "1,234.50", "1234.50", "-1234.50", "99999999999999", "99999999999999.9999",
        "-99999999999999.9999", "1e3", "5-", "(5.00)", "12..5", "1.2.3", "--5", "12.5 ", " 12.5",
        "\xEF\xBC\x95", "5\xEF\xBC\x95.00"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        for (int decimals = 0; decimals <= 4; decimals++) {
            check_number(str_of(texts[i]), decimals);
        }
    }
    /* Beyond 14 digits the short way leaves it to the long one. */
    int64_t units;
    CHECK(number_stays(S("100000000000000.00"), 2, &units));
    CHECK(!normal_number(S("100000000000000.00"), 2, &units));
    /* What money_format writes is normal: values of every size. */
    uint64_t state = 1;
    for (unsigned i = 0; i < 20000; i++) {
        char text[MONEY_ROOM];
        state = state * UINT64_C(6364136223846793005) + 1442695040888963407; /* Knuth's MMIX */
        int64_t value = (int64_t)(state >> 8 >> (i % 50));
        size_t n = money_format(i % 2 ? value : -value, (int)(i % 5), text);
        int64_t got = 0;
        bool small = value < INT64_C(1000000000000000000);
        CHECK(normal_number((struct str){text, n}, (int)(i % 5), &got) == small);
        CHECK(!small || got == (i % 2 ? value : -value));
    }
}

int main(void)
{
    int64_t units;
    CHECK(normal_number(S("-12.50"), 2, &units) && units == -125000);
    CHECK(!normal_number(S("12.5"), 2, &units) && !normal_number(S("-0.00"), 2, &units));
    odd_bytes("-12.50");
    numbers();
    return unit_end();
}
