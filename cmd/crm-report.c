/* crm-report: segmented customers, and tables that other commands wrote, to a report for people:
 * terminal, Markdown, HTML with charts. */
#include "base/base.h"

#include "base/die.h"
#include "base/say.h"
#include "cli/cli.h"
#include "report/page.h"
#include "report/parts.h"

enum target { TO_AUTO, TO_TABLE, TO_MD, TO_JSONL, TO_HTML };

struct settings {
    int to;
    const char *title;
    int language;
    const char *currency;
    bool no_charts;
};

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {'t', "to", "auto|table|md|jsonl|html", OPT_CHOICE, AT(to), "form of the report"},
    {0, "title", "TEXT", OPT_TEXT, AT(title), "the report's title"},
    {0, "lang", WORDS_LANGUAGES, OPT_CHOICE, AT(language), "language of the report"},
    {0, "currency", "CODE", OPT_TEXT, AT(currency), "only amounts in this currency"},
    {0, "no-charts", NULL, OPT_FLAG, AT(no_charts), "tables only in HTML"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-report",
    .operands = "[FILE] [cohorts=FILE] [survival=FILE] [backtest=FILE] [survey=FILE] [drivers=FILE] "
                "[service=FILE] [backlog=FILE] [causes=FILE] [control=FILE]",
    .as_of_rows = true,
    .where_main = true,
    .purpose = "Report of segmented customers, retention, forecasts, satisfaction and service: tables, "
               "Markdown, or HTML with charts.",
    .options = options,
    .explain =
        "net revenue  the sum of monetary: counted amounts less refunds\n"
        "average order  net revenue / orders\n"
        "median recency  type 7 (Hyndman & Fan 1996), of the customers who have bought\n"
        "at risk or lapsed  by the column lifecycle (crm-segment --explain)\n"
        "best p %  share that the ceil(p n) largest of n buyers hold; a net below 0 counts as 0\n"
        "Gini coefficient  sum of (2 i - n - 1) x(i) / (n sum x), x ascending, i from 1\n"
        "movement  previous_tier against tier, with today's net revenue\n"
        "slipping  at risk, or down a tier; the ten largest by net revenue\n"
        "lifetime value  the sum of clv (crm-score --explain); of who is rather gone than not: of those "
        "with p_alive below 0.5\n"
        "retention  active / customers of the cohort; all cohorts: sums of both, over those whose period "
        "had ended\n"
        "net revenue retention  revenue of the period / revenue of age 0\n"
        "time by which a share has left  the first point of the curve at which survival is at most 1 - "
        "the share\n"
        "at risk, by time  at_risk of the next point of the curve\n"
        "quadrants  split at the means of importance and performance over all drivers\n"
        "satisfaction, service, control limits  as the commands wrote them (crm-survey --explain, "
        "crm-ticket --explain)",
};

static enum target target_of(const struct settings *typed, const struct cli *cli)
{
    if (typed->to != TO_AUTO) {
        return (enum target)typed->to;
    }
    struct str name = str_of(cli->options.output);
    name.n -= str_ends(name, S(".gz")) ? 3 : 0;
    if (str_ends(name, S(".html")) || str_ends(name, S(".htm"))) {
        return TO_HTML;
    }
    switch (cli->format.kind) {
    case ENCODE_CSV:
    case ENCODE_TSV:
        if (str_ends(name, S(".csv")) || str_ends(name, S(".tsv"))) {
            die(STATUS_USAGE, "-o %s: a report is no table of rows: name a .html, .md or .jsonl file, "
                "or say --to", cli->options.output);
        }
        return TO_TABLE;
    case ENCODE_MD:
        return TO_MD;
    case ENCODE_JSONL:
        return TO_JSONL;
    default:
        return TO_TABLE;
    }
}

static void remark(struct doc *doc)
{
    doc->remark = str_of(words(doc->language, "Without gnuplot there are no charts; the tables have the "
                                              "numbers."));
}

/* The child must be there before the first record is read. */
static struct plot *start_charts(const struct settings *typed, enum target target, struct doc *doc)
{
    if (target != TO_HTML || typed->no_charts) {
        return NULL;
    }
    struct plot *plot = plot_start();
    if (!plot) {
        say_warning("gnuplot cannot be started: the report has its tables, no charts");
        remark(doc);
    }
    return plot;
}

/* The input of each part, NULL for one that the report does not have. */
static void assign(struct cli *cli, struct input *of[PARTS])
{
    enum kind accepted[PARTS];
    for (size_t i = 0; i < PARTS; i++) {
        accepted[i] = parts[i].kind;
    }
    cli_open(cli, accepted, PARTS, true);
    for (size_t k = 0; k < cli->input_count; k++) {
        size_t i = 0;
        while (parts[i].kind != cli->inputs[k]->binding.kind->kind) {
            i++;
        }
        if (of[i] && i > 0) {
            die(STATUS_USAGE, "one file of %s is enough", schema_kind(parts[i].kind)->name);
        }
        if (of[i]) {
            die(STATUS_USAGE, "one file of segmented customers is needed");
        }
        of[i] = cli->inputs[k];
    }
}

/* What only segmented customers can answer. */
static void check_options(const struct cli *cli, bool scores)
{
    if (!scores && cli->options.where.count > 0) {
        die(STATUS_USAGE, "--where is for segmented customers, and there are none");
    }
    if (!scores && cli->options.fresh) {
        die(STATUS_USAGE, "--fresh: only segmented customers tell how fresh the data are");
    }
}

static void settle_day(struct cli *cli, struct report *report, bool scores)
{
    report->as_of = scores ? cli_as_of_scored(cli, report->as_of, report->latest)
                           : (cli->as_of = cli_as_of_given(cli));
}

/* The doc of all parts that have an input. */
static void fill(struct cli *cli, struct report *report, struct input *const of[PARTS])
{
    void *figures[PARTS] = {NULL};
    const char *title = NULL;
    check_options(cli, of[0]);
    for (size_t i = 0; i < PARTS; i++) {
        if (of[i]) {
            figures[i] = parts[i].read(report, &cli->run, of[i]);
            title = title ? parts_title : parts[i].title;
        }
    }
    settle_day(cli, report, of[0]);
    report_head(report, title);
    for (size_t i = 0; i < PARTS; i++) {
        if (of[i]) {
            parts[i].add(report, figures[i]);
        }
    }
    if (!report_draw(report)) {
        say_warning("gnuplot failed: the report has its tables, no charts");
        remark(report->doc);
    }
}

int main(int argc, char **argv)
{
    struct settings typed = {0};
    struct input *of[PARTS] = {NULL};
    struct doc doc;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    struct str currency = options_currency(typed.currency);
    assign(cli, of);
    enum target target = target_of(&typed, cli);
    cli_fails_as(target == TO_JSONL ? ENCODE_JSONL : ENCODE_CSV);
    doc_begin(&doc, &cli->arena, (enum words_language)typed.language, (struct str){0});
    doc.title = str_of(typed.title);
    struct report report = {.doc = &doc,
                            .plot = start_charts(&typed, target, &doc),
                            .currency = currency,
                            .as_of = DATE_NONE,
                            .latest = DATE_NONE};
    fill(cli, &report, of);
    if (target == TO_HTML) {
        page_write(&doc, cli->out);
    } else {
        doc_write_text(&doc, target == TO_MD      ? DOC_TEXT_MD
                             : target == TO_JSONL ? DOC_TEXT_JSONL
                                                  : DOC_TEXT_TABLE, cli->out);
    }
    return cli_end(cli);
}
