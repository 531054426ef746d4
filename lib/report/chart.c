#include "base/base.h"

#include <math.h>

#include "report/chart.h"
#include "report/plot.h"
#include "value/utf8.h"

#define HEAT_FILL 10 /* colour of heat 1 is the next */
#define HEAT_TEXT 20

static void label(struct buf *script, struct str text, const char *at)
{
    buf_str(script, S("set label "));
    plot_quote(text, script);
    buf_printf(script, " %s\n", at);
}

static void label_at(struct buf *script, struct str text, double x, double y, const char *how,
                     int colour)
{
    char at[160];
    char tint[40] = PLOT_TEXT;
    if (colour > 0) {
        snprintf(tint, sizeof tint, PLOT_COLOUR, (unsigned)colour);
    }
    snprintf(at, sizeof at, "at first %.6g, first %.6g %s tc %s front", x, y, how, tint);
    label(script, text, at);
}

static void box(struct buf *script, double x0, double y0, double x1, double y1, int colour)
{
    buf_printf(script, "set object rect from %.6g,%.6g to %.6g,%.6g fs solid 1 noborder fc " PLOT_COLOUR
               " front\n", x0, y0, x1, y1, (unsigned)colour);
}

int chart_bars_height(size_t count, bool two)
{
    return (int)count * (two ? 52 : 34) + (two ? 44 : 24);
}

static double largest(const struct chart_bar *bars, size_t count, int series)
{
    double most = 0;
    for (size_t i = 0; i < count; i++) {
        for (int s = 0; s < series; s++) {
            most = bars[i].value[s] > most ? bars[i].value[s] : most;
        }
    }
    return most > 0 ? most : 1;
}

/* The part of the width that the longest text behind a bar takes. */
static double text_room(const struct chart_bar *bars, size_t count, int series)
{
    size_t longest = 0;
    for (size_t i = 0; i < count; i++) {
        for (int s = 0; s < series; s++) {
            size_t width = utf8_width(bars[i].text[s]);
            longest = width > longest ? width : longest;
        }
    }
    double pixels = 12 + 7.5 * (double)longest; /* at 13 pixels' type, of some 490 */
    return pixels > 300 ? 300.0 / 490 : pixels / 490;
}

void chart_bars(const struct chart_bar *bars, size_t count, const char *const series[2],
                struct buf *script)
{
    int drawn = series ? 2 : 1;
    double most = largest(bars, count, drawn);
    double room = most / (1 - text_room(bars, count, drawn));
    buf_str(script, S("set border 0\nunset xtics\nunset ytics\nset lmargin 18\nset rmargin 2\n"
                      "set tmargin 0\nset bmargin 0\n"));
    buf_printf(script, "set xrange [0:%.6g]\nset yrange [%.6g:%.6g]\n", room,
               (double)count - 0.5, series ? -1.1 : -0.6);
    for (size_t i = 0; i < count; i++) {
        label_at(script, bars[i].label, 0, (double)i, "right offset -1,0", 0);
        for (int s = 0; s < drawn; s++) {
            double value = bars[i].value[s];
            double middle = (double)i + (drawn == 2 ? s == 0 ? -0.2 : 0.2 : 0);
            double half = drawn == 2 ? 0.17 : 0.3;
            if (value > 0) {
                box(script, 0, middle - half, value, middle + half, s + 1);
            }
            if (!isnan(value)) {
                label_at(script, bars[i].text[s], value > 0 ? value : 0, middle,
                         "left offset 0.6,0", 0);
            }
        }
    }
    for (int s = 0; s < drawn && series; s++) {
        double x = most * (s == 0 ? 0 : 0.59);
        box(script, x, -0.95, x + most * 0.02, -0.72, s + 1);
        label_at(script, str_of(series[s]), x + most * 0.03, -0.83, "left", 0);
    }
    buf_str(script, S("plot NaN notitle\n"));
}

/* Pixels of a text in the type of a chart. */
static double text_pixels(struct str text)
{
    return 7.5 * (double)utf8_width(text);
}

/* Left of cells of a given size: labels of rows, and the title of their axis. */
static double heat_left(const struct chart_heat *h)
{
    double longest = 0;
    for (size_t row = 0; row < h->rows; row++) {
        double pixels = text_pixels(h->row_label[row]);
        longest = pixels > longest ? pixels : longest;
    }
    return longest + 36;
}

#define HEAT_TOP 54 /* pixels above cells of a given size: labels of columns, and their title */
#define HEAT_BOTTOM 4

void chart_heat_size(const struct chart_heat *h, int *width, int *height)
{
    int cells = (int)heat_left(h) + (int)h->columns * h->cell_width + 8;
    *width = cells < 640 ? 640 : cells;
    *height = HEAT_TOP + (int)h->rows * h->cell_height + HEAT_BOTTOM;
}

/* Margins of cells of a given size. */
static void heat_margins(const struct chart_heat *h, struct buf *script)
{
    int width, height;
    chart_heat_size(h, &width, &height);
    double left = heat_left(h);
    buf_printf(script, "set lmargin at screen %.6g\nset rmargin at screen %.6g\n", left / width,
               (left + (double)h->columns * h->cell_width) / width);
    buf_printf(script, "set tmargin at screen %.6g\nset bmargin at screen %.6g\n",
               1 - (double)HEAT_TOP / height, (double)HEAT_BOTTOM / height);
}

static const char *heat_type(const struct chart_heat *h)
{
    bool small = h->cell_width > 0 && h->cell_width < 44;
    return !small ? "center" : h->cell_width < 30 ? "center font 'sans-serif,9'" : "center font 'sans-serif,11'";
}

static void heat_cell(const struct chart_heat *h, size_t row, size_t column, struct buf *script)
{
    size_t i = row * h->columns + column;
    double x = (double)column;
    double y = (double)row;
    int heat = h->heat[i] == 0 ? 1 : h->heat[i];
    int tint = heat > 0 ? HEAT_TEXT + heat : 0;
    if (heat > 0) {
        box(script, x + 0.02, y + 0.02, x + 0.98, y + 0.98, HEAT_FILL + heat);
    }
    if (heat > 0 || h->text[i].n > 0) {
        bool below = h->below && (heat > 0 || h->below[i].n > 0);
        bool low = h->cell_height > 0; /* two lines in it stand well apart */
        label_at(script, h->text[i], x + 0.5, y + (!below ? 0.5 : low ? 0.33 : 0.4), heat_type(h),
                 tint);
        if (below) {
            label_at(script, h->below[i], x + 0.5, y + (low ? 0.76 : 0.7),
                     "center font 'sans-serif,10'", tint);
        }
    }
}

static void heat_titles(const struct chart_heat *h, struct buf *script)
{
    bool above = h->cell_width > 0;
    double edge = above ? 0 : (double)h->rows;
    for (size_t column = 0; column < h->columns; column++) {
        label_at(script, h->column_label[column], (double)column + 0.5, edge,
                 above ? "center offset 0,0.8" : "center offset 0,-0.8", 0);
    }
    if (above) {
        label_at(script, str_of(h->x_title), 0, edge, "left offset 0,2.2", 0);
        buf_str(script, S("set label "));
        plot_quote(str_of(h->y_title), script);
        buf_str(script, S(" at character 1.2, graph 0.5 center rotate by 90 tc " PLOT_TEXT " front\n"));
        return;
    }
    label_at(script, str_of(h->x_title), (double)h->columns / 2, (double)h->rows,
             "center offset 0,-2.3", 0);
    label_at(script, str_of(h->y_title), 0, (double)h->rows / 2, "center rotate by 90 offset -6,0",
             0);
}

void chart_heat(const struct chart_heat *h, struct buf *script)
{
    buf_str(script, S("set border 0\nunset xtics\nunset ytics\n"));
    if (h->cell_width > 0) {
        heat_margins(h, script);
    } else {
        buf_str(script, S("set lmargin 9\nset rmargin 1\nset tmargin 0\nset bmargin 3.6\n"));
    }
    buf_printf(script, "set xrange [0:%zu]\nset yrange [%zu:0]\n", h->columns, h->rows);
    for (size_t row = 0; row < h->rows; row++) {
        label_at(script, h->row_label[row], 0, (double)row + 0.5, "right offset -0.8,0", 0);
        for (size_t column = 0; column < h->columns; column++) {
            heat_cell(h, row, column, script);
        }
    }
    heat_titles(h, script);
    buf_str(script, S("plot NaN notitle\n"));
}

void chart_curve(const struct chart_curve *c, struct buf *script)
{
    buf_str(script, S("set border 3 lc " PLOT_FAINT "\nset xrange [0:1]\nset yrange [0:1]\n"
                      "set tics textcolor " PLOT_TEXT " nomirror\nset format '%g%%'\n"
                      "set xtics ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, "
                      "'100%%' 1)\nset ytics ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, "
                      "'80%%' 0.8, '100%%' 1)\nset grid lc " PLOT_FAINT " lw 0.5 dt 1\n"));
    buf_str(script, S("set xlabel "));
    plot_quote(str_of(c->x_title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\nset ylabel "));
    plot_quote(str_of(c->y_title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\n"));
    label_at(script, str_of(c->diagonal), 0.5, 0.58, "right", 0);
    if (!isnan(c->mark_x)) {
        label_at(script, c->mark, c->mark_x - 0.02, c->mark_y + 0.02, "right", 0);
        buf_printf(script, "set object circle at %.6g,%.6g size 0.012 fs solid 1 noborder fc " PLOT_COLOUR
                   " front\n", c->mark_x, c->mark_y, 3u);
    }
    buf_str(script, S("$curve << END\n"));
    for (size_t i = 0; i <= c->count; i++) {
        buf_printf(script, "%.6g %.6g\n", (double)i / (double)c->count, c->y[i]);
    }
    buf_str(script, S("END\n"));
    buf_printf(script, "plot x with lines lw 1.5 dt 2 lc " PLOT_COLOUR
               ", $curve with lines lw 2.5 lc " PLOT_COLOUR "\n", 2u, 1u);
}
