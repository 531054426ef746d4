#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/backtest_report.h"
#include "report/chart.h"
#include "value/money.h"

#define TICKS 6 /* most labels of an axis */

static bool beats(const struct backtest_table_line *error)
{
    return error->forecast[BACKTEST_MODEL] < error->forecast[BACKTEST_MEAN_RATE] &&
           error->forecast[BACKTEST_MODEL] < error->forecast[BACKTEST_LAST_PERIOD];
}

static void brief(struct report *r, const struct backtest_table *t)
{
    const struct backtest_table_line *orders =
        backtest_table_find(t, BACKTEST_TABLE_TOTAL, S("orders"));
    const struct backtest_table_line *mae = backtest_table_find(t, BACKTEST_TABLE_ERROR, S("mae"));
    if (orders && !isnan(orders->actual) && !isnan(orders->customers)) {
        struct str n = report_count(r, (uint64_t)llround(orders->customers));
        struct str expected = report_number(r, orders->forecast[BACKTEST_MODEL], 1);
        struct str actual = report_number(r, orders->actual, 0);
        doc_sentence(r->doc, arena_printf(r->doc->arena,
                                          report_word(r, "Backtest: of %.*s customers the model "
                                                         "expected %.*s orders; %.*s came."),
                                          STRF(n), STRF(expected), STRF(actual)));
    }
    if (mae) {
        struct str a = report_number(r, mae->forecast[BACKTEST_MODEL], 2);
        struct str b = report_number(r, mae->forecast[BACKTEST_MEAN_RATE], 2);
        struct str c = report_number(r, mae->forecast[BACKTEST_LAST_PERIOD], 2);
        const char *verdict =
            beats(mae) ? "Its mean absolute error, %.*s orders a customer, is below that of both naive "
                         "forecasts, %.*s and %.*s."
                       : "Its mean absolute error, %.*s orders a customer, is not below that of both "
                         "naive forecasts, %.*s and %.*s: of no use for these customers.";
        doc_sentence(r->doc, arena_printf(r->doc->arena, report_word(r, verdict), STRF(a), STRF(b),
                                          STRF(c)));
    }
}

static struct doc_cell revenue_cell(const struct report *r, double value)
{
    return isnan(value) || fabs(value) > 9e14 ? doc_number(value)
                                              : report_estimate(r, llround(value * MONEY_SCALE));
}

static void put_measure(struct report *r, struct doc_section *s, size_t row, const char *name,
                        const struct backtest_table_line *line, bool revenue, int decimals)
{
    const double values[] = {line->actual, line->forecast[BACKTEST_MODEL],
                             line->forecast[BACKTEST_MEAN_RATE],
                             line->forecast[BACKTEST_LAST_PERIOD]};
    *doc_cell(s, row, 0) = doc_text(str_of(report_word(r, name)));
    for (size_t i = 0; i < COUNT_OF(values); i++) {
        *doc_cell(s, row, 1 + i) =
            revenue ? revenue_cell(r, values[i])
                    : doc_rounded(doc_number(values[i]), i == 0 ? 0 : decimals);
    }
}

static void errors(struct report *r, const struct backtest_table *t)
{
    static const struct doc_column columns[] = {
        {"measure", "Measure", false},      {"actual", "Actual", true},
        {"model", "Model", true},           {"mean_rate", "Mean rate", true},
        {"last_period", "Last period", true},
    };
    static const struct {
        enum backtest_table_section section;
        const char *group, *name;
        bool revenue;
        int decimals;
    } measures[] = {
        {BACKTEST_TABLE_ERROR, "mae", "MAE", false, 2},
        {BACKTEST_TABLE_ERROR, "rmse", "RMSE", false, 2},
        {BACKTEST_TABLE_ERROR, "bias", "Bias", false, 2},
        {BACKTEST_TABLE_TOTAL, "orders", "Orders", false, 1},
        {BACKTEST_TABLE_TOTAL, "revenue", "Net revenue", true, 0},
    };
    const struct backtest_table_line *found[COUNT_OF(measures)];
    size_t rows = 0;
    for (size_t i = 0; i < COUNT_OF(measures); i++) {
        found[i] = backtest_table_find(t, measures[i].section, str_of(measures[i].group));
        rows += found[i] != NULL;
    }
    if (rows == 0) {
        return;
    }
    struct doc_section *s = doc_section(r->doc, "backtest", "Forecast against outcome");
    doc_table(r->doc, s, columns, COUNT_OF(columns), rows);
    for (size_t i = 0, row = 0; i < COUNT_OF(measures); i++) {
        if (found[i]) {
            put_measure(r, s, row++, measures[i].name, found[i], measures[i].revenue,
                        measures[i].decimals);
        }
    }
    s->note = str_of(report_word(r, "MAE is the mean absolute error, RMSE the root of the mean square "
                                    "error, bias the forecast less the actual number: orders a "
                                    "customer. Mean rate and last period are forecasts without a "
                                    "model: each customer's rate so far goes on; as many as in the "
                                    "same time before."));
}

/* The line of one column over the weeks, from 0 at the day of the forecast. */
static struct chart_line line_of(struct report *r, const struct backtest_table_list *weeks,
                                 const char *label, int forecast)
{
    size_t n = weeks->count + 1;
    double *x = arena_alloc(r->doc->arena, mem_mul(2 * n, sizeof *x));
    double *y = x + n;
    x[0] = y[0] = 0;
    for (size_t i = 0; i < weeks->count; i++) {
        const struct backtest_table_line *line = &weeks->line[i];
        x[i + 1] = (double)(i + 1);
        y[i + 1] = forecast < 0 ? line->actual : line->forecast[forecast];
    }
    return (struct chart_line){.label = str_of(report_word(r, label)),
                               .count = n,
                               .x = x,
                               .y = y,
                               .dashed = forecast > BACKTEST_MODEL};
}

static double highest(const struct chart_line *line, size_t count)
{
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < line[i].count; k++) {
            most = line[i].y[k] > most ? line[i].y[k] : most;
        }
    }
    return most > 0 ? most : 1;
}

static void tracking_chart(struct report *r, const struct backtest_table_list *weeks,
                           struct doc_section *s)
{
    const struct chart_line line[] = {line_of(r, weeks, "Actual", -1),
                                      line_of(r, weeks, "Model", BACKTEST_MODEL),
                                      line_of(r, weeks, "Mean rate", BACKTEST_MEAN_RATE),
                                      line_of(r, weeks, "Last period", BACKTEST_LAST_PERIOD)};
    struct chart_tick x[TICKS], y[TICKS + 2];
    struct buf script;
    double most = highest(line, COUNT_OF(line)), step = chart_lines_step(most, TICKS - 1);
    size_t every = (weeks->count + TICKS - 1) / TICKS, x_ticks = 0, y_ticks = 0;
    /* From the last one back, so that the end is always named. */
    for (size_t i = weeks->count; i > 0; i = i > every ? i - every : 0) {
        x[x_ticks++] = (struct chart_tick){(double)i, weeks->line[i - 1].group};
    }
    for (; y_ticks < COUNT_OF(y) && (double)y_ticks * step < most + step; y_ticks++) {
        struct doc_cell cell = doc_rounded(doc_number((double)y_ticks * step), step < 1 ? 1 : 0);
        y[y_ticks] = (struct chart_tick){cell.number, doc_shown(r->doc, &cell)};
    }
    const struct chart_lines chart = {.line = line,
                                      .count = COUNT_OF(line),
                                      .x_most = (double)weeks->count,
                                      .y_most = y[y_ticks - 1].at,
                                      .x_tick = x,
                                      .y_tick = y,
                                      .x_ticks = x_ticks,
                                      .y_ticks = y_ticks,
                                      .x_title = report_word(r, "Until the end of the week"),
                                      .y_title = report_word(r, "Orders since the forecast")};
    buf_init(&script, BUF_UNBOUNDED);
    chart_lines(&chart, &script);
    const struct backtest_table_line *last = &weeks->line[weeks->count - 1];
    struct str actual = report_number(r, last->actual, 0);
    struct str model = report_number(r, last->forecast[BACKTEST_MODEL], 1);
    report_chart(r, s, CHART_LINES_WIDTH, chart_lines_height(&chart), &script,
                 arena_printf(r->doc->arena,
                              report_word(r, "Orders week by week, actual and expected: %.*s and %.*s "
                                             "until %.*s."),
                              STRF(actual), STRF(model), STRF(last->group)));
}

static void tracking(struct report *r, const struct backtest_table *t)
{
    static const struct doc_column columns[] = {
        {"week", "Until", false},           {"actual", "Actual", true},
        {"model", "Model", true},           {"mean_rate", "Mean rate", true},
        {"last_period", "Last period", true},
    };
    const struct backtest_table_list *weeks = &t->list[BACKTEST_TABLE_WEEK];
    if (weeks->count == 0) {
        return;
    }
    struct doc_section *s =
        doc_section(r->doc, "tracking", "Orders since the forecast, actual and expected");
    doc_table(r->doc, s, columns, COUNT_OF(columns), weeks->count);
    for (size_t i = 0; i < weeks->count; i++) {
        const struct backtest_table_line *line = &weeks->line[i];
        *doc_cell(s, i, 0) = doc_text(line->group);
        *doc_cell(s, i, 1) = doc_rounded(doc_number(line->actual), 0);
        for (size_t f = 0; f < BACKTEST_FORECASTS; f++) {
            *doc_cell(s, i, 2 + f) = doc_rounded(doc_number(line->forecast[f]), 1);
        }
    }
    tracking_chart(r, weeks, s);
}

static void calibration_chart(struct report *r, const struct backtest_table_list *classes,
                              struct doc_section *s)
{
    struct chart_bar *bars = mem_new(classes->count, sizeof *bars);
    struct str text = str_of(report_word(r, "Orders a customer, expected and actual, by repeats before:"));
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    for (size_t i = 0; i < classes->count; i++) {
        const struct backtest_table_line *line = &classes->line[i];
        double model = line->forecast[BACKTEST_MODEL];
        bars[i] = (struct chart_bar){
            .label = arena_printf(r->doc->arena, report_word(r, "%.*s before"), STRF(line->group)),
            .value = {model, line->actual},
            .text = {report_number(r, model, 2), report_number(r, line->actual, 2)}};
        text = arena_printf(r->doc->arena, "%.*s %.*s %.*s, %.*s;", STRF(text), STRF(line->group),
                            STRF(bars[i].text[0]), STRF(bars[i].text[1]));
    }
    text.n -= classes->count > 0; /* the last ; */
    const char *const series[2] = {report_word(r, "Expected by the model"), report_word(r, "Actual")};
    chart_bars(bars, classes->count, series, &script);
    report_chart(r, s, 640, chart_bars_height(classes->count, true), &script, text);
    free(bars);
}

/* Means of classes of customers. */
static struct doc_section *means(struct report *r, const struct backtest_table_list *list,
                                 const char *key, const char *title, const char *group,
                                 const char *label)
{
    const struct doc_column own[] = {
        {group, label, false},    {"customers", "Customers", true},
        {"actual", "Actual", true}, {"model", "Model", true},
        {"mean_rate", "Mean rate", true}, {"last_period", "Last period", true},
    };
    struct doc_column *columns = arena_alloc(r->doc->arena, sizeof own);
    memcpy(columns, own, sizeof own);
    struct doc_section *s = doc_section(r->doc, key, title);
    doc_table(r->doc, s, columns, COUNT_OF(own), list->count);
    for (size_t i = 0; i < list->count; i++) {
        const struct backtest_table_line *line = &list->line[i];
        *doc_cell(s, i, 0) = doc_text(line->group);
        *doc_cell(s, i, 1) = doc_rounded(doc_number(line->customers), 0);
        *doc_cell(s, i, 2) = doc_rounded(doc_number(line->actual), 2);
        for (size_t f = 0; f < BACKTEST_FORECASTS; f++) {
            *doc_cell(s, i, 3 + f) = doc_rounded(doc_number(line->forecast[f]), 2);
        }
    }
    return s;
}

static void calibration(struct report *r, const struct backtest_table *t)
{
    const struct backtest_table_list *classes = &t->list[BACKTEST_TABLE_FREQUENCY];
    const struct backtest_table_list *deciles = &t->list[BACKTEST_TABLE_DECILE];
    if (classes->count > 0) {
        struct doc_section *s =
            means(r, classes, "calibration", "Actual and expected by earlier repeats", "repeats",
                  "Repeats before");
        s->note = str_of(report_word(r, "Orders a customer since the forecast, of those with so many "
                                        "repeat purchases before it."));
        calibration_chart(r, classes, s);
    }
    if (deciles->count > 0) {
        struct doc_section *s =
            means(r, deciles, "deciles", "Actual and expected by tenths", "decile", "Tenth");
        s->note = str_of(report_word(r, "Orders a customer since the forecast, in tenths of the "
                                        "customers; the first are those of whom the model expects the "
                                        "most."));
    }
}

void *backtest_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct backtest_table *table = arena_alloc(r->doc->arena, sizeof *table);
    backtest_table_read(table, run, input);
    return table;
}

void backtest_report_add(struct report *r, const void *read)
{
    const struct backtest_table *t = read;
    brief(r, t);
    errors(r, t);
    tracking(r, t);
    calibration(r, t);
}
