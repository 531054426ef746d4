#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "format/writer.h"
#include "report/doc.h"
#include "value/money.h"
#include "value/number.h"
#include "value/utf8.h"

void doc_begin(struct doc *doc, struct arena *arena, enum words_language language,
               struct str currency)
{
    *doc = (struct doc){.arena = arena, .language = language, .currency = currency};
}

struct doc_section *doc_section(struct doc *doc, const char *key, const char *title)
{
    struct doc_section *section = &doc->section[doc->sections++];
    *section = (struct doc_section){.key = key, .title = str_of(words(doc->language, title))};
    return section;
}

void doc_table(struct doc *doc, struct doc_section *section, const struct doc_column *columns,
               size_t column_count, size_t rows)
{
    size_t cells = mem_mul(column_count, rows);
    struct doc_table *table = &section->table;
    *table = (struct doc_table){.column = columns, .columns = column_count, .rows = rows};
    table->cell = arena_alloc(doc->arena, mem_mul(cells + 1, sizeof *table->cell));
    memset(table->cell, 0, cells * sizeof *table->cell);
}

struct doc_cell *doc_cell(struct doc_section *section, size_t row, size_t column)
{
    return &section->table.cell[row * section->table.columns + column];
}

void doc_figure(struct doc *doc, const char *key, const char *label, struct doc_cell cell)
{
    doc->figure[doc->figures++] = (struct doc_figure){key, label, cell};
}

void doc_sentence(struct doc *doc, struct str sentence)
{
    doc->sentence[doc->sentences++] = sentence;
}

struct doc_cell doc_text(struct str text)
{
    return (struct doc_cell){.type = text.n > 0 ? DOC_TEXT : DOC_EMPTY, .text = text};
}

struct doc_cell doc_count(uint64_t count)
{
    return (struct doc_cell){.type = DOC_COUNT, .units = (int64_t)count};
}

struct doc_cell doc_money(int64_t units)
{
    return (struct doc_cell){.type = DOC_MONEY, .units = units};
}

struct doc_cell doc_share(double share)
{
    return (struct doc_cell){.type = isnan(share) ? DOC_EMPTY : DOC_SHARE, .number = share};
}

struct doc_cell doc_number(double number)
{
    return (struct doc_cell){.type = isnan(number) ? DOC_EMPTY : DOC_NUMBER, .number = number};
}

struct doc_cell doc_rounded(struct doc_cell cell, int decimals)
{
    cell.shown = decimals + 1;
    return cell;
}

/* As programs read it. */
static struct str exact(const struct doc *doc, const struct doc_cell *cell)
{
    char text[NUMBER_ROOM > MONEY_ROOM ? NUMBER_ROOM : MONEY_ROOM];
    switch (cell->type) {
    case DOC_TEXT:
        return cell->text;
    case DOC_COUNT:
        return arena_printf(doc->arena, "%" PRId64, cell->units);
    case DOC_MONEY:
        return arena_str(doc->arena, (struct str){text, money_format(cell->units,
                                                                     money_decimals(doc->currency),
                                                                     text)});
    case DOC_SHARE:
    case DOC_NUMBER:
        return arena_str(doc->arena, (struct str){text, number_format(cell->number, text)});
    default:
        return (struct str){0};
    }
}

/* 1234567.50 as 1,234,567.50 */
static struct str grouped(struct arena *arena, struct str number)
{
    size_t whole = 0;
    size_t sign = number.n > 0 && number.p[0] == '-';
    while (sign + whole < number.n && number.p[sign + whole] >= '0' &&
           number.p[sign + whole] <= '9') {
        whole++;
    }
    char *out = arena_alloc(arena, number.n + whole / 3 + 1);
    size_t n = 0;
    for (size_t i = 0; i < number.n; i++) {
        bool digit = i >= sign && i < sign + whole;
        if (digit && i > sign && (sign + whole - i) % 3 == 0) {
            out[n++] = ',';
        }
        out[n++] = number.p[i];
    }
    return (struct str){out, n};
}

/* With so many decimals; what rounds to nothing has no sign. */
static struct str rounded(struct arena *arena, double number, int decimals)
{
    double least = 0.5 * pow(10, -decimals);
    return arena_printf(arena, "%.*f", decimals, fabs(number) < least ? 0 : number);
}

static struct str shown(const struct doc *doc, const struct doc_cell *cell)
{
    switch (cell->type) {
    case DOC_COUNT:
    case DOC_MONEY:
        return grouped(doc->arena, exact(doc, cell));
    case DOC_SHARE: {
        struct str percent =
            rounded(doc->arena, cell->number * 100, cell->shown > 0 ? cell->shown - 1 : 1);
        return arena_printf(doc->arena, "%.*s%%", STRF(percent));
    }
    case DOC_NUMBER:
        return cell->shown > 0
                   ? grouped(doc->arena, rounded(doc->arena, cell->number, cell->shown - 1))
                   : exact(doc, cell);
    default:
        return exact(doc, cell);
    }
}

struct str doc_shown(const struct doc *doc, const struct doc_cell *cell)
{
    struct str text = shown(doc, cell);
    return cell->open ? arena_printf(doc->arena, "%.*s*", STRF(text)) : text;
}

/* Whether a column has a number and no text. */
static bool holds_numbers(const struct doc_table *table, size_t column)
{
    bool number = false;
    for (size_t row = 0; row < table->rows; row++) {
        enum doc_type type = table->cell[row * table->columns + column].type;
        if (type == DOC_TEXT) {
            return false;
        }
        number |= type != DOC_EMPTY;
    }
    return number;
}

/* A table through the writer of all commands; `lead` is a first column in JSON Lines. */
static void write_table(const struct doc *doc, enum encode_kind kind, const char *lead,
                        const struct doc_table *table, struct sink *sink)
{
    bool json = kind == ENCODE_JSONL;
    size_t extra = json;
    size_t count = table->columns + extra;
    struct encode_column *column = mem_new(count, sizeof *column);
    struct str *cells = mem_new(count, sizeof *cells);
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    if (json) {
        column[0] = (struct encode_column){S("section"), ENCODE_TEXT};
        cells[0] = str_of(lead);
    }
    for (size_t i = 0; i < table->columns; i++) {
        const struct doc_column *c = &table->column[i];
        column[extra + i] = (struct encode_column){
            str_of(json ? c->key : words(doc->language, c->label)),
            c->number || (json && holds_numbers(table, i)) ? ENCODE_NUMBER : ENCODE_TEXT};
    }
    const struct encode_format format = {.kind = kind, .column = column, .count = count};
    struct writer *writer = writer_new(sink, &format);
    for (size_t row = 0; row < table->rows; row++) {
        for (size_t i = 0; i < table->columns; i++) {
            const struct doc_cell *cell = &table->cell[row * table->columns + i];
            cells[extra + i] = json ? exact(doc, cell) : doc_shown(doc, cell);
        }
        encode_row(&format, cells, &out);
    }
    writer_put(writer, buf_view(&out));
    writer_end(writer);
    buf_free(&out);
    free(cells);
    free(column);
}

static void put(struct sink *sink, struct str s)
{
    sink_write(sink, s.p ? s.p : "", s.n);
}

/* Names of the data may stand in it. */
static void put_line(struct sink *sink, bool md, const char *before, struct str line)
{
    put(sink, str_of(before));
    while (line.n > 0) {
        size_t control = utf8_control(line);
        put(sink, control > 0                  ? S(" ")
                  : md && line.p[0] == '<' ? S("&lt;")
                                           : str_slice(line, 0, 1));
        line = str_slice(line, control > 0 ? control : 1, line.n);
    }
    put(sink, S("\n"));
}

static void put_heading(struct sink *sink, bool md, const char *marks, char under, struct str title)
{
    put_line(sink, md, md ? marks : "", title);
    if (!md) {
        for (size_t i = utf8_width(title); i > 0; i--) {
            sink_write(sink, &under, 1);
        }
        put(sink, S("\n"));
    }
    put(sink, S("\n"));
}

/* The figures as a table of two columns. */
static void write_figures(const struct doc *doc, enum encode_kind kind, struct sink *sink)
{
    static const struct doc_column columns[] = {{"figure", "Figure", false},
                                                {"value", "Value", true}};
    struct doc_section section = {0};
    struct doc copy = *doc;
    doc_table(&copy, &section, columns, COUNT_OF(columns), doc->figures);
    for (size_t i = 0; i < doc->figures; i++) {
        *doc_cell(&section, i, 0) =
            doc_text(str_of(words(doc->language, doc->figure[i].label)));
        *doc_cell(&section, i, 1) = doc->figure[i].cell;
    }
    write_table(doc, kind, NULL, &section.table, sink);
    put(sink, S("\n"));
}

static void write_people(const struct doc *doc, bool md, struct sink *sink)
{
    enum encode_kind kind = md ? ENCODE_MD : ENCODE_TABLE;
    put_heading(sink, md, "# ", '=', doc->title);
    if (doc->subtitle.n > 0) {
        put_line(sink, md, "", doc->subtitle);
        put(sink, S("\n"));
    }
    for (size_t i = 0; i < doc->sentences; i++) {
        put_line(sink, md, "- ", doc->sentence[i]);
    }
    put(sink, doc->sentences > 0 ? S("\n") : S(""));
    if (doc->figures > 0) {
        write_figures(doc, kind, sink);
    }
    for (size_t i = 0; i < doc->sections; i++) {
        const struct doc_section *s = &doc->section[i];
        put_heading(sink, md, "## ", '-', s->title);
        write_table(doc, kind, s->key, &s->table, sink);
        put(sink, S("\n"));
        if (s->note.n > 0) {
            put_line(sink, md, "", s->note);
            put(sink, i + 1 < doc->sections ? S("\n") : S(""));
        }
    }
}

/* One object a line: the head, the figures, and each row of each table under its section. */
static void write_json(const struct doc *doc, struct sink *sink)
{
    static const struct doc_column head[] = {
        {"title", "", false}, {"as_of", "", false}, {"currency", "", false}};
    struct doc copy = *doc;
    struct doc_section section = {0};
    doc_table(&copy, &section, head, COUNT_OF(head), 1);
    *doc_cell(&section, 0, 0) = doc_text(doc->title);
    *doc_cell(&section, 0, 1) = doc_text(doc->as_of);
    *doc_cell(&section, 0, 2) = doc_text(doc->currency);
    write_table(doc, ENCODE_JSONL, "report", &section.table, sink);
    struct doc_column figure[DOC_FIGURES];
    for (size_t i = 0; i < doc->figures; i++) {
        figure[i] = (struct doc_column){doc->figure[i].key, "", true};
    }
    doc_table(&copy, &section, figure, doc->figures, 1);
    for (size_t i = 0; i < doc->figures; i++) {
        *doc_cell(&section, 0, i) = doc->figure[i].cell;
    }
    write_table(doc, ENCODE_JSONL, "figures", &section.table, sink);
    for (size_t i = 0; i < doc->sections; i++) {
        write_table(doc, ENCODE_JSONL, doc->section[i].key, &doc->section[i].table, sink);
    }
}

void doc_write_text(const struct doc *doc, enum doc_text_kind kind, struct sink *sink)
{
    if (kind == DOC_TEXT_JSONL) {
        write_json(doc, sink);
    } else {
        write_people(doc, kind == DOC_TEXT_MD, sink);
    }
}
