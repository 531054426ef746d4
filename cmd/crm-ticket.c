/* crm-ticket: complaints and after-sales: response and resolution, breaches, causes, flow. */
#include "base/base.h"

#include "base/die.h"
#include "cli/options_task.h"
#include "crm-ticket/ticket.h"

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {0, "policy", "FILE", OPT_TEXT, AT(policy), "calendar, targets and words of statuses (JSON)"},
    {0, "responded", "STATUS,...", OPT_TEXT, AT(responded),
     "of events: statuses that are an answer"},
    {0, "clock", "business|wall", OPT_CHOICE, AT(clock),
     "of times in groups (business where there is a calendar)"},
    {0, "unit", "hours|minutes|seconds", OPT_CHOICE, AT(unit), "of times (hours)"},
    {0, "at", "TIME", OPT_TEXT, AT(at), "HH:MM of the day of --as-of (its end)"},
    {0, "keep", "COLUMN,...", OPT_TEXT, AT(keep), "columns to keep in rows of tickets"},
    {0, "impossible", "FILE", OPT_TEXT, AT(impossible),
     "write tickets with impossible times to FILE"},
    {0, "by", "COLUMN,...", OPT_TEXT, AT(by), "a row a group of tickets, and one of all"},
    {0, "per", "none|week|month|quarter|year", OPT_CHOICE, AT(per), "and period of opening"},
    {0, "adjust", "COLUMN,...", OPT_TEXT, AT(adjust),
     "with --by: breaches expected by the mix of these columns"},
    {0, "due", NULL, OPT_FLAG, AT(due), "what has to be done next, by open tickets' targets"},
    {0, "causes", "COLUMN", OPT_OPTIONAL, AT(causes), "what tickets are about (category)"},
    {0, "repeat", "SPAN", OPT_TEXT, AT(repeat),
     "with --causes: the same again within SPAN is a repeat (30d)"},
    {0, "control", NULL, OPT_FLAG, AT(control), "which periods are unlike the others"},
    {0, "backlog", NULL, OPT_FLAG, AT(backlog), "opened, resolved and left, period by period"},
    {0, "flow", "states|transitions|handovers", OPT_CHOICE, AT(flow),
     "of events: where tickets spend their time"},
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
        "first_response  from opened to the first answer; resolution  from opened to resolved, "
        "else closed, the last time, less waiting\n"
        "business  open time of the policy's calendar; wall  time that goes by\n"
        "due  when the target's time is full on its clock; met  at the latest when due; breached  "
        "later, or open and overdue on as_of; open  not due yet\n"
        "n, mean, p50, p90  of what is done; quantiles of type 7: the naive figures, too short "
        "while tickets are open\n"
        "km_p50, km_p90  Kaplan-Meier: open tickets, and those that ended without an answer, "
        "count as long as they were seen; limits log-log, 95 %\n"
        "breach_rate  breached / (met + breached), 95 % by Wilson; reopen_rate likewise\n"
        "rank  1 + groups whose breach interval lies wholly below; empty where none lies apart\n"
        "expected  breaches if tickets alike in --adjust were in breach alike; ratio  breached / "
        "expected, exact Poisson interval\n"
        "--causes: repeats  tickets that the same customer opened within --repeat behind another "
        "with the same cause; per_1000_orders  exact Poisson interval\n"
        "--control: tickets  individuals, 3 sd by moving ranges; breach rates  p chart, limits "
        "widened by Laney's sigma_z; signal  beyond a limit, or a run of 8 on one side\n"
        "--flow: share  of the time before tickets were done; bottleneck  the largest",
};

enum task { LIST = 1, GROUPS = 2, DUE = 4, CAUSES = 8, CONTROL = 16, BACKLOG = 32, FLOW = 64 };

static enum task check_task(const struct settings *t)
{
    const struct options_task tasks[] = {{"--due", t->due, DUE},
                                         {"--causes", t->causes, CAUSES},
                                         {"--control", t->control, CONTROL},
                                         {"--backlog", t->backlog, BACKLOG},
                                         {"--flow", t->flow != TICKET_NO_CHOICE, FLOW},
                                         {"--by", t->by, GROUPS}};
    const struct options_task rules[] = {
        {"--per", t->per != TICKET_NO_CHOICE, GROUPS | CONTROL | BACKLOG},
        {"--adjust", t->adjust, GROUPS},
        {"--clock", t->clock != TICKET_NO_CHOICE, GROUPS | CAUSES | BACKLOG | FLOW},
        {"--unit", t->unit != TICKET_NO_CHOICE, LIST | GROUPS | DUE | CAUSES | BACKLOG | FLOW},
        {"--keep", t->keep, LIST | DUE},
        {"--repeat", t->repeat, CAUSES},
    };
    const struct options_tasks all = {tasks, COUNT_OF(tasks), rules, COUNT_OF(rules),
                                      t->per > 0 ? GROUPS : LIST, "rows of tickets"};
    enum task task = (enum task)options_task(&all);
    if (t->adjust && !t->by) {
        die(STATUS_USAGE, "--adjust goes with --by");
    }
    if ((t->control || t->backlog) && t->per == 0) {
        die(STATUS_USAGE, "--per none: periods are needed");
    }
    return task;
}

int main(int argc, char **argv)
{
    struct settings typed = {.clock = TICKET_NO_CHOICE,
                             .unit = TICKET_NO_CHOICE,
                             .per = TICKET_NO_CHOICE,
                             .flow = TICKET_NO_CHOICE};
    struct ticket_run run;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    enum task task = check_task(&typed);
    ticket_prepare(&run, &typed, cli);
    switch (task) {
    case GROUPS:
        return ticket_groups(&run);
    case DUE:
        return ticket_due(&run);
    case CAUSES:
        return ticket_causes(&run);
    case CONTROL:
        return ticket_control(&run);
    case BACKLOG:
        return ticket_backlog(&run);
    case FLOW:
        return ticket_flow(&run);
    default:
        return ticket_list(&run);
    }
}
