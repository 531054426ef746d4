#include "unit.h"

#include <jansson.h>
#include <math.h>

#include "format/jsonl.h"
#include "value/number.h"

static struct arena arena;

/* The members of a line as "name=value" with a letter for the type before, apart by `|`. */
static void object(struct str line, const char *want)
{
    struct jsonl_object o;
    const char *at = NULL;
    const char *reason = jsonl_parse(&arena, line, 64, &o, &at);
    if (!CHECK(reason == NULL)) {
        printf("    %s: %.*s\n", reason, STRF(line));
        return;
    }
    struct str got = S("");
    for (size_t i = 0; i < o.count; i++) {
        got = arena_printf(&arena, "%.*s%s%c:%.*s=%.*s", STRF(got), i > 0 ? "|" : "",
                           "snb0x"[o.member[i].type], STRF(o.member[i].name),
                           STRF(o.member[i].value));
    }
    CHECK_STR(got, str_of(want));
}

static void refused(struct str line, const char *reason)
{
    struct jsonl_object o;
    const char *at = NULL;
    const char *got = jsonl_parse(&arena, line, 64, &o, &at);
    if (!CHECK(got != NULL)) {
        printf("    accepted: %.*s\n", STRF(line));
        return;
    }
    CHECK(str_starts(str_of(got), str_of(reason)));
    CHECK(at >= line.p && at <= line.p + line.n);
}

static void test_types(void)
{
    object(S("{\"a\":\"x\",\"b\":1,\"c\":true,\"d\":false,\"e\":null}"),
           "s:a=x|n:b=1|b:c=true|b:d=false|0:e=");
    object(S("{}"), "");
    object(S(" \t{ } \r"), "");
    object(S("{\"a\":\"\"}"), "s:a=");
    object(S("{\"\":\"x\"}"), "s:=x");
    object(S(" { \"a\" : 1 , \"b\" : \"x\" } \r"), "n:a=1|s:b=x");
}

/* A number keeps its text: every digit, zeros at the end, exponents, the sign of zero. */
static void test_numbers(void)
{
    object(S("{\"a\":12.50}"), "n:a=12.50");
    object(S("{\"a\":-0}"), "n:a=-0");
    object(S("{\"a\":1234567890123456789012345}"), "n:a=1234567890123456789012345");
    object(S("{\"a\":19.99}"), "n:a=19.99");
    object(S("{\"a\":0.1000000000000000055511151231257827}"),
           "n:a=0.1000000000000000055511151231257827");
    object(S("{\"a\":1E+2}"), "n:a=1E+2");
    object(S("{\"a\":1 }"), "n:a=1");
    object(S("{\"a\":1,\"b\":2}"), "n:a=1|n:b=2");
    object(S("{\"a\":1\t,\"b\":2\r}"), "n:a=1|n:b=2");
}

static void test_escapes(void)
{
    object(S("{\"a\":\"x\\\"y\\\\z\\/\"}"), "s:a=x\"y\\z/");
    object(S("{\"a\":\"\\b\\f\\n\\r\\t\"}"), "s:a=\b\f\n\r\t");
    object(S("{\"a\":\"\\u0041\\u00e9\\u4E2d\"}"), "s:a=Aé中");
    object(S("{\"a\":\"\\uD83D\\uDE00\"}"), "s:a=😀");                /* surrogates: U+1F600 */
    object(S("{\"a\":\"\\uDBFF\\uDFFF\"}"), "s:a=\xF4\x8F\xBF\xBF"); /* U+10FFFF, the last */
    object(S("{\"a\":\"\\uD800\\uDC00\"}"), "s:a=\xF0\x90\x80\x80"); /* U+10000, the first */
    object(S("{\"a\":\"\\u0001\\u007f\"}"), "s:a=\x01\x7f");
    object(S("{\"a\":\"\\\\u0041\"}"), "s:a=\\u0041");
    object(S("{\"a\":\"\\\\\"}"), "s:a=\\");
    object(S("{\"a\":\"\\\\\\\"\"}"), "s:a=\\\"");
    object(S("{\"\\u0061\\\"\":\"x\"}"), "s:a\"=x"); /* in names too */
    object(S("{\"a\":\"中文，，\"}"), "s:a=中文，，");
}

/* Nested values come as compact text, blanks inside strings kept, escapes as they stand. */
static void test_nested(void)
{
    object(S("{\"a\":[1, 2 ,3 ]}"), "x:a=[1,2,3]");
    object(S("{\"a\":{ \"b\" : { } , \"c\" : \"x y\" },\"d\":1}"),
           "x:a={\"b\":{},\"c\":\"x y\"}|n:d=1");
    object(S("{\"a\":[\"]}\\\"[{\", \"\\u0041 \"]}"), "x:a=[\"]}\\\"[{\",\"\\u0041 \"]");
    object(S("{\"a\":[]}"), "x:a=[]");
    object(S("{\"a\":[1.500, 1e3, 12345678901234567890]}"), "x:a=[1.500,1e3,12345678901234567890]");
}

/* Where a value begins, for the place of a complaint. */
static void test_places(void)
{
    struct str line = S("{\"a\": 1, \"b\":\"x\", \"c\": [2]}");
    struct jsonl_object o;
    const char *at;
    CHECK(jsonl_parse(&arena, line, 64, &o, &at) == NULL);
    CHECK_INT(o.member[0].at - line.p, 6);
    CHECK_INT(o.member[1].at - line.p, 13);
    CHECK_INT(o.member[2].at - line.p, 23);
}

static void test_not_an_object(void)
{
    refused(S("[1]"), "is not a JSON object");
    refused(S(" [ ] "), "is not a JSON object");
    refused(S("[{\"a\":1}]"), "is not a JSON object");
}

static void test_not_json(void)
{
    refused(S(""), "is not JSON");
    refused(S("a,b"), "is not JSON");
    refused(S("{"), "is not JSON");
    refused(S("{\"a\""), "is not JSON");
    refused(S("{\"a\":}"), "is not JSON");
    refused(S("{\"a\":1"), "is not JSON");
    refused(S("{\"a\":1,}"), "is not JSON");
    refused(S("{\"a\":1 \"b\":2}"), "is not JSON");
    refused(S("{a:1}"), "is not JSON");
    refused(S("{'a':1}"), "is not JSON");
    refused(S("{1:1}"), "is not JSON");
    refused(S("{\"a\":1}{\"a\":2}"), "is not JSON");
    refused(S("{\"a\":1} x"), "is not JSON");
    refused(S("{\"a\":NaN}"), "is not JSON");
    refused(S("{\"a\":Infinity}"), "is not JSON");
    refused(S("{\"a\":+1}"), "is not JSON");
    refused(S("{\"a\":01}"), "is not JSON");
    refused(S("{\"a\":.5}"), "is not JSON");
    refused(S("{\"a\":5.}"), "is not JSON");
    refused(S("{\"a\":0x1}"), "is not JSON");
    refused(S("{\"a\":True}"), "is not JSON");
    refused(S("{\"a\":\"x}"), "is not JSON");
    refused(S("{\"a\":\"\t\"}"), "is not JSON"); /* a raw control character */
    refused(S("{\"a\":\"\\x41\"}"), "is not JSON");
    refused(S("{\"a\":\"\\u12G4\"}"), "is not JSON");
    refused(S("{\"a\":[1}}"), "is not JSON");
    refused(S("{/* c */\"a\":1}"), "is not JSON");
    refused(S("\xEF\xBB\xBF{\"a\":1}"), "is not JSON"); /* a mark is the source's to take off */
}

static void test_bad_text(void)
{
    refused(S("{\"a\":\"\xFF\"}"), "is not JSON");
    refused(S("{\"a\":\"\xC0\xAF\"}"), "is not JSON");     /* overlong */
    refused(S("{\"a\":\"\xED\xA0\x80\"}"), "is not JSON"); /* a surrogate in UTF-8 */
    refused(S("{\"a\":\"\\uD800\"}"), "is not JSON");      /* half of a pair */
    refused(S("{\"a\":\"\\uD800\\u0041\"}"), "is not JSON");
    refused(S("{\"a\":\"\\uDC00\"}"), "is not JSON");
    refused(S("{\"a\":\"\\u0000\"}"), "is not JSON");
    refused(S("{\"a\\u0000\":1}"), "is not JSON");
    refused(S("{\"a\":\"\0\"}"), "is not JSON");
    refused(S("{\"a\":1}\0"), "is not JSON");
}

static void test_duplicate_keys(void)
{
    refused(S("{\"a\":1,\"a\":2}"), "is not JSON");
    refused(S("{\"a\":1,\"\\u0061\":2}"), "is not JSON"); /* the same name, written otherwise */
    refused(S("{\"x\":{\"a\":1,\"a\":2}}"), "is not JSON");
}

/* What stands in the line may be a person's: a reason never quotes it. */
static void test_quotes_nothing(void)
{
    struct jsonl_object o;
    const char *at;
    const char *reason = jsonl_parse(&arena, S("{\"name\":Li Ming}"), 64, &o, &at);
    CHECK(reason && str_find(str_of(reason), S("Li")) == strlen(reason));
    reason = jsonl_parse(&arena, S("{\"secret name\":1,\"secret name\":2}"), 64, &o, &at);
    CHECK(reason && str_find(str_of(reason), S("secret")) == strlen(reason));
    reason = jsonl_parse(&arena, S("{\"name\":\"Li\" \"Ming\"}"), 64, &o, &at);
    CHECK(reason && str_find(str_of(reason), S("Ming")) == strlen(reason));
}

/* `depth` brackets, the object's own among them. */
static struct str nested(size_t depth)
{
    char *text = arena_alloc(&arena, 2 * depth + 16);
    size_t n = 0;
    memcpy(text, "{\"a\":", 5);
    n = 5;
    memset(text + n, '[', depth - 1);
    n += depth - 1;
    memset(text + n, ']', depth - 1);
    n += depth - 1;
    text[n++] = '}';
    return (struct str){text, n};
}

static void test_depth(void)
{
    struct jsonl_object o;
    const char *at;
    CHECK(jsonl_parse(&arena, nested(63), 64, &o, &at) == NULL);
    CHECK(jsonl_parse(&arena, nested(64), 64, &o, &at) == NULL);
    struct str deep = nested(65);
    CHECK_STR(str_of(jsonl_parse(&arena, deep, 64, &o, &at)),
              S("JSON is nested too deep (raise it with --limit depth=N)"));
    CHECK_INT(at - deep.p, 5 + 63); /* the 65th bracket, the 64th behind "a": */
    CHECK(jsonl_parse(&arena, S("{\"a\":1}"), 1, &o, &at) == NULL);
    CHECK(jsonl_parse(&arena, S("{\"a\":[]}"), 1, &o, &at) != NULL);
    /* Brackets in strings are no depth; those that closed are none either. */
    CHECK(jsonl_parse(&arena, S("{\"a\":\"[[[[\\\"[[[\"}"), 2, &o, &at) == NULL);
    CHECK(jsonl_parse(&arena, S("{\"a\":[],\"b\":[],\"c\":{}}"), 2, &o, &at) == NULL);
    refused(nested(1000000), "JSON is nested too deep");
}

/* A ceiling above Jansson's own depth of 2048 must not open the way to its end of the stack. */
static void test_depth_raised(void)
{
    struct jsonl_object o;
    const char *at;
    CHECK(jsonl_parse(&arena, nested(2000), 1000000, &o, &at) == NULL);
    CHECK(jsonl_parse(&arena, nested(1000000), 1000000, &o, &at) != NULL);
}

/* What the plain reader takes, Jansson takes, and finds the same in it: members of every type. */
static bool same_as_jansson(struct str line, const struct jsonl_object *plain)
{
    json_t *root = json_loadb(line.p, line.n, JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL, NULL);
    bool same = json_is_object(root) && json_object_size(root) == plain->count;
    for (size_t i = 0; i < plain->count && same; i++) {
        const struct jsonl_member *m = &plain->member[i];
        json_t *value = json_object_getn(root, m->name.p, m->name.n);
        double number;
        switch (m->type) {
        case JSONL_STRING:
            same = json_is_string(value) &&
                   str_eq(m->value, (struct str){json_string_value(value), json_string_length(value)});
            break;
        case JSONL_NUMBER:
            same = json_is_real(value) && number_parse(m->value, 0, &number) &&
                   fabs(number - json_real_value(value)) <= 1e-14 * fabs(number);
            break;
        case JSONL_BOOLEAN:
            same = str_eq(m->value, S("true")) ? json_is_true(value) : json_is_false(value);
            break;
        default:
            same = m->type == JSONL_NULL && json_is_null(value) && m->value.n == 0;
        }
    }
    json_decref(root);
    return same;
}

/* Lines of the sorts that streams hold, a byte or two of each changed by chance. */
static void test_plain(void)
{
    static const char *const lines[] = {
        "{\"id\":\"C01\",\"amount\":-12.50,\"ok\":true,\"note\":null}",
        " { \"a\" : 0 , \"b\" : false } ",
        "{\"客户编号\":\"华东\",\"n\":1234567890123456789012345678901234567890}",
        "{}",
        "{\"a\":1.0,\"b\":\"x,y}\",\"c\":\"\"}",
    };
    static const char bytes[] = "{}[]\",:0123456789.-+eE \ttrufalsn\\x\x01\x7f\xe5\x80";
    uint64_t state = 1;
    size_t taken = 0;
    for (int i = 0; i < 400000; i++) {
        char text[128];
        state = state * 6364136223846793005u + 1442695040888963407u;
        const char *from = lines[(state >> 40) % COUNT_OF(lines)];
        size_t n = strlen(from);
        memcpy(text, from, n);
        for (uint64_t k = 0; k < (state >> 62); k++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            text[(state >> 33) % n] = bytes[(state >> 20) % (sizeof bytes - 1)];
        }
        struct jsonl_object plain;
        struct str line = {text, n};
        arena_reset(&arena);
        if (jsonl_plain(&arena, line, &plain)) {
            taken++;
            if (!same_as_jansson(line, &plain)) {
                printf("    %.*s\n", STRF(line));
                CHECK(!"same as Jansson");
            }
        }
    }
    CHECK(taken > 100000);
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        struct jsonl_object plain;
        CHECK(jsonl_plain(&arena, str_of(lines[i]), &plain));
    }
    struct jsonl_object plain;
    CHECK(!jsonl_plain(&arena, S("{\"a\":1,\"a\":2}"), &plain));
    CHECK(!jsonl_plain(&arena, S("{\"a\":[1]}"), &plain));
    CHECK(!jsonl_plain(&arena, S("{\"a\":1e5}"), &plain));
}

/* What jsonl_plain_line takes for an object of these names is what jsonl_parse makes of it. */
static void check_line(struct str text, const struct str *names, size_t count, size_t *taken)
{
    uint32_t pair[16];
    const char *at;
    struct jsonl_object object;
    size_t next = jsonl_plain_line(text, 3, names, count, pair);
    if (next == 0) {
        return;
    }
    struct str line = str_slice(text, 3, next - 1);
    bool same = text.p[next - 1] == '\n' && !memchr(line.p, '\n', line.n) && pair[0] == 3 &&
                text.p[pair[1] - 1] == '}' && !jsonl_parse(&arena, line, 8, &object, &at) &&
                object.count == count;
    for (size_t i = 0; i < count && same; i++) {
        struct str value = {text.p + pair[2 * i + 2], pair[2 * i + 3] - pair[2 * i + 2]};
        same = str_eq(object.member[i].name, names[i]) && str_eq(object.member[i].value, value);
    }
    CHECK(same);
    ++*taken;
}

static void test_plain_lines(void)
{
    static const struct str names[] = {{"id", 2}, {"amount", 6}, {"ok", 2}, {"note", 4}};
    static const char *const lines[] = {
        "?\n?{\"id\":\"C01\",\"amount\":-12.50,\"ok\":true,\"note\":null}\n{\"id\":\"C02",
        "...{\"id\": \"\", \"amount\": 0, \"ok\": false, \"note\": \"华东, a longer one to pass 16\"}\r\n",
        "...{\"id\":null,\"amount\":1.25,\"ok\":\"x,y}\",\"note\":\"0123456789abcdef0123456789abcdef\"}\n",
    };
    static const char bytes[] = "{}[]\",:0123456789.-+eE \ttrufalsn\\\x01\x7f\xe5\x80\n\r";
    uint64_t state = 5;
    size_t taken = 0;
    for (size_t i = 0; i < COUNT_OF(lines); i++) {
        check_line(str_of(lines[i]), names, COUNT_OF(names), &taken);
    }
    CHECK_INT(taken, COUNT_OF(lines));
    for (int i = 0; i < 400000; i++) {
        char text[160];
        state = state * 6364136223846793005u + 1442695040888963407u;
        const char *from = lines[(state >> 40) % COUNT_OF(lines)];
        size_t n = strlen(from);
        memcpy(text, from, n);
        for (uint64_t k = 0; k < (state >> 62); k++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            text[(state >> 33) % n] = bytes[(state >> 20) % (sizeof bytes - 1)];
        }
        arena_reset(&arena);
        check_line((struct str){text, n - (state >> 10) % 3}, names, COUNT_OF(names), &taken);
    }
    CHECK(taken > 50000);
}

int main(void)
{
    test_plain_lines();
    test_plain();
    test_types();
    test_numbers();
    test_escapes();
    test_nested();
    test_places();
    test_not_an_object();
    test_not_json();
    test_bad_text();
    test_duplicate_keys();
    test_quotes_nothing();
    test_depth();
    test_depth_raised();
    arena_free(&arena);
    return unit_end();
}
