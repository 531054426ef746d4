#include "base/base.h"

#include "flow/account.h"
#include "value/money.h"

static const struct {
    const char *name, *key;
} reasons[ACCOUNT_REASONS] = {
    [ACCOUNT_NO_CUSTOMER] = {"no customer", "no_customer"},
    [ACCOUNT_NOT_COUNTED] = {"not counted", "not_counted"},
    [ACCOUNT_OPEN] = {"open", "open"},
    [ACCOUNT_AFTER_AS_OF] = {"after as-of", "after_as_of"},
    [ACCOUNT_OUTSIDE] = {"outside --since/--until", "outside"},
    [ACCOUNT_OTHER_CURRENCY] = {"other currency", "other_currency"},
    [ACCOUNT_DUPLICATE] = {"duplicate", "duplicate"},
    [ACCOUNT_PREVIEW] = {"preview or test", "preview"},
    [ACCOUNT_SPAM] = {"spam", "spam"},
    [ACCOUNT_UNFINISHED] = {"unfinished", "unfinished"},
    [ACCOUNT_OTHER_QUESTION] = {"about another question", "other_question"},
    [ACCOUNT_UNDATED] = {"without a date", "undated"},
    [ACCOUNT_WHERE] = {"outside --where", "where"},
    [ACCOUNT_NO_TIME] = {"no time under observation", "no_time"},
};

const char *account_reason_name(enum account_reason reason)
{
    return reasons[reason].name;
}

const char *account_reason_key(enum account_reason reason)
{
    return reasons[reason].key;
}

void account_exclude(struct account *account, enum account_reason reason)
{
    account->excluded[reason]++;
    account->unsaid[reason] = true;
}

static void add_amount(struct account *account, int reason, bool first, int64_t amount,
                       struct str currency)
{
    char *known = account->currency[reason];
    if (first) {
        snprintf(known, sizeof account->currency[reason], "%.*s", STRF(currency));
    }
    account->unsaid[reason] |=
        !str_eq(currency, str_of(known)) || !money_add(&account->amount[reason], amount);
}

void account_exclude_amount(struct account *account, enum account_reason reason, int64_t amount,
                            struct str currency)
{
    add_amount(account, reason, account->excluded[reason] == 0, amount, currency);
    account->excluded[reason]++;
}

void account_add(struct account *into, const struct account *from)
{
    into->read += from->read;
    into->written += from->written;
    into->rejected += from->rejected;
    into->merged += from->merged;
    into->melted += from->melted;
    into->cells += from->cells;
    into->unanswered += from->unanswered;
    for (int i = 0; i < ACCOUNT_REASONS; i++) {
        if (from->excluded[i] > 0) {
            add_amount(into, i, into->excluded[i] == 0, from->amount[i], str_of(from->currency[i]));
        }
        into->unsaid[i] |= from->unsaid[i];
        into->excluded[i] += from->excluded[i];
    }
}

uint64_t account_excluded(const struct account *account)
{
    uint64_t sum = 0;
    for (int i = 0; i < ACCOUNT_REASONS; i++) {
        sum += account->excluded[i];
    }
    return sum;
}
