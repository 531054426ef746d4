#include "unit.h"

#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

#include "child.h"
#include "report/chart.h"
#include "report/plot.h"

static struct arena arena;

static bool has(struct str text, const char *part)
{
    return str_find(text, str_of(part)) < text.n;
}

static size_t times(struct str text, struct str part)
{
    size_t n = 0;
    for (size_t at; (at = str_find(text, part)) < text.n; n++) {
        text = str_slice(text, at + part.n, text.n);
    }
    return n;
}

static bool is_entity(struct str text)
{
    return str_starts(text, S("&lt;")) || str_starts(text, S("&gt;")) ||
           str_starts(text, S("&amp;")) || str_starts(text, S("&quot;")) ||
           str_starts(text, S("&apos;")) || str_starts(text, S("&#"));
}

/* Where the tag that begins at i ends, its last byte; 0 where it does not. */
static size_t tag_end(struct str svg, size_t i)
{
    char quote = 0;
    for (; i < svg.n && (quote || svg.p[i] != '>'); i++) {
        char c = svg.p[i];
        if (c == '<') {
            return 0;
        }
        quote = quote ? (char)(c == quote ? 0 : quote) : (char)(c == '"' || c == '\'' ? c : 0);
    }
    return i == svg.n ? 0 : i;
}

/* As an XML parser sees it: every tag closed by its own, no bare < or & in a text. */
static bool is_well_formed(struct str svg)
{
    struct str open[64];
    size_t depth = 0;
    for (size_t i = 0; i < svg.n; i++) {
        if (svg.p[i] == '&' && !is_entity(str_slice(svg, i, svg.n))) {
            return false;
        }
        if (svg.p[i] != '<') {
            continue;
        }
        bool closes = i + 1 < svg.n && svg.p[i + 1] == '/';
        size_t from = i + 1 + closes;
        size_t to = from;
        while (to < svg.n && svg.p[to] >= 'a' && svg.p[to] <= 'z') {
            to++;
        }
        struct str name = str_slice(svg, from, to);
        i = tag_end(svg, to);
        if (i == 0 || name.n == 0 || (closes && (depth == 0 || !str_eq(open[--depth], name)))) {
            return false;
        }
        if (!closes && svg.p[i - 1] != '/') {
            if (depth == COUNT_OF(open)) {
                return false;
            }
            open[depth++] = name;
        }
    }
    return depth == 0;
}

static void test_well_formed(void)
{
    CHECK(is_well_formed(S("<svg a=\"1>2\"><g b='x'>a &lt; b<rect/></g></svg>")));
    CHECK(!is_well_formed(S("<svg><text>a/text></svg>")));
    CHECK(!is_well_formed(S("<svg><text>a</text></g></svg>")));
    CHECK(!is_well_formed(S("<svg><g></svg></g>")));
    CHECK(!is_well_formed(S("<svg>a & b</svg>")));
    CHECK(!is_well_formed(S("<svg><g></svg>")));
    CHECK(!is_well_formed(S("<svg a=\"1></svg>")));
}

static void quoted(struct str text, const char *want)
{
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    plot_quote(text, &script);
    CHECK_STR(buf_view(&script), str_of(want));
    buf_free(&script);
}

static void test_quote(void)
{
    quoted(S(""), "''");
    quoted(S("a b"), "'a b'");
    quoted(S("it's"), "'it\xE2\x80\x99s'");
    quoted(S("''"), "'\xE2\x80\x99\xE2\x80\x99'");
    quoted(S("a\nb\rc\td\x1B\x7F"), "'a b c d  '");
    quoted(S("say \"a\""), "'say \xE2\x80\x9D"
                           "a\xE2\x80\x9D'");
    quoted(S("\\n \\ \\'"), "'\\n \\ \\\xE2\x80\x99'");
    quoted(S("\xE5\xAE\xA2\xE6\x88\xB7"), "'\xE5\xAE\xA2\xE6\x88\xB7'");
}

/* The tags alone: a label may say whatever it wants. */
static struct str tags_of(struct str svg)
{
    struct buf tags;
    buf_init(&tags, BUF_UNBOUNDED);
    bool inside = false;
    for (size_t i = 0; i < svg.n; i++) {
        inside |= svg.p[i] == '<';
        if (inside) {
            buf_byte(&tags, svg.p[i]);
        }
        inside &= svg.p[i] != '>';
    }
    struct str kept = arena_str(&arena, buf_view(&tags));
    buf_free(&tags);
    return kept;
}

/* What holds of every chart. */
static void is_clean(struct str svg)
{
    static const char *const unwanted[] = {
        " id=",   "<script", "href",   "<title", "<desc", "<defs",     "<use",     "url(",
        "<image", "<style",  "<a ",    "onload", "xlink", "rgb(",      "#",        "font-family",
        "<!",     "<?",      "script", "data:",  "style", " color=\"", "<foreign", "white",
    };
    struct str tags = tags_of(svg);
    CHECK(str_starts(svg, S("<svg")) && str_ends(svg, S("</svg>")));
    CHECK_INT(times(tags, S("<svg")), 1);
    CHECK(is_well_formed(svg));
    for (size_t i = 0; i < COUNT_OF(unwanted); i++) {
        if (!CHECK(!has(tags, unwanted[i]))) {
            printf("    has %s\n", unwanted[i]);
        }
    }
    /* The name space is the only address. */
    CHECK_INT(times(tags, S("http")), 1);
    CHECK_INT(times(tags, S("xmlns=\"http://www.w3.org/2000/svg\"")), 1);
}

static const char *const hostile[] = {
    "plain",
    "it's",
    "'tis",
    "rock 'n'''' roll ''",
    "''''",
    "say \"cheese\"",
    "back\\slash \\n \\",
    "two\nlines\r\nand\ttabs",
    "$(touch crm-plot-trap)",
    "`touch crm-plot-trap`",
    "'; system(\"touch crm-plot-trap\"); #",
    "'\n! touch crm-plot-trap\nset label '",
    "@trap ${trap} $trap",
    "%s %d %.*s 100% %%",
    "{/Bold x}^2_3 ~a{.6b} &{c} \\alpha",
    "<script>alert(1)</script>",
    "</text></g></svg><script>alert(1)</script>",
    "<title>t</title> <desc>d</desc> <defs>",
    "\" id=\"x\" onload=\"alert(1)",
    " id=\"",
    " color=\"red",
    "xlink:href=\"http://example.com/\"",
    "AT&T &amp; &lt;b&gt;",
    "rgb(1,2,3) and rgb( 10, 10, 1)",
    "rgb(",
    "ends in rgb",
    "\xE5\xAE\xA2\xE6\x88\xB7 \xF0\x9F\x9A\x80 Zo\xC3\xAB",
    "# no comment",
    "END",
};

/* The text of a label as the SVG has it: blanks for control characters, signs for quotes;
 * gnuplot leaves > as it is. */
static struct str svg_text(const char *label)
{
    struct buf text;
    buf_init(&text, BUF_UNBOUNDED);
    for (const char *c = label; *c; c++) {
        switch (*c) {
        case '&':
            buf_str(&text, S("&amp;"));
            break;
        case '<':
            buf_str(&text, S("&lt;"));
            break;
        case '\'':
            buf_str(&text, S("\xE2\x80\x99"));
            break;
        case '"':
            buf_str(&text, S("\xE2\x80\x9D"));
            break;
        default:
            buf_byte(&text, (unsigned char)*c < 0x20 ? ' ' : *c);
        }
    }
    struct str kept = arena_str(&arena, buf_view(&text));
    buf_free(&text);
    return kept;
}

/* A label twice in a chart: as it is placed by hand and by gnuplot. */
static void add_label(struct plot *plot, const char *label)
{
    struct buf script;
    buf_init(&script, BUF_UNBOUNDED);
    buf_str(&script, S("set xrange [0:1]\nset yrange [0:1]\nset label "));
    plot_quote(str_of(label), &script);
    buf_str(&script, S(" at 0.5,0.5 tc " PLOT_TEXT "\nset xlabel "));
    plot_quote(str_of(label), &script);
    buf_str(&script, S("\nplot NaN notitle\n"));
    plot_add(plot, 320, 200, buf_view(&script));
    buf_free(&script);
}

static void test_labels(void)
{
    struct str svg[PLOT_CHARTS];
    for (size_t i = 0; i < COUNT_OF(hostile); i++) {
        unsigned long before = unit_failed;
        struct plot *plot = plot_start();
        if (!CHECK(plot)) {
            return;
        }
        add_label(plot, hostile[i]);
        add_label(plot, "the next");
        if (CHECK(plot_run(plot, &arena, svg))) {
            is_clean(svg[0]);
            CHECK_INT(times(svg[0], svg_text(hostile[i])), 2);
            is_clean(svg[1]);
            CHECK_INT(times(svg[1], S("<text>the next</text>")), 2);
        }
        if (unit_failed > before) {
            printf("    label: %s\n", hostile[i]);
        }
    }
    CHECK(access("crm-plot-trap", F_OK) != 0);
}

/* Colours by number become variables, the text's colour and the rules' theirs. */
static void test_colours(void)
{
    struct plot *plot = plot_start();
    struct str svg[PLOT_CHARTS];
    struct buf script;
    if (!CHECK(plot)) {
        return;
    }
    buf_init(&script, BUF_UNBOUNDED);
    buf_str(&script, S("set xrange [0:1]\nset yrange [0:1]\nset border 3 lc " PLOT_FAINT "\n"
                       "set label 'a' at 0.1,0.1 tc " PLOT_TEXT "\n"));
    static const unsigned numbers[] = {1, 3, 11, 16, 21, 26, 31};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        buf_printf(&script,
                   "set object rect from 0,0 to 0.5,0.5 fs solid 1 noborder fc " PLOT_COLOUR "\n",
                   numbers[i]);
    }
    buf_str(&script, S("plot x notitle lc " PLOT_FAINT "\n"));
    plot_add(plot, 320, 200, buf_view(&script));
    buf_free(&script);
    if (CHECK(plot_run(plot, &arena, svg))) {
        is_clean(svg[0]);
        CHECK(has(svg[0], "viewBox=\"0 0 320 200\""));
        CHECK(has(svg[0], "var(--rule)") && has(svg[0], "currentColor"));
        for (size_t i = 0; i < COUNT_OF(numbers); i++) {
            char variable[32];
            snprintf(variable, sizeof variable, "'var(--c%u)'", numbers[i]);
            CHECK(has(svg[0], variable));
        }
        CHECK(!has(svg[0], "var(--c2)"));
    }
}

static struct str script_of_bars(struct buf *script)
{
    static const char *const series[2] = {"One & only", "Two"};
    const struct chart_bar bars[] = {
        {S("<VIP>"), {0.75, 0.1}, {S("75.0%"), S("10.0%")}},
        {S("it's \"ordinary\""), {-0.1, NAN}, {S("-10.0%"), S("none")}},
    };
    chart_bars(bars, COUNT_OF(bars), series, script);
    return buf_view(script);
}

static struct str script_of_heat(struct buf *script)
{
    const struct str labels[] = {S("1"), S("2")};
    const struct str text[] = {S("7"), S("0"), S("1,234"), S("3")};
    const struct str below[] = {S("70.0%"), S(""), S("30.0%"), S("0.0%")};
    const int heat[] = {6, 0, 3, 1};
    const struct chart_heat chart = {.columns = 2,
                                     .rows = 2,
                                     .column_label = labels,
                                     .row_label = labels,
                                     .text = text,
                                     .below = below,
                                     .heat = heat,
                                     .x_title = "R & D",
                                     .y_title = "F"};
    chart_heat(&chart, script);
    return buf_view(script);
}

static struct str script_of_curve(struct buf *script)
{
    const double y[] = {0, 0.1, 0.4, 1};
    const struct chart_curve chart = {.y = y,
                                      .count = 3,
                                      .mark_x = 0.8,
                                      .mark_y = 0.5,
                                      .mark = S("the best 20% bring 50.0%"),
                                      .x_title = "x%",
                                      .y_title = "y",
                                      .diagonal = "all alike"};
    chart_curve(&chart, script);
    return buf_view(script);
}

/* Three charts of one run: each has its own texts and sizes, and a bar is as long as its value. */
static void test_charts(void)
{
    struct plot *plot = plot_start();
    struct str svg[PLOT_CHARTS];
    struct buf script[3];
    if (!CHECK(plot)) {
        return;
    }
    for (size_t i = 0; i < COUNT_OF(script); i++) {
        buf_init(&script[i], BUF_UNBOUNDED);
    }
    CHECK_INT(plot_add(plot, 640, chart_bars_height(2, true), script_of_bars(&script[0])), 0);
    CHECK_INT(plot_add(plot, 480, 420, script_of_heat(&script[1])), 1);
    CHECK_INT(plot_add(plot, 480, 400, script_of_curve(&script[2])), 2);
    if (CHECK(plot_run(plot, &arena, svg))) {
        for (size_t i = 0; i < COUNT_OF(script); i++) {
            is_clean(svg[i]);
        }
        CHECK(has(svg[0], "<text>&lt;VIP></text>") && has(svg[0], "<text>One &amp; only</text>"));
        CHECK(has(svg[0], "<text>it\xE2\x80\x99s \xE2\x80\x9Dordinary\xE2\x80\x9D</text>"));
        CHECK(has(svg[0], "<text>75.0%</text>") && has(svg[0], "<text>-10.0%</text>"));
        CHECK(!has(svg[0], "<text>none</text>")); /* of a value that is not there */
        /* Two bars and two samples of colour; the value below 0 has no bar. */
        CHECK_INT(times(svg[0], S("<polygon")), 4);
        CHECK_INT(times(svg[1], S("<polygon")), 4);
        CHECK(has(svg[1], "<text>1,234</text>") && has(svg[1], "<text>70.0%</text>"));
        CHECK(has(svg[1], "<text>R &amp; D</text>"));
        CHECK(has(svg[1], "'var(--c16)'") && has(svg[1], "'var(--c13)'") &&
              has(svg[1], "'var(--c11)'") && !has(svg[1], "'var(--c12)'"));
        CHECK(has(svg[2], "<text>the best 20% bring 50.0%</text>"));
        CHECK(has(svg[2], "<text>x%</text>") && has(svg[2], "<text>all alike</text>"));
        CHECK(has(svg[2], "<text>100%</text>") && has(svg[2], "<text>20%</text>"));
    }
    for (size_t i = 0; i < COUNT_OF(script); i++) {
        buf_free(&script[i]);
    }
}

/* Lines: steps and bands, labels that gnuplot must not read as formats, entries of a legend. */
static void test_lines(void)
{
    const double x[] = {0, 10, 20, 20.001, 40}, y[] = {1, 0.75, 0.6, 0.5, 0};
    const double low[] = {1, 0.4, 0.3, 0.2, NAN}, high[] = {1, 0.9, 0.8, 0.7, NAN};
    const struct chart_line line[] = {
        {.label = S("<50%d>"), .count = 5, .x = x, .y = y, .low = low, .high = high},
        {.label = S("it's"), .count = 2, .x = x, .y = y, .dashed = true}};
    const struct chart_tick x_tick[] = {{0, S("2024-01")}, {40, S("100%s %%")}};
    const struct chart_tick y_tick[] = {{0, S("0%")}, {1, S("100%")}};
    struct chart_lines chart = {.line = line,
                                .count = 2,
                                .steps = true,
                                .x_most = 40,
                                .y_most = 1,
                                .x_tick = x_tick,
                                .y_tick = y_tick,
                                .x_ticks = 2,
                                .y_ticks = 2,
                                .x_title = "T & t",
                                .y_title = "S%"};
    struct plot *plot = plot_start();
    struct str svg[PLOT_CHARTS];
    struct buf steps, slopes;
    if (!CHECK(plot)) {
        return;
    }
    buf_init(&steps, BUF_UNBOUNDED);
    buf_init(&slopes, BUF_UNBOUNDED);
    chart_lines(&chart, &steps);
    /* Each step is two points; the one at 20 is too near to the next to be seen. */
    CHECK(has(buf_view(&steps), "$l0 << END\n0 1 1 1\n10 1 1 1\n10 0.75 0.4 0.9\n20.001 0.75 0.4 0.9\n"
                                "20.001 0.5 0.2 0.7\n40 0.5 0.2 0.7\n40 0 NaN NaN\nEND\n"));
    chart.steps = false;
    chart_lines(&chart, &slopes);
    CHECK(has(buf_view(&slopes), "$l1 << END\n0 1 NaN NaN\n10 0.75 NaN NaN\nEND\n"));
    plot_add(plot, CHART_LINES_WIDTH, chart_lines_height(&chart), buf_view(&steps));
    plot_add(plot, CHART_LINES_WIDTH, chart_lines_height(&chart), buf_view(&slopes));
    if (CHECK(plot_run(plot, &arena, svg))) {
        for (size_t i = 0; i < 2; i++) {
            is_clean(svg[i]);
            CHECK(has(svg[i], "<text>&lt;50%d></text>") && has(svg[i], "<text>it\xE2\x80\x99s</text>"));
            CHECK(has(svg[i], "<text>2024-01</text>") && has(svg[i], "<text>100%s %%</text>"));
            CHECK(has(svg[i], "<text>0%</text>") && has(svg[i], "<text>100%</text>"));
            CHECK(has(svg[i], "<text>T &amp; t</text>") && has(svg[i], "<text>S%</text>"));
            CHECK(has(svg[i], "'var(--c4)'") && has(svg[i], "'var(--c5)'"));
            CHECK(!has(svg[i], "'var(--c6)'") && has(svg[i], "fill-opacity"));
            CHECK(has(svg[i], "stroke-dasharray"));
        }
    }
    buf_free(&steps);
    buf_free(&slopes);
}

/* Round steps: at most so many up to the most, and a few at least. */
static void test_steps(void)
{
    CHECK(chart_lines_step(441, 8) == 100);
    CHECK(chart_lines_step(20, 8) == 5);
    CHECK(chart_lines_step(100, 5) == 20);
    CHECK(chart_lines_step(0.9, 5) > 0.1999 && chart_lines_step(0.9, 5) < 0.2001);
    CHECK(chart_lines_step(1e7, 5) == 2e6);
    CHECK(chart_lines_step(0, 5) == 1 && chart_lines_step(NAN, 5) == 1);
}

/* Cells of a given size: as many boxes as there are cells, none for -1, whose text stays. */
static void test_cells(void)
{
    const struct str labels[] = {S("2024-01 (10)"), S("2024-02 (7)")};
    const struct str text[] = {S("40%"), S("10%*"), S("25%"), S("")};
    const struct str below[] = {S("4"), S("1"), S("2"), S("")};
    const int heat[] = {6, -1, 4, -1};
    const struct chart_heat chart = {.columns = 2,
                                     .rows = 2,
                                     .column_label = labels,
                                     .row_label = labels,
                                     .text = text,
                                     .below = below,
                                     .heat = heat,
                                     .x_title = "Months",
                                     .y_title = "Cohort",
                                     .cell_width = 400,
                                     .cell_height = 38};
    struct plot *plot = plot_start();
    struct str svg[PLOT_CHARTS];
    struct buf script;
    int width, height;
    if (!CHECK(plot)) {
        return;
    }
    buf_init(&script, BUF_UNBOUNDED);
    chart_heat(&chart, &script);
    chart_heat_size(&chart, &width, &height);
    CHECK(width > 800 && height > 76); /* two cells and their labels */
    plot_add(plot, width, height, buf_view(&script));
    buf_free(&script);
    if (CHECK(plot_run(plot, &arena, svg))) {
        is_clean(svg[0]);
        CHECK_INT(times(svg[0], S("<polygon")), 2);
        CHECK(has(svg[0], "<text>10%*</text>") && has(svg[0], "<text>1</text>"));
        CHECK(has(svg[0], "'var(--c16)'") && has(svg[0], "'var(--c14)'"));
        CHECK_INT(times(svg[0], S("<text>2024-01 (10)</text>")), 2);
    }
}

/* 2 MB of script: more than a socket takes at once. */
static void test_large(void)
{
    struct plot *plot = plot_start();
    struct str svg[PLOT_CHARTS];
    struct buf script;
    if (!CHECK(plot)) {
        return;
    }
    buf_init(&script, BUF_UNBOUNDED);
    buf_str(&script, S("set xrange [0:1]\nset yrange [0:1]\n"));
    for (int i = 0; i < 30000; i++) {
        buf_printf(&script, "set label %d 'label %d' at 0.5,0.5 tc " PLOT_TEXT "\n", i % 9 + 1, i);
    }
    buf_str(&script, S("plot NaN notitle\n"));
    plot_add(plot, 320, 200, buf_view(&script));
    buf_free(&script);
    if (CHECK(plot_run(plot, &arena, svg))) {
        CHECK(has(svg[0], "<text>label 29999</text>") && !has(svg[0], "<text>label 29990</text>"));
    }
}

/* A script that gnuplot does not understand: false, and no death. */
static void test_bad_script(void)
{
    struct plot *plot = plot_start();
    struct str svg[PLOT_CHARTS];
    if (CHECK(plot)) {
        plot_add(plot, 320, 200, S("this is no command\nexit status 3\n"));
        CHECK(!plot_run(plot, &arena, svg));
    }
}

/*
 * Programs in gnuplot's place, each in a child with a clock: none of them may hang or kill it. Its
 * status is 0 where there was no plot, 1 where plot_run said false, 2 where it said true.
 */
static char place[] = "/tmp/crm-plot-XXXXXX";

struct impostor {
    const char *path; /* PATH */
    size_t script;    /* bytes of it */
};

static void run_impostor(void *context)
{
    const struct impostor *impostor = context;
    struct str svg[PLOT_CHARTS];
    struct buf script;
    alarm(20);
    setenv("PATH", impostor->path, 1);
    struct plot *plot = plot_start();
    if (!plot) {
        exit(0);
    }
    buf_init(&script, BUF_UNBOUNDED);
    while (script.n < impostor->script) {
        buf_str(&script, S("# a script that fills the socket\n"));
    }
    plot_add(plot, 320, 200, buf_view(&script));
    exit(plot_run(plot, &arena, svg) ? 2 : 1);
}

static void becomes(const char *program, size_t script, int want)
{
    char file[64];
    snprintf(file, sizeof file, "%s/gnuplot", place);
    unlink(file);
    if (program) {
        FILE *f = fopen(file, "w");
        CHECK(f && fputs(program, f) >= 0 && fclose(f) == 0 && chmod(file, 0755) == 0);
    }
    struct impostor impostor = {place, script};
    struct child child = child_run(run_impostor, &impostor);
    if (!CHECK(child.status == want)) {
        printf("    status %d, not %d, of a script of %zu bytes and:\n%s", child.status, want,
               script, program ? program : "no program\n");
    }
    CHECK(child.out_n == 0 && child.err[0] == '\0');
    unlink(file);
}

static void test_impostors(void)
{
    static const size_t sizes[] = {10, 4 << 20};
    struct impostor nowhere = {"", 10};
    CHECK(mkdtemp(place));
    CHECK_INT(chdir(place), 0);
    CHECK_INT(child_run(run_impostor, &nowhere).status, 0);
    nowhere.path = "/nowhere/at/all";
    CHECK_INT(child_run(run_impostor, &nowhere).status, 0);
    becomes(NULL, 10, 0);
    for (size_t i = 0; i < COUNT_OF(sizes); i++) {
        becomes("#!/bin/sh\nexit 0\n", sizes[i], 1);
        becomes("#!/bin/sh\nexit 3\n", sizes[i], 1);
        becomes("#!/bin/sh\nkill -9 $$\n", sizes[i], 1);
        becomes("#!/bin/sh\nexec /bin/cat >/dev/null\n", sizes[i], 1);
        becomes("#!/bin/sh\n/bin/cat >/dev/null\necho '<svg' >&2\necho '<svg'\n", sizes[i], 1);
        becomes("#!/bin/sh\n/bin/cat >/dev/null\necho '</svg><svg'\n", sizes[i], 1);
        becomes("#!/bin/sh\n/bin/cat >/dev/null\necho '<svg></svg>'\nexit 1\n", sizes[i], 1);
        becomes("#!/bin/sh\n/bin/cat >/dev/null\necho '<svg></svg>'\n", sizes[i], 2);
        becomes("#!/bin/sh\nexec /usr/bin/yes\n", sizes[i], 1); /* more than 16 MB */
        becomes("#!/bin/sh\n/bin/cat\nexec /usr/bin/yes\n", sizes[i], 1);
    }
    CHECK_INT(chdir("/"), 0);
    CHECK_INT(rmdir(place), 0);
}

int main(void)
{
    static char drawn[] = "/tmp/crm-plot-XXXXXX";
    test_well_formed();
    test_quote();
    test_steps();
    CHECK(mkdtemp(drawn));
    CHECK_INT(chdir(drawn), 0);
    if (system("command -v gnuplot >/dev/null 2>&1") == 0) {
        test_labels();
        test_colours();
        test_charts();
        test_lines();
        test_cells();
        test_large();
        test_bad_script();
    } else {
        printf("skipped: charts, for there is no gnuplot\n");
    }
    CHECK_INT(chdir("/"), 0);
    CHECK_INT(rmdir(drawn), 0); /* nothing was left in it */
    test_impostors();
    arena_free(&arena);
    return unit_end();
}
