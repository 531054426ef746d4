/* crm-segment: scored customers to segment, tier and stage of life; moves since the last time. */
#include "base/base.h"

#include <math.h>

#include "analysis/lifecycle.h"
#include "analysis/movement.h"
#include "analysis/roster.h"
#include "analysis/rulecheck.h"
#include "analysis/segment.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/seen.h"
#include "cli/cli.h"
#include "cli/columns.h"
#include "flow/cursor.h"
#include "flow/held.h"
#include "report/words.h"
#include "stats/quantile.h"
#include "value/number.h"

struct settings {
    const char *segments, *policy, *g1, *g2;
    const char *join;
    const char *previous, *moves;
    int language;
    const char *check;
};

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

/* Where the cells that we add go. */
struct added {
    size_t *join;
    size_t segment, tier, rank, distance, lifecycle, screening, rule, previous, held, move;
};

/* What the rows give besides the values that conditions need. */
struct customer {
    struct lifecycle_days days;
    unsigned score[3]; /* 0: none */
    struct roster_entry *entry; /* of customers=FILE, or NULL */
};

struct run {
    struct cli *cli;
    const struct settings *typed;
    struct policy *policy;
    struct str *join;
    size_t join_count;
    struct input *scores;
    struct roster *roster;     /* NULL without customers=FILE */
    struct population *population;
    struct tiers *tiers;
    struct segments *segments;
    struct str segment_table;
    struct condition **screening;
    struct movement *movement; /* NULL without --previous */
    struct writer *moves;      /* NULL without --moves */
    struct encode_format moves_format;
    struct columns columns;
    struct added added;
    struct held held;
    struct customer *customer;
    size_t count, room;
    size_t scored; /* rows before the prospects */
    struct map currencies; /* groups */
    struct seen seen;
    struct lifecycle_cuts cuts;
    bool has_lifecycle;
    int32_t as_of, latest;
    uint64_t moved[MOVEMENT_GONE + 1];
    uint64_t held_back;
};

static struct policy *read_policy(const struct settings *typed, struct cli *cli,
                                  struct str *segment_table)
{
    struct policy *policy = typed->policy ? policy_read(typed->policy, &cli->arena)
                                          : policy_none(&cli->arena);
    if (typed->segments) {
        policy->segment_table = str_of(typed->segments);
        policy->segments = segments_table(policy->segment_table);
        if (policy->segments.count == 0) {
            policy->segments = policy_read(typed->segments, &cli->arena)->segments;
            policy->segment_table = (struct str){0};
        }
        if (policy->segments.count == 0) {
            die(STATUS_USAGE, "--segments %s: it has no section \"segments\"", typed->segments);
        }
    } else if (policy->segments.count == 0) {
        if (policy->segment_table.n == 0) {
            policy->segment_table = S("rf25");
        }
        policy->segments = segments_table(policy->segment_table);
    }
    if (policy->segments.count == 0) {
        die(STATUS_DATA, "%s: segments: there is no table %.*s: choose of rf25, rfm10, rfm11, cn8, "
            "cn8-median, or list rules", typed->policy, STRF(policy->segment_table));
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

static void read_cuts(struct run *run)
{
    const struct policy_lifecycle *given = &run->policy->lifecycle;
    run->cuts = (struct lifecycle_cuts){
        .g1 = cut_of("--g1", run->typed->g1, given->g1),
        .g2 = cut_of("--g2", run->typed->g2, given->g2),
        .loyal_days = given->loyal_days < 0 ? 3 : (unsigned)given->loyal_days,
        .loyal_window = given->loyal_window < 0 ? 365 : (int32_t)given->loyal_window,
    };
    if (run->cuts.g1 >= 0 && run->cuts.g2 >= 0 && run->cuts.g1 > run->cuts.g2) {
        die(STATUS_USAGE, "g1 (%g) is larger than g2 (%g)", run->cuts.g1, run->cuts.g2);
    }
}

/* Everything that must be known before the first row: inputs, rules, outputs. */
static void open_inputs(struct run *run)
{
    static const enum kind accepted[] = {KIND_SCORES, KIND_CUSTOMERS};
    cli_open(run->cli, accepted, COUNT_OF(accepted), true);
    for (size_t i = 0; i < run->cli->input_count; i++) {
        struct input *input = run->cli->inputs[i];
        bool customers = input->binding.kind->kind == KIND_CUSTOMERS;
        if (customers ? run->roster != NULL : run->scores != NULL) {
            die(STATUS_USAGE, "%s: one file of %s is needed: scores are relative to all customers",
                input->name, customers ? "customers" : "scored rows");
        }
        if (customers) {
            run->roster = roster_open(input, run->join, run->join_count);
        } else {
            run->scores = input;
        }
    }
    if (!run->scores) {
        die(STATUS_USAGE, "scored rows are needed besides customers: crm-segment scores.csv "
            "customers=FILE");
    }
    static const int needed[] = {SCORES_CUSTOMER_ID, SCORES_MONETARY, SCORES_R, SCORES_F, SCORES_M};
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        input_need(run->scores, needed[i], "score with crm-score first");
    }
}

static void check_lifecycle_columns(struct run *run)
{
    static const int needed[] = {SCORES_FIRST_DATE, SCORES_LAST_DATE, SCORES_PREV_DATE,
                                 SCORES_PREV2_DATE, SCORES_DAYS,      SCORES_GAP_MAX};
    run->has_lifecycle = true;
    for (size_t i = 0; i < COUNT_OF(needed) && run->has_lifecycle; i++) {
        if (input_column(run->scores, needed[i]) < 0) {
            run->has_lifecycle = false;
            say_warning("%s: no column %s: lifecycle is left out", run->scores->name,
                        run->scores->binding.kind->column[needed[i]].name);
        }
    }
}

static void compile(struct run *run, const struct input *customers)
{
    const struct policy *policy = run->policy;
    run->population = population_new(run->scores, customers);
    run->tiers = tiers_new(run->population, policy->tiers,
                           policy->tier_hysteresis < 0 ? TIER_HYSTERESIS : policy->tier_hysteresis);
    run->segments = segments_new(run->population, policy->segments);
    run->screening = mem_new(policy->screening.count, sizeof *run->screening);
    for (size_t i = 0; i < policy->screening.count; i++) {
        char message[EXPR_MESSAGE];
        const struct policy_rule *rule = &policy->screening.rule[i];
        run->screening[i] = population_condition(run->population, rule->when, message);
        if (!run->screening[i]) {
            die(STATUS_USAGE, "%s.when: %s", rule->at, message);
        }
    }
}

static void open_previous(struct run *run)
{
    const struct settings *typed = run->typed;
    if (typed->moves && !typed->previous) {
        die(STATUS_USAGE, "--moves needs --previous: the output of the last time");
    }
    if (!typed->previous) {
        return;
    }
    struct input *input = input_open(typed->previous, &run->cli->reading);
    input_bind(input, KIND_SCORES);
    input_need(input, SCORES_CUSTOMER_ID, "it is not an output of crm-segment");
    input_need(input, SCORES_TIER, "it is not an output of crm-segment");
    input_settle(input);
    if (typed->moves) {
        static const struct encode_column columns[] = {
            {{"customer_id", 11}, ENCODE_TEXT},        {{"currency", 8}, ENCODE_TEXT},
            {{"name", 4}, ENCODE_TEXT},                {{"previous_tier", 13}, ENCODE_TEXT},
            {{"tier", 4}, ENCODE_TEXT},                {{"move", 4}, ENCODE_TEXT},
            {{"previous_monetary", 17}, ENCODE_NUMBER}, {{"monetary", 8}, ENCODE_NUMBER},
        };
        struct options as_named = {.output = typed->moves};
        run->moves_format = (struct encode_format){options_output(&as_named, false),
                                                   run->cli->options.formula_guard, columns,
                                                   COUNT_OF(columns)};
        run->moves = writer_new(cli_side_output(run->cli, typed->moves), &run->moves_format);
    }
    run->movement = movement_read(input, run->tiers, words_english);
    input_close(input);
}

static void lay_out(struct run *run)
{
    struct columns *c = &run->columns;
    struct added *a = &run->added;
    columns_begin(c, run->scores, &run->cli->arena);
    a->join = arena_alloc(&run->cli->arena, (run->join_count + 1) * sizeof *a->join);
    for (size_t i = 0; run->roster && i < run->join_count; i++) {
        a->join[i] = columns_share(c, run->join[i], ENCODE_TEXT);
    }
    a->segment = columns_add(c, S("segment"), ENCODE_TEXT);
    a->tier = columns_add(c, S("tier"), ENCODE_TEXT);
    a->rank = columns_add(c, S("tier_rank"), ENCODE_NUMBER);
    a->distance = columns_add(c, S("to_next_tier"), ENCODE_NUMBER);
    if (run->has_lifecycle) {
        a->lifecycle = columns_add(c, S("lifecycle"), ENCODE_TEXT);
    }
    if (run->policy->screening.count > 0) {
        a->screening = columns_add(c, S("screening"), ENCODE_TEXT);
        a->rule = columns_add(c, S("screening_rule"), ENCODE_TEXT);
    }
    if (run->movement) {
        a->previous = columns_add(c, S("previous_tier"), ENCODE_TEXT);
        a->held = columns_add(c, S("tier_held"), ENCODE_NUMBER);
        a->move = columns_add(c, S("move"), ENCODE_TEXT);
    }
}

static bool read_count(const struct row *row, int column, uint64_t *value)
{
    *value = 0;
    return row_integer(row, column, value) != ROW_BAD;
}

static bool read_day(const struct row *row, int column, int32_t *day)
{
    enum row_found found = row_day(row, column, day);
    if (found == ROW_EMPTY) {
        *day = DATE_NONE;
    }
    return found != ROW_BAD;
}

static bool read_days(const struct row *row, struct lifecycle_days *days)
{
    return read_day(row, SCORES_FIRST_DATE, &days->first) &&
           read_day(row, SCORES_LAST_DATE, &days->last) &&
           read_day(row, SCORES_PREV_DATE, &days->prev) &&
           read_day(row, SCORES_PREV2_DATE, &days->prev2) &&
           read_count(row, SCORES_DAYS, &days->days) &&
           read_count(row, SCORES_GAP_MAX, &days->gap_max);
}

static bool read_scores(const struct run *run, const struct row *row, unsigned score[3])
{
    static const int columns[] = {SCORES_R, SCORES_F, SCORES_M};
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        uint64_t value;
        if (!read_count(row, columns[i], &value)) {
            return false;
        }
        unsigned most = segments_wants_five(run->segment_table) ? 5 : 1000;
        if (value > most) {
            row_bad(row, columns[i], "is above %u: segments of %.*s are of five scores; name others "
                    "with --segments, or score with --bins 5", most, STRF(run->segment_table));
            return false;
        }
        score[i] = (unsigned)value;
    }
    return true;
}

/* All rows look back from one day. */
static bool read_as_of(struct run *run, const struct row *row)
{
    int32_t day;
    if (!read_day(row, SCORES_AS_OF, &day)) {
        return false;
    }
    if (day != DATE_NONE && run->as_of != DATE_NONE && day != run->as_of) {
        char before[DATE_ROOM];
        date_format(run->as_of, before);
        row_fatal(row, SCORES_AS_OF, STATUS_DATA, "differs from %s in the rows before: score all "
                  "customers in one run", before);
        return false;
    }
    run->as_of = day == DATE_NONE ? run->as_of : day;
    return true;
}

static struct str customer_key(struct run *run, struct str id, struct str currency)
{
    return arena_printf(&run->cli->arena, "%.*s%c%.*s", STRF(id), '\0', STRF(currency));
}

static bool read_row(struct run *run, const struct row *row, struct expr_value *values,
                     struct customer *customer, struct str *id)
{
    *customer = (struct customer){.days = {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 0, 0}};
    enum row_found found = row_customer(row, id);
    if (found == ROW_EMPTY) {
        row_bad(row, SCORES_CUSTOMER_ID, "is empty");
    }
    if (found != ROW_VALUE || !read_as_of(run, row) || !read_scores(run, row, customer->score) ||
        (run->has_lifecycle && !read_days(row, &customer->days)) ||
        !population_read(run->population, POPULATION_FIRST, row, &run->cli->arena, values)) {
        return false;
    }
    if (seen_before(&run->seen, customer_key(run, *id, row_text(row, SCORES_CURRENCY)))) {
        char shown[SAY_VALUE_ROOM];
        row_bad(row, SCORES_CUSTOMER_ID, "%s stands twice", say_word(*id, shown));
        return false;
    }
    return true;
}

static void keep(struct run *run, const struct customer *customer, const struct expr_value *values,
                 struct str currency)
{
    if (run->count == run->room) {
        run->room = mem_capacity(run->room, run->count + 1);
        run->customer = mem_grow(run->customer, run->room, sizeof *run->customer);
    }
    run->customer[run->count++] = *customer;
    bool fresh;
    uint32_t *group = map_put(&run->currencies, currency, &fresh);
    if (fresh) {
        *group = (uint32_t)run->currencies.count - 1;
    }
    const struct expr_value *joined = customer->entry ? customer->entry->value : NULL;
    population_add(run->population, values, joined, *group);
    int32_t last = customer->days.last;
    run->latest = last != DATE_NONE && last > run->latest ? last : run->latest;
}

static void read_scored(struct run *run)
{
    size_t width = population_width(run->population, POPULATION_FIRST);
    struct expr_value *values = mem_new(width, sizeof *values);
    struct cursor *cursor = cursor_open(&run->cli->run, run->scores, NULL, NULL);
    struct str none;
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        struct row *row = cursor_row(cursor);
        struct customer customer;
        struct str id;
        if (read_row(run, row, values, &customer, &id)) {
            customer.entry = run->roster ? roster_find(run->roster, id) : NULL;
            if (customer.entry) {
                customer.entry->met = true;
            }
            keep(run, &customer, values, row_text(row, SCORES_CURRENCY));
            held_add(&run->held, row->record.cell, run->columns.own);
        }
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    run->scored = run->count;
    free(values);
}

/* Customers that the scores do not know have not bought. */
static void add_prospects(struct run *run)
{
    size_t width = population_width(run->population, POPULATION_FIRST);
    struct expr_value *nothing = mem_new(width, sizeof *nothing);
    for (size_t i = 0; run->roster && i < run->roster->count; i++) {
        struct roster_entry *entry = &run->roster->entry[i];
        if (!entry->met) {
            struct customer prospect = {
                .days = {DATE_NONE, DATE_NONE, DATE_NONE, DATE_NONE, 0, 0}, .entry = entry};
            keep(run, &prospect, nothing, (struct str){0});
            run->cli->run.account.merged--;
        }
    }
    free(nothing);
}

static void settle_as_of(struct run *run)
{
    int32_t given = cli_as_of_given(run->cli);
    if (run->as_of != DATE_NONE && given != DATE_NONE && given != run->as_of) {
        char scored[DATE_ROOM];
        date_format(run->as_of, scored);
        die(STATUS_USAGE, "--as-of %s: the scores are as of %s: say it to crm-score",
            run->cli->options.as_of, scored);
    }
    int32_t day = run->as_of != DATE_NONE ? run->as_of : given != DATE_NONE ? given : run->latest;
    run->as_of = cli_as_of_scored(run->cli, day, run->latest);
    if (run->as_of == DATE_NONE && run->has_lifecycle && run->scored > 0) {
        die(STATUS_DATA, "%s: no as_of and no last_date to look back from: say --as-of",
            run->scores->name);
    }
}

/* g1 and g2, where they are not given. */
static void settle_cuts(struct run *run)
{
    struct lifecycle_cuts *cuts = &run->cuts;
    bool given = cuts->g1 >= 0 && cuts->g2 >= 0;
    double *gaps = mem_new(run->scored, sizeof *gaps);
    size_t n = 0;
    for (size_t i = 0; i < run->scored; i++) {
        double gap = lifecycle_gap(&run->customer[i].days);
        if (!isnan(gap)) {
            gaps[n++] = gap;
        }
    }
    quantile_sort(gaps, n);
    double g1 = n > 0 ? quantile_at(gaps, n, 50, 100) : 90;
    double g2 = n > 0 ? quantile_at(gaps, n, 95, 100) : 365;
    free(gaps);
    bool g1_given = cuts->g1 >= 0;
    bool g2_given = cuts->g2 >= 0;
    cuts->g1 = g1_given ? cuts->g1 : g2_given && cuts->g2 < g1 ? cuts->g2 : g1;
    cuts->g2 = g2_given ? cuts->g2 : cuts->g1 > g2 ? cuts->g1 : g2;
    if (given) {
        say_notice("lifecycle: g1 %.6g and g2 %.6g days, as given", cuts->g1, cuts->g2);
    } else if (n == 0) {
        say_warning("lifecycle: no customer has bought twice: g1 %.6g and g2 %.6g days are assumed; "
                    "set them with --g1 and --g2", cuts->g1, cuts->g2);
    } else {
        say_notice("lifecycle: g1 %.6g and g2 %.6g days (%s%s%s of the mean gaps of %zu repeat "
                   "customers)", cuts->g1, cuts->g2, g1_given ? "g1 given" : "median",
                   ", ", g2_given ? "g2 given" : "95th percentile", n);
    }
}

static struct str label(const struct run *run, struct str english)
{
    return words_str((enum words_language)run->typed->language, english);
}

/* An amount, or a number of a column that is none. */
static struct str number_cell(struct run *run, struct arena *scratch, double units, bool money,
                              struct str currency)
{
    char text[NUMBER_ROOM > MONEY_ROOM ? NUMBER_ROOM : MONEY_ROOM];
    (void)run;
    if (isnan(units)) {
        return (struct str){0};
    }
    size_t n = fabs(units) < 9e15 && units == rint(units)
                   ? money_format((int64_t)units, money ? money_decimals(currency) : 0, text)
                   : number_format(units / MONEY_SCALE, text);
    return arena_str(scratch, (struct str){text, n});
}

__attribute__((noreturn)) static void condition_failed(const struct run *run, size_t row,
                                                       const char *reason)
{
    die(STATUS_DATA, "%s: row %zu: %s", run->scores->name, row + 1, reason);
}

static void put_screening(struct run *run, size_t row, struct str *cells)
{
    const struct policy_rules *rules = &run->policy->screening;
    if (rules->count == 0) {
        return;
    }
    cells[run->added.screening] = label(run, S("pass"));
    cells[run->added.rule] = (struct str){0};
    for (size_t i = 0; i < rules->count; i++) {
        const char *reason;
        enum expr_result result =
            population_holds(run->population, run->screening[i], row, &reason);
        if (result == EXPR_ERROR) {
            condition_failed(run, row, reason);
        }
        if (result == EXPR_TRUE) {
            cells[run->added.screening] = label(run, rules->rule[i].result);
            cells[run->added.rule] = rules->rule[i].name;
            return;
        }
    }
}

static void write_move(struct run *run, const struct str cells[static 8])
{
    struct buf out;
    if (run->moves) {
        buf_init(&out, BUF_UNBOUNDED);
        encode_row(&run->moves_format, cells, &out);
        writer_put(run->moves, buf_view(&out));
        buf_free(&out);
    }
}

/* The input's own cell of a canonical column. */
static struct str own_cell(const struct run *run, const struct str *cells, int column)
{
    ptrdiff_t at = input_column(run->scores, column);
    return at < 0 ? (struct str){0} : str_trim(cells[at]);
}

static void put_movement(struct run *run, const struct customer *customer,
                         const struct movement_entry *was, const struct tier_place *place,
                         struct str *cells)
{
    const struct added *a = &run->added;
    struct str tier = label(run, tiers_name(run->tiers, place->tier));
    enum movement_kind move = movement_of(run->movement, was, place->tier, customer->days.first,
                                          customer->days.last);
    run->moved[move]++;
    run->held_back += place->held;
    cells[a->previous] = was ? label(run, was->tier) : (struct str){0};
    cells[a->held] = place->tier == TIER_NONE ? (struct str){0} : place->held ? S("1") : S("0");
    cells[a->move] = label(run, str_of(movement_name(move)));
    if (move != MOVEMENT_SAME && move != MOVEMENT_NONE) {
        struct str id = own_cell(run, cells, SCORES_CUSTOMER_ID);
        ptrdiff_t name = input_column(run->scores, SCORES_NAME);
        size_t joined = run->join_count > 0 ? a->join[0] : 0;
        write_move(run, (struct str[]){id, own_cell(run, cells, SCORES_CURRENCY),
                                       name >= 0 ? cells[name] : run->roster ? cells[joined] : S(""),
                                       cells[a->previous], tier, cells[a->move],
                                       was ? was->monetary : S(""),
                                       own_cell(run, cells, SCORES_MONETARY)});
    }
}

static void put_joined(const struct run *run, const struct customer *customer, struct str *cells)
{
    for (size_t i = 0; run->roster && i < run->join_count; i++) {
        size_t at = run->added.join[i];
        bool own = at < run->columns.own && cells[at].n > 0;
        if (!own) {
            cells[at] = customer->entry ? customer->entry->cell[i] : (struct str){0};
        }
    }
}

static void put_place(struct run *run, size_t row, const struct tier_place *place,
                      struct str currency, struct arena *scratch, struct str *cells)
{
    const struct added *a = &run->added;
    const struct customer *customer = &run->customer[row];
    struct str segment;
    const char *reason;
    if (!segments_place(run->segments, row, customer->score, &segment, &reason)) {
        condition_failed(run, row, reason);
    }
    cells[a->segment] = label(run, segment);
    cells[a->tier] = label(run, tiers_name(run->tiers, place->tier));
    cells[a->rank] = place->tier == TIER_NONE ? (struct str){0}
                                              : arena_printf(scratch, "%d", place->tier + 1);
    cells[a->distance] = number_cell(run, scratch, place->distance,
                                     tiers_entry_is_money(run->tiers, place->tier - 1), currency);
    if (run->has_lifecycle) {
        enum lifecycle_stage stage = lifecycle_stage(&customer->days, run->as_of, &run->cuts);
        cells[a->lifecycle] = label(run, str_of(lifecycle_name(stage)));
    }
}

static void put_customer(struct run *run, size_t row, struct arena *scratch, struct str *cells)
{
    const struct customer *customer = &run->customer[row];
    bool prospect = row >= run->scored;
    memset(cells, 0, run->columns.count * sizeof *cells);
    if (prospect) {
        char day[DATE_ROOM];
        ptrdiff_t as_of = input_column(run->scores, SCORES_AS_OF);
        cells[input_column(run->scores, SCORES_CUSTOMER_ID)] = customer->entry->id;
        if (as_of >= 0) {
            cells[as_of] = arena_str(scratch, (struct str){day, date_format(run->as_of, day)});
        }
    } else {
        held_get(&run->held, row, cells, run->columns.own);
    }
    put_joined(run, customer, cells);
    struct str currency = own_cell(run, cells, SCORES_CURRENCY);
    struct movement_entry *was = NULL;
    int previous = TIER_NONE;
    if (run->movement) {
        struct str id = prospect ? customer->entry->id : own_cell(run, cells, SCORES_CUSTOMER_ID);
        was = movement_find(run->movement, id, currency);
        previous = was ? tiers_named(run->tiers, was->tier) : TIER_NONE;
    }
    struct tier_place place = {TIER_NONE, false, NAN};
    const char *reason;
    if (!prospect && !tiers_place(run->tiers, row, previous, &place, &reason)) {
        condition_failed(run, row, reason);
    }
    put_place(run, row, &place, currency, scratch, cells);
    put_screening(run, row, cells);
    if (run->movement) {
        put_movement(run, customer, was, &place, cells);
    }
    cli_put(run->cli, cells);
    run->cli->run.account.written++;
}

static void put_all(struct run *run)
{
    struct arena scratch = {0};
    struct str *cells = mem_new(run->columns.count, sizeof *cells);
    cli_output(run->cli, run->columns.column, run->columns.count);
    for (size_t row = 0; row < run->count; row++) {
        put_customer(run, row, &scratch, cells);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    free(cells);
}

static void put_gone(struct run *run)
{
    struct movement *m = run->movement;
    for (size_t i = 0; m && i < m->count; i++) {
        const struct movement_entry *e = &m->entry[i];
        if (!e->met && e->tier.n > 0) {
            run->moved[MOVEMENT_GONE]++;
            write_move(run, (struct str[]){e->id, e->currency, e->name, label(run, e->tier), S(""),
                                           label(run, S("gone")), e->monetary, S("")});
        }
    }
    if (run->moves) {
        writer_end(run->moves);
    }
}

static void say_tiers(const struct run *run)
{
    for (size_t group = 0; group < population_groups(run->population) && group < 9; group++) {
        for (int t = 0; t < (int)tiers_count(run->tiers); t++) {
            double entry = tiers_entry(run->tiers, t, group);
            struct arena scratch = {0};
            if (!isnan(entry)) {
                struct str name = tiers_name(run->tiers, t);
                struct str amount = number_cell((struct run *)run, &scratch, entry,
                                                tiers_entry_is_money(run->tiers, t), S(""));
                say_notice("tier %.*s begins at %.*s", STRF(name), STRF(amount));
            }
            arena_free(&scratch);
        }
    }
}

static void say_movement(const struct run *run)
{
    if (!run->movement) {
        return;
    }
    const uint64_t *n = run->moved;
    say_notice("moves: %" PRIu64 " up, %" PRIu64 " down, %" PRIu64 " same, %" PRIu64 " new, %" PRIu64
               " back, %" PRIu64 " gone; %" PRIu64 " kept their tier by hysteresis",
               n[MOVEMENT_UP], n[MOVEMENT_DOWN], n[MOVEMENT_SAME], n[MOVEMENT_NEW],
               n[MOVEMENT_BACK], n[MOVEMENT_GONE], run->held_back);
}

static void say_cn8(const struct run *run)
{
    static const char *const figures[] = {"recency_days", "frequency", "monetary"};
    bool median = str_eq(run->segment_table, S("cn8-median"));
    if (!str_starts(run->segment_table, S("cn8")) || run->scored == 0) {
        return;
    }
    char text[3][NUMBER_ROOM];
    for (size_t i = 0; i < COUNT_OF(figures); i++) {
        char name[40];
        snprintf(name, sizeof name, "%s_%s", median ? "median" : "mean", figures[i]);
        text[i][number_format(population_of_group(run->population, str_of(name), 0), text[i])] = 0;
    }
    say_notice("%.*s: R is high (recent) at recency_days <= %s, F at frequency >= %s, M at monetary "
               ">= %s, the %ss; RFM 111 important value, 101 development, 011 retention, 001 "
               "win-back; with M low the same as general", STRF(run->segment_table), text[0],
               text[1], text[2], median ? "median" : "mean");
}

static void note_finding(void *context, const char *at, const char *finding, const char *detail)
{
    (void)context;
    (void)at;
    if (strcmp(finding, "gap") == 0 || strcmp(finding, "overlap") == 0 ||
        strcmp(finding, "unreachable") == 0) {
        say_notice("%s: %s: %s", at, finding, detail);
    }
}

/* Published tables have gaps and overlaps: whoever uses one is told. */
static void say_segments(const struct run *run)
{
    struct policy_rules rules = segments_rules(run->segments);
    struct population *none = population_new(NULL, NULL);
    const struct rulecheck check = {note_finding, NULL, "segments", true, true, NULL};
    struct segments *segments = segments_new(none, rules);
    if (run->segment_table.n > 0 && !str_starts(run->segment_table, S("cn8"))) {
        rulecheck(none, rules, segments_conditions(segments), &check);
    }
    segments_free(segments);
    population_free(none);
}

static void put_finding(void *context, const char *at, const char *finding, const char *detail)
{
    struct cli *cli = context;
    cli_put(cli, (struct str[]){str_of(at), str_of(finding), str_of(detail)});
    cli->run.account.written++;
    status_raise(STATUS_FOUND);
}

static void check_policy(struct run *run)
{
    static const struct encode_column columns[] = {
        {{"rule", 4}, ENCODE_TEXT}, {{"finding", 7}, ENCODE_TEXT}, {{"detail", 6}, ENCODE_TEXT}};
    const struct policy *policy = run->policy;
    struct cli *cli = run->cli;
    bool *unscored = mem_new(run->count, sizeof *unscored);
    bool *prospect = mem_new(run->count, sizeof *prospect);
    for (size_t i = 0; i < run->count; i++) {
        unscored[i] = run->customer[i].score[0] == 0;
        prospect[i] = i >= run->scored;
    }
    cli_output(cli, columns, COUNT_OF(columns));
    const char *file = run->typed->check;
    const struct {
        const char *name;
        struct policy_rules rules;
        struct condition *const *conditions;
        bool gaps, overlaps;
        const bool *skip;
    } sections[] = {
        {"tiers", policy->tiers, tiers_conditions(run->tiers), true, false, prospect},
        {"segments", policy->segments, segments_conditions(run->segments), true, true, unscored},
        {"screening", policy->screening, run->screening, false, false, NULL},
    };
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        struct str at = arena_printf(&cli->arena, "%s: %s", file, sections[i].name);
        const struct rulecheck check = {put_finding,        cli, arena_cstr(&cli->arena, at),
                                        sections[i].gaps, sections[i].overlaps, sections[i].skip};
        if (sections[i].rules.count > 0) {
            rulecheck(run->population, sections[i].rules, sections[i].conditions, &check);
        }
    }
    free(unscored);
    free(prospect);
    if (cli->run.account.written == 0) {
        say_notice("%s: nothing suspicious%s", file,
                   run->scores ? "" : "; without data, conditions are not tried");
    }
}

/* From the inputs to a settled population. */
static void read_all(struct run *run)
{
    if (run->roster) {
        roster_read(run->roster, &run->cli->run, run->population);
    }
    read_scored(run);
    add_prospects(run);
    settle_as_of(run);
    population_settle(run->population);
    tiers_settle(run->tiers);
}

int main(int argc, char **argv)
{
    struct settings typed = {.join = "name"};
    struct run run = {.typed = &typed, .as_of = DATE_NONE, .latest = DATE_NONE};
    struct cli *cli = run.cli = cli_start(argc, argv, &command, &typed);
    if (typed.check) {
        typed.policy = typed.check;
    }
    run.policy = read_policy(&typed, cli, &run.segment_table);
    read_cuts(&run);
    run.join = options_list(typed.join, &cli->arena, &run.join_count);
    if (typed.check && cli->operand_count == 0) {
        cli_open_nothing(cli);
        compile(&run, NULL);
        population_settle(run.population);
        tiers_settle(run.tiers);
        check_policy(&run);
        return cli_end(cli);
    }
    open_inputs(&run);
    compile(&run, run.roster ? run.roster->input : NULL);
    if (typed.check) {
        columns_begin(&run.columns, run.scores, &cli->arena);
        read_all(&run);
        check_policy(&run);
        return cli_end(cli);
    }
    open_previous(&run);
    check_lifecycle_columns(&run);
    lay_out(&run);
    read_all(&run);
    if (run.has_lifecycle) {
        settle_cuts(&run);
    }
    put_all(&run);
    put_gone(&run);
    say_segments(&run);
    say_cn8(&run);
    say_tiers(&run);
    say_movement(&run);
    return cli_end(cli);
}
