/*
 * doc.h - a report as what it says, apart from how it looks: sentences, figures, tables, charts.
 *
 *     struct doc doc;
 *     doc_begin(&doc, &arena, language, currency);
 *     doc.title = ...;
 *     struct doc_section *s = doc_section(&doc, "tiers", "Tiers");
 *     struct doc_table *t = doc_table(s, columns, COUNT_OF(columns), rows);
 *     *doc_cell(t, row, column) = doc_money(units);
 *     doc_write_text(&doc, DOC_TEXT_TABLE, sink);          or page_write (report/page.h)
 *
 * A cell keeps its value, so that programs get it exactly (JSON Lines) and people get it as they
 * read it: 1,234.50, 12.3%. Slices must live as long as the doc.
 */
#ifndef CRM_DOC_H
#define CRM_DOC_H

#include "base/arena.h"
#include "base/buf.h"
#include "io/sink.h"
#include "report/words.h"

enum doc_type { DOC_EMPTY, DOC_TEXT, DOC_COUNT, DOC_MONEY, DOC_SHARE, DOC_NUMBER };

struct doc_cell {
    enum doc_type type;
    struct str text;
    union {
        int64_t units; /* DOC_MONEY: 1/10000; DOC_COUNT */
        double number; /* DOC_SHARE: 1 is 100 %; DOC_NUMBER */
    };
    int heat; /* 1 (pale) to DOC_HEAT (deep): how the cell is shaded; 0 is not */
    int shown;  /* doc_rounded: decimals that people see, and 1; 0: as usual */
    bool open;  /* not settled yet: people see a * behind it */
};

#define DOC_HEAT 6

struct doc_column {
    const char *key;   /* in JSON Lines */
    const char *label; /* in English; shown in the doc's language */
    bool number;       /* stands right */
};

struct doc_table {
    const struct doc_column *column;
    struct doc_cell *cell; /* row-major */
    size_t columns, rows;
};

struct doc_section {
    const char *key;   /* in JSON Lines */
    struct str title;  /* in the doc's language */
    struct doc_table table;
    struct str note;   /* what the figures mean; may be empty */
    struct str chart;  /* SVG, or empty */
    int chart_width;   /* in pixels */
    struct str chart_text; /* what the chart shows, for who cannot see it */
};

/* Enough for all parts of report/parts.h at once. */
#define DOC_SECTIONS 60
#define DOC_FIGURES 24
#define DOC_SENTENCES 40

struct doc_figure {
    const char *key, *label;
    struct doc_cell cell;
};

struct doc {
    struct arena *arena;
    enum words_language language;
    struct str title, subtitle;
    struct str as_of;     /* "" if there is none */
    struct str currency;  /* "" if there is none */
    struct str remark;    /* such as that charts are missing */
    struct str sentence[DOC_SENTENCES];
    size_t sentences;
    struct doc_figure figure[DOC_FIGURES];
    size_t figures;
    struct doc_section section[DOC_SECTIONS];
    size_t sections;
};

void doc_begin(struct doc *doc, struct arena *arena, enum words_language language,
               struct str currency);
/* The next section, empty; `title` in English. */
struct doc_section *doc_section(struct doc *doc, const char *key, const char *title);
void doc_table(struct doc *doc, struct doc_section *section, const struct doc_column *columns,
               size_t column_count, size_t rows);
struct doc_cell *doc_cell(struct doc_section *section, size_t row, size_t column);
void doc_figure(struct doc *doc, const char *key, const char *label, struct doc_cell cell);
void doc_sentence(struct doc *doc, struct str sentence);

struct doc_cell doc_text(struct str text);
struct doc_cell doc_count(uint64_t count);
struct doc_cell doc_money(int64_t units);
/* NaN is an empty cell. */
struct doc_cell doc_share(double share);
struct doc_cell doc_number(double number);
/* The same cell, a share or a number, with so many decimals for people; programs get it exactly. */
struct doc_cell doc_rounded(struct doc_cell cell, int decimals);

/* As people read it, in the arena: thousands apart, the currency's decimals, shares in percent. */
struct str doc_shown(const struct doc *doc, const struct doc_cell *cell);

enum doc_text_kind { DOC_TEXT_TABLE, DOC_TEXT_MD, DOC_TEXT_JSONL };
void doc_write_text(const struct doc *doc, enum doc_text_kind kind, struct sink *sink);

#endif
