#include "base/base.h"

#include <math.h>

#include "report/chart.h"
#include "report/plot.h"

#define WIDTH 640
#define LEFT 78
#define RIGHT 30
#define TOP 10
#define BOTTOM 58
#define LINE 17 /* pixels of a line of text */
#define DOT 5.0 /* radius of a point */
#define PLACES 8
#define CORNERS 4

/* A rectangle in pixels, from the top left of the plot. */
struct rect {
    double x0, y0, x1, y1;
};

static double area_of_both(const struct rect *a, const struct rect *b)
{
    double x = fmin(a->x1, b->x1) - fmax(a->x0, b->x0);
    double y = fmin(a->y1, b->y1) - fmax(a->y0, b->y0);
    return x > 0 && y > 0 ? x * y : 0;
}

static double plot_width(void)
{
    return WIDTH - LEFT - RIGHT;
}

static double plot_height(void)
{
    return CHART_MAP_HEIGHT - TOP - BOTTOM;
}

static double x_of(const struct chart_map *m, double x)
{
    return (x - m->x_least) / (m->x_most - m->x_least) * plot_width();
}

static double y_of(const struct chart_map *m, double y)
{
    return (m->y_most - y) / (m->y_most - m->y_least) * plot_height();
}

/* Where a label may stand about its point, the best place first. */
static struct rect place_of(double x, double y, double width, size_t place)
{
    static const double way[PLACES][2] = {{1, 0},  {-1, 0}, {0, -1}, {0, 1},
                                          {1, -1}, {1, 1},  {-1, -1}, {-1, 1}};
    double dx = way[place][0], dy = way[place][1];
    double gap = dx != 0 && dy != 0 ? DOT : DOT + 4;
    double left = dx > 0 ? x + gap : dx < 0 ? x - gap - width : x - width / 2;
    double top = dy < 0 ? y - gap - LINE : dy > 0 ? y + gap : y - LINE / 2.0;
    return (struct rect){left, top, left + width, top + LINE};
}

/* Names of the quarters, in the corners of the plot. */
static void corners_of(const struct chart_map *m, struct rect corner[CORNERS])
{
    for (size_t i = 0; i < CORNERS; i++) {
        double width = chart_pixels(str_of(m->corner[i]));
        double x = i % 2 == 0 ? 6 : plot_width() - 6 - width;
        double y = i < 2 ? 4 : plot_height() - 4 - LINE;
        corner[i] = (struct rect){x, y, x + width, y + LINE};
    }
}

/* What a label there would cover: names, points, the edge. */
static double covered(const struct chart_map *m, const struct rect *at, const struct rect *taken,
                      size_t count, size_t own)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        sum += area_of_both(at, &taken[i]);
    }
    for (size_t i = 0; i < m->count; i++) {
        double x = x_of(m, m->point[i].x), y = y_of(m, m->point[i].y);
        const struct rect dot = {x - DOT - 1, y - DOT - 1, x + DOT + 1, y + DOT + 1};
        sum += i == own ? 0 : area_of_both(at, &dot);
    }
    const struct rect whole = {0, 0, plot_width(), plot_height()};
    double own_area = (at->x1 - at->x0) * (at->y1 - at->y0);
    return sum + 4 * (own_area - area_of_both(at, &whole));
}

static struct rect choose(const struct chart_map *m, size_t i, const struct rect *taken, size_t count)
{
    struct rect best = {0};
    double least = INFINITY;
    double x = x_of(m, m->point[i].x), y = y_of(m, m->point[i].y);
    double width = chart_pixels(m->point[i].label);
    for (size_t place = 0; place < PLACES; place++) {
        struct rect at = place_of(x, y, width, place);
        double over = covered(m, &at, taken, count, i);
        if (over < least - 0.5) {
            least = over;
            best = at;
        }
    }
    return best;
}

static void put_text(struct str text, const struct rect *at, const char *colour, struct buf *script)
{
    double x = (LEFT + (at->x0 + at->x1) / 2) / WIDTH;
    double y = 1 - (TOP + (at->y0 + at->y1) / 2) / CHART_MAP_HEIGHT;
    buf_str(script, S("set label "));
    plot_quote(text, script);
    buf_printf(script, " at screen %.6g, screen %.6g center tc %s front\n", x, y, colour);
}

static void put_axes(const struct chart_map *m, struct buf *script)
{
    buf_str(script, S("set border 3 lc " PLOT_FAINT "\nset tics textcolor " PLOT_TEXT "\n"));
    buf_printf(script, "set lmargin at screen %.6g\nset rmargin at screen %.6g\n",
               (double)LEFT / WIDTH, 1 - (double)RIGHT / WIDTH);
    buf_printf(script, "set bmargin at screen %.6g\nset tmargin at screen %.6g\n",
               (double)BOTTOM / CHART_MAP_HEIGHT, 1 - (double)TOP / CHART_MAP_HEIGHT);
    buf_printf(script, "set xrange [%.10g:%.10g]\nset yrange [%.10g:%.10g]\n", m->x_least, m->x_most,
               m->y_least, m->y_most);
    chart_ticks("x", m->x_tick, m->x_ticks, script);
    chart_ticks("y", m->y_tick, m->y_ticks, script);
    buf_str(script, S("set xlabel "));
    plot_quote(str_of(m->x_title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\nset ylabel "));
    plot_quote(str_of(m->y_title), script);
    buf_str(script, S(" tc " PLOT_TEXT "\n"));
    buf_printf(script, "set arrow from %.8g, graph 0 to %.8g, graph 1 nohead lw 1.2 dt (5,4) lc "
               PLOT_COLOUR "\n", m->x_split, m->x_split, 2u);
    buf_printf(script, "set arrow from graph 0, first %.8g to graph 1, first %.8g nohead lw 1.2 dt (5,4) "
               "lc " PLOT_COLOUR "\n", m->y_split, m->y_split, 2u);
}

void chart_map(const struct chart_map *m, struct buf *script)
{
    struct rect taken[CORNERS + CHART_MAP_POINTS];
    char soft[40];
    double pixel = (m->x_most - m->x_least) / plot_width();
    snprintf(soft, sizeof soft, PLOT_COLOUR, 21u);
    put_axes(m, script);
    corners_of(m, taken);
    for (size_t i = 0; i < CORNERS; i++) {
        put_text(str_of(m->corner[i]), &taken[i], soft, script);
    }
    for (size_t i = 0; i < m->count; i++) {
        const struct chart_point *p = &m->point[i];
        taken[CORNERS + i] = choose(m, i, taken, CORNERS + i);
        buf_printf(script, "set object circle at first %.8g, first %.8g size first %.6g fs solid 1 "
                   "noborder fc " PLOT_COLOUR " front\n", p->x, p->y, DOT * pixel, 1u);
        put_text(p->label, &taken[CORNERS + i], PLOT_TEXT, script);
    }
    buf_str(script, S("plot NaN notitle\n"));
}
