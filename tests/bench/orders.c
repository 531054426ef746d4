/*
 * orders ROWS CUSTOMERS SEED random|sorted: orders to measure with, on stdout; the same bytes every
 * time.
 *
 * Customers arrive over three years, buy at rates of their own and leave unseen, as the lifetime
 * models have it (rates gamma, chance to leave beta); every customer buys at least once. `sorted`
 * is by date; `random` has the dates of a table that no one has sorted, with order ids to match.
 */
#include "base/base.h"

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "simulate.h"
#include "value/date.h"
#include "value/number.h"

#define YEARS_DAYS 1096 /* 2023-01-01 to 2025-12-31 */

struct order {
    uint32_t customer, id;
    uint16_t day;
    uint32_t cents;
};

static uint64_t count_of(const char *text)
{
    double value;
    if (!number_parse(str_of(text), 0, &value) || value < 1 || value > 1e9) {
        die(STATUS_USAGE, "%s: a count up to 1e9 is needed", text);
    }
    return (uint64_t)value;
}

static uint32_t below(struct simulate *random, uint64_t n)
{
    return (uint32_t)(simulate_uniform(random) * (double)n);
}

/* One customer's purchases as days; at least the first. */
static size_t buy(struct simulate *random, double per_customer, uint16_t *day, size_t room)
{
    double rate = simulate_gamma(random, 0.9, 0.9) * per_customer / 250, at;
    double leave = simulate_beta(random, 0.9, 7);
    size_t n = 0;
    at = simulate_uniform(random) * (YEARS_DAYS - 90);
    do {
        day[n++] = (uint16_t)at;
        at += simulate_exponential(random, rate);
    } while (n < room && at < YEARS_DAYS && simulate_uniform(random) >= leave);
    return n;
}

static int by_day(const void *a, const void *b)
{
    const struct order *p = a;
    const struct order *q = b;
    return p->day != q->day ? (p->day < q->day ? -1 : 1) : p->id < q->id ? -1 : p->id > q->id;
}

static void make(struct order *orders, size_t rows, size_t customers, struct simulate *random)
{
    uint16_t day[512];
    size_t n = 0;
    for (uint32_t round = 0; n < rows; round++) {
        /* Whoever is left over fills up with the customers there are. */
        uint32_t customer = round < customers ? round : below(random, customers);
        size_t left = customers > round ? customers - round : 1;
        size_t most = rows - n - (left - 1);
        size_t bought = buy(random, (double)rows / (double)customers, day,
                            most < COUNT_OF(day) ? most : COUNT_OF(day));
        double size = simulate_gamma(random, 4, 0.1);
        for (size_t i = 0; i < bought; i++) {
            orders[n++] = (struct order){customer, below(random, UINT32_MAX), day[i],
                                         100 + (uint32_t)(simulate_gamma(random, 3, 3) * size * 100)};
        }
    }
    qsort(orders, rows, sizeof *orders, by_day);
    for (size_t i = 0; i < rows; i++) {
        orders[i].id = (uint32_t)i;
    }
}

int main(int argc, char **argv)
{
    say_program("orders");
    bool shuffled = argc == 5 && strcmp(argv[4], "random") == 0;
    if (argc != 5 || (!shuffled && strcmp(argv[4], "sorted") != 0)) {
        die(STATUS_USAGE, "usage: orders ROWS CUSTOMERS SEED random|sorted");
    }
    size_t rows = count_of(argv[1]), customers = count_of(argv[2]);
    if (customers > rows) {
        die(STATUS_USAGE, "more customers than orders");
    }
    struct simulate random = {count_of(argv[3])};
    struct order *orders = mem_new(rows, sizeof *orders);
    make(orders, rows, customers, &random);
    for (size_t i = rows; shuffled && i > 1; i--) {
        size_t k = below(&random, i);
        struct order kept = orders[k];
        orders[k] = orders[i - 1];
        orders[i - 1] = kept;
    }
    static const char *const channel[] = {"web", "store", "phone", "app"};
    puts("order_id,customer_id,date,amount,currency,channel");
    int32_t begin = date_from_civil(2023, 1, 1);
    for (size_t i = 0; i < rows; i++) {
        char day[DATE_ROOM];
        const struct order *o = &orders[i];
        date_format(begin + o->day, day);
        printf("%08u,C%07u,%s,%u.%02u,EUR,%s\n", 10000000 + o->id, o->customer + 1, day,
               o->cents / 100, o->cents % 100, channel[o->id * 2654435761u >> 30]);
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? STATUS_OK : STATUS_SYSTEM;
}
