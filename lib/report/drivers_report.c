#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/drivers_report.h"
#include "report/measure_charts.h"

#define NAMES 8 /* points that bear their names, at most; more bear numbers */

static double number(const struct figure_table_row *row, int column)
{
    return row->cell[column].number;
}

static struct str quadrant_of(const struct report *r, const struct figure_table_row *row)
{
    struct str quadrant = row->cell[DRIVERS_QUADRANT].text;
    return r->doc->language == WORDS_ZH ? words_chinese(quadrant) : quadrant;
}

static bool is_placed(const struct figure_table_row *row)
{
    return !isnan(number(row, DRIVERS_IMPORTANCE)) && !isnan(number(row, DRIVERS_PERFORMANCE));
}

/* The mean over all drivers, at which the command splits; NaN where one has no number. */
static double mean_of(const struct figure_table *t, int column)
{
    double sum = 0;
    for (size_t i = 0; i < t->count; i++) {
        sum += number(&t->row[i], column);
    }
    return sum / (double)t->count;
}

static void range_of(const struct figure_table *t, int column, double *low, double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < t->count; i++) {
        *low = fmin(*low, number(&t->row[i], column));
        *high = fmax(*high, number(&t->row[i], column));
    }
    double around = *high > *low ? (*high - *low) * 0.12 : 0.05; /* no point on the edge */
    *low -= around;
    *high += around;
}

static void draw(struct report *r, const struct figure_table *t, struct doc_section *s)
{
    struct chart_point point[CHART_MAP_POINTS];
    struct measure_axis x, y;
    struct buf script;
    struct str what = str_of(report_word(r, "Importance against performance:"));
    double low, high;
    size_t n = 0;
    for (size_t i = 0; i < t->count && n < CHART_MAP_POINTS; i++) {
        const struct figure_table_row *row = &t->row[i];
        if (is_placed(row)) {
            struct str name = row->cell[DRIVERS_DRIVER].text, quadrant = quadrant_of(r, row);
            point[n] = (struct chart_point){number(row, DRIVERS_PERFORMANCE),
                                            number(row, DRIVERS_IMPORTANCE), name};
            if (t->count > NAMES) {
                point[n].label = arena_printf(r->doc->arena, "%zu", i + 1);
            }
            what = arena_printf(r->doc->arena, "%.*s%s %.*s: %.*s", STRF(what), n++ > 0 ? ";" : "",
                                STRF(name), STRF(quadrant));
        }
    }
    double x_split = mean_of(t, DRIVERS_PERFORMANCE), y_split = mean_of(t, DRIVERS_IMPORTANCE);
    if (n == 0 || isnan(x_split) || isnan(y_split)) {
        return;
    }
    range_of(t, DRIVERS_PERFORMANCE, &low, &high);
    measure_axis(r, MEASURE_SHARE, fmax(low, 0), fmin(high, 1), &x);
    range_of(t, DRIVERS_IMPORTANCE, &low, &high);
    measure_axis(r, MEASURE_SHARE, fmax(low, 0), fmin(high, 1), &y);
    const struct chart_map map = {
        .point = point, .count = n, .x_split = x_split, .y_split = y_split,
        .corner = {report_word(r, "concentrate"), report_word(r, "keep up"),
                   report_word(r, "low priority"), report_word(r, "possible overkill")},
        .x_title = report_word(r, "Performance"), .y_title = report_word(r, "Importance"),
        .x_least = x.least, .x_most = x.most, .y_least = y.least, .y_most = y.most,
        .x_tick = x.tick, .y_tick = y.tick, .x_ticks = x.ticks, .y_ticks = y.ticks};
    buf_init(&script, BUF_UNBOUNDED);
    chart_map(&map, &script);
    report_chart(r, s, 640, CHART_MAP_HEIGHT, &script, what);
}

static void brief(struct report *r, const struct figure_table *t)
{
    struct str named = {0};
    for (size_t i = 0; i < t->count; i++) {
        struct str name = t->row[i].cell[DRIVERS_DRIVER].text;
        if (str_eq(t->row[i].cell[DRIVERS_QUADRANT].text, S("concentrate"))) {
            struct str share = report_share(r, number(&t->row[i], DRIVERS_IMPORTANCE));
            named = arena_printf(r->doc->arena, "%.*s%s%.*s %.*s", STRF(named), named.n > 0 ? "; " : "",
                                 STRF(name), STRF(share));
        }
    }
    if (named.n > 0) {
        doc_sentence(r->doc, arena_printf(r->doc->arena,
                                          report_word(r, "Important and done badly, with the share of "
                                                         "what is explained: %.*s."),
                                          STRF(named)));
    }
}

static void put_row(struct report *r, const struct figure_table_row *row, struct doc_section *s,
                    size_t i)
{
    static const int shares[] = {DRIVERS_IMPORTANCE,  DRIVERS_LOW,             DRIVERS_HIGH,
                                 DRIVERS_PERFORMANCE, DRIVERS_PERFORMANCE_LOW, DRIVERS_PERFORMANCE_HIGH};
    *doc_cell(s, i, 0) = doc_count(i + 1);
    *doc_cell(s, i, 1) = doc_text(row->cell[DRIVERS_DRIVER].text);
    for (size_t k = 0; k < COUNT_OF(shares); k++) {
        *doc_cell(s, i, 2 + k) = doc_share(number(row, shares[k]));
    }
    *doc_cell(s, i, 8) = doc_text(quadrant_of(r, row));
}

void drivers_report_add(struct report *r, const void *read)
{
    static const struct doc_column columns[] = {
        {"number", "No.", false},
        {"driver", "Driver", false},
        {"importance", "Importance", true},
        {"low", "Lower limit", true},
        {"high", "Upper limit", true},
        {"performance", "Performance", true},
        {"performance_low", "Lower limit", true},
        {"performance_high", "Upper limit", true},
        {"quadrant", "Quadrant", false},
    };
    const struct figure_table *t = read;
    if (t->count == 0) {
        return;
    }
    brief(r, t);
    struct doc_section *s = doc_section(r->doc, "drivers", "What satisfaction hangs on");
    doc_table(r->doc, s, columns, COUNT_OF(columns), t->count);
    for (size_t i = 0; i < t->count; i++) {
        put_row(r, &t->row[i], s, i);
    }
    struct str n = report_count(r, (uint64_t)llround(number(&t->row[0], DRIVERS_N)));
    struct str r2 = report_share(r, number(&t->row[0], DRIVERS_R2));
    s->note = arena_printf(r->doc->arena,
                           report_word(r, "Of %.*s responses; the drivers explain %.*s of the variance, and "
                                          "importance is the share of a driver in that (Lindeman, Merenda "
                                          "and Gold). The map is split at the means. Look at the 95%% "
                                          "limits before a driver that lies close to a border; what goes "
                                          "along with satisfaction need not make it."),
                           STRF(n), STRF(r2));
    draw(r, t, s);
}

void *drivers_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct figure_table *table = arena_alloc(r->doc->arena, sizeof *table);
    figure_table_read(table, run, input, &figure_specs_drivers);
    return table;
}
