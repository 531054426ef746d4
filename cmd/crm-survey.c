/* crm-survey: satisfaction and loyalty, as people say: figures with intervals out of answers. */
#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "cli/options_task.h"
#include "crm-survey/survey.h"

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {0, "nps", "COLUMN", OPT_LIST, AT(nps), "likely to recommend, 0 to 10: net promoter score"},
    {0, "csat", "COLUMN", OPT_LIST, AT(csat), "satisfaction, 1 to 5: share of the best two answers"},
    {0, "ces", "COLUMN", OPT_LIST, AT(ces), "made it easy, 1 to 7: mean"},
    {0, "scale", "SCALE", OPT_LIST, AT(scale), "the scale asked: 0-10, thumbs, or COLUMN=1-7"},
    {0, "direction", "END", OPT_LIST, AT(direction), "the good end of the scale: low, or COLUMN=low"},
    {0, "top", "N", OPT_LIST, AT(top), "how many of the best answers are favourable"},
    {0, "missing", "CODE,...", OPT_LIST, AT(missing), "what stands for no answer: 99,n/a, or COLUMN=99"},
    {0, "by", "COLUMN,...", OPT_TEXT, AT(by), "figures of each group besides those of all"},
    {0, "per", "all|day|week|month|quarter|year", OPT_CHOICE, AT(per), "figures of each period"},
    {0, "weight", "COLUMN", OPT_TEXT, AT(weight), "how much an answer counts"},
    {0, "repeats", "all|last|first|mean", OPT_CHOICE, AT(repeats),
     "which answers of a customer count, in a period (all)"},
    {0, "interval", "default|wald|t|wilson-cc|clopper-pearson|agresti-coull", OPT_CHOICE,
     AT(interval), "kind of 95 % interval, of what has it"},
    {0, "least", "N", OPT_NUMBER, AT(least), "leave out what has fewer answers (1)"},
    {0, "distribution", NULL, OPT_FLAG, AT(distribution), "how often each answer was given"},
    {0, "compare", NULL, OPT_FLAG, AT(compare), "do groups, or periods, differ?"},
    {0, "control", NULL, OPT_FLAG, AT(control), "with --per: is a period unlike the others?"},
    {0, "baseline", "N", OPT_NUMBER, AT(baseline), "with --control: by the first N periods"},
    {0, "drivers", "COLUMN", OPT_TEXT, AT(drivers), "what this answer hangs on"},
    {0, "predictors", "COLUMN,...", OPT_TEXT, AT(predictors),
     "with --drivers: on which of these (all of --csat)"},
    {0, "replicates", "N", OPT_NUMBER, AT(replicates), "with --drivers: of the bootstrap (1000)"},
    {0, "seed", "N", OPT_NUMBER, AT(seed), "with --drivers: of its chance (1)"},
    {0, "followup", NULL, OPT_FLAG, AT(followup), "the unhappy, those most worth first"},
    {0, "value", "COLUMN", OPT_TEXT, AT(value), "with --followup: of customers, what they are worth"},
    {0, "owner", "COLUMN", OPT_TEXT, AT(owner), "with --followup: of customers, who looks after them"},
    {0, "previous", "FILE", OPT_TEXT, AT(previous), "with --followup: the last list: what became of it"},
    {0, "response", NULL, OPT_FLAG, AT(response), "who answered, of those in invited=FILE"},
    {0, "themes", NULL, OPT_FLAG, AT(themes), "what comments are about, by the policy's words"},
    {0, "policy", "FILE", OPT_TEXT, AT(policy), "with --themes: the company's rules, with its words"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-survey",
    .operands = "[FILE ...]",
    .purpose = "Satisfaction and loyalty out of answers, with intervals, and what they hang on.",
    .options = options,
    .where_main = true,
    .explain =
        "NPS  100 (promoters - detractors) / n; of 0 to 10, promoters 9-10, passives 7-8, detractors 0-6; "
        "low, high: adjusted Wald (Rocks 2016)\n"
        "CSAT  share of the top answers, 4 and 5 of 1-5; low, high: Wilson\n"
        "CES  mean; low, high: t\n"
        "top  share of the top answers, whatever is measured: 9-10 of NPS, 2 of CSAT, 5-7 of CES; Wilson\n"
        "n_effective  (sum w)^2 / sum w^2 (Kish); design_effect  n / n_effective\n"
        "difference  a - b: z test of NPS and of shares, Welch's t of means; q: Benjamini and Hochberg "
        "over all pairs\n"
        "overall  chi-square of promoters, passives, detractors, or of top and others; Kruskal-Wallis of "
        "means\n"
        "centre, low, high  control limits, centre -+ 3 sd, times sigma_z where that is above 1 (Laney)\n"
        "importance  LMG: R2 shared out among the drivers; low, high: bootstrap\n"
        "rate  answered / invited, by Wilson",
};

/* ---- options ---- */

enum task {
    FIGURES = 1, DISTRIBUTION = 2, COMPARE = 4, CONTROL = 8, DRIVERS = 16, FOLLOWUP = 32,
    RESPONSE = 64, THEMES = 128,
};

static enum task check_task(const struct settings *t)
{
    const unsigned groups = FIGURES | DISTRIBUTION | COMPARE | CONTROL;
    const struct options_task tasks[] = {
        {"--distribution", t->distribution, DISTRIBUTION}, {"--compare", t->compare, COMPARE},
        {"--control", t->control, CONTROL}, {"--drivers", t->drivers, DRIVERS},
        {"--followup", t->followup, FOLLOWUP}, {"--response", t->response, RESPONSE},
        {"--themes", t->themes, THEMES},
    };
    const struct options_task rules[] = {
        {"--by", t->by, groups | THEMES | RESPONSE}, {"--per", t->per > 0, groups | THEMES},
        {"--weight", t->weight, groups | DRIVERS}, {"--repeats", t->repeats > 0, groups},
        {"--interval", t->interval > 0, FIGURES | COMPARE},
        {"--least", t->least != SURVEY_NO_NUMBER, groups},
        {"--baseline", t->baseline != SURVEY_NO_NUMBER, CONTROL},
        {"--predictors", t->predictors, DRIVERS},
        {"--replicates", t->replicates != SURVEY_NO_NUMBER, DRIVERS},
        {"--seed", t->seed != SURVEY_NO_NUMBER, DRIVERS}, {"--value", t->value, FOLLOWUP},
        {"--owner", t->owner, FOLLOWUP}, {"--previous", t->previous, FOLLOWUP},
        {"--policy", t->policy, THEMES},
    };
    const struct options_tasks all = {tasks, COUNT_OF(tasks), rules, COUNT_OF(rules), FIGURES,
                                      "the table of figures"};
    enum task task = (enum task)options_task(&all);
    if (t->control && t->per == 0) {
        die(STATUS_USAGE, "--control needs --per: the periods to look at");
    }
    return task;
}

static void check_interval(const struct survey *s)
{
    bool suits = s->reading.questions == 0;
    for (size_t i = 0; i < s->reading.questions; i++) {
        suits |= voice_interval_suits(s->question[i].measure, s->interval);
    }
    if (!suits) {
        die(STATUS_USAGE, "--interval: none of the questions has this one");
    }
}

/* ---- inputs ---- */

/* invited=FILE is a list of customers, too: as such it is opened, and known again by its number. */
static size_t take_invited(struct cli *cli)
{
    size_t invited = SIZE_MAX;
    for (int i = 0; i < cli->operand_count; i++) {
        struct str operand = str_of(cli->operands[i]);
        if (!str_starts(operand, S("invited="))) {
            continue;
        }
        if (invited != SIZE_MAX) {
            die(STATUS_USAGE, "%s: one file of those invited", cli->operands[i]);
        }
        invited = (size_t)i;
        cli->operands[i] =
            arena_cstr(&cli->arena, arena_printf(&cli->arena, "customers=%s",
                                                 cli->operands[i] + S("invited=").n));
    }
    return invited;
}

static void open_inputs(struct survey *s)
{
    static const enum kind accepted[] = {KIND_SURVEYS, KIND_CUSTOMERS};
    struct cli *cli = s->cli;
    size_t invited = take_invited(cli), n = 0;
    cli->reading.wide = true; /* what is long is found out by voice_bind() */
    cli_open(cli, accepted, COUNT_OF(accepted), false);
    struct input **answers = arena_alloc(&cli->arena, cli->input_count * sizeof *answers);
    for (size_t i = 0; i < cli->input_count; i++) {
        struct input *input = cli->inputs[i];
        if (input->binding.kind->kind != KIND_CUSTOMERS) {
            input->number = n; /* by which their columns are found */
            answers[n++] = input;
            continue;
        }
        struct input **slot = i == invited ? &s->invited : &s->customers;
        if (*slot) {
            die(STATUS_USAGE, "%s: one file of customers", input->name);
        }
        *slot = input;
    }
    if (n == 0) {
        die(STATUS_USAGE, "answers are needed besides customers");
    }
    if ((s->invited != NULL) != s->typed->response) {
        die(STATUS_USAGE, "%s", s->invited ? "invited=FILE goes with --response"
                                           : "--response needs invited=FILE: who was asked");
    }
    cli->inputs = answers;
    cli->input_count = n;
}

int main(int argc, char **argv)
{
    struct settings typed = {.least = SURVEY_NO_NUMBER, .baseline = SURVEY_NO_NUMBER,
                             .replicates = SURVEY_NO_NUMBER, .seed = SURVEY_NO_NUMBER};
    struct survey s = {.typed = &typed};
    s.cli = cli_start(argc, argv, &command, &typed);
    enum task task = check_task(&typed);
    s.repeats = (enum voice_repeats_mode)typed.repeats;
    s.interval = (enum voice_interval)typed.interval;
    s.least = typed.least == SURVEY_NO_NUMBER ? 1 : typed.least;
    s.reading.by = options_list(typed.by, &s.cli->arena, &s.reading.by_count);
    s.reading.per = (enum voice_period)typed.per;
    s.reading.weight = str_of(typed.weight);
    s.reading.as_of = cli_as_of_given(s.cli);
    survey_questions(&s);
    check_interval(&s);
    open_inputs(&s);
    switch (task) {
    default:
        return figures_put(&s);
    case DISTRIBUTION:
        return distribution_put(&s);
    case COMPARE:
        return compare_put(&s);
    case CONTROL:
        return control_put(&s);
    case DRIVERS:
        return drivers_put(&s);
    case RESPONSE:
        return response_put(&s);
    case FOLLOWUP:
        return followup_put(&s);
    case THEMES:
        return themes_put(&s);
    }
}
