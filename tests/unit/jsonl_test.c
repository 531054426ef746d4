#include "unit.h"

#include "format/jsonl.h"

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

int main(void)
{
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
