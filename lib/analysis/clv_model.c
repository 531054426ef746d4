#include "base/base.h"

#include <jansson.h>
#include <math.h>

#include "analysis/clv_model.h"
#include "value/number.h"

static void put_number(struct buf *out, double value)
{
    if (isfinite(value)) {
        buf_printf(out, "%.17g", value);
    } else {
        buf_str(out, S("null"));
    }
}

static void put_list(struct buf *out, const char *name, const double *values, size_t n)
{
    buf_printf(out, "    \"%s\": [", name);
    for (size_t i = 0; i < n; i++) {
        buf_str(out, i > 0 ? S(", ") : S(""));
        put_number(out, values[i]);
    }
    buf_str(out, S("]"));
}

static void put_parameters(struct buf *out, const char *name, const double *values,
                           enum lifetime_model model)
{
    buf_printf(out, "    \"%s\": {", name);
    for (size_t i = 0; i < LIFETIME_PARAMETERS; i++) {
        buf_printf(out, "%s\"%s\": ", i > 0 ? ", " : "", lifetime_parameter_name(model, i));
        put_number(out, values[i]);
    }
    buf_str(out, S("}"));
}

void clv_model_write(const struct clv *clv, struct buf *out)
{
    const struct clv_model *m = &clv->model;
    const struct fit_lifetime *l = &m->lifetime;
    char day[DATE_ROOM];
    day[date_format(clv->as_of, day)] = '\0';
    buf_printf(out, "{\n  \"as_of\": \"%s\",\n  \"unit_days\": ", day);
    put_number(out, m->unit);
    buf_printf(out, ",\n  \"customers\": %" PRIu64 ",\n  \"repeaters\": %" PRIu64 ",\n"
               "  \"lifetime\": {\n    \"model\": \"%s\",\n",
               m->customers, m->repeaters, lifetime_model_name(l->parameters.model));
    put_parameters(out, "parameters", l->parameters.p, l->parameters.model);
    buf_str(out, S(",\n"));
    put_parameters(out, "standard_errors", l->error, l->parameters.model);
    buf_str(out, S(",\n    \"log_likelihood\": "));
    put_number(out, l->likelihood);
    buf_str(out, S(",\n"));
    put_list(out, "covariance_of_logs", l->covariance, LIFETIME_PARAMETERS * LIFETIME_PARAMETERS);
    buf_str(out, S("\n  }"));
    if (m->has_spend && m->spend.parameters.plain) {
        buf_printf(out, ",\n  \"spend\": {\n    \"model\": \"own mean\",\n"
                   "    \"customers\": %" PRIu64 ",\n    \"population_mean\": ", m->spenders);
        put_number(out, m->spend.parameters.mean);
        buf_str(out, S("\n  }"));
    } else if (m->has_spend) {
        const struct fit_spend *s = &m->spend;
        buf_printf(out, ",\n  \"spend\": {\n    \"model\": \"gamma-gamma\",\n"
                   "    \"customers\": %" PRIu64 ",\n    \"parameters\": {\"p\": ", m->spenders);
        put_number(out, s->parameters.p);
        buf_str(out, S(", \"q\": "));
        put_number(out, s->parameters.q);
        buf_str(out, S(", \"gamma\": "));
        put_number(out, s->parameters.gamma);
        buf_str(out, S("},\n    \"population_mean\": "));
        put_number(out, s->parameters.mean);
        buf_str(out, S(",\n    \"correlation\": "));
        put_number(out, s->correlation);
        buf_str(out, S(",\n    \"log_likelihood\": "));
        put_number(out, s->likelihood);
        buf_str(out, S(",\n"));
        put_list(out, "covariance_of_logs", s->covariance, SPEND_PARAMETERS * SPEND_PARAMETERS);
        buf_str(out, S("\n  }"));
    }
    buf_str(out, S("\n}\n"));
}

/* A positive number of an object. */
static bool positive(const json_t *object, const char *name, double *value)
{
    const json_t *number = json_object_get(object, name);
    *value = json_number_value(number);
    return json_is_number(number) && *value > 0 && isfinite(*value);
}

static void read_list(const json_t *object, double *values, size_t n)
{
    const json_t *list = json_object_get(object, "covariance_of_logs");
    for (size_t i = 0; i < n; i++) {
        const json_t *value = json_array_get(list, i);
        values[i] = json_is_number(value) ? json_number_value(value) : NAN;
    }
}

static const char *read_lifetime(struct arena *arena, const json_t *root, struct clv_model *model)
{
    const json_t *lifetime = json_object_get(root, "lifetime");
    const json_t *parameters = json_object_get(lifetime, "parameters");
    struct str name = str_of(json_string_value(json_object_get(lifetime, "model")));
    struct fit_lifetime *l = &model->lifetime;
    bool known = false;
    for (int i = LIFETIME_MBG; i <= LIFETIME_PARETO; i++) {
        if (str_eq(name, str_of(lifetime_model_name((enum lifetime_model)i)))) {
            l->parameters.model = (enum lifetime_model)i;
            known = true;
        }
    }
    if (!known) {
        return "lifetime.model: choose of mbg, bg, pareto";
    }
    for (size_t i = 0; i < LIFETIME_PARAMETERS; i++) {
        const char *parameter = lifetime_parameter_name(l->parameters.model, i);
        if (!positive(parameters, parameter, &l->parameters.p[i])) {
            return arena_cstr(arena, arena_printf(arena, "lifetime.parameters.%s: a number above 0 is "
                                                         "needed", parameter));
        }
    }
    read_list(lifetime, l->covariance, LIFETIME_PARAMETERS * LIFETIME_PARAMETERS);
    return NULL;
}

static const char *read_spend(const json_t *root, struct clv_model *model)
{
    const json_t *spend = json_object_get(root, "spend");
    const json_t *parameters = json_object_get(spend, "parameters");
    struct spend_parameters *s = &model->spend.parameters;
    model->has_spend = spend != NULL;
    model->spend_fault = spend ? NULL : "the model has none";
    if (!spend) {
        return NULL;
    }
    s->plain = str_eq(str_of(json_string_value(json_object_get(spend, "model"))), S("own mean"));
    if (s->plain) {
        return positive(spend, "population_mean", &s->mean)
                   ? NULL
                   : "spend: population_mean above 0 is needed";
    }
    if (!positive(parameters, "p", &s->p) || !positive(parameters, "q", &s->q) ||
        !positive(parameters, "gamma", &s->gamma) ||
        !positive(spend, "population_mean", &s->mean)) {
        return "spend: p, q, gamma and population_mean above 0 are needed";
    }
    s->shrunken = s->q <= 1;
    read_list(spend, model->spend.covariance, SPEND_PARAMETERS * SPEND_PARAMETERS);
    return NULL;
}

const char *clv_model_read(struct arena *arena, struct str text, struct clv_model *model)
{
    json_error_t error;
    json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &error);
    if (!root) {
        return arena_cstr(arena, arena_printf(arena, "%d:%d: no valid JSON: %s", error.line,
                                              error.column, error.text));
    }
    *model = (struct clv_model){0};
    const char *reason = positive(root, "unit_days", &model->unit)
                             ? read_lifetime(arena, root, model)
                             : "unit_days: a number above 0 is needed";
    reason = reason ? reason : read_spend(root, model);
    json_decref(root);
    return reason;
}
