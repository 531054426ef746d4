#include "base/base.h"

#include <math.h>

#include "analysis/backtest.h"
#include "base/mem.h"
#include "value/number.h"

const struct encode_column backtest_columns[BACKTEST_COLUMNS] = {
    {{"section", 7}, ENCODE_TEXT},      {{"group", 5}, ENCODE_TEXT},
    {{"customers", 9}, ENCODE_NUMBER},  {{"actual", 6}, ENCODE_NUMBER},
    {{"model", 5}, ENCODE_NUMBER},      {{"mean_rate", 9}, ENCODE_NUMBER},
    {{"last_period", 11}, ENCODE_NUMBER},
};

void backtest_init(struct backtest *bt, const struct clv_settings *settings, int32_t cut)
{
    *bt = (struct backtest){.cut = cut};
    clv_init(&bt->clv, settings);
}

static void keep_day(struct backtest *bt, int32_t day, double revenue)
{
    if (bt->days == bt->room) {
        bt->room = mem_capacity(bt->room, bt->days + 1);
        bt->day = mem_grow(bt->day, bt->room, sizeof *bt->day);
    }
    bt->day[bt->days++] = (struct backtest_day){bt->clv.count - 1, day, revenue};
}

/* Rows come by customer, then by day. */
void backtest_take(void *context, const struct rollup_row *row)
{
    struct backtest *bt = context;
    struct clv *clv = &bt->clv;
    bool refunds = !clv->settings.ignore_refunds;
    double revenue = (double)(row->amount - (refunds ? row->refund_amount : 0)) / MONEY_SCALE;
    if (!bt->last_id.p || !str_eq(row->customer, bt->last_id)) {
        bt->last_id = arena_str(&bt->arena, row->customer);
        bt->present = bt->new_seen = false;
    }
    if (row->period > bt->cut && !bt->present) {
        bt->new_customers += !bt->new_seen && row->days > 0;
        bt->new_seen |= row->days > 0;
        bt->new_orders += row->days;
    } else if (row->period > bt->cut) {
        keep_day(bt, row->days > 0 ? row->period : DATE_NONE, revenue);
    } else if (!bt->present && row->days > 0) {
        clv_take(clv, row);
        bt->present = true;
    } else if (bt->present) {
        struct clv_customer *c = &clv->customer[clv->count - 1];
        c->spend += revenue;
        if (row->days > 0) {
            c->x++;
            c->last = row->period;
            keep_day(bt, row->period, revenue);
        }
    }
}

static void count_days(struct backtest *bt)
{
    int32_t before = bt->cut - (bt->end - bt->cut);
    for (size_t i = 0; i < bt->days; i++) {
        const struct backtest_day *d = &bt->day[i];
        struct backtest_customer *c = &bt->customer[d->customer];
        if (d->day == DATE_NONE || d->day > bt->cut) {
            c->actual += d->day != DATE_NONE;
            c->revenue += d->revenue;
        } else if (d->day > before) {
            c->forecast[BACKTEST_LAST_PERIOD]++;
        }
    }
}

bool backtest_settle(struct backtest *bt, int32_t end, char message[CLV_MESSAGE])
{
    struct clv *clv = &bt->clv;
    bt->end = end;
    if (end <= bt->cut) {
        snprintf(message, CLV_MESSAGE, "the data end by that day: nothing is left to compare with");
        return false;
    }
    clv->settings.horizon = (struct date_span){end - bt->cut, 'd'};
    clv_begin(clv, bt->cut);
    if (!clv_fit(clv, message)) {
        return false;
    }
    bt->customer = mem_new(clv->count, sizeof *bt->customer);
    for (size_t i = 0; i < clv->count; i++) {
        const struct clv_customer *c = &clv->customer[i];
        struct backtest_customer *out = &bt->customer[i];
        struct clv_prediction p = {0};
        clv_predict(clv, c, &p);
        int32_t seen = bt->cut - c->first;
        out->forecast[BACKTEST_MODEL] = p.orders;
        out->forecast[BACKTEST_MEAN_RATE] =
            seen > 0 ? (double)c->x / seen * (end - bt->cut) : 0;
        out->value = p.value;
    }
    count_days(bt);
    return true;
}

/* What the rows are written through. */
struct writing {
    const struct backtest *bt;
    struct arena *scratch;
    void (*put)(void *context, const struct str cells[BACKTEST_COLUMNS]);
    void *context;
};

static void put(const struct writing *w, const char *section, struct str group, double customers,
                double actual, const double forecast[BACKTEST_FORECASTS])
{
    const struct str cells[BACKTEST_COLUMNS] = {str_of(section),
                                                group,
                                                number_cell(w->scratch, customers),
                                                number_cell(w->scratch, actual),
                                                number_cell(w->scratch, forecast[BACKTEST_MODEL]),
                                                number_cell(w->scratch, forecast[BACKTEST_MEAN_RATE]),
                                                number_cell(w->scratch, forecast[BACKTEST_LAST_PERIOD])};
    w->put(w->context, cells);
}

/* Sums over customers; means are taken of them. */
struct sums {
    double n, actual, forecast[BACKTEST_FORECASTS];
};

static void add(struct sums *s, const struct backtest_customer *c)
{
    s->n++;
    s->actual += c->actual;
    for (size_t f = 0; f < BACKTEST_FORECASTS; f++) {
        s->forecast[f] += c->forecast[f];
    }
}

static void put_means(const struct writing *w, const char *section, struct str group,
                      const struct sums *s)
{
    double mean[BACKTEST_FORECASTS];
    for (size_t f = 0; f < BACKTEST_FORECASTS; f++) {
        mean[f] = s->forecast[f] / s->n;
    }
    if (s->n > 0) {
        put(w, section, group, s->n, s->actual / s->n, mean);
    }
}

static void put_errors(const struct writing *w)
{
    const struct backtest *bt = w->bt;
    double n = (double)bt->clv.count;
    double absolute[BACKTEST_FORECASTS] = {0}, square[BACKTEST_FORECASTS] = {0};
    double bias[BACKTEST_FORECASTS] = {0};
    struct sums all = {0};
    double value = 0, revenue = 0;
    for (size_t i = 0; i < bt->clv.count; i++) {
        const struct backtest_customer *c = &bt->customer[i];
        add(&all, c);
        value += c->value;
        revenue += c->revenue;
        for (size_t f = 0; f < BACKTEST_FORECASTS; f++) {
            double error = c->forecast[f] - c->actual;
            absolute[f] += fabs(error) / n;
            square[f] += error * error / n;
            bias[f] += error / n;
        }
    }
    for (size_t f = 0; f < BACKTEST_FORECASTS; f++) {
        square[f] = sqrt(square[f]);
    }
    put(w, "error", S("mae"), n, NAN, absolute);
    put(w, "error", S("rmse"), n, NAN, square);
    put(w, "error", S("bias"), n, NAN, bias);
    put(w, "total", S("orders"), n, all.actual, all.forecast);
    put(w, "total", S("revenue"), n, revenue, (double[]){value, NAN, NAN});
}

#define CLASSES 8 /* repeat purchases by the cut: 0 to 6, 7 and more */

static void put_classes(const struct writing *w)
{
    const struct backtest *bt = w->bt;
    struct sums sums[CLASSES] = {{0}};
    for (size_t i = 0; i < bt->clv.count; i++) {
        uint32_t x = bt->clv.customer[i].x;
        add(&sums[x < CLASSES - 1 ? x : CLASSES - 1], &bt->customer[i]);
    }
    for (size_t i = 0; i < CLASSES; i++) {
        struct str name =
            arena_printf(w->scratch, "%zu%s", i, i == CLASSES - 1 ? "+" : "");
        put_means(w, "frequency", name, &sums[i]);
    }
}

static int by_forecast(const void *a, const void *b)
{
    const struct backtest_customer *x = *(const struct backtest_customer *const *)a;
    const struct backtest_customer *y = *(const struct backtest_customer *const *)b;
    double p = x->forecast[BACKTEST_MODEL], q = y->forecast[BACKTEST_MODEL];
    if (p != q) {
        return p > q ? -1 : 1;
    }
    return x < y ? -1 : x > y; /* they stand in one array, sorted by id */
}

/* Decile 1 holds the customers that the model expects most of. */
static void put_deciles(const struct writing *w)
{
    const struct backtest *bt = w->bt;
    size_t n = bt->clv.count;
    const struct backtest_customer **sorted = mem_new(n, sizeof *sorted);
    for (size_t i = 0; i < n; i++) {
        sorted[i] = &bt->customer[i];
    }
    qsort(sorted, n, sizeof *sorted, by_forecast);
    for (size_t d = 0; d < 10; d++) {
        struct sums sums = {0};
        for (size_t i = n * d / 10; i < n * (d + 1) / 10; i++) {
            add(&sums, sorted[i]);
        }
        put_means(w, "decile", arena_printf(w->scratch, "%zu", d + 1), &sums);
    }
    free(sorted);
}

/* Cumulative orders week by week. */
static void put_weeks(const struct writing *w)
{
    const struct backtest *bt = w->bt;
    const struct clv *clv = &bt->clv;
    int32_t weeks = (bt->end - bt->cut) / 7;
    double *actual = mem_new((size_t)weeks + 2, sizeof *actual);
    struct sums all = {0};
    size_t count;
    struct lifetime_history *histories = clv_histories(clv, &count);
    for (size_t i = 0; i < bt->days; i++) {
        if (bt->day[i].day != DATE_NONE && bt->day[i].day > bt->cut) {
            actual[(bt->day[i].day - bt->cut + 6) / 7]++;
        }
    }
    for (size_t i = 0; i < clv->count; i++) {
        add(&all, &bt->customer[i]);
    }
    double sum = 0;
    for (int32_t week = 1; week <= weeks; week++) {
        double part = 7.0 * week / (bt->end - bt->cut);
        double forecast[BACKTEST_FORECASTS] = {0, all.forecast[BACKTEST_MEAN_RATE] * part,
                                               all.forecast[BACKTEST_LAST_PERIOD] * part};
        char day[DATE_ROOM];
        sum += actual[week];
        for (size_t i = 0; i < count; i++) {
            forecast[BACKTEST_MODEL] +=
                histories[i].weight * lifetime_expected(&clv->model.lifetime.parameters,
                                                        &histories[i], 7 * week / clv->model.unit);
        }
        struct str name = arena_str(
            w->scratch, (struct str){day, date_format(bt->cut + 7 * week, day)});
        put(w, "week", name, (double)clv->count, sum, forecast);
    }
    free(histories);
    free(actual);
}

void backtest_rows(const struct backtest *bt, struct arena *scratch,
                   void (*put_row)(void *context, const struct str cells[BACKTEST_COLUMNS]),
                   void *context)
{
    const struct writing w = {bt, scratch, put_row, context};
    put_errors(&w);
    put_classes(&w);
    put_deciles(&w);
    put_weeks(&w);
}

void backtest_free(struct backtest *bt)
{
    clv_free(&bt->clv);
    arena_free(&bt->arena);
    free(bt->customer);
    free(bt->day);
}
