#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "report/chart.h"
#include "report/cohort_report.h"

#define AGE_KEY "age_" /* of a column in JSON Lines, before the age */
#define LEAD 2 /* columns before those of ages: the cohort, its size */

/* One of the two figures. */
struct subject {
    const char *key, *title, *base_key, *base_label, *note, *chart;
    bool revenue;
};

static double value_of(const struct cohort_table_line *line, size_t age, bool revenue)
{
    bool there = age < line->ages && line->cell[age].there;
    return !there ? NAN : revenue ? line->cell[age].revenue_retention : cohort_table_share(line, age);
}

static double value_of_all(const struct cohort_table *t, size_t age, bool revenue)
{
    const struct cohort_table_sum *sum = &t->all[age];
    return !revenue             ? report_part(sum->active, sum->customers)
           : sum->first_revenue > 0 ? (double)sum->revenue / (double)sum->first_revenue
                                    : NAN;
}

/* The largest share of a period that had ended, after the first one. */
static double largest(const struct cohort_table *t, bool revenue)
{
    double most = 0;
    for (size_t i = 0; i < t->count; i++) {
        for (size_t age = 1; age < t->line[i].ages; age++) {
            double value = value_of(&t->line[i], age, revenue);
            most = t->line[i].cell[age].complete && value > most ? value : most;
        }
    }
    return most;
}

static struct doc_column *columns_of(struct report *r, const struct cohort_table *t,
                                     const struct subject *subject)
{
    struct doc_column *columns = arena_alloc(r->doc->arena, (LEAD + t->ages) * sizeof *columns);
    columns[0] = (struct doc_column){"cohort", "Cohort", false};
    columns[1] = (struct doc_column){subject->base_key, subject->base_label, true};
    for (size_t age = 1; age < t->ages; age++) {
        struct str key = arena_printf(r->doc->arena, "%s%zu", AGE_KEY, age);
        const char *name = arena_cstr(r->doc->arena, key);
        columns[LEAD + age - 1] = (struct doc_column){name, name + strlen(AGE_KEY), true};
    }
    return columns;
}

/* A share in as few places as a row of many leaves. */
static struct doc_cell share_cell(const struct cohort_table *t, double value)
{
    return doc_rounded(doc_share(value), t->ages > 13 ? 0 : 1);
}

static void put_line(const struct cohort_table *t, const struct cohort_table_line *line,
                     struct doc_section *s, size_t row, double most, bool revenue)
{
    *doc_cell(s, row, 0) = doc_text(line->name);
    if (revenue) {
        bool known = line->ages > 0 && line->cell[0].there;
        *doc_cell(s, row, 1) = known ? doc_money(line->cell[0].revenue) : (struct doc_cell){0};
    } else {
        *doc_cell(s, row, 1) = doc_count(line->customers);
    }
    doc_cell(s, row, 1)->open = line->ages > 0 && line->cell[0].there && !line->cell[0].complete;
    for (size_t age = 1; age < line->ages; age++) {
        struct doc_cell *cell = doc_cell(s, row, LEAD + age - 1);
        double value = value_of(line, age, revenue);
        *cell = share_cell(t, value);
        cell->open = cell->type != DOC_EMPTY && !line->cell[age].complete;
        cell->heat = cell->type == DOC_EMPTY || cell->open ? 0 : report_heat(value, most);
    }
}

static void put_all(struct report *r, const struct cohort_table *t, struct doc_section *s,
                    double most, bool revenue)
{
    int64_t money = 0;
    uint64_t customers = 0;
    for (size_t i = 0; i < t->count; i++) {
        const struct cohort_table_line *line = &t->line[i];
        customers += line->customers;
        money += line->ages > 0 && line->cell[0].there ? line->cell[0].revenue : 0;
    }
    *doc_cell(s, t->count, 0) = doc_text(str_of(report_word(r, "All cohorts")));
    *doc_cell(s, t->count, 1) = revenue ? doc_money(money) : doc_count(customers);
    for (size_t age = 1; age < t->ages; age++) {
        double value = value_of_all(t, age, revenue);
        struct doc_cell *cell = doc_cell(s, t->count, LEAD + age - 1);
        *cell = share_cell(t, value);
        cell->heat = isnan(value) ? 0 : report_heat(value, most);
    }
}

static const char *age_title(const struct cohort_table *t)
{
    switch (t->by) {
    case DATE_MONTH:
        return "Months since the first purchase";
    case DATE_QUARTER:
        return "Quarters since the first purchase";
    case DATE_YEAR:
        return "Years since the first purchase";
    default:
        return "Periods since the first purchase";
    }
}

/* A part of the table as a picture: the latest cohorts, the youngest ages. */
struct picture {
    size_t first, rows, columns; /* columns: ages from 1 */
    struct str *x, *y, *text, *below;
    int *heat;
};

static void paint(struct report *r, const struct cohort_table *t, const struct doc_section *s,
                  bool revenue, struct picture *p)
{
    struct arena *arena = r->doc->arena;
    for (size_t i = 0; i < p->rows; i++) {
        const struct cohort_table_line *line = &t->line[p->first + i];
        struct str n = report_count(r, line->customers);
        p->y[i] = arena_printf(arena, "%.*s (%.*s)", STRF(line->name), STRF(n));
        for (size_t k = 0; k < p->columns; k++) {
            const struct doc_cell *cell =
                &s->table.cell[(p->first + i) * s->table.columns + LEAD + k];
            struct doc_cell rounded = doc_rounded(*cell, 0);
            size_t at = i * p->columns + k;
            bool there = cell->type != DOC_EMPTY;
            p->x[k] = arena_printf(arena, "%zu", k + 1);
            p->text[at] = there ? doc_shown(r->doc, &rounded) : S("");
            p->below[at] = there && !revenue ? report_count(r, line->cell[k + 1].active) : S("");
            p->heat[at] = cell->heat > 0 ? cell->heat : -1;
        }
    }
}

static struct picture picture_of(struct report *r, const struct cohort_table *t)
{
    size_t most = COHORT_REPORT_CHART;
    struct picture p = {.rows = t->count < most ? t->count : most,
                        .columns = t->ages - 1 < most ? t->ages - 1 : most};
    size_t cells = p.rows * p.columns;
    p.first = t->count - p.rows;
    p.x = arena_alloc(r->doc->arena, p.columns * sizeof *p.x);
    p.y = arena_alloc(r->doc->arena, p.rows * sizeof *p.y);
    p.text = arena_alloc(r->doc->arena, cells * sizeof *p.text);
    p.below = arena_alloc(r->doc->arena, cells * sizeof *p.below);
    p.heat = arena_alloc(r->doc->arena, cells * sizeof *p.heat);
    return p;
}

static void heat_chart(struct report *r, const struct cohort_table *t, const struct subject *subject,
                       struct doc_section *s)
{
    struct picture p = picture_of(r, t);
    struct buf script;
    int width, height;
    buf_init(&script, BUF_UNBOUNDED);
    paint(r, t, s, subject->revenue, &p);
    bool two = !subject->revenue && p.columns <= 16;
    struct chart_heat chart = {
        .columns = p.columns,
        .rows = p.rows,
        .column_label = p.x,
        .row_label = p.y,
        .text = p.text,
        .below = two ? p.below : NULL,
        .heat = p.heat,
        .x_title = report_word(r, age_title(t)),
        .y_title = report_word(r, "Cohort (customers)"),
        .cell_width = p.columns <= 8 ? 60 : p.columns <= 16 ? 47 : p.columns <= 24 ? 33 : 26,
        .cell_height = two ? 38 : 24,
    };
    chart_heat_size(&chart, &width, &height);
    chart_heat(&chart, &script);
    struct str first = t->line[p.first].name, last = t->line[t->count - 1].name;
    report_chart(r, s, width, height, &script,
                 arena_printf(r->doc->arena, report_word(r, subject->chart), STRF(first),
                              STRF(last)));
    if (p.rows < t->count || p.columns < t->ages - 1) {
        struct str more = arena_printf(
            r->doc->arena,
            report_word(r, "The chart shows the latest %zu of %zu cohorts, and ages up to %zu."),
            p.rows, t->count, p.columns);
        s->note = arena_printf(r->doc->arena, "%.*s%s%.*s", STRF(s->note),
                               r->doc->language == WORDS_ZH ? "" : " ", STRF(more));
    }
}

static bool has_open(const struct doc_section *s)
{
    for (size_t i = 0; i < s->table.columns * s->table.rows; i++) {
        if (s->table.cell[i].open) {
            return true;
        }
    }
    return false;
}

static void section(struct report *r, const struct cohort_table *t, const struct subject *subject)
{
    double most = largest(t, subject->revenue);
    struct doc_section *s = doc_section(r->doc, subject->key, subject->title);
    doc_table(r->doc, s, columns_of(r, t, subject), LEAD + (t->ages > 0 ? t->ages - 1 : 0),
              t->count + 1);
    for (size_t i = 0; i < t->count; i++) {
        put_line(t, &t->line[i], s, i, most, subject->revenue);
    }
    put_all(r, t, s, most, subject->revenue);
    const char *open = report_word(r, "*: the period had not ended, the figure still grows.");
    s->note = arena_printf(r->doc->arena, "%s%s%s", report_word(r, subject->note),
                           !has_open(s)                       ? ""
                           : r->doc->language == WORDS_ZH ? ""
                                                          : " ", has_open(s) ? open : "");
    if (t->ages > 1) {
        heat_chart(r, t, subject, s);
    }
}

static const char *brief_of(const struct cohort_table *t)
{
    switch (t->by) {
    case DATE_MONTH:
        return "Of new customers, %.*s bought in the month after their first one; %zu months after it, "
               "%.*s did.";
    case DATE_QUARTER:
        return "Of new customers, %.*s bought in the quarter after their first one; %zu quarters after "
               "it, %.*s did.";
    case DATE_YEAR:
        return "Of new customers, %.*s bought in the year after their first one; %zu years after it, "
               "%.*s did.";
    default:
        return "Of new customers, %.*s bought in the period after their first one; %zu periods after "
               "it, %.*s did.";
    }
}

/* Retention of all cohorts together in the next period, and in a later one that is known. */
static void brief(struct report *r, const struct cohort_table *t)
{
    static const size_t later[] = {12, 6, 4, 3, 2};
    double next = t->ages > 1 ? value_of_all(t, 1, false) : NAN;
    for (size_t i = 0; i < COUNT_OF(later) && !isnan(next); i++) {
        double then = later[i] < t->ages ? value_of_all(t, later[i], false) : NAN;
        if (!isnan(then)) {
            struct str a = report_share(r, next), b = report_share(r, then);
            doc_sentence(r->doc, arena_printf(r->doc->arena, report_word(r, brief_of(t)), STRF(a),
                                              later[i], STRF(b)));
            return;
        }
    }
}

void *cohort_report_read(struct report *r, struct flow_run *run, struct input *input)
{
    struct cohort_table *table = arena_alloc(r->doc->arena, sizeof *table);
    cohort_table_read(table, run, input);
    return table;
}

void cohort_report_add(struct report *r, const void *read)
{
    static const struct subject retention = {
        "retention", "Retention", "customers", "Customers",
        "Share of a cohort's customers who bought in each period after the one of their first "
        "purchase. Shades go up to the largest share. All cohorts: those together whose period had "
        "ended.",
        "Heat map of retention, cohorts %.*s to %.*s by age; the table has the numbers.", false};
    static const struct subject revenue = {
        "revenue_retention", "Net revenue retention", "first_revenue", "Revenue of the first period",
        "Net revenue of each period against that of the cohort's first one. Shades go up to the "
        "largest share. All cohorts: those together whose period had ended.",
        "Heat map of net revenue retention, cohorts %.*s to %.*s by age; the table has the numbers.",
        true};
    const struct cohort_table *table = read;
    brief(r, table);
    section(r, table, &retention);
    if (table->has_revenue) {
        section(r, table, &revenue);
    }
}
