#include "base/base.h"

#include <math.h>

#include "report/chart.h"
#include "report/plot.h"
#include "value/utf8.h"

#define PLOT_HEIGHT 260 /* pixels between the axes */
#define LEGEND_ROW 22
#define BOTTOM 62
#define FIRST_COLOUR 4
#define SAMPLE 26 /* of a line, in the legend */
#define GAP 22    /* between entries of the legend */

double chart_lines_step(double most, size_t ticks)
{
    if (!(most > 0) || ticks == 0) {
        return 1;
    }
    double raw = most / (double)ticks;
    double power = pow(10, floor(log10(raw)));
    double part = raw / power;
    double step = part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10;
    return step * power;
}

double chart_pixels(struct str text)
{
    return 7.5 * (double)utf8_width(text);
}

struct str chart_short(struct str text, double pixels, char room[CHART_SHORT])
{
    size_t n = 0, length;
    if (chart_pixels(text) <= pixels && text.n < CHART_SHORT) {
        return text;
    }
    while (n < text.n) {
        utf8_decode(str_slice(text, n, text.n), &length);
        if (n + length + 3 > CHART_SHORT ||
            chart_pixels(str_slice(text, 0, n + length)) > pixels - 10) {
            break;
        }
        n += length;
    }
    memcpy(room, text.p, n);
    memcpy(room + n, "\xE2\x80\xA6", 3);
    return (struct str){room, n + 3};
}

static double entry_width(const struct chart_line *line)
{
    return line->label.n == 0 ? 0 : SAMPLE + 8 + chart_pixels(line->label) + GAP;
}

/* Left of the axis: its labels and its title. */
static double left_of(const struct chart_lines *l)
{
    double longest = 0;
    for (size_t i = 0; i < l->y_ticks; i++) {
        double n = chart_pixels(l->y_tick[i].label);
        longest = n > longest ? n : longest;
    }
    return longest + 44;
}

/* Right of the axis: half of the label at its end. */
static double right_of(const struct chart_lines *l)
{
    double most = 24;
    for (size_t i = 0; i < l->x_ticks; i++) {
        double over = chart_pixels(l->x_tick[i].label) / 2 + 10;
        most = over > most ? over : most;
    }
    return most;
}

/* Where each entry of the legend begins; returns the number of its rows. */
static int legend_places(const struct chart_lines *l, double x[CHART_LINES], int row[CHART_LINES])
{
    double left = left_of(l), at = left;
    int rows = 0;
    for (size_t i = 0; i < l->count; i++) {
        double width = entry_width(&l->line[i]);
        if (i > 0 && width > 0 && at + width - GAP > CHART_LINES_WIDTH - 8) {
            at = left;
            rows++;
        }
        x[i] = at;
        row[i] = rows;
        at += width;
    }
    return rows + 1;
}

int chart_lines_height(const struct chart_lines *l)
{
    double x[CHART_LINES];
    int row[CHART_LINES];
    return legend_places(l, x, row) * LEGEND_ROW + 8 + PLOT_HEIGHT + BOTTOM;
}

static unsigned colour_of(const struct chart_lines *l, size_t i)
{
    return l->line[i].colour > 0 ? (unsigned)l->line[i].colour : FIRST_COLOUR + (unsigned)i;
}

/* Two dashed lines that fall together are both seen: their dashes differ. */
static void put_style(const struct chart_lines *l, size_t i, struct buf *script)
{
    const struct chart_line *line = &l->line[i];
    const char *dashes = !line->dashed ? "1" : i % 2 == 0 || line->colour > 0 ? "(9,5)" : "(2,5)";
    buf_printf(script, "lw 2.2 dt %s lc " PLOT_COLOUR, dashes, colour_of(l, i));
}

static void put_legend(const struct chart_lines *l, struct buf *script)
{
    double x[CHART_LINES];
    int row[CHART_LINES];
    double height = chart_lines_height(l);
    legend_places(l, x, row);
    for (size_t i = 0; i < l->count; i++) {
        if (l->line[i].label.n == 0) {
            continue;
        }
        double y = 1 - (LEGEND_ROW * (row[i] + 0.5) + 2) / height;
        buf_printf(script, "set arrow from screen %.6g, screen %.6g to screen %.6g, screen %.6g nohead ",
                   x[i] / CHART_LINES_WIDTH, y, (x[i] + SAMPLE) / CHART_LINES_WIDTH, y);
        put_style(l, i, script);
        buf_str(script, S("\nset label "));
        plot_quote(l->line[i].label, script);
        buf_printf(script, " at screen %.6g, screen %.6g left tc " PLOT_TEXT "\n",
                   (x[i] + SAMPLE + 8) / CHART_LINES_WIDTH, y);
    }
}

/* gnuplot takes the label of a tick for a format. */
static void put_format(struct str text, struct buf *script)
{
    struct buf format;
    buf_init(&format, BUF_UNBOUNDED);
    for (size_t i = 0; i < text.n; i++) {
        buf_str(&format, text.p[i] == '%' ? S("%%") : str_slice(text, i, i + 1));
    }
    plot_quote(buf_view(&format), script);
    buf_free(&format);
}

void chart_ticks(const char *axis, const struct chart_tick *tick, size_t count, struct buf *script)
{
    buf_printf(script, "set %stics nomirror (", axis);
    for (size_t i = 0; i < count; i++) {
        buf_str(script, i > 0 ? S(", ") : S(""));
        put_format(tick[i].label, script);
        buf_printf(script, " %.10g", tick[i].at);
    }
    buf_str(script, S(")\n"));
}

static void put_axes(const struct chart_lines *l, struct buf *script)
{
    double height = chart_lines_height(l);
    buf_str(script, S("set border 3 lc " PLOT_FAINT "\nset tics textcolor " PLOT_TEXT "\n"
                      "set grid lc " PLOT_FAINT " lw 0.5 dt 1\n"));
    buf_printf(script, "set lmargin at screen %.6g\nset rmargin at screen %.6g\n",
               left_of(l) / CHART_LINES_WIDTH, 1 - right_of(l) / CHART_LINES_WIDTH);
    buf_printf(script, "set bmargin at screen %.6g\nset tmargin at screen %.6g\n", BOTTOM / height,
               (BOTTOM + PLOT_HEIGHT) / height);
    buf_printf(script, "set xrange [0:%.10g]\nset yrange [%.10g:%.10g]\n", l->x_most, l->y_least,
               l->y_most);
    chart_ticks("x", l->x_tick, l->x_ticks, script);
    chart_ticks("y", l->y_tick, l->y_ticks, script);
    buf_str(script, S("set xlabel "));
    plot_quote(str_of(l->x_title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\nset ylabel "));
    plot_quote(str_of(l->y_title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\n"));
}

/* Whether a point is so near to the next that no eye parts them. */
static bool is_crowded(const struct chart_lines *l, const struct chart_line *line, size_t i)
{
    return i + 1 < line->count && line->x[i + 1] - line->x[i] < l->x_most / (2 * CHART_LINES_WIDTH);
}

/* A row of a data block; a limit that is not there leaves a gap. */
static void put_point(const struct chart_line *line, size_t i, double x, struct buf *script)
{
    bool band = line->low && !isnan(line->y[i]) && !isnan(line->low[i]) && !isnan(line->high[i]);
    if (band) {
        buf_printf(script, "%.8g %.8g %.8g %.8g\n", x, line->y[i], line->low[i], line->high[i]);
    } else if (isnan(line->y[i])) {
        buf_printf(script, "%.8g NaN NaN NaN\n", x);
    } else {
        buf_printf(script, "%.8g %.8g NaN NaN\n", x, line->y[i]);
    }
}

static void put_data(const struct chart_lines *l, size_t number, struct buf *script)
{
    const struct chart_line *line = &l->line[number];
    size_t shown = line->count; /* the point that holds; count: none yet */
    buf_printf(script, "$l%zu << END\n", number);
    for (size_t i = 0; i < line->count; i++) {
        if (is_crowded(l, line, i)) {
            continue;
        }
        if ((l->steps || line->steps) && shown < line->count) {
            put_point(line, shown, line->x[i], script);
        }
        put_point(line, i, line->x[i], script);
        shown = i;
    }
    buf_str(script, S("END\n"));
}

#define MARK 3 /* colour of a marked point */

/* Points as circles, for gnuplot's own are definitions (report/plot.h). Their size is in units of x. */
static void put_dots(const struct chart_lines *l, size_t number, struct buf *script)
{
    const struct chart_line *line = &l->line[number];
    double pixel = l->x_most / (CHART_LINES_WIDTH - left_of(l) - right_of(l));
    for (size_t i = 0; i < line->count; i++) {
        bool marked = line->mark && line->mark[i];
        if (!isnan(line->y[i]) && (line->dots || marked)) {
            buf_printf(script, "set object circle at first %.8g, first %.8g size first %.6g fs solid 1 "
                       "noborder fc " PLOT_COLOUR " front\n",
                       line->x[i], line->y[i], pixel * (marked ? 5.5 : 3.2),
                       marked ? MARK : colour_of(l, number));
        }
    }
}

void chart_lines(const struct chart_lines *l, struct buf *script)
{
    put_axes(l, script);
    put_legend(l, script);
    for (size_t i = 0; i < l->count; i++) {
        put_data(l, i, script);
        put_dots(l, i, script);
    }
    buf_str(script, S("plot NaN notitle"));
    for (size_t i = 0; i < l->count; i++) {
        if (l->line[i].low) {
            buf_printf(script, ", $l%zu using 1:3:4 with filledcurves fs transparent solid 0.14 "
                       "noborder lc " PLOT_COLOUR, i, colour_of(l, i));
        }
    }
    for (size_t i = 0; i < l->count; i++) {
        buf_printf(script, ", $l%zu using 1:2 with lines ", i);
        put_style(l, i, script);
    }
    buf_byte(script, '\n');
}
