/*
 * account.h - where every row went: read = written + rejected + merged + excluded, by reason.
 *
 * A run that melts rows (analysis/melt.h) writes a row for each filled one of the cells that it
 * melts: there read = melted + rejected + excluded, and cells = written + unanswered.
 *
 * Workers count for themselves; accounts add up. Amounts beside a reason are what the excluded rows
 * would have brought in, in 1/10000 (value/money.h).
 */
#ifndef CRM_ACCOUNT_H
#define CRM_ACCOUNT_H

#include "base/str.h"

enum account_reason {
    ACCOUNT_NO_CUSTOMER,
    ACCOUNT_NOT_COUNTED,
    ACCOUNT_OPEN,
    ACCOUNT_AFTER_AS_OF,
    ACCOUNT_OUTSIDE,        /* --since, --until */
    ACCOUNT_OTHER_CURRENCY, /* --currency */
    ACCOUNT_DUPLICATE,
    ACCOUNT_PREVIEW,        /* a survey's previews and tests */
    ACCOUNT_SPAM,
    ACCOUNT_UNFINISHED,     /* a survey's answers that were not submitted */
    ACCOUNT_OTHER_QUESTION, /* a survey's answers that nobody asks about */
    ACCOUNT_UNDATED,        /* where periods are asked for */
    ACCOUNT_WHERE,
    ACCOUNT_NO_TIME,        /* a contract that was over before it could be seen */
    ACCOUNT_REASONS,
};

struct account {
    uint64_t read;
    uint64_t written;
    uint64_t rejected;
    uint64_t merged; /* into a row that another row wrote */
    uint64_t melted, cells, unanswered; /* rows that were, their cells, the empty ones of these */
    uint64_t excluded[ACCOUNT_REASONS];
    int64_t amount[ACCOUNT_REASONS];
    char currency[ACCOUNT_REASONS][4]; /* of the amounts; "" where no column says it */
    bool unsaid[ACCOUNT_REASONS];      /* amounts of two currencies, too large, or not the rows' own */
};

void account_exclude(struct account *account, enum account_reason reason);
/* The same with what the row would have brought in. Amounts of two currencies are not added up. */
void account_exclude_amount(struct account *account, enum account_reason reason, int64_t amount,
                            struct str currency);
void account_add(struct account *into, const struct account *from);
uint64_t account_excluded(const struct account *account);
/* "no customer", "after as-of", ... */
const char *account_reason_name(enum account_reason reason);
/* The same as a JSON key. */
const char *account_reason_key(enum account_reason reason);

#endif
