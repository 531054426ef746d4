#include "base/base.h"

#include "io/fd.h"
#include "io/progress.h"

#define QUIET_SECONDS 1.0 /* most runs are over before anything need be drawn */
#define DRAW_SECONDS 0.25
#define LINE_MAX_COLUMNS 79 /* a longer line would wrap, and could not be cleared */
#define ERASE "\r\x1b[K" /* to the line's start, and clear to its end (ECMA-48 EL) */

static bool off;
static bool started;
static bool drawn; /* a line stands on the terminal */
static double start, last;

void progress_off(void)
{
    progress_clear();
    off = true;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* 1,234,567 */
static void format_count(char text[32], uint64_t number)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%" PRIu64, number);
    char *out = text;
    for (int i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0) {
            *out++ = ',';
        }
        *out++ = digits[i];
    }
    *out = '\0';
}

/* Decimal units, as disks and networks are sold in: 999 B, 1.2 kB, 98.7 MB. */
static void format_bytes(char text[32], double bytes)
{
    static const char *const units[] = {"kB", "MB", "GB", "TB", "PB", "EB"};
    if (bytes < 999.5) {
        snprintf(text, 32, "%.0f B", bytes);
        return;
    }
    size_t unit = 0;
    for (bytes /= 1000; bytes >= 999.95 && unit + 1 < COUNT_OF(units); bytes /= 1000) {
        unit++;
    }
    snprintf(text, 32, "%.1f %s", bytes, units[unit]);
}

/* 0:07, 12:34, 1:02:03 */
static void format_time(char text[32], uint64_t seconds)
{
    unsigned long long hours = seconds / 3600;
    unsigned minutes = (unsigned)(seconds / 60 % 60);
    unsigned rest = (unsigned)(seconds % 60);
    if (hours > 0) {
        snprintf(text, 32, "%llu:%02u:%02u", hours, minutes, rest);
    } else {
        snprintf(text, 32, "%u:%02u", minutes, rest);
    }
}

size_t progress_format(char *text, size_t room, uint64_t rows, uint64_t bytes, uint64_t size,
                       double seconds)
{
    char count[32];
    char done[32];
    char rate[32];
    char line[256];
    format_count(count, rows);
    format_bytes(done, (double)bytes);
    double per_second = seconds > 0 ? (double)bytes / seconds : 0;
    format_bytes(rate, per_second);
    if (size > 0 && bytes <= size) { /* a file that grows has no share */
        char all[32];
        char left[32] = "";
        format_bytes(all, (double)size);
        double wait = per_second > 0 ? (double)(size - bytes) / per_second : 0;
        if (per_second > 0 && wait < 100 * 3600.0) {
            format_time(left, (uint64_t)(wait + 0.999)); /* up: "0:00 left" only at the end */
        }
        snprintf(line, sizeof line, "%s rows  %s of %s  %u%%  %s/s%s%s%s", count, done, all,
                 (unsigned)((double)bytes / (double)size * 100), rate, *left ? "  " : "", left,
                 *left ? " left" : "");
    } else {
        snprintf(line, sizeof line, "%s rows  %s  %s/s", count, done, rate);
    }
    line[LINE_MAX_COLUMNS] = '\0';
    snprintf(text, room, "%s", line);
    return strlen(text);
}

/* Reading the clock takes some 20 ns, so callers need not count calls. */
void progress_update(uint64_t rows, uint64_t bytes, uint64_t size)
{
    if (off) {
        return;
    }
    double time = now();
    if (!started) {
        started = true;
        start = time;
        last = time + QUIET_SECONDS - DRAW_SECONDS;
        off = !isatty(STDERR_FILENO); /* settled once: a system call at every row would cost */
    }
    if (time - last < DRAW_SECONDS || off) {
        return;
    }
    last = time;
    char line[sizeof ERASE + 128] = ERASE;
    size_t n = sizeof ERASE - 1;
    n += progress_format(line + n, sizeof line - n, rows, bytes, size, time - start);
    drawn = fd_write(STDERR_FILENO, line, n);
}

void progress_clear(void)
{
    if (drawn) {
        drawn = false;
        fd_write(STDERR_FILENO, ERASE, sizeof ERASE - 1);
    }
}
