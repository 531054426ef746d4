/*
 * generate.c - makes the sample data: a small English web shop and a small Chinese trading company.
 *
 *     generate DIRECTORY       writes DIRECTORY/shop/... and DIRECTORY/trading/...
 *
 * The same bytes at every run: its own random numbers from fixed seeds, no clock, no locale. Buyers
 * are of kinds (struct kind) whose rhythm, span and basket differ, so that scores, tiers and churn
 * have something to find. README.md tells what each file holds.
 */
#include "base/base.h"

#include "base/die.h"
#include "base/say.h"
#include "draw.h"

#include <sys/stat.h>

/* splitmix64 (Steele, Lea & Flood 2014). */
static uint64_t random_state;

void draw_seed(uint64_t seed)
{
    random_state = seed;
}

static uint64_t next_random(void)
{
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

uint32_t below(size_t n)
{
    return (uint32_t)(next_random() % n);
}

bool chance(unsigned percent)
{
    return below(100) < percent;
}

struct order orders[MOST_ORDERS];
int order_count;
int joined[MOST_BUYERS];

void add_order(int day, int buyer, const struct kind *kind)
{
    if (order_count == MOST_ORDERS) {
        die(STATUS_SYSTEM, "more than %d orders", MOST_ORDERS);
    }
    int second = 8 * 3600 + (int)below(14 * 3600);
    orders[order_count] = (struct order){day, second, buyer, 1 + (int)below((size_t)kind->lines),
                                         kind->size, order_count};
    order_count++;
}

static int by_time(const void *a, const void *b)
{
    const struct order *x = a;
    const struct order *y = b;
    if (x->day != y->day) {
        return x->day < y->day ? -1 : 1;
    }
    if (x->second != y->second) {
        return x->second < y->second ? -1 : 1;
    }
    return x->number < y->number ? -1 : 1;
}

static void add_buyer(int buyer, const struct kind *kind)
{
    int day = kind->first_from + (int)below((size_t)(kind->first_to - kind->first_from + 1));
    joined[buyer] = day;
    int gap = kind->gap;
    while (day <= kind->last_to) {
        add_order(day, buyer, kind);
        if (gap == 0) {
            break;
        }
        /* Between 60 % and 140 % of the mean. */
        day += gap * 3 / 5 + (int)below((size_t)(gap * 4 / 5 + 1));
        gap += gap * kind->slowing / 100;
    }
}

void sort_orders(void)
{
    qsort(orders, (size_t)order_count, sizeof *orders, by_time);
}

int make_buyers(const struct kind *kinds, size_t kind_count)
{
    const struct kind *deck[MOST_BUYERS];
    int count = 0;
    for (size_t k = 0; k < kind_count; k++) {
        for (int i = 0; i < kinds[k].count; i++) {
            deck[count++] = &kinds[k];
        }
    }
    for (int i = count - 1; i > 0; i--) {
        int j = (int)below((size_t)i + 1);
        const struct kind *other = deck[i];
        deck[i] = deck[j];
        deck[j] = other;
    }
    order_count = 0;
    for (int i = 0; i < count; i++) {
        add_buyer(i + 1, deck[i]);
    }
    return count;
}

struct date date_of(int day)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    struct date date = {2023, 1, 1};
    if (day >= 365) {
        date.year = 2024;
        day -= 365;
    }
    for (;; date.month++) {
        int length = lengths[date.month - 1] + (date.year == 2024 && date.month == 2);
        if (day < length) {
            date.day = day + 1;
            return date;
        }
        day -= length;
    }
}

void field(struct buf *b, const char *text)
{
    if (b->n > 0 && b->p[b->n - 1] != '\n') {
        buf_byte(b, ',');
    }
    if (!strpbrk(text, ",\"\n")) {
        buf_str(b, str_of(text));
        return;
    }
    buf_byte(b, '"');
    for (; *text; text++) {
        if (*text == '"') {
            buf_byte(b, '"');
        }
        buf_byte(b, *text);
    }
    buf_byte(b, '"');
}

void fieldf(struct buf *b, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    field(b, text);
}

void write_file(const char *directory, const char *name, struct str bytes)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/%s", directory, name) >= (int)sizeof path) {
        die(STATUS_USAGE, "%s: path too long", directory);
    }
    FILE *file = fopen(path, "wb");
    if (!file) {
        die(STATUS_SYSTEM, "%s: %s", path, strerror(errno));
    }
    bool written = fwrite(bytes.p, 1, bytes.n, file) == bytes.n;
    if (fclose(file) != 0 || !written) {
        die(STATUS_SYSTEM, "%s: cannot write", path);
    }
}
