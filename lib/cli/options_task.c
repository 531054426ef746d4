#include "base/base.h"

#include "base/buf.h"
#include "base/die.h"
#include "cli/options_task.h"

static const struct options_task *asked_for(const struct options_tasks *all)
{
    const struct options_task *asked = NULL;
    for (size_t i = 0; i < all->task_count; i++) {
        const struct options_task *task = &all->task[i];
        if (task->given && asked) {
            die(STATUS_USAGE, "%s and %s do not go together", asked->option, task->option);
        }
        asked = task->given ? task : asked;
    }
    return asked;
}

/* "--fit or --why" */
__attribute__((noreturn)) static void say_what_lacks(const struct options_tasks *all,
                                                     const struct options_task *rule)
{
    struct buf lacking;
    buf_init(&lacking, BUF_UNBOUNDED);
    for (size_t i = 0; i < all->task_count; i++) {
        if (all->task[i].tasks & rule->tasks) {
            buf_printf(&lacking, "%s%s", lacking.n > 0 ? " or " : "", all->task[i].option);
        }
    }
    die(STATUS_USAGE, "%s goes with %.*s", rule->option, STRF(buf_view(&lacking)));
}

unsigned options_task(const struct options_tasks *all)
{
    const struct options_task *asked = asked_for(all);
    unsigned tasks = asked ? asked->tasks : all->plain;
    for (size_t i = 0; i < all->rule_count; i++) {
        const struct options_task *rule = &all->rule[i];
        if (!rule->given || (rule->tasks & tasks)) {
            continue;
        }
        if (!all->plain_name && !(rule->tasks & all->plain)) {
            say_what_lacks(all, rule);
        }
        die(STATUS_USAGE, "%s does not go with %s", rule->option,
            asked ? asked->option : all->plain_name);
    }
    return tasks;
}
