#include "unit.h"

#include "child.h"
#include "io/progress.h"

/* The clock that the module reads in this program: it goes as the test wants. */
static double fake_time = 5000;

int clock_gettime(clockid_t clock, struct timespec *time)
{
    (void)clock;
    time->tv_sec = (time_t)fake_time;
    time->tv_nsec = (long)((fake_time - (double)time->tv_sec) * 1e9);
    return 0;
}

static void formats(uint64_t rows, uint64_t bytes, uint64_t size, double seconds, const char *want)
{
    char text[128];
    CHECK_INT(progress_format(text, sizeof text, rows, bytes, size, seconds), strlen(want));
    CHECK_STR(str_of(text), str_of(want));
}

static void lines(void)
{
    formats(0, 0, 0, 0, "0 rows  0 B  0 B/s");
    formats(999, 999, 0, 1, "999 rows  999 B  999 B/s");
    formats(1000, 1000, 0, 2, "1,000 rows  1.0 kB  500 B/s");
    formats(1234567, 98700000, 0, 2, "1,234,567 rows  98.7 MB  49.4 MB/s");
    formats(100000, 999949, 0, 1, "100,000 rows  999.9 kB  999.9 kB/s");
    formats(100000, 999950, 0, 1, "100,000 rows  1.0 MB  1.0 MB/s");
    /* (412.0 - 98.7) MB at 98.7 MB in 2 s: 6.35 s, rounded up; 98.7 / 412 = 23.96 %. */
    formats(1234567, 98700000, 412000000, 2,
            "1,234,567 rows  98.7 MB of 412.0 MB  23%  49.4 MB/s  0:07 left");
    formats(5, 100, 100, 1, "5 rows  100 B of 100 B  100%  100 B/s  0:00 left");
    formats(1, 1, 61, 1, "1 rows  1 B of 61 B  1%  1 B/s  1:00 left");
    formats(1, 1, 3724, 1, "1 rows  1 B of 3.7 kB  0%  1 B/s  1:02:03 left");
    formats(0, 0, 100, 3, "0 rows  0 B of 100 B  0%  0 B/s"); /* no rate, no time left */
    formats(1, 1, 1000000, 1, "1 rows  1 B of 1.0 MB  0%  1 B/s"); /* 277 hours: no guess */
    formats(5, 200, 100, 1, "5 rows  200 B  200 B/s"); /* a file that grew */
    char text[128];
    CHECK(progress_format(text, sizeof text, UINT64_MAX, UINT64_MAX, UINT64_MAX, 1e-9) <= 79);
    CHECK_INT(progress_format(text, 8, 1000, 0, 0, 0), 7); /* cut to the room */
}

static int terminal_master;

/* In a child whose stderr is a terminal. */
static void draw(void *context)
{
    bool off = context != NULL;
    int slave = open(ptsname(terminal_master), O_RDWR | O_NOCTTY);
    dup2(slave, STDERR_FILENO);
    close(slave);
    if (off) {
        progress_off();
    }
    progress_update(1, 1, 0);
    fake_time += 0.9;
    progress_update(2, 2, 0); /* still in the first second */
    fake_time += 0.1;
    progress_update(1000, 2000, 0); /* drawn: 2000 B in 1 s */
    fake_time += 0.24;
    progress_update(3, 3, 0); /* too soon */
    fake_time += 0.01;
    progress_update(2000, 5000, 0); /* drawn: 5000 B in 1.25 s */
    progress_clear();
    progress_clear(); /* there is nothing more to clear */
    progress_off();
    fake_time += 100;
    progress_update(4, 4, 0);
}

static void terminal(void)
{
    terminal_master = posix_openpt(O_RDWR | O_NOCTTY);
    CHECK(terminal_master >= 0 && grantpt(terminal_master) == 0 && unlockpt(terminal_master) == 0);
    int slave = open(ptsname(terminal_master), O_RDWR | O_NOCTTY); /* keeps what the child wrote */
    CHECK(slave >= 0);
    CHECK_INT(child_run(draw, NULL).status, 0);
    char text[1024] = "";
    fcntl(terminal_master, F_SETFL, O_NONBLOCK);
    CHECK(read(terminal_master, text, sizeof text - 1) > 0);
    CHECK_STR(str_of(text), S("\r\x1b[K1,000 rows  2.0 kB  2.0 kB/s"
                              "\r\x1b[K2,000 rows  5.0 kB  4.0 kB/s"
                              "\r\x1b[K"));
    CHECK_INT(child_run(draw, &terminal_master).status, 0);
    CHECK(read(terminal_master, text, sizeof text - 1) < 0); /* nothing after progress_off */
    close(slave);
    close(terminal_master);
}

static void draw_on_pipe(void *context)
{
    (void)context;
    progress_update(1, 1, 0);
    fake_time += 10;
    progress_update(2, 2, 0);
    progress_clear();
}

int main(void)
{
    lines();
    terminal();
    CHECK_STR(str_of(child_run(draw_on_pipe, NULL).err), S(""));
    return unit_end();
}
