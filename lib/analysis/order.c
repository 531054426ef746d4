#include "base/base.h"

#include "analysis/order.h"
#include "base/die.h"
#include "base/say.h"

static bool has(const struct input *input, int column)
{
    return input_column(input, column) >= 0;
}

static bool has_product(const struct input *input)
{
    return has(input, TRANSACTION_QUANTITY) && has(input, TRANSACTION_UNIT_PRICE);
}

void order_need_columns(const struct input *input)
{
    input_need(input, TRANSACTION_DATE, "the order's day");
    if (!has(input, TRANSACTION_AMOUNT) && !has_product(input) &&
        !has(input, TRANSACTION_ORDER_TOTAL)) {
        die(STATUS_DATA,
            "%s: no amount column, nor quantity and unit_price: name it with --map amount=HEADER",
            input->name);
    }
    if (input->key_count == 0) {
        die(STATUS_DATA,
            "%s: no customer_id column: name it with --map customer_id=HEADER, or say --key email",
            input->name);
    }
}

static bool bad_empty(const struct row *row, int column, const char *what)
{
    row_bad(row, column, "is empty: %s", what);
    return false;
}

static bool read_product(const struct row *row, int64_t *amount)
{
    struct money quantity;
    struct money price;
    enum row_found q = row_money(row, TRANSACTION_QUANTITY, &quantity);
    enum row_found p = row_money(row, TRANSACTION_UNIT_PRICE, &price);
    if (q == ROW_BAD || p == ROW_BAD) {
        return false;
    }
    if (q == ROW_EMPTY) {
        return bad_empty(row, TRANSACTION_QUANTITY, "it is needed for the amount");
    }
    if (p == ROW_EMPTY) {
        return bad_empty(row, TRANSACTION_UNIT_PRICE, "it is needed for the amount");
    }
    const char *reason =
        money_multiply(quantity.units, price.units, row->input->settings->money, amount);
    if (reason) {
        row_bad(row, TRANSACTION_UNIT_PRICE, "times quantity %s", reason);
        return false;
    }
    return true;
}

/* The row's amount with its sign. */
static bool read_amount(const struct row *row, struct order_facts *facts, int64_t *amount)
{
    const struct input *input = row->input;
    struct money money;
    enum row_found found = row_money(row, TRANSACTION_AMOUNT, &money);
    if (found == ROW_BAD) {
        return false;
    }
    if (found == ROW_EMPTY && has_product(input)) {
        return read_product(row, amount);
    }
    if (found == ROW_EMPTY && has(input, TRANSACTION_AMOUNT)) {
        return bad_empty(row, TRANSACTION_AMOUNT, "an amount is needed");
    }
    if (found == ROW_EMPTY) {
        found = row_money(row, TRANSACTION_ORDER_TOTAL, &money);
        facts->by_total = true;
        if (found == ROW_BAD) {
            return false;
        }
        if (found == ROW_EMPTY) {
            return bad_empty(row, TRANSACTION_ORDER_TOTAL, "an amount is needed");
        }
    }
    memcpy(facts->symbol, money.symbol, sizeof facts->symbol);
    *amount = money.units;
    return true;
}

/* Whether a word may stand in a command that people paste into a shell. */
static bool is_harmless(struct str word)
{
    for (size_t i = 0; i < word.n; i++) {
        if (strchr("'\\!=", word.p[i])) {
            return false;
        }
    }
    return true;
}

static bool read_status(const struct row *row, const struct orders_words *words,
                        enum order_state *state)
{
    *state = ORDER_COUNTED;
    if (!has(row->input, TRANSACTION_STATUS)) {
        return true;
    }
    struct str word = row_text(row, TRANSACTION_STATUS);
    *state = orders_status(words, &row->worker->arena, word);
    if (*state == ORDER_UNKNOWN) {
        char shown[SAY_VALUE_ROOM];
        say_word(word, shown);
        bool whole = shown[0] == '"' && strlen(shown) == word.n + 2 && is_harmless(word);
        struct str advice = whole ? word : S("WORD");
        row_bad(row, TRANSACTION_STATUS,
                "%s is not a known order status: say --status '%.*s=counted' (or refund, open, "
                "not_counted)", shown, STRF(advice));
        return false;
    }
    return true;
}

static bool is_unpaid(const struct row *row)
{
    return has(row->input, TRANSACTION_PAID_AT) && row_text(row, TRANSACTION_PAID_AT).n == 0;
}

/* What the row is, and its money, from its signed amount. A negative amount is a refund unless the
 * row does not count at all. */
static void settle(struct order_facts *facts, enum order_state state, int64_t amount,
                   int64_t refunded)
{
    bool out = amount < 0;
    int64_t size = out ? -amount : amount;
    if (state == ORDER_COUNTED && out) {
        state = ORDER_REFUND;
    }
    facts->signed_amount = amount;
    facts->refunded = refunded;
    facts->reversed = state == ORDER_REVERSED;
    facts->state = state == ORDER_REVERSED ? ORDER_REFUND : state;
    if (state == ORDER_COUNTED) {
        facts->amount = size;
        facts->refund = refunded;
        facts->has_refund = refunded > 0;
    } else if (facts->state == ORDER_REFUND) {
        /* A row that names both what was paid and what was paid back is the order itself. */
        bool both = !out && (state == ORDER_REVERSED || refunded > 0);
        facts->amount = both ? size : 0;
        facts->refund = refunded > 0 ? refunded : size;
        facts->has_refund = true;
    } else {
        facts->amount = size;
    }
}

static bool read_refunded(const struct row *row, int64_t *refunded)
{
    struct money money;
    if (row_money(row, TRANSACTION_REFUNDED, &money) == ROW_BAD) {
        return false;
    }
    *refunded = money.units < 0 ? -money.units : money.units; /* some exports write it negative */
    return true;
}

static bool read_currency(const struct row *row, struct order_facts *facts)
{
    struct str cell = row_text(row, TRANSACTION_CURRENCY);
    facts->currency = cell;
    if (cell.n > 0 && !money_is_currency(cell)) {
        char *upper = arena_alloc(&row->worker->arena, cell.n);
        for (size_t i = 0; i < cell.n; i++) {
            upper[i] = (char)(cell.p[i] >= 'a' && cell.p[i] <= 'z' ? cell.p[i] - 32 : cell.p[i]);
        }
        facts->currency = (struct str){upper, cell.n};
        if (!money_is_currency(facts->currency)) {
            char shown[SAY_VALUE_ROOM];
            row_bad(row, TRANSACTION_CURRENCY, "%s is not an ISO 4217 currency code",
                    say_word(cell, shown));
            return false;
        }
    }
    struct str symbol = str_of(facts->symbol);
    if (symbol.n > 0 && facts->currency.n > 0 && money_is_currency(symbol) &&
        !str_eq(symbol, facts->currency)) {
        row_bad(row, TRANSACTION_AMOUNT, "is in %.*s, but the currency column says %.*s",
                STRF(symbol), STRF(facts->currency));
        return false;
    }
    return true;
}

static bool read_state(const struct row *row, const struct orders_words *words, int64_t amount,
                       enum order_state *state)
{
    struct str word = row_text(row, TRANSACTION_ORDER_STATE);
    if (word.n == 0) {
        if (!read_status(row, words, state)) {
            return false;
        }
        if (*state == ORDER_COUNTED && amount >= 0 && is_unpaid(row)) {
            *state = ORDER_OPEN; /* money that goes back is not waited for */
        }
        return true;
    }
    *state = orders_state_named(word);
    if (*state == ORDER_UNKNOWN) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, TRANSACTION_ORDER_STATE, "%s is none of counted, refund, open, not_counted",
                say_word(word, shown));
        return false;
    }
    return true;
}

int64_t order_revenue(const struct order_facts *facts)
{
    bool settled = facts->state == ORDER_COUNTED || facts->state == ORDER_REFUND;
    return settled ? facts->amount - facts->refund : facts->signed_amount;
}

bool order_read(const struct row *row, const struct orders_words *words, struct order_facts *facts)
{
    *facts = (struct order_facts){0};
    enum order_state state;
    int64_t amount = 0;
    int64_t refunded = 0;
    switch (row_stamp(row, TRANSACTION_DATE, &facts->stamp)) {
    case ROW_BAD:
        return false;
    case ROW_EMPTY:
        return bad_empty(row, TRANSACTION_DATE, "a date is needed");
    case ROW_VALUE:
        break;
    }
    if (!read_amount(row, facts, &amount) || !read_refunded(row, &refunded) ||
        !read_state(row, words, amount, &state) || !read_currency(row, facts)) {
        return false;
    }
    if (row_id(row, TRANSACTION_ORDER_ID, &facts->order_id) == ROW_BAD ||
        row_customer(row, &facts->customer) == ROW_BAD) {
        return false;
    }
    facts->by_total &= facts->order_id.n > 0;
    settle(facts, state, amount, refunded);
    return true;
}
