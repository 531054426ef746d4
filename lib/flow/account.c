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
    [ACCOUNT_WHERE] = {"outside --where", "where"},
};

const char *account_reason_name(enum account_reason reason)
{
    return reasons[reason].name;
}

const char *account_reason_key(enum account_reason reason)
{
    return reasons[reason].key;
}

void account_exclude(struct account *account, enum account_reason reason, int64_t amount)
{
    account->excluded[reason]++;
    account->amount_overflow |= !money_add(&account->amount[reason], amount);
}

void account_add(struct account *into, const struct account *from)
{
    into->read += from->read;
    into->written += from->written;
    into->rejected += from->rejected;
    into->merged += from->merged;
    into->amount_overflow |= from->amount_overflow;
    for (int i = 0; i < ACCOUNT_REASONS; i++) {
        into->excluded[i] += from->excluded[i];
        into->amount_overflow |= !money_add(&into->amount[i], from->amount[i]);
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
