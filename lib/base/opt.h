/*
 * opt.h - the option table: one table of a command drives getopt_long, --help, shell completion and
 * the tests that hold the manual pages against it.
 *
 *     struct settings { const char *output; bool net; int method; struct opt_list keep; };
 *     static const struct option_spec options[] = {
 *         {'o', "output", "FILE", OPT_TEXT, offsetof(struct settings, output), "write to FILE"},
 *         {0, "method", "auto|quantile|rank", OPT_CHOICE, offsetof(struct settings, method), "..."},
 *         {0},
 *     };
 *     struct opt_group groups[] = {{"Options", options, &settings}};
 *     int first_operand = opt_parse(groups, 1, argc, argv, &usage);
 *
 * A table ends with an empty row. Texts point into argv. A wrong command line is a usage error that
 * names the nearest option and exits 2.
 */
#ifndef CRM_OPT_H
#define CRM_OPT_H

#include "base/str.h"

enum opt_type {
    OPT_FLAG,     /* bool */
    OPT_TEXT,     /* const char * */
    OPT_OPTIONAL, /* const char *; "--name" alone gives "", "--name=VALUE" the value */
    OPT_LIST,     /* struct opt_list: may be given several times */
    OPT_NUMBER,   /* uint64_t; digits only */
    OPT_CHOICE,   /* int: position of the word in `arg`, "one|two|three"; from 0 */
};

struct option_spec {
    char letter;      /* 0 where there is no short form */
    const char *name; /* NULL ends the table */
    const char *arg;  /* what stands for the value in --help; NULL for a flag */
    enum opt_type type;
    size_t offset; /* of the target in the group's struct */
    const char *help;
};

struct opt_list {
    const char **items; /* freed with free() */
    size_t count;
};

struct opt_group {
    const char *title; /* heading in --help */
    const struct option_spec *options;
    void *target; /* struct that offsets count from */
};

struct opt_usage {
    const char *program;  /* crm-score */
    const char *operands; /* "[FILE ...]" */
    const char *purpose;  /* one line */
    const char *version;
};

/*
 * Sets the targets; permutes operands to the end of argv and returns the index of the first.
 * Answers -h/--help, -V/--version and --completion itself (in stdout, exit 0).
 */
int opt_parse(const struct opt_group *groups, size_t group_count, int argc, char **argv,
              const struct opt_usage *usage);

/* The option that most resembles a mistyped name, or NULL where none does. `name` has no dashes. */
const char *opt_nearest(const struct opt_group *groups, size_t group_count, const char *name);

#endif
