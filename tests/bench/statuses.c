/*
 * statuses CUSTOMERS: how long the churn statuses of so many customers take, once their purchase days
 * are known and the model is fitted: seconds of one thread, and of two.
 */
#include "base/base.h"

#include <time.h>

#include "analysis/churn.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "base/team.h"
#include "simulate.h"

#define CHUNK 4096
#define SEEN 700 /* days */

struct counting {
    const struct churn *churn;
    uint32_t (*count)[CHURN_LOST + 1]; /* by chunk */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void count_chunk(void *context, size_t item)
{
    struct counting *c = context;
    size_t to = (item + 1) * CHUNK < c->churn->count ? (item + 1) * CHUNK : c->churn->count;
    for (size_t i = item * CHUNK; i < to; i++) {
        struct churn_verdict v;
        churn_of(c->churn, i, &v);
        c->count[item][v.status]++;
    }
}

static void add_customer(struct churn *churn, struct simulate *random, size_t number)
{
    char id[24];
    snprintf(id, sizeof id, "C%07zu", number);
    double rate = simulate_gamma(random, 0.9, 30), leave = simulate_beta(random, 0.9, 7);
    int32_t day = (int32_t)(simulate_uniform(random) * (SEEN - 30));
    do {
        struct rollup_row row = {.customer = str_of(id), .grain = DATE_DAY, .period = day,
                                 .first = day, .last = day, .second = DATE_NONE,
                                 .prev = DATE_NONE, .prev2 = DATE_NONE, .rows = 1, .orders = 1,
                                 .days = 1, .amount = 500000, .first_amount = 500000};
        churn_take(churn, &row);
        day += 1 + (int32_t)simulate_exponential(random, rate);
    } while (day < SEEN && simulate_uniform(random) >= leave);
}

int main(int argc, char **argv)
{
    uint64_t customers;
    say_program("statuses");
    if (argc != 2 || !str_to_u64(str_of(argv[1]), &customers)) {
        die(STATUS_USAGE, "usage: statuses CUSTOMERS");
    }
    struct churn churn;
    struct simulate random = {1};
    const struct churn_settings settings = {
        .clv = {.unit = 7, .horizon = {12, 'm'}, .discount = 0.1}, .threshold = 0.05, .lost = 0.1,
        .window = 180, .g1 = -1, .g2 = -1};
    churn_init(&churn, &settings);
    for (size_t i = 0; i < customers; i++) {
        add_customer(&churn, &random, i);
    }
    team_set(2);
    double began = now();
    churn_settle(&churn, SEEN);
    printf("%zu customers, %zu purchase days: fit %.2f s", churn.count, churn.days, now() - began);
    size_t chunks = (churn.count + CHUNK - 1) / CHUNK;
    for (unsigned members = 1; members <= 2; members++) {
        struct counting counting = {&churn, mem_new(chunks, sizeof *counting.count)};
        team_set(members);
        began = now();
        team_run(chunks, count_chunk, &counting);
        printf(", statuses %.2f s with %u thread%s", now() - began, members, members > 1 ? "s" : "");
        free(counting.count);
    }
    printf("\n");
    churn_free(&churn);
    return STATUS_OK;
}
