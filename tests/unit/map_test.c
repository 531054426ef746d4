#include "unit.h"

#include "base/map.h"

#define KEYS 100000

static struct str key_of(char text[24], uint32_t i)
{
    int n = snprintf(text, 24, "customer-%" PRIu32, i);
    return (struct str){text, (size_t)n};
}

static void test_empty_map(void)
{
    struct map map = {0};
    CHECK(map_find(&map, S("a")) == NULL);
    CHECK(map_find(&map, S("")) == NULL);
    CHECK_INT(map_key(&map, S("a")).n, 0);
    CHECK(map_key(&map, S("a")).p == NULL);
    map_free(&map);
}

/* Keys are put twice: fresh the first time, with their value the second. */
static void test_many(void)
{
    struct map map = {0};
    char text[24];
    bool fresh;
    size_t fresh_first = 0;
    size_t fresh_again = 0;
    size_t right = 0;
    size_t zeroed = 0;
    for (uint32_t i = 0; i < KEYS; i++) {
        uint32_t *value = map_put(&map, key_of(text, i), &fresh);
        zeroed += *value == 0;
        *value = i * 2 + 1;
        fresh_first += fresh;
    }
    CHECK_INT(fresh_first, KEYS);
    CHECK_INT(zeroed, KEYS);
    CHECK_INT(map.count, KEYS);
    for (uint32_t i = 0; i < KEYS; i++) {
        uint32_t *value = map_put(&map, key_of(text, i), &fresh);
        fresh_again += fresh;
        right += *value == i * 2 + 1 && map_find(&map, key_of(text, i)) == value;
    }
    CHECK_INT(fresh_again, 0);
    CHECK_INT(right, KEYS);
    CHECK_INT(map.count, KEYS);
    size_t strangers = 0;
    for (uint32_t i = KEYS; i < 2 * KEYS; i++) {
        strangers += map_find(&map, key_of(text, i)) != NULL;
    }
    CHECK_INT(strangers, 0);
    map_free(&map);
    CHECK_INT(map.count, 0);
    CHECK(map_find(&map, S("customer-1")) == NULL);
}

static void test_copies_keys(void)
{
    struct map map = {0};
    bool fresh;
    char text[] = "K1";
    *map_put(&map, str_of(text), &fresh) = 5;
    text[1] = '2';
    CHECK(map_find(&map, S("K2")) == NULL);
    CHECK(map_find(&map, S("K1")) && *map_find(&map, S("K1")) == 5);
    struct str own = map_key(&map, S("K1"));
    CHECK_STR(own, S("K1"));
    CHECK(own.p != text);
    char more[24];
    for (uint32_t i = 0; i < 1000; i++) {
        map_put(&map, key_of(more, i), &fresh);
    }
    CHECK(map_key(&map, S("K1")).p == own.p); /* growth does not move it */
    map_free(&map);
}

/* The empty text is a key like others, whether p is NULL or not. */
static void test_empty_key(void)
{
    struct map map = {0};
    bool fresh;
    *map_put(&map, S(""), &fresh) = 9;
    CHECK(fresh);
    CHECK_INT(map.count, 1);
    uint32_t *value = map_put(&map, (struct str){NULL, 0}, &fresh);
    CHECK(!fresh);
    CHECK_INT(*value, 9);
    CHECK(map_find(&map, (struct str){NULL, 0}) != NULL);
    CHECK(map_find(&map, S("\0")) == NULL);
    map_free(&map);

    *map_put(&map, (struct str){NULL, 0}, &fresh) = 3; /* the other way round */
    CHECK(fresh);
    CHECK(map_find(&map, S("")) && *map_find(&map, S("")) == 3);
    map_free(&map);
}

static void test_bytes(void)
{
    struct map map = {0};
    bool fresh;
    *map_put(&map, S("a\0b"), &fresh) = 1;
    *map_put(&map, S("a\0c"), &fresh) = 2;
    *map_put(&map, S("a"), &fresh) = 3;
    *map_put(&map, S("A"), &fresh) = 4;
    CHECK_INT(map.count, 4);
    CHECK_INT(*map_find(&map, S("a\0b")), 1);
    CHECK_INT(*map_find(&map, S("a\0c")), 2);
    CHECK_INT(*map_find(&map, S("a")), 3);
    CHECK_INT(*map_find(&map, S("A")), 4);
    map_free(&map);
}

static bool is_near(const struct map_near *near, const char *text, uint32_t value)
{
    uint32_t found;
    return map_near_find(near, str_of(text), &found) && found == value;
}

/* Texts of every length up to 40 that differ in one byte, at every place: none is taken for another. */
static void test_near(void)
{
    struct map_near near = {0};
    char text[41], other[41];
    uint32_t found;
    size_t mistaken = 0, lost = 0;
    CHECK(!map_near_find(&near, S(""), &found) && !map_near_find(&near, S("a"), &found));
    for (size_t n = 0; n <= 40; n++) {
        memset(text, 'a', n);
        text[n] = '\0';
        map_near_keep(&near, str_of(text), (uint32_t)n);
        lost += !is_near(&near, text, (uint32_t)n);
        for (size_t i = 0; i < n; i++) {
            memcpy(other, text, n + 1);
            other[i] = 'b';
            mistaken += map_near_find(&near, str_of(other), &found);
        }
    }
    CHECK_INT(lost, 0);
    CHECK_INT(mistaken, 0);
    /* The one before the last stays, too, wherever they fall. */
    for (uint32_t i = 0; i < 1000; i++) {
        static char text_of[1000][24];
        map_near_keep(&near, key_of(text_of[i], i), i);
        lost += !is_near(&near, text_of[i], i) || (i > 0 && !is_near(&near, text_of[i - 1], i - 1));
    }
    CHECK_INT(lost, 0);
    map_near_keep(&near, S("team"), 1);
    map_near_keep(&near, S("team"), 2);
    CHECK(is_near(&near, "team", 2));
    map_near_keep(&near, (struct str){NULL, 0}, 9); /* the empty text, whatever p is */
    CHECK(is_near(&near, "", 9));
}

int main(void)
{
    test_near();
    test_empty_map();
    test_many();
    test_copies_keys();
    test_empty_key();
    test_bytes();
    return unit_end();
}
