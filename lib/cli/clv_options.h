/*
 * clv_options.h - the options of lifetime models, for the commands that fit them.
 *
 *     struct settings { ...; struct clv_options clv; };
 *     {0, "model", CLV_OPTIONS_MODELS, OPT_CHOICE, AT(clv.model), "..."},  and so on
 *     struct settings typed = {.clv = CLV_OPTIONS_DEFAULT};
 *     clv_options_read(&typed.clv, ignore_refunds, &settings);
 */
#ifndef CRM_CLV_OPTIONS_H
#define CRM_CLV_OPTIONS_H

#include "analysis/clv.h"
#include "cli/cli.h"

#define CLV_OPTIONS_MODELS "mbg|bg|pareto|auto"
#define CLV_OPTIONS_UNITS "week|day|month"
#define CLV_OPTIONS_DEFAULT                                                                        \
    {                                                                                              \
        .model = -1, .time_unit = -1                                                               \
    }

struct clv_options {
    int model, time_unit;           /* -1: not given */
    const char *horizon, *discount; /* NULL: not given */
    const char *save, *load;
};

/* The name of an option that was given, or NULL: for a command that was not asked for a model. */
const char *clv_options_given(const struct clv_options *typed);
/* A value that makes no sense is a usage error. */
void clv_options_read(const struct clv_options *typed, bool ignore_refunds,
                      struct clv_settings *settings);
/* Reads --load-model, if there is one, into the clv; before the first record. */
void clv_options_load(const struct clv_options *typed, struct arena *arena, struct clv *clv);
/* Fits, unless a model was loaded, and says what came out; a fit that fails ends the run. */
void clv_options_fit(const struct clv_options *typed, int32_t as_of, struct clv *clv);
/* What a fit came to, as notices and warnings. */
void clv_options_say(const struct clv *clv);
void clv_options_save(const struct clv *clv, struct sink *sink);

#endif
