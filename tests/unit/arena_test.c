#include "unit.h"

#include "base/arena.h"
#include "base/mem.h"

static bool is_aligned(const void *p)
{
    return (uintptr_t)p % sizeof(max_align_t) == 0 || (uintptr_t)p % _Alignof(max_align_t) == 0;
}

/* Pieces of every size from 0 up, each filled with its own byte: none touches another. */
static void test_apart(void)
{
    enum { PIECES = 3000 };
    struct arena arena = {0};
    unsigned char **piece = mem_new(PIECES, sizeof *piece);
    bool aligned = true;
    for (size_t i = 0; i < PIECES; i++) {
        piece[i] = arena_alloc(&arena, i);
        aligned &= is_aligned(piece[i]);
        memset(piece[i], (int)(i % 251), i);
    }
    CHECK(aligned);
    bool intact = true;
    for (size_t i = 0; i < PIECES; i++) {
        for (size_t k = 0; k < i; k++) {
            intact &= piece[i][k] == i % 251;
        }
    }
    CHECK(intact);
    free(piece);
    arena_free(&arena);
    CHECK(arena.chunks == NULL);
}

static void test_large(void)
{
    struct arena arena = {0};
    char *small = arena_alloc(&arena, 3);
    memcpy(small, "abc", 3);
    char *large = arena_alloc(&arena, 50 << 20); /* larger than any step of growth */
    memset(large, 'x', 50 << 20);
    char *after = arena_alloc(&arena, 3);
    memcpy(after, "def", 3);
    CHECK(memcmp(small, "abc", 3) == 0);
    CHECK(large[0] == 'x' && large[(50 << 20) - 1] == 'x');
    arena_free(&arena);
}

static void test_str(void)
{
    struct arena arena = {0};
    char text[] = "cell";
    struct str copy = arena_str(&arena, str_of(text));
    text[0] = 'X';
    CHECK_STR(copy, S("cell"));
    /* Without padding: the next copy stands right behind. */
    struct str next = arena_str(&arena, S("next"));
    CHECK(next.p == copy.p + copy.n);
    CHECK(is_aligned(arena_alloc(&arena, 8)));
    struct str empty = arena_str(&arena, (struct str){NULL, 0});
    CHECK(empty.n == 0 && empty.p != NULL);
    CHECK_STR(arena_str(&arena, S("a\0b")), S("a\0b"));
    arena_free(&arena);
}

static void test_cstr(void)
{
    struct arena arena = {0};
    char *text = arena_cstr(&arena, str_slice(S("abcdef"), 1, 4));
    CHECK(strcmp(text, "bcd") == 0);
    CHECK(strcmp(arena_cstr(&arena, S("")), "") == 0);
    CHECK(strcmp(arena_cstr(&arena, (struct str){NULL, 0}), "") == 0);
    arena_free(&arena);
}

static void test_printf(void)
{
    struct arena arena = {0};
    CHECK_STR(arena_printf(&arena, "%s_%u", "amount", 2), S("amount_2"));
    CHECK_STR(arena_printf(&arena, "%s", ""), S(""));
    struct str wide = arena_printf(&arena, "%100000d", 7);
    CHECK_INT(wide.n, 100000);
    CHECK(wide.p[99999] == '7' && wide.p[99998] == ' ');
    arena_free(&arena);
}

/* A loop that resets settles on one allocation: the same place again and again. */
static void test_reset(void)
{
    struct arena arena = {0};
    arena_reset(&arena); /* of an empty one: nothing happens */
    CHECK(arena.chunks == NULL);
    for (int i = 0; i < 200; i++) {
        arena_alloc(&arena, 1000);
    }
    arena_reset(&arena);
    CHECK_INT(arena.used, 0);
    char *first = arena_alloc(&arena, 1000);
    bool same = true;
    for (int round = 0; round < 100; round++) {
        arena_reset(&arena);
        same &= arena_alloc(&arena, 1000) == first;
    }
    CHECK(same);
    arena_free(&arena);
    arena_free(&arena); /* twice does no harm */
    CHECK_STR(arena_str(&arena, S("again")), S("again"));
    arena_free(&arena);
}

int main(void)
{
    test_apart();
    test_large();
    test_str();
    test_cstr();
    test_printf();
    test_reset();
    return unit_end();
}
