/* crm-segment: scored customers to segment, tier and stage of life; moves since the last time. */
#include "base/base.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-segment/segment.h"
#include "report/words.h"
#include "value/number.h"

static const char default_join[] = "name";

#define AT(member) offsetof(struct settings, member)

static const struct option_spec options[] = {
    {0, "segments", "rf25|rfm10|rfm11|cn8|cn8-median|FILE", OPT_TEXT, AT(segments),
     "table of segments (rf25)"},
    {0, "policy", "FILE", OPT_TEXT, AT(policy), "rules for tiers, segments, lifecycle, screening"},
    {0, "g1", "DAYS", OPT_TEXT, AT(g1), "silent for longer is at risk"},
    {0, "g2", "DAYS", OPT_TEXT, AT(g2), "silent for longer is lapsed"},
    {0, "join", "COLUMN,...", OPT_TEXT, AT(join), "columns of customers=FILE to add (name)"},
    {0, "previous", "FILE", OPT_TEXT, AT(previous), "the last output: say who moved"},
    {0, "moves", "FILE", OPT_TEXT, AT(moves), "write who moved, and who is gone, to FILE"},
    {0, "lang", WORDS_LANGUAGES, OPT_CHOICE, AT(language), "language of the labels"},
    {0, "check", "POLICY", OPT_TEXT, AT(check), "say what is suspicious about a policy, no more"},
    {0},
};

static const struct cli_command command = {
    .name = "crm-segment",
    .operands = "[FILE] [customers=FILE]",
    .where_main = true,
    .as_of_rows = true,
    .purpose = "Segment, tier and stage of life of scored customers; who moved since the last time.",
    .options = options,
    .explain =
        "segment  the first rule of the table that holds of r, f and m (rf25: r by f)\n"
        "tier  the first rule that holds; VIP top_monetary < 0.5, important top_monetary < 0.8, "
        "ordinary the others\n"
        "top_X  share of the positive total of X that strictly larger values hold; the largest has "
        "0\n"
        "pct_X  share of customers whose X is at most one's own; the largest has 1\n"
        "to_next_tier  what is lacking to the smallest value in the next better tier\n"
        "lifecycle  prospect: no purchase; lapsed: silent for more than g2 days; reactivated: back "
        "after more than g2, one purchase day since; new: one purchase day; at risk: silent for more "
        "than g1; loyal: 3 purchase days in 365 and never silent for more than g2; else active\n"
        "g1, g2  median and 95th percentile (type 7) of the repeat customers' mean gaps\n"
        "tier_held  1: the rules say a lower tier, but the figure is less than 10 % below the entry "
        "(hysteresis)\n"
        "move  up, down, same, new, back (not there last time, but bought before), gone",
};

static struct policy *read_policy(const struct settings *typed, struct cli *cli,
                                  struct str *segment_table)
{
    struct policy *policy = typed->policy ? policy_read(typed->policy, &cli->arena)
                                          : policy_none(&cli->arena);
    if (typed->segments) {
        const struct policy *file = policy;
        policy->segment_table = str_of(typed->segments);
        if (segments_table(policy->segment_table).count == 0) {
            file = policy_read(typed->segments, &cli->arena);
            policy->segment_table = file->segment_table;
        }
        policy->segments = file == policy ? (struct policy_rules){0} : file->segments;
        if (policy->segments.count == 0 && policy->segment_table.n == 0) {
            die(STATUS_USAGE, "--segments %s: it has no section \"segments\"", typed->segments);
        }
    } else if (policy->segments.count == 0 && policy->segment_table.n == 0) {
        policy->segment_table = S("rf25");
    }
    if (policy->segment_table.n > 0) {
        policy->segments = segments_table(policy->segment_table);
    }
    if (policy->segments.count == 0) {
        die(STATUS_DATA, "%s: segments: there is no table %.*s: choose of rf25, rfm10, rfm11, cn8, "
            "cn8-median, or list rules", typed->segments ? typed->segments : typed->policy,
            STRF(policy->segment_table));
    }
    *segment_table = policy->segment_table;
    return policy;
}

static double cut_of(const char *option, const char *typed, double policy)
{
    double days = policy;
    if (typed && (!number_parse(str_of(typed), 0, &days) || days < 0 || days > 36500)) {
        die(STATUS_USAGE, "%s %s: a number of days is needed", option, typed);
    }
    return days;
}

static void read_cuts(struct parts *parts)
{
    const struct policy_lifecycle *given = &parts->policy->lifecycle;
    parts->cuts = (struct lifecycle_cuts){
        .g1 = cut_of("--g1", parts->typed->g1, given->g1),
        .g2 = cut_of("--g2", parts->typed->g2, given->g2),
        .loyal_days = given->loyal_days < 0 ? 3 : (unsigned)given->loyal_days,
        .loyal_window = given->loyal_window < 0 ? 365 : (int32_t)given->loyal_window,
    };
    if (parts->cuts.g1 >= 0 && parts->cuts.g2 >= 0 && parts->cuts.g1 > parts->cuts.g2) {
        die(STATUS_USAGE, "g1 (%g) is larger than g2 (%g)", parts->cuts.g1, parts->cuts.g2);
    }
}

/* What we make ourselves cannot be joined. */
static void refuse_made(const struct placed *placed)
{
    const struct schema_kind *kind = schema_kind(KIND_SCORES);
    for (size_t i = 0; i < placed->join_count; i++) {
        if (schema_column_named(kind, placed->join[i]) >= SCORES_SEGMENT) {
            die(STATUS_USAGE, "--join %.*s: crm-segment makes a column of this name",
                STRF(placed->join[i]));
        }
    }
}

static void open_inputs(struct parts *parts, struct cli *cli)
{
    static const enum kind accepted[] = {KIND_SCORES, KIND_CUSTOMERS};
    struct book *book = &parts->book;
    struct placed *placed = &parts->placed;
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    placed->join = options_list(parts->typed->join, &cli->arena, &placed->join_count);
    refuse_made(placed);
    for (size_t i = 0; i < cli->input_count; i++) {
        struct input *input = cli->inputs[i];
        bool customers = input->binding.kind->kind == KIND_CUSTOMERS;
        if (customers ? book->roster != NULL : book->scores != NULL) {
            die(STATUS_USAGE, "%s: one file of %s is needed: scores are relative to all customers",
                input->name, customers ? "customers" : "scored rows");
        }
        if (customers && parts->typed->join == default_join &&
            input_named(input, str_of(default_join)) < 0) {
            placed->join_count = 0; /* nobody asked for names */
        }
        if (customers) {
            book->roster = roster_open(input, placed->join, placed->join_count);
        } else {
            book->scores = input;
        }
    }
    if (!book->scores) {
        die(STATUS_USAGE,
            "scored rows are needed besides customers: crm-segment scores.csv customers=FILE");
    }
    placed->join_count = book->roster ? placed->join_count : 0;
    book->top_score = segments_wants_five(parts->segment_table) ? 5 : 0;
    book_check(book);
}

static void compile(struct parts *parts)
{
    const struct policy *policy = parts->policy;
    struct book *book = &parts->book;
    struct population *population =
        population_new(book->scores, book->roster ? book->roster->input : NULL);
    double margin = policy->tier_hysteresis;
    book->population = population;
    parts->tiers = tiers_new(population, policy->tiers, margin < 0 ? TIER_HYSTERESIS : margin);
    parts->segments = segments_new(population, policy->segments, parts->typed->check != NULL);
    screening_init(&parts->screening, population, policy->screening);
}

static struct movement *open_previous(struct parts *parts, struct cli *cli)
{
    const struct settings *typed = parts->typed;
    if (typed->moves && !typed->previous) {
        die(STATUS_USAGE, "--moves needs --previous: the output of the last time");
    }
    if (!typed->previous) {
        return NULL;
    }
    struct input *input = input_open(typed->previous, &cli->reading);
    input_bind(input, KIND_SCORES);
    input_expect(input, SCORES_CUSTOMER_ID, "it is not an output of crm-segment");
    input_expect(input, SCORES_TIER, "it is not an output of crm-segment");
    input_settle(input);
    if (typed->moves) {
        struct options as_named = {.output = typed->moves};
        parts->moves_format =
            (struct encode_format){options_output(&as_named, false), cli->options.formula_guard,
                                   placed_move_columns, PLACED_MOVE_COLUMNS};
        parts->moves = writer_new(cli_side_output(cli, typed->moves), &parts->moves_format);
    }
    struct movement *movement = movement_read(input, parts->tiers, words_english);
    input_close(input);
    return movement;
}

static void settle_cuts(struct parts *parts)
{
    struct lifecycle_cuts *cuts = &parts->cuts;
    bool g1 = cuts->g1 >= 0;
    bool g2 = cuts->g2 >= 0;
    if (!parts->book.has_lifecycle) {
        return;
    }
    size_t repeaters = book_cuts(&parts->book, cuts);
    if (g1 && g2) {
        say_notice("lifecycle: g1 %.6g and g2 %.6g days, as given", cuts->g1, cuts->g2);
    } else if (repeaters == 0) {
        say_warning("lifecycle: no customer has bought twice: g1 %.6g and g2 %.6g days are assumed; "
                    "set them with --g1 and --g2", cuts->g1, cuts->g2);
    } else {
        bool alike = cuts->g1 == cuts->g2; /* the one that is given is a bound of the other */
        say_notice("lifecycle: g1 %.6g and g2 %.6g days (%s, %s of the mean gaps of %zu repeat "
                   "customers)", cuts->g1, cuts->g2,
                   g1 ? "given" : g2 && alike ? "as g2" : "median",
                   g2 ? "given" : g1 && alike ? "as g1" : "95th percentile", repeaters);
    }
}

static void read_book(struct parts *parts, struct cli *cli)
{
    book_read(&parts->book, &cli->run);
    tiers_settle(parts->tiers);
    parts->book.as_of = cli_as_of_scored(cli, parts->book.as_of, parts->book.latest);
    if (parts->book.latest > parts->book.as_of) {
        die(STATUS_DATA, "%s: a last_date is after as-of", parts->book.scores->name);
    }
}

int main(int argc, char **argv)
{
    struct settings typed = {.join = default_join};
    struct parts parts = {.typed = &typed};
    struct placed *placed = &parts.placed;
    struct cli *cli = cli_start(argc, argv, &command, &typed);
    typed.policy = typed.check ? typed.check : typed.policy;
    parts.policy = read_policy(&typed, cli, &parts.segment_table);
    read_cuts(&parts);
    if (typed.check && cli->operand_count == 0) {
        cli_open_nothing(cli);
        compile(&parts);
        return check_policy(&parts, cli);
    }
    open_inputs(&parts, cli);
    compile(&parts);
    if (typed.check) {
        read_book(&parts, cli);
        return check_policy(&parts, cli);
    }
    *placed = (struct placed){.book = &parts.book,
                              .tiers = parts.tiers,
                              .segments = parts.segments,
                              .screening = &parts.screening,
                              .movement = open_previous(&parts, cli),
                              .join = placed->join,
                              .join_count = placed->join_count,
                              .label = typed.language == WORDS_ZH ? words_chinese : NULL,
                              .own_tiers = parts.policy->tiers.count > 0,
                              .own_segments = parts.segment_table.n == 0};
    placed->moves = parts.moves ? &parts.moves_format : NULL;
    placed_columns(placed, &cli->arena);

    read_book(&parts, cli);
    settle_cuts(&parts);
    placed->cuts = parts.cuts;
    put_all(&parts, cli);

    say_results(&parts);
    return cli_end(cli);
}
