#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/chart.h"
#include "report/survival_report.h"

#define TICKS 8 /* most labels of an axis */
#define TIME_KEY "time_" /* of a column in JSON Lines, before the time */

static struct str name_of(const struct report *r, const struct survival_table_group *g)
{
    return g->name.n > 0 ? g->name : str_of(report_word(r, "All"));
}

/* Where the axis of time has its ticks, from 0: those below `most` or at it. */
static size_t times_of(double most, double times[TICKS + 1])
{
    double step = chart_lines_step(most, TICKS);
    size_t n = 0;
    for (size_t i = 0; i <= TICKS && (double)i * step <= most * (1 + 1e-9); i++) {
        times[n++] = (double)i * step;
    }
    return n;
}

/* The curve from 0 on, as a line of a chart; its arrays live in the arena. */
static struct chart_line line_of(struct report *r, const struct survival_table_group *g)
{
    size_t n = g->points + 1;
    double *cells = arena_alloc(r->doc->arena, mem_mul(4 * n, sizeof *cells));
    double *x = cells, *y = cells + n, *low = cells + 2 * n, *high = cells + 3 * n;
    x[0] = 0;
    y[0] = low[0] = high[0] = 1;
    for (size_t i = 0; i < g->points; i++) {
        const struct survival_point *p = &g->point[i];
        x[i + 1] = p->time;
        y[i + 1] = p->survival;
        low[i + 1] = p->low;
        high[i + 1] = p->high;
    }
    return (struct chart_line){
        .label = name_of(r, g), .count = n, .x = x, .y = y, .low = low, .high = high};
}

static void curves_chart(struct report *r, const struct survival_table *t, const size_t *chosen,
                         size_t count, struct doc_section *s)
{
    static const char *const shares[] = {"0%", "20%", "40%", "60%", "80%", "100%"};
    struct chart_line line[CHART_LINES];
    struct chart_tick x[TICKS + 1], y[COUNT_OF(shares)];
    double times[TICKS + 1];
    struct buf script;
    struct str text = str_of(report_word(r, "Survival curves; half had the event by:"));
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < count; i++) {
        const struct survival_table_group *g = &t->group[chosen[i]];
        line[i] = line_of(r, g);
        struct str median = report_number(r, g->median, 0);
        text = arena_printf(r->doc->arena, "%.*s %.*s %.*s;", STRF(text), STRF(line[i].label),
                            STRF(median));
    }
    text.n -= count > 0; /* the last ; */
    size_t n = times_of(t->longest, times);
    for (size_t i = 0; i < n; i++) {
        struct doc_cell cell = doc_number(times[i]);
        x[i] = (struct chart_tick){times[i], doc_shown(r->doc, &cell)};
    }
    for (size_t i = 0; i < COUNT_OF(shares); i++) {
        y[i] = (struct chart_tick){(double)i / (COUNT_OF(shares) - 1), str_of(shares[i])};
    }
    const struct chart_lines chart = {.line = line,
                                      .count = count,
                                      .steps = true,
                                      .x_most = t->longest,
                                      .y_most = 1,
                                      .x_tick = x,
                                      .y_tick = y,
                                      .x_ticks = n,
                                      .y_ticks = COUNT_OF(y),
                                      .x_title = report_word(r, "Time (days, or the unit of the input)"),
                                      .y_title = report_word(r, "Share without the event")};
    chart_lines(&chart, &script);
    report_chart(r, s, CHART_LINES_WIDTH, chart_lines_height(&chart), &script, text);
}

static struct doc_section *medians(struct report *r, const struct survival_table *t)
{
    static const struct doc_column columns[] = {
        {"group", "Group", false},          {"customers", "Customers", true},
        {"events", "Events", true},           {"censored", "No event yet", true},
        {"q25", "A quarter by", true}, {"median", "Half by", true},
        {"median_low", "Lower limit", true}, {"median_high", "Upper limit", true},
        {"q75", "Three quarters by", true},
    };
    struct doc_section *s = doc_section(r->doc, "survival", "Survival");
    doc_table(r->doc, s, columns, COUNT_OF(columns), t->count);
    for (size_t i = 0; i < t->count; i++) {
        const struct survival_table_group *g = &t->group[i];
        const double times[] = {g->q25, g->median, g->median_low, g->median_high, g->q75};
        *doc_cell(s, i, 0) = doc_text(name_of(r, g));
        *doc_cell(s, i, 1) = doc_count((uint64_t)llround(g->customers));
        *doc_cell(s, i, 2) = doc_count((uint64_t)llround(g->events));
        *doc_cell(s, i, 3) = doc_count((uint64_t)llround(g->censored));
        for (size_t k = 0; k < COUNT_OF(times); k++) {
            *doc_cell(s, i, 4 + k) = doc_number(times[k]);
        }
    }
    s->note = str_of(report_word(r, "Kaplan and Meier's estimate of the time until an event: leaving, or "
                                    "with --second coming again. Times are days, or the unit of the "
                                    "input; empty where the curve does not come down so far. The limits "
                                    "are those of the time of half, 95%."));
    if (!isnan(t->p)) {
        struct str chi = report_number(r, t->chi_square, 2), p = report_number(r, t->p, 3);
        struct str test = arena_printf(r->doc->arena,
                                       report_word(r, "Log-rank test of the groups: chi-square %.*s, p "
                                                      "%.*s."),
                                       STRF(chi), STRF(p));
        s->note = arena_printf(r->doc->arena, "%.*s%s%.*s", STRF(s->note),
                               r->doc->language == WORDS_ZH ? "" : " ", STRF(test));
    }
    return s;
}

/* A table of groups by time: the share without the event, or how many it rests on. Behind the end
 * of its curve nothing is known of a group. */
static void by_time(struct report *r, const struct survival_table *t, const size_t *chosen,
                    size_t count, bool share)
{
    double times[TICKS + 1];
    size_t n = times_of(t->longest, times);
    struct doc_section *s = share ? doc_section(r->doc, "survival_at", "Share without the event, by time")
                                  : doc_section(r->doc, "at_risk", "Number at risk, by time");
    struct doc_column *columns = arena_alloc(r->doc->arena, (1 + n) * sizeof *columns);
    columns[0] = (struct doc_column){"group", "Group", false};
    for (size_t i = 0; i < n; i++) {
        struct doc_cell cell = doc_number(times[i]);
        struct str time = doc_shown(r->doc, &cell);
        struct str key = arena_printf(r->doc->arena, "%s%.*s", TIME_KEY, STRF(time));
        const char *name = arena_cstr(r->doc->arena, key);
        columns[1 + i] = (struct doc_column){name, name + strlen(TIME_KEY), true};
    }
    doc_table(r->doc, s, columns, 1 + n, count);
    for (size_t i = 0; i < count; i++) {
        const struct survival_table_group *g = &t->group[chosen[i]];
        *doc_cell(s, i, 0) = doc_text(name_of(r, g));
        for (size_t k = 0; k < n; k++) {
            struct survival_point at;
            struct doc_cell *cell = doc_cell(s, i, 1 + k);
            survival_table_at(g, times[k], &at);
            bool known = times[k] <= g->point[g->points - 1].time || at.survival == 0;
            *cell = !known ? (struct doc_cell){0}
                    : share ? doc_share(at.survival)
                            : doc_count((uint64_t)llround(at.at_risk));
            cell->heat = known && share ? report_heat(at.survival, 1) : 0;
        }
    }
    s->note = str_of(
        share ? report_word(r, "Survival at these times; empty behind the end of a curve.")
              : report_word(r, "At risk are those who were seen at the next event. Where few are, "
                               "believe the curve little."));
}

static void brief(struct report *r, const struct survival_table *t)
{
    const struct survival_table_group *g = &t->group[0];
    if (t->count != 1 || isnan(g->median)) {
        return;
    }
    struct str median = report_number(r, g->median, 0), n = report_count(r, (uint64_t)llround(g->customers));
    struct str low = report_number(r, g->median_low, 0), high = report_number(r, g->median_high, 0);
    doc_sentence(r->doc, arena_printf(r->doc->arena,
                                      report_word(r, "Half of %.*s customers have left, or come again, "
                                                     "after %.*s days, or units of the input (95%% "
                                                     "limits %.*s to %.*s)."),
                                      STRF(n), STRF(median), STRF(low), STRF(high)));
}

void *survival_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct survival_table *table = arena_alloc(r->doc->arena, sizeof *table);
    survival_table_read(table, run, input);
    return table;
}

void survival_report_add(struct report *r, const void *read)
{
    const struct survival_table *t = read;
    size_t chosen[CHART_LINES];
    brief(r, t);
    struct doc_section *s = medians(r, t);
    if (!t->curves || t->count == 0) {
        return;
    }
    size_t count = survival_table_largest(t, CHART_LINES, chosen);
    if (count < t->count) {
        struct str some = arena_printf(
            r->doc->arena,
            report_word(r, "The chart shows the %zu largest of %zu groups, and so do the tables by "
                           "time."),
            count, t->count);
        s->note = arena_printf(r->doc->arena, "%.*s%s%.*s", STRF(s->note),
                               r->doc->language == WORDS_ZH ? "" : " ", STRF(some));
    }
    if (t->longest > 0) { /* else all left at once */
        curves_chart(r, t, chosen, count, s);
    }
    by_time(r, t, chosen, count, true);
    by_time(r, t, chosen, count, false);
}
