/* The traps of SQL over text, each shown closed (rules/expr.h). */
#include "unit.h"

#include "rules/expr.h"

static const struct expr_column columns[] = {
    {{"customer_id", 11}, EXPR_TEXT},
    {{"amount", 6}, EXPR_REAL},
    {{"orders", 6}, EXPR_INTEGER},
    {{"spend", 5}, EXPR_UNKNOWN},
    {{"备注", 6}, EXPR_UNKNOWN},
};

static struct expr_value row[] = {
    {.text = {"007", 3}},
    {.text = {"12.50", 5}, .is_number = true, .units = 125000},
    {.text = {"3", 1}, .is_number = true, .units = 30000},
    {.text = {"n/a", 3}},
    {.text = {"", 0}},
};

static enum expr_result test(const char *text)
{
    char message[EXPR_MESSAGE];
    const char *reason;
    struct expr *expr = expr_new(str_of(text), columns, COUNT_OF(columns), message);
    if (!CHECK(expr != NULL)) {
        printf("    %s: %s\n", text, message);
        return EXPR_ERROR;
    }
    enum expr_result result = expr_test(expr, row, &reason);
    CHECK(expr_test(expr, row, &reason) == result); /* a second row is as good as the first */
    expr_free(expr);
    return result;
}

static void refused(const char *text, const char *want)
{
    char message[EXPR_MESSAGE] = "";
    struct expr *expr = expr_new(str_of(text), columns, COUNT_OF(columns), message);
    CHECK(expr == NULL);
    CHECK_STR(str_of(message), str_of(want));
}

static void test_values(void)
{
    CHECK_INT(test("amount = 12.5 and orders = 3"), EXPR_TRUE);
    CHECK_INT(test("amount > '5'"), EXPR_TRUE); /* REAL affinity: not a comparison of texts */
    CHECK_INT(test("orders / 2 = 1"), EXPR_TRUE); /* integers divide as integers */
    CHECK_INT(test("amount > 12.5"), EXPR_FALSE);
    CHECK_INT(test("customer_id = '007'"), EXPR_TRUE);
    CHECK_INT(test("customer_id = 7"), EXPR_FALSE); /* TEXT affinity: '007' is not '7' */
}

static void test_traps(void)
{
    CHECK_INT(test("spend > 3"), EXPR_NULL); /* SQLite alone: text is above every number */
    CHECK_INT(test("3 < spend"), EXPR_NULL);
    CHECK_INT(test("spend + 1 = 1"), EXPR_NULL); /* alone: 'n/a' counts as 0 */
    CHECK_INT(test("spend = 'n/a'"), EXPR_TRUE);
    CHECK_INT(test("备注 > 30"), EXPR_NULL); /* alone: '' > 30 is true */
    CHECK_INT(test("备注 is null"), EXPR_TRUE);
    CHECK_INT(test("备注 = ''"), EXPR_NULL);
    row[3].text = S("12");
    CHECK_INT(test("spend > 3"), EXPR_TRUE); /* as numbers: as texts '12' < '3' */
    CHECK_INT(test("spend > '3'"), EXPR_FALSE); /* beside a text it is a text: '12' < '3' */
    CHECK_INT(test("spend = '12' and spend in ('12')"), EXPR_TRUE);
    CHECK_INT(test("spend > orders"), EXPR_TRUE); /* a column of numbers: 12 > 3 */
    row[3].text = S("007"); /* a code stays one, but counts as 7 beside a number */
    CHECK_INT(test("spend = '007' and spend = 7 and typeof(spend) = 'text'"), EXPR_TRUE);
    row[3].text = S("0.00003");
    CHECK_INT(test("spend > 0"), EXPR_TRUE);
    row[3].text = S("-0.5");
    CHECK_INT(test("spend between -1 and 0"), EXPR_TRUE);
    refused("\"spent\" > 3", "no such column: spent");
    refused("spent > 3", "no such column: spent");
}

static void test_refused(void)
{
    refused("", "near \")\": syntax error");
    refused("amount >", "near \")\": syntax error");
    refused("amount, orders", "row value misused");
    refused("random() > 0", "not authorized to use function: random");
    refused("current_date > '2024'", "not authorized to use function: current_date");
    refused("1) FROM row; DROP TABLE x --", "brackets do not match");
}

/* The clock does not answer: dates that are written work, "now" is NULL. */
static void test_clock(void)
{
    CHECK_INT(test("date('2024-01-31', '+1 day') = '2024-02-01'"), EXPR_TRUE);
    CHECK_INT(test("strftime('%Y', '2024-01-31') = '2024'"), EXPR_TRUE);
    CHECK_INT(test("date('now') is null and datetime() is null"), EXPR_TRUE);
    CHECK_INT(test("strftime('%Y', 'now') > '2000'"), EXPR_NULL);
    CHECK_INT(test("julianday('now') > 0"), EXPR_NULL);
}

static void test_large(void)
{
    const char *reason = "";
    char message[EXPR_MESSAGE];
    struct expr *expr = expr_new(S("amount > 1"), columns, COUNT_OF(columns), message);
    CHECK(expr_uses(expr, 1) && !expr_uses(expr, 0));
    row[1].units = INT64_C(2000000000010000); /* 200,000,000,001 */
    CHECK_INT(expr_test(expr, row, &reason), EXPR_ERROR);
    row[1].units = INT64_C(2000000000000000);
    CHECK_INT(expr_test(expr, row, &reason), EXPR_TRUE);
    expr_free(expr);
}

int main(void)
{
    test_values();
    test_traps();
    test_refused();
    test_clock();
    test_large();
    return unit_end();
}
