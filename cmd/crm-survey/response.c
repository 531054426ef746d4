/* crm-survey --response: who answered, of those who were invited. */
#include "base/base.h"

#include <math.h>

#include "analysis/voice_reach.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "crm-survey/survey.h"
#include "stats/ranks.h"
#include "value/number.h"

struct invited_group {
    struct str *cells; /* of --by */
    double invited, answered;
};

struct response {
    struct survey *survey;
    const struct str *by; /* columns of the invited */
    size_t by_count;
    struct roster *roster;
    struct voice_reach *reach;
    struct invited_group *group; /* the first: all */
    size_t count;
};

/* Without --by the tier, where the list has it. */
static void choose_columns(struct response *r)
{
    static const struct str tier[] = {{"tier", 4}};
    struct survey *s = r->survey;
    r->by = s->reading.by;
    r->by_count = s->reading.by_count;
    if (r->by_count == 0 && input_named(s->invited, tier[0]) >= 0) {
        r->by = tier;
        r->by_count = 1;
    }
    for (size_t i = 0; i < r->by_count; i++) {
        if (input_named(s->invited, r->by[i]) < 0) {
            die(STATUS_USAGE, "--by %.*s: %s has no such column", STRF(r->by[i]), s->invited->name);
        }
    }
    s->reading.by_count = 0; /* the answers need not have them */
}

static struct invited_group *group_of(struct response *r, struct map *index, struct buf *key,
                                      const struct roster_entry *entry)
{
    bool fresh;
    buf_clear(key);
    for (size_t i = 0; i < r->by_count; i++) {
        buf_str(key, entry->cell[i].n > 0 ? entry->cell[i] : S("(missing)"));
        buf_byte(key, VOICE_BETWEEN);
    }
    uint32_t *at = map_put(index, buf_view(key), &fresh);
    if (fresh) {
        *at = (uint32_t)r->count;
        r->group = mem_grow(r->group, r->count + 1, sizeof *r->group);
        struct invited_group *g = &r->group[r->count++];
        *g = (struct invited_group){
            .cells = arena_alloc(&r->survey->cli->arena, (r->by_count + 1) * sizeof *g->cells)};
        for (size_t i = 0; i < r->by_count; i++) {
            g->cells[i] = entry->cell[i].n > 0 ? entry->cell[i] : S("(missing)");
        }
    }
    return &r->group[*at];
}

static void count_groups(struct response *r)
{
    struct map index = {0};
    struct buf key;
    struct str *none = arena_alloc(&r->survey->cli->arena, (r->by_count + 1) * sizeof *none);
    buf_init(&key, BUF_UNBOUNDED);
    memset(none, 0, (r->by_count + 1) * sizeof *none);
    r->group = mem_new(1, sizeof *r->group);
    r->group[r->count++] = (struct invited_group){.cells = none};
    for (size_t i = 0; i < r->roster->count; i++) {
        double answered = voice_reach_answered(r->reach, i);
        r->group[0].invited++;
        r->group[0].answered += answered;
        if (r->by_count > 0) {
            struct invited_group *g = group_of(r, &index, &key, &r->roster->entry[i]);
            g->invited++;
            g->answered += answered;
        }
    }
    map_free(&index);
    buf_free(&key);
}

static size_t compared; /* cells of a group, for by_cells: qsort has no context */

static int by_cells(const void *a, const void *b)
{
    const struct invited_group *x = a, *y = b;
    int order = 0;
    for (size_t i = 0; i < compared && order == 0; i++) {
        order = str_cmp(x->cells[i], y->cells[i]);
    }
    return order;
}

/* Do the groups differ in who answers? Else the answers have the mix of those invited. */
static struct ranks_table test_mix(const struct response *r)
{
    double *table = mem_new(mem_mul(r->count, 2), sizeof *table);
    for (size_t i = 1; i < r->count; i++) {
        table[2 * (i - 1)] = r->group[i].answered;
        table[2 * (i - 1) + 1] = r->group[i].invited - r->group[i].answered;
    }
    struct ranks_table t = ranks_chi_square(table, r->count - 1, 2);
    free(table);
    return t;
}

static void put(const struct response *r, const struct invited_group *g, double p)
{
    struct cli *cli = r->survey->cli;
    struct arena scratch = {0};
    struct str *cells = arena_alloc(&scratch, (r->by_count + 8) * sizeof *cells);
    struct proportion rate = proportion_wilson(g->answered, g->invited);
    const double values[] = {g->invited, g->answered, rate.share, rate.low, rate.high,
                             g->invited / r->group[0].invited, g->answered / r->group[0].answered,
                             p};
    memcpy(cells, g->cells, r->by_count * sizeof *cells);
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        cells[r->by_count + i] = i < 2 ? number_count(&scratch, (uint64_t)values[i])
                                       : number_cell(&scratch, values[i]);
    }
    cli_put(cli, cells);
    arena_free(&scratch);
}

static void say_others(const struct response *r)
{
    const struct voice_reach *reach = r->reach;
    if (reach->others.count > 0) {
        say_notice("%zu customer%s answered without being invited: not counted", reach->others.count,
                   survey_plural(reach->others.count));
    }
    if (reach->nameless > 0) {
        say_warning("%" PRIu64 " answer%s without a customer_id: who gave them, nobody knows",
                    reach->nameless, survey_plural(reach->nameless));
    }
}

static void put_all(struct response *r)
{
    static const char *const own[] = {"invited", "answered", "rate", "low", "high", "share_invited",
                                      "share_answers", "p"};
    struct cli *cli = r->survey->cli;
    size_t width = r->by_count + COUNT_OF(own);
    struct encode_column *columns = arena_alloc(&cli->arena, width * sizeof *columns);
    for (size_t i = 0; i < width; i++) {
        bool by = i < r->by_count;
        columns[i] = by ? (struct encode_column){r->by[i], ENCODE_TEXT}
                        : (struct encode_column){str_of(own[i - r->by_count]), ENCODE_NUMBER};
    }
    cli_output(cli, columns, width);
    compared = r->by_count;
    qsort(r->group + 1, r->count - 1, sizeof *r->group, by_cells);
    struct ranks_table mix = test_mix(r);
    for (size_t i = 0; i < r->count && r->group[0].invited > 0; i++) {
        put(r, &r->group[i], mix.p);
    }
    if (mix.least < 5) {
        say_warning("p is rough: chi-square expects %.3g in a cell, fewer than 5", mix.least);
    }
}

int response_put(struct survey *s)
{
    struct response r = {.survey = s};
    struct cli *cli = s->cli;
    choose_columns(&r);
    s->reading.respondents = true;
    survey_bind(s, NULL, 0);
    for (size_t i = 0; i < cli->input_count; i++) {
        input_need(cli->inputs[i], SURVEY_CUSTOMER_ID, "--response");
    }
    r.roster = roster_open_present(s->invited, r.by, r.by_count);
    roster_read(r.roster, &cli->run, NULL);
    struct voice_asking asking = {&s->reading, r.roster};
    r.reach = flow_fold(&cli->run, cli->inputs, cli->input_count, &voice_reach_fold, &asking);
    survey_settle(s, &r.reach->scratch);
    count_groups(&r);
    put_all(&r);
    say_others(&r);
    free(r.group);
    voice_reach_free(r.reach);
    return cli_end(cli);
}
