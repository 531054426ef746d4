#include "base/base.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "base/die.h"
#include "base/say.h"

static void (*hooks[8])(const char *where);
static size_t hook_count;

void die_hook(void (*hook)(const char *where))
{
    if (hook_count < COUNT_OF(hooks)) {
        hooks[hook_count++] = hook;
    }
}

/* Of several threads the first to die speaks and ends the process; the others wait for that. */
static void be_the_one(void)
{
    static atomic_flag dying = ATOMIC_FLAG_INIT;
    static pthread_t one;
    if (!atomic_flag_test_and_set(&dying)) {
        one = pthread_self();
    } else if (!pthread_equal(one, pthread_self())) {
        for (;;) {
            pause();
        }
    }
}

void die_silently(enum status status, const char *where)
{
    be_the_one();
    status_raise(status);
    while (hook_count > 0 && status != STATUS_USAGE) {
        hooks[--hook_count](where); /* taken off first: a hook that dies does not run again */
    }
    exit((int)status_worst());
}

static void message(char *text, size_t size, const char *format, va_list args)
{
    vsnprintf(text, size, format, args);
}

void die_with(enum status status, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    message(text, sizeof text, format, args);
    va_end(args);
    be_the_one();
    say_error("%s", text);
    char where[1100];
    snprintf(where, sizeof where, ": %s", text);
    die_silently(status, where);
}

void die_at(enum status status, const struct place *place, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    message(text, sizeof text, format, args);
    va_end(args);
    be_the_one();
    say_error_at(place, text);
    char at[PLACE_MAX];
    char where[PLACE_MAX + 8];
    snprintf(where, sizeof where, " at %s", place_format(place, at));
    die_silently(status, where);
}

void die_oom(void)
{
    die(STATUS_SYSTEM, "out of memory");
}
