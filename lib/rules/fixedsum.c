#include "base/base.h"

#include <math.h>

#include "rules/fixedsum.h"
#include "value/money.h"

/* Between two values further apart than this, a double has no 4 decimals left. */
#define LARGEST 2e11

struct sum {
    int64_t units; /* 1/10000 */
    int64_t count;
    int64_t reals; /* how many of them were not whole by type */
};

enum function { SUM, AVERAGE, TOTAL };

/* The value in units; false where it is NULL, or too large (reported). */
static bool read_units(sqlite3_context *context, sqlite3_value *value, int64_t *units, bool *real)
{
    int type = sqlite3_value_numeric_type(value);
    if (type == SQLITE_NULL) {
        return false;
    }
    *real = type != SQLITE_INTEGER;
    if (type == SQLITE_TEXT || type == SQLITE_BLOB) {
        sqlite3_result_error(context, "sum, avg and total need numbers; this is a text", -1);
        return false;
    }
    if (!*real) {
        if (!__builtin_mul_overflow(sqlite3_value_int64(value), (int64_t)MONEY_SCALE, units)) {
            return true;
        }
        sqlite3_result_error(context, "integer overflow", -1);
        return false;
    }
    double v = sqlite3_value_double(value);
    if (!(fabs(v) <= LARGEST)) {
        sqlite3_result_error(context, "a number above 200,000,000,000 cannot be added exactly", -1);
        return false;
    }
    *units = llround(v * MONEY_SCALE);
    return true;
}

static void step(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    int64_t units;
    bool real;
    (void)argc;
    struct sum *sum = sqlite3_aggregate_context(context, sizeof *sum);
    if (!sum || !read_units(context, argv[0], &units, &real)) {
        return;
    }
    if (!money_add(&sum->units, units)) {
        sqlite3_result_error(context, "integer overflow", -1);
    }
    sum->count++;
    sum->reals += real;
}

static void inverse(sqlite3_context *context, int argc, sqlite3_value **argv)
{
    int64_t units;
    bool real;
    (void)argc;
    struct sum *sum = sqlite3_aggregate_context(context, sizeof *sum);
    if (!sum || !read_units(context, argv[0], &units, &real)) {
        return;
    }
    if (!money_sub(&sum->units, units)) {
        sqlite3_result_error(context, "integer overflow", -1);
    }
    sum->count--;
    sum->reals -= real;
}

static void value(sqlite3_context *context)
{
    const struct sum *sum = sqlite3_aggregate_context(context, 0);
    const enum function *function = sqlite3_user_data(context);
    bool none = !sum || sum->count == 0;
    if (none && *function != TOTAL) {
        sqlite3_result_null(context);
    } else if (none) {
        sqlite3_result_double(context, 0);
    } else if (*function == AVERAGE) {
        sqlite3_result_double(context, (double)sum->units / MONEY_SCALE / (double)sum->count);
    } else if (*function == SUM && sum->reals == 0) {
        sqlite3_result_int64(context, sum->units / MONEY_SCALE);
    } else if (fabs((double)sum->units) > LARGEST * MONEY_SCALE) {
        sqlite3_result_error(context, "a sum above 200,000,000,000 cannot be written exactly", -1);
    } else {
        sqlite3_result_double(context, (double)sum->units / MONEY_SCALE);
    }
}

void fixedsum_register(sqlite3 *db)
{
    static enum function functions[] = {SUM, AVERAGE, TOTAL};
    static const char *const names[] = {"sum", "avg", "total"};
    for (size_t i = 0; i < COUNT_OF(functions); i++) {
        sqlite3_create_window_function(db, names[i], 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                       &functions[i], step, value, value, inverse, NULL);
    }
}
