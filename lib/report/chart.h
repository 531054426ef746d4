/*
 * chart.h - charts as gnuplot scripts (report/plot.h).
 *
 * Colours by number: 1 and 2 two series, 3 a marked point; 4 to 9 the lines of one chart; 11 to 16
 * shades of a heat map, pale to deep, and 21 to 26 the text upon them.
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
    const int *heat;        /* 0 (none) to 6; -1: no cell, only its text, if any */
    const char *x_title, *y_title;
    /* Pixels of a cell; 0: the cells fill the chart, labels below. Else columns are labelled above,
     * and the chart has the size that chart_heat_size tells. */
    int cell_width, cell_height;
};
void chart_heat(const struct chart_heat *heat, struct buf *script);
void chart_heat_size(const struct chart_heat *heat, int *width, int *height);

/* A curve from (0, 0) to (1, 1) beside the diagonal, both axes in percent. */
struct chart_curve {
    const double *y; /* at 0, 1/count, ..., 1 */
    size_t count;
    double mark_x, mark_y; /* a point that is named; NaN: none */
    struct str mark;
    const char *x_title, *y_title, *diagonal;
};
void chart_curve(const struct chart_curve *curve, struct buf *script);

/* Lines over a common axis, each with a legend above and, if need be, a band about it. */
#define CHART_LINES 6

struct chart_line {
    struct str label;
    size_t count;
    const double *x, *y;       /* x ascending */
    const double *low, *high;  /* limits of a band; NULL: none. NaN: none at this point */
    bool dashed;
    bool steps;       /* a value holds until the next */
    bool dots;        /* each point is seen */
    const bool *mark; /* points to be marked; NULL: none */
    int colour;       /* 0: that of its place */
};

struct chart_tick {
    double at;
    struct str label;
};

struct chart_lines {
    const struct chart_line *line;
    size_t count;       /* at most CHART_LINES: colours 4 to 9; a label that is empty has no legend */
    bool steps;         /* of all lines: a value holds until the next */
    double x_most, y_least, y_most; /* x begins with 0 */
    const struct chart_tick *x_tick, *y_tick;
    size_t x_ticks, y_ticks;
    const char *x_title, *y_title;
};
void chart_lines(const struct chart_lines *lines, struct buf *script);
/* Its size in pixels. */
#define CHART_LINES_WIDTH 680
int chart_lines_height(const struct chart_lines *lines);
/* A round distance of ticks, 1, 2 or 5 times a power of ten: at most `ticks` of them up to `most`. */
double chart_lines_step(double most, size_t ticks);

/* Horizontal bars from 0, which may go both ways, with an interval each, from the top down. */
struct chart_range {
    struct str label;
    double value, low, high; /* NaN: no bar, no interval */
    struct str text;
};
struct chart_ranges {
    const struct chart_range *range;
    size_t count;
    double reference; /* a dashed line from top to bottom; NaN: none */
};
void chart_ranges(const struct chart_ranges *ranges, struct buf *script);
/* Its height, of a chart 640 wide. */
int chart_ranges_height(size_t count);

/* Pareto's chart, from the top down: bars by share, and the sum of the shares so far as a line. */
struct chart_pareto {
    const struct str *label, *text;
    const double *share, *sum; /* 1 is 100 % */
    size_t count;
    const char *title; /* of the axis */
};
void chart_pareto(const struct chart_pareto *pareto, struct buf *script);
int chart_pareto_height(size_t count);

/* Points on a map that two lines split into four. Labels stand where they cover nothing, if there
 * is such a place. */
struct chart_point {
    double x, y;
    struct str label;
};
struct chart_map {
    const struct chart_point *point;
    size_t count; /* at most CHART_MAP_POINTS */
    double x_split, y_split;
    const char *corner[4]; /* names of the quarters: top left, top right, bottom left, bottom right */
    const char *x_title, *y_title;
    /* The ends of the axes, and ticks. */
    double x_least, x_most, y_least, y_most;
    const struct chart_tick *x_tick, *y_tick;
    size_t x_ticks, y_ticks;
};
#define CHART_MAP_POINTS 60
#define CHART_MAP_HEIGHT 460
void chart_map(const struct chart_map *map, struct buf *script);

/* Ticks of an axis, its labels as formats: gnuplot takes them for such. */
void chart_ticks(const char *axis, const struct chart_tick *tick, size_t count, struct buf *script);
/* Pixels of a text in the type of a chart. */
double chart_pixels(struct str text);
#define CHART_SHORT 256
/* The text, cut off with a sign where it is wider than that, into the room; else the text itself. */
struct str chart_short(struct str text, double pixels, char room[CHART_SHORT]);

#endif
