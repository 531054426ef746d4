#include "base/base.h"

#include <getopt.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/say.h"

/* getopt_long returns ID_BASE plus an option's running number: beyond every letter. */
enum { ID_BASE = 1000 };

/* The options that every program answers by itself, always the first of the numbering. */
enum { OWN_HELP, OWN_VERSION, OWN_COMPLETION };

static const struct option_spec own_options[] = {
    {'h', "help", NULL, OPT_FLAG, 0, "show this help"},
    {'V', "version", NULL, OPT_FLAG, 0, "show the version"},
    {0, "completion", NULL, OPT_FLAG, 0, "print a completion script for bash"},
    {0},
};

static size_t table_length(const struct option_spec *options)
{
    size_t n = 0;
    while (options[n].name) {
        n++;
    }
    return n;
}

/* Edit distance of two short names; above 16 characters only the first 16 count. */
static size_t distance(const char *a, const char *b)
{
    size_t la = strnlen(a, 16);
    size_t lb = strnlen(b, 16);
    size_t row[17];
    for (size_t j = 0; j <= lb; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= la; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= lb; j++) {
            size_t change = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            size_t best = row[j] < row[j - 1] ? row[j] + 1 : row[j - 1] + 1;
            row[j] = change < best ? change : best;
        }
    }
    return row[lb];
}

static void nearest_in(const struct option_spec *options, const char *name, size_t *best,
                       const char **found)
{
    for (size_t i = 0; options[i].name; i++) {
        size_t d = distance(name, options[i].name);
        if (d < *best) {
            *best = d;
            *found = options[i].name;
        }
    }
}

const char *opt_nearest(const struct opt_group *groups, size_t group_count, const char *name)
{
    size_t limit = strnlen(name, 16) / 3 + 2;
    const char *found = NULL;
    nearest_in(own_options, name, &limit, &found);
    for (size_t g = 0; g < group_count; g++) {
        nearest_in(groups[g].options, name, &limit, &found);
    }
    return found;
}

static void print_options(const char *title, const struct option_spec *options)
{
    printf("\n%s:\n", title);
    for (const struct option_spec *o = options; o->name; o++) {
        char left[80];
        const char *arg = o->arg ? o->arg : "";
        const char *open = o->type == OPT_OPTIONAL ? "[=" : o->arg ? " " : "";
        const char *close = o->type == OPT_OPTIONAL ? "]" : "";
        char letter[5] = "    ";
        if (o->letter) {
            letter[0] = '-';
            letter[1] = o->letter;
            letter[2] = ',';
        }
        snprintf(left, sizeof left, "%s--%s%s%s%s", letter, o->name, open, arg, close);
        if (strlen(left) > 26) {
            printf("  %s\n  %-26s %s\n", left, "", o->help);
        } else {
            printf("  %-26s %s\n", left, o->help);
        }
    }
}

static void print_help(const struct opt_group *groups, size_t group_count,
                       const struct opt_usage *usage)
{
    printf("usage: %s [OPTION ...] %s\n%s\n", usage->program, usage->operands, usage->purpose);
    for (size_t g = 0; g < group_count; g++) {
        print_options(groups[g].title, groups[g].options);
    }
    print_options("Help", own_options);
    printf("\nManual: man %s; man crm for the tour.\n", usage->program);
}

static void print_words(const struct option_spec *options)
{
    for (const struct option_spec *o = options; o->name; o++) {
        printf(" --%s", o->name);
    }
}

static void print_completion(const struct opt_group *groups, size_t group_count,
                             const struct opt_usage *usage)
{
    char function[64];
    snprintf(function, sizeof function, "_%s", usage->program);
    for (char *c = function; *c; c++) {
        *c = *c == '-' ? '_' : *c;
    }
    printf("%s() {\n    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    case $before in\n",
           function);
    for (size_t g = 0; g < group_count; g++) {
        for (const struct option_spec *o = groups[g].options; o->name; o++) {
            if (o->type == OPT_CHOICE) {
                printf("    --%s) COMPREPLY=($(compgen -W \"$(echo '%s' | tr '|' ' ')\" -- "
                       "\"$word\")); return ;;\n",
                       o->name, o->arg);
            }
        }
    }
    printf("    esac\n    case $word in\n    -*) COMPREPLY=($(compgen -W \"");
    for (size_t g = 0; g < group_count; g++) {
        print_words(groups[g].options);
    }
    print_words(own_options);
    printf("\" -- \"$word\")) ;;\n    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n}\n"
           "complete -o filenames -F %s %s\n",
           function, usage->program);
}

static void answer_and_exit(int option, const struct opt_group *groups, size_t group_count,
                            const struct opt_usage *usage)
{
    if (option == OWN_HELP) {
        print_help(groups, group_count, usage);
    } else if (option == OWN_VERSION) {
        printf("%s %s\n", usage->program, usage->version);
    } else {
        print_completion(groups, group_count, usage);
    }
    if (fflush(stdout) != 0) {
        die(STATUS_SYSTEM, "standard output: %s", strerror(errno));
    }
    exit(STATUS_OK);
}

static int choice(const struct option_spec *o, const char *value)
{
    struct str rest = str_of(o->arg);
    for (int i = 0; rest.n > 0; i++) {
        if (str_eq(str_cut(&rest, '|'), str_of(value))) {
            return i;
        }
    }
    die(STATUS_USAGE, "--%s %s: choose one of %s", o->name, value, o->arg);
}

static void store(const struct option_spec *o, void *struct_base, const char *value)
{
    char *target = (char *)struct_base + o->offset;
    switch (o->type) {
    case OPT_FLAG:
        *(bool *)target = true;
        break;
    case OPT_TEXT:
        *(const char **)target = value;
        break;
    case OPT_OPTIONAL:
        *(const char **)target = value ? value : "";
        break;
    case OPT_LIST: {
        struct opt_list *list = (struct opt_list *)target;
        list->items = mem_grow(list->items, list->count + 1, sizeof *list->items);
        list->items[list->count++] = value;
        break;
    }
    case OPT_NUMBER:
        if (!str_to_u64(str_of(value), (uint64_t *)target)) {
            die(STATUS_USAGE, "--%s %s: a whole number is needed", o->name, value);
        }
        break;
    case OPT_CHOICE:
        *(int *)target = choice(o, value);
        break;
    }
}

/* getopt_long's own tables, made of ours. */
struct getopt_tables {
    struct option *longs;
    char *shorts;
    const struct option_spec **specs; /* by running number */
    void **targets;
    size_t count;
};

static bool is_there(const struct getopt_tables *t, const char *name)
{
    for (size_t i = 0; i < t->count; i++) {
        if (strcmp(t->longs[i].name, name) == 0) {
            return true;
        }
    }
    return false;
}

static void add_table(struct getopt_tables *t, const struct option_spec *options, void *target)
{
    for (const struct option_spec *o = options; o->name; o++) {
        if (is_there(t, o->name)) {
            continue; /* a command's own option hides a common one of the same name */
        }
        int kind = !o->arg                   ? no_argument
                   : o->type == OPT_OPTIONAL ? optional_argument
                                             : required_argument;
        t->longs[t->count] = (struct option){o->name, kind, NULL, ID_BASE + (int)t->count};
        t->specs[t->count] = o;
        t->targets[t->count] = target;
        if (o->letter) {
            size_t n = strlen(t->shorts);
            t->shorts[n] = o->letter;
            t->shorts[n + 1] = kind == required_argument ? ':' : '\0';
        }
        t->count++;
    }
}

static struct getopt_tables tables_of(const struct opt_group *groups, size_t group_count)
{
    size_t total = table_length(own_options);
    for (size_t g = 0; g < group_count; g++) {
        total += table_length(groups[g].options);
    }
    struct getopt_tables t = {
        .longs = mem_new(total + 1, sizeof(struct option)),
        .shorts = mem_new(2 * total + 3, 1),
        .specs = mem_new(total, sizeof(struct option_spec *)),
        .targets = mem_new(total, sizeof(void *)),
    };
    t.shorts[0] = ':'; /* errors are worded here */
    add_table(&t, own_options, NULL);
    for (size_t g = 0; g < group_count; g++) {
        add_table(&t, groups[g].options, groups[g].target);
    }
    return t;
}

static void unknown(const struct opt_group *groups, size_t group_count,
                    const struct opt_usage *usage, const char *word)
{
    if (word[0] == '-' && word[1] == '-') {
        char name[64];
        snprintf(name, sizeof name, "%.*s", (int)strcspn(word + 2, "="), word + 2);
        const char *near = opt_nearest(groups, group_count, name);
        if (near) {
            die(STATUS_USAGE, "unknown option --%s; did you mean --%s? (%s --help lists all)", name,
                near, usage->program);
        }
        die(STATUS_USAGE, "unknown option --%s (%s --help lists all)", name, usage->program);
    }
    die(STATUS_USAGE, "unknown option -%c (%s --help lists all)", optopt, usage->program);
}

int opt_parse(const struct opt_group *groups, size_t group_count, int argc, char **argv,
              const struct opt_usage *usage)
{
    struct getopt_tables t = tables_of(groups, group_count);
    opterr = 0;
    for (;;) {
        int before = optind;
        int found = getopt_long(argc, argv, t.shorts, t.longs, NULL);
        if (found == -1) {
            break;
        }
        if (found == ':') {
            die(STATUS_USAGE, "option %s needs a value (%s --help)", argv[optind - 1],
                usage->program);
        }
        if (found == '?') {
            const char *word = argv[before < optind ? optind - 1 : optind];
            if (optopt >= ID_BASE && optopt < ID_BASE + (int)t.count) {
                die(STATUS_USAGE, "option --%s takes no value (%s --help)",
                    t.specs[optopt - ID_BASE]->name, usage->program);
            }
            unknown(groups, group_count, usage, word);
        }
        size_t index = 0;
        while (index < t.count && t.longs[index].val != found &&
               !(t.specs[index]->letter && t.specs[index]->letter == found)) {
            index++;
        }
        if (index < table_length(own_options)) {
            answer_and_exit((int)index, groups, group_count, usage);
        }
        store(t.specs[index], t.targets[index], optarg);
    }
    free(t.longs);
    free(t.shorts);
    free(t.specs);
    free(t.targets);
    return optind;
}
