/* crm-cohort --survival: how long customers stay, or take to come back. */
#include "base/base.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-cohort/cohort.h"
#include "value/number.h"

static int32_t day_of(const char *option, const char *text)
{
    struct stamp stamp;
    if (!text) {
        return DATE_NONE;
    }
    if (date_parse(str_of(text), DATE_ORDER_UNKNOWN, &stamp) || stamp.has_time ||
        stamp.form == DATE_FORM_AMBIGUOUS) {
        die(STATUS_USAGE, "%s %s: write a date such as 2024-12-31", option, text);
    }
    return stamp.day;
}

static double silence_of(const struct settings *typed, const struct durations *durations)
{
    double silence = durations_silence(durations);
    if (typed->silence && (!number_parse(str_of(typed->silence), 0, &silence) || silence < 0)) {
        die(STATUS_USAGE, "--silence %s: a number of days is needed", typed->silence);
    }
    if (isnan(silence)) {
        die(STATUS_DATA, "no customer has bought twice: how long a silence is too long? Say "
            "--silence DAYS");
    }
    say_notice("left: silent for longer than %.6g days%s", silence,
               typed->silence ? "" : " (95th percentile of the repeat customers' mean gaps)");
    return silence;
}

static void read_orders(const struct settings *typed, struct cli *cli,
                        struct durations *durations)
{
    static const enum kind accepted[] = {KIND_TRANSACTIONS, KIND_ROLLUP};
    struct rollup_settings rollup;
    struct rollup_result rolled;
    cohort_read_rollup(typed, cli, DATE_ALL, &rollup);
    rollup.extras.keep = options_list(typed->by, &cli->arena, &rollup.extras.keep_count);
    durations->grouped = typed->by != NULL;
    cli_open(cli, accepted, COUNT_OF(accepted), true);
    rollup_prepare(cli->inputs, cli->input_count, &rollup, &cli->arena);
    rollup_run(&cli->run, cli->inputs, cli->input_count, &rollup, durations_take, durations,
               &rolled);
    cli_not_written(cli);
    int32_t as_of = cli_as_of(cli, &rolled.days);
    if (typed->second) {
        durations_second(durations, as_of);
    } else if (durations->order_count > 0) {
        durations_lapse(durations, as_of, silence_of(typed, durations),
                        day_of("--seen-from", typed->seen_from));
    }
}

/* A table of customers or contracts; as_of cannot be told by its data, which end in the future. */
static void read_table(const struct settings *typed, struct cli *cli, struct durations *durations)
{
    static const enum kind accepted[] = {KIND_TABLE};
    struct durations_columns columns = typed->columns;
    int32_t as_of = cli_as_of_given(cli);
    columns.by = typed->by;
    if ((columns.start != NULL) != (columns.end != NULL) ||
        (columns.time != NULL) != (columns.event != NULL) || (columns.start && columns.time) ||
        (columns.entry && !columns.time)) {
        die(STATUS_USAGE, "--start goes with --end, --time with --event and, if need be, --entry");
    }
    if (columns.start && as_of == DATE_NONE) {
        die(STATUS_USAGE, "--start, --end: say --as-of, the day until which contracts were seen");
    }
    cli_open(cli, accepted, COUNT_OF(accepted), false);
    for (size_t i = 0; i < cli->input_count; i++) {
        durations_read(durations, &cli->run, cli->inputs[i], &columns, as_of,
                       day_of("--seen-from", typed->seen_from));
    }
}

static void put_curves(struct cli *cli, const struct settings *typed,
                       const struct durations *durations)
{
    static const struct encode_column columns[] = {
        {{"group", 5}, ENCODE_TEXT},     {{"time", 4}, ENCODE_NUMBER},
        {{"at_risk", 7}, ENCODE_NUMBER}, {{"events", 6}, ENCODE_NUMBER},
        {{"censored", 8}, ENCODE_NUMBER}, {{"survival", 8}, ENCODE_NUMBER},
        {{"std_error", 9}, ENCODE_NUMBER}, {{"low", 3}, ENCODE_NUMBER},
        {{"high", 4}, ENCODE_NUMBER},
    };
    struct survival_point *points = mem_new(durations->count, sizeof *points);
    struct arena scratch = {0};
    cli_output(cli, columns, COUNT_OF(columns));
    for (size_t g = 0; g < durations->groups; g++) {
        size_t n = survival_curve(durations->subject, durations->count, g,
                                  (enum survival_interval)typed->interval, points);
        for (size_t i = 0; i < n; i++) {
            const struct survival_point *p = &points[i];
            const double values[] = {p->time,     p->at_risk, p->events, p->censored,
                                     p->survival, p->error,   p->low,    p->high};
            struct str cells[COUNT_OF(columns)] = {durations->group[g]};
            for (size_t k = 0; k < COUNT_OF(values); k++) {
                cells[1 + k] = number_cell(&scratch, values[k]);
            }
            cli_put(cli, cells);
            arena_reset(&scratch);
        }
    }
    arena_free(&scratch);
    free(points);
}

static void put_summary(struct cli *cli, const struct settings *typed,
                        const struct durations *durations)
{
    static const struct encode_column columns[] = {
        {{"group", 5}, ENCODE_TEXT},      {{"customers", 9}, ENCODE_NUMBER},
        {{"events", 6}, ENCODE_NUMBER},   {{"censored", 8}, ENCODE_NUMBER},
        {{"q25", 3}, ENCODE_NUMBER},      {{"median", 6}, ENCODE_NUMBER},
        {{"median_low", 10}, ENCODE_NUMBER}, {{"median_high", 11}, ENCODE_NUMBER},
        {{"q75", 3}, ENCODE_NUMBER},      {{"expected", 8}, ENCODE_NUMBER},
        {{"chi_square", 10}, ENCODE_NUMBER}, {{"p", 1}, ENCODE_NUMBER},
    };
    struct survival_point *points = mem_new(durations->count, sizeof *points);
    struct survival_test test;
    struct arena scratch = {0};
    survival_log_rank(durations->subject, durations->count, durations->groups, &test);
    cli_output(cli, columns, COUNT_OF(columns));
    for (size_t g = 0; g < durations->groups; g++) {
        double customers = 0, unused;
        for (size_t i = 0; i < durations->count; i++) {
            customers += durations->subject[i].group == g;
        }
        size_t n = survival_curve(durations->subject, durations->count, g,
                                  (enum survival_interval)typed->interval, points);
        double q25, median, low, high, q75;
        survival_quantile(points, n, 0.25, &q25, &unused, &unused);
        survival_quantile(points, n, 0.5, &median, &low, &high);
        survival_quantile(points, n, 0.75, &q75, &unused, &unused);
        bool tested = durations->groups > 1;
        const double values[] = {customers, test.observed[g], customers - test.observed[g],
                                 q25,       median,           low,
                                 high,      q75,              tested ? test.expected[g] : NAN,
                                 test.chi_square, test.p};
        struct str cells[COUNT_OF(columns)] = {durations->group[g]};
        for (size_t k = 0; k < COUNT_OF(values); k++) {
            cells[1 + k] = number_cell(&scratch, values[k]);
        }
        cli_put(cli, cells);
    }
    arena_free(&scratch);
    free(points);
    free(test.observed);
    free(test.expected);
}

int survival_put(const struct settings *typed, struct cli *cli)
{
    struct durations durations = {0};
    const struct durations_columns *c = &typed->columns;
    if (c->start || c->end || c->time || c->event || c->entry) {
        read_table(typed, cli, &durations);
    } else {
        read_orders(typed, cli, &durations);
    }
    durations_sort(&durations);
    if (typed->curve) {
        put_curves(cli, typed, &durations);
    } else {
        put_summary(cli, typed, &durations);
    }
    durations_free(&durations);
    return cli_end(cli);
}
