/*
 * options_task.h - which of a command's options go with which of the things that it can do.
 *
 *     enum task { TABLE = 1, WINBACK = 2, WHY = 4 };
 *     const struct options_task tasks[] = {{"--winback", typed->winback > 0, WINBACK}, ...};
 *     const struct options_task rules[] = {{"--keep", typed->keep, TABLE | WINBACK}, ...};
 *     const struct options_tasks all = {tasks, COUNT_OF(tasks), rules, COUNT_OF(rules), TABLE, NULL};
 *     switch (options_task(&all)) ...
 *
 * Two tasks at once, and an option that would have no effect, are usage errors.
 */
#ifndef CRM_OPTIONS_TASK_H
#define CRM_OPTIONS_TASK_H

#include "base/base.h"

struct options_task {
    const char *option;
    bool given;
    unsigned tasks; /* bits: that it asks for, or goes with */
};

struct options_tasks {
    const struct options_task *task; /* options that ask for one */
    size_t task_count;
    const struct options_task *rule; /* those that go with some */
    size_t rule_count;
    unsigned plain;         /* what is done where none is asked for */
    const char *plain_name; /* "rows of tickets"; NULL: "... goes with" is said of what it lacks */
};

/* The task that is to be done. */
unsigned options_task(const struct options_tasks *all);

#endif
