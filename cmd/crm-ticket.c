/* crm-ticket: complaints and after-sales: response and resolution, breaches, causes, flow. */
#include "base/base.h"

#include "base/die.h"
#include "crm-ticket/ticket.h"

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {0, "policy", "FILE", OPT_TEXT, AT(policy), "calendar, targets and words of statuses (JSON)"},
    {0, "responded", "STATUS,...", OPT_TEXT, AT(responded), "of events: statuses that are an answer"},
    {0, "clock", "business|wall", OPT_CHOICE, AT(clock),
     "of times in groups (business where there is a calendar)"},
    {0, "unit", "hours|minutes|seconds", OPT_CHOICE, AT(unit), "of times (hours)"},
    {0, "at", "TIME", OPT_TEXT, AT(at), "HH:MM of the day of --as-of (its end)"},
    {0, "keep", "COLUMN,...", OPT_TEXT, AT(keep), "columns to keep in rows of tickets"},
    {0, "impossible", "FILE", OPT_TEXT, AT(impossible), "write tickets with impossible times to FILE"},
    {0, "by", "COLUMN,...", OPT_TEXT, AT(by), "a row a group of tickets, and one of all"},
    {0, "per", "none|week|month|quarter|year", OPT_CHOICE, AT(per), "and period of opening"},
    {0, "adjust", "COLUMN,...", OPT_TEXT, AT(adjust),
     "with --by: breaches expected by the mix of these columns"},

    {0},
};

static const enum kind events = KIND_TICKET_EVENTS;

static const struct cli_command command = {
    .name = "crm-ticket",
    .operands = "[FILE ...] [customers=FILE] [transactions=FILE]",
    .purpose = "Complaints and after-sales: response and resolution in business time, breaches, "
               "causes, team.",
    .options = options,
    .where_main = true,
    .stand_in = &events,
    .explain =
        "first_response  from opened to the first answer; resolution  from opened to resolved, else "
        "closed, the last time, less waiting\n"
        "business  open time of the policy's calendar; wall  time that goes by\n"
        "due  when the target's time is full on its clock; met  at the latest when due; breached  "
        "later, or open and overdue on as_of; open  not due yet\n"
        "n, mean, p50, p90  of what is done; quantiles of type 7: the naive figures, too short while "
        "tickets are open\n"
        "km_p50, km_p90  Kaplan-Meier: open tickets, and those that ended without an answer, count as "
        "long as they were seen; limits log-log, 95 %\n"
        "breach_rate  breached / (met + breached), 95 % by Wilson; reopen_rate likewise\n"
        "rank  1 + groups whose breach interval lies wholly below; empty where none lies apart\n"
        "expected  breaches if tickets alike in --adjust were in breach alike; ratio  breached / "
        "expected, exact Poisson interval",
};

int main(int argc, char **argv)
{
    struct settings typed = {.clock = TICKET_NO_CHOICE, .unit = TICKET_NO_CHOICE};
    struct ticket_run run;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    ticket_prepare(&run, &typed, cli);
    if (typed.by || typed.per > 0) {
        return ticket_groups(&run);
    }
    return ticket_list(&run);
}
