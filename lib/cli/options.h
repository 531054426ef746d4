/*
 * options.h - the options that all commands share, and what they mean for reading and writing.
 */
#ifndef CRM_OPTIONS_H
#define CRM_OPTIONS_H

#include "base/opt.h"
#include "flow/input.h"
#include "format/encode.h"

/* Targets of the table, as typed. */
#define OPTIONS_JOBS_AUTO UINT64_MAX

struct options {
    int from, to;
    const char *output;
    bool backup;
    struct opt_list map;
    const char *key;
    const char *delimiter;
    const char *encoding;
    struct opt_list where;
    bool lenient;
    bool plain;
    const char *columns;
    int date_order;
    const char *decimal;
    int round;
    bool raw_ids;
    const char *country;
    struct opt_list status;
    const char *tz;
    const char *as_of;
    const char *fresh;
    const char *rejects;
    const char *max_rejects;
    struct opt_list limit;
    bool formula_guard;
    uint64_t jobs; /* OPTIONS_JOBS_AUTO: one a processor */
    uint64_t block_size;
    const char *summary;
    bool quiet;
    bool explain;
};

extern const struct option_spec options_table[];

/* Sets what the table cannot: defaults. Call before opt_parse. */
void options_defaults(struct options *options);
/* How inputs are to be read; a value that makes no sense is a usage error. Slices in `arena`. */
void options_input(const struct options *options, struct arena *arena,
                   struct input_settings *settings);
/* The output format: as asked for, else by the name of the output, else a table on a terminal. */
enum encode_kind options_output(const struct options *options, bool terminal);
/* --max-rejects: a number, or a share such as 10%. */
void options_max_rejects(const struct options *options, uint64_t *most, double *share);
/* A currency that the user names; what is no ISO 4217 code is a usage error. NULL gives none. */
struct str options_currency(const char *text);
/* "a,b,c" cut at commas, without blanks; *count gets their number. */
struct str *options_list(const char *text, struct arena *arena, size_t *count);

#endif
