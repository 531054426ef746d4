/*
 * Plain records against the parser: what parser_plain hands over by the block is what parser_next finds
 * in it, and the parser goes on behind any of them.
 */
#include "unit.h"

#include "base/buf.h"
#include "base/mem.h"
#include "format/parser.h"

/* Two parsers of the same columns: one by the record, one by the block. */
struct pair {
    struct parser_dialect dialect;
    struct parser *one, *many;
};

static struct pair *pair_new(bool json, const struct str *names, size_t count, struct limits limits)
{
    struct pair *pair = mem_new(1, sizeof *pair);
    pair->dialect = (struct parser_dialect){.json = json, .delimiter = ',', .limits = limits};
    header_set(&pair->dialect.header, names, count);
    pair->one = parser_new(&pair->dialect);
    pair->many = parser_new(&pair->dialect);
    return pair;
}

static void pair_free(struct pair *pair)
{
    parser_free(pair->one);
    parser_free(pair->many);
    header_free(&pair->dialect.header);
    free(pair);
}

static bool same_record(const struct record *a, const struct record *b)
{
    bool same = a->count == b->count && str_eq(a->raw, b->raw) && a->raw.p == b->raw.p;
    for (size_t i = 0; same && i < a->count; i++) {
        same = str_eq(a->cell[i], b->cell[i]) && record_at(a, i) == record_at(b, i);
    }
    return same;
}

static bool same_plain(const struct plain_rows *rows, size_t r, const struct record *record)
{
    struct plain_row row = plain_row_at(rows, r);
    bool same = row.bytes + row.from == record->raw.p &&
                plain_length(rows, &row) == record->raw.n && record->count == rows->columns;
    for (size_t i = 0; same && i < record->count; i++) {
        same = str_eq(plain_cell(&row, i), str_trim(record->cell[i]));
    }
    return same;
}

/* Whether the parser, sent behind the first `count`, finds what the other finds next. */
static bool goes_on(struct pair *pair, const struct block *block, size_t count,
                    enum parser_found found, const struct record *record)
{
    struct plain_rows rows;
    struct record other;
    parser_start(pair->many, block);
    parser_plain(pair->many, &rows);
    parser_behind(pair->many, &rows, count);
    enum parser_found next = parser_next(pair->many, &other);
    return next == found && (found != PARSER_RECORD || same_record(record, &other));
}

/* How many of the block's records are plain; -1 where they are not what they should be. */
static long plain_count(struct pair *pair, struct str text, bool complete)
{
    struct block block = {text, 1, complete, S("test"), NULL};
    struct plain_rows rows;
    struct record record;
    parser_start(pair->one, &block);
    parser_start(pair->many, &block);
    parser_plain(pair->many, &rows);
    size_t count = rows.count;
    for (size_t r = 0; r <= count; r++) {
        enum parser_found found = parser_next(pair->one, &record);
        if (r < count) {
            parser_start(pair->many, &block);
            parser_plain(pair->many, &rows);
            if (found != PARSER_RECORD || !same_plain(&rows, r, &record)) {
                return -1;
            }
        }
        if (!goes_on(pair, &block, r, found, &record)) {
            return -1;
        }
    }
    return (long)count;
}

static const struct str ab[] = {{"a", 1}, {"b", 1}};

static long csv(const char *text)
{
    struct pair *pair = pair_new(false, ab, 2, LIMITS_DEFAULT);
    long count = plain_count(pair, str_of(text), true);
    pair_free(pair);
    return count;
}

/* All records of a block of CSV are plain, or none is taken as such. */
static void test_csv(void)
{
    CHECK_INT(csv(""), 0);
    CHECK_INT(csv("1,2\n3,4\n"), 2);
    CHECK_INT(csv(",\n,\n"), 2);
    CHECK_INT(csv("1,2\n3,4"), 0);     /* no last line end */
    CHECK_INT(csv("1,2\n\n3,4\n"), 0); /* a blank line is no record */
    CHECK_INT(csv("\n1,2,3\n"), 0);    /* four ends in two lines, but not two in each */
    CHECK_INT(csv("1,2,3\n4\n"), 0);
    CHECK_INT(csv("1\n2,3,4\n"), 0);
    CHECK_INT(csv("1,2\r\n3,4\n\" 5 \",\"6\"\r\n"), 3);
    CHECK_INT(csv("\"x\ny\",\"\"\n\"a,b\",\"c\r\"\n"), 2);
    CHECK_INT(csv("\"a\"\"b\",2\n"), 0); /* an escape */
    CHECK_INT(csv("1,2\n3,\"4\n"), 0);   /* not closed */
    CHECK_INT(csv("1,2\n3,4\"\n"), 0);
    CHECK_INT(csv("1,2\r3,4\n"), 0);
    struct pair *pair = pair_new(false, ab, 2, LIMITS_DEFAULT);
    CHECK_INT(plain_count(pair, S("1,2\n3,\0\n"), true), 0); /* a NUL */
    CHECK_INT(plain_count(pair, S("1,2\n3,4\n"), false), 0); /* what follows is not whole */
    pair_free(pair);
    pair = pair_new(false, ab, 1, LIMITS_DEFAULT); /* of one column a blank line is a record */
    CHECK_INT(plain_count(pair, S("1\n2\n"), true), 0);
    pair_free(pair);
    struct limits tight = LIMITS_DEFAULT;
    tight.field = 3; /* bytes: a record of no more has no longer field */
    pair = pair_new(false, ab, 2, tight);
    CHECK_INT(plain_count(pair, S("1,2\n3,4\n"), true), 2);
    CHECK_INT(plain_count(pair, S("1,2\n3,45\n"), true), 0);
    pair_free(pair);
}

/*
 * Every text of up to 7 of these bytes. Plain ones of one record: the left field is n bytes of blank and
 * x (2^n), or in quotes anything but a quote (5^(n-2)); the right one the same, or one of n - 1 bytes
 * and a CR. That is 1, 2, 5 for the left of 0, 1, 2 bytes, and 1, 3, 7 for the right. Of 2 bytes ",\n":
 * 1. Of 3: 2 + 3 = 5. Of 4: 5 + 2 x 3 + 7 = 18, and two records ",\n,\n": 19.
 */
static void test_every_csv(void)
{
    static const char bytes[] = ", x\"\r\n";
    struct pair *pair = pair_new(false, ab, 2, LIMITS_DEFAULT);
    unsigned plain[8] = {0}, wrong = 0;
    for (size_t n = 0; n <= 7; n++) {
        unsigned texts = 1;
        for (size_t i = 0; i < n; i++) {
            texts *= 6;
        }
        for (unsigned t = 0; t < texts; t++) {
            char text[7];
            unsigned rest = t;
            for (size_t i = 0; i < n; i++, rest /= 6) {
                text[i] = bytes[rest % 6];
            }
            long count = plain_count(pair, (struct str){text, n}, true);
            plain[n] += count > 0;
            wrong += count < 0;
        }
    }
    CHECK_INT(wrong, 0);
    CHECK_INT(plain[0] + plain[1], 0);
    CHECK_INT(plain[2], 1);
    CHECK_INT(plain[3], 5);
    CHECK_INT(plain[4], 19);
    pair_free(pair);
}

static long json(const char *text)
{
    struct pair *pair = pair_new(true, ab, 2, LIMITS_DEFAULT);
    long count = plain_count(pair, str_of(text), true);
    pair_free(pair);
    return count;
}

/* Of JSON Lines the first ones that are plain. */
static void test_json(void)
{
    CHECK_INT(json("{\"a\":1,\"b\":2}\n{\"a\": \" x \", \"b\": null}\r\n"), 2);
    CHECK_INT(json("{\"a\":true,\"b\":\"\"}\n{\"b\":1,\"a\":2}\n{\"a\":1,\"b\":2}\n"), 1);
    CHECK_INT(json("{\"a\":1,\"b\":2}\n\n{\"a\":1,\"b\":2}\n"), 1);
    CHECK_INT(json("{\"a\":1,\"b\":2}\n{\"a\":1,\"b\":2}"), 1); /* no last line end */
    CHECK_INT(json("{\"a\":1}\n"), 0);
    CHECK_INT(json("{\"a\":1,\"b\":2,\"c\":3}\n"), 0);
    CHECK_INT(json("{\"a\":1,\"b\":\"\\n\"}\n"), 0);
    CHECK_INT(json("{\"a\":[1],\"b\":2}\n"), 0);
    CHECK_INT(json("{\"a\":1,\"b\":2} \n"), 0);
    CHECK_INT(json("{\"a\":01,\"b\":2}\n"), 0);
    CHECK_INT(json("{\"a\":1,\"b\":\"a text of more than 16 bytes, 中文, and more\"}\n"), 1);
    CHECK_INT(json("{\"a\":1,\"b\":\"a text of more than 16 bytes, \xff, and more\"}\n"), 0);
    struct str quoted[] = {S("a"), S("b\"")}; /* JSON writes such a name with an escape */
    struct pair *pair = pair_new(true, quoted, 2, LIMITS_DEFAULT);
    CHECK_INT(plain_count(pair, S("{\"a\":1,\"b\\\"\":2}\n"), true), 0);
    CHECK_INT(plain_count(pair, S("{\"a\":1,\"b\"\":2}\n"), true), 0);
    pair_free(pair);
    pair = pair_new(true, ab, 2, LIMITS_DEFAULT);
    CHECK_INT(plain_count(pair, S("{\"a\":1,\"b\":2}\n{\"a\":1,\"b\":\"\0\"}\n"), true), 0);
    pair_free(pair);
    struct limits tight = LIMITS_DEFAULT;
    tight.field = 13;
    pair = pair_new(true, ab, 2, tight);
    CHECK_INT(plain_count(pair, S("{\"a\":1,\"b\":2}\n{\"a\":1,\"b\":23}\n"), true), 1);
    pair_free(pair);
}

static uint64_t next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

/* Lines of plain tokens, some of them exchanged for others. */
static void test_any_json(void)
{
    static const char *const tokens[] = {
        "{", "}", "\"a\"", "\"b\"", ":", ",", " ", "\n", "\r\n", "\r", "1", "-0.50", "1e2", "-", "0",
        "null", "true", "nul", "\"\"", "\" x \"", "\"\\t\"", "\"é\"", "\"\xc3\"", "[]", "\\", "\"", "é",
        "\"quite a long text of 32 bytes..\"", "\"one of 40 bytes, with é and a \\\\ escape\"", "\t",
    };
    static const uint8_t line[] = {0, 2, 4, 10, 5, 3, 4, 11, 1, 7};
    struct pair *pair = pair_new(true, ab, 2, LIMITS_DEFAULT);
    struct buf text;
    uint64_t state = 11;
    unsigned wrong = 0, plain = 0, other = 0;
    buf_init(&text, BUF_UNBOUNDED);
    for (int i = 0; i < 30000; i++) {
        buf_clear(&text);
        for (int rows = 0; rows < 3; rows++) {
            for (size_t k = 0; k < sizeof line; k++) {
                size_t token = next(&state) % 12 ? line[k] : next(&state) % COUNT_OF(tokens);
                token = (k == 3 || k == 7) ? 10 + next(&state) % 18 : token;
                buf_str(&text, str_of(tokens[token]));
            }
        }
        long count = plain_count(pair, buf_view(&text), true);
        wrong += count < 0;
        plain += count > 0;
        other += count == 0;
    }
    CHECK_INT(wrong, 0);
    CHECK(plain > 3000 && other > 3000); /* both ways were gone */
    buf_free(&text);
    pair_free(pair);
}

int main(void)
{
    test_csv();
    test_every_csv();
    test_json();
    test_any_json();
    return unit_end();
}
