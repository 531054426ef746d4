#include "base/base.h"

#include "crm-cohort/cohort.h"

void cohort_read_rollup(const struct settings *typed, struct cli *cli, enum date_period by,
                        struct rollup_settings *settings)
{
    *settings = (struct rollup_settings){
        .by = by,
        .currency = options_currency(typed->currency),
        .one_currency = true,
        .since = DATE_NONE,
        .until = DATE_NONE,
        .as_of = cli_as_of_given(cli),
        .words = orders_words_new(cli->options.status.items, cli->options.status.count),
    };
}
