/* crm-churn --why: what churned customers have in common before they went silent. */
#include "base/base.h"

#include <math.h>

#include "analysis/why.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-churn/churn.h"
#include "flow/cursor.h"
#include "value/cell.h"

static void read_settings(const struct settings *typed, struct why_settings *settings)
{
    struct churn_settings common;
    struct stamp stamp;
    churn_read_settings(typed, &common);
    *settings = (struct why_settings){.cut = DATE_NONE, .g1 = common.g1, .g2 = common.g2,
                                      .ignore_refunds = common.clv.ignore_refunds};
    if (typed->window && !typed->cut) {
        die(STATUS_USAGE, "--window with --why needs --cut: it is how long after the cut who buys "
                          "nothing is churned");
    }
    if (typed->window) {
        settings->window = churn_span("--window", typed->window);
    }
    if (!typed->cut) {
        return;
    }
    if (date_parse(str_of(typed->cut), DATE_ORDER_UNKNOWN, &stamp) || stamp.has_time ||
        stamp.form == DATE_FORM_AMBIGUOUS) {
        die(STATUS_USAGE, "--cut %s: write a date such as 2024-06-30", typed->cut);
    }
    settings->cut = stamp.day;
}

/* ---- inputs ---- */

static bool is_rollup(const struct input *input)
{
    return input->binding.kind->kind == KIND_ROLLUP;
}

/* The outcome of the cut lies ahead: says which cut would do. */
__attribute__((noreturn)) static void too_late(struct cli *cli, const struct why *why)
{
    struct arena *a = &cli->arena;
    int32_t days = why->until - why->settings.cut;
    bool given = why->settings.window.count > 0;
    struct str advice = given ? S("") : arena_printf(a, " --window %dd", days);
    die(STATUS_USAGE, "--cut %.*s: who churned is known %d days later, on %.*s, and the data end on "
                      "%.*s: say --cut %.*s%.*s, or one before it", STRF(cell_of_day(a, why->settings.cut)),
        days, STRF(cell_of_day(a, why->until)), STRF(cell_of_day(a, why->as_of)), STRF(cell_of_day(a, why->cut_that_does)),
        STRF(advice));
}

/* The orders of all inputs, and what they were made of; NULL where a rollup does not tell. */
static struct mix *read_orders(struct cli *cli, struct rollup_settings *rollup, struct why *why)
{
    struct mix_settings mix = {.until = why->settings.cut, .currency = rollup->currency,
                               .words = rollup->words};
    struct rollup_result rolled;
    bool rollups = false;
    for (size_t i = 0; i < cli->input_count; i++) {
        rollups |= is_rollup(cli->inputs[i]);
    }
    if (rollups) {
        say_notice("no order_category, order_channel, discount: a rollup does not tell them, the "
                   "transactions do");
    } else {
        mix.until = mix.until == DATE_NONE ? rollup->as_of : mix.until;
        rollup->beside = &mix_fold;
        rollup->beside_context = &mix;
    }
    rollup_prepare(cli->inputs, cli->input_count, rollup, &cli->arena);
    rollup_run(&cli->run, cli->inputs, cli->input_count, rollup, why_take, why, &rolled);
    cli_not_written(cli);
    if (!why_settle(why, cli_as_of(cli, &rolled.days))) {
        too_late(cli, why);
    }
    if (rollups) {
        return NULL;
    }
    mix_finish(rollup->beside_state);
    return rollup->beside_state;
}

static void need_customer(const struct input *input)
{
    if (input->key_count == 0) {
        die(STATUS_DATA,
            "%s: no customer_id column: name it with --map customer_id=HEADER, or say --key email",
            input->name);
    }
}

struct fates {
    uint64_t of[WHY_BEFORE + 1];
    uint64_t odd; /* answers that are no number */
};

static void read_ticket(struct why *why, const struct row *row, struct fates *fates)
{
    struct str customer;
    struct stamp opened, answered;
    enum row_found found = row_customer(row, &customer);
    enum row_found at = row_stamp(row, TICKET_OPENED_AT, &opened);
    enum row_found answer = row_stamp(row, TICKET_FIRST_RESPONSE_AT, &answered);
    if (found == ROW_BAD || at == ROW_BAD || answer == ROW_BAD) {
        return;
    }
    if (found == ROW_EMPTY) {
        account_exclude(&row->worker->account, ACCOUNT_NO_CUSTOMER);
    } else if (at == ROW_EMPTY) {
        row_bad(row, TICKET_OPENED_AT, "is empty: a date is needed");
    } else if (answer == ROW_VALUE && why_hours(&opened, &answered) < 0) {
        row_bad(row, TICKET_FIRST_RESPONSE_AT, "is before opened_at");
    } else {
        row->worker->account.merged++;
        fates->of[why_ticket(why, customer, &opened, answer == ROW_VALUE ? &answered : NULL)]++;
    }
}

static void read_tickets(struct cli *cli, struct input *input, struct why *why)
{
    struct fates fates = {0};
    struct str none;
    struct cursor *cursor = cursor_open(&cli->run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        read_ticket(why, cursor_row(cursor), &fates);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    bool answers = input_column(input, TICKET_FIRST_RESPONSE_AT) >= 0;
    if (answers) {
        why_tickets_end(why);
    }
    say_notice("tickets: %" PRIu64 " count, %" PRIu64 " lie behind the customer's end, %" PRIu64
               " more than %d days before it, %" PRIu64 " are of nobody here", fates.of[WHY_COUNTED],
               fates.of[WHY_AFTER], fates.of[WHY_BEFORE], WHY_TICKET_DAYS, fates.of[WHY_NOBODY]);
    if (!isnan(why->late_hours)) {
        say_notice("late_answer: first answer after more than %.4g hours, the median, or none after as "
                   "long", why->late_hours);
    } else {
        say_notice("no late_answer: %s",
                   answers ? "no ticket that counts was answered" : "no first_response_at column");
    }
}

static void read_answer(struct why *why, const struct row *row, struct fates *fates)
{
    struct str customer, answer = row_text(row, SURVEY_ANSWER);
    int32_t at;
    double score;
    enum row_found found = row_customer(row, &customer);
    enum row_found dated = row_day(row, SURVEY_ANSWERED_AT, &at);
    if (found == ROW_BAD || dated == ROW_BAD) {
        return;
    }
    if (found == ROW_EMPTY) {
        account_exclude(&row->worker->account, ACCOUNT_NO_CUSTOMER);
    } else if (dated == ROW_EMPTY) {
        row_bad(row, SURVEY_ANSWERED_AT, "is empty: a date is needed");
    } else {
        row->worker->account.merged++;
        if (!number_parse(answer, 0, &score)) {
            fates->odd += answer.n > 0;
        } else {
            fates->of[why_answer(why, customer, at, score)]++;
        }
    }
}

/* Answers to two questions may have two scales. */
static void see_question(const struct row *row, struct arena *arena, struct str *question,
                         bool *two)
{
    struct str here = row_text(row, SURVEY_QUESTION);
    *two |= question->p && !str_eq(*question, here);
    if (!question->p) {
        *question = arena_str(arena, here.n > 0 ? here : S(""));
    }
}

static void read_surveys(struct cli *cli, struct input *input, struct why *why)
{
    struct fates fates = {0};
    struct str none, question = {0};
    bool two = false;
    struct cursor *cursor = cursor_open(&cli->run, input, NULL, NULL);
    for (; cursor_key(cursor, &none); cursor_next(cursor)) {
        read_answer(why, cursor_row(cursor), &fates);
        see_question(cursor_row(cursor), &cli->arena, &question, &two);
        cursor_rejected(cursor);
    }
    cursor_close(cursor);
    if (two) {
        say_warning("%s: answers to several questions: satisfaction is their plain mean; give those "
                    "to one", input->name);
    }
    say_notice("surveys: %" PRIu64 " answers count, %" PRIu64 " lie behind the customer's end, %" PRIu64
               " are of nobody here, %" PRIu64 " are no number", fates.of[WHY_COUNTED],
               fates.of[WHY_AFTER], fates.of[WHY_NOBODY], fates.odd);
}

/* ---- columns of customers=FILE ---- */

/* Reasons why columns are not used, each with its columns. */
struct unused {
    struct {
        const char *reason;
        struct buf names;
    } of[8];
    size_t count;
};

static void leave_out(struct unused *unused, const char *reason, struct str name)
{
    size_t i = 0;
    while (i < unused->count && strcmp(unused->of[i].reason, reason) != 0) {
        i++;
    }
    if (i == unused->count) {
        unused->of[i].reason = reason;
        buf_init(&unused->of[i].names, BUF_UNBOUNDED);
        unused->count++;
    }
    buf_printf(&unused->of[i].names, "%s%.*s", unused->of[i].names.n > 0 ? ", " : "", STRF(name));
}

static void say_unused(struct unused *unused)
{
    for (size_t i = 0; i < unused->count; i++) {
        say_notice("columns not used, %s: %.*s", unused->of[i].reason,
                   STRF(buf_view(&unused->of[i].names)));
        buf_free(&unused->of[i].names);
    }
}

/* The columns by their canonical names, where they have one. */
static size_t name_columns(const struct input *input, struct str *name)
{
    for (size_t i = 0; i < input->header->count; i++) {
        int canonical = input_canonical(input, (ptrdiff_t)i);
        name[i] = canonical >= 0 ? str_of(input->binding.kind->column[canonical].name)
                                 : input->header->name[i];
    }
    return input->header->count;
}

/* Whether the rows say that they were known on the cut; a later as_of ends the run. */
static bool known_on_cut(const struct roster *roster, const struct why *why)
{
    ptrdiff_t at = header_find(roster->input->header, S("as_of"));
    struct stamp stamp;
    bool known = at >= 0 && why->settings.cut != DATE_NONE;
    for (size_t i = 0; known && i < roster->count; i++) {
        struct str cell = roster->entry[i].cell[at];
        known = cell.n > 0 && !date_parse(cell, DATE_ORDER_UNKNOWN, &stamp);
        if (known && stamp.day > why->settings.cut) {
            char cut[DATE_ROOM];
            date_format(why->settings.cut, cut);
            die(STATUS_DATA, "%s: as_of %.*s lies behind the cut: its columns know who churned: score "
                             "the customers --as-of %s", roster->input->name, STRF(cell), cut);
        }
    }
    return known;
}

static void check_ignored(const struct str *ignore, size_t ignored, const struct input *input)
{
    for (size_t i = 0; i < ignored; i++) {
        if (!input || input_named(input, ignore[i]) < 0) {
            die(STATUS_USAGE, "--ignore %.*s: %s", STRF(ignore[i]),
                input ? "the customers have no such column" : "no customers=FILE has columns");
        }
    }
}

static bool is_ignored(const struct str *ignore, size_t ignored, const struct input *input,
                       size_t column)
{
    for (size_t i = 0; i < ignored; i++) {
        if (input_named(input, ignore[i]) == (ptrdiff_t)column) {
            return true;
        }
    }
    return false;
}

static void put_columns(struct cli *cli, struct roster *roster, const struct str *ignore,
                        size_t ignored, struct why *why)
{
    struct input *input = roster->input;
    struct str *name = mem_new(input->header->count, sizeof *name);
    struct str *cell = mem_new(why->count, sizeof *cell);
    struct unused unused = {0};
    size_t columns = name_columns(input, name);
    roster_read(roster, &cli->run, NULL);
    bool known = known_on_cut(roster, why);
    const struct roster_entry **entry = mem_new(why->count, sizeof *entry);
    for (size_t i = 0; i < why->count; i++) {
        entry[i] = roster_meet(roster, why->customer[i].id);
    }
    for (size_t c = 0; c < columns; c++) {
        const char *reason = is_ignored(ignore, ignored, input, c)
                                 ? "as --ignore says"
                                 : why_leaves_out(&cli->arena, name[c], !known);
        for (size_t i = 0; !reason && i < why->count; i++) {
            cell[i] = entry[i] ? entry[i]->cell[c] : (struct str){"", 0};
        }
        reason = reason ? reason : why_column(why, name[c], cell);
        if (reason) {
            leave_out(&unused, reason, name[c]);
        }
    }
    if (!known && why->settings.cut != DATE_NONE) {
        say_notice("%s: no as_of tells of when its columns are: they are taken as known on the cut",
                   input->name);
    }
    say_unused(&unused);
    free(entry);
    free(cell);
    free(name);
}

/* ---- output ---- */

static void say_population(const struct why *why)
{
    struct arena a = {0};
    double share = why->population > 0 ? 100 * (double)why->churned / (double)why->population : 0;
    if (why->settings.cut == DATE_NONE) {
        say_notice("churned: silent for longer than g2 %.6g days on %.*s; what is known of each ends on "
                   "the last purchase day", why->g2, STRF(cell_of_day(&a, why->as_of)));
    } else {
        say_notice("churned: no purchase from %.*s to %.*s; what is known ends on the cut, %.*s",
                   STRF(cell_of_day(&a, why->settings.cut + 1)), STRF(cell_of_day(&a, why->until)),
                   STRF(cell_of_day(&a, why->settings.cut)));
        say_notice("who was silent for longer than g2 %.6g days on the cut is left out", why->g2);
    }
    say_notice("%" PRIu64 " customers, %" PRIu64 " churned (%.1f %%)", why->population, why->churned,
               share);
    arena_free(&a);
}

static void put_rows(struct cli *cli, const struct why *why)
{
    struct arena scratch = {0};
    for (size_t i = 0; i < why->rows; i++) {
        const struct why_row *r = &why->row[i];
        const double values[] = {(double)r->n, (double)r->churned, r->rate, (double)r->other_n,
                                 r->other_rate, r->lift, r->odds.ratio, r->odds.low,
                                 r->odds.high,  r->p, r->q};
        struct str cells[2 + COUNT_OF(values)] = {r->factor, r->level};
        for (size_t k = 0; k < COUNT_OF(values); k++) {
            cells[2 + k] = number_cell(&scratch, values[k]);
        }
        cli_put(cli, cells);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
}

static void say_tests(const struct why *why)
{
    if (why->churned == 0 || why->churned == why->population) {
        say_warning("nothing to compare: %s", why->churned == 0 ? "nobody churned" : "all churned");
        return;
    }
    say_notice("comparisons: %zu, q by Benjamini and Hochberg; levels of fewer than %d customers, or "
               "with fewer others, not tested: %" PRIu64, why->rows, WHY_LEAST, why->untested);
    say_notice("association, not cause: what they have in common need not be why they left");
}

static const struct encode_column columns[] = {
    {{"factor", 6}, ENCODE_TEXT},       {{"level", 5}, ENCODE_TEXT},
    {{"n", 1}, ENCODE_NUMBER},          {{"churned", 7}, ENCODE_NUMBER},
    {{"churn_rate", 10}, ENCODE_NUMBER}, {{"other_n", 7}, ENCODE_NUMBER},
    {{"other_rate", 10}, ENCODE_NUMBER}, {{"lift", 4}, ENCODE_NUMBER},
    {{"odds_ratio", 10}, ENCODE_NUMBER}, {{"odds_low", 8}, ENCODE_NUMBER},
    {{"odds_high", 9}, ENCODE_NUMBER},  {{"p", 1}, ENCODE_NUMBER},
    {{"q", 1}, ENCODE_NUMBER},
};

/* All columns of the file, in their order. */
static struct roster *open_roster(struct input *input)
{
    need_customer(input);
    return roster_open_present(input, input->header->name, input->header->count);
}

int why_put(struct cli *cli, const struct settings *typed, struct rollup_settings *rollup,
            const struct churn_inputs *inputs)
{
    struct why_settings settings;
    struct why why;
    size_t ignored;
    const struct str *ignore = options_list(typed->ignore, &cli->arena, &ignored);
    read_settings(typed, &settings);
    check_ignored(ignore, ignored, inputs->customers);
    struct roster *roster = inputs->customers ? open_roster(inputs->customers) : NULL;
    why_init(&why, &settings);
    struct mix *mix = read_orders(cli, rollup, &why);
    say_population(&why);
    why_behaviour(&why);
    if (mix) {
        why_mix(&why, mix);
        mix_free(mix);
    }
    if (inputs->tickets) {
        read_tickets(cli, inputs->tickets, &why);
        why_complaints(&why);
    }
    if (inputs->surveys) {
        read_surveys(cli, inputs->surveys, &why);
        why_satisfaction(&why);
    }
    if (roster) {
        put_columns(cli, roster, ignore, ignored, &why);
    }
    cli_output(cli, columns, COUNT_OF(columns));
    why_test(&why);
    put_rows(cli, &why);
    say_tests(&why);
    why_free(&why);
    return cli_end(cli);
}
