#include "child.h"
#include "unit.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"

#include <getopt.h>

struct settings {
    const char *output;
    const char *summary;
    bool net;
    int method;
    uint64_t jobs;
    struct opt_list keep;
};

static const struct option_spec main_options[] = {
    {'o', "output", "FILE", OPT_TEXT, offsetof(struct settings, output), "write to FILE"},
    {0, "summary", "FILE", OPT_OPTIONAL, offsetof(struct settings, summary), "accounting"},
    {0, "net", NULL, OPT_FLAG, offsetof(struct settings, net), "net of refunds"},
    {'j', "jobs", "N", OPT_NUMBER, offsetof(struct settings, jobs), "workers"},
    {0},
};

static const struct option_spec more_options[] = {
    {0, "method", "auto|quantile|rank", OPT_CHOICE, offsetof(struct settings, method), "rule"},
    {'k', "keep", "COLUMN", OPT_LIST, offsetof(struct settings, keep), "columns kept"},
    {0, "keep-going", NULL, OPT_FLAG, offsetof(struct settings, net), "never stop"},
    {0},
};

static struct settings settings;
static const struct opt_group groups[] = {
    {"Options", main_options, &settings},
    {"More", more_options, &settings},
};
static const struct opt_usage usage = {"crm-test", "[FILE ...]", "Tests the options.", "1.2"};

static struct str nearest(const char *name)
{
    return str_of(opt_nearest(groups, COUNT_OF(groups), name));
}

/* A name of n letters may differ in n / 3 + 1 places; the first 16 letters count. */
static void test_nearest(void)
{
    CHECK_STR(nearest("outptu"), S("output"));  /* swapped: 2 of 6 / 3 + 1 = 3 */
    CHECK_STR(nearest("ouput"), S("output"));   /* one missing */
    CHECK_STR(nearest("outputs"), S("output")); /* one too many */
    CHECK_STR(nearest("Output"), S("output"));
    CHECK_STR(nearest("output"), S("output"));
    CHECK_STR(nearest("metod"), S("method"));
    CHECK_STR(nearest("methods"), S("method"));
    CHECK_STR(nearest("kepe"), S("keep"));
    CHECK_STR(nearest("keepgoing"), S("keep-going"));
    CHECK_STR(nearest("hlep"), S("help")); /* those that every program has, too */
    CHECK_STR(nearest("verison"), S("version"));
    CHECK_STR(nearest("completions"), S("completion"));
}

/* Of two, the nearer: from "joobs" it is one step to "jobs", three to "output" and more to others.
 */
static void test_nearest_of_two(void)
{
    CHECK_STR(nearest("joobs"), S("jobs"));
    CHECK_STR(nearest("keep-goin"), S("keep-going"));
    CHECK_STR(nearest("keeps"), S("keep"));
    CHECK_STR(nearest("nett"), S("net"));
}

static void test_nearest_none(void)
{
    CHECK(nearest("xyzzy").p == NULL);
    CHECK(nearest("frobnicate").p == NULL);
    CHECK(nearest("q").p == NULL);
    CHECK(nearest("something-quite-different-and-long").p == NULL);
    CHECK(opt_nearest(NULL, 0, "output") == NULL);
    CHECK_STR(str_of(opt_nearest(NULL, 0, "halp")), S("help"));
}

static int parse(char **argv)
{
    int argc = 0;
    while (argv[argc]) {
        argc++;
    }
    optind = 0; /* getopt starts over */
    free(settings.keep.items);
    settings = (struct settings){.jobs = 1};
    return opt_parse(groups, COUNT_OF(groups), argc, argv, &usage);
}

#define ARGV(...) ((char *[]){"crm-test", __VA_ARGS__, NULL})

static void test_parse(void)
{
    char **argv = ARGV("a.csv", "-o", "out.csv", "--method=rank", "b.csv", "-k", "x", "--net",
                       "--keep", "y", "-j4");
    int first = parse(argv);
    CHECK_STR(str_of(settings.output), S("out.csv"));
    CHECK_INT(settings.method, 2);
    CHECK(settings.net);
    CHECK_INT(settings.jobs, 4);
    CHECK_INT(settings.keep.count, 2);
    CHECK_STR(str_of(settings.keep.items[0]), S("x"));
    CHECK_STR(str_of(settings.keep.items[1]), S("y"));
    CHECK(settings.summary == NULL);
    CHECK_INT(first, 10); /* operands have moved to the end: 12 words, 2 of them operands */
    CHECK_STR(str_of(argv[first]), S("a.csv"));
    CHECK_STR(str_of(argv[first + 1]), S("b.csv"));
}

static void test_parse_optional(void)
{
    parse(ARGV("--summary"));
    CHECK(settings.summary != NULL);
    CHECK_STR(str_of(settings.summary), S(""));
    parse(ARGV("--summary=run.json"));
    CHECK_STR(str_of(settings.summary), S("run.json"));
    char **argv = ARGV("--summary", "orders.csv"); /* what follows is an operand */
    int first = parse(argv);
    CHECK_STR(str_of(settings.summary), S(""));
    CHECK_STR(str_of(argv[first]), S("orders.csv"));
}

static void test_parse_end(void)
{
    char **argv = ARGV("--net", "--", "--output", "-");
    int first = parse(argv);
    CHECK(settings.output == NULL);
    CHECK_STR(str_of(argv[first]), S("--output"));
    CHECK_STR(str_of(argv[first + 1]), S("-"));
    argv = ARGV("-", "--net"); /* a lone dash is an operand: standard input */
    first = parse(argv);
    CHECK(settings.net);
    CHECK_STR(str_of(argv[first]), S("-"));
}

static void run_parse(void *argv)
{
    parse(argv);
    printf("parsed\n");
}

static void refused(char **argv, const char *message)
{
    struct child child = child_run(run_parse, argv);
    CHECK_INT(child.status, 2);
    CHECK_STR(str_of(child.out), S(""));
    CHECK_STR(str_of(child.err), str_of(message));
}

static void test_refused(void)
{
    refused(ARGV("--outptu=x"), "crm: unknown option --outptu; did you mean --output? "
                                "(crm-test --help lists all)\n");
    refused(ARGV("--xyzzy"), "crm: unknown option --xyzzy (crm-test --help lists all)\n");
    refused(ARGV("-x"), "crm: unknown option -x (crm-test --help lists all)\n");
    refused(ARGV("--output"), "crm: option --output needs a value (crm-test --help)\n");
    refused(ARGV("-o"), "crm: option -o needs a value (crm-test --help)\n");
    refused(ARGV("--net=yes"), "crm: option --net takes no value (crm-test --help)\n");
    refused(ARGV("--method", "best"), "crm: --method best: choose one of auto|quantile|rank\n");
    refused(ARGV("--method", ""), "crm: --method : choose one of auto|quantile|rank\n");
    refused(ARGV("--jobs", "two"), "crm: --jobs two: a whole number is needed\n");
    refused(ARGV("--jobs=-1"), "crm: --jobs -1: a whole number is needed\n");
}

/* getopt_long takes the unambiguous beginning of a name for the name. */
static void test_abbreviated(void)
{
    parse(ARGV("--outp", "x.csv"));
    CHECK_STR(str_of(settings.output), S("x.csv"));
    parse(ARGV("--keep", "a")); /* a whole name, though another option begins so */
    CHECK_INT(settings.keep.count, 1);
    struct child child = child_run(run_parse, ARGV("--ke"));
    CHECK_INT(child.status, 2);
}

static void answers(char **argv, struct str beginning, struct str within)
{
    struct child child = child_run(run_parse, argv);
    CHECK_INT(child.status, 0);
    CHECK_STR(str_of(child.err), S(""));
    CHECK(str_starts(str_of(child.out), beginning));
    CHECK(str_find(str_of(child.out), within) < strlen(child.out));
}

static void test_own_answers(void)
{
    answers(ARGV("--help"), S("usage: crm-test [OPTION ...] [FILE ...]\nTests the options.\n"),
            S("\n  -o, --output FILE          write to FILE\n"));
    answers(ARGV("-h"), S("usage: crm-test"), S("\n      --summary[=FILE]       accounting\n"));
    answers(ARGV("--help"), S("usage: crm-test"),
            S("\n      --method auto|quantile|rank\n                             rule\n"));
    answers(ARGV("-V"), S("crm-test 1.2\n"), S(""));
    answers(ARGV("--version"), S("crm-test 1.2\n"), S(""));
    answers(ARGV("--completion"), S("_crm_test()"), S("--method) COMPREPLY="));
    answers(ARGV("--completion"), S("_crm_test()"),
            S("complete -o filenames -F _crm_test crm-test"));
}

int main(void)
{
    test_nearest();
    test_nearest_of_two();
    test_nearest_none();
    test_parse();
    test_parse_optional();
    test_parse_end();
    test_refused();
    test_abbreviated();
    test_own_answers();
    free(settings.keep.items);
    return unit_end();
}
