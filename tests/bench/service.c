/*
 * service answers|tickets ROWS SEED: answers to a survey, or tickets, to measure with, on stdout; the
 * same bytes every time. Over 2025; eight regions or teams; one ticket in twenty is still open.
 */
#include "base/base.h"

#include "base/die.h"
#include "base/say.h"
#include "simulate.h"
#include "value/date.h"

#define DAY 86400
#define GROUPS 8

static const char *const group[GROUPS] = {"north", "south", "east", "west",
                                          "online", "stores", "partners", "export"};

static void put_time(int64_t second)
{
    char text[DATE_ROOM];
    struct stamp stamp = {.day = date_from_civil(2025, 1, 1) + (int32_t)(second / DAY),
                          .ms = (int32_t)(second % DAY) * 1000, .has_time = true};
    date_format_stamp(&stamp, text);
    text[10] = ' ';
    fputs(text, stdout);
}

static void answer(struct simulate *random, uint64_t i)
{
    int day = (int)(simulate_uniform(random) * 365);
    size_t g = (size_t)(simulate_uniform(random) * GROUPS);
    double liking = 7.5 + 0.1 * (double)g + 2 * simulate_normal(random);
    char text[DATE_ROOM];
    date_format(date_from_civil(2025, 1, 1) + day, text);
    printf("%" PRIu64 ",C%07u,%s,%s,%d\n", 1000000 + i,
           (unsigned)(simulate_uniform(random) * 1000000), text, group[g],
           liking < 0 ? 0 : liking > 10 ? 10 : (int)liking);
}

static void ticket(struct simulate *random, uint64_t i)
{
    int64_t opened = (int64_t)(simulate_uniform(random) * 364 * DAY);
    size_t g = (size_t)(simulate_uniform(random) * GROUPS);
    int64_t first = opened + (int64_t)simulate_exponential(random, 1.0 / (7200 + 600 * (double)g));
    bool open = simulate_uniform(random) < 0.05;
    printf("T%" PRIu64 ",", 1000000 + i);
    put_time(opened);
    putchar(',');
    put_time(first);
    putchar(',');
    if (!open) {
        put_time(first + (int64_t)simulate_exponential(random, 1.0 / 90000));
    }
    printf(",%s,%s,%s\n", open ? "open" : "closed", group[g],
           simulate_uniform(random) < 0.1 ? "high" : "normal");
}

int main(int argc, char **argv)
{
    uint64_t rows, seed;
    say_program("service");
    bool answers = argc == 4 && strcmp(argv[1], "answers") == 0;
    if (argc != 4 || (!answers && strcmp(argv[1], "tickets") != 0) ||
        !str_to_u64(str_of(argv[2]), &rows) || !str_to_u64(str_of(argv[3]), &seed)) {
        die(STATUS_USAGE, "usage: service answers|tickets ROWS SEED");
    }
    struct simulate random = {seed};
    puts(answers ? "response_id,customer_id,answered_at,region,score"
                 : "ticket_id,opened_at,first_response_at,resolved_at,status,team,priority");
    for (uint64_t i = 0; i < rows; i++) {
        if (answers) {
            answer(&random, i);
        } else {
            ticket(&random, i);
        }
    }
    return fflush(stdout) == 0 && !ferror(stdout) ? STATUS_OK : STATUS_SYSTEM;
}
