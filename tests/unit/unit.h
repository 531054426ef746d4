/*
 * unit.h - the checks of a unit test program.
 *
 *     int main(void) { CHECK(date_from_civil(1970, 1, 1) == 0); return unit_end(); }
 *
 * Each test file is a program of its own, linked with libcrm.a; it prints what failed and, as its
 * last line, "N passed, N failed".
 */
#ifndef CRM_UNIT_H
#define CRM_UNIT_H

#include "base/base.h"

#include "base/str.h"

static unsigned long unit_passed;
static unsigned long unit_failed;

static inline bool unit_check(bool ok, const char *file, int line, const char *what)
{
    if (ok) {
        unit_passed++;
    } else {
        unit_failed++;
        printf("not ok: %s:%d: %s\n", file, line, what);
    }
    return ok;
}

static inline void unit_check_str(struct str got, struct str want, const char *file, int line)
{
    if (!unit_check(str_eq(got, want), file, line, "texts differ")) {
        printf("    got  \"%.*s\"\n    want \"%.*s\"\n", STRF(got), STRF(want));
    }
}

static inline void unit_check_int(long long got, long long want, const char *file, int line)
{
    if (!unit_check(got == want, file, line, "numbers differ")) {
        printf("    got  %lld\n    want %lld\n", got, want);
    }
}

#define CHECK(condition) unit_check((condition), __FILE__, __LINE__, #condition)
#define CHECK_STR(got, want) unit_check_str((got), (want), __FILE__, __LINE__)
#define CHECK_INT(got, want) unit_check_int((long long)(got), (long long)(want), __FILE__, __LINE__)

static inline int unit_end(void)
{
    printf("%lu passed, %lu failed\n", unit_passed, unit_failed);
    return unit_failed > 0;
}

#endif
