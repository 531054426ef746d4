#include "base/base.h"

#include <jansson.h>
#include <math.h>

#include "analysis/propensity.h"
#include "format/encode.h"

static void put_number(struct buf *out, const char *name, double value)
{
    if (isfinite(value)) {
        buf_printf(out, "\"%s\": %.17g", name, value);
    } else {
        buf_printf(out, "\"%s\": null", name);
    }
}

static void put_column(const struct features_column *c, struct buf *out)
{
    buf_str(out, S("{\"name\": "));
    encode_json_string(c->name, out);
    if (c->dropped) {
        buf_printf(out, ", \"dropped\": \"%s\"}", c->dropped);
        return;
    }
    if (c->number) {
        buf_printf(out, ", \"number\": true, \"log\": %s, \"missing\": %s, ",
                   c->logged ? "true" : "false", c->has_missing ? "true" : "false");
        put_number(out, "mean", c->mean);
        buf_str(out, S(", "));
        put_number(out, "deviation", c->deviation);
        buf_str(out, S("}"));
        return;
    }
    buf_str(out, S(", \"base\": "));
    encode_json_string(c->base, out);
    buf_printf(out, ", \"other\": %s, \"levels\": [", c->has_other ? "true" : "false");
    for (size_t i = 0; i < c->levels; i++) {
        buf_str(out, i > 0 ? S(", ") : S(""));
        encode_json_string(c->level[i], out);
    }
    buf_str(out, S("]}"));
}

void propensity_write(const struct propensity *p, struct buf *out)
{
    buf_str(out, S("{\n  \"model\": \"logistic regression, ridge\",\n  \"outcome\": "));
    encode_json_string(p->outcome, out);
    buf_printf(out, ",\n  \"rows\": %" PRIu64 ",\n  \"positive\": %" PRIu64 ",\n  ", p->rows,
               p->positive);
    put_number(out, "penalty", p->penalty);
    buf_str(out, S(",\n  "));
    put_number(out, "auc", p->auc);
    buf_str(out, S(",\n  \"columns\": [\n"));
    for (size_t i = 0; i < p->features.columns; i++) {
        buf_str(out, S("    "));
        put_column(&p->features.column[i], out);
        buf_str(out, i + 1 < p->features.columns ? S(",\n") : S("\n  ],\n"));
    }
    buf_str(out, S("  \"coefficients\": ["));
    for (size_t i = 0; i <= p->features.terms; i++) {
        buf_printf(out, "%s%.17g", i > 0 ? ", " : "", p->beta[i]);
    }
    buf_str(out, S("]\n}\n"));
}

static struct str text(struct arena *arena, const json_t *object, const char *name)
{
    return arena_str(arena, str_of(json_string_value(json_object_get(object, name))));
}

/* False where the column is not as put_column wrote it. */
static bool read_column(struct arena *arena, const json_t *object, struct features_column *c,
                        size_t *terms)
{
    *c = (struct features_column){.name = text(arena, object, "name")};
    if (c->name.n == 0) {
        return false;
    }
    if (json_object_get(object, "dropped")) {
        c->dropped = "not used";
        return true;
    }
    if (json_is_true(json_object_get(object, "number"))) {
        c->number = true;
        c->logged = json_is_true(json_object_get(object, "log"));
        c->has_missing = json_is_true(json_object_get(object, "missing"));
        c->mean = json_number_value(json_object_get(object, "mean"));
        c->deviation = json_number_value(json_object_get(object, "deviation"));
        *terms += (size_t)1 + c->has_missing;
        return c->deviation > 0;
    }
    const json_t *levels = json_object_get(object, "levels");
    c->base = text(arena, object, "base");
    c->has_other = json_is_true(json_object_get(object, "other"));
    c->levels = json_array_size(levels);
    c->level = arena_alloc(arena, (c->levels + 1) * sizeof *c->level);
    for (size_t i = 0; i < c->levels; i++) {
        c->level[i] = arena_str(arena, str_of(json_string_value(json_array_get(levels, i))));
    }
    *terms += c->levels + c->has_other;
    return json_is_array(levels);
}

static const char *read_root(struct arena *arena, const json_t *root, struct propensity *p)
{
    const json_t *columns = json_object_get(root, "columns");
    const json_t *coefficients = json_object_get(root, "coefficients");
    struct features *f = &p->features;
    f->columns = json_array_size(columns);
    f->column = arena_alloc(arena, (f->columns + 1) * sizeof *f->column);
    for (size_t i = 0; i < f->columns; i++) {
        if (!read_column(arena, json_array_get(columns, i), &f->column[i], &f->terms)) {
            return arena_cstr(arena, arena_printf(arena, "columns[%zu] is not a column of a model", i));
        }
    }
    if (f->terms == 0 || json_array_size(coefficients) != f->terms + 1) {
        return "coefficients do not fit the columns: it is not a model that --fit wrote";
    }
    p->beta = arena_alloc(arena, (f->terms + 1) * sizeof *p->beta);
    for (size_t i = 0; i <= f->terms; i++) {
        p->beta[i] = json_number_value(json_array_get(coefficients, i));
    }
    p->outcome = text(arena, root, "outcome");
    return NULL;
}

const char *propensity_read(struct arena *arena, struct str file, struct propensity *p)
{
    json_error_t error;
    json_t *root = json_loadb(file.p, file.n, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        return arena_cstr(arena, arena_printf(arena, "%d:%d: no valid JSON: %s", error.line,
                                              error.column, error.text));
    }
    *p = (struct propensity){0};
    const char *reason = read_root(arena, root, p);
    json_decref(root);
    return reason;
}
