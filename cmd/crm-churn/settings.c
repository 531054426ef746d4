#include "base/base.h"

#include "base/die.h"
#include "crm-churn/churn.h"

double churn_share(const char *option, const char *text)
{
    struct str number = str_of(text);
    bool percent = str_ends(number, S("%"));
    double value;
    if (!number_parse(str_slice(number, 0, number.n - percent), percent ? -2 : 0, &value) ||
        value < 0 || value >= 1) {
        die(STATUS_USAGE, "%s %s: a share such as 0.1 or 10%% is needed", option, text);
    }
    return value;
}

static double days_of(const char *option, const char *text)
{
    double days = -1;
    if (text && (!number_parse(str_of(text), 0, &days) || days < 0 || days > 36500)) {
        die(STATUS_USAGE, "%s %s: a number of days is needed", option, text);
    }
    return days;
}

struct date_span churn_span(const char *option, const char *text)
{
    struct date_span span;
    if (!date_span_parse(str_of(text), &span) || span.count <= 0 ||
        span.count > (span.unit == 'y' ? 100 : span.unit == 'm' ? 1200 : 36525)) {
        die(STATUS_USAGE, "%s %s: a span such as 180d, 6m", option, text);
    }
    return span;
}

void churn_read_settings(const struct settings *typed, struct churn_settings *settings)
{
    struct clv_options model = typed->model;
    *settings = (struct churn_settings){
        .threshold = churn_share("--threshold", typed->threshold ? typed->threshold : "0.05"),
        .lost = churn_share("--lost", typed->lost ? typed->lost : "0.1"),
        .g1 = days_of("--g1", typed->g1),
        .g2 = days_of("--g2", typed->g2),
    };
    /* Months count as those of 1970: 31, 28, 31 ... */
    struct date_span window = churn_span("--window", typed->window ? typed->window : "180d");
    settings->window = date_add(0, window, 1);
    if (settings->g1 >= 0 && settings->g2 >= 0 && settings->g1 > settings->g2) {
        die(STATUS_USAGE, "--g1 %s is larger than --g2 %s", typed->g1, typed->g2);
    }
    model.model = model.model == CHURN_NO_CHOICE ? 0 : model.model;
    model.horizon = model.horizon ? model.horizon : "12m";
    clv_options_read(&model, typed->refunds == 1, &settings->clv);
}
