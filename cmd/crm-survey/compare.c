/* crm-survey --compare: do groups differ, and do periods? */
#include "base/base.h"

#include <math.h>

#include "analysis/voice_compare.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "stats/multiple.h"
#include "value/number.h"

/* One row of the table. */
struct comparison {
    const char *kind; /* overall, group, period */
    size_t question;
    struct str within; /* the group whose periods are compared; of overall what is */
    struct str a, b;
    const struct voice_answers *answers_a, *answers_b; /* NULL: overall */
    struct voice_difference d;
    struct voice_overall overall;
    double q;
};

struct comparisons {
    struct survey *survey;
    struct comparison *row;
    size_t count, room;
    double least; /* expected count of any chi-square */
};

static struct comparison *append(struct comparisons *all, const char *kind, size_t question)
{
    if (all->count == all->room) {
        all->room = mem_capacity(all->room, all->count + 1);
        all->row = mem_grow(all->row, all->room, sizeof *all->row);
    }
    struct comparison *c = &all->row[all->count++];
    *c = (struct comparison){.kind = kind, .question = question, .q = NAN};
    return c;
}

/* "north / shop": the cells of --by. */
static struct str group_name(const struct survey *s, const struct voice_group *g)
{
    struct str *cells = arena_alloc(&s->cli->arena, (s->reading.by_count + 1) * sizeof *cells);
    survey_group_cells(s, g, cells);
    struct str name = s->reading.by_count > 0 ? cells[0] : S("");
    for (size_t i = 1; i < s->reading.by_count; i++) {
        name = arena_printf(&s->cli->arena, "%.*s / %.*s", STRF(name), STRF(cells[i]));
    }
    return g->all ? S("") : name;
}

static enum voice_interval interval_of(const struct survey *s, size_t question)
{
    bool suits = voice_interval_suits(s->question[question].measure, s->interval);
    return suits ? s->interval : VOICE_DEFAULT;
}

static void add_overall(struct comparisons *all, size_t question, struct str within,
                        const struct voice_answers *const *answers, size_t count)
{
    struct comparison *c = append(all, "overall", question);
    c->within = within;
    c->overall = voice_compare_all(&all->survey->question[question], answers, count);
    if (c->overall.least < all->least) {
        all->least = c->overall.least;
    }
}

static void add_pair(struct comparisons *all, const char *kind, size_t question, struct str within,
                     const struct str names[2], const struct voice_answers *a,
                     const struct voice_answers *b)
{
    const struct survey *s = all->survey;
    struct comparison *c = append(all, kind, question);
    c->within = within;
    c->a = names[0];
    c->b = names[1];
    c->answers_a = a;
    c->answers_b = b;
    c->d = voice_compare(&s->question[question], a, b, interval_of(s, question));
}

/* Groups over all periods together, of those with answers enough. */
struct summed {
    struct str name;
    struct voice_answers *of; /* by question */
};

static struct summed *sum_periods(struct survey *s, const struct voice_tally *tally, size_t *count)
{
    struct arena *arena = &s->cli->arena;
    struct summed *groups = arena_alloc(arena, (tally->count + 1) * sizeof *groups);
    size_t size = s->reading.questions * sizeof(struct voice_answers), n = 0;
    for (size_t i = 0; i < tally->count; i++) {
        const struct voice_group *g = &tally->group[i];
        if (g->all) {
            continue;
        }
        if (i == 0 || tally->group[i - 1].all || !str_eq(tally->group[i - 1].name, g->name)) {
            groups[n] = (struct summed){group_name(s, g), arena_alloc(arena, size)};
            memset(groups[n++].of, 0, size);
        }
        for (size_t q = 0; q < s->reading.questions; q++) {
            voice_answers_add(&groups[n - 1].of[q], &g->of[q]);
        }
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t q = 0; q < s->reading.questions; q++) {
            voice_answers_sort(&groups[i].of[q]);
        }
    }
    *count = n;
    return groups;
}

static void compare_groups(struct comparisons *all, const struct summed *groups, size_t count,
                           size_t question)
{
    const struct survey *s = all->survey;
    const struct voice_answers **with = mem_new(count, sizeof *with);
    struct str *names = mem_new(count, sizeof *names);
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        if (groups[i].of[question].n >= s->least && groups[i].of[question].n > 0) {
            names[n] = groups[i].name;
            with[n++] = &groups[i].of[question];
        }
    }
    if (n > 1) {
        add_overall(all, question, S("groups"), with, n);
    }
    for (size_t i = 0; i < n; i++) {
        for (size_t k = i + 1; k < n; k++) {
            const struct str pair[] = {names[i], names[k]};
            add_pair(all, "group", question, S(""), pair, with[i], with[k]);
        }
    }
    free(with);
    free(names);
}

/* Each period with the one before it, in the groups from `from` to `to` - 1, which are the periods of
 * one. */
static void compare_periods(struct comparisons *all, const struct voice_tally *tally, size_t from,
                            size_t to, size_t question)
{
    const struct survey *s = all->survey;
    struct arena *arena = &s->cli->arena;
    struct str within = group_name(s, &tally->group[from]);
    const struct voice_answers **with = mem_new(to - from, sizeof *with);
    struct str *names = mem_new(to - from, sizeof *names);
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        const struct voice_answers *a = &tally->group[i].of[question];
        if (a->n >= s->least && a->n > 0) {
            names[n] = survey_period_cell(s, arena, tally->group[i].period);
            with[n++] = a;
        }
    }
    if (n > 1) {
        struct str what = within.n == 0 ? S("periods")
                                        : arena_printf(arena, "periods of %.*s", STRF(within));
        add_overall(all, question, what, with, n);
    }
    for (size_t i = 1; i < n; i++) {
        const struct str pair[] = {names[i], names[i - 1]};
        add_pair(all, "period", question, within, pair, with[i], with[i - 1]);
    }
    free(with);
    free(names);
}

static bool same_group(const struct voice_group *a, const struct voice_group *b)
{
    return a->all == b->all && str_eq(a->name, b->name);
}

static void compare_all_periods(struct comparisons *all, const struct voice_tally *tally,
                                size_t question)
{
    for (size_t from = 0, to; from < tally->count; from = to) {
        for (to = from + 1;
             to < tally->count && same_group(&tally->group[from], &tally->group[to]); to++) {
        }
        compare_periods(all, tally, from, to, question);
    }
}

static void adjust(struct comparisons *all)
{
    double *p = mem_new(all->count, sizeof *p);
    size_t n = 0, k = 0;
    for (size_t i = 0; i < all->count; i++) {
        if (all->row[i].answers_a && !isnan(all->row[i].d.p)) {
            p[n++] = all->row[i].d.p;
        }
    }
    multiple_bh(p, n, p);
    for (size_t i = 0; i < all->count; i++) {
        if (all->row[i].answers_a && !isnan(all->row[i].d.p)) {
            all->row[i].q = p[k++];
        }
    }
    free(p);
    say_notice("%zu comparison%s; q: of those with q below 0.05, 1 of 20 is chance", n,
               survey_plural(n));
    if (all->least < 5) {
        say_warning("chi-square is rough: it expects %.3g in a cell, fewer than 5", all->least);
    }
}

static double value_of(const struct survey *s, size_t question, const struct voice_answers *a)
{
    struct voice_figures f;
    voice_figures_of(&s->question[question], a, VOICE_DEFAULT, &f);
    return f.value;
}

static void put(struct survey *s, struct arena *scratch, const struct comparison *c)
{
    const struct voice_question *question = &s->question[c->question];
    bool pair = c->answers_a != NULL;
    double freedom = pair                         ? c->d.freedom
                     : isnan(c->overall.statistic) ? NAN
                                                   : (double)c->overall.freedom;
    const struct str cells[] = {
        str_of(c->kind),
        str_of(voice_measure_name(question->measure)),
        question->name,
        c->within,
        c->a,
        c->b,
        pair ? number_count(scratch, c->answers_a->n) : S(""),
        pair ? number_count(scratch, c->answers_b->n) : S(""),
        number_cell(scratch, pair ? value_of(s, c->question, c->answers_a) : NAN),
        number_cell(scratch, pair ? value_of(s, c->question, c->answers_b) : NAN),
        number_cell(scratch, pair ? c->d.difference : NAN),
        number_cell(scratch, pair ? c->d.low : NAN),
        number_cell(scratch, pair ? c->d.high : NAN),
        str_of(voice_compare_name(question->measure, interval_of(s, c->question), !pair)),
        number_cell(scratch, pair ? c->d.statistic : c->overall.statistic),
        number_cell(scratch, freedom),
        number_cell(scratch, pair ? c->d.p : c->overall.p),
        number_cell(scratch, c->q),
    };
    cli_put(s->cli, cells);
}

static const struct encode_column columns[] = {
    {{"kind", 4}, ENCODE_TEXT},         {{"measure", 7}, ENCODE_TEXT},
    {{"question", 8}, ENCODE_TEXT},     {{"within", 6}, ENCODE_TEXT},
    {{"a", 1}, ENCODE_TEXT},            {{"b", 1}, ENCODE_TEXT},
    {{"n_a", 3}, ENCODE_NUMBER},        {{"n_b", 3}, ENCODE_NUMBER},
    {{"value_a", 7}, ENCODE_NUMBER},    {{"value_b", 7}, ENCODE_NUMBER},
    {{"difference", 10}, ENCODE_NUMBER}, {{"low", 3}, ENCODE_NUMBER},
    {{"high", 4}, ENCODE_NUMBER},       {{"test", 4}, ENCODE_TEXT},
    {{"statistic", 9}, ENCODE_NUMBER},  {{"freedom", 7}, ENCODE_NUMBER},
    {{"p", 1}, ENCODE_NUMBER},          {{"q", 1}, ENCODE_NUMBER},
};

int compare_put(struct survey *s)
{
    struct comparisons all = {.survey = s, .least = INFINITY};
    struct arena scratch = {0};
    size_t groups;
    if (s->reading.by_count == 0 && s->reading.per == VOICE_ALL_TIME) {
        die(STATUS_USAGE, "--compare needs --by, or --per: what to compare");
    }
    survey_bind(s, NULL, 0);
    struct voice_tally *tally = survey_tally(s);
    struct summed *summed = sum_periods(s, tally, &groups);
    for (size_t q = 0; q < s->reading.questions; q++) {
        compare_groups(&all, summed, groups, q);
        if (s->reading.per != VOICE_ALL_TIME) {
            compare_all_periods(&all, tally, q);
        }
    }
    adjust(&all);
    cli_output(s->cli, columns, COUNT_OF(columns));
    for (size_t i = 0; i < all.count; i++) {
        put(s, &scratch, &all.row[i]);
        arena_reset(&scratch);
    }
    arena_free(&scratch);
    free(all.row);
    voice_tally_free(tally); /* the sums of periods live until the end */
    return cli_end(s->cli);
}
