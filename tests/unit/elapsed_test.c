/* Times of what is done and what is open: against the curves of survival.c and the quantiles of
 * quantile.c, and by hand. */
#include "unit.h"

#include <math.h>

#include "base/mem.h"
#include "stats/elapsed.h"
#include "stats/poisson.h"
#include "stats/quantile.h"
#include "stats/survival.h"

static bool near(double a, double b)
{
    return (isnan(a) && isnan(b)) || fabs(a - b) <= 1e-12 * fabs(b);
}

static bool about(double a, double b)
{
    return fabs(a - b) <= 5e-4 * fabs(b);
}

/* Of arrays, each spread over two lists. */
static struct elapsed elapsed_of_arrays(const uint32_t *done, size_t done_count,
                                        const uint32_t *open, size_t open_count)
{
    struct elapsed_list list[4] = {0};
    const struct elapsed_list *const of_done[] = {&list[0], &list[1]};
    const struct elapsed_list *const of_open[] = {&list[2], &list[3]};
    for (size_t i = 0; i < done_count; i++) {
        elapsed_push(&list[i % 3 == 0], done[i]);
    }
    for (size_t i = 0; i < open_count; i++) {
        elapsed_push(&list[2 + (i % 3 == 0)], open[i]);
    }
    struct elapsed e = elapsed_of(of_done, 2, of_open, 2);
    for (size_t i = 0; i < COUNT_OF(list); i++) {
        elapsed_free(&list[i]);
    }
    return e;
}

/* Events at 1, 3, 3 and 5, censored at 2 and 4: S(1) = 5/6, S(3) = 5/12, S(5) = 0. The limits of
 * S(1) are .273 and .975, of S(3) .056 and .767: the median is 3, from 1. */
static void test_by_hand(void)
{
    uint32_t done[] = {5, 3, 1, 3}, open[] = {4, 2};
    struct elapsed e = elapsed_of_arrays(done, 4, open, 2);
    CHECK(e.n == 4 && e.mean == 3 && e.p50 == 3);
    CHECK(near(e.p90, 3 + 0.7 * 2)); /* rank 2.7 of 0 to 3 */
    CHECK(e.km_p50 == 3 && e.km_p50_low == 1 && isnan(e.km_p50_high));
    CHECK(e.km_p90 == 5 && e.open_p50 == 3);
    e = elapsed_of_arrays(done, 0, open, 2);
    CHECK(e.n == 0 && isnan(e.mean) && isnan(e.p50) && isnan(e.km_p50) && isnan(e.km_p50_low));
    e = elapsed_of_arrays(NULL, 0, NULL, 0);
    CHECK(e.n == 0 && isnan(e.p90));
    CHECK(isnan(e.open_p50) && isnan(elapsed_quantile(done, 0, 1, 2)));
    /* The largest seconds there are: no sum of them overflows. */
    uint32_t most[] = {UINT32_MAX, UINT32_MAX};
    e = elapsed_of_arrays(most, 2, NULL, 0);
    CHECK(e.mean == UINT32_MAX && e.p90 == UINT32_MAX);
}

static uint64_t state = 7;

static uint32_t draw(uint32_t below)
{
    state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(state >> 33) % below;
}

static void test_against(size_t done_count, size_t open_count, uint32_t below)
{
    size_t count = done_count + open_count;
    uint32_t *done = mem_new(done_count, sizeof *done), *open = mem_new(open_count, sizeof *open);
    double *plain = mem_new(done_count, sizeof *plain), sum = 0;
    double *plain_open = mem_new(open_count, sizeof *plain_open);
    struct survival_subject *subject = mem_new(count, sizeof *subject);
    struct survival_point *point = mem_new(count, sizeof *point);
    for (size_t i = 0; i < done_count; i++) {
        done[i] = draw(below);
        plain[i] = done[i];
        sum += plain[i];
        subject[i] = (struct survival_subject){done[i], -1, true, 0};
    }
    for (size_t i = 0; i < open_count; i++) {
        open[i] = draw(below);
        plain_open[i] = open[i];
        subject[done_count + i] = (struct survival_subject){open[i], -1, false, 0};
    }
    struct elapsed e = elapsed_of_arrays(done, done_count, open, open_count);
    quantile_sort(plain, done_count);
    quantile_sort(plain_open, open_count);
    size_t n = survival_curve(subject, count, 0, SURVIVAL_LOG_LOG, point);
    double p50, low, high, p90, unused;
    survival_quantile(point, n, 0.5, &p50, &low, &high);
    survival_quantile(point, n, 0.9, &p90, &unused, &unused);
    CHECK(near(e.mean, sum / (double)done_count));
    CHECK(near(e.p50, quantile_at(plain, done_count, 1, 2)));
    CHECK(near(e.p90, quantile_at(plain, done_count, 9, 10)));
    CHECK(near(e.km_p50, p50) && near(e.km_p50_low, low) && near(e.km_p50_high, high));
    CHECK(near(e.km_p90, p90));
    free(done);
    free(open);
    CHECK(near(e.open_p50, open_count > 0 ? quantile_at(plain_open, open_count, 1, 2) : NAN));
    free(plain);
    free(plain_open);
    free(subject);
    free(point);
}

/* Joined lists hold what both held, and sorting is by numbers: 0 to 9999 in another order. */
static void test_lists(void)
{
    struct elapsed_list a = {0}, b = {0}, none = {0};
    const struct elapsed_list *const of[] = {&a};
    uint32_t seconds[10000];
    size_t wrong = 0;
    for (uint32_t i = 0; i < 10000; i++) {
        seconds[i] = i * 7919 % 10000 * 400000; /* 7919 and 10000 have no common factor */
        elapsed_push(i % 10 < 3 ? &a : &b, i * 7919 % 10000);
    }
    elapsed_join(&a, &none);
    elapsed_join(&a, &b);
    elapsed_join(&none, &b);
    CHECK(a.count == 10000 && a.most == 9999 && b.count == 0 && !b.newest && none.count == 0);
    struct elapsed e = elapsed_of(of, 1, NULL, 0);
    CHECK(e.n == 10000 && e.mean == 4999.5 && e.p50 == 4999.5 && near(e.p90, 8999.1));
    /* S(i) = (9999 - i) / 10000: a half at 4999, a tenth at 8999. */
    CHECK(e.km_p50 == 4999 && e.km_p90 == 8999);
    elapsed_push(&a, 123456);
    CHECK(a.count == 10001 && a.most == 123456);
    elapsed_free(&a);
    CHECK(a.count == 0);
    elapsed_sort(seconds, 10000);
    for (uint32_t i = 0; i < 10000; i++) {
        wrong += seconds[i] != i * 400000;
    }
    CHECK_INT(wrong, 0);
}

/* Garwood's limits, as printed in tables: of 0 none to 3.689, of 1 .02532 to 5.572, of 10 4.795 to
 * 18.39, of 100 81.36 to 121.63. */
static void test_poisson(void)
{
    struct poisson p = poisson_ratio(0, 1);
    CHECK(p.ratio == 0 && p.low == 0 && about(p.high, 3.689));
    p = poisson_ratio(1, 1);
    CHECK(about(p.low, 0.02532) && about(p.high, 5.572));
    p = poisson_ratio(10, 5);
    CHECK(p.ratio == 2 && about(p.low, 4.795 / 5) && about(p.high, 18.39 / 5));
    p = poisson_ratio(100, 100);
    CHECK(about(p.low, 0.8136) && about(p.high, 1.2163));
    p = poisson_ratio(3, 0);
    CHECK(isnan(p.ratio) && isnan(p.low) && isnan(p.high));
    CHECK(isnan(poisson_ratio(3, NAN).ratio));
}

int main(void)
{
    test_by_hand();
    for (size_t i = 0; i < 40; i++) {
        test_against(1 + draw(300), draw(300), i % 2 ? 20 : 1000000);
    }
    for (size_t i = 0; i < 200; i++) { /* counted, and sorted; few open, and many */
        test_against(1 + draw(3000), draw(i % 3 == 0 ? 6000 : 300), 1 + draw(i % 2 ? 60000 : 300));
    }
    test_lists();
    test_against(5000, 1, 100000);
    test_against(1, 5000, 100000);
    test_poisson();
    return unit_end();
}
