#include "base/base.h"

#include <math.h>

#include "report/chart.h"
#include "report/plot.h"

#define WIDTH 640
#define ROW 34       /* pixels of a bar with what is about it */
#define LABELS 230.0 /* pixels for labels at the left, at most */
#define TOP 12
#define AXIS 62      /* below the bars, where there is an axis */

/* ---- what both have ---- */

static double left_of(double longest)
{
    return (longest > LABELS ? LABELS : longest) + 16;
}

static void put_label(struct str text, const char *where, struct buf *script)
{
    char room[CHART_SHORT];
    buf_str(script, S("set label "));
    plot_quote(chart_short(text, LABELS, room), script);
    buf_printf(script, " at %s tc " PLOT_TEXT " front\n", where);
}

static void put_row_label(struct str text, size_t row, struct buf *script)
{
    char where[80];
    snprintf(where, sizeof where, "graph 0, first %zu right offset -1,0", row);
    put_label(text, where, script);
}

static void put_bar(double from, double to, size_t row, struct buf *script)
{
    double y = (double)row;
    buf_printf(script, "set object rect from %.6g,%.6g to %.6g,%.6g fs solid 1 noborder fc " PLOT_COLOUR
               " front\n", from < to ? from : to, y - 0.3, from < to ? to : from, y + 0.3, 2u);
}

static void put_margins(double left, double right, double bottom, int height, size_t rows,
                        struct buf *script)
{
    buf_printf(script, "set lmargin at screen %.6g\nset rmargin at screen %.6g\n", left / WIDTH,
               1 - right / WIDTH);
    buf_printf(script, "set bmargin at screen %.6g\nset tmargin at screen %.6g\n", bottom / height,
               1 - (double)TOP / height);
    buf_printf(script, "set yrange [%.6g:-0.5]\n", (double)rows - 0.5);
}

/* ---- bars with intervals ---- */

int chart_ranges_height(size_t count)
{
    return (int)count * ROW + 2 * TOP;
}

/* What is drawn lies between these; 0 is among it. */
static void ends_of(const struct chart_ranges *c, double *least, double *most)
{
    *least = 0;
    *most = isnan(c->reference) ? 0 : c->reference;
    for (size_t i = 0; i < c->count; i++) {
        const struct chart_range *r = &c->range[i];
        *least = fmin(*least, fmin(r->value, r->low));
        *most = fmax(*most, fmax(r->value, r->high));
    }
    *least = fmin(*least, isnan(c->reference) ? 0 : c->reference);
    *most = *most > *least ? *most : *least + 1;
}

static void put_interval(const struct chart_range *r, size_t row, struct buf *script)
{
    double y = (double)row;
    const double line[3][4] = {{r->low, y, r->high, y},
                               {r->low, y - 0.14, r->low, y + 0.14},
                               {r->high, y - 0.14, r->high, y + 0.14}};
    for (size_t i = 0; i < COUNT_OF(line); i++) {
        buf_printf(script, "set arrow from %.8g,%.8g to %.8g,%.8g nohead lw 1.5 lc " PLOT_TEXT
                   " front\n", line[i][0], line[i][1], line[i][2], line[i][3]);
    }
}

void chart_ranges(const struct chart_ranges *c, struct buf *script)
{
    double least, most, label = 0, text = 0;
    int height = chart_ranges_height(c->count);
    ends_of(c, &least, &most);
    for (size_t i = 0; i < c->count; i++) {
        label = fmax(label, chart_pixels(c->range[i].label));
        text = fmax(text, chart_pixels(c->range[i].text));
    }
    double left = left_of(label), plot = WIDTH - left - 8;
    double room = (text + 26) / plot; /* for the texts, at the right */
    most = least + (most - least) / (1 - (room < 0.6 ? room : 0.6));
    buf_str(script, S("set border 0\nunset xtics\nunset ytics\n"));
    put_margins(left, 8, TOP, height, c->count, script);
    buf_printf(script, "set xrange [%.8g:%.8g]\n", least, most);
    buf_printf(script, "set arrow from 0,graph 0 to 0,graph 1 nohead lw 1 lc " PLOT_FAINT " front\n");
    if (!isnan(c->reference)) {
        buf_printf(script, "set arrow from %.8g,graph 0 to %.8g,graph 1 nohead lw 1.2 dt (5,4) lc "
                   PLOT_COLOUR " front\n", c->reference, c->reference, 3u);
    }
    for (size_t i = 0; i < c->count; i++) {
        const struct chart_range *r = &c->range[i];
        put_row_label(r->label, i, script);
        double end = fmax(0, fmax(r->value, r->high));
        if (!isnan(r->value)) {
            put_bar(0, r->value, i, script);
        }
        if (!isnan(r->low) && !isnan(r->high)) {
            put_interval(r, i, script);
        }
        char where[80];
        snprintf(where, sizeof where, "first %.8g, first %zu left offset 0.8,0", end, i);
        put_label(r->text, where, script);
    }
    buf_str(script, S("plot NaN notitle\n"));
}

/* ---- Pareto's chart ---- */

int chart_pareto_height(size_t count)
{
    return (int)count * ROW + TOP + AXIS;
}

void chart_pareto(const struct chart_pareto *c, struct buf *script)
{
    double label = 0, text = 0;
    int height = chart_pareto_height(c->count);
    for (size_t i = 0; i < c->count; i++) {
        label = fmax(label, chart_pixels(c->label[i]));
        text = fmax(text, chart_pixels(c->text[i]));
    }
    buf_str(script, S("set border 1 lc " PLOT_FAINT "\nset tics textcolor " PLOT_TEXT
                      " nomirror\nunset ytics\nset xtics ('0%%' 0, '20%%' 0.2, '40%%' 0.4, '60%%' 0.6, '80%%' 0.8, "
                      "'100%%' 1)\nset grid x lc " PLOT_FAINT " lw 0.5 dt 1\nset xrange [0:1.02]\n"));
    put_margins(left_of(label), text + 28, AXIS, height, c->count, script);
    buf_str(script, S("set xlabel "));
    plot_quote(str_of(c->title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\n"));
    double pixel = 1.02 / (WIDTH - left_of(label) - text - 28);
    for (size_t i = 0; i < c->count; i++) {
        char where[80];
        put_row_label(c->label[i], i, script);
        snprintf(where, sizeof where, "graph 1, first %zu left offset 1,0", i);
        put_label(c->text[i], where, script);
        put_bar(0, c->share[i], i, script);
        if (i > 0) {
            buf_printf(script, "set arrow from %.8g,%zu to %.8g,%zu nohead lw 2.2 lc " PLOT_COLOUR
                       " front\n", c->sum[i - 1], i - 1, c->sum[i], i, 1u);
        }
        buf_printf(script, "set object circle at first %.8g, first %zu size first %.6g fs solid 1 "
                   "noborder fc " PLOT_COLOUR " front\n", c->sum[i], i, 3.5 * pixel, 1u);
    }
    buf_str(script, S("plot NaN notitle\n"));
}
