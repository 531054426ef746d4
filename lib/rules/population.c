#include "base/base.h"

#include <math.h>

#include "base/mem.h"
#include "rules/population.h"
#include "stats/quantile.h"
#include "stats/standing.h"
#include "value/money.h"
#include "value/number.h"

enum derived_kind { DERIVED_PCT, DERIVED_TOP, DERIVED_MEAN, DERIVED_MEDIAN, DERIVED_KINDS };

static const struct str prefixes[DERIVED_KINDS] = {
    {"pct_", 4}, {"top_", 4}, {"mean_", 5}, {"median_", 7}};

/* pct_X and its like: `value` by row for standings, by group for means. */
struct derived {
    enum derived_kind kind;
    size_t column; /* X, among the base columns */
    double *value;
};

enum operator { OPERATOR_NONE, OPERATOR_LESS, OPERATOR_AT_MOST, OPERATOR_MORE, OPERATOR_AT_LEAST };

struct condition {
    struct population *population;
    struct expr *expr; /* NULL: always holds */
    struct expr_column *column;
    size_t *derived; /* behind the base columns: index into population->derived */
    size_t derived_count;
    struct expr_value *value; /* of the row at hand */
    /* A single comparison: */
    enum operator operator;
    double bound;          /* of X itself in 1/10000 */
    ptrdiff_t entry;       /* X, or -1 */
    const char *at;
    char failure[EXPR_MESSAGE];
    ptrdiff_t by;          /* index into population->derived, or -1 for X itself */
};

struct population {
    struct cells *cells[2];
    struct expr_column *column; /* base: those of the first input, then of the joined one */
    size_t count, from_first;
    struct arena names; /* those that had to be made */
    ptrdiff_t *slot; /* by base column: position among a row's held values, or -1 */
    size_t width;
    size_t *held; /* by slot: base column */
    struct derived *derived;
    size_t derived_count;
    struct condition **condition;
    size_t condition_count;
    struct kept *kept; /* by slot */
    uint32_t *group;   /* NULL while there is one only */
    size_t rows, room, groups;
};

/* The values of a column, by row. An array is there once a row needs it. */
struct kept {
    int64_t *units; /* 1/10000; NO_UNITS where the cell is no number */
    struct str *text;
};

#define NO_UNITS INT64_MIN /* which no amount is: value/money.h */

static ptrdiff_t find_column(const struct expr_column *columns, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++) {
        if (str_eq_nocase(columns[i].name, name)) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}

struct population *population_new(const struct input *first, const struct input *joined)
{
    struct population *p = mem_new(1, sizeof *p);
    p->cells[POPULATION_FIRST] = first ? cells_new(first) : cells_of_kind(schema_kind(KIND_SCORES));
    if (joined || !first) {
        p->cells[POPULATION_JOINED] =
            joined ? cells_new(joined) : cells_of_kind(schema_kind(KIND_CUSTOMERS));
    }
    const char *kind = joined ? joined->binding.kind->name : "customers";
    size_t joined_count = p->cells[1] ? p->cells[1]->count : 0;
    size_t most = p->cells[0]->count + joined_count;
    p->column = mem_new(most, sizeof *p->column);
    p->slot = mem_new(most, sizeof *p->slot);
    p->held = mem_new(most, sizeof *p->held);
    memcpy(p->column, p->cells[0]->column, p->cells[0]->count * sizeof *p->column);
    p->count = p->from_first = p->cells[0]->count;
    /* A name that both have means the first's; the other is "customers.name". */
    for (size_t i = 0; i < joined_count; i++) {
        struct expr_column column = p->cells[1]->column[i];
        if (find_column(p->column, p->from_first, column.name) >= 0) {
            column.name = arena_printf(&p->names, "%s.%.*s", kind, STRF(column.name));
        }
        p->column[p->count++] = column;
    }
    for (size_t i = 0; i < p->count; i++) {
        p->slot[i] = -1;
    }
    return p;
}

static void hold(struct population *p, size_t column)
{
    if (p->slot[column] < 0) {
        p->slot[column] = (ptrdiff_t)p->width;
        p->held[p->width++] = column;
    }
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (unsigned char)c >= 0x80;
}

/* "top_monetary" as kind and X; false where it is none, or X is no column of numbers. */
static bool split_derived(const struct population *p, struct str word, enum derived_kind *kind,
                          size_t *column)
{
    for (int k = 0; k < DERIVED_KINDS; k++) {
        struct str prefix = prefixes[k];
        if (word.n <= prefix.n || !str_eq_nocase(str_slice(word, 0, prefix.n), prefix) ||
            find_column(p->column, p->count, word) >= 0) {
            continue;
        }
        ptrdiff_t found = find_column(p->column, p->count, str_slice(word, prefix.n, word.n));
        if (found >= 0 && p->column[found].type != EXPR_TEXT) {
            *kind = (enum derived_kind)k;
            *column = (size_t)found;
            return true;
        }
    }
    return false;
}

static size_t derive(struct population *p, enum derived_kind kind, size_t column)
{
    for (size_t i = 0; i < p->derived_count; i++) {
        if (p->derived[i].kind == kind && p->derived[i].column == column) {
            return i;
        }
    }
    hold(p, column);
    p->derived = mem_grow(p->derived, p->derived_count + 1, sizeof *p->derived);
    p->derived[p->derived_count] = (struct derived){kind, column, NULL};
    return p->derived_count++;
}

/* The next name in the text: a bare word, or what stands in double quotes. */
static struct str next_name(struct str *rest)
{
    while (rest->n > 0) {
        bool quoted = rest->p[0] == '"';
        bool text = rest->p[0] == '\'';
        size_t n = quoted || text;
        while (n < rest->n && (quoted || text ? rest->p[n] != rest->p[0] : is_word(rest->p[n]))) {
            n++;
        }
        struct str name = str_slice(*rest, quoted, n);
        size_t end = n + (quoted || text || n == 0);
        *rest = str_slice(*rest, end, rest->n);
        if (name.n > 0 && !text) {
            return name;
        }
    }
    return (struct str){0};
}

/* The condition's columns: the base ones and the derived ones that it names. */
static void collect_columns(struct population *p, struct condition *c, struct str text)
{
    size_t most = 0;
    for (size_t i = 0; i < text.n; i++) {
        most += text.p[i] == '_';
    }
    c->column = mem_new(p->count + most, sizeof *c->column);
    c->value = mem_new(p->count + most, sizeof *c->value);
    c->derived = mem_new(most, sizeof *c->derived);
    memcpy(c->column, p->column, p->count * sizeof *c->column);
    for (struct str rest = text, name; (name = next_name(&rest)).n > 0;) {
        enum derived_kind kind;
        size_t column;
        if (split_derived(p, name, &kind, &column) &&
            find_column(c->column, p->count + c->derived_count, name) < 0) {
            c->column[p->count + c->derived_count] = (struct expr_column){name, EXPR_REAL};
            c->derived[c->derived_count++] = derive(p, kind, column);
        }
    }
}

static enum operator read_operator(struct str *rest)
{
    *rest = str_trim(*rest);
    char sign = rest->n > 0 ? rest->p[0] : '\0';
    bool equal = rest->n > 1 && rest->p[1] == '=';
    if (sign != '<' && sign != '>') {
        return OPERATOR_NONE;
    }
    *rest = str_trim(str_slice(*rest, (size_t)1 + equal, rest->n));
    return sign == '<' ? equal ? OPERATOR_AT_MOST : OPERATOR_LESS
                       : equal ? OPERATOR_AT_LEAST : OPERATOR_MORE;
}

/* A single comparison in which more of X is better. */
static void find_entry(const struct population *p, struct condition *c, struct str text)
{
    struct str rest = str_trim(text);
    size_t n = 0;
    while (n < rest.n && is_word(rest.p[n])) {
        n++;
    }
    struct str name = str_slice(rest, 0, n);
    rest = str_slice(rest, n, rest.n);
    enum operator operator= read_operator(&rest);
    enum derived_kind kind;
    size_t column;
    double bound;
    ptrdiff_t own = find_column(p->column, p->count, name);
    bool top = false;
    if (own >= 0 && p->column[own].type != EXPR_TEXT) {
        column = (size_t)own;
    } else if (split_derived(p, name, &kind, &column) &&
               (kind == DERIVED_PCT || kind == DERIVED_TOP)) {
        own = -1;
        top = kind == DERIVED_TOP;
    } else {
        return;
    }
    bool less = operator == OPERATOR_LESS || operator == OPERATOR_AT_MOST;
    if (operator == OPERATOR_NONE || less != top || !number_parse(rest, own >= 0 ? 4 : 0, &bound)) {
        return;
    }
    c->operator = operator;
    c->bound = bound;
    c->entry = (ptrdiff_t)column;
    for (size_t i = 0; i < p->derived_count && own < 0; i++) {
        if (p->derived[i].kind == kind && p->derived[i].column == column) {
            c->by = (ptrdiff_t)i;
        }
    }
}

void population_hold(struct population *p, const struct condition *c)
{
    for (size_t i = 0; c->expr && i < p->count; i++) {
        if (expr_uses(c->expr, i)) {
            hold(p, i);
        }
    }
}

struct condition *population_condition(struct population *p, struct str text, const char *at,
                                       char message[EXPR_MESSAGE])
{
    struct condition *c = population_condition_of_few(p, text, at, message);
    if (c) {
        population_hold(p, c);
    }
    return c;
}

struct condition *population_condition_of_few(struct population *p, struct str text,
                                              const char *at, char message[EXPR_MESSAGE])
{
    struct condition *c = mem_new(1, sizeof *c);
    c->at = at;
    c->population = p;
    c->entry = c->by = -1;
    p->condition = mem_grow(p->condition, p->condition_count + 1, sizeof *p->condition);
    p->condition[p->condition_count++] = c;
    if (text.n == 0) {
        return c;
    }
    collect_columns(p, c, text);
    c->expr = expr_new(text, c->column, p->count + c->derived_count, message);
    if (!c->expr) {
        return NULL;
    }
    find_entry(p, c, text);
    return c;
}

ptrdiff_t population_number_column(struct population *p, struct str name)
{
    ptrdiff_t column = find_column(p->column, p->count, name);
    if (column >= 0) {
        hold(p, (size_t)column);
    }
    return column;
}

static bool of_side(const struct population *p, size_t column, enum population_side side)
{
    return (column < p->from_first) == (side == POPULATION_FIRST);
}

size_t population_width(const struct population *p, enum population_side side)
{
    size_t n = 0;
    for (size_t i = 0; i < p->width; i++) {
        n += of_side(p, p->held[i], side);
    }
    return n;
}

bool population_read(const struct population *p, enum population_side side, const struct row *row,
                     struct arena *arena, struct expr_value *values)
{
    size_t n = 0;
    for (size_t i = 0; i < p->width; i++) {
        size_t column = p->held[i];
        if (!of_side(p, column, side)) {
            continue;
        }
        size_t at = side == POPULATION_FIRST ? column : column - p->from_first;
        if (!cells_read(p->cells[side], row, at, &values[n])) {
            return false;
        }
        values[n].text = arena_str(arena, values[n].text);
        n++;
    }
    return true;
}

bool population_is_plain(const struct population *p, const struct input *input)
{
    for (size_t i = 0; i < p->width; i++) {
        size_t column = p->held[i];
        if (of_side(p, column, POPULATION_FIRST) &&
            !cells_are_plain(p->cells[POPULATION_FIRST], input, column)) {
            return false;
        }
    }
    return true;
}

bool population_read_plain(const struct population *p, const struct plain_row *row,
                           struct arena *arena, struct expr_value *values)
{
    for (size_t i = 0; i < p->width; i++) {
        size_t column = p->held[i];
        if (!of_side(p, column, POPULATION_FIRST)) {
            continue;
        }
        if (!cells_read_plain(p->cells[POPULATION_FIRST], row, column, values)) {
            return false;
        }
        values->text = values->text.n > 0 ? arena_str(arena, values->text) : (struct str){0};
        values++;
    }
    return true;
}

static void make_room(struct population *p)
{
    p->room = mem_capacity(p->room, p->rows + 1);
    p->kept = p->kept ? p->kept : mem_new(p->width + 1, sizeof *p->kept);
    for (size_t i = 0; i < p->width; i++) {
        struct kept *kept = &p->kept[i];
        kept->units = kept->units ? mem_grow(kept->units, p->room, sizeof *kept->units) : NULL;
        kept->text = kept->text ? mem_grow(kept->text, p->room, sizeof *kept->text) : NULL;
    }
    p->group = p->group ? mem_grow(p->group, p->room, sizeof *p->group) : NULL;
}

static void keep(const struct population *p, struct kept *kept, const struct expr_value *value)
{
    if (value->is_number && !kept->units) {
        kept->units = mem_new(p->room, sizeof *kept->units);
        for (size_t i = 0; i < p->rows; i++) {
            kept->units[i] = NO_UNITS;
        }
    }
    if (value->text.n > 0 && !kept->text) {
        kept->text = mem_new(p->room, sizeof *kept->text);
    }
    if (kept->units) {
        kept->units[p->rows] = value->is_number ? value->units : NO_UNITS;
    }
    if (kept->text) {
        kept->text[p->rows] = value->text;
    }
}

void population_add(struct population *p, const struct expr_value *first,
                    const struct expr_value *joined, size_t group)
{
    static const struct expr_value none;
    if (p->rows == p->room) {
        make_room(p);
    }
    for (size_t i = 0; i < p->width; i++) {
        bool own = of_side(p, p->held[i], POPULATION_FIRST);
        keep(p, &p->kept[i], own ? first++ : joined ? joined++ : &none);
    }
    p->groups = group + 1 > p->groups ? group + 1 : p->groups;
    if (group > 0 && !p->group) {
        p->group = mem_new(p->room, sizeof *p->group); /* all before it are of the first */
    }
    if (p->group) {
        p->group[p->rows] = (uint32_t)group;
    }
    p->rows++;
}

static struct expr_value kept_value(const struct kept *kept, size_t row)
{
    struct expr_value value = {.text = kept->text ? kept->text[row] : (struct str){0}};
    if (kept->units && kept->units[row] != NO_UNITS) {
        value.is_number = true;
        value.units = kept->units[row];
    }
    return value;
}

double population_number(const struct population *p, ptrdiff_t column, size_t row)
{
    const struct kept *kept = &p->kept[p->slot[column]];
    double number;
    if (kept->units && kept->units[row] != NO_UNITS) {
        return (double)kept->units[row];
    }
    return kept->text && number_parse(kept->text[row], 4, &number) ? number : NAN;
}

/* The numbers of a group, or NaN, and which rows they are of; `row` is NULL where it is all. */
static size_t group_numbers(const struct population *p, size_t column, size_t group, double *values,
                            size_t *row)
{
    size_t n = 0;
    for (size_t i = 0; i < p->rows; i++) {
        if (!row || p->group[i] == group) {
            values[n] = population_number(p, (ptrdiff_t)column, i);
            if (row) {
                row[n] = i;
            }
            n++;
        }
    }
    return n;
}

/* `row` and `result` have room for all rows where there are several groups; else they are NULL. */
static void settle_group(struct population *p, struct derived *d, size_t group, double *values,
                         double *result, size_t *row)
{
    size_t n = group_numbers(p, d->column, group, values, row);
    if (d->kind == DERIVED_PCT || d->kind == DERIVED_TOP) {
        double *made = row ? result : d->value;
        standing(values, n, d->kind == DERIVED_PCT ? made : NULL,
                 d->kind == DERIVED_TOP ? made : NULL);
        for (size_t i = 0; row && i < n; i++) {
            d->value[row[i]] = result[i];
        }
        return;
    }
    long double sum = 0;
    size_t filled = 0;
    for (size_t i = 0; i < n; i++) {
        if (!isnan(values[i])) {
            sum += values[i];
            values[filled++] = values[i];
        }
    }
    quantile_sort(values, filled);
    d->value[group] = filled == 0             ? NAN
                      : d->kind == DERIVED_MEAN ? (double)(sum / (long double)filled)
                                                : quantile_at(values, filled, 1, 2);
    d->value[group] /= MONEY_SCALE; /* conditions see X itself */
}

void population_settle(struct population *p)
{
    double *values = mem_new(p->rows, sizeof *values);
    double *result = p->group ? mem_new(p->rows, sizeof *result) : NULL;
    size_t *row = p->group ? mem_new(p->rows, sizeof *row) : NULL;
    for (size_t i = 0; i < p->derived_count; i++) {
        struct derived *d = &p->derived[i];
        bool by_row = d->kind == DERIVED_PCT || d->kind == DERIVED_TOP;
        d->value = mem_new(by_row ? p->rows : p->groups, sizeof *d->value);
        for (size_t group = 0; group < p->groups; group++) {
            settle_group(p, d, group, values, result, row);
        }
    }
    free(values);
    free(result);
    free(row);
}

size_t population_count(const struct population *p)
{
    return p->rows;
}

size_t population_groups(const struct population *p)
{
    return p->groups;
}

size_t population_group(const struct population *p, size_t row)
{
    return p->group ? p->group[row] : 0;
}

static double derived_at(const struct population *p, const struct derived *d, size_t row)
{
    bool by_row = d->kind == DERIVED_PCT || d->kind == DERIVED_TOP;
    return d->value[by_row ? row : population_group(p, row)];
}

bool population_is_money(const struct population *p, ptrdiff_t column)
{
    return p->column[column].type == EXPR_REAL;
}

double population_of_group(const struct population *p, struct str name, size_t group)
{
    enum derived_kind kind;
    size_t column;
    if (split_derived(p, name, &kind, &column) &&
        (kind == DERIVED_MEAN || kind == DERIVED_MEDIAN)) {
        for (size_t i = 0; i < p->derived_count; i++) {
            if (p->derived[i].kind == kind && p->derived[i].column == column) {
                return p->derived[i].value[group];
            }
        }
    }
    return NAN;
}

static enum expr_result compare(const struct condition *c, double value)
{
    if (isnan(value)) {
        return EXPR_NULL;
    }
    bool holds = c->operator == OPERATOR_LESS      ? value < c->bound
                 : c->operator == OPERATOR_AT_MOST ? value <= c->bound
                 : c->operator == OPERATOR_MORE    ? value > c->bound
                                                   : value >= c->bound;
    return holds ? EXPR_TRUE : EXPR_FALSE;
}

static enum expr_result test(struct condition *c, const char **reason)
{
    enum expr_result result = expr_test(c->expr, c->value, reason);
    if (result == EXPR_ERROR && c->at) {
        snprintf(c->failure, sizeof c->failure, "%s.when: %s", c->at, *reason);
        *reason = c->failure;
    }
    return result;
}

enum expr_result population_holds(const struct population *p, struct condition *c, size_t row,
                                  const char **reason)
{
    if (!c->expr) {
        return EXPR_TRUE;
    }
    if (c->operator != OPERATOR_NONE) {
        return compare(c, c->by >= 0 ? derived_at(p, &p->derived[c->by], row)
                                     : population_number(p, c->entry, row));
    }
    for (size_t i = 0; i < p->width; i++) {
        c->value[p->held[i]] = kept_value(&p->kept[i], row);
    }
    for (size_t i = 0; i < c->derived_count; i++) {
        double value = derived_at(p, &p->derived[c->derived[i]], row);
        c->value[p->count + i] = (struct expr_value){.is_real = !isnan(value), .real = value};
    }
    return test(c, reason);
}

static ptrdiff_t score_of(const struct expr_column *column)
{
    static const struct str names[] = {{"r", 1}, {"f", 1}, {"m", 1}};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (str_eq_nocase(column->name, names[i])) {
            return (ptrdiff_t)i;
        }
    }
    return -1;
}

bool population_is_simple(const struct condition *c)
{
    return !c->expr || c->operator != OPERATOR_NONE;
}

bool population_is_of_scores(const struct condition *c)
{
    for (size_t i = 0; c->expr && i < c->population->count; i++) {
        if (expr_uses(c->expr, i) && score_of(&c->column[i]) < 0) {
            return false;
        }
    }
    return c->derived_count == 0;
}

enum expr_result population_holds_of_scores(struct condition *c, const unsigned score[3],
                                     const char **reason)
{
    if (!c->expr) {
        return EXPR_TRUE;
    }
    for (size_t i = 0; i < c->population->count; i++) {
        ptrdiff_t which = score_of(&c->column[i]);
        if (which >= 0) {
            c->value[i] = (struct expr_value){.is_number = true,
                                              .units = (int64_t)score[which] * MONEY_SCALE};
        }
    }
    return test(c, reason);
}

ptrdiff_t population_entry_column(const struct condition *c)
{
    return c->entry;
}

double population_entry(const struct population *p, const struct condition *c, size_t group)
{
    double entry = NAN;
    if (c->by < 0) {
        return c->bound;
    }
    for (size_t i = 0; i < p->rows; i++) {
        double value = population_number(p, c->entry, i);
        if (population_group(p, i) == group &&
            compare(c, derived_at(p, &p->derived[c->by], i)) == EXPR_TRUE && !(value >= entry)) {
            entry = value;
        }
    }
    return entry;
}

void population_free(struct population *p)
{
    for (size_t i = 0; i < p->condition_count; i++) {
        struct condition *c = p->condition[i];
        if (c->expr) {
            expr_free(c->expr);
        }
        free(c->column);
        free(c->value);
        free(c->derived);
        free(c);
    }
    for (size_t i = 0; i < p->derived_count; i++) {
        free(p->derived[i].value);
    }
    arena_free(&p->names);
    free(p->condition);
    free(p->derived);
    for (size_t i = 0; p->kept && i < p->width; i++) {
        free(p->kept[i].units);
        free(p->kept[i].text);
    }
    free(p->kept);
    free(p->group);
    free(p->held);
    free(p->slot);
    free(p->column);
    cells_free(p->cells[0]);
    if (p->cells[1]) {
        cells_free(p->cells[1]);
    }
    free(p);
}
