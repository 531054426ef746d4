#include "base/base.h"

#include <math.h>

#include "analysis/features.h"
#include "base/map.h"
#include "base/mem.h"
#include "value/number.h"

#define LEVELS_MOST 30
#define SKEW 1.0

static bool numeric(const struct str *const *cells, size_t rows, size_t column, size_t *filled)
{
    struct map distinct = {0};
    bool all = true;
    *filled = 0;
    for (size_t i = 0; i < rows && all; i++) {
        double value;
        bool fresh;
        if (cells[i][column].n > 0) {
            all = number_parse(cells[i][column], 0, &value);
            ++*filled;
            map_put(&distinct, cells[i][column], &fresh);
        }
    }
    all &= distinct.count > 2;
    map_free(&distinct);
    return all;
}

/* Mean, deviation and skewness of the filled cells. */
static void moments(const struct str *const *cells, size_t rows, size_t column, bool logged,
                    double *mean, double *deviation, double *skew, double *least)
{
    double n = 0, sum = 0, squares = 0, cubes = 0, value;
    *least = INFINITY;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < rows; i++) {
            if (cells[i][column].n == 0 || !number_parse(cells[i][column], 0, &value)) {
                continue;
            }
            *least = value < *least ? value : *least;
            value = logged ? log1p(value) : value;
            if (pass == 0) {
                n++;
                sum += value;
            } else {
                double d = value - sum / n;
                squares += d * d;
                cubes += d * d * d;
            }
        }
    }
    *mean = n > 0 ? sum / n : 0;
    *deviation = n > 1 ? sqrt(squares / n) : 0;
    *skew = *deviation > 0 ? cubes / n / (*deviation * *deviation * *deviation) : 0;
}

static void learn_number(struct features_column *c, const struct str *const *cells, size_t rows,
                         size_t column, size_t filled)
{
    double skew, least;
    c->number = true;
    moments(cells, rows, column, false, &c->mean, &c->deviation, &skew, &least);
    if (least >= 0 && skew > SKEW) {
        c->logged = true;
        moments(cells, rows, column, true, &c->mean, &c->deviation, &skew, &least);
    }
    c->has_missing = filled < rows;
    if (!(c->deviation > 0)) {
        c->dropped = "one value";
    }
}

struct level {
    struct str name;
    uint64_t rows;
};

static int commonest(const void *a, const void *b)
{
    const struct level *x = a;
    const struct level *y = b;
    if (x->rows != y->rows) {
        return x->rows > y->rows ? -1 : 1;
    }
    return str_cmp(x->name, y->name);
}

static struct str level_of(struct str cell)
{
    return cell.n > 0 ? cell : S("(missing)");
}

static void learn_category(struct features_column *c, const struct str *const *cells, size_t rows,
                           size_t column, struct arena *arena)
{
    struct map index = {0};
    struct level *level = NULL;
    size_t count = 0;
    for (size_t i = 0; i < rows; i++) {
        bool fresh;
        struct str name = level_of(cells[i][column]);
        uint32_t *at = map_put(&index, name, &fresh);
        if (fresh) {
            *at = (uint32_t)count;
            level = mem_grow(level, count + 1, sizeof *level);
            level[count++] = (struct level){arena_str(arena, name), 0};
        }
        level[*at].rows++;
    }
    map_free(&index);
    qsort(level, count, sizeof *level, commonest);
    if (count < 2) {
        c->dropped = "one value";
    } else if (count > 50 && count * 2 > rows) {
        c->dropped = "a text that nearly every row has for itself";
    } else {
        c->base = level[0].name;
        c->level = arena_alloc(arena, count * sizeof *c->level);
        for (size_t i = 1; i < count; i++) {
            if (level[i].rows * 100 >= rows && c->levels < LEVELS_MOST) {
                c->level[c->levels++] = level[i].name;
            } else {
                c->has_other = true;
            }
        }
    }
    free(level);
}

static size_t terms_of(const struct features_column *c)
{
    return c->dropped ? 0 : c->number ? (size_t)1 + c->has_missing : c->levels + c->has_other;
}

void features_learn(struct features *f, const struct str *names, size_t columns,
                    const struct str *const *cells, size_t rows, struct arena *arena)
{
    *f = (struct features){.column = arena_alloc(arena, columns * sizeof *f->column),
                           .columns = columns};
    for (size_t i = 0; i < columns; i++) {
        struct features_column *c = &f->column[i];
        size_t filled;
        *c = (struct features_column){.name = arena_str(arena, names[i])};
        if (numeric(cells, rows, i, &filled)) {
            learn_number(c, cells, rows, i, filled);
        } else {
            learn_category(c, cells, rows, i, arena);
        }
        f->terms += terms_of(c);
    }
}

static size_t put_column(const struct features_column *c, struct str cell, double *x)
{
    double value;
    if (c->number) {
        bool filled = cell.n > 0 && number_parse(cell, 0, &value) && !(c->logged && value < 0);
        x[0] = filled ? ((c->logged ? log1p(value) : value) - c->mean) / c->deviation : 0;
        if (c->has_missing) {
            x[1] = !filled;
        }
        return terms_of(c);
    }
    struct str name = level_of(cell);
    bool known = str_eq(name, c->base);
    for (size_t i = 0; i < c->levels; i++) {
        x[i] = str_eq(name, c->level[i]);
        known |= x[i] > 0;
    }
    if (c->has_other) {
        x[c->levels] = !known;
    }
    return terms_of(c);
}

void features_row(const struct features *f, const struct str *cells, double *x)
{
    for (size_t i = 0; i < f->columns; i++) {
        if (!f->column[i].dropped) {
            x += put_column(&f->column[i], cells[i], x);
        }
    }
}

struct str features_term(const struct features *f, size_t term, struct arena *arena)
{
    for (size_t i = 0; i < f->columns; i++) {
        const struct features_column *c = &f->column[i];
        if (term >= terms_of(c)) {
            term -= terms_of(c);
        } else if (c->number) {
            return arena_printf(arena, term == 0 ? c->logged ? "ln(1 + %.*s)" : "%.*s"
                                                 : "%.*s (missing)", STRF(c->name));
        } else {
            return arena_printf(arena, "%.*s=%.*s", STRF(c->name),
                                STRF(term < c->levels ? c->level[term] : S("(other)")));
        }
    }
    return (struct str){0};
}
