#include "unit.h"

#include "format/header.h"

static void named(const struct header *header, const char *want)
{
    struct str rest = str_of(want);
    for (size_t i = 0; i < header->count; i++) {
        CHECK_STR(header->name[i], str_cut(&rest, '|'));
        CHECK_INT(header_find(header, header->name[i]), i);
    }
    CHECK(rest.p == NULL);
}

/* The header of names apart by `|`, and what they are called in the end. */
static struct header made(const char *names, const char *want)
{
    struct header header = {0};
    struct str list[32];
    size_t count = 0;
    struct str rest = str_of(names);
    do {
        list[count++] = str_cut(&rest, '|');
    } while (rest.p);
    header_set(&header, list, count);
    CHECK_INT(header.count, count);
    named(&header, want);
    return header;
}

static void test_plain(void)
{
    struct header header = made("customer_id|date|金额", "customer_id|date|金额");
    CHECK_INT(header.renamed, 0);
    CHECK_INT(header.unnamed, 0);
    CHECK_INT(header_find(&header, S("date")), 1);
    CHECK_INT(header_find(&header, S("Date")), -1); /* as they stand: nothing is folded */
    CHECK_INT(header_find(&header, S("dat")), -1);
    CHECK_INT(header_find(&header, S("")), -1);
    header_free(&header);
    CHECK_INT(header.count, 0);
    CHECK_INT(header_find(&header, S("date")), -1);
}

static void test_duplicates(void)
{
    struct header header = made("a|b|a|a|b", "a|b|a_2|a_3|b_2");
    CHECK_INT(header.renamed, 3);
    CHECK_INT(header_find(&header, S("a")), 0); /* the plain name stays with the first */
    header_free(&header);
}

/* A name made up must not be one that stands already; where one comes later that was made up
 * before, one of both gives way. */
static void test_taken(void)
{
    struct header header = made("a|a_2|a", "a|a_2|a_3");
    header_free(&header);
    header = made("a|a_2|a_3|a|a", "a|a_2|a_3|a_4|a_5");
    header_free(&header);
    header = made("column_2||x", "column_2|column_2_2|x");
    header_free(&header);
    header = (struct header){0};
    const struct str names[] = {S("a"), S("a"), S("a_2")};
    header_set(&header, names, 3);
    CHECK_STR(header.name[0], S("a"));
    CHECK(!str_eq(header.name[1], header.name[2]));
    CHECK_INT(header_find(&header, header.name[1]), 1);
    CHECK_INT(header_find(&header, header.name[2]), 2);
    header_free(&header);
}

static void test_unnamed(void)
{
    struct header header = made("a||b|", "a|column_2|b|column_4");
    CHECK_INT(header.unnamed, 2);
    CHECK_INT(header.renamed, 0);
    header_free(&header);
}

static void test_add(void)
{
    struct header header = made("a|b", "a|b");
    CHECK_INT(header_add(&header, S("c")), 2);
    CHECK_INT(header_add(&header, S("a")), 3);
    CHECK_INT(header_add(&header, S("")), 4);
    named(&header, "a|b|c|a_2|column_5");
    header_free(&header);
}

static void test_copies(void)
{
    char text[] = "date";
    struct str name = str_of(text);
    struct header header = {0};
    header_set(&header, &name, 1);
    text[0] = 'X';
    CHECK_STR(header.name[0], S("date"));
    CHECK_INT(header_find(&header, S("date")), 0);
    CHECK_INT(header_find(&header, S("Xate")), -1);
    header_free(&header);
}

/* Hundreds of columns of one name: all different, and found. */
static void test_many(void)
{
    struct header header = {0};
    for (size_t i = 0; i < 500; i++) {
        header_add(&header, S("x"));
    }
    size_t right = 0;
    for (size_t i = 0; i < 500; i++) {
        char want[16];
        snprintf(want, sizeof want, "x_%zu", i + 1);
        right += str_eq(header.name[i], i == 0 ? S("x") : str_of(want)) &&
                 header_find(&header, header.name[i]) == (ptrdiff_t)i;
    }
    CHECK_INT(right, 500);
    header_free(&header);
}

int main(void)
{
    test_plain();
    test_duplicates();
    test_taken();
    test_unnamed();
    test_add();
    test_copies();
    test_many();
    return unit_end();
}
