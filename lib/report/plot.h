/*
 * plot.h - gnuplot as a child program: scripts in, SVG out.
 *
 *     struct plot *plot = plot_start();            before the first record; NULL: no gnuplot
 *     size_t i = plot_add(plot, width, height, script);
 *     plot_run(plot, &arena, svg);                 svg[i]; false: gnuplot failed
 *
 * A script draws one chart; terminal, size and font are set before it. Colours are those of
 * plot_colour(): what comes out names CSS variables (--c1 ... --c9 and the text's currentColor), so
 * that a page's light and dark styles hold for its charts too. Titles, ids and definitions that
 * gnuplot adds are taken out: charts on one page do not collide, and nothing refers to anything.
 */
#ifndef CRM_PLOT_H
#define CRM_PLOT_H

#include "base/arena.h"
#include "base/buf.h"

struct plot;

#define PLOT_CHARTS 40 /* most in one run */

/* Colour arguments for scripts. */
#define PLOT_TEXT "rgb '#010203'"
#define PLOT_FAINT "rgb '#010204'" /* rules and axes: var(--rule) */
#define PLOT_COLOUR "rgb '#0a0a%02x'" /* with N: var(--cN), N from 1 to 31 */

struct plot *plot_start(void);
size_t plot_add(struct plot *plot, int width, int height, struct str script);
/* Ends the child. */
bool plot_run(struct plot *plot, struct arena *arena, struct str svg[PLOT_CHARTS]);

/* Appends a text in the quotes of a script; control characters become blanks, and quotes their typographic signs. */
void plot_quote(struct str text, struct buf *script);

#endif
