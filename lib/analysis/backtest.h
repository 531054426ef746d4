/*
 * backtest.h - a lifetime model fitted before a day and held against what came after, beside the
 * forecasts that need no model.
 *
 *     struct backtest bt;
 *     backtest_init(&bt, &settings, cut);
 *     rollup_run(..., backtest_take, &bt, ...)        by day
 *     backtest_settle(&bt, end, message)              end: the last day of the data
 *     rows: backtest_rows(&bt, put, context)
 *
 * Everything counts purchase days of customers who had bought by the cut; customers who come later
 * are not in the forecast. Naive forecasts over the t that follow: the mean rate, x / T t, and the
 * last period, the repeat purchases in the t before the cut.
 */
#ifndef CRM_BACKTEST_H
#define CRM_BACKTEST_H

#include "analysis/clv.h"

enum { BACKTEST_MODEL, BACKTEST_MEAN_RATE, BACKTEST_LAST_PERIOD, BACKTEST_FORECASTS };

struct backtest_customer {
    double actual, revenue; /* after the cut */
    double forecast[BACKTEST_FORECASTS];
    double value;           /* expected revenue; NaN without a spend model */
};

/* A purchase day after the customer's first. */
struct backtest_day {
    size_t customer;
    int32_t day; /* DATE_NONE: a refund after the cut */
    double revenue;
};

struct backtest {
    struct clv clv; /* the histories until the cut; its model */
    int32_t cut, end;
    struct backtest_customer *customer; /* beside clv.customer */
    struct backtest_day *day;
    size_t days, room;
    uint64_t new_customers, new_orders; /* after the cut: in no forecast */
    struct str last_id;  /* of the rows at hand */
    bool present;        /* that customer had bought by the cut */
    bool new_seen;       /* or is counted as new */
    struct arena arena;
};

/* Columns: section, group, customers, actual, model, mean_rate, last_period. */
#define BACKTEST_COLUMNS 7
extern const struct encode_column backtest_columns[BACKTEST_COLUMNS];

void backtest_init(struct backtest *bt, const struct clv_settings *settings, int32_t cut);
void backtest_take(void *context, const struct rollup_row *row);
/* Fits and forecasts; false with what is in the way. */
bool backtest_settle(struct backtest *bt, int32_t end, char message[CLV_MESSAGE]);
/* The rows of the report, in `scratch`. */
void backtest_rows(const struct backtest *bt, struct arena *scratch,
                   void (*put)(void *context, const struct str cells[BACKTEST_COLUMNS]),
                   void *context);
void backtest_free(struct backtest *bt);

#endif
