#include "base/base.h"

#include "base/mem.h"
#include "format/writer.h"
#include "value/utf8.h"

#define ROWS_FOR_WIDTHS 1000
#define WIDEST 60 /* a longer cell does not widen its whole column */

struct writer {
    struct sink *sink;
    const struct encode_format *format;
    bool begun;          /* the header is written */
    struct buf held;     /* aligned: rows until the widths are known */
    size_t held_rows;
    size_t *width;       /* by column */
    struct buf line;
};

static bool is_aligned(const struct writer *w)
{
    return w->format->kind == ENCODE_TABLE || w->format->kind == ENCODE_MD;
}

struct writer *writer_new(struct sink *sink, const struct encode_format *format)
{
    struct writer *w = mem_new(1, sizeof *w);
    w->sink = sink;
    w->format = format;
    w->width = mem_new(format->count, sizeof *w->width);
    buf_init(&w->held, BUF_UNBOUNDED);
    buf_init(&w->line, BUF_UNBOUNDED);
    if (is_aligned(w)) {
        encode_header(format, &w->held);
    }
    return w;
}

/* In Markdown a bar ends a cell, and < begins HTML: what stands for them, or NULL. */
static const char *escape_of(const struct writer *w, char c)
{
    if (w->format->kind != ENCODE_MD) {
        return NULL;
    }
    return c == '|' ? "\\|" : c == '<' ? "&lt;" : NULL;
}

static size_t shown_width(const struct writer *w, struct str cell)
{
    size_t width = utf8_width(cell);
    for (size_t i = 0; i < cell.n; i++) {
        const char *escape = escape_of(w, cell.p[i]);
        width += escape ? strlen(escape) - 1 : 0;
    }
    return width;
}

static void put_text(struct writer *w, struct str cell)
{
    for (size_t i = 0; i < cell.n; i++) {
        const char *escape = escape_of(w, cell.p[i]);
        if (escape) {
            buf_str(&w->line, str_of(escape));
        } else {
            buf_byte(&w->line, cell.p[i]);
        }
    }
}

static void put_blanks(struct writer *w, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        buf_byte(&w->line, ' ');
    }
}

static void put_cell(struct writer *w, size_t column, struct str cell)
{
    size_t width = shown_width(w, cell);
    size_t blanks = w->width[column] > width ? w->width[column] - width : 0;
    bool right = encode_is_number(w->format->column[column].type);
    put_blanks(w, right ? blanks : 0);
    put_text(w, cell);
    put_blanks(w, right ? 0 : blanks);
}

static void put_line(struct writer *w)
{
    size_t n = w->line.n;
    while (n > 0 && w->line.p[n - 1] == ' ') {
        n--;
    }
    w->line.n = n;
    buf_byte(&w->line, '\n');
    sink_write(w->sink, w->line.p, w->line.n);
    buf_clear(&w->line);
}

/* One encoded row, aligned: two blanks between columns, or bars. */
static void put_row(struct writer *w, struct str row)
{
    bool bars = w->format->kind == ENCODE_MD;
    for (size_t i = 0; i < w->format->count; i++) {
        buf_str(&w->line, bars ? S("| ") : i > 0 ? S("  ") : S(""));
        put_cell(w, i, str_cut(&row, ENCODE_CELL_END));
        buf_str(&w->line, bars ? S(" ") : S(""));
    }
    buf_str(&w->line, bars ? S("|") : S(""));
    put_line(w);
}

static void put_rule(struct writer *w)
{
    bool bars = w->format->kind == ENCODE_MD;
    for (size_t i = 0; i < w->format->count; i++) {
        bool right = bars && encode_is_number(w->format->column[i].type);
        buf_str(&w->line, bars ? S("| ") : i > 0 ? S("  ") : S(""));
        for (size_t k = 0; k < w->width[i]; k++) {
            buf_byte(&w->line, right && k + 1 == w->width[i] ? ':' : '-');
        }
        buf_str(&w->line, bars ? S(" ") : S(""));
    }
    buf_str(&w->line, bars ? S("|") : S(""));
    put_line(w);
}

static void measure(struct writer *w)
{
    struct str rows = buf_view(&w->held);
    while (rows.n > 0) {
        struct str row = str_cut(&rows, ENCODE_ROW_END);
        for (size_t i = 0; i < w->format->count; i++) {
            size_t width = shown_width(w, str_cut(&row, ENCODE_CELL_END));
            width = width > WIDEST ? WIDEST : width;
            w->width[i] = width > w->width[i] ? width : w->width[i];
        }
    }
    for (size_t i = 0; i < w->format->count && w->format->kind == ENCODE_MD; i++) {
        w->width[i] = w->width[i] < 3 ? 3 : w->width[i]; /* --- or --: */
    }
}

static void put_rows(struct writer *w, struct str rows)
{
    while (rows.n > 0) {
        put_row(w, str_cut(&rows, ENCODE_ROW_END));
    }
}

static void begin(struct writer *w)
{
    w->begun = true;
    if (!is_aligned(w)) {
        encode_header(w->format, &w->line);
        sink_write(w->sink, w->line.p, w->line.n);
        buf_clear(&w->line);
        return;
    }
    measure(w);
    struct str rows = buf_view(&w->held);
    put_row(w, str_cut(&rows, ENCODE_ROW_END));
    put_rule(w);
    put_rows(w, rows);
    buf_free(&w->held);
}

/* Takes rows into the measured sample; returns those that no longer belong to it. */
static struct str hold(struct writer *w, struct str rows)
{
    while (rows.n > 0 && w->held_rows < ROWS_FOR_WIDTHS) {
        struct str row = str_cut(&rows, ENCODE_ROW_END);
        buf_str(&w->held, row);
        buf_byte(&w->held, ENCODE_ROW_END);
        w->held_rows++;
    }
    return rows;
}

void writer_put(struct writer *w, struct str rows)
{
    if (rows.n == 0) {
        return;
    }
    if (!is_aligned(w)) {
        if (!w->begun) {
            begin(w);
        }
        sink_write(w->sink, rows.p, rows.n);
        return;
    }
    if (!w->begun) {
        rows = hold(w, rows);
        if (w->held_rows == ROWS_FOR_WIDTHS) {
            begin(w);
        }
    }
    put_rows(w, rows);
}

void writer_end(struct writer *w)
{
    if (!w->begun) {
        begin(w);
    }
    buf_free(&w->held);
    buf_free(&w->line);
    free(w->width);
    free(w);
}

size_t writer_failure_text(enum encode_kind kind, const char *program, const char *where, char *p,
                           size_t room)
{
    const char *open = kind == ENCODE_JSONL ? "{\"" : "\"";
    int n = snprintf(p, room, "%s%s stopped%s", open, program, where);
    size_t length = n < 0 ? 0 : (size_t)n < room ? (size_t)n : room - 1;
    for (size_t i = strlen(open); i < length; i++) {
        if (p[i] == '"' || p[i] == '\n') {
            p[i] = '\''; /* nothing may close the quote */
        }
    }
    return length;
}
