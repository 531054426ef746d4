/*
 * chart.h - charts as gnuplot scripts (report/plot.h).
 *
 * Colours by number: 1 and 2 two series, 3 a marked point; 11 to 16 shades of a heat map, pale to
 * deep, and 21 to 26 the text upon them.
 */
#ifndef CRM_CHART_H
#define CRM_CHART_H

#include "base/buf.h"

/* Horizontal bars, one or two beside each other for each label, from the top down. */
struct chart_bar {
    struct str label;
    double value[2]; /* NaN: no bar */
    struct str text[2];
};
/* `series` NULL: one series, no legend. */
void chart_bars(const struct chart_bar *bars, size_t count, const char *const series[2],
                struct buf *script);
/* The height that so many bars need, in pixels of a chart 640 wide. */
int chart_bars_height(size_t count, bool two);

/* A square of shaded cells with a text in each; row 0 at the top. */
struct chart_heat {
    size_t columns, rows;
    const struct str *column_label, *row_label;
    const struct str *text;  /* row-major */
    const struct str *below; /* a second, smaller line; NULL: none */
    const int *heat;        /* 0 (none) to 6 */
    const char *x_title, *y_title;
};
void chart_heat(const struct chart_heat *heat, struct buf *script);

/* A curve from (0, 0) to (1, 1) beside the diagonal, both axes in percent. */
struct chart_curve {
    const double *y; /* at 0, 1/count, ..., 1 */
    size_t count;
    double mark_x, mark_y; /* a point that is named; NaN: none */
    struct str mark;
    const char *x_title, *y_title, *diagonal;
};
void chart_curve(const struct chart_curve *curve, struct buf *script);

#endif
