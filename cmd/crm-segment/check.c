/* crm-segment --check: what is suspicious about a policy. */
#include "base/base.h"

#include "analysis/rulecheck.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-segment/segment.h"

struct finding_output {
    struct cli *cli;
    uint64_t *count;
};

static void put_finding(void *context, const char *at, const char *finding, const char *detail)
{
    struct finding_output *output = context;
    ++*output->count;
    cli_put(output->cli, (struct str[]){str_of(at), str_of(finding), str_of(detail)});
    status_raise(STATUS_FOUND);
}

int check_policy(struct parts *parts, struct cli *cli)
{
    static const struct encode_column columns[] = {
        {{"rule", 4}, ENCODE_TEXT}, {{"finding", 7}, ENCODE_TEXT}, {{"detail", 6}, ENCODE_TEXT}};
    const struct policy *policy = parts->policy;
    const struct book *book = &parts->book;
    bool *unscored = mem_new(book->count, sizeof *unscored);
    bool *prospect = mem_new(book->count, sizeof *prospect);
    for (size_t i = 0; i < book->count; i++) {
        unscored[i] = book->kept[i].score[0] == 0;
        prospect[i] = i >= book->scored;
    }
    const struct {
        const char *name;
        struct policy_rules rules;
        struct condition *const *conditions;
        bool gaps, rest_named, overlaps;
        const bool *skip;
    } sections[] = {
        {"tiers", policy->tiers, tiers_conditions(parts->tiers), true, false, false,
         prospect},
        {"segments", policy->segments, segments_conditions(parts->segments), true, true,
         true, unscored},
        {"screening", policy->screening, parts->screening.condition, false, false, false, NULL},
    };
    cli->run.account.merged += book->count; /* findings are no customers */
    uint64_t findings = 0;
    struct finding_output output = {cli, &findings};
    cli_output(cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        struct str at = arena_printf(&cli->arena, "%s: %s", parts->typed->check, sections[i].name);
        const struct rulecheck check = {put_finding,
                                        &output,
                                        arena_cstr(&cli->arena, at),
                                        sections[i].gaps,
                                        sections[i].rest_named,
                                        sections[i].overlaps,
                                        sections[i].skip};
        bool own = i != 1 || parts->segment_table.n == 0; /* not the built-in table's */
        if (sections[i].rules.count > 0 && own) {
            rulecheck(book->population, sections[i].rules, sections[i].conditions, &check);
        }
    }
    free(unscored);
    free(prospect);
    if (findings == 0) {
        say_notice("%s: nothing suspicious%s", parts->typed->check,
                   book->scores ? "" : "; without data, most conditions are not tried");
    }
    return cli_end(cli);
}
