#include "base/base.h"

#include <math.h>

#include "analysis/winback.h"
#include "base/mem.h"

enum { CONSENT_EMAIL, CONSENT_SMS, DO_NOT_CALL, EMAIL, PHONE };

const struct str winback_consent_columns[WINBACK_CONSENT] = {
    {"consent_email", 13}, {"consent_sms", 11}, {"do_not_call", 11}, {"email", 5}, {"phone", 5}};

static bool is_yes(struct str word)
{
    static const struct str yes[] = {
        {"yes", 3},  {"y", 1},           {"true", 4},     {"1", 1},      {"是", 3},
        {"同意", 6}, {"subscribed", 10}, {"opted in", 8}, {"opt-in", 6}, {"已订阅", 9}};
    for (size_t i = 0; i < COUNT_OF(yes); i++) {
        if (str_eq_nocase(word, yes[i])) {
            return true;
        }
    }
    return false;
}

/* E-mail and SMS need a yes; a call needs that nobody said no. */
static bool may_contact(const struct roster_entry *entry, enum winback_channel channel)
{
    if (!entry) {
        return false;
    }
    const struct str *cell = entry->cell;
    bool email = is_yes(cell[CONSENT_EMAIL]) && cell[EMAIL].n > 0;
    bool sms = is_yes(cell[CONSENT_SMS]) && cell[PHONE].n > 0;
    bool phone = !is_yes(cell[DO_NOT_CALL]) && cell[PHONE].n > 0;
    switch (channel) {
    case WINBACK_EMAIL:
        return email;
    case WINBACK_SMS:
        return sms;
    case WINBACK_PHONE:
        return phone;
    default:
        return email || sms || phone;
    }
}

/* FNV-1a of the id, then the finaliser of splitmix64: even over [0, 1). */
static double chance(struct str id, uint64_t seed)
{
    uint64_t h = UINT64_C(0xcbf29ce484222325) ^ (seed * UINT64_C(0x9e3779b97f4a7c15));
    for (size_t i = 0; i < id.n; i++) {
        h = (h ^ (unsigned char)id.p[i]) * UINT64_C(0x100000001b3);
    }
    h = (h ^ (h >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    h = (h ^ (h >> 27)) * UINT64_C(0x94d049bb133111eb);
    h ^= h >> 31;
    return (double)(h >> 11) / 9007199254740992.0;
}

static int by_value(const void *a, const void *b)
{
    const struct winback_candidate *x = a;
    const struct winback_candidate *y = b;
    if (x->verdict.value_at_risk != y->verdict.value_at_risk) {
        return x->verdict.value_at_risk > y->verdict.value_at_risk ? -1 : 1;
    }
    return x->customer < y->customer ? -1 : x->customer > y->customer;
}

void winback_list(const struct churn *churn, struct roster *roster,
                  const struct winback_settings *settings, struct winback *out)
{
    struct winback_candidate *all = mem_new(churn->count, sizeof *all);
    size_t n = 0;
    *out = (struct winback){0};
    for (size_t i = 0; i < churn->count; i++) {
        struct churn_verdict v;
        churn_of(churn, i, &v);
        if (v.status < CHURN_AT_RISK || !(v.value_at_risk > 0)) {
            continue;
        }
        out->candidates++;
        if (roster && !may_contact(roster_meet(roster, churn->customer[i].id), settings->channel)) {
            out->no_consent++;
            continue;
        }
        all[n++] = (struct winback_candidate){i, v, chance(churn->customer[i].id, settings->seed) <
                                                        settings->holdout};
    }
    qsort(all, n, sizeof *all, by_value);
    while (out->count < n && out->contacted < settings->budget) {
        bool held = all[out->count++].held_out;
        out->held_out += held;
        out->contacted += !held;
    }
    out->list = all;
}
