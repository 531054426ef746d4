#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/report.h"
#include "value/date.h"
#include "value/money.h"

const char *report_word(const struct report *report, const char *english)
{
    return words(report->doc->language, english);
}

struct str report_named(const struct report *report, struct str english, const char *none)
{
    if (english.n == 0) {
        return str_of(report_word(report, none));
    }
    return report->doc->language == WORDS_ZH ? words_chinese(english) : english;
}

static struct str shown(const struct report *report, struct doc_cell cell)
{
    return cell.type == DOC_EMPTY ? S("\xE2\x80\x93") : doc_shown(report->doc, &cell);
}

struct str report_money(const struct report *report, int64_t units)
{
    return shown(report, doc_money(units));
}

struct str report_share(const struct report *report, double value)
{
    return shown(report, doc_share(value));
}

struct str report_count(const struct report *report, uint64_t value)
{
    return shown(report, doc_count(value));
}

struct str report_number(const struct report *report, double value, int decimals)
{
    return shown(report, doc_rounded(doc_number(value), decimals));
}

struct doc_cell report_estimate(const struct report *report, int64_t units)
{
    return doc_money(money_mean(units, 1, money_decimals(report->doc->currency)));
}

double report_part(uint64_t n, uint64_t of)
{
    return of > 0 ? (double)n / (double)of : NAN;
}

int report_heat(double value, double most)
{
    if (!(value > 0) || !(most > 0)) {
        return 1;
    }
    int heat = 1 + (int)ceil(value / most * (DOC_HEAT - 1));
    return heat > DOC_HEAT ? DOC_HEAT : heat;
}

void report_chart(struct report *report, struct doc_section *section, int width, int height,
                  struct buf *script, struct str text)
{
    if (report->plot && report->charts < PLOT_CHARTS) {
        plot_add(report->plot, width, height, buf_view(script));
        report->drawn[report->charts++] = section;
    }
    section->chart_width = width;
    section->chart_text = text;
    buf_free(script);
}

void report_head(struct report *report, const char *title)
{
    struct doc *doc = report->doc;
    char day[DATE_ROOM];
    size_t n = date_format(report->as_of, day);
    doc->as_of = arena_str(doc->arena, (struct str){day, n});
    doc->currency = report->currency;
    if (doc->title.n == 0) {
        doc->title = str_of(report_word(report, title));
    }
    struct str as_of =
        n > 0 ? arena_printf(doc->arena, report_word(report, "As of %.*s"), STRF(doc->as_of))
              : (struct str){0};
    struct str amounts = {0};
    if (report->net) {
        amounts = doc->currency.n > 0
                      ? arena_printf(doc->arena, report_word(report, "amounts in %.*s, net of refunds"),
                                     STRF(doc->currency))
                      : str_of(report_word(report, "amounts net of refunds"));
    }
    doc->subtitle = arena_printf(doc->arena, "%.*s%s%.*s", STRF(as_of),
                                 as_of.n > 0 && amounts.n > 0 ? " \xC2\xB7 " : "", STRF(amounts));
}

bool report_draw(struct report *report)
{
    struct str svg[PLOT_CHARTS] = {{0}};
    if (!report->plot) {
        return true;
    }
    bool ok = plot_run(report->plot, report->doc->arena, svg);
    for (size_t i = 0; i < report->charts && ok; i++) {
        report->drawn[i]->chart = svg[i];
    }
    return ok;
}
