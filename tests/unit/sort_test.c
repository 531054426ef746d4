#include "unit.h"

#include <math.h>

#include "base/mem.h"
#include "base/sort.h"

/* Sizes on both sides of the border between the two ways. */
static const size_t sizes[] = {0, 1, 2, 63, 64, 65, 5000};

static uint64_t next(uint64_t *state)
{
    return *state = *state * 6364136223846793005u + 1442695040888963407u;
}

static void test_u64(void)
{
    uint64_t state = 7;
    for (size_t k = 0; k < COUNT_OF(sizes); k++) {
        size_t n = sizes[k];
        uint64_t *v = mem_new(n + 1, sizeof *v);
        uint64_t sum = 0, after = 0;
        for (size_t i = 0; i < n; i++) {
            v[i] = next(&state) >> (i % 60); /* some digits alike, some not */
            sum += v[i];
        }
        sort_u64(v, n);
        bool ascending = true;
        for (size_t i = 0; i < n; i++) {
            after += v[i];
            ascending &= i == 0 || v[i - 1] <= v[i];
        }
        CHECK(ascending && sum == after);
        free(v);
    }
}

static void test_doubles(void)
{
    uint64_t state = 8;
    double *v = mem_new(5000, sizeof *v);
    for (size_t i = 0; i < 5000; i++) {
        v[i] = ((double)(int64_t)next(&state)) * (i % 2 ? 1e-300 : 1e280);
    }
    v[17] = INFINITY;
    v[18] = -INFINITY;
    v[19] = 0;
    sort_doubles(v, 5000);
    bool ascending = true;
    for (size_t i = 1; i < 5000; i++) {
        ascending &= v[i - 1] <= v[i];
    }
    CHECK(ascending && v[0] == -INFINITY && v[4999] == INFINITY);
    free(v);
}

/* Of equal keys the earlier stays first. */
static void test_pairs(void)
{
    uint64_t state = 9;
    for (size_t k = 0; k < COUNT_OF(sizes); k++) {
        size_t n = sizes[k];
        struct sort_pair *p = mem_new(n + 1, sizeof *p);
        for (size_t i = 0; i < n; i++) {
            p[i] = (struct sort_pair){next(&state) >> 57, i};
        }
        sort_pairs(p, n);
        bool sorted = true;
        for (size_t i = 1; i < n; i++) {
            sorted &= p[i - 1].key < p[i].key ||
                      (p[i - 1].key == p[i].key && p[i - 1].value < p[i].value);
        }
        CHECK(sorted);
        free(p);
    }
}

int main(void)
{
    test_u64();
    test_doubles();
    test_pairs();
    return unit_end();
}
