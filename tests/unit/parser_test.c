/*
 * Records of CSV and JSON Lines: what they are at any size of block, and every complaint with its
 * place.
 */
#include "child.h"
#include "unit.h"

#include "records.h"

static const size_t block_sizes[] = {64, 65, 127, 4096, 0};

static struct reader_options csv_options(void)
{
    return (struct reader_options){
        .format = READER_CSV, .delimiter = ',', .limits = LIMITS_DEFAULT};
}

static struct reader_options json_options(void)
{
    return (struct reader_options){.format = READER_JSONL, .limits = LIMITS_DEFAULT};
}

/* What a text's records are, as one line: rows by `/`, cells by `|`, then what went wrong. */
static struct str shown(struct arena *arena, const struct records *r)
{
    struct buf b;
    buf_init(&b, BUF_UNBOUNDED);
    for (size_t i = 0; i < r->count; i++) {
        buf_str(&b, i > 0 ? S("/") : S(""));
        for (size_t k = 0; k < r->row[i].count; k++) {
            buf_str(&b, k > 0 ? S("|") : S(""));
            buf_str(&b, r->row[i].cell[k]);
        }
        if (r->row[i].bad.p) {
            buf_printf(&b, " <%" PRIu64 ":%" PRIu64 " %.*s>", r->row[i].where.line,
                       r->row[i].where.column, STRF(r->row[i].bad));
        }
    }
    if (r->broken.p) {
        buf_printf(&b, " <<%" PRIu64 ":%" PRIu64 " %.*s>>", r->broken_at.line, r->broken_at.column,
                   STRF(r->broken));
    }
    if (r->failure.p) {
        buf_printf(&b, " !%d %" PRIu64 " %.*s!", (int)r->failure_status, r->failure_at.line,
                   STRF(r->failure));
    }
    struct str text = arena_str(arena, buf_view(&b));
    buf_free(&b);
    return text;
}

/* The same at every size of block and of read. */
static void reads(struct reader_options options, struct str text, const char *want)
{
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(block_sizes); i++) {
        options.block_size = block_sizes[i];
        struct records *r = records_read(records_source(text, i % 2 ? 7 : 4096), &options);
        CHECK_STR(shown(&arena, r), str_of(want));
        records_free(r);
    }
    arena_free(&arena);
}

static void csv(struct str text, const char *want)
{
    reads(csv_options(), text, want);
}

static void json(struct str text, const char *want)
{
    reads(json_options(), text, want);
}

static void test_records(void)
{
    csv(S("a,b\n1,2\n3,4\n"), "1|2/3|4");
    csv(S("a,b\n1,2\n3,4"), "1|2/3|4"); /* the last line end may be missing */
    csv(S("a,b\r\n1,2\r\n3,4\r\n"), "1|2/3|4");
    csv(S("a,b\r\n1,2\n3,4\r\n"), "1|2/3|4");
    csv(S("a,b\n"), "");
    csv(S("a,b"), "");
    csv(S("a,b\n,\n"), "|");
    csv(S("a,b\n x , y \n"), " x | y "); /* blanks belong to the field */
    csv(S("a,b\n中,é\n"), "中|é");
}

static void test_quotes(void)
{
    csv(S("a,b\n\"1\",\"2\"\n"), "1|2");
    csv(S("a,b\n\"x,y\",\"p\nq\"\n"), "x,y|p\nq");
    csv(S("a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n"), "say \"hi\"|\"");
    csv(S("a,b\n\"\",\"\"\"\"\"\"\n"), "|\"\"");
    csv(S("a,b\n\"p\r\nq\",\"r\rs\"\r\n"), "p\r\nq|r\rs"); /* inside quotes every byte stands */
    csv(S("a,b\n1,\"2\""), "1|2");
    csv(S("\"a\",\"b\nc\"\n1,2\n"), "1|2");
    csv(S("a,b\n\"x\"\r\n"), "x <2:4 1 fields where the header has 2>");
}

static void test_blank_lines(void)
{
    csv(S("a,b\n\n1,2\n\r\n\n3,4\n\n"), "1|2/3|4");
    csv(S("\n\r\na,b\n1,2\n"), "1|2");    /* before the header too */
    csv(S("a\n\nx\n\r\n\"\"\n"), "/x//"); /* with one column, a blank line is an empty cell */
    csv(S("a\nx\n"), "x");
    csv(S("a,b\n \n"), "  <2:2 1 fields where the header has 2>"); /* a blank is no blank line */
}

/* Places are those of the line on which a record or a cell begins. */
static void test_places(void)
{
    struct reader_options options = csv_options();
    struct str text = S("a,b\n\n1,2\n\"p\nq\",3\n\r\n\"\",x\n");
    for (size_t i = 0; i < COUNT_OF(block_sizes); i++) {
        options.block_size = block_sizes[i];
        struct records *r = records_read(records_source(text, 4096), &options);
        CHECK_INT(r->count, 3);
        CHECK_INT(r->row[0].where.line, 3);
        CHECK_INT(r->row[1].where.line, 4);
        CHECK_INT(r->row[2].where.line, 7);
        CHECK_INT(r->row[2].where.column, 1);
        CHECK_STR(r->row[1].raw, S("\"p\nq\",3"));
        CHECK_STR(r->row[0].where.file, S("memory"));
        records_free(r);
    }
}

/* One field too many: the place is that field; too few: the end of the record. */
static void test_ragged(void)
{
    csv(S("a,b,c\n1,2,3\n中,5\n6,7,8\n"), "1|2|3/中|5 <3:4 2 fields where the header has 3>/6|7|8");
    csv(S("a,b\n中,2,3,4\n5,6\n"), "中|2|3|4 <2:5 4 fields where the header has 2>/5|6");
    csv(S("a,b\n1\n"), "1 <2:2 1 fields where the header has 2>");
    csv(S("a\n1,\n"), "1| <2:3 2 fields where the header has 1>");
    csv(S("a,b\n\"x\ny\",2,3\n"), "x\ny|2|3 <3:6 3 fields where the header has 2>");
    csv(S("a,b\r\n1\r\n"), "1 <2:2 1 fields where the header has 2>");
}

#define QUOTE_INSIDE                                                                               \
    "a quote inside a field that does not begin with one (double it and quote the field, or try "  \
    "--lenient)"
#define AFTER_QUOTE                                                                                \
    "text behind a closing quote (a quote inside a field is written twice; or try --lenient)"
#define BARE_CR "a carriage return without line feed (quote the field, or try --lenient)"
#define NUL_BYTE "a NUL byte: this is not a text file, or it is damaged"

/* Broken structure ends all; the records before it stand. */
static void test_broken(void)
{
    csv(S("a,b\n1,2\n3,x\"y\n5,6\n"), "1|2 <<3:4 " QUOTE_INSIDE ">>");
    csv(S("a,b\n1,2\n 3,中\"\"\n"), "1|2 <<3:5 " QUOTE_INSIDE ">>");
    csv(S("a,b\n\"1\"x,2\n"), " <<2:4 " AFTER_QUOTE ">>");
    csv(S("a,b\n\"p\nq\" ,2\n"), " <<3:3 " AFTER_QUOTE ">>");
    csv(S("a,b\n1,2\r3,4\n"), " <<2:4 " BARE_CR ">>");
    csv(S("a,b\n1,2\n3,4\r"), "1|2 <<3:4 " BARE_CR ">>");
    csv(S("a,b\n1,2\n3,\"x\r"), "1|2 <<3:3 quote not closed>>");
    csv(S("a,b\n1,2\n3,\"x\n4,5\n6,7\n"), "1|2 <<3:3 quote not closed>>");
    csv(S("a,b\n1,\""), " <<2:3 quote not closed>>");
    csv(S("a,b\n1,2\n3,\0\n5,6\n"), "1|2 <<3:3 " NUL_BYTE ">>");
    csv(S("a,b\n1,2\n\"x\0y\",4\n"), "1|2 <<3:3 " NUL_BYTE ">>"); /* inside quotes too */
    csv(S("a,b\n1,2\0"), " <<2:4 " NUL_BYTE ">>");
    csv(S("a,b\n1,2\n\0"), "1|2 <<3:1 " NUL_BYTE ">>");
    /* The first fault counts. */
    csv(S("a,b\n1,x\"y\n\0\n"), " <<2:4 " QUOTE_INSIDE ">>");
    csv(S("a,b\n1,\0\nx\"y,2\n"), " <<2:3 " NUL_BYTE ">>");
}

/* The end that a command of ours puts behind what it wrote when it fails. */
static void test_incomplete(void)
{
    csv(S("a,b\n1,2\n\"crm-import stopped at orders.csv:812:5"),
        "1|2 <<3:1 input is incomplete: crm-import stopped at orders.csv:812:5>>");
    csv(S("a,b\n1,2\n\"crm-rollup stopped: disk full"),
        "1|2 <<3:1 input is incomplete: crm-rollup stopped: disk full>>");
    /* A command in between passed it on: the first failure is the one to name. */
    csv(S("a,b\n\"crm-score stopped: input is incomplete: crm-import stopped at x.csv:3:1"),
        " <<2:1 input is incomplete: crm-import stopped at x.csv:3:1>>");
    /* In a row that had begun, and where the record was long. */
    csv(S("a,b\n1,\"crm-import stopped at x.csv:3:1"),
        " <<2:3 input is incomplete: crm-import stopped at x.csv:3:1>>");
    /* Not ours. */
    csv(S("a,b\n1,\"crm-import ran"), " <<2:3 quote not closed>>");
    csv(S("a,b\n1,\"xcrm-import stopped at x"), " <<2:3 quote not closed>>");
}

static void json_incomplete(struct str text, const char *want)
{
    struct reader_options options = json_options();
    for (size_t i = 0; i < COUNT_OF(block_sizes); i++) {
        options.block_size = block_sizes[i];
        struct records *r = records_read(records_source(text, 4096), &options);
        CHECK_INT(r->count, 1);
        CHECK_STR(r->broken, str_of(want));
        CHECK_INT(r->broken_at.line, 2);
        records_free(r);
    }
}

static void test_json_incomplete(void)
{
    json_incomplete(S("{\"a\":1}\n{\"crm-import stopped at x.jsonl:3"),
                    "input is incomplete: crm-import stopped at x.jsonl:3");
    json_incomplete(
        S("{\"a\":1}\n{\"crm-score stopped: input is incomplete: crm-import stopped: no"),
        "input is incomplete: crm-import stopped: no");
    json_incomplete(S("{\"a\":1}\n{\"crm-import ran"), "is not JSON: premature end of input");
}

static void test_json_records(void)
{
    json(S("{\"a\":1,\"b\":\"x\"}\n{\"a\":2,\"b\":null}\n"), "1|x/2|");
    json(S("{\"a\":1,\"b\":\"x\"}\r\n\n \t\r\n{\"b\":true,\"a\":2}"), "1|x/2|true");
    json(S("\n\n{\"a\":1,\"b\":2}\n{\"a\":3}\n{}\n"), "1|2/3|/|");
    json(S("{\"a\":[1, {\"c\": 2}],\"b\":\"p\\nq\"}\n"), "[1,{\"c\":2}]|p\nq");
}

static void test_json_complaints(void)
{
    json(S("{\"a\":1}\n{\"a\":2,\"b\":3}\n{\"a\":4}\n"),
         "1/2 <2:12 a key that the first record does not have (name it with --columns)>/4");
    json(S("{\"a\":1}\n[1]\n"), "1 <<2:1 is not a JSON object>>");
    json(S("{\"a\":1}\nx\n"), "1 <<2:1 is not JSON: '[' or '{' expected>>");
    json(S("{\"a\":1}\n{\"a\":1\0}\n"), "1 <<2:7 " NUL_BYTE ">>");
}

/* Names given beforehand may come later; records without them have empty cells. */
static void test_json_columns(void)
{
    struct reader_options options = json_options();
    const struct str columns[] = {S("c"), S("a")};
    options.columns = columns;
    options.column_count = 2;
    reads(options, S("{\"a\":1,\"b\":2}\n{\"c\":3,\"b\":4}\n"), "1|2|/|4|3");
}

static void test_tsv(void)
{
    struct reader_options options = csv_options();
    options.format = READER_TSV;
    options.delimiter = 0;
    reads(options, S("a\tb\n1,5\t\"x\ty\"\n"), "1,5|x\ty");
    options.format = READER_CSV;
    options.delimiter = ';';
    reads(options, S("a;b\n1,5;\"x;y\"\n"), "1,5|x;y");
}

static void test_recognised(void)
{
    struct reader_options options = {.limits = LIMITS_DEFAULT};
    struct records *r = records_read(records_source(S("{\"a\":1}\n"), 100), &options);
    CHECK_INT(r->format, READER_JSONL);
    records_free(r);
    r = records_read(records_source(S("a;b\n1;2\n"), 100), &options);
    CHECK_INT(r->format, READER_CSV);
    CHECK_INT(r->delimiter, ';');
    records_free(r);
    r = records_read(records_source(S("\xEF\xBB\xBF"
                                      "a,b\n1,2\n"),
                                    100),
                     &options);
    CHECK_STR(r->name[0], S("a")); /* without its byte order mark */
    records_free(r);
    struct source_options none = {0};
    struct source *source =
        source_from_stage("x.tsv", &memory_stage(S("a\n1,2\n"), 100)->stage, &none);
    r = records_read(source, &options);
    CHECK_INT(r->format, READER_TSV);
    CHECK_INT(r->delimiter, '\t');
    records_free(r);
}

/* A cell of `n` letters in a record of n + 2 bytes: x, comma, the cell. */
static struct str with_cell(struct arena *arena, const char *header, size_t n, const char *end)
{
    size_t room = strlen(header) + n + strlen(end) + 8;
    char *text = arena_alloc(arena, room);
    size_t at = (size_t)snprintf(text, room, "%sx,", header);
    memset(text + at, 'y', n);
    at += n;
    memcpy(text + at, end, strlen(end));
    return (struct str){text, at + strlen(end)};
}

#define FIELD_TOO_LONG "the field is too long (raise it with --limit field=N)"

static void test_field_ceiling(void)
{
    struct arena arena = {0};
    struct reader_options options = csv_options();
    options.limits.field = 100;
    for (size_t i = 0; i < COUNT_OF(block_sizes); i++) {
        options.block_size = block_sizes[i];
        for (size_t n = 99; n <= 101; n++) {
            struct str text = with_cell(&arena, "a,b\n", n, "\n1,2\n");
            struct records *r = records_read(records_source(text, 4096), &options);
            CHECK_INT(r->count, 2);
            CHECK_STR(r->row[0].bad, n > 100 ? S(FIELD_TOO_LONG) : S(""));
            CHECK_INT(r->row[0].where.column, n > 100 ? 3 : 1);
            CHECK(!r->row[1].bad.p && !r->broken.p && !r->failure.p);
            records_free(r);
        }
    }
    arena_free(&arena);
}

/* Quotes do not count: the ceiling is of the cell, not of how it is written. */
static void test_field_ceiling_quoted(void)
{
    struct reader_options options = csv_options();
    options.limits.field = 3;
    reads(options, S("a,b\n\"x\"\"y\",\"abc\"\nabcd,1\n"),
          "x\"y|abc/abcd|1 <3:1 " FIELD_TOO_LONG ">");
    options.format = READER_JSONL;
    reads(options, S("{\"a\":\"\\u0041bc\"}\n{\"a\":\"Abcd\"}\n{\"a\":1}\n"),
          "Abc/ <2:6 " FIELD_TOO_LONG ">/1");
}

#define ROW_TOO_LONG                                                                               \
    "a record is too long; is a quote not closed? (raise the limit with --limit row=N)"

/* The bytes of a record, without its line end; at any size of block. */
static void test_row_ceiling(void)
{
    struct arena arena = {0};
    struct reader_options options = csv_options();
    options.limits.row = 1000;
    for (size_t i = 0; i < COUNT_OF(block_sizes); i++) {
        options.block_size = block_sizes[i];
        for (size_t n = 999; n <= 1001; n++) {
            struct str text = with_cell(&arena, "a,b\n1,2\n", n - 2, "\n3,4\n");
            struct records *r = records_read(records_source(text, 4096), &options);
            if (n <= 1000) {
                CHECK_INT(r->count, 3);
                CHECK(!r->broken.p && !r->failure.p);
            } else {
                CHECK_INT(r->count, 1);
                CHECK_STR(r->broken.p ? r->broken : r->failure, S(ROW_TOO_LONG));
            }
            records_free(r);
        }
    }
    arena_free(&arena);
}

/* A quote that is never closed swallows the rest: the message says so, whatever the rest is. */
static void test_row_ceiling_quote(void)
{
    struct arena arena = {0};
    struct reader_options options = csv_options();
    options.limits.row = 1000;
    options.block_size = 64;
    struct str text = with_cell(&arena, "a,b\n\"", 100000, "\n");
    struct records *r = records_read(records_source(text, 4096), &options);
    CHECK_INT(r->count, 0);
    CHECK_STR(r->failure, S(ROW_TOO_LONG));
    CHECK_INT(r->failure_at.line, 2);
    CHECK_INT(r->failure_status, STATUS_DATA);
    records_free(r);
    arena_free(&arena);
}

struct header_case {
    struct str text;
    struct reader_options options;
    const char *error_at_end;
};

static void read_header(void *context)
{
    const struct header_case *c = context;
    struct memory_stage *stage = memory_stage(c->text, 4096);
    stage->error_at_end = c->error_at_end;
    struct source_options none = {0};
    records_read(source_from_stage("x.csv", &stage->stage, &none), &c->options);
}

static void header_refused(struct header_case c, const char *message)
{
    struct child child = child_run(read_header, &c);
    CHECK_INT(child.status, c.error_at_end ? 4 : 3);
    CHECK_STR(str_of(child.err), str_of(message));
}

/* Of JSON the line and the reason; the column is where Jansson stopped. */
static void json_header_refused(struct str text, const char *reason)
{
    struct header_case c = {text, json_options(), NULL};
    struct child child = child_run(read_header, &c);
    CHECK_INT(child.status, 3);
    CHECK(str_starts(str_of(child.err), S("crm: x.csv:1:")));
    CHECK(str_ends(str_of(child.err), str_of(reason)));
}

static void test_header_refused(void)
{
    struct reader_options csv_file = csv_options();
    header_refused((struct header_case){S(""), csv_file, NULL},
                   "crm: x.csv: empty input: a line with the names of the columns is needed\n");
    header_refused((struct header_case){S("\n\r\n"), csv_file, NULL},
                   "crm: x.csv: empty input: a line with the names of the columns is needed\n");
    header_refused((struct header_case){S("a,\"b\n1,2\n"), csv_file, NULL},
                   "crm: x.csv:1:3: quote not closed\n");
    header_refused((struct header_case){S("\na,b\"c\n1,2\n"), csv_file, NULL},
                   "crm: x.csv:2:4: " QUOTE_INSIDE "\n");
    header_refused((struct header_case){S("a,b\0\n1,2\n"), csv_file, NULL},
                   "crm: x.csv:1:4: " NUL_BYTE "\n");
    header_refused((struct header_case){S("\"crm-import stopped: no such file"), csv_file, NULL},
                   "crm: x.csv: input is incomplete: crm-import stopped: no such file\n");
    json_header_refused(S("{\"a\":1\n"), ": is not JSON: '}' expected\n");
    json_header_refused(S("{\"a\":1,\"a\":2}\n"), ": is not JSON: duplicate object key\n");
    json_header_refused(S("{\"\":1}\n"), ": a key without a name\n");
    json_header_refused(S("[\"a\"]\n"), ":1: is not a JSON object\n");
    /* The input breaks off inside the header. */
    header_refused((struct header_case){S("a,b"), csv_file, "truncated after 3 bytes"},
                   "crm: x.csv: truncated after 3 bytes\n");
}

/* 4,095, 4,096 and 4,097 columns. */
static void test_column_ceiling(void)
{
    struct arena arena = {0};
    for (unsigned n = 4095; n <= 4097; n++) {
        char *text = arena_alloc(&arena, 6 * n);
        size_t at = 0;
        for (unsigned i = 0; i < n; i++) {
            at += (size_t)snprintf(text + at, 8, "c%u,", i);
        }
        struct header_case c = {{text, at - 1}, csv_options(), NULL};
        struct child child = child_run(read_header, &c);
        CHECK_INT(child.status, n > 4096 ? 3 : 0);
        CHECK_STR(str_of(child.err),
                  n > 4096 ? S("crm: x.csv: 4097 columns; at most 4096 (raise it with --limit "
                               "columns=N)\n")
                           : S(""));
    }
    arena_free(&arena);
}

/* The input breaks off: whole records stand, what is left of one does not. */
static void test_breaks_off(void)
{
    struct arena arena = {0};
    struct reader_options options = csv_options();
    for (size_t i = 0; i < COUNT_OF(block_sizes); i++) {
        options.block_size = block_sizes[i];
        struct memory_stage *stage = memory_stage(S("a,b\n1,2\n3,4"), 4096);
        stage->error_at_end = "truncated after 11 bytes";
        struct source_options none = {0};
        struct source *source = source_from_stage("x.csv", &stage->stage, &none);
        struct records *r = records_read(source, &options);
        CHECK_STR(shown(&arena, r), S("1|2 !4 0 truncated after 11 bytes!"));
        records_free(r);
    }
    arena_free(&arena);
}

static uint64_t seed = 7;

static uint32_t random_below(uint32_t n)
{
    seed = seed * 6364136223846793005 + 1442695040888963407;
    return (uint32_t)(seed >> 33) % n;
}

/* A text of many short pieces; strict by construction where `strict` is set. */
static struct str random_text(struct buf *b, bool strict)
{
    static const char *const sound[] = {"x",    "12.5", "",   "\"a,b\"",    "\"p\nq\"", "\"\"\"\"",
                                        "\"\"", " y ",  "中", "\"r\r\ns\"", "\"t\ru\"", "'"};
    static const char *const odd[] = {"\"", "x\"y", "\"x\"y", "\r", "\n", ",", "\"\"x"};
    buf_clear(b);
    buf_str(b, S("a,b,c\n"));
    for (uint32_t rows = random_below(40); rows > 0; rows--) {
        uint32_t fields = random_below(12) ? 3 : 1 + random_below(5);
        for (uint32_t k = 0; k < fields; k++) {
            buf_str(b, k > 0 ? S(",") : S(""));
            bool fault = !strict && random_below(60) == 0;
            buf_str(b, str_of(fault ? odd[random_below(COUNT_OF(odd))]
                                    : sound[random_below(COUNT_OF(sound))]));
        }
        buf_str(b, random_below(3) ? S("\n") : S("\r\n"));
        buf_str(b, random_below(15) ? S("") : S("\n"));
    }
    if (random_below(2) && b->n > 0 && b->p[b->n - 1] == '\n') {
        b->n -= b->n > 1 && b->p[b->n - 2] == '\r' ? 2 : 1;
    }
    return buf_view(b);
}

/* Sound or not, ragged or not: records, complaints and places do not depend on the blocks. */
static void test_blocks_agree(void)
{
    struct buf text;
    buf_init(&text, BUF_UNBOUNDED);
    unsigned different = 0;
    for (unsigned i = 0; i < 3000; i++) {
        struct reader_options options = csv_options();
        struct str s = random_text(&text, false);
        struct records *whole = records_read(records_source(s, 1 << 20), &options);
        for (size_t k = 0; k < COUNT_OF(block_sizes); k++) {
            options.block_size = block_sizes[k];
            struct records *r = records_read(records_source(s, 1 + random_below(200)), &options);
            different += !records_equal(whole, r);
            records_free(r);
        }
        records_free(whole);
    }
    CHECK_INT(different, 0);
    buf_free(&text);
}

/* On a text that is strict, the lenient reader gives the same records, at the same lines. */
static void test_lenient_equals_strict(void)
{
    struct buf text;
    buf_init(&text, BUF_UNBOUNDED);
    unsigned different = 0;
    for (unsigned i = 0; i < 3000; i++) {
        struct reader_options options = csv_options();
        struct str s = random_text(&text, true);
        struct records *strict = records_read(records_source(s, 1 << 20), &options);
        options.lenient = true;
        options.block_size = block_sizes[i % COUNT_OF(block_sizes)];
        struct records *r = records_read(records_source(s, 1 + random_below(200)), &options);
        bool same = strict->count == r->count && !strict->broken.p && !r->broken.p && !r->failure.p;
        for (size_t k = 0; same && k < r->count; k++) {
            same = strict->row[k].count == r->row[k].count &&
                   strict->row[k].where.line == r->row[k].where.line;
            for (size_t c = 0; same && c < r->row[k].count; c++) {
                same = str_eq(strict->row[k].cell[c], r->row[k].cell[c]);
            }
        }
        different += !same;
        records_free(r);
        records_free(strict);
    }
    CHECK_INT(different, 0);
    buf_free(&text);
}

/* What strict reading refuses: quotes inside fields, text behind one, bare CR as a line end. */
static void test_lenient(void)
{
    struct reader_options options = csv_options();
    options.lenient = true;
    reads(options, S("a,b\n1,x\"y\n"), "1|x\"y");
    reads(options, S("a,b\n5\" disk,2\n"), "5\" disk|2");
    reads(options, S("a,b\r1,2\r3,4\r"), "1|2/3|4");
    reads(options, S("a,b\n1,2\r3,4\n"), "1|2/3|4");
    reads(options, S("a,b\n x , y \n"), " x | y ");
    reads(options, S("a,b\n1,2,3\n4,5\n"), "1|2|3 <2:5 3 fields where the header has 2>/4|5");
    reads(options, S("a\n\nx\n"), "/x");
    reads(options, S("a,b\n1,\"x\n2,3\n"), " <<2:3 quote not closed>>");
    reads(options, S("a,b\n1,\""), " <<2:3 quote not closed>>");
    reads(options, S("a,b\n\0,2\n"), " <<2:1 " NUL_BYTE ">>");
    options.delimiter = ';';
    reads(options, S("a;b\n1,5;x\"y\n"), "1,5|x\"y");
}

int main(void)
{
    test_records();
    test_quotes();
    test_blank_lines();
    test_places();
    test_ragged();
    test_broken();
    test_incomplete();
    test_json_incomplete();
    test_json_records();
    test_json_complaints();
    test_json_columns();
    test_tsv();
    test_recognised();
    test_field_ceiling();
    test_field_ceiling_quoted();
    test_row_ceiling();
    test_row_ceiling_quote();
    test_header_refused();
    test_column_ceiling();
    test_breaks_off();
    test_blocks_agree();
    test_lenient_equals_strict();
    test_lenient();
    return unit_end();
}
