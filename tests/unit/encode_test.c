/*
 * The normal forms, and the property that reading back what was encoded gives the same cells: on
 * 200,000 random records of csv, tsv and jsonl.
 */
#include "unit.h"

#include "format/encode.h"
#include "records.h"

/* Columns a, b, c; those whose letter is upper case are numbers: A, B. */
static struct str encoded(enum encode_kind kind, bool guard, const char *columns,
                          const struct str *cells, struct arena *arena)
{
    struct encode_column column[8];
    size_t count = strlen(columns);
    for (size_t i = 0; i < count; i++) {
        column[i] = (struct encode_column){{columns + i, 1},
                                           columns[i] < 'a' ? ENCODE_NUMBER : ENCODE_TEXT};
    }
    struct encode_format format = {kind, guard, column, count};
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    encode_row(&format, cells, &out);
    struct str row = arena_str(arena, buf_view(&out));
    buf_free(&out);
    return row;
}

#define ROW(kind, columns, want, ...)                                                              \
    do {                                                                                           \
        struct arena memory = {0};                                                                 \
        struct str cells[] = {__VA_ARGS__};                                                        \
        CHECK_STR(encoded(kind, false, columns, cells, &memory), S(want));                         \
        arena_free(&memory);                                                                       \
    } while (0)

static void test_csv(void)
{
    ROW(ENCODE_CSV, "abc", "x,,中文\n", S("x"), S(""), S("中文"));
    ROW(ENCODE_CSV, "ab", "\"a,b\",\"say \"\"hi\"\"\"\n", S("a,b"), S("say \"hi\""));
    ROW(ENCODE_CSV, "ab", "\"a\nb\",\"a\rb\"\n", S("a\nb"), S("a\rb"));
    ROW(ENCODE_CSV, "ab", "\"\"\"\",\"\"\"\"\"\"\n", S("\""), S("\"\""));
    /* Only where needed: neither blanks, nor other separators, nor an empty cell among others. */
    ROW(ENCODE_CSV, "abc", " a ,b;c\td|e,\n", S(" a "), S("b;c\td|e"), S(""));
    ROW(ENCODE_CSV, "ab", ",\n", S(""), ((struct str){NULL, 0}));
    ROW(ENCODE_CSV, "aB", "=1+1,-5\n", S("=1+1"), S("-5")); /* no guard unless asked for */
}

/* A lone empty cell would be a blank line, which is no record. */
static void test_csv_lone(void)
{
    ROW(ENCODE_CSV, "a", "\"\"\n", S(""));
    ROW(ENCODE_TSV, "a", "\"\"\n", S(""));
    ROW(ENCODE_CSV, "a", "x\n", S("x"));
}

static void test_tsv(void)
{
    ROW(ENCODE_TSV, "abc", "a,b\t\"c\td\"\t\n", S("a,b"), S("c\td"), S(""));
    ROW(ENCODE_TSV, "ab", "\"x\"\"y\"\t\"a\nb\"\n", S("x\"y"), S("a\nb"));
}

static void test_jsonl(void)
{
    ROW(ENCODE_JSONL, "abc", "{\"a\":\"x\",\"b\":null,\"c\":\"中\"}\n", S("x"), S(""), S("中"));
    ROW(ENCODE_JSONL, "ab", "{\"a\":\"\\\"\\\\/\",\"b\":\"\\n\\r\\t\\u0001\\u001f\x7f\"}\n",
        S("\"\\/"), S("\n\r\t\x01\x1f\x7f"));
    /* Text columns hold text, also where it looks like a number or a word of JSON. */
    ROW(ENCODE_JSONL, "abc", "{\"a\":\"007\",\"b\":\"12\",\"c\":\"null\"}\n", S("007"), S("12"),
        S("null"));
    ROW(ENCODE_JSONL, "a", "{\"a\":\"true\"}\n", S("true"));
}

/* Number columns: what JSON writes as a number, to the letter; all else as text. */
static void test_jsonl_numbers(void)
{
    ROW(ENCODE_JSONL, "ABC", "{\"A\":12.50,\"B\":-0.5,\"C\":0}\n", S("12.50"), S("-0.5"), S("0"));
    ROW(ENCODE_JSONL, "ABC", "{\"A\":12345678901234567890,\"B\":-0,\"C\":10}\n",
        S("12345678901234567890"), S("-0"), S("10"));
    ROW(ENCODE_JSONL, "ABC", "{\"A\":null,\"B\":\"1,5\",\"C\":\"x\"}\n", S(""), S("1,5"), S("x"));
    ROW(ENCODE_JSONL, "ABC", "{\"A\":\"01\",\"B\":\".5\",\"C\":\"5.\"}\n", S("01"), S(".5"),
        S("5."));
    ROW(ENCODE_JSONL, "ABC", "{\"A\":\"+1\",\"B\":\"-\",\"C\":\"1 \"}\n", S("+1"), S("-"), S("1 "));
    ROW(ENCODE_JSONL, "ABC", "{\"A\":\"1e3\",\"B\":\"--1\",\"C\":\"1.2.3\"}\n", S("1e3"), S("--1"),
        S("1.2.3"));
    ROW(ENCODE_JSONL, "A", "{\"A\":\"１\"}\n", S("１"));
}

/* Control characters would break the alignment; a cell cannot contain the signs between cells. */
static void test_table(void)
{
    ROW(ENCODE_TABLE, "abc", "x\x1f\x1fy z\x1e", S("x"), S(""), S("y\nz"));
    ROW(ENCODE_MD, "ab", "a|b\x1f c   d\x1e", S("a|b"),
        S("\tc\r\x7f\x1e"
          "d"));
}

static void test_header(void)
{
    const struct encode_column columns[] = {
        {S("customer_id"), ENCODE_TEXT}, {S("a,b"), ENCODE_NUMBER}, {S("say \"hi\""), ENCODE_TEXT}};
    struct encode_format format = {ENCODE_CSV, true, columns, 3};
    struct buf out;
    buf_init(&out, BUF_UNBOUNDED);
    encode_header(&format, &out);
    CHECK_STR(buf_view(&out), S("customer_id,\"a,b\",\"say \"\"hi\"\"\"\n"));
    buf_clear(&out);
    format.kind = ENCODE_JSONL;
    encode_header(&format, &out);
    CHECK_STR(buf_view(&out), S(""));
    format.kind = ENCODE_TSV;
    encode_header(&format, &out);
    CHECK_STR(buf_view(&out), S("customer_id\ta,b\t\"say \"\"hi\"\"\"\n"));
    buf_free(&out);
}

static void guarded(const char *columns, struct str cell, struct str want)
{
    struct arena memory = {0};
    struct str cells[] = {cell, S("x")};
    struct str row = encoded(ENCODE_CSV, true, columns, cells, &memory);
    CHECK_STR(row, arena_printf(&memory, "%.*s,x\n", STRF(want)));
    arena_free(&memory);
}

/* Cells that begin with = + - @ tab CR or LF get an apostrophe, plain numbers do not. */
static void test_formula_guard(void)
{
    guarded("ab", S("=1+1"), S("\"'=1+1\""));
    guarded("ab", S("+cmd"), S("\"'+cmd\""));
    guarded("ab", S("-2+3"), S("\"'-2+3\""));
    guarded("ab", S("@SUM(A1)"), S("\"'@SUM(A1)\""));
    guarded("ab", S("\tx"), S("\"'\tx\""));
    guarded("ab", S("\rx"), S("\"'\rx\""));
    guarded("ab", S("\nx"), S("\"'\nx\""));
    guarded("ab", S("=HYPERLINK(\"x\")"), S("\"'=HYPERLINK(\"\"x\"\")\""));
    guarded("ab", S("-"), S("\"'-\""));
    guarded("ab", S("+"), S("\"'+\""));
    guarded("ab", S("-5-"), S("\"'-5-\""));
    guarded("ab", S("-12.50"), S("-12.50"));
    guarded("ab", S("+3"), S("+3"));
    guarded("ab", S("-1,234.5"), S("\"-1,234.5\""));
    guarded("ab", S("+49 301234"), S("\"'+49 301234\""));
    guarded("ab", S("a=b"), S("a=b"));
    guarded("ab", S(" =1"), S(" =1"));
    guarded("ab", S(""), S(""));
    guarded("Ab", S("-12.50"), S("-12.50"));
}

/* Dates and figures of our own come out as texts and numbers do, guarded or not. */
static void test_own_cells(void)
{
    static const struct encode_column own[] = {
        {{"a", 1}, ENCODE_DATE}, {{"b", 1}, ENCODE_FIGURE}, {{"c", 1}, ENCODE_FIGURE}};
    static const struct encode_column any[] = {
        {{"a", 1}, ENCODE_TEXT}, {{"b", 1}, ENCODE_NUMBER}, {{"c", 1}, ENCODE_NUMBER}};
    struct str digits = S("922337203685477.5807");
    for (enum encode_kind kind = ENCODE_CSV; kind <= ENCODE_JSONL; kind++) {
        for (size_t n = 0; n <= digits.n; n++) {
            struct str cells[] = {n % 2 ? S("2024-01-05") : S(""), n % 3 ? S("-12.50") : S(""),
                                  str_slice(digits, 0, n == 16 ? 15 : n)}; /* no point at the end */
            struct buf a, b;
            buf_init(&a, BUF_UNBOUNDED);
            buf_init(&b, BUF_UNBOUNDED);
            encode_row(&(struct encode_format){kind, n % 4 == 0, own, 3}, cells, &a);
            encode_row(&(struct encode_format){kind, n % 4 == 0, any, 3}, cells, &b);
            CHECK_STR(buf_view(&a), buf_view(&b));
            buf_free(&a);
            buf_free(&b);
        }
    }
}

/* JSON is no spreadsheet's format: there the guard would only spoil the text. */
static void test_formula_guard_json(void)
{
    struct arena memory = {0};
    struct str cells[] = {S("=1")};
    CHECK_STR(encoded(ENCODE_JSONL, true, "a", cells, &memory), S("{\"a\":\"=1\"}\n"));
    arena_free(&memory);
}

/* A small generator of its own, so that a failure comes again. */
static uint64_t seed = 20240105;

static uint32_t random_below(uint32_t n)
{
    seed = seed * 6364136223846793005 + 1442695040888963407;
    return (uint32_t)(seed >> 33) % n;
}

static const char *const pieces[] = {
    "\"",   "\"\"",   ",",      "\t",     "\n",      "\r",     "\r\n", ";", "|",
    " ",    "a",      "b7",     "0",      "-12.50",  "1e3",    "=",    "+", "-",
    "@",    "'",      "\\",     "\\n",    "\\u0000", "{",      "}",    "[", "null",
    "true", "/",      "\x01",   "\x1b",   "\x1e",    "\x1f",   "\x7f", "é", "中",
    "，",   "\u2028", "\uFEFF", "\uFFFD", "😀",       "e\u0301"};

static struct str random_cell(struct arena *arena)
{
    char text[128];
    size_t n = 0;
    for (uint32_t k = random_below(4) ? random_below(6) : 0; k > 0; k--) {
        const char *piece = pieces[random_below(COUNT_OF(pieces))];
        memcpy(text + n, piece, strlen(piece));
        n += strlen(piece);
    }
    return arena_str(arena, (struct str){text, n});
}

/* Also cells as long as a block, now and then. */
static struct str random_long_cell(struct arena *arena)
{
    struct buf text;
    buf_init(&text, BUF_UNBOUNDED);
    for (uint32_t k = random_below(500); k > 0; k--) {
        buf_str(&text, random_cell(arena));
    }
    struct str cell = arena_str(arena, buf_view(&text));
    buf_free(&text);
    return cell;
}

static bool same_cells(const struct records *got, const struct str *cells, size_t rows,
                       size_t columns)
{
    if (got->broken.p || got->failure.p || got->count != rows || got->columns != columns) {
        return false;
    }
    for (size_t i = 0; i < rows; i++) {
        if (got->row[i].bad.p || got->row[i].count != columns) {
            return false;
        }
        for (size_t k = 0; k < columns; k++) {
            if (!str_eq(got->row[i].cell[k], cells[i * columns + k])) {
                return false;
            }
        }
    }
    return true;
}

static const struct encode_column six[] = {
    {S("customer_id"), ENCODE_TEXT}, {S("amount"), ENCODE_NUMBER}, {S("a \"b\", c"), ENCODE_TEXT},
    {S("中\n文"), ENCODE_NUMBER},    {S("\\"), ENCODE_TEXT},       {S("note"), ENCODE_TEXT}};

static void round_trip(enum encode_kind kind, size_t rows, size_t block_size)
{
    static const enum reader_format reading[] = {READER_CSV, READER_TSV, READER_JSONL};
    struct arena arena = {0};
    struct buf text;
    size_t columns = 1 + random_below(COUNT_OF(six));
    struct encode_format format = {kind, false, six, columns};
    struct str *cells = mem_new(rows * columns, sizeof *cells);
    buf_init(&text, BUF_UNBOUNDED);
    encode_header(&format, &text);
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < columns; k++) {
            cells[i * columns + k] =
                random_below(1000) ? random_cell(&arena) : random_long_cell(&arena);
        }
        encode_row(&format, cells + i * columns, &text);
    }
    struct reader_options options = {.format = reading[kind],
                                     .delimiter = kind ? 0 : ',',
                                     .limits = LIMITS_DEFAULT,
                                     .block_size = block_size};
    struct source *source = records_source(buf_view(&text), 1 + random_below(5000));
    struct records *got = records_read(source, &options);
    CHECK(same_cells(got, cells, rows, columns));
    records_free(got);
    free(cells);
    buf_free(&text);
    arena_free(&arena);
}

static void test_round_trips(void)
{
    static const size_t sizes[] = {64, 65, 127, 1000, 4096, 0};
    for (size_t i = 0; i < 200; i++) { /* 200 x 1,000 records */
        round_trip((enum encode_kind)(i % 3), 1000, sizes[i % COUNT_OF(sizes)]);
    }
}

/* Cells of every length with what asks for quotes at every place, or nowhere: quoted where, and only
 * where, it stands; read back by hand. */
static void test_every_place(void)
{
    static const char specials[] = {',', '"', '\n', '\r', 'x', '\'', '\t', '\x80'};
    static const struct encode_column columns[] = {{{"a", 1}, ENCODE_TEXT}, {{"b", 1}, ENCODE_TEXT}};
    static const struct encode_format format = {ENCODE_CSV, false, columns, 2};
    char text[64], want[160];
    bool same = true;
    for (size_t n = 0; n <= 50; n++) {
        for (size_t at = 0; at < n; at++) {
            for (size_t k = 0; k < sizeof specials; k++) {
                struct buf out;
                size_t w = 0;
                bool quoted = k < 4;
                memset(text, 'y', n);
                text[at] = specials[k];
                if (quoted) {
                    want[w++] = '"';
                }
                for (size_t i = 0; i < n; i++) {
                    want[w++] = text[i];
                    if (text[i] == '"') {
                        want[w++] = '"';
                    }
                }
                if (quoted) {
                    want[w++] = '"';
                }
                memcpy(want + w, ",z\n", 3);
                buf_init(&out, BUF_UNBOUNDED);
                encode_row(&format, (struct str[]){{text, n}, {"z", 1}}, &out);
                same &= str_eq(buf_view(&out), (struct str){want, w + 3});
                buf_free(&out);
            }
        }
    }
    CHECK(same);
}

int main(void)
{
    test_every_place();
    test_csv();
    test_csv_lone();
    test_tsv();
    test_jsonl();
    test_jsonl_numbers();
    test_table();
    test_header();
    test_formula_guard();
    test_own_cells();
    test_formula_guard_json();
    test_round_trips();
    return unit_end();
}
