/*
 * report.h - a report in the making: a doc, the charts that gnuplot is to draw for it, and what the
 * data tell about the whole. What a report can be made of is in report/parts.h.
 *
 *     struct report report = {.doc = &doc, .plot = plot, .currency = ...};
 *     figures = part->read(&report, run, input);     each part; tells report.as_of, report.latest
 *     report_head(&report, title);
 *     part->add(&report, figures);                   sentences, figures, sections, charts
 *     report_draw(&report);
 *
 * The others are what the parts share: words in the doc's language, values as people read them.
 */
#ifndef CRM_REPORT_H
#define CRM_REPORT_H

#include "report/doc.h"
#include "report/plot.h"

struct report {
    struct doc *doc;
    struct plot *plot;                      /* NULL: no charts */
    struct doc_section *drawn[PLOT_CHARTS]; /* by chart */
    size_t charts;
    struct str currency; /* asked for; else that of the data, empty where nothing says it */
    int32_t as_of;       /* of the data; DATE_NONE where nothing says it */
    int32_t latest;      /* purchase day of all, or DATE_NONE */
    bool net;            /* amounts that are net of refunds stand in it */
};

/* Day, currency, subtitle; `title` is taken, in English, where the doc has none. */
void report_head(struct report *report, const char *title);
/* Has the charts drawn and ends plot; false where gnuplot failed: the doc lacks them all. */
bool report_draw(struct report *report);

/* An English text of ours in the doc's language. */
const char *report_word(const struct report *report, const char *english);
/* A label of the data in the doc's language; what has none is `none`. */
struct str report_named(const struct report *report, struct str english, const char *none);
/* As people read them, in the doc's arena. NaN is a dash. */
struct str report_money(const struct report *report, int64_t units);
struct str report_share(const struct report *report, double value);
struct str report_count(const struct report *report, uint64_t value);
struct str report_number(const struct report *report, double value, int decimals);
/* An amount of 1/10000 that was estimated, rounded to the currency's decimals. */
struct doc_cell report_estimate(const struct report *report, int64_t units);
/* n / of; NaN where there is nothing to share. */
double report_part(uint64_t n, uint64_t of);
/* The shade of a value by its share of the largest, 1 to DOC_HEAT: what is not above 0 is pale. */
int report_heat(double value, double most);
/* A chart of a section, by its script, which is freed; `text` says what it shows. */
void report_chart(struct report *report, struct doc_section *section, int width, int height,
                  struct buf *script, struct str text);

#endif
