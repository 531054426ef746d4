#include "base/base.h"

#include <math.h>

#include "report/measure_charts.h"

enum measure_unit measure_unit_of(struct str name)
{
    return str_eq(name, S("nps"))                                       ? MEASURE_POINTS
           : str_eq(name, S("csat")) || str_ends(name, S("breach_rate")) ? MEASURE_SHARE
           : str_eq(name, S("tickets"))                                 ? MEASURE_COUNT
                                                                        : MEASURE_MEAN;
}

struct str measure_name(const struct report *r, struct str name)
{
    static const struct {
        const char *name, *shown;
    } names[] = {
        {"nps", "NPS"},
        {"csat", "CSAT"},
        {"ces", "CES"},
        {"tickets", "Tickets opened"},
        {"first_response_breach_rate", "First response: share in breach"},
        {"resolution_breach_rate", "Resolution: share in breach"},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (str_eq(name, str_of(names[i].name))) {
            return str_of(report_word(r, names[i].shown));
        }
    }
    return name;
}

struct doc_cell measure_cell(enum measure_unit unit, double value)
{
    switch (unit) {
    case MEASURE_SHARE:
        return doc_share(value);
    case MEASURE_POINTS:
        return doc_rounded(doc_number(value), 1);
    case MEASURE_COUNT:
        return doc_rounded(doc_number(value), value == floor(value) ? 0 : 1);
    default:
        return doc_rounded(doc_number(value), 2);
    }
}

struct str measure_text(const struct report *r, enum measure_unit unit, double value)
{
    struct doc_cell cell = measure_cell(unit, value);
    return cell.type == DOC_EMPTY ? S("\xE2\x80\x93") : doc_shown(r->doc, &cell);
}

struct str measure_with_limits(const struct report *r, enum measure_unit unit, double value,
                               double low, double high)
{
    struct str v = measure_text(r, unit, value), l = measure_text(r, unit, low);
    struct str h = measure_text(r, unit, high);
    return isnan(low) || isnan(high)
               ? v
               : arena_printf(r->doc->arena, report_word(r, "%.*s (%.*s to %.*s)"), STRF(v), STRF(l),
                              STRF(h));
}

/* A tick in as few decimals as its step needs. */
static struct str tick_text(const struct report *r, enum measure_unit unit, double at, double step)
{
    double shown = unit == MEASURE_SHARE ? step * 100 : step;
    int decimals = shown >= 1 ? 0 : shown >= 0.1 ? 1 : 2;
    struct doc_cell cell = unit == MEASURE_SHARE ? doc_share(at) : doc_number(at);
    cell = doc_rounded(cell, decimals);
    return doc_shown(r->doc, &cell);
}

void measure_axis(const struct report *r, enum measure_unit unit, double low, double high,
                  struct measure_axis *axis)
{
    double span = high > low ? high - low : fabs(high) > 0 ? fabs(high) : 1;
    double step = chart_lines_step(span, MEASURE_TICKS - 3);
    double first = floor(low / step + 1e-9), last = ceil(high / step - 1e-9);
    last = last > first ? last : first + 1;
    *axis = (struct measure_axis){.least = first * step, .most = last * step};
    for (double i = first; i <= last && axis->ticks < MEASURE_TICKS; i++) {
        double at = i == 0 ? 0 : i * step;
        axis->tick[axis->ticks++] = (struct chart_tick){at, tick_text(r, unit, at, step)};
    }
}

#define PERIODS 8 /* labels of an axis of periods, at most */

size_t measure_periods(const struct str *period, size_t count, struct chart_tick tick[MEASURE_TICKS])
{
    size_t every = (count + PERIODS - 1) / PERIODS, n = 0;
    for (size_t i = count; i > 0; i = i > every ? i - every : 0) {
        tick[n++] = (struct chart_tick){(double)i - 0.5, period[i - 1]};
    }
    return n;
}
