#include "unit.h"

#include "format/writer.h"

static bool take(void *context, const char *p, size_t n)
{
    return buf_bytes(context, p, n);
}

static const struct encode_column three[] = {
    {S("name"), ENCODE_TEXT}, {S("amount"), ENCODE_NUMBER}, {S("city"), ENCODE_TEXT}};

/* Rows of cells apart by `|`, written in one call or one call each. */
static struct buf written(enum encode_kind kind, const char *const *rows, size_t count,
                          bool at_once)
{
    struct buf out;
    struct buf encoded;
    struct encode_format format = {kind, false, three, COUNT_OF(three)};
    buf_init(&out, BUF_UNBOUNDED);
    buf_init(&encoded, BUF_UNBOUNDED);
    struct sink *sink = sink_to(take, &out);
    struct writer *writer = writer_new(sink, &format);
    for (size_t i = 0; i < count; i++) {
        struct str rest = str_of(rows[i]);
        struct str cells[COUNT_OF(three)];
        for (size_t k = 0; k < COUNT_OF(three); k++) {
            cells[k] = str_cut(&rest, '|');
        }
        encode_row(&format, cells, &encoded);
        if (!at_once) {
            writer_put(writer, buf_view(&encoded));
            buf_clear(&encoded);
        }
    }
    writer_put(writer, buf_view(&encoded));
    writer_end(writer);
    sink_commit_all();
    buf_free(&encoded);
    return out;
}

static void writes(enum encode_kind kind, const char *const *rows, size_t count, const char *want)
{
    struct buf once = written(kind, rows, count, true);
    struct buf each = written(kind, rows, count, false);
    CHECK_STR(buf_view(&once), str_of(want));
    CHECK_STR(buf_view(&each), str_of(want));
    buf_free(&once);
    buf_free(&each);
}

#define WRITES(kind, want, ...)                                                                    \
    writes((kind), (const char *const[]){__VA_ARGS__},                                             \
           COUNT_OF(((const char *const[]){__VA_ARGS__})), (want))

static void test_plain(void)
{
    WRITES(ENCODE_CSV, "name,amount,city\nLi,5,Beijing\n,,\n", "Li|5|Beijing", "||");
    WRITES(ENCODE_TSV, "name\tamount\tcity\nLi\t5\tBeijing\n", "Li|5|Beijing");
    WRITES(ENCODE_JSONL, "{\"name\":\"Li\",\"amount\":5,\"city\":null}\n", "Li|5|");
}

/* Without a row there is the header alone; JSON Lines have none. */
static void test_no_rows(void)
{
    writes(ENCODE_CSV, NULL, 0, "name,amount,city\n");
    writes(ENCODE_TSV, NULL, 0, "name\tamount\tcity\n");
    writes(ENCODE_JSONL, NULL, 0, "");
    writes(ENCODE_TABLE, NULL, 0, "name  amount  city\n----  ------  ----\n");
    writes(ENCODE_MD, NULL, 0, "| name | amount | city |\n| ---- | -----: | ---- |\n");
}

/* Numbers stand right, text left; no blanks at the end of a line. */
static void test_table(void)
{
    WRITES(ENCODE_TABLE,
           "name    amount  city\n"
           "------  ------  -------\n"
           "Li        5.00  Beijing\n"
           "Müller   12.50  Ulm\n"
           "             7\n",
           "Li|5.00|Beijing", "Müller|12.50|Ulm", "|7|");
}

/* Each of 王小明 takes two columns, six in all; ｱ is a narrow form, and é may be two code points.
 */
static void test_table_cjk(void)
{
    WRITES(ENCODE_TABLE,
           "name    amount  city\n"
           "------  ------  ----\n"
           "王小明    5.00  北京\n"
           "Li          10  上海\n"
           "ｱｲｳ          1  x\n"
           "Zoe\u0301          2  y\n",
           "王小明|5.00|北京", "Li|10|上海", "ｱｲｳ|1|x", "Zoe\u0301|2|y");
}

/* A bar in a cell would end it: it gets a backslash, which the width counts. */
static void test_md(void)
{
    WRITES(ENCODE_MD,
           "| name   | amount | city |\n"
           "| ------ | -----: | ---- |\n"
           "| Li     |   5.00 | 北京 |\n"
           "| 王小明 |  12.50 | x    |\n",
           "Li|5.00|北京", "王小明|12.50|x");
}

static void test_md_bars(void)
{
    static const struct encode_column two[] = {{S("a|b"), ENCODE_TEXT}, {S("n"), ENCODE_NUMBER}};
    struct encode_format format = {ENCODE_MD, false, two, 2};
    struct buf out;
    struct buf row;
    buf_init(&out, BUF_UNBOUNDED);
    buf_init(&row, BUF_UNBOUNDED);
    struct writer *writer = writer_new(sink_to(take, &out), &format);
    encode_row(&format, (struct str[]){S("x||y"), S("1")}, &row);
    encode_row(&format, (struct str[]){S("|"), S("22")}, &row);
    writer_put(writer, buf_view(&row));
    writer_end(writer);
    sink_commit_all();
    /* A rule takes three signs at least: `--:` stands right. */
    CHECK_STR(buf_view(&out), S("| a\\|b   |   n |\n"
                                "| ------ | --: |\n"
                                "| x\\|\\|y |   1 |\n"
                                "| \\|     |  22 |\n"));
    buf_free(&out);
    buf_free(&row);
}

/* A table shows bars as they are. */
static void test_table_bars(void)
{
    static const struct encode_column one[] = {{S("a|b"), ENCODE_TEXT}};
    struct encode_format format = {ENCODE_TABLE, false, one, 1};
    struct buf out;
    struct buf row;
    buf_init(&out, BUF_UNBOUNDED);
    buf_init(&row, BUF_UNBOUNDED);
    struct writer *writer = writer_new(sink_to(take, &out), &format);
    encode_row(&format, (struct str[]){S("x|y|z")}, &row);
    writer_put(writer, buf_view(&row));
    writer_end(writer);
    sink_commit_all();
    CHECK_STR(buf_view(&out), S("a|b\n-----\nx|y|z\n"));
    buf_free(&out);
    buf_free(&row);
}

static struct str line_of(const struct buf *out, size_t number)
{
    struct str rest = buf_view(out);
    struct str line = {NULL, 0};
    for (size_t i = 0; i < number; i++) {
        line = str_cut(&rest, '\n');
    }
    return line;
}

/* Widths come from the first 1,000 rows: row 1,000 still widens its column, row 1,001 only itself.
 */
static void wide_row(size_t at, const char *first_line, const char *wide_line)
{
    const char *rows[1003];
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        rows[i] = "a|1|b";
    }
    rows[at - 1] = "123456|1|b";
    struct buf out = written(ENCODE_TABLE, rows, COUNT_OF(rows), true);
    struct buf each = written(ENCODE_TABLE, rows, COUNT_OF(rows), false);
    CHECK_STR(line_of(&out, 3), str_of(first_line));
    CHECK_STR(line_of(&out, 2 + at), str_of(wide_line));
    CHECK_STR(line_of(&out, 2 + COUNT_OF(rows)), str_of(first_line));
    CHECK_STR(buf_view(&each), buf_view(&out));
    buf_free(&out);
    buf_free(&each);
}

static void test_first_1000(void)
{
    wide_row(999, "a            1  b", "123456       1  b");
    wide_row(1000, "a            1  b", "123456       1  b");
    wide_row(1001, "a          1  b", "123456       1  b");
    wide_row(1002, "a          1  b", "123456       1  b");
}

/* A cell of more than 60 columns does not widen the others. */
static void test_widest(void)
{
    char sixty[] = "123456789 123456789 123456789 123456789 123456789 1234567890";
    char more[] = "123456789 123456789 123456789 123456789 123456789 12345678901";
    char row[128];
    snprintf(row, sizeof row, "%s|1|b", sixty);
    const char *rows[] = {row, "a|1|b"};
    struct buf out = written(ENCODE_TABLE, rows, 2, true);
    CHECK_INT(line_of(&out, 4).n, 60 + 2 + 6 + 2 + 1);
    buf_free(&out);
    snprintf(row, sizeof row, "%s|1|b", more);
    out = written(ENCODE_TABLE, rows, 2, true);
    CHECK_INT(line_of(&out, 3).n, 61 + 2 + 6 + 2 + 1);
    CHECK_INT(line_of(&out, 4).n, 60 + 2 + 6 + 2 + 1);
    buf_free(&out);
}

static void failure(enum encode_kind kind, const char *where, size_t room, const char *want)
{
    char text[200];
    memset(text, '#', sizeof text);
    size_t n = writer_failure_text(kind, "crm-import", where, text, room);
    CHECK_STR(((struct str){text, n}), str_of(want));
    CHECK(n <= room && text[room] == '#');
}

/* What a failed run ends its stream with: an opening quote that nothing closes, and no line end. */
static void test_failure_text(void)
{
    failure(ENCODE_CSV, " at orders.csv:812:5", 150, "\"crm-import stopped at orders.csv:812:5");
    failure(ENCODE_TSV, ": disk full", 150, "\"crm-import stopped: disk full");
    failure(ENCODE_JSONL, " at x.jsonl:3", 150, "{\"crm-import stopped at x.jsonl:3");
    failure(ENCODE_CSV, ": cannot open \"a\nb\"", 150, "\"crm-import stopped: cannot open 'a'b'");
    failure(ENCODE_JSONL, ": \"x\"", 150, "{\"crm-import stopped: 'x'");
    failure(ENCODE_CSV, " at orders.csv:812:5", 24, "\"crm-import stopped at "); /* and its NUL */
}

int main(void)
{
    test_plain();
    test_no_rows();
    test_table();
    test_table_cjk();
    test_md();
    test_md_bars();
    test_table_bars();
    test_first_1000();
    test_widest();
    test_failure_text();
    return unit_end();
}
