/* crm-report: segmented customers to a report for people: terminal, Markdown, HTML with charts. */
#include "base/base.h"

#include "base/die.h"
#include "base/say.h"
#include "cli/cli.h"
#include "report/page.h"
#include "report/tier_report.h"

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
    .operands = "[FILE]",
    .as_of_rows = true,
    .purpose = "Tier report of segmented customers: tables, Markdown, or HTML with charts.",
    .options = options,
    .explain =
        "net revenue  the sum of monetary: counted amounts less refunds\n"
        "average order  net revenue / orders\n"
        "median recency  type 7 (Hyndman & Fan 1996), of the customers who have bought\n"
        "at risk or lapsed  by the column lifecycle (crm-segment --explain)\n"
        "best p %  share that the ceil(p n) largest of n buyers hold; a net below 0 counts as 0\n"
        "Gini coefficient  sum of (2 i - n - 1) x(i) / (n sum x), x ascending, i from 1\n"
        "movement  previous_tier against tier, with today's net revenue\n"
        "slipping  at risk, or down a tier; the ten largest by net revenue",
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

/* The child must be there before the first record is read. */
static struct plot *start_charts(const struct settings *typed, enum target target, struct doc *doc)
{
    if (target != TO_HTML || typed->no_charts) {
        return NULL;
    }
    struct plot *plot = plot_start();
    if (!plot) {
        say_warning("gnuplot cannot be started: the report has its tables, no charts");
        doc->remark = str_of(words(doc->language, "Without gnuplot there are no charts; the tables "
                                                  "have the numbers."));
    }
    return plot;
}

int main(int argc, char **argv)
{
    static const enum kind accepted[] = {KIND_SCORES};
    struct settings typed = {0};
    struct portfolio portfolio;
    struct doc doc;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    if (cli->input_count != 1) {
        die(STATUS_USAGE, "one file of segmented customers is needed");
    }
    enum target target = target_of(&typed, cli);
    cli_fails_as(target == TO_JSONL ? ENCODE_JSONL : ENCODE_CSV);
    doc_begin(&doc, &cli->arena, (enum words_language)typed.language, (struct str){0});
    doc.title = str_of(typed.title);
    struct plot *plot = start_charts(&typed, target, &doc);

    const struct portfolio_settings settings = {options_currency(typed.currency), words_english};
    portfolio_read(&portfolio, &cli->run, cli->inputs[0], &settings);
    if (portfolio.count == 0 && cli->run.account.excluded[ACCOUNT_OTHER_CURRENCY] > 0) {
        die(STATUS_DATA, "--currency %s: no row has it", typed.currency);
    }
    portfolio_settle(&portfolio);
    portfolio.as_of = cli_as_of_scored(cli, portfolio.as_of, portfolio.latest);
    if (!tier_report(&portfolio, &doc, plot)) {
        say_warning("gnuplot failed: the report has its tables, no charts");
        doc.remark = str_of(words(doc.language, "Without gnuplot there are no charts; the tables "
                                                "have the numbers."));
    }
    if (target == TO_HTML) {
        page_write(&doc, cli->out);
    } else {
        doc_write_text(&doc, target == TO_MD      ? DOC_TEXT_MD
                             : target == TO_JSONL ? DOC_TEXT_JSONL
                                                  : DOC_TEXT_TABLE, cli->out);
    }
    return cli_end(cli);
}
