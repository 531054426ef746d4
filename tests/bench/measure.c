/*
 * measure ROUNDS NAME COMMAND [NAME COMMAND ...]: runs shell commands in turn, A B A B, and prints the
 * medians of wall and CPU seconds and of peak memory, and each as a ratio to the first.
 *
 * A command's output goes nowhere; one that fails ends the program. Memory is the largest of all
 * processes of a command.
 */
#include "base/base.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/say.h"
#include "stats/quantile.h"

enum figure { WALL, CPU, PEAK, FIGURES };

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void run(const char *command, double figures[FIGURES])
{
    double began = now();
    pid_t child = fork();
    if (child < 0) {
        die(STATUS_SYSTEM, "fork: %s", strerror(errno));
    }
    if (child == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, STDIN_FILENO);
        dup2(null, STDOUT_FILENO);
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child || status != 0) {
        die(STATUS_FOUND, "failed: %s", command);
    }
    figures[WALL] = now() - began;
    figures[CPU] = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    figures[PEAK] = (double)usage.ru_maxrss / 1024;
}

int main(int argc, char **argv)
{
    say_program("measure");
    struct str text = str_of(argc > 1 ? argv[1] : "");
    uint64_t rounds;
    if (argc < 4 || argc % 2 != 0 || !str_to_u64(text, &rounds) || rounds == 0) {
        die(STATUS_USAGE, "usage: measure ROUNDS NAME COMMAND [NAME COMMAND ...]");
    }
    size_t commands = (size_t)(argc - 2) / 2;
    double *values = mem_new(commands * FIGURES * rounds, sizeof *values);
    double first[FIGURES] = {0};
    for (uint64_t round = 0; round < rounds; round++) {
        for (size_t i = 0; i < commands; i++) {
            double figures[FIGURES];
            run(argv[3 + 2 * i], figures);
            for (int f = 0; f < FIGURES; f++) {
                values[(i * FIGURES + (size_t)f) * rounds + round] = figures[f];
            }
        }
    }
    for (size_t i = 0; i < commands; i++) {
        double median[FIGURES];
        for (int f = 0; f < FIGURES; f++) {
            double *of = values + (i * FIGURES + (size_t)f) * rounds;
            quantile_sort(of, rounds);
            median[f] = quantile_at(of, rounds, 1, 2);
            first[f] = i == 0 ? median[f] : first[f];
        }
        printf("%-24s %9.3f s %9.3f s CPU %9.1f MiB", argv[2 + 2 * i], median[WALL], median[CPU],
               median[PEAK]);
        if (i > 0) {
            printf("   x %.2f wall, %.2f CPU, %.2f memory", median[WALL] / first[WALL],
                   median[CPU] / first[CPU], median[PEAK] / first[PEAK]);
        }
        printf("\n");
    }
    free(values);
    return STATUS_OK;
}
