#include "base/base.h"

#include "base/die.h"
#include "cli/options.h"
#include "io/charset.h"
#include "value/phone.h"

#define AT(member) offsetof(struct options, member)

const struct option_spec options_table[] = {
    {'f', "from", "auto|csv|tsv|jsonl", OPT_CHOICE, AT(from), "format of the input"},
    {'t', "to", "auto|csv|tsv|jsonl|table|md", OPT_CHOICE, AT(to), "format of the output"},
    {'o', "output", "FILE", OPT_TEXT, AT(output), "write to FILE, whole or not at all"},
    {0, "backup", NULL, OPT_FLAG, AT(backup), "keep the file that -o replaces, as FILE.~N~"},
    {'m', "map", "NAME=HEADER", OPT_LIST, AT(map), "column HEADER is the canonical NAME"},
    {0, "key", "COLUMN,...", OPT_TEXT, AT(key), "what names a customer; the first filled wins"},
    {0, "where", "CONDITION", OPT_LIST, AT(where), "only rows for which this SQL condition holds"},
    {0, "delimiter", "CHAR", OPT_TEXT, AT(delimiter), "field separator of the input; tab for a tab"},
    {0, "encoding", "NAME", OPT_TEXT, AT(encoding), "encoding of the input, as iconv names it"},
    {0, "lenient", NULL, OPT_FLAG, AT(lenient), "read broken CSV as lax tools wrote it"},
    {0, "plain", NULL, OPT_FLAG, AT(plain), "read a known product's export as a plain table"},
    {0, "columns", "NAME,...", OPT_TEXT, AT(columns), "JSON keys that the first record lacks"},
    {0, "date-order", "auto|dmy|mdy", OPT_CHOICE, AT(date_order), "order in dates such as 5/1/2024"},
    {0, "decimal", "CHAR", OPT_TEXT, AT(decimal), "decimal sign of the input: . or ,"},
    {0, "round", "no|half-even", OPT_CHOICE, AT(round), "what to do with more than 4 decimals"},
    {0, "raw-ids", NULL, OPT_FLAG, AT(raw_ids), "take ids as they stand, with \".0\" at the end"},
    {0, "country", "CODE", OPT_TEXT, AT(country), "country of phone numbers without + (CN, DE)"},
    {0, "status", "WORD=STATE", OPT_LIST, AT(status),
     "order status WORD means counted, refund, open or not_counted"},
    {0, "tz", "ZONE", OPT_TEXT, AT(tz), "turn times with a zone into ZONE (Asia/Shanghai)"},
    {0, "as-of", "DATE|today|data", OPT_TEXT, AT(as_of), "the day to look back from"},
    {0, "fresh", "SPAN", OPT_TEXT, AT(fresh), "exit 1 if the data end SPAN (2d, 1w) before as-of"},
    {0, "rejects", "FILE", OPT_TEXT, AT(rejects), "write bad rows to FILE and go on"},
    {0, "max-rejects", "N|P%", OPT_TEXT, AT(max_rejects), "fail if more are rejected (10%)"},
    {0, "limit", "WHAT=N", OPT_LIST, AT(limit),
     "ceiling of row, field (bytes), columns, depth, ratio, bytes"},
    {0, "formula-guard", NULL, OPT_FLAG, AT(formula_guard), "put ' before what a sheet would run"},
    {'j', "jobs", "N", OPT_NUMBER, AT(jobs), "number of workers (one a processor)"},
    {0, "block-size", "BYTES", OPT_NUMBER, AT(block_size), "size of the pieces that are read"},
    {0, "summary", "FILE", OPT_OPTIONAL, AT(summary), "one JSON line of accounting, to stderr"},
    {'q', "quiet", NULL, OPT_FLAG, AT(quiet), "no notices, no warnings"},
    {0, "explain", NULL, OPT_FLAG, AT(explain), "say on stderr how each column is made"},
    {0},
};

void options_defaults(struct options *options)
{
    *options = (struct options){.decimal = ".", .max_rejects = "10%", .as_of = "data", .jobs = OPTIONS_JOBS_AUTO};
}

struct str options_currency(const char *text)
{
    struct str currency = str_of(text);
    if (text && !money_is_currency(currency)) {
        die(STATUS_USAGE, "--currency %s: an ISO 4217 code such as EUR is needed", text);
    }
    return currency;
}

struct str *options_list(const char *text, struct arena *arena, size_t *count)
{
    struct str rest = str_of(text);
    size_t most = 1;
    for (size_t i = 0; i < rest.n; i++) {
        most += rest.p[i] == ',';
    }
    struct str *items = arena_alloc(arena, most * sizeof *items);
    *count = 0;
    while (rest.n > 0) {
        struct str item = str_trim(str_cut(&rest, ','));
        if (item.n > 0) {
            items[(*count)++] = item;
        }
    }
    return items;
}

static void maps(const struct options *options, struct arena *arena,
                 struct input_settings *settings)
{
    struct schema_map *map = arena_alloc(arena, (options->map.count + 1) * sizeof *map);
    for (size_t i = 0; i < options->map.count; i++) {
        struct str rest = str_of(options->map.items[i]);
        map[i].canonical = str_cut(&rest, '=');
        map[i].header = rest;
        bool known = false;
        for (int kind = 0; kind < KIND_COUNT; kind++) {
            known |= schema_column_named(schema_kind((enum kind)kind), map[i].canonical) >= 0;
        }
        if (rest.n == 0 || !known) {
            die(STATUS_USAGE, "--map %s: write NAME=HEADER, NAME being a canonical column (man 5 "
                "crm-formats)", options->map.items[i]);
        }
    }
    settings->maps = map;
    settings->map_count = options->map.count;
}

static void keys(const struct options *options, struct arena *arena,
                 struct input_settings *settings)
{
    settings->key = options_list(options->key, arena, &settings->key_count);
    for (size_t i = 0; i < settings->key_count; i++) {
        struct str key = settings->key[i];
        if (!str_eq(key, S("customer_id")) && !str_eq(key, S("email")) && !str_eq(key, S("phone"))) {
            die(STATUS_USAGE, "--key %s: choose of customer_id, email, phone", options->key);
        }
    }
}

static char separator(const char *text)
{
    if (!text) {
        return '\0';
    }
    if (strcmp(text, "tab") == 0 || strcmp(text, "\\t") == 0) {
        return '\t';
    }
    unsigned char c = (unsigned char)text[0];
    if (strlen(text) != 1 || c >= 0x80 || strchr("\"\n\r", c)) {
        die(STATUS_USAGE, "--delimiter %s: one ASCII character, or tab", text);
    }
    return text[0];
}

/* "16M", "1G", "4096". */
static uint64_t size(const char *whole, struct str text)
{
    uint64_t value;
    int shift = 0;
    struct str digits = text;
    if (text.n > 0) {
        char unit = text.p[text.n - 1];
        shift = unit == 'K' ? 10 : unit == 'M' ? 20 : unit == 'G' ? 30 : 0;
        digits.n -= shift > 0;
    }
    if (!str_to_u64(digits, &value) || value == 0 || value > UINT64_C(1) << 53 >> shift) {
        die(STATUS_USAGE, "--limit %s: a number is needed, with K, M or G behind it if you like",
            whole);
    }
    return value << shift;
}

static void limit(const char *text, struct input_settings *settings)
{
    struct limits *limits = &settings->reader.limits;
    const struct {
        struct str name;
        uint64_t *value;
    } known[] = {
        {S("row"), &limits->row},         {S("field"), &limits->field},
        {S("columns"), &limits->columns}, {S("depth"), &limits->depth},
        {S("ratio"), &settings->source.max_ratio}, {S("bytes"), &settings->source.max_bytes},
    };
    struct str rest = str_of(text);
    struct str name = str_cut(&rest, '=');
    for (size_t i = 0; i < COUNT_OF(known); i++) {
        if (str_eq(name, known[i].name)) {
            *known[i].value = size(text, rest);
            if (limits->row > UINT64_C(1) << 30) {
                die(STATUS_USAGE, "--limit %s: a row has at most 1G", text);
            }
            return;
        }
    }
    die(STATUS_USAGE, "--limit %s: choose of row, field, columns, depth, ratio, bytes", text);
}

static const struct zone *zone(const char *name)
{
    if (!name) {
        return NULL;
    }
    const char *error;
    struct zone *zone = zone_open(name, &error);
    if (!zone) {
        die(STATUS_USAGE, "--tz %s: %s", name, error);
    }
    return zone;
}

void options_input(const struct options *options, struct arena *arena,
                   struct input_settings *settings)
{
    *settings = (struct input_settings){
        .reader = {.format = (enum reader_format)options->from,
                   .delimiter = separator(options->delimiter),
                   .lenient = options->lenient,
                   .limits = LIMITS_DEFAULT,
                   .block_size = options->block_size},
        .source = {.encoding = options->encoding},
        .date_order = (enum date_order)options->date_order,
        .money = {.decimal_comma = strcmp(options->decimal, ",") == 0,
                  .round_half_even = options->round == 1},
        .raw_ids = options->raw_ids,
        .zone = zone(options->tz),
        .country = str_of(options->country),
        .accept_layouts = options->plain,
    };
    if (strcmp(options->decimal, ",") != 0 && strcmp(options->decimal, ".") != 0) {
        die(STATUS_USAGE, "--decimal %s: . or ,", options->decimal);
    }
    if (options->country && !phone_country(settings->country)) {
        die(STATUS_USAGE, "--country %s: a code of two letters such as CN is needed",
            options->country);
    }
    if (options->encoding && !charset_known(options->encoding)) {
        die(STATUS_USAGE, "--encoding %s: not known (iconv -l lists them)", options->encoding);
    }
    if (options->block_size > 256 << 20) {
        die(STATUS_USAGE, "--block-size: at most 268435456");
    }
    if (options->jobs == 0 || (options->jobs > 1024 && options->jobs != OPTIONS_JOBS_AUTO)) {
        die(STATUS_USAGE, "--jobs: 1 to 1024");
    }
    for (size_t i = 0; i < options->limit.count; i++) {
        limit(options->limit.items[i], settings);
    }
    maps(options, arena, settings);
    keys(options, arena, settings);
    settings->reader.columns =
        options_list(options->columns, arena, &settings->reader.column_count);
}

enum encode_kind options_output(const struct options *options, bool terminal)
{
    if (options->to > 0) {
        return (enum encode_kind)(options->to - 1); /* the table's words, behind "auto" */
    }
    struct str name = str_of(options->output);
    if (str_ends(name, S(".gz"))) {
        name.n -= 3;
    }
    static const struct {
        struct str ending;
        enum encode_kind kind;
    } endings[] = {{{".jsonl", 6}, ENCODE_JSONL}, {{".ndjson", 7}, ENCODE_JSONL},
                   {{".tsv", 4}, ENCODE_TSV},     {{".md", 3}, ENCODE_MD}};
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        if (str_ends(name, endings[i].ending)) {
            return endings[i].kind;
        }
    }
    return terminal ? ENCODE_TABLE : ENCODE_CSV;
}

void options_max_rejects(const struct options *options, uint64_t *most, double *share)
{
    struct str text = str_of(options->max_rejects);
    uint64_t value;
    bool part = str_ends(text, S("%"));
    if (!str_to_u64(part ? str_slice(text, 0, text.n - 1) : text, &value) || (part && value > 100)) {
        die(STATUS_USAGE, "--max-rejects %s: a number of rows, or a share such as 10%%",
            options->max_rejects);
    }
    *most = part ? UINT64_MAX : value;
    *share = part ? (double)value / 100 : 1;
}
