/* crm-churn: who is leaving, who has left, who is worth winning back. */
#include "base/base.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "cli/options_task.h"
#include "crm-churn/churn.h"
#include "value/number.h"

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {0, "threshold", "P", OPT_TEXT, AT(threshold), "P below which silence or a rate is told (0.05)"},
    {0, "lost", "P", OPT_TEXT, AT(lost), "p_alive below which a lapsed customer is lost (0.1)"},
    {0, "window", "SPAN", OPT_TEXT, AT(window),
     "what is recent, for the rate (180d); with --why: until who churned is told (g2)"},
    {0, "g1", "DAYS", OPT_TEXT, AT(g1), "as in crm-segment"},
    {0, "g2", "DAYS", OPT_TEXT, AT(g2), "silent for longer is lapsed"},
    {0, "model", CLV_OPTIONS_MODELS, OPT_CHOICE, AT(model.model), "model of lifetimes (mbg)"},
    {0, "horizon", "SPAN", OPT_TEXT, AT(model.horizon), "how far to look ahead (12m)"},
    {0, "refunds", "net|ignore", OPT_CHOICE, AT(refunds), "take refunds off what orders are worth"},
    {0, "keep", "COLUMN,...", OPT_TEXT, AT(keep),
     "the value of the customer's latest row that has one"},
    {0, "currency", "CODE", OPT_TEXT, AT(currency), "only amounts in this currency"},
    {0, "winback", "N", OPT_NUMBER, AT(winback), "only the N most worth winning back"},
    {0, "holdout", "P%", OPT_TEXT, AT(holdout), "with --winback: share left alone by chance (10%)"},
    {0, "seed", "N", OPT_NUMBER, AT(seed), "with --winback: of that chance (1)"},
    {0, "channel", "any|email|sms|phone", OPT_CHOICE, AT(channel),
     "with --winback: how they will be contacted, for consent"},
    {0, "evaluate", "FILE", OPT_TEXT, AT(evaluate), "did the customers of that list come back?"},
    {0, "fit", "MODEL", OPT_TEXT, AT(fit), "learn --outcome from the columns of a table; no statuses"},
    {0, "outcome", "COLUMN=VALUE", OPT_TEXT, AT(outcome), "with --fit: what is to be predicted"},
    {0, "ignore", "COLUMN,...", OPT_TEXT, AT(ignore),
     "with --fit and --why: columns that know too much"},
    {0, "predict", "MODEL", OPT_TEXT, AT(predict), "add p_churn to a table, by what --fit wrote"},
    {0, "why", NULL, OPT_FLAG, AT(why), "what churned customers had in common"},
    {0, "cut", "DATE", OPT_TEXT, AT(cut), "with --why: looks back from it, and who churned behind it"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-churn",
    .operands = "[FILE ...] [customers=FILE] [tickets=FILE] [surveys=FILE]",
    .purpose = "Who is leaving and who has left, with the rule that says so; whom to win back.",
    .options = options,
    .where_main = true,
    .explain =
        "silence_days  from the last purchase to as_of\n"
        "cadence_days  the typical gap: mean of the logs of the own gaps, shrunk to the population's by "
        "n / (n + k)\n"
        "silence_p  P(a gap is longer than this silence), normal on the log scale\n"
        "rate_p  P(so few purchase days in --window) given those before it: exact conditional test of "
        "two Poisson rates\n"
        "p_alive, expected_value  as crm-score --clv\n"
        "status  the first that holds: lost: silent for longer than g2 and p_alive below --lost; "
        "lapsed: silent for longer than g2; at risk: silence_p below --threshold; slowing: rate_p below "
        "it; active\n"
        "value_at_risk  expected value at the rate of the active past, less expected_value\n"
        "--why: n, churned, other_n  customers with the level, those of them who churned, others of whom "
        "the factor is known\n"
        "lift  churn_rate / the rate of all\n"
        "odds_ratio  with odds_low to odds_high, 95 % on the log scale; 0.5 is added to the cells where "
        "one is 0\n"
        "p  Fisher's exact test, two-sided; q  Benjamini and Hochberg over all rows\n"
        "late_answer  of those with a ticket: first answer after more than the median, or none after as "
        "long",
};

/* What the command is to do; the first without an option of its own. */
enum task { TABLE = 1, WINBACK = 2, EVALUATE = 4, FIT = 8, PREDICT = 16, WHY = 32 };

static enum task check_task(const struct settings *t)
{
    const unsigned one = TABLE | WINBACK, orders = one | EVALUATE | WHY;
    const struct options_task tasks[] = {
        {"--winback", t->winback != CHURN_NO_NUMBER, WINBACK},
        {"--evaluate", t->evaluate, EVALUATE}, {"--fit", t->fit, FIT},
        {"--predict", t->predict, PREDICT}, {"--why", t->why, WHY},
    };
    const struct options_task rules[] = {
        {"--threshold", t->threshold, one}, {"--lost", t->lost, one},
        {"--window", t->window, one | WHY}, {"--g1", t->g1, one | WHY}, {"--g2", t->g2, one | WHY},
        {"--model", t->model.model != CHURN_NO_CHOICE, one}, {"--horizon", t->model.horizon, one},
        {"--refunds", t->refunds != CHURN_NO_CHOICE, orders}, {"--keep", t->keep, one},
        {"--currency", t->currency, orders}, {"--holdout", t->holdout, WINBACK},
        {"--seed", t->seed != CHURN_NO_NUMBER, WINBACK},
        {"--channel", t->channel != CHURN_NO_CHOICE, WINBACK}, {"--outcome", t->outcome, FIT},
        {"--ignore", t->ignore, FIT | WHY}, {"--cut", t->cut, WHY},
    };
    const struct options_tasks all = {tasks, COUNT_OF(tasks), rules, COUNT_OF(rules), TABLE, NULL};
    if (t->winback == 0) {
        die(STATUS_USAGE, "--winback 0: the number of customers to contact");
    }
    return (enum task)options_task(&all);
}

static struct input **slot_of(struct churn_inputs *others, const struct input *input)
{
    switch (input->binding.kind->kind) {
    case KIND_CUSTOMERS:
        return &others->customers;
    case KIND_TICKETS:
        return &others->tickets;
    case KIND_SURVEYS:
        return &others->surveys;
    default:
        return NULL;
    }
}

/* The inputs without those that stand beside the orders. */
static void open_inputs(struct cli *cli, enum task task, struct churn_inputs *others)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP, KIND_CUSTOMERS,
                                         KIND_TICKETS, KIND_SURVEYS};
    cli_open(cli, accepted, task == WHY ? COUNT_OF(accepted) : 3, true);
    size_t n = 0;
    struct input **orders = arena_alloc(&cli->arena, cli->input_count * sizeof *orders);
    for (size_t i = 0; i < cli->input_count; i++) {
        struct input *input = cli->inputs[i];
        struct input **slot = slot_of(others, input);
        if (!slot) {
            orders[n++] = input;
        } else if (*slot || (task != WINBACK && task != WHY)) {
            die(STATUS_USAGE, "%s: one file of %s, with %s", input->name,
                input->binding.kind->name, task == WHY ? "--why" : "--winback or --why");
        } else {
            *slot = input;
        }
    }
    if (n == 0) {
        die(STATUS_USAGE, "orders are needed besides %s", others->tickets   ? "tickets"
                                                          : others->surveys ? "surveys"
                                                                            : "customers");
    }
    cli->inputs = orders;
    cli->input_count = n;
}

static void read_orders(struct cli *cli, struct rollup_settings *rollup, struct churn *churn)
{
    struct rollup_result rolled;
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    rollup_run(&cli->run, cli->inputs, cli->input_count, rollup, churn_take, churn, &rolled);
    cli_not_written(cli);
    churn_settle(churn, cli_as_of(cli, &rolled.days));
}

static void say_population(const struct churn *churn)
{
    const struct cadence_population *p = &churn->population;
    say_notice("lapsed: silent for longer than g2 %.6g days (%s)", churn->cuts.g2,
               churn->settings.g2 >= 0   ? "given"
               : churn->repeaters > 0 ? "95th percentile of the mean gaps"
                                      : "assumed: nobody has bought twice");
    if (churn->has_cadence) {
        say_notice("cadence: typical gap %.4g days; own gaps weigh as much as the population from "
                   "k = %.3g of them (%" PRIu64 " gaps of %" PRIu64 " customers)", exp(p->mean), p->k,
                   p->gaps, p->customers);
    } else {
        say_warning("cadence: too few gaps between purchases: no silence_p");
    }
    if (churn->clv_fault) {
        say_warning("no p_alive and no values: %s", churn->clv_fault);
    } else {
        clv_options_say(&churn->clv);
    }
}

struct putting {
    const struct churn *churn;
    enum churn_status *status; /* by customer */
};

static void put_one(void *context, size_t i, struct arena *scratch, struct str *cells)
{
    struct putting *p = context;
    struct churn_verdict v;
    churn_of(p->churn, i, &v);
    churn_cells(p->churn, i, &v, scratch, cells);
    p->status[i] = v.status;
}

static void put_all(struct cli *cli, const struct churn *churn, const struct rollup_extras *extras)
{
    uint64_t counts[CHURN_LOST + 1] = {0};
    struct putting putting = {churn, mem_new(churn->count, sizeof *putting.status)};
    churn_lay_out(cli, NULL, 0, extras);
    cli_put_rows(cli, churn->count, put_one, &putting);
    for (size_t i = 0; i < churn->count; i++) {
        counts[putting.status[i]]++;
    }
    cli_wrote(cli, churn->count);
    say_notice("%" PRIu64 " active, %" PRIu64 " slowing, %" PRIu64 " at risk, %" PRIu64
               " lapsed, %" PRIu64 " lost", counts[CHURN_ACTIVE], counts[CHURN_SLOWING],
               counts[CHURN_AT_RISK], counts[CHURN_LAPSED], counts[CHURN_LOST]);
    free(putting.status);
}

/* The table of all customers, or of those to win back. */
static int put_statuses(struct cli *cli, const struct settings *typed,
                        struct rollup_settings *rollup, const struct churn_settings *settings,
                        struct input *customers)
{
    struct churn churn;
    struct roster *roster =
        customers ? roster_open_present(customers, winback_consent_columns, WINBACK_CONSENT) : NULL;
    if (roster) {
        roster_read(roster, &cli->run, NULL);
    }
    churn_init(&churn, settings);
    read_orders(cli, rollup, &churn);
    say_population(&churn);
    if (typed->winback != CHURN_NO_NUMBER) {
        winback_put(cli, typed, &churn, roster, &rollup->extras);
    } else {
        put_all(cli, &churn, &rollup->extras);
    }
    churn_free(&churn);
    return cli_end(cli);
}

int main(int argc, char **argv)
{
    struct settings typed = {.model = CLV_OPTIONS_DEFAULT,
                             .refunds = CHURN_NO_CHOICE,
                             .winback = CHURN_NO_NUMBER,
                             .seed = CHURN_NO_NUMBER,
                             .channel = CHURN_NO_CHOICE};
    struct churn_settings settings;
    struct churn_inputs others = {0};
    typed.model.horizon = NULL;
    typed.model.model = CHURN_NO_CHOICE;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    enum task task = check_task(&typed);
    if (task == FIT) {
        return predict_fit(cli, &typed);
    }
    if (task == PREDICT) {
        return predict_put(cli, &typed);
    }
    churn_read_settings(&typed, &settings);
    struct rollup_settings rollup = {
        .by = DATE_DAY,
        .currency = options_currency(typed.currency),
        .one_currency = true,
        .since = DATE_NONE,
        .until = DATE_NONE,
        .as_of = cli_as_of_given(cli),
        .words = orders_words_new(cli->options.status.items, cli->options.status.count),
    };
    rollup.extras.keep = options_list(typed.keep, &cli->arena, &rollup.extras.keep_count);
    settings.keep_count = rollup.extras.keep_count;
    open_inputs(cli, task, &others);
    if (task == EVALUATE) {
        return winback_evaluate(cli, &typed, &rollup);
    }
    if (task == WHY) {
        return why_put(cli, &typed, &rollup, &others);
    }
    return put_statuses(cli, &typed, &rollup, &settings, others.customers);
}
