#include "base/base.h"

#include <math.h>

#include "analysis/clv_model.h"
#include "base/die.h"
#include "base/say.h"
#include "cli/clv_options.h"
#include "io/slurp.h"
#include "value/number.h"

/* The most of a unit that CLV_MONTHS_MAX months hold. */
static int32_t horizon_most(char unit)
{
    int32_t months = CLV_MONTHS_MAX;
    return unit == 'y' ? months / 12 : unit == 'm' ? months : unit == 'w' ? months * 4 : months * 30;
}

const char *clv_options_given(const struct clv_options *typed)
{
    return typed->model >= 0     ? "--model"
           : typed->horizon      ? "--horizon"
           : typed->discount     ? "--discount"
           : typed->time_unit >= 0 ? "--time-unit"
           : typed->save         ? "--save-model"
           : typed->load         ? "--load-model"
                                 : NULL;
}

void clv_options_read(const struct clv_options *typed, bool ignore_refunds,
                      struct clv_settings *settings)
{
    static const double units[] = {7, 1, 365.25 / 12};
    const char *horizon = typed->horizon ? typed->horizon : "12m";
    struct str discount = str_of(typed->discount ? typed->discount : "10%");
    *settings = (struct clv_settings){
        .model = typed->model < 0 ? CLV_MBG : (enum clv_choice)typed->model,
        .unit = units[typed->time_unit < 0 ? 0 : typed->time_unit],
        .ignore_refunds = ignore_refunds};
    bool percent = str_ends(discount, S("%"));
    if (!date_span_parse(str_of(horizon), &settings->horizon) || settings->horizon.count == 0 ||
        settings->horizon.count > horizon_most(settings->horizon.unit)) {
        die(STATUS_USAGE, "--horizon %s: a span such as 12m, 52w, 1y, at most %d months", horizon,
            CLV_MONTHS_MAX);
    }
    if (!number_parse(str_slice(discount, 0, discount.n - percent), percent ? -2 : 0,
                      &settings->discount) || settings->discount < 0 || settings->discount > 10) {
        die(STATUS_USAGE, "--discount %s: a rate a year such as 10%% or 0.1", typed->discount);
    }
}

void clv_options_load(const struct clv_options *typed, struct arena *arena, struct clv *clv)
{
    if (typed->load && (typed->model >= 0 || typed->time_unit >= 0)) {
        die(STATUS_USAGE, "--load-model: model and time unit are the file's: no %s",
            typed->model >= 0 ? "--model" : "--time-unit");
    }
    if (typed->load) {
        struct str text = slurp_file(arena, typed->load, 1 << 20);
        const char *reason = clv_model_read(arena, text, &clv->model);
        clv->loaded = text;
        if (reason) {
            die(STATUS_DATA, "%s: %s", typed->load, reason);
        }
    }
}

static void say_spend(const struct clv_model *m)
{
    const struct spend_parameters *s = &m->spend.parameters;
    if (!m->has_spend) {
        say_warning("no value of orders: %s", m->spend_fault);
        return;
    }
    if (s->plain) {
        say_warning("spend: the customers' mean orders do not tell a model (prices that hardly vary?): "
                    "own means are taken, %.2f for who has none", s->mean);
        return;
    }
    char correlation[80] = "";
    if (!isnan(m->spend.correlation)) {
        snprintf(correlation, sizeof correlation, "; correlation of spend and frequency %.2f%s",
                 m->spend.correlation,
                 fabs(m->spend.correlation) > 0.3 ? ", which the model takes as none" : "");
    }
    say_notice("spend: p %.4g q %.4g gamma %.4g, of %" PRIu64 " customers%s", s->p, s->q, s->gamma,
               m->spenders, correlation);
    if (s->shrunken) {
        say_warning("spend: q is at most 1: there is no population mean; values shrink to the "
                    "observed mean %.2f", s->mean);
    }
}

static void warn_of_bg(const struct clv *clv)
{
    uint64_t once = 0;
    for (size_t i = 0; i < clv->count; i++) {
        once += clv->customer[i].first != DATE_NONE && clv->customer[i].x == 0;
    }
    if (clv->model.lifetime.parameters.model == LIFETIME_BG && once > 0) {
        say_warning("bg takes all %" PRIu64 " customers who bought once as alive: p_alive 1; mbg and "
                    "pareto do not", once);
    }
}

void clv_options_say(const struct clv *clv)
{
    const struct clv_model *m = &clv->model;
    const struct lifetime_parameters *p = &m->lifetime.parameters;
    struct buf line;
    buf_init(&line, BUF_UNBOUNDED);
    for (size_t i = 0; i < LIFETIME_PARAMETERS; i++) {
        buf_printf(&line, " %s %.4g", lifetime_parameter_name(p->model, i), p->p[i]);
    }
    say_notice("%s:%.*s, of %" PRIu64 " customers, %" PRIu64 " with repeat orders; time unit %g days",
               lifetime_model_name(p->model), STRF(buf_view(&line)), m->customers, m->repeaters,
               m->unit);
    buf_free(&line);
    if (clv->settings.model == CLV_AUTO) {
        say_notice("auto: log-likelihood of every fifth customer, held out: mbg %.2f, bg %.2f, pareto "
                   "%.2f", clv->held_out[LIFETIME_MBG], clv->held_out[LIFETIME_BG],
                   clv->held_out[LIFETIME_PARETO]);
    }
    if (m->lifetime.held) {
        say_warning("the data do not tell the model: %s; a weak prior holds the parameters, so there "
                    "are no standard errors: see --backtest before relying on it",
                    m->cause);
    }
    warn_of_bg(clv);
    say_spend(m);
}

void clv_options_fit(const struct clv_options *typed, int32_t as_of, struct clv *clv)
{
    char message[CLV_MESSAGE];
    clv_begin(clv, as_of);
    if (typed->load) {
        clv_prepare(clv);
        warn_of_bg(clv);
        return;
    }
    if (!clv_fit(clv, message)) {
        die(STATUS_DATA, "--clv: %s", message);
    }
    clv_options_say(clv);
}

void clv_options_save(const struct clv *clv, struct sink *sink)
{
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    if (clv->loaded.p) {
        buf_str(&out, clv->loaded);
    } else {
        clv_model_write(clv, &out);
    }
    sink_write(sink, out.p, out.n);
    buf_free(&out);
}
